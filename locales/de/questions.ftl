### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when } Uhr{ $total ->
    [one] {""}
   *[other] {" "}· Frage { $first } von { $total }
}
question-text = <b>{ $text }</b>
question-drop = Bis zur letzten Antwort buche ich nichts. Mit /cancel verwirfst du alles.
question-hint-text = Schreib mir deine Antwort, höchstens 200 Zeichen. Zum Beispiel: vegetarisch.
question-hint-choice = Bitte tipp auf einen der Knöpfe.
question-hint-number = Bitte schreib eine Zahl, zum Beispiel { $count }.
question-hint-least = Bitte schreib eine Zahl, mindestens { $least }. Zum Beispiel { $count }.
question-hint-most = Bitte schreib eine Zahl, höchstens { $most }. Zum Beispiel { $count }.
question-hint-between = Bitte schreib eine Zahl von { $first } bis { $last }, zum Beispiel { $count }.
question-hint-phone = Bitte schreib deine Telefonnummer, zum Beispiel +36 30 123 4567.
question-hint-email = Bitte schreib deine E-Mail-Adresse, zum Beispiel anna@example.com.
question-hint-skip = Darauf musst du nicht antworten.
button-yes = Ja
button-no = Nein
button-skip = Überspringen
label-same = Wie letztes Mal: { $text }
button-answers = Meine Antworten
label-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (wird nicht mehr gefragt)
answer-none = { $text } <i>nicht beantwortet</i>
answers-head = <b>Deine Antworten</b> für { $event }, { $when } Uhr
answers-hint = Tipp auf eine Frage, um die Antwort zu ändern.
answers-late = Antworten lassen sich bis zum Beginn ändern.
answers-done = Danke, mehr muss ich nicht wissen.
answers-kept = Das habe ich notiert.
toast-answer-kept = Geändert.

## Why not

refusal-answers-needed = Vorher möchte der Veranstalter etwas wissen. Bitte versuch es noch einmal.
refusal-answer-too-long = Das passt nicht. Bitte schreib 1 bis { $most } sichtbare Zeichen, zum Beispiel: vegetarisch.
refusal-answer-no-number = Das ist keine Zahl. Bitte schreib Ziffern, zum Beispiel 12 oder 7,5.
refusal-answer-too-small = Das ist zu wenig. Bitte schreib { $least } oder mehr.
refusal-answer-too-large = Das ist zu viel. Bitte schreib { $most } oder weniger.
refusal-answer-no-choice = Bitte tipp auf einen der Knöpfe unter der Frage.
refusal-answer-no-phone = Das ist keine Telefonnummer. Bitte schreib 6 bis 15 Ziffern, zum Beispiel +36 30 123 4567.
refusal-answer-no-email = Das ist keine E-Mail-Adresse. Bitte schreib sie so: anna@example.com.
refusal-question-gone = Diese Frage ist beantwortet oder wird nicht mehr gestellt. So steht es jetzt.

## The admins' group

admin-button-questions = Fragen
admin-questions-whose = <b>Fragen</b>: zu welcher Leistung?
label-service-name = { $name }
admin-questions-head = <b>{ $service }</b>: { $count ->
    [0] Vor einer Buchung oder der Warteliste wird nichts gefragt.
    [one] 1 Frage vor einer Buchung oder der Warteliste.
   *[other] { $count } Fragen vor einer Buchung oder der Warteliste.
}
admin-questions-of = <b>{ $service }</b>: Fragen
admin-questions-line = { $first }. { $text } ({ $kind })
admin-questions-line-optional = { $first }. { $text } ({ $kind }, darf übersprungen werden)
admin-question-kind-text = Text
admin-question-kind-number = Zahl
admin-question-kind-choice = Auswahl
admin-question-kind-yes-no = Ja oder Nein
admin-question-kind-phone = Telefonnummer
admin-question-kind-email = E-Mail-Adresse
admin-question-words = { $name }: <b>{ $text }</b>
admin-question-kind = Antwort: { $kind }
admin-question-choice = • { $text }
admin-question-least = Mindestens { $text }
admin-question-most = Höchstens { $text }
admin-question-required = Ohne Antwort kommt niemand hinein.
admin-question-optional = Diese Frage darf übersprungen werden.
admin-button-question-add = Neue Frage
admin-button-question-up = ↑ Früher
admin-button-question-down = ↓ Später
admin-button-question-required = Antwort nötig
admin-button-question-optional = Überspringen erlaubt
admin-button-question-drop = Entfernen
label-question-language = Auch auf { $name }
admin-button-question-bounds = Kleinste und größte Zahl
admin-button-question-field = Deine Antwort
admin-question-drop-ask =
    <b>{ $text }</b>
    Diese Frage entfernen? Das wird dann niemand mehr gefragt. Alte Antworten bleiben bei den Buchungen, mit der Frage.
admin-question-ask-kind = Was wird darauf geantwortet?
admin-question-ask-words = { $admin }, wie lautet die Frage auf { $name }? Antworte auf diese Nachricht.
admin-question-ask-choices = { $admin }, was steht zur Auswahl, auf { $name }? Antworte auf diese Nachricht, eine Möglichkeit pro Zeile.
admin-question-ask-bounds = { $admin }, welche Zahlen sind richtig? Antworte auf diese Nachricht mit der kleinsten und der größten, etwa 14-99.
admin-question-known = In derselben Reihenfolge wie: { $text }
admin-question-ask-save = Muss man darauf antworten? Mit diesem Tipp wird sie ab jetzt gestellt.
admin-done-question-added = Das wird ab jetzt gefragt.
admin-done-question-moved = Verschoben.
admin-done-question-required = Jetzt ist eine Antwort nötig.
admin-done-question-optional = Darf jetzt übersprungen werden.
admin-done-question-dropped = Entfernt.
admin-refusal-question-gone = Die Fragen haben sich geändert: So stehen sie jetzt.
refusal-question-twice = Das wird schon gefragt: So stehen die Fragen jetzt.
refusal-too-many-questions = Höchstens { $most } Fragen: Entferne erst eine.
refusal-question-unusable = Eine Frage hat 1 bis { $most } sichtbare Zeichen. Bitte antworte noch einmal.
refusal-choices-unusable = Bitte schreib 2 bis { $most } verschiedene Möglichkeiten, eine pro Zeile, je höchstens { $count } Zeichen.
refusal-choices-uneven = Bitte schreib so viele Möglichkeiten wie in der anderen Sprache: { $wanted }, eine pro Zeile.
refusal-bounds-unusable = Bitte schreib zwei ganze Zahlen, die kleinere zuerst, etwa 14-99.
fact-answered = Antworten geändert
fact-question-added = Neue Frage: { $name }
fact-question-removed = Frage entfernt: { $name }
fact-question-moved = Frage verschoben: { $name }
fact-question-required = Antwort ist jetzt nötig: { $name }
fact-question-optional = Darf jetzt übersprungen werden: { $name }

## Mistakes in files

admin-wanted-questions-choices = 2 bis { $most } verschiedene Möglichkeiten
admin-wanted-questions-many = höchstens { $most } Fragen
admin-wanted-questions-most = nicht weniger als min ({ $least })
admin-wanted-questions-no-choices = choices nur, wo kind choice ist
admin-wanted-questions-no-number = min und max nur, wo kind number ist

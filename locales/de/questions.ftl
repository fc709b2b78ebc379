### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when } Uhr · Frage { $first } von { $total }
question-text = <b>{ $text }</b>
question-drop = Bis zur letzten Antwort buche ich nichts. /cancel vergisst alles.
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
button-same = Wie letztes Mal: { $text }
button-answers = Meine Antworten
answer-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (wird nicht mehr gefragt)
answer-none = { $text } <i>nicht beantwortet</i>
answers-head = <b>Deine Antworten</b> für { $event }, { $when } Uhr
answers-change = Tipp auf eine Frage, um die Antwort zu ändern.
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

### Schritt für Schritt in der Gruppe der Admins: Fragen, Antworten, und was getippt werden kann.

admin-button-new-service = Neue Leistung
admin-button-new-event = Neuer Termin
admin-button-new-series = Neue Reihe
admin-button-wizard-write = ✎ Eintippen
admin-button-wizard-skip = Überspringen
admin-button-wizard-done = Fertig
admin-button-wizard-stop = Abbrechen
admin-button-wizard-no-place = Ohne Ort
admin-button-wizard-no-minimum = Kein Minimum

wizard-head-service = <b>Neue Leistung</b> – gefragt ist { $by }
wizard-head-event = <b>Neuer Termin</b> – gefragt ist { $by }
wizard-head-series = <b>Neue Reihe</b> – gefragt ist { $by }
wizard-stopped = { $by } hat abgebrochen; nichts wurde geschrieben.
wizard-write = { $admin }, bitte antworte auf diese Nachricht.
label-wizard-field = Deine Antwort
label-wizard-service = Neue Leistung { $code }
label-wizard-event = Neuer Termin { $code }
label-wizard-series = Neue Reihe { $code }
label-wizard-dates = { $count } Termine
label-wizard-until = Bis { $when }
label-weekdays = Mo, Di, Mi, Do, Fr, Sa, So

## Was gefragt wird

wizard-ask-service = Für welche Leistung?
wizard-ask-date = An welchem Tag?
wizard-ask-time = Wann fängt es an?
wizard-ask-minutes = Wie lange dauert es?
wizard-ask-seats = Wie viele Plätze?
wizard-ask-place = Wo?
wizard-ask-minimum = Wie viele Leute braucht es mindestens?
wizard-ask-code = Unter welchem Code? Er steht in Dateien und Links und ändert sich nie; die Leute sehen ihn nicht.
wizard-ask-days = An welchen Tagen?
wizard-ask-from = Ab welchem Tag?
wizard-ask-until = Wie viele Termine, oder bis wann?
wizard-ask-name = Wie heißt sie ({ $name })?
wizard-ask-name-in = Und in dieser Sprache: { $name }?
wizard-ask-description = Was sollen die Leute darüber wissen ({ $name })?
wizard-ask-description-in = Und was sollen sie in dieser Sprache wissen: { $name }?
wizard-ask-mode = Was soll geschehen, wenn ein Platz frei wird und Leute warten?
wizard-ask-usual-minutes = Wie lange dauert sie gewöhnlich?

## Was getippt werden kann

wizard-hint-date = Zum Beispiel: 1.12., morgen, Donnerstag oder 2026-12-01
wizard-hint-time = Zum Beispiel: 18:30 oder 18 Uhr
wizard-hint-minutes = Zum Beispiel: 75 oder 1 Std. 15 Min.
wizard-hint-number = Eine Zahl, zum Beispiel: 12
wizard-hint-place = Zum Beispiel: Studio A
wizard-hint-code = Buchstaben, Ziffern, - und _, zum Beispiel: yoga-1201
wizard-hint-days = Zum Beispiel: Mo, Do – oder eine Regel wie FREQ=MONTHLY;BYDAY=1SA;COUNT=6
wizard-hint-until = Eine Anzahl oder der letzte Tag, zum Beispiel: 10 oder 31.1.
wizard-hint-name = Bis zu 80 Zeichen, zum Beispiel: Yoga für Anfänger
wizard-hint-description = Bis zu 1.000 Zeichen, zum Beispiel: Bring ein Handtuch und etwas Wasser mit.

## Was geantwortet wurde

wizard-told-name = { $name }
wizard-told-text = <i>{ $text }</i>
wizard-told-day = { $when }
wizard-told-moment = { $when }, { $at }
wizard-told-length = Dauert { $length }
wizard-told-seats = Plätze: { $count }
wizard-told-place = Ort: { $location }
wizard-told-minimum = Mindestens { $minimum } Leute
wizard-told-weekly = Jede Woche: { $names }
wizard-told-rule = <code>{ $text }</code>
wizard-told-time = Beginn um { $at }
wizard-told-from = Ab { $when }
wizard-told-dates = { $count ->
    [one] 1 Termin
   *[other] { $count } Termine
}: { $text }
wizard-told-last = … und { $more } weitere, der letzte { $when }

## Was nicht geht

toast-wizard-past = { $when } ist schon vorbei. Bitte wähle eine spätere Zeit.
toast-wizard-taken = Den Code { $code } gibt es schon. Bitte wähle einen anderen.
toast-wizard-no-service = Es gibt noch keine Leistung mit Terminen. Fang mit einer neuen Leistung an: /services

## Wie Tage, Zeiten und Dauern geschrieben werden können

words-today = heute
words-tomorrow = morgen
words-day-after = übermorgen
words-months = jan/januar/jänner, feb/februar, mär/mrz/märz, apr/april, mai, jun/juni, jul/juli, aug/august, sep/sept/september, okt/oktober, nov/november, dez/dezember
words-weekdays = mo/montag/montags, di/dienstag/dienstags, mi/mittwoch/mittwochs, do/donnerstag/donnerstags, fr/freitag/freitags, sa/samstag/samstags/sonnabend, so/sonntag/sonntags
words-clock = um/uhr
words-hours = std/stunde/stunden
words-minutes = minuten/min/minute

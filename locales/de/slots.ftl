### Individual services: a day, a time, and the opening hours that the times are cut from. `$event` is the service's name.

## What participants read

label-slots = { $service } · { $free ->
    [one] 1 Zeit frei
   *[other] { $free } Zeiten frei
}
label-slots-full = { $service } · voll
label-day-free = { $day } · { $count } frei
label-day-full = { $day } · voll
slots-choose-day = Wähle einen Tag:
slots-none = Zurzeit keine Zeiten. Schau bald wieder vorbei.
slots-all-taken = Zurzeit ist alles vergeben. Du kannst auf jede Zeit warten, die dir passt, oder einen Tag wählen und auf eine bestimmte warten.
slots-all-taken-ask = Zurzeit ist alles vergeben. Wähle einen Tag, dann kannst du trotzdem um eine Zeit bitten.
slots-head =
    <b>{ $event }</b>
    { $day }
slots-choose-time = Wähle eine Zeit:
slots-day-full = An diesem Tag ist alles vergeben.
slots-waiting-note = ⏳ ist vergeben: Tippe darauf, um darauf zu warten.
slots-asking-note = ⏳ ist vergeben: Tippe darauf, um trotzdem darum zu bitten.
slots-confirm = Soll ich diese Zeit für dich buchen?
slots-ask = Soll ich beim Veranstalter um diese Zeit für dich bitten?
button-slot-book = Diese Zeit buchen
button-slots-wait = Auf jede Zeit warten
refusal-slot-taken = Diese Zeit ist gerade weg. Das hier ist noch frei.

## What admins read: days and who comes

admin-individual-line = 🗓 { $service } (einzeln)
hours-days = Gebucht, Tag für Tag:
hours-no-days = Keine Zeiten in Sicht. Lege zuerst Öffnungszeiten fest.
label-slots-day = { $day } · gebucht: { $booked }/{ $total }
slots-booked = Gebucht: { $booked } von { $total }
slots-day-none = An diesem Tag gibt es keine Zeiten.
label-slot-free = { $at } · frei
label-slot-kept = { $at } · nicht frei
label-slot-who = { $at } · es kommt { $name }
label-slot-who-waiting = { $at } · { $name } · { $waiting ->
    [one] 1 wartet
   *[other] { $waiting } warten
}
label-slot-cancelled = { $at } · abgesagt

## What admins read: opening hours

hours-head = <b>{ $service }</b>
hours-line = { $day }: { $times }
hours-minutes = Ein Termin dauert { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}.
hours-choose = Was soll sich ändern?
label-hours-closed = geschlossen
label-hours-workdays = Montag–Freitag
label-hours-every-day = Jeden Tag
admin-button-hours = Öffnungszeiten
admin-button-hours-minutes = Dauer eines Termins
admin-button-hours-type = Zeiten schreiben
admin-button-hours-drop = { $times } entfernen
admin-button-hours-close = Geschlossen
admin-button-hours-because = Speichern: { $reason }
admin-button-times-field = 9-12, 14:00-18:00
admin-button-minutes-field = 50
hours-ask-times = { $admin }, wann ist geöffnet ({ $day })? Antworte auf diese Nachricht mit den Zeiten, etwa 9-12, 14:00-18:00. Mit einem + davor kommen sie zu den bisherigen dazu.
hours-ask-minutes = { $admin }, wie viele Minuten dauert ein Termin? Antworte auf diese Nachricht mit der Zahl.
hours-change = { $day }: { $before } → <b>{ $after }</b>
hours-change-minutes = Ein Termin: <b>{ $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}</b>
hours-effect = Neue Zeiten: { $opened }. Freie Zeiten, die wegfallen: { $closed }.
hours-stay = { $count ->
    [one] 1 Zeit liegt außerhalb und bleibt, weil jemand sie hat oder darauf wartet:
   *[other] { $count } Zeiten liegen außerhalb und bleiben, weil jemand sie hat oder darauf wartet:
}
hours-stay-more = … und { $count } weitere
slots-stay-who = { $when }: { $name }
slots-stay-waiting = { $when }: { $waiting ->
    [one] 1 wartet
   *[other] { $waiting } warten
}
slots-stay-head = ⚠️ <b>{ $service }</b>: Eine Datei hat andere Öffnungszeiten gebracht. { $count ->
    [one] 1 Zeit liegt jetzt außerhalb und bleibt, weil jemand sie hat oder darauf wartet.
   *[other] { $count } Zeiten liegen jetzt außerhalb und bleiben, weil jemand sie hat oder darauf wartet.
}
slots-stay-how = Verlege diese Leute auf eine andere Zeit, oder lass es so:
admin-done-hours = Gespeichert. Neu: { $opened }, weggefallen: { $closed }.
admin-change-slots = Zeiten von { $code }: { $opened } neu, { $closed } fallen weg, { $count } außerhalb bleiben, weil jemand sie hat
fact-event-opened = Wieder buchbar
fact-slot-opened = Zeit aus den Öffnungszeiten: { $code }
fact-hours-changed = Öffnungszeiten geändert: { $code }

## What cannot be

refusal-slot-from-hours = Die Zeiten dieser Leistung kommen aus den Öffnungszeiten, jede für eine Person. Ändere diese, oder verlege die Buchung.
refusal-hours-unreadable = „{ $text }“ kann ich nicht als Zeiten lesen. Schreib sie so: 9-12, 14:00-18:00.
refusal-hours-overlap = { $text } geht nicht: Eine Zeit endet nach ihrem Beginn, und zwei überschneiden sich nicht. Richtig wäre 9-12, 14:00-18:00.
refusal-hours-too-short = { $text } ist zu kurz für einen Termin von { $minutes } Minuten.
refusal-minutes-unusable = Bitte schick eine ganze Zahl von Minuten von 1 bis { $most }, etwa 50.
refusal-hours-unchanged = Die Öffnungszeiten sind schon so.
refusal-hours-differ = { $name } hat die Öffnungszeiten inzwischen geändert ({ $at }). Bitte schau noch einmal.

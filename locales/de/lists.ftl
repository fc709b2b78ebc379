### Buchungen, Warteliste und Angebote eines Termins als Datei.

admin-button-as-xlsx = Als XLSX
admin-button-as-csv = Als CSV
lists-caption = { $text }: { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
lists-cut = Insgesamt sind es { $total }; mehr passt nicht in eine Datei.
label-list-bookings = Buchungen
label-list-line = Warteliste
label-list-offers = Angebote

## Spalten

column-list-number = Nr.
column-list-position = Stelle
column-list-name = Wer
column-list-seats = Plätze
column-list-party = Mit
column-list-here = Da?
column-list-status = Stand
column-list-source = Woher
column-list-since = Seit
column-list-confirm = Zu bestätigen bis
column-list-telegram = Auf Telegram?
column-list-priority = Vorrang
column-list-which = Für
column-list-paused = Pausiert bis
column-list-missed = Verpasste Angebote
column-list-until = Offen bis

## Was darin steht

label-list-pending = Zu bestätigen
label-list-confirmed = Bestätigt
label-list-attended = War da
label-list-no-show = Nicht gekommen
label-list-waiting = Wartet
label-list-offered = Hat ein Angebot
label-list-paused = Pausiert
label-list-open = Offen
label-list-unsent = Noch nicht zugestellt
label-list-last-call = Letzter Aufruf
label-list-this-date = Diesen Termin
label-list-by-self = Selbst gemeldet
label-list-by-offer = Angebot angenommen
label-list-by-promotion = Nachgerückt
label-list-by-admin = Von einem Admin gebucht
label-list-by-move = Von einem anderen Termin
label-list-by-displaced = Vom Platz zurückgesetzt
label-list-by-split = Ausgleich der Termine
label-list-by-request = Um einen Platz gebeten
label-list-telegram = Ja
label-list-no-telegram = Nein
label-list-blocked = Hat den Bot blockiert

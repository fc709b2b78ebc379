### Egy alkalom foglalásai, várólistája és ajánlatai fájlként.

admin-button-as-xlsx = XLSX-fájlként
admin-button-as-csv = CSV-fájlként
lists-caption = { $text }: { $count } sor
lists-cut = Összesen { $total } van; ennél több nem fér egy fájlba.
label-list-bookings = Foglalások
label-list-line = Várólista
label-list-offers = Ajánlatok

## Oszlopok

column-list-number = Szám
column-list-position = Hányadik
column-list-name = Név
column-list-seats = Hely
column-list-party = Vele
column-list-here = Itt van?
column-list-status = Állapot
column-list-source = Hogyan került be
column-list-since = Mióta
column-list-confirm = Megerősítés eddig
column-list-telegram = Van Telegramja?
column-list-priority = Elsőbbség
column-list-which = Mire
column-list-paused = Szünetel eddig
column-list-missed = Elmulasztott ajánlat
column-list-until = Nyitva eddig

## Ami bennük áll

label-list-pending = Megerősítésre vár
label-list-confirmed = Megerősítve
label-list-attended = Itt volt
label-list-no-show = Nem jött el
label-list-waiting = Vár
label-list-offered = Van ajánlata
label-list-paused = Szünetel
label-list-open = Nyitott
label-list-unsent = Még nincs kézbesítve
label-list-last-call = Utolsó hívás
label-list-this-date = Erre az alkalomra
label-list-by-self = Maga jelentkezett
label-list-by-offer = Elfogadott ajánlat
label-list-by-promotion = Előrelépett
label-list-by-admin = Egy admin foglalt neki
label-list-by-move = Másik alkalomról jött
label-list-by-displaced = A helyéről került vissza
label-list-by-split = Alkalmak kiegyenlítése
label-list-by-request = Helyet kért
label-list-telegram = Igen
label-list-no-telegram = Nem
label-list-blocked = Letiltotta a botot

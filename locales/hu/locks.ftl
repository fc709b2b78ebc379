### Egy hónap zárai: valaki éppen dolgozik rajta, illetve a végleges, amelyet két admin old fel egy időre.

command-admin-lock = Hónap zárolása, amíg tervezed
command-admin-unlock = Végleges hónap feloldása egy időre

## A zár, amíg valaki dolgozik

admin-button-lock = A zár
admin-button-unlock = A végleges zár
label-unlock-open = Nyitva: { $until }-ig
admin-button-batch-see-all = Minden hónap
label-lock-month = { $month } →
label-lock-half = Zárolás 30 percre
label-lock-two = Zárolás 2 órára
label-lock-tomorrow = Zárolás holnap 9:00-ig
label-lock-half-more = Mostantól 30 percig
label-lock-two-more = Mostantól 2 óráig
label-lock-tomorrow-more = Holnap 9:00-ig
label-helper-on = ✓ { $name } segít
label-helper-off = { $name } segítsen
admin-button-lock-helpers = Ki segíthet
admin-button-lock-release = Zár elengedése
admin-button-lock-wish = Elkérem
admin-button-lock-hand = Átadom
admin-button-lock-keep = Most nem
admin-button-lock-force = Feltöröm …
admin-button-lock-force-because = Feltörés: { $reason }
lock-head = <b>{ $month }</b>: a zár
lock-nobody = Ezt a hónapot senki sem zárolta: bármelyik admin módosíthatja. Ha zárolod, amíg tervezel, csak te teheted; a zár magától megszűnik. Kívánságot közben is bárki megadhat.
lock-held = 🔒 { $name } zárolta eddig: { $until }.
lock-final = 🔒 Ez a hónap végleges. A helyek lemondhatók, de nem helyezhetők át.
lock-helpers = Ők is módosíthatják: { $names }
lock-asked-by = { $name } szeretné megkapni.
lock-refused = { $count ->
    [one] Mások 1 módosítását utasította vissza.
   *[other] Mások { $count } módosítását utasította vissza.
}
lock-helpers-ask = <b>{ $month }</b>: ki módosíthatja még, amíg zárolva van? Koppints egy névre.
lock-force-ask = Véget vetsz { $name } zárolásának (<b>{ $month }</b>)? Lehet, hogy épp dolgozik. A csoport megtudja, az indokoddal együtt.
lock-no-month = Egyik hónap sem tervezhető most. A /batch nyit egyet.
lock-which = <b>Melyik hónap?</b>
admin-done-lock-take = Zárolva: most csak te módosíthatod ezt a hónapot.
admin-done-lock-extend = A zár tovább tart.
admin-done-lock-release = A zár ismét nyitva.
admin-done-lock-wish = Elkérted. A válasz ide érkezik.
admin-done-lock-hand = Átadtad.
admin-done-lock-keep = A zár nálad marad.
admin-done-lock-force = A zár nyitva. A csoport megtudja.
admin-done-helper-on = Ő is módosíthatja.
admin-done-helper-off = Ő már nem módosíthatja.
admin-reason-away = Nem elérhető

## A csoportnak

lock-asked = { $admin }, { $name } szeretné megkapni a zárat: <b>{ $month }</b>.
lock-handed = <b>{ $month }</b>: a zár mostantól { $name } kezében van.
lock-kept = <b>{ $month }</b>: a zár egyelőre marad, ahol van, { $name }.
lock-ended = <b>{ $month }</b>: a zár lejárt. Ismét bármelyik admin módosíthatja a hónapot.
lock-alert-forced = ⚠️ <b>{ $month }</b>: { $name } feltörte { $by } zárját. Indok: { $reason }
lock-alert-refused = ⚠️ <b>{ $month }</b>: { $by } zárolta eddig: { $until }. { $count ->
    [one] Mások 1 módosítása nem sikerült
   *[other] Mások { $count } módosítása nem sikerült
}, utoljára: { $name }. Kérd el a zárat, vagy várj.

## A végleges zár

label-unlock = Ennyi időre: { $length }
admin-button-unlock-because = Feloldás: { $reason }
admin-button-unlock-approve = Jóváhagyom
admin-button-unlock-deny = Elutasítom
admin-button-unlock-again = Újra lezárom
unlock-head = <b>{ $month }</b>: a végleges zár
unlock-not-final = Ez a hónap nem végleges: a beosztása enélkül is módosítható.
unlock-how = 🔒 Már nem változik, kinek melyik helye van; lemondani továbbra is lehet, és a felszabaduló hely a várólistán következőé lesz. Ha át akarsz tenni valakit, kérd a hónap feloldását egy időre: egy második adminnak is bele kell egyeznie. Mennyi időre?
unlock-ask = <b>{ $month }</b> feloldása ennyi időre: { $length }. Miért? Egy második adminnak is bele kell egyeznie.
unlock-asked = { $name } kéri a végleges hónap feloldását: <b>{ $month }</b>, ennyi időre: { $length }.
unlock-reason = Indok: { $reason }
unlock-lapses = Egy második admin eddig egyezhet bele: { $until }.
unlock-open = 🔓 Módosítható eddig: { $until }.
unlock-where = Hely módosításához válaszd ki az időpontot, aztán a foglalásait, végül az embert.
admin-button-unlock-dates = Az időpontokhoz
unlock-dates = <b>{ $month }</b>, időpontok: { $first }–{ $last }, összesen { $total }. Válaszd ki, amelyiknek a foglalásain módosítanál.
unlock-dates-none = { $month }: nincs több közelgő időpont.
unlock-by = Kérte: { $name }, jóváhagyta: { $by }.
unlock-granted = <b>{ $month }</b> módosítható.
unlock-denied = <b>{ $month }</b> zárva marad: { $by } nem egyezett bele.
unlock-lapsed = <b>{ $month }</b> zárva marad: senki sem egyezett bele időben.
unlock-ended = 🔒 <b>{ $month }</b> ismét zárva.
unlock-changed = { $count ->
    [0] Közben semmi sem változott.
    [one] Közben 1 hely változott:
   *[other] Közben { $count } hely változott:
}
unlock-changed-more = … és még { $more }, lásd /audit
unlock-place = { $event } – { $when }
unlock-change-move = <b>{ $name }</b>: { $before } → { $after }.
unlock-change-line = <b>{ $name }</b>: { $before } → vissza a sorba.
unlock-change-event = <b>{ $name }</b>: { $before } elmarad.
unlock-change-cancel = <b>{ $name }</b>: { $before } lemondva.
unlock-change-hand = <b>{ $name }</b>: { $before } kézzel foglalva.
unlock-change-promotion = <b>{ $name }</b>: { $before }, a várólistáról.
unlock-change-repair = <b>{ $name }</b>: { $before } → { $after }, javítással: az első hely elveszett.
unlock-change-by = Ki tette: { $by }.
unlock-no-month = Egyik hónap sem végleges.
unlock-which = <b>Melyik hónap?</b>
admin-done-unlock-ask = Elküldve: egy második adminnak is bele kell egyeznie.
admin-done-unlock-approve = A hónap módosítható.
admin-done-unlock-deny = Zárva marad.
admin-done-unlock-again = Ismét zárva. A lista ide érkezik.

## Elutasítások

refusal-period-held = { $by } zárolta ezt a hónapot eddig: { $until }. Kérd el a zárat a /lock paranccsal, vagy várj.
refusal-lock-over = Ez a zárolás véget ért, vagy más kezében van.
refusal-lock-unchanged = Már így van.
refusal-not-holder = Ezt csak { $by } teheti: a zár az övé.
refusal-lock-own = A zár már a tiéd.
refusal-lock-asked-for = { $by } már elkérte. Várd meg a választ.
refusal-nobody-asks = Már senki sem kéri.
refusal-helpers-full = Legfeljebb { $most } segítő lehet.
refusal-period-not-final = Ez a hónap nem végleges: nincs mit feloldani.
refusal-month-final = Ezt a helyet a hónap beosztása végleg neked adta: áttenni nem lehet, de lemondhatod.
admin-refusal-month-final = Ez a hely egy végleges hónapé: le lehet mondani, de áttenni csak /unlock után.
refusal-date-final = Ezen az időponton egy végleges hónap adott helyeket (helyek: { $count }), ezért nem lehet áttenni. Törölni lehet, vagy az /unlock után áttenni, ha egy másik admin is jóváhagyja.
refusal-unlock-pending = { $by } már kérte. Egy második adminnak kell válaszolnia.
refusal-unlock-open = Ez a hónap már módosítható eddig: { $until }.
refusal-unlock-over = Erre már válaszoltak, vagy letelt az ideje.
unlock-became-open = Ezt már jóváhagyták: a hónap eddig módosítható: { $until }.
unlock-became-over = Ezt jóváhagyták; a hónap { $ends } óta újra zárva van.
unlock-became-denied = Ezt már elutasították: a hónap zárva marad.
unlock-became-lapsed = Eddig senki sem hagyta jóvá: { $until }. A kérés lejárt, a hónap zárva marad.
refusal-second-admin-needed = Te magad kérted: egy másik adminnak kell beleegyeznie.

## Az előzmények

fact-period-locked = { $month } zárolva eddig: { $until }
fact-lock-extended = Zár meghosszabbítva eddig: { $until }
fact-helper-named = Ő is módosíthatja a zárolt hónapot: { $name }
fact-helper-dropped = Már nem módosíthatja a zárolt hónapot: { $name }
fact-lock-asked = Elkérte a zárat
fact-lock-kept = Megtartotta a zárat, bár { $name } kérte
fact-lock-handed = Zár átadva neki: { $name }
fact-lock-released = Zár elengedve
fact-lock-expired = Zár lejárt
fact-lock-forced = Zár feltörve
fact-lock-final = Zár megszűnt, mert a hónap végleges
fact-edit-refused = A zár visszautasított egy módosítást ({ $count })
fact-unlock-asked = Végleges hónap feloldását kérte: { $month }
fact-unlock-granted = Végleges hónap feloldva eddig: { $until }
fact-unlock-denied = Végleges hónap feloldása elutasítva
fact-unlock-lapsed = Senki sem egyezett bele a végleges hónap feloldásába
fact-unlock-ended = Végleges hónap ismét zárva
fact-unlock-expired = Végleges hónap ismét zárva, mert letelt az idő

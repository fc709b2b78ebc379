### A hónap elosztása az adminok csoportjában: tervezés, futtatás, átnézés, véglegesítés. És hogy kinek mi lett belőle.

## A hónap lapja

label-batch-planned = { $month } · tervezés alatt · { $count ->
    [one] 1 válasz
   *[other] { $count } válasz
}
label-batch-final = { $month } · lefoglalva · { $count ->
    [one] 1 válasz
   *[other] { $count } válasz
}
batch-no-month = Ezt a hónapot nem ismerem: „{ $text }”. Ezek vannak: { $names }.
batch-running = <b>Készül: { $number }. változat.</b> Indította: { $by }, { $when }
batch-stopped = { $number }. változat: leállították.
batch-failed = { $number }. változat: nem sikerült, nálunk hiba történt. Kód: { $code }
batch-lost = { $number }. változat: útközben elveszett.
batch-interrupted = { $number }. változat: megszakadt, mert leállt, ami számolta. Semmi sem változott.
batch-newest = <b>{ $number }. változat</b> ({ $by }, { $when }): { $text }.
batch-outcome = { $people ->
    [one] 1 embernek van helye
   *[other] { $people } embernek van helye
}{ $fewer ->
    [0] {""}
   *[other] {" "}(közülük { $fewer } kevesebbet kapott, mint kért)
}, { $without ->
    [0] hely nélkül senki sem maradt
    [one] 1-nek nem jutott
   *[other] { $without } embernek nem jutott
}
batch-measures = Kiosztott helyek: { $seats }. Ebből első kívánság: { $share }.
batch-said = Az adminok döntései: { $count }
batch-final = <b>Lefoglalva</b>, az alapja: { $number }. változat.
batch-telling = Eredmények: { $total } közül { $made } elküldve.
batch-telling-failed = Nem lehetett értesíteni: { $count }
batch-telling-done = Ennyi volt: akit el lehet érni, az megkapta az eredményét.
batch-next-plan = Következő lépés: a <b>Tervezés</b> megmutatja, mi lenne belőle.
batch-next-wait = Következő lépés: várj egy kicsit, vagy állítsd le.
batch-next-again = Következő lépés: <b>Futtatás újra</b>, vagy új terv.
batch-next-review = Következő lépés: nézd át, aztán <b>Véglegesítés</b>. Foglalás még nem történt.
batch-places-lost = { $count ->
    [one] ⚠ Azóta 1 ember elvesztette a helyét.
   *[other] ⚠ Azóta { $count } ember elvesztette a helyét.
} Következő lépés: <b>Javítás</b>.
batch-off-next = Túl kevesen vannak: { $names }. { $count ->
    [one] Ez az időpont még nyitva áll. Töröld, vagy tartsd meg így.
   *[other] Ezek az időpontok még nyitva állnak. Töröld őket, vagy tartsd meg így.
}
label-batch-off = Törlés: { $when } · { $event }
batch-next-rerun = Következő lépés: <b>Újrafuttatás, helyek maradnak</b>. Azóta született döntések, ezek még nincsenek benne: { $count }.
admin-button-batch-plan = Tervezés
admin-button-batch-plan-again = Új tervezés
admin-button-batch-execute = Futtatás
admin-button-batch-again = Futtatás újra
admin-button-batch-rerun = Újrafuttatás, helyek maradnak
admin-button-batch-stop = Leállítás
admin-button-batch-refresh = Hol tart?
admin-button-batch-review = Átnézés
admin-button-batch-short = Kik kaptak kevesebbet
admin-button-batch-words = Az adminok döntései
admin-button-batch-versions = Minden változat
admin-button-batch-finalize = Véglegesítés
admin-done-batch-execute = Készül: { $number }. változat.
admin-done-batch-made = Kész: { $number }. változat.
admin-done-batch-stop = Leállítva.

## Tervezés

batch-plan-head = <b>Terv: { $month }</b>
batch-plan-working = <b>Terv: { $month }</b>. Számolok, egy pillanat. Semmit sem írok le.
batch-way-balanced = Az időpontok egyenletesen telnek meg.
batch-way-fast = Minél kevesebb időpont, hogy gyorsan összeálljanak a csoportok.
batch-order-most = Minél több hely; akinek mostanában nem jutott, az előbb jön.
batch-order-fair = Szigorúan sorban: akinek mostanában nem jutott hely, az választ először.
batch-plan-expected = Várható: { $text }. Kiosztott helyek: { $seats }, összesen { $total } van. Első kívánság: { $share }.
batch-plan-off = Túl kevesen kérték, itt nem oszt ki helyet: { $names }
batch-plan-unwished = Senki sem kérte: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
batch-plan-why = Miért kapnak egyesek kevesebbet:
batch-plan-reason = • { $why } { $count ->
    [one] (1 ember)
   *[other] ({ $count } ember)
}
batch-plan-fill = Így telnek meg az időpontok:
batch-fill = • <b>{ $event }</b>, { $when }: { $free } helyből { $seats }
batch-plan-findings = Ezeket nézd meg előbb:
batch-plan-more = … és még { $count }
batch-plan-clear = A bemenetben nem találtam semmi furcsát.
batch-plan-nothing = Semmit sem írtam le, és foglalás sem történt.
batch-findings-head = <b>Ami furcsa a kívánságokban: { $month }</b>
batch-find-event-off = • <b>{ $event }</b>, { $when }: már nem fogad senkit, { $count } ember kéri
batch-find-no-seats = • <b>{ $event }</b>, { $when }: nincs szabad hely, elsőként kért helyek: { $count }
batch-find-scarce = • <b>{ $event }</b>, { $when }: kevesebb a hely, mint ahány az első kívánságokhoz kell ({ $count })
batch-find-below-minimum = • <b>{ $event }</b>, { $when }: { $count ->
    [0] egy helyet sem
    [one] 1 helyet
   *[other] { $count } helyet
} kérnek{ $used ->
    [0] { "" }
   *[other] , { $used } már foglalt
}, legalább { $least } kell
batch-find-unwished = • <b>{ $event }</b>, { $when }: senki sem kéri
batch-find-line = • <b>{ $event }</b>, { $when }: már várnak rá ({ $count })
batch-find-unreachable = • <b>{ $name }</b>: nem lehet neki írni.
batch-find-impossible = • <b>{ $name }</b>: semmi sem elérhető, amit kér.
batch-find-too-few-wishes = • <b>{ $name }</b> { $count } alkalmat szeretne, de kevesebbet jelölt meg.
batch-find-overlap = • <b>{ $name }</b>: van két kívánsága, amely együtt nem teljesülhet.
batch-find-excluded = • <b>{ $name }</b>: egy admin kihagyta.
batch-find-pin-off = • <b>{ $name }</b>: ide rögzítették: <b>{ $event }</b>, { $when }, de ez már nem tartható.
admin-button-batch-balanced = Egyenletesen
admin-button-batch-fast = Gyors csoportok
admin-button-batch-most = Legtöbb hely
admin-button-batch-fair = Szigorúan sorban
admin-button-batch-fills = Minden időpont
admin-button-batch-findings = Minden furcsaság

## Egy változat átnézése

batch-review-head = <b>{ $month }, { $number }. változat</b>
batch-review-base = Ahol lehet, megtartja a helyeket innen: { $number }. változat.
batch-review-event = • <b>{ $event }</b>, { $when }: { $free } helyből { $seats }, ebből első kívánság: { $first }
batch-review-off = • <s>{ $event }, { $when }</s>: elmarad
batch-review-none = Egyetlen időpont sem fogad embereket.
batch-pins-off = Rögzítés, amit nem lehetett megtartani: { $count }
batch-pin-off-person = • <b>{ $name }</b>, { $event }, { $when }: ebben a hónapban már nem kér semmit.
batch-pin-off-date = • <b>{ $name }</b>, { $event }, { $when }: oda már nem lehet menni.
batch-pin-off-collides = • <b>{ $name }</b>, { $event }, { $when }: nem fér össze egy másik rögzítésével.
batch-pin-off-full = • <b>{ $name }</b>, { $event }, { $when }: nem maradt elég hely.
label-batch-event = { $when } · { $event } · { $seats }/{ $free }
batch-event-head = <b>{ $event }</b>, { $when } ({ $number }. változat)
batch-event-nobody = Itt senkinek sincs helye.
batch-placed = • <b>{ $name }</b>, { $position }. kívánság
batch-placed-unwished = • <b>{ $name }</b>, nem kérte
batch-placed-kept = maradt
batch-placed-pinned = rögzítve
batch-placed-party = { $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}
batch-short-head = <b>Kik kaptak kevesebbet, mint szerettek volna</b> ({ $month }, { $number }. változat)
batch-short = • <b>{ $name }</b>: { $wanted } kért alkalomból { $got }. { $why }
batch-short-none = Mindenki megkapta, amit szeretett volna.
batch-missed = Egy hellyel több, és övé lett volna: { $event }, { $when }.
batch-why-full = A meg nem kapott időpontjai közül az, amelyiket leginkább szerette volna, betelt.
batch-why-party = Nem maradt elég hely együtt.
batch-why-collides = A többi ugyanakkor van.
batch-why-limit = A többi túl közel van egymáshoz.
batch-why-minimum = Túl kevesen lettek volna.
batch-why-together = Nem maradt időpont mindenkinek, aki együtt jön.
batch-why-impossible = Semmi sem volt elérhető, amit kért.
batch-why-excluded = Egy admin kihagyta.
batch-person-head = <b>{ $name }</b> ({ $month }, { $number }. változat)
batch-person-nothing = Ebben a változatban nincs helye.
batch-person-place = • <b>{ $event }</b>, { $when }, { $position }. kívánság
batch-person-unwished = • <b>{ $event }</b>, { $when }, nem kérte
batch-person-wanted = { $wanted } kért alkalomból { $got }. { $why }
batch-person-credit = Pontjai a korábbi, hely nélküli hónapokért: { $count }
batch-person-party = { $seats } hely, vele jön: { $names }
batch-person-with = Akivel együtt jönne: { $names }
batch-person-wishes = Kívánságai:
batch-wish = { $position }. { $event }, { $when }
label-batch-place = { $when } · { $event }
label-batch-where = { $when } · szabad: { $count } · { $event }
batch-place-head = <b>{ $name }</b>: <b>{ $event }</b>, { $when }
admin-button-batch-pin = Rögzítem itt
admin-button-batch-pin-other = Rögzítem egy időpontra
admin-button-batch-move = Áthelyezem máshová
admin-button-batch-out = Ide ne kerüljön
admin-button-batch-undo-pin = Visszavonás: rögzített hely
admin-button-batch-undo-move = Visszavonás: áthelyezés
admin-button-batch-undo-exclude = Visszavonás: kihagyás
admin-button-batch-out-all = Ebben a hónapban ne kapjon

## Amit az adminok döntenek

batch-where-pin = Hol kapjon <b>{ $name }</b> mindenképp helyet? Elöl azok, amelyeket kért.
batch-where-move = Hová kerüljön inkább <b>{ $name }</b>? Elöl azok, amelyeket kért.
batch-where-none = Nincs másik időpont.
batch-pin-ask = <b>{ $name }</b> minden későbbi változatban helyet kap itt: <b>{ $event }</b>, { $when }.
batch-alone = Együtt szeretett volna jönni vele: { $names }. Ez csak { $name } helyéről szól.
batch-move-ask = <b>{ $name }</b> minden későbbi változatban ide kerül: <b>{ $event }</b>, { $when }, e helyett: { $other }.
batch-out-ask = <b>{ $name }</b> egyik későbbi változatban sem kap helyet itt: <b>{ $event }</b>, { $when }.
batch-out-all-ask = <b>{ $name }</b> egyik későbbi változatban sem kap helyet ebben a hónapban.
admin-button-batch-pin-because = Rögzítem: { $reason }
admin-button-batch-move-because = Áthelyezem: { $reason }
admin-button-batch-out-because = Kihagyom: { $reason }
admin-button-batch-lift-because = Visszavonom: { $reason }
admin-button-batch-final-because = Véglegesítem: { $reason }
admin-done-batch-pin = Rögzítve. A következő változattól számít.
admin-done-batch-move = Áthelyezve. A következő változattól számít.
admin-done-batch-out = Kihagyva. A következő változattól számít.
admin-done-batch-lift = Visszavonva. A következő változattól számít.
batch-words-head = <b>Az adminok döntései: { $month }</b>. Minden későbbi változat ehhez tartja magát.
batch-words-none = Még nincs ilyen.
batch-word-pin = <b>{ $name }</b>: rögzítve ide: { $event }, { $when }
batch-word-move = <b>{ $name }</b>: { $event }, { $when }, e helyett: { $other }
batch-word-out = <b>{ $name }</b>: itt ne: { $event }, { $when }
batch-word-out-all = <b>{ $name }</b>: ebben a hónapban ne kapjon helyet
batch-word-by = { $by } – { $when }: { $reason }
batch-lift-ask = Visszavonod? Miért? A következő változat újra szabadon dönt.

## Változatok

batch-versions-head = <b>Változatok: { $month }</b>
batch-versions-none = Még nincs egy sem.
batch-version = <b>{ $number }.</b> ({ $by }, { $when }): { $text }. Helyek: { $seats }, első kívánság: { $share }
batch-version-other = <b>{ $number }.</b> ({ $by }, { $when }): { $text }
batch-version-running = most készül
batch-version-stopped = leállították
batch-version-failed = nem sikerült
label-batch-version = { $number }. változat
admin-button-batch-with = Összehasonlítom mással
batch-with-head = Ez most: { $number }. változat. Melyikkel hasonlítsam össze?
batch-with-none = Nincs másik változat.
batch-compare-head = <b>{ $month }: { $before }. változat → { $after }. változat</b>
batch-compare-none = Senkinek sincs más helye.
batch-compare-sums = Most lett helye: { $made }. Már nincs helye: { $left }. Más időpontja van: { $changed }.
batch-came = ➕ <b>{ $name }</b> megkapja: { $after }
batch-fell = ➖ <b>{ $name }</b> elveszíti: { $before }
batch-moved = ↔️ <b>{ $name }</b>: { $after }, e helyett: { $before }

## Véglegesítés

batch-final-ask = <b>Véglegesíted? { $month }</b>, { $number }. változat
batch-final-books = Így foglalom le: { $text }. Helyek: { $seats }.
batch-final-waits = Aki kevesebbet kap, mint kért, a legjobb betelt kívánsága várólistájára kerül, ha ott tudna lenni: a sorrend előbb az elsőbbség, aztán a hely nélküli hónapok, végül a sorsolás. Akit az adminok kihagytak, nem kerül listára.
batch-final-off = Túl kevesen vannak: { $names }. { $count ->
    [one] Ezt nem törlöm magamtól: a foglalás után a hónap kártyája vezet oda.
   *[other] Ezeket nem törlöm magamtól: a foglalás után a hónap kártyája vezet oda.
}
batch-final-tells = Mindenki, aki kért valamit, megkapja az eredményt és az okát. Ezután a hónap végleges: csak a lemondások változtatnak rajta (azok helye a sorban állóké), egy javítás, és amit akkor módosítanak, amikor két admin az /unlock paranccsal feloldotta.
admin-button-batch-final-yes = Igen, véglegesítem
admin-button-batch-final-why = Véglegesítem, okkal …
admin-done-batch-final = Lefoglalva. Mindenkit értesítek.
batch-changed-head = <b>{ $number }. változat: már nem érvényes.</b> Ez változott, mióta elkészült:
batch-changed-event = • Időpont: <b>{ $event }</b>, { $when }
batch-changed-person = • Kívánság vagy foglalás: <b>{ $name }</b>
batch-changed-said = • Admin döntése: <b>{ $name }</b>
batch-changed-next = Futtasd újra: akinek van helye, megtartja, ahol csak lehet.
batch-changed-nothing = { $number }. változat: azóta semmi sem változott, véglegesítheted.

## Résztvevők

button-month-ledger = A hónapjaim
month-ledger-head = <b>A hónapjaid eddig</b>
month-ledger-none = Még egy olyan hónap sem zárult le, amelyre kértél valamit.
month-ledger-month = • { $month }: { $wanted } kért alkalomból { $got }
month-ledger-off = • { $month }: { $wanted } kért alkalomból { $got }, azóta elmaradt: { $count }
month-ledger-why = Egy hónap hely nélkül egy pontot ad, egy hónap hellyel megfelezi a pontjaidat; { $most } fölött nem számít több. Ahol kevés a hely, ott a több pont előrébb visz.
month-ledger-credit = Pontjaid a hely nélküli hónapokért: { $count }

## Elutasítások

refusal-run-newer = Közben változtak a változatok. A legújabb: { $number }. változat. Előbb azt nézd meg.

## Az előzmények

fact-period-planned = Megkezdődött a tervezés: { $month }
fact-run-started = Elindult: { $number }. változat
fact-run-started-again = Elindult a helyek megtartásával: { $number }. változat
fact-run-made = Kész: { $number }. változat ({ $people } embernek van helye, { $short } ember kevesebbet kapott, vagy semmit)
fact-run-stopped = Leállították: { $number }. változat
fact-run-failed = Nem sikerült: { $number }. változat
fact-run-lost = Útközben elveszett: { $number }. változat
fact-run-interrupted = Megszakadt: { $number }. változat
fact-placement-pinned = Rögzítve egy időpontra
fact-placement-moved = Áthelyezve másik időpontra
fact-person-excluded = Kihagyva egy időpontból
fact-person-excluded-all = Kihagyva a hónapból
fact-adjustment-ended = Admin döntése visszavonva
fact-adjustment-replaced = Admin döntése felülírva
fact-run-finalized = Foglalások lettek belőle: { $number }. változat
fact-result-given = A hónap eredménye: { $wanted } kért alkalomból { $got }
fact-period-finalized = Lefoglalva: { $month }, { $number }. változat
fact-booking-made-month = Foglalás a hónap kívánságaiból
fact-entry-joined-month = Várólistán a hónap kívánságaiból
audit-results-given = { $count } ember kapta meg a hónapja eredményét
audit-month-booked = { $count } foglalás a hónap kívánságaiból
audit-month-waiting = { $count } hely a várólistán a hónap kívánságaiból
audit-wishers-told = { $count } ember értesült róla, mert kívánta

### Egy időpontját vesztett hónap javítása, és a maguktól készülő tervek.

repair-extended-head = <b>Elnézést, egy ideig nem voltam elérhető. Több időd van válaszolni.</b>
repair-asks-lost = <b>Jó lenne egy másik hely?</b> Ez a helyed megszűnt: { $old }, { $before }. Helyette a tiéd lehet: <b>{ $event }</b>, { $when }.
repair-asks-move = <b>Cserélnél időpontot?</b> Valaki elvesztette a helyét, és a tiéd segítene: <b>{ $event }</b>, { $when }, e helyett: { $old }, { $before }.
repair-seats = { $count ->
    [one] 1 főre.
   *[other] Mind a { $count } főre.
}
repair-rule-lost = { $more ->
    [0] Ha eddig igent mondasz, a tiéd: { $until }. Addig fenntartom neked.
   *[other] Eddig mondhatsz igent: { $until }. Akkor lesz a tiéd, ha a többi érintett is igent mond; meg fogom írni.
}
repair-rule-move = Nem muszáj. Eddig válaszolhatsz: { $until }. Senki nem kerül át, amíg minden érintett igent nem mond, és addig megmarad, amid van.
repair-agreed = Igent mondtál. Írok, amint eldőlt.
repair-no-lost = Nem kéred? <b>{ $event }</b>, { $when }. Akkor a hely másé lesz, és senki nem kerül át.
repair-no-move = Maradnál itt: { $old }, { $before }? Akkor senki nem kerül át, és ez így rendben van.
repair-ended-done = <b>Eldőlt.</b> A tiéd: <b>{ $event }</b>, { $when }, e helyett: { $old }, { $before }.
repair-ended-lost = <b>Ez most nem jött össze.</b> Így nem lehet a tiéd: { $event }, { $when }, e helyett: { $old }, { $before }. Minden másod megmarad.
repair-ended-move = <b>Minden marad, ahogy volt.</b> Senki nem cserél: megmarad neked { $old }, { $before }, és nem lesz belőle { $event }, { $when }.
button-repair-yes = Igen, kérem
button-repair-no = Köszönöm, nem
button-repair-no-yes = Nem, hagyjuk
toast-repair-yes = Köszönöm! Írok, amint mindenki válaszolt.
toast-repair-done = Kész: a tiéd.
toast-repair-changed = Közben változott valami: senki nem kerül át.
toast-repair-no = Rendben: senki nem kerül át.

## Admins

admin-button-repair = Javítás
admin-button-repair-see = A javítás
admin-button-repair-because = Megkérdezés: { $reason }
admin-button-repair-back-because = Visszavonás: { $reason }
admin-done-repair = { $count ->
    [one] 1 embert kérdezek meg.
   *[other] { $count } embert kérdezek meg.
}
admin-done-repair-back = Visszavontad: senki nem kerül át.
repair-plan-head = <b>Javítás, { $month }</b>: másik hely azoknak, akiknek megszűnt a helye, a lehető legkevesebb mozgatással.
repair-plan-chain = <b>Csak együtt</b> ({ $count ->
    [one] 1 ember
   *[other] { $count } ember
}):
repair-plan-more = … és még { $count ->
    [one] 1 csere
   *[other] { $count } csere
}.
repair-plan-none = Mindenkinek megvan a helye, aki kapott.
repair-plan-passed = { $count ->
    [one] 1 ember vár
   *[other] { $count } ember vár
} ezekre az időpontokra; ezek a helyek azokéi lesznek, akik elvesztették a sajátjukat.
repair-plan-stuck = Ezek a helyek elvesztek, és más kívánság sem teljesíthető helyettük:
repair-stuck-line = • <b>{ $name }</b> – { $event }, { $when }
repair-stuck-away = • <b>{ $name }</b> – { $event }, { $when } (neki nem tudok írni)
repair-stuck-also = + { $event }, { $when }
repair-stuck-more = + { $count ->
    [one] még 1 időpont
   *[other] még { $count } időpont
}
repair-stuck-head = <b>{ $month }: elveszett helyek, más teljesíthető kívánság nélkül</b> ({ $count } ember):
admin-button-repair-stuck = Az összes érintett ({ $count })
admin-button-repair-lost = Az összes elveszett hely
admin-button-repair-free = További szabad időpontok
repair-date-free = Helyek, amelyekre senki sem vár: { $free }
repair-date-who = Koppints egy névre, és ide foglalok neki, annyi hellyel, amennyi volt neki. Mindenki külön foglalást kap. Kérlek, előbb kérdezd meg őket.
repair-date-nobody = Itt már senkinek sem kell hely.
repair-date-full = Itt nincs elég szabad hely senkinek, aki elvesztette a helyét.
label-repair-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
}
admin-button-repair-other = Foglalás valaki másnak
label-repair-free = { $when } · { $event } · { $free } szabad
repair-plan-free = Ezeken az alkalmakon van hely, amelyre senki sem vár. Kérdezd meg, akit érint, és koppints arra, amelyikre lefoglalnád neki:
repair-plan-full = A hónap többi alkalmán nincs olyan szabad hely, amelyre ne várna senki. Több hely vagy még egy alkalom segítene.
repair-plan-rule = Még semmi sem változott. Minden érintettet megkérdezek; addig fenntartom a szabad helyeket, és egy csere csak akkor történik meg, ha mindenki igent mondott, akit érint.
repair-line-lost = • { $name }: <b>{ $event }</b>, { $when } ({ $position }. kívánság), a megszűnt hely helyett: { $old }, { $before }
repair-line-move = • { $name } helyet ad: <b>{ $event }</b>, { $when } ({ $position }. kívánság), e helyett: { $old }, { $before }
repair-line-yes = ✓
repair-lines-more = … és még { $more } ember.
repair-list-head = <b>Javítás, { $month }</b>: { $count ->
    [0] most nem kérdezek senkit.
    [one] 1 csere vár válaszra.
   *[other] { $count } csere vár válaszra.
}
label-repair-open = { $name } · eddig: { $until } · { $count }/{ $total } igen
repair-one-head = <b>Csere, { $month }</b>, javasolta: { $by }
repair-open = Eddig él: { $until }. { $left ->
    [one] 1 válasz hiányzik.
   *[other] { $left } válasz hiányzik.
}
repair-is-done = Mindenki igent mondott, és megtörtént.
repair-cause-declined = Valaki nemet mondott: mindenki a helyén marad.
repair-cause-expired = Nem válaszolt mindenki időben: mindenki a helyén marad.
repair-cause-changed = Közben változott valami, így nem lehet: mindenki a helyén marad.
repair-cause-admin = Egy admin visszavonta: mindenki a helyén marad.
places-lost = <b>{ $month }: helyek szűntek meg.</b> { $event }, { $when }: { $count ->
    [one] 1 ember elvesztette
   *[other] { $count } ember elvesztette
} a helyét, amelyet a hónap adott. A <b>Javítás</b> másikat keres; senkit sem helyez át anélkül, hogy megkérdezné.
repair-done-told = <b>{ $month }: megtörtént egy csere.</b>
repair-withdrawn-told = <b>{ $month }: elmarad egy csere.</b>
admin-button-schedule = Automatikus tervezés
schedule-head = <b>Automatikus tervezés</b>: amíg egy hónap kívánságai le vannak zárva, de még nem végleges, ezekben az időpontokban új változatot készítek, ha bármi változott, és itt megírom. Semmi nincs lefoglalva, amíg nem véglegesíted.
schedule-off = Ki van kapcsolva.
schedule-on = <code>{ $cron }</code>, legközelebb: { $when }. Beállította: { $by }.
label-schedule-night = Minden éjjel 3:00-kor
label-schedule-morning = Minden reggel 7:00-kor
label-schedule-monday = Hétfőnként 7:00-kor
label-schedule-hour = Óránként
label-schedule-off = Kikapcsolás
admin-button-schedule-type = Más időpontok beírása …
admin-button-schedule-field = pl. 0 3 * * 1-5
schedule-ask = { $admin }, erre az üzenetre válaszolj egy crontabbal: perc, óra, nap, hónap, a hét napja. <code>0 3 * * 1-5</code>: hétfőtől péntekig 3:00-kor.
admin-done-schedule = Mostantól magától tervez.
admin-done-schedule-off = Már nem tervez magától.

## History

fact-booking-made-repair = Foglalás cserével, amelybe mindenki beleegyezett
fact-repair-proposed = Csere javasolva, eddig: { $until }
fact-repair-asked = Megkérdezve egy cseréről
fact-repair-extended = Több idő egy cserére kiesés után, eddig: { $until }
fact-repair-asked-anew = Értesült, hogy több idő jut egy cserére
fact-repair-agreed = Beleegyezett egy cserébe
fact-repair-told = Értesült egy csere végéről
fact-repair-done = A csere megtörtént: mindenki beleegyezett
fact-repair-withdrawn = Csere visszavonva
fact-repair-withdrawn-declined = A csere elmarad: valaki nemet mondott
fact-repair-withdrawn-expired = A csere elmarad: nem válaszolt mindenki időben
fact-repair-withdrawn-changed = A csere elmarad: közben változott valami
fact-schedule-chosen = A hónapok maguktól terveződnek: { $cron }
fact-schedule-off = A hónapok már nem terveződnek maguktól

## Refusals

refusal-repair-not-yet = Csak végleges hónapot lehet javítani.
refusal-repair-changed = Közben változott valami. Nézd meg, hogyan áll most.
refusal-repair-unknown = Nem ismerem ezt a cserét, vagy nem rólad szól.
refusal-repair-over = Ez a csere már véget ért.
refusal-repair-answered = Már igent mondtál; a többiek válasza hiányzik még.
refusal-no-crontab = Ezt nem tudom elolvasni: „{ $word }”. Egy crontab öt részből áll: perc, óra, nap, hónap, a hét napja, például 0 3 * * *.
refusal-crontab-never = Ilyen nap sosem jön el. Nézd meg a napot és a hónapot.
refusal-schedule-unchanged = Már így van.

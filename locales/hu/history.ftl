### Az előzmények, ahogy az adminok az /audit paranccsal olvassák. `$event` is the service's name, `$when` a day and time.

## The card

admin-audit-head = <b>Előzmények</b>
admin-audit-event = { $event }, { $when }
admin-audit-about = Róla: <b>{ $name }</b>
admin-audit-done-by = Ő tette: <b>{ $name }</b>
admin-audit-only-admins = Csak amit adminok tettek
admin-audit-day = Nap: { $text }
admin-audit-month = Hónap: { $month }
admin-audit-none = Nincs találat.
admin-audit-young = { $count ->
    [one] Ezek közül 1 változás még nincs lepecsételve: pár másodperc kell hozzá.
   *[other] Ezek közül { $count } változás még nincs lepecsételve: pár másodperc kell hozzá.
}
admin-audit-line = <b>{ $when }</b> · { $by }
admin-audit-what = { $what } · { $name }
admin-audit-why = Ok: <i>{ $reason }</i>
admin-button-newer = ‹ Újabbak
admin-button-older = Régebbiek ›
admin-button-only-admins = Csak adminok
admin-button-everybody = Mindenki
admin-button-as-file = Fájlként
admin-button-history = Előzmények

## Who

who-admin = { $name } (adminisztrátor)
who-after = Automatika, kiváltotta: { $name }
who-job = Automatika
who-import = Importálás
who-import-by = Importálta: { $name }

## What was asked for

words-admins = adminok admin admins csak only
admin-audit-which = Kire gondolsz?
admin-audit-which-more = Kire gondolsz? Több név illik rá, mint amennyi elfér: írj többet a névből.
admin-audit-which-month = Egy emberre gondolsz, vagy a hónapra?
admin-audit-unknown = Nem ismerem: „{ $text }”. Senkit sem hívnak így, és egyik alkalomnak sem ez a kódja. Így jó, bármilyen sorrendben: egy név, egy alkalom kódja, egy nap (2026-12-01), egy hónap (2026-12), <i>adminok</i>.
admin-audit-no-day = Ilyen nap nincs az előzményekben: { $text }. Így írd: 2026-12-01.
admin-audit-no-month = Ilyen hónap nincs az előzményekben: { $text }. Arra még nem lehetett kérni semmit.
admin-audit-twice = Egyszerre csak egy napot vagy egy hónapot, és csak egy alkalmat kérj; hónapot alkalom nélkül.

## The file

admin-audit-file = { $count ->
    [one] 1 változás
   *[other] { $count } változás
}
admin-audit-file-cut = A legújabb { $count } változás. A korábbiakhoz kérj egy napot, egy hónapot, egy alkalmat vagy egy nevet.
column-time = Idő
column-who = Ki
column-what = Mi történt
column-name = Kivel
column-code = Kód
column-event = Alkalom
column-begins = Kezdete
column-reason = Ok
column-kind = Fajta
column-number = Sorszám
column-seal = Pecsét
column-data = Adatok

## What happened

fact-booking-made = Foglalás ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-booking-made-offer = Foglalás ajánlatból ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-booking-made-promotion = Foglalás a várólistáról ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-booking-made-admin = Foglalás kézzel ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-booking-made-move = Foglalás áthelyezéssel ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-booking-confirmed = Foglalás visszaigazolva
fact-booking-cancelled = Foglalás lemondva
fact-booking-cancelled-late = Foglalás későn lemondva
fact-booking-cancelled-admin = Foglalás törölve valaki helyett
fact-booking-cancelled-move = Foglalás feladva egy másikért
fact-booking-cancelled-line = Foglalás helyett újra a várólistán
fact-booking-cancelled-event = A foglalás megszűnt: az alkalom elmarad
fact-booking-cancelled-silence = A foglalás megszűnt: az új időpontra nem jött válasz időben
fact-booking-asked = Új időpont megírva, válasz kérve eddig: { $until }
fact-booking-reconfirmed = Az új időpont megfelel
fact-shifted = Új időpont megírva
fact-reseated = Megváltoztak a helyek számai
fact-attendance-attended = Ott volt
fact-attendance-missed = Nem jött el
fact-attendance-confirmed = Jelenlét jelölése visszavonva
fact-entry-joined = Feliratkozás a várólistára, { $position }. hely
fact-entry-joined-reserve = Feliratkozás a tartaléklistára
fact-entry-offered = Várólista: ajánlatot kap
fact-entry-returned = Várólista: újra vár
fact-entry-paused = Várólista: szünetel eddig: { $until }
fact-entry-paused-open = Várólista: szünetel
fact-entry-resumed = Várólista: a szünetnek vége
fact-entry-skipped = Kimaradt: a társaság nem fért be
fact-entry-passed = Tartaléklista: az épp elengedett helyre nem kap ajánlatot
fact-entry-prioritised = Más elsőbbségű hely a sorban
fact-entry-booked = A várólistás helyből foglalás lett
fact-entry-left = Leiratkozás a várólistáról
fact-entry-left-declined = Lekerült a várólistáról: nem kérte az ajánlatot
fact-entry-left-missed = Lekerült a várólistáról: ajánlatok lejártak
fact-entry-left-admin = Levéve a várólistáról
fact-entry-left-split = A várólistás hely a kiegyenlítéssel megszűnt
fact-entry-closed = A várólista lezárult: az alkalom elkezdődött
fact-entry-closed-cancelled = A várólista lezárult: az alkalom elmarad
fact-offer-made = Ajánlat ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-offer-called = Utolsó hívás: az első koppintásé a hely
fact-offer-delivered = Ajánlat kézbesítve, érvényes eddig: { $until }
fact-offer-undelivered = Az ajánlatot nem sikerült kézbesíteni
fact-offer-extended = Ajánlat meghosszabbítva eddig: { $until }
fact-offer-reminded = Emlékeztető az ajánlatról
fact-offer-accepted = Ajánlat elfogadva
fact-offer-rejected = Ajánlat elutasítva
fact-offer-expired = Ajánlat lejárt
fact-offer-withdrawn = Ajánlat visszavonva
fact-offer-withdrawn-unreachable = Ajánlat visszavonva: nem érhető el
fact-offer-withdrawn-admin = Ajánlat kézzel visszavonva
fact-offer-withdrawn-taken = Ajánlatnak vége: valaki gyorsabb volt
fact-offer-withdrawn-shifted = Ajánlat visszavonva: megváltozott az időpont
fact-offer-withdrawn-cancelled = Ajánlat visszavonva: az alkalom elmarad
fact-offer-withdrawn-split = Ajánlat visszavonva: a kiegyenlítésnek vége
fact-seats-held = Félretéve ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-hold-released = Félretett helyek felszabadítva
fact-seats-published = Szabad helyek bárkinek: { $count }
fact-event-frozen = Automatika befagyasztva
fact-event-unfrozen = Automatika már nincs befagyasztva
fact-event-closed = Alkalom lezárva
fact-event-moved = Alkalom áthelyezve, új időpont: { $when }
fact-event-cancelled = Az alkalom elmarad
fact-wisher-told = Értesült róla, mert kívánta
fact-event-split = Kiegyenlítés más alkalmakkal elkezdve
fact-event-split-over = A kiegyenlítésnek más alkalmakkal vége
fact-capacity-changed = Helyek száma: { $capacity }
fact-capacity-draining = A felszabaduló helyek megszűnnek, ennyi marad: { $capacity }
fact-capacity-draining-over = Minden hely megmarad
fact-fill-halted = Szabad helyek, amelyeket semmi sem tölt be: { $count }
fact-fill-halted-over = Nem maradt betöltetlen hely
fact-event-configured = Várólista-szabályok beállítva az alkalomnál
fact-service-configured = Várólista-szabályok beállítva a szolgáltatásnál
fact-account-configured = A fiók kapcsolói beállítva
fact-preset-saved = Sablon mentve: { $name }
fact-preset-deleted = Sablon törölve: { $name }
fact-role-given = Más szerep: { $name }
fact-group-language = Más nyelv a csoportban
fact-account-imported = Fiók fájlból: { $code }
fact-service-imported = Szolgáltatás fájlból: { $code }
fact-series-imported = Sorozat fájlból: { $code }
fact-event-imported = Alkalom fájlból: { $code }
fact-imported = Fájlból: { $code }
fact-other = { $name }

## Letters to the group

admin-alert-history =
    <b>Az előzmények lepecsételve</b>, eddig: { $when }. Összesen { $count } változás, pecsét: { $seal }.
    <code>{ $hash }</code>
    Nincs teendő. Ha valaki valaha átírná a múltat, ebből a sorból kiderül: őrizd meg.

### What admins read when they change an event or a booking by hand. `$event` is the service's name, `$when` the
### event's day and time.

## Buttons

admin-button-more = Továbbiak …
admin-button-past = Korábbi és törölt időpontok
admin-button-capacity = Helyek száma
admin-button-capacity-set = Legyen { $wanted } hely
admin-button-drain = Apadjon { $wanted } helyre
admin-button-drain-stop = Mégis maradjon minden hely
admin-button-displace = Legújabbak vissza a sorba
admin-button-displace-because = A sorba: { $reason }
admin-button-date = Másik időpont
admin-button-date-set = Áthelyezés erre az időpontra
admin-button-date-because = Áthelyezés: { $reason }
admin-button-off = Időpont törlése
admin-button-off-because = Törlés: { $reason }
admin-button-attendance = Ki jött el?
admin-button-move = Áthelyezés
admin-button-move-because = Áthelyezés: { $reason }
admin-button-to-line = Vissza a várólistára
admin-button-back-because = A sorba: { $reason }
admin-step-week-less = −1 hét
admin-step-day-less = −1 nap
admin-step-day = +1 nap
admin-step-week = +1 hét
admin-step-hour-less = −1 óra
admin-step-quarter-less = −15 perc
admin-step-quarter = +15 perc
admin-step-hour = +1 óra

## Reasons

admin-reason-ill = A tanár beteg
admin-reason-few = Túl kevés jelentkező
admin-reason-room = A terem nem elérhető
admin-reason-plan = Változott a terv
admin-ask-reason-told = Miért? Az érintettek elolvassák az okot, és bekerül az előzményekbe.

## Seats

admin-capacity-now = Helyek: { $capacity }, ebből használatban: { $used }
admin-capacity-draining = { $wanted } helyre apad, ahogy helyek szabadulnak fel.
admin-capacity-choose = Hány hely legyen?
admin-capacity-more = <b>{ $wanted } hely</b>: { $more ->
    [one] 1-gyel több.
   *[other] { $more } hellyel több.
}
admin-capacity-fewer = <b>{ $wanted } hely</b>: { $fewer ->
    [one] 1 szabad hely megszűnik.
   *[other] { $fewer } szabad hely megszűnik.
}
admin-capacity-below = <b>{ $wanted } hely</b> kevesebb, mint a használatban lévő { $used }. Három megoldás van:
admin-capacity-ways =
    • apadjon: senki sem veszít semmit, minden felszabaduló hely megszűnik, amíg el nem éri a számot;
    • a legújabb foglalások vissza a sorba: az első helyeket kapják, és elolvassák az okot;
    • válassz te: állítsd apadásra, majd helyezz át vagy mondj le foglalásokat kézzel.
admin-ask-displace = Azonnal { $wanted } hely legyen? Vissza a sor elejére: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}.
admin-done-capacity = Mostantól { $wanted } hely van.
admin-done-drain = { $wanted } helyre apad, ahogy helyek szabadulnak fel.
admin-done-drain-stop = A helyek maradnak.

## Another time, or not at all

admin-date-choose = Mikor kezdődjön?
admin-date-new = Új időpont: <b>{ $new }</b>
admin-ask-date = Áthelyezed erre: <b>{ $new }</b>? { $booked ->
    [0] Nincs foglalás
    [one] 1 lefoglalt hely megmarad
   *[other] { $booked } lefoglalt hely megmarad
}; { $waiting ->
    [0] senki sem várakozik.
    [one] 1 várakozó megtartja a helyét.
   *[other] { $waiting } várakozó megtartja a helyét.
} Mindenki értesítést kap.
admin-date-reconfirm = Akinek foglalása van, eddig szól, hogy jó-e neki: { $until }. Utána a helye továbbmegy.
admin-date-offers = { $offered ->
    [one] 1 felajánlott helyet új határidővel újra felajánlok.
   *[other] { $offered } felajánlott helyet új határidővel újra felajánlok.
}
admin-date-wished = { $count ->
    [one] 1 ember kívánta egy következő hónapra, ő is értesül róla.
   *[other] { $count } ember kívánta egy következő hónapra, ők is értesülnek róla.
}
admin-done-date = Áthelyezve: { $new }. Mindenki értesítést kap.
admin-ask-off = Törlöd ezt az időpontot? { $booked ->
    [0] Nincs foglalás
    [one] 1 hely foglalt
   *[other] { $booked } hely foglalt
}, { $waiting ->
    [0] senki sem várakozik.
    [one] 1 ember várakozik.
   *[other] { $waiting } ember várakozik.
}
admin-off-everybody = Mindenki üzenetet kap a többi időponttal.
admin-off-nobody = Így senkinek sem írok.
admin-off-for-good = Ezt nem lehet visszavonni.
admin-done-off-nobody = Az időpont törölve. Senkinek sem volt rajta helye, és senki sem várt rá.
admin-done-off = Az időpont törölve. Mindenki értesítést kap.

## Bookings

admin-move-choose = Melyik időpontra kerüljön <b>{ $name }</b>?
admin-move-none = Nincs másik időpont, ahová <b>{ $name }</b> átkerülhetne.
admin-move-line = { $when } · { $free } szabad{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } várakozó
}
admin-ask-move = Átkerüljön <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}) ide: <b>{ $new }</b>? Értesítést kap róla.
admin-ask-move-passed = { $waiting ->
    [one] Arra az időpontra 1 ember vár, őt megelőzi.
   *[other] Arra az időpontra { $waiting } ember vár, őket megelőzi.
}
admin-done-move = { $name } foglalása mostantól: { $new }.
admin-ask-back = Visszakerüljön <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}) a várólistára, a sor végére?
admin-done-back = { $name } mostantól a várólistán van.

## Who came

admin-attendance-how = Koppints egy névre: ✓ eljött, ✗ nem jött el, · nincs megjelölve.
admin-attendance-nobody = Senkinek sem volt foglalása.
admin-past-head = <b>Korábbi és törölt időpontok</b>
admin-past-none = Nincs korábbi időpont.

## Booking for somebody

admin-button-book-for = Foglalás valakinek
admin-button-book-because = Foglalás: { $reason }
admin-name-guest = { $name } (vendég)
admin-name-new-guest = Új vendég: { $name }
admin-ask-who = { $admin }, ki jön? Válaszolj erre az üzenetre a névvel. Ha egy üzenetben több nevet írsz (soronként vagy vesszővel), az egy társaság: egyetlen foglalás, az első névre. Akik külön-külön jönnek, azoknak egyenként foglalj.
admin-button-who-field = Név, további nevek
admin-ask-whom = Kire gondolsz: „{ $name }”? A vendég nincs a Telegramon, tőlem nem kap üzenetet.
admin-ask-book = Foglaljak neki: <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})?
admin-ask-book-guest = A vendég tőlem nem kap üzenetet: kérlek, szólj neki te.
admin-ask-book-away = Neki nem tudok írni: kérlek, szólj neki te.

## Why not

admin-refusal-event-full = Azon az időponton nincs szabad hely.
admin-refusal-too-few-seats = { $free ->
    [0] Azon az időponton már nincs szabad hely.
    [one] Azon az időponton csak 1 hely szabad, és { $wanted } kell.
   *[other] Azon az időponton csak { $free } hely szabad, és { $wanted } kell.
}
admin-refusal-name-unusable = Egy név egy sor, 1–{ $most } karakter. Kérlek, válaszolj újra a kérdésre.

## Once more, and too few

admin-button-repeat = Még egyszer
admin-button-clone = Időpont hozzáadása
admin-button-clone-weekly = Hetente, { $count } alkalom
admin-clone-how = Ugyanez még egyszer, { $seats } hellyel: <b>{ $new }</b>
admin-done-clone = { $count ->
    [one] Az időpont elkészült.
   *[other] { $count } időpont elkészült.
}
admin-event-minimum = Legalább { $minimum } fő kell hozzá.
admin-few-head = <b>Túl kevesen vannak:</b> { $event }, { $when }. A szükséges { $minimum } helyből { $booked } foglalt. Legyen megtartva, vagy törlöd, amíg még lehet tervezni?
admin-few-waiting = { $waiting ->
    [one] 1 ember vár a sorban.
   *[other] { $waiting } ember vár a sorban.
}

## Balancing siblings

admin-button-split = Időpontok kiegyenlítése
admin-button-split-forward = Ettől az időponttól
admin-button-split-slot = Ugyanaz a nap és óra
admin-button-split-day = Ugyanazon a napon
admin-button-simulate = Szimuláció újra
admin-button-split-offers = Helyek felajánlása
admin-button-split-direct = Azonnali foglalás
admin-button-split-finalize = Lezárás
admin-split-head = Mindenki, aki { $count ->
    [one] erre az időpontra
   *[other] erre a { $count } időpontra
} vár, sorrendben, a lehető legegyenletesebben. Még semmi sem változott:
admin-split-fill = { $when }: { $capacity } helyből { $booked } → <b>{ $used }</b>
admin-split-more = … és még { $count } időpont
admin-split-sum = { $count ->
    [0] Senki sem kapna helyet
    [one] 1 ember kapna helyet
   *[other] { $count } ember kapna helyet
}, közülük másik időpontra: { $more }; { $left ->
    [0] senkinek sem kellene tovább várnia
    [one] tovább várna: 1
   *[other] tovább várna: { $left }
}.
admin-split-move = • { $name } → { $new }
admin-split-move-from = • { $name }: { $when } → { $new }
admin-split-more-moves = … és még { $count } másik időpontra
admin-split-only-here = Máshol nincs hely:
admin-split-unfit = A saját időpontjuk nem jó nekik:
admin-split-full = A saját időpontjuk betelt:
admin-split-even = Hogy minden időpont egyenletesen teljen:
admin-split-unproven = Különböző méretű csoportoknál nem tudtam bizonyítani, hogy nincs jobb terv.
admin-split-running = { $count ->
    [one] 1 időpont kiegyenlítése folyik.
   *[other] { $count } időpont kiegyenlítése folyik.
}
admin-split-how-far = Ajánlatok: { $offered } · elfogadva: { $booked } · nem kérte: { $left } · lejárt: { $misses } · nyitott: { $waiting }
admin-split-ends = Akinek másik időpontot ajánlottam, addig megtartja a saját helyét a sorban. Az utolsó nyitott ajánlattal magától véget ér; a „Lezárás” most visszavonja a nyitott ajánlatokat.
admin-done-split = { $count ->
    [one] 1 helyet felajánlottam.
   *[other] { $count } helyet felajánlottam.
}
admin-done-split-direct = { $count ->
    [one] 1 embernek lefoglaltam.
   *[other] { $count } embernek lefoglaltam.
}
admin-done-split-over = Vége: { $offered } ajánlatból { $booked } elfogadva. Akinek nem jutott hely, visszakerült a sorba.

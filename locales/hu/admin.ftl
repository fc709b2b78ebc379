### What admins read in their private group. `$event` is the service's name, `$when` the event's day and time.

## The list of events

admin-events-none = Nincs közelgő alkalom.
admin-events-head = <b>Közelgő alkalmak</b>: { $first }–{ $last }, összesen { $total }
admin-events-asked = ✋ helyet kér valaki
admin-events-line = { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } várakozó
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}
admin-events-line-halted = ⏸ { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } várakozó
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}

## One event

admin-event-head =
    <b>{ $event }</b>
    { $when }
admin-event-where = { $location }
admin-event-state-closed = <b>Lezárva</b>
admin-event-state-cancelled = <b>Törölve</b>
admin-event-seats = Foglalt: { $capacity } helyből { $booked }
admin-event-kept = Felajánlva: { $offered } · visszatartva: { $held } · szabad: { $free }
admin-event-for-line = A szabad helyekből a várólistának fenntartva: { $kept }.
admin-event-waiting = Várakozik: { $waiting }
admin-event-visiting = Másik időpontról kapott ide ajánlatot: { $count }
admin-event-reserve = Tartaléklista (bármelyik időpont): { $reserve }
admin-event-next = Következik: { $names }
admin-event-lottery = A szabad helyeket sorsolás dönti el: ez a sorsolás sorrendje.
admin-event-mode = Mód: { $mode }
admin-event-more-holds = … és további { $count } visszatartás
admin-hold-line = Visszatartotta { $by }: { $seats } hely
admin-hold-line-reason = Visszatartotta { $by }: { $seats } hely ({ $reason })
admin-refreshed = Frissítve.

## Modes

admin-mode-manual = Kézi kezelés
admin-mode-legacy = Automatikus léptetés a várólistáról
admin-mode-offer = Feltöltés ajánlatokkal a várólistáról
admin-mode-splitter = Kiegyenlítő feltöltés több alkalom között

## Why nothing is filled automatically

admin-halted-closed = ⏸ Az automatika áll: az alkalom nincs nyitva.
admin-halted-started = ⏸ Az automatika áll: az alkalom már elkezdődött.
admin-halted-frozen = ⏸ Az automatika áll: ennél az alkalomnál be van fagyasztva.
admin-halted-switch-off = ⏸ Az automatika áll: az automatikus feltöltés az egész fióknál ki van kapcsolva.
admin-halted-tier = ⏸ Az automatika áll: ezt a módot az előfizetésed nem tartalmazza.
admin-halted-manual = ⏸ Az automatika áll: ebben a módban minden szabad helyről te döntesz.
admin-halted-splitter = ⏸ Ebben a módban a szabad helyek a döntésedre várnak.
admin-halted-other = ⏸ Az automatika áll: { $reason }

## Buttons

admin-button-bookings = Foglalások
admin-button-line = Várólista
admin-button-offers = Ajánlatok
admin-button-hold = Hely visszatartása
admin-button-release = { $by }: { $seats } hely felszabadítása
admin-button-publish = Megnyitás mindenkinek
admin-button-publish-because = Megnyitás: { $reason }
admin-button-freeze = Automatika befagyasztása
admin-button-unfreeze = Automatika újraindítása
admin-button-refresh = Frissítés
admin-button-back = Vissza
admin-button-earlier = ‹ Korábbiak
admin-button-later = Későbbiek ›
admin-button-manage = Kezelés
admin-button-entry = Hely a sorban
admin-button-confirm = Visszaigazolás
admin-button-cancel = Foglalás lemondása
admin-button-cancel-because = Lemondás: { $reason }
admin-button-promote = Hely odaadása
admin-name-promote = Hely odaadása: { $name }
admin-button-promote-because = Odaadás: { $reason }
admin-button-offer = Felajánlás
admin-name-offer = Felajánlás: { $name }
admin-button-offer-because = Felajánlás: { $reason }
admin-button-remove = Törlés a listáról
admin-button-remove-because = Törlés: { $reason }
admin-button-withdraw = Visszavonás
admin-button-withdraw-because = Visszavonás: { $reason }

## Reasons

admin-reason-teacher = A tanár döntése
admin-reason-mistake = Hibajavítás
admin-reason-need = Különleges igény
admin-reason-agreed = A csoporttal egyeztetve
admin-reason-asked = Saját kérésére
admin-reason-hand = Kézi döntés
admin-reason-turn = Ő következett a sorban

## Bookings

admin-bookings-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] Nincs foglalás.
        [one] 1 foglalás
       *[other] { $total } foglalás
    }
admin-bookings-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
}
admin-bookings-line-pending = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
} · visszaigazolandó
admin-booking-who = <b>{ $name }</b> · { $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}
admin-booking-pending = Visszaigazolásra vár
admin-booking-confirmed = Visszaigazolva
admin-booking-cancelled = Lemondva
admin-booking-attended = Részt vett
admin-booking-no-show = Nem jött el
admin-party = Vele jön: { $names }

## The line

admin-name-reserve = { $name } (bármelyik időpont)
admin-line-head =
    <b>{ $event }</b>, { $when }
    { $waiting ->
        [0] Erre az időpontra senki sem vár.
        [one] 1 ember a sorban
       *[other] { $waiting } ember a sorban
    }
admin-line-reserve = Bármelyik időpontra: { $reserve }
admin-line-line = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
}
admin-line-line-offered = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
} · ajánlata van
admin-line-line-paused = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
} · szünetel
admin-line-line-reserve = Bármelyik időpont · { $text }
admin-entry-who = { $position }. <b>{ $name }</b> · { $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}
admin-entry-waiting = Várakozik
admin-entry-offered = Nyitott ajánlata van
admin-entry-paused = Szünetel
admin-entry-booked = Helyet kapott
admin-entry-left = Már nincs a listán
admin-entry-closed = Az alkalom elkezdődött, mielőtt felszabadult volna hely
admin-entry-until = Eddig: { $until }
admin-entry-reserve = A tartaléklistán: bármelyik időpont, { $times }
admin-entry-misses = Elmulasztott ajánlatok: { $misses }
admin-entry-unreachable = Letiltotta a botot, nem érhető el.

## Offers

admin-offers-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] Nincs nyitott ajánlat.
        [one] 1 nyitott ajánlat
       *[other] { $total } nyitott ajánlat
    }
admin-offers-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
} · határidő: { $until }
admin-offers-line-unsent = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
} · nem telik az ideje
admin-offer-who = Ajánlat: <b>{ $name }</b> · { $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}
admin-offer-unsent = Még nincs kézbesítve, vagy kiesés rövidítette le: az ideje nem telik, és lemaradni róla nem kerül semmibe.
admin-offer-open = Határidő: { $until }
admin-offer-last-call = Utolsó lehetőség, határidő: { $until }. Az első koppintásé a hely, fenntartva nincs.
admin-offer-accepted = Elfogadva
admin-offer-rejected = Nem kérte
admin-offer-expired = Lejárt
admin-offer-withdrawn = Visszavonva

## Questions before a change

admin-ask-head = <b>{ $event }</b>, { $when }
admin-ask-reason = Miért? Válassz okot; az előzmények megőrzik.
admin-ask-cancel = Lemondod <b>{ $name }</b> foglalását ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})? Értesítést kap róla.
admin-ask-remove = Leveszed a várólistáról: <b>{ $name }</b>? A helye a sorban elvész, és értesítést kap róla.
admin-ask-withdraw = Visszavonod <b>{ $name }</b> ajánlatát? Értesítést kap róla, és a helye a sorban megmarad.
admin-ask-promote = Soron kívül helyet kap: <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})?
admin-ask-offer = Soron kívüli ajánlat ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}): <b>{ $name }</b>?
admin-ask-passed = Kimarad: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
admin-ask-publish = Megnyitod a szabad helyeket ({ $free }) mindenkinek? { $waiting ->
    [0] Senki sem vár rájuk.
    [one] A sorból 1 ember kimarad.
   *[other] A sorból { $waiting } ember kimarad.
}
admin-seat-to-line = { $seats ->
    [one] A hely a várólistáé, a szabályai szerint.
   *[other] A helyek a várólistáé, a szabályai szerint.
}
admin-seat-to-all = { $seats ->
    [one] Erre az időpontra senki sem vár: a helyet bárki lefoglalhatja.
   *[other] Erre az időpontra senki sem vár: a helyeket bárki lefoglalhatja.
}
admin-seat-to-reserve = { $seats ->
    [one] Erre az időpontra senki sem vár: a hely a tartaléklistáé, ha ott valakinek jó az időpont, különben bárkié.
   *[other] Erre az időpontra senki sem vár: a helyek a tartaléklistáé, ha ott valakinek jó az időpont, különben bárkié.
}
admin-seat-stays = { $seats ->
    [one] Az automatika áll: a hely a döntésedre vár.
   *[other] Az automatika áll: a helyek a döntésedre várnak.
}

## What happened

admin-done-hold = Hely visszatartva.
admin-done-release = Hely felszabadítva.
admin-done-publish = A szabad helyek mindenkinek nyitva állnak.
admin-done-freeze = Automatika befagyasztva. A nyitott ajánlatok maradnak.
admin-done-unfreeze = Már nincs befagyasztva.
admin-done-confirm = { $name } foglalása visszaigazolva.
admin-done-cancel = { $name } foglalása lemondva.
admin-done-promote = { $name } helyet kapott.
admin-done-offer = Ajánlatot kapott: { $name }.
admin-done-remove = Lekerült a listáról: { $name }.
admin-done-withdraw = { $name } ajánlata visszavonva.
admin-then-offered = Ajánlatot kapott: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
admin-then-booked = A sorból helyet kapott: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
admin-then-called = Utolsó lehetőség: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
admin-then-waits = { $count ->
    [one] 1 szabad hely a döntésedre vár.
   *[other] { $count } szabad hely a döntésedre vár.
}

## Why not, where it is about somebody else

admin-refusal-already-booked = Neki már van itt foglalása.
admin-refusal-booking-over = Ez a foglalás már nincs meg.
admin-refusal-button-stale = Ez a gomb egy régebbi üzeneté. Az /events mutatja, mi van.
admin-refusal-not-waiting = Ő már nincs rajta a várólistán.
admin-refusal-offer-answered = Erre az ajánlatra már válaszolt.
admin-refusal-offer-open = Már van egy nyitott ajánlata: várd meg a választ, vagy vond vissza.
admin-refusal-offer-taken = Ez az ajánlat véget ért: valaki gyorsabb volt.
admin-refusal-offer-unknown = Ez az ajánlat már nincs meg.
admin-faster-you = Ezt te tetted: { $at }.
admin-faster-person = { $name } gyorsabb volt: { $at }.
admin-faster-bot = Az automatika gyorsabb volt: { $at }.

## Letters to the group

admin-freed-head = { $count ->
    [one] <b>1 szabad hely</b>
   *[other] <b>{ $count } szabad hely</b>
}: { $event }, { $when }
admin-freed-next = Következik: { $names }
admin-freed-done = Minden hely rendezve: { $event }, { $when }
admin-freed-offered = Felajánlva, még nincs válasz: { $event }, { $when }
admin-freed-offer = Ajánlatot kapott: <b>{ $name }</b>, határidő: { $until }
admin-freed-offer-unsent = Ajánlatot kapott: <b>{ $name }</b>; az idő a kézbesítéstől számít
admin-freed-last = A várólistáról utoljára kapott helyet: <b>{ $name }</b>
admin-freed-changed = Közben más lett a következő. Nézd meg újra, és úgy dönts.
admin-pending-head = Egy foglalás visszaigazolásra vár: <b>{ $event }</b>, { $when }
admin-unreachable = <b>{ $name }</b> nem érhető el. Az ajánlata ({ $event }, { $when }) továbbment a következőhöz.
admin-unreachable-stays = A helye a sorban megmarad, de nem kap ajánlatot, amíg újra nem ír a botnak.
admin-alert-job-failed = <b>Egy háttérfeladat nem sikerült:</b> { $job } ({ $why }). Magától újra fut; ha megismétlődik, nézd meg a naplót.
admin-alert-letter-dead = <b>Egy üzenet nem volt kézbesíthető</b> ({ NUMBER($letter, useGrouping: 0) }. üzenet: { $why }). Kérlek, szólj az érintettnek.
admin-alert-error = <b>Váratlan hiba történt</b> ({ $what }). Kód: <code>{ $code }</code>. A részletek ezzel a kóddal a naplóban vannak.
admin-alert-outbox-late = <b>Késnek az üzenetek:</b> { $count } vár, a legrégebbi { $minutes } perce. Ellenőrizd a kapcsolatot a Telegrammal.
admin-alert-outage = <b>Nem voltam elérhető:</b> { $when } – { $until }. { $count ->
    [0] Ajánlatot nem kellett meghosszabbítani.
    [one] 1 nyitott ajánlat visszakapta az elveszett időt.
   *[other] { $count } nyitott ajánlat visszakapta az elveszett időt.
}{ $repairs ->
    [0] {""}
    [one] {" "}1 cserére is több idő jut a válaszra.
   *[other] {" "}{ $repairs } cserére is több idő jut a válaszra.
} Ha nem te állítottál le, nézd meg a naplót.
admin-alert-topics-forbidden = <b>Ebben a csoportban vannak témák, de én nem hozhatok létre egyet sem</b>, ezért minden ide érkezik. Ha másképp szeretnétek, a csoport tulajdonosa engedélyezze nekem a témák kezelését: a csoport beállításai, Adminisztrátorok, a nevem.
admin-alert-group-lost = <b>Már nem vagyok benne { $name } adminisztrátori csoportjában.</b> A résztvevők továbbra is foglalhatnak, de senki sem értesül arról, amihez adminisztrátor kell. Vegyél fel újra a csoportba, adminisztrátorként; akkor jön az is, amit közben nem lehetett elmondani.
admin-alert-group-demoted = <b>Már nem vagyok adminisztrátor { $name } adminisztrátori csoportjában.</b> Ott túl későn tudom meg, ki mit tehet. Tegyél újra adminisztrátorrá.

## Roles

admin-role-viewer = megfigyelő
admin-role-operator = kezelő
admin-role-approver = jóváhagyó
admin-role-owner = tulajdonos
admin-role-may-viewer = <b>{ $role }</b>: mindent lát, semmit sem módosít
admin-role-may-operator = <b>{ $role }</b>: kezeli az alkalmakat, a foglalásokat, a várólistákat és az ajánlatokat
admin-role-may-approver = <b>{ $role }</b>: jóvá is hagyja, amihez egy második ember kell
admin-role-may-owner = <b>{ $role }</b>: szerepeket is ad, és a fiók beállításait is módosítja
admin-roles-head = { $total ->
    [one] <b>1 adminisztrátor</b>
   *[other] <b>{ $total } adminisztrátor</b>
}
admin-roles-line = { $name }: { $role }
admin-roles-line-given = { $name }: { $role } (adta: { $by }, { $at })
admin-roles-choose = Kinek a szerepe változzon? Azt, hogy ki adminisztrátor, a Telegramban döntitek el.
admin-roles-owners = A szerepeket itt a tulajdonosok módosítják. Azt, hogy ki adminisztrátor, a Telegramban döntitek el.
admin-role-ask = Legyen { $name } szerepe <b>{ $role }</b>?
admin-button-role-give = Igen, mostantól
admin-done-role = { $name } szerepe mostantól „{ $role }”.
admin-refusal-role-nobody = Ehhez „{ $needed }” szerep kell, és itt senki sem adhatja meg: a csoportnak nincs tulajdonosa a Telegramban.

## Help

admin-help =
    <b>Ezeket teheted itt</b>
    /events – közelgő alkalmak: foglalások, várólista, ajánlatok, szabad helyek, automatika
    /services – szolgáltatások, új szolgáltatások és alkalmak lépésről lépésre, és kitölthető minták; az ide küldött CSV-, XLSX-, YAML- vagy JSON-fájl importálható, miután láttad, mit tenne
    /batch – a következő hónapok: kívánságok, helyek kiosztása, lezárás
    /lock – zárold a hónapot, amíg tervezel
    /unlock – végleges hónap rövid feloldása, ketten
    /export – a hónap fájlban, két változat összevetve, a sorsolás bizonyítéka
    /metrics – a hónap számai, képen is
    /audit – ki, mit, mikor és miért változtatott; utána név, egy alkalom kódja, nap, hónap vagy <i>adminok</i>
    /whatif – mi lenne egy változtatásból: ki jutna be és ki esne ki; semmi sem íródik be
    /roles – ki mit tehet ebben a csoportban
    /help – ez a szöveg
    /help modes – melyik módot válaszd

    Ha egy szabad helyről neked kell döntened, magától megjelenik itt egy kártya.

# The language of the group

admin-button-months = 🗓 Hónapok
admin-button-language = 🌐 Nyelv
admin-language-ask = Ebbe a csoportba most magyarul írok. Milyen nyelven írjak?
admin-done-language = Mostantól magyarul írok ebbe a csoportba.

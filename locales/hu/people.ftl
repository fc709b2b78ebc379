### What participants read. `$event` is the service's name, `$when` the event's day and time.

## The beginning

start-hello = Szia, { $name }!
start-about =
    Helyet foglalok neked. Ha minden betelt, a várólistán megőrzöm a helyed a sorban.
    Ha felszabadul egy hely, a soron következőnek azonnal írok.
help-text =
    <b>Ezeket teheted itt</b>
    /events – helyet keresel: lefoglalod, vagy vársz rá
    /my – a foglalásaid, a helyeid a sorban és az ajánlataid
    /month – mit szeretnél a következő hónapban, és mi lett belőle
    /settings – a nyelv
    /cancel – elfelejtem, amit épp kérdeztem
    Ha felszabadul egy hely, és te következel, magamtól írok.
text-unasked = Gombokkal működöm: válaszd ki, merre menjünk. A /help elmondja, mit tudok.
draft-dropped = Rendben, elfelejtettem. Nem foglaltam semmit.
draft-none = Nincs nyitott kérdés: épp nem várok válaszra.
settings-ask = <b>A nyelved</b>
toast-language = Mostantól magyarul.

## Services and events

services-choose = <b>Mihez lenne kedved?</b>
services-none = Még nincs mit foglalni. Nézz vissza hamarosan!
label-service = { $service } · { $dates } időpont, { $free } szabad
label-service-full = { $service } · betelt
label-service-none = { $service } · nincs időpont
events-head = <b>{ $service }</b>
events-about = { $about }
events-choose = Válassz időpontot:
events-none = Most nincs időpont. Nézz vissza hamarosan!
label-free = { $when } · { $free } szabad
label-held = { $when } · { $free } várólistás
label-waiting = { $when } · betelt, { $waiting ->
    [one] 1 vár
   *[other] { $waiting } vár
}
label-full = { $when } · betelt
label-started = { $when } · elkezdődött
label-closed = { $when } · lezárva
label-cancelled = { $when } · elmarad
event-head =
    <b>{ $event }</b>
    { $when }–{ $ends }
event-where = { $where }
state-free = { $free ->
    [one] 1 szabad hely
   *[other] { $free } szabad hely
}
state-held = { $free } szabad hely, a várólistának fenntartva
state-waiting = betelt, { $waiting } ember vár
state-full = betelt, senki sem vár
state-started = Már elkezdődött.
state-closed = Már nem foglalható.
state-cancelled = A szervező lemondta, elmarad.
event-rule = Gond nélkül lemondhatod { $until }-ig.
event-rule-late = Már közel van: a lemondás most késői lemondásnak számít.

## Bookings

booking-stands = <b>Van helyed.</b>
booking-stands-pending = <b>Fenntartom a helyed.</b> A szervezőnek még vissza kell igazolnia.
party-seats = { $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}
party-with = { $seats } hely: te, { $names }
booking-rule = Gond nélkül lemondhatod { $until }-ig.
booking-rule-late = Gond nélkül { $until }-ig mondhattad volna le; a lemondás most már későinek számít.
booking-cancel-ask = Lemondod a foglalásod{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats } hely)
}? <b>{ $event }</b>, { $when }
toast-booked = Lefoglaltam!
toast-requested = Fenntartom. A szervezőnek még vissza kell igazolnia.
toast-cancelled = Lemondtad.

## Booking for several

party-size-ask = Veled együtt hány hely kell? <b>{ $event }</b>, { $when }
label-seats = { $seats }
label-seats-wait = { $seats } · várólista
party-names-head = <b>{ $seats } hely</b>: { $event }, { $when }
party-names-known = Te és: { $names }
party-names-ask = { $left ->
    [one] Ki jön veled? Írd meg a nevét.
   *[other] Kik jönnek veled? Írj { $left } nevet: soronként egyet, vagy egyesével.
} Ha mégsem: /cancel.
party-booked = Kész, { $seats } hely a tiétek: te, { $names }.
party-joined = Kész, { $seats } helyre vártok: te, { $names }.

## Places in line

entry-place = A helyed a sorban: <b>{ $position }.</b>
entry-free = { $free ->
    [one] A szabad helyet, amíg van, most bárki lefoglalhatja, te is.
   *[other] A szabad helyeket ({ $free }), amíg vannak, most bárki lefoglalhatja, te is.
} A sorban a következő felszabaduló helyre vársz.
reserve-head = <b>{ $event }</b>, bármelyik időpont
reserve-place = Bármelyik időpont ({ $times }): a helyed a sorban <b>{ $position }.</b>
entry-paused-open = Szünetel: nem kapsz ajánlatot, amíg nem folytatod. A helyed a sorban megmarad.
entry-paused-until = Szünetel { $until }-ig: addig nem kapsz ajánlatot. A helyed a sorban megmarad.
next-manual = Ha felszabadul egy hely, a szervező dönti el, kié legyen. Szólok, ha van hír.
next-booked = Ha te következel, azonnal lefoglalom neked, és itt szólok.
next-booked-grace = Ha te következel, azonnal lefoglalom neked, és itt szólok. Utána legalább ennyi ideig gond nélkül lemondhatod: { $length }.
next-offer = Ha te következel, itt kapsz ajánlatot, benne a határidővel.
next-splitter = Ha felszabadul egy hely, a szervező dönti el, kié legyen. Szólok, ha van hír.
join-ask = Felírjalak a várólistára? <b>{ $event }</b>, { $when }
join-ahead = { $waiting ->
    [0] Még senki sem vár: te lennél az első.
    [one] 1 ember vár, te { $position }. lennél a sorban.
   *[other] { $waiting } ember vár, te { $position }. lennél a sorban.
}
anywhere-ask = Bármelyik időpont jó? <b>{ $event }</b>. Mondd meg, mikor érsz rá, és felajánlom a következő szabad helyet.
leave-ask = Levegyelek a várólistáról? <b>{ $event }</b>. A helyed a sorban ({ $position }.) ezzel elvész.
pause-ask = Szüneteltessem a helyed? <b>{ $event }</b>. A helyed a sorban megmarad ({ $position }.), de addig nem kapsz ajánlatot. Meddig?
toast-joined = Felkerültél a listára.
toast-left = Lekerültél a listáról.
toast-paused = Szüneteltetve.
toast-resumed = Újra sorban vagy.

## Offers

offer-head = <b>Te következel!</b>
offer-call-head = <b>Utolsó lehetőség!</b>
offer-reminder-head = <b>Hamarosan lejár az ajánlatod</b>
offer-extended-head = <b>Bocs, egy ideig nem voltam elérhető. Még mindig te következel!</b>
offer-held = { $count ->
    [one] Fenntartok neked egy helyet.
   *[other] Fenntartok nektek { $count } helyet.
}
offer-names = Neked és: { $names }
offer-call = Mindenkit egyszerre kérdezek a sorban: { $count ->
    [one] aki először elfogadja, azé a hely
   *[other] { $count } hely azé, aki először elfogadja
}.
offer-rule-kept = Válaszolj <b>{ $until }</b>-ig, utána már nem tartom fenn neked a helyet. A helyed a sorban most az egyszer megmarad.
offer-rule-end = Válaszolj <b>{ $until }</b>-ig, utána már nem tartom fenn neked a helyet, és a sor végére kerülsz.
offer-rule-off = Válaszolj <b>{ $until }</b>-ig, utána már nem tartom fenn neked a helyet, és lekerülsz a várólistáról.
offer-rule-free = Válaszolj <b>{ $until }</b>-ig, utána már nem tartom fenn neked a helyet. A helyed a sorban megmarad.
offer-call-rule = Legkésőbb <b>{ $until }</b>-ig él. Ha nem válaszolsz, a helyed a sorban nem változik.
decline-ask = Az ajánlat még él: <b>{ $event }</b>, { $when }. Ha nem kéred, mi legyen a helyeddel a sorban?
toast-accepted = A tiéd!
toast-declined-leave = Nem kérted. Lekerültél a listáról.
toast-declined-keep = Nem kérted. A helyed a sorban megmarad.
toast-declined-pause = Nem kérted. A várakozásod szünetel.

## My places

my-head = <b>Helyeim</b>
my-none = Itt még nincs semmi. Keressünk neked helyet?
my-offer = <b>{ $event }</b>, { $when }: ajánlat, válaszolj { $until }-ig
my-booked = <b>{ $event }</b>, { $when }: lefoglalva{ $seats ->
    [one] { "" }
   *[other] , { $seats } hely
}
my-pending = <b>{ $event }</b>, { $when }: fenntartva, visszaigazolásra vár{ $seats ->
    [one] { "" }
   *[other] , { $seats } hely
}
my-waiting = <b>{ $event }</b>, { $when }: { $position }. a sorban
my-paused = <b>{ $event }</b>, { $when }: { $position }. a sorban, szünetel
my-reserve = <b>{ $event }</b>, bármelyik időpont ({ $times }): { $position }. a sorban
label-mine = { $when } · { $event }
label-reserve = Bármelyik időpont · { $event }

## Letters

booking-made = <b>Lefoglaltam, van helyed</b>
booking-requested = <b>Fenntartom a helyed</b>
booking-promoted = <b>Felszabadult egy hely, és a tiéd!</b>
booking-entered = <b>A szervező lefoglalt neked egy helyet</b>
booking-pending-note = A szervezőnek még vissza kell igazolnia. Szólok, ha megvan.
booking-confirmed = <b>Visszaigazolva: van helyed</b>
booking-shifted = <b>Megváltozott az időpont, a foglalásod megmarad</b>
booking-cancelled = Lemondtad a foglalásod: <b>{ $event }</b>, { $when }. Köszönöm, hogy szóltál.
booking-cancelled-admin = A szervező lemondta a foglalásod: <b>{ $event }</b>, { $when }.
booking-cancelled-late = Ez késői lemondásnak számít.
entry-joined = <b>Felkerültél a várólistára</b>
entry-paused = <b>A várakozásod szünetel</b>
entry-resumed = <b>Újra sorban vagy</b>
entry-shifted = Megváltozott az időpont: <b>{ $event }</b>, mostantól { $when }. A helyed a sorban megmarad.
entry-left = Leiratkoztál a várólistáról: <b>{ $event }</b>, { $when }.
entry-left-reserve = Leiratkoztál a várólistáról: <b>{ $event }</b>, bármelyik időpont.
entry-left-admin = A szervező levett a várólistáról: <b>{ $event }</b>, { $when }.
entry-left-admin-reserve = A szervező levett a várólistáról: <b>{ $event }</b>, bármelyik időpont.
entry-closed = Lezárult a várólista: <b>{ $event }</b>, { $when }. Sajnos nem szabadult fel időben hely.
offer-accepted = <b>A tiéd, lefoglaltam</b>
offer-expired = Lejárt az ajánlat ({ $at }): <b>{ $event }</b>, { $when }. A helyet már nem tartom fenn neked.
offer-rejected-leave = Nem kérted a helyet, és lekerültél a várólistáról: <b>{ $event }</b>, { $when }.
offer-rejected-keep = Ezt a helyet nem kérted: <b>{ $event }</b>, { $when }. A helyed a sorban megmarad a következőre.
offer-rejected-pause = Nem kérted a helyet: <b>{ $event }</b>, { $when }. A várakozásod szünetel, amíg nem folytatod.
offer-withdrawn-taken = Valaki gyorsabb volt, a hely elkelt: <b>{ $event }</b>, { $when }. A helyed a sorban megmarad.
offer-withdrawn-admin = A szervező visszavonta az ajánlatot: <b>{ $event }</b>, { $when }.
offer-withdrawn-left = Az ajánlatnak vége, mert leiratkoztál, vagy szünetelteted a helyed: <b>{ $event }</b>, { $when }.
offer-withdrawn-repair = Vége az ajánlatnak: <b>{ $event }</b>, { $when }. Igent mondtál ugyanis az új helyedre.
offer-withdrawn-closed = Az ajánlatnak vége, mert az alkalom elkezdődött vagy lezárult: <b>{ $event }</b>, { $when }.
offer-withdrawn-shifted = Megváltozott az időpont: <b>{ $event }</b>, mostantól { $when }. A régi időpontra szóló ajánlatnak ezért vége, a helyed a sorban megmarad.
offer-withdrawn-rules = A szervező mostantól másképp osztja a szabad helyeket: <b>{ $event }</b>, { $when }. Ennek az ajánlatnak ezért vége, a helyed a sorban megmarad.
offer-withdrawn-unreachable = Nem értelek el, ezért az ajánlatot a következő kapta meg: <b>{ $event }</b>, { $when }. A helyed a sorban megmarad.
offer-missed-kept = Lemaradtál az ajánlatról: <b>{ $event }</b>, { $when }. Most az egyszer megtartod a helyed a sorban: <b>{ $position }.</b> Legközelebb a sor végére kerülnél.
offer-missed-end = Másodszor maradtál le egy ajánlatról: <b>{ $event }</b>, { $when }. A sor végére kerültél, a helyed most <b>{ $position }.</b> A következőnél lekerülsz a listáról.
offer-missed-off = Háromszor maradtál le egy ajánlatról, ezért lekerültél a várólistáról: <b>{ $event }</b>, { $when }. Bármikor újra felkerülhetsz.

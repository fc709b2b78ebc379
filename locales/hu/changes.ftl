### What participants read when a booking moves, an event moves, or an event does not take place.

button-reschedule = Másik időpont
button-coming = Ott leszek
reschedule-choose = Melyik időpontra tegyem át a foglalásod? <b>{ $event }</b>, { $when }
reschedule-none = { $seats ->
    [one] Most nincs másik időpont szabad hellyel: <b>{ $event }</b>.
   *[other] Most nincs másik időpont { $seats } szabad hellyel: <b>{ $event }</b>.
} A foglalásod megmarad: { $when }.
reschedule-ask = Áttegyem a foglalásod{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats } hely)
}? <b>{ $event }</b>: { $when } helyett <b>{ $new }</b>. A régi helyed csak akkor engedem el, ha az új már a tiéd.
toast-rescheduled = Áttettem!
toast-coming = Köszönöm, várunk!
booking-moved = <b>A foglalásod átkerült</b>
booking-moved-from = Eddig: { $when }
booking-reconfirm = Kérlek, szólj eddig, hogy jó-e neked: <b>{ $until }</b>. Ha addig nem jelzel, a helyedet más kapja meg.
booking-reconfirmed = <b>Jössz: minden rendben</b>
booking-cancelled-silence = Nem jeleztél vissza az új időpontról, ezért a helyed továbbment: <b>{ $event }</b>, { $when }. Bármikor foglalhatsz vagy várakozhatsz újra.
entry-displaced = A szervező a foglalásodból várólistás helyet csinált: <b>{ $event }</b>, { $when }.
event-called-off = Elmarad: <b>{ $event }</b>, { $when }. Sajnálom.
entry-closed-off = Ezzel a helyed is megszűnt a sorban.
request-closed-off = Ezzel a kérésed is lezárult.
event-off-month = Ez volt a helyed erre a hónapra: { $month }. A stúdió megtudja, hogy elvesztetted.
event-off-other = A stúdió felajánlhat helyette egy másik időpontot a hónapból: ha így lesz, írok neked.
event-off-free = Nem kell erre várnod: szabad időpontot most is foglalhatsz.
event-others = A következő időpontok:
reason-told = Oka: { $reason }
offer-withdrawn-anew = Megváltozott az időpont: <b>{ $event }</b>, mostantól { $when }. A régi időpontra szóló ajánlatnak vége, az új ajánlatod már az új időpontra szól.
offer-withdrawn-cancelled = Elmarad: <b>{ $event }</b>, { $when }, ezért az ajánlatnak vége.

refusal-seats-in-use = { $used ->
    [one] 1 hely használatban van, ezért nem lehet { $wanted }.
   *[other] { $used } hely használatban van, ezért nem lehet { $wanted }.
}
refusal-capacity-unusable = A helyek száma 1 és { $most } közötti egész szám.
refusal-capacity-unchanged = Már most is { $capacity } hely van.
refusal-already-draining = Már most is { $capacity } helyre apad.
refusal-not-draining = A helyek száma már nem csökken.
refusal-same-event = A foglalás már erre az időpontra szól.
refusal-date-unusable = Válassz egy másik, még előttünk álló időpontot.
refusal-nothing-to-confirm = Itt már nincs mire válaszolni. A /my mutatja, mid van.
refusal-not-begun = A részvételt a kezdéstől lehet megjelölni: { $at }.

offer-instead = Erre vársz: { $when }. Van egy hely egy másik időponton; ha nem kéred, a helyed a sorban ({ $when }) megmarad.
offer-withdrawn-split = Visszavontam az ajánlatot: <b>{ $event }</b>, { $when }. A helyed a sorban megmarad.
entry-place-home = A helyed a sorban, { $when }: <b>{ $position }.</b>
offer-missed-split = Lemaradtál az ajánlatról: <b>{ $event }</b>, { $when }. Ezzel nem vesztettél semmit.
booking-instead = Erre vártál: { $when }.
refusal-split-running = Ezeknek az időpontoknak a kiegyenlítése már folyik.
refusal-split-over = Ez a kiegyenlítés már véget ért.
refusal-nothing-to-balance = Nincs szabad hely azoknak, akik ezekre az időpontokra várnak.

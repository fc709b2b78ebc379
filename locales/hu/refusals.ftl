### Why not: one plain sentence for each refusal, without markup, short enough for an alert.

refusal-event-unknown = Nem találom ezt az alkalmat. Talán már nincs meg; az /events mutatja, mi van.
refusal-event-cancelled = Ezt az alkalmat lemondta a szervező.
refusal-event-not-open = Ez az alkalom már nem foglalható.
refusal-event-started = Már késő: ez az alkalom elkezdődött.
refusal-event-full = { $waiting ->
    [0] Ez az alkalom betelt. Iratkozz fel a várólistára: te lennél az első.
    [one] Ez az alkalom betelt, és 1 ember vár. Iratkozz fel a várólistára: te { $position }. lennél a sorban.
   *[other] Ez az alkalom betelt, és { $waiting } ember vár. Iratkozz fel a várólistára: te { $position }. lennél a sorban.
}
refusal-too-few-seats = { $free ->
    [0] Már nincs szabad hely
    [one] Csak 1 hely szabad
   *[other] Csak { $free } hely szabad
}, nektek pedig { $wanted } kell. Együtt kaptok helyet: várjatok { $wanted } helyre, vagy foglaljatok kevesebbet.
refusal-held-for-line = A szabad helyek a várólistáé ({ $waiting ->
    [one] 1 ember vár
   *[other] { $waiting } ember vár
}). Iratkozz fel rá: te { $position }. lennél a sorban.
refusal-seats-are-free = Nem kell várnod: { $free ->
    [one] 1 hely szabad
   *[other] { $free } hely szabad
}. Koppints a Foglalok gombra.
refusal-already-booked = Ide már van foglalásod.
refusal-already-waiting = Már rajta vagy ezen a várólistán.
refusal-party-too-large = { $most ->
    [one] Itt egyszerre csak 1 hely foglalható.
   *[other] Itt egyszerre legfeljebb { $most } hely foglalható.
}
refusal-party-not-named = { $wanted ->
    [0] Egy helyhez nem kell több név, de { $named } érkezett.
    [one] Pontosan 1 név kell a tiéden kívül, így pedig { $named } lenne. Próbáld újra, vagy /cancel.
   *[other] Pontosan { $wanted } név kell a tiéden kívül, így pedig { $named } lenne. Próbáld újra, vagy /cancel.
}
refusal-booking-over = Ez a foglalás már nincs meg. A /my mutatja, mid van.
refusal-booking-not-pending = Ez a foglalás már nem vár visszaigazolásra.
refusal-not-waiting = Már nem vagy rajta ezen a várólistán. A /my mutatja, mid van.
refusal-not-paused = Ez a hely nem szünetel.
refusal-pause-over-start = A szünet a kezdés utánig tartana. Válassz rövidebbet.
refusal-offer-unknown = Nem ismerem ezt az ajánlatot. A /my mutatja, mid van.
refusal-offer-expired = Ez az ajánlat lejárt: { $at }. A helyet már nem tartom fenn neked.
refusal-offer-withdrawn = Ezt az ajánlatot visszavonták.
refusal-offer-answered = Erre az ajánlatra már válaszoltál.
refusal-offer-taken = Valaki gyorsabb volt, a hely elkelt. A helyed a sorban megmarad.
refusal-offer-open = Már van egy nyitott ajánlatod: előbb arra válaszolj.
refusal-no-free-seat = { $free ->
    [0] Itt nincs szabad hely.
    [one] Csak 1 hely szabad, és { $wanted } kellene.
   *[other] Csak { $free } hely szabad, és { $wanted } kellene.
}
refusal-hold-over = Ezek a helyek már nincsenek visszatartva.
refusal-holds-changed = Közben megváltozott, mely helyek vannak visszatartva. Nézd meg újra, és úgy dönts.
refusal-already-public = Már minden szabad hely nyitva áll mindenkinek.
refusal-already-frozen = Az automatika már be van fagyasztva.
refusal-not-frozen = Az automatika nincs befagyasztva.
refusal-mode-not-in-tier = Ezt a módot az előfizetésed nem tartalmazza.
refusal-rules-unchanged = Már most is így van beállítva.
refusal-preset-unknown = Ez a sablon már nincs meg.
refusal-preset-in-use = { $count ->
    [one] Ezt a sablont 1 helyen használod. Előbb állíts be ott más szabályokat.
   *[other] Ezt a sablont { $count } helyen használod. Előbb állíts be ott más szabályokat.
}
refusal-service-unknown = Ez a szolgáltatás már nincs meg.
refusal-service-without-events = Még nincs alkalom: előbb vegyél fel egyet, utána beállíthatod a szabályait.
refusal-person-unreachable = Ez a résztvevő letiltotta a botot, nem kaphat ajánlatot.
refusal-reason-needed = Kérlek, adj meg egy { $least }–{ $most } karakteres indokot.
refusal-seats-for-people = A helyek száma 1 és { $most } között lehet.
refusal-not-admin = Ezt csak a csoport adminisztrátorai tehetik meg.
refusal-role-needed = Ehhez „{ $needed }” szerep kell. Tőle kaphatod meg: { $names } (/roles)
refusal-not-on-team = Ez a személy már nem adminisztrátora ennek a csoportnak.
refusal-role-unchanged = { $name } szerepe már most is „{ $role }”.
refusal-last-owner = Valakinek szerepet is kell tudnia adni: előbb tegyél valaki mást tulajdonossá.
refusal-no-account = Még nincs mit kezelni: előbb töltsd be az alkalmakat.
refusal-nameless-admin = Kérlek, a saját neveden járj el: kapcsold ki a névtelenséget az adminjogaidnál.
refusal-not-this-group = Ez csak a szervező admincsoportjában működik.
refusal-button-stale = Ez a gomb egy régebbi üzeneté. A /my mutatja, mid van, az /events, hogy mi van.
refusal-asked-of-another = Ez a kérdés neki szól: { $name }. A /services paranccsal sajátot kezdhetsz.
refusal-already-done = Ez már megtörtént.
refusal-busy = Most nagy a forgalom. Kérlek, próbáld újra egy pillanat múlva; nem változott semmi.
refusal-month-ending = Most foglalom le egy hónap helyeit. Kérlek, próbáld újra egy perc múlva; nem változott semmi.
refusal-too-fast = { $seconds ->
    [one] Ez gyors volt. Kérlek, várj egy másodpercet.
   *[other] Ez gyors volt. Kérlek, várj { $seconds } másodpercet.
}
refusal-text-expected = Csak szöveget tudok olvasni. Kérlek, írd le üzenetben, vagy használd a gombokat.
refusal-name-unusable = Egy név egy sor, 1–{ $most } karakter. Kérlek, küldd el újra, vagy /cancel.
refusal-link-unknown = Ez a link (már) nem vezet sehová.
refusal-command-unknown = Ezt a parancsot nem ismerem. A /help elmondja, mit tudok.
refusal-file-too-large = Legfeljebb { $most } MB-os fájlt olvasok. Kérlek, oszd fel.
refusal-file-of-other-kind = Ilyen fájlt nem tudok olvasni. Mentsd el CSV, XLSX, YAML vagy JSON formában.
refusal-file-gone = Ezt a fájlt nem kapom meg a Telegramtól, vagy megváltozott. Kérlek, küldd el újra.

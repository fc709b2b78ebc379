### The month: what people wish for in a coming month, until when, and how the admins see it.

## Participants

button-month = A kívánságaim
button-home-month = A hónapom
button-month-dates = Időpontot választok
button-month-many = Hány alkalom
button-month-days = Melyik napokon
button-month-party = Hányan jövünk
button-month-friends = Kivel együtt
button-month-stay = A következő hónapokra is
button-month-once = Csak erre a hónapra
button-month-away = Visszavonom mindet
button-month-away-yes = Igen, visszavonom
button-month-equal = A következő ugyanolyan jó
button-month-after = A következő ezek után jön
button-month-friend-ask = Kérek egy linket
button-month-share = Elküldöm a linket
button-month-agree = Igen, együtt
button-month-not = Most nem
label-want = { $when } · { $event }
label-wanted = ✓ { $position }. { $when } · { $event }
label-wanted-equal = ✓ { $position }. = { $when } · { $event }
label-limit-none = Naponta, hetente nincs korlát
label-limit-day = Naponta legfeljebb egy
label-limit-week = Hetente legfeljebb egy
label-friend-end = Mégsem vele: { $name }
label-friend-link-end = { $position }. link törlése
toast-wish-saved = Elmentettem.
toast-wish-most = { $named ->
    [one] Mentve. Eddig 1 időpontot választottál: csak annyi számít.
   *[other] Mentve. Eddig { $named } időpontot választottál: csak annyi számít.
}
toast-wish-unsuited = Mentve. Egyik időpontod sincs ezeken a napokon: egy sem számít.
toast-wish-away = Visszavontad.
toast-friend-link = Itt a link: küldd el valakinek.
toast-friend-agreed = Együtt vagytok. A másiknak is szóltam.
toast-friend-agreed-later = Együtt vagytok. A másik reggel tudja meg ({ $until }).
toast-friend-end = Kész.
month-head = <b>A kívánságaid: { $month }</b>
month-until = Eddig módosíthatod: { $until }. A kívánság még nem foglal helyet.
month-closed = A kívánságok lezárultak: { $until }.
month-saved = Legutóbb mentve: { $when }
month-nothing = Még nem választottál időpontot.
month-choice = { $position }. <b>{ $event }</b> – { $when }
month-choice-equal = { $position }. = <b>{ $event }</b> – { $when }
month-choice-off = { $position }. <s>{ $event } – { $when }</s>
month-choice-rests = { $position }. { $event } – { $when } (nem a te napjaidon van: nem számít)
month-clash = Átfedik egymást: { $event } – { $when } és { $other } – { $then }. A kettő közül legfeljebb az egyik lehet a tiéd.
month-clash-date = • { $event } – { $when }
month-clash-group = { $most ->
    [one] Ezek átfedik egymást, ezért legfeljebb az egyik lehet a tiéd:
   *[other] Ezek között van, ami átfedi egymást, ezért legfeljebb { $most } lehet a tiéd:
}
month-clash-more = { $more ->
    [one] A többi kívánságod között is van, ami átfedi egymást.
   *[other] A többi kívánságod között is van, ami átfedi egymást, { $more } különböző időben.
}
month-more = … és még { $more }
month-said-count = Ebből ennyit szeretnél: { $count }
month-said-count-most = { $count ->
    [one] Ebből ennyit szeretnél: azt az egyet (legfeljebb { $wanted })
   *[other] Ebből ennyit szeretnél: mindet, összesen { $count } (legfeljebb { $wanted })
}
month-limit-day = Naponta legfeljebb egyet
month-limit-week = Hetente legfeljebb egyet
month-said-days = Csak ezeken a napokon: { $names }
month-said-party = { $seats } hely: te és { $names }
month-with = Vele együtt: { $names }
month-stays = A következő hónapokra is ugyanez.
month-none = Most egyik hónapra sem várok kívánságot. Ha megnyílik egy, a /month megmutatja.
month-which = <b>Melyik hónapra?</b>
month-dates-head = <b>{ $month }</b>: koppints azokra az időpontokra, amelyeket szeretnél, elsőnek a legjobbra. Ha újra rákoppintasz, lekerül.
month-dates-ask = Amire legközelebb koppintasz, az eddigiek után jön.
month-dates-equal = Amire legközelebb koppintasz, ugyanannyit ér, mint az utolsó.
month-empty = Itt most nincs választható időpont.
month-many-ask = <b>Összesen hány alkalmat szeretnél?</b> Alatta pedig: milyen sűrűn?
month-days-ask = <b>Melyik napok jók neked?</b> Ha egyiket sem jelölöd, bármelyik. A más napra eső választásaid megmaradnak, de nem számítanak.
month-days-unsuited = A kiválasztott időpontjaid közül egy sincs ezeken a napokon, ezért egyik sem számít.
month-party-ask = <b>Hányan jöttök?</b>
month-names-ask = { $left ->
    [one] Ki jön veled? Írd meg a nevét.
   *[other] Kik jönnek veled? Írj { $left } nevet, mindegyiket új sorba.
}
month-friends-ask = <b>Kivel jönnél együtt?</b> Kérj egy linket, és küldd el egyvalakinek. Akkor vagytok együtt, ha ő is igent mond: szólok róla. Addig külön vagytok beosztva.
month-friend = ✓ <b>{ $name }</b> is szeretné.
month-friend-link = A linked: { $text }
month-invited = <b>{ $name }</b> ugyanazokra az alkalmakra jönne, mint te ({ $month }). Te is? A kívánságait mindenki maga adja meg: /month.
month-away-really = Visszavonod minden kívánságod? <b>{ $month }</b>
my-wishes = <b>{ $month }</b>: { $dates ->
    [0] még nincs időpont
    [one] 1 kívánt időpont
   *[other] { $dates } kívánt időpont
}, eddig módosítható: { $until }
label-my-wishes = Kívánságok · { $month }

## Letters

wishes-asked = <b>Mire vágysz? { $month }</b> Írd meg eddig: { $until }. A helyeket mindenki kívánságai szerint osztom el.
wishes-carried = <b>A kívánságaid erre a hónapra is élnek: { $month }.</b> Eddig módosíthatod őket: { $until }.
wishes-carried-closed = <b>A kívánságaid erre a hónapra is élnek: { $month }.</b> A kívánságok lezárultak: { $until }.
wishes-shifted = Megváltozott a kívánságok határideje (<b>{ $month }</b>): eddig módosíthatod a tieidet: { $until }.
wishes-closed = Lezárult a kívánságok gyűjtése: <b>{ $month }</b>. Írok, amint megvan az eredmény.
wished-moved = Megváltozott az időpont: <b>{ $event }</b>, eddig { $before }, mostantól { $when }.
wished-dropped = Ezt is kívántad (<b>{ $month }</b>): ez a kívánságod már nem számít.
wished-away = Már nem erre a hónapra esik (<b>{ $month }</b>), ezért ez a kívánságod nem számít.
wished-stays = A kívánságod megmarad (<b>{ $month }</b>), és az új időpontra szól.
wished-rests = Az új időpont nem a te napjaidra esik (<b>{ $month }</b>), ezért ez a kívánságod nem számít.
wished-left = A kívánságaid most (<b>{ $month }</b>):
wished-none = Más kívánságod nincs erre a hónapra: <b>{ $month }</b>.
wished-until = Eddig módosíthatod a kívánságaidat: { $until }.
wished-planned = A kívánságok lezárultak, de a helyek elosztásakor ezt is figyelembe veszem.
friendship-agreed = <b>{ $name }</b> igent mondott: együtt osztunk be titeket ({ $month }).
friendship-ended = <b>{ $name }</b> mégsem jönne veled együtt: { $month }. A saját kívánságaid megmaradnak.

## Refusals

refusal-period-unknown = Ezt a hónapot nem ismerem. A /month mutatja, mi van nyitva.
admin-refusal-period-unknown = Ezt a hónapot nem ismerem. A /batch mutatja a következőket.
refusal-period-exists = Erre a hónapra már megnyílt a kívánságok gyűjtése.
refusal-period-begun = Csak a következő három hónap nyitható meg.
refusal-period-not-collecting = Erre a hónapra már lezárultak a kívánságok.
refusal-period-not-closed = Erre a hónapra már nyitva vannak a kívánságok.
refusal-period-planned = Ez a hónap a mostani kívánságokból készül: már nem nyitható újra.
refusal-deadline-unusable = Ez a határidő nem jó: a hónap kezdete előtti, jövőbeli időpont kell, és egy gomb mindig a rajta álló napot jelenti.
refusal-deadline-outside = Ez a határidő nem jó: a hónap kezdete előtti, jövőbeli időpont kell.
refusal-deadline-unreadable = Ezt nem tudom napként és időpontként olvasni: „{ $text }”. Írd így: dec. 5. 18:00 vagy 2026-12-05 18:00.
refusal-deadline-unchanged = Már most is ez a határidő.
refusal-wishes-closed = Már késő: a kívánságok lezárultak: { $until }.
refusal-wish-unchanged = Már így van elmentve.
refusal-wish-unusable = Ezt nem lehet választani. Válassz a gombok közül.
refusal-nothing-wished = Nincs mit visszavonni.
refusal-not-this-month = Ez az időpont már nem ebben a hónapban van. Válassz másikat.
refusal-day-not-wanted = Ez az időpont olyan napra esik, amely neked nem jó. Előbb módosítsd a napokat.
refusal-too-many-choices = Legfeljebb { $most } időpontot választhatsz. Előbb vegyél le egyet.
refusal-too-many-friends = Legfeljebb { $most } emberrel jöhetsz együtt.
refusal-friendship-over = Erre a linkre már válaszoltak, vagy már nem él.
refusal-friend-yourself = Ez a link másnak szól: küldd el neki.
refusal-already-friends = Ti ketten már együtt vagytok.

## Admins

batch-head = <b>A következő hónapok</b>: mindenki elmondja, mit szeretne, aztán kiosztjuk a helyeket.
label-batch-open = { $month } · nyitva · { $count ->
    [one] 1 válasz
   *[other] { $count } válasz
}
label-batch-closed = { $month } · lezárva · { $count ->
    [one] 1 válasz
   *[other] { $count } válasz
}
label-batch-new = { $month } · kívánságok megnyitása
batch-month = <b>{ $month }</b>
batch-collecting = A kívánságok eddig nyitva vannak: { $until }.
batch-closed = A kívánságok lezárultak: { $until }.
batch-answers = { $count ->
    [0] Még senki sem adott meg kívánságot.
    [one] 1 ember adott meg kívánságot.
   *[other] { $count } ember adott meg kívánságot.
}
batch-silent = Emlékeztettem, még nem válaszolt: { $count }
batch-wanted = A legkeresettebbek:
batch-interest = <b>{ $event }</b> – { $when }: elsőként { $first }, összesen { $wanted } ember kéri (kért helyek: { $seats }, szabad: { $capacity } helyből { $free })
batch-unwished = Senki sem kérte: { $count ->
    [one] 1 időpont
   *[other] { $count } időpont
}
batch-interest-head = <b>Mit szeretnének: { $month }</b>
batch-interest-none = Ebben a hónapban nincs időpont.
batch-opened = Megnyitotta: { $by }, { $when }
batch-hash = A sorsolás pecsétje: <code>{ $hash }</code>
batch-hash-why = E hónap minden sorsolása egy olyan számból jön, amely már rögzült, és amelyet senki sem ismer. Ez a pecsétje; magát a számot a végén mutatom meg, hogy bárki ellenőrizhesse.
batch-announced = <b>Megnyíltak a kívánságok: { $month }</b>, eddig: { $until }.
batch-announced-extended = <b>Kívánságok: { $month }</b>. Az új határidő: { $until }.
batch-announced-reopened = <b>Újra megnyíltak a kívánságok: { $month }</b>, eddig: { $until }.
batch-announced-over = A kívánságok lezárultak (<b>{ $month }</b>): { $until }.
batch-over = <b>Lezárultak a kívánságok: { $month }.</b>
batch-open-ask = Kívánságok megnyitása: <b>{ $month }</b>. Meddig?
batch-open-empty = ⚠ Ebben a hónapban még nincs időpont ({ $month }), így nem lenne miből választani. Előbb vegyél fel néhányat: /services.
batch-extend-ask = Kívánságok: <b>{ $month }</b>. Meddig inkább? Mindenkinek szólok, aki adott meg kívánságot, vagy akit emlékeztettem.
batch-reopen-ask = Kívánságok újranyitása: <b>{ $month }</b>. Meddig? Mindenkinek szólok, aki adott meg kívánságot, vagy akit emlékeztettem.
batch-close-ask = Idő előtt lezárod a kívánságokat? <b>{ $month }</b> { $count ->
    [0] Még senki sem adott meg egyet sem.
    [one] Szólok annak, aki megadta, vagy akit emlékeztettem.
   *[other] Szólok mind a { $count } embernek, aki megadta, vagy akit emlékeztettem.
}
batch-told-later = Éjszaka van: reggel tudják meg ({ $until }).
batch-too-late = A hónap kezdetéig a szokásos határidők közül már egy sincs hátra.
label-deadline-days = Három nap: { $until }
label-deadline-week = Egy hét: { $until }
label-deadline-twentieth = 20-a: { $until }
label-deadline-typed = Eddig: { $until }
admin-button-deadline-type = Mást írok be …
admin-button-deadline-field = 2026-12-05 18:00
batch-deadline-type = { $admin }, válaszolj erre az üzenetre egy nappal és időponttal, például: dec. 5. 18:00 vagy 2026-12-05 18:00. A nap önmagában este 8 órát jelent.
label-deadline-why = ✎ Indok: { $until }
batch-deadline-why = ✎: előbb megkérdezem az okot.
admin-button-period-open-because = Megnyitom: { $reason }
admin-button-period-extend-because = Határidő: { $reason }
admin-button-period-close-because = Lezárom: { $reason }
admin-button-period-reopen-because = Újranyitom: { $reason }
admin-button-batch-interest = Mit szeretnének
admin-button-batch-extend = Határidő módosítása
admin-button-batch-close = Kívánságok lezárása most
admin-button-batch-close-yes = Igen, lezárom
admin-button-batch-close-why = Lezárom, okkal …
admin-button-batch-reopen = Újranyitás
admin-button-batch-see = A hónap
admin-done-batch-open = Nyitva vannak a kívánságok.
admin-done-batch-extend = Módosult a határidő.
admin-done-batch-close = Lezárultak a kívánságok.

## The history

fact-period-opened = Kívánságok megnyitva: { $month }, eddig: { $until }
fact-period-extended = Kívánságok határideje módosítva: { $month }, { $until }
fact-period-closed = Kívánságok a határidőkor lezárva: { $month }
fact-period-closed-early = Kívánságok idő előtt lezárva: { $month }
fact-period-reopened = Kívánságok újranyitva: { $month }, eddig: { $until }
fact-wishes-stated = Kívánságok elmentve ({ $dates ->
    [one] 1 időpont
   *[other] { $dates } időpont
})
fact-wishes-carried = Kívánságok az előző hónapból megtartva ({ $dates ->
    [one] 1 időpont
   *[other] { $dates } időpont
})
fact-wishes-withdrawn = Kívánságok visszavonva
fact-wishes-asked = Emlékeztetve a kívánságokra
fact-wishes-shifted = Értesült, hogy máskor zárulnak a kívánságok
fact-wishes-shifted-closed = Értesült, hogy a kívánságok korábban lezárultak
fact-wishes-shifted-later = Értesült a kívánságok új határidejéről
fact-friendship-asked = Linket kért, hogy együtt jöhessen valakivel
fact-friendship-agreed = Igent mondott arra, hogy együtt jöjjenek
fact-friendship-ended = Mégsem jönnek együtt

### Individual services: a day, a time, and the opening hours that the times are cut from. `$event` is the service's name.

## What participants read

label-slots = { $service } · { $free ->
    [one] 1 szabad időpont
   *[other] { $free } szabad időpont
}
label-slots-full = { $service } · betelt
label-day-free = { $day } · { $count } szabad
label-day-full = { $day } · betelt
slots-choose-day = Válassz napot:
slots-none = Most nincs időpont. Nézz vissza hamarosan!
slots-all-taken = Most minden időpont foglalt. Várhatsz bármelyikre, ami jó neked, vagy válassz egy napot, és várj egy bizonyos időpontra.
slots-all-taken-ask = Most minden időpont foglalt. Válassz egy napot, és így is kérhetsz időpontot.
slots-head =
    <b>{ $event }</b>
    { $day }
slots-choose-time = Válassz időpontot:
slots-day-full = Ezen a napon minden időpont foglalt.
slots-waiting-note = ⏳: már foglalt, de koppints rá, és várhatsz rá.
slots-asking-note = ⏳: már foglalt, de koppints rá, és így is kérheted.
slots-confirm = Lefoglaljam neked ezt az időpontot?
slots-ask = Kérjem el neked ezt az időpontot a szervezőtől?
button-slot-book = Ezt foglalom
button-slots-wait = Bármelyik időpontra várok
refusal-slot-taken = Ez az időpont épp most kelt el. Íme, ami még szabad.

## What admins read: days and who comes

admin-individual-line = 🗓 { $service } (egyéni)
hours-days = Foglalások, naponta:
hours-no-days = Nincs időpont. Előbb add meg a nyitvatartást.
label-slots-day = { $day } · foglalt: { $booked }/{ $total }
slots-booked = Foglalt: { $booked }, összesen { $total }
slots-day-none = Ezen a napon nincs időpont.
label-slot-free = { $at } · szabad
label-slot-kept = { $at } · nem szabad
label-slot-who = { $at } · ő jön: { $name }
label-slot-who-waiting = { $at } · { $name } · { $waiting } vár
label-slot-cancelled = { $at } · elmarad

## What admins read: opening hours

hours-head = <b>{ $service }</b>
hours-line = { $day }: { $times }
hours-minutes = Egy alkalom hossza: { $minutes ->
    [one] 1 perc
   *[other] { $minutes } perc
}.
hours-choose = Mi változzon?
label-hours-closed = zárva
label-hours-workdays = Hétfő–péntek
label-hours-every-day = Minden nap
admin-button-hours = Nyitvatartás
admin-button-hours-minutes = Egy alkalom hossza
admin-button-hours-type = Megírom az időket
admin-button-hours-drop = Törlöm: { $times }
admin-button-hours-close = Zárva
admin-button-hours-because = Mentés: { $reason }
admin-button-times-field = 9-12, 14:00-18:00
admin-button-minutes-field = 50
hours-ask-times = { $admin }, mikor van nyitva ({ $day })? Válaszolj erre az üzenetre az időkkel, például: 9-12, 14:00-18:00. Ha + jellel kezded, a meglévőkhöz adom.
hours-ask-minutes = { $admin }, hány perces egy alkalom? Válaszolj erre az üzenetre a számmal.
hours-change = { $day }: { $before } → <b>{ $after }</b>
hours-change-minutes = Egy alkalom: <b>{ $minutes ->
    [one] 1 perc
   *[other] { $minutes } perc
}</b>
hours-effect = Megnyíló időpont: { $opened }. Bezáruló szabad időpont: { $closed }.
hours-stay = { $count ->
    [one] 1 időpont kívül esik ezen, de megmarad, mert valakié, vagy vár rá valaki:
   *[other] { $count } időpont kívül esik ezen, de megmarad, mert valakié, vagy vár rá valaki:
}
hours-stay-more = … és még { $count }
slots-stay-who = { $when }: { $name }
slots-stay-waiting = { $when }: { $waiting } vár
slots-stay-head = ⚠️ <b>{ $service }</b>: egy fájl más nyitvatartást hozott. { $count ->
    [one] 1 időpont már kívül esik rajta, de megmarad, mert valakié, vagy vár rá valaki.
   *[other] { $count } időpont már kívül esik rajta, de megmarad, mert valakié, vagy vár rá valaki.
}
slots-stay-how = Tedd át ezeket az embereket más időpontra, vagy hagyd így:
admin-done-hours = Mentve. Megnyílt: { $opened }, bezárult: { $closed }.
admin-change-slots = { $code } időpontjai: { $opened } megnyílik, { $closed } bezárul, { $count } a nyitvatartáson kívül is megmarad, mert valakié
fact-event-opened = Újra foglalható
fact-slot-opened = Időpont nyílt a nyitvatartásból: { $code }
fact-hours-changed = Megváltozott a nyitvatartás: { $code }

## What cannot be

refusal-slot-from-hours = Ennek a szolgáltatásnak az időpontjait a nyitvatartás adja, mindegyik egy emberé. A nyitvatartást módosítsd, vagy tedd át a foglalást.
refusal-hours-unreadable = Ezt nem tudom időként olvasni: „{ $text }”. Így írd: 9-12, 14:00-18:00.
refusal-hours-overlap = { $text }: ez nem megy, mert az idő vége a kezdete után van, és két idő nem fedheti egymást. Így jó: 9-12, 14:00-18:00.
refusal-hours-too-short = { $text }: ebbe nem fér bele egy { $minutes } perces alkalom.
refusal-minutes-unusable = A percek száma 1 és { $most } közötti egész szám legyen, például 50.
refusal-hours-unchanged = A nyitvatartás már most is ilyen.
refusal-hours-differ = Közben { $name } módosította a nyitvatartást ({ $at }). Nézd meg újra.

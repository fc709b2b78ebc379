### /whatif: ki jutna be és ki esne ki; semmi sem íródik be. `$event` a szolgáltatás neve, `$when` az alkalom napja és
### ideje, `$code` egy alkalom kódja.

## A kérdés

whatif-events = <b>Mi lenne, ha …?</b> Melyik alkalomról van szó?
whatif-head = <b>Mi lenne, ha …?</b> { $event }, { $when }
whatif-choose = Mi változna?
whatif-how = Szavakkal: <code>/whatif { $code } férőhely +2</code>, vagy <code>lemondás</code>, <code>lemondás</code> és egy név, <code>mód</code> és a neve, <code>időpont</code> és hogy mikor kezdődjön, <code>áthelyezés</code> egy névvel és egy alkalom kódjával.
whatif-bookings = Kinek a foglalása?
whatif-bookings-none = Senkinek sincs foglalása.
whatif-capacity = { $wanted ->
    [one] <b>1 férőhely</b>
   *[other] <b>{ $wanted } férőhely</b>
} { $capacity } helyett:
whatif-below = Már { $used } hely foglalt, ezért a legújabb foglalások visszakerülnének a várólistára. Ha inkább apadni hagyod, senki sem veszíti el a helyét.
whatif-off = <b>Az alkalom elmarad:</b>
whatif-cancel = <b>{ $name } foglalása</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}) <b>megszűnik:</b>
whatif-move = <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}) <b>ide kerül: { $new }</b>
whatif-mode = <b>A mód: „{ $mode }”</b>
whatif-offers-kept = <b>Ha a nyitott ajánlatok maradnak:</b>
whatif-offers-withdrawn = <b>Ha a nyitott ajánlatokat visszavonod:</b>
label-whatif-event = { $when } – { $event }

## Ami lenne belőle

label-whatif-fill = { $capacity } helyből { $booked } foglalt{ $offered ->
    [0] { "" }
   *[other] , { $offered } felajánlva
}{ $held ->
    [0] { "" }
   *[other] , { $held } visszatartva
}{ $free ->
    [0] { "" }
   *[other] , { $free } szabad
}{ $waiting ->
    [0] , senki sem vár
    [one] , 1 vár
   *[other] , { $waiting } vár
}
label-whatif-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats } hely)
}
whatif-now = Most: { $text }
whatif-then = Akkor: <b>{ $text }</b>
whatif-there = <b>A másik alkalmon:</b>
whatif-booked = → Helyet kap: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-offered = → Ajánlatot kap, ha az üzenet most elmegy, eddig: { $until }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-called = → Utolsó hívás eddig: { $until }, az elsőé a hely: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-displaced = → A helyéről a várólista elejére kerül: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-cancelled = → Itt már nem lesz foglalása: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-withdrawn = → Visszavont ajánlat: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-closed = → Lekerül a várólistáról: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-nobody = → Senki sem jut be, és senki sem esik ki.
whatif-next-offer = → A maradék szabad hely a várólistáé: a következő ajánlat akkor megy ki, amikor egy nyitottra válasz jön.
whatif-told = → Üzenetet kapna: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-told-nobody = → Senki sem kap üzenetet.
whatif-nothing-written = <i>Semmi sem változott.</i>

## Gombok

admin-button-whatif = Mi lenne, ha …
admin-button-whatif-capacity = Más férőhelyszám
admin-button-whatif-off = Az alkalom elmarad
admin-button-whatif-booking = Egy foglalás megszűnik
admin-button-whatif-move = Inkább másik alkalomra
admin-button-whatif-do = Tovább: legyen így …

## Szavak, amelyeket ért

words-whatif-capacity = férőhely férőhelyek helyek hely kapacitás
words-whatif-cancel = lemondás lemond elmarad töröl törlés
words-whatif-mode = mód
words-whatif-move = áthelyezés áthelyez

## Mi volna a jó

whatif-no-event = Nincs ilyen kódú alkalom: „{ $text }”. Elöl egy alkalom kódja áll, például: <code>/whatif { $code } férőhely +2</code>
whatif-no-events = Nincs ilyen kódú alkalom: „{ $text }”, és nincs is közelgő alkalom. A /services elmondja, hogyan kerülnek be.
whatif-unclear = Ezt nem értem: „{ $text }”. A kód után <i>férőhely</i>, <i>lemondás</i>, <i>mód</i>, <i>időpont</i> vagy <i>áthelyezés</i> jön, például: <code>/whatif { $code } férőhely +2</code>
whatif-no-number = „{ $text }”: ebben nincs férőhelyszám. Írd meg, mennyi legyen, vagy mennyivel több vagy kevesebb, például: <code>/whatif { $code } férőhely +2</code>
whatif-no-mode = „{ $text }”: ilyen mód nincs. Ezek vannak: { $names }. Például: <code>/whatif { $code } mód kézi</code>
whatif-no-booking = „{ $text }” néven ott senkinek sincs foglalása. Írd a nevet úgy, ahogy a foglalások között áll, vagy az egész alkalomra: <code>/whatif { $code } lemondás</code>
whatif-no-target = „{ $text }”: ebből nem derül ki, ki hová kerül. Írj egy nevet és a másik alkalom kódját, például: <code>/whatif { $code } áthelyezés Anna { $code }</code>

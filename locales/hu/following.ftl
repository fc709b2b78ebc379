### What follows from a change, where it is easily missed: an offer that is over, a balancing that goes on, a seat that
### nobody in line gets. `$event` and `$service` are the service's name, `$when` the event's day and time, `$count` a number.

## Participants

offer-over = Ennek az ajánlatnak vége: <b>{ $event }</b>.

## The history

admin-audit-service = { $service }
label-audit-followed = magától következett

## A balancing that goes on under other rules

admin-event-split = ⚖️ Most folyik a kiegyenlítése más időpontokkal.
auto-effect-balance = ⚖️ <b>Itt időpontok kiegyenlítése folyik</b>, { $count ->
    [0] nincs nyitott ajánlata
    [one] { $count } nyitott ajánlattal
   *[other] { $count } nyitott ajánlattal
}. A kiegyenlítés folytatódik: az utolsó nyitott ajánlatával ér véget, vagy ha lezárod. Aztán az új szabályok érvényesek mindenkire, aki visszakerült a sorba.
auto-effect-balance-withdrawn = Ha visszavonod őket, a kiegyenlítés ajánlatai is megszűnnek; magától véget ér, amint egy sincs már nyitva.

## Free seats that nobody in line gets

admin-event-out-of-turn = { $count ->
    [one] { $count } szabad helyet bárki lefoglalhat, pedig van, aki vár:
   *[other] { $count } szabad helyet bárki lefoglalhat, pedig van, aki vár:
}
admin-out-let-go = • { $count ->
    [one] { $count } ember ezt most kihagyta (nem kérte, vagy nem válaszolt), a következőre vár
   *[other] { $count } ember ezt most kihagyta (nem kérte, vagy nem válaszolt), a következőre vár
}
admin-out-unreachable = • { $count ->
    [one] { $count } ember nem érhető el
   *[other] { $count } ember nem érhető el
}
admin-out-too-large = • { $count ->
    [one] { $count } ember több helyet kér, mint ahány szabad
   *[other] { $count } ember több helyet kér, mint ahány szabad
}
admin-out-more = • { $count ->
    [one] Hátrébb még { $count } ember vár, itt nincs beleszámolva
   *[other] Hátrébb még { $count } ember vár, itt nincsenek beleszámolva
}
admin-freed-public = { $count ->
    [one] <b>{ $count } szabad hely</b> bárkinek
   *[other] <b>{ $count } szabad hely</b> bárkinek
}: { $event }, { $when }

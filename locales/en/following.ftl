### What follows from a change, where it is easily missed: an offer that is over, a balancing that goes on, a seat that
### nobody in line gets. `$event` and `$service` are the service's name, `$when` the event's day and time, `$count` a number.

## Participants

offer-over = This offer for <b>{ $event }</b> is over.

## The history

admin-audit-service = { $service }
label-audit-followed = followed by itself

## A balancing that goes on under other rules

admin-event-split = ⚖️ Being balanced with other dates.
auto-effect-balance = ⚖️ <b>Dates are being balanced here</b>, and { $count ->
    [0] no offer of it is open
    [one] 1 offer of it is open
   *[other] { $count } offers of it are open
}. The balancing goes on: it ends with its last open offer, or when you finalize it. Then the new rules hold for whoever is back in line.
auto-effect-balance-withdrawn = If you withdraw them, the balancing’s offers go too; it ends by itself when no offer is open.

## Free seats that nobody in line gets

admin-event-out-of-turn = { $count ->
    [one] 1 free seat is open to anybody, although people wait:
   *[other] { $count } free seats are open to anybody, although people wait:
}
admin-out-let-go = • { $count ->
    [one] 1 has let these seats go (declined, or not answered) and waits for the next
   *[other] { $count } have let these seats go (declined, or not answered) and wait for the next
}
admin-out-unreachable = • { $count ->
    [one] 1 cannot be reached
   *[other] { $count } cannot be reached
}
admin-out-too-large = • { $count ->
    [one] 1 wants more seats than are free
   *[other] { $count } want more seats than are free
}
admin-out-more = • { $count ->
    [one] 1 more waits further back, not counted here
   *[other] { $count } more wait further back, not counted here
}
admin-freed-public = { $count ->
    [one] <b>1 seat free</b> for anybody
   *[other] <b>{ $count } seats free</b> for anybody
} in { $event }, { $when }

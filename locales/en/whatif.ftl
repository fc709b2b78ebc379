### /whatif: who would get in or out, and nothing is written. `$event` is the service's name, `$when` the event's day and
### time, `$code` an event's code.

## What is asked

whatif-events = <b>What if …?</b> Which date is it about?
whatif-head = <b>What if …?</b> { $event }, { $when }
whatif-choose = What would change?
whatif-how = In words: <code>/whatif { $code } capacity +2</code>, or <code>cancel</code>, <code>cancel</code> and a name, <code>mode</code> and its name, <code>date</code> and when it should begin, <code>move</code> with a name and a date’s code.
whatif-bookings = Whose booking?
whatif-bookings-none = Nobody is booked.
whatif-capacity = { $wanted ->
    [one] <b>1 seat</b>
   *[other] <b>{ $wanted } seats</b>
} instead of { $capacity }:
whatif-below = { $used } are in use, so the newest bookings would go back to the line. If you let it drain instead, nobody loses a seat.
whatif-off = <b>The date is cancelled:</b>
whatif-cancel = <b>The booking of { $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}) <b>is cancelled:</b>
whatif-move = <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}) <b>goes to { $new }:</b>
whatif-mode = <b>The mode is “{ $mode }”:</b>
whatif-offers-kept = <b>If open offers are kept:</b>
whatif-offers-withdrawn = <b>If open offers are withdrawn:</b>
label-whatif-event = { $when } · { $event }

## What it would come to

label-whatif-fill = { $booked } of { $capacity } booked{ $offered ->
    [0] { "" }
   *[other] , { $offered } offered
}{ $held ->
    [0] { "" }
   *[other] , { $held } held
}{ $free ->
    [0] { "" }
   *[other] , { $free } free
}{ $waiting ->
    [0] , nobody waiting
    [one] , 1 waiting
   *[other] , { $waiting } waiting
}
label-whatif-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats })
}
whatif-now = Now: { $text }
whatif-then = Then: <b>{ $text }</b>
whatif-there = <b>On the other date:</b>
whatif-booked = → Booked: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-offered = → Offered until { $until }, if the message leaves now: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-called = → Last call until { $until }, the first one gets it: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-displaced = → From their seats to the head of the line: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-cancelled = → Not booked here any more: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-withdrawn = → Offer withdrawn: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-closed = → No place in line any more: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-nobody = → Nobody gets in or out.
whatif-next-offer = → Free seats that are left stay for the line: the next offer is made when an open one is answered.
whatif-told = → Would be told: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
whatif-told-nobody = → Nobody gets a message.
whatif-nothing-written = <i>Nothing has been changed.</i>

## Buttons

admin-button-whatif = What if …
admin-button-whatif-capacity = Another number of seats
admin-button-whatif-off = The date is cancelled
admin-button-whatif-booking = A booking is cancelled
admin-button-whatif-move = To another date instead
admin-button-whatif-do = Go on and do it …

## Words that are understood

words-whatif-capacity = capacity seats
words-whatif-cancel = cancel
words-whatif-mode = mode
words-whatif-move = move

## What would be right

whatif-no-event = I don’t know an event “{ $text }”. First comes an event’s code, for example: <code>/whatif { $code } capacity +2</code>
whatif-no-events = I don’t know an event “{ $text }”, and no event is coming up. /services says how events come in.
whatif-unclear = I don’t understand “{ $text }”. Behind the code comes <i>capacity</i>, <i>cancel</i>, <i>mode</i>, <i>date</i> or <i>move</i>, for example: <code>/whatif { $code } capacity +2</code>
whatif-no-number = “{ $text }” gives no number of seats. Write how many there should be, or how many more or fewer, for example: <code>/whatif { $code } capacity +2</code>
whatif-no-mode = “{ $text }” names no mode. There are: { $names }. For example: <code>/whatif { $code } mode manual handling</code>
whatif-no-booking = Nobody called “{ $text }” is booked there. Write the name as in the list of bookings, or for the whole date: <code>/whatif { $code } cancel</code>
whatif-no-target = “{ $text }” doesn’t say who goes where. Write a name and the code of the other date, for example: <code>/whatif { $code } move Anna { $code }</code>

### What admins read when they change an event or a booking by hand. `$event` is the service's name, `$when` the
### event's day and time.

## Buttons

admin-button-more = More …
admin-button-past = Past and cancelled
admin-button-capacity = Number of seats
admin-button-capacity-set = { $wanted ->
    [one] Make it 1 seat
   *[other] Make it { $wanted } seats
}
admin-button-drain = Let it drain to { $wanted }
admin-button-drain-stop = Keep all seats after all
admin-button-displace = Newest back to the line
admin-button-displace-because = To the line: { $reason }
admin-button-date = Another time
admin-button-date-set = Move to this time
admin-button-date-because = Move: { $reason }
admin-button-off = Cancel the date
admin-button-off-because = Cancel: { $reason }
admin-button-attendance = Who came?
admin-button-move = Move
admin-button-move-because = Move: { $reason }
admin-button-to-line = Back to the waitlist
admin-button-back-because = To the line: { $reason }
admin-step-week-less = −1 week
admin-step-day-less = −1 day
admin-step-day = +1 day
admin-step-week = +1 week
admin-step-hour-less = −1 h
admin-step-quarter-less = −15 min
admin-step-quarter = +15 min
admin-step-hour = +1 h

## Reasons

admin-reason-ill = The teacher is ill
admin-reason-few = Too few people
admin-reason-room = Room not available
admin-reason-plan = Change of plan
admin-ask-reason-told = Why? The people concerned read the reason, and it is kept in the history.

## Seats

admin-capacity-now = Seats: { $capacity }, in use: { $used }
admin-capacity-draining = Going down to { $wanted ->
    [one] 1 seat
   *[other] { $wanted } seats
} as seats come free.
admin-capacity-choose = How many should there be?
admin-capacity-more = <b>{ $wanted } seats</b>: { $more ->
    [one] 1 more.
   *[other] { $more } more.
}
admin-capacity-fewer = <b>{ $wanted ->
    [one] 1 seat
   *[other] { $wanted } seats
}</b>: { $fewer ->
    [one] 1 free seat goes.
   *[other] { $fewer } free seats go.
}
admin-capacity-below = <b>{ $wanted ->
    [one] 1 seat</b> is
   *[other] { $wanted } seats</b> are
} fewer than the { $used } in use. There are three ways out:
admin-capacity-ways =
    • let it drain: nobody loses anything, each seat that comes free goes until the number is reached;
    • newest bookings back to the line: they get the first places there and read why;
    • choose yourself: let it drain, then move or cancel bookings by hand.
admin-ask-displace = Down to { $wanted ->
    [one] 1 seat
   *[other] { $wanted } seats
} at once? Back to the head of the line: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
admin-done-capacity = { $wanted ->
    [one] 1 seat
   *[other] { $wanted } seats
} from now on.
admin-done-drain = Going down to { $wanted ->
    [one] 1 seat
   *[other] { $wanted } seats
} as seats come free.
admin-done-drain-stop = The seats stay.

## Another time, or not at all

admin-date-choose = When should it begin?
admin-date-new = New time: <b>{ $new }</b>
admin-ask-date = Move it to <b>{ $new }</b>? { $booked ->
    [0] Nobody is booked
    [one] 1 seat is booked and stays booked
   *[other] { $booked } seats are booked and stay booked
}; { $waiting ->
    [0] nobody waits.
    [one] 1 person waits and keeps the place.
   *[other] { $waiting } people wait and keep their places.
} Everybody is told.
admin-date-reconfirm = Whoever is booked says until { $until } whether it suits; after that the seat goes on.
admin-date-offers = { $offered ->
    [one] 1 offered seat is offered anew, with a new deadline.
   *[other] { $offered } offered seats are offered anew, with new deadlines.
}
admin-date-wished = { $count ->
    [one] 1 person wishes for it in a coming month and is told.
   *[other] { $count } people wish for it in a coming month and are told.
}
admin-done-date = Moved to { $new }. Everybody is told.
admin-ask-off = Cancel this date? { $booked ->
    [0] Nobody is booked
    [one] 1 seat is booked
   *[other] { $booked } seats are booked
}, { $waiting ->
    [0] nobody waits.
    [one] 1 person waits.
   *[other] { $waiting } people wait.
}
admin-off-everybody = Everybody gets one message, with the other dates.
admin-off-nobody = So nobody is written to.
admin-off-for-good = This can’t be taken back.
admin-done-off-nobody = The date is cancelled. Nobody was booked or waiting.
admin-done-off = The date is cancelled. Everybody is told.

## Bookings

admin-move-choose = Move <b>{ $name }</b> to which date?
admin-move-none = There is no other date to move <b>{ $name }</b> to.
admin-move-line = { $when } · { $free } free{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } waiting
}
admin-ask-move = Move <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}) to <b>{ $new }</b>? They’ll be told.
admin-ask-move-passed = { $waiting ->
    [one] 1 person waits for that date and is passed over.
   *[other] { $waiting } people wait for that date and are passed over.
}
admin-done-move = { $name } is booked for { $new } now.
admin-ask-back = Put <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}) back on the waitlist, behind everybody who waits?
admin-done-back = { $name } is on the waitlist now.

## Who came

admin-attendance-how = Tap a name: ✓ came, ✗ did not come, · not said.
admin-attendance-nobody = Nobody was booked.
admin-past-head = <b>Past and cancelled dates</b>
admin-past-none = No past dates.

## Booking for somebody

admin-button-book-for = Book for somebody
admin-button-book-because = Book: { $reason }
admin-name-guest = { $name } (guest)
admin-name-new-guest = New guest: { $name }
admin-ask-who = { $admin }, who is coming? Reply to this message with the name. Several names in one message (one per line or with commas) are one party: a single booking, under the first name. Book people who come on their own one by one.
admin-button-who-field = Name, further names
admin-ask-whom = Whom do you mean by “{ $name }”? A guest has no Telegram and hears nothing from me.
admin-ask-book = Book <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})?
admin-ask-book-guest = A guest hears nothing from me: please tell them yourself.
admin-ask-book-away = I can’t write to them: please tell them yourself.

## Why not

admin-refusal-event-full = No seat is free on that date.
admin-refusal-too-few-seats = { $free ->
    [0] No seat is free on that date any more.
    [one] Only 1 seat is free on that date, and { $wanted } are needed.
   *[other] Only { $free } seats are free on that date, and { $wanted } are needed.
}
admin-refusal-name-unusable = A name is one line with 1 to { $most } characters. Please answer the question again.

## Once more, and too few

admin-button-repeat = Once more
admin-button-clone = Add this date
admin-button-clone-weekly = Weekly, { $count } times
admin-clone-how = The same once more, with { $seats } seats: <b>{ $new }</b>
admin-done-clone = { $count ->
    [one] The date is there.
   *[other] { $count } dates are there.
}
admin-event-minimum = Needs at least { $minimum }.
admin-few-head = <b>Too few people:</b> { $event }, { $when }. { $booked } of at least { $minimum } seats are booked. Let it take place, or cancel it while people can still plan?
admin-few-waiting = { $waiting ->
    [one] 1 person is waiting in line.
   *[other] { $waiting } people are waiting in line.
}

## Balancing siblings

admin-button-split = Balance the dates
admin-button-split-forward = From this date on
admin-button-split-slot = Same weekday and time
admin-button-split-day = Same day
admin-button-simulate = Simulate again
admin-button-split-offers = Offer the seats
admin-button-split-direct = Book at once
admin-button-split-finalize = Finalize
admin-split-head = Everybody who waits for these { $count ->
    [one] date
   *[other] { $count } dates
}, in line order, as evenly as possible. Nothing is written yet:
admin-split-fill = { $when }: { $booked } → <b>{ $used }</b> of { $capacity }
admin-split-more = … and { $count } more dates
admin-split-sum = { $count ->
    [0] Nobody would get a seat
    [one] 1 person would get a seat
   *[other] { $count } people would get a seat
}, { $more } of them on another date; { $left ->
    [0] nobody would go on waiting
    [one] 1 would go on waiting
   *[other] { $left } would go on waiting
}.
admin-split-move = • { $name } → { $new }
admin-split-move-from = • { $name }: { $when } → { $new }
admin-split-more-moves = … and { $count } more on another date
admin-split-only-here = Only this date has room for them:
admin-split-unfit = Their own date does not suit them:
admin-split-full = Their own date is full:
admin-split-even = So that all dates fill evenly:
admin-split-unproven = With parties of different sizes I could not prove that there is no better plan.
admin-split-running = { $count ->
    [one] 1 date is being balanced.
   *[other] { $count } dates are being balanced.
}
admin-split-how-far = Offers: { $offered } · accepted: { $booked } · declined: { $left } · expired: { $misses } · open: { $waiting }
admin-split-ends = Whoever was asked to another date keeps the place at home until this is over. It ends by itself with the last open offer; “Finalize” takes open offers back now.
admin-done-split = { $count ->
    [one] 1 seat is offered.
   *[other] { $count } seats are offered.
}
admin-done-split-direct = { $count ->
    [one] 1 person is booked.
   *[other] { $count } people are booked.
}
admin-done-split-over = Over: { $booked } of { $offered } offers were accepted. Everybody without a seat is back in line.

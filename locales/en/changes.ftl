### What participants read when a booking moves, an event moves, or an event does not take place.

button-reschedule = Reschedule
button-coming = I’m coming
reschedule-choose = Move your booking for <b>{ $event }</b>, { $when }, to which date?
reschedule-none = { $seats ->
    [one] No other date of <b>{ $event }</b> has a seat free for you right now.
   *[other] No other date of <b>{ $event }</b> has { $seats } seats free right now.
} Your booking for { $when } stays.
reschedule-ask = Move your booking{ $seats ->
    [one] { "" }
   *[other] { " " }of { $seats } seats
} for <b>{ $event }</b> from { $when } to <b>{ $new }</b>? The old seat is only given up when the new one is yours.
toast-rescheduled = Moved!
toast-coming = Thank you, see you there!
booking-moved = <b>Your booking has moved</b>
booking-moved-from = Until now: { $when }
booking-reconfirm = Please tell me until <b>{ $until }</b> whether it suits you. If I hear nothing by then, the seat goes to somebody else.
booking-reconfirmed = <b>You’re coming: all set</b>
booking-cancelled-silence = I’ve heard nothing from you about the new time, so your seat for <b>{ $event }</b>, { $when }, has gone on. You can book or wait again any time.
entry-displaced = The organiser has changed your booking for <b>{ $event }</b>, { $when }, into a place on the waitlist.
event-called-off = <b>{ $event }</b>, { $when }, is cancelled. I’m sorry.
entry-closed-off = Your place in line for this date ended with it.
request-closed-off = Your request for a place there is over, too.
event-off-month = This was your place for { $month }. The studio is told that you’ve lost it.
event-off-other = It may offer you another date of that month: if it does, I’ll write to you.
event-off-free = You don’t have to wait for that: you can book a free date at once.
event-others = These dates are coming up:
reason-told = Reason: { $reason }
offer-withdrawn-anew = <b>{ $event }</b> has been moved to { $when }. The offer for the old time is over; the new offer that you have is for the new time.
offer-withdrawn-cancelled = <b>{ $event }</b>, { $when }, is cancelled, so this offer is over.

refusal-seats-in-use = { $used ->
    [one] 1 seat is in use, so the number can’t be { $wanted }.
   *[other] { $used } seats are in use, so the number can’t be { $wanted }.
}
refusal-capacity-unusable = The number of seats is a whole number from 1 to { $most }.
refusal-capacity-unchanged = { $capacity ->
    [one] It is 1 seat already.
   *[other] There are { $capacity } seats already.
}
refusal-already-draining = It is going down to { $capacity } already.
refusal-not-draining = The number of seats isn’t going down any more.
refusal-same-event = That’s the date the booking is for already.
refusal-date-unusable = Choose another time that is still ahead.
refusal-nothing-to-confirm = There’s nothing to answer here any more. /my shows what you have.
refusal-not-begun = Who came can be said from the start on: { $at }.

offer-instead = You’re waiting for { $when }. Here is a seat on another date; your place for { $when } stays if you say no.
offer-withdrawn-split = The offer for <b>{ $event }</b>, { $when }, has been taken back. Your place in line stays.
entry-place-home = You’re number <b>{ $position }</b> in line for { $when }.
offer-missed-split = You’ve missed the offer for <b>{ $event }</b>, { $when }. It costs you nothing.
booking-instead = You were waiting for { $when }.
refusal-split-running = These dates are being balanced already.
refusal-split-over = This balancing is over already.
refusal-nothing-to-balance = No seat is free for anybody who waits for these dates.

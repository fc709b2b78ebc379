### What participants read. `$event` is the service's name, `$when` the event's day and time.

## The beginning

start-hello = Hi { $name }!
start-about =
    I book seats for you. When an event is full, I keep your place on the waitlist.
    When a seat comes free, whoever is next hears from me at once.
help-text =
    <b>What you can do here</b>
    /events – find a place: book it, or wait for one
    /my – your bookings, places in line and offers
    /month – what you’d like in the coming month, and what came of it
    /settings – your language
    /cancel – forget what we were in the middle of
    When a seat comes free and it’s your turn, I write to you by myself.
text-unasked = I work with buttons: choose where to go. /help says what I can do.
draft-dropped = All right, forgotten. Nothing was booked.
draft-none = There’s nothing to drop: I’m not waiting for an answer.
settings-ask = <b>Your language</b>
toast-language = From now on in English.

## Services and events

services-choose = <b>What would you like to do?</b>
services-none = There’s nothing to book yet. Check back soon.
label-service = { $service } · { $dates ->
    [one] 1 date
   *[other] { $dates } dates
}, { $free } free
label-service-full = { $service } · full
label-service-none = { $service } · no dates
events-head = <b>{ $service }</b>
events-about = { $about }
events-choose = Choose a date:
events-none = No dates at the moment. Check back soon.
label-free = { $when } · { $free } free
label-held = { $when } · { $free } for the waitlist
label-waiting = { $when } · full, { $waiting ->
    [one] 1 waiting
   *[other] { $waiting } waiting
}
label-full = { $when } · full
label-started = { $when } · has begun
label-closed = { $when } · closed
label-cancelled = { $when } · cancelled
event-head =
    <b>{ $event }</b>
    { $when }–{ $ends }
event-where = { $where }
state-free = { $free ->
    [one] 1 seat free
   *[other] { $free } seats free
}
state-held = { $free } free, held for the waitlist
state-waiting = full, { $waiting } waiting
state-full = full, nobody waiting
state-started = This has begun.
state-closed = Closed for booking.
state-cancelled = Cancelled by the organiser.
event-rule = You can cancel freely until { $until }.
event-rule-late = It’s close: cancelling now counts as late.

## Bookings

booking-stands = <b>You’re booked.</b>
booking-stands-pending = <b>Your seat is held.</b> The organiser still has to confirm it.
party-seats = { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
party-with = { $seats } seats: you, { $names }
booking-rule = You can cancel freely until { $until }.
booking-rule-late = You could cancel freely until { $until }; now it counts as late.
booking-cancel-ask = Cancel your booking{ $seats ->
    [one] { "" }
   *[other] { " " }of { $seats } seats
} for <b>{ $event }</b>, { $when }?
toast-booked = Booked!
toast-requested = Held for you. The organiser still has to confirm it.
toast-cancelled = Cancelled.

## Booking for several

party-size-ask = How many seats, yours included, for <b>{ $event }</b>, { $when }?
label-seats = { $seats }
label-seats-wait = { $seats } · waitlist
party-names-head = <b>{ $seats } seats</b> for { $event }, { $when }
party-names-known = You and: { $names }
party-names-ask = { $left ->
    [one] Who’s coming with you? Send me the name.
   *[other] Who’s coming with you? Send me { $left } names, one per line or one by one.
} /cancel to stop.
party-booked = Done: { $seats } seats for you and { $names }.
party-joined = Done: you’re in line for { $seats } seats, with { $names }.

## Places in line

entry-place = You’re number <b>{ $position }</b> in line.
entry-free = { $free ->
    [one] The free seat is open to everybody as long as it’s free, you included.
   *[other] The { $free } free seats are open to everybody as long as they’re free, you included.
} Your place in line is for the next one.
reserve-head = <b>{ $event }</b>, any date
reserve-place = Any date ({ $times }): you’re number <b>{ $position }</b> in line.
entry-paused-open = Paused: no offers until you resume. Your place stays.
entry-paused-until = Paused until { $until }: no offers before that. Your place stays.
next-manual = When a seat comes free, the organiser decides who gets it. You’ll hear from me.
next-booked = When it’s your turn, I book you at once and tell you here.
next-booked-grace = When it’s your turn, I book you at once and tell you here. You can then still cancel freely for at least { $length }.
next-offer = When it’s your turn, you get an offer here, with a deadline to answer.
next-splitter = When a seat comes free, the organiser decides who gets it. You’ll hear from me.
join-ask = Join the waitlist for <b>{ $event }</b>, { $when }?
join-ahead = { $waiting ->
    [0] Nobody is waiting yet: you’d be first.
    [one] 1 person is waiting: you’d be number { $position }.
   *[other] { $waiting } people are waiting: you’d be number { $position }.
}
anywhere-ask = Any date of <b>{ $event }</b> will do? Then tell me at which times, and I offer you the next free seat.
leave-ask = Leave the waitlist for <b>{ $event }</b>? You’re number { $position }; that place is gone then.
pause-ask = Pause your place for <b>{ $event }</b>? You stay number { $position } in line and get no offers meanwhile. For how long?
toast-joined = You’re in line.
toast-left = You’re off the list.
toast-paused = Paused.
toast-resumed = You’re back in line.

## Offers

offer-head = <b>It’s your turn!</b>
offer-call-head = <b>Last call!</b>
offer-reminder-head = <b>Your offer ends soon</b>
offer-extended-head = <b>Sorry, I was out of reach for a while. It’s still your turn!</b>
offer-held = { $count ->
    [one] A seat is held for you.
   *[other] { $count } seats are held for you.
}
offer-names = For you and { $names }
offer-call = Everybody in line is asked at once: the first to accept gets { $count ->
    [one] the seat
   *[other] the { $count } seats
}.
offer-rule-kept = Answer by <b>{ $until }</b>. After that the seat is no longer held for you; this once you keep your place in line.
offer-rule-end = Answer by <b>{ $until }</b>. After that the seat is no longer held for you, and you move to the end of the line.
offer-rule-off = Answer by <b>{ $until }</b>. After that the seat is no longer held for you, and you’re off the waitlist.
offer-rule-free = Answer by <b>{ $until }</b>. After that the seat is no longer held for you; your place in line stays.
offer-call-rule = Open until <b>{ $until }</b> at the latest. If you don’t answer, nothing happens to your place.
decline-ask = The offer still stands: <b>{ $event }</b>, { $when }. If you decline, what about your place in line?
toast-accepted = It’s yours!
toast-declined-leave = Declined. You’re off the list.
toast-declined-keep = Declined. You keep your place.
toast-declined-pause = Declined. Your place is paused.

## My places

my-head = <b>My places</b>
my-none = Nothing here yet. Shall we find you a place?
my-offer = <b>{ $event }</b>, { $when }: an offer, answer by { $until }
my-booked = <b>{ $event }</b>, { $when }: booked{ $seats ->
    [one] { "" }
   *[other] , { $seats } seats
}
my-pending = <b>{ $event }</b>, { $when }: held, not confirmed yet{ $seats ->
    [one] { "" }
   *[other] , { $seats } seats
}
my-waiting = <b>{ $event }</b>, { $when }: number { $position } in line
my-paused = <b>{ $event }</b>, { $when }: number { $position } in line, paused
my-reserve = <b>{ $event }</b>, any date ({ $times }): number { $position } in line
label-mine = { $when } · { $event }
label-reserve = Any date · { $event }

## Letters

booking-made = <b>You’re booked</b>
booking-requested = <b>Your seat is held</b>
booking-promoted = <b>A seat came free, and it’s yours!</b>
booking-entered = <b>The organiser has booked you in</b>
booking-pending-note = The organiser still has to confirm it. You’ll hear from me.
booking-confirmed = <b>Confirmed: you’re in</b>
booking-shifted = <b>The time has changed: your booking stays</b>
booking-cancelled = Your booking for <b>{ $event }</b>, { $when }, is cancelled. Thanks for saying so.
booking-cancelled-admin = The organiser has cancelled your booking for <b>{ $event }</b>, { $when }.
booking-cancelled-late = It counts as a late cancellation.
entry-joined = <b>You’re on the waitlist</b>
entry-paused = <b>Your place is paused</b>
entry-resumed = <b>You’re back in line</b>
entry-shifted = The time of <b>{ $event }</b> has changed: it’s { $when } now. Your place in line stays.
entry-left = You’ve left the waitlist for <b>{ $event }</b>, { $when }.
entry-left-reserve = You’ve left the waitlist for <b>{ $event }</b>, any date.
entry-left-admin = The organiser has taken you off the waitlist for <b>{ $event }</b>, { $when }.
entry-left-admin-reserve = The organiser has taken you off the waitlist for <b>{ $event }</b>, any date.
entry-closed = The waitlist for <b>{ $event }</b>, { $when }, is closed: no seat came free in time. Sorry!
offer-accepted = <b>It’s yours: you’re booked</b>
offer-expired = The offer for <b>{ $event }</b>, { $when }, was open until { $at } and has run out. The seat is no longer held for you.
offer-rejected-leave = You’ve declined <b>{ $event }</b>, { $when }, and left the waitlist.
offer-rejected-keep = You’ve declined this seat in <b>{ $event }</b>, { $when }. You keep your place for the next one.
offer-rejected-pause = You’ve declined <b>{ $event }</b>, { $when }. Your place is paused until you resume.
offer-withdrawn-taken = Somebody was faster: the seat in <b>{ $event }</b>, { $when }, is taken. Your place in line stays.
offer-withdrawn-admin = The organiser has taken back the offer for <b>{ $event }</b>, { $when }.
offer-withdrawn-left = The offer for <b>{ $event }</b>, { $when }, is over, as you’ve left or paused your place.
offer-withdrawn-repair = The offer for <b>{ $event }</b>, { $when }, is over, as you’ve said yes to your new place.
offer-withdrawn-closed = The offer for <b>{ $event }</b>, { $when }, is over: the event has begun or is closed.
offer-withdrawn-shifted = <b>{ $event }</b> has been moved to { $when }, so the offer for the old time is over. Your place in line stays.
offer-withdrawn-rules = The organiser handles free seats in <b>{ $event }</b>, { $when }, another way now, so this offer is over. Your place in line stays.
offer-withdrawn-unreachable = I couldn’t reach you, so the offer for <b>{ $event }</b>, { $when }, went to the next person. Your place in line stays.
offer-missed-kept = You’ve missed the offer for <b>{ $event }</b>, { $when }. Your place stays, this once: number <b>{ $position }</b>. Next time you’d move to the end.
offer-missed-end = You’ve missed a second offer for <b>{ $event }</b>, { $when }: you’re at the end of the line now, number <b>{ $position }</b>. The next miss takes you off it.
offer-missed-off = You’ve missed three offers for <b>{ $event }</b>, { $when }, so you’re off the waitlist. You can join again any time.

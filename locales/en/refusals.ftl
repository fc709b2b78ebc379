### Why not: one plain sentence for each refusal, without markup, short enough for an alert.

refusal-event-unknown = I can’t find that event. It may be gone; /events shows what there is.
refusal-event-cancelled = The organiser has cancelled this event.
refusal-event-not-open = This event is closed for booking.
refusal-event-started = Too late: this event has begun.
refusal-event-full = { $waiting ->
    [0] This event is full. Join the waitlist: you’d be first.
    [one] This event is full and 1 person is waiting. Join the waitlist: you’d be number { $position }.
   *[other] This event is full and { $waiting } people are waiting. Join the waitlist: you’d be number { $position }.
}
refusal-too-few-seats = { $free ->
    [0] No seat is free any more
    [one] Only 1 seat is free
   *[other] Only { $free } seats are free
}, and you need { $wanted }. A party is placed together: wait for { $wanted } seats, or take fewer.
refusal-held-for-line = The free seats are for the waitlist ({ $waiting ->
    [one] 1 waiting
   *[other] { $waiting } waiting
}). Join it: you’d be number { $position }.
refusal-seats-are-free = No need to wait: { $free ->
    [one] 1 seat is free
   *[other] { $free } seats are free
}. Tap Book.
refusal-already-booked = You already have a booking here.
refusal-already-waiting = You’re on this waitlist already.
refusal-party-too-large = { $most ->
    [one] Only 1 seat can be booked at a time here.
   *[other] At most { $most } seats can be booked together here.
}
refusal-party-not-named = { $wanted ->
    [0] One seat needs no further names, but there are { $named }.
    [one] I need exactly 1 name besides yours; this makes { $named }. Try again, or /cancel.
   *[other] I need exactly { $wanted } names besides yours; this makes { $named }. Try again, or /cancel.
}
refusal-booking-over = This booking doesn’t exist any more. /my shows what you have.
refusal-booking-not-pending = This booking isn’t waiting for a confirmation any more.
refusal-not-waiting = You’re not on this waitlist any more. /my shows what you have.
refusal-not-paused = This place isn’t paused.
refusal-pause-over-start = The pause would last beyond the start. Choose a shorter one.
refusal-offer-unknown = I don’t know this offer. /my shows what you have.
refusal-offer-expired = This offer was open until { $at }. The seat is no longer held for you.
refusal-offer-withdrawn = This offer has been taken back.
refusal-offer-answered = You’ve answered this offer already.
refusal-offer-taken = Somebody was faster: the seat is taken. Your place in line stays.
refusal-offer-open = You have an open offer already: answer that one first.
refusal-no-free-seat = { $free ->
    [0] No seat is free here.
    [one] Only 1 seat is free, and { $wanted } are needed.
   *[other] Only { $free } seats are free, and { $wanted } are needed.
}
refusal-hold-over = These seats aren’t held any more.
refusal-holds-changed = Other seats are held by now. Look again, then choose.
refusal-already-public = Every free seat is open to everybody already.
refusal-already-frozen = Automation is frozen already.
refusal-not-frozen = Automation isn’t frozen.
refusal-mode-not-in-tier = Your plan doesn’t include this mode.
refusal-rules-unchanged = It is set like that already.
refusal-preset-unknown = This preset doesn’t exist any more.
refusal-preset-in-use = { $count ->
    [one] This preset is in use in 1 place. Choose other rules there first.
   *[other] This preset is in use in { $count } places. Choose other rules there first.
}
refusal-service-unknown = This service doesn’t exist any more.
refusal-service-without-events = There are no dates yet: add one first, then its rules can be set.
refusal-person-unreachable = This person has blocked the bot and can’t get an offer.
refusal-reason-needed = Please give a reason of { $least } to { $most } characters.
refusal-seats-for-people = Choose a number of seats from 1 to { $most }.
refusal-not-admin = Only administrators of this group may do that.
refusal-role-needed = This needs the role “{ $needed }”. { $names } can give it to you: /roles
refusal-not-on-team = This person isn’t an administrator of this group any more.
refusal-role-unchanged = { $name } has the role “{ $role }” already.
refusal-last-owner = Somebody must be able to give roles: make somebody else an owner first.
refusal-no-account = There is nothing to manage yet: first bring in the events.
refusal-nameless-admin = Please act under your own name: switch off “Remain anonymous” in your admin rights.
refusal-not-this-group = This works in the organiser’s admin group only.
refusal-button-stale = This button is from an older message. /my shows what you have, /events what there is.
refusal-asked-of-another = This question is for { $name }. With /services you begin your own.
refusal-already-done = That’s done already.
refusal-busy = Very busy right now. Please try again in a moment; nothing was changed.
refusal-month-ending = A month’s places are being booked just now. Please try again in a minute; nothing was changed.
refusal-too-fast = { $seconds ->
    [one] That was fast. Please wait a second.
   *[other] That was fast. Please wait { $seconds } seconds.
}
refusal-text-expected = I can only read text. Please write it as a message, or use the buttons.
refusal-name-unusable = A name is one line with 1 to { $most } characters. Please send it again, or /cancel.
refusal-link-unknown = This link doesn’t lead anywhere (any more).
refusal-command-unknown = I don’t know this command. /help says what I can do.
refusal-file-too-large = I read files of up to { $most } MB. Please split it.
refusal-file-of-other-kind = I can’t read files of this kind. Please save it as CSV, XLSX, YAML or JSON.
refusal-file-gone = I can’t get this file from Telegram, or it has changed. Please send it again.

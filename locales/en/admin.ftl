### What admins read in their private group. `$event` is the service's name, `$when` the event's day and time.

## The list of events

admin-events-none = No upcoming events.
admin-events-head = <b>Upcoming events</b> { $first }–{ $last } of { $total }
admin-events-asked = ✋ somebody asks for a place
admin-events-line = { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } waiting
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}
admin-events-line-halted = ⏸ { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } waiting
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}

## One event

admin-event-head =
    <b>{ $event }</b>
    { $when }
admin-event-where = { $location }
admin-event-state-closed = <b>Closed</b>
admin-event-state-cancelled = <b>Cancelled</b>
admin-event-seats = Booked: { $booked } of { $capacity }
admin-event-kept = Offered: { $offered } · held: { $held } · free: { $free }
admin-event-for-line = Of the free seats, { $kept } { $kept ->
    [one] is
   *[other] are
} kept for the waitlist.
admin-event-waiting = Waiting: { $waiting }
admin-event-visiting = Asked here from other dates: { $count }
admin-event-reserve = Reserve list (any date): { $reserve }
admin-event-next = Next: { $names }
admin-event-lottery = Free seats are given by lot: this is the order of the draw.
admin-event-mode = Mode: { $mode }
admin-event-more-holds = … and { $count } more held
admin-hold-line = Held by { $by }: { $seats }
admin-hold-line-reason = Held by { $by }: { $seats } ({ $reason })
admin-refreshed = Up to date.

## Modes

admin-mode-manual = Manual handling
admin-mode-legacy = Automatic waitlist promotion
admin-mode-offer = Offer-based waitlist filling
admin-mode-splitter = Multi-event balancing fill

## Why nothing is filled automatically

admin-halted-closed = ⏸ Automation is off: the event is not open.
admin-halted-started = ⏸ Automation is off: the event has started.
admin-halted-frozen = ⏸ Automation is off: it is frozen for this event.
admin-halted-switch-off = ⏸ Automation is off: automatic filling is switched off for the whole account.
admin-halted-tier = ⏸ Automation is off: your plan does not include this mode.
admin-halted-manual = ⏸ Automation is off: in this mode you decide about every free seat.
admin-halted-splitter = ⏸ In this mode free seats wait for your decision.
admin-halted-other = ⏸ Automation is off: { $reason }

## Buttons

admin-button-bookings = Bookings
admin-button-line = Waitlist
admin-button-offers = Offers
admin-button-hold = Hold a seat
admin-button-release = Release { $seats } held by { $by }
admin-button-publish = Release to the public
admin-button-publish-because = Release: { $reason }
admin-button-freeze = Freeze automation
admin-button-unfreeze = Unfreeze automation
admin-button-refresh = Refresh
admin-button-back = Back
admin-button-earlier = ‹ Earlier
admin-button-later = Later ›
admin-button-manage = Manage
admin-button-entry = Place in line
admin-button-confirm = Confirm
admin-button-cancel = Cancel booking
admin-button-cancel-because = Cancel booking: { $reason }
admin-button-promote = Promote
admin-name-promote = Promote { $name }
admin-button-promote-because = Promote: { $reason }
admin-button-offer = Offer
admin-name-offer = Offer to { $name }
admin-button-offer-because = Offer: { $reason }
admin-button-remove = Remove from list
admin-button-remove-because = Remove: { $reason }
admin-button-withdraw = Withdraw
admin-button-withdraw-because = Withdraw: { $reason }

## Reasons

admin-reason-teacher = Teacher’s decision
admin-reason-mistake = Mistake corrected
admin-reason-need = Special need
admin-reason-agreed = Agreed with the group
admin-reason-asked = Asked for it
admin-reason-hand = Decided by hand
admin-reason-turn = Next in line

## Bookings

admin-bookings-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] No bookings.
        [one] 1 booking
       *[other] { $total } bookings
    }
admin-bookings-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
}
admin-bookings-line-pending = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
} · to confirm
admin-booking-who = <b>{ $name }</b> · { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
admin-booking-pending = Waiting for confirmation
admin-booking-confirmed = Confirmed
admin-booking-cancelled = Cancelled
admin-booking-attended = Attended
admin-booking-no-show = Did not come
admin-party = With: { $names }

## The line

admin-name-reserve = { $name } (any date)
admin-line-head =
    <b>{ $event }</b>, { $when }
    { $waiting ->
        [0] Nobody is waiting for this date.
        [one] 1 person in line
       *[other] { $waiting } people in line
    }
admin-line-reserve = For any date: { $reserve }
admin-line-line = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
}
admin-line-line-offered = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
} · has an offer
admin-line-line-paused = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
} · paused
admin-line-line-reserve = Any date · { $text }
admin-entry-who = { $position }. <b>{ $name }</b> · { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
admin-entry-waiting = Waiting
admin-entry-offered = Has an open offer
admin-entry-paused = Paused
admin-entry-booked = Booked
admin-entry-left = Not on the list any more
admin-entry-closed = The event began before a seat came free
admin-entry-until = Until { $until }
admin-entry-reserve = On the reserve list: any date, { $times }
admin-entry-misses = Missed offers: { $misses }
admin-entry-unreachable = Has blocked the bot and cannot be reached.

## Offers

admin-offers-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] No open offers.
        [one] 1 open offer
       *[other] { $total } open offers
    }
admin-offers-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
} · until { $until }
admin-offers-line-unsent = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
} · no time running
admin-offer-who = Offer to <b>{ $name }</b> · { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
admin-offer-unsent = Not delivered yet, or cut short by an outage: no time is running, and missing it costs nothing.
admin-offer-open = Open until { $until }
admin-offer-last-call = Last call until { $until }: the first tap wins, no seat is held.
admin-offer-accepted = Accepted
admin-offer-rejected = Declined
admin-offer-expired = Expired
admin-offer-withdrawn = Withdrawn

## Questions before a change

admin-ask-head = <b>{ $event }</b>, { $when }
admin-ask-reason = Why? Choose a reason; it is kept in the history.
admin-ask-cancel = Cancel the booking of <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})? They’ll be told.
admin-ask-remove = Take <b>{ $name }</b> off the waitlist? The place in line is lost, and they’ll be told.
admin-ask-withdraw = Withdraw the offer to <b>{ $name }</b>? They’ll be told, and keep their place in line.
admin-ask-promote = Book <b>{ $name }</b> ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}) at once, out of order?
admin-ask-offer = Offer { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
} to <b>{ $name }</b>, out of order?
admin-ask-passed = Passed over: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
admin-ask-publish = Let anybody book the free seats ({ $free })? { $waiting ->
    [0] Nobody is waiting for them.
    [one] 1 person in line is passed over.
   *[other] { $waiting } people in line are passed over.
}
admin-seat-to-line = { $seats ->
    [one] The seat is for the line, as its rules have it.
   *[other] The seats are for the line, as its rules have it.
}
admin-seat-to-all = { $seats ->
    [one] Nobody is waiting for this date: anybody may book the seat.
   *[other] Nobody is waiting for this date: anybody may book the seats.
}
admin-seat-to-reserve = { $seats ->
    [one] Nobody is waiting for this date: the seat is for the reserve list if the date suits somebody there, otherwise for anybody.
   *[other] Nobody is waiting for this date: the seats are for the reserve list if the date suits somebody there, otherwise for anybody.
}
admin-seat-stays = { $seats ->
    [one] Automation is off: the seat waits for your decision.
   *[other] Automation is off: the seats wait for your decision.
}

## What happened

admin-done-hold = Seat held.
admin-done-release = Seat released.
admin-done-publish = Free seats are open to everybody.
admin-done-freeze = Automation frozen. Open offers stay.
admin-done-unfreeze = No longer frozen.
admin-done-confirm = Booking of { $name } confirmed.
admin-done-cancel = Booking of { $name } cancelled.
admin-done-promote = { $name } is booked.
admin-done-offer = Offered to { $name }.
admin-done-remove = { $name } is off the list.
admin-done-withdraw = Offer to { $name } withdrawn.
admin-then-offered = Offered to { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
admin-then-booked = Booked from the line: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
admin-then-called = Last call to { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
admin-then-waits = { $count ->
    [one] 1 free seat waits for your decision.
   *[other] { $count } free seats wait for your decision.
}

## Why not, where it is about somebody else

admin-refusal-already-booked = This person already has a booking here.
admin-refusal-booking-over = This booking doesn’t exist any more.
admin-refusal-button-stale = This button is from an older message. /events shows what there is.
admin-refusal-not-waiting = This person isn’t on the waitlist any more.
admin-refusal-offer-answered = This offer has been answered already.
admin-refusal-offer-open = This person has an open offer already: wait for the answer, or withdraw it.
admin-refusal-offer-taken = This offer is over: somebody was faster.
admin-refusal-offer-unknown = This offer doesn’t exist any more.
admin-faster-you = You did that yourself: { $at }.
admin-faster-person = { $name } was faster: { $at }.
admin-faster-bot = The automation was faster: { $at }.

## Letters to the group

admin-freed-head = { $count ->
    [one] <b>1 seat free</b>
   *[other] <b>{ $count } seats free</b>
} in { $event }, { $when }
admin-freed-next = Next: { $names }
admin-freed-done = All seats taken care of: { $event }, { $when }
admin-freed-offered = Offered, not answered yet: { $event }, { $when }
admin-freed-offer = Offered to <b>{ $name }</b> until { $until }
admin-freed-offer-unsent = Offered to <b>{ $name }</b>; the time counts from delivery
admin-freed-last = The last to get a seat from the waitlist: <b>{ $name }</b>
admin-freed-changed = Somebody else is next by now. Look again, then choose.
admin-pending-head = A booking for <b>{ $event }</b>, { $when }, waits for your confirmation:
admin-unreachable = <b>{ $name }</b> cannot be reached. The offer for { $event }, { $when }, has gone on to whoever is next.
admin-unreachable-stays = The place in line stays, but gets no offer until they write to the bot again.
admin-alert-job-failed = <b>A background task failed:</b> { $job } ({ $why }). It runs again by itself; if this repeats, look at the log.
admin-alert-letter-dead = <b>A message could not be delivered</b> (message { NUMBER($letter, useGrouping: 0) }: { $why }). Please tell the person yourself.
admin-alert-error = <b>Something unexpected went wrong</b> ({ $what }). Code: <code>{ $code }</code>. The log has the details under this code.
admin-alert-outbox-late = <b>Messages are late:</b> { $count } waiting, the oldest for { $minutes } min. Check the connection to Telegram.
admin-alert-outage = <b>I was out of reach</b> from { $when } to { $until }. { $count ->
    [0] No offer had to be extended.
    [one] 1 open offer got the lost time back.
   *[other] { $count } open offers got the lost time back.
}{ $repairs ->
    [0] {""}
    [one] {" "}1 question about an exchange got more time.
   *[other] {" "}{ $repairs } questions about exchanges got more time.
} If you didn’t stop me yourself, look at the log.
admin-alert-topics-forbidden = <b>This group has topics, but I may not make any</b>, so everything arrives here. To change that, the group’s owner allows me “Manage topics”: group settings, Administrators, my name.
admin-alert-group-lost = <b>I’m not in the admin group of { $name } any more.</b> Participants can go on booking, but nobody is told of what needs an admin. Add me to the group again, as an administrator; what could not be said meanwhile follows then.
admin-alert-group-demoted = <b>I’m no administrator of the admin group of { $name } any more.</b> I hear too late there who may act. Make me an administrator again.

## Roles

admin-role-viewer = viewer
admin-role-operator = operator
admin-role-approver = approver
admin-role-owner = owner
admin-role-may-viewer = <b>{ $role }</b>: sees everything, changes nothing
admin-role-may-operator = <b>{ $role }</b>: manages events, bookings, waitlists and offers
admin-role-may-approver = <b>{ $role }</b>: also approves what needs a second person
admin-role-may-owner = <b>{ $role }</b>: also gives roles and changes the account
admin-roles-head = { $total ->
    [one] <b>1 administrator</b>
   *[other] <b>{ $total } administrators</b>
}
admin-roles-line = { $name }: { $role }
admin-roles-line-given = { $name }: { $role } (by { $by }, { $at })
admin-roles-choose = Whose role should change? Who is an administrator at all is decided in Telegram.
admin-roles-owners = Owners change roles here. Who is an administrator at all is decided in Telegram.
admin-role-ask = Give { $name } the role <b>{ $role }</b>?
admin-button-role-give = Yes, from now on
admin-done-role = { $name } has the role “{ $role }” now.
admin-refusal-role-nobody = This needs the role “{ $needed }”, and nobody here can give it: the group has no owner in Telegram.

## Help

admin-help =
    <b>What you can do here</b>
    /events – upcoming events: bookings, waitlist, offers, free seats, automation
    /services – services, new ones and new events step by step, and files to fill in; a CSV, XLSX, YAML or JSON file dropped here is imported, once you have seen what it does
    /batch – the coming months: collect wishes, give out the places, finish
    /lock – keep a month to yourself while you plan it
    /unlock – open a final month for a while, with a second admin
    /export – a month as a file, two versions compared, the proof of the draw
    /metrics – the month’s figures, also as a picture
    /audit – who changed what, when and why; add a name, an event’s code, a day, a month, or <i>admins</i>
    /whatif – what a change would come to: who would get in or out; nothing is written
    /roles – who may do what in this group
    /help – this text
    /help modes – which mode to choose

    When a free seat needs your decision, a card appears here by itself.

# The language of the group

admin-button-months = 🗓 Months
admin-button-language = 🌐 Language
admin-language-ask = I write to this group in English. In which language would you like me to?
admin-done-language = From now on I write to this group in English.

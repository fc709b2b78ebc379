### The history as admins read it with /audit. `$event` is the service's name, `$when` a day and time.

## The card

admin-audit-head = <b>History</b>
admin-audit-event = { $event }, { $when }
admin-audit-about = About <b>{ $name }</b>
admin-audit-done-by = Done by <b>{ $name }</b>
admin-audit-only-admins = Only what admins did
admin-audit-day = Day: { $text }
admin-audit-month = Month: { $month }
admin-audit-none = Nothing found.
admin-audit-young = { $count ->
    [one] 1 of these changes is not sealed yet: it takes some seconds.
   *[other] { $count } of these changes are not sealed yet: it takes some seconds.
}
admin-audit-line = <b>{ $when }</b> · { $by }
admin-audit-what = { $what } · { $name }
admin-audit-why = Why: <i>{ $reason }</i>
admin-button-newer = ‹ Newer
admin-button-older = Older ›
admin-button-only-admins = Only admins
admin-button-everybody = Everybody
admin-button-as-file = As a file
admin-button-history = History

## Who

who-admin = { $name } (admin)
who-after = Automation, after { $name }
who-job = Automation
who-import = File import
who-import-by = Import by { $name }

## What was asked for

words-admins = admins admin only
admin-audit-which = Who is meant?
admin-audit-which-more = Who is meant? More people fit than there is room for: write more of the name.
admin-audit-which-month = A person, or the month?
admin-audit-unknown = I don’t know “{ $text }”: nobody is called that, and no event has this code. Right would be, in any order: a name, an event’s code, a day like 2026-12-01, a month like 2026-12, <i>admins</i>.
admin-audit-no-day = There is no day { $text } in the history. Write it like 2026-12-01.
admin-audit-no-month = There is no month { $text } in the history: wishes for it were never opened.
admin-audit-twice = One day or month and one event at a time, please; a month without an event.

## The file

admin-audit-file = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
admin-audit-file-cut = The newest { $count } changes. To see earlier ones, ask for a day, a month, an event or a name.
column-time = Time
column-who = Who
column-what = What
column-name = About
column-code = Event code
column-event = Event
column-begins = Begins
column-reason = Reason
column-kind = Kind
column-number = Number
column-seal = Seal
column-data = Data

## What happened

fact-booking-made = Booked ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-booking-made-offer = Booked from an offer ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-booking-made-promotion = Booked from the waitlist ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-booking-made-admin = Booked by hand ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-booking-made-move = Booked by moving here ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-booking-confirmed = Booking confirmed
fact-booking-cancelled = Booking cancelled
fact-booking-cancelled-late = Booking cancelled late
fact-booking-cancelled-admin = Booking cancelled for somebody
fact-booking-cancelled-move = Booking given up for another one
fact-booking-cancelled-line = Booking taken back to the waitlist
fact-booking-cancelled-event = Booking over: the event was cancelled
fact-booking-cancelled-silence = Booking over: the new date was not confirmed in time
fact-booking-asked = New date told, answer asked for by { $until }
fact-booking-reconfirmed = New date confirmed
fact-shifted = New date told
fact-reseated = Seat numbers changed
fact-attendance-attended = Came
fact-attendance-missed = Did not come
fact-attendance-confirmed = Attendance mark taken back
fact-entry-joined = Joined the waitlist at place { $position }
fact-entry-joined-reserve = Joined the reserve list
fact-entry-offered = Place in line: has an offer
fact-entry-returned = Place in line: waiting again
fact-entry-paused = Place in line paused until { $until }
fact-entry-paused-open = Place in line paused
fact-entry-resumed = Place in line: the pause is over
fact-entry-skipped = Passed over: the party did not fit
fact-entry-passed = Reserve list: not asked for the seat just given up
fact-entry-prioritised = Place in line with another priority
fact-entry-booked = Place in line became a booking
fact-entry-left = Left the waitlist
fact-entry-left-declined = Off the waitlist: offer declined
fact-entry-left-missed = Off the waitlist: offers missed
fact-entry-left-admin = Taken off the waitlist
fact-entry-left-split = Place in line ended with the balancing
fact-entry-closed = Waitlist closed: the event has begun
fact-entry-closed-cancelled = Waitlist closed: the event was cancelled
fact-offer-made = Offer made ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-offer-called = Last call: the first one gets it
fact-offer-delivered = Offer delivered, open until { $until }
fact-offer-undelivered = Offer could not be delivered
fact-offer-extended = Offer extended until { $until }
fact-offer-reminded = Reminded of the offer
fact-offer-accepted = Offer accepted
fact-offer-rejected = Offer declined
fact-offer-expired = Offer expired
fact-offer-withdrawn = Offer withdrawn
fact-offer-withdrawn-unreachable = Offer withdrawn: cannot be reached
fact-offer-withdrawn-admin = Offer withdrawn by hand
fact-offer-withdrawn-taken = Offer over: somebody was faster
fact-offer-withdrawn-shifted = Offer withdrawn: the date has changed
fact-offer-withdrawn-cancelled = Offer withdrawn: the event was cancelled
fact-offer-withdrawn-split = Offer withdrawn: the balancing is over
fact-seats-held = Held ({ $seats ->
    [one] 1 seat
   *[other] { $seats } seats
})
fact-hold-released = Held seats released
fact-seats-published = Free seats open to everybody: { $count }
fact-event-frozen = Automation frozen
fact-event-unfrozen = Automation no longer frozen
fact-event-closed = Event closed
fact-event-moved = Event moved to { $when }
fact-event-cancelled = Event cancelled
fact-wisher-told = Told of it, as they wish for it
fact-event-split = Balancing with other dates begun
fact-event-split-over = Balancing with other dates is over
fact-capacity-changed = Number of seats: { $capacity }
fact-capacity-draining = Seats to go down to { $capacity } as they come free
fact-capacity-draining-over = All seats stay
fact-fill-halted = Free seats that nothing fills: { $count }
fact-fill-halted-over = No free seats left over
fact-event-configured = Rules of the waitlist set for the event
fact-service-configured = Rules of the waitlist set for the service
fact-account-configured = Switches of the account set
fact-preset-saved = Preset saved: { $name }
fact-preset-deleted = Preset deleted: { $name }
fact-role-given = Another role: { $name }
fact-group-language = Another language for the group
fact-account-imported = Account from a file: { $code }
fact-service-imported = Service from a file: { $code }
fact-series-imported = Series from a file: { $code }
fact-event-imported = Event from a file: { $code }
fact-imported = From a file: { $code }
fact-other = { $name }

## Letters to the group

admin-alert-history =
    <b>History sealed</b> up to { $when }: { $count } changes, seal { $seal }.
    <code>{ $hash }</code>
    Nothing to do. Should anybody ever change the past, this line shows it: keep it.

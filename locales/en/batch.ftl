### The month's allocation in the admins' group: Plan, Execute, look through it, Finalize. And what comes of it for everybody.

## The month's card

label-batch-planned = { $month } · being planned · { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
label-batch-final = { $month } · booked · { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
batch-no-month = I don’t know the month “{ $text }”. There are: { $names }.
batch-running = <b>Version { $number } is being computed.</b> Started by { $by }: { $when }
batch-stopped = Version { $number } was stopped.
batch-failed = Version { $number } came to nothing: something went wrong on our side. Code: { $code }
batch-lost = Version { $number } was lost on its way.
batch-interrupted = Version { $number } was interrupted: what computed it has ended. Nothing has changed.
batch-newest = <b>Version { $number }</b> ({ $by }, { $when }): { $text }.
batch-outcome = { $people ->
    [one] 1 person has a place
   *[other] { $people } people have a place
}{ $fewer ->
    [0] {""}
   *[other] {" "}({ $fewer } of them fewer than wished)
}, { $without ->
    [0] nobody is without
    [one] 1 is without
   *[other] { $without } are without
}
batch-measures = Seats given: { $seats }. First choices among the places given: { $share }.
batch-said = Decided by admins: { $count }
batch-final = <b>Booked</b> from version { $number }.
batch-telling = Results: { $made } of { $total } sent.
batch-telling-failed = Couldn’t be told: { $count }
batch-telling-done = That was all: everybody who can be reached has their result.
batch-next-plan = Next: <b>Plan</b> shows what would come of it.
batch-next-wait = Next: wait a moment, or stop it.
batch-next-again = Next: <b>Execute again</b>, or plan anew.
batch-next-review = Next: look through it, then <b>Finalize</b>. Nothing is booked yet.
batch-places-lost = { $count ->
    [one] ⚠ 1 person has lost a place since.
   *[other] ⚠ { $count } people have lost a place since.
} Next: <b>Repair</b>.
batch-off-next = Too few people for: { $names }. { $count ->
    [one] This date is still open. Call it off, or hold it as it is.
   *[other] These dates are still open. Call them off, or hold them as they are.
}
label-batch-off = Call off: { $when } · { $event }
batch-next-rerun = Next: <b>Execute again, keep places</b>. Decisions made since and not in this version yet: { $count }.
admin-button-batch-plan = Plan
admin-button-batch-plan-again = Plan anew
admin-button-batch-execute = Execute
admin-button-batch-again = Execute again
admin-button-batch-rerun = Execute again, keep places
admin-button-batch-stop = Stop
admin-button-batch-refresh = How far is it?
admin-button-batch-review = Look through it
admin-button-batch-short = Who got fewer
admin-button-batch-words = What admins decided
admin-button-batch-versions = All versions
admin-button-batch-finalize = Finalize
admin-done-batch-execute = Version { $number } is being computed.
admin-done-batch-made = Version { $number } is ready.
admin-done-batch-stop = Stopped.

## Plan

batch-plan-head = <b>Plan for { $month }</b>
batch-plan-working = <b>Plan for { $month }</b>: I’m computing it, one moment. Nothing is written.
batch-way-balanced = The dates fill evenly.
batch-way-fast = As few dates as possible, so that groups form quickly.
batch-order-most = As many places as possible; whoever had no place lately comes first.
batch-order-fair = Strictly in turn: whoever had no place lately chooses first.
batch-plan-expected = Expected: { $text }. Seats given: { $seats } of { $total }. First choice: { $share }.
batch-plan-off = Too few wishes, so no places are given there: { $names }
batch-plan-unwished = No wishes for: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
batch-plan-why = Why some get fewer:
batch-plan-reason = • { $why } { $count ->
    [one] (1 person)
   *[other] ({ $count } people)
}
batch-plan-fill = How the dates fill:
batch-fill = • <b>{ $event }</b>, { $when }: { $seats } of { $free }
batch-plan-findings = Look at these first:
batch-plan-more = … and { $count } more
batch-plan-clear = The input check found nothing odd.
batch-plan-nothing = Nothing is written, nothing is booked.
batch-findings-head = <b>What is odd about the wishes for { $month }</b>
batch-find-event-off = • <b>{ $event }</b>, { $when }: takes nobody any more, wished for by { $count }
batch-find-no-seats = • <b>{ $event }</b>, { $when }: no seat is left, seats wished for first: { $count }
batch-find-scarce = • <b>{ $event }</b>, { $when }: fewer seats than its first choices need ({ $count })
batch-find-below-minimum = • <b>{ $event }</b>, { $when }: { $count ->
    [0] no seat
    [one] 1 seat
   *[other] { $count } seats
} wished for{ $used ->
    [0] { "" }
   *[other] , { $used } taken already
}, minimum { $least }
batch-find-unwished = • <b>{ $event }</b>, { $when }: nobody wishes for it
batch-find-line = • <b>{ $event }</b>, { $when }: people wait for it already ({ $count })
batch-find-unreachable = • <b>{ $name }</b> can’t be written to.
batch-find-impossible = • <b>{ $name }</b>: nothing they wish for can be had.
batch-find-too-few-wishes = • <b>{ $name }</b> wants { $count } dates and names fewer.
batch-find-overlap = • <b>{ $name }</b>: some of their wishes can’t both be had.
batch-find-excluded = • <b>{ $name }</b>: left out by an admin.
batch-find-pin-off = • <b>{ $name }</b>: pinned at <b>{ $event }</b>, { $when }, which can’t be kept any more.
admin-button-batch-balanced = Fill evenly
admin-button-batch-fast = Form groups fast
admin-button-batch-most = Most places
admin-button-batch-fair = Strictly in turn
admin-button-batch-fills = All dates
admin-button-batch-findings = All that is odd

## Looking through a version

batch-review-head = <b>{ $month }, version { $number }</b>
batch-review-base = It keeps the places of version { $number } where it can.
batch-review-event = • <b>{ $event }</b>, { $when }: { $seats } of { $free } seats, { $first } by first choice
batch-review-off = • <s>{ $event }, { $when }</s>: not held
batch-review-none = No date takes people.
batch-pins-off = Pins that couldn’t be kept: { $count }
batch-pin-off-person = • <b>{ $name }</b> at { $event }, { $when }: doesn’t wish for anything more this month.
batch-pin-off-date = • <b>{ $name }</b> at { $event }, { $when }: this date takes nobody any more.
batch-pin-off-collides = • <b>{ $name }</b> at { $event }, { $when }: doesn’t go with another pin of theirs.
batch-pin-off-full = • <b>{ $name }</b> at { $event }, { $when }: not enough seats are left.
label-batch-event = { $when } · { $event } · { $seats }/{ $free }
batch-event-head = <b>{ $event }</b>, { $when } (version { $number })
batch-event-nobody = Nobody has a place here.
batch-placed = • <b>{ $name }</b>, wish { $position }
batch-placed-unwished = • <b>{ $name }</b>, not wished for
batch-placed-kept = kept
batch-placed-pinned = pinned
batch-placed-party = { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
batch-short-head = <b>Who got fewer than they wanted</b> ({ $month }, version { $number })
batch-short = • <b>{ $name }</b>: { $got } of { $wanted }. { $why }
batch-short-none = Everybody has all they wanted.
batch-missed = With one more seat it would have been: { $event }, { $when }.
batch-why-full = Of the dates they didn’t get, the one they wanted most was full.
batch-why-party = Not enough seats were left together.
batch-why-collides = The rest is at the same time.
batch-why-limit = The rest is too close together for them.
batch-why-minimum = Too few people for the date.
batch-why-together = No date was left for all who come together.
batch-why-impossible = Nothing they wished for could be had.
batch-why-excluded = Left out by an admin.
batch-person-head = <b>{ $name }</b> ({ $month }, version { $number })
batch-person-nothing = No place in this version.
batch-person-place = • <b>{ $event }</b>, { $when }, wish { $position }
batch-person-unwished = • <b>{ $event }</b>, { $when }, not wished for
batch-person-wanted = Got { $got } of { $wanted }. { $why }
batch-person-credit = Points for months without a place, before this one: { $count }
batch-person-party = { $seats } seats: with { $names }
batch-person-with = Together with: { $names }
batch-person-wishes = Wishes:
batch-wish = { $position }. { $event }, { $when }
label-batch-place = { $when } · { $event }
label-batch-where = { $when } · free: { $count } · { $event }
batch-place-head = <b>{ $name }</b>: <b>{ $event }</b>, { $when }
admin-button-batch-pin = Pin here
admin-button-batch-pin-other = Pin at a date
admin-button-batch-move = Move to another date
admin-button-batch-out = Not at this date
admin-button-batch-undo-pin = Take back: pinned place
admin-button-batch-undo-move = Take back: move
admin-button-batch-undo-exclude = Take back: leaving out
admin-button-batch-out-all = No place this month

## What admins decide

batch-where-pin = Where does <b>{ $name }</b> get a place in any case? Dates they wished for come first.
batch-where-move = Where does <b>{ $name }</b> go instead? Dates they wished for come first.
batch-where-none = There is no other date.
batch-pin-ask = <b>{ $name }</b> gets a place at <b>{ $event }</b>, { $when }, in every later version.
batch-alone = They wanted to come together with { $names }. This is for { $name } alone.
batch-move-ask = <b>{ $name }</b> goes to <b>{ $event }</b>, { $when }, in every later version, instead of { $other }.
batch-out-ask = <b>{ $name }</b> gets no place at <b>{ $event }</b>, { $when }, in any later version.
batch-out-all-ask = <b>{ $name }</b> gets no place this month, in any later version.
admin-button-batch-pin-because = Pin: { $reason }
admin-button-batch-move-because = Move: { $reason }
admin-button-batch-out-because = Leave out: { $reason }
admin-button-batch-lift-because = Take back: { $reason }
admin-button-batch-final-because = Finalize: { $reason }
admin-done-batch-pin = Pinned. It counts from the next version on.
admin-done-batch-move = Moved. It counts from the next version on.
admin-done-batch-out = Left out. It counts from the next version on.
admin-done-batch-lift = Taken back. It counts from the next version on.
batch-words-head = <b>What admins decided for { $month }</b>. Every later version keeps to it.
batch-words-none = Nothing so far.
batch-word-pin = <b>{ $name }</b>: pinned at { $event }, { $when }
batch-word-move = <b>{ $name }</b>: { $event }, { $when } instead of { $other }
batch-word-out = <b>{ $name }</b>: not at { $event }, { $when }
batch-word-out-all = <b>{ $name }</b>: no place this month
batch-word-by = { $by }, { $when }: { $reason }
batch-lift-ask = Take it back? Why? The next version decides freely again.

## Versions

batch-versions-head = <b>Versions of { $month }</b>
batch-versions-none = No version so far.
batch-version = <b>{ $number }</b> ({ $by }, { $when }): { $text }. Seats: { $seats }, first choice: { $share }
batch-version-other = <b>{ $number }</b> ({ $by }, { $when }): { $text }
batch-version-running = being computed
batch-version-stopped = stopped
batch-version-failed = came to nothing
label-batch-version = Version { $number }
admin-button-batch-with = Compare with another
batch-with-head = Compare version { $number } with which one?
batch-with-none = There is no other version.
batch-compare-head = <b>{ $month }: from version { $before } to version { $after }</b>
batch-compare-none = Nobody has another place.
batch-compare-sums = New with a place: { $made }. Without one now: { $left }. With other dates: { $changed }.
batch-came = ➕ <b>{ $name }</b> gets: { $after }
batch-fell = ➖ <b>{ $name }</b> loses: { $before }
batch-moved = ↔️ <b>{ $name }</b>: { $after } instead of { $before }

## Finalize

batch-final-ask = <b>Finalize { $month }</b> from version { $number }?
batch-final-books = It will book: { $text }. Seats: { $seats }.
batch-final-waits = Whoever has fewer than wished joins the waitlist of the best of their wishes that is full and that they could still attend; in line by priority, months without a place, then the draw. Nobody whom admins left out joins one.
batch-final-off = Too few people: { $names }. { $count ->
    [one] I don’t call this date off by myself: once the month is booked, the month’s card leads there.
   *[other] I don’t call these off by myself: once the month is booked, its card leads there.
}
batch-final-tells = Everybody who wished hears the result and why. After that the month is final: cancellations change it (their seats go to those in line), a repair, and whatever is changed while two admins have it open with /unlock.
admin-button-batch-final-yes = Yes, Finalize
admin-button-batch-final-why = Finalize, with a reason …
admin-done-batch-final = Booked. Everybody is being told.
batch-changed-head = <b>Version { $number } doesn’t fit any more.</b> Since it was computed this has changed:
batch-changed-event = • Date: <b>{ $event }</b>, { $when }
batch-changed-person = • Wishes or bookings: <b>{ $name }</b>
batch-changed-said = • Decided by an admin: <b>{ $name }</b>
batch-changed-next = Execute again: whoever has a place keeps it where that can be.
batch-changed-nothing = Nothing has changed since version { $number }: it can be finalized.

## Participants

button-month-ledger = My months
month-ledger-head = <b>Your months so far</b>
month-ledger-none = No month with wishes of yours is over yet.
month-ledger-month = • { $month }: { $got } of { $wanted }
month-ledger-off = • { $month }: { $got } of { $wanted }, called off since: { $count }
month-ledger-why = A month without a place gives you a point, and a month with one halves your points; more than { $most } don’t count. Where seats are short, more points put you further ahead.
month-ledger-credit = Your points for months without a place: { $count }

## Refusals

refusal-run-newer = The versions have changed meanwhile: version { $number } is the newest. Look at it first.

## The history

fact-period-planned = Planning of { $month } begun
fact-run-started = Version { $number } begun
fact-run-started-again = Version { $number } begun, keeping places
fact-run-made = Version { $number } is ready ({ $people } with a place, { $short } with fewer than wanted or nothing)
fact-run-stopped = Version { $number } stopped
fact-run-failed = Version { $number } came to nothing
fact-run-lost = Version { $number } was lost on its way
fact-run-interrupted = Version { $number } was interrupted
fact-placement-pinned = Pinned at a date
fact-placement-moved = Moved to another date
fact-person-excluded = Left out of a date
fact-person-excluded-all = Left out of the month
fact-adjustment-ended = An admin’s decision taken back
fact-adjustment-replaced = An admin’s decision replaced
fact-run-finalized = Version { $number } became bookings
fact-result-given = Result of the month: { $got } of { $wanted }
fact-period-finalized = { $month } booked from version { $number }
fact-booking-made-month = Booked from the month’s wishes
fact-entry-joined-month = On the waitlist from the month’s wishes
audit-results-given = { $count } people got the result of their month
audit-month-booked = { $count } bookings made from the month’s wishes
audit-month-waiting = { $count } places in line from the month’s wishes
audit-wishers-told = { $count } people told of it, as they wish for it

### Locks of a month: one admin works on it, and the final one that two admins open for a while.

command-admin-lock = Keep a month to yourself while you plan it
command-admin-unlock = Open a final month for a while

## The lock while somebody works

admin-button-lock = The lock
admin-button-unlock = The final lock
label-unlock-open = Open until { $until }
admin-button-batch-see-all = All months
label-lock-month = { $month }
label-lock-half = Lock for 30 minutes
label-lock-two = Lock for 2 hours
label-lock-tomorrow = Lock until tomorrow, 9:00
label-lock-half-more = 30 minutes from now
label-lock-two-more = 2 hours from now
label-lock-tomorrow-more = Until tomorrow, 9:00
label-helper-on = ✓ { $name }
label-helper-off = { $name }
admin-button-lock-helpers = Who may help
admin-button-lock-release = Give the lock back
admin-button-lock-wish = Ask for it
admin-button-lock-hand = Hand over
admin-button-lock-keep = Not now
admin-button-lock-force = Force it open …
admin-button-lock-force-because = Force open: { $reason }
lock-head = <b>{ $month }</b>: the lock
lock-nobody = Nobody has locked this month: every admin may change it. Lock it while you plan, and only you can; it ends by itself. People can give their wishes all the same.
lock-held = 🔒 Locked by { $name } until { $until }.
lock-final = 🔒 This month is final. Its places can be cancelled, and not moved.
lock-helpers = May change it too: { $names }
lock-asked-by = { $name } would like to have it.
lock-refused = { $count ->
    [one] 1 edit of others was refused.
   *[other] { $count } edits of others were refused.
}
lock-helpers-ask = <b>{ $month }</b>: who else may change it while it’s locked? Tap a name.
lock-force-ask = End { $name }’s lock of <b>{ $month }</b>? They may be in the middle of something. The group is told, with your reason.
lock-no-month = No month is open for planning. /batch opens one.
lock-which = <b>Which month?</b>
admin-done-lock-take = Locked: only you can change this month now.
admin-done-lock-extend = The lock lasts longer.
admin-done-lock-release = The lock is open again.
admin-done-lock-wish = Asked. The answer comes here.
admin-done-lock-hand = Handed over.
admin-done-lock-keep = You keep the lock.
admin-done-lock-force = The lock is open. The group is told.
admin-done-helper-on = May change it too.
admin-done-helper-off = May not change it any more.
admin-reason-away = Holder is away

## Told in the group

lock-asked = { $admin }, { $name } would like to have the lock of <b>{ $month }</b>.
lock-handed = <b>{ $month }</b>: the lock is { $name }’s now.
lock-kept = <b>{ $month }</b>: the lock stays where it is for now, { $name }.
lock-ended = <b>{ $month }</b>: the lock has run out. Every admin may change the month again.
lock-alert-forced = ⚠️ <b>{ $month }</b>: { $name } has forced open the lock of { $by }. Reason: { $reason }
lock-alert-refused = ⚠️ <b>{ $month }</b> is locked by { $by } until { $until }. { $count ->
    [one] 1 edit of others was refused
   *[other] { $count } edits of others were refused
}, the last one of { $name }. Ask for the lock, or wait.

## The final lock

label-unlock = For { $length }
admin-button-unlock-because = Unlock: { $reason }
admin-button-unlock-approve = Approve
admin-button-unlock-deny = Deny
admin-button-unlock-again = Lock it again
unlock-head = <b>{ $month }</b>: the final lock
unlock-not-final = This month isn’t final: its allocation can be changed without this.
unlock-how = 🔒 Who has which place doesn’t change any more; cancelling stays possible, and a freed seat goes to the line. To move somebody, ask to open the month for a while: a second admin must agree. For how long?
unlock-ask = Open <b>{ $month }</b> for { $length }: why? A second admin has to agree.
unlock-asked = { $name } asks to open the final month <b>{ $month }</b> for { $length }.
unlock-reason = Reason: { $reason }
unlock-lapses = A second admin can agree until { $until }.
unlock-open = 🔓 Open for changes until { $until }.
unlock-where = To change a place: choose the date, then its bookings, then the person.
admin-button-unlock-dates = To the dates
unlock-dates = <b>{ $month }</b>, dates { $first }–{ $last } of { $total }. Choose one to change its bookings.
unlock-dates-none = No date of { $month } is still ahead.
unlock-by = Asked by { $name }, agreed by { $by }.
unlock-granted = <b>{ $month }</b> is open for changes.
unlock-denied = <b>{ $month }</b> stays locked: { $by } doesn’t agree.
unlock-lapsed = <b>{ $month }</b> stays locked: nobody has agreed in time.
unlock-ended = 🔒 <b>{ $month }</b> is locked again.
unlock-changed = { $count ->
    [0] Nothing was changed meanwhile.
    [one] 1 place was changed meanwhile:
   *[other] { $count } places were changed meanwhile:
}
unlock-changed-more = … and { $more } more, see /audit
unlock-place = { $event }, { $when }
unlock-change-move = <b>{ $name }</b>: { $before } → { $after }.
unlock-change-line = <b>{ $name }</b>: { $before } → back in line.
unlock-change-event = <b>{ $name }</b>: { $before } was called off.
unlock-change-cancel = <b>{ $name }</b>: { $before } was cancelled.
unlock-change-hand = <b>{ $name }</b>: { $before } was booked by hand.
unlock-change-promotion = <b>{ $name }</b>: { $before }, moved up from the waitlist.
unlock-change-repair = <b>{ $name }</b>: { $before } → { $after }, by a repair: the first place was lost.
unlock-change-by = By { $by }.
unlock-no-month = No month is final.
unlock-which = <b>Which month?</b>
admin-done-unlock-ask = Asked: a second admin has to agree.
admin-done-unlock-approve = The month is open for changes.
admin-done-unlock-deny = It stays locked.
admin-done-unlock-again = Locked again. The list comes here.

## Refusals

refusal-period-held = { $by } has locked this month until { $until }. Ask for the lock with /lock, or wait.
refusal-lock-over = This lock has ended or changed hands.
refusal-lock-unchanged = It’s like that already.
refusal-not-holder = Only { $by } can do that: the lock is theirs.
refusal-lock-own = The lock is yours already.
refusal-lock-asked-for = { $by } has asked for it already. Wait for the answer.
refusal-nobody-asks = Nobody asks for it any more.
refusal-helpers-full = { $most } helpers are the most.
refusal-period-not-final = This month isn’t final: there’s nothing to unlock.
refusal-month-final = This place is yours for good by the month’s allocation: it can’t be moved, but you can cancel it.
admin-refusal-month-final = This place belongs to a final month: it can be cancelled, but moved only after /unlock.
refusal-date-final = A final month has given seats at this date (seats: { $count }), so it can’t be moved. You can cancel it, or open the month with /unlock if a second admin agrees.
refusal-unlock-pending = { $by } has asked for it already. A second admin has to answer.
refusal-unlock-open = This month is open for changes already, until { $until }.
refusal-unlock-over = That has been answered, or its time is up.
unlock-became-open = That’s been approved: the month is open for changes until { $until }.
unlock-became-over = That was approved, and the month has been locked again since { $ends }.
unlock-became-denied = That’s been denied: the month stays locked.
unlock-became-lapsed = Nobody agreed by { $until }: the request has run out, and the month stays locked.
refusal-second-admin-needed = You’ve asked for it yourself: another admin has to agree.

## The history

fact-period-locked = Lock of { $month } taken until { $until }
fact-lock-extended = Lock extended until { $until }
fact-helper-named = May change the locked month too: { $name }
fact-helper-dropped = May not change the locked month any more: { $name }
fact-lock-asked = Asked for the lock
fact-lock-kept = Kept the lock, although { $name } asked for it
fact-lock-handed = Lock handed over to { $name }
fact-lock-released = Lock given back
fact-lock-expired = Lock ran out
fact-lock-forced = Lock forced open
fact-lock-final = Lock ended, as the month is final
fact-edit-refused = Edit refused by a lock ({ $count })
fact-unlock-asked = Asked to open the final month { $month }
fact-unlock-granted = Final month opened until { $until }
fact-unlock-denied = Opening of the final month denied
fact-unlock-lapsed = Nobody agreed to open the final month
fact-unlock-ended = Final month locked again
fact-unlock-expired = Final month locked again, as the time was up

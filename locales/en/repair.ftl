### The repair of a month that has lost a date, and months that plan themselves.

repair-extended-head = <b>Sorry, I was out of reach for a while. You have more time to answer.</b>
repair-asks-lost = <b>A new place for you?</b> Your place at { $old }, { $before }, is gone. Instead you can have <b>{ $event }</b>, { $when }.
repair-asks-move = <b>Would you swap dates?</b> Somebody has lost their place, and yours would help: <b>{ $event }</b>, { $when }, instead of { $old }, { $before }.
repair-seats = For { $count ->
    [one] 1 person.
   *[other] all { $count } of you.
}
repair-rule-lost = { $more ->
    [0] Say yes by { $until }, and it’s yours. Until then the seat is kept for you.
   *[other] Say yes by { $until }. It’s yours once the others concerned have said yes, too; I’ll write to you.
}
repair-rule-move = You don’t have to. Say yes or no by { $until }: nobody moves unless everybody concerned says yes, and until then you keep what you have.
repair-agreed = You’ve said yes. I’ll write to you as soon as it’s settled.
repair-no-lost = Don’t you want <b>{ $event }</b>, { $when }? Then the seat goes to others, and nobody moves.
repair-no-move = Stay with { $old }, { $before }? Then nobody moves, and that’s fine.
repair-ended-done = <b>It’s settled.</b> You have <b>{ $event }</b>, { $when }, instead of { $old }, { $before }.
repair-ended-lost = <b>That didn’t work out.</b> The place at { $event }, { $when }, instead of { $old }, { $before }, can’t be yours this way. Whatever else you have stays as it is.
repair-ended-move = <b>All stays as it is.</b> Nobody swaps dates: you keep { $old }, { $before }, and not { $event }, { $when }.
button-repair-yes = Yes, please
button-repair-no = No, thanks
button-repair-no-yes = No, leave it
toast-repair-yes = Thank you! I’ll write as soon as all have answered.
toast-repair-done = Done: it’s yours.
toast-repair-changed = Something has changed meanwhile: nobody moves.
toast-repair-no = All right: nobody moves.

## Admins

admin-button-repair = Repair
admin-button-repair-see = See the repair
admin-button-repair-because = Ask them: { $reason }
admin-button-repair-back-because = Take back: { $reason }
admin-done-repair = { $count ->
    [one] 1 person is being asked.
   *[other] { $count } people are being asked.
}
admin-done-repair-back = Taken back: nobody moves.
repair-plan-head = <b>Repair { $month }</b>: another place for those who lost theirs, with as few moves as can be.
repair-plan-chain = <b>Only together</b> ({ $count ->
    [one] 1 person
   *[other] { $count } people
}):
repair-plan-more = … and { $count ->
    [one] 1 more exchange
   *[other] { $count } more exchanges
}.
repair-plan-none = Everybody who was given a place has one.
repair-plan-passed = { $count ->
    [one] 1 person waits
   *[other] { $count } people wait
} for these dates; these seats go to those who lost theirs.
repair-plan-stuck = These places are lost, and no other wish can be had instead:
repair-stuck-line = • <b>{ $name }</b> – { $event }, { $when }
repair-stuck-away = • <b>{ $name }</b> – { $event }, { $when } (I can’t write to them)
repair-stuck-also = + { $event }, { $when }
repair-stuck-more = + { $count ->
    [one] 1 more date
   *[other] { $count } more dates
}
repair-stuck-head = <b>{ $month }: places are lost, and no other wish can be had</b> ({ $count ->
    [one] 1 person
   *[other] { $count } people
}):
admin-button-repair-stuck = All { $count } people
admin-button-repair-lost = All lost places
admin-button-repair-free = More free dates
repair-date-free = Seats that nobody waits for: { $free }
repair-date-who = Tap a name to book that person here, with as many seats as they had. Each is a booking of their own. Please ask them first.
repair-date-nobody = Nobody needs a place here any more.
repair-date-full = There are not enough seats here for anybody who has lost a place.
label-repair-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } seats
}
admin-button-repair-other = Book for somebody else
label-repair-free = { $when } · { $event } · { $free } free
repair-plan-free = These dates have seats that nobody waits for. Ask whoever it’s about, and tap a date to book it for them:
repair-plan-full = No other date of this month has a seat to spare. More seats on a date, or one more date, would help.
repair-plan-rule = Nothing is moved yet. Everybody concerned is asked; the free seats are kept for them meanwhile, and each exchange happens only once all in it have said yes.
repair-line-lost = • { $name }: <b>{ $event }</b>, { $when } (wish { $position }), instead of the place lost at { $old }, { $before }
repair-line-move = • { $name } makes room: <b>{ $event }</b>, { $when } (wish { $position }), instead of { $old }, { $before }
repair-line-yes = ✓
repair-lines-more = … and { $more ->
    [one] 1 more person
   *[other] { $more } more people
}.
repair-list-head = <b>Repair of { $month }</b>: { $count ->
    [0] nobody is being asked just now.
    [one] 1 exchange is waiting for answers.
   *[other] { $count } exchanges are waiting for answers.
}
label-repair-open = { $name } · until { $until } · { $count } of { $total } yes
repair-one-head = <b>An exchange in { $month }</b>, proposed by { $by }
repair-open = Open until { $until }: { $left ->
    [one] 1 answer is missing.
   *[other] { $left } answers are missing.
}
repair-is-done = Everybody has said yes, and it’s done.
repair-cause-declined = Somebody has said no: all stay where they are.
repair-cause-expired = Not everybody has answered in time: all stay where they are.
repair-cause-changed = Something has changed meanwhile, so it can’t be done: all stay where they are.
repair-cause-admin = Taken back by an admin: all stay where they are.
places-lost = <b>{ $month }: places are lost.</b> { $event }, { $when }: { $count ->
    [one] 1 person has lost a place
   *[other] { $count } people have lost a place
} that the month gave. <b>Repair</b> looks for others; nobody is moved without being asked.
repair-done-told = <b>{ $month }: an exchange is done.</b>
repair-withdrawn-told = <b>{ $month }: an exchange is off.</b>
admin-button-schedule = Plan by itself
schedule-head = <b>Plan by itself</b>: as long as a month’s wishes are closed and it isn’t final, I make a new version at these times whenever something has changed, and tell you here. Nothing is booked before you finalize.
schedule-off = It’s off.
schedule-on = <code>{ $cron }</code>, next: { $when }. Chosen by { $by }.
label-schedule-night = Every night at 3:00
label-schedule-morning = Every morning at 7:00
label-schedule-monday = On Mondays at 7:00
label-schedule-hour = Every hour
label-schedule-off = Off
admin-button-schedule-type = Type other times …
admin-button-schedule-field = 0 3 * * 1-5
schedule-ask = { $admin }, reply to this message with a crontab: minute, hour, day, month, weekday. <code>0 3 * * 1-5</code> is 3:00 from Monday to Friday.
admin-done-schedule = From now on it plans by itself.
admin-done-schedule-off = It doesn’t plan by itself any more.

## History

fact-booking-made-repair = Booked in an exchange that all agreed to
fact-repair-proposed = Exchange proposed, until { $until }
fact-repair-asked = Asked about an exchange
fact-repair-extended = More time for an exchange, after an outage: until { $until }
fact-repair-asked-anew = Told of more time for an exchange
fact-repair-agreed = Agreed to an exchange
fact-repair-told = Told how an exchange ended
fact-repair-done = Exchange done: all agreed
fact-repair-withdrawn = Exchange taken back
fact-repair-withdrawn-declined = Exchange off: somebody said no
fact-repair-withdrawn-expired = Exchange off: not all answered in time
fact-repair-withdrawn-changed = Exchange off: something had changed
fact-schedule-chosen = Months plan by themselves: { $cron }
fact-schedule-off = Months don’t plan by themselves any more

## Refusals

refusal-repair-not-yet = Only a month that is final can be repaired.
refusal-repair-changed = Something has changed meanwhile. Look at it as it is now.
refusal-repair-unknown = I don’t know this exchange, or it isn’t about you.
refusal-repair-over = This exchange has ended already.
refusal-repair-answered = You’ve said yes already; the others are still to answer.
refusal-no-crontab = I can’t read “{ $word }”. A crontab has five parts: minute, hour, day, month, weekday, for example 0 3 * * *.
refusal-crontab-never = That day never comes. Check day and month.
refusal-schedule-unchanged = It’s like that already.

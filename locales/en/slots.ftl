### Individual services: a day, a time, and the opening hours that the times are cut from. `$event` is the service's name.

## What participants read

label-slots = { $service } · { $free ->
    [one] 1 time free
   *[other] { $free } times free
}
label-slots-full = { $service } · full
label-day-free = { $day } · { $count } free
label-day-full = { $day } · full
slots-choose-day = Choose a day:
slots-none = No times at the moment. Check back soon.
slots-all-taken = Every time is taken at the moment. You can wait for any time that suits you, or choose a day and wait for one time.
slots-all-taken-ask = Every time is taken at the moment. Choose a day, and you can ask for a time all the same.
slots-head =
    <b>{ $event }</b>
    { $day }
slots-choose-time = Choose a time:
slots-day-full = Every time of this day is taken.
slots-waiting-note = ⏳ is taken: tap it to wait for it.
slots-asking-note = ⏳ is taken: tap it to ask for it all the same.
slots-confirm = Shall I book this time for you?
slots-ask = Shall I ask the organiser for this time?
button-slot-book = Book this time
button-slots-wait = Wait for any time
refusal-slot-taken = That time has just gone. Here is what is still free.

## What admins read: days and who comes

admin-individual-line = 🗓 { $service }
hours-days = Booked, day by day:
hours-no-days = No times to come. Set opening hours first.
label-slots-day = { $day } · { $booked }/{ $total }
slots-booked = Booked: { $booked } of { $total }
slots-day-none = No times on this day.
label-slot-free = { $at } · free
label-slot-kept = { $at } · not free
label-slot-who = { $at } · { $name }
label-slot-who-waiting = { $at } · { $name } · { $waiting } waiting
label-slot-cancelled = { $at } · cancelled

## What admins read: opening hours

hours-head = <b>{ $service }</b>
hours-line = { $day }: { $times }
hours-minutes = One appointment takes { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
hours-choose = What should change?
label-hours-closed = closed
label-hours-workdays = Mon–Fri
label-hours-every-day = Every day
admin-button-hours = Opening hours
admin-button-hours-minutes = Length of an appointment
admin-button-hours-type = Write the times
admin-button-hours-drop = Remove { $times }
admin-button-hours-close = Closed
admin-button-hours-because = Save: { $reason }
admin-button-times-field = 9-12, 14:00-18:00
admin-button-minutes-field = 50
hours-ask-times = { $admin }, when is it open ({ $day })? Reply to this message with the times, like 9-12, 14:00-18:00. With a + in front they are added to what there is.
hours-ask-minutes = { $admin }, how many minutes does one appointment take? Reply to this message with the number.
hours-change = { $day }: { $before } → <b>{ $after }</b>
hours-change-minutes = One appointment: <b>{ $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}</b>
hours-effect = Times that open: { $opened }. Free times that close: { $closed }.
hours-stay = { $count ->
    [one] 1 time is outside these hours and stays, because somebody has it or waits for it:
   *[other] { $count } times are outside these hours and stay, because somebody has them or waits for them:
}
hours-stay-more = … and { $count } more
slots-stay-who = { $when }: { $name }
slots-stay-waiting = { $when }: { $waiting } waiting
slots-stay-head = ⚠️ <b>{ $service }</b>: a file has brought other opening hours. { $count ->
    [one] 1 time is outside them now and stays, because somebody has it or waits for it.
   *[other] { $count } times are outside them now and stay, because somebody has them or waits for them.
}
slots-stay-how = Move these people to another time, or leave it as it is:
admin-done-hours = Saved. Opened: { $opened }, closed: { $closed }.
admin-change-slots = Times of { $code }: { $opened } open, { $closed } close, { $count } outside the hours stay, as somebody has them
fact-event-opened = Open for booking again
fact-slot-opened = Time opened from the hours: { $code }
fact-hours-changed = Opening hours changed: { $code }

## What cannot be

refusal-slot-from-hours = The times of this service come from its opening hours, one person each. Change the hours, or move the booking to another time.
refusal-hours-unreadable = I can’t read “{ $text }” as times. Write them like 9-12, 14:00-18:00.
refusal-hours-overlap = { $text } doesn’t work: a time ends after it begins, and two don’t overlap. Right would be 9-12, 14:00-18:00.
refusal-hours-too-short = { $text } is too short for one appointment of { $minutes } minutes.
refusal-minutes-unusable = Please send a whole number of minutes from 1 to { $most }, like 50.
refusal-hours-unchanged = The hours are like that already.
refusal-hours-differ = { $name } changed the hours meanwhile ({ $at }). Please look again.

### The month: what people wish for in a coming month, until when, and how the admins see it.

## Participants

button-month = My wishes
button-home-month = My month
button-month-dates = Choose dates
button-month-many = How many
button-month-days = Weekdays
button-month-party = Who comes
button-month-friends = Together with
button-month-stay = Keep for next months
button-month-once = Only this month
button-month-away = Take my wishes back
button-month-away-yes = Yes, take them back
button-month-equal = The next one just as gladly
button-month-after = The next one after these
button-month-friend-ask = Make a link
button-month-share = Send the link
button-month-agree = Yes, together
button-month-not = Not now
label-want = { $when } · { $event }
label-wanted = ✓ { $position }. { $when } · { $event }
label-wanted-equal = ✓ { $position }. = { $when } · { $event }
label-limit-none = No limit per day or week
label-limit-day = At most one a day
label-limit-week = At most one a week
label-friend-end = Not with { $name } any more
label-friend-link-end = Drop link { $position }
toast-wish-saved = Saved.
toast-wish-most = { $named ->
    [one] Saved. So far you’ve chosen 1 date: only that counts.
   *[other] Saved. So far you’ve chosen { $named } dates: only they count.
}
toast-wish-unsuited = Saved. Nothing you’ve chosen is on these days, so nothing counts.
toast-wish-away = Taken back.
toast-friend-link = Here’s a link: send it to one person.
toast-friend-agreed = You two are together. I’ve told the other one.
toast-friend-agreed-later = You two are together. The other one will hear it in the morning ({ $until }).
toast-friend-end = Done.
month-head = <b>Your wishes for { $month }</b>
month-until = You can change them until { $until }. A wish holds no seat yet.
month-closed = Wishes have been closed since { $until }.
month-saved = Last saved: { $when }
month-nothing = You haven’t chosen any date.
month-choice = { $position }. <b>{ $event }</b>, { $when }
month-choice-equal = { $position }. = <b>{ $event }</b>, { $when }
month-choice-off = { $position }. <s>{ $event }, { $when }</s>
month-choice-rests = { $position }. { $event }, { $when } (not on your weekdays: it doesn’t count)
month-clash = These overlap: { $event }, { $when } and { $other }, { $then }. You’ll get at most one of the two.
month-clash-date = • { $event }, { $when }
month-clash-group = { $most ->
    [one] These overlap, so you’ll get at most one of them:
   *[other] Some of these overlap, so you’ll get at most { $most } of them:
}
month-clash-more = { $more ->
    [one] Some of your other wishes overlap, too.
   *[other] Some of your other wishes overlap, too, at { $more } different times.
}
month-more = … and { $more } more
month-said-count = How many of these: { $count }
month-said-count-most = { $count ->
    [one] How many of these: the one you chose (you said up to { $wanted })
   *[other] How many of these: all { $count } (you said up to { $wanted })
}
month-limit-day = At most one a day
month-limit-week = At most one a week
month-said-days = Only on: { $names }
month-said-party = { $seats } seats: you, { $names }
month-with = Together with: { $names }
month-stays = The same again for the next months.
month-none = No month is open for wishes at the moment. When one opens, /month shows it.
month-which = <b>For which month?</b>
month-dates-head = <b>{ $month }</b>: tap the dates you’d like, the best one first. Tap again to take one away.
month-dates-ask = The next one you tap comes after those you have.
month-dates-equal = The next one you tap counts just as much as the last.
month-empty = There are no dates for you to choose here.
month-many-ask = <b>How many dates would you like in all?</b> And below that: how close together may they be?
month-days-ask = <b>Which weekdays suit you?</b> With no day chosen, any will do. Dates on other days stay in your list, but don’t count.
month-days-unsuited = Nothing you’ve chosen is on these days, so nothing of it counts.
month-party-ask = <b>How many of you come?</b>
month-names-ask = { $left ->
    [one] Who comes with you? Write me the name.
   *[other] Who comes with you? Write me { $left } names, one a line.
}
month-friends-ask = <b>Whom would you like to come with?</b> Make a link and send it to one person. You’re together once they say yes: I’ll tell you. Until then nobody is.
month-friend = ✓ <b>{ $name }</b> wants it too.
month-friend-link = Your link: { $text }
month-invited = <b>{ $name }</b> would like to come to the same dates as you in { $month }. You, too? Both of you give your own wishes with /month.
month-away-really = Take back everything you wished for in <b>{ $month }</b>?
my-wishes = <b>{ $month }</b>: { $dates ->
    [0] no date chosen yet
    [one] 1 date wished for
   *[other] { $dates } dates wished for
}, open until { $until }
label-my-wishes = Wishes · { $month }

## Letters

wishes-asked = <b>What would you like in { $month }?</b> Tell me until { $until }: I share out the seats by everybody’s wishes.
wishes-carried = <b>Your wishes stand for { $month } too.</b> You can change them until { $until }.
wishes-carried-closed = <b>Your wishes stand for { $month } too.</b> They have been closed since { $until }.
wishes-shifted = The time for wishes for <b>{ $month }</b> has changed: you can change yours until { $until }.
wishes-closed = Wishes for <b>{ $month }</b> are closed now. I’ll write as soon as there is a result.
wished-moved = <b>{ $event }</b> has been moved: from { $before } to { $when }.
wished-dropped = It was among your wishes for <b>{ $month }</b>: that wish doesn’t count any more.
wished-away = It isn’t in <b>{ $month }</b> any more, so your wish for it doesn’t count.
wished-stays = Your wish for it in <b>{ $month }</b> stays and counts for the new time.
wished-rests = It isn’t on one of your weekdays for <b>{ $month }</b> now, so your wish for it doesn’t count.
wished-left = Your wishes for <b>{ $month }</b> now:
wished-none = You have no other wish for <b>{ $month }</b>.
wished-until = You can change your wishes until { $until }.
wished-planned = Wishes are closed; I’ll take this into account when the seats are shared out.
friendship-agreed = <b>{ $name }</b> said yes: you’re placed together in { $month }.
friendship-ended = <b>{ $name }</b> has dropped coming together with you in { $month }. Your own wishes stay.

## Refusals

refusal-period-unknown = I don’t know this month. /month shows what is open.
admin-refusal-period-unknown = I don’t know this month. /batch shows the coming ones.
refusal-period-exists = Wishes for this month have been opened already.
refusal-period-begun = Only the next three months can be opened.
refusal-period-not-collecting = Wishes for this month are closed already.
refusal-period-not-closed = Wishes for this month are open already.
refusal-period-planned = This month is being planned from the wishes as they are: they can’t be opened again.
refusal-deadline-unusable = This deadline doesn’t work: it must be still to come and before the month begins, and a button means the day that it says.
refusal-deadline-outside = This deadline doesn’t work: it must be still to come and before the month begins.
refusal-deadline-unreadable = I can’t read “{ $text }” as a day and a time. Write it like 2026-12-05 18:00 or 5 Dec 6 pm.
refusal-deadline-unchanged = That is the deadline already.
refusal-wishes-closed = Too late: wishes have been closed since { $until }.
refusal-wish-unchanged = It’s saved like that already.
refusal-wish-unusable = That can’t be chosen. Choose from the buttons.
refusal-nothing-wished = There’s nothing to take back.
refusal-not-this-month = This date isn’t in this month any more. Choose another one.
refusal-day-not-wanted = This date is on a weekday you’ve ruled out. Change your weekdays first.
refusal-too-many-choices = { $most } dates are the most. Take one away first.
refusal-too-many-friends = You can come together with { $most } people at most.
refusal-friendship-over = This link has been answered, or it isn’t open any more.
refusal-friend-yourself = This link is for somebody else: send it to them.
refusal-already-friends = You two are together already.

## Admins

batch-head = <b>The coming months</b>: people tell what they’d like, then the seats are shared out.
label-batch-open = { $month } · open · { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
label-batch-closed = { $month } · closed · { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
label-batch-new = { $month } · open wishes
batch-month = <b>{ $month }</b>
batch-collecting = Wishes are open until { $until }.
batch-closed = Wishes have been closed since { $until }.
batch-answers = { $count ->
    [0] Nobody has given wishes.
    [one] 1 person has given wishes.
   *[other] { $count } people have given wishes.
}
batch-silent = Reminded, no answer yet: { $count }
batch-wanted = Most wanted:
batch-interest = <b>{ $event }</b>, { $when }: first choice of { $first }, wanted by { $wanted } (seats wished for: { $seats }, free: { $free } of { $capacity })
batch-unwished = No wishes: { $count ->
    [one] 1 date
   *[other] { $count } dates
}
batch-interest-head = <b>What is wanted in { $month }</b>
batch-interest-none = There are no dates in this month.
batch-opened = Opened by { $by }: { $when }
batch-hash = Seal of the draw: <code>{ $hash }</code>
batch-hash-why = Every draw of this month comes from a number that is fixed by now and that nobody knows. This is its seal; the number itself is shown at the end, so that anybody can check it.
batch-announced = <b>Wishes for { $month } are open</b> until { $until }.
batch-announced-extended = <b>Wishes for { $month }</b>: the deadline is { $until } now.
batch-announced-reopened = <b>Wishes for { $month } are open again</b> until { $until }.
batch-announced-over = <b>Wishes for { $month }</b> have been closed since { $until }.
batch-over = <b>Wishes for { $month } are closed.</b>
batch-open-ask = Open wishes for <b>{ $month }</b>. Until when?
batch-open-empty = ⚠ { $month } has no dates yet, so people would find nothing to choose from. Add some first: /services.
batch-extend-ask = Wishes for <b>{ $month }</b>: until when instead? Everybody who has given wishes or was reminded is told.
batch-reopen-ask = Open wishes for <b>{ $month }</b> again. Until when? Everybody who has given wishes or was reminded is told.
batch-close-ask = Close wishes for <b>{ $month }</b> before their time? { $count ->
    [0] Nobody has given any.
    [one] The person who has given any or was reminded is told.
   *[other] The { $count } people who have given any or were reminded are told.
}
batch-told-later = It’s night: they’ll hear of it in the morning ({ $until }).
batch-too-late = Before the month begins, there’s no usual deadline left.
label-deadline-days = Three days: { $until }
label-deadline-week = A week: { $until }
label-deadline-twentieth = The 20th: { $until }
label-deadline-typed = Until { $until }
admin-button-deadline-type = Type another …
admin-button-deadline-field = 2026-12-05 18:00
batch-deadline-type = { $admin }, reply to this message with a day and a time, like 2026-12-05 18:00 or 5 Dec 6 pm. A day alone means 8 in the evening.
label-deadline-why = ✎ Reason: { $until }
batch-deadline-why = ✎ asks you for a reason first.
admin-button-period-open-because = Open wishes: { $reason }
admin-button-period-extend-because = Deadline: { $reason }
admin-button-period-close-because = Close wishes: { $reason }
admin-button-period-reopen-because = Open again: { $reason }
admin-button-batch-interest = What is wanted
admin-button-batch-extend = Move the deadline
admin-button-batch-close = Close wishes now
admin-button-batch-close-yes = Yes, close
admin-button-batch-close-why = Close, with a reason …
admin-button-batch-reopen = Open again
admin-button-batch-see = See the month
admin-done-batch-open = Wishes are open.
admin-done-batch-extend = The deadline is moved.
admin-done-batch-close = Wishes are closed.

## The history

fact-period-opened = Wishes for { $month } opened until { $until }
fact-period-extended = Deadline for wishes for { $month } moved to { $until }
fact-period-closed = Wishes for { $month } closed at their deadline
fact-period-closed-early = Wishes for { $month } closed early
fact-period-reopened = Wishes for { $month } opened again until { $until }
fact-wishes-stated = Wishes saved ({ $dates ->
    [one] 1 date
   *[other] { $dates } dates
})
fact-wishes-carried = Wishes kept from the month before ({ $dates ->
    [one] 1 date
   *[other] { $dates } dates
})
fact-wishes-withdrawn = Wishes taken back
fact-wishes-asked = Reminded to give wishes
fact-wishes-shifted = Told of another end for wishes
fact-wishes-shifted-closed = Told that wishes were closed early
fact-wishes-shifted-later = Told of another deadline for wishes
fact-friendship-asked = Made a link to come together with somebody
fact-friendship-agreed = Said yes to coming together
fact-friendship-ended = Coming together dropped

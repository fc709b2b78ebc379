### What a month's wishes have come to, and how far its allocation is.

result-head = <b>Your result for { $month }</b>
result-got = { $got ->
    [0] This time there was no place for you.
    [one] You have a place:
   *[other] You have { $got } places:
}
result-booked = You had booked all that you wished for by yourself, so you needed no place from the draw. Nothing changes for you.
result-offered = When the month was drawn, you had an open offer for what you still wished for, so you took no part in the draw. What is offered is yours once you’ve accepted it in time.
result-now = { $got ->
    [0] You don’t have a place from this result any more.
    [one] You have a place now:
   *[other] You have { $got } places now:
}
result-event = • <b>{ $event }</b>, { $when }
result-event-since = • <b>{ $event }</b>, { $when } (since the result)
result-event-before = • <b>{ $event }</b>, { $when } (booked before)
result-event-hand = • <b>{ $event }</b>, { $when } (given to you by the studio)
result-with = With { $names }
result-drawn = The result was:
result-drawn-none = In the result there was no place for you.
result-gone-self = • <s>{ $event }, { $when }</s>: you’ve given it back
result-gone-silence = • <s>{ $event }, { $when }</s>: given up, as I didn’t hear whether the new date suits you
result-gone-moved = • <s>{ $event }, { $when }</s>: moved to another date
result-gone-off = • <s>{ $event }, { $when }</s>: called off
result-gone-studio = • <s>{ $event }, { $when }</s>: taken back by the studio
result-more = … and { $count ->
    [one] 1 more place
   *[other] { $count } more places
}.
result-wanted = You had wished for { $wanted ->
    [one] 1 date
   *[other] { $wanted } dates
}.
result-because-full = Of the dates you didn’t get, the one you wanted most was full: its seats went by priority first, then to those who had no place lately, then by the draw.
result-because-most = Of the dates you didn’t get, the one you wanted most was full. Seats are shared out so that as many as possible are used; then priority counts, then who had no place lately, then the draw.
result-because-pins = { $seats ->
    [one] The studio gave 1 of those seats by hand, before the draw.
   *[other] The studio gave { $seats } of those seats by hand, before the draw.
}
result-because-party = There weren’t enough seats left for all of you together.
result-because-collides = Your other wishes are at the same time as what you have.
result-because-day = More dates would have been on the same days: you asked for at most one a day.
result-because-week = More dates would have been in the same weeks: you asked for at most one a week.
result-because-minimum = Of the dates you didn’t get, the one you wanted most needs a minimum of people, and too few came together for it, so the draw gave no places there.
result-spare = The draw gave no places at <b>{ $event }</b>, { $when }. It needs at least { $minimum ->
    [one] 1 person
   *[other] { $minimum } people
}. It’s open: you can book it now.
result-spare-ask = The draw gave no places at <b>{ $event }</b>, { $when }. It needs at least { $minimum ->
    [one] 1 person
   *[other] { $minimum } people
}. It’s open: you can ask for a place there now.
result-because-together = You wanted to come together, and there was no date left for all of you.
result-because-impossible = The dates you wished for could no longer be had on a day that suits you.
result-because-excluded = The studio has left you out this time.
result-line = You’re waiting for <b>{ $event }</b>, { $when }, at place { $position }.
result-line-offered = You have an offer for <b>{ $event }</b>, { $when }: answer it under /my.
result-line-paused = You’re number { $position } in line for <b>{ $event }</b>, { $when }, and your place in line is paused: no offers meanwhile. You can resume under /my.
result-credit = That counts for next month: you’ve gathered a point, which puts you further in front.
button-month-fair = Was it fair?
button-month-result = My result
result-fair = <b>Was the draw for { $month } fair?</b>
result-fair-hand = Places that the studio gave by hand come before these rules; your result tells of them.
result-because-then = Your other wishes didn’t fit beside the places you were given.
result-fair-most = The seats went by these rules: as many as possible are given out; then priority counts, then months without a place (you had { $count ->
    [one] 1 point
   *[other] { $count } points
}), then the draw.
result-fair-fair = The seats went by these rules: whoever has priority chooses first, then who had months without a place (you had { $count ->
    [one] 1 point
   *[other] { $count } points
}); between equals the draw decided.

## Admins

run-made = <b>{ $month }, version { $number }</b> is ready: { $text }. Nothing is booked yet.
run-failed = <b>{ $month }, version { $number }</b> came to nothing: something went wrong on our side. Nothing has changed: try again. Code: { $code }
run-interrupted = <b>{ $month }, version { $number }</b> was interrupted: the bot stopped while it was being computed. Nothing has changed, nobody has been told anything. It can be executed again at once.
period-finalized = <b>{ $month } is booked</b> from version { $number }: { $people ->
    [one] 1 person has all they wanted
   *[other] { $people } people have all they wanted
}, { $short } got fewer or nothing.

## Refusals

refusal-period-open = Wishes for this month are open still. Close them first.
refusal-period-final = This month is final: its allocation doesn’t change any more.
refusal-run-open = Version { $number } is being computed. Wait for it, or stop it.
refusal-no-run = There is no such version, or it didn’t come to an end.
refusal-run-over = This version isn’t being computed any more.
refusal-input-changed = Since this version something has changed ({ $sessions ->
    [one] 1 date
   *[other] { $sessions } dates
}, { $people ->
    [one] 1 person
   *[other] { $people } people
}, or what admins pinned). Compute a new version first.
refusal-nobody-wishes = Nobody has wished for anything that could be allocated.
refusal-wish-unknown = This person hasn’t wished for anything this month.
refusal-adjustment-unchanged = That is the date they have already.
refusal-adjustment-pinned = They are pinned to this date already.
refusal-adjustment-moved = They have been moved there already.
refusal-adjustment-out = They are left out of this date already.
refusal-adjustment-out-all = They are left out of the whole month already.
refusal-adjustment-over = That has been taken back or replaced already.
refusal-pins-full = { $free ->
    [0] All the seats of this date are given by admins already.
    [one] Only 1 seat of this date is left to give.
   *[other] Only { $free } seats of this date are left to give.
}
refusal-pins-collide = This person has a place at that time already.
refusal-not-placed = The newest version doesn’t place this person there.

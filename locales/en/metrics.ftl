### A month's figures: as text, as a picture, and what is odd about them. `$share` and the like are percentages, ready
### made; `$length` is a stretch of time.

## As text

label-percent = { $percent }%
label-moment = under a second
metrics-none = There are no figures yet: they come with the first version of a month’s allocation. See /batch.
metrics-head = <b>{ $month }</b> · version { $number }
metrics-booked = This version is booked.
metrics-draft = A proposal: nothing of it is booked yet.
metrics-success = <b>Success { $share }</b>: { $part } of { $whole } got a place, { $all } got all they wished for.
metrics-open = <b>Left open { $share }</b>: of { $whole } dates wished for, { $part } couldn’t be given.
metrics-because = Mostly: { $reasons }
metrics-planned = <b>Seats { $share }</b>: with this plan { $part } of { $whole } are taken.
metrics-actual = <b>Seats { $planned } planned, { $actual } booked</b>: { $part } of { $whole } are taken now.
metrics-kept = Of the { $whole } given out, { $part } are still with those who got them.
metrics-came = Of { $whole } where it was noted, { $part } came.
metrics-choices = <b>First choice { $one }</b>, second { $two }, third or later { $three }: which wish each place was.
metrics-by-hand = { $count ->
    [one] 1 place was given by hand, without a wish.
   *[other] { $count } places were given by hand, without a wish.
}
metrics-even = <b>Evenness { $share }</b>: at 100% the same part of every date’s free seats is given out.
metrics-fair = <b>Fairness { $returning }</b>: so many of those who went without before have a place now; of everybody else { $others }.
metrics-fair-none = <b>Fairness</b>: nobody here had gone without a place before.
metrics-load = Computed in { $length } · people: { $people } · dates: { $sessions }
metrics-counted = Versions: { $done } done, { $failed } failed, { $stopped } stopped
metrics-versions = <b>{ $month }: versions side by side</b>
metrics-version = <b>Version { $number }</b>
metrics-version-booked = <b>Version { $number }</b>, booked
metrics-line = success { $success } · seats { $use } · first choice { $one } · evenness { $even } · { $length }
metrics-months = <b>Month by month</b>

## Why places wished for were not given

label-unmet = { $reason } ({ $count })
label-unmet-full = the date wanted most was full
label-unmet-party = no room for the party
label-unmet-collides = at the same time as another
label-unmet-limit = too close to another
label-unmet-minimum = too few people
label-unmet-together = no place together
label-unmet-impossible = not to be had any more
label-unmet-excluded = left out by an admin

## Buttons

admin-button-metrics = Figures
admin-button-metrics-light = Picture, light
admin-button-metrics-dark = Picture, dark
admin-button-metrics-versions = Versions
admin-button-metrics-months = Month by month
admin-button-metrics-month = To the month
label-metrics-version = Version { $number }
command-admin-metrics = The month’s figures, also as a picture

## As a picture: a few words each

picture-booked = Version { $number } · booked
picture-draft = Version { $number } · proposal
picture-success = got a place
picture-people = got a place
picture-all = got all they wished for
picture-open = wishes left open
picture-seats = Seats
picture-planned = planned
picture-actual = booked now
picture-came = came, where noted
picture-choices = Which wish came true
picture-first = first
picture-second = second
picture-later = third or later
picture-even = Evenness
picture-even-note = how full each date is
picture-fair = Fairness
picture-fair-note = got in, by months without
picture-trend = Month by month
picture-trend-success = got a place
picture-trend-seats = seats planned
picture-foot = computed in { $length } · people: { $people } · dates: { $sessions }

## Alerts

admin-alert-batch-head = <b>{ $month }, version { $number }</b> needs a look.
admin-alert-batch-low = Only { $part } of { $whole } got a place. More seats help most where most people wish: see what is wanted, then compute a new version.
admin-alert-batch-unmet = Of { $whole } dates wished for, { $part } couldn’t be given. See in the figures why, then add seats or dates and compute a new version.
admin-alert-batch-stale = Something has changed since it was computed ({ $what }), so it can’t be booked any more. Compute a new version.
admin-alert-batch-stale-said = Admins have decided about places since it was computed (pinned, moved or left out), so it can’t be booked any more. Compute a new version.
label-stale-sessions = dates: { $count }
label-stale-people = people: { $count }

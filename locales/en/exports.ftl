### A month as a file, and the proof of its draw.

admin-button-export = 📄 Export
admin-button-as-json = As JSON
admin-button-export-month = Another month
admin-button-export-version = Version …
admin-button-export-service = Service …
admin-button-export-location = Place …
admin-button-export-state = Status …
admin-button-export-all = All
admin-button-export-newest = The final one, or the newest
admin-button-export-difference = Compare two versions
admin-button-export-proof = Proof, without names
export-head = <b>Export</b>: which month?
export-none = No month has been opened yet. /batch opens one.
export-month = <b>Export: { $month }</b>
export-version = Version: { $text }
export-service = Only the service: { $text }
export-location = Only at: { $text }
export-state = Only with the status: { $text }
export-formats = XLSX is for reading and sorting, a sheet for each view. CSV is for other programs, with the same words in every language. JSON has everything from which the draw can be computed again.
export-proof = The number behind the seal is published. The proof file has no names: pass it on to anybody who wants to check the draw.
export-pick = Which one?
export-first = <b>{ $month }</b>: the difference between which version …
export-second = <b>{ $month }</b>: … version { $number } and which other one?
export-difference = <b>{ $month }</b>: from version { $before } to version { $after }
export-moved = Have other dates: { $count }
export-came-in = Have a place now: { $count }
export-fell-out = Have no place any more: { $count }
export-caption = <b>{ $month }</b>{ $number ->
    [0] {""}
   *[other] , version { $number }
}
export-rows = Placements: { $got } · fewer than wanted: { $short }
export-part = A part of the month, as chosen.
export-check = To check it: <code>./run cli verify</code> and this file’s name. docs/proof.md tells how.
label-export-no-version = nothing has been computed yet
label-export-numbered = { $number } ({ $text })
label-export-one = { $text }
label-export-state-placed = Has a place

## The proof

proof-seal = Seal of the draw, to check it later: <code>{ $hash }</code>
proof-seed = The number behind the seal: <code>{ $text }</code>
proof-how = Anybody can check the draw with it: the proof file under /export and <code>./run cli verify</code>.
proof-input = Input of version { $number }: <code>{ $hash }</code>
proof-yours = The draw can be checked: the number behind its seal is <code>{ $text }</code>, and you’re no. { $number } in the file that the studio gives you.
admin-button-verify = Verify the draw
proof-checking = <b>Verify { $month }</b>: I’m computing it again from what the file under /export says, one moment. Nothing is written.
proof-holds = <b>{ $month }, version { $number }: nothing differs</b>
proof-holds-seal = ✓ The number is the one behind the seal: <code>{ $hash }</code>
proof-holds-input = ✓ The input is the one that was hashed, { $people } people and { $sessions } dates: <code>{ $hash }</code>
proof-holds-output = ✓ Computed again just now, they come to this very allocation: places { $got }, fewer than wanted { $short }, with the same reasons.
proof-holds-told = ✓ What everybody was told, and the order of those who wait, are as the draw has them.
proof-anybody = That was me. Without me, anybody can do the same with the proof file and <code>./run cli verify</code>; compare the seal with the one I posted when wishes opened.
proof-differs = <b>{ $month }, version { $number }: { $count ->
    [one] one thing differs
   *[other] { $count } things differ
}</b>
proof-difference = <code>{ $place }</code>: the file says { $old }, but it comes to { $found }
proof-more = … and { $count } more
proof-differs-next = Something has been changed since the draw, or another version of the bot has drawn. Keep the file, and look at these places of it.
proof-earlier = <b>{ $month }</b> was drawn by an earlier method of mine, and I can’t compute it again. That says nothing against the draw: the proof file can be checked with the version of this project that drew it.

## Pages

label-export-sheet-placements = As drawn
label-export-sheet-now = Places now
label-export-sheet-unplaced = Fewer than wanted
label-export-sheet-events = Dates
label-export-sheet-adjustments = Adjustments
label-export-sheet-versions = Versions
label-export-sheet-wishes = Wishes
label-export-sheet-about = About this file
label-export-sheet-changes = Differences

## Columns

column-export-person-id = Person no.
column-export-event-id = Date no.
column-export-booking-id = Booking no.
column-export-entry-id = Waitlist no.
column-export-date = Day
column-export-ends = Ends
column-export-location = Place
column-export-wish = Wish
column-export-since = Since then at
column-export-came-by = How they came to it
column-export-wanted = Wanted
column-export-got = Got
column-export-missed = Best wish missed
column-export-ahead = Ahead of them there
column-export-one-more = One more seat was enough
column-export-waits = Waits for
column-export-credit-before = Points, before
column-export-credit = Points, now
column-export-capacity = Seats in all
column-export-free = Free for this version
column-export-taken = Given
column-export-minimum = Minimum
column-export-held = Held in this version
column-export-instead = Instead of
column-export-version = Version
column-export-strategy = Strategy
column-export-order = Order
column-export-base = Built on
column-export-started-by = Computed by
column-export-started = Begun
column-export-finished = Finished
column-export-people = People with a place
column-export-short = Fewer than wanted
column-export-seats-filled = Seats filled
column-export-first = First choices, %
column-export-evenness = Evenness, %
column-export-input = Hash of the input
column-export-error = Error
column-export-limit = Limits
column-export-choices = Dates, best first
column-export-what = What
column-export-value = Value
column-export-change = Change
column-export-from = Before
column-export-to = After

## What stands in them

label-export-month = Month
label-export-zone = Time zone
label-export-seal = Seal (hash of the number behind it)
label-export-seed = Number behind the seal
label-export-no-seed = published once the month is final
label-export-engine = Method
label-export-limited = Only
label-export-whole = the whole month
label-export-placements = Placements
label-export-unplaced-people = People who got fewer
label-export-at = Exported
label-export-yes = Yes
label-export-no = No
label-export-placed = Drawn
label-export-kept = Kept from an earlier version
label-export-pinned = Pinned by an admin
label-export-full = The date wanted most was full
label-export-party = Too few seats together
label-export-collides = At the same time as another
label-export-per-day = At most one a day
label-export-per-week = At most one a week
label-export-minimum = Too few people for it
label-export-together = Only together, and not possible
label-export-impossible = Nothing could be had any more
label-export-excluded = Left out by an admin
label-export-by-self = Booked it themselves
label-export-by-offer = From an offer
label-export-by-promotion = Moved up from the waitlist
label-export-by-admin = By an admin
label-export-by-move = Moved
label-export-by-request = By request
label-export-by-repair = By a repair
label-export-proposed = Proposed, not booked
label-export-cancelled = Cancelled since
label-export-off = Called off
label-export-booked = Booked from the waitlist
label-export-left = Has left the waitlist
label-export-closed = Waitlist over
label-export-shut = Closed
label-export-unplaced = No place
label-export-asked = Reminded, no answer
label-export-stated = Has wishes
label-export-withdrawn = Took them back
label-export-running = Being computed
label-export-done = Done
label-export-stopped = Stopped
label-export-failed = Failed
label-export-final = Final
label-export-collecting = Wishes are open
label-export-planned = Being planned
label-export-pin = Pinned
label-export-move = Moved
label-export-exclude = Left out
label-export-counts = Counts
label-export-over = Taken back or replaced
label-export-fast-fill = Fill quickly
label-export-balanced = Fill evenly
label-export-most = Most seats
label-export-fair = In turn
label-export-moved = Other dates
label-export-came-in = Has a place now
label-export-fell-out = Has no place any more
label-export-at-most-day = at most one a day
label-export-at-most-week = at most one a week

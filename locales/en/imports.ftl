### Files in the admins’ group: what they would do, what is wrong with them, and files to fill in. The names of columns
### and what a file says are as they stand in the file.

## The dry run

admin-import-preview = <b>{ $name }</b> – a dry run; nothing is written yet.
admin-import-same = <b>{ $name }</b> says nothing new: all of it is so already.
admin-import-imported = <b>{ $name }</b> was imported by { $by }.
admin-import-counts = New: { $made } · changed: { $changed } · as before: { $unchanged }
admin-import-served = Served from the line because of it: { $offered } offers, { $booked } bookings
admin-import-more = … and { $count } more
admin-import-warnings = Please look twice ({ $count }):
admin-import-wrong = <b>{ $name }</b> can’t be imported; nothing was written. Mistakes: { $count }
admin-import-all-mistakes = All { $count } mistakes in { $name }
admin-import-discarded = Discarded by { $by }; nothing was written.
admin-import-ended = <b>{ $name }</b> was imported by { $by }, { $when }.
admin-import-ended-discarded = <b>{ $name }</b> was discarded by { $by }, { $when }.
admin-button-import = Import
admin-button-discard = Discard
admin-done-import = Imported.
admin-done-import-afresh = Something has changed meanwhile. This is what the file does now: please look at it again.
admin-done-import-wrong = The file doesn’t fit any more; nothing was written.
admin-done-discard = Nothing was written.

## What changes

admin-change-person = + { $name }
admin-change-guest = + { $name } (guest)
admin-change-language = { $name }: language { $before } → { $after }
admin-change-priority = { $name }, { $place }: priority { $before } → { $after }

## What is strange

admin-warning-past = { $code } starts in the past ({ $when }), so nobody can book it.
admin-warning-name = { $code } has no name in { $languages }; readers see another language.
admin-warning-description = { $code } has no description in { $languages }; readers see another language.

## Services

admin-services-head = <b>Services</b> and their upcoming events
admin-services-none = There are no services yet.
admin-services-line = { $name } (<code>{ $code }</code>): { $count }
admin-services-how =
    Send me a CSV, XLSX, YAML or JSON file: I say first what it would do. If I’m not an administrator here, send it as a reply to this message.
admin-button-events-csv = Events as CSV
admin-button-events-xlsx = Events as XLSX
admin-button-people-csv = Participants as CSV
admin-button-catalogue-yaml = Everything as YAML
admin-template-caption = Change it and send it back. Rows that you leave out stay as they are.
admin-catalogue-caption = All there is: account, services, events. Change it and send it back; services and events that you leave out stay as they are.

## Mistakes

admin-at-row = row { $line }:{ " " }
admin-at-line = line { $line }:{ " " }
admin-mistake = found { $found }; wanted: { $hint }
admin-unknown-key = I don’t know { $found }; known are { $choices } { $hint }
admin-syntax = this is no valid { $format } ({ $why })
admin-found-nothing = nothing
admin-found-list = a list
admin-found-fields = named values
admin-found-else = something else
admin-found-more = too much
admin-found-macros = macros
admin-wanted-account = the account with its name and time zone, as nobody has named one yet
admin-wanted-choice = one of { $choices }
admin-wanted-clock = a time of day from 00:00 to 24:00, like 18:30
admin-wanted-code = 1 to { $most } letters, digits, - and _
admin-wanted-date = a date like 2026-12-01, in the years 2000 to 2100
admin-wanted-depth = fewer levels inside each other
admin-wanted-doubled-code = a code of its own; it stands in line { $other } too
admin-wanted-doubled-key = this only once; it stands in line { $other } too
admin-wanted-doubled-person = each person once for a place; line { $other } is about the same
admin-wanted-doubled-time = an offset ({ $first } or { $second }), as the clock is set back and this time comes twice in { $zone }
admin-wanted-empty-series = a rule with at least one day
admin-wanted-end-after-start = an end after the start, within a week
admin-wanted-duration = minutes (here or at the service) or ends_at
admin-wanted-encoding = a text file in UTF-8
admin-wanted-event = the code of an event that there is
admin-wanted-fields = named values (key: value)
admin-wanted-format = a YAML, JSON, CSV or XLSX file
admin-wanted-from = the first day (from: 2026-12-01), as the rule counts from it
admin-wanted-gap-time = a time that exists, like { $after }, as the clock is set forward in { $zone }
admin-wanted-guard = only one of guard and parallel
admin-wanted-hours-overlap = hours that don’t overlap on a weekday
admin-wanted-individual-events = no events, as an individual service has minutes and hours
admin-wanted-group-hours = no hours, as only an individual service has them
admin-wanted-items = a list
admin-wanted-in-line = somebody who waits there, as a priority is that of a place in line
admin-wanted-key = one of { $choices }
admin-wanted-length = a length like 30m, 2h or 1d, from { $least } to { $most }
admin-wanted-minimum = at most the capacity ({ $most })
admin-wanted-minutes-or-end = minutes or ends_at, not both
admin-wanted-missing = a value
admin-wanted-mode-in-tier = a mode that the tier { $tier } has: { $choices }
admin-wanted-moment = a date and time like 2026-12-01T18:00, in the years 2000 to 2100
admin-wanted-many = at most { $most } in one file
admin-wanted-near = perhaps { $nearest }
admin-wanted-number = a whole number from { $least } to { $most }
admin-wanted-new-name = a name, as nobody with this telegram_id is known yet
admin-wanted-one-place = either event or service
admin-wanted-other-kind = { $kind }, as the service { $code } is that already and its kind can’t change
admin-wanted-other-service = a code that the service { $service } doesn’t use
admin-wanted-other-person = the same as in line { $other }, which names the same person
admin-wanted-person = telegram_id, or the name of a guest
admin-wanted-place = event or service, as a priority is that of a place in line
admin-wanted-quiet = two times of day like 22:00-08:00
admin-wanted-rows = at most { $most } rows
admin-wanted-rrule = a rule like FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231
admin-wanted-rrule-end = either UNTIL or COUNT
admin-wanted-rrule-freq = FREQ=DAILY, WEEKLY, MONTHLY or YEARLY
admin-wanted-seed = a seed, so that the lottery can be checked
admin-wanted-service = the code of a service in the file, or of one that there is
admin-wanted-short-series = at most { $most } dates, within { $years } years of the first
admin-wanted-single = a single value
admin-wanted-size = a file of at most { $most } MB
admin-wanted-syntax = { $about }, which this file isn’t
admin-wanted-text = a text of 1 to { $most } visible characters
admin-wanted-truth = true or false
admin-wanted-zone = an IANA time zone like Europe/Budapest
admin-conflict-several-accounts = There are several accounts; name the one that this file is for.
admin-conflict-no-account = There is no account yet; the first file must name one, with its time zone.
admin-conflict-kind = The kind of a service can’t change.
admin-conflict-no-service = There is no service { $service }.
admin-conflict-other-service = This code belongs to an event of another service.
admin-conflict-seats-used = The capacity { $capacity } is less than the seats in use: { $seats }.
admin-conflict-held = This date has been held: { $count } are marked as attended or absent. Give the new date a code of its own.
admin-conflict-final = A final month has given seats at this date ({ $count }), so its time stays. Two admins can open the month with /unlock, then the file may move it.

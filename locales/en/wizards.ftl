### Wizards of the admins’ group: questions, what was answered, and what may be typed. `$admin` is whoever is asked.

admin-button-new-service = New service
admin-button-new-event = New event
admin-button-new-series = New series
admin-button-wizard-write = ✎ Type it
admin-button-wizard-skip = Skip
admin-button-wizard-done = Done
admin-button-wizard-stop = Cancel
admin-button-wizard-no-place = No place
admin-button-wizard-no-minimum = No minimum

wizard-head-service = <b>New service</b> – { $by } is asked
wizard-head-event = <b>New event</b> – { $by } is asked
wizard-head-series = <b>New series</b> – { $by } is asked
wizard-stopped = { $by } has cancelled it; nothing was written.
wizard-write = { $admin }, please reply to this message.
label-wizard-field = Your answer
label-wizard-service = New service { $code }
label-wizard-event = New event { $code }
label-wizard-series = New series { $code }
label-wizard-dates = { $count } dates
label-wizard-until = Until { $when }
label-weekdays = Mon, Tue, Wed, Thu, Fri, Sat, Sun

## What is asked

wizard-ask-service = Which service is it for?
wizard-ask-date = Which day?
wizard-ask-time = When does it start?
wizard-ask-minutes = How long does it last?
wizard-ask-seats = How many seats?
wizard-ask-place = Where?
wizard-ask-minimum = How many people does it need at least?
wizard-ask-code = Under which code? It stands in files and links and never changes; people don’t see it.
wizard-ask-days = On which days?
wizard-ask-from = From which day on?
wizard-ask-until = How many dates, or until when?
wizard-ask-name = What is it called ({ $name })?
wizard-ask-name-in = And in this language: { $name }?
wizard-ask-description = What should people know about it ({ $name })?
wizard-ask-description-in = And what should they know in this language: { $name }?
wizard-ask-mode = What happens when a seat comes free and people are waiting?
wizard-ask-usual-minutes = How long does it usually last?

## What may be typed

wizard-hint-date = For example: 1 Dec, tomorrow, Thursday or 2026-12-01
wizard-hint-time = For example: 18:30 or 6 pm
wizard-hint-minutes = For example: 75 or 1 h 15 min
wizard-hint-number = A number, for example: 12
wizard-hint-place = For example: Studio A
wizard-hint-code = Letters, digits, - and _, for example: yoga-1201
wizard-hint-days = For example: Mon, Thu – or a rule like FREQ=MONTHLY;BYDAY=1SA;COUNT=6
wizard-hint-until = A number of dates or the last day, for example: 10 or 31 Jan
wizard-hint-name = Up to 80 characters, for example: Yoga for beginners
wizard-hint-description = Up to 1,000 characters, for example: Bring a towel and some water.

## What was answered

wizard-told-name = { $name }
wizard-told-text = <i>{ $text }</i>
wizard-told-day = { $when }
wizard-told-moment = { $when }, { $at }
wizard-told-length = Lasts { $length }
wizard-told-seats = Seats: { $count }
wizard-told-place = Place: { $location }
wizard-told-minimum = At least { $minimum } people
wizard-told-weekly = Every week: { $names }
wizard-told-rule = <code>{ $text }</code>
wizard-told-time = Starts at { $at }
wizard-told-from = From { $when }
wizard-told-dates = { $count ->
    [one] 1 date
   *[other] { $count } dates
}: { $text }
wizard-told-last = … and { $more } more, the last one { $when }

## What cannot be

toast-wizard-past = { $when } is in the past. Please choose a later time.
toast-wizard-taken = The code { $code } is in use already. Please choose another one.
toast-wizard-no-service = There is no service with dates yet. Begin with a new service: /services

## How days, times and lengths may be written: several ways of one word with a slash between them.

words-today = today
words-tomorrow = tomorrow
words-day-after = day after tomorrow
words-months = jan/january, feb/february, mar/march, apr/april, may, jun/june, jul/july, aug/august, sep/sept/september, oct/october, nov/november, dec/december
words-weekdays = mon/monday/mondays, tue/tues/tuesday/tuesdays, wed/wednesday/wednesdays, thu/thur/thurs/thursday/thursdays, fri/friday/fridays, sat/saturday/saturdays, sun/sunday/sundays
words-clock = at/o’clock
words-hours = h/hr/hrs/hour/hours
words-minutes = m/min/mins/minute/minutes

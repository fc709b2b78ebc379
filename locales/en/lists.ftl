### Bookings, line and offers of an event as a file.

admin-button-as-xlsx = As XLSX
admin-button-as-csv = As CSV
lists-caption = { $text }: { $count }
lists-cut = There are { $total } in all; a file has room for no more.
label-list-bookings = Bookings
label-list-line = Waitlist
label-list-offers = Offers

## Columns

column-list-number = No.
column-list-position = Place
column-list-name = Name
column-list-seats = Seats
column-list-party = With
column-list-here = Here?
column-list-status = Status
column-list-source = Came by
column-list-since = Since
column-list-confirm = To confirm by
column-list-telegram = Telegram
column-list-priority = Priority
column-list-which = For
column-list-paused = Paused until
column-list-missed = Missed offers
column-list-until = Open until

## What stands in them

label-list-pending = To be confirmed
label-list-confirmed = Confirmed
label-list-attended = Attended
label-list-no-show = Did not come
label-list-waiting = Waiting
label-list-offered = Has an offer
label-list-paused = Paused
label-list-open = Open
label-list-unsent = Not delivered yet
label-list-last-call = Last call
label-list-this-date = This date
label-list-by-self = Own booking
label-list-by-offer = Accepted offer
label-list-by-promotion = Moved up
label-list-by-admin = Booked by an admin
label-list-by-move = Came from another date
label-list-by-displaced = Put back from a seat
label-list-by-split = Balancing of dates
label-list-by-request = Asked for a place
label-list-telegram = Yes
label-list-no-telegram = No
label-list-blocked = Has blocked the bot

### The history of slots: what one decision did to many of them stands on one line. `$first`, `$last` are times.

audit-slots-closed = { $count } times outside the hours closed
audit-slots-moved = { $count } times end at another minute
audit-slots-reopened = { $count } times open for booking again
audit-slots-opened = { $count } times opened from the hours
label-audit-from-to = { $first } – { $last }

### Az időpontok előzményei: amit egy döntés sokkal tett, egy sorban áll. `$first`, `$last` időpontok.

audit-slots-closed = { $count } nyitvatartáson kívüli időpont bezárult
audit-slots-moved = { $count } időpont máskor ér véget
audit-slots-reopened = { $count } időpont újra foglalható
audit-slots-opened = { $count } időpont nyílt a nyitvatartásból
label-audit-from-to = { $first } – { $last }

### Der Verlauf von Zeiten: Was eine Entscheidung mit vielen getan hat, steht in einer Zeile. `$first`, `$last` sind Zeiten.

audit-slots-closed = { $count } Zeiten außerhalb der Öffnungszeiten geschlossen
audit-slots-moved = { $count } Zeiten enden anders
audit-slots-reopened = { $count } Zeiten wieder buchbar
audit-slots-opened = { $count } Zeiten aus den Öffnungszeiten
label-audit-from-to = { $first } – { $last }

### What follows from a change, where it is easily missed: an offer that is over, a balancing that goes on, a seat that
### nobody in line gets. `$event` and `$service` are the service's name, `$when` the event's day and time, `$count` a number.

## Participants

offer-over = Dieses Angebot für <b>{ $event }</b> ist vorbei.

## The history

admin-audit-service = { $service }
label-audit-followed = hat sich von selbst ergeben

## A balancing that goes on under other rules

admin-event-split = ⚖️ Wird gerade mit anderen Terminen ausgeglichen.
auto-effect-balance = ⚖️ <b>Hier läuft ein Ausgleich von Terminen</b>, und { $count ->
    [0] davon ist kein Angebot offen
    [one] davon ist 1 Angebot offen
   *[other] davon sind { $count } Angebote offen
}. Der Ausgleich läuft weiter: Er endet mit seinem letzten offenen Angebot, oder wenn du ihn abschließt. Danach gelten die neuen Regeln für alle, die wieder in der Reihe stehen.
auto-effect-balance-withdrawn = Ziehst du sie zurück, gehen auch die Angebote des Ausgleichs; er endet von selbst, sobald keines mehr offen ist.

## Free seats that nobody in line gets

admin-event-out-of-turn = { $count ->
    [one] 1 freier Platz ist für alle buchbar, obwohl jemand wartet:
   *[other] { $count } freie Plätze sind für alle buchbar, obwohl jemand wartet:
}
admin-out-let-go = • { $count ->
    [one] 1 Person hat diese Plätze ausgelassen (abgelehnt oder nicht geantwortet) und wartet auf den nächsten
   *[other] { $count } Personen haben diese Plätze ausgelassen (abgelehnt oder nicht geantwortet) und warten auf den nächsten
}
admin-out-unreachable = • { $count ->
    [one] 1 Person ist nicht erreichbar
   *[other] { $count } Personen sind nicht erreichbar
}
admin-out-too-large = • { $count ->
    [one] 1 Person möchte mehr Plätze, als frei sind
   *[other] { $count } Personen möchten mehr Plätze, als frei sind
}
admin-out-more = • { $count ->
    [one] Weiter hinten wartet noch 1 Person, hier nicht mitgezählt
   *[other] Weiter hinten warten noch { $count } Personen, hier nicht mitgezählt
}
admin-freed-public = { $count ->
    [one] <b>1 Platz frei</b> für alle
   *[other] <b>{ $count } Plätze frei</b> für alle
} in { $event }, { $when } Uhr

### What participants read when a booking moves, an event moves, or an event does not take place.

button-reschedule = Umbuchen
button-coming = Ich komme
reschedule-choose = Auf welchen Termin soll ich deine Buchung für <b>{ $event }</b>, { $when } Uhr, legen?
reschedule-none = { $seats ->
    [one] Gerade hat kein anderer Termin von <b>{ $event }</b> einen Platz für dich frei.
   *[other] Gerade hat kein anderer Termin von <b>{ $event }</b> { $seats } Plätze frei.
} Deine Buchung für { $when } Uhr bleibt.
reschedule-ask = Deine Buchung{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats } Plätze)
} für <b>{ $event }</b> von { $when } Uhr auf <b>{ $new } Uhr</b> legen? Der alte Platz wird erst frei, wenn der neue dir gehört.
toast-rescheduled = Umgebucht!
toast-coming = Danke, bis dann!
booking-moved = <b>Deine Buchung ist umgezogen</b>
booking-moved-from = Bisher: { $when } Uhr
booking-reconfirm = Bitte sag mir bis <b>{ $until } Uhr</b>, ob es dir passt. Höre ich bis dahin nichts, geht der Platz an jemand anderen.
booking-reconfirmed = <b>Du kommst: alles klar</b>
booking-cancelled-silence = Zur neuen Zeit habe ich nichts von dir gehört, darum ist dein Platz für <b>{ $event }</b>, { $when } Uhr, weitergegangen. Du kannst jederzeit wieder buchen oder warten.
entry-displaced = Der Veranstalter hat aus deiner Buchung für <b>{ $event }</b>, { $when } Uhr, einen Platz auf der Warteliste gemacht.
event-called-off = <b>{ $event }</b>, { $when } Uhr, fällt aus. Das tut mir leid.
entry-closed-off = Damit endet auch dein Platz auf der Warteliste für diesen Termin.
request-closed-off = Damit hat sich auch deine Anfrage erledigt.
event-off-month = Das war dein Platz für { $month }. Das Studio erfährt, dass er dir fehlt.
event-off-other = Es kann dir einen anderen Termin in diesem Monat anbieten: Dann schreibe ich dir.
event-off-free = Du musst darauf nicht warten: Einen freien Termin kannst du gleich buchen.
event-others = Das sind die nächsten Termine:
reason-told = Grund: { $reason }
offer-withdrawn-anew = <b>{ $event }</b> wurde verlegt auf { $when } Uhr. Das Angebot für die alte Zeit ist vorbei; das neue Angebot, das du hast, gilt für die neue Zeit.
offer-withdrawn-cancelled = <b>{ $event }</b>, { $when } Uhr, fällt aus, darum ist dieses Angebot vorbei.

refusal-seats-in-use = { $used ->
    [one] 1 Platz ist belegt, darum geht { $wanted } nicht.
   *[other] { $used } Plätze sind belegt, darum geht { $wanted } nicht.
}
refusal-capacity-unusable = Die Anzahl der Plätze ist eine ganze Zahl von 1 bis { $most }.
refusal-capacity-unchanged = { $capacity ->
    [one] Es ist schon 1 Platz.
   *[other] Es sind schon { $capacity } Plätze.
}
refusal-already-draining = Die Zahl sinkt schon auf { $capacity }.
refusal-not-draining = Die Anzahl der Plätze sinkt nicht mehr.
refusal-same-event = Für diesen Termin ist die Buchung schon.
refusal-date-unusable = Wähle eine andere Zeit, die noch bevorsteht.
refusal-nothing-to-confirm = Hier gibt es nichts mehr zu beantworten. /my zeigt, was du hast.
refusal-not-begun = Wer da war, lässt sich ab Beginn sagen: { $at } Uhr.

offer-instead = Du wartest auf { $when } Uhr. Hier ist ein Platz an einem anderen Termin; sagst du nein, bleibt dein Platz in der Reihe für { $when } Uhr.
offer-withdrawn-split = Das Angebot für <b>{ $event }</b>, { $when } Uhr, wurde zurückgezogen. Dein Wartelistenplatz bleibt.
entry-place-home = Du bist Nummer <b>{ $position }</b> auf der Warteliste für { $when } Uhr.
offer-missed-split = Du hast das Angebot für <b>{ $event }</b>, { $when } Uhr, verpasst. Das kostet dich nichts.
booking-instead = Du hast auf { $when } Uhr gewartet.
refusal-split-running = Diese Termine werden gerade schon ausgeglichen.
refusal-split-over = Dieser Ausgleich ist schon vorbei.
refusal-nothing-to-balance = Für alle, die auf diese Termine warten, ist gerade kein Platz frei.

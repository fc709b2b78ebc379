### Die Verteilung eines Monats in der Admin-Gruppe: planen, ausführen, durchsehen, abschließen. Und was für alle daraus wird.

## Die Karte des Monats

label-batch-planned = { $month } · in Planung · { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
label-batch-final = { $month } · gebucht · { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
batch-no-month = Den Monat „{ $text }“ kenne ich nicht. Es gibt: { $names }.
batch-running = <b>Version { $number } wird berechnet.</b> Gestartet von { $by }: { $when } Uhr
batch-stopped = Version { $number } wurde angehalten.
batch-failed = Version { $number } ist gescheitert: Bei uns ist etwas schiefgegangen. Code: { $code }
batch-lost = Version { $number } ist unterwegs verloren gegangen.
batch-interrupted = Version { $number } wurde unterbrochen: Was sie berechnet hat, läuft nicht mehr. Es hat sich nichts geändert.
batch-newest = <b>Version { $number }</b> ({ $by }, { $when } Uhr): { $text }.
batch-outcome = { $people ->
    [one] 1 Person hat einen Platz
   *[other] { $people } Personen haben einen Platz
}{ $fewer ->
    [0] {""}
   *[other] {" "}(davon { $fewer } weniger als gewünscht)
}, { $without ->
    [0] leer geht niemand aus
    [one] 1 hat keinen
   *[other] { $without } haben keinen
}
batch-measures = Vergebene Plätze: { $seats }. Davon erste Wahl: { $share }.
batch-said = Von Admins festgelegt: { $count }
batch-final = <b>Gebucht</b> nach Version { $number }.
batch-telling = Ergebnisse: { $made } von { $total } verschickt.
batch-telling-failed = Nicht erreichbar: { $count }
batch-telling-done = Das war alles: Wer erreichbar ist, hat sein Ergebnis.
batch-next-plan = Als Nächstes: <b>Planen</b> zeigt, was dabei herauskäme.
batch-next-wait = Als Nächstes: kurz warten oder anhalten.
batch-next-again = Als Nächstes: <b>Noch einmal ausführen</b> oder neu planen.
batch-next-review = Als Nächstes: durchsehen, dann <b>Abschließen</b>. Gebucht ist noch nichts.
batch-places-lost = { $count ->
    [one] ⚠ Seither hat 1 Person ihren Platz verloren.
   *[other] ⚠ Seither haben { $count } Personen ihren Platz verloren.
} Als Nächstes: <b>Reparieren</b>.
batch-off-next = Zu wenige Personen: { $names }. { $count ->
    [one] Dieser Termin ist noch offen. Sag ihn ab, oder lass ihn trotzdem stattfinden.
   *[other] Diese Termine sind noch offen. Sag sie ab, oder lass sie trotzdem stattfinden.
}
label-batch-off = Absagen: { $when } · { $event }
batch-next-rerun = Als Nächstes: <b>Noch einmal, Plätze behalten</b>. Seither getroffene Entscheidungen, noch nicht in dieser Version: { $count }.
admin-button-batch-plan = Planen
admin-button-batch-plan-again = Neu planen
admin-button-batch-execute = Ausführen
admin-button-batch-again = Noch einmal ausführen
admin-button-batch-rerun = Noch einmal, Plätze behalten
admin-button-batch-stop = Anhalten
admin-button-batch-refresh = Wie weit ist es?
admin-button-batch-review = Durchsehen
admin-button-batch-short = Wer weniger bekam
admin-button-batch-words = Entscheidungen der Admins
admin-button-batch-versions = Alle Versionen
admin-button-batch-finalize = Abschließen
admin-done-batch-execute = Version { $number } wird berechnet.
admin-done-batch-made = Version { $number } ist fertig.
admin-done-batch-stop = Angehalten.

## Planen

batch-plan-head = <b>Plan für { $month }</b>
batch-plan-working = <b>Plan für { $month }</b>: Ich rechne, einen Moment. Geschrieben wird nichts.
batch-way-balanced = Die Termine füllen sich gleichmäßig.
batch-way-fast = So wenige Termine wie möglich, damit schnell Gruppen entstehen.
batch-order-most = So viele Plätze wie möglich; wer zuletzt leer ausging, kommt zuerst.
batch-order-fair = Streng der Reihe nach: Wer zuletzt leer ausging, wählt zuerst.
batch-plan-expected = Zu erwarten: { $text }. Vergebene Plätze: { $seats } von { $total }. Erste Wahl: { $share }.
batch-plan-off = Zu wenige Wünsche, dort werden keine Plätze vergeben: { $names }
batch-plan-unwished = Von niemandem gewünscht: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
batch-plan-why = Warum manche weniger bekommen:
batch-plan-reason = • { $why } { $count ->
    [one] (1 Person)
   *[other] ({ $count } Personen)
}
batch-plan-fill = So füllen sich die Termine:
batch-fill = • <b>{ $event }</b>, { $when } Uhr: { $seats } von { $free }
batch-plan-findings = Das zuerst ansehen:
batch-plan-more = … und { $count } weitere
batch-plan-clear = Beim Prüfen der Eingaben ist nichts aufgefallen.
batch-plan-nothing = Nichts ist geschrieben, nichts ist gebucht.
batch-findings-head = <b>Was an den Wünschen für { $month } auffällt</b>
batch-find-event-off = • <b>{ $event }</b>, { $when } Uhr: nimmt niemanden mehr auf, gewünscht von { $count }
batch-find-no-seats = • <b>{ $event }</b>, { $when } Uhr: kein Platz ist frei, als Erstes gewünschte Plätze: { $count }
batch-find-scarce = • <b>{ $event }</b>, { $when } Uhr: weniger Plätze, als die ersten Wünsche brauchen ({ $count })
batch-find-below-minimum = • <b>{ $event }</b>, { $when } Uhr: { $count ->
    [0] kein Platz
    [one] 1 Platz
   *[other] { $count } Plätze
} gewünscht{ $used ->
    [0] { "" }
   *[other] , { $used } schon belegt
}, mindestens { $least } nötig
batch-find-unwished = • <b>{ $event }</b>, { $when } Uhr: von niemandem gewünscht
batch-find-line = • <b>{ $event }</b>, { $when } Uhr: Es warten schon Leute darauf ({ $count })
batch-find-unreachable = • <b>{ $name }</b> ist nicht zu erreichen.
batch-find-impossible = • <b>{ $name }</b>: Nichts von den Wünschen ist zu haben.
batch-find-too-few-wishes = • <b>{ $name }</b> möchte { $count } Termine und nennt weniger.
batch-find-overlap = • <b>{ $name }</b>: Manche Wünsche gehen nicht beide.
batch-find-excluded = • <b>{ $name }</b>: von einem Admin ausgenommen.
batch-find-pin-off = • <b>{ $name }</b>: festgelegt auf <b>{ $event }</b>, { $when } Uhr, das geht nicht mehr.
admin-button-batch-balanced = Gleichmäßig füllen
admin-button-batch-fast = Schnell Gruppen bilden
admin-button-batch-most = Die meisten Plätze
admin-button-batch-fair = Streng der Reihe nach
admin-button-batch-fills = Alle Termine
admin-button-batch-findings = Alles Auffällige

## Eine Version durchsehen

batch-review-head = <b>{ $month }, Version { $number }</b>
batch-review-base = Sie behält die Plätze von Version { $number }, wo es geht.
batch-review-event = • <b>{ $event }</b>, { $when } Uhr: { $seats } von { $free } Plätzen, erste Wahl: { $first }
batch-review-off = • <s>{ $event }, { $when } Uhr</s>: entfällt
batch-review-none = Kein Termin nimmt Leute auf.
batch-pins-off = Festlegungen, die sich nicht halten ließen: { $count }
batch-pin-off-person = • <b>{ $name }</b>, { $event }, { $when } Uhr: wünscht sich diesen Monat nichts mehr.
batch-pin-off-date = • <b>{ $name }</b>, { $event }, { $when } Uhr: Dieser Termin nimmt niemanden mehr auf.
batch-pin-off-collides = • <b>{ $name }</b>, { $event }, { $when } Uhr: passt nicht zu einer anderen Festlegung.
batch-pin-off-full = • <b>{ $name }</b>, { $event }, { $when } Uhr: Es sind nicht genug Plätze frei.
label-batch-event = { $when } · { $event } · { $seats }/{ $free }
batch-event-head = <b>{ $event }</b>, { $when } Uhr (Version { $number })
batch-event-nobody = Hier hat niemand einen Platz.
batch-placed = • <b>{ $name }</b>, Wunsch { $position }
batch-placed-unwished = • <b>{ $name }</b>, nicht gewünscht
batch-placed-kept = behalten
batch-placed-pinned = festgelegt
batch-placed-party = { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
batch-short-head = <b>Wer weniger bekam als gewünscht</b> ({ $month }, Version { $number })
batch-short = • <b>{ $name }</b>: { $got } von { $wanted }. { $why }
batch-short-none = Alle haben, was sie wollten.
batch-missed = Mit einem Platz mehr hätte es gereicht: { $event }, { $when } Uhr.
batch-why-full = Von den nicht erhaltenen Terminen war der liebste voll.
batch-why-party = Zusammen waren nicht genug Plätze frei.
batch-why-collides = Der Rest liegt zur selben Zeit.
batch-why-limit = Der Rest läge zu dicht beieinander.
batch-why-minimum = Zu wenige für den Termin.
batch-why-together = Kein Termin war frei für alle, die zusammen kommen.
batch-why-impossible = Nichts vom Gewünschten war zu haben.
batch-why-excluded = Von einem Admin ausgenommen.
batch-person-head = <b>{ $name }</b> ({ $month }, Version { $number })
batch-person-nothing = Kein Platz in dieser Version.
batch-person-place = • <b>{ $event }</b>, { $when } Uhr, Wunsch { $position }
batch-person-unwished = • <b>{ $event }</b>, { $when } Uhr, nicht gewünscht
batch-person-wanted = { $got } von { $wanted } bekommen. { $why }
batch-person-credit = Punkte für Monate ohne Platz, vor diesem: { $count }
batch-person-party = { $seats } Plätze: mit { $names }
batch-person-with = Zusammen mit: { $names }
batch-person-wishes = Wünsche:
batch-wish = { $position }. { $event }, { $when } Uhr
label-batch-place = { $when } · { $event }
label-batch-where = { $when } · frei: { $count } · { $event }
batch-place-head = <b>{ $name }</b>: <b>{ $event }</b>, { $when } Uhr
admin-button-batch-pin = Hier festlegen
admin-button-batch-pin-other = Auf einen Termin festlegen
admin-button-batch-move = Zu einem anderen Termin
admin-button-batch-out = Nicht an diesem Termin
admin-button-batch-undo-pin = Zurücknehmen: fester Platz
admin-button-batch-undo-move = Zurücknehmen: Umbuchen
admin-button-batch-undo-exclude = Zurücknehmen: Ausnehmen
admin-button-batch-out-all = Diesen Monat kein Platz

## Was Admins festlegen

batch-where-pin = Wo bekommt <b>{ $name }</b> auf jeden Fall einen Platz? Gewünschte Termine stehen vorn.
batch-where-move = Wohin geht <b>{ $name }</b> stattdessen? Gewünschte Termine stehen vorn.
batch-where-none = Es gibt keinen anderen Termin.
batch-pin-ask = <b>{ $name }</b> bekommt in jeder späteren Version einen Platz bei <b>{ $event }</b>, { $when } Uhr.
batch-alone = Gewünscht war: zusammen mit { $names }. Das hier gilt nur für { $name }.
batch-move-ask = <b>{ $name }</b> kommt in jeder späteren Version zu <b>{ $event }</b>, { $when } Uhr, statt zu { $other }.
batch-out-ask = <b>{ $name }</b> bekommt in keiner späteren Version einen Platz bei <b>{ $event }</b>, { $when } Uhr.
batch-out-all-ask = <b>{ $name }</b> bekommt diesen Monat in keiner späteren Version einen Platz.
admin-button-batch-pin-because = Festlegen: { $reason }
admin-button-batch-move-because = Umbuchen: { $reason }
admin-button-batch-out-because = Ausnehmen: { $reason }
admin-button-batch-lift-because = Zurücknehmen: { $reason }
admin-button-batch-final-because = Abschließen: { $reason }
admin-done-batch-pin = Festgelegt. Das zählt ab der nächsten Version.
admin-done-batch-move = Umgebucht. Das zählt ab der nächsten Version.
admin-done-batch-out = Ausgenommen. Das zählt ab der nächsten Version.
admin-done-batch-lift = Zurückgenommen. Das zählt ab der nächsten Version.
batch-words-head = <b>Was Admins für { $month } festlegten</b>. Jede spätere Version hält sich daran.
batch-words-none = Bisher nichts.
batch-word-pin = <b>{ $name }</b>: festgelegt auf { $event }, { $when } Uhr
batch-word-move = <b>{ $name }</b>: { $event }, { $when } Uhr, statt { $other }
batch-word-out = <b>{ $name }</b>: nicht bei { $event }, { $when } Uhr
batch-word-out-all = <b>{ $name }</b>: diesen Monat kein Platz
batch-word-by = { $by }, { $when } Uhr: { $reason }
batch-lift-ask = Zurücknehmen? Warum? Die nächste Version entscheidet wieder frei.

## Versionen

batch-versions-head = <b>Versionen für { $month }</b>
batch-versions-none = Bisher gibt es keine.
batch-version = <b>{ $number }</b> ({ $by }, { $when } Uhr): { $text }. Plätze: { $seats }, erste Wahl: { $share }
batch-version-other = <b>{ $number }</b> ({ $by }, { $when } Uhr): { $text }
batch-version-running = wird berechnet
batch-version-stopped = angehalten
batch-version-failed = gescheitert
label-batch-version = Version { $number }
admin-button-batch-with = Mit einer anderen vergleichen
batch-with-head = Mit welcher soll Version { $number } verglichen werden?
batch-with-none = Es gibt keine andere Version.
batch-compare-head = <b>{ $month }: von Version { $before } zu Version { $after }</b>
batch-compare-none = Niemand hat einen anderen Platz.
batch-compare-sums = Neu mit Platz: { $made }. Jetzt ohne: { $left }. Mit anderen Terminen: { $changed }.
batch-came = ➕ <b>{ $name }</b> bekommt: { $after }
batch-fell = ➖ <b>{ $name }</b> verliert: { $before }
batch-moved = ↔️ <b>{ $name }</b>: { $after } statt { $before }

## Abschließen

batch-final-ask = <b>{ $month } abschließen</b>, nach Version { $number }?
batch-final-books = Gebucht wird so: { $text }. Plätze: { $seats }.
batch-final-waits = Wer weniger als gewünscht hat, kommt auf die Warteliste des besten vollen Wunschtermins, der zeitlich noch passt; der Reihe nach: Vorrang, Monate ohne Platz, dann die Auslosung. Wer von Admins ausgenommen wurde, kommt auf keine Warteliste.
batch-final-off = Zu wenige Personen: { $names }. { $count ->
    [one] Von selbst sage ich diesen Termin nicht ab: Nach dem Buchen führt die Karte des Monats hin.
   *[other] Von selbst sage ich diese Termine nicht ab: Nach dem Buchen führt die Karte des Monats hin.
}
batch-final-tells = Alle mit Wünschen erfahren ihr Ergebnis und den Grund. Danach ist der Monat endgültig: Es ändern ihn noch Stornierungen (deren Plätze gehen an die Wartenden), eine Reparatur, und was geändert wird, während zwei Admins ihn mit /unlock geöffnet haben.
admin-button-batch-final-yes = Ja, abschließen
admin-button-batch-final-why = Abschließen, mit Grund …
admin-done-batch-final = Gebucht. Alle bekommen Bescheid.
batch-changed-head = <b>Version { $number } passt nicht mehr.</b> Seit sie berechnet wurde, hat sich geändert:
batch-changed-event = • Termin: <b>{ $event }</b>, { $when } Uhr
batch-changed-person = • Wünsche oder Buchungen: <b>{ $name }</b>
batch-changed-said = • Von einem Admin festgelegt: <b>{ $name }</b>
batch-changed-next = Führ sie noch einmal aus: Wer einen Platz hat, behält ihn, wo es geht.
batch-changed-nothing = Seit Version { $number } hat sich nichts geändert: Du kannst sie abschließen.

## Teilnehmende

button-month-ledger = Meine Monate
month-ledger-head = <b>Deine Monate bisher</b>
month-ledger-none = Noch kein Monat mit deinen Wünschen ist vorbei.
month-ledger-month = • { $month }: { $got } von { $wanted }
month-ledger-off = • { $month }: { $got } von { $wanted }, seither abgesagt: { $count }
month-ledger-why = Ein Monat ohne Platz bringt dir einen Punkt, einer mit Platz halbiert deine Punkte; mehr als { $most } zählen nicht. Wo Plätze knapp sind, stehst du mit mehr Punkten weiter vorn.
month-ledger-credit = Deine Punkte für Monate ohne Platz: { $count }

## Ablehnungen

refusal-run-newer = Inzwischen gibt es andere Versionen: Version { $number } ist die neueste. Sieh sie dir zuerst an.

## Der Verlauf

fact-period-planned = Planung für { $month } begonnen
fact-run-started = Version { $number } begonnen
fact-run-started-again = Version { $number } begonnen, Plätze bleiben
fact-run-made = Version { $number } ist fertig ({ $people } mit Platz, { $short } mit weniger als gewünscht oder keinem)
fact-run-stopped = Version { $number } angehalten
fact-run-failed = Version { $number } gescheitert
fact-run-lost = Version { $number } unterwegs verloren
fact-run-interrupted = Version { $number } unterbrochen
fact-placement-pinned = Auf einen Termin festgelegt
fact-placement-moved = Auf einen anderen Termin umgebucht
fact-person-excluded = Von einem Termin ausgenommen
fact-person-excluded-all = Vom Monat ausgenommen
fact-adjustment-ended = Festlegung eines Admins zurückgenommen
fact-adjustment-replaced = Festlegung eines Admins ersetzt
fact-run-finalized = Version { $number } ist gebucht
fact-result-given = Ergebnis des Monats: { $got } von { $wanted }
fact-period-finalized = { $month } nach Version { $number } gebucht
fact-booking-made-month = Gebucht aus den Wünschen des Monats
fact-entry-joined-month = Auf der Warteliste aus den Wünschen des Monats
audit-results-given = { $count } Personen haben das Ergebnis ihres Monats
audit-month-booked = { $count } Buchungen aus den Wünschen des Monats
audit-month-waiting = { $count } Plätze auf Wartelisten aus den Wünschen des Monats
audit-wishers-told = { $count } Personen, die ihn sich wünschen, haben davon erfahren

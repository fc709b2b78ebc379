### Was aus den Wünschen eines Monats geworden ist, und wie weit seine Verteilung ist.

result-head = <b>Dein Ergebnis für { $month }</b>
result-got = { $got ->
    [0] Diesmal war kein Platz für dich dabei.
    [one] Du hast einen Platz:
   *[other] Du hast { $got } Plätze:
}
result-booked = Alles, was du dir gewünscht hast, hattest du schon selbst gebucht, also brauchtest du keinen Platz aus der Verteilung. Für dich ändert sich nichts.
result-offered = Bei der Auslosung des Monats hattest du ein offenes Angebot für das, was du dir noch gewünscht hattest, deshalb hast du daran nicht teilgenommen. Ein angebotener Platz gehört dir, sobald du ihn rechtzeitig angenommen hast.
result-now = { $got ->
    [0] Aus diesem Ergebnis hast du keinen Platz mehr.
    [one] Du hast jetzt einen Platz:
   *[other] Du hast jetzt { $got } Plätze:
}
result-event = • <b>{ $event }</b>, { $when } Uhr
result-event-since = • <b>{ $event }</b>, { $when } Uhr (seit dem Ergebnis)
result-event-before = • <b>{ $event }</b>, { $when } Uhr (schon vorher gebucht)
result-event-hand = • <b>{ $event }</b>, { $when } Uhr (vom Studio vergeben)
result-with = Mit { $names }
result-drawn = Das war dein Ergebnis:
result-drawn-none = Im Ergebnis war noch kein Platz für dich dabei.
result-gone-self = • <s>{ $event }, { $when } Uhr</s>: von dir storniert
result-gone-silence = • <s>{ $event }, { $when } Uhr</s>: verfallen, weil ich zum neuen Termin nichts von dir gehört habe
result-gone-moved = • <s>{ $event }, { $when } Uhr</s>: auf einen anderen Termin verlegt
result-gone-off = • <s>{ $event }, { $when } Uhr</s>: abgesagt
result-gone-studio = • <s>{ $event }, { $when } Uhr</s>: vom Studio zurückgenommen
result-more = … und { $count ->
    [one] 1 weiterer Platz
   *[other] { $count } weitere Plätze
}.
result-wanted = Gewünscht hattest du dir { $wanted ->
    [one] einen Termin
   *[other] { $wanted } Termine
}.
result-because-full = Von den Terminen, die du nicht bekommen hast, war dein liebster voll: Seine Plätze gingen zuerst nach Vorrang, dann an die, die zuletzt leer ausgingen, dann nach Los.
result-because-most = Von den Terminen, die du nicht bekommen hast, war dein liebster voll. Die Plätze werden so verteilt, dass möglichst viele genutzt werden; dann zählt der Vorrang, dann, wer zuletzt leer ausging, dann das Los.
result-because-pins = { $seats ->
    [one] Einen dieser Plätze hat das Studio selbst vergeben, schon vor der Auslosung.
   *[other] { $seats } dieser Plätze hat das Studio selbst vergeben, schon vor der Auslosung.
}
result-because-party = Für euch alle zusammen waren nicht mehr genug Plätze frei.
result-because-collides = Deine anderen Wünsche liegen zur selben Zeit wie das, was du hast.
result-because-day = Weitere Termine lägen am selben Tag: Du wolltest höchstens einen am Tag.
result-because-week = Weitere Termine lägen in derselben Woche: Du wolltest höchstens einen in der Woche.
result-because-minimum = Von den Terminen, die du nicht bekommen hast, braucht dein liebster eine Mindestzahl an Leuten. Die kam nicht zusammen, deshalb wurden dort keine Plätze verlost.
result-spare = Für <b>{ $event }</b>, { $when } Uhr, wurden keine Plätze verlost. Es braucht dafür mindestens { $minimum ->
    [one] 1 Person
   *[other] { $minimum } Leute
}. Der Termin ist noch offen: Du kannst ihn jetzt buchen.
result-spare-ask = Für <b>{ $event }</b>, { $when } Uhr, wurden keine Plätze verlost. Es braucht dafür mindestens { $minimum ->
    [one] 1 Person
   *[other] { $minimum } Leute
}. Der Termin ist noch offen: Du kannst dort jetzt einen Platz anfragen.
result-because-together = Ihr wolltet zusammen kommen, und es war kein Termin mehr für euch alle frei.
result-because-impossible = Keiner deiner Wunschtermine war an einem Tag, der dir passt, noch zu haben.
result-because-excluded = Das Studio hat dich diesmal ausgenommen.
result-line = Du wartest auf <b>{ $event }</b>, { $when } Uhr, auf Platz { $position }.
result-line-offered = Du hast ein Angebot für <b>{ $event }</b>, { $when } Uhr: Antworten kannst du unter /my.
result-line-paused = Du stehst für <b>{ $event }</b>, { $when } Uhr, auf Wartelistenplatz { $position } und machst gerade Pause: so lange keine Angebote. Unter /my kannst du weitermachen.
result-credit = Das zählt im nächsten Monat: Du hast einen Punkt gesammelt und stehst damit weiter vorn.
button-month-fair = War das gerecht?
button-month-result = Mein Ergebnis
result-fair = <b>War die Auslosung für { $month } gerecht?</b>
result-fair-hand = Plätze, die das Studio von Hand vergeben hat, gehen diesen Regeln vor; dein Ergebnis sagt es dazu.
result-because-then = Deine anderen Wünsche passten nicht zu den Plätzen, die du bekommen hast.
result-fair-most = So wurden die Plätze vergeben: so viele wie möglich; dann zählt der Vorrang, dann zählen Monate ohne Platz (du hattest { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
}), dann das Los.
result-fair-fair = So wurden die Plätze vergeben: Zuerst wählt, wer Vorrang hat, dann, wer Monate ohne Platz hatte (du hattest { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
}); bei Gleichstand entschied das Los.

## Admins

run-made = <b>{ $month }, Version { $number }</b> ist fertig: { $text }. Gebucht ist noch nichts.
run-failed = <b>{ $month }, Version { $number }</b> ist gescheitert: Bei uns ist etwas schiefgegangen. Es hat sich nichts geändert: Versuch es noch einmal. Code: { $code }
run-interrupted = <b>{ $month }, Version { $number }</b> wurde unterbrochen: Der Bot wurde beendet, während er sie berechnet hat. Es hat sich nichts geändert, niemand hat etwas erfahren. Sie lässt sich gleich noch einmal ausführen.
period-finalized = <b>{ $month } ist gebucht</b>, nach Version { $number }: { $people ->
    [one] 1 Person hat alles, was sie wollte
   *[other] { $people } Personen haben alles, was sie wollten
}, { $short } bekamen weniger oder nichts.

## Ablehnungen

refusal-period-open = Die Wünsche für diesen Monat sind noch offen. Schließ sie zuerst.
refusal-period-final = Dieser Monat ist endgültig: Seine Zuteilung ändert sich nicht mehr.
refusal-run-open = Version { $number } wird gerade berechnet. Warte darauf oder halte sie an.
refusal-no-run = Diese Version gibt es nicht, oder sie wurde nicht fertig.
refusal-run-over = Diese Version wird nicht mehr berechnet.
refusal-input-changed = Seit dieser Version hat sich etwas geändert ({ $sessions ->
    [one] 1 Termin
   *[other] { $sessions } Termine
}, { $people ->
    [one] 1 Person
   *[other] { $people } Personen
} oder was Admins festgelegt haben). Berechne zuerst eine neue Version.
refusal-nobody-wishes = Niemand hat sich etwas gewünscht, das sich verteilen ließe.
refusal-wish-unknown = Diese Person hat sich für diesen Monat nichts gewünscht.
refusal-adjustment-unchanged = Das ist der Termin, den die Person schon hat.
refusal-adjustment-pinned = Die Person ist schon auf diesen Termin festgelegt.
refusal-adjustment-moved = Die Person ist schon dorthin umgebucht.
refusal-adjustment-out = Die Person ist von diesem Termin schon ausgenommen.
refusal-adjustment-out-all = Die Person ist vom ganzen Monat schon ausgenommen.
refusal-adjustment-over = Das wurde schon zurückgenommen oder ersetzt.
refusal-pins-full = { $free ->
    [0] Alle Plätze dieses Termins sind schon von Admins vergeben.
    [one] Von diesem Termin ist nur noch 1 Platz zu vergeben.
   *[other] Von diesem Termin sind nur noch { $free } Plätze zu vergeben.
}
refusal-pins-collide = Diese Person hat zu dieser Zeit schon einen Platz.
refusal-not-placed = Die neueste Version gibt dieser Person dort keinen Platz.

### How freed seats are handled: modes, their rules, presets, the account's switches. `$event` is the service's name.

auto-head = <b>Automatik: { $event }</b>, { $when } Uhr
auto-head-service = <b>Automatik: { $service }</b>
auto-follows = Dieser Termin folgt den Regeln seiner Leistung.
auto-own = Dieser Termin hat eigene Regeln; wo er keine hat, folgt er seiner Leistung.
auto-concerns = { $count ->
    [0] Noch kein kommender Termin
    [one] Gilt für 1 kommenden Termin
   *[other] Gilt für { $count } kommende Termine
}{ $first ->
    [0] .
    [one] , außer was 1 davon selbst festlegt.
   *[other] , außer was { $first } davon selbst festlegen.
}
auto-line = • { $text }
auto-mode-line = <b>{ $mode }</b> – { $text }
auto-new = <b>Wenn du das speicherst:</b>

## The modes, in a sentence

auto-about-manual = Du entscheidest über jeden freien Platz; von selbst geschieht nichts.
auto-about-legacy = Ein freier Platz geht sofort und ohne Frage an die erste passende Person auf der Warteliste.
auto-about-offer = Ein freier Platz wird der nächsten Person angeboten und bis zur Antwort für sie freigehalten.
auto-about-splitter = Freie Plätze werden über mehrere zusammengehörige Termine ausgeglichen: erst ein Plan, dann die Angebote.
auto-mode-locked = „{ $mode }“ gehört nicht zu eurem Tarif { $name }. Enthalten ist es in: { $names }.

## The rules, in sentences

auto-rule-validity-start = Ein Angebot gilt je nach Zeit bis zum Beginn: lange vorher 12 Stunden, in den letzten zwei Tagen 2 Stunden, in den letzten 12 Stunden 20 Minuten.
auto-rule-validity = So lange gilt ein Angebot: { $length }.
auto-rule-parallel = { $count ->
    [0] Es sind so viele Angebote zugleich offen, wie Plätze frei sind.
    [1] Immer nur ein Angebot auf einmal.
   *[other] Bis zu { $count } Angebote sind zugleich offen.
}
auto-rule-call-none = Kein letzter Aufruf vor dem Beginn.
auto-rule-call = Letzter Aufruf, so lange vor dem Beginn: { $length }. Dann werden alle auf der Warteliste zugleich gefragt, und wer zuerst tippt, bekommt den Platz.
auto-rule-cutoff-none = Plätze werden bis zum Beginn angeboten.
auto-rule-cutoff = So lange vor dem Beginn gibt es keine Angebote mehr: { $length }.
auto-rule-quiet-none = Keine Ruhezeit.
auto-rule-quiet = Ruhezeit { $times }: Niemand wird geweckt, und keine Frist läuft.
auto-rule-confirm-none = Ohne ein Ja wird niemand gebucht, außer wer es so wollte.
auto-rule-confirm = So lange vor dem Beginn wird die nächste Person ohne Frage gebucht: { $length }.
auto-rule-order-line = In der Reihenfolge der Warteliste.
auto-rule-order-lottery = Per Los bei gleichem Vorrang, gezogen aus der Zahl <code>{ $code }</code>: Damit kann jeder die Reihenfolge nachprüfen.
auto-rule-fit-strict = Strenge Reihenfolge: Eine größere Gruppe wartet, bis genug Plätze frei sind, und alle hinter ihr auch.
auto-rule-fit-best = { $count ->
    [one] Passt eine Gruppe nicht hinein, darf eine kleinere dahinter vor, aber nur einmal.
   *[other] Passt eine Gruppe nicht hinein, darf eine kleinere dahinter vor, höchstens { $count } Mal.
}
auto-rule-missed = Ein verpasstes Angebot kostet beim ersten Mal nichts, beim zweiten Mal rückt der Platz ans Ende der Warteliste, beim dritten Mal ist er weg. Alle erfahren es. Das steht fest.

## Choices on buttons

label-choice-start = Je nach Zeit bis zum Beginn
label-choice-none = Aus
label-choice-before = { $length } vor dem Beginn
label-choice-quiet = { $times }
label-choice-parallel = { $count ->
    [0] So viele wie freie Plätze
    [1] Eins auf einmal
   *[other] { $count } zugleich
}
label-choice-line = Reihenfolge der Liste
label-choice-lottery = Losverfahren
label-choice-strict = Strenge Reihenfolge
label-choice-best = { $count ->
    [one] Was passt, 1 Mal überholen
   *[other] Was passt, { $count } Mal überholen
}

## Buttons

admin-button-automation = Automatik
admin-button-auto-mode = Anderer Modus
admin-button-auto-validity = Angebot gilt
admin-button-auto-parallel = Zugleich offen
admin-button-auto-call = Letzter Aufruf
admin-button-auto-cutoff = Angebotsschluss
admin-button-auto-quiet = Ruhezeit
admin-button-auto-confirm = Ohne Frage buchen
admin-button-auto-order = Reihenfolge
admin-button-auto-fit = Gruppen
admin-button-auto-more = Weitere Regeln
admin-button-auto-follow = Regeln der Leistung nutzen
admin-button-auto-presets = Vorlagen
admin-button-auto-account = Konto
admin-button-auto-service = Automatik der Leistung
admin-button-auto-guide = Welchen Modus wählen?
admin-button-auto-save = Speichern
admin-button-auto-keep = Speichern, Angebote bleiben
admin-button-auto-withdraw = Speichern, Angebote zurück

## What a change would come to

label-effect-offered = Sofort angeboten: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
label-effect-booked = Sofort gebucht: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
label-effect-called = Sofort letzter Aufruf an { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
label-effect-waits = { $count ->
    [one] 1 freier Platz würde auf deine Entscheidung warten.
   *[other] { $count } freie Plätze würden auf deine Entscheidung warten.
}
auto-effect-line = → { $text }
auto-effect-none = → Im Moment ändert sich für niemanden etwas.
auto-effect-stops = → Von selbst würde nichts mehr nachbesetzt.
auto-effect-starts = → Ab jetzt würden freie Plätze von selbst nachbesetzt.
auto-open-offers = { $count ->
    [one] <b>1 Angebot ist offen.</b> Behältst du es, läuft es bis zum Ende. Ziehst du es zurück, bleibt der Wartelistenplatz, die Person erfährt es einmal, und dann:
   *[other] <b>{ $count } Angebote sind offen.</b> Behältst du sie, laufen sie bis zum Ende. Ziehst du sie zurück, bleiben die Wartelistenplätze, alle erfahren es einmal, und dann:
}
admin-done-auto = Gespeichert.

## Presets

auto-presets = { $count ->
    [0] Noch keine Vorlagen. Eine Vorlage bewahrt Modus und Regeln unter einem Namen, damit du sie auch woanders nutzen kannst.
    [one] 1 Vorlage
   *[other] { $count } Vorlagen
}
auto-preset = Vorlage: <b>{ $name }</b>, Version { $count }
auto-preset-made = Gespeichert von { $by }, { $when } Uhr
auto-preset-used = { $count ->
    [0] Nirgends im Einsatz.
    [one] An 1 Stelle im Einsatz.
   *[other] An { $count } Stellen im Einsatz.
}
auto-preset-drop = <b>{ $name }</b>, Version { $count }, löschen? Andere Versionen bleiben.
label-preset = { $name }, Version { $count }{ $total ->
    [0] { "" }
   *[other] { " " }· { $total }× genutzt
}
admin-button-auto-keep-preset = Als Vorlage speichern
admin-button-auto-apply = Hier verwenden
admin-button-auto-version = Neue Version von hier
admin-button-auto-drop = Löschen
admin-done-preset = Gespeichert als { $name }.
admin-done-preset-gone = { $name } ist gelöscht.

## The account

auto-account = <b>{ $name }</b>
auto-fill-on = Das automatische Nachbesetzen ist eingeschaltet.
auto-fill-off = ⏸ Das automatische Nachbesetzen ist abgeschaltet: Bei keinem Termin geschieht etwas von selbst.
auto-confirmed = Buchungen sind sofort bestätigt.
auto-pending = Buchungen warten, bis jemand von euch sie bestätigt.
auto-ask-fill-off = Das automatische Nachbesetzen für das ganze Konto abschalten? Offene Angebote laufen bis zum Ende; danach wartet jeder freie Platz auf dich.
auto-ask-fill-on = Das automatische Nachbesetzen für das ganze Konto einschalten? Jeder Termin richtet sich wieder nach seinem Modus.
auto-ask-pending = Sollen neue Buchungen warten, bis jemand von euch sie bestätigt? Bestätigte bleiben bestätigt.
auto-ask-confirmed = Sollen neue Buchungen sofort bestätigt sein? Was jetzt wartet, braucht noch dein Ja.
admin-button-auto-fill-off = Nachbesetzen abschalten
admin-button-auto-fill-on = Nachbesetzen einschalten
admin-button-auto-pending = Von Hand bestätigen
admin-button-auto-confirmed = Sofort bestätigen

## /help modes

label-help-modes = modi
auto-guide-head = <b>Welchen Modus wählen?</b>
auto-guide-manual = <b>Manuelle Bearbeitung:</b> Du entscheidest über jeden frei gewordenen Platz. Wähle sie, wenn dir die Kontrolle am wichtigsten ist und nicht mehr Plätze frei werden, als du im Blick behalten kannst. Richtig im Gesundheitswesen, bei strenger Freigabe und vielen Ausnahmen. Ohne dich wird niemand gebucht; dafür kostet es Zeit, und ein Platz bleibt leer, bis du nachsiehst.
auto-guide-legacy = <b>Automatisches Nachrücken von der Warteliste:</b> Wer zuerst dran ist, wird sofort gebucht. Wähle es, wenn es vor allem schnell gehen soll und du nicht für jeden Platz ein Ja brauchst. Richtig für eine kleine Yoga- oder Fitnessgruppe: schnell, einfach, kaum Arbeit, wenige leere Plätze. Vorher wird niemand gefragt, aber wer nachrückt, kann eine Weile ohne Folgen stornieren.
auto-guide-offer = <b>Nachbesetzung per Angebot an die Warteliste:</b> Die nächste Person bekommt ein Angebot und entscheidet selbst; zuerst die Warteliste des Termins, dann die Reserveliste der Leistung. Wähle sie überall, wo ein klares Ja zählt. Richtig für einen Premium-Workshop. Du siehst, welche Angebote offen, angenommen, abgelehnt oder abgelaufen sind. Antworten brauchen Zeit, darum bleibt ein Platz vielleicht etwas länger frei.
auto-guide-splitter = <b>Ausgleichende Verteilung über mehrere Termine:</b> Sieht zusammengehörige Termine gemeinsam (ab einem Termin, am selben Tag oder zur selben Zeit) und gleicht sie in drei Schritten aus: Plan, Angebote, Abschluss. Erst siehst du eine Simulation, dann geschieht es wirklich. Wähle sie, wenn alle Termine zusammen wichtiger sind als ein einzelner. Richtig für parallele Stunden eines Kurses. Es gibt mehr einzustellen.
auto-guide-when = Plätze werden nachbesetzt, wenn jemand storniert (du oder die Person selbst), umbucht oder ablehnt, solange das automatische Nachbesetzen für euer Konto eingeschaltet ist. Den Modus änderst du jederzeit mit „Automatik“ auf der Karte eines Termins: Du siehst vor dem Speichern, was daraus folgt.

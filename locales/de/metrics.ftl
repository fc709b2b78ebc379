### A month's figures: as text, as a picture, and what is odd about them. `$share` and the like are percentages, ready
### made; `$length` is a stretch of time.

## As text

label-percent = { $percent } %
label-moment = weniger als eine Sekunde
metrics-none = Es gibt noch keine Zahlen: Sie kommen mit der ersten Verteilung eines Monats. Siehe /batch.
metrics-head = <b>{ $month }</b> · Version { $number }
metrics-booked = Diese Version ist gebucht.
metrics-draft = Ein Vorschlag: Davon ist noch nichts gebucht.
metrics-success = <b>Erfolg { $share }</b>: Einen Platz bekamen { $part } von { $whole }, alles Gewünschte { $all }.
metrics-open = <b>Offen { $share }</b>: Von { $whole } gewünschten Terminen ließen sich { $part } nicht vergeben.
metrics-because = Vor allem: { $reasons }
metrics-planned = <b>Plätze { $share }</b>: Mit diesem Plan sind { $part } von { $whole } vergeben.
metrics-actual = <b>Plätze { $planned } geplant, { $actual } gebucht</b>: Jetzt sind { $part } von { $whole } vergeben.
metrics-kept = Von { $whole } verteilten haben { $part } noch die, die sie bekamen.
metrics-came = Wo es notiert wurde: { $part } von { $whole } kamen.
metrics-choices = <b>Erster Wunsch { $one }</b>, zweiter { $two }, dritter oder späterer { $three }: welcher Wunsch jeder Platz war.
metrics-by-hand = { $count ->
    [one] 1 Platz wurde von Hand vergeben, ohne Wunsch.
   *[other] { $count } Plätze wurden von Hand vergeben, ohne Wunsch.
}
metrics-even = <b>Gleichmäßigkeit { $share }</b>: Bei 100 % ist an allen Terminen der gleiche Teil der freien Plätze vergeben.
metrics-fair = <b>Fairness { $returning }</b>: So viele von denen, die vorher leer ausgingen, haben jetzt einen Platz; von allen anderen { $others }.
metrics-fair-none = <b>Fairness</b>: Hier war vorher niemand leer ausgegangen.
metrics-load = Berechnet in: { $length } · Leute: { $people } · Termine: { $sessions }
metrics-counted = Versionen: { $done } fertig, { $failed } gescheitert, { $stopped } abgebrochen
metrics-versions = <b>{ $month }: Versionen nebeneinander</b>
metrics-version = <b>Version { $number }</b>
metrics-version-booked = <b>Version { $number }</b>, gebucht
metrics-line = Erfolg { $success } · Plätze { $use } · erster Wunsch { $one } · Gleichmäßigkeit { $even } · { $length }
metrics-months = <b>Monat für Monat</b>

## Why places wished for were not given

label-unmet = { $reason } ({ $count })
label-unmet-full = der liebste Termin war voll
label-unmet-party = kein Platz für die Gruppe
label-unmet-collides = gleichzeitig mit einem anderen
label-unmet-limit = zu nah an einem anderen
label-unmet-minimum = zu wenige Leute
label-unmet-together = kein Platz zusammen
label-unmet-impossible = nicht mehr zu haben
label-unmet-excluded = von einem Admin ausgenommen

## Buttons

admin-button-metrics = Zahlen
admin-button-metrics-light = Bild, hell
admin-button-metrics-dark = Bild, dunkel
admin-button-metrics-versions = Versionen
admin-button-metrics-months = Monat für Monat
admin-button-metrics-month = Zum Monat
label-metrics-version = Version { $number }
command-admin-metrics = Die Zahlen des Monats, auch als Bild

## As a picture: a few words each

picture-booked = Version { $number } · gebucht
picture-draft = Version { $number } · Vorschlag
picture-success = mit Platz
picture-people = bekamen einen Platz
picture-all = bekamen alles Gewünschte
picture-open = Wünsche blieben offen
picture-seats = Plätze
picture-planned = geplant
picture-actual = jetzt gebucht
picture-came = kamen, wo notiert
picture-choices = Welcher Wunsch in Erfüllung ging
picture-first = erster
picture-second = zweiter
picture-later = dritter oder später
picture-even = Gleichmaß
picture-even-note = wie voll jeder Termin ist
picture-fair = Fairness
picture-fair-note = mit Platz, nach leeren Monaten
picture-trend = Monat für Monat
picture-trend-success = mit Platz
picture-trend-seats = Plätze geplant
picture-foot = berechnet in: { $length } · Leute: { $people } · Termine: { $sessions }

## Alerts

admin-alert-batch-head = <b>{ $month }, Version { $number }</b>: Schau bitte drauf.
admin-alert-batch-low = Nur { $part } von { $whole } bekamen einen Platz. Mehr Plätze helfen am meisten, wo die meisten Wünsche sind: Sieh nach, was gewünscht ist, und berechne dann eine neue Version.
admin-alert-batch-unmet = Von { $whole } gewünschten Terminen ließen sich { $part } nicht vergeben. Bei den Zahlen steht, warum; nimm Plätze oder Termine dazu und berechne eine neue Version.
admin-alert-batch-stale = Seit der Berechnung hat sich etwas geändert ({ $what }), deshalb lässt sie sich nicht mehr buchen. Berechne eine neue Version.
admin-alert-batch-stale-said = Seit der Berechnung haben Admins über Plätze entschieden (festgelegt, verlegt oder ausgenommen), deshalb lässt sie sich nicht mehr buchen. Berechne eine neue Version.
label-stale-sessions = Termine: { $count }
label-stale-people = Leute: { $count }

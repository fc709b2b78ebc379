### Ein Monat als Datei, und der Nachweis seiner Auslosung.

admin-button-export = 📄 Exportieren
admin-button-as-json = Als JSON
admin-button-export-month = Anderer Monat
admin-button-export-version = Andere Version …
admin-button-export-service = Angebot …
admin-button-export-location = Ort …
admin-button-export-state = Stand …
admin-button-export-all = Alle
admin-button-export-newest = Die endgültige oder neueste
admin-button-export-difference = Zwei Versionen vergleichen
admin-button-export-proof = Nachweis, ohne Namen
export-head = <b>Exportieren</b>: welchen Monat?
export-none = Noch ist kein Monat geöffnet. /batch öffnet einen.
export-month = <b>Exportieren: { $month }</b>
export-version = Welche Version: { $text }
export-service = Nur das Angebot: { $text }
export-location = Nur hier: { $text }
export-state = Nur mit dem Stand: { $text }
export-formats = XLSX ist zum Lesen und Sortieren, mit einem Blatt für jede Ansicht. CSV ist für andere Programme, mit denselben Wörtern in jeder Sprache. JSON hat alles, woraus sich die Auslosung noch einmal berechnen lässt.
export-proof = Die Zahl hinter dem Siegel ist veröffentlicht. Der Nachweis hat keine Namen: Gib ihn allen, die die Auslosung prüfen möchten.
export-pick = Was davon?
export-first = <b>{ $month }</b>: der Unterschied zwischen welcher Version …
export-second = <b>{ $month }</b>: … zwischen Version { $number } und welcher anderen?
export-difference = <b>{ $month }</b>: von Version { $before } zu Version { $after }
export-moved = Haben andere Termine: { $count }
export-came-in = Haben jetzt einen Platz: { $count }
export-fell-out = Haben keinen mehr: { $count }
export-caption = <b>{ $month }</b>{ $number ->
    [0] {""}
   *[other] , Version { $number }
}
export-rows = Plätze: { $got } · weniger als gewünscht: { $short }
export-part = Ein Teil des Monats, wie ausgewählt.
export-check = So lässt er sich prüfen: <code>./run cli verify</code> und der Name der Datei. Mehr dazu in docs/proof.md.
label-export-no-version = noch ist keine berechnet
label-export-numbered = { $number } ({ $text })
label-export-one = { $text }
label-export-state-placed = Hat einen Platz

## Der Nachweis

proof-seal = Siegel der Auslosung, um sie später zu prüfen: <code>{ $hash }</code>
proof-seed = Die Zahl hinter dem Siegel: <code>{ $text }</code>
proof-how = Damit können alle die Auslosung prüfen: mit dem Nachweis unter /export und <code>./run cli verify</code>.
proof-input = Eingabe von Version { $number }: <code>{ $hash }</code>
proof-yours = Die Auslosung lässt sich prüfen: mit der Zahl hinter ihrem Siegel, <code>{ $text }</code>. Du bist Nr. { $number } in der Datei, die das Studio dir gibt.
admin-button-verify = Auslosung nachprüfen
proof-checking = <b>{ $month } nachprüfen</b>: Ich rechne es aus dem, was in der Datei unter /export steht, noch einmal durch, einen Moment. Geschrieben wird nichts.
proof-holds = <b>{ $month }, Version { $number }: Nichts weicht ab</b>
proof-holds-seal = ✓ Die Zahl ist die hinter dem Siegel: <code>{ $hash }</code>
proof-holds-input = ✓ Die Eingabe hat die Prüfsumme von damals, { $people } Personen und { $sessions } Termine: <code>{ $hash }</code>
proof-holds-output = ✓ Gerade noch einmal gerechnet, ergibt beides genau diese Zuteilung: Plätze { $got }, weniger als gewünscht { $short }, mit denselben Gründen.
proof-holds-told = ✓ Was alle erfahren haben und die Reihenfolge der Wartenden sind so, wie die Auslosung sie hat.
proof-anybody = Das war ich. Ohne mich können es alle mit dem Nachweis und <code>./run cli verify</code>; vergleich das Siegel mit dem, das ich beim Öffnen der Wünsche gepostet habe.
proof-differs = <b>{ $month }, Version { $number }: { $count ->
    [one] eine Abweichung
   *[other] { $count } Abweichungen
}</b>
proof-difference = <code>{ $place }</code>: In der Datei steht { $old }, heraus kommt { $found }
proof-more = … und { $count } weitere
proof-differs-next = Seit der Auslosung wurde etwas geändert, oder eine andere Version des Bots hat ausgelost. Heb die Datei auf und sieh dir diese Stellen darin an.
proof-earlier = <b>{ $month }</b> hat noch eine frühere Methode von mir ausgelost, ich kann es nicht nachrechnen. Das sagt nichts gegen die Auslosung: Der Nachweis lässt sich mit der Version dieses Projekts prüfen, die ausgelost hat.

## Blätter

label-export-sheet-placements = Wie ausgelost
label-export-sheet-now = Plätze jetzt
label-export-sheet-unplaced = Weniger als gewünscht
label-export-sheet-events = Termine
label-export-sheet-adjustments = Anpassungen
label-export-sheet-versions = Versionen
label-export-sheet-wishes = Wünsche
label-export-sheet-about = Über diese Datei
label-export-sheet-changes = Unterschiede

## Spalten

column-export-person-id = Nr. der Person
column-export-event-id = Nr. des Termins
column-export-booking-id = Nr. der Buchung
column-export-entry-id = Nr. auf der Warteliste
column-export-date = Tag
column-export-ends = Ende
column-export-location = Ort
column-export-wish = Wievielter Wunsch
column-export-since = Seither bei
column-export-came-by = Wie es dazu kam
column-export-wanted = Gewünscht
column-export-got = Bekommen
column-export-missed = Bester verpasster Wunsch
column-export-ahead = Dort davor
column-export-one-more = Ein Platz mehr hätte gereicht
column-export-waits = Wartet auf
column-export-credit-before = Punkte davor
column-export-credit = Punkte jetzt
column-export-capacity = Plätze insgesamt
column-export-free = Frei für diese Version
column-export-taken = Vergeben
column-export-minimum = Mindestens
column-export-held = Kommt in dieser Version zustande
column-export-instead = Statt
column-export-version = Versionsnr.
column-export-strategy = Strategie
column-export-order = Reihenfolge
column-export-base = Baut auf
column-export-started-by = Berechnet von
column-export-started = Begonnen
column-export-finished = Fertig
column-export-people = Leute mit Platz
column-export-short = Weniger als gewünscht
column-export-seats-filled = Besetzte Plätze
column-export-first = Erste Wahl, %
column-export-evenness = Gleichmäßigkeit, %
column-export-input = Prüfsumme der Eingabe
column-export-error = Fehler
column-export-limit = Grenzen
column-export-choices = Termine, der beste zuerst
column-export-what = Was
column-export-value = Wert
column-export-change = Änderung
column-export-from = Vorher
column-export-to = Nachher

## Was darin steht

label-export-month = Monat
label-export-zone = Zeitzone
label-export-seal = Siegel (Prüfsumme der Zahl dahinter)
label-export-seed = Zahl hinter dem Siegel
label-export-no-seed = wird veröffentlicht, sobald der Monat endgültig ist
label-export-engine = Verfahren
label-export-limited = Nur
label-export-whole = der ganze Monat
label-export-placements = Plätze
label-export-unplaced-people = Leute mit weniger
label-export-at = Exportiert
label-export-yes = Ja
label-export-no = Nein
label-export-placed = Ausgelost
label-export-kept = Aus einer früheren Version
label-export-pinned = Von einem Admin festgelegt
label-export-full = Der liebste Termin war voll
label-export-party = Zu wenige Plätze zusammen
label-export-collides = Zur selben Zeit wie ein anderer
label-export-per-day = Höchstens einer am Tag
label-export-per-week = Höchstens einer in der Woche
label-export-minimum = Zu wenige Leute dafür
label-export-together = Nur zusammen, und das ging nicht
label-export-impossible = Nichts war mehr zu haben
label-export-excluded = Von einem Admin ausgenommen
label-export-by-self = Selbst gebucht
label-export-by-offer = Aus einem Angebot
label-export-by-promotion = Von der Warteliste nachgerückt
label-export-by-admin = Durch Admin
label-export-by-move = Umgebucht
label-export-by-request = Auf Anfrage
label-export-by-repair = Durch eine Reparatur
label-export-proposed = Vorgeschlagen, nicht gebucht
label-export-cancelled = Seitdem storniert
label-export-off = Fällt aus
label-export-booked = Von der Warteliste gebucht
label-export-left = Hat die Warteliste verlassen
label-export-closed = Warteliste zu Ende
label-export-shut = Geschlossen
label-export-unplaced = Kein Platz
label-export-asked = Erinnert, keine Antwort
label-export-stated = Hat Wünsche
label-export-withdrawn = Zurückgenommen
label-export-running = Wird berechnet
label-export-done = Fertig
label-export-stopped = Angehalten
label-export-failed = Fehlgeschlagen
label-export-final = Endgültig
label-export-collecting = Wünsche sind offen
label-export-planned = In Planung
label-export-pin = Festgelegt
label-export-move = Verlegt
label-export-exclude = Ausgenommen
label-export-counts = Gilt
label-export-over = Zurückgenommen oder ersetzt
label-export-fast-fill = Schnell füllen
label-export-balanced = Gleichmäßig füllen
label-export-most = Die meisten Plätze
label-export-fair = Der Reihe nach
label-export-moved = Andere Termine
label-export-came-in = Hat jetzt einen Platz
label-export-fell-out = Hat keinen mehr
label-export-at-most-day = höchstens einer am Tag
label-export-at-most-week = höchstens einer in der Woche

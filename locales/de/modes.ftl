### Was der Verlauf über einen gewählten Modus sagt.

fact-event-configured-mode = Regeln der Warteliste für den Termin gesetzt: { $mode }
fact-service-configured-mode = Regeln der Warteliste für die Leistung gesetzt: { $mode }

## /help modes: die kürzeste Antwort, und die Tarife

auto-guide-short =
    Wird ein Platz frei, bestimmt der Modus, was mit der Warteliste geschieht. Kurz gesagt:
    • du willst alles selbst entscheiden: Manuelle Bearbeitung
    • Plätze sollen so schnell wie möglich besetzt sein: Automatisches Nachrücken von der Warteliste
    • niemand soll ohne ein Ja gebucht werden: Nachbesetzung per Angebot an die Warteliste
    • mehrere zusammengehörige Termine sollen sich gleichmäßig füllen: Ausgleichende Verteilung über mehrere Termine
auto-guide-plans = <b>Was jeder Tarif hat</b>
auto-guide-plan = { $name }: { $names }

### Was der Verlauf über einen gewählten Modus sagt.

fact-event-configured-mode = Regeln der Warteliste für den Termin gesetzt: { $mode }
fact-service-configured-mode = Regeln der Warteliste für die Leistung gesetzt: { $mode }

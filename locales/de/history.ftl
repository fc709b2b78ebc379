### Der Verlauf, wie ihn Admins mit /audit lesen. `$event` is the service's name, `$when` a day and time.

## The card

admin-audit-head = <b>Verlauf</b>
admin-audit-event = { $event }, { $when } Uhr
admin-audit-about = Über <b>{ $name }</b>
admin-audit-done-by = Von <b>{ $name }</b>
admin-audit-only-admins = Nur was Admins getan haben
admin-audit-day = Tag: { $text }
admin-audit-month = Monat: { $month }
admin-audit-none = Nichts gefunden.
admin-audit-young = { $count ->
    [one] Eine dieser Änderungen ist noch nicht versiegelt: Das dauert ein paar Sekunden.
   *[other] { $count } dieser Änderungen sind noch nicht versiegelt: Das dauert ein paar Sekunden.
}
admin-audit-line = <b>{ $when } Uhr</b> · { $by }
admin-audit-what = { $what } · { $name }
admin-audit-why = Grund: <i>{ $reason }</i>
admin-button-newer = ‹ Neuere
admin-button-older = Ältere ›
admin-button-only-admins = Nur Admins
admin-button-everybody = Alle
admin-button-as-file = Als Datei
admin-button-history = Verlauf

## Who

who-admin = { $name } (Admin)
who-after = Automatik, nach { $name }
who-job = Automatik
who-import = Import aus einer Datei
who-import-by = Import von { $name }

## What was asked for

words-admins = admins admin nur only
admin-audit-which = Wer ist gemeint?
admin-audit-which-more = Wer ist gemeint? Es passen mehr Leute, als hier Platz haben: Schreib mehr vom Namen.
admin-audit-which-month = Eine Person oder der Monat?
admin-audit-unknown = „{ $text }“ kenne ich nicht: Niemand heißt so, und kein Termin hat diesen Code. Richtig wäre, in beliebiger Reihenfolge: ein Name, der Code eines Termins, ein Tag wie 2026-12-01, ein Monat wie 2026-12, <i>admins</i>.
admin-audit-no-day = Den Tag { $text } gibt es im Verlauf nicht. Schreib ihn wie 2026-12-01.
admin-audit-no-month = Den Monat { $text } gibt es im Verlauf nicht: Für ihn waren noch nie Wünsche offen.
admin-audit-twice = Bitte nur einen Tag oder einen Monat und nur einen Termin auf einmal; einen Monat ohne Termin.

## The file

admin-audit-file = { $count ->
    [one] 1 Änderung
   *[other] { $count } Änderungen
}
admin-audit-file-cut = Die neuesten { $count } Änderungen. Für frühere frag nach einem Tag, einem Monat, einem Termin oder einem Namen.
column-time = Zeit
column-who = Wer
column-what = Was
column-name = Über wen
column-code = Code des Termins
column-event = Termin
column-begins = Beginn
column-reason = Grund
column-kind = Art
column-number = Nummer
column-seal = Siegel
column-data = Daten

## What happened

fact-booking-made = Gebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-booking-made-offer = Aus einem Angebot gebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-booking-made-promotion = Von der Warteliste gebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-booking-made-admin = Von Hand gebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-booking-made-move = Hierher umgebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-booking-confirmed = Buchung bestätigt
fact-booking-cancelled = Buchung storniert
fact-booking-cancelled-late = Buchung spät storniert
fact-booking-cancelled-admin = Buchung für jemanden storniert
fact-booking-cancelled-move = Buchung für eine andere aufgegeben
fact-booking-cancelled-line = Buchung zurück auf die Warteliste gesetzt
fact-booking-cancelled-event = Buchung vorbei: Der Termin wurde abgesagt
fact-booking-cancelled-silence = Buchung vorbei: Der neue Termin wurde nicht rechtzeitig bestätigt
fact-booking-asked = Neue Zeit mitgeteilt, Antwort erbeten bis { $until } Uhr
fact-booking-reconfirmed = Neue Zeit bestätigt
fact-shifted = Neue Zeit mitgeteilt
fact-reseated = Platznummern geändert
fact-attendance-attended = War da
fact-attendance-missed = War nicht da
fact-attendance-confirmed = Anwesenheit wieder offen
fact-entry-joined = Auf die Warteliste, Stelle { $position }
fact-entry-joined-reserve = Auf die Reserveliste
fact-entry-offered = Warteplatz: hat ein Angebot
fact-entry-returned = Warteplatz: wartet wieder
fact-entry-paused = Warteplatz pausiert bis { $until } Uhr
fact-entry-paused-open = Warteplatz pausiert
fact-entry-resumed = Warteplatz: Pause vorbei
fact-entry-skipped = Übergangen: Die Gruppe passte nicht
fact-entry-passed = Reserveliste: wird nicht nach dem eben freigegebenen Platz gefragt
fact-entry-prioritised = Wartelistenplatz mit anderem Vorrang
fact-entry-booked = Aus dem Warteplatz wurde eine Buchung
fact-entry-left = Warteliste verlassen
fact-entry-left-declined = Von der Warteliste: Angebot abgelehnt
fact-entry-left-missed = Von der Warteliste: Angebote verpasst
fact-entry-left-admin = Von der Warteliste genommen
fact-entry-left-split = Warteplatz mit dem Ausgleich beendet
fact-entry-closed = Warteliste geschlossen: Der Termin hat begonnen
fact-entry-closed-cancelled = Warteliste geschlossen: Der Termin wurde abgesagt
fact-offer-made = Angebot gemacht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-offer-called = Letzter Aufruf: Wer zuerst tippt, bekommt den Platz
fact-offer-delivered = Angebot zugestellt, offen bis { $until } Uhr
fact-offer-undelivered = Angebot konnte nicht zugestellt werden
fact-offer-extended = Angebot verlängert bis { $until } Uhr
fact-offer-reminded = An das Angebot erinnert
fact-offer-accepted = Angebot angenommen
fact-offer-rejected = Angebot abgelehnt
fact-offer-expired = Angebot abgelaufen
fact-offer-withdrawn = Angebot zurückgezogen
fact-offer-withdrawn-unreachable = Angebot zurückgezogen: nicht erreichbar
fact-offer-withdrawn-admin = Angebot von Hand zurückgezogen
fact-offer-withdrawn-taken = Angebot vorbei: Jemand war schneller
fact-offer-withdrawn-shifted = Angebot zurückgezogen: Die Zeit hat sich geändert
fact-offer-withdrawn-cancelled = Angebot zurückgezogen: Der Termin wurde abgesagt
fact-offer-withdrawn-split = Angebot zurückgezogen: Der Ausgleich ist vorbei
fact-seats-held = Zurückgehalten ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-hold-released = Zurückgehaltene Plätze freigegeben
fact-seats-published = Freie Plätze für alle: { $count }
fact-event-frozen = Automatik eingefroren
fact-event-unfrozen = Automatik nicht mehr eingefroren
fact-event-closed = Termin geschlossen
fact-event-moved = Termin verlegt auf { $when } Uhr
fact-event-cancelled = Termin abgesagt
fact-wisher-told = Hat davon erfahren, wegen eines Wunsches
fact-event-split = Ausgleich mit anderen Terminen begonnen
fact-event-split-over = Ausgleich mit anderen Terminen ist vorbei
fact-capacity-changed = Zahl der Plätze: { $capacity }
fact-capacity-draining = Plätze fallen weg, sobald sie frei werden, bis auf { $capacity }
fact-capacity-draining-over = Alle Plätze bleiben
fact-fill-halted = Freie Plätze, die niemand füllt: { $count }
fact-fill-halted-over = Keine freien Plätze mehr übrig
fact-event-configured = Regeln der Warteliste für den Termin gesetzt
fact-service-configured = Regeln der Warteliste für die Leistung gesetzt
fact-account-configured = Schalter des Kontos gesetzt
fact-preset-saved = Vorlage gespeichert: { $name }
fact-preset-deleted = Vorlage gelöscht: { $name }
fact-role-given = Andere Rolle: { $name }
fact-group-language = Andere Sprache für die Gruppe
fact-account-imported = Konto aus einer Datei: { $code }
fact-service-imported = Angebot im Katalog aus einer Datei: { $code }
fact-series-imported = Serie aus einer Datei: { $code }
fact-event-imported = Termin aus einer Datei: { $code }
fact-imported = Aus einer Datei: { $code }
fact-other = { $name }

## Letters to the group

admin-alert-history =
    <b>Verlauf versiegelt</b> bis { $when }: { $count } Änderungen, Siegel { $seal }.
    <code>{ $hash }</code>
    Nichts zu tun. Sollte jemals jemand die Vergangenheit ändern, zeigt es diese Zeile: Bewahre sie auf.

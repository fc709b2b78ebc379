### What admins read when they change an event or a booking by hand. `$event` is the service's name, `$when` the
### event's day and time.

## Buttons

admin-button-more = Mehr …
admin-button-past = Vergangene und abgesagte
admin-button-capacity = Anzahl der Plätze
admin-button-capacity-set = Auf { $wanted } Plätze ändern
admin-button-drain = Nach und nach auf { $wanted }
admin-button-drain-stop = Doch alle Plätze behalten
admin-button-displace = Neueste zurück auf die Liste
admin-button-displace-because = Zur Liste: { $reason }
admin-button-date = Andere Zeit
admin-button-date-set = Auf diese Zeit verlegen
admin-button-date-because = Verlegen: { $reason }
admin-button-off = Termin absagen
admin-button-off-because = Absagen: { $reason }
admin-button-attendance = Wer war da?
admin-button-move = Umbuchen
admin-button-move-because = Umbuchen: { $reason }
admin-button-to-line = Zurück auf die Warteliste
admin-button-back-because = Zur Liste: { $reason }
admin-step-week-less = −1 Woche
admin-step-day-less = −1 Tag
admin-step-day = +1 Tag
admin-step-week = +1 Woche
admin-step-hour-less = −1 Std.
admin-step-quarter-less = −15 Min.
admin-step-quarter = +15 Min.
admin-step-hour = +1 Std.

## Reasons

admin-reason-ill = Die Kursleitung ist krank
admin-reason-few = Zu wenige Anmeldungen
admin-reason-room = Raum nicht verfügbar
admin-reason-plan = Planänderung
admin-ask-reason-told = Warum? Die Betroffenen lesen den Grund, und er bleibt im Verlauf.

## Seats

admin-capacity-now = Plätze: { $capacity }, davon belegt: { $used }
admin-capacity-draining = Sinkt auf { $wanted ->
    [one] 1 Platz
   *[other] { $wanted } Plätze
}, sobald Plätze frei werden.
admin-capacity-choose = Wie viele Plätze sollen es sein?
admin-capacity-more = <b>{ $wanted } Plätze</b>: { $more ->
    [one] 1 mehr.
   *[other] { $more } mehr.
}
admin-capacity-fewer = <b>{ $wanted ->
    [one] 1 Platz
   *[other] { $wanted } Plätze
}</b>: { $fewer ->
    [one] 1 freier Platz fällt weg.
   *[other] { $fewer } freie Plätze fallen weg.
}
admin-capacity-below = <b>{ $wanted ->
    [one] 1 Platz</b> ist
   *[other] { $wanted } Plätze</b> sind
} weniger als die { $used } belegten. Es gibt drei Auswege:
admin-capacity-ways =
    • nach und nach: Niemand verliert etwas, jeder frei werdende Platz fällt weg, bis die Zahl erreicht ist;
    • neueste Buchungen zurück auf die Liste: Sie bekommen dort die ersten Plätze und lesen, warum;
    • selbst auswählen: nach und nach verringern, dann Buchungen von Hand umbuchen oder stornieren.
admin-ask-displace = Sofort auf { $wanted ->
    [one] 1 Platz
   *[other] { $wanted } Plätze
}? Zurück an den Anfang der Liste: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
admin-done-capacity = { $wanted ->
    [one] Ab jetzt 1 Platz.
   *[other] Ab jetzt { $wanted } Plätze.
}
admin-done-drain = Sinkt auf { $wanted ->
    [one] 1 Platz
   *[other] { $wanted } Plätze
}, sobald Plätze frei werden.
admin-done-drain-stop = Die Plätze bleiben.

## Another time, or not at all

admin-date-choose = Wann soll es beginnen?
admin-date-new = Neue Zeit: <b>{ $new } Uhr</b>
admin-ask-date = Auf <b>{ $new } Uhr</b> verlegen? { $booked ->
    [0] Niemand hat gebucht
    [one] 1 gebuchter Platz bleibt gebucht
   *[other] { $booked } gebuchte Plätze bleiben gebucht
}; { $waiting ->
    [0] niemand wartet.
    [one] 1 Person wartet und behält ihren Platz in der Reihe.
   *[other] { $waiting } Personen warten und behalten ihre Plätze in der Reihe.
} Alle werden benachrichtigt.
admin-date-reconfirm = Wer gebucht hat, sagt bis { $until } Uhr, ob es passt; danach geht der Platz weiter.
admin-date-offers = { $offered ->
    [one] 1 angebotener Platz wird mit neuer Frist neu angeboten.
   *[other] { $offered } angebotene Plätze werden mit neuer Frist neu angeboten.
}
admin-date-wished = { $count ->
    [one] 1 Person wünscht ihn sich für einen kommenden Monat und erfährt davon.
   *[other] { $count } Personen wünschen ihn sich für einen kommenden Monat und erfahren davon.
}
admin-done-date = Auf { $new } Uhr verlegt. Alle werden benachrichtigt.
admin-ask-off = Diesen Termin absagen? { $booked ->
    [0] Niemand hat gebucht
    [one] 1 Platz ist gebucht
   *[other] { $booked } Plätze sind gebucht
}, { $waiting ->
    [0] niemand wartet.
    [one] 1 Person wartet.
   *[other] { $waiting } Personen warten.
}
admin-off-everybody = Alle bekommen eine Nachricht mit den anderen Terminen.
admin-off-nobody = Also wird niemand angeschrieben.
admin-off-for-good = Das lässt sich nicht zurücknehmen.
admin-done-off-nobody = Der Termin ist abgesagt. Niemand hatte gebucht oder gewartet.
admin-done-off = Der Termin ist abgesagt. Alle werden benachrichtigt.

## Bookings

admin-move-choose = Auf welchen Termin soll <b>{ $name }</b> umgebucht werden?
admin-move-none = Es gibt keinen anderen Termin für <b>{ $name }</b>.
admin-move-line = { $when } · { $free } frei{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } wartend
}
admin-ask-move = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) auf <b>{ $new } Uhr</b> umbuchen? Die Person wird benachrichtigt.
admin-ask-move-passed = { $waiting ->
    [one] Für diesen Termin wartet 1 Person und wird übergangen.
   *[other] Für diesen Termin warten { $waiting } Personen und werden übergangen.
}
admin-done-move = { $name } ist jetzt für { $new } Uhr gebucht.
admin-ask-back = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) zurück auf die Warteliste setzen, hinter alle, die warten?
admin-done-back = { $name } steht jetzt auf der Warteliste.

## Who came

admin-attendance-how = Tippe auf einen Namen: ✓ war da, ✗ war nicht da, · keine Angabe.
admin-attendance-nobody = Niemand hatte gebucht.
admin-past-head = <b>Vergangene und abgesagte Termine</b>
admin-past-none = Keine vergangenen Termine.

## Booking for somebody

admin-button-book-for = Für jemanden buchen
admin-button-book-because = Buchen: { $reason }
admin-name-guest = { $name } (Gast)
admin-name-new-guest = Neuer Gast: { $name }
admin-ask-who = { $admin }, wer kommt? Antworte auf diese Nachricht mit dem Namen. Mehrere Namen in einer Nachricht (einer pro Zeile oder mit Kommas) sind eine Gruppe: eine einzige Buchung, auf den ersten Namen. Wer einzeln kommt, wird auch einzeln eingetragen.
admin-button-who-field = Name, weitere Namen
admin-ask-whom = Wen meinst du mit „{ $name }“? Ein Gast hat kein Telegram und hört nichts von mir.
admin-ask-book = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) eintragen?
admin-ask-book-guest = Ein Gast hört nichts von mir: Bitte sag selbst Bescheid.
admin-ask-book-away = Diese Person kann ich nicht anschreiben: Bitte sag ihr selbst Bescheid.

## Why not

admin-refusal-event-full = An diesem Termin ist kein Platz frei.
admin-refusal-too-few-seats = { $free ->
    [0] An diesem Termin ist kein Platz mehr frei.
    [one] An diesem Termin ist nur 1 Platz frei, gebraucht werden { $wanted }.
   *[other] An diesem Termin sind nur { $free } Plätze frei, gebraucht werden { $wanted }.
}
admin-refusal-name-unusable = Ein Name ist eine Zeile mit 1 bis { $most } Zeichen. Bitte antworte noch einmal auf die Frage.

## Once more, and too few

admin-button-repeat = Noch einmal
admin-button-clone = Termin hinzufügen
admin-button-clone-weekly = Wöchentlich, { $count } Mal
admin-clone-how = Dasselbe noch einmal, mit { $seats } Plätzen: <b>{ $new } Uhr</b>
admin-done-clone = { $count ->
    [one] Der Termin ist angelegt.
   *[other] { $count } Termine sind angelegt.
}
admin-event-minimum = Braucht mindestens { $minimum }.
admin-few-head = <b>Zu wenige Anmeldungen:</b> { $event }, { $when } Uhr. { $booked } von mindestens { $minimum } Plätzen sind gebucht. Stattfinden lassen, oder absagen, solange alle noch planen können?
admin-few-waiting = { $waiting ->
    [one] 1 Person wartet.
   *[other] { $waiting } Personen warten.
}

## Balancing siblings

admin-button-split = Termine ausgleichen
admin-button-split-forward = Ab diesem Termin
admin-button-split-slot = Selber Wochentag, selbe Zeit
admin-button-split-day = Am selben Tag
admin-button-simulate = Noch einmal simulieren
admin-button-split-offers = Plätze anbieten
admin-button-split-direct = Sofort buchen
admin-button-split-finalize = Abschließen
admin-split-head = Alle, die auf { $count ->
    [one] diesen Termin
   *[other] diese { $count } Termine
} warten, in ihrer Reihenfolge, so gleichmäßig wie möglich. Noch ist nichts gespeichert:
admin-split-fill = { $when } Uhr: { $booked } → <b>{ $used }</b> von { $capacity }
admin-split-more = … und { $count } weitere Termine
admin-split-sum = { $count ->
    [0] Niemand bekäme einen Platz
    [one] 1 Person bekäme einen Platz
   *[other] { $count } Personen bekämen einen Platz
}, davon an einem anderen Termin: { $more }; weiter warten { $left ->
    [0] müsste niemand
    [one] müsste 1
   *[other] müssten { $left }
}.
admin-split-move = • { $name } → { $new } Uhr
admin-split-move-from = • { $name }: { $when } Uhr → { $new } Uhr
admin-split-more-moves = … und { $count } weitere an einem anderen Termin
admin-split-only-here = Nur dort ist für sie noch Platz:
admin-split-unfit = Ihr eigener Termin passt ihnen nicht:
admin-split-full = Ihr eigener Termin ist voll:
admin-split-even = Damit sich alle Termine gleichmäßig füllen:
admin-split-unproven = Bei Gruppen verschiedener Größe konnte ich nicht beweisen, dass es keinen besseren Plan gibt.
admin-split-running = { $count ->
    [one] 1 Termin wird ausgeglichen.
   *[other] { $count } Termine werden ausgeglichen.
}
admin-split-how-far = Angebote: { $offered } · angenommen: { $booked } · abgelehnt: { $left } · abgelaufen: { $misses } · offen: { $waiting }
admin-split-ends = Wer zu einem anderen Termin gefragt wurde, behält bis zum Ende den eigenen Platz in der Reihe. Mit dem letzten offenen Angebot endet es von selbst; „Abschließen“ zieht offene Angebote jetzt zurück.
admin-done-split = { $count ->
    [one] 1 Platz ist angeboten.
   *[other] { $count } Plätze sind angeboten.
}
admin-done-split-direct = { $count ->
    [one] 1 Person ist gebucht.
   *[other] { $count } Personen sind gebucht.
}
admin-done-split-over = Abgeschlossen: { $booked } von { $offered } Angeboten wurden angenommen. Alle ohne Platz stehen wieder in der Reihe.

### What admins read in their private group. `$event` is the service's name, `$when` the event's day and time.

## The list of events

admin-events-none = Keine kommenden Termine.
admin-events-head = <b>Kommende Termine</b> { $first }–{ $last } von { $total }
admin-events-asked = ✋ jemand fragt nach einem Platz
admin-events-line = { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } wartend
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}
admin-events-line-halted = ⏸ { $when } · { $event } · { $booked }/{ $capacity }{ $waiting ->
    [0] { "" }
   *[other] { " " }· { $waiting } wartend
}{ $requests ->
    [0] { "" }
   *[other] { " " }· ✋ { $requests }
}

## One event

admin-event-head =
    <b>{ $event }</b>
    { $when } Uhr
admin-event-where = { $location }
admin-event-state-closed = <b>Geschlossen</b>
admin-event-state-cancelled = <b>Abgesagt</b>
admin-event-seats = Gebucht: { $booked } von { $capacity }
admin-event-kept = Angeboten: { $offered } · zurückgehalten: { $held } · frei: { $free }
admin-event-for-line = Davon { $kept ->
    [one] ist { $kept } freier Platz
   *[other] sind { $kept } freie Plätze
} der Warteliste vorbehalten.
admin-event-waiting = Wartend: { $waiting }
admin-event-visiting = Von anderen Terminen hierher gefragt: { $count }
admin-event-reserve = Reserveliste (beliebiger Termin): { $reserve }
admin-event-next = Als Nächste: { $names }
admin-event-lottery = Freie Plätze werden verlost: Das ist die Reihenfolge der Auslosung.
admin-event-mode = Modus: { $mode }
admin-event-more-holds = … und { $count } weitere zurückgehalten
admin-hold-line = Von { $by } zurückgehalten: { $seats }
admin-hold-line-reason = Von { $by } zurückgehalten: { $seats } ({ $reason })
admin-refreshed = Auf dem neuesten Stand.

## Modes

admin-mode-manual = Manuelle Bearbeitung
admin-mode-legacy = Automatisches Nachrücken von der Warteliste
admin-mode-offer = Nachbesetzung per Angebot an die Warteliste
admin-mode-splitter = Ausgleichende Verteilung über mehrere Termine

## Why nothing is filled automatically

admin-halted-closed = ⏸ Automatik aus: Der Termin ist nicht geöffnet.
admin-halted-started = ⏸ Automatik aus: Der Termin hat begonnen.
admin-halted-frozen = ⏸ Automatik aus: Sie ist für diesen Termin eingefroren.
admin-halted-switch-off = ⏸ Automatik aus: Das automatische Nachbesetzen ist für das ganze Konto abgeschaltet.
admin-halted-tier = ⏸ Automatik aus: Euer Tarif enthält diesen Modus nicht.
admin-halted-manual = ⏸ Automatik aus: In diesem Modus entscheidest du über jeden freien Platz.
admin-halted-splitter = ⏸ In diesem Modus warten freie Plätze auf deine Entscheidung.
admin-halted-other = ⏸ Automatik aus: { $reason }

## Buttons

admin-button-bookings = Buchungen
admin-button-line = Warteliste
admin-button-offers = Angebote
admin-button-hold = Platz zurückhalten
admin-button-release = { $seats } von { $by } freigeben
admin-button-publish = Für alle freigeben
admin-button-publish-because = Freigeben: { $reason }
admin-button-freeze = Automatik einfrieren
admin-button-unfreeze = Automatik fortsetzen
admin-button-refresh = Aktualisieren
admin-button-back = Zurück
admin-button-earlier = ‹ Frühere
admin-button-later = Spätere ›
admin-button-manage = Verwalten
admin-button-entry = Wartelistenplatz
admin-button-confirm = Bestätigen
admin-button-cancel = Buchung stornieren
admin-button-cancel-because = Stornieren: { $reason }
admin-button-promote = Nachrücken lassen
admin-name-promote = Nachrücken: { $name }
admin-button-promote-because = Nachrücken: { $reason }
admin-button-offer = Anbieten
admin-name-offer = Anbieten: { $name }
admin-button-offer-because = Anbieten: { $reason }
admin-button-remove = Von der Liste nehmen
admin-button-remove-because = Entfernen: { $reason }
admin-button-withdraw = Zurückziehen
admin-button-withdraw-because = Zurückziehen: { $reason }

## Reasons

admin-reason-teacher = Entscheidung der Leitung
admin-reason-mistake = Fehler korrigiert
admin-reason-need = Besonderer Bedarf
admin-reason-agreed = Absprache mit der Gruppe
admin-reason-asked = Auf eigenen Wunsch
admin-reason-hand = Von Hand entschieden
admin-reason-turn = War an der Reihe

## Bookings

admin-bookings-head =
    <b>{ $event }</b>, { $when } Uhr
    { $total ->
        [0] Keine Buchungen.
        [one] 1 Buchung
       *[other] { $total } Buchungen
    }
admin-bookings-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
}
admin-bookings-line-pending = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
} · zu bestätigen
admin-booking-who = <b>{ $name }</b> · { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
admin-booking-pending = Wartet auf Bestätigung
admin-booking-confirmed = Bestätigt
admin-booking-cancelled = Storniert
admin-booking-attended = Teilgenommen
admin-booking-no-show = Nicht erschienen
admin-party = Mit: { $names }

## The line

admin-name-reserve = { $name } (beliebiger Termin)
admin-line-head =
    <b>{ $event }</b>, { $when } Uhr
    { $waiting ->
        [0] Auf diesen Termin wartet niemand.
        [one] 1 Person wartet
       *[other] { $waiting } Personen warten
    }
admin-line-reserve = Für einen beliebigen Termin: { $reserve }
admin-line-line = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
}
admin-line-line-offered = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
} · hat ein Angebot
admin-line-line-paused = { $position }. { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
} · pausiert
admin-line-line-reserve = Beliebiger Termin · { $text }
admin-entry-who = { $position }. <b>{ $name }</b> · { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
admin-entry-waiting = Wartet
admin-entry-offered = Hat ein offenes Angebot
admin-entry-paused = Pausiert
admin-entry-booked = Hat einen Platz
admin-entry-left = Nicht mehr auf der Liste
admin-entry-closed = Der Termin begann, bevor ein Platz frei wurde
admin-entry-until = Bis { $until } Uhr
admin-entry-reserve = Auf der Reserveliste: beliebiger Termin, { $times }
admin-entry-misses = Verpasste Angebote: { $misses }
admin-entry-unreachable = Hat den Bot blockiert und ist nicht erreichbar.

## Offers

admin-offers-head =
    <b>{ $event }</b>, { $when } Uhr
    { $total ->
        [0] Keine offenen Angebote.
        [one] 1 offenes Angebot
       *[other] { $total } offene Angebote
    }
admin-offers-line = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
} · bis { $until }
admin-offers-line-unsent = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
} · Frist läuft nicht
admin-offer-who = Angebot an <b>{ $name }</b> · { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
admin-offer-unsent = Noch nicht zugestellt oder durch einen Ausfall verkürzt: Die Frist läuft nicht, und sie zu verpassen kostet nichts.
admin-offer-open = Offen bis { $until } Uhr
admin-offer-last-call = Letzter Aufruf bis { $until } Uhr: Wer zuerst tippt, bekommt den Platz; reserviert ist keiner.
admin-offer-accepted = Angenommen
admin-offer-rejected = Abgelehnt
admin-offer-expired = Abgelaufen
admin-offer-withdrawn = Zurückgezogen

## Questions before a change

admin-ask-head = <b>{ $event }</b>, { $when } Uhr
admin-ask-reason = Warum? Wähle einen Grund; er bleibt im Verlauf.
admin-ask-cancel = Buchung von <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) stornieren? Die Person wird benachrichtigt.
admin-ask-remove = <b>{ $name }</b> von der Warteliste nehmen? Der Wartelistenplatz geht verloren, die Person wird benachrichtigt.
admin-ask-withdraw = Angebot an <b>{ $name }</b> zurückziehen? Die Person wird benachrichtigt und behält ihren Wartelistenplatz.
admin-ask-promote = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) sofort und außer der Reihe einbuchen?
admin-ask-offer = { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
} außer der Reihe <b>{ $name }</b> anbieten?
admin-ask-passed = Übergangen: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
admin-ask-publish = Freie Plätze ({ $free }) für alle freigeben? { $waiting ->
    [0] Niemand wartet darauf.
    [one] 1 wartende Person wird übergangen.
   *[other] { $waiting } wartende Personen werden übergangen.
}
admin-seat-to-line = { $seats ->
    [one] Der Platz geht an die Warteliste.
   *[other] Die Plätze gehen an die Warteliste.
}
admin-seat-to-all = { $seats ->
    [one] Auf diesen Termin wartet niemand: Der Platz ist für alle buchbar.
   *[other] Auf diesen Termin wartet niemand: Die Plätze sind für alle buchbar.
}
admin-seat-to-reserve = { $seats ->
    [one] Auf diesen Termin wartet niemand: Der Platz geht an die Reserveliste, wenn der Termin dort jemandem passt, sonst ist er für alle buchbar.
   *[other] Auf diesen Termin wartet niemand: Die Plätze gehen an die Reserveliste, wenn der Termin dort jemandem passt, sonst sind sie für alle buchbar.
}
admin-seat-stays = { $seats ->
    [one] Automatik aus: Der Platz wartet auf deine Entscheidung.
   *[other] Automatik aus: Die Plätze warten auf deine Entscheidung.
}

## What happened

admin-done-hold = Platz zurückgehalten.
admin-done-release = Platz freigegeben.
admin-done-publish = Die freien Plätze sind für alle buchbar.
admin-done-freeze = Automatik eingefroren. Offene Angebote bleiben.
admin-done-unfreeze = Nicht mehr eingefroren.
admin-done-confirm = Buchung von { $name } bestätigt.
admin-done-cancel = Buchung von { $name } storniert.
admin-done-promote = { $name } ist gebucht.
admin-done-offer = Angeboten: { $name }.
admin-done-remove = { $name } steht nicht mehr auf der Liste.
admin-done-withdraw = Angebot an { $name } zurückgezogen.
admin-then-offered = Angeboten: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
admin-then-booked = Nachgerückt: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
admin-then-called = Letzter Aufruf an { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}.
admin-then-waits = { $count ->
    [one] 1 freier Platz wartet auf deine Entscheidung.
   *[other] { $count } freie Plätze warten auf deine Entscheidung.
}

## Why not, where it is about somebody else

admin-refusal-already-booked = Diese Person hat hier schon eine Buchung.
admin-refusal-booking-over = Diese Buchung gibt es nicht mehr.
admin-refusal-button-stale = Dieser Knopf gehört zu einer älteren Nachricht. /events zeigt, was es gibt.
admin-refusal-not-waiting = Diese Person steht nicht mehr auf der Warteliste.
admin-refusal-offer-answered = Dieses Angebot ist schon beantwortet.
admin-refusal-offer-open = Diese Person hat schon ein offenes Angebot: Warte die Antwort ab oder zieh es zurück.
admin-refusal-offer-taken = Dieses Angebot ist vorbei: Jemand war schneller.
admin-refusal-offer-unknown = Dieses Angebot gibt es nicht mehr.
admin-faster-you = Das warst du selbst: { $at } Uhr.
admin-faster-person = { $name } war schneller: { $at } Uhr.
admin-faster-bot = Die Automatik war schneller: { $at } Uhr.

## Letters to the group

admin-freed-head = { $count ->
    [one] <b>1 Platz frei</b>
   *[other] <b>{ $count } Plätze frei</b>
}: { $event }, { $when } Uhr
admin-freed-next = Als Nächste: { $names }
admin-freed-done = Alle Plätze erledigt: { $event }, { $when } Uhr
admin-freed-offered = Angeboten, noch ohne Antwort: { $event }, { $when } Uhr
admin-freed-offer = Angeboten: <b>{ $name }</b>, bis { $until } Uhr
admin-freed-offer-unsent = Angeboten: <b>{ $name }</b>; die Zeit zählt ab der Zustellung
admin-freed-last = Zuletzt von der Warteliste nachgerückt: <b>{ $name }</b>
admin-freed-changed = Inzwischen ist jemand anderes an der Reihe. Sieh noch einmal hin und wähle dann.
admin-pending-head = Eine Buchung für <b>{ $event }</b>, { $when } Uhr, wartet auf deine Bestätigung:
admin-unreachable = <b>{ $name }</b> ist nicht erreichbar. Das Angebot für { $event }, { $when } Uhr, ging an die nächste Person.
admin-unreachable-stays = Der Wartelistenplatz bleibt, bekommt aber kein Angebot, bis die Person dem Bot wieder schreibt.
admin-alert-job-failed = <b>Eine Hintergrundaufgabe ist fehlgeschlagen:</b> { $job } ({ $why }). Sie läuft von selbst wieder; wiederholt sich das, sieh ins Protokoll.
admin-alert-letter-dead = <b>Eine Nachricht war nicht zustellbar</b> (Nachricht { NUMBER($letter, useGrouping: 0) }: { $why }). Bitte benachrichtige die Person selbst.
admin-alert-error = <b>Ein unerwarteter Fehler ist aufgetreten</b> ({ $what }). Code: <code>{ $code }</code>. Einzelheiten stehen unter diesem Code im Protokoll.
admin-alert-outbox-late = <b>Nachrichten verspäten sich:</b> { $count } ausstehend, die älteste seit { $minutes } Min. Prüfe die Verbindung zu Telegram.
admin-alert-outage = <b>Ich war nicht erreichbar</b>, von { $when } Uhr bis { $until } Uhr. { $count ->
    [0] Kein Angebot musste verlängert werden.
    [one] 1 offenes Angebot hat die verlorene Zeit zurückbekommen.
   *[other] { $count } offene Angebote haben die verlorene Zeit zurückbekommen.
}{ $repairs ->
    [0] {""}
    [one] {" "}1 Frage nach einem Tausch hat mehr Zeit bekommen.
   *[other] {" "}{ $repairs } Fragen nach einem Tausch haben mehr Zeit bekommen.
} Hast du mich nicht selbst angehalten, sieh ins Protokoll.
admin-alert-topics-forbidden = <b>Diese Gruppe hat Themen, aber ich darf keine anlegen</b>, deshalb kommt alles hier an. Soll das anders sein, erlaubt mir der Eigentümer der Gruppe „Themen verwalten“: Gruppeneinstellungen, Administratoren, mein Name.
admin-alert-group-lost = <b>Ich bin nicht mehr in der Admin-Gruppe von { $name }.</b> Buchen geht weiterhin, aber niemand erfährt, was einen Admin braucht. Nimm mich wieder in die Gruppe auf, als Administrator; was inzwischen nicht gesagt werden konnte, kommt dann nach.
admin-alert-group-demoted = <b>Ich bin in der Admin-Gruppe von { $name } kein Administrator mehr.</b> Ich erfahre dort zu spät, wer was darf. Mach mich wieder zum Administrator.

## Roles

admin-role-viewer = Betrachter
admin-role-operator = Bearbeiter
admin-role-approver = Freigeber
admin-role-owner = Eigentümer
admin-role-may-viewer = <b>{ $role }</b>: sieht alles, ändert nichts
admin-role-may-operator = <b>{ $role }</b>: verwaltet Termine, Buchungen, Wartelisten und Angebote
admin-role-may-approver = <b>{ $role }</b>: gibt auch frei, was eine zweite Person braucht
admin-role-may-owner = <b>{ $role }</b>: vergibt auch Rollen und ändert das Konto
admin-roles-head = { $total ->
    [one] <b>1 Administrator</b>
   *[other] <b>{ $total } Administratoren</b>
}
admin-roles-line = { $name }: { $role }
admin-roles-line-given = { $name }: { $role } (von { $by }, { $at } Uhr)
admin-roles-choose = Wessen Rolle soll sich ändern? Wer überhaupt Administrator ist, entscheidet ihr in Telegram.
admin-roles-owners = Rollen ändern hier die Eigentümer. Wer überhaupt Administrator ist, entscheidet ihr in Telegram.
admin-role-ask = { $name } die Rolle <b>{ $role }</b> geben?
admin-button-role-give = Ja, ab jetzt
admin-done-role = { $name } hat jetzt die Rolle „{ $role }“.
admin-refusal-role-nobody = Dafür brauchst du die Rolle „{ $needed }“, und niemand hier kann sie geben: Die Gruppe hat in Telegram keinen Eigentümer.

## Help

admin-help =
    <b>Was du hier tun kannst</b>
    /events – kommende Termine: Buchungen, Warteliste, Angebote, freie Plätze, Automatik
    /services – Leistungen und Termine, Schritt für Schritt; Vorlagen zum Ausfüllen; eine hier abgelegte Datei (CSV, XLSX, YAML, JSON) wird importiert, sobald du gesehen hast, was sie bewirkt
    /batch – die nächsten Monate: Wünsche sammeln, Plätze verteilen, abschließen
    /lock – einen Monat sperren, während du planst
    /unlock – einen endgültigen Monat zu zweit kurz öffnen
    /export – ein Monat als Datei, Versionen im Vergleich, Nachweis der Auslosung
    /metrics – Zahlen des Monats, auch als Bild
    /audit – wer was wann und warum geändert hat; dazu Name, Termincode, Tag, Monat oder <i>admins</i>
    /whatif – was eine Änderung bewirken würde: wer hineinkäme und wer herausfiele; nichts wird gespeichert
    /roles – wer in dieser Gruppe was darf
    /help – dieser Text
    /help modes – welchen Modus wählen

    Braucht ein freier Platz deine Entscheidung, erscheint hier von selbst eine Karte.

# The language of the group

admin-button-months = 🗓 Monate
admin-button-language = 🌐 Sprache
admin-language-ask = In dieser Gruppe schreibe ich auf Deutsch. Welche Sprache soll es sein?
admin-done-language = Ab jetzt schreibe ich in dieser Gruppe auf Deutsch.

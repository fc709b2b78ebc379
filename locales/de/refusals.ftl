### Why not: one plain sentence for each refusal, without markup, short enough for an alert.

refusal-event-unknown = Diesen Termin finde ich nicht. Vielleicht gibt es ihn nicht mehr; /events zeigt, was es gibt.
refusal-event-cancelled = Der Veranstalter hat diesen Termin abgesagt.
refusal-event-not-open = Dieser Termin ist nicht mehr buchbar.
refusal-event-started = Zu spät: Dieser Termin hat begonnen.
refusal-event-full = { $waiting ->
    [0] Dieser Termin ist voll. Komm auf die Warteliste: Du wärst zuerst dran.
    [one] Dieser Termin ist voll und 1 Person wartet. Komm auf die Warteliste: Du wärst Nummer { $position }.
   *[other] Dieser Termin ist voll und { $waiting } Personen warten. Komm auf die Warteliste: Du wärst Nummer { $position }.
}
refusal-too-few-seats = { $free ->
    [0] Es ist kein Platz mehr frei
    [one] Nur 1 Platz ist frei
   *[other] Nur { $free } Plätze sind frei
}, und ihr braucht { $wanted }. Ihr bekommt sie nur zusammen: Wartet auf { $wanted } oder nehmt weniger.
refusal-held-for-line = Die freien Plätze sind für die Warteliste ({ $waiting ->
    [one] 1 Person wartet
   *[other] { $waiting } Personen warten
}). Komm dazu: Du wärst Nummer { $position }.
refusal-seats-are-free = Du musst nicht warten: { $free ->
    [one] 1 Platz ist frei
   *[other] { $free } Plätze sind frei
}. Tippe auf Buchen.
refusal-already-booked = Du hast hier schon eine Buchung.
refusal-already-waiting = Du stehst schon auf dieser Warteliste.
refusal-party-too-large = { $most ->
    [one] Hier kann nur 1 Platz auf einmal gebucht werden.
   *[other] Hier können höchstens { $most } Plätze zusammen gebucht werden.
}
refusal-party-not-named = { $wanted ->
    [0] Ein einzelner Platz braucht keine weiteren Namen, es sind aber { $named }.
    [one] Ich brauche genau 1 Namen außer deinem, so wären es { $named }. Versuch es noch einmal, oder /cancel.
   *[other] Ich brauche genau { $wanted } Namen außer deinem, so wären es { $named }. Versuch es noch einmal, oder /cancel.
}
refusal-booking-over = Diese Buchung gibt es nicht mehr. /my zeigt, was du hast.
refusal-booking-not-pending = Diese Buchung wartet nicht mehr auf eine Bestätigung.
refusal-not-waiting = Du stehst nicht mehr auf dieser Warteliste. /my zeigt, was du hast.
refusal-not-paused = Dieser Wartelistenplatz ist nicht pausiert.
refusal-pause-over-start = Die Pause würde über den Beginn hinaus dauern. Wähle eine kürzere.
refusal-offer-unknown = Dieses Angebot kenne ich nicht. /my zeigt, was du hast.
refusal-offer-expired = Dieses Angebot galt bis { $at } Uhr. Der Platz ist nicht mehr für dich reserviert.
refusal-offer-withdrawn = Dieses Angebot wurde zurückgezogen.
refusal-offer-answered = Dieses Angebot hast du schon beantwortet.
refusal-offer-taken = Jemand war schneller: Der Platz ist weg. Dein Wartelistenplatz bleibt.
refusal-offer-open = Du hast schon ein offenes Angebot: Antworte zuerst darauf.
refusal-no-free-seat = { $free ->
    [0] Hier ist kein Platz frei.
    [one] Nur 1 Platz ist frei, gebraucht werden { $wanted }.
   *[other] Nur { $free } Plätze sind frei, gebraucht werden { $wanted }.
}
refusal-hold-over = Diese Plätze werden nicht mehr zurückgehalten.
refusal-holds-changed = Inzwischen sind andere Plätze zurückgehalten. Sieh noch einmal hin und wähle dann.
refusal-already-public = Alle freien Plätze stehen schon allen offen.
refusal-already-frozen = Die Automatik ist schon eingefroren.
refusal-not-frozen = Die Automatik ist nicht eingefroren.
refusal-mode-not-in-tier = Euer Tarif enthält diesen Modus nicht.
refusal-rules-unchanged = Das ist schon so eingestellt.
refusal-preset-unknown = Diese Vorlage gibt es nicht mehr.
refusal-preset-in-use = { $count ->
    [one] Diese Vorlage ist an 1 Stelle im Einsatz. Wähle dort zuerst andere Regeln.
   *[other] Diese Vorlage ist an { $count } Stellen im Einsatz. Wähle dort zuerst andere Regeln.
}
refusal-service-unknown = Diese Leistung gibt es nicht mehr.
refusal-service-without-events = Es gibt noch keine Termine: Lege zuerst einen an, dann lassen sich seine Regeln einstellen.
refusal-person-unreachable = Diese Person hat den Bot blockiert und kann kein Angebot bekommen.
refusal-reason-needed = Bitte gib einen Grund mit { $least } bis { $most } Zeichen an.
refusal-seats-for-people = Wähle eine Anzahl Plätze von 1 bis { $most }.
refusal-not-admin = Das dürfen nur Administratoren dieser Gruppe.
refusal-role-needed = Dafür brauchst du die Rolle „{ $needed }“. Geben kann sie dir: { $names } (/roles)
refusal-not-on-team = Diese Person ist kein Administrator dieser Gruppe mehr.
refusal-role-unchanged = { $name } hat die Rolle „{ $role }“ schon.
refusal-last-owner = Jemand muss Rollen vergeben können: Gib zuerst jemand anderem die Rolle „Eigentümer“.
refusal-no-account = Noch gibt es nichts zu verwalten: Bring zuerst die Termine herein.
refusal-nameless-admin = Bitte handle unter deinem eigenen Namen: Schalte „Anonym bleiben“ in deinen Adminrechten aus.
refusal-not-this-group = Das geht nur in der Admin-Gruppe des Veranstalters.
refusal-button-stale = Dieser Knopf gehört zu einer älteren Nachricht. /my zeigt, was du hast, /events, was es gibt.
refusal-asked-of-another = Diese Frage ist für { $name }. Mit /services fängst du deine eigene an.
refusal-already-done = Das ist schon erledigt.
refusal-busy = Gerade ist viel los. Bitte versuch es gleich noch einmal; es wurde nichts geändert.
refusal-month-ending = Gerade werden die Plätze eines Monats gebucht. Bitte versuch es in einer Minute noch einmal; es wurde nichts geändert.
refusal-too-fast = { $seconds ->
    [one] Das war schnell. Bitte warte eine Sekunde.
   *[other] Das war schnell. Bitte warte { $seconds } Sekunden.
}
refusal-text-expected = Ich kann nur Text lesen. Bitte schreib es als Nachricht oder nimm die Knöpfe.
refusal-name-unusable = Ein Name ist eine Zeile mit 1 bis { $most } Zeichen. Bitte schick ihn noch einmal, oder /cancel.
refusal-link-unknown = Diesen Link gibt es nicht (mehr).
refusal-command-unknown = Diesen Befehl kenne ich nicht. /help sagt, was ich kann.
refusal-file-too-large = Ich lese Dateien bis { $most } MB. Bitte teile sie auf.
refusal-file-of-other-kind = Solche Dateien kann ich nicht lesen. Bitte speichere sie als CSV, XLSX, YAML oder JSON.
refusal-file-gone = Ich bekomme diese Datei nicht von Telegram, oder sie hat sich geändert. Bitte schick sie noch einmal.

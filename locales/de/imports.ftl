### Dateien in der Gruppe der Admins: was sie bewirken würden, was an ihnen falsch ist, und Vorlagen zum Ausfüllen.

## Der Probelauf

admin-import-preview = <b>{ $name }</b> – ein Probelauf; noch ist nichts gespeichert.
admin-import-same = <b>{ $name }</b> sagt nichts Neues: Alles ist schon so.
admin-import-imported = <b>{ $name }</b> wurde von { $by } importiert.
admin-import-counts = Neu: { $made } · geändert: { $changed } · wie bisher: { $unchanged }
admin-import-served = Dadurch von der Warteliste bedient: { $offered } Angebote, { $booked } Buchungen
admin-import-more = … und { $count } weitere
admin-import-warnings = Bitte schau zweimal hin ({ $count }):
admin-import-wrong = <b>{ $name }</b> kann nicht importiert werden; nichts wurde geschrieben. Fehler: { $count }
admin-import-all-mistakes = Alle { $count } Fehler in { $name }
admin-import-discarded = Von { $by } verworfen; nichts wurde geschrieben.
admin-import-ended = <b>{ $name }</b> wurde von { $by } importiert, { $when }.
admin-import-ended-discarded = <b>{ $name }</b> wurde von { $by } verworfen, { $when }.
admin-button-import = Importieren
admin-button-discard = Verwerfen
admin-done-import = Importiert.
admin-done-import-afresh = Inzwischen hat sich etwas geändert. Das bewirkt die Datei jetzt: Bitte sieh es dir noch einmal an.
admin-done-import-wrong = Die Datei passt nicht mehr; nichts wurde geschrieben.
admin-done-discard = Nichts wurde geschrieben.

## Was sich ändert

admin-change-person = + { $name }
admin-change-guest = + { $name } (Gast)
admin-change-language = { $name }: Sprache { $before } → { $after }
admin-change-priority = { $name }, { $place }: Priorität { $before } → { $after }

## Was seltsam ist

admin-warning-past = { $code } beginnt in der Vergangenheit ({ $when }), also kann niemand buchen.
admin-warning-name = { $code } hat keinen Namen in { $languages }; dort ist eine andere Sprache zu lesen.
admin-warning-description = { $code } hat keine Beschreibung in { $languages }; dort ist eine andere Sprache zu lesen.

## Leistungen

admin-services-head = <b>Leistungen</b> und ihre kommenden Termine
admin-services-none = Es gibt noch keine Leistungen.
admin-services-line = { $name }, <code>{ $code }</code>: { $count }
admin-services-how =
    Schick mir eine Datei als CSV, XLSX, YAML oder JSON: Ich sage zuerst, was sie bewirken würde. Bin ich hier kein Admin, schick sie als Antwort auf diese Nachricht.
admin-button-events-csv = Termine als CSV
admin-button-events-xlsx = Termine als XLSX
admin-button-people-csv = Teilnehmende als CSV
admin-button-catalogue-yaml = Alles als YAML
admin-template-caption = Ändere sie und schick sie zurück. Was du weglässt, bleibt, wie es ist.
admin-catalogue-caption = Alles, was es gibt: Konto, Leistungen, Termine. Ändere es und schick es zurück; Leistungen und Termine, die du weglässt, bleiben, wie sie sind.

## Fehler

admin-at-row = Zeile { $line }:{ " " }
admin-at-line = Zeile { $line }:{ " " }
admin-mistake = { $found } gefunden; erwartet: { $hint }
admin-unknown-key = { $found } kenne ich nicht; bekannt sind { $choices } { $hint }
admin-syntax = das ist kein gültiges { $format } ({ $why })
admin-found-nothing = nichts
admin-found-list = eine Liste
admin-found-fields = benannte Werte
admin-found-else = etwas anderes
admin-found-more = zu viel
admin-found-macros = Makros
admin-wanted-account = das Konto mit Name und Zeitzone, denn es gibt noch keines
admin-wanted-choice = eines von { $choices }
admin-wanted-clock = eine Uhrzeit von 00:00 bis 24:00, wie 18:30
admin-wanted-code = 1 bis { $most } Buchstaben, Ziffern, - und _
admin-wanted-date = ein Datum wie 2026-12-01, in den Jahren 2000 bis 2100
admin-wanted-depth = weniger Ebenen ineinander
admin-wanted-doubled-code = ein eigener Code; er steht auch in Zeile { $other }
admin-wanted-doubled-key = dies nur einmal; es steht auch in Zeile { $other }
admin-wanted-doubled-person = jede Person einmal je Platz; Zeile { $other } handelt vom selben
admin-wanted-doubled-time = ein Zeitversatz ({ $first } oder { $second }), denn die Uhr wird zurückgestellt und diese Zeit kommt in { $zone } zweimal
admin-wanted-empty-series = eine Regel mit mindestens einem Tag
admin-wanted-end-after-start = ein Ende nach dem Beginn, binnen einer Woche
admin-wanted-duration = minutes (hier oder bei der Leistung) oder ends_at
admin-wanted-encoding = eine Textdatei in UTF-8
admin-wanted-event = der Code eines Termins, den es gibt
admin-wanted-fields = benannte Werte (Schlüssel: Wert)
admin-wanted-format = eine YAML-, JSON-, CSV- oder XLSX-Datei
admin-wanted-from = der erste Tag (from: 2026-12-01), denn die Regel zählt von ihm an
admin-wanted-gap-time = eine Zeit, die es gibt, wie { $after }, denn in { $zone } wird die Uhr vorgestellt
admin-wanted-guard = nur eines von guard und parallel
admin-wanted-hours-overlap = Zeiten, die sich an einem Wochentag nicht überschneiden
admin-wanted-individual-events = keine Termine, denn eine Einzelleistung hat minutes und hours
admin-wanted-group-hours = keine hours, denn die hat nur eine Einzelleistung
admin-wanted-items = eine Liste
admin-wanted-in-line = jemand, der dort wartet, denn eine Priorität gehört zu einem Wartelistenplatz
admin-wanted-key = eines von { $choices }
admin-wanted-length = eine Dauer wie 30m, 2h oder 1d, von { $least } bis { $most }
admin-wanted-minimum = höchstens die Kapazität ({ $most })
admin-wanted-minutes-or-end = minutes oder ends_at, nicht beides
admin-wanted-missing = ein Wert
admin-wanted-mode-in-tier = ein Modus, den der Tarif { $tier } hat: { $choices }
admin-wanted-moment = Datum und Zeit wie 2026-12-01T18:00, in den Jahren 2000 bis 2100
admin-wanted-many = höchstens { $most } in einer Datei
admin-wanted-near = vielleicht { $nearest }
admin-wanted-number = eine ganze Zahl von { $least } bis { $most }
admin-wanted-new-name = ein Name, denn mit dieser telegram_id ist noch niemand bekannt
admin-wanted-one-place = entweder { "event" } oder service
admin-wanted-other-kind = { $kind }, denn das ist die Leistung { $code } schon, und ihre Art bleibt
admin-wanted-other-service = ein Code, den die Leistung { $service } nicht verwendet
admin-wanted-other-person = dasselbe wie in Zeile { $other }, die dieselbe Person nennt
admin-wanted-person = telegram_id, oder der Name eines Gastes
admin-wanted-place = { "event" } oder service, denn eine Priorität gehört zu einem Wartelistenplatz
admin-wanted-quiet = zwei Uhrzeiten wie 22:00-08:00
admin-wanted-rows = höchstens { $most } Zeilen
admin-wanted-rrule = eine Regel wie FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231
admin-wanted-rrule-end = entweder UNTIL oder COUNT
admin-wanted-rrule-freq = FREQ=DAILY, WEEKLY, MONTHLY oder YEARLY
admin-wanted-seed = ein seed, damit die Auslosung nachgeprüft werden kann
admin-wanted-service = der Code einer Leistung aus der Datei, oder einer, die es gibt
admin-wanted-short-series = höchstens { $most } Daten, binnen { $years } Jahren ab dem ersten
admin-wanted-single = ein einzelner Wert
admin-wanted-size = eine Datei von höchstens { $most } MB
admin-wanted-syntax = { $about }, und das ist diese Datei nicht
admin-wanted-text = ein Text aus 1 bis { $most } sichtbaren Zeichen
admin-wanted-truth = true oder false
admin-wanted-zone = eine IANA-Zeitzone wie Europe/Budapest
admin-conflict-several-accounts = Es gibt mehrere Konten; nenne das, für das diese Datei ist.
admin-conflict-no-account = Es gibt noch kein Konto; die erste Datei muss eines nennen, mit seiner Zeitzone.
admin-conflict-kind = Die Art einer Leistung kann sich nicht ändern.
admin-conflict-no-service = Es gibt keine Leistung { $service }.
admin-conflict-other-service = Dieser Code gehört zu einem Termin einer anderen Leistung.
admin-conflict-seats-used = Die Kapazität { $capacity } ist kleiner als die Zahl der belegten Plätze: { $seats }.
admin-conflict-held = Dieser Termin hat schon stattgefunden: Bei { $count } ist vermerkt, ob sie da waren. Gib dem neuen Termin einen eigenen Code.
admin-conflict-final = Ein endgültiger Monat hat an diesem Termin Plätze vergeben ({ $count }): Seine Zeit bleibt. Zwei Admins können den Monat mit /unlock öffnen, dann darf die Datei ihn verschieben.

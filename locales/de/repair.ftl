### Die Reparatur eines Monats, dem ein Termin fehlt, und Monate, die sich von selbst planen.

repair-extended-head = <b>Entschuldige, ich war eine Weile nicht erreichbar. Du hast mehr Zeit für die Antwort.</b>
repair-asks-lost = <b>Ein neuer Platz für dich?</b> Deinen Platz bei { $old }, { $before } Uhr, gibt es nicht mehr. Stattdessen kannst du <b>{ $event }</b>, { $when } Uhr, haben.
repair-asks-move = <b>Würdest du tauschen?</b> Jemand hat den eigenen Platz verloren, und deiner würde helfen: <b>{ $event }</b>, { $when } Uhr, statt { $old }, { $before } Uhr.
repair-seats = Für { $count ->
    [one] 1 Person.
   *[other] euch alle { $count }.
}
repair-rule-lost = { $more ->
    [0] Sag bis { $until } Uhr ja, dann gehört er dir. Bis dahin halte ich den Platz für dich frei.
   *[other] Sag bis { $until } Uhr ja. Er gehört dir, sobald auch die anderen Beteiligten ja gesagt haben; ich schreibe dir.
}
repair-rule-move = Du musst nicht. Antworte bis { $until } Uhr: Niemand wechselt, solange nicht alle Beteiligten ja sagen, und bis dahin behältst du, was du hast.
repair-agreed = Du hast ja gesagt. Ich schreibe dir, sobald es feststeht.
repair-no-lost = Möchtest du <b>{ $event }</b>, { $when } Uhr, nicht? Dann geht der Platz an andere, und niemand wechselt.
repair-no-move = Bleibst du bei { $old }, { $before } Uhr? Dann wechselt niemand, und das ist in Ordnung.
repair-ended-done = <b>Es steht fest.</b> Du hast <b>{ $event }</b>, { $when } Uhr, statt { $old }, { $before } Uhr.
repair-ended-lost = <b>Das hat nicht geklappt.</b> Den Platz bei { $event }, { $when } Uhr, statt { $old }, { $before } Uhr, kannst du so nicht haben. Alles andere bleibt dir.
repair-ended-move = <b>Alles bleibt, wie es ist.</b> Niemand tauscht: Du behältst { $old }, { $before } Uhr, und wechselst nicht zu { $event }, { $when } Uhr.
button-repair-yes = Ja, gern
button-repair-no = Nein, danke
button-repair-no-yes = Nein, lassen wir es
toast-repair-yes = Danke! Ich schreibe, sobald alle geantwortet haben.
toast-repair-done = Fertig: Er gehört dir.
toast-repair-changed = Inzwischen hat sich etwas geändert: Niemand wechselt.
toast-repair-no = Gut: Niemand wechselt.

## Admins

admin-button-repair = Reparieren
admin-button-repair-see = Zur Reparatur
admin-button-repair-because = Fragen: { $reason }
admin-button-repair-back-because = Zurück: { $reason }
admin-done-repair = { $count ->
    [one] 1 Person wird gefragt.
   *[other] { $count } Personen werden gefragt.
}
admin-done-repair-back = Zurückgenommen: Niemand wechselt.
repair-plan-head = <b>{ $month } reparieren</b>: ein anderer Platz für alle, die ihren verloren haben, mit so wenigen Wechseln wie möglich.
repair-plan-chain = <b>Nur zusammen</b> ({ $count ->
    [one] 1 Person
   *[other] { $count } Personen
}):
repair-plan-more = … und noch { $count ->
    [one] 1 Tausch
   *[other] { $count } Tausche
}.
repair-plan-none = Wer einen Platz bekommen hat, hat auch einen.
repair-plan-passed = { $count ->
    [one] 1 Person wartet
   *[other] { $count } Personen warten
} auf diese Termine; diese Plätze gehen an die, die ihren verloren haben.
repair-plan-stuck = Diese Plätze sind verloren, und kein anderer Wunsch lässt sich dafür erfüllen:
repair-stuck-line = • <b>{ $name }</b> – { $event }, { $when } Uhr
repair-stuck-away = • <b>{ $name }</b> – { $event }, { $when } Uhr (kann ich nicht anschreiben)
repair-stuck-also = + { $event }, { $when } Uhr
repair-stuck-more = + { $count ->
    [one] 1 weiterer Termin
   *[other] { $count } weitere Termine
}
repair-stuck-head = <b>{ $month }: Plätze verloren, und kein anderer Wunsch lässt sich erfüllen</b> ({ $count ->
    [one] 1 Person
   *[other] { $count } Personen
}):
admin-button-repair-stuck = Alle { $count } Personen
admin-button-repair-lost = Alle verlorenen Plätze
admin-button-repair-free = Weitere freie Termine
repair-date-free = Freie Plätze, auf die niemand wartet: { $free }
repair-date-who = Tippe auf einen Namen, um diese Person hier einzutragen, mit so vielen Plätzen, wie sie hatte. Jede bekommt eine eigene Buchung. Frag sie bitte vorher.
repair-date-nobody = Hier braucht niemand mehr einen Platz.
repair-date-full = Für niemanden, der einen Platz verloren hat, reichen hier die Plätze.
label-repair-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
}
admin-button-repair-other = Für jemand anderen buchen
label-repair-free = { $when } · { $event } · { $free } frei
repair-plan-free = Bei diesen Terminen sind Plätze frei, auf die niemand wartet. Frag die Betroffenen und tippe auf den Termin, den du für sie buchen willst:
repair-plan-full = Kein anderer Termin dieses Monats hat noch einen Platz übrig. Mehr Plätze bei einem Termin oder ein weiterer Termin würden helfen.
repair-plan-rule = Noch ist nichts geändert. Alle Beteiligten werden gefragt; die freien Plätze halte ich solange für sie zurück, und ein Tausch geschieht erst, wenn alle darin ja gesagt haben.
repair-line-lost = • { $name }: <b>{ $event }</b>, { $when } Uhr (Wunsch { $position }), statt des verlorenen Platzes bei { $old }, { $before } Uhr
repair-line-move = • { $name } macht Platz: <b>{ $event }</b>, { $when } Uhr (Wunsch { $position }), statt { $old }, { $before } Uhr
repair-line-yes = ✓
repair-lines-more = … und { $more ->
    [one] 1 weitere Person
   *[other] { $more } weitere Personen
}.
repair-list-head = <b>Reparatur im { $month }</b>: { $count ->
    [0] Gerade wird niemand gefragt.
    [one] 1 Tauschvorschlag wartet auf Antworten.
   *[other] { $count } Tauschvorschläge warten auf Antworten.
}
label-repair-open = { $name } · bis { $until } · { $count } von { $total } ja
repair-one-head = <b>Ein Tausch im { $month }</b>, vorgeschlagen von { $by }
repair-open = Offen bis { $until } Uhr: { $left ->
    [one] 1 Antwort fehlt.
   *[other] { $left } Antworten fehlen.
}
repair-is-done = Alle haben ja gesagt, und es ist geschehen.
repair-cause-declined = Jemand hat nein gesagt: Alle bleiben, wo sie sind.
repair-cause-expired = Nicht alle haben rechtzeitig geantwortet: Alle bleiben, wo sie sind.
repair-cause-changed = Inzwischen hat sich etwas geändert, so geht es nicht mehr: Alle bleiben, wo sie sind.
repair-cause-admin = Von einem Admin zurückgenommen: Alle bleiben, wo sie sind.
places-lost = <b>{ $month }: Plätze sind verloren.</b> { $event }, { $when } Uhr: { $count ->
    [one] 1 Person hat einen Platz verloren
   *[other] { $count } Personen haben einen Platz verloren
}, den der Monat vergeben hat. <b>Reparieren</b> sucht andere; niemand wechselt ungefragt.
repair-done-told = <b>{ $month }: Ein Tausch ist geschehen.</b>
repair-withdrawn-told = <b>{ $month }: Ein Tausch fällt aus.</b>
admin-button-schedule = Von selbst planen
schedule-head = <b>Von selbst planen</b>: Solange die Wünsche eines Monats geschlossen sind und er nicht endgültig ist, mache ich zu diesen Zeiten eine neue Version, wenn sich etwas geändert hat, und sage es hier. Gebucht wird nichts, bevor du abschließt.
schedule-off = Es ist aus.
schedule-on = <code>{ $cron }</code>, das nächste Mal: { $when } Uhr. Gewählt von { $by }.
label-schedule-night = Jede Nacht um 3:00
label-schedule-morning = Jeden Morgen um 7:00
label-schedule-monday = Montags um 7:00
label-schedule-hour = Jede Stunde
label-schedule-off = Aus
admin-button-schedule-type = Andere Zeiten eingeben …
admin-button-schedule-field = z. B. 0 3 * * 1-5
schedule-ask = { $admin }, antworte auf diese Nachricht mit einem Crontab: Minute, Stunde, Tag, Monat, Wochentag. <code>0 3 * * 1-5</code> ist 3:00 von Montag bis Freitag.
admin-done-schedule = Ab jetzt plant es von selbst.
admin-done-schedule-off = Es plant nicht mehr von selbst.

## History

fact-booking-made-repair = Gebucht durch einen Tausch, dem alle zugestimmt haben
fact-repair-proposed = Tausch vorgeschlagen, bis { $until } Uhr
fact-repair-asked = Nach einem Tausch gefragt
fact-repair-extended = Mehr Zeit für einen Tausch nach einem Ausfall, bis { $until } Uhr
fact-repair-asked-anew = Von mehr Zeit für einen Tausch gehört
fact-repair-agreed = Einem Tausch zugestimmt
fact-repair-told = Vom Ende eines Tauschs gehört
fact-repair-done = Tausch geschehen: alle haben zugestimmt
fact-repair-withdrawn = Tausch zurückgenommen
fact-repair-withdrawn-declined = Tausch fällt aus: jemand hat nein gesagt
fact-repair-withdrawn-expired = Tausch fällt aus: nicht alle haben rechtzeitig geantwortet
fact-repair-withdrawn-changed = Tausch fällt aus: etwas hatte sich geändert
fact-schedule-chosen = Monate planen sich von selbst: { $cron }
fact-schedule-off = Monate planen sich nicht mehr von selbst

## Refusals

refusal-repair-not-yet = Nur ein Monat, der endgültig ist, kann repariert werden.
refusal-repair-changed = Inzwischen hat sich etwas geändert. Sieh es dir an, wie es jetzt ist.
refusal-repair-unknown = Diesen Tausch kenne ich nicht, oder er betrifft dich nicht.
refusal-repair-over = Dieser Tausch ist schon zu Ende.
refusal-repair-answered = Du hast schon ja gesagt; die anderen müssen noch antworten.
refusal-no-crontab = „{ $word }“ kann ich nicht lesen. Ein Crontab hat fünf Teile: Minute, Stunde, Tag, Monat, Wochentag, zum Beispiel 0 3 * * *.
refusal-crontab-never = Diesen Tag gibt es nie. Prüfe Tag und Monat.
refusal-schedule-unchanged = So ist es schon.

### The month: what people wish for in a coming month, until when, and how the admins see it.

## Participants

button-month = Meine Wünsche
button-home-month = Mein Monat
button-month-dates = Termine wählen
button-month-many = Wie viele
button-month-days = Wochentage
button-month-party = Wer kommt mit
button-month-friends = Zusammen mit
button-month-stay = Auch für die nächsten Monate
button-month-once = Nur für diesen Monat
button-month-away = Wünsche zurückziehen
button-month-away-yes = Ja, zurückziehen
button-month-equal = Der nächste genauso gern
button-month-after = Der nächste nach diesen
button-month-friend-ask = Link erstellen
button-month-share = Link schicken
button-month-agree = Ja, zusammen
button-month-not = Jetzt nicht
label-want = { $when } · { $event }
label-wanted = ✓ { $position }. { $when } · { $event }
label-wanted-equal = ✓ { $position }. = { $when } · { $event }
label-limit-none = Kein Limit pro Tag oder Woche
label-limit-day = Höchstens einer am Tag
label-limit-week = Höchstens einer in der Woche
label-friend-end = Nicht mehr mit { $name }
label-friend-link-end = Link { $position } löschen
toast-wish-saved = Gespeichert.
toast-wish-most = { $named ->
    [one] Gespeichert. Bisher hast du 1 Termin gewählt: Nur der zählt.
   *[other] Gespeichert. Bisher hast du { $named } Termine gewählt: Nur die zählen.
}
toast-wish-unsuited = Gespeichert. Keiner deiner Termine liegt an diesen Tagen: Keiner zählt.
toast-wish-away = Zurückgezogen.
toast-friend-link = Hier ist ein Link: Schick ihn einer Person.
toast-friend-agreed = Ihr kommt zusammen. Ich habe es weitergesagt.
toast-friend-agreed-later = Ihr kommt zusammen. Die andere Person erfährt es am Morgen ({ $until } Uhr).
toast-friend-end = Erledigt.
month-head = <b>Deine Wünsche für { $month }</b>
month-until = Du kannst sie bis { $until } Uhr ändern. Ein Wunsch hält noch keinen Platz frei.
month-closed = Die Wünsche sind seit { $until } Uhr geschlossen.
month-saved = Zuletzt gespeichert: { $when } Uhr
month-nothing = Du hast noch keinen Termin gewählt.
month-choice = { $position }. <b>{ $event }</b>, { $when } Uhr
month-choice-equal = { $position }. = <b>{ $event }</b>, { $when } Uhr
month-choice-off = { $position }. <s>{ $event }, { $when } Uhr</s>
month-choice-rests = { $position }. { $event }, { $when } Uhr (nicht an deinen Wochentagen: zählt nicht)
month-clash = Diese überschneiden sich: { $event }, { $when } Uhr und { $other }, { $then } Uhr. Du bekommst höchstens einen von beiden.
month-clash-date = • { $event }, { $when } Uhr
month-clash-group = { $most ->
    [one] Diese überschneiden sich, darum bekommst du höchstens einen davon:
   *[other] Von diesen überschneiden sich einige, darum bekommst du höchstens { $most } davon:
}
month-clash-more = { $more ->
    [one] Auch von deinen anderen Wünschen überschneiden sich einige.
   *[other] Auch von deinen anderen Wünschen überschneiden sich einige, zu { $more } verschiedenen Zeiten.
}
month-more = … und { $more } weitere
month-said-count = So viele davon: { $count }
month-said-count-most = { $count ->
    [one] So viele davon: den einen (bis zu { $wanted })
   *[other] So viele davon: alle { $count } (bis zu { $wanted })
}
month-limit-day = Höchstens einen am Tag
month-limit-week = Höchstens einen in der Woche
month-said-days = Nur an diesen Tagen: { $names }
month-said-party = { $seats } Plätze: du, { $names }
month-with = Zusammen mit: { $names }
month-stays = In den nächsten Monaten dasselbe.
month-none = Gerade ist kein Monat für Wünsche offen. Sobald einer öffnet, zeigt ihn /month.
month-which = <b>Für welchen Monat?</b>
month-dates-head = <b>{ $month }</b>: Tippe die Termine an, die du möchtest, den besten zuerst. Noch einmal tippen nimmt einen weg.
month-dates-ask = Der nächste, den du antippst, kommt nach denen, die du hast.
month-dates-equal = Der nächste, den du antippst, zählt so viel wie der letzte.
month-empty = Hier gibt es keinen Termin, den du wählen kannst.
month-many-ask = <b>Wie viele Termine möchtest du insgesamt?</b> Und darunter: Wie dicht dürfen sie liegen?
month-days-ask = <b>Welche Wochentage passen dir?</b> Keiner gewählt heißt: alle. Gewählte Termine an anderen Tagen bleiben stehen, zählen aber nicht.
month-days-unsuited = Keiner deiner gewählten Termine liegt an diesen Tagen, darum zählt keiner.
month-party-ask = <b>Zu wievielt kommt ihr?</b>
month-names-ask = { $left ->
    [one] Wer kommt mit? Schreib mir den Namen.
   *[other] Wer kommt mit? Schreib mir { $left } Namen, je Zeile einen.
}
month-friends-ask = <b>Mit wem möchtest du kommen?</b> Erstell einen Link und schick ihn einer Person. Erst wenn sie Ja sagt, kommt ihr zusammen; ich sage es dir dann.
month-friend = ✓ <b>{ $name }</b> möchte es auch.
month-friend-link = Dein Link: { $text }
month-invited = <b>{ $name }</b> möchte zu denselben Terminen kommen wie du: { $month }. Du auch? Eure Wünsche gebt ihr beide selbst an, mit /month.
month-away-really = Alle deine Wünsche für <b>{ $month }</b> zurückziehen?
my-wishes = <b>{ $month }</b>: { $dates ->
    [0] noch kein Termin gewählt
    [one] 1 Termin gewünscht
   *[other] { $dates } Termine gewünscht
}, offen bis { $until } Uhr
label-my-wishes = Wünsche · { $month }

## Letters

wishes-asked = <b>Was wünschst du dir für { $month }?</b> Sag es mir bis { $until } Uhr: Ich verteile die Plätze nach den Wünschen aller.
wishes-carried = <b>Deine Wünsche gelten auch für { $month }.</b> Du kannst sie bis { $until } Uhr ändern.
wishes-carried-closed = <b>Deine Wünsche gelten auch für { $month }.</b> Die Frist ist seit { $until } Uhr vorbei.
wishes-shifted = Die Zeit für Wünsche für <b>{ $month }</b> ist jetzt eine andere: Du kannst deine bis { $until } Uhr ändern.
wishes-closed = Die Wünsche für <b>{ $month }</b> sind jetzt geschlossen. Sobald das Ergebnis feststeht, schreibe ich dir.
wished-moved = <b>{ $event }</b> wurde verlegt: von { $before } Uhr auf { $when } Uhr.
wished-dropped = Du hast dir diesen Termin für <b>{ $month }</b> gewünscht: Dieser Wunsch zählt nicht mehr.
wished-away = Der Termin liegt nicht mehr im <b>{ $month }</b>, darum zählt dein Wunsch nicht mehr.
wished-stays = Dein Wunsch für <b>{ $month }</b> bleibt und gilt für die neue Zeit.
wished-rests = Der Termin liegt jetzt nicht an deinen Wochentagen, darum zählt dein Wunsch für <b>{ $month }</b> nicht.
wished-left = Deine Wünsche für <b>{ $month }</b> sind jetzt:
wished-none = Einen anderen Wunsch für <b>{ $month }</b> hast du nicht.
wished-until = Du kannst deine Wünsche bis { $until } Uhr ändern.
wished-planned = Die Wünsche sind geschlossen; beim Verteilen der Plätze berücksichtige ich das.
friendship-agreed = <b>{ $name }</b> hat Ja gesagt: Im { $month } werdet ihr zusammen eingeteilt.
friendship-ended = <b>{ $name }</b> möchte nun doch nicht mit dir zusammen kommen: { $month }. Deine eigenen Wünsche bleiben.

## Refusals

refusal-period-unknown = Diesen Monat kenne ich nicht. /month zeigt, was offen ist.
admin-refusal-period-unknown = Diesen Monat kenne ich nicht. /batch zeigt die nächsten.
refusal-period-exists = Die Wünsche für diesen Monat wurden schon geöffnet.
refusal-period-begun = Nur die nächsten drei Monate lassen sich öffnen.
refusal-period-not-collecting = Die Wünsche für diesen Monat sind schon geschlossen.
refusal-period-not-closed = Die Wünsche für diesen Monat sind schon offen.
refusal-period-planned = Dieser Monat wird mit den Wünschen geplant, wie sie sind: Sie lassen sich nicht wieder öffnen.
refusal-deadline-unusable = Diese Frist geht nicht: Sie muss noch kommen und vor dem Monat liegen, und ein Knopf meint den Tag, den er nennt.
refusal-deadline-outside = Diese Frist geht nicht: Sie muss noch kommen und vor dem Monat liegen.
refusal-deadline-unreadable = „{ $text }“ kann ich nicht als Tag und Uhrzeit lesen. Schreib es so: 5.12. 18 Uhr oder 2026-12-05 18:00.
refusal-deadline-unchanged = Das ist schon die Frist.
refusal-wishes-closed = Zu spät: Die Wünsche sind seit { $until } Uhr geschlossen.
refusal-wish-unchanged = So ist es schon gespeichert.
refusal-wish-unusable = Das lässt sich nicht wählen. Nimm einen der Knöpfe.
refusal-nothing-wished = Es gibt nichts zurückzuziehen.
refusal-not-this-month = Dieser Termin liegt nicht mehr in diesem Monat. Wähl einen anderen.
refusal-day-not-wanted = Dieser Termin liegt an einem Wochentag, den du ausgeschlossen hast. Ändere zuerst deine Wochentage.
refusal-too-many-choices = Mehr als { $most } Termine gehen nicht. Nimm erst einen weg.
refusal-too-many-friends = Du kannst mit höchstens { $most } Personen zusammen kommen.
refusal-friendship-over = Dieser Link wurde schon beantwortet oder gilt nicht mehr.
refusal-friend-yourself = Dieser Link ist für jemand anderen: Schick ihn weiter.
refusal-already-friends = Ihr kommt schon zusammen.

## Admins

batch-head = <b>Die nächsten Monate</b>: Alle sagen, was sie möchten, dann werden die Plätze verteilt.
label-batch-open = { $month } · offen · { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
label-batch-closed = { $month } · geschlossen · { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
label-batch-new = { $month } · Wünsche öffnen
batch-month = <b>{ $month }</b>
batch-collecting = Die Wünsche sind bis { $until } Uhr offen.
batch-closed = Die Wünsche sind seit { $until } Uhr geschlossen.
batch-answers = { $count ->
    [0] Niemand hat Wünsche angegeben.
    [one] 1 Person hat Wünsche angegeben.
   *[other] { $count } Personen haben Wünsche angegeben.
}
batch-silent = Erinnert, noch keine Antwort: { $count }
batch-wanted = Am meisten gewünscht:
batch-interest = <b>{ $event }</b>, { $when } Uhr: erste Wahl von { $first }, gewünscht von { $wanted } (gewünschte Plätze: { $seats }, frei: { $free } von { $capacity })
batch-unwished = Ohne Wünsche: { $count ->
    [one] 1 Termin
   *[other] { $count } Termine
}
batch-interest-head = <b>Was für { $month } gewünscht wird</b>
batch-interest-none = In diesem Monat gibt es keine Termine.
batch-opened = Geöffnet von { $by }: { $when } Uhr
batch-hash = Siegel der Auslosung: <code>{ $hash }</code>
batch-hash-why = Jede Auslosung dieses Monats kommt aus einer Zahl, die schon feststeht und die niemand kennt. Das ist ihr Siegel; die Zahl selbst zeige ich am Ende, damit alle sie prüfen können.
batch-announced = <b>Die Wünsche für { $month } sind offen</b>, bis { $until } Uhr.
batch-announced-extended = <b>Wünsche für { $month }</b>: Die Frist ist jetzt { $until } Uhr.
batch-announced-reopened = <b>Die Wünsche für { $month } sind wieder offen</b>, bis { $until } Uhr.
batch-announced-over = <b>Die Wünsche für { $month }</b> sind seit { $until } Uhr geschlossen.
batch-over = <b>Die Wünsche für { $month } sind geschlossen.</b>
batch-open-ask = Wünsche für <b>{ $month }</b> öffnen. Bis wann?
batch-open-empty = ⚠ Für { $month } gibt es noch keine Termine, es gäbe also nichts zu wählen. Leg zuerst welche an: /services.
batch-extend-ask = Wünsche für <b>{ $month }</b>: Bis wann stattdessen? Alle, die Wünsche angegeben haben oder erinnert wurden, hören davon.
batch-reopen-ask = Wünsche für <b>{ $month }</b> wieder öffnen. Bis wann? Alle, die Wünsche angegeben haben oder erinnert wurden, hören davon.
batch-close-ask = Wünsche für <b>{ $month }</b> vor der Zeit schließen? { $count ->
    [0] Niemand hat welche angegeben.
    [one] Die Person, die welche angegeben hat oder erinnert wurde, hört davon.
   *[other] Die { $count } Personen, die welche angegeben haben oder erinnert wurden, hören davon.
}
batch-told-later = Es ist Nacht: Sie hören am Morgen davon ({ $until } Uhr).
batch-too-late = Von den üblichen Fristen ist vor dem Monatsbeginn keine mehr übrig.
label-deadline-days = Drei Tage: { $until }
label-deadline-week = Eine Woche: { $until }
label-deadline-twentieth = Am 20.: { $until }
label-deadline-typed = Bis { $until }
admin-button-deadline-type = Eine andere schreiben …
admin-button-deadline-field = 2026-12-05 18:00
batch-deadline-type = { $admin }, antworte auf diese Nachricht mit Tag und Uhrzeit, etwa 5.12. 18 Uhr oder 2026-12-05 18:00. Ein Tag allein heißt 20 Uhr.
label-deadline-why = ✎ Grund: { $until }
batch-deadline-why = ✎: Ich frage erst nach dem Grund.
admin-button-period-open-because = Öffnen: { $reason }
admin-button-period-extend-because = Frist: { $reason }
admin-button-period-close-because = Schließen: { $reason }
admin-button-period-reopen-because = Wieder öffnen: { $reason }
admin-button-batch-interest = Was gewünscht wird
admin-button-batch-extend = Frist verschieben
admin-button-batch-close = Wünsche jetzt schließen
admin-button-batch-close-yes = Ja, schließen
admin-button-batch-close-why = Schließen, mit Grund …
admin-button-batch-reopen = Wieder öffnen
admin-button-batch-see = Zum Monat
admin-done-batch-open = Die Wünsche sind offen.
admin-done-batch-extend = Die Frist ist verschoben.
admin-done-batch-close = Die Wünsche sind geschlossen.

## The history

fact-period-opened = Wünsche für { $month } geöffnet, bis { $until } Uhr
fact-period-extended = Frist der Wünsche für { $month } verschoben: { $until } Uhr
fact-period-closed = Wünsche für { $month } zur Frist geschlossen
fact-period-closed-early = Wünsche für { $month } vor der Zeit geschlossen
fact-period-reopened = Wünsche für { $month } wieder geöffnet, bis { $until } Uhr
fact-wishes-stated = Wünsche gespeichert ({ $dates ->
    [one] 1 Termin
   *[other] { $dates } Termine
})
fact-wishes-carried = Wünsche aus dem Monat davor übernommen ({ $dates ->
    [one] 1 Termin
   *[other] { $dates } Termine
})
fact-wishes-withdrawn = Wünsche zurückgezogen
fact-wishes-asked = An die Wünsche erinnert
fact-wishes-shifted = Von einem anderen Ende für Wünsche gehört
fact-wishes-shifted-closed = Vom vorzeitigen Schluss der Wünsche gehört
fact-wishes-shifted-later = Von einer anderen Frist für Wünsche gehört
fact-friendship-asked = Einen Link erstellt, um mit jemandem zu kommen
fact-friendship-agreed = Ja gesagt, zusammen zu kommen
fact-friendship-ended = Zusammen kommen aufgegeben

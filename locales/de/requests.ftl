### Where the organiser gives the places: people ask for one, and an admin decides.

## Participants

button-ask = Platz anfragen
button-ask-several = Mehrere Plätze anfragen
button-take-back = Anfrage zurückziehen
label-take-back = Zurückziehen · { $when } · { $event }
toast-asked = Angefragt. Du hörst von mir.
toast-taken-back = Zurückgezogen.
request-stands = <b>Du hast um einen Platz gebeten.</b> Der Veranstalter entscheidet; du hörst von mir.
request-next = Hier entscheidet der Veranstalter, wer einen Platz bekommt. Bis dahin ist kein Platz für dich reserviert. Du hörst von mir.
question-drop-ask = Nach deiner letzten Antwort frage ich an. Mit /cancel verwirfst du alles.
party-asked = Angefragt: { $seats } Plätze für dich und { $names }. Der Veranstalter entscheidet; du hörst von mir.
my-asked = <b>{ $event }</b>, { $when } Uhr: angefragt, noch keine Antwort{ $seats ->
    [one] { "" }
   *[other] , { $seats } Plätze
}

## Letters

request-made = <b>Deine Anfrage liegt beim Veranstalter</b>
request-declined = Der Veranstalter kann dir keinen Platz geben: <b>{ $event }</b>, { $when } Uhr.
request-taken-back = Du hast deine Anfrage zurückgezogen: <b>{ $event }</b>, { $when } Uhr.
request-closed = Deine Anfrage für <b>{ $event }</b>, { $when } Uhr, ist abgelaufen: Niemand hat rechtzeitig geantwortet. Tut mir leid!
request-shifted = <b>{ $event }</b> hat eine neue Zeit: { $when } Uhr. Deine Anfrage bleibt; passt dir die neue Zeit nicht, zieh sie zurück.
booking-granted = <b>Der Veranstalter hat Ja gesagt: Du bist dabei</b>
entry-granted = <b>Der Veranstalter hat dich auf die Warteliste gesetzt</b>

## Refusals

refusal-self-service-off = Hier vergibt der Veranstalter die Plätze: Bitte ihn um einen.
refusal-self-service-on = Du musst nicht mehr anfragen: Du kannst selbst buchen.
refusal-already-asked = Du hast hier schon um einen Platz gebeten. Der Veranstalter entscheidet.
refusal-request-over = Diese Anfrage ist nicht mehr offen. /my zeigt, was du hast.
admin-refusal-request-over = Diese Anfrage ist nicht mehr offen.
admin-refusal-already-waiting = Diese Person steht schon auf der Warteliste.

## Admins

admin-request-head = Eine Anfrage für <b>{ $event }</b>, { $when } Uhr:
admin-request-who = <b>{ $name }</b> bittet um { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
admin-request-at = Angefragt: { $when } Uhr
admin-request-now = Frei: { $free } · wartend: { $waiting }
admin-request-granted = ✓ { $by } hat Ja gesagt: { $when } Uhr
admin-request-declined = ✗ { $by } hat abgelehnt: { $when } Uhr
admin-request-taken-back = Von der Person zurückgezogen: { $when } Uhr
admin-request-closed = Vorbei, niemand muss mehr entscheiden: { $when } Uhr
admin-requests-head =
    <b>{ $event }</b>, { $when } Uhr
    { $total ->
        [0] Niemand bittet um einen Platz.
        [one] 1 Person bittet um einen Platz
       *[other] { $total } Personen bitten um einen Platz
    }
label-request = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } Plätze
}
admin-event-requests = Offene Anfragen: { $count }
admin-button-requests = Anfragen ({ $count })
admin-button-request-book = Buchen
admin-button-request-book-passing = Buchen ({ $waiting ->
    [one] 1 wartet
   *[other] { $waiting } warten
})
admin-button-request-book-because = Buchen: { $reason }
admin-button-request-line = Auf die Warteliste setzen
admin-button-request-decline = Ablehnen
admin-button-request-decline-because = Ablehnen: { $reason }
admin-ask-request-book = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) buchen, obwohl andere warten?
admin-request-passed = { $waiting ->
    [one] 1 Person wartet hier auf einen Platz und wird übergangen.
   *[other] { $waiting } Personen warten hier auf einen Platz und werden übergangen.
}
admin-ask-request-decline = Die Anfrage von <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) ablehnen?
admin-done-request-line = { $name } steht auf der Warteliste.
admin-done-request-decline = Abgelehnt: { $name } wird benachrichtigt.
admin-reason-no-room = Kein Platz mehr frei
admin-reason-other-level = Besser ein anderes Niveau
admin-reason-other-date = Besser ein anderer Termin
admin-reason-talk = Bitte erst mit uns reden

## The switch

auto-self-off = Selbst buchen ist aus: Die Leute bitten um einen Platz, und ihr entscheidet.
admin-button-auto-self-off = Selbst buchen ausschalten
admin-button-auto-self-on = Selbst buchen einschalten
auto-ask-self-off = Selbst buchen für diese Leistung ausschalten? Niemand kann mehr selbst buchen, sich auf die Warteliste setzen oder umbuchen: Die Leute bitten um einen Platz, und einer von euch entscheidet. Buchungen und Wartelistenplätze bleiben, absagen und Angebote beantworten geht weiter, und freie Plätze gehen wie bisher an die Warteliste.
auto-ask-self-on = Selbst buchen für diese Leistung einschalten? Die Leute buchen wieder selbst und setzen sich selbst auf die Warteliste.
auto-self-dates = { $count ->
    [one] Es betrifft 1 kommenden Termin.
   *[other] Es betrifft { $count } kommende Termine.
}
auto-self-requests = { $count ->
    [one] Über 1 offene Anfrage müsst ihr noch entscheiden.
   *[other] Über { $count } offene Anfragen müsst ihr noch entscheiden.
}
admin-done-self-off = Selbst buchen ist aus: Anfragen kommen in diese Gruppe.
admin-done-self-on = Selbst buchen ist an.

## The history

fact-self-service-off = Selbst buchen für die Leistung ausgeschaltet
fact-self-service-on = Selbst buchen für die Leistung eingeschaltet
fact-request-made = Um einen Platz gebeten ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
fact-request-granted = Anfrage mit einer Buchung erfüllt
fact-request-granted-line = Anfrage mit einem Wartelistenplatz erfüllt
fact-request-declined = Anfrage abgelehnt
fact-request-taken-back = Anfrage zurückgezogen
fact-request-closed = Anfrage abgelaufen: Niemand hat rechtzeitig entschieden
fact-request-closed-cancelled = Anfrage vorbei: Der Termin fällt aus
fact-request-closed-served = Anfrage vorbei: Hat auf anderem Weg einen Platz
fact-booking-made-request = Auf Anfrage gebucht ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
})
admin-button-answers = Antworten

### What participants read. `$event` is the service's name, `$when` the event's day and time.

## The beginning

start-hello = Hallo { $name }!
start-about =
    Ich buche Plätze für dich. Ist alles voll, merke ich mir deinen Platz auf der Warteliste.
    Wird ein Platz frei, hört die nächste Person sofort von mir.
help-text =
    <b>Das kannst du hier tun</b>
    /events – einen Platz finden: buchen oder darauf warten
    /my – deine Buchungen, Wartelistenplätze und Angebote
    /month – was du dir für den nächsten Monat wünschst und was daraus wurde
    /settings – deine Sprache
    /cancel – eine offene Frage verwerfen
    Wird ein Platz frei und du bist dran, schreibe ich dir von selbst.
text-unasked = Ich arbeite mit Knöpfen: Wähle, wohin es gehen soll. /help sagt, was ich kann.
draft-dropped = Alles klar, vergessen. Es wurde nichts gebucht.
draft-none = Es gibt nichts zu verwerfen: Ich warte gerade auf keine Antwort.
settings-ask = <b>Deine Sprache</b>
toast-language = Ab jetzt auf Deutsch.

## Services and events

services-choose = <b>Worauf hast du Lust?</b>
services-none = Noch gibt es nichts zu buchen. Schau bald wieder vorbei.
label-service = { $service } · { $dates ->
    [one] 1 Termin
   *[other] { $dates } Termine
}, { $free } frei
label-service-full = { $service } · voll
label-service-none = { $service } · keine Termine
events-head = <b>{ $service }</b>
events-about = { $about }
events-choose = Wähle einen Termin:
events-none = Zurzeit keine Termine. Schau bald wieder vorbei.
label-free = { $when } · { $free } frei
label-held = { $when } · { $free } für Wartende
label-waiting = { $when } · voll, { $waiting ->
    [one] 1 wartet
   *[other] { $waiting } warten
}
label-full = { $when } · voll
label-started = { $when } · läuft schon
label-closed = { $when } · geschlossen
label-cancelled = { $when } · abgesagt
event-head =
    <b>{ $event }</b>
    { $when }–{ $ends } Uhr
event-where = { $where }
state-free = { $free ->
    [one] 1 Platz frei
   *[other] { $free } Plätze frei
}
state-held = { $free } frei, für die Warteliste reserviert
state-waiting = voll, { $waiting } auf der Warteliste
state-full = voll, niemand wartet
state-started = Hat schon begonnen.
state-closed = Nicht mehr buchbar.
state-cancelled = Vom Veranstalter abgesagt.
event-rule = Du kannst bis { $until } Uhr ohne Weiteres stornieren.
event-rule-late = Es ist bald so weit: Eine Stornierung gilt jetzt als kurzfristig.

## Bookings

booking-stands = <b>Du bist dabei.</b>
booking-stands-pending = <b>Dein Platz ist reserviert.</b> Der Veranstalter muss ihn noch bestätigen.
party-seats = { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}
party-with = { $seats } Plätze: du, { $names }
booking-rule = Du kannst bis { $until } Uhr ohne Weiteres stornieren.
booking-rule-late = Bis { $until } Uhr konntest du ohne Weiteres stornieren; jetzt gilt eine Stornierung als kurzfristig.
booking-cancel-ask = Deine Buchung{ $seats ->
    [one] { "" }
   *[other] { " " }von { $seats } Plätzen
} für <b>{ $event }</b>, { $when } Uhr, stornieren?
toast-booked = Gebucht!
toast-requested = Für dich reserviert. Der Veranstalter muss noch bestätigen.
toast-cancelled = Storniert.

## Booking for several

party-size-ask = Wie viele Plätze, deinen mitgezählt, für <b>{ $event }</b>, { $when } Uhr?
label-seats = { $seats }
label-seats-wait = { $seats } · Warteliste
party-names-head = <b>{ $seats } Plätze</b> für { $event }, { $when } Uhr
party-names-known = Du und: { $names }
party-names-ask = { $left ->
    [one] Wer kommt mit? Schick mir den Namen.
   *[other] Wer kommt mit? Schick mir { $left } Namen, je Zeile einen oder nacheinander.
} Mit /cancel brichst du ab.
party-booked = Fertig: { $seats } Plätze für dich und { $names }.
party-joined = Fertig: Du wartest auf { $seats } Plätze, mit { $names }.

## Places in line

entry-place = Du bist Nummer <b>{ $position }</b> auf der Warteliste.
entry-free = { $free ->
    [one] Der freie Platz ist jetzt für alle buchbar, auch für dich, solange er frei ist.
   *[other] Die { $free } freien Plätze sind jetzt für alle buchbar, auch für dich, solange sie frei sind.
} Dein Wartelistenplatz gilt für den nächsten freien Platz.
reserve-head = <b>{ $event }</b>, beliebiger Termin
reserve-place = Beliebiger Termin ({ $times }): Du bist Nummer <b>{ $position }</b> auf der Warteliste.
entry-paused-open = Pausiert: keine Angebote, bis du weitermachst. Dein Wartelistenplatz bleibt.
entry-paused-until = Pausiert bis { $until } Uhr: vorher keine Angebote. Dein Wartelistenplatz bleibt.
next-manual = Wird ein Platz frei, entscheidet der Veranstalter, wer ihn bekommt. Du hörst von mir.
next-booked = Wenn du dran bist, buche ich dich sofort und sage es dir hier.
next-booked-grace = Wenn du dran bist, buche ich dich sofort und sage es dir hier. Danach kannst du noch mindestens { $length } lang ohne Weiteres stornieren.
next-offer = Wenn du dran bist, bekommst du hier ein Angebot mit einer Frist zum Antworten.
next-splitter = Wird ein Platz frei, entscheidet der Veranstalter, wer ihn bekommt. Du hörst von mir.
join-ask = Auf die Warteliste für <b>{ $event }</b>, { $when } Uhr?
join-ahead = { $waiting ->
    [0] Noch wartet niemand: Du wärst zuerst dran.
    [one] 1 Person wartet: Du wärst Nummer { $position }.
   *[other] { $waiting } Personen warten: Du wärst Nummer { $position }.
}
anywhere-ask = Jeder Termin von <b>{ $event }</b> passt? Dann sag mir, zu welchen Zeiten, und ich biete dir den nächsten freien Platz an.
leave-ask = Die Warteliste für <b>{ $event }</b> verlassen? Du bist Nummer { $position }; dieser Platz ist dann weg.
pause-ask = Deinen Wartelistenplatz für <b>{ $event }</b> pausieren? Du bleibst Nummer { $position } und bekommst solange keine Angebote. Wie lange?
toast-joined = Du stehst auf der Liste.
toast-left = Du stehst nicht mehr auf der Liste.
toast-paused = Pausiert.
toast-resumed = Du stehst wieder auf der Liste.

## Offers

offer-head = <b>Du bist dran!</b>
offer-call-head = <b>Letzter Aufruf!</b>
offer-reminder-head = <b>Dein Angebot läuft bald ab</b>
offer-extended-head = <b>Entschuldige, ich war eine Weile nicht erreichbar. Du bist noch immer an der Reihe!</b>
offer-held = { $count ->
    [one] Ein Platz ist für dich reserviert.
   *[other] { $count } Plätze sind für euch reserviert.
}
offer-names = Für dich und { $names }
offer-call = Alle auf der Warteliste werden gleichzeitig gefragt: Wer zuerst annimmt, bekommt { $count ->
    [one] den Platz
   *[other] die { $count } Plätze
}.
offer-rule-kept = Antworte bis <b>{ $until } Uhr</b>. Danach ist der Platz nicht mehr für dich reserviert; dieses eine Mal behältst du deinen Wartelistenplatz.
offer-rule-end = Antworte bis <b>{ $until } Uhr</b>. Danach ist der Platz nicht mehr für dich reserviert, und du rückst ans Ende der Warteliste.
offer-rule-off = Antworte bis <b>{ $until } Uhr</b>. Danach ist der Platz nicht mehr für dich reserviert, und du stehst nicht mehr auf der Warteliste.
offer-rule-free = Antworte bis <b>{ $until } Uhr</b>. Danach ist der Platz nicht mehr für dich reserviert; dein Wartelistenplatz bleibt.
offer-call-rule = Offen bis spätestens <b>{ $until } Uhr</b>. Antwortest du nicht, ändert sich an deinem Wartelistenplatz nichts.
decline-ask = Das Angebot gilt noch: <b>{ $event }</b>, { $when } Uhr. Wenn du ablehnst: Was soll mit deinem Wartelistenplatz passieren?
toast-accepted = Der Platz gehört dir!
toast-declined-leave = Abgelehnt. Du stehst nicht mehr auf der Liste.
toast-declined-keep = Abgelehnt. Dein Wartelistenplatz bleibt.
toast-declined-pause = Abgelehnt. Dein Wartelistenplatz ist pausiert.

## My places

my-head = <b>Meine Plätze</b>
my-none = Hier ist noch nichts. Sollen wir dir einen Platz suchen?
my-offer = <b>{ $event }</b>, { $when } Uhr: ein Angebot, antworte bis { $until } Uhr
my-booked = <b>{ $event }</b>, { $when } Uhr: gebucht{ $seats ->
    [one] { "" }
   *[other] , { $seats } Plätze
}
my-pending = <b>{ $event }</b>, { $when } Uhr: reserviert, noch nicht bestätigt{ $seats ->
    [one] { "" }
   *[other] , { $seats } Plätze
}
my-waiting = <b>{ $event }</b>, { $when } Uhr: Nummer { $position } auf der Warteliste
my-paused = <b>{ $event }</b>, { $when } Uhr: Nummer { $position } auf der Warteliste, pausiert
my-reserve = <b>{ $event }</b>, beliebiger Termin ({ $times }): Nummer { $position } auf der Warteliste
label-mine = { $when } · { $event }
label-reserve = Beliebiger Termin · { $event }

## Letters

booking-made = <b>Du bist dabei</b>
booking-requested = <b>Dein Platz ist reserviert</b>
booking-promoted = <b>Ein Platz wurde frei, und er gehört dir!</b>
booking-entered = <b>Der Veranstalter hat dich eingetragen</b>
booking-pending-note = Der Veranstalter muss noch bestätigen. Du hörst von mir.
booking-confirmed = <b>Bestätigt: Du bist dabei</b>
booking-shifted = <b>Neuer Termin: Deine Buchung bleibt bestehen</b>
booking-cancelled = Deine Buchung für <b>{ $event }</b>, { $when } Uhr, ist storniert. Danke fürs Bescheidsagen.
booking-cancelled-admin = Der Veranstalter hat deine Buchung für <b>{ $event }</b>, { $when } Uhr, storniert.
booking-cancelled-late = Das gilt als kurzfristige Stornierung.
entry-joined = <b>Du stehst auf der Warteliste</b>
entry-paused = <b>Dein Wartelistenplatz ist pausiert</b>
entry-resumed = <b>Du bist wieder auf der Warteliste</b>
entry-shifted = <b>{ $event }</b> wurde verlegt: neuer Termin { $when } Uhr. Dein Wartelistenplatz bleibt.
entry-left = Du hast die Warteliste für <b>{ $event }</b>, { $when } Uhr, verlassen.
entry-left-reserve = Du hast die Warteliste für <b>{ $event }</b>, beliebiger Termin, verlassen.
entry-left-admin = Der Veranstalter hat dich von der Warteliste für <b>{ $event }</b>, { $when } Uhr, genommen.
entry-left-admin-reserve = Der Veranstalter hat dich von der Warteliste für <b>{ $event }</b>, beliebiger Termin, genommen.
entry-closed = Die Warteliste für <b>{ $event }</b>, { $when } Uhr, ist geschlossen: Es wurde leider kein Platz mehr frei.
offer-accepted = <b>Der Platz gehört dir: Du bist dabei</b>
offer-expired = Das Angebot für <b>{ $event }</b>, { $when } Uhr, galt bis { $at } Uhr und ist abgelaufen. Der Platz ist nicht mehr für dich reserviert.
offer-rejected-leave = Du hast <b>{ $event }</b>, { $when } Uhr, abgelehnt und die Warteliste verlassen.
offer-rejected-keep = Du hast diesen Platz in <b>{ $event }</b>, { $when } Uhr, abgelehnt. Dein Wartelistenplatz bleibt für den nächsten.
offer-rejected-pause = Du hast <b>{ $event }</b>, { $when } Uhr, abgelehnt. Dein Wartelistenplatz ist pausiert, bis du weitermachst.
offer-withdrawn-taken = Jemand war schneller: Der Platz in <b>{ $event }</b>, { $when } Uhr, ist weg. Dein Wartelistenplatz bleibt.
offer-withdrawn-admin = Der Veranstalter hat das Angebot für <b>{ $event }</b>, { $when } Uhr, zurückgezogen.
offer-withdrawn-left = Das Angebot für <b>{ $event }</b>, { $when } Uhr, ist vorbei, weil du die Warteliste verlassen oder deinen Platz pausiert hast.
offer-withdrawn-repair = Das Angebot für <b>{ $event }</b>, { $when } Uhr, ist vorbei, weil du zu deinem neuen Platz ja gesagt hast.
offer-withdrawn-closed = Das Angebot für <b>{ $event }</b>, { $when } Uhr, ist vorbei: Der Termin hat begonnen oder ist geschlossen.
offer-withdrawn-shifted = <b>{ $event }</b> wurde verlegt auf { $when } Uhr, darum ist das Angebot für die alte Zeit vorbei. Dein Wartelistenplatz bleibt.
offer-withdrawn-rules = Der Veranstalter vergibt freie Plätze in <b>{ $event }</b>, { $when } Uhr, jetzt anders, darum ist dieses Angebot vorbei. Dein Wartelistenplatz bleibt.
offer-withdrawn-unreachable = Ich konnte dich nicht erreichen, darum ging das Angebot für <b>{ $event }</b>, { $when } Uhr, an die nächste Person. Dein Wartelistenplatz bleibt.
offer-missed-kept = Du hast das Angebot für <b>{ $event }</b>, { $when } Uhr, verpasst. Dieses eine Mal behältst du deinen Wartelistenplatz: Nummer <b>{ $position }</b>. Beim nächsten Mal rückst du ans Ende.
offer-missed-end = Du hast ein zweites Angebot für <b>{ $event }</b>, { $when } Uhr, verpasst und bist jetzt am Ende der Warteliste, Nummer <b>{ $position }</b>. Beim nächsten Mal stehst du nicht mehr auf der Liste.
offer-missed-off = Du hast drei Angebote für <b>{ $event }</b>, { $when } Uhr, verpasst und bist nicht mehr auf der Warteliste. Du kannst dich jederzeit neu eintragen.

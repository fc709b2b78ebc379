### Sperren eines Monats: während jemand daran arbeitet, und die endgültige, die zwei Admins eine Weile öffnen.

command-admin-lock = Einen Monat sperren, während du planst
command-admin-unlock = Einen endgültigen Monat kurz öffnen

## Die Sperre, während jemand arbeitet

admin-button-lock = Die Sperre
admin-button-unlock = Die endgültige Sperre
label-unlock-open = Offen bis { $until }
admin-button-batch-see-all = Alle Monate
label-lock-month = { $month }
label-lock-half = 30 Minuten sperren
label-lock-two = 2 Stunden sperren
label-lock-tomorrow = Bis morgen, 9:00, sperren
label-lock-half-more = 30 Minuten ab jetzt
label-lock-two-more = 2 Stunden ab jetzt
label-lock-tomorrow-more = Bis morgen, 9:00
label-helper-on = ✓ { $name }
label-helper-off = { $name }
admin-button-lock-helpers = Wer helfen darf
admin-button-lock-release = Sperre freigeben
admin-button-lock-wish = Darum bitten
admin-button-lock-hand = Übergeben
admin-button-lock-keep = Jetzt nicht
admin-button-lock-force = Aufbrechen …
admin-button-lock-force-because = Aufbrechen: { $reason }
lock-head = <b>{ $month }</b>: die Sperre
lock-nobody = Niemand hat diesen Monat gesperrt: Alle Admins dürfen ihn ändern. Sperr ihn, während du planst, dann kannst nur du es; die Sperre endet von selbst. Wünsche kann jeder trotzdem angeben.
lock-held = 🔒 Gesperrt von { $name } bis { $until } Uhr.
lock-final = 🔒 Dieser Monat ist endgültig. Plätze lassen sich stornieren, aber nicht umbuchen.
lock-helpers = Dürfen ihn auch ändern: { $names }
lock-asked-by = { $name } hätte sie gern.
lock-refused = { $count ->
    [one] 1 Änderung anderer wurde abgelehnt.
   *[other] { $count } Änderungen anderer wurden abgelehnt.
}
lock-helpers-ask = <b>{ $month }</b>: Wer darf ihn noch ändern, während er gesperrt ist? Tippe auf einen Namen.
lock-force-ask = Die Sperre von { $name } für <b>{ $month }</b> beenden? Vielleicht wird gerade gearbeitet. Die Gruppe erfährt es mit deinem Grund.
lock-no-month = Kein Monat wird gerade geplant. /batch öffnet einen.
lock-which = <b>Welcher Monat?</b>
admin-done-lock-take = Gesperrt: Nur du kannst diesen Monat jetzt ändern.
admin-done-lock-extend = Die Sperre dauert länger.
admin-done-lock-release = Die Sperre ist wieder offen.
admin-done-lock-wish = Gefragt. Die Antwort kommt hierher.
admin-done-lock-hand = Übergeben.
admin-done-lock-keep = Du behältst die Sperre.
admin-done-lock-force = Die Sperre ist offen. Die Gruppe erfährt es.
admin-done-helper-on = Darf ihn auch ändern.
admin-done-helper-off = Darf ihn nicht mehr ändern.
admin-reason-away = Nicht erreichbar

## In der Gruppe

lock-asked = { $admin }, { $name } hätte gern die Sperre für <b>{ $month }</b>.
lock-handed = <b>{ $month }</b>: Die Sperre hat jetzt { $name }.
lock-kept = <b>{ $month }</b>: Die Sperre bleibt vorerst, wo sie ist, { $name }.
lock-ended = <b>{ $month }</b>: Die Sperre ist abgelaufen. Alle Admins dürfen den Monat wieder ändern.
lock-alert-forced = ⚠️ <b>{ $month }</b>: { $name } hat die Sperre von { $by } aufgebrochen. Grund: { $reason }
lock-alert-refused = ⚠️ <b>{ $month }</b> ist von { $by } gesperrt bis { $until } Uhr. { $count ->
    [one] 1 Änderung anderer wurde abgelehnt
   *[other] { $count } Änderungen anderer wurden abgelehnt
}, zuletzt von { $name }. Bitte um die Sperre, oder warte.

## Die endgültige Sperre

label-unlock = Für { $length }
admin-button-unlock-because = Öffnen: { $reason }
admin-button-unlock-approve = Zustimmen
admin-button-unlock-deny = Ablehnen
admin-button-unlock-again = Wieder sperren
unlock-head = <b>{ $month }</b>: die endgültige Sperre
unlock-not-final = Dieser Monat ist nicht endgültig: Seine Zuteilung lässt sich auch so ändern.
unlock-how = 🔒 Wer welchen Platz hat, ändert sich nicht mehr; stornieren geht weiterhin, und ein freier Platz geht an die Warteliste. Willst du jemanden umbuchen, bitte darum, den Monat eine Weile zu öffnen: Ein zweiter Admin muss zustimmen. Für wie lange?
unlock-ask = <b>{ $month }</b> für { $length } öffnen: Warum? Ein zweiter Admin muss zustimmen.
unlock-asked = { $name } bittet, den endgültigen Monat <b>{ $month }</b> für { $length } zu öffnen.
unlock-reason = Grund: { $reason }
unlock-lapses = Ein zweiter Admin kann bis { $until } Uhr zustimmen.
unlock-open = 🔓 Offen für Änderungen bis { $until } Uhr.
unlock-where = So änderst du einen Platz: erst den Termin wählen, dann seine Buchungen, dann die Person.
admin-button-unlock-dates = Zu den Terminen
unlock-dates = <b>{ $month }</b>, Termine { $first }–{ $last } von { $total }. Wähle einen, um seine Buchungen zu ändern.
unlock-dates-none = { $month }: Kein Termin steht mehr bevor.
unlock-by = Gefragt hat { $name }, zugestimmt { $by }.
unlock-granted = <b>{ $month }</b> ist offen für Änderungen.
unlock-denied = <b>{ $month }</b> bleibt gesperrt: { $by } stimmt nicht zu.
unlock-lapsed = <b>{ $month }</b> bleibt gesperrt: Niemand hat rechtzeitig zugestimmt.
unlock-ended = 🔒 <b>{ $month }</b> ist wieder gesperrt.
unlock-changed = { $count ->
    [0] Inzwischen wurde nichts geändert.
    [one] Inzwischen wurde 1 Platz geändert:
   *[other] Inzwischen wurden { $count } Plätze geändert:
}
unlock-changed-more = … und { $more } weitere, siehe /audit
unlock-place = { $event }, { $when } Uhr
unlock-change-move = <b>{ $name }</b>: { $before } → { $after }.
unlock-change-line = <b>{ $name }</b>: { $before } → zurück auf die Warteliste.
unlock-change-event = <b>{ $name }</b>: { $before } fällt aus.
unlock-change-cancel = <b>{ $name }</b>: { $before } wurde storniert.
unlock-change-hand = <b>{ $name }</b>: { $before } wurde von Hand gebucht.
unlock-change-promotion = <b>{ $name }</b>: { $before }, von der Warteliste nachgerückt.
unlock-change-repair = <b>{ $name }</b>: { $before } → { $after }, durch eine Reparatur: Der erste Platz war verloren.
unlock-change-by = Von { $by }.
unlock-no-month = Kein Monat ist endgültig.
unlock-which = <b>Welcher Monat?</b>
admin-done-unlock-ask = Gefragt: Ein zweiter Admin muss zustimmen.
admin-done-unlock-approve = Der Monat ist offen für Änderungen.
admin-done-unlock-deny = Er bleibt gesperrt.
admin-done-unlock-again = Wieder gesperrt. Die Liste kommt hierher.

## Ablehnungen

refusal-period-held = { $by } hat diesen Monat gesperrt bis { $until } Uhr. Fordere die Sperre mit /lock an oder warte.
refusal-lock-over = Diese Sperre ist zu Ende oder in anderen Händen.
refusal-lock-unchanged = Das ist schon so.
refusal-not-holder = Das kann nur { $by }: Die Sperre gehört nicht dir.
refusal-lock-own = Du hast die Sperre schon.
refusal-lock-asked-for = { $by } hat schon darum gebeten. Warte auf die Antwort.
refusal-nobody-asks = Niemand bittet mehr darum.
refusal-helpers-full = Mehr als { $most } dürfen nicht helfen.
refusal-period-not-final = Dieser Monat ist nicht endgültig: Es gibt nichts zu öffnen.
refusal-month-final = Diesen Platz hat dir die Zuteilung des Monats endgültig gegeben: Umbuchen geht nicht, aber du kannst ihn stornieren.
admin-refusal-month-final = Dieser Platz gehört zu einem endgültigen Monat: Stornieren geht, umbuchen nur nach /unlock.
refusal-date-final = Ein endgültiger Monat hat an diesem Termin Plätze vergeben (Plätze: { $count }): Verschieben geht nicht. Du kannst ihn absagen oder den Monat mit /unlock öffnen, wenn ein zweiter Admin zustimmt.
refusal-unlock-pending = { $by } hat schon darum gebeten. Ein zweiter Admin muss antworten.
refusal-unlock-open = Dieser Monat ist schon offen für Änderungen, bis { $until } Uhr.
refusal-unlock-over = Das ist beantwortet, oder die Zeit ist um.
unlock-became-open = Das wurde schon genehmigt: Der Monat ist bis { $until } Uhr für Änderungen offen.
unlock-became-over = Das wurde genehmigt, und seit { $ends } Uhr ist der Monat wieder gesperrt.
unlock-became-denied = Das wurde schon abgelehnt: Der Monat bleibt gesperrt.
unlock-became-lapsed = Bis { $until } Uhr hat niemand zugestimmt: Die Anfrage ist abgelaufen, der Monat bleibt gesperrt.
refusal-second-admin-needed = Du hast selbst darum gebeten: Ein anderer Admin muss zustimmen.

## Die Geschichte

fact-period-locked = { $month } gesperrt bis { $until } Uhr
fact-lock-extended = Sperre verlängert bis { $until } Uhr
fact-helper-named = Darf den gesperrten Monat auch ändern: { $name }
fact-helper-dropped = Darf den gesperrten Monat nicht mehr ändern: { $name }
fact-lock-asked = Um die Sperre gebeten
fact-lock-kept = Sperre behalten, obwohl { $name } darum bat
fact-lock-handed = Sperre übergeben an { $name }
fact-lock-released = Sperre freigegeben
fact-lock-expired = Sperre abgelaufen
fact-lock-forced = Sperre aufgebrochen
fact-lock-final = Sperre beendet, weil der Monat endgültig ist
fact-edit-refused = Änderung von einer Sperre abgelehnt ({ $count })
fact-unlock-asked = Gebeten, den endgültigen Monat { $month } zu öffnen
fact-unlock-granted = Endgültiger Monat geöffnet bis { $until } Uhr
fact-unlock-denied = Öffnen des endgültigen Monats abgelehnt
fact-unlock-lapsed = Niemand hat dem Öffnen des endgültigen Monats zugestimmt
fact-unlock-ended = Endgültiger Monat wieder gesperrt
fact-unlock-expired = Endgültiger Monat wieder gesperrt, weil die Zeit um war

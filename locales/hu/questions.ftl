### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when } · { $first }. kérdés, összesen { $total }
question-text = <b>{ $text }</b>
question-drop = Az utolsó válaszig nem foglalok semmit. A /cancel elfelejti az egészet.
question-hint-text = Írd meg a válaszod, legfeljebb 200 karakterben. Például: vegetáriánus.
question-hint-choice = Válassz egyet a gombok közül.
question-hint-number = Írj egy számot, például: { $count }.
question-hint-least = Írj egy számot, legalább { $least } legyen. Például: { $count }.
question-hint-most = Írj egy számot, legfeljebb { $most } legyen. Például: { $count }.
question-hint-between = Írj egy számot { $first } és { $last } között, például: { $count }.
question-hint-phone = Írd meg a telefonszámod, például: +36 30 123 4567.
question-hint-email = Írd meg az e-mail-címed, például: anna@example.com.
question-hint-skip = Erre nem muszáj válaszolnod.
button-yes = Igen
button-no = Nem
button-skip = Kihagyom
button-same = Mint legutóbb: { $text }
button-answers = Válaszaim
answer-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (már nem kérdés)
answer-none = { $text } <i>nincs válasz</i>
answers-head = <b>Válaszaid</b>: { $event }, { $when }
answers-change = Koppints egy kérdésre, ha más a válaszod.
answers-late = A válaszokat a kezdésig lehet megváltoztatni.
answers-done = Köszönöm, ennyit kellett tudnom.
answers-kept = Felírtam.
toast-answer-kept = Megváltoztattam.

## Why not

refusal-answers-needed = A szervező előbb kérdez valamit. Próbáld újra.
refusal-answer-too-long = Ez így nem fér bele. Írj 1–{ $most } látható karaktert, például: vegetáriánus.
refusal-answer-no-number = Ez nem szám. Írd számjegyekkel, például: 12 vagy 7,5.
refusal-answer-too-small = Ez túl kevés. Legalább { $least } legyen.
refusal-answer-too-large = Ez túl sok. Legfeljebb { $most } legyen.
refusal-answer-no-choice = Válassz a kérdés alatti gombok közül.
refusal-answer-no-phone = Ez nem telefonszám. Írj 6–15 számjegyet, például: +36 30 123 4567.
refusal-answer-no-email = Ez nem e-mail-cím. Így írd: anna@example.com.
refusal-question-gone = Erre már válaszoltál, vagy már nem kérdés. Most így áll.

### What a service asks before a booking or a place in line; `$text` is a question, `$what` an answer.

## Participants

question-head = <b>{ $event }</b>, { $when }{ $total ->
    [one] {""}
   *[other] {" "}· { $first }. kérdés, összesen { $total }
}
question-text = <b>{ $text }</b>
question-drop = Az utolsó válaszig nem foglalok semmit. A /cancel paranccsal elveted az egészet.
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
label-same = Mint legutóbb: { $text }
button-answers = Válaszaim
label-number = { NUMBER($count, useGrouping: 0, maximumFractionDigits: 2) }
answer-line = { $text } <b>{ $what }</b>
answer-line-gone = { $text } <b>{ $what }</b> (már nem kérdés)
answer-none = { $text } <i>nincs válasz</i>
answers-head = <b>Válaszaid</b>: { $event }, { $when }
answers-hint = Koppints egy kérdésre, ha más a válaszod.
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

## The admins' group

admin-button-questions = Kérdések
admin-questions-whose = <b>Kérdések</b>: melyik szolgáltatásé?
label-service-name = { $name }
admin-questions-head = <b>{ $service }</b>: { $count ->
    [0] foglalás és várólista előtt nincs kérdés.
    [one] 1 kérdés foglalás és várólista előtt.
   *[other] { $count } kérdés foglalás és várólista előtt.
}
admin-questions-of = <b>{ $service }</b>: kérdések
admin-questions-line = { $first }. { $text } ({ $kind })
admin-questions-line-optional = { $first }. { $text } ({ $kind }, kihagyható)
admin-question-kind-text = szöveg
admin-question-kind-number = szám
admin-question-kind-choice = választás
admin-question-kind-yes-no = igen vagy nem
admin-question-kind-phone = telefonszám
admin-question-kind-email = e-mail-cím
admin-question-words = { $name }: <b>{ $text }</b>
admin-question-kind = Válasz: { $kind }
admin-question-choice = • { $text }
admin-question-least = Legalább { $text }
admin-question-most = Legfeljebb { $text }
admin-question-required = Válasz nélkül senki nem jut be.
admin-question-optional = Ez a kérdés kihagyható.
admin-button-question-add = Új kérdés
admin-button-question-up = ↑ Előbbre
admin-button-question-down = ↓ Hátrébb
admin-button-question-required = Kötelező válaszolni
admin-button-question-optional = Kihagyható
admin-button-question-drop = Törlés
label-question-language = Ezen is: { $name }
admin-button-question-bounds = Legkisebb és legnagyobb
admin-button-question-field = A válaszod
admin-question-drop-ask =
    <b>{ $text }</b>
    Törlöd ezt a kérdést? Többé senkitől nem kérdezem meg. A régi válaszok a foglalásoknál maradnak, a kérdéssel együtt.
admin-question-ask-kind = Mi a válasz rá?
admin-question-ask-words = { $admin }, hogy szól a kérdés ezen a nyelven: { $name }? Válaszolj erre az üzenetre.
admin-question-ask-choices = { $admin }, mik közül lehet választani ezen a nyelven: { $name }? Válaszolj erre az üzenetre, soronként eggyel.
admin-question-ask-bounds = { $admin }, milyen számok jók? Válaszolj erre az üzenetre a legkisebbel és a legnagyobbal, így: 14-99.
admin-question-known = Ugyanebben a sorrendben: { $text }
admin-question-ask-save = Kötelező rá válaszolni? Ezzel a koppintással mostantól kérdezem.
admin-done-question-added = Mostantól ezt is kérdezem.
admin-done-question-moved = Áthelyezve.
admin-done-question-required = Mostantól kötelező válaszolni.
admin-done-question-optional = Mostantól kihagyható.
admin-done-question-dropped = Törölve.
admin-refusal-question-gone = Közben változtak a kérdések: most így állnak.
refusal-question-twice = Ez már szerepel a kérdések között: most így állnak.
refusal-too-many-questions = Legfeljebb { $most } kérdés lehet: előbb törölj egyet.
refusal-question-unusable = Egy kérdés 1–{ $most } látható karakter. Válaszolj újra.
refusal-choices-unusable = Írj 2–{ $most } különböző lehetőséget, soronként egyet, egyenként legfeljebb { $count } karakterrel.
refusal-choices-uneven = Ugyanannyi lehetőséget írj, mint a másik nyelven: { $wanted }, soronként egyet.
refusal-bounds-unusable = Írj két egész számot, elöl a kisebbet, így: 14-99.
fact-answered = Megváltoztak a válaszok
fact-question-added = Új kérdés: { $name }
fact-question-removed = Törölt kérdés: { $name }
fact-question-moved = Áthelyezett kérdés: { $name }
fact-question-required = Mostantól kötelező válaszolni: { $name }
fact-question-optional = Mostantól kihagyható: { $name }

## Mistakes in files

admin-wanted-questions-choices = 2–{ $most } különböző lehetőség
admin-wanted-questions-many = legfeljebb { $most } kérdés
admin-wanted-questions-most = legalább annyi, mint a min ({ $least })
admin-wanted-questions-no-choices = choices csak ott, ahol a kind: choice
admin-wanted-questions-no-number = min és max csak ott, ahol a kind: number

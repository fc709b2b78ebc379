### Mi lett egy hónap kívánságaiból, és hol tart az elosztása.

result-head = <b>Az eredményed: { $month }</b>
result-got = { $got ->
    [0] Ezúttal nem jutott neked hely.
    [one] Egy helyed van:
   *[other] { $got } helyed van:
}
result-booked = Amit kértél, azt már mind lefoglaltad magadnak, így a kiosztásból nem kellett hely. Neked semmi sem változik.
result-offered = A hónap kiosztásakor nyitott ajánlatod volt arra, amit még szerettél volna, így a sorsolásban nem vettél részt. Az ajánlott hely akkor a tiéd, ha időben elfogadod.
result-now = { $got ->
    [0] Ebből az eredményből már nincs helyed.
    [one] Most egy helyed van:
   *[other] Most { $got } helyed van:
}
result-event = • <b>{ $event }</b>, { $when }
result-event-since = • <b>{ $event }</b>, { $when } (az eredmény óta)
result-event-before = • <b>{ $event }</b>, { $when } (már előtte lefoglalva)
result-event-hand = • <b>{ $event }</b>, { $when } (a stúdió adta)
result-with = Veled együtt: { $names }
result-drawn = Az eredményben ez volt:
result-drawn-none = Az eredményben még nem jutott neked hely.
result-gone-self = • <s>{ $event }, { $when }</s>: lemondtad
result-gone-silence = • <s>{ $event }, { $when }</s>: elveszett, mert nem hallottam felőled, jó-e az új időpont
result-gone-moved = • <s>{ $event }, { $when }</s>: áttéve másik időpontra
result-gone-off = • <s>{ $event }, { $when }</s>: elmarad
result-gone-studio = • <s>{ $event }, { $when }</s>: a stúdió visszavette
result-more = … és még { $count } hely.
result-wanted = { $wanted ->
    [one] Egy időpontot
   *[other] { $wanted } időpontot
} szerettél volna.
result-because-full = A meg nem kapott időpontjaid közül az, amelyiket leginkább szeretted volna, betelt: előbb az elsőbbség számít, aztán az, kinek nem jutott hely mostanában, végül a sorsolás.
result-because-most = A meg nem kapott időpontjaid közül az, amelyiket leginkább szeretted volna, betelt: az első szempont, hogy minél több hely elkeljen, utána az elsőbbség számít, aztán az, kinek nem jutott hely mostanában, végül a sorsolás.
result-because-pins = { $seats ->
    [one] Ezek közül 1 helyet a stúdió adott oda, még a sorsolás előtt.
   *[other] Ezek közül { $seats } helyet a stúdió adott oda, még a sorsolás előtt.
}
result-because-party = Nem maradt elég hely mindannyiótoknak együtt.
result-because-collides = A többi kívánságod ugyanarra az időre esik, mint amit kaptál.
result-because-day = A többi időpont ugyanarra a napra esett volna: napi egynél többet nem kértél.
result-because-week = A többi időpont ugyanarra a hétre esett volna: heti egynél többet nem kértél.
result-because-minimum = A meg nem kapott időpontjaid közül az, amelyiket leginkább szeretted volna, csak elég résztvevővel indul, és nem jöttek össze elegen, ezért ott a sorsolás nem adott helyet.
result-spare = Itt a sorsolás nem adott helyet: <b>{ $event }</b>, { $when }. Legalább { $minimum ->
    [one] egy
   *[other] { $minimum }
} fő kell hozzá. Még nyitva van: most lefoglalhatod.
result-spare-ask = Itt a sorsolás nem adott helyet: <b>{ $event }</b>, { $when }. Legalább { $minimum ->
    [one] egy
   *[other] { $minimum }
} fő kell hozzá. Még nyitva van: most kérhetsz rá helyet.
result-because-together = Együtt szerettetek volna jönni, és nem maradt olyan időpont, amelyen mindannyian elfértetek volna.
result-because-impossible = A kívánt időpontjaid közül már egyik sem volt elérhető olyan napon, amely jó neked.
result-because-excluded = A stúdió ezúttal kihagyott.
result-line = Erre vársz: <b>{ $event }</b>, { $when }. A helyed a sorban: { $position }.
result-line-offered = Ajánlatod van: <b>{ $event }</b>, { $when }. A /my alatt válaszolhatsz rá.
result-line-paused = Szünetel a várakozásod: <b>{ $event }</b>, { $when }. A helyed a sorban: { $position }. Amíg nem folytatod a /my alatt, nem kapsz ajánlatot.
result-credit = Ez jövő hónapban számít: gyűjtöttél egy pontot, és azzal előrébb leszel.
button-month-fair = Igazságos volt?
button-month-result = Az eredményem
result-fair = <b>Igazságos volt a sorsolás? ({ $month })</b>
result-fair-hand = Amit a stúdió kézzel osztott ki, az megelőzi ezeket a szabályokat; az eredményed szól róla.
result-because-then = A többi kívánságod nem fért össze azokkal a helyekkel, amelyeket kaptál.
result-fair-most = Így dőlt el, ki kap helyet: az első szempont, hogy minél több hely elkeljen; utána az elsőbbség számít, aztán a hely nélküli hónapok ({ $count ->
    [one] 1 pontod volt
   *[other] { $count } pontod volt
}), végül a sorsolás.
result-fair-fair = Így dőlt el, ki kap helyet: először az választ, akinek elsőbbsége van, aztán akinek voltak hely nélküli hónapjai ({ $count ->
    [one] 1 pontod volt
   *[other] { $count } pontod volt
}); egyenlők között a sorsolás döntött.

## Adminok

run-made = <b>{ $month }, { $number }. változat</b> kész: { $text }. Foglalás még nem történt.
run-failed = <b>{ $month }, { $number }. változat</b> nem sikerült: nálunk hiba történt. Semmi sem változott: próbáld újra. Kód: { $code }
run-interrupted = <b>{ $month }, { $number }. változat</b>: megszakadt, mert a bot leállt, miközben számolta. Semmi sem változott, senki sem kapott üzenetet. Rögtön újra lehet futtatni.
period-finalized = <b>{ $month }: a foglalások megvannak</b>, az alapja: { $number }. változat. { $people ->
    [one] 1 ember mindent megkapott
   *[other] { $people } ember mindent megkapott
}, { $short } kevesebbet vagy semmit.

## Elutasítások

refusal-period-open = Erre a hónapra még nyitva vannak a kívánságok. Előbb zárd le őket.
refusal-period-final = Ez a hónap végleges: az elosztása már nem változik.
refusal-run-open = Éppen készül: { $number }. változat. Várd meg, vagy állítsd le.
refusal-no-run = Nincs ilyen változat, vagy nem készült el.
refusal-run-over = Ez a változat már nem készül.
refusal-input-changed = A változat óta változott valami ({ $sessions ->
    [one] 1 időpont
   *[other] { $sessions } időpont
}, { $people ->
    [one] 1 ember
   *[other] { $people } ember
}, vagy amit az adminok rögzítettek). Előbb készíts új változatot.
refusal-nobody-wishes = Senki sem kért olyat, amit el lehetne osztani.
refusal-wish-unknown = Ez az ember nem kért semmit erre a hónapra.
refusal-adjustment-unchanged = Már most is ezen az időponton van.
refusal-adjustment-pinned = Már rögzítve van erre az időpontra.
refusal-adjustment-moved = Már át van helyezve oda.
refusal-adjustment-out = Erről az időpontról már kimarad.
refusal-adjustment-out-all = Ebből a hónapból már kimarad.
refusal-adjustment-over = Ezt már visszavonták vagy felülírták.
refusal-pins-full = { $free ->
    [0] Ennek az időpontnak minden helyét odaadták már az adminok.
    [one] Ezen az időponton már csak 1 hely adható ki.
   *[other] Ezen az időponton már csak { $free } hely adható ki.
}
refusal-pins-collide = Ennek az embernek akkor már van helye.
refusal-not-placed = A legújabb változat nem ad ott helyet ennek az embernek.

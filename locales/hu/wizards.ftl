### Lépésről lépésre az adminok csoportjában: kérdések, válaszok, és hogy mit lehet beírni.

admin-button-new-service = Új szolgáltatás
admin-button-new-event = Új alkalom
admin-button-new-series = Új sorozat
admin-button-wizard-write = ✎ Beírom
admin-button-wizard-skip = Kihagyom
admin-button-wizard-done = Kész
admin-button-wizard-stop = Mégse
admin-button-wizard-no-place = Hely nélkül
admin-button-wizard-no-minimum = Nincs minimum

wizard-head-service = <b>Új szolgáltatás</b> – a kérdezett: { $by }
wizard-head-event = <b>Új alkalom</b> – a kérdezett: { $by }
wizard-head-series = <b>Új sorozat</b> – a kérdezett: { $by }
wizard-stopped = { $by } megszakította; semmi sem íródott be.
wizard-write = { $admin }, kérlek, válaszolj erre az üzenetre.
label-wizard-field = A válaszod
label-wizard-service = Új szolgáltatás: { $code }
label-wizard-event = Új alkalom: { $code }
label-wizard-series = Új sorozat: { $code }
label-wizard-dates = { $count } alkalom
label-wizard-until = Eddig: { $when }
label-weekdays = H, K, Sze, Cs, P, Szo, V

## Amit kérdez

wizard-ask-service = Melyik szolgáltatáshoz?
wizard-ask-date = Melyik napon?
wizard-ask-time = Mikor kezdődik?
wizard-ask-minutes = Meddig tart?
wizard-ask-seats = Hány férőhely legyen?
wizard-ask-place = Hol?
wizard-ask-minimum = Legalább hány ember kell hozzá?
wizard-ask-code = Milyen kóddal? Fájlokban és linkekben áll, és sosem változik; a résztvevők nem látják.
wizard-ask-days = Melyik napokon?
wizard-ask-from = Melyik naptól?
wizard-ask-until = Hány alkalom, vagy meddig?
wizard-ask-name = Mi a neve ({ $name })?
wizard-ask-name-in = És ezen a nyelven: { $name }?
wizard-ask-description = Mit tudjanak róla az emberek ({ $name })?
wizard-ask-description-in = És mit tudjanak róla ezen a nyelven: { $name }?
wizard-ask-mode = Mi történjen, ha felszabadul egy hely, és várnak rá?
wizard-ask-usual-minutes = Általában meddig tart?

## Amit be lehet írni

wizard-hint-date = Például: dec. 1., holnap, csütörtök vagy 2026-12-01
wizard-hint-time = Például: 18:30 vagy 18 óra
wizard-hint-minutes = Például: 75 vagy 1 óra 15 perc
wizard-hint-number = Egy szám, például: 12
wizard-hint-place = Például: „A” terem
wizard-hint-code = Betűk, számjegyek, - és _, például: joga-1201
wizard-hint-days = Például: H, Cs – vagy egy szabály, mint FREQ=MONTHLY;BYDAY=1SA;COUNT=6
wizard-hint-until = Az alkalmak száma vagy az utolsó nap, például: 10 vagy jan. 31.
wizard-hint-name = Legfeljebb 80 karakter, például: Jóga kezdőknek
wizard-hint-description = Legfeljebb 1000 karakter, például: Hozz törölközőt és egy kis vizet.

## Amit válaszoltak

wizard-told-name = { $name }
wizard-told-text = <i>{ $text }</i>
wizard-told-day = { $when }
wizard-told-moment = { $when } { $at }
wizard-told-length = Hossza: { $length }
wizard-told-seats = Férőhely: { $count }
wizard-told-place = Helyszín: { $location }
wizard-told-minimum = Legalább { $minimum } ember
wizard-told-weekly = Minden héten: { $names }
wizard-told-rule = <code>{ $text }</code>
wizard-told-time = Kezdés: { $at }
wizard-told-from = Ettől a naptól: { $when }
wizard-told-dates = { $count ->
    [one] 1 alkalom
   *[other] { $count } alkalom
}: { $text }
wizard-told-last = … és még { $more }, az utolsó: { $when }

## Ami nem lehet

toast-wizard-past = Ez már elmúlt: { $when }. Kérlek, válassz későbbi időt.
toast-wizard-taken = Ez a kód már foglalt: { $code }. Kérlek, válassz másikat.
toast-wizard-no-service = Még nincs olyan szolgáltatás, amelynek alkalmai vannak. Kezdd egy új szolgáltatással: /services

## Ahogyan napokat, időket és hosszakat írni lehet

words-today = ma
words-tomorrow = holnap
words-day-after = holnapután
words-months = jan/január, feb/febr/február, márc/március, ápr/április, máj/május, jún/június, júl/július, aug/augusztus, szept/szeptember, okt/október, nov/november, dec/december
words-weekdays = h/hétfő/hétfőn, k/kedd/kedden, sze/szerda/szerdán, cs/csüt/csütörtök/csütörtökön, p/péntek/pénteken, szo/szombat/szombaton, v/vas/vasárnap
words-clock = órakor/óra
words-hours = ó/óra/órát
words-minutes = p/perc/percet

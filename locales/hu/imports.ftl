### Fájlok az adminok csoportjában: mit tennének, mi a hiba bennük, és kitölthető minták.

## A próba

admin-import-preview = <b>{ $name }</b> – próba; még semmi sincs beírva.
admin-import-same = <b>{ $name }</b> nem mond semmi újat: már minden így van.
admin-import-imported = <b>{ $name }</b> importálva, { $by } döntött róla.
admin-import-counts = Új: { $made } · módosul: { $changed } · marad: { $unchanged }
admin-import-served = Emiatt a sorból sorra került: { $offered } ajánlat, { $booked } foglalás
admin-import-more = … és még { $count }
admin-import-warnings = Nézd meg még egyszer ({ $count }):
admin-import-wrong = <b>{ $name }</b> nem importálható; semmi sem lett beírva. Hibák: { $count }
admin-import-all-mistakes = Mind a { $count } hiba itt: { $name }
admin-import-discarded = { $by } elvetette; semmi sem lett beírva.
admin-import-ended = <b>{ $name }</b> már importálva van: { $by }, { $when }.
admin-import-ended-discarded = <b>{ $name }</b> már el van vetve: { $by }, { $when }.
admin-button-import = Importálás
admin-button-discard = Elvetés
admin-done-import = Importálva.
admin-done-import-afresh = Közben megváltozott valami. A fájl most ezt tenné: nézd meg újra.
admin-done-import-wrong = A fájl már nem illik ide; semmi sem lett beírva.
admin-done-discard = Semmi sem lett beírva.

## Mi változik

admin-change-person = + { $name }
admin-change-guest = + { $name } (vendég)
admin-change-language = { $name }: nyelv { $before } → { $after }
admin-change-priority = { $name }, { $place }: elsőbbség { $before } → { $after }

## Mi furcsa

admin-warning-past = { $code } a múltban kezdődik ({ $when }), így senki sem foglalhatja le.
admin-warning-name = { $code }: nincs neve ezen a nyelven: { $languages }; az olvasók másik nyelven látják.
admin-warning-description = { $code }: nincs leírása ezen a nyelven: { $languages }; az olvasók másik nyelven látják.

## Szolgáltatások

admin-services-head = <b>Szolgáltatások</b> és közelgő alkalmaik száma
admin-services-none = Még nincs szolgáltatás.
admin-services-line = { $name } – <code>{ $code }</code>: { $count }
admin-services-how =
    Küldj egy CSV-, XLSX-, YAML- vagy JSON-fájlt: előbb megmondom, mit tenne. Ha itt nem vagyok admin, erre az üzenetre válaszolva küldd.
admin-button-events-csv = Alkalmak CSV-ben
admin-button-events-xlsx = Alkalmak XLSX-ben
admin-button-people-csv = Résztvevők CSV-ben
admin-button-catalogue-yaml = Minden YAML-fájlban
admin-template-caption = Írd át, és küldd vissza. Amit kihagysz, az marad, ahogy van.
admin-catalogue-caption = Minden, ami van: fiók, szolgáltatások, alkalmak. Írd át, és küldd vissza; amelyik szolgáltatást vagy alkalmat kihagyod, az marad, ahogy volt.

## Hibák

admin-at-row = { $line }. sor:{ " " }
admin-at-line = { $line }. sor:{ " " }
admin-mistake = itt ez áll: { $found }; ez kell: { $hint }
admin-unknown-key = ezt nem ismerem: { $found }; ezek vannak: { $choices } { $hint }
admin-syntax = ez nem érvényes { $format } ({ $why })
admin-found-nothing = semmi
admin-found-list = egy lista
admin-found-fields = nevesített értékek
admin-found-else = valami más
admin-found-more = túl sok
admin-found-macros = makrók
admin-wanted-account = a fiók a nevével és időzónájával, mert még nincs
admin-wanted-choice = ezek egyike: { $choices }
admin-wanted-clock = időpont 00:00 és 24:00 között, például 18:30
admin-wanted-code = 1–{ $most } betű, számjegy, - és _
admin-wanted-date = dátum, például 2026-12-01, 2000 és 2100 között
admin-wanted-depth = kevesebb egymásba ágyazott szint
admin-wanted-doubled-code = saját kód; ez a { $other }. sorban is szerepel
admin-wanted-doubled-key = ez csak egyszer; a { $other }. sorban is szerepel
admin-wanted-doubled-person = egy helyre mindenki csak egyszer; a { $other }. sor ugyanerről szól
admin-wanted-doubled-time = időeltolás ({ $first } vagy { $second }), mert óraátállításkor ez az idő kétszer jön el itt: { $zone }
admin-wanted-empty-series = szabály legalább egy nappal
admin-wanted-end-after-start = a kezdés utáni vége, egy héten belül
admin-wanted-duration = minutes (itt vagy a szolgáltatásnál) vagy ends_at
admin-wanted-encoding = UTF-8 szövegfájl
admin-wanted-event = egy létező alkalom kódja
admin-wanted-fields = nevesített értékek (kulcs: érték)
admin-wanted-format = YAML-, JSON-, CSV- vagy XLSX-fájl
admin-wanted-from = az első nap (from: 2026-12-01), mert a szabály onnan számol
admin-wanted-gap-time = létező időpont, például { $after }, mert itt előreállítják az órát: { $zone }
admin-wanted-guard = a guard és a parallel közül csak az egyik
admin-wanted-hours-overlap = egy napon belül egymást nem fedő idők
admin-wanted-individual-events = alkalmak nélkül, mert az egyéni szolgáltatásnak minutes és hours van
admin-wanted-group-hours = hours nélkül, mert az csak egyéni szolgáltatásnak van
admin-wanted-items = egy lista
admin-wanted-in-line = valaki, aki ott várakozik, mert az elsőbbség egy várólistás helyé
admin-wanted-key = ezek egyike: { $choices }
admin-wanted-length = időtartam, például 30m, 2h vagy 1d, { $least } és { $most } között
admin-wanted-minimum = legfeljebb a férőhely ({ $most })
admin-wanted-minutes-or-end = minutes vagy ends_at, nem mindkettő
admin-wanted-missing = egy érték
admin-wanted-mode-in-tier = olyan mód, amely a { $tier } csomagban megvan: { $choices }
admin-wanted-moment = dátum és idő, például 2026-12-01T18:00, 2000 és 2100 között
admin-wanted-many = egy fájlban legfeljebb { $most }
admin-wanted-near = talán { $nearest }
admin-wanted-number = egész szám { $least } és { $most } között
admin-wanted-new-name = egy név, mert ezzel a telegram_id-vel még senki sem ismert
admin-wanted-one-place = vagy event, vagy service
admin-wanted-other-kind = { $kind }, mert a { $code } szolgáltatás már az, és a fajtája nem változhat
admin-wanted-other-service = olyan kód, amelyet a { $service } szolgáltatás nem használ
admin-wanted-other-person = ugyanaz, mint a { $other }. sorban, amely ugyanezt az embert nevezi meg
admin-wanted-person = telegram_id, vagy egy vendég neve
admin-wanted-place = event vagy service, mert az elsőbbség egy várólistás helyé
admin-wanted-quiet = két időpont, például 22:00-08:00
admin-wanted-rows = legfeljebb { $most } sor
admin-wanted-rrule = szabály, például FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231
admin-wanted-rrule-end = vagy UNTIL, vagy COUNT
admin-wanted-rrule-freq = FREQ=DAILY, WEEKLY, MONTHLY vagy YEARLY
admin-wanted-seed = egy seed, hogy a sorsolás ellenőrizhető legyen
admin-wanted-service = egy szolgáltatás kódja a fájlból vagy a meglévők közül
admin-wanted-short-series = legfeljebb { $most } nap, az elsőtől { $years } éven belül
admin-wanted-single = egyetlen érték
admin-wanted-size = legfeljebb { $most } MB-os fájl
admin-wanted-syntax = { $about }, és ez a fájl nem az
admin-wanted-text = 1–{ $most } látható karakteres szöveg
admin-wanted-truth = true vagy false
admin-wanted-zone = IANA időzóna, például Europe/Budapest
admin-conflict-several-accounts = Több fiók is van; nevezd meg, melyiknek szól ez a fájl.
admin-conflict-no-account = Még nincs fiók; az első fájlnak meg kell neveznie egyet, az időzónájával.
admin-conflict-kind = Egy szolgáltatás fajtája nem változhat.
admin-conflict-no-service = Nincs ilyen szolgáltatás: { $service }.
admin-conflict-other-service = Ez a kód egy másik szolgáltatás alkalmáé.
admin-conflict-seats-used = A férőhely ({ $capacity }) kevesebb a használatban lévő helyeknél: { $seats }.
admin-conflict-held = Ezt az alkalmat már megtartottátok: { $count } résztvevőnél szerepel, hogy eljött-e. Adj saját kódot az új alkalomnak.
admin-conflict-final = Ezen az időponton egy végleges hónap adott helyeket ({ $count }), ezért az ideje marad. Ha két admin az /unlock paranccsal feloldja a hónapot, a fájl is átteheti.

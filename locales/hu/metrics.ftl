### A month's figures: as text, as a picture, and what is odd about them. `$share` and the like are percentages, ready
### made; `$length` is a stretch of time.

## As text

label-percent = { $percent }%
label-moment = 1 mp alatt
metrics-none = Még nincsenek számok: a hónap első elosztásával jönnek. Lásd: /batch.
metrics-head = <b>{ $month }</b> · { $number }. változat
metrics-booked = Ez a változat le van foglalva.
metrics-draft = Javaslat: még semmi sincs belőle lefoglalva.
metrics-success = <b>Siker { $share }</b>: { $whole } emberből { $part } kapott helyet, { $all } mindent megkapott, amit kért.
metrics-open = <b>Nyitva maradt { $share }</b>: { $whole } kért alkalomból { $part } nem jött össze.
metrics-because = Leginkább: { $reasons }
metrics-planned = <b>Férőhelyek { $share }</b>: ezzel a tervvel { $whole } férőhelyből { $part } telik be.
metrics-actual = <b>Férőhelyek: terv { $planned }, foglalt { $actual }</b>: most { $whole } férőhelyből { $part } foglalt.
metrics-kept = Kiosztva { $whole }, ebből { $part } még mindig azé, aki kapta.
metrics-came = Ahol feljegyezték: { $whole } férőhelyből { $part } esetben eljöttek.
metrics-choices = <b>Első kívánság { $one }</b>, második { $two }, harmadik vagy későbbi { $three }: ennyi teljesült melyikből.
metrics-by-hand = { $count ->
    [one] { $count } helyet kézzel adtatok, kívánság nélkül.
   *[other] { $count } helyet kézzel adtatok, kívánság nélkül.
}
metrics-even = <b>Egyenletesség { $share }</b>: 100%-nál minden alkalom szabad helyeinek ugyanakkora része telt be.
metrics-fair = <b>Méltányosság { $returning }</b>: akik korábban hely nélkül maradtak, azok közül most ennyien kaptak; a többiek közül { $others }.
metrics-fair-none = <b>Méltányosság</b>: itt korábban senki sem maradt hely nélkül.
metrics-load = Számítási idő: { $length } · emberek: { $people } · alkalmak: { $sessions }
metrics-counted = Változatok: { $done } kész, { $failed } hibás, { $stopped } leállítva
metrics-versions = <b>{ $month }: a változatok egymás mellett</b>
metrics-version = <b>{ $number }. változat</b>
metrics-version-booked = <b>{ $number }. változat</b>, lefoglalva
metrics-line = siker { $success } · férőhelyek { $use } · első kívánság { $one } · egyenletesség { $even } · { $length }
metrics-months = <b>Hónapról hónapra</b>

## Why places wished for were not given

label-unmet = { $reason } ({ $count })
label-unmet-full = a leginkább kért időpont betelt
label-unmet-party = a társaság nem fért el
label-unmet-collides = egybeesik egy másikkal
label-unmet-limit = túl közel egy másikhoz
label-unmet-minimum = túl kevesen voltak
label-unmet-together = együtt nem fértek el
label-unmet-impossible = már nem volt elérhető
label-unmet-excluded = egy admin kihagyta

## Buttons

admin-button-metrics = Számok
admin-button-metrics-light = Kép, világos
admin-button-metrics-dark = Kép, sötét
admin-button-metrics-versions = Változatok
admin-button-metrics-months = Hónapról hónapra
admin-button-metrics-month = A hónaphoz
label-metrics-version = { $number }. változat
command-admin-metrics = A hónap számai, képen is

## As a picture: a few words each

picture-booked = { $number }. változat · lefoglalva
picture-draft = { $number }. változat · javaslat
picture-success = kapott helyet
picture-people = kapott helyet
picture-all = mindent megkapott, amit kért
picture-open = kívánság maradt nyitva
picture-seats = Férőhelyek
picture-planned = terv
picture-actual = most foglalt
picture-came = eljött, ahol feljegyezték
picture-choices = Melyik kívánság teljesült
picture-first = első
picture-second = második
picture-later = 3. vagy későbbi
picture-even = Egyenletesség
picture-even-note = mennyire teltek be az alkalmak
picture-fair = Méltányosság
picture-fair-note = bejutott, üres hónapok szerint
picture-trend = Hónapról hónapra
picture-trend-success = kapott helyet
picture-trend-seats = tervezett férőhelyek
picture-foot = számítási idő: { $length } · emberek: { $people } · alkalmak: { $sessions }

## Alerts

admin-alert-batch-head = <b>{ $month }, { $number }. változat</b>: nézz rá.
admin-alert-batch-low = { $whole } emberből csak { $part } kapott helyet. Több férőhely ott segít a legtöbbet, ahol a legtöbben kérik: nézd meg, mi keresett, aztán számolj új változatot.
admin-alert-batch-unmet = { $whole } kért alkalomból { $part } nem jött össze. A számoknál látod, miért; adj hozzá férőhelyet vagy alkalmat, aztán számolj új változatot.
admin-alert-batch-stale = A kiszámítása óta változott valami ({ $what }), ezért már nem lehet lefoglalni. Számolj új változatot.
admin-alert-batch-stale-said = A kiszámítása óta az adminok döntöttek helyekről (rögzítés, áthelyezés vagy kihagyás), ezért már nem lehet lefoglalni. Számolj új változatot.
label-stale-sessions = alkalmak: { $count }
label-stale-people = emberek: { $count }

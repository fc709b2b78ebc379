### Egy hónap fájlként, és a sorsolás bizonyítéka.

admin-button-export = 📄 Exportálás
admin-button-as-json = JSON-fájlként
admin-button-export-month = Másik hónap
admin-button-export-version = Változat …
admin-button-export-service = Szolgáltatás …
admin-button-export-location = Helyszín …
admin-button-export-state = Állapot …
admin-button-export-all = Mind
admin-button-export-newest = A végleges vagy a legújabb
admin-button-export-difference = Két változat összevetése
admin-button-export-proof = Bizonyíték, nevek nélkül
export-head = <b>Exportálás</b>: melyik hónapot?
export-none = Még egy hónap sincs megnyitva. A /batch nyit egyet.
export-month = <b>Exportálás: { $month }</b>
export-version = Változat: { $text }
export-service = Csak ez a szolgáltatás: { $text }
export-location = Csak itt: { $text }
export-state = Csak ilyen állapotban: { $text }
export-formats = Az XLSX olvasni és rendezni való, nézetenként egy lappal. A CSV más programoknak szól, minden nyelven ugyanazokkal a szavakkal. A JSON-ban minden benne van, amiből a sorsolás újra kiszámolható.
export-proof = A pecsét mögötti szám nyilvános. A bizonyítékban nincsenek nevek: add oda bárkinek, aki ellenőrizni szeretné a sorsolást.
export-pick = Melyik legyen?
export-first = <b>{ $month }</b>: melyik változatot vessem össze …
export-second = <b>{ $month }</b>: … melyik másikkal? ({ $number }. változat)
export-difference = <b>{ $month }</b>: { $before }. változat → { $after }. változat
export-moved = Más időpontja lett: { $count }
export-came-in = Most már van helye: { $count }
export-fell-out = Már nincs helye: { $count }
export-caption = <b>{ $month }</b>{ $number ->
    [0] {""}
   *[other] , { $number }. változat
}
export-rows = Helyek: { $got } · kevesebbet kapott, mint kért: { $short }
export-part = A hónap egy része, ahogy kiválasztottad.
export-check = Így ellenőrizhető: <code>./run cli verify</code> és a fájl neve. A részletek: docs/proof.md.
label-export-no-version = még egy sem készült
label-export-numbered = { $number }. ({ $text })
label-export-one = { $text }
label-export-state-placed = Van helye

## A bizonyíték

proof-seal = A sorsolás pecsétje, a későbbi ellenőrzéshez: <code>{ $hash }</code>
proof-seed = A pecsét mögötti szám: <code>{ $text }</code>
proof-how = Ezzel bárki ellenőrizheti a sorsolást: az /export alatti bizonyíték és a <code>./run cli verify</code> kell hozzá.
proof-input = { $number }. változat, bemenet: <code>{ $hash }</code>
proof-yours = A sorsolás ellenőrizhető: a pecsétje mögötti szám <code>{ $text }</code>. A te sorszámod abban a fájlban, amelyet a stúdió odaad: { $number }.
admin-button-verify = A sorsolás ellenőrzése
proof-checking = <b>Ellenőrzés: { $month }</b>. Újraszámolom abból, ami az /export fájljában áll, egy pillanat. Semmit sem írok le.
proof-holds = <b>{ $month }, { $number }. változat: nincs eltérés</b>
proof-holds-seal = ✓ A szám az, amelyik a pecsét mögött van: <code>{ $hash }</code>
proof-holds-input = ✓ A bemenet az, amelynek a lenyomata készült, { $people } ember és { $sessions } alkalom: <code>{ $hash }</code>
proof-holds-output = ✓ Az imént újraszámolva pontosan ez a beosztás jön ki: { $got } hely, a kértnél kevesebbet kapott { $short }, ugyanazokkal az indokokkal.
proof-holds-told = ✓ Mindenki azt tudta meg, és a várakozók úgy állnak sorban, ahogy a sorsolás megadta.
proof-anybody = Ezt én számoltam. Nélkülem is bárki megteheti a bizonyítékkal és a <code>./run cli verify</code> paranccsal; a pecsétet vesd össze azzal, amelyet a kívánságok megnyitásakor kiírtam.
proof-differs = <b>{ $month }, { $number }. változat: { $count ->
    [one] egy eltérés
   *[other] { $count } eltérés
}</b>
proof-difference = <code>{ $place }</code>: a fájlban { $old } áll, de { $found } jön ki
proof-more = … és még { $count }
proof-differs-next = Valami megváltozott a sorsolás óta, vagy a bot egy másik verziója sorsolt. Őrizd meg a fájlt, és nézd meg benne ezeket a helyeket.
proof-earlier = <b>{ $month }</b>: még egy korábbi módszerem sorsolt, ezért nem tudom újraszámolni. Ez semmit sem mond a sorsolás ellen: a bizonyíték a projektnek azzal a verziójával ellenőrizhető, amelyik sorsolt.

## Lapok

label-export-sheet-placements = A sorsolás szerint
label-export-sheet-now = Helyek most
label-export-sheet-unplaced = Kevesebbet kapott
label-export-sheet-events = Időpontok
label-export-sheet-adjustments = Módosítások
label-export-sheet-versions = Változatok
label-export-sheet-wishes = Kívánságok
label-export-sheet-about = Erről a fájlról
label-export-sheet-changes = Különbségek

## Oszlopok

column-export-person-id = Személy száma
column-export-event-id = Időpont száma
column-export-booking-id = Foglalás száma
column-export-entry-id = Várólista száma
column-export-date = Nap
column-export-ends = Vége
column-export-location = Helyszín
column-export-wish = Hányadik kívánság
column-export-since = Azóta itt
column-export-came-by = Hogyan jutott hozzá
column-export-wanted = Ennyit kért
column-export-got = Ennyit kapott
column-export-missed = Legjobb elmaradt kívánság
column-export-ahead = Ott előtte álltak
column-export-one-more = Még egy hely elég lett volna
column-export-waits = Erre vár
column-export-credit-before = Pontok előtte
column-export-credit = Pontok most
column-export-capacity = Összes hely
column-export-free = Szabad ehhez a változathoz
column-export-taken = Kiosztva
column-export-minimum = Legkevesebb
column-export-held = E változat szerint megtartjuk
column-export-instead = Ehelyett
column-export-version = Változat
column-export-strategy = Stratégia
column-export-order = Sorrend
column-export-base = Erre épül
column-export-started-by = Ki számoltatta
column-export-started = Kezdete
column-export-finished = Kész
column-export-people = Ennyinek van helye
column-export-short = Ennyi kapott kevesebbet
column-export-seats-filled = Betöltött hely
column-export-first = Első kívánság, %
column-export-evenness = Egyenletesség, %
column-export-input = A bemenet lenyomata
column-export-error = Hiba
column-export-limit = Korlátok
column-export-choices = Időpontok, a legjobb elöl
column-export-what = Mi
column-export-value = Érték
column-export-change = Változás
column-export-from = Előtte
column-export-to = Utána

## Ami bennük áll

label-export-month = Hónap
label-export-zone = Időzóna
label-export-seal = Pecsét (a mögötte álló szám lenyomata)
label-export-seed = A pecsét mögötti szám
label-export-no-seed = akkor derül ki, amikor a hónap végleges
label-export-engine = Módszer
label-export-limited = Csak
label-export-whole = az egész hónap
label-export-placements = Helyek
label-export-unplaced-people = Ennyien kaptak kevesebbet
label-export-at = Exportálva
label-export-yes = Igen
label-export-no = Nem
label-export-placed = Sorsolással
label-export-kept = Korábbi változatból maradt
label-export-pinned = Admin rögzítette
label-export-full = A leginkább kért időpont betelt
label-export-party = Kevés hely volt együtt
label-export-collides = Egyszerre van egy másikkal
label-export-per-day = Naponta legfeljebb egy
label-export-per-week = Hetente legfeljebb egy
label-export-minimum = Túl kevesen kérték
label-export-together = Csak együtt, és úgy nem ment
label-export-impossible = Már semmi sem volt elérhető
label-export-excluded = Admin hagyta ki
label-export-by-self = Maga foglalta
label-export-by-offer = Ajánlatból
label-export-by-promotion = A várólistáról
label-export-by-admin = Admin adta
label-export-by-move = Áthelyezték
label-export-by-request = Kérésre
label-export-by-repair = Javítással
label-export-proposed = Javaslat, nincs lefoglalva
label-export-cancelled = Azóta lemondva
label-export-off = Elmarad
label-export-booked = A várólistáról foglalva
label-export-left = Elhagyta a várólistát
label-export-closed = A várólista véget ért
label-export-shut = Lezárva
label-export-unplaced = Nincs helye
label-export-asked = Emlékeztettem, nem válaszolt
label-export-stated = Van kívánsága
label-export-withdrawn = Visszavonta
label-export-running = Számolás alatt
label-export-done = Kész
label-export-stopped = Leállítva
label-export-failed = Nem sikerült
label-export-final = Végleges
label-export-collecting = A kívánságok nyitva vannak
label-export-planned = Tervezés alatt
label-export-pin = Rögzítve
label-export-move = Áthelyezve
label-export-exclude = Kihagyva
label-export-counts = Érvényes
label-export-over = Visszavonva vagy lecserélve
label-export-fast-fill = Gyorsan teljenek meg
label-export-balanced = Egyenletesen teljenek meg
label-export-most = A legtöbb hely
label-export-fair = Sorban
label-export-moved = Más időpont
label-export-came-in = Most már van helye
label-export-fell-out = Már nincs helye
label-export-at-most-day = naponta legfeljebb egy
label-export-at-most-week = hetente legfeljebb egy

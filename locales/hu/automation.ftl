### How freed seats are handled: modes, their rules, presets, the account's switches. `$event` is the service's name.

auto-head = <b>Automatika: { $event }</b>, { $when }
auto-head-service = <b>Automatika: { $service }</b>
auto-follows = Ez az alkalom a szolgáltatás szabályait követi.
auto-own = Ennek az alkalomnak saját szabályai vannak; amire nincs, abban a szolgáltatást követi.
auto-concerns = { $count ->
    [0] Még nincs közelgő alkalom
    [one] 1 közelgő alkalomra érvényes
   *[other] { $count } közelgő alkalomra érvényes
}{ $first ->
    [0] .
    [one] , kivéve, amit 1 közülük maga állít be.
   *[other] , kivéve, amit { $first } közülük maga állít be.
}
auto-line = • { $text }
auto-mode-line = <b>{ $mode }:</b> { $text }
auto-new = <b>Ha ezt elmented:</b>

## The modes, in a sentence

auto-about-manual = Minden szabad helyről te döntesz; magától semmi sem történik.
auto-about-legacy = A szabad helyet azonnal, kérdés nélkül a sor első megfelelő embere kapja.
auto-about-offer = A szabad helyet a soron következő kapja ajánlatként, és a válaszáig félretesszük neki.
auto-about-splitter = A szabad helyek több összetartozó alkalom között egyenlítődnek ki: előbb terv készül, aztán jönnek az ajánlatok.
auto-mode-locked = A(z) „{ $mode }” nem része az előfizetésednek ({ $name }). Ezekben van benne: { $names }.

## The rules, in sentences

auto-rule-validity-start = Az ajánlat a kezdésig hátralévő idő szerint él: jóval előtte 12 óráig, az utolsó két napban 2 óráig, az utolsó 12 órában 20 percig.
auto-rule-validity = Az ajánlat ennyi ideig él: { $length }.
auto-rule-parallel = { $count ->
    [0] Egyszerre annyi ajánlat él, ahány szabad hely van.
    [1] Egyszerre csak egy ajánlat él.
   *[other] Egyszerre legfeljebb { $count } ajánlat él.
}
auto-rule-call-none = Kezdés előtt nincs utolsó felhívás.
auto-rule-call = Utolsó felhívás a kezdés előtt ennyivel: { $length }. Ekkor mindenki egyszerre kapja meg, aki a sorban áll, és az első koppintás nyer.
auto-rule-cutoff-none = A helyeket a kezdésig ajánljuk fel.
auto-rule-cutoff = Kezdés előtt ennyivel már nincs új ajánlat: { $length }.
auto-rule-quiet-none = Nincs csendes időszak.
auto-rule-quiet = Csendes időszak: { $times }. Ilyenkor senkit sem ébresztünk fel, és az idő sem telik.
auto-rule-confirm-none = Igen nélkül senkinek sem foglalunk, hacsak nem ő kérte így.
auto-rule-confirm = Kezdés előtt ennyivel a következőnek kérdés nélkül lefoglaljuk a helyet: { $length }.
auto-rule-order-line = A sor rendjében.
auto-rule-order-lottery = Azonos elsőbbségnél sorsolással, ebből a számból: <code>{ $code }</code>. Ezzel bárki ellenőrizheti a sorrendet.
auto-rule-fit-strict = Szigorú sorrend: a nagyobb társaság megvárja, míg elég hely lesz, és addig a mögötte állók is.
auto-rule-fit-best = { $count ->
    [one] Ha egy társaság nem fér be, egy mögötte álló kisebb megelőzheti, de csak egyszer.
   *[other] Ha egy társaság nem fér be, egy mögötte álló kisebb megelőzheti, legfeljebb { $count } alkalommal.
}
auto-rule-missed = Az elszalasztott ajánlat elsőre semmibe sem kerül, másodszorra a sor végére visz, harmadszorra a hely elvész. Erről mindenki értesül. Ez rögzített.

## Choices on buttons

label-choice-start = A hátralévő idő szerint
label-choice-none = Kikapcsolva
label-choice-before = { $length } a kezdés előtt
label-choice-quiet = { $times }
label-choice-parallel = { $count ->
    [0] Ahány szabad hely van
    [1] Egyszerre egy
   *[other] Egyszerre { $count }
}
label-choice-line = A sor rendje
label-choice-lottery = Sorsolás
label-choice-strict = Szigorú sorrend
label-choice-best = { $count ->
    [one] Ami befér, 1 előzéssel
   *[other] Ami befér, { $count } előzéssel
}

## Buttons

admin-button-automation = Automatika
admin-button-auto-mode = Másik mód
admin-button-auto-validity = Ajánlat ideje
admin-button-auto-parallel = Egyszerre
admin-button-auto-call = Utolsó felhívás
admin-button-auto-cutoff = Ajánlatok vége
admin-button-auto-quiet = Csendes időszak
admin-button-auto-confirm = Kérdés nélkül
admin-button-auto-order = Sorrend
admin-button-auto-fit = Társaságok
admin-button-auto-more = További szabályok
admin-button-auto-follow = A szolgáltatás szabályai
admin-button-auto-presets = Sablonok
admin-button-auto-account = Fiók
admin-button-auto-service = A szolgáltatás automatikája
admin-button-auto-guide = Melyik módot válaszd?
admin-button-auto-save = Mentés
admin-button-auto-keep = Mentés, ajánlatok maradnak
admin-button-auto-withdraw = Mentés, ajánlatok vissza

## What a change would come to

label-effect-offered = Azonnal ajánlatot kapna: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
label-effect-booked = Azonnal helyet kapna: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
label-effect-called = Azonnal utolsó felhívást kapna: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more } ember
}.
label-effect-waits = { $count ->
    [one] 1 szabad hely várna a döntésedre.
   *[other] { $count } szabad hely várna a döntésedre.
}
auto-effect-line = → { $text }
auto-effect-none = → Most senkinek sem változik semmi.
auto-effect-stops = → Magától már semmi sem telne be.
auto-effect-starts = → Mostantól a szabad helyek maguktól telnének be.
auto-open-offers = { $count ->
    [one] <b>1 ajánlat nyitott.</b> Ha megtartod, a végéig él. Ha visszavonod, a helye a sorban megmarad, egyszer szólunk neki, és utána:
   *[other] <b>{ $count } ajánlat nyitott.</b> Ha megtartod őket, a végükig élnek. Ha visszavonod, a helyük a sorban megmarad, egyszer szólunk nekik, és utána:
}
admin-done-auto = Elmentve.

## Presets

auto-presets = { $count ->
    [0] Még nincs sablon. A sablon néven őrzi a módot és a szabályokat, hogy máshol is használhasd.
    [one] 1 sablon
   *[other] { $count } sablon
}
auto-preset = Sablon: <b>{ $name }</b>, { $count }. változat
auto-preset-made = Mentette: { $by }, { $when }
auto-preset-used = { $count ->
    [0] Sehol sem használod.
    [one] 1 helyen használod.
   *[other] { $count } helyen használod.
}
auto-preset-drop = Törlöd ezt: <b>{ $name }</b>, { $count }. változat? A többi változat megmarad.
label-preset = { $name }, { $count }. változat{ $total ->
    [0] { "" }
   *[other] { " " }· { $total } helyen
}
admin-button-auto-keep-preset = Mentés sablonként
admin-button-auto-apply = Használat itt
admin-button-auto-version = Új változat innen
admin-button-auto-drop = Törlés
admin-done-preset = Elmentve: { $name }.
admin-done-preset-gone = Törölve: { $name }.

## The account

auto-account = <b>{ $name }</b>
auto-fill-on = Az automatikus feltöltés be van kapcsolva.
auto-fill-off = ⏸ Az automatikus feltöltés ki van kapcsolva: magától egyik alkalomnál sem történik semmi.
auto-confirmed = A foglalások azonnal visszaigazoltak.
auto-pending = A foglalások megvárják, amíg valamelyikőtök visszaigazolja őket.
auto-ask-fill-off = Kikapcsolod az automatikus feltöltést az egész fióknál? A nyitott ajánlatok a végükig élnek, utána minden szabad hely rád vár.
auto-ask-fill-on = Bekapcsolod az automatikus feltöltést az egész fióknál? Minden alkalom újra a saját módja szerint telik.
auto-ask-pending = Várják meg az új foglalások, amíg valamelyikőtök visszaigazolja őket? Ami már visszaigazolt, az marad.
auto-ask-confirmed = Legyenek az új foglalások azonnal visszaigazolva? Amelyik most vár, ahhoz még kell az igened.
admin-button-auto-fill-off = Feltöltés kikapcsolása
admin-button-auto-fill-on = Feltöltés bekapcsolása
admin-button-auto-pending = Visszaigazolás kézzel
admin-button-auto-confirmed = Azonnali visszaigazolás

## /help modes

label-help-modes = módok
auto-guide-head = <b>Melyik módot válaszd?</b>
auto-guide-manual = <b>Kézi kezelés:</b> minden felszabadult helyről te döntesz. Akkor válaszd, ha a kontroll a legfontosabb, és nem szabadul fel több hely, mint amennyivel győzöl foglalkozni. Egészségügyben, szigorú jóváhagyásnál, sok kivételnél jó. Nélküled senki sem kap foglalást; cserébe időbe telik, és a hely üres marad, amíg rá nem nézel.
auto-guide-legacy = <b>Automatikus léptetés a várólistáról:</b> az első várakozónak azonnal lefoglaljuk a helyet. Akkor válaszd, ha a gyorsaság a legfontosabb, és nem kell minden helyhez külön igen. Kis jóga- vagy fitneszcsoportnak jó: gyors, egyszerű, alig van vele dolgod, kevés hely marad üresen. Előtte senkit sem kérdezünk, de aki így lép előre, egy ideig következmény nélkül lemondhatja.
auto-guide-offer = <b>Feltöltés ajánlatokkal a várólistáról:</b> a következő ajánlatot kap, és ő dönt; előbb az alkalom várólistájáról, aztán a szolgáltatás tartaléklistájáról. Akkor válaszd, ha számít az egyértelmű igen. Prémium workshopnak jó. Látod, melyik ajánlat nyitott, elfogadott, visszautasított vagy lejárt. A válaszra várni kell, ezért a hely kicsit tovább maradhat szabad.
auto-guide-splitter = <b>Kiegyenlítő feltöltés több alkalom között:</b> az összetartozó alkalmakat együtt nézi (egy alkalomtól kezdve, egy napon vagy azonos időpontban), és három lépésben egyenlíti ki: terv, ajánlatok, lezárás. Előbb szimulációt látsz, aztán történik meg élesben. Akkor válaszd, ha az alkalmak együtt fontosabbak, mint egy-egy külön. Egy tanfolyam párhuzamos óráihoz jó. Több rajta a beállítanivaló.
auto-guide-when = A helyek akkor telnek be, amikor valaki lemond (te vagy ő), másik alkalomra megy át vagy visszautasít, ha a fiókodnál az automatikus feltöltés be van kapcsolva. A módot bármikor megváltoztathatod az alkalom kártyáján az „Automatika” gombbal: mentés előtt látod, mivel jár.

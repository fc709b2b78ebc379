### Before a balancing is finalized, or automation frozen, admins read what that would do.

admin-button-split-finalize-do = Lezárás most
finalize-ask = <b>Lezárod { $count ->
    [one] ennek az időpontnak
   *[other] ennek a { $count } időpontnak
} a kiegyenlítését?</b> Még semmi sem történt.
finalize-withdrawn = Ezeket a nyitott ajánlatokat visszavonjuk:
finalize-moved = Már van helyük, ezért kilépnek a sorból:
finalize-back = Visszakerülnek a helyükre a sorban:
finalize-out = Kilépnek a sorból vagy szüneteltetik a helyüket:
finalize-line = • { $name }: { $when }
finalize-place = • { $name }: { $when }, { $position }. hely a sorban
finalize-reserve = • { $name }: tartaléklista, { $position }. hely
finalize-more = … és még { $count }
finalize-nobody = Senkinek sem változik semmi.

freeze-ask = <b>Befagyasztod ennél az alkalomnál az automatikát?</b>
freeze-offers = { $count ->
    [0] Nincs nyitott ajánlat.
    [one] 1 nyitott ajánlat marad. Ha nem kell a hely, a te döntésedre vár.
   *[other] { $count } nyitott ajánlat marad. Amelyik hely nem kell, a te döntésedre vár.
}

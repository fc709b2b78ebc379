### /whatif egy alkalom másik időpontjáról. `$new` és `$until` időpontok, `$names` és `$more` emberek.

whatif-date = <b>Inkább ekkor kezdődik: { $new }</b>
whatif-keeps = → Megtartja a helyét, kérdés nélkül, mert a válaszra már nincs idő: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-asked = → Megtartja a helyét; megkérdezem, jó-e neki az új időpont, és eddig válaszolhat: { $until }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
whatif-renewed = → A nyitott ajánlata véget ér, és újat kap: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }és még { $more }
}
admin-button-whatif-date = Másik időpont
words-whatif-date = időpont dátum mikor kezdés kezdődik
whatif-no-date = „{ $text }”: ebben nincs se nap, se óra. Írd meg, mikor kezdődjön, például: <code>/whatif { $code } időpont 2026-12-02 18:00</code>

### /whatif zu einer anderen Zeit eines Termins. `$new` und `$until` sind Zeiten, `$names` und `$more` Leute.

whatif-date = <b>Es beginnt stattdessen { $new } Uhr:</b>
whatif-keeps = → Behält den Platz, ohne Rückfrage, denn zum Antworten bleibt keine Zeit: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-asked = → Behält den Platz und wird gefragt, ob die neue Zeit passt, bis { $until } Uhr: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-renewed = → Das offene Angebot endet, ein neues folgt: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
admin-button-whatif-date = Andere Zeit
words-whatif-date = datum zeit uhrzeit beginn termin
whatif-no-date = „{ $text }“ nennt weder Tag noch Uhrzeit. Schreib, wann es beginnen soll, zum Beispiel: <code>/whatif { $code } zeit 2026-12-02 18:00</code>

### /whatif: wer hineinkäme und wer herausfiele; nichts wird gespeichert. `$event` ist der Name der Leistung, `$when` Tag
### und Uhrzeit des Termins, `$code` der Code eines Termins.

## Die Frage

whatif-events = <b>Was wäre, wenn …?</b> Um welchen Termin geht es?
whatif-head = <b>Was wäre, wenn …?</b> { $event }, { $when } Uhr
whatif-choose = Was wäre anders?
whatif-how = In Worten: <code>/whatif { $code } plätze +2</code>, oder <code>absagen</code>, <code>absagen</code> und ein Name, <code>modus</code> und sein Name, <code>zeit</code> und wann es beginnen soll, <code>umbuchen</code> mit einem Namen und dem Code eines Termins.
whatif-bookings = Wessen Buchung?
whatif-bookings-none = Niemand hat gebucht.
whatif-capacity = { $wanted ->
    [one] <b>1 Platz</b>
   *[other] <b>{ $wanted } Plätze</b>
} statt { $capacity }:
whatif-below = { $used } sind vergeben, also kämen die neuesten Buchungen zurück auf die Warteliste. Lässt du es stattdessen auslaufen, verliert niemand einen Platz.
whatif-off = <b>Der Termin fällt aus:</b>
whatif-cancel = <b>Die Buchung von { $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) <b>fällt weg:</b>
whatif-move = <b>{ $name }</b> ({ $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}) <b>kommt hierher: { $new }</b>
whatif-mode = <b>Der Modus ist „{ $mode }“:</b>
whatif-offers-kept = <b>Wenn offene Angebote bleiben:</b>
whatif-offers-withdrawn = <b>Wenn offene Angebote zurückgezogen werden:</b>
label-whatif-event = { $when }: { $event }

## Was daraus würde

label-whatif-fill = { $booked } von { $capacity } gebucht{ $offered ->
    [0] { "" }
   *[other] , { $offered } angeboten
}{ $held ->
    [0] { "" }
   *[other] , { $held } zurückgehalten
}{ $free ->
    [0] { "" }
   *[other] , { $free } frei
}{ $waiting ->
    [0] , niemand wartet
    [one] , 1 wartet
   *[other] , { $waiting } warten
}
label-whatif-person = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }({ $seats } Plätze)
}
whatif-now = Jetzt: { $text }
whatif-then = Dann: <b>{ $text }</b>
whatif-there = <b>Beim anderen Termin:</b>
whatif-booked = → Bekommt einen Platz: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-offered = → Bekommt ein Angebot bis { $until } Uhr, wenn die Nachricht jetzt hinausgeht: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-called = → Letzter Aufruf bis { $until } Uhr, wer zuerst tippt, bekommt den Platz: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-displaced = → Vom Platz an die Spitze der Warteliste: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-cancelled = → Hier nicht mehr gebucht: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-withdrawn = → Angebot zurückgezogen: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-closed = → Nicht mehr auf der Warteliste: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-nobody = → Niemand kommt hinein, niemand fällt heraus.
whatif-next-offer = → Freie Plätze, die übrig sind, bleiben für die Warteliste: Das nächste Angebot folgt, sobald ein offenes beantwortet ist.
whatif-told = → Bekäme eine Nachricht: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }und { $more } weitere
}
whatif-told-nobody = → Niemand bekommt eine Nachricht.
whatif-nothing-written = <i>Geändert ist damit nichts.</i>

## Knöpfe

admin-button-whatif = Was wäre, wenn …
admin-button-whatif-capacity = Andere Zahl der Plätze
admin-button-whatif-off = Der Termin fällt aus
admin-button-whatif-booking = Eine Buchung fällt weg
admin-button-whatif-move = Lieber an einen anderen Termin
admin-button-whatif-do = Weiter: so machen …

## Wörter, die verstanden werden

words-whatif-capacity = plätze platz kapazität
words-whatif-cancel = absagen absage stornieren storno
words-whatif-mode = modus
words-whatif-move = umbuchen verschieben

## Was richtig wäre

whatif-no-event = Ich kenne keinen Termin „{ $text }“. Zuerst kommt der Code eines Termins, zum Beispiel: <code>/whatif { $code } plätze +2</code>
whatif-no-events = Ich kenne keinen Termin „{ $text }“, und es steht auch keiner an. /services sagt, wie Termine hereinkommen.
whatif-unclear = „{ $text }“ verstehe ich nicht. Nach dem Code kommt <i>plätze</i>, <i>absagen</i>, <i>modus</i>, <i>zeit</i> oder <i>umbuchen</i>, zum Beispiel: <code>/whatif { $code } plätze +2</code>
whatif-no-number = „{ $text }“ nennt keine Zahl von Plätzen. Schreib, wie viele es sein sollen oder wie viele mehr oder weniger, zum Beispiel: <code>/whatif { $code } plätze +2</code>
whatif-no-mode = „{ $text }“ nennt keinen Modus. Es gibt: { $names }. Zum Beispiel: <code>/whatif { $code } modus manuell</code>
whatif-no-booking = Niemand mit dem Namen „{ $text }“ ist dort gebucht. Schreib den Namen so, wie er bei den Buchungen steht, oder für den ganzen Termin: <code>/whatif { $code } absagen</code>
whatif-no-target = „{ $text }“ sagt nicht, wer wohin soll. Schreib einen Namen und den Code des anderen Termins, zum Beispiel: <code>/whatif { $code } umbuchen Anna { $code }</code>

### Before a balancing is finalized, or automation frozen, admins read what that would do.

admin-button-split-finalize-do = Jetzt abschließen
finalize-ask = <b>Den Ausgleich { $count ->
    [one] dieses Termins
   *[other] dieser { $count } Termine
} abschließen?</b> Noch ist nichts passiert.
finalize-withdrawn = Offene Angebote, die zurückgezogen werden:
finalize-moved = Jetzt mit Platz, dafür nicht mehr in der Reihe:
finalize-back = Wieder an ihrem Platz in der Reihe:
finalize-out = Raus aus der Reihe oder in Pause:
finalize-line = • { $name }: { $when } Uhr
finalize-place = • { $name }: { $when } Uhr, Nummer { $position }
finalize-reserve = • { $name }: Reserveliste, Nummer { $position }
finalize-more = … und { $count } weitere
finalize-nobody = Für niemanden ändert sich etwas.

freeze-ask = <b>Automatik für diesen Termin einfrieren?</b>
freeze-offers = { $count ->
    [0] Kein Angebot ist offen.
    [one] 1 offenes Angebot bleibt. Will niemand den Platz, wartet er auf deine Entscheidung.
   *[other] { $count } offene Angebote bleiben. Plätze, die niemand will, warten auf deine Entscheidung.
}

bot-description =
    Szia! Itt
    • két koppintással foglalhatsz helyet,
    • ahol minden betelt, várhatsz egyre, és látod, hol tartasz a sorban,
    • megkaphatod a felszabaduló helyet: megtartom neked, amíg válaszolsz,
    • átteheted vagy lemondhatod a foglalásod, ha közbejön valami.

    Koppints az Indításra, és mutatom, mi lesz.

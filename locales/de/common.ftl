### Words that every screen shares: buttons, times of the week, the language's own name.

language-name = Deutsch

button-accept = Annehmen
button-anywhere = Jeder Termin passt
button-auto-off = ✓ Ohne Rückfrage nehmen
button-auto-on = Ohne Rückfrage nehmen
button-back = Zurück
button-book = Buchen
button-cancel = Buchung stornieren
button-confirm = Bestätigen
button-decline = Ablehnen
button-decline-keep = Wartelistenplatz behalten
button-decline-pause = Pausieren
button-earlier = ‹ Frühere
button-events = Termine
button-join = Auf die Warteliste
button-later = Spätere ›
button-leave = Warteliste verlassen
button-my = Meine Plätze
button-pause = Pausieren
button-pause-open = Bis ich weitermache
button-reserve = Mein Platz: beliebiger Termin
button-resume = Fortsetzen
button-see = Termin ansehen
button-several = Für mehrere buchen
button-several-wait = Zu mehreren warten

window-any = Jederzeit
window-mornings = Vormittags
window-afternoons = Nachmittags
window-evenings = Abends
window-weekends = Am Wochenende
window-inside-any = jederzeit
window-inside-mornings = vormittags
window-inside-afternoons = nachmittags
window-inside-evenings = abends
window-inside-weekends = am Wochenende
window-inside-own = eigene Zeiten

### Words that every screen shares: buttons, times of the week, the language's own name.

language-name = Magyar

button-accept = Elfogadom
button-anywhere = Bármelyik időpont jó
button-auto-off = ✓ Kérdés nélkül is kérem
button-auto-on = Kérdés nélkül is kérem
button-back = Vissza
button-book = Foglalok
button-cancel = Foglalás lemondása
button-confirm = Megerősítem
button-decline = Nem kérem
button-decline-keep = Megtartom a helyem a sorban
button-decline-pause = Szüneteltetem
button-earlier = ‹ Korábbiak
button-events = Alkalmak
button-join = Feliratkozom a várólistára
button-later = Későbbiek ›
button-leave = Leiratkozom
button-my = Helyeim
button-pause = Szüneteltetem
button-pause-open = Amíg nem folytatom
button-reserve = Bármelyik időpontra várok
button-resume = Folytatom
button-see = Megnézem az alkalmat
button-several = Többünknek foglalok
button-several-wait = Többen várnánk

window-any = Bármikor
window-mornings = Délelőtt
window-afternoons = Délután
window-evenings = Este
window-weekends = Hétvégén
window-inside-any = bármikor
window-inside-mornings = délelőtt
window-inside-afternoons = délután
window-inside-evenings = este
window-inside-weekends = hétvégén
window-inside-own = saját időpontok

### Words that every screen shares: buttons, times of the week, the language's own name.

language-name = English

button-accept = Accept
button-anywhere = Any date will do
button-auto-off = ✓ Just take the seat for me
button-auto-on = Just take the seat for me
button-back = Back
button-book = Book
button-cancel = Cancel booking
button-confirm = Confirm
button-decline = Decline
button-decline-keep = Keep my place
button-decline-pause = Pause my place
button-earlier = ‹ Earlier
button-events = Events
button-join = Join waitlist
button-later = Later ›
button-leave = Leave waitlist
button-my = My places
button-pause = Pause
button-pause-open = Until I resume
button-reserve = My any-date place
button-resume = Resume
button-see = Show event
button-several = Book for several
button-several-wait = Wait with others

window-any = Any time
window-mornings = Mornings
window-afternoons = Afternoons
window-evenings = Evenings
window-weekends = Weekends
window-inside-any = any time
window-inside-mornings = mornings
window-inside-afternoons = afternoons
window-inside-evenings = evenings
window-inside-weekends = weekends
window-inside-own = own times

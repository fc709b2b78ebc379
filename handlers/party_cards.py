"""What is asked of a party: how many, and who."""

from collections.abc import Sequence

from engine.views import EventCard
from handlers.door import Button, Card, Texts
from handlers.entry_cards import ahead
from handlers.event_card import most_seats
from handlers.keyboards import back, button, joined, named, paragraphs, titled

ACROSS = 2  # buttons in a row
MOST = 20  # sizes to choose from


def sizes_question(texts: Texts, event: EventCard) -> Card:
    """A button for each size; those that do not fit in are for the waitlist, also where an admin decides."""
    buttons = [_size(texts, event, seats) for seats in range(2, min(most_seats(event), MOST) + 1)]
    rows = [buttons[at : at + ACROSS] for at in range(0, len(buttons), ACROSS)]
    text = texts.say("party-size-ask", **titled(texts, event))
    return Card(text, [*rows, back(texts, "event", event.id)])


def names_question(texts: Texts, event: EventCard, seats: int, names: Sequence[str], *, waits: bool) -> Card:
    """Who comes along; what is known so far."""
    left = seats - 1 - len(names)
    text = paragraphs(
        texts.say("party-names-head", **titled(texts, event), seats=seats),
        ahead(texts, event) if waits and not names else None,
        texts.say("party-names-known", names=joined(names)) if names else None,
        texts.say("party-names-ask", left=left),
    )
    return Card(text, [[button(texts, "button-back", "party-back", event.id)]])


def _size(texts: Texts, event: EventCard, seats: int) -> Button:
    fits = seats <= (event.public if event.settings.self_service else event.free)
    key = "label-seats" if fits else "label-seats-wait"
    return named(texts.plain(key, seats=seats), "party", event.id, seats)

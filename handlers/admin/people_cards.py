"""What an admin reads before they book for somebody, however they came to that person."""

from collections.abc import Sequence

from engine.views import EventCard, Person
from handlers.admin.layout import head, lines
from handlers.door import Html, Texts


def book_told(texts: Texts, event: EventCard, person: Person, seats: int, others: Sequence[str]) -> Html:
    """For whom and with whom, that they hear nothing of it where nobody can write to them, who would be passed over,
    and why?"""
    return lines(
        head(texts, event, "admin-ask-head"),
        texts.say("admin-ask-book", name=person.name, seats=seats),
        texts.say("admin-party", names=", ".join(others)) if others else None,
        _unheard(texts, person),
        texts.say("admin-ask-move-passed", waiting=event.in_line) if event.in_line else None,
        texts.say("admin-ask-reason"),
    )


def _unheard(texts: Texts, person: Person) -> Html | None:
    if person.telegram_id is None:
        return texts.say("admin-ask-book-guest")
    return None if person.reachable else texts.say("admin-ask-book-away")

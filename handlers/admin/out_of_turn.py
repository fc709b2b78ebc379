"""Seats that anybody may book although people wait: why none of these gets them, and how many there are."""

from collections.abc import Sequence

from engine.views import EventCard, OutOfTurn, Views
from handlers.admin.layout import is_open
from handlers.door import Html, Texts

WHY = (
    ("admin-out-let-go", "let_go"),
    ("admin-out-unreachable", "unreachable"),
    ("admin-out-too-large", "too_large"),
    ("admin-out-more", "more"),
)


async def passed_over(views: Views, event: EventCard) -> OutOfTurn:
    """Nobody, where no seat is free for everybody, nobody waits, or it is too late to book."""
    asked = is_open(event) and event.public and event.in_line
    return await views.out_of_turn(event.id) if asked else OutOfTurn()


def because(texts: Texts, out: OutOfTurn) -> Sequence[Html]:
    """A line for each thing that stands in somebody's way, and for those who were not looked at."""
    return [texts.say(key, count=count) for key, name in WHY if (count := getattr(out, name))]

"""An event in a list: a button with when, what, and how full."""

from engine.views import EventCard
from handlers.admin.layout import LABEL, label, short, titled
from handlers.door import Texts

NAME = 20


def event_line(texts: Texts, event: EventCard) -> str:
    """The name gives way to the numbers."""
    key = "admin-events-line-halted" if event.halted else "admin-events-line"
    values = dict(
        titled(texts, event),
        booked=event.booked,
        capacity=event.capacity,
        waiting=event.in_line,
        requests=event.requests,
    )
    name = short(texts.name(event.names), NAME)
    over = len(texts.plain(key, **values | {"event": name})) - LABEL
    return label(texts, key, **values | {"event": short(name, max(len(name) - max(over, 0), 1))})

"""An event in a few lines, the same wherever it is told."""

from engine.views import EventCard
from handlers.door import Html, Texts
from handlers.keyboards import lines, titled


def event_lines(texts: Texts, event: EventCard) -> Html:
    """What, when, where."""
    ends = texts.until(event.ends_at, event.timezone, event.starts_at)
    return lines(
        texts.say("event-head", **titled(texts, event), ends=ends),
        texts.say("event-where", where=event.location) if event.location else None,
    )

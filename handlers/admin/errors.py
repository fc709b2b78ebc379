"""The one place that answers an admin whose tap was refused: the sentence, and the card as it is now."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from engine.refusals import Refusal
from engine.views import EventCard
from handlers.admin.cards import seats_freed
from handlers.admin.event_card import event_card
from handlers.admin.layout import short
from handlers.door import Admin, Answer, Card

TOAST = 200


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """Two admins at once: the first has won, the second reads why and sees what the first made of it."""
    event = await admin.rooms.views.event(args[0]) if args and verb != "a-events" else None
    sentence = admin.plain(refusal.key, **_values(admin, refusal, event))
    return Answer(short(sentence, TOAST), alert=True, card=await _card(admin, verb, event))


def _values(admin: Admin, refusal: Refusal, event: EventCard | None) -> dict[str, object]:
    zone = event.timezone if event else "UTC"
    return {name: _spoken(admin, value, zone) for name, value in refusal.values.items()}


def _spoken(admin: Admin, value: object, zone: str) -> object:
    if isinstance(value, datetime):
        return admin.texts.when(value, zone)
    return admin.texts.length(value) if isinstance(value, timedelta) else value


async def _card(admin: Admin, verb: str, event: EventCard | None) -> Card | None:
    if event is None:
        return None
    if verb.startswith("a-freed"):
        return await seats_freed(admin.rooms.views, admin.texts, event.id, "")
    return event_card(admin.texts, event, await admin.rooms.views.holds(event.id))

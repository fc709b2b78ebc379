"""The one place that answers an admin whose tap was refused: the sentence, and the card as it is now."""

from collections.abc import Sequence

from engine.refusals import AlreadyDone, Busy, Refusal
from engine.views import EventCard
from handlers.admin.cards import seats_freed
from handlers.admin.event_card import event_card
from handlers.admin.layout import short
from handlers.admin.outcome import TOAST
from handlers.door import Admin, Answer, Card
from handlers.errors import refused


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """Two admins at once: the first has won, the second reads why and sees what the first made of it. A tap that was
    handled before needs no alarm; while the lock is taken nothing is known to have changed."""
    event = await admin.rooms.views.event(args[0]) if args and verb != "a-events" else None
    sentence = short(refused(admin.texts, refusal, event.timezone if event else "UTC"), TOAST)
    if event is None or isinstance(refusal, Busy):
        return Answer(sentence, alert=True)
    return Answer(sentence, alert=not isinstance(refusal, AlreadyDone), card=await _card(admin, verb, event))


async def _card(admin: Admin, verb: str, event: EventCard) -> Card | None:
    if verb.startswith("a-freed"):
        return await seats_freed(admin.rooms.views, admin.texts, event.id, "")
    return event_card(admin.texts, event, await admin.rooms.views.holds(event.id))

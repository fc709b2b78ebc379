"""The event does not take place: why, and which other dates there are."""

from bot.letters.desk import Desk
from bot.letters.wished import besides
from engine.views import EventCard
from handlers.door import Card
from handlers.events import date_button
from handlers.keyboards import button, paragraphs

OTHERS = 4


async def called_off(desk: Desk, event: EventCard) -> Card:
    """Told to everybody who was booked or waited; and what becomes of their wish for it."""
    others = (await desk.views.events(event.service_id, 0, OTHERS)).items
    reason = desk.word("reason")
    wish, ways = await besides(desk)
    text = paragraphs(
        desk.about("event-called-off", event),
        desk.texts.say("reason-told", reason=desk.texts.reason(reason)) if reason else None,
        wish,
        desk.texts.say("event-others") if others else None,
    )
    dates = [[date_button(desk.texts, other, desk.now, 1)] for other in others]
    return Card(text, [*dates, *ways, [button(desk.texts, "button-my", "my")]])

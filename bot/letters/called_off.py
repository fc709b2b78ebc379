"""The event does not take place: why, what ends with it, and which other dates there are."""

from collections.abc import Sequence

from bot.letters.desk import Desk
from bot.letters.wished import besides
from engine.views import EventCard, PeriodCard
from handlers.door import Card, Html
from handlers.events import date_button
from handlers.keyboards import Rows, button, lines, paragraphs

OTHERS = 4


async def called_off(desk: Desk, event: EventCard, ends: Html | None = None) -> Card:
    """Told to everybody who was booked or waited, with what else `ends`; and what becomes of their wish for it. Whoever
    had their place by a month that is final reads what may come of that."""
    month = await desk.views.period(desk.id("period"))
    free = await _free(desk, event, month) if month is not None else []
    others = free or (await desk.views.events(event.service_id, 0, OTHERS)).items
    wish, ways = await besides(desk)
    text = paragraphs(
        desk.about("event-called-off", event),
        _why(desk),
        ends,
        _lost(desk, month, free) if month is not None else None,
        wish,
        desk.texts.say("event-others") if others else None,
    )
    dates = [[date_button(desk.texts, other, desk.now, 1)] for other in others]
    result = _result(desk, month) if month is not None else []
    return Card(text, [*dates, *ways, *result, [button(desk.texts, "button-my", "my")]])


def _why(desk: Desk) -> Html | None:
    reason = desk.word("reason")
    return desk.texts.say("reason-told", reason=desk.texts.reason(reason)) if reason else None


async def _free(desk: Desk, event: EventCard, month: PeriodCard) -> Sequence[EventCard]:
    """Other dates of the service in that month that can be had at once."""
    free = await desk.views.free_dates(month.id)
    return [other for other in free if other.service_id == event.service_id][:OTHERS]


def _lost(desk: Desk, month: PeriodCard, free: Sequence[EventCard]) -> Html:
    """The admins are led to a repair, which may come to nothing."""
    by_oneself = any(other.settings.self_service for other in free)
    return lines(
        desk.texts.say("event-off-month", month=desk.texts.month(month.month)),
        desk.texts.say("event-off-free") if by_oneself else None,
    )


def _result(desk: Desk, month: PeriodCard) -> Rows:
    return [[button(desk.texts, "button-month-result", "month", month.id)]]

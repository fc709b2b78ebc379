"""The event does not take place: why, what ends with it, and which other dates there are."""

from collections.abc import Sequence, Set

from bot.letters.desk import Desk
from bot.letters.wished import besides
from engine.views import EventCard, PeriodCard
from handlers.door import Card, Html
from handlers.events import date_button
from handlers.keyboards import Rows, button, lines, paragraphs

OTHERS = 4


async def called_off(desk: Desk, event: EventCard, ends: Html | None = None, *, seats: int = 1) -> Card:
    """Told to everybody who had so many `seats` or waited, with what else `ends`, and what becomes of a wish for it.
    Whoever had their place by a month that is final reads what may come of that."""
    month = await desk.views.period(desk.id("period"))
    own = await _own(desk) if month is not None else frozenset()
    free = await _free(desk, event, month, own, seats) if month is not None else []
    others = free or await _coming(desk, event, own)
    wish, ways = await besides(desk)
    text = paragraphs(
        desk.about("event-called-off", event),
        _why(desk),
        ends,
        await _lost(desk, month, free, own) if month is not None else None,
        wish,
        desk.texts.say("event-others") if others else None,
    )
    dates = [[date_button(desk.texts, other, desk.now, 1)] for other in others]
    result = _result(desk, month) if month is not None else []
    return Card(text, [*dates, *ways, *result, [button(desk.texts, "button-my", "my")]])


def _why(desk: Desk) -> Html | None:
    reason = desk.word("reason")
    return desk.texts.say("reason-told", reason=desk.texts.reason(reason)) if reason else None


async def _own(desk: Desk) -> Set[int]:
    """Where the reader has a place."""
    mine = await desk.views.mine(desk.reader.id)
    return frozenset(booking.event.id for booking in mine.bookings)


async def _free(
    desk: Desk, event: EventCard, month: PeriodCard, own: Set[int], seats: int
) -> Sequence[EventCard]:
    """Other dates of the service in that month that the reader's party can have at once."""
    free = await desk.views.free_dates(month.id)
    fit = (other for other in free if other.id not in own and other.public >= seats)
    return [other for other in fit if other.service_id == event.service_id][:OTHERS]


async def _coming(desk: Desk, event: EventCard, own: Set[int]) -> Sequence[EventCard]:
    """The next dates of the service."""
    coming = await desk.views.events(event.service_id, 0, OTHERS + len(own))
    return [other for other in coming.items if other.id not in own][:OTHERS]


async def _lost(desk: Desk, month: PeriodCard, free: Sequence[EventCard], own: Set[int]) -> Html:
    """The admins are led to a repair, which may come to nothing, and does where no date is left for one."""
    by_oneself = any(other.settings.self_service for other in free)
    return lines(
        desk.texts.say("event-off-month", month=desk.texts.month(month.month)),
        desk.texts.say("event-off-other") if free or await _ahead(desk, month, own) else None,
        desk.texts.say("event-off-free") if by_oneself else None,
    )


async def _ahead(desk: Desk, month: PeriodCard, own: Set[int]) -> bool:
    """Whether the month has another date to come, where the reader has no place yet."""
    first = await desk.views.dates(month.id, 0, len(own) + 1)
    return any(other.id not in own for other in first.items)


def _result(desk: Desk, month: PeriodCard) -> Rows:
    return [[button(desk.texts, "button-month-result", "month", month.id)]]

"""Who also wishes for a date in a month to come hears of both in one letter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine import facts as f
from engine.hours import quiet_until
from engine.month import QUIET
from engine.notices.notice import REMINDERS, Kind, Notice
from engine.ports import Act
from engine.state import State, Wishing


def of_a_date(fact: f.Fact) -> bool:
    """Whether it tells somebody of another date, or of none, by what they have there."""
    match fact:
        case f.BookingShifted() | f.EntryShifted() | f.RequestShifted():
            return True
        case f.BookingCancelled():
            return fact.by == "event"
        case f.OfferWithdrawn():
            return fact.cause in ("cancelled", "shifted")
        case f.EntryClosed() | f.RequestClosed():
            return fact.cause == "cancelled"
        case _:
            return False


def with_wish(notice: Notice, wishers: Mapping[int, Sequence[Wishing]]) -> Notice:
    """`offer-over` only takes the buttons away."""
    own = wishers.get(notice.to or 0)
    if not own or notice.kind == "offer-over":
        return notice
    return replace(notice, data={**notice.data, "wished": own[-1].period_id})


def to_wisher(fact: f.WisherTold, state: State, act: Act) -> Notice:
    """Nobody is woken, unless wishes cannot be changed any more in the morning."""
    data: dict[str, int | str | bool] = {"event": fact.id, "period": fact.period_id}
    kind: Kind = "wished-moved"
    if fact.was is None:
        kind, data["reason"] = "wished-cancelled", act.reason
    else:
        data["was"] = fact.was.isoformat()
    morning = quiet_until(act.now, QUIET, state.settings.timezone)
    ends = (wishing.until for wishing in state.wishers[fact.person_id] if wishing.until is not None)
    late = morning is not None and any(act.now < until <= morning for until in ends)
    wait = None if late else morning
    return Notice(kind, fact.person_id, f"event:{fact.id}", REMINDERS, data=data, not_before=wait)

"""Who also wishes for a date in a month to come hears of both in one letter."""

from collections.abc import Mapping
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


def with_wish(notice: Notice, wishers: Mapping[int, Wishing]) -> Notice:
    """`offer-over` only takes the buttons away."""
    wishing = wishers.get(notice.to or 0)
    if wishing is None or notice.kind == "offer-over":
        return notice
    return replace(notice, data={**notice.data, "wished": wishing.period_id})


def to_wisher(fact: f.WisherTold, state: State, act: Act) -> Notice:
    """Nobody is woken, unless wishes cannot be changed any more in the morning."""
    data: dict[str, int | str | bool] = {"event": fact.id, "period": fact.period_id}
    kind: Kind = "wished-moved"
    if fact.was is None:
        kind, data["reason"] = "wished-cancelled", act.reason
    else:
        data["was"] = fact.was.isoformat()
    morning, until = quiet_until(act.now, QUIET, state.settings.timezone), state.wishers[fact.person_id].until
    late = morning is not None and until is not None and act.now < until <= morning
    wait = None if late else morning
    return Notice(kind, fact.person_id, f"event:{fact.id}", REMINDERS, data=data, not_before=wait)

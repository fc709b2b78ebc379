"""Who hears of what has become of a booking."""

from typing import assert_never

from engine import facts as f
from engine.notices.notice import RESULTS, Kind, Notice
from engine.ports import Act, Panel
from engine.state import State

BookingTold = (
    f.BookingMade | f.BookingConfirmed | f.BookingCancelled | f.BookingShifted | f.BookingReconfirmed
)


def about(
    fact: BookingTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    """Most often the person, in the message that they have tapped in, if they did."""
    booking = state.bookings[fact.id]
    own = act.by.kind == "person" and act.by.id == booking.person_id
    data: dict[str, int | str | bool] = {"booking": fact.id, "event": booking.event_id}
    match fact:
        case f.BookingMade():
            if fact.source in ("month", "repair"):
                return []  # the result of the month says it, or the end of the repair
            if fact.source == "offer":
                return _to_confirm(fact)  # the offer's message turns into the confirmation
            kind: Kind = "booking-made"
            data["source"] = fact.source
            if fact.from_event is not None:
                data["from"] = fact.from_event
        case f.BookingConfirmed():
            if booking.status != "confirmed":
                return []  # marked in the same step: whoever came is there
            kind = "booking-confirmed"
        case f.BookingCancelled():
            if fact.by in ("move", "line", "repair"):
                return []  # said by what the person has instead
            kind = "booking-cancelled"
            data |= {"by": fact.by, "late": fact.late, "reason": act.reason if fact.by == "event" else ""}
            if fact.by == "event" and booking.period_id is not None:
                data["period"] = booking.period_id
        case f.BookingShifted():
            kind = "booking-shifted"
        case f.BookingReconfirmed():
            kind = "booking-reconfirmed"
        case _:
            assert_never(fact)
    to_confirm = _to_confirm(fact) if isinstance(fact, f.BookingMade) else []
    about = f"booking:{fact.id}"
    return [
        Notice(kind, booking.person_id, about, RESULTS, data=data, panel=panel if own else None),
        *to_confirm,
    ]


def _to_confirm(fact: f.BookingMade) -> list[Notice]:
    """The admins are asked; until they have said yes, nobody is in."""
    if fact.status != "pending":
        return []
    data = {"booking": fact.id, "event": fact.event_id}
    return [Notice("booking-pending", None, f"booking:{fact.id}", RESULTS, data=data)]

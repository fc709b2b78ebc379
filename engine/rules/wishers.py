"""Who wishes for an event that moves or is called off, in a month that is not final: they hear of it, too."""

from collections.abc import Sequence
from datetime import datetime

from engine.facts import Fact, WisherTold
from engine.month import month_of
from engine.state import State, Wishing


def told(state: State, was: datetime | None = None) -> list[Fact]:
    """It has moved from `was` to where it is now, or (None) is called off. Nobody hears of it who is told by what they
    have there, nor anybody to whose month it belongs neither before nor now. `state` has every booking and place in
    line that is active, every open request, and who wishes for it."""
    moments = [state.event.starts_at] if was is None else [state.event.starts_at, was]
    months = [month_of(moment, state.settings.timezone) for moment in moments]
    others = _there(state) if state.wishers else set()
    return [
        WisherTold(state.event.id, person_id, wishing.period_id, was)
        for person_id, own in sorted(state.wishers.items())
        if person_id not in others and (wishing := _concerned(own, months)) is not None
    ]


def _concerned(own: Sequence[Wishing], months: Sequence[str]) -> Wishing | None:
    """Of somebody's wishes for it the one for the first of these months. Whoever wishes for it in two months, as it has
    moved before, is told once, of both."""
    return next((wishing for month in months for wishing in own if wishing.month == month), None)


def _there(state: State) -> set[int]:
    """Whoever is booked, waits, is asked or asks for a place."""
    found = {booking.person_id for booking in state.bookings.values() if booking.active}
    found |= {entry.person_id for entry in state.line.entries.values() if entry.active}
    found |= {request.person_id for request in state.requests.values() if request.open}
    return found | {offer.person_id for offer in state.pending()}

"""The event begins at another time than people were told."""

from datetime import datetime

from engine.facts import BookingShifted, EntryShifted, Fact, OfferWithdrawn, RequestShifted
from engine.ports import Act
from engine.rules.filling import and_fill
from engine.rules.waitlist import returned
from engine.rules.wishers import told
from engine.state import State


def shift(
    state: State, act: Act, reconfirm_by: datetime | None = None, *, was: datetime | None = None
) -> list[Fact]:
    """Open offers were made for the old time, and their deadlines hang on it: they end, the places in line stay, and
    the seats are offered anew. Everybody else who is booked, waits, asks for a place or wishes for it is told, and
    whoever is booked may be asked to say until `reconfirm_by` that they come. `state` has the new time (`was` is the
    old one), and every booking and place in line that is active, and every open request."""
    facts = told(state, was) if was is not None and was != state.event.starts_at else []
    asked = {offer.person_id for offer in state.pending()}  # the end of the offer says it to them
    for offer in state.pending():
        back = returned(state, state.asked(offer), passed=False)
        facts += [OfferWithdrawn(id=offer.id, cause="shifted"), back]
    facts += [
        BookingShifted(id=booking.id, reconfirm_by=reconfirm_by)
        for _, booking in sorted(state.bookings.items())
        if booking.active
    ]
    others = (e for _, e in sorted(state.line.entries.items()) if e.active and e.person_id not in asked)
    facts += [EntryShifted(id=entry.id) for entry in others]
    facts += [
        RequestShifted(id=request.id)
        for _, request in sorted(state.requests.items())
        if request.open and request.person_id not in asked and state.line.of(request.person_id) is None
    ]
    return and_fill(state, act, facts)

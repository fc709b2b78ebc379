"""Nobody is asked for the seats that they have just let go."""

from engine.facts import BookingCancelled, EntryPassed, Fact
from engine.state import State


def let_go(state: State, gone: BookingCancelled) -> list[Fact]:
    """`gone`, and that the person's place on the reserve list, if any, is not for these very seats."""
    entry = state.reserve.of(state.bookings[gone.id].person_id)
    if entry is None:
        return [gone]
    return [gone, EntryPassed(id=entry.id, event_id=state.event.id, passed=state.event.round + 1)]

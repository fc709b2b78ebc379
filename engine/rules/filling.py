"""One function fills, whatever freed the seat: cancel, decline, expiry, withdrawal, release, unfreeze, a newcomer in
line, the sweep. It looks at the gap, not at what made it, so running it twice changes nothing."""

from collections.abc import Callable

from engine.change import after
from engine.facts import Fact, FillHalted, SeatsPublished
from engine.ports import Act
from engine.rules.automation import halted
from engine.rules.candidates import anybody_for_free_seats
from engine.rules.modes import legacy, manual, offer, splitter
from engine.rules.offering import end_hopeless_calls
from engine.rules.shrinking import drained
from engine.settings import Mode
from engine.state import State

FILL: dict[Mode, Callable[[State, Act], list[Fact]]] = {
    Mode.MANUAL: manual.fill,
    Mode.LEGACY: legacy.fill,
    Mode.OFFER: offer.fill,
    Mode.SPLITTER: splitter.fill,
}


def and_fill(state: State, act: Act, facts: list[Fact]) -> list[Fact]:
    """`facts`, and what filling makes of the state they lead to."""
    return [*facts, *fill(after(state, facts, act.now), act)]


def fill(state: State, act: Act) -> list[Fact]:
    """Close the gap between free seats and waiting people, or say once why it stays. Seats that are to go are gone
    before anybody gets them."""
    if state.event.drain_to is not None and (gone := drained(state)):
        return [*gone, *fill(after(state, gone, act.now), act)]
    if not _anybody_concerned(state):
        return []
    reason = halted(state, act.now)
    filled = [] if reason else FILL[state.settings.mode](state, act)
    state = after(state, filled, act.now)
    ended = [] if reason else end_hopeless_calls(state)  # in any mode, as it may be another one by now
    state = after(state, ended, act.now)
    return [
        *filled,
        *ended,
        *_unpublish(state),
        *_announce(state, _waited_for(state, act) if reason else 0, reason or ""),
    ]


def _anybody_concerned(state: State) -> bool:
    """Whether anybody waits, or something said to people or admins may have to be taken back."""
    event = state.event
    lines = state.line.waiting or state.reserve.waiting
    return bool(lines or state.offers or event.announced or event.released)


def _unpublish(state: State) -> list[Fact]:
    """A published seat that is taken is not published any more, so that the next one freed is the line's again."""
    released = state.event.released
    if not released or (state.free_count() >= released):
        return []
    return [SeatsPublished(id=state.event.id, released=state.free_count())]


def _waited_for(state: State, act: Act) -> int:
    """Free seats that are kept for somebody who waits and that nothing will fill by itself."""
    if not anybody_for_free_seats(state, act.now):
        return 0
    return max(state.free_count() - state.event.released, 0)


def _announce(state: State, free: int, reason: str) -> list[Fact]:
    """Said once, and once more when there are more or fewer, or another reason."""
    said = (state.event.announced, state.event.announced_reason if free else reason)
    if said == (free, reason):
        return []
    return [FillHalted(id=state.event.id, free=free, reason=reason, news=not state.event.announced)]

"""Facts, one after another, and for each the place that knows what it does."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import assert_never

from engine import facts as f
from engine.change import bookings, configuring, entries, events, holds, offers, requests
from engine.change.line import prioritised
from engine.change.sharing import shared
from engine.ports import Steps
from engine.state import State


def after(state: State, changes: Iterable[f.Fact], now: datetime) -> State:
    """The state once `changes` have happened, in order."""
    for kind, run in groupby(changes, type):
        state = TOGETHER.get(kind, _each)(state, run, now)
    return state


def after_steps(states: Mapping[int, State], steps: Steps, now: datetime) -> dict[int, State]:
    """Several events once all steps have happened, in order."""
    become = dict(states)
    for event_id, changes in steps:
        become = shared(become, after(become[event_id], changes, now))
    return become


def _each(state: State, run: Iterable[f.Fact], now: datetime) -> State:
    for fact in run:
        state = _one(state, fact, now)
    return state


def _one(state: State, fact: f.Fact, now: datetime) -> State:
    assert not isinstance(fact, f.EntryPrioritised)  # see TOGETHER
    if isinstance(fact, bookings.BookingFact):
        return bookings.after(state, fact)
    if isinstance(fact, f.EntryJoined):
        return entries.joined(state, fact)
    if isinstance(fact, entries.EntryFact):
        return entries.after(state, fact)
    if isinstance(fact, offers.OfferFact):
        return offers.after(state, fact, now)
    if isinstance(fact, holds.HoldFact):
        return holds.after(state, fact)
    if isinstance(fact, f.CapacityChanged):
        return events.resized(state, fact)
    if isinstance(fact, events.EventFact):
        return events.after(state, fact)
    if isinstance(fact, configuring.ConfiguredFact):
        return configuring.after(state, fact)
    if isinstance(fact, requests.RequestFact):
        return requests.after(state, fact, now)
    assert_never(fact)


TOGETHER: Mapping[type, Callable[[State, Iterable[f.Fact], datetime], State]] = {
    f.EntryPrioritised: prioritised
}
"""Facts that come in thousands: how a whole run of them changes the state."""

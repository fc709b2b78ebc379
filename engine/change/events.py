"""What facts about an event do to a state."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from engine import facts as f
from engine.state import Event, State

EventFact = (
    f.SeatsPublished
    | f.EventFrozen
    | f.EventUnfrozen
    | f.EventClosed
    | f.EventOpened
    | f.EventMoved
    | f.EventCancelled
    | f.WisherTold
    | f.EventSplit
    | f.CapacityDraining
    | f.FillHalted
)


def after(state: State, fact: EventFact) -> State:
    """The state once this has happened."""
    return replace(state, event=_becomes(state.event, fact))


def _becomes(event: Event, fact: EventFact) -> Event:
    become: Callable[..., Event] = replace
    version = event.version + 1
    match fact:
        case f.SeatsPublished():
            return become(event, released=fact.released, version=version)
        case f.EventFrozen():
            return become(event, frozen=True, version=version)
        case f.EventUnfrozen():
            return become(event, frozen=False, version=version)
        case f.EventClosed():
            return become(event, status="closed", version=version)
        case f.EventOpened():
            return become(event, status="open", version=version)
        case f.EventMoved():
            # seats at another time are not those that anybody let go: everybody is asked for them
            return become(
                event,
                starts_at=fact.starts_at,
                ends_at=fact.ends_at,
                round=event.round + 1,
                version=version,
            )
        case f.EventCancelled():
            return become(event, status="cancelled", released=0, drain_to=None, version=version)
        case f.WisherTold():
            return become(event, version=version)
        case f.EventSplit():
            return become(event, split_id=fact.split_id, version=version)
        case f.CapacityDraining():
            return become(event, drain_to=fact.capacity, version=version)
        case f.FillHalted():
            why = fact.reason if fact.free else ""
            return become(event, announced=fact.free, announced_reason=why, version=version)
        case _:
            assert_never(fact)


def resized(state: State, fact: f.CapacityChanged) -> State:
    """New seats are not those that anybody let go: everybody is asked for them."""
    before, event = state.event.capacity, state.event
    free = tuple(number for number in state.free if number <= fact.capacity)
    if state.free_complete:
        free += tuple(range(before + 1, fact.capacity + 1))
    reached = event.drain_to is not None and fact.capacity <= event.drain_to
    resized = replace(
        event,
        capacity=fact.capacity,
        released=min(event.released, fact.capacity),
        round=event.round + (fact.capacity > before),
        drain_to=None if reached or fact.capacity > before else event.drain_to,
        version=event.version + 1,
    )
    return replace(state, event=resized, free=free)

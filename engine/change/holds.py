"""What facts about seats that admins hold do to a state."""

from dataclasses import replace
from typing import assert_never

from engine import facts as f
from engine.change.rows import added, freed, next_round, reseated, stepped, without
from engine.state import Hold, State

HoldFact = f.SeatsHeld | f.HoldReleased | f.HoldReseated


def after(state: State, fact: HoldFact) -> State:
    """The state once this has happened."""
    match fact:
        case f.SeatsHeld():
            hold = Hold(fact.id, fact.event_id, fact.seats, fact.reason, fact.by_name)
            return replace(state, holds=added(state.holds, hold), free=without(state.free, fact.seats))
        case f.HoldReseated():
            was = state.holds[fact.id]
            moved = stepped(state.holds, replace(was, seats=fact.seats))
            return reseated(replace(state, holds=moved), was.seats, fact.seats)
        case f.HoldReleased():
            old = state.holds[fact.id]
            holds = stepped(state.holds, replace(old, active=False, seats=()))
            return freed(next_round(replace(state, holds=holds)), old.seats)
        case _:
            assert_never(fact)

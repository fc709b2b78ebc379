"""Whoever has a place at an event has no open request for one."""

from engine.facts import Fact, RequestClosed
from engine.state import State


def settled(state: State, person_id: int) -> list[Fact]:
    """What the person has asked for they get by another way: nobody needs to decide about their request any more."""
    request = state.request_of(person_id)
    return [] if request is None else [RequestClosed(id=request.id, cause="served")]

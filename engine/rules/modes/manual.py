"""Manual handling: nothing happens by itself; `rules.filling` tells the admins that a seat is free."""

from engine.facts import Fact
from engine.ports import Act
from engine.state import State


def fill(state: State, act: Act) -> list[Fact]:  # noqa: ARG001 - all modes share one signature
    """Nothing, by the operator's choice."""
    return []

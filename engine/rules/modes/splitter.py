"""Multi-event balancing fill: a single freed seat waits for the next plan over all siblings, so that the plan can
balance it; `rules.filling` tells the admins."""

from engine.facts import Fact
from engine.ports import Act
from engine.state import State


def fill(state: State, act: Act) -> list[Fact]:  # noqa: ARG001 - all modes share one signature
    """Nothing for one event alone."""
    return []

"""Automatic waitlist promotion: the first suitable person by (priority, joined) is booked at once."""

from engine.change import after
from engine.facts import Fact
from engine.ports import Act
from engine.rules.candidates import choose
from engine.rules.promotion import promote, skipped
from engine.state import State


def fill(state: State, act: Act) -> list[Fact]:
    """Book people from the line until the free seats or the people who fit are used up."""
    facts: list[Fact] = []
    while choice := choose(state, act.now):
        step = [*skipped(choice), *promote(state, act, choice.entry, choice.seats)]
        state = after(state, step, act.now)
        facts += step
    return facts

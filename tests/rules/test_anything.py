"""Anything that anybody may want of any event at any moment: whatever comes of it keeps every law."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.services import seats
from tests.rules import laws
from tests.rules.builders import EVENT, NOW
from tests.rules.memory import request
from tests.rules.playing import play
from tests.rules.worlds import wish, world

seeds = st.integers(0, 2**64)
many = settings(max_examples=60 * settings().max_examples)


@given(seeds)
def test_worlds_are_what_a_commit_may_leave_behind(seed: int) -> None:
    laws.check_state(world(Random(seed)))


@many
@given(seeds)
def test_any_decision(seed: int) -> None:
    any_ = Random(seed)
    before = world(any_)
    wishes = [wish(any_, before) for _ in range(any_.choice([1, 1, 2]))]
    play(before, [request(service) for service in wishes], NOW, 1000)


@many
@given(seeds)
def test_the_sweep_closes_any_gap(seed: int) -> None:
    play(world(Random(seed)), [request(lambda work: seats.sweep(work, EVENT))], NOW, 1000)

"""Anything that anybody may want of any event at any moment: whatever comes of it keeps every law."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.services import offers, seats
from engine.state import State
from tests.rules import laws
from tests.rules.builders import EVENT, HOUR, INSTANT, MINUTE, NOW, with_entry
from tests.rules.memory import request
from tests.rules.playing import play
from tests.rules.worlds import pick, wish, world
from tests.rules.worlds import settings as some_settings

seeds = st.integers(0, 2**64)
many = settings(max_examples=30 * settings().max_examples)


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


STEPS = [INSTANT, INSTANT, INSTANT, MINUTE, 19 * MINUTE, 20 * MINUTE, 2 * HOUR, 5 * HOUR]


@settings(max_examples=3 * settings().max_examples)
@given(seeds)
def test_any_history(seed: int) -> None:
    """Two dozen wishes in a row, while time passes and the world changes."""
    any_ = Random(seed)
    now, current = NOW, world(any_)
    for step in range(1, 25):
        now = _later(any_, current, now)
        current = _other(any_, current, now, 2000 * step)
        current = play(current, [request(wish(any_, current))], now, 2000 * step + 1000)


def _later(any_: Random, current: State, now: datetime) -> datetime:
    """A while later, or at the very deadline of an open offer."""
    asked = pick(current.pending(), any_.randint(0, 11))
    if asked is not None and now < asked.expires_at and any_.random() < 0.2:
        return max(now + INSTANT, asked.expires_at - any_.choice([INSTANT, timedelta(0)]))
    return now + any_.choice(STEPS)


def _other(any_: Random, current: State, now: datetime, first_id: int) -> State:
    """What changes without a decision, and what then comes of it: settings, whom the bot reaches, letters sent."""
    chance = any_.random()
    place = pick([*current.line.entries.values(), *current.reserve.entries.values()], any_.randint(0, 11))
    if chance < 0.05:
        current = replace(current, settings=some_settings(any_))
    elif chance < 0.15 and place is not None:
        current = with_entry(current, replace(place, reachable=not place.reachable))
    elif chance < 0.5:
        letters = [o.id for o in current.pending() if o.delivered_at is None]
        sent = [request(lambda work, i=i: offers.deliver(work, EVENT, i)) for i in letters]
        return play(current, sent, now, first_id)
    return play(current, [request(lambda work: seats.sweep(work, EVENT))], now, first_id)

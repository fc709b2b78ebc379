"""Anything that anybody may want of an event at which people ask for places: whatever comes of it keeps every law."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.services import requests as service
from engine.services.who import AdminTap, Tap
from engine.state import Request, State
from tests.rules import laws
from tests.rules.builders import EVENT, HOUR, INSTANT, NOW
from tests.rules.builders import request as asks
from tests.rules.memory import request
from tests.rules.playing import play
from tests.rules.worlds import PEOPLE, Service, pick, wish, world

seeds = st.integers(0, 2**64)
STRANGERS = (7, 8, 9)


def asked_world(any_: Random) -> State:
    """A world in which some ask for a place; mostly nobody takes one by themselves."""
    made = world(any_)
    made = replace(made, settings=replace(made.settings, self_service=any_.random() < 0.3))
    found = [_request(any_, made, person_id) for person_id in (*PEOPLE, *STRANGERS)]
    asked = {r.id: r for r in found if r is not None}
    event = replace(made.event, requests=sum(r.open for r in asked.values()))
    return replace(made, event=event, requests=asked)


def _request(any_: Random, made: State, person_id: int) -> Request | None:
    """Nobody asks for what they have, or after they were told that it is too late."""
    told = any(e.person_id == person_id and e.status == "closed" for e in made.line.entries.values())
    status = any_.choice(["", "open", "open", "granted", "declined", "taken_back", "closed"])
    booked = any(b.person_id == person_id and b.seats for b in made.bookings.values())
    over = made.event.status == "cancelled" or told or booked
    if not status or (status == "open" and over):
        return None
    decided = {} if status == "open" else {"decided_at": NOW - HOUR}
    return asks(90 + person_id, person_id, any_.choice([1, 1, 2, 3]), status=status, **decided)


def asking(any_: Random, now: State) -> Service:
    """What a person or an admin may want of requests, or the clock."""
    chosen = pick(now.requests.values(), any_.randint(0, 11))
    request_id, owner, seats = (chosen.id, chosen.person_id, chosen.seats) if chosen else (0, 1, 1)
    ada = AdminTap(900, "Ada", reason=any_.choice(["because", "because", "", "x"]))
    tap, party = Tap(any_.choice([owner, owner, 1, 8])), any_.choice([1, 1, 2, 3, 0, 4])
    return any_.choice(
        [
            lambda work: service.ask(work, tap, EVENT, party, ("guest",) * (party - 1)),
            lambda work: service.ask(work, tap, EVENT, 2, ()),
            lambda work: service.take_back(work, tap, EVENT, request_id),
            lambda work: service.book(work, ada, EVENT, request_id, owner, seats),
            lambda work: service.book(work, ada, EVENT, request_id, owner, seats),
            lambda work: service.put_in_line(work, ada, EVENT, request_id, owner),
            lambda work: service.decline(work, ada, EVENT, request_id),
            lambda work: service.close(work, EVENT, tuple(now.requests)),
        ]
    )


@given(seeds)
def test_worlds_are_what_a_commit_may_leave_behind(seed: int) -> None:
    laws.check_state(asked_world(Random(seed)))


@settings(max_examples=10 * settings().max_examples)
@given(seeds)
def test_any_decision_about_requests(seed: int) -> None:
    any_ = Random(seed)
    before = asked_world(any_)
    wishes = [any_.choice([asking, asking, wish])(any_, before) for _ in range(any_.choice([1, 1, 2]))]
    play(before, [request(wanted) for wanted in wishes], NOW, 1000)


@settings(max_examples=2 * settings().max_examples)
@given(seeds)
def test_any_history_with_requests(seed: int) -> None:
    """Wishes in a row, while time passes and self-service is switched."""
    any_ = Random(seed)
    now, current = NOW, asked_world(any_)
    for step in range(1, 16):
        now += any_.choice([INSTANT, INSTANT, HOUR])
        if any_.random() < 0.1:
            other = not current.settings.self_service
            current = replace(current, settings=replace(current.settings, self_service=other))
        wanted = any_.choice([asking, wish])(any_, current)
        current = play(current, [request(wanted)], now, 1000 * step)

"""A month that is to be allocated, as the rules see it, for tests that have no database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from engine.month import Friendship, Month, Wanted, Wish
from engine.planning import Adjustment, Document, Planning, Run, Seating, Wisher
from engine.rules.run_input import hash_of_input, input_of
from tests.rules.months import NOW, PERIOD, TUESDAYS, ZONE, act, friendship, ranked

HOUR = timedelta(hours=1)
ADA = act(by="admin")
CLOSED = replace(PERIOD, status="closed")


def seatings(*free: int, **more: Any) -> dict[int, Seating]:
    """Events 1, 2, … on Tuesdays, with so many seats free of as many."""
    return {
        number: Seating(
            number, TUESDAYS[number - 1], TUESDAYS[number - 1] + HOUR, "open", seats, seats, **more
        )
        for number, seats in enumerate(free, 1)
    }


def wants(*events: int | tuple[int, ...], **more: Any) -> Wanted:
    return Wanted(ranked(*events), **more)


def planning(
    wanted: Mapping[int, Wanted],
    free: tuple[int, ...] = (1, 1),
    friends: tuple[Friendship, ...] = (),
    **more: Any,
) -> Planning:
    """What these people want of a month whose wishes are closed."""
    wishes = {100 + person: Wish(100 + person, 7, person, "stated", each) for person, each in wanted.items()}
    month = Month(1, ZONE, period=CLOSED, wishes=wishes, friendships={each.id: each for each in friends})
    return Planning(month, **{"seatings": seatings(*free), **more})


def document(known: Planning) -> dict[str, Any]:
    return dict(input_of(known, NOW, "balanced", "fair"))


def run(number: int = 1, status: Any = "done", **more: Any) -> Run:
    return Run(500 + number, 7, number, "balanced", "fair", status, NOW, **more)


def done(known: Planning, *placed: tuple[int, int], short: tuple[int, ...] = ()) -> Run:
    """A run of this planning in which these people got these events."""
    made = document(known)
    return run(document=made, output=output(*placed, short=short), input_hash=hash_of_input(made))


def output(*placed: tuple[int, int], short: tuple[int, ...] = ()) -> Document:
    return {
        "placements": [
            {"person": str(person), "session": str(event), "rank": 1, "reason": "placed"}
            for person, event in placed
        ],
        "unplaced": [
            {"person": str(person), "wanted": 1, "got": 0, "reason": "full", "detail": {}} for person in short
        ],
    }


def with_runs(known: Planning, *runs: Run) -> Planning:
    return replace(known, runs=runs)


def adjusted(number: int, kind: Any, person: int, event: int | None, source: int | None = None) -> Adjustment:
    return Adjustment(number, 7, person, kind, event, source)


def crowd(people: int, **more: Any) -> Planning:
    """So many people who want two of two events, each with a friend, and seats for half of them."""
    wanted = dict.fromkeys(range(1, people + 1), wants(1, 2))
    friends = tuple(friendship(10_000 + one, one, one + 1) for one in range(1, people, 2))
    return planning(wanted, (people // 2, 1), friends, **more)


@st.composite
def plannings(draw: st.DrawFn) -> Planning:
    """Few people, few seats: somebody is always in somebody's way."""
    events = draw(st.integers(1, 4))
    free = tuple(draw(st.lists(st.integers(0, 3), min_size=events, max_size=events)))
    people = range(1, draw(st.integers(1, 6)) + 1)
    wanted = {person: draw(wishes(events)) for person in people}
    bonds = draw(st.lists(st.sampled_from(people), max_size=2, unique=True)) if len(people) > 1 else []
    friends = (friendship(70, bonds[0], bonds[1]),) if len(bonds) == 2 else ()
    wishers = {
        person: Wisher(person, credit=draw(st.integers(0, 6)), priority=draw(st.integers(0, 1)))
        for person in people
    }
    known = planning(wanted, free, friends, wishers=wishers)
    minimum = draw(st.sampled_from((0, 0, 2)))
    held = {event: replace(each, minimum=minimum) for event, each in known.seatings.items()}
    return replace(known, seatings=held)


@st.composite
def wishes(draw: st.DrawFn, events: int) -> Wanted:
    chosen = draw(st.lists(st.integers(1, events), min_size=1, unique=True))
    seats = draw(st.sampled_from((1, 1, 2)))
    at_most = draw(st.sampled_from(("", "day", "week")))
    return wants(
        *chosen, count=draw(st.integers(1, 3)), seats=seats, at_most=at_most, names=("Eve",) * (seats - 1)
    )


__all__ = ["ADA", "NOW", "Wisher", "friendship", "ranked"]

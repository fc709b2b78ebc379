"""The end of a month by its rules: bookings, lines, results; or a refusal and nothing at all."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import refusals as no
from engine.change import after_steps
from engine.facts import (
    BookingMade,
    EntryBooked,
    EntryJoined,
    PeriodFinalized,
    RequestClosed,
    ResultGiven,
    RunFact,
    RunFinalized,
    as_filed,
)
from engine.notices import notices, run_notices
from engine.planning import Document, Planning
from engine.ports import Steps
from engine.questions import Answer
from engine.rules.finalizing import finalize
from engine.rules.run_fixing import Slot, solve
from engine.settings import Mode, Settings
from engine.state import Entry, Event, Line, Request, State
from tests.rules.greedy import greedy
from tests.rules.months import NOW, ZONE, act
from tests.rules.plannings import (
    Wisher,
    adjusted,
    crowd,
    document,
    done,
    planning,
    plannings,
    run,
    seatings,
    wants,
    with_runs,
)
from tests.rules.work import work

MANUAL = Settings(mode=Mode.MANUAL, timezone=ZONE)
ADA = act(by="admin")
LEVEL = Answer("level", "Which level?", "choice", "new")


def states(known: Planning, **more: Any) -> dict[int, State]:
    """The events of the planning, empty, with no more seats than are free."""
    return {
        each.id: State(
            Event(each.id, 1, 1, each.starts_at, each.ends_at, each.capacity),
            MANUAL,
            free=tuple(range(1, each.free + 1)),
            **more,
        )
        for each in known.seatings.values()
    }


def end(
    known: Planning, *placed: tuple[int, int], short: tuple[int, ...] = (), **more: Any
) -> tuple[list[RunFact], Steps]:
    ended = with_runs(known, done(known, *placed, short=short))
    return finalize(ended, states(known, **more), act(by="admin"), 501, "seed")


def of(kind: type[Any], steps: Steps) -> list[Any]:
    return [fact for _, facts in steps for fact in facts if isinstance(fact, kind)]


@given(plannings(), st.text(max_size=3))
def test_what_is_booked_is_what_was_placed(known: Planning, seed: str) -> None:
    """Nobody twice, no seat twice, everybody short of a full wish in a line, everybody told, in every month."""
    made = document(known)
    result = solve(made, seed, greedy)
    ended = with_runs(known, run(document=made, output=result))
    facts, steps = finalize(ended, states(known), act(by="admin"), 501, seed)
    become = after_steps(states(known), steps, NOW)
    booked = {
        (str(b.person_id), str(event_id))
        for event_id, state in become.items()
        for b in state.bookings.values()
    }
    assert booked == {(each["person"], each["session"]) for each in result["placements"]}
    for state in become.values():
        taken = [number for b in state.bookings.values() for number in b.seats]
        assert sorted((*taken, *state.free)) == list(range(1, state.event.capacity + 1))
        assert all(len(b.seats) == 1 + len(b.names) for b in state.bookings.values())
        assert all(state.free_count() < e.seats for e in state.line.entries.values())
        assert {e.person_id for e in state.line.entries.values()}.isdisjoint(
            b.person_id for b in state.bookings.values()
        )
    results = [fact for fact in facts if isinstance(fact, ResultGiven)]
    assert [str(fact.person_id) for fact in results] == [person["id"] for person in made["people"]]
    assert isinstance(facts[0], RunFinalized)
    assert isinstance(facts[-1], PeriodFinalized)
    assert facts[-1].people + facts[-1].short == len(results)
    in_line = [fact for fact in results if fact.entry_id is not None]
    assert len(in_line) == len(of(EntryJoined, steps))
    assert {fact.person_id for fact in in_line} <= {
        fact.person_id for fact in results if fact.got < fact.wanted
    }


def test_the_line_is_in_the_order_of_the_draw() -> None:
    """By priority, then months without a place."""
    wishers = {2: Wisher(2, credit=1), 3: Wisher(3, credit=3), 4: Wisher(4, priority=1)}
    known = planning(dict.fromkeys((1, 2, 3, 4), wants(1, 2)), (1, 1), wishers=wishers)
    facts, steps = end(known, (1, 1), short=(2, 3, 4))
    assert [fact.person_id for fact in of(EntryJoined, steps)] == [4, 3, 2]
    assert [fact.position for fact in of(EntryJoined, steps)] == [1, 2, 3]
    given = {fact.person_id: fact for fact in facts if isinstance(fact, ResultGiven)}
    assert {person: fact.credit for person, fact in given.items()} == {1: 0, 2: 2, 3: 4, 4: 1}
    assert {fact.event_id for person, fact in given.items() if person != 1} == {1}
    kept = as_filed(facts[0])
    assert isinstance(kept, RunFinalized)
    assert kept.bookings == ()


def test_three_times_the_people_are_three_times_the_work() -> None:
    """A month ends while its row and all of its events are locked."""

    def ended(people: int) -> int:
        known, half = crowd(people, adjustments=(adjusted(1, "exclude", people, 1),)), people // 2
        places, short = [(one, 1) for one in range(1, half + 1)], tuple(range(half + 1, people + 1))
        return work(partial(end, known, *places, short=short))

    assert ended(300) < 3.3 * ended(100)


def test_nobody_waits_for_what_they_cannot_have() -> None:
    """Not where there are seats, where they are already at that time, where they are excluded, or with too many."""
    known = planning(
        {
            1: wants(1, 2, count=2, at_most="week"),
            2: wants(1),
            3: wants(2),
            4: wants(1, seats=7, names=("a",) * 6),
        },
        (7, 1),
        adjustments=(adjusted(1, "exclude", 2, None),),
        wishers={2: Wisher(2, credit=4)},
    )
    same_week = {**known.seatings, 2: replace(known.seatings[2], starts_at=known.seatings[1].ends_at)}
    known = replace(known, seatings=same_week)
    facts, steps = end(known, (1, 1), (3, 2), short=(1, 2, 4))
    assert of(EntryJoined, steps) == []
    given = {fact.person_id: fact.credit for fact in facts if isinstance(fact, ResultGiven)}
    assert given == {1: 0, 2: 5, 3: 0, 4: 1}


@pytest.mark.parametrize("reason", ["excluded", "impossible"])
def test_who_could_have_nothing_has_not_lost_a_draw(reason: str) -> None:
    known = planning({1: wants(9)}, wishers={1: Wisher(1, credit=2)})
    lost = done(known, short=(1,))
    output = {**lost.output, "unplaced": [{**lost.output["unplaced"][0], "reason": reason}]}
    facts, _ = finalize(with_runs(known, replace(lost, output=output)), states(known), ADA, 501, "")
    (given,) = (fact for fact in facts if isinstance(fact, ResultGiven))
    assert (given.credit_before, given.credit, given.entry_id) == (2, 2, None)


def test_whoever_has_booked_by_themselves_has_lost_no_draw() -> None:
    """All that they wanted, and they hear so; or some of it, and the draw gave them nothing."""
    wishers = {
        1: Wisher(1, credit=4, booked=frozenset({1})),
        2: Wisher(2, credit=5, booked=frozenset({1})),
        3: Wisher(3, credit=3),
    }
    known = planning({1: wants(1), 2: wants(1, 2, count=2), 3: wants(2)}, (1, 1), wishers=wishers)
    facts, _ = end(known, (3, 2), short=(2,))
    given = {fact.person_id: fact for fact in facts if isinstance(fact, ResultGiven)}
    assert {person: (fact.reason, fact.credit) for person, fact in given.items()} == {
        1: ("booked", 2),
        2: ("full", 2),
        3: ("placed", 1),
    }
    assert (given[1].wanted, given[1].got, given[1].credit_before) == (1, 0, 4)
    assert {notice.to for fact in facts for notice in run_notices(fact)} == {1, 2, 3, None}


def test_an_offer_that_nobody_has_answered_is_no_place() -> None:
    """Whoever has nothing but an offer for what is left hears so, and only what is booked counts for the ledger."""
    wishers = {
        1: Wisher(1, credit=4, offered=frozenset({1})),
        2: Wisher(2, credit=5, booked=frozenset({1}), offered=frozenset({2})),
        3: Wisher(3, credit=3, offered=frozenset({1})),
        4: Wisher(4, credit=2, booked=frozenset({2})),
    }
    both = wants(1, 2, count=2)
    known = planning({1: wants(1), 2: both, 3: both, 4: wants(2, count=3)}, (1, 1), wishers=wishers)
    (drawn,) = document(known)["people"]
    assert (drawn["id"], drawn["count"], drawn["wishes"], "booked" in drawn) == ("3", 1, [["2"]], False)
    facts, _ = end(known, short=(3,))
    given = {fact.person_id: fact for fact in facts if isinstance(fact, ResultGiven)}
    assert {person: (fact.reason, fact.wanted, fact.credit) for person, fact in given.items()} == {
        1: ("offered", 1, 4),
        2: ("offered", 1, 2),
        3: ("full", 1, 4),
        4: ("booked", 1, 1),
    }
    last = facts[-1]
    assert isinstance(last, PeriodFinalized)
    assert (last.people, last.short) == (1, 1)


def test_whoever_waits_or_asks_already() -> None:
    """The place of whoever is booked ends, and a request; whoever is short keeps the place they have."""
    waits = {number: Entry(30 + number, 1, 1, number, 1, 0, number, answers=(LEVEL,)) for number in (1, 2)}
    line = Line(
        {each.id: each for each in waits.values()},
        tuple(e.id for e in waits.values()),
        waiting=2,
        active={0: 2},
    )
    asks = {40: Request(40, 1, 3, 1), 41: Request(41, 1, 1, 1)}
    known = planning({1: wants(1), 2: wants(1), 3: wants(1)}, (1,))
    facts, steps = end(known, (1, 1), short=(2, 3), line=line, requests=asks)
    (made,) = of(BookingMade, steps)
    assert made.answers == waits[1].answers
    assert [fact.id for fact in of(EntryBooked, steps)] == [31]
    assert [fact.id for fact in of(RequestClosed, steps)] == [41, 40]
    assert [fact.person_id for fact in of(EntryJoined, steps)] == [3]
    given = {fact.person_id: fact.entry_id for fact in facts if isinstance(fact, ResultGiven)}
    assert given[2] == 32


def test_each_date_is_read_once_however_many_go_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody waits for the writer of a large month: it must not look through all dates for each who is short."""
    read, people = [], range(2, 12)
    as_written = Slot.of

    def of_document(session: Document) -> Slot:
        read.append(session["id"])
        return as_written(session)

    known = planning({person: wants(1) for person in (1, *people)}, (1, 1))
    made = done(known, (1, 1), short=tuple(people))
    monkeypatch.setattr(Slot, "of", of_document)
    _, steps = finalize(with_runs(known, made), states(known), act(by="admin"), 501, "seed")
    assert len(of(EntryJoined, steps)) == len(people)
    assert sorted(read) == ["1", "2"]


def test_one_letter_says_it_all() -> None:
    known = planning({1: wants(1), 2: wants(1)}, (1,))
    facts, steps = end(known, (1, 1), short=(2,))
    become = after_steps(states(known), steps, NOW)
    assert [
        notice for _, made in steps for fact in made for notice in notices(fact, become[1], ADA, None)
    ] == []
    told = [notice for fact in facts for notice in run_notices(fact)]
    assert [(notice.kind, notice.to) for notice in told] == [
        ("month-result", 1),
        ("month-result", 2),
        ("period-finalized", None),
    ]


def test_what_must_be_so() -> None:
    known = planning({1: wants(1)}, (1,))
    good = done(known, (1, 1))
    for runs, refusal in (
        ((), no.NoRun),
        ((replace(good, status="stopped"),), no.NoRun),
        ((good, run(2, "running")), no.RunOpen),
    ):
        with pytest.raises(refusal):
            finalize(with_runs(known, *runs), states(known), ADA, 501, "")
    changed = replace(with_runs(known, good), seatings=seatings(2))
    with pytest.raises(no.InputChanged):
        finalize(changed, states(changed), ADA, 501, "")

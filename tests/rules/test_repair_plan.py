"""The smallest repair, against every way there is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.month import PeriodStatus, Wanted
from engine.planning import Adjustment, Wisher
from engine.refusals import RepairNotYet
from engine.repairs import Lost, Placed, Repair, RepairMove, Survey, needs
from engine.rules.allocation.problem import SolverFailed
from engine.rules.allocation.programme import best
from engine.rules.repair_plan import RepairPlan, chains, repair_plan
from engine.services import repair as service
from tests.rules.months import NOW, TUESDAYS, friendship
from tests.rules.plannings import planning, wants

OFF = 5
"""The event that was called off: nobody wishes to be anywhere else first."""
AT = (TUESDAYS[0], TUESDAYS[0] + timedelta(hours=1))


def survey(
    lost: dict[int, Wanted], has: dict[int, tuple[int, Wanted]], free: tuple[int, ...], **more: Any
) -> Survey:
    """Who has lost event 5, and who has which of the others: `free` of them are left beside those."""
    wanted = {**lost, **{person: wish for person, (_, wish) in has.items()}}
    wishers = {person: Wisher(person) for person in wanted}
    placed = []
    taken = dict.fromkeys(range(1, OFF), 0)
    for person, (event, wish) in has.items():
        wishers[person] = Wisher(person, booked=frozenset({event}))
        placed.append(Placed(900 + person, person, event, wish.seats))
        taken[event] += wish.seats
    known = planning(wanted, (*free, 0), wishers=wishers, **more)
    seatings = {
        number: replace(each, capacity=each.free + taken.get(number, 0))
        for number, each in known.seatings.items()
    }
    seatings[OFF] = replace(seatings[OFF], status="cancelled")
    gone = tuple(Lost(person, OFF, 800 + person, wish.seats) for person, wish in lost.items())
    got = dict.fromkeys(wanted, 1)
    return Survey(replace(known, seatings=seatings), tuple(placed), gone, got)


def test_a_free_seat_makes_only_one_independent() -> None:
    """Two would go where one seat is free: the second depends on whoever leaves."""
    first, second = (RepairMove(person, 800 + person, OFF, 2, *AT, 1, 2, lost=True) for person in (1, 2))
    leaves = RepairMove(3, 903, 2, 3, *AT, 1, 2)
    assert chains([(first,), (second,), (leaves,)], {2: 1, 3: 1}) == ((first,), (second, leaves))
    assert chains([(first,), (second,), (leaves,)], {2: 2, 3: 1}) == ((first,), (second,), (leaves,))


def test_nobody_is_asked_to_go_where_they_had_to_make_way() -> None:
    """The event goes on, and has a free seat again: that is its line's."""
    lost = survey({1: wants(OFF, 2)}, {}, (0, 1, 0, 0))
    known = lost.planning
    open_again = replace(known.seatings[OFF], status="open", free=1)
    goes_on = replace(lost, planning=replace(known, seatings={**known.seatings, OFF: open_again}))
    ((move,),) = repair_plan(goes_on, NOW).chains
    assert (move.from_event_id, move.event_id) == (OFF, 2)


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Four events, few people, hardly a seat."""

    def wish(first: int) -> Wanted:
        rest = draw(st.lists(st.integers(1, 4).filter(lambda event: event != first), max_size=3, unique=True))
        seats = draw(st.sampled_from((1, 1, 1, 2)))
        return wants(first, *rest, seats=seats, names=("Eve",) * (seats - 1))

    lost = {person: wish(OFF) for person in range(1, draw(st.integers(1, 3)) + 1)}
    others = range(10, 10 + draw(st.integers(0, 4)))
    has = {}
    for person in others:
        event = draw(st.integers(1, 4))
        has[person] = (event, wish(event))
    free = tuple(draw(st.lists(st.sampled_from((0, 0, 1, 2)), min_size=4, max_size=4)))
    return survey(lost, has, free)


def ranks(known: Survey, person: int) -> dict[int, int]:
    wish = known.planning.month.wish_of(person)
    assert wish is not None
    return {each.event_id: each.rank for each in wish.wanted.choices}


def every(known: Survey) -> Iterator[tuple[int, int, int]]:
    """What each feasible set of moves comes to: placed, moved, and how glad everybody is of it."""
    units: list[tuple[int, int, int | None]] = [(each.person_id, each.seats, None) for each in known.lost]
    units += [(each.person_id, each.seats, each.event_id) for each in known.placed]
    ways = [
        [None, *(event for event in ranks(known, person) if event not in (here, OFF))]
        for person, _, here in units
    ]
    seatings = known.planning.seatings
    for there in product(*ways):
        left = {event: seating.free for event, seating in seatings.items()}
        placed = moved = liked = 0
        for (person, seats, here), event in zip(units, there, strict=True):
            if event is None:
                continue
            left[event] -= seats
            before = ranks(known, person)[OFF if here is None else here]
            liked += before - ranks(known, person)[event]
            if here is None:
                placed += 1
            else:
                left[here] += seats
                moved += 1
        too_large = any(
            event is not None and seats > seatings[event].capacity
            for (_, seats, _), event in zip(units, there, strict=True)
        )
        if min(left.values()) >= 0 and not too_large:
            yield placed, -moved, liked


def worth(found: RepairPlan) -> tuple[int, int, int]:
    moves = [move for chain in found.chains for move in chain]
    placed = sum(move.lost for move in moves)
    return placed, placed - len(moves), sum(move.rank_before - move.rank for move in moves)


@given(surveys())
def test_no_repair_is_smaller(known: Survey) -> None:
    found = repair_plan(known, NOW)
    assert worth(found) == max(every(known))


@given(surveys())
def test_chains_do_not_depend_on_each_other(known: Survey) -> None:
    """Whichever of them come true, in whatever order: there is a seat for everybody."""
    found = repair_plan(known, NOW)
    held = dict.fromkeys(known.planning.seatings, 0)
    for chain in found.chains:
        assert any(move.lost for move in chain)
        for event, seats in needs(chain).items():
            held[event] += seats
    assert all(held[event] <= seating.free for event, seating in known.planning.seatings.items())
    people = [move.person_id for chain in found.chains for move in chain]
    assert len(set(people)) == len(people)
    assert set(found.stuck) == {each.person_id for each in known.lost} - set(people)
    assert found.missing == tuple(each for each in known.lost if each.person_id in found.stuck)


@given(surveys())
def test_the_same_survey_gives_the_same_repair(known: Survey) -> None:
    assert repair_plan(known, NOW) == repair_plan(known, NOW)


def targets(found: RepairPlan) -> list[tuple[int, int]]:
    return sorted((move.person_id, move.event_id) for chain in found.chains for move in chain)


def test_a_free_seat_before_anybody_makes_room() -> None:
    known = survey({1: wants(OFF, 1, 2)}, {10: (1, wants(1, 2))}, (0, 1, 0, 0))
    assert targets(repair_plan(known, NOW)) == [(1, 2)]


def test_through_two_others() -> None:
    known = survey({1: wants(OFF, 1)}, {10: (1, wants(1, 2)), 11: (2, wants(2, 3))}, (0, 0, 1, 0))
    (chain,) = repair_plan(known, NOW).chains
    assert targets(repair_plan(known, NOW)) == [(1, 1), (10, 2), (11, 3)]
    assert needs(chain) == {3: 1}


def test_there_is_an_end_to_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.rules.repair_plan.MOST_WAYS", 0)
    one = survey({1: wants(OFF, 1)}, {10: (1, wants(1, 2))}, (0, 1, 0, 0))
    assert targets(repair_plan(one, NOW)) == [(1, 1), (10, 2)]
    two = survey({1: wants(OFF, 1)}, {10: (1, wants(1, 2)), 11: (2, wants(2, 3))}, (0, 0, 1, 0))
    assert repair_plan(two, NOW).stuck == (1,)


def test_nobody_is_asked_who_should_not_be() -> None:
    known = survey({1: wants(OFF, 1)}, {10: (1, wants(1, 2))}, (0, 1, 0, 0))
    assert len(targets(repair_plan(known, NOW))) == 2
    (placed,), month = known.placed, known.planning.month
    wishers = {**known.planning.wishers, 10: replace(known.planning.wishers[10], reachable=False)}
    said = Adjustment(1, 7, 10, "exclude", 2)
    friends = replace(month, friendships={70: friendship(70, 10, 11), 71: friendship(71, 12)})
    asked = Repair(1, 7, "open", NOW, (RepairMove(10, 1, 1, 2, *AT, 1, 1),))
    for other in (
        replace(known, placed=(replace(placed, fixed=True),)),
        replace(known, planning=replace(known.planning, wishers=wishers)),
        replace(known, planning=replace(known.planning, adjustments=(said,))),
        replace(known, planning=replace(known.planning, adjustments=(replace(said, event_id=None),))),
        replace(
            known, planning=replace(known.planning, month=friends), placed=(placed, Placed(911, 11, 1, 1))
        ),
        replace(known, repairs=(asked,)),
        replace(known, declined=frozenset({(10, 2)})),
    ):
        found = repair_plan(other, NOW)
        assert (found.chains, found.stuck, found.unreachable) == ((), (1,), ())


def test_who_cannot_be_written_to_is_named() -> None:
    known = survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0))
    wishers = {1: Wisher(1, reachable=False)}
    found = repair_plan(replace(known, planning=replace(known.planning, wishers=wishers)), NOW)
    assert (found.chains, found.stuck, found.unreachable) == ((), (1,), (1,))


@given(st.data())
def test_as_many_places_are_missing_as_somebody_lacks(data: st.DataObject) -> None:
    """However many they had, have again, and lost; whoever is asked already is not named."""
    known = survey({1: wants(OFF, seats=2), 2: wants(OFF)}, {}, (0, 0, 0, 0))
    got = {person: data.draw(st.integers(0, 4)) for person in (1, 2)}
    has = {person: data.draw(st.integers(0, got[person])) for person in (1, 2)}
    lost = [Lost(data.draw(st.sampled_from((1, 2))), event, 800 + event, 1) for event in range(1, OFF)]
    placed = tuple(Placed(900 + 10 * who + at, who, 1 + at, 1) for who in (1, 2) for at in range(has[who]))
    asked = data.draw(st.sampled_from((None, 1, 2)))
    move = RepairMove(asked or 0, 1, 1, 2, *AT, 1, 1)
    repairs = (Repair(1, 7, "open", NOW, (move,)),) if asked else ()
    found = repair_plan(replace(known, lost=tuple(lost), placed=placed, got=got, repairs=repairs), NOW)
    for person in (1, 2):
        own = [each for each in lost if each.person_id == person]
        count = 0 if person == asked else min(got[person] - has[person], len(own))
        named = [each for each in found.missing if each.person_id == person]
        assert named == own[len(own) - count :]
    assert found.stuck == tuple(sorted({each.person_id for each in found.missing}))


def test_whoever_has_lost_two_dates_is_moved_for_the_first() -> None:
    """Only once; the other one is for the next repair."""
    known = survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0))
    (first,) = known.lost
    two = replace(known, lost=(first, replace(first, event_id=4, booking_id=999)), got={1: 2})
    ((move,),) = repair_plan(two, NOW).chains
    assert (move.booking_id, repair_plan(two, NOW).missing) == (first.booking_id, ())


def test_who_has_a_place_again_has_lost_nothing() -> None:
    known = survey({1: wants(OFF, 1, 2)}, {}, (1, 1, 0, 0))
    again = replace(known, placed=(Placed(950, 1, 2, 1),))
    assert repair_plan(again, NOW) == RepairPlan()
    asked = Repair(1, 7, "open", NOW, (RepairMove(1, 801, OFF, 1, *AT, 1, 2, lost=True),))
    assert repair_plan(replace(known, repairs=(asked,)), NOW) == RepairPlan()


def test_one_lost_place_at_a_time() -> None:
    known = survey({1: wants(OFF, 1, 2, count=2)}, {}, (1, 1, 0, 0))
    twice = replace(known, lost=(*known.lost, Lost(1, 4, 899, 1)), got={1: 2})
    assert len(targets(repair_plan(twice, NOW))) == 1


def test_there_is_time_to_answer() -> None:
    known = survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0))
    assert repair_plan(known, TUESDAYS[0] - timedelta(hours=3)).chains
    assert not repair_plan(known, TUESDAYS[0] - timedelta(hours=2, minutes=59)).chains


def test_limits_and_minimums_hold() -> None:
    known = survey({1: wants(OFF, 1, 2, at_most="week")}, {}, (1, 1, 0, 0))
    near = replace(
        known.planning.seatings[3],
        starts_at=TUESDAYS[0] + timedelta(days=1),
        ends_at=TUESDAYS[0] + timedelta(days=1, hours=1),
    )
    has = replace(
        known,
        placed=(Placed(950, 1, 3, 1),),
        got={1: 2},
        planning=replace(known.planning, seatings={**known.planning.seatings, 3: near}),
    )
    assert targets(repair_plan(has, NOW)) == [(1, 2)]
    few = replace(known.planning.seatings[1], minimum=2)
    held = replace(known, planning=replace(known.planning, seatings={**known.planning.seatings, 1: few}))
    assert targets(repair_plan(held, NOW)) == [(1, 2)]
    large = survey({1: wants(OFF, 1, seats=2, names=("Eve",))}, {}, (1, 0, 0, 0))
    assert repair_plan(large, NOW).stuck == (1,)
    mondays = survey({1: wants(OFF, 1, weekdays=(0,))}, {}, (1, 0, 0, 0))
    assert repair_plan(mondays, NOW).stuck == (1,)
    waiting = replace(known.planning.seatings[1], waiting=3)
    line = replace(known, planning=replace(known.planning, seatings={**known.planning.seatings, 1: waiting}))
    assert repair_plan(line, NOW).passed == 3


def test_friends_go_together_or_not_at_all() -> None:
    known = survey({1: wants(OFF, 1, 2), 2: wants(OFF, 1, 2), 3: wants(OFF, 2)}, {}, (1, 3, 0, 0))
    both = replace(known.planning.month, friendships={70: friendship(70, 1, 2)})
    together = replace(known, planning=replace(known.planning, month=both))
    assert targets(repair_plan(together, NOW)) == [(1, 2), (2, 2), (3, 2)]
    assert len(repair_plan(together, NOW).chains) == 2
    seatings = {**known.planning.seatings, 2: replace(known.planning.seatings[2], free=0)}
    apart = replace(together, planning=replace(together.planning, seatings=seatings))
    assert repair_plan(apart, NOW).stuck == (1, 2, 3)


async def test_only_a_final_month_is_repaired() -> None:
    known = survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0))
    period = known.planning.month.period
    assert period is not None

    class Surveyed:
        """A month in this state; nothing else is asked for."""

        def __init__(self, status: PeriodStatus | None) -> None:
            now = replace(period, status=status) if status else None
            month = replace(known.planning.month, period=now)
            self._known = replace(known, planning=replace(known.planning, month=month))

        async def survey(self, _: int) -> Survey:
            return self._known

    for status in (None, "collecting", "closed", "planned"):
        with pytest.raises(RepairNotYet):
            await service.plan(cast(Any, Surveyed(status)), 1, NOW)
    assert (await service.plan(cast(Any, Surveyed("final")), 1, NOW)).chains == repair_plan(known, NOW).chains


def test_a_month_without_losses() -> None:
    assert repair_plan(survey({}, {10: (1, wants(1, 2))}, (1, 1, 1, 1)), NOW) == RepairPlan()


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_what_a_step_has_found_is_kept_where_a_later_one_finds_nothing(
    monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """A search may end within its steps before it comes upon anything; a good answer is there already."""
    known, left = survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0)), iter([best] * steps)
    expected = repair_plan(known, NOW)
    monkeypatch.setattr(
        "engine.rules.allocation.repairing.best", lambda programme: next(left, lambda _: None)(programme)
    )
    assert repair_plan(known, NOW) == expected != RepairPlan()


def test_a_solver_that_finds_nothing_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.rules.allocation.repairing.best", lambda *_: None)
    with pytest.raises(SolverFailed):
        repair_plan(survey({1: wants(OFF, 1)}, {}, (1, 0, 0, 0)), NOW)

"""A month's allocation by its rules: what a run is made of, what stays in the next one, what an admin may say."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import refusals as no
from engine.facts import (
    AdjustmentEnded,
    PeriodPlanned,
    PersonExcluded,
    PlacementMoved,
    PlacementPinned,
    RunFailed,
    RunMade,
    RunStarted,
    RunStopped,
    as_filed,
)
from engine.month import Wanted
from engine.notices import run_notices
from engine.planning import LEASE, Adjustment, Document, Planning, credit_after
from engine.rules import plan_checks, runs
from engine.rules.allocation.lots import lots
from engine.rules.comparing import Comparison, Move, compare
from engine.rules.plan_checks import Finding
from engine.rules.run_fixing import Slot, bonds_of, companies, lot, pins_off, rank_of, solve
from engine.rules.run_input import check_unchanged, differing, hash_of_input, input_of
from tests.rules.greedy import greedy
from tests.rules.months import NOW, PERIOD, act
from tests.rules.plannings import (
    ADA,
    CLOSED,
    HOUR,
    Wisher,
    adjusted,
    crowd,
    document,
    done,
    friendship,
    output,
    planning,
    plannings,
    run,
    seatings,
    wants,
    with_runs,
)
from tests.rules.work import work

ONE = planning({1: wants(1, 2), 2: wants(1)})
SILENT = replace(ADA, reason="")


def started(known: Planning, **more: Any) -> RunStarted:
    (*_, fact) = runs.start(known, ADA, "balanced", "fair", **more)
    assert isinstance(fact, RunStarted)
    return fact


def placed(made: Document) -> set[tuple[str, str]]:
    return {(each["person"], each["session"]) for each in made["placements"]}


# ------------------------------------------------------------------------------------------------ input


def test_the_input_says_it_all() -> None:
    known = planning(
        {2: wants(2, (1, 3), count=2, at_most="week", seats=2, names=("Eve",)), 1: wants(3)},
        (2, 2, 3),
        (friendship(70, 2, 1),),
        wishers={1: Wisher(1, credit=2, priority=5)},
    )
    made = document(known)
    assert made["sessions"][0] == {
        "id": "1",
        "capacity": 2,
        "minimum": 0,
        "starts_at": "2026-12-01T18:00:00+01:00",
        "ends_at": "2026-12-01T19:00:00+01:00",
    }
    one, two = made["people"]
    assert one["id"] == "1"
    assert (one["priority"], one["credit"], one["with"]) == (5, 2, ["2"])
    assert two["wishes"] == [["2"], ["1", "3"]]
    assert (two["count"], two["seats"], two["per_week"], two["with"]) == (2, 2, 1, ["1"])


def test_what_is_off_or_booked_is_no_wish() -> None:
    """Nor is what is in the way of a booking; and whoever has booked enough is not there."""
    known = planning(
        {1: wants(1, 2, 3, 4), 2: wants(3), 3: wants(2, 4, count=2, at_most="day"), 4: wants(2, 1)},
        (1, 1, 1, 1),
        (friendship(70, 1, 2),),
        wishers={2: Wisher(2, booked=frozenset({3})), 3: Wisher(3, booked=frozenset({2, 99}))},
    )
    off = {
        1: replace(known.seatings[1], status="closed"),
        2: replace(known.seatings[2], starts_at=NOW, ends_at=NOW + HOUR),
        4: replace(known.seatings[4], starts_at=known.seatings[3].starts_at + HOUR / 2),
    }
    made = document(replace(known, seatings={**known.seatings, **off}))
    assert [session["id"] for session in made["sessions"]] == ["3", "4"]
    assert [(person["id"], person["wishes"], person["count"]) for person in made["people"]] == [
        ("1", [["3"], ["4"]], 1),
        ("3", [["4"]], 1),
        ("4", [], 1),
    ]
    assert made["people"][0]["with"] == []


def test_three_times_the_people_are_three_times_the_work() -> None:
    """The input is made while the month's row is locked and everybody waits."""
    few, many = (work(partial(document, crowd(people))) for people in (100, 300))
    assert many < 3.3 * few


def test_a_date_that_was_moved_off_the_weekdays_is_no_wish() -> None:
    """Tuesdays are all that suits, and the second date is on a Wednesday by now."""
    known = planning({1: wants(1, 2, 9, count=12, weekdays=(1,))}, (1, 1))
    later = replace(
        known.seatings[2],
        starts_at=known.seatings[2].starts_at + timedelta(days=1),
        ends_at=NOW + timedelta(99),
    )
    known = replace(known, seatings={1: known.seatings[1], 2: later})
    (person,) = document(known)["people"]
    assert person["wishes"] == [["1"]]
    assert person["count"] == 2  # the date, and one that is gone; not twelve
    (alone,) = document(replace(known, seatings={2: later}))["people"]
    assert alone["wishes"] == []
    only = replace(known.month.wishes[101], wanted=wants(2, count=3, weekdays=(1,)))
    (resting,) = document(replace(known, month=replace(known.month, wishes={101: only})))["people"]
    assert (resting["wishes"], resting["count"]) == ([], 1)


@pytest.mark.parametrize(("at_most", "left"), [("", [["2"]]), ("day", []), ("week", [])])
def test_a_booking_fills_its_day_or_week(at_most: Any, left: list[Any]) -> None:
    known = planning({1: wants(2, at_most=at_most)}, wishers={1: Wisher(1, booked=frozenset({1}))})
    evening = replace(
        known.seatings[2],
        starts_at=known.seatings[1].ends_at + HOUR,
        ends_at=known.seatings[1].ends_at + 2 * HOUR,
    )
    (person,) = document(replace(known, seatings={1: known.seatings[1], 2: evening}))["people"]
    assert person["wishes"] == left


def test_a_party_larger_than_the_event_wishes_in_vain() -> None:
    (person,) = document(planning({1: wants(1, seats=3, names=("a", "b"))}, (2,)))["people"]
    assert person["wishes"] == []


def test_seats_that_are_taken_count_for_the_minimum() -> None:
    known = planning({1: wants(1)})
    taken = replace(known.seatings[1], capacity=5, free=3, minimum=4)
    assert document(replace(known, seatings={1: taken}))["sessions"][0]["minimum"] == 2


@given(plannings(), st.randoms(use_true_random=False))
def test_the_order_of_rows_says_nothing(known: Planning, chance: Any) -> None:
    rows = list(known.month.wishes.items())
    chance.shuffle(rows)
    other = replace(known, month=replace(known.month, wishes=dict(rows)))
    assert hash_of_input(document(known)) == hash_of_input(document(other))
    check_unchanged(document(known), document(other))


def test_what_has_changed_is_counted() -> None:
    before = document(ONE)
    fewer = document(replace(ONE, seatings=seatings(1, 3)))
    with pytest.raises(no.InputChanged) as changed:
        check_unchanged(before, fewer)
    assert changed.value == no.InputChanged(sessions=1, people=0, adjustments=False)
    assert differing(before, fewer) == {"sessions": [2], "people": [], "adjusted": []}
    with pytest.raises(no.InputChanged) as pinned:
        check_unchanged(before, document(replace(ONE, adjustments=(adjusted(1, "pin", 2, 1),))))
    assert pinned.value == no.InputChanged(sessions=0, people=0, adjustments=True)
    assert differing(before, document(planning({1: wants(1, 2)}))) == {
        "sessions": [],
        "people": [2],
        "adjusted": [],
    }
    said = (adjusted(1, "pin", 2, 1), adjusted(2, "exclude", 1, None))
    assert differing(before, document(replace(ONE, adjustments=said)))["adjusted"] == [1, 2]


def test_a_pin_of_what_is_booked_is_over() -> None:
    booked = {2: Wisher(2, booked=frozenset({1}))}
    pin = (adjusted(1, "pin", 2, 1),)
    assert document(replace(ONE, adjustments=pin))["pinned"] == [{"person": "2", "session": "1"}]
    assert document(replace(ONE, adjustments=pin, wishers=booked))["pinned"] == []


# ------------------------------------------------------------------------------------------------ solving


@given(plannings(), st.text(max_size=3), st.data())
def test_every_version_is_feasible(known: Planning, seed: str, data: st.DataObject) -> None:
    """Also with whatever admins say in between; and the same again gives the same."""
    first = solve(document(known), seed, greedy)
    judge(document(known), first)
    assert solve(document(known), seed, greedy) == first
    known = with_runs(known, replace(run(), output=first, document=document(known)))
    for number in range(data.draw(st.integers(0, 3))):
        known = adjust_somehow(known, number, data)
    made = input_of(known, NOW, "balanced", "fair", known.last_done())
    second = solve(made, seed, greedy)
    judge(made, second)
    stays(made, first, second)


def adjust_somehow(known: Planning, number: int, data: st.DataObject) -> Planning:
    person = data.draw(st.sampled_from([wish.person_id for wish in known.month.wishes.values()]))
    event = data.draw(st.sampled_from(sorted(known.seatings)))
    rule = data.draw(st.sampled_from((runs.pin, runs.exclude)))
    try:
        facts = rule(known, ADA, person, event)
    except no.Refusal:
        return known
    gone = {fact.id for fact in facts if isinstance(fact, AdjustmentEnded)}
    kind = "pin" if rule is runs.pin else "exclude"
    left = tuple(each for each in known.adjustments if each.id not in gone)
    return replace(known, adjustments=(*left, adjusted(number, kind, person, event)))


def judge(made: Document, result: Document) -> None:
    """By its own eyes: seats, collisions, limits, exclusions, pins, company, and everybody told."""
    people = {person["id"]: person for person in made["people"]}
    slots = {session["id"]: Slot.of(session) for session in made["sessions"]}
    taken: Counter[str] = Counter()
    had: dict[str, list[str]] = {person: [] for person in people}
    for each in result["placements"]:
        person, session = people[each["person"]], each["session"]
        assert not any(slots[session].collides(slots[other], person) for other in had[person["id"]])
        assert each["reason"] == "pinned" or rank_of(person, session) == each["rank"] > 0
        taken[session] += person["seats"]
        had[person["id"]].append(session)
    assert all(taken[session["id"]] <= session["capacity"] for session in made["sessions"])
    for each in made["excluded"]:
        assert (each["person"], each["session"]) not in placed(result)
    pinned = {(each["person"], each["session"]) for each in made["pinned"]}
    assert {(p, s) for p, s in pinned if p in people and s in slots} <= placed(result)
    for session in made["sessions"]:
        few = 0 < taken[session["id"]] < session["minimum"]
        assert not few or any(session["id"] == other for _, other in pinned)
    for person, others in bonds_of(made).items():
        for other in others:
            both = {s for s in had[person] if rank_of(people[other], s)}
            full = len(had[other]) >= people[other]["count"]
            assert both <= set(had[other]) or full or people[person]["count"] != people[other]["count"]
    short = {each["person"]: each for each in result["unplaced"]}
    for name, person in people.items():
        assert (name in short) == (len(had[name]) < person["count"])
        assert name not in short or short[name]["got"] == len(had[name])


def stays(made: Document, first: Document, second: Document) -> None:
    """Without a word of an admin nobody is moved at all."""
    if not made["pinned"] and not made["excluded"]:
        assert placed(first) <= placed(second)


def test_a_pin_takes_the_seat_of_the_last_in_turn() -> None:
    """By priority, then credit, then lot; the others stay."""
    wishers = {person: Wisher(person, credit=credit) for person, credit in ((1, 2), (2, 0), (3, 1), (4, 0))}
    known = planning(dict.fromkeys((1, 2, 3, 4), wants(1)), (3, 1), wishers=wishers)
    first = solve(document(known), "seed", greedy)
    assert {person for person, _ in placed(first)} >= {"1", "3"}
    (out,) = {"2", "4"} - {person for person, _ in placed(first)}
    known = replace(
        with_runs(known, replace(run(), output=first)), adjustments=(adjusted(1, "pin", int(out), 1),)
    )
    second = solve(input_of(known, NOW, "balanced", "fair", known.last_done()), "seed", greedy)
    assert placed(second) == {("1", "1"), ("3", "1"), (out, "1")}
    assert {each["person"]: each["reason"] for each in second["placements"]} == {
        "1": "kept",
        "3": "kept",
        out: "pinned",
    }


def test_a_pin_costs_nobody_the_date_that_they_wished_for() -> None:
    """Whoever wants two, names one, and is pinned to another has both; a pin in vain counts for nothing, and a move is
    no date more."""
    wanted = {1: wants(1, count=2), 2: wants(1)}

    def counted(*said: Adjustment, **more: Any) -> tuple[int, set[tuple[str, str]], list[Any]]:
        known = planning(wanted, (2, 2, 2), adjustments=said, **more)
        made = document(known)
        found = solve(made, "seed", greedy)
        placed = {(each["person"], each["session"]) for each in found["placements"]}
        return made["people"][0]["count"], placed, list(found["unplaced"])

    pin = adjusted(1, "pin", 1, 3)
    assert counted() == (1, {("1", "1"), ("2", "1")}, [])
    assert counted(pin) == (2, {("1", "1"), ("1", "3"), ("2", "1")}, [])
    assert counted(adjusted(1, "pin", 1, 1)) == counted()
    assert counted(adjusted(1, "pin", 2, 3)) == (1, {("1", "1"), ("2", "3")}, [])
    assert counted(adjusted(1, "move", 1, 3, 1)) == (1, {("1", "3"), ("2", "1")}, [])
    assert counted(adjusted(1, "move", 1, 3, 2)) == counted(pin)
    shut = {**seatings(2, 2, 2), 3: replace(seatings(2, 2, 2)[3], status="closed")}
    assert counted(pin, seatings=shut) == counted()
    assert counted(adjusted(1, "pin", 1, 9)) == counted()
    booked = {1: Wisher(1, booked=frozenset({3}))}
    assert counted(pin, wishers=booked) == counted()


def test_company_keeps_all_of_its_places_or_none() -> None:
    """A pin takes one of two seats in event 1: the friends go to event 2, where there are two."""
    wanted = {1: wants(1, 2), 2: wants(1, 2), 3: wants(1)}
    known = planning(wanted, (2, 2), (friendship(70, 1, 2),))
    first = {"placements": output((1, 1), (2, 1))["placements"], "unplaced": ()}
    known = replace(with_runs(known, replace(run(), output=first)), adjustments=(adjusted(1, "pin", 3, 1),))
    second = solve(input_of(known, NOW, "balanced", "fair", known.last_done()), "seed", greedy)
    assert placed(second) == {("1", "2"), ("2", "2"), ("3", "1")}


def test_company_that_is_apart_gets_no_more_of_what_both_want() -> None:
    """One has got more than the other: neither is put anywhere alone that both wished for."""
    wanted = {1: wants(1, 2, 3, count=3), 2: wants(2, 3, count=2)}
    known = planning(wanted, (1, 0, 2), (friendship(70, 1, 2),))
    first = {"placements": output((1, 1))["placements"], "unplaced": ()}
    known = with_runs(known, replace(run(), output=first))
    made = input_of(known, NOW, "balanced", "fair", known.last_done())
    second = solve(made, "seed", greedy)
    assert placed(second) == {("1", "1")}
    assert [each["reason"] for each in second["unplaced"]] == ["collides", "together"]


def test_an_event_that_lost_its_minimum_keeps_nobody_but_who_is_pinned() -> None:
    known = planning({1: wants(1), 2: wants(1)}, (2,))
    held = {1: replace(known.seatings[1], minimum=2)}
    first = {"placements": output((1, 1), (2, 1))["placements"], "unplaced": ()}
    known = replace(with_runs(known, replace(run(), output=first)), seatings=held)
    out = replace(known, adjustments=(adjusted(1, "exclude", 2, 1),))
    made = solve(input_of(out, NOW, "balanced", "fair", out.last_done()), "seed", greedy)
    assert placed(made) == set()
    assert made["not_held"] == ["1"]
    assert made["metrics"] == {
        "seats_filled": 0,
        "seats_free": 2,
        "people_placed": 0,
        "first_choices": 0,
        "second_choices": 0,
        "later_choices": 0,
        "first_choice_share": 0.0,
        "evenness": 1.0,
    }
    pinned = replace(out, adjustments=(*out.adjustments, adjusted(2, "pin", 1, 1)))
    made = solve(input_of(pinned, NOW, "balanced", "fair", pinned.last_done()), "seed", greedy)
    assert placed(made) == {("1", "1")}


def test_why_nothing_was_left() -> None:
    known = planning(
        {1: wants(1), 2: wants(2), 3: wants(1)}, (1,), adjustments=(adjusted(1, "exclude", 1, None),)
    )
    made = solve(document(known), "seed", greedy)
    assert {each["person"]: each["reason"] for each in made["unplaced"]} == {
        "1": "excluded",
        "2": "impossible",
    }
    gone = {**document(known), "pinned": [{"person": "9", "session": "1"}, {"person": "3", "session": "9"}]}
    assert placed(solve(gone, "seed", greedy)) == {("3", "1")}


def test_everybody_is_in_one_company() -> None:
    known = planning(
        dict.fromkeys((1, 2, 3, 4), wants(1)), friends=(friendship(70, 1, 2), friendship(71, 3, 2))
    )
    assert companies(document(known)) == [("1", "2", "3"), ("4",)]
    pinned = replace(known, adjustments=(adjusted(1, "pin", 2, 1),))
    assert companies(document(pinned)) == [("1",), ("2",), ("3",), ("4",)]


# ------------------------------------------------------------------------------------------------ runs


def test_a_first_run_plans_the_month() -> None:
    planned, fact = runs.start(ONE, ADA, "balanced", "fair")
    assert planned == PeriodPlanned(7, "2026-12")
    assert isinstance(fact, RunStarted)
    assert (fact.number, fact.base, fact.input_hash) == (1, None, hash_of_input(fact.document))
    assert as_filed(fact) == replace(fact, document={})
    later = replace(ONE, month=replace(ONE.month, period=replace(CLOSED, status="planned")))
    assert [type(each) for each in runs.start(later, ADA, "balanced", "fair")] == [RunStarted]


def test_when_no_run_begins() -> None:
    def of(period: Any) -> Planning:
        return replace(ONE, month=replace(ONE.month, period=period))

    for period, refusal in (
        (None, no.PeriodUnknown),
        (PERIOD, no.PeriodOpen),
        (replace(CLOSED, status="final"), no.PeriodFinal),
    ):
        with pytest.raises(refusal):
            runs.start(of(period), ADA, "balanced", "fair")
    with pytest.raises(no.NobodyWishes):
        runs.start(planning({1: Wanted()}), ADA, "balanced", "fair")
    with pytest.raises(no.NoRun):
        runs.start(with_runs(ONE, run(status="failed")), ADA, "balanced", "fair", keep=True)
    for seen, known, newest in ((1, ONE, 0), (0, with_runs(ONE, run(), run(2, "stopped")), 2)):
        with pytest.raises(no.RunNewer) as newer:
            runs.start(known, ADA, "balanced", "fair", after=seen)
        assert newer.value == no.RunNewer(newest)
    assert started(with_runs(ONE, run()), after=1).number == 2


def test_a_rerun_keeps_the_newest() -> None:
    known = with_runs(ONE, done(ONE, (1, 1)), run(2, "stopped"))
    fact = started(known, keep=True)
    assert (fact.number, fact.base) == (3, 1)
    assert fact.document["kept"] == [{"person": "1", "session": "1"}]
    assert started(known).document["kept"] == []


@pytest.mark.parametrize("leased", [None, NOW + timedelta(hours=1)])
def test_a_run_is_in_the_way_as_long_as_it_is_computed(leased: datetime | None) -> None:
    """Its process says so again and again; one that never has counts from its start."""
    known = with_runs(ONE, replace(run(status="running"), leased_until=leased))
    over = leased or NOW + LEASE
    early, late = act(over - timedelta(seconds=1)), act(over)
    with pytest.raises(no.RunOpen) as refused:
        runs.start(known, early, "balanced", "fair")
    assert refused.value == no.RunOpen(1)
    assert runs.interrupt(known, early) == []
    interrupted, *_ = runs.start(known, late, "balanced", "fair")
    assert interrupted == RunFailed(501, 7, 1, "interrupted")
    assert runs.interrupt(known, late) == [interrupted]
    for over_already in (ONE, with_runs(ONE, run()), with_runs(ONE, run(status="failed"))):
        assert runs.interrupt(over_already, late) == []


def test_how_a_run_ends() -> None:
    known = with_runs(ONE, run(status="running"))
    made = {**output((1, 1), short=(2,)), "metrics": {"people_placed": 1}}
    (fact,) = runs.finish(known, 501, made)
    assert fact == RunMade(501, 7, 1, 1, 1, made)
    assert as_filed(fact) == replace(fact, output={})
    (stopped,) = runs.stop(known, 501)
    assert stopped == RunStopped(501, 7, 1) == as_filed(stopped)
    (failed,) = runs.fail(known, 501, "KeyError")
    assert failed == RunFailed(501, 7, 1, "KeyError")
    told = [run_notices(each) for each in (fact, failed, stopped)]
    assert [[notice.kind for notice in notices] for notices in told] == [["run-made"], ["run-failed"], []]
    for gone in (ONE, with_runs(ONE, run())):
        with pytest.raises(no.RunOver):
            runs.stop(gone, 501)
    stopped_already = with_runs(ONE, run(status="stopped"))
    for never in (ONE, stopped_already, with_runs(ONE, run(status="failed"))):
        with pytest.raises(no.RunOver):
            runs.finish(never, 501, made)
    for never in (ONE, stopped_already, with_runs(ONE, run())):
        with pytest.raises(no.RunOver):
            runs.fail(never, 501, "KeyError")
    assert runs.finish(with_runs(ONE, run()), 501, made) == []
    assert runs.fail(with_runs(ONE, run(status="failed")), 501, "KeyError") == []
    assert runs.known_run(known, 501).number == 1
    with pytest.raises(no.NoRun):
        runs.known_run(known, 502)


# ------------------------------------------------------------------------------------------------ adjustments


def test_a_pin() -> None:
    (fact,) = runs.pin(ONE, act(by="admin"), 2, 1)
    assert fact == PlacementPinned(1000, 7, 2, 1)
    with pytest.raises(no.ReasonNeeded):
        runs.pin(ONE, SILENT, 2, 1)
    for person, event, refusal in ((9, 1, no.WishUnknown), (1, 9, no.NotThisMonth)):
        with pytest.raises(refusal):
            runs.pin(ONE, ADA, person, event)
    withdrawn = planning({1: Wanted()})
    with pytest.raises(no.WishUnknown):
        runs.pin(withdrawn, ADA, 1, 1)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"status": "cancelled"}, no.EventCancelled),
        ({"status": "closed"}, no.EventNotOpen),
        ({"starts_at": NOW}, no.EventStarted),
        ({"free": 0}, no.PinsFull),
    ],
)
def test_where_nobody_can_be_pinned(changed: dict[str, Any], refusal: type[no.Refusal]) -> None:
    off = {**ONE.seatings, 1: replace(ONE.seatings[1], **changed)}
    with pytest.raises(refusal):
        runs.pin(replace(ONE, seatings=off), ADA, 2, 1)


def test_pins_share_the_seats_and_do_not_collide() -> None:
    other = replace(ONE, adjustments=(adjusted(1, "pin", 1, 1),))
    with pytest.raises(no.PinsFull) as full:
        runs.pin(other, ADA, 2, 1)
    assert full.value == no.PinsFull(free=0)
    same_time = {1: ONE.seatings[1], 2: replace(ONE.seatings[1], id=2)}
    with pytest.raises(no.PinsCollide):
        runs.pin(replace(other, seatings=same_time), ADA, 1, 2)
    booked = {1: Wisher(1, booked=frozenset({1}))}
    with pytest.raises(no.PinsCollide):
        runs.pin(replace(ONE, seatings=same_time, wishers=booked), ADA, 1, 2)
    with pytest.raises(no.AlreadyBooked):
        runs.pin(replace(ONE, wishers=booked), ADA, 1, 1)
    with pytest.raises(no.OfferOpen):
        runs.pin(replace(ONE, wishers={1: Wisher(1, offered=frozenset({1}))}), ADA, 1, 1)
    with pytest.raises(no.AdjustmentUnchanged) as unchanged:
        runs.pin(other, ADA, 1, 1)
    assert unchanged.value.said == "pin"


def test_a_later_word_replaces() -> None:
    known = replace(ONE, adjustments=(adjusted(1, "exclude", 2, 1), adjusted(2, "exclude", 2, None)))
    *ended, _ = runs.pin(known, ADA, 2, 1)
    assert ended == [
        AdjustmentEnded(1, "exclude", 2, replaced=True),
        AdjustmentEnded(2, "exclude", 2, replaced=True),
    ]
    pinned = replace(ONE, adjustments=(adjusted(1, "pin", 2, 1), adjusted(3, "pin", 1, 2)))
    ended_pin, out = runs.exclude(pinned, ADA, 2, 1)
    assert ended_pin == AdjustmentEnded(1, "pin", 2, replaced=True)
    assert isinstance(out, PersonExcluded)
    whole = runs.exclude(pinned, ADA, 2, None)
    assert [type(fact) for fact in whole] == [AdjustmentEnded, PersonExcluded]


def test_when_nobody_is_excluded() -> None:
    out = replace(ONE, adjustments=(adjusted(1, "exclude", 2, None), adjusted(2, "exclude", 1, 1)))
    for person, event, refusal in (
        (2, None, no.AdjustmentUnchanged("out-all")),
        (1, 1, no.AdjustmentUnchanged("out")),
        (9, 1, no.WishUnknown()),
        (1, 9, no.NotThisMonth()),
    ):
        with pytest.raises(type(refusal)) as why:
            runs.exclude(out, ADA, person, event)
        assert why.value == refusal
    with pytest.raises(no.ReasonNeeded):
        runs.exclude(out, SILENT, 2, 1)


def test_a_move_is_from_where_somebody_is() -> None:
    known = with_runs(ONE, done(ONE, (1, 1)))
    (fact,) = runs.move(known, act(by="admin"), 1, 1, 2)
    assert fact == PlacementMoved(1000, 7, 1, 2, 1)
    pinned = replace(known, adjustments=(adjusted(1, "pin", 1, 1), adjusted(2, "move", 1, 2, 3)))
    *ended, _ = runs.move(pinned, ADA, 1, 1, 2)
    assert [(each.id, each.kind) for each in ended if isinstance(each, AdjustmentEnded)] == [
        (2, "move"),
        (1, "pin"),
    ]
    for unknown in (ONE, with_runs(ONE, done(ONE, (1, 2)))):
        with pytest.raises(no.NotPlaced):
            runs.move(unknown, ADA, 1, 1, 2)
    with pytest.raises(no.AdjustmentUnchanged) as there:
        runs.move(known, ADA, 1, 1, 1)
    with pytest.raises(no.AdjustmentUnchanged) as again:
        runs.move(replace(known, adjustments=(adjusted(1, "move", 1, 2, 1),)), ADA, 1, 1, 2)
    assert (there.value.said, again.value.said) == ("there", "move")
    with pytest.raises(no.ReasonNeeded):
        runs.move(known, SILENT, 1, 1, 2)
    moved = document(replace(known, adjustments=(adjusted(1, "move", 1, 2, 1),)))
    assert (moved["pinned"], moved["excluded"]) == (
        [{"person": "1", "session": "2"}],
        [{"person": "1", "session": "1"}],
    )


@pytest.mark.parametrize(
    "later",
    [
        lambda known: runs.move(known, ADA, 1, 3, 4),
        lambda known: runs.move(known, ADA, 1, 2, 3),
        lambda known: runs.pin(known, ADA, 1, 3),
        lambda known: runs.exclude(known, ADA, 1, 3),
    ],
)
def test_whoever_is_moved_again_stays_away_from_the_first(later: Any) -> None:
    """Not at 1, but at 3; what is said of 3 later takes nothing back of what was said of 1."""
    known = planning({1: wants(1, 2, 3, 4, count=2)}, (1,) * 4, adjustments=(adjusted(5, "move", 1, 3, 1),))
    facts = later(with_runs(known, done(known, (1, 2), (1, 3))))
    assert [each.id for each in facts if isinstance(each, AdjustmentEnded)] == [5]
    assert (1, 1) in {(each.person_id, each.event_id) for each in facts if isinstance(each, PersonExcluded)}


def test_whoever_is_moved_back_is_not_kept_away() -> None:
    """Nor said of twice what an admin has said by then."""
    moved = adjusted(5, "move", 1, 3, 1)
    known = planning({1: wants(1, 2, 3, 4)}, (1,) * 4, adjustments=(moved,))
    back = runs.move(with_runs(known, done(known, (1, 3))), ADA, 1, 3, 1)
    assert [type(each) for each in back] == [AdjustmentEnded, PlacementMoved]
    said = replace(known, adjustments=(moved, adjusted(6, "exclude", 1, 1)))
    again = runs.move(with_runs(said, done(said, (1, 3))), ADA, 1, 3, 4)
    assert [type(each) for each in again] == [AdjustmentEnded, PlacementMoved]


def test_a_pin_that_cannot_be_kept_is_told() -> None:
    """The seat was taken meanwhile: before anything is computed, and in what has been."""
    known = planning(
        {1: wants(1, 2), 2: wants(1)},
        (1, 1),
        adjustments=(adjusted(5, "pin", 1, 1), adjusted(6, "pin", 2, 2)),
    )
    taken = replace(known, seatings={**known.seatings, 1: replace(known.seatings[1], free=0)})
    off = [found for found in plan_checks.findings(taken, NOW) if found.concern == "pin_off"]
    assert off == [Finding("pin_off", 1, 1)]
    assert solve(document(taken), "", greedy)["pins_off"] == [{"person": "1", "session": "1"}]
    assert "pins_off" not in solve(document(known), "", greedy)


def test_why_a_pin_cannot_be_kept() -> None:
    """The person has withdrawn, the date is called off, another pin is at that time, or a seat was taken."""
    said = ((9, 1), (1, 3), (2, 2), (2, 4), (3, 1))
    pinned = tuple(adjusted(number, "pin", *each) for number, each in enumerate(said, 1))
    known = planning({1: wants(1, 3), 2: wants(2), 3: wants(1)}, (0, 1, 1, 1), adjustments=pinned)
    off, there = replace(known.seatings[3], status="cancelled"), known.seatings[2]
    same = replace(there, id=4)
    changed = document(replace(known, seatings={**known.seatings, 3: off, 4: same}))
    assert sorted(pins_off(changed)) == [(1, 3, "date"), (2, 4, "collides"), (3, 1, "full"), (9, 1, "person")]
    assert len(solve(changed, "", greedy)["pins_off"]) == 4


@given(st.text(), st.lists(st.integers(1, 10**12).map(str), min_size=1, unique=True))
def test_there_is_one_lot(seed: str, people: list[str]) -> None:
    """What a version keeps and who waits first is decided as the draw is."""
    drawn = dict(zip(people, lots(seed, "person", people).tolist(), strict=True))
    assert {one: int.from_bytes(lot(seed, one)) for one in people} == drawn


def test_the_share_of_first_choices_is_of_all_who_wish() -> None:
    """As the allocation of a file counts it."""
    known = planning({1: wants(1), 2: wants(1), 3: wants(1, 2), 4: wants(1)}, (1, 1))
    assert solve(document(known), "", greedy)["metrics"]["first_choice_share"] == 0.25


def test_a_word_is_taken_back() -> None:
    known = replace(ONE, adjustments=(adjusted(1, "pin", 2, 1),))
    assert runs.lift(known, 1) == [AdjustmentEnded(1, "pin", 2)]
    with pytest.raises(no.AdjustmentOver):
        runs.lift(known, 2)


# ------------------------------------------------------------------------------------------------ looking at it


def test_two_versions_compared() -> None:
    before = output((1, 1), (2, 1), (3, 2), (5, 1), (5, 2))
    after = output((1, 1), (2, 2), (4, 1), (5, 1))
    assert compare(before, after) == Comparison(
        moved=(Move(2, (1,), (2,)), Move(5, (2,), ())),
        came_in=(Move(4, (), (1,)),),
        fell_out=(Move(3, (2,), ()),),
    )
    assert compare(before, before) == Comparison((), (), ())


def test_what_a_person_cannot_have_together() -> None:
    """What is at the same time; and only for whoever said so, two of one day, or of one week."""

    def slot(day: int, hour: int) -> Slot:
        starts_at = NOW.replace(month=12, day=day, hour=hour)
        return Slot(starts_at, starts_at + timedelta(hours=1))

    one = slot(1, 10)  # a Tuesday
    for other, whom in (
        (slot(1, 10), ("any", "per_day", "per_week")),
        (slot(1, 11), ("per_day", "per_week")),
        (slot(3, 10), ("per_week",)),
        (slot(8, 10), ()),
    ):
        for limit in ("any", "per_day", "per_week"):
            assert one.collides(other, {limit: 1}) is other.collides(one, {limit: 1}) is (limit in whom)


def test_what_an_admin_should_know_first() -> None:
    wanted = {
        1: wants(1, 2, count=3),
        2: wants(1, 3),
        3: wants(9),
        4: wants(2, 4, count=2),
        5: wants(3, 5),
        6: wants(1, 2, count=2),
    }
    known = planning(wanted, (2, 0, 1, 1, 4), wishers={5: Wisher(5, reachable=False)})
    changed = {
        2: replace(known.seatings[2], capacity=5),
        3: replace(known.seatings[3], waiting=2, minimum=2),  # as many as want it
        4: replace(known.seatings[4], starts_at=known.seatings[2].starts_at),
        5: replace(known.seatings[5], capacity=5, minimum=3),  # one is booked already
    }
    known = replace(
        known,
        seatings={**known.seatings, **changed},
        adjustments=(
            adjusted(1, "exclude", 2, None),
            adjusted(2, "pin", 8, 1),
            adjusted(3, "pin", 1, 9),
            adjusted(4, "pin", 6, 1),
        ),
    )
    assert plan_checks.findings(known, NOW) == [
        Finding("scarce", 1, count=3),
        Finding("no_seats", 2, count=1),
        Finding("line", 3, count=2),
        Finding("below_minimum", 5, count=1, least=3, used=1),
        Finding("event_off", 9, count=1),
        Finding("too_few_wishes", person_id=1, count=3),
        Finding("excluded", person_id=2),
        Finding("impossible", person_id=3),
        Finding("overlap", person_id=4),
        Finding("unreachable", person_id=5),
        Finding("pin_off", 9, 1),
        Finding("pin_off", 1, 8),
    ]


def test_every_date_that_nobody_wishes_for_is_found() -> None:
    """With a minimum or without; but none that takes nobody any more, is full, or was booked by whoever wished."""
    wanted = {1: wants(1), 2: wants(2, weekdays=(2,)), 3: wants(5)}  # 2 is on a Tuesday
    booked = {3: Wisher(3, booked=frozenset({5}))}
    known = planning(wanted, (1, 1, 1, 1, 1), wishers=booked)
    changed = {
        3: replace(known.seatings[3], minimum=1),
        4: replace(known.seatings[4], status="cancelled"),
        5: replace(known.seatings[5], capacity=2),
    }
    known = replace(known, seatings={**known.seatings, **changed})
    full = replace(known, seatings={**known.seatings, 2: replace(known.seatings[2], free=0)})
    for month, empty in ((known, (2, 3)), (full, (3,))):
        found = [each for each in plan_checks.findings(month, NOW) if each.concern == "unwished"]
        assert found == [Finding("unwished", each) for each in empty]


def test_a_wish_that_is_none_is_not_counted() -> None:
    """Taken back, or for a day that does not suit."""
    known = planning({1: wants(9), 2: wants(9), 3: wants(2, 1, weekdays=(2,))}, (1, 1))  # 1 is on a Tuesday
    wishes = {**known.month.wishes}
    taken_back = next(wish for wish in wishes.values() if wish.person_id == 2)
    wishes[taken_back.id] = replace(taken_back, status="withdrawn")
    off = replace(known.seatings[1], status="cancelled")
    known = replace(known, month=replace(known.month, wishes=wishes), seatings={**known.seatings, 1: off})
    found = [each for each in plan_checks.findings(known, NOW) if each.concern == "event_off"]
    assert found == [Finding("event_off", 9, count=1)]


@given(st.integers(0, 6), st.integers(0, 3))
def test_the_ledger_is_capped_and_decays(before: int, got: int) -> None:
    after = credit_after(before, got)
    assert 0 <= after <= 6
    assert after == (min(before + 1, 6) if not got else before // 2)

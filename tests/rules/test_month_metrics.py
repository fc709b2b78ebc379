"""Figures of a month: as a recount in fractions has them, whatever was counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.planning import Adjustment, Planning, Wisher
from engine.rules.measures import Choices, Share, choices, evenly, measures, said_choices
from engine.rules.month_metrics import Outdated, concerns, figures, outdated
from engine.rules.run_fixing import solve
from engine.views import RunNumbers, SessionUse
from tests.rules.greedy import greedy
from tests.rules.months import NOW
from tests.rules.plannings import document, done, planning, plannings, run, seatings, wants

EMPTY = RunNumbers(
    period_id=1,
    month="2026-12",
    timezone="Europe/Budapest",
    number=1,
    strategy="balanced",
    ordering="most",
    final=False,
    started_at=NOW,
    finished_at=NOW + timedelta(seconds=2),
    placed=0,
    whole=0,
    without=0,
    unmet=0,
    ranks={},
    reasons={},
    waited={},
    kept=0,
    attended=0,
    missed=0,
    sessions=(),
)
COUNTS = st.integers(0, 10_000)
SESSIONS = st.builds(
    SessionUse,
    event_id=st.just(1),
    free=st.integers(0, 40),
    placed=st.integers(0, 40),
    capacity=st.integers(0, 40),
    booked=st.integers(0, 40),
).map(lambda use: replace(use, placed=min(use.placed, use.free)))


@given(COUNTS, COUNTS)
@example(9_999, 10_000)
@example(1, 10_000)
def test_a_share_is_rounded_once_and_never_to_all_or_nothing(one: int, other: int) -> None:
    share = Share(min(one, other), max(one, other))
    if not share.whole:
        assert share.percent is None
        return
    exact = Fraction(100 * share.part, share.whole)
    assert share.percent is not None and abs(share.percent - exact) <= 1
    assert (share.percent == 0) == (share.part == 0)
    assert (share.percent == 100) == (share.part == share.whole)
    if 1 < exact < 99:
        assert abs(share.percent - exact) <= Fraction(1, 2)


@given(st.dictionaries(st.integers(0, 20), COUNTS))
def test_every_place_is_counted_in_one_choice(ranks: dict[int, int]) -> None:
    found = choices(ranks)
    assert found.wished + found.by_hand == sum(ranks.values())
    shares = found.shares()
    if not found.wished:
        assert shares == (Share(0, 0),) * 3
        return
    assert sum(share.part for share in shares) == 100
    for share, part in zip(shares, (found.first, found.second, found.later), strict=True):
        assert share.whole == 100 and abs(share.part - Fraction(100 * part, found.wished)) < 1


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda two: (max(two), min(two)))))
def test_evenness_lies_between_one_and_one_of_many(dates: list[tuple[int, int]]) -> None:
    """Of each date that had free seats, the part of them that was given out: also none."""
    parts = [Fraction(given_, free) for free, given_ in dates if free]
    squares = len(parts) * sum(part * part for part in parts)
    found = evenly(dates)
    assert found == pytest.approx(float(Fraction(sum(parts)) ** 2 / squares if squares else 1), abs=1e-6)
    assert evenly([*dates, (0, 0)]) == found
    if squares:
        assert evenly([*dates, *dates]) == pytest.approx(found, abs=1e-6)
        assert evenly([*dates, (5, 0)]) < found, "a date that nobody got is one of them"


@given(plannings())
def test_a_version_says_of_itself_what_is_counted_of_it(known: Planning) -> None:
    """From its documents, and from what the database has of it."""
    given_ = document(known)
    made = solve(given_, "seed", greedy)
    taken: Counter[str] = Counter()
    for each in made["placements"]:
        taken[each["session"]] += next(p["seats"] for p in given_["people"] if p["id"] == each["person"])
    uses = [
        SessionUse(int(each["id"]), each["capacity"], taken[each["id"]], each["capacity"], 0)
        for each in given_["sessions"]
    ]
    ranks = Counter(each["rank"] for each in made["placements"])
    shown = figures(replace(EMPTY, sessions=uses, ranks=ranks, placed=made["metrics"]["people_placed"]))
    said = made["metrics"]
    assert said == measures(given_, made["placements"])
    assert (said["seats_filled"], said["seats_free"]) == (shown.planned.part, shown.planned.whole)
    assert said["evenness"] == (1.0 if shown.evenness is None else shown.evenness)
    assert said_choices(said).shares() == shown.choices.shares()
    assert said_choices({}) == Choices(0, 0, 0, 0)


@given(st.lists(SESSIONS, max_size=12))
def test_a_plan_takes_what_it_does_not_leave_free(sessions: list[SessionUse]) -> None:
    made = figures(replace(EMPTY, sessions=sessions))
    assert made.planned.whole == made.actual.whole == sum(use.capacity for use in sessions)
    assert 0 <= made.planned.part <= made.planned.whole
    left = sum(use.free - use.placed for use in sessions)
    if all(use.free <= use.capacity for use in sessions):
        assert made.planned.part == made.planned.whole - left
    assert made.actual.part == sum(use.booked for use in sessions)
    assert made.sessions == len(sessions)
    assert made.kept is None


@given(st.dictionaries(st.integers(0, 6), st.tuples(COUNTS, COUNTS)))
def test_who_had_gone_without_is_told_from_the_others(counted: dict[int, tuple[int, int]]) -> None:
    waited = {months: (max(pair), min(pair)) for months, pair in counted.items()}
    made = figures(replace(EMPTY, waited=waited))
    assert made.others == Share(*reversed(waited.get(0, (0, 0))))
    behind = [pair for months, pair in waited.items() if months]
    assert made.returning == Share(sum(placed for _, placed in behind), sum(people for people, _ in behind))
    assert len(made.waited) == 4
    assert sum(share.whole for share in made.waited) == sum(people for people, _ in waited.values())


def test_of_nothing_there_is_no_share() -> None:
    made = figures(EMPTY)
    shares = (
        made.success,
        made.whole,
        made.unprocessed,
        made.planned,
        made.actual,
        made.came,
        made.returning,
    )
    assert [share.percent for share in shares] == [None] * 7
    assert (made.evenness, made.seconds) == (None, 2.0)
    assert concerns(EMPTY) == ()


def test_a_clock_that_was_put_back_and_a_version_that_is_not_done() -> None:
    assert figures(replace(EMPTY, finished_at=NOW - timedelta(hours=1))).seconds == 0.0
    assert figures(replace(EMPTY, finished_at=None)).seconds is None


def test_what_was_given_and_is_still_theirs() -> None:
    use = SessionUse(1, free=5, placed=4, capacity=6, booked=3)
    made = figures(replace(EMPTY, final=True, kept=3, sessions=[use], attended=2, missed=1))
    assert (made.kept, made.came, made.planned) == (Share(3, 4), Share(2, 3), Share(5, 6))


@pytest.mark.parametrize(
    ("placed", "without", "given_", "unmet", "found"),
    [
        (3, 2, 3, 2, ()),  # 60 and 40 percent are not too few and too many
        (59, 41, 59, 10, ("low",)),
        (60, 40, 59, 41, ("unmet",)),
        (2, 3, 2, 3, ("low", "unmet")),
        (0, 4, 0, 4, ()),  # too few people to say anything
    ],
)
def test_what_an_admin_is_told_of(
    placed: int, without: int, given_: int, unmet: int, found: tuple[str, ...]
) -> None:
    numbers = replace(EMPTY, placed=placed, without=without, ranks={1: given_}, unmet=unmet)
    assert concerns(numbers) == found


def test_a_version_is_outdated_when_its_input_is() -> None:
    """Whatever it was made with counts, and nothing else."""
    known = planning({1: wants(1, 2), 2: wants(1)}, free=(1, 2))
    assert outdated(known, NOW) is None
    made = done(known, (1, 1), (2, 1))
    known = replace(known, runs=(run(1, "failed"), replace(made, number=2), run(3, "stopped")))
    assert outdated(known, NOW) is None
    assert outdated(replace(known, seatings=seatings(2, 2)), NOW) == Outdated(2, 1, 0)
    assert outdated(replace(known, wishers={2: Wisher(2, credit=1)}), NOW) == Outdated(2, 0, 1)
    pin = Adjustment(9, 7, 1, "pin", 2)
    assert outdated(replace(known, adjustments=(pin,)), NOW) == Outdated(2, 0, 0)

"""What people want of a month: only while it collects, only what there is, and in the order in which they said so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import refusals as r
from engine.facts import MonthFact, WishesStated, WishesWithdrawn
from engine.month import MOST_CHOICES, MOST_COUNT, Month, Ranked, Session, Wanted, Wish
from engine.ports import Act
from engine.refusals import Refusal
from engine.rules import wishes
from tests.rules.months import ANNA, BEN, PERIOD, TUESDAYS, UNTIL, act, after, month, ranked, sessions


def stated(facts: list[MonthFact]) -> WishesStated:
    (fact,) = facts
    assert isinstance(fact, WishesStated)
    return fact


def test_dates_are_ranked_as_they_are_tapped() -> None:
    fact = stated(wishes.choose(month(), act(), ANNA, 2))
    assert (fact.id, fact.period_id, fact.person_id, fact.choices) == (1000, 7, ANNA, ranked(2))
    known = month(Wanted(ranked(2), count=3))
    fact = stated(wishes.choose(known, act(), ANNA, 1))
    assert (fact.id, fact.choices, fact.count, fact.source) == (50, ranked(2, 1), 3, "self")
    assert stated(wishes.choose(known, act(), ANNA, 1, equal=True)).choices == ranked((2, 1))
    assert stated(wishes.choose(month(), act(), ANNA, 1, equal=True)).choices == ranked(1)


def test_whoever_was_reminded_or_took_it_back_begins_anew() -> None:
    for status in ("asked", "withdrawn"):
        left = Wish(50, 7, ANNA, status, Wanted(ranked(3)))
        fact = stated(wishes.choose(month(wishes={50: left}), act(), ANNA, 2))
        assert (fact.id, fact.choices) == (50, ranked(2))


def test_what_cannot_be_chosen() -> None:
    off = {**sessions(), 2: Session(2, 1, TUESDAYS[1], "cancelled"), 3: Session(3, 1, TUESDAYS[2], "closed")}
    known = month(Wanted(ranked(1), weekdays=(1,)), sessions=off)
    late = replace(PERIOD, wishes_until=TUESDAYS[4])
    refused: list[tuple[Month, int, type[Refusal]]] = [
        (known, 1, r.WishUnchanged),
        (known, 2, r.EventCancelled),
        (known, 3, r.EventNotOpen),
        (known, 6, r.DayNotWanted),
        (known, 9, r.NotThisMonth),
        (known, 99, r.NotThisMonth),
        (replace(month(), period=None), 1, r.PeriodUnknown),
    ]
    for where, event, why in refused:
        with pytest.raises(why):
            wishes.choose(where, act(), ANNA, event)
    with pytest.raises(r.EventStarted):
        wishes.choose(replace(month(), period=late), act(TUESDAYS[0]), ANNA, 1)
    full = Wanted(tuple(Ranked(100 + n, n) for n in range(1, MOST_CHOICES + 1)))
    with pytest.raises(r.TooManyChoices):
        wishes.choose(month(full), act(), ANNA, 1)


def test_what_is_taken_away_lets_the_others_move_up() -> None:
    known = month(Wanted(ranked(2, (1, 3), 4)))
    assert stated(wishes.drop(known, act(), ANNA, 2)).choices == ranked((1, 3), 4)
    assert stated(wishes.drop(known, act(), ANNA, 1)).choices == ranked(2, 3, 4)
    with pytest.raises(r.WishUnchanged):
        wishes.drop(known, act(), ANNA, 5)
    with pytest.raises(r.WishUnchanged):
        wishes.drop(known, act(), BEN, 2)


def test_how_many_and_how_often() -> None:
    assert stated(wishes.set_count(month(), act(), ANNA, MOST_COUNT)).count == MOST_COUNT
    assert stated(wishes.set_limit(month(), act(), ANNA, 1)).at_most == "day"
    assert stated(wishes.set_limit(month(Wanted(at_most="day")), act(), ANNA, 2)).at_most == "week"
    for count in (0, MOST_COUNT + 1):
        with pytest.raises(r.WishUnusable):
            wishes.set_count(month(), act(), ANNA, count)
    with pytest.raises(r.WishUnusable):
        wishes.set_limit(month(), act(), ANNA, 3)
    with pytest.raises(r.WishUnchanged):
        wishes.set_limit(month(), act(), ANNA, 0)


def test_a_date_on_a_day_that_does_not_suit_stays_and_rests() -> None:
    known = month(Wanted(ranked(6, 1, 2)))
    only = stated(wishes.set_weekday(known, act(), ANNA, 1, on=True))
    assert (only.weekdays, only.choices) == ((1,), ranked(6, 1, 2))
    both = stated(wishes.set_weekday(month(Wanted(ranked(1), weekdays=(1,))), act(), ANNA, 0, on=True))
    assert (both.weekdays, both.choices) == ((0, 1), ranked(1))
    any_day = stated(wishes.set_weekday(month(Wanted(ranked(1), weekdays=(1,))), act(), ANNA, 1, on=False))
    assert (any_day.weekdays, any_day.choices) == ((), ranked(1))
    with pytest.raises(r.WishUnusable):
        wishes.set_weekday(known, act(), ANNA, 7, on=True)
    with pytest.raises(r.WishUnchanged):
        wishes.set_weekday(known, act(), ANNA, 3, on=False)


def test_a_party_has_names() -> None:
    fact = stated(wishes.set_party(month(), act(), ANNA, 3, ("Bea", "Carl")))
    assert (fact.seats, fact.names) == (3, ("Bea", "Carl"))
    assert stated(wishes.set_party(month(Wanted(seats=2, names=("Bea",))), act(), ANNA, 1, ())).names == ()
    for seats in (0, 7):
        with pytest.raises(r.PartyTooLarge):
            wishes.set_party(month(), act(), ANNA, seats, ("x",) * (seats - 1))
    with pytest.raises(r.PartyNotNamed):
        wishes.set_party(month(), act(), ANNA, 3, ("Bea",))


def test_wishes_stay_or_go() -> None:
    assert stated(wishes.set_standing(month(), act(), ANNA, on=True)).standing
    assert wishes.withdraw(month(Wanted(ranked(1))), act(), ANNA) == [WishesWithdrawn(50, ANNA)]
    for known in (month(), month(wishes={50: Wish(50, 7, ANNA, "withdrawn")})):
        with pytest.raises(r.NothingWished):
            wishes.withdraw(known, act(), ANNA)


Rule = Callable[[Month, Act], list[MonthFact]]
RULES: tuple[Rule, ...] = (
    lambda known, now: wishes.choose(known, now, ANNA, 2),
    lambda known, now: wishes.drop(known, now, ANNA, 1),
    lambda known, now: wishes.set_count(known, now, ANNA, 2),
    lambda known, now: wishes.set_limit(known, now, ANNA, 1),
    lambda known, now: wishes.set_weekday(known, now, ANNA, 1, on=True),
    lambda known, now: wishes.set_party(known, now, ANNA, 2, ("Bea",)),
    lambda known, now: wishes.set_standing(known, now, ANNA, on=True),
    lambda known, now: wishes.withdraw(known, now, ANNA),
)


@pytest.mark.parametrize("rule", RULES)
def test_nothing_changes_before_a_month_opens_or_after_it_closes(rule: Rule) -> None:
    known = month(Wanted(ranked(1)))
    assert rule(known, act(UNTIL - timedelta(seconds=1)))
    with pytest.raises(r.WishesClosed) as refused:
        rule(known, act(UNTIL))  # although no job has closed it yet
    assert refused.value.until == UNTIL
    for status in ("closed", "planned", "final"):
        over = replace(known, period=replace(PERIOD, status=status))
        with pytest.raises(r.WishesClosed):
            rule(over, act())
    with pytest.raises(r.PeriodUnknown):
        rule(replace(known, period=None), act())


@given(st.integers(0, 2**64))
def test_whatever_is_tapped_ranks_have_no_gap_and_nobody_elses_wish_changes(seed: int) -> None:
    any_, known = Random(seed), month()
    taps: list[Rule] = [
        lambda m, a: wishes.choose(
            m, a, any_.choice((ANNA, BEN)), any_.randint(1, 9), equal=any_.random() < 0.4
        ),
        lambda m, a: wishes.drop(m, a, any_.choice((ANNA, BEN)), any_.randint(1, 9)),
        lambda m, a: wishes.set_weekday(m, a, ANNA, any_.randint(0, 7), on=any_.random() < 0.5),
        lambda m, a: wishes.withdraw(m, a, any_.choice((ANNA, BEN))),
        lambda m, a: wishes.set_count(m, a, BEN, any_.randint(0, 13)),
    ]
    for step in range(20):
        before = known
        try:
            facts = any_.choice(taps)(known, replace(act(), new_id=partial(int, 1000 + step)))
        except Refusal:
            continue
        known = after(known, facts)
        (fact,) = facts
        assert isinstance(fact, WishesStated | WishesWithdrawn)
        others = [wish for wish in before.wishes.values() if wish.person_id != fact.person_id]
        assert all(known.wishes[wish.id] == wish for wish in others)
        assert len({wish.person_id for wish in known.wishes.values()}) == len(known.wishes)
        for wish in known.wishes.values():
            ranks = [choice.rank for choice in wish.wanted.choices]
            assert ranks == sorted(ranks)
            assert {*ranks} == set(range(1, len({*ranks}) + 1))
            assert len({choice.event_id for choice in wish.wanted.choices}) == len(ranks)
            assert all(choice.event_id != 9 for choice in wish.wanted.choices)

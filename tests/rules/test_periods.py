"""A month opens, is extended, closes and opens again; whoever has wishes hears of it, and nobody is woken."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import refusals as r
from engine.facts import (
    FriendshipAgreed,
    FriendshipAsked,
    FriendshipEnded,
    MonthFact,
    PeriodClosed,
    PeriodExtended,
    PeriodOpened,
    PeriodReopened,
    WishesAsked,
    WishesShifted,
    WishesStated,
    WishesWithdrawn,
)
from engine.month import Month, Session, Wanted, Wish, begins, month_after, month_of
from engine.notices import month_notices
from engine.rules import periods
from engine.rules.periods import IN_A_WEEK, IN_THREE_DAYS, THE_TWENTIETH, TYPED
from tests.rules.months import (
    ANNA,
    BEN,
    CLEO,
    NOW,
    PERIOD,
    UNTIL,
    ZONE,
    act,
    friendship,
    month,
    ranked,
    sessions,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NONE = Month(1, ZONE, fresh_hash="sealed")


def local(*day: int) -> datetime:
    """Eight in the evening of that day, in Budapest, in winter."""
    return datetime(*day, 19, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_months_follow_one_another() -> None:
    assert [month_after("2026-11", by) for by in (-11, -1, 0, 1, 2, 14)] == [
        "2025-12", "2026-10", "2026-11", "2026-12", "2027-01", "2028-01",
    ]  # fmt: skip
    assert month_of(datetime(2026, 11, 30, 23, 30, tzinfo=UTC), ZONE) == "2026-12"
    assert begins("2026-12", ZONE) == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert periods.coming(NOW, ZONE) == ("2026-12", "2027-01", "2027-02")


def test_deadlines_are_evenings() -> None:
    found = periods.deadlines("2027-01", NOW, ZONE)
    assert found == {
        IN_THREE_DAYS: local(2026, 11, 23),
        IN_A_WEEK: local(2026, 11, 27),
        THE_TWENTIETH: local(2026, 12, 20),
    }
    late = datetime(2026, 11, 28, 12, tzinfo=UTC)
    assert (
        periods.deadlines("2026-12", late, ZONE) == {}
    )  # the 20th is over, and the month begins before the others
    for choice in (0, 4, IN_A_WEEK):
        with pytest.raises(r.DeadlineUnusable):
            periods.deadline(choice, "2026-12", late, ZONE)


def test_a_deadline_that_was_offered_yesterday_is_no_other_one_today() -> None:
    today, later = NOW, NOW + timedelta(days=1)
    found = periods.deadlines("2027-01", today, ZONE)
    for choice, until in found.items():
        shown = periods.offered(choice, until, ZONE)
        assert periods.deadline(shown, "2027-01", today, ZONE) == until
        if choice == THE_TWENTIETH:
            assert periods.deadline(shown, "2027-01", later, ZONE) == until
        else:
            with pytest.raises(r.DeadlineUnusable):
                periods.deadline(shown, "2027-01", later, ZONE)


def test_a_month_is_opened_once_and_ahead() -> None:
    assert periods.open_(NONE, act(), "2026-12", IN_A_WEEK) == [
        PeriodOpened(1000, 1, "2026-12", local(2026, 11, 27), "sealed")
    ]
    with pytest.raises(r.PeriodExists):
        periods.open_(month(), act(), "2026-12", IN_A_WEEK)
    for name in ("2026-11", "2027-03", "2025-12"):
        with pytest.raises(r.PeriodBegun):
            periods.open_(NONE, act(), name, IN_A_WEEK)
    with pytest.raises(r.DeadlineUnusable):
        periods.open_(NONE, act(), "2026-12", 9)


def test_what_stays_of_two_dates_at_one_time_are_two() -> None:
    """In the same room where there is one, else in the other; never one event twice."""
    first = datetime(2027, 3, 2, 17, tzinfo=UTC)
    march = {1: Session(1, 1, first, "open", "Upstairs"), 2: Session(2, 1, first, "open", "Garden")}
    at = datetime(2027, 4, 6, 16, tzinfo=UTC)
    known = replace(
        NONE,
        standing=(Wish(50, 6, ANNA, "stated", Wanted(ranked(1, 2), count=2, standing=True)),),
        before=march,
        sessions={3: Session(3, 1, at, "open", "Garden"), 4: Session(4, 1, at, "open", "Hall")},
    )
    now = act(datetime(2027, 3, 10, tzinfo=UTC))
    for there, wanted in (
        (known.sessions, [3, 4]),
        ({4: known.sessions[4]}, [4]),
        ({3: known.sessions[3]}, [3]),
    ):
        _, fact = periods.open_(replace(known, sessions=there), now, "2027-04", IN_THREE_DAYS)
        assert isinstance(fact, WishesStated)
        assert sorted(choice.event_id for choice in fact.choices) == wanted
    (_, fact) = periods.open_(
        replace(known, standing=(replace(known.standing[0], wanted=Wanted(ranked(2, 1), standing=True)),)),
        now,
        "2027-04",
        IN_THREE_DAYS,
    )
    assert isinstance(fact, WishesStated)
    assert [choice.event_id for choice in fact.choices] == [3, 4]  # the garden again, and first


def test_what_stays_stands_at_the_same_place_of_the_next_month() -> None:
    """The first Tuesday at 18:00 is meant, through the change of the clocks, and only of the same service."""
    march = [
        Session(1, 1, datetime(2027, 3, 2, 17, tzinfo=UTC), "open"),
        Session(2, 1, datetime(2027, 3, 9, 17, tzinfo=UTC), "open"),
    ]
    april = [
        Session(3, 1, datetime(2027, 4, 6, 16, tzinfo=UTC), "open"),  # 18:00 in summer, too
        Session(4, 2, datetime(2027, 4, 13, 16, tzinfo=UTC), "open"),  # another service
        Session(5, 1, datetime(2027, 5, 4, 16, tzinfo=UTC), "open"),  # another month
    ]
    wanted = Wanted(ranked(2, 1), count=2, at_most="week", standing=True)
    known = replace(
        NONE,
        standing=(
            Wish(50, 6, ANNA, "stated", wanted),
            Wish(51, 6, BEN, "stated", Wanted(ranked(2), standing=True)),
        ),
        before={session.id: session for session in march},
        sessions={session.id: session for session in april},
    )
    opened, *carried = periods.open_(known, act(datetime(2027, 3, 10, tzinfo=UTC)), "2027-04", IN_THREE_DAYS)
    (fact,) = carried  # of what Ben wants there is nothing
    assert isinstance(fact, WishesStated)
    assert (fact.person_id, fact.period_id, fact.choices) == (ANNA, opened.id, ranked(3))
    assert (fact.count, fact.at_most, fact.standing, fact.source) == (2, "week", True, "standing")


WISHES = {
    50: Wish(50, 7, ANNA, "stated", Wanted(ranked(1))),
    51: Wish(51, 7, BEN, "asked"),
    52: Wish(52, 7, CLEO, "withdrawn"),
}
TOLD: list[MonthFact] = [WishesShifted(50, ANNA), WishesShifted(51, BEN)]
SHUT: list[MonthFact] = [WishesShifted(50, ANNA, closed=True), WishesShifted(51, BEN, closed=True)]


@given(st.integers(-60, 60 * 24 * 15))
def test_a_typed_deadline_is_that_minute(minutes: int) -> None:
    """To come, and before the month begins: nothing else is asked of it."""
    until = NOW.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    choice = periods.offered(TYPED, until, ZONE)
    if NOW < until < begins("2026-12", ZONE):
        assert periods.deadline(choice, "2026-12", NOW, ZONE) == until
    else:
        with pytest.raises(r.DeadlineUnusable):
            periods.deadline(choice, "2026-12", NOW, ZONE)


@pytest.mark.parametrize("choice", [TYPED, 10**15 + TYPED, 2**62 // 10 * 10 + TYPED])
def test_a_forged_moment_is_none(choice: int) -> None:
    with pytest.raises(r.DeadlineUnusable):
        periods.deadline(choice, "2026-12", NOW, ZONE)


def test_another_deadline_is_told() -> None:
    known = month(wishes=WISHES)
    assert periods.extend(known, act(), IN_THREE_DAYS) == [
        PeriodExtended(7, "2026-12", local(2026, 11, 23)),
        *TOLD,
    ]
    same = replace(known, period=replace(PERIOD, wishes_until=local(2026, 11, 23)))
    with pytest.raises(r.DeadlineUnchanged):
        periods.extend(same, act(), IN_THREE_DAYS)
    with pytest.raises(r.PeriodNotCollecting):
        periods.extend(replace(known, period=replace(PERIOD, status="closed")), act(), IN_THREE_DAYS)
    with pytest.raises(r.PeriodUnknown):
        periods.extend(NONE, act(), IN_THREE_DAYS)


def test_closed_early_and_opened_again() -> None:
    known = month(wishes=WISHES)
    assert periods.close(known) == [*SHUT, PeriodClosed(7, "2026-12", early=True)]
    shut = replace(known, period=replace(PERIOD, status="closed"))
    with pytest.raises(r.PeriodNotCollecting):
        periods.close(shut)
    assert periods.close(known, PERIOD.wishes_until) == periods.close(known)
    with pytest.raises(r.ButtonStale):  # the question was about another deadline
        periods.close(known, PERIOD.wishes_until - timedelta(days=1))
    assert periods.reopen(shut, act(), IN_A_WEEK) == [
        PeriodReopened(7, "2026-12", local(2026, 11, 27)),
        *TOLD,
    ]
    with pytest.raises(r.PeriodNotClosed):
        periods.reopen(known, act(), IN_A_WEEK)
    for status in ("planned", "final"):
        with pytest.raises(r.PeriodPlanned):
            periods.reopen(replace(known, period=replace(PERIOD, status=status)), act(), IN_A_WEEK)


@given(st.integers(-3, 3), st.integers(0, 50))
def test_an_outage_over_the_deadline_is_given_back(before: int, away: int) -> None:
    """As much time as was left when it began, if the deadline came meanwhile; none after the month has begun."""
    since = UNTIL - timedelta(hours=before)
    now = since + timedelta(days=away)
    found = periods.give_back(month(), act(now), since)
    begin = begins("2026-12", ZONE)
    if since < UNTIL <= now < begin:
        (fact,) = [fact for fact in found if isinstance(fact, PeriodExtended)]
        assert fact.wishes_until == min(now + (UNTIL - since), begin)
    else:
        assert found == []


def test_only_what_collects_is_given_time_back() -> None:
    for known in (NONE, replace(month(), period=replace(PERIOD, status="closed"))):
        assert periods.give_back(known, act(UNTIL + timedelta(hours=1)), UNTIL - timedelta(hours=1)) == []


def test_the_deadline_closes_a_month_once() -> None:
    known = month(wishes=WISHES)
    assert periods.close_due(known, act(UNTIL - timedelta(seconds=1))) == []
    assert periods.close_due(known, act(UNTIL)) == [PeriodClosed(7, "2026-12", early=False)]
    assert periods.close_due(replace(known, period=replace(PERIOD, status="closed")), act(UNTIL)) == []
    assert periods.close_due(NONE, act(UNTIL)) == []


def test_reminded_by_day_and_neither_too_early_nor_too_late() -> None:
    known = month(unasked=(BEN, CLEO))
    noon = UNTIL - 2 * DAY
    assert periods.remind(known, act(noon)) == [WishesAsked(1000, 7, BEN), WishesAsked(1001, 7, CLEO)]
    for moment in (noon - HOUR, noon + 9 * HOUR, UNTIL):  # too early, at ten in the evening, too late
        assert periods.remind(known, act(moment)) == []
    short = replace(PERIOD, wishes_until=NOW + 2 * DAY)
    assert not periods.reminding(short, NOW + DAY - HOUR, ZONE)
    assert periods.reminding(short, NOW + DAY, ZONE)
    assert periods.remind(replace(known, period=replace(PERIOD, status="closed")), act(noon)) == []
    assert periods.remind(NONE, act(noon)) == []


def test_who_hears_of_what() -> None:
    known = month(wishes=WISHES, friendships={60: friendship(60, ANNA)})
    night = datetime(2026, 11, 20, 22, tzinfo=UTC)
    heard: list[tuple[MonthFact, list[tuple[str, int | None]]]] = [
        (PeriodOpened(8, 1, "2027-01", UNTIL, "x"), [("period-opened", None)]),
        (PeriodExtended(7, "2026-12", UNTIL), [("period-opened", None)]),
        (PeriodReopened(7, "2026-12", UNTIL), [("period-opened", None)]),
        (PeriodClosed(7, "2026-12", early=True), [("period-closed", None)]),
        (_stated("self"), []),
        (_stated("standing"), [("wishes-carried", ANNA)]),
        (WishesWithdrawn(50, ANNA), []),
        (WishesAsked(53, 7, BEN), [("wishes-asked", BEN)]),
        (WishesShifted(50, ANNA), [("wishes-shifted", ANNA)]),
        (FriendshipAsked(60, 7, ANNA), []),
        (FriendshipAgreed(60, BEN), [("friendship-agreed", ANNA)]),
        (FriendshipEnded(60, BEN, told=ANNA), [("friendship-ended", ANNA)]),
        (FriendshipEnded(60, ANNA), []),
    ]
    for fact, wanted in heard:
        found = month_notices(fact, known, act(night))
        assert [(notice.kind, notice.to) for notice in found] == wanted, fact
        for notice in found:
            woken = notice.to is not None and notice.not_before is None
            assert not woken, fact
            assert notice.data["period"] == 7
    (posted,) = month_notices(PeriodOpened(8, 1, "2027-01", UNTIL, "x"), NONE, act())
    assert posted.data == {"period": 8, "how": "opened"}
    (carried,) = month_notices(_stated("standing"), NONE, act())
    assert (carried.data["period"], carried.not_before) == (7, None)


def _stated(source: str) -> WishesStated:
    return WishesStated(50, 7, ANNA, ranked(1), 1, "", (), 1, (), False, source)  # type: ignore[arg-type]


def test_sessions_of_the_tests_are_where_they_say() -> None:
    assert {session.starts_at.weekday() for number, session in sessions().items() if number < 6} == {1}

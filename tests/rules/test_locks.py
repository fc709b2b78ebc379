"""The locks of a month: who is kept out and for how long, and two admins who open what is final."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from engine import facts as f
from engine import refusals as no
from engine.change import after
from engine.facts import LockFact
from engine.locks import LAPSES, MOST_HELPERS, Lock, Locking, Unlock, Who
from engine.notices import lock_notices
from engine.ports import Act, Actor
from engine.rules import by_hand, capacity, dates, locks, moving, unlocking
from engine.rules.locks import HALF_AN_HOUR, TOMORROW, TWO_HOURS
from engine.settings import Mode
from engine.state import NeedMore, State
from tests.rules import builders as b
from tests.rules.months import NOW, ZONE, month
from tests.rules.plannings import planning, wants

ADA, BEN, CLEO = Who(1, "Ada"), Who(2, "Ben"), Who(3, "Cleo")
SOON = NOW + timedelta(minutes=30)
LOCK = Lock(50, 7, ADA, NOW, SOON)
ASKED = Unlock(60, 7, "asked", ADA, 30, NOW, NOW + LAPSES)
OPEN = replace(ASKED, status="open", until=SOON)


def by(who: Who, now: datetime = NOW, reason: str = "because", kind: Any = "admin") -> Act:
    return Act(now=now, by=Actor(kind, who.id, who.name), new_id=lambda: 99, reason=reason)


def locking(lock: Lock | None = LOCK, unlock: Unlock | None = None, *, final: bool = False) -> Locking:
    return Locking(7, "2026-12", ZONE, final=final, lock=lock, unlock=unlock)


def final(unlock: Unlock | None = None) -> Locking:
    return locking(None, unlock, final=True)


def _edited(_: object, __: Act) -> int:
    return 1


# ------------------------------------------------------------------------------------------------ whom it keeps out


@pytest.mark.parametrize(
    ("who", "now", "kind", "out"),
    [
        (BEN, NOW, "admin", True),
        (BEN, SOON - timedelta(microseconds=1), "admin", True),
        (BEN, SOON, "admin", False),
        (ADA, NOW, "admin", False),
        (CLEO, NOW, "admin", False),
        (BEN, NOW, "person", False),
        (BEN, NOW, "job", False),
    ],
)
def test_only_other_admins_and_only_until_then(who: Who, now: datetime, kind: str, out: bool) -> None:
    of = month(lock=replace(LOCK, helpers=(CLEO,)))
    act = by(who, now, kind=kind)
    for judge in (
        lambda: locks.free(_edited)(of, act),
        lambda: locks.free_to_plan(_edited)(replace(planning({1: wants(1)}), month=of), act),
    ):
        if out:
            with pytest.raises(no.PeriodHeld) as held:
                judge()
            assert held.value.values == {"by": "Ada", "until": SOON, "period": 7}
        else:
            assert judge() == 1
    locks.check_lock(month(), act)


# ------------------------------------------------------------------------------------------------ taken and given


def test_for_how_long() -> None:
    assert locks.until(HALF_AN_HOUR, NOW, ZONE) == NOW + timedelta(minutes=30)
    assert locks.until(TWO_HOURS, NOW, ZONE) == NOW + timedelta(hours=2)
    assert locks.until(TOMORROW, NOW, ZONE) == datetime(2026, 11, 21, 8, tzinfo=UTC)
    night = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # tomorrow already, where the account is
    assert locks.until(TOMORROW, night, ZONE) == datetime(2026, 11, 22, 8, tzinfo=UTC)
    with pytest.raises(no.ButtonStale):
        locks.until(9, NOW, ZONE)


def test_taken() -> None:
    assert locks.take(locking(None), by(BEN), HALF_AN_HOUR) == [f.PeriodLocked(99, 7, "2026-12", SOON)]
    with pytest.raises(no.PeriodHeld):
        locks.take(locking(), by(BEN), HALF_AN_HOUR)
    with pytest.raises(no.LockUnchanged):
        locks.take(locking(), by(ADA), HALF_AN_HOUR)
    with pytest.raises(no.PeriodFinal):
        locks.take(final(), by(ADA), HALF_AN_HOUR)
    ended, taken = locks.take(locking(), by(BEN, SOON), HALF_AN_HOUR)
    assert ended == f.LockEnded(50, 7, "expired") and isinstance(taken, f.PeriodLocked)


def test_longer_and_never_shorter() -> None:
    (longer,) = locks.extend(locking(), by(ADA), TWO_HOURS)
    assert longer == f.LockExtended(50, 7, NOW + timedelta(hours=2))
    with pytest.raises(no.LockUnchanged):
        locks.extend(locking(), by(ADA), HALF_AN_HOUR)


def test_what_only_its_holder_can_do() -> None:
    deeds = (
        lambda known, act: locks.extend(known, act, TWO_HOURS),
        locks.release,
        lambda known, act: locks.name(known, act, CLEO),
        lambda known, act: locks.drop(known, act, CLEO.id),
        lambda known, act: locks.hand(known, act, 50, 2),
        lambda known, act: locks.keep(known, act, 50, 2),
    )
    for deed in deeds:
        with pytest.raises(no.NotHolder) as why:
            deed(locking(), by(BEN))
        assert why.value.values == {"by": "Ada"}
        for over in (locking(None), final(), locking(LOCK, final=True)):
            with pytest.raises(no.LockOver):
                deed(over, by(ADA))
        with pytest.raises(no.LockOver):
            deed(locking(), by(ADA, SOON))
    assert locks.release(locking(), by(ADA)) == [f.LockEnded(50, 7, "released")]


def test_helpers() -> None:
    assert locks.name(locking(), by(ADA), BEN) == [f.HelperNamed(50, 7, 2, "Ben")]
    helped = locking(replace(LOCK, helpers=(BEN,)))
    for again in (BEN, ADA):
        with pytest.raises(no.LockUnchanged):
            locks.name(helped, by(ADA), again)
    assert locks.drop(helped, by(ADA), BEN.id) == [f.HelperDropped(50, 7, 2, "Ben")]
    with pytest.raises(no.LockUnchanged):
        locks.drop(helped, by(ADA), CLEO.id)
    many = tuple(Who(number, "X") for number in range(10, 10 + MOST_HELPERS))
    with pytest.raises(no.HelpersFull):
        locks.name(locking(replace(LOCK, helpers=many)), by(ADA), BEN)


def test_asked_for() -> None:
    assert locks.ask(locking(), by(BEN)) == [f.LockAsked(50, 7, 2, "Ben")]
    with pytest.raises(no.LockOwn):
        locks.ask(locking(), by(ADA))
    wanted = locking(replace(LOCK, asked=BEN))
    with pytest.raises(no.LockAskedFor):
        locks.ask(wanted, by(CLEO))
    assert locks.hand(wanted, by(ADA), 50, BEN.id) == [f.LockHanded(50, 7, 2, "Ben")]
    assert locks.keep(wanted, by(ADA), 50, BEN.id) == [f.LockKept(50, 7, 2, "Ben")]
    for known, lock_id, asker_id in ((wanted, 51, BEN.id), (locking(), 50, BEN.id), (wanted, 50, CLEO.id)):
        for deed in (locks.hand, locks.keep):
            with pytest.raises(no.NobodyAsks):
                deed(known, by(ADA), lock_id, asker_id)


def test_forced_with_a_reason() -> None:
    assert locks.force(locking(), by(BEN), 50, ADA.id) == [f.LockEnded(50, 7, "forced")]
    with pytest.raises(no.ReasonNeeded):
        locks.force(locking(), by(BEN, reason=""), 50, ADA.id)
    with pytest.raises(no.LockOwn):
        locks.force(locking(), by(ADA), 50, ADA.id)


def test_only_the_lock_that_was_named_is_forced_open() -> None:
    """Another one has been taken since, or the same is in other hands."""
    for lock_id, holder_id in ((49, ADA.id), (50, CLEO.id)):
        with pytest.raises(no.LockOver):
            locks.force(locking(), by(BEN), lock_id, holder_id)


def test_it_ends_by_itself() -> None:
    assert locks.end_due(locking(None), by(ADA)) == locks.end_due(locking(), by(ADA)) == []
    assert locks.end_due(locking(), by(ADA, SOON)) == [f.LockEnded(50, 7, "expired")]
    assert locks.end_due(locking(final=True), by(ADA)) == [f.LockEnded(50, 7, "final")]


def test_refused_edits_are_counted() -> None:
    tried = locking(replace(LOCK, refused=4, helpers=(CLEO,)))
    assert locks.refused(tried, by(BEN), "a-period-close") == [f.EditRefused(50, 7, "a-period-close", 5)]
    for known, act in ((tried, by(ADA)), (tried, by(CLEO)), (tried, by(BEN, SOON)), (locking(None), by(BEN))):
        assert locks.refused(known, act, "a-period-close") == []


# ------------------------------------------------------------------------------------------------ opened by two


def test_asked_to_open() -> None:
    (asked,) = unlocking.ask(final(), by(ADA), 30)
    assert asked == f.UnlockAsked(99, 7, "2026-12", 30, NOW + LAPSES)
    with pytest.raises(no.ReasonNeeded):
        unlocking.ask(final(), by(ADA, reason=" "), 30)
    with pytest.raises(no.PeriodNotFinal):
        unlocking.ask(locking(None), by(ADA), 30)
    with pytest.raises(no.ButtonStale):
        unlocking.ask(final(), by(ADA), 31)
    with pytest.raises(no.UnlockPending):
        unlocking.ask(final(ASKED), by(BEN), 30)
    with pytest.raises(no.UnlockOpen):
        unlocking.ask(final(OPEN), by(BEN), 30)
    lapsed, again = unlocking.ask(final(ASKED), by(BEN, NOW + LAPSES), 30)
    assert lapsed == f.UnlockLapsed(60, 7) and isinstance(again, f.UnlockAsked)
    over, again = unlocking.ask(final(OPEN), by(BEN, SOON), 30)
    assert over == f.UnlockEnded(60, 7, "expired") and isinstance(again, f.UnlockAsked)


def test_a_second_admin_answers() -> None:
    assert unlocking.approve(final(ASKED), by(BEN), 60) == [f.UnlockGranted(60, 7, SOON)]
    assert unlocking.deny(final(ASKED), by(ADA), 60) == [f.UnlockDenied(60, 7)]
    with pytest.raises(no.SecondAdminNeeded):
        unlocking.approve(final(ASKED), by(ADA), 60)
    for known, now, unlock_id in (
        (final(), NOW, 60),
        (final(ASKED), NOW, 61),
        (final(OPEN), NOW, 60),
        (final(ASKED), NOW + LAPSES, 60),
    ):
        for answer in (unlocking.approve, unlocking.deny):
            with pytest.raises(no.UnlockOver):
                answer(known, by(BEN, now), unlock_id)


def test_locked_again() -> None:
    assert unlocking.relock(final(OPEN), by(CLEO), 60) == [f.UnlockEnded(60, 7, "ready")]
    for known, now, unlock_id in (
        (final(), NOW, 60),
        (final(OPEN), NOW, 61),
        (final(ASKED), NOW, 60),
        (final(OPEN), SOON, 60),
    ):
        with pytest.raises(no.UnlockOver):
            unlocking.relock(known, by(CLEO, now), unlock_id)
    assert unlocking.end_due(final(), by(ADA)) == unlocking.end_due(final(OPEN), by(ADA)) == []
    assert unlocking.end_due(final(OPEN), by(ADA, SOON)) == [f.UnlockEnded(60, 7, "expired")]
    assert unlocking.end_due(final(ASKED), by(ADA)) == []
    assert unlocking.end_due(final(ASKED), by(ADA, NOW + LAPSES)) == [f.UnlockLapsed(60, 7)]


# ------------------------------------------------------------------------------------------------ what stays


PLACE = b.booking(10, 3, 1, period_id=7)
ADMIN = b.act(by=b.ADMIN, reason="the teacher is ill")


def place(unlocked: Any = None) -> State:
    """Person 3 has the place; another seat is free."""
    return replace(b.state(b.event(2), b.settings(Mode.MANUAL), bookings=[PLACE]), unlocked=unlocked)


def test_a_place_of_a_final_month_is_not_moved() -> None:
    here = place({})
    there = replace(place(), event=replace(here.event, id=here.event.id + 1), bookings={}, free=(1, 2))
    states = {here.event.id: here, there.event.id: there}
    for deed in (
        lambda: moving.move(states, ADMIN, 10, here.event.id, there.event.id, None),
        lambda: moving.move(states, b.act(), 10, here.event.id, there.event.id, 3),
        lambda: by_hand.back_to_line(here, ADMIN, 10),
    ):
        with pytest.raises(no.MonthFinal):
            deed()
    one = replace(
        here,
        event=replace(here.event, capacity=2),
        bookings={10: PLACE, 11: b.booking(11, 4, 2, period_id=7)},
        free=(),
    )
    with pytest.raises(no.MonthFinal):
        capacity.displace(one, ADMIN, 1)


@pytest.mark.parametrize(
    ("unlocked", "free"),
    [
        ({}, False),
        ({8: (b.NOW, b.NOW + b.HOUR)}, False),
        ({7: (b.NOW, b.NOW + b.HOUR)}, True),
        ({7: (b.NOW - b.HOUR, b.NOW)}, False),
        ({7: (b.NOW + b.INSTANT, b.NOW + b.HOUR)}, False),
    ],
)
def test_but_while_it_is_open(unlocked: dict[int, tuple[datetime, datetime]], free: bool) -> None:
    if free:
        unlocking.check_movable(place(unlocked), ADMIN, PLACE)
        gone = after(place(unlocked), by_hand.back_to_line(place(unlocked), ADMIN, 10), b.NOW)
        assert (gone.bookings[10].ended, gone.bookings[10].period_id) == ("line", 7)
        return
    with pytest.raises(no.MonthFinal):
        unlocking.check_movable(place(unlocked), ADMIN, PLACE)


@pytest.mark.parametrize("open_until", [b.NOW, b.NOW + b.HOUR])
def test_the_date_of_a_place_stays(open_until: datetime) -> None:
    """As long as anybody has a place there; what is over keeps nothing."""
    here = place({7: (b.NOW - b.HOUR, open_until)})
    there = here.event.starts_at + b.HOUR, here.event.ends_at + b.HOUR
    over = replace(here, bookings={10: replace(PLACE, status="cancelled", seats=())}, free=(1, 2))
    assert dates.move_date(over, ADMIN, *there)
    assert dates.move_date(replace(here, bookings={10: replace(PLACE, period_id=None)}), ADMIN, *there)
    if open_until > b.NOW:
        assert dates.move_date(here, ADMIN, *there)
        return
    with pytest.raises(no.DateFinal) as final:
        dates.move_date(here, ADMIN, *there)
    assert final.value == no.DateFinal(len(PLACE.seats))
    assert dates.call_off(here, ADMIN)


def test_nothing_is_loaded_for_ordinary_bookings() -> None:
    unlocking.check_movable(place(), ADMIN, b.booking(10, 3, 1))
    with pytest.raises(NeedMore) as more:
        unlocking.check_movable(place(), ADMIN, PLACE)
    assert more.value.what == "unlocks"


# ------------------------------------------------------------------------------------------------ who hears of it


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (f.PeriodLocked(50, 7, "2026-12", SOON), None),
        (f.LockEnded(50, 7, "released"), None),
        (f.LockEnded(50, 7, "expired"), "lock-ended"),
        (f.LockAsked(50, 7, 2, "Ben"), "lock-asked"),
        (f.LockHanded(50, 7, 2, "Ben"), "lock-handed"),
        (f.EditRefused(50, 7, "a-period-close", 1), None),
        (f.UnlockAsked(60, 7, "2026-12", 30, SOON), "unlock-asked"),
        (f.UnlockEnded(60, 7, "ready"), "unlock-ended"),
    ],
)
def test_the_group_hears(fact: LockFact, kind: str | None) -> None:
    told = lock_notices(fact)
    assert [notice.kind for notice in told] == ([kind] if kind else [])
    assert all(notice.to is None and notice.data["period"] == 7 for notice in told)

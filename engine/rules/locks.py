"""A temporary lock: while somebody works on a month, no other admin changes it. It ends by itself, can be asked for and
handed over, and an owner can force it open. Participants are not concerned."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from engine.facts import (
    EditRefused,
    HelperDropped,
    HelperNamed,
    LockAsked,
    LockEnded,
    LockExtended,
    LockFact,
    LockHanded,
    LockKept,
    PeriodLocked,
)
from engine.locks import MOST_HELPERS, Lock, Locking, Who
from engine.month import Month
from engine.planning import Planning
from engine.ports import Act
from engine.refusals import (
    ButtonStale,
    HelpersFull,
    LockAskedFor,
    LockOver,
    LockOwn,
    LockUnchanged,
    NobodyAsks,
    NotHolder,
    PeriodFinal,
    PeriodHeld,
)
from engine.rules.reasons import check_reason

T = TypeVar("T")

HALF_AN_HOUR, TWO_HOURS, TOMORROW = 1, 2, 3
LENGTHS = {HALF_AN_HOUR: timedelta(minutes=30), TWO_HOURS: timedelta(hours=2)}
MORNING = time(9)


def until(choice: int, now: datetime, zone: str) -> datetime:
    """In half an hour, in two hours, or tomorrow at nine. Raises ButtonStale for any other number."""
    if choice in LENGTHS:
        return now + LENGTHS[choice]
    if choice != TOMORROW:
        raise ButtonStale
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=ZoneInfo(zone))


# ------------------------------------------------------------------------------------------------ what it keeps out


def check_lock(month: Month, act: Act) -> None:
    """An admin may change the period: nobody else has locked it. Raises PeriodHeld."""
    lock = month.lock
    if act.by.kind == "admin" and lock is not None and lock.holds(act.now) and not lock.lets(act.by.id):
        raise PeriodHeld(lock.holder.name, lock.until, lock.period_id)


def free(rule: Callable[[Month, Act], T]) -> Callable[[Month, Act], T]:
    """The rule of a month, for whom its lock does not keep out."""

    def judged(month: Month, act: Act) -> T:
        check_lock(month, act)
        return rule(month, act)

    return judged


def free_to_plan(rule: Callable[[Planning, Act], T]) -> Callable[[Planning, Act], T]:
    """The rule of an allocation, for whom the lock of its month does not keep out."""

    def judged(planning: Planning, act: Act) -> T:
        check_lock(planning.month, act)
        return rule(planning, act)

    return judged


# ------------------------------------------------------------------------------------------------ the lock itself


def take(locking: Locking, act: Act, choice: int) -> list[LockFact]:
    """The admin's, until the chosen moment. One whose time is up has ended.

    Raises PeriodFinal, PeriodHeld, LockUnchanged when it is theirs already, ButtonStale.
    """
    if locking.final:
        raise PeriodFinal
    lock, ended = locking.lock, list[LockFact]()
    if lock is not None and lock.holds(act.now):
        if lock.holder.id == act.by.id:
            raise LockUnchanged
        raise PeriodHeld(lock.holder.name, lock.until, lock.period_id)
    if lock is not None:
        ended = [LockEnded(lock.id, lock.period_id, "expired")]
    end = until(choice, act.now, locking.timezone)
    return [*ended, PeriodLocked(act.new_id(), locking.period_id, locking.month, end)]


def extend(locking: Locking, act: Act, choice: int) -> list[LockFact]:
    """Longer than it was. Raises LockOver, NotHolder, LockUnchanged when that is not longer, ButtonStale."""
    lock = own(locking, act)
    end = until(choice, act.now, locking.timezone)
    if end <= lock.until:
        raise LockUnchanged
    return [LockExtended(lock.id, lock.period_id, end)]


def release(locking: Locking, act: Act) -> list[LockFact]:
    """Anybody may change the period again. Raises LockOver, NotHolder."""
    lock = own(locking, act)
    return [LockEnded(lock.id, lock.period_id, "released")]


def name(locking: Locking, act: Act, helper: Who) -> list[LockFact]:
    """This admin may change the period, too. Raises LockOver, NotHolder, LockUnchanged, HelpersFull."""
    lock = own(locking, act)
    if lock.lets(helper.id):
        raise LockUnchanged
    if len(lock.helpers) >= MOST_HELPERS:
        raise HelpersFull(MOST_HELPERS)
    return [HelperNamed(lock.id, lock.period_id, helper.id, helper.name)]


def drop(locking: Locking, act: Act, helper_id: int) -> list[LockFact]:
    """And not any more. Raises LockOver, NotHolder, LockUnchanged."""
    lock = own(locking, act)
    helper = next((each for each in lock.helpers if each.id == helper_id), None)
    if helper is None:
        raise LockUnchanged
    return [HelperDropped(lock.id, lock.period_id, helper.id, helper.name)]


def ask(locking: Locking, act: Act) -> list[LockFact]:
    """The admin would like to have it; the holder is told. Raises LockOver, LockOwn, LockAskedFor."""
    lock = held(locking, act)
    if lock.holder.id == act.by.id:
        raise LockOwn
    if lock.asked is not None:
        raise LockAskedFor(lock.asked.name)
    return [LockAsked(lock.id, lock.period_id, act.by.id, act.by.name)]


def hand(locking: Locking, act: Act, lock_id: int, asker_id: int) -> list[LockFact]:
    """The holder gives it to this admin, who asks for it, as long as it has left. Raises LockOver, NotHolder,
    NobodyAsks."""
    lock, asker = _asked(locking, act, lock_id, asker_id)
    return [LockHanded(lock.id, lock.period_id, asker.id, asker.name)]


def keep(locking: Locking, act: Act, lock_id: int, asker_id: int) -> list[LockFact]:
    """The holder does not. Raises LockOver, NotHolder, NobodyAsks."""
    lock, asker = _asked(locking, act, lock_id, asker_id)
    return [LockKept(lock.id, lock.period_id, asker.id, asker.name)]


def force(locking: Locking, act: Act, lock_id: int, holder_id: int) -> list[LockFact]:
    """An owner ends somebody else's; the act has a reason. Raises ReasonNeeded, LockOver also where it is another lock
    by now or in other hands, LockOwn."""
    check_reason(act)
    lock = held(locking, act)
    if (lock.id, lock.holder.id) != (lock_id, holder_id):
        raise LockOver
    if lock.holder.id == act.by.id:
        raise LockOwn
    return [LockEnded(lock.id, lock.period_id, "forced")]


def end_due(locking: Locking, act: Act) -> list[LockFact]:
    """Its time is up, or there is nothing to plan any more. Nothing before that, and nothing twice."""
    lock = locking.lock
    if lock is None or (lock.holds(act.now) and not locking.final):
        return []
    return [LockEnded(lock.id, lock.period_id, "expired" if not lock.holds(act.now) else "final")]


def refused(locking: Locking, act: Act, edit: str) -> list[LockFact]:
    """An edit that the lock has kept out is counted. Nothing where it does not keep this admin out any more."""
    lock = locking.lock
    if lock is None or not lock.holds(act.now) or lock.lets(act.by.id):
        return []
    return [EditRefused(lock.id, lock.period_id, edit, lock.refused + 1)]


def held(locking: Locking, act: Act) -> Lock:
    """The lock, as long as it is one. Raises LockOver."""
    if locking.lock is None or locking.final or not locking.lock.holds(act.now):
        raise LockOver
    return locking.lock


def own(locking: Locking, act: Act) -> Lock:
    """The admin's lock. Raises LockOver, NotHolder."""
    lock = held(locking, act)
    if lock.holder.id != act.by.id:
        raise NotHolder(lock.holder.name)
    return lock


def _asked(locking: Locking, act: Act, lock_id: int, asker_id: int) -> tuple[Lock, Who]:
    lock = own(locking, act)
    if lock.id != lock_id or lock.asked is None or lock.asked.id != asker_id:
        raise NobodyAsks
    return lock, lock.asked

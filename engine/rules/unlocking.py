"""The final lock: who has which place of a final month, and when it is, does not change, but by cancelling. To move
anybody, or a date, one admin asks to unlock it and says why, another one agrees, and after a while it is locked again
by itself."""

from datetime import timedelta

from engine.facts import LockFact, UnlockAsked, UnlockDenied, UnlockEnded, UnlockGranted, UnlockLapsed
from engine.locks import LAPSES, UNLOCK_MINUTES, Locking, Unlock
from engine.ports import Act
from engine.refusals import (
    ButtonStale,
    DateFinal,
    MonthFinal,
    PeriodNotFinal,
    SecondAdminNeeded,
    UnlockOpen,
    UnlockOver,
    UnlockPending,
)
from engine.rules.reasons import check_reason
from engine.state import Booking, NeedMore, State


def check_movable(state: State, act: Act, booking: Booking) -> None:
    """The booking is no part of a final month, or that month is open for changes. Raises MonthFinal."""
    if _kept(state, act, booking):
        raise MonthFinal


def check_date(state: State, act: Act) -> None:
    """Another time is another place for everybody who has one here by a final month, unless that month is open for
    changes. `state` has every booking. Raises DateFinal."""
    kept = [len(booking.seats) for booking in state.bookings.values() if _kept(state, act, booking)]
    if kept:
        raise DateFinal(sum(kept))


def _kept(state: State, act: Act, booking: Booking) -> bool:
    """Whether it is a place of a final month that stays as it is."""
    if booking.period_id is None or not booking.active:
        return False
    if state.unlocked is None:
        raise NeedMore("unlocks")
    since, until = state.unlocked.get(booking.period_id, (act.now, act.now))
    return not since <= act.now < until


def ask(locking: Locking, act: Act, minutes: int) -> list[LockFact]:
    """An admin would like to change a final month for so long. The act has a reason. What nobody has agreed to in time
    has lapsed, and what was open for its time is over.

    Raises ReasonNeeded, PeriodNotFinal, UnlockPending, UnlockOpen, ButtonStale.
    """
    check_reason(act)
    if not locking.final:
        raise PeriodNotFinal
    if minutes not in UNLOCK_MINUTES:
        raise ButtonStale
    unlock, over = locking.unlock, end_due(locking, act)
    if unlock is not None and not over:
        if unlock.until is not None:
            raise UnlockOpen(unlock.until)
        raise UnlockPending(unlock.asked_by.name)
    lapses = act.now + LAPSES
    return [*over, UnlockAsked(act.new_id(), locking.period_id, locking.month, minutes, lapses)]


def approve(locking: Locking, act: Act, unlock_id: int) -> list[LockFact]:
    """A second admin agrees: from now on. Raises UnlockOver, SecondAdminNeeded."""
    unlock = asked(locking, act, unlock_id)
    if unlock.asked_by.id == act.by.id:
        raise SecondAdminNeeded
    until = act.now + timedelta(minutes=unlock.minutes)
    return [UnlockGranted(unlock.id, unlock.period_id, until)]


def deny(locking: Locking, act: Act, unlock_id: int) -> list[LockFact]:
    """It stays locked. Raises UnlockOver."""
    unlock = asked(locking, act, unlock_id)
    return [UnlockDenied(unlock.id, unlock.period_id)]


def relock(locking: Locking, act: Act, unlock_id: int) -> list[LockFact]:
    """Before the time is up. Raises UnlockOver."""
    unlock = locking.unlock
    if unlock is None or unlock.id != unlock_id or unlock.until is None or act.now >= unlock.until:
        raise UnlockOver
    return [UnlockEnded(unlock.id, unlock.period_id, "ready")]


def end_due(locking: Locking, act: Act) -> list[LockFact]:
    """Nobody has agreed in time, or the time is up. Nothing before that, and nothing twice."""
    unlock = locking.unlock
    if unlock is None:
        return []
    if unlock.until is not None:
        over = act.now >= unlock.until
        return [UnlockEnded(unlock.id, unlock.period_id, "expired")] if over else []
    return [UnlockLapsed(unlock.id, unlock.period_id)] if act.now >= unlock.lapses_at else []


def asked(locking: Locking, act: Act, unlock_id: int) -> Unlock:
    """What somebody has asked for, and nobody has answered. Raises UnlockOver."""
    unlock = locking.unlock
    if unlock is None or unlock.id != unlock_id or unlock.until is not None or act.now >= unlock.lapses_at:
        raise UnlockOver
    return unlock

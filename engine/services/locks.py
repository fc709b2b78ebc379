"""Locks of a month: taken, extended, shared, asked for, handed over, forced; and final ones opened by two."""

from engine.facts import LockFact
from engine.locks import Who
from engine.ports import Actor, LockAsk, Locks
from engine.rules import locks as rules
from engine.rules import unlocking
from engine.services.who import AdminTap

Done = list[LockFact]


def _ask(tap: AdminTap, period_id: int) -> LockAsk:
    return LockAsk(by=tap.actor, period_id=period_id, reason=tap.reason, update_id=tap.update_id)


async def take(locks: Locks, tap: AdminTap, period_id: int, choice: int) -> Done:
    """See `rules.locks.take`."""
    return await locks.decide(_ask(tap, period_id), lambda locking, act: rules.take(locking, act, choice))


async def extend(locks: Locks, tap: AdminTap, period_id: int, choice: int) -> Done:
    """See `rules.locks.extend`."""
    return await locks.decide(_ask(tap, period_id), lambda locking, act: rules.extend(locking, act, choice))


async def release(locks: Locks, tap: AdminTap, period_id: int) -> Done:
    """See `rules.locks.release`."""
    return await locks.decide(_ask(tap, period_id), rules.release)


async def name(locks: Locks, tap: AdminTap, period_id: int, helper: Who) -> Done:
    """See `rules.locks.name`."""
    return await locks.decide(_ask(tap, period_id), lambda locking, act: rules.name(locking, act, helper))


async def drop(locks: Locks, tap: AdminTap, period_id: int, helper_id: int) -> Done:
    """See `rules.locks.drop`."""
    return await locks.decide(_ask(tap, period_id), lambda locking, act: rules.drop(locking, act, helper_id))


async def ask(locks: Locks, tap: AdminTap, period_id: int) -> Done:
    """See `rules.locks.ask`."""
    return await locks.decide(_ask(tap, period_id), rules.ask)


async def hand(locks: Locks, tap: AdminTap, period_id: int, lock_id: int, asker_id: int) -> Done:
    """See `rules.locks.hand`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: rules.hand(locking, act, lock_id, asker_id)
    )


async def keep(locks: Locks, tap: AdminTap, period_id: int, lock_id: int, asker_id: int) -> Done:
    """See `rules.locks.keep`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: rules.keep(locking, act, lock_id, asker_id)
    )


async def force(locks: Locks, tap: AdminTap, period_id: int, lock_id: int, holder_id: int) -> Done:
    """See `rules.locks.force`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: rules.force(locking, act, lock_id, holder_id)
    )


async def refused(locks: Locks, tap: AdminTap, period_id: int, edit: str) -> Done:
    """See `rules.locks.refused`. The tap itself was refused, so that its number counts for nothing."""
    ask = LockAsk(by=tap.actor, period_id=period_id)
    return await locks.decide(ask, lambda locking, act: rules.refused(locking, act, edit))


async def ask_unlock(locks: Locks, tap: AdminTap, period_id: int, minutes: int) -> Done:
    """See `rules.unlocking.ask`."""
    return await locks.decide(_ask(tap, period_id), lambda locking, act: unlocking.ask(locking, act, minutes))


async def approve(locks: Locks, tap: AdminTap, period_id: int, unlock_id: int) -> Done:
    """See `rules.unlocking.approve`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: unlocking.approve(locking, act, unlock_id)
    )


async def deny(locks: Locks, tap: AdminTap, period_id: int, unlock_id: int) -> Done:
    """See `rules.unlocking.deny`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: unlocking.deny(locking, act, unlock_id)
    )


async def relock(locks: Locks, tap: AdminTap, period_id: int, unlock_id: int) -> Done:
    """See `rules.unlocking.relock`."""
    return await locks.decide(
        _ask(tap, period_id), lambda locking, act: unlocking.relock(locking, act, unlock_id)
    )


async def end_due(locks: Locks, period_id: int) -> Done:
    """Whatever of a period's locks has run out. See `rules.locks.end_due`, `rules.unlocking.end_due`."""
    ask = LockAsk(by=Actor("job", name="locks"), period_id=period_id)
    return await locks.decide(
        ask, lambda locking, act: [*rules.end_due(locking, act), *unlocking.end_due(locking, act)]
    )

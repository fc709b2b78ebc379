"""Hold, release, publish, freeze, unfreeze, sweep."""

from dataclasses import replace

from engine.ports import Actor, Ask, Facts, Rule, Work
from engine.rules import seats as rules
from engine.services.who import AdminTap


async def _decide(work: Work, tap: AdminTap, event_id: int, rule: Rule) -> Facts:
    return await work.decide(replace(tap.about(event_id), seats=8, line=4, holds=True), rule)


async def hold(work: Work, tap: AdminTap, event_id: int, count: int = 1, known: int | None = None) -> Facts:
    """See `rules.seats.hold`."""
    return await _decide(work, tap, event_id, lambda state, act: rules.hold(state, act, count, known))


async def release(work: Work, tap: AdminTap, event_id: int, hold_id: int) -> Facts:
    """See `rules.seats.release`."""
    return await _decide(work, tap, event_id, lambda state, act: rules.release(state, act, hold_id))


async def publish(work: Work, tap: AdminTap, event_id: int) -> Facts:
    """See `rules.seats.publish`."""
    return await _decide(work, tap, event_id, rules.publish)


async def freeze(work: Work, tap: AdminTap, event_id: int) -> Facts:
    """See `rules.seats.freeze`."""
    return await _decide(work, tap, event_id, rules.freeze)


async def unfreeze(work: Work, tap: AdminTap, event_id: int) -> Facts:
    """See `rules.seats.unfreeze`."""
    return await _decide(work, tap, event_id, rules.unfreeze)


async def sweep(work: Work, event_id: int) -> Facts:
    """See `rules.seats.sweep`."""
    ask = Ask(by=Actor("job", name="sweep"), event_id=event_id, seats=8, line=8)
    return await work.decide(ask, rules.sweep)

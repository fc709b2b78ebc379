"""More seats, fewer seats."""

from dataclasses import replace

from engine.ports import Facts, Rule, Work
from engine.rules import capacity as rules
from engine.services.who import AdminTap


async def _decide(work: Work, tap: AdminTap, event_id: int, rule: Rule) -> Facts:
    return await work.decide(replace(tap.about(event_id), seats=64, line=8, everybody=True), rule)


async def resize(work: Work, tap: AdminTap, event_id: int, capacity: int) -> Facts:
    """See `rules.capacity.resize`."""
    return await _decide(work, tap, event_id, lambda state, act: rules.resize(state, act, capacity))


async def drain(work: Work, tap: AdminTap, event_id: int, capacity: int) -> Facts:
    """See `rules.capacity.drain`."""
    return await _decide(work, tap, event_id, lambda state, act: rules.drain(state, act, capacity))


async def stop_draining(work: Work, tap: AdminTap, event_id: int) -> Facts:
    """See `rules.capacity.stop_draining`."""
    return await _decide(work, tap, event_id, rules.stop_draining)


async def displace(work: Work, tap: AdminTap, event_id: int, capacity: int) -> Facts:
    """See `rules.capacity.displace`."""
    return await _decide(work, tap, event_id, lambda state, act: rules.displace(state, act, capacity))

"""Another time, or not at all; and what people answer to it."""

from dataclasses import replace
from datetime import datetime

from engine.ports import Actor, Ask, Facts, Rule, Work
from engine.rules import dates as rules
from engine.services.who import AdminTap, Tap


async def _everybody(work: Work, tap: AdminTap, event_id: int, rule: Rule) -> Facts:
    ask = replace(tap.about(event_id), seats=8, line=4, reserve=True, everybody=True, wishers=True)
    return await work.decide(ask, rule)


async def move_date(
    work: Work, tap: AdminTap, event_id: int, starts_at: datetime, ends_at: datetime
) -> Facts:
    """See `rules.dates.move_date`."""
    return await _everybody(
        work, tap, event_id, lambda state, act: rules.move_date(state, act, starts_at, ends_at)
    )


async def call_off(work: Work, tap: AdminTap, event_id: int) -> Facts:
    """See `rules.dates.call_off`."""
    return await _everybody(work, tap, event_id, rules.call_off)


async def reconfirm(work: Work, tap: Tap, event_id: int, booking_id: int) -> Facts:
    """See `rules.dates.reconfirm`."""
    ask = Ask(
        by=tap.actor,
        event_id=event_id,
        bookings=(booking_id,),
        update_id=tap.update_id,
        panel=tap.panel,
    )
    return await work.decide(ask, lambda state, act: rules.reconfirm(state, act, booking_id, tap.person_id))


async def lapse(work: Work, event_id: int, booking_id: int) -> Facts:
    """See `rules.dates.lapse`."""
    ask = Ask(by=Actor("job", name="lapse"), event_id=event_id, bookings=(booking_id,), line=4)
    return await work.decide(ask, lambda state, act: rules.lapse(state, act, booking_id))

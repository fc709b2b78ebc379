"""A booking goes to another event: by its owner, or by an admin."""

from dataclasses import replace

from engine.ports import Ask, Steps, Work
from engine.rules import moving as rules
from engine.services.who import AdminTap, Tap


async def reschedule(work: Work, tap: Tap, booking_id: int, source: int, target: int, seats: int) -> Steps:
    """The person's own booking of `seats`. See `rules.moving.move`."""
    ask = Ask(
        by=tap.actor,
        event_id=source,
        also=(target,),
        people=(tap.person_id,),
        bookings=(booking_id,),
        seats=seats,
        line=4,
        update_id=tap.update_id,
        panel=tap.panel,
    )
    return await work.decide_wide(
        ask, lambda states, act: rules.move(states, act, booking_id, source, target, tap.person_id)
    )


async def move(
    work: Work, tap: AdminTap, booking_id: int, source: int, target: int, person_id: int, seats: int
) -> Steps:
    """An admin moves the booking of `person_id`. See `rules.moving.move`."""
    about = tap.about(source)
    ask = replace(about, also=(target,), people=(person_id,), bookings=(booking_id,), seats=seats, line=4)
    return await work.decide_wide(
        ask, lambda states, act: rules.move(states, act, booking_id, source, target, None)
    )

"""Book for somebody, put a booking back in line, mark who came."""

from dataclasses import replace

from engine.ports import Facts, Work
from engine.rules import by_hand as rules
from engine.services.who import AdminTap


async def book_for(
    work: Work,
    tap: AdminTap,
    event_id: int,
    person_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    hold_id: int | None = None,
) -> Facts:
    """See `rules.by_hand.book_for`."""
    ask = replace(tap.about(event_id), people=(person_id,), seats=seats, line=4, holds=hold_id is not None)
    return await work.decide(
        ask, lambda state, act: rules.book_for(state, act, person_id, seats, names, hold_id)
    )


async def back_to_line(work: Work, tap: AdminTap, event_id: int, booking_id: int) -> Facts:
    """See `rules.by_hand.back_to_line`."""
    ask = replace(tap.about(event_id), bookings=(booking_id,), line=4)
    return await work.decide(ask, lambda state, act: rules.back_to_line(state, act, booking_id))


async def mark(work: Work, tap: AdminTap, event_id: int, booking_id: int, status: rules.Mark) -> Facts:
    """See `rules.by_hand.mark`."""
    ask = replace(tap.about(event_id), bookings=(booking_id,))
    return await work.decide(ask, lambda state, act: rules.mark(state, act, booking_id, status))

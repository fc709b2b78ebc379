"""Book, cancel, confirm."""

from engine.ports import Ask, Facts, Work
from engine.questions import Answers
from engine.rules import booking as rules
from engine.services.who import AdminTap, Tap


async def book(
    work: Work,
    tap: Tap,
    event_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    answers: Answers | None = None,
) -> Facts:
    """See `rules.booking.book`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            seats=seats,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.book(state, act, tap.person_id, seats, names, answers),
    )


async def cancel(work: Work, tap: Tap, event_id: int, booking_id: int) -> Facts:
    """The person's own booking. See `rules.booking.cancel`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            bookings=(booking_id,),
            line=4,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.cancel(state, act, booking_id, tap.person_id),
    )


async def cancel_for(work: Work, tap: AdminTap, event_id: int, booking_id: int) -> Facts:
    """An admin cancels somebody's booking. See `rules.booking.cancel`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            bookings=(booking_id,),
            line=4,
            reason=tap.reason,
            update_id=tap.update_id,
        ),
        lambda state, act: rules.cancel(state, act, booking_id, None),
    )


async def confirm(work: Work, tap: AdminTap, event_id: int, booking_id: int) -> Facts:
    """See `rules.booking.confirm`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            bookings=(booking_id,),
            reason=tap.reason,
            update_id=tap.update_id,
        ),
        lambda state, _: rules.confirm(state, booking_id),
    )

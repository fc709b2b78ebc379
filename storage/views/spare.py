"""A date below its minimum that the draw gave no places at, and that somebody who wished for it can still book. Why it
gave none is not known here: there may have been too few, or no seat, or the wishers had what they wanted elsewhere."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from engine.rules.run_input import exclude
from engine.views import BookingCard, EventCard
from storage.tables import adjustments, events, placements, results, wish_choices, wishes
from storage.views.month import IN_ORDER, on_a_day
from storage.views.reading import Reading

Row = Any

_drawn = (
    sa.exists()
    .where(placements.c.event_id == events.c.id, placements.c.run_id == results.c.run_id)
    .correlate(events, results)
)
_left_out = (
    sa.exists()
    .where(
        adjustments.c.period_id == results.c.period_id,
        adjustments.c.person_id == results.c.person_id,
        sa.text("adjustments.active"),
        sa.or_(
            sa.and_(
                adjustments.c.kind == "exclude",
                sa.or_(adjustments.c.event_id.is_(None), adjustments.c.event_id == events.c.id),
            ),
            adjustments.c.from_event_id == events.c.id,
        ),
    )
    .correlate(events, results)
)
_not_held = (
    sa.select(events.c.id, wishes.c.seats, wishes.c.at_most, wishes.c.weekdays)
    .join(wish_choices, wish_choices.c.event_id == events.c.id)
    .join(wishes, wishes.c.id == wish_choices.c.wish_id)
    .where(wishes.c.period_id == results.c.period_id, wishes.c.person_id == results.c.person_id)
    .where(events.c.minimum > 0, events.c.status == "open", events.c.starts_at > sa.bindparam("now"))
    .where(~_drawn, ~_left_out)
    .correlate(results)
)
HAS_SPARE = sa.and_(results.c.got < results.c.wanted, _not_held.exists())
"""Whether there may be one, asked beside the result itself; needs `now`."""
_OF = _not_held.correlate(None).where(results.c.id == sa.bindparam("result"))


def spare(reading: Reading, result_id: int, held: Sequence[BookingCard]) -> EventCard | None:
    """The best of their wishes that is one, with seats for all of the party, and not in the way of what they have."""
    found = reading.rows(_OF.order_by(wish_choices.c.rank, *IN_ORDER), result=result_id, now=reading.now)
    cards = reading.cards_of([row.id for row in found])
    fit = (cards[row.id] for row in found if _suits(row, cards[row.id], held))
    return next(fit, None)


def _suits(row: Row, card: EventCard, held: Sequence[BookingCard]) -> bool:
    """Whether it is below what it takes, and whoever has this wish wants it beside what they have, and can book it."""
    if card.booked >= card.minimum or card.public < row.seats or not on_a_day(card, row.weekdays):
        return False
    return not any(exclude(card, booking.event, row.at_most, card.timezone) for booking in held)

"""Free seats that the rules would fill and that nobody has filled."""

from datetime import datetime, timedelta
from itertools import count

import sqlalchemy as sa

from engine.facts import BookingMade, OfferMade
from engine.ports import Act, Actor
from engine.rules.filling import fill
from engine.state import State
from storage.glance import glance
from storage.selects import LOCKED
from storage.tables import entries, events, facts, seats

AT_ONCE = 200


def unfilled(connection: sa.Connection, now: datetime, patience: timedelta) -> list[int]:
    """Events that a sweep would fill now, as it would have `patience` ago, and that nothing has happened to since."""
    quiet = sa.select(sa.func.max(facts.c.at)).where(facts.c.event_id == events.c.id).scalar_subquery()
    waiting = sa.exists().where(
        entries.c.service_id == events.c.service_id,
        sa.or_(entries.c.event_id == events.c.id, entries.c.event_id.is_(None)),
        entries.c.status == "waiting",
    )
    free = sa.exists().where(
        seats.c.event_id == events.c.id,
        seats.c.booking_id.is_(None),
        seats.c.offer_id.is_(None),
        seats.c.hold_id.is_(None),
    )
    chosen = LOCKED.where(
        events.c.status == "open", events.c.starts_at > now, free, waiting, quiet < now - patience
    )
    rows = connection.execute(chosen).all()
    fills: dict[int, bool] = {}
    for start in range(0, len(rows), AT_ONCE):
        fills |= glance(
            connection, rows[start : start + AT_ONCE], lambda state: _fills(state, (now - patience, now))
        )
    return [event_id for event_id, would in fills.items() if would]


def _fills(state: State, moments: tuple[datetime, ...]) -> bool:
    acts = (Act(now=now, by=Actor("job", name="doctor"), new_id=count(-1, -1).__next__) for now in moments)
    return all(any(isinstance(fact, OfferMade | BookingMade) for fact in fill(state, act)) for act in acts)

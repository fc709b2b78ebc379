"""Free seats that the rules would fill and that nobody has filled."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from engine.facts import BookingMade, OfferMade
from engine.ports import Act, Actor
from engine.rules.filling import fill
from engine.state import NeedMore, State
from storage.load import LOCKED, Wanted, Window, load
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
    return [
        event_id
        for start in range(0, len(rows), AT_ONCE)
        for event_id in _fillable(connection, rows[start : start + AT_ONCE], (now - patience, now))
    ]


def _fillable(connection: sa.Connection, rows: Sequence[Any], moments: tuple[datetime, ...]) -> list[int]:
    left = {row.id: row for row in rows}
    windows = {event_id: Window(seats=8, line=8) for event_id in left}
    found = []
    while left:
        wanted = Wanted(windows={event_id: windows[event_id] for event_id in left}, holds=True)
        for event_id, state in load(connection, list(left.values()), wanted, locking=False).items():
            try:
                if all(_fills(state, moment) for moment in moments):
                    found.append(event_id)
            except NeedMore as more:
                windows[event_id].widen(more.what)
            else:
                del left[event_id]
    return found


def _fills(state: State, moment: datetime) -> bool:
    act = Act(now=moment, by=Actor("job", name="doctor"), new_id=count(-1, -1).__next__)
    return any(isinstance(fact, OfferMade | BookingMade) for fact in fill(state, act))

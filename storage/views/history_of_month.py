"""What became of a month's dates and places, as its history tells it: what was called off or moved, and who got another
place instead. What the month itself has given is told in its result, and is not looked at: a month has thousands."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from storage.month_dates import group_dates
from storage.selects import in_ids
from storage.tables import accounts, bookings, facts

BECAME = {"event": ("EventCancelled", "EventMoved"), "booking": ("BookingMade", "BookingCancelled")}
"""The facts that are told, by their subject; others of these are everyday life."""


def told_of(subject: str) -> Iterator[sa.ColumnElement[bool]]:
    """Which facts about such a row a month's history has; nothing for those of which it has all."""
    if subject in BECAME:
        yield facts.c.kind.in_(BECAME[subject])
    if subject == "booking":
        source = facts.c.data["source"].as_string()
        yield sa.or_(facts.c.kind != "BookingMade", sa.func.coalesce(source, "") != "month")


def became(connection: sa.Connection, month: str, period_ids: Sequence[int]) -> Mapping[str, Sequence[int]]:
    """Dates and bookings of the period that something may have become of."""
    if not period_ids:
        return {}
    zone = connection.execute(sa.select(accounts.c.timezone)).scalar_one()
    dates = connection.execute(group_dates(month, zone)).scalars().all()
    placed = in_ids(bookings.c.period_id, period_ids, connection)
    had = sa.select(bookings.c.event_id).where(placed).distinct()  # one that begins in another month by now
    every = sorted({*dates, *connection.execute(had).scalars()})
    columns = (bookings.c.id, bookings.c.person_id, bookings.c.active)
    changed = sa.or_(bookings.c.active == 0, bookings.c.source != "month")
    own = connection.execute(sa.select(*columns).where(placed, changed)).all()
    lost: dict[int, int] = {}
    for row in own:
        if not row.active:
            lost[row.person_id] = min(row.id, lost.get(row.person_id, row.id))
    return {"event": every, "booking": [*(row.id for row in own), *_by_hand(connection, lost, every)]}


def _by_hand(connection: sa.Connection, lost: Mapping[int, int], dates: Sequence[int]) -> Iterator[int]:
    """What admins have booked at the month's dates for whoever had lost a place of it; `lost`: the first of them."""
    if not lost:
        return
    found = sa.select(bookings.c.id, bookings.c.person_id).where(
        in_ids(bookings.c.person_id, lost, connection),
        in_ids(bookings.c.event_id, dates, connection),
        bookings.c.source == "admin",
        bookings.c.period_id.is_(None),
    )
    for row in connection.execute(found):
        if row.id > lost[row.person_id]:
            yield row.id

"""The statements of a load. Each is made once for each engine, so that SQLAlchemy finds its compiled form at once; what
changes are only its parameters, and a list of ids is one parameter however long it is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from storage.tables import (
    accounts,
    bookings,
    entries,
    events,
    holds,
    line_sizes,
    offers,
    participants,
    periods,
    requests,
    seats,
    services,
    unlocks,
    updates,
    wish_choices,
    wishes,
)

T = TypeVar("T")

EVENT_COLUMNS = (
    *events.c,
    services.c.kind.label("service_kind"),
    services.c.mode.label("service_mode"),
    services.c.offer.label("service_offer"),
    services.c.preset_id.label("service_preset_id"),
    services.c.questions.label("service_questions"),
    services.c.cancel_before_seconds.label("service_cancel_before_seconds"),
    services.c.next_seq.label("service_next_seq"),
    services.c.self_service.label("service_self_service"),
    accounts.c.timezone,
    accounts.c.tier,
    accounts.c.auto_backfill,
    accounts.c.booking_status,
    accounts.c.cancel_before_seconds,
    accounts.c.grace_seconds,
    accounts.c.max_party,
)
LOCKED = (
    sa.select(*EVENT_COLUMNS)
    .join(services, services.c.id == events.c.service_id)
    .join(accounts, accounts.c.id == events.c.account_id)
    .order_by(events.c.id)
)
ENTRY = sa.select(*entries.c, participants.c.reachable).join(
    participants, participants.c.id == entries.c.person_id
)
OFFER = sa.select(*(c.label("count_") if c.name == "count" else c for c in offers.c))
WISHERS = (
    sa.select(
        wish_choices.c.event_id,
        wishes.c.person_id,
        wishes.c.period_id,
        periods.c.month,
        periods.c.status,
        periods.c.wishes_until,
    )
    .join(wishes, wishes.c.id == wish_choices.c.wish_id)
    .join(periods, periods.c.id == wishes.c.period_id)
    .where(wishes.c.status == "stated", periods.c.status != "final")
    .order_by(periods.c.month)
)
IN_LINE = "status IN ('waiting', 'offered', 'paused')"
PLACE = sa.text(f"entries.{IN_LINE}")
"""Has a place in a line. Written out, as the partial indexes are, so that they are found."""


def in_ids(
    column: sa.ColumnElement[Any], ids: Iterable[int], connection: sa.Connection
) -> sa.ColumnElement[bool]:
    """`column IN ids` as one parameter, so that the statement stays the same however many there are."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.literal(list(ids), ARRAY(sa.BigInteger)))
    return column.in_(sa.select(sa.column("value")).select_from(sa.func.json_each(_json(ids))))


def among(column: sa.ColumnElement[Any], name: str, dialect: str) -> sa.ColumnElement[bool]:
    """`column IN` the parameter called `name`, which is given as `id_list`."""
    if dialect == "postgresql":
        return column == sa.any_(sa.bindparam(name, type_=ARRAY(sa.BigInteger)))
    listed = sa.func.json_each(sa.bindparam(name, type_=sa.Text))
    return column.in_(sa.select(sa.column("value")).select_from(listed))


def id_list(ids: Collection[int], dialect: str) -> Any:
    """Ids as `among` takes them."""
    return list(ids) if dialect == "postgresql" else _json(ids)


def _json(ids: Iterable[int]) -> str:
    return f"[{','.join(map(str, ids))}]"


@dataclass(frozen=True, slots=True)
class Selects:
    """Parameters are lists of ids (see `id_list`), named after what they are ids of."""

    seen: sa.Select[Any]
    events: sa.Select[Any]
    events_locked: sa.Select[Any]
    services_locked: sa.Select[Any]
    counts: sa.CompoundSelect[Any]
    reserve_counts: sa.Select[Any]
    pending_offers: sa.Select[Any]
    offers: sa.Select[Any]
    entries: sa.Select[Any]
    entries_of: sa.Select[Any]
    entries_of_with_reserve: sa.Select[Any]
    bookings_of: sa.Select[Any]
    bookings: sa.Select[Any]
    holds: sa.Select[Any]
    active_bookings: sa.Select[Any]
    places: sa.Select[Any]
    reserve_places: sa.Select[Any]
    owners: sa.Select[Any]
    requests: sa.Select[Any]
    requests_of: sa.Select[Any]
    open_requests: sa.Select[Any]
    unreachable: sa.Select[Any]
    seats_of_bookings: sa.Select[Any]
    seats_of_offers: sa.Select[Any]
    seats_of_holds: sa.Select[Any]
    unlocks: sa.Select[Any]
    unlocks_locked: sa.Select[Any]
    wishers: sa.Select[Any]


@cache
def selects(dialect: str) -> Selects:
    """All of them, for an engine's dialect."""

    def inside(column: sa.ColumnElement[Any], name: str = "events") -> sa.ColumnElement[bool]:
        return among(column, name, dialect)

    of_events = LOCKED.where(inside(events.c.id))
    of_services = (
        sa.select(services.c.id, services.c.next_seq)
        .where(inside(services.c.id, "services"))
        .order_by(services.c.id)
    )
    here = inside(entries.c.event_id)
    reserve = sa.and_(entries.c.event_id.is_(None), inside(entries.c.service_id, "services"))
    whose = inside(entries.c.person_id, "people")
    reserve_counts = _counts(inside(line_sizes.c.place_id, "services"), on_reserve=1)
    some_bookings = sa.select(bookings).where(inside(bookings.c.event_id))
    some_offers = OFFER.where(inside(offers.c.event_id))
    some_requests = sa.select(requests).where(inside(requests.c.event_id))
    open_here = sa.text("requests.status = 'open'")
    unlocked = sa.select(unlocks.c.period_id, unlocks.c.decided_at, unlocks.c.until).where(
        inside(unlocks.c.period_id, "periods"), unlocks.c.status == "open"
    )
    return Selects(
        seen=sa.select(updates.c.id).where(inside(updates.c.id, "updates")),
        events=of_events,
        events_locked=of_events.with_for_update(of=events),
        services_locked=of_services.with_for_update(),
        counts=sa.union_all(_counts(inside(line_sizes.c.place_id), on_reserve=0), reserve_counts),
        reserve_counts=reserve_counts,
        pending_offers=some_offers.where(sa.text("offers.status = 'pending'")),
        offers=some_offers.where(inside(offers.c.id, "offers")),
        entries=ENTRY.where(inside(entries.c.id, "entries")),
        entries_of=ENTRY.where(here, whose, PLACE),
        entries_of_with_reserve=ENTRY.where(sa.or_(here, reserve), whose, PLACE),
        bookings_of=some_bookings.where(
            inside(bookings.c.person_id, "people"), sa.text("bookings.active = 1")
        ),
        bookings=some_bookings.where(inside(bookings.c.id, "bookings")),
        holds=sa.select(holds).where(inside(holds.c.event_id), sa.text("holds.active = 1")),
        active_bookings=sa.select(bookings.c.id).where(
            inside(bookings.c.event_id), sa.text("bookings.active = 1")
        ),
        places=sa.select(entries.c.id).where(here, PLACE),
        reserve_places=sa.select(entries.c.id).where(reserve, PLACE),
        owners=sa.select(seats.c.event_id, seats.c.number, seats.c.booking_id).where(
            inside(seats.c.event_id), seats.c.booking_id.is_not(None)
        ),
        requests=some_requests.where(inside(requests.c.id, "requests")),
        requests_of=some_requests.where(inside(requests.c.person_id, "people"), open_here),
        open_requests=sa.select(requests.c.id).where(inside(requests.c.event_id), open_here),
        unreachable=sa.select(participants.c.id).where(
            inside(participants.c.id, "people"), ~participants.c.reachable
        ),
        seats_of_bookings=_seats_of(seats.c.booking_id, dialect),
        seats_of_offers=_seats_of(seats.c.offer_id, dialect),
        seats_of_holds=_seats_of(seats.c.hold_id, dialect),
        unlocks=unlocked,
        unlocks_locked=unlocked.with_for_update(read=True),
        wishers=WISHERS.where(inside(wish_choices.c.event_id)),
    )


def _counts(where: sa.ColumnElement[bool], *, on_reserve: int) -> sa.Select[Any]:
    sizes = line_sizes.c
    kind: sa.ColumnElement[int] = sa.literal_column(str(on_reserve))
    return sa.select(
        sizes.place_id, sizes.priority, sizes.status, sizes.count, kind.label("on_reserve")
    ).where(sizes.on_reserve == kind, where, sizes.count > 0)


def _seats_of(owner: sa.Column[Any], dialect: str) -> sa.Select[Any]:
    return sa.select(owner, seats.c.number).where(among(owner, "owners", dialect)).order_by(seats.c.number)


# ------------------------------------------------------------------------------------------------- the first few

FIRST_FREE = (
    "SELECT number FROM seats WHERE event_id = {place} AND booking_id IS NULL AND offer_id IS NULL"
    " AND hold_id IS NULL ORDER BY number LIMIT {most}"
)
FIRST_IN_LINE = (
    "SELECT id FROM entries WHERE event_id = {place} AND status = 'waiting'"
    " AND status IN ('waiting', 'offered', 'paused') ORDER BY priority DESC, seq LIMIT {most}"
)
FIRST_ON_RESERVE = (
    "SELECT id FROM entries WHERE service_id = {place} AND event_id IS NULL AND status = 'waiting'"
    " AND status IN ('waiting', 'offered', 'paused') ORDER BY priority DESC, seq LIMIT {most}"
)


def first(connection: sa.Connection, few: str, limits: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Of each place (an event, or a service for its reserve list) the first so many, in order: pairs of place and id
    or number. One statement for all of them; numbers only are written into it."""
    if not limits:
        return
    if connection.dialect.name == "postgresql":
        query = few.format(place="wanted.place", most="wanted.most")
        wanted = "unnest($1::bigint[], $2::bigint[]) AS wanted (place, most)"
        statement = f"SELECT wanted.place, found.* FROM {wanted}, LATERAL ({query}) AS found"  # noqa: S608
        yield from connection.exec_driver_sql(statement, (list(limits), list(limits.values())))
    elif len(limits) == 1:
        ((place, most),) = limits.items()
        for row in connection.exec_driver_sql(few.format(place="?", most="?"), (place, most)):
            yield place, row[0]
    else:
        for some in batched(limits.items(), MOST_PARTS):
            parts = (f"SELECT {p}, * FROM ({few.format(place=p, most=m)})" for p, m in some)  # noqa: S608
            yield from connection.exec_driver_sql(" UNION ALL ".join(parts))


MOST_PARTS = 400  # SQLite takes 500


def batched(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Tuples of at most `size` items."""
    left = iter(items)
    while some := tuple(islice(left, size)):
        yield some

"""What a rule of a repair sees, and the month that a repair is planned from."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from engine.ports import Actor, RunAsk
from engine.refusals import RepairUnknown
from engine.repairs import Lost, Placed, Repair, Repairing, RepairMove, Survey
from storage.month_load import period_of
from storage.run_load import events_of, load
from storage.selects import in_ids
from storage.tables import (
    accounts,
    bookings,
    events,
    facts,
    placements,
    repair_holds,
    repair_moves,
    repairs,
    runs,
)

Row = Any
LOOKING = Actor("job", name="repair")
OVER = ("attended", "no_show")


def survey(connection: sa.Connection, period: Row) -> Survey:
    """See `engine.ports.Repairs.survey`."""
    planning = load(connection, RunAsk(LOOKING, period.id), period)
    ids = [row.id for row in events_of(connection, period)]
    got, pinned = _got(connection, period.id, ids, planning.wishers)
    return Survey(
        planning=planning,
        placed=tuple(_placed(connection, ids, planning.wishers, pinned)),
        lost=tuple(_lost(connection, period.id, ids, planning.wishers)),
        got=got,
        repairs=open_repairs(connection, period.id),
        declined=_declined(connection, period.id),
    )


def _got(
    connection: sa.Connection, period_id: int, event_ids: list[int], people: Iterable[int]
) -> tuple[dict[int, int], set[int]]:
    """How many dates each had once the month was final, and the bookings that an admin had pinned."""
    final = sa.select(runs).where(runs.c.period_id == period_id, runs.c.finalized_at.is_not(None))
    run = connection.execute(final).one_or_none()
    if run is None:
        return {}, set()
    got: dict[int, int] = {}
    pinned = set()
    for row in connection.execute(sa.select(placements).where(placements.c.run_id == run.id)):
        got[row.person_id] = got.get(row.person_id, 0) + 1
        if row.reason == "pinned":
            pinned.add(row.booking_id)
    own = sa.select(bookings.c.person_id).where(
        bookings.c.period_id.is_(None),
        bookings.c.created_at <= run.finalized_at,
        sa.or_(bookings.c.active == 1, bookings.c.ended.in_(("move", "repair"))),
        in_ids(bookings.c.event_id, event_ids, connection),
        in_ids(bookings.c.person_id, list(people), connection),
    )
    for person_id in connection.execute(own).scalars():
        got[person_id] = got.get(person_id, 0) + 1
    return got, pinned


def _placed(
    connection: sa.Connection, event_ids: list[int], people: Iterable[int], pinned: set[int]
) -> Iterable[Placed]:
    still = bookings.c.active == 1
    here = in_ids(bookings.c.event_id, event_ids, connection)
    who = in_ids(bookings.c.person_id, list(people), connection)
    rows = connection.execute(sa.select(bookings).where(still, here, who).order_by(bookings.c.id))
    return (
        Placed(row.id, row.person_id, row.event_id, row.seats, row.id in pinned or row.status in OVER)
        for row in rows
    )


def _lost(
    connection: sa.Connection, period_id: int, event_ids: list[int], people: Iterable[int]
) -> Iterable[Lost]:
    """Places of the month that ended because their event was called off, or that an admin has given to the line while
    the month was open, as there were fewer seats; those that no repair has made good."""
    called_off = sa.exists().where(
        facts.c.subject == "booking",
        facts.c.subject_id == bookings.c.id,
        facts.c.kind == "BookingCancelled",
        facts.c.data["by"].as_string() == "event",
    )
    made_good = sa.exists().where(
        repair_moves.c.booking_id == bookings.c.id, repair_moves.c.lost, repair_moves.c.made_id.is_not(None)
    )
    chosen = (
        sa.select(bookings)
        .join(events, events.c.id == bookings.c.event_id)
        .where(
            bookings.c.status == "cancelled",
            sa.or_(bookings.c.period_id == period_id, bookings.c.source == "repair"),
            in_ids(bookings.c.event_id, event_ids, connection),
            in_ids(bookings.c.person_id, list(people), connection),
            sa.or_(sa.and_(events.c.status == "cancelled", called_off), bookings.c.ended == "line"),
            ~made_good,
        )
    )
    rows = connection.execute(chosen.order_by(bookings.c.id))
    return (Lost(row.person_id, row.event_id, row.id, row.seats) for row in rows)


def _declined(connection: sa.Connection, period_id: int) -> frozenset[tuple[int, int]]:
    no = sa.select(repair_moves.c.person_id, repair_moves.c.event_id).join(
        repairs, repairs.c.id == repair_moves.c.repair_id
    )
    rows = connection.execute(no.where(repairs.c.period_id == period_id, repair_moves.c.declined))
    return frozenset((row.person_id, row.event_id) for row in rows)


def open_repairs(connection: sa.Connection, period_id: int) -> tuple[Repair, ...]:
    """Of the period, by id."""
    still = sa.and_(repairs.c.period_id == period_id, repairs.c.status == "open")
    return _repairs(connection, still)


def repairing(connection: sa.Connection, period: Row, repair_id: int) -> Repairing:
    """As the rule sees it, after the lock of the period."""
    zone = connection.execute(sa.select(accounts.c.timezone).where(accounts.c.id == period.account_id))
    known = open_repairs(connection, period.id)
    if repair_id not in {repair.id for repair in known}:
        known = (*known, *_repairs(connection, repairs.c.id == repair_id))
    return Repairing(period_of(period), zone.scalar_one(), known)


def period_of_repair(connection: sa.Connection, repair_id: int) -> int:
    """Raises RepairUnknown."""
    chosen = sa.select(repairs.c.period_id).where(repairs.c.id == repair_id)
    found: int | None = connection.execute(chosen).scalar_one_or_none()
    if found is None:
        raise RepairUnknown
    return found


EXTENDED = (
    sa.select(sa.func.max(facts.c.at))
    .where(facts.c.subject == "repair", facts.c.subject_id == repairs.c.id, facts.c.kind == "RepairExtended")
    .scalar_subquery()
    .label("extended_at")
)


def _repairs(connection: sa.Connection, where: sa.ColumnElement[bool]) -> tuple[Repair, ...]:
    rows = connection.execute(sa.select(repairs, EXTENDED).where(where).order_by(repairs.c.id)).all()
    ids = [row.id for row in rows]
    moves: dict[int, list[Row]] = {}
    by_person = repair_moves.select().where(in_ids(repair_moves.c.repair_id, ids, connection))
    for row in connection.execute(by_person.order_by(repair_moves.c.person_id)):
        moves.setdefault(row.repair_id, []).append(row)
    held: dict[int, dict[int, int]] = {}
    for row in connection.execute(
        repair_holds.select().where(in_ids(repair_holds.c.repair_id, ids, connection))
    ):
        held.setdefault(row.repair_id, {})[row.event_id] = row.hold_id
    return tuple(_repair(row, moves[row.id], held.get(row.id, {})) for row in rows)


def _repair(row: Row, moves: list[Row], holds: dict[int, int]) -> Repair:
    return Repair(
        id=row.id,
        period_id=row.period_id,
        status=row.status,
        expires_at=row.expires_at,
        moves=tuple(_move(each) for each in moves),
        agreed=frozenset(each.person_id for each in moves if each.agreed),
        holds=holds,
        version=row.version,
        asked_at=row.extended_at or row.made_at,
    )


def _move(row: Row) -> RepairMove:
    return RepairMove(
        person_id=row.person_id,
        booking_id=row.booking_id,
        from_event_id=row.from_event_id,
        event_id=row.event_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        seats=row.seats,
        rank=row.rank,
        rank_before=row.rank_before,
        lost=row.lost,
    )

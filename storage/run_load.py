"""What a rule of a month's allocation sees, read after the lock of its period."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.month import Friendship, Month
from engine.planning import Adjustment, Planning, Run, Seating, Wisher
from engine.ports import MonthAsk, RunAsk
from engine.refusals import PeriodUnknown
from storage import leases
from storage.month_dates import OF_GROUP, begins_in
from storage.month_load import ACCOUNT
from storage.month_load import load as load_month
from storage.selects import PLACE, in_ids
from storage.tables import (
    accounts,
    adjustments,
    bookings,
    entries,
    events,
    friendships,
    offers,
    participants,
    periods,
    results,
    runs,
    seats,
    services,
)

Row = Any
LIGHT = tuple(column for column in runs.c if column.name not in ("input", "output", "capacities"))
OWNERS = (seats.c.booking_id, seats.c.offer_id, seats.c.hold_id)


def find(connection: sa.Connection, period_id: int, *, locking: bool) -> Row:
    """The period's row, locked unless somebody only looks. Raises PeriodUnknown."""
    chosen = sa.select(periods).where(periods.c.id == period_id)
    row = connection.execute(chosen.with_for_update() if locking else chosen).one_or_none()
    if row is None:
        raise PeriodUnknown
    return row


def events_of(connection: sa.Connection, period: Row) -> list[Row]:
    """Every event of a group in the month, by id."""
    zone = connection.execute(
        sa.select(accounts.c.timezone).where(accounts.c.id == period.account_id)
    ).scalar_one()
    chosen = (
        sa.select(events)
        .join(services, services.c.id == events.c.service_id)
        .where(events.c.account_id == period.account_id, OF_GROUP, begins_in(period.month, zone))
    )
    return list(connection.execute(chosen.order_by(events.c.id)))


def load(connection: sa.Connection, ask: RunAsk, period: Row) -> Planning:
    """The planning as the rule sees it."""
    account = connection.execute(ACCOUNT.where(accounts.c.id == period.account_id)).one()
    month = load_month(connection, MonthAsk(by=ask.by, everybody=True), account, period, "")
    event_rows = events_of(connection, period)
    people = {wish.person_id for wish in month.wishes.values() if wish.status == "stated"}
    return Planning(
        month=replace(month, friendships=_friendships(connection, period.id)),
        seatings=_seatings(connection, event_rows),
        wishers=_wishers(connection, month, people, event_rows),
        adjustments=_adjustments(connection, period.id),
        runs=_runs(connection, ask),
    )


def _friendships(connection: sa.Connection, period_id: int) -> dict[int, Friendship]:
    agreed = sa.select(friendships).where(
        friendships.c.period_id == period_id, friendships.c.status == "agreed"
    )
    return {
        row.id: Friendship(row.id, row.period_id, row.person_id, row.friend_id, row.status, row.version)
        for row in connection.execute(agreed.order_by(friendships.c.id))
    }


def _seatings(connection: sa.Connection, event_rows: list[Row]) -> dict[int, Seating]:
    ids = [row.id for row in event_rows]
    nobody = sa.and_(*(owner.is_(None) for owner in OWNERS))
    stays = seats.c.number <= sa.func.coalesce(events.c.drain_to, events.c.capacity)
    counted = (
        sa.select(seats.c.event_id, sa.func.count())
        .join(events, events.c.id == seats.c.event_id)
        .where(in_ids(seats.c.event_id, ids, connection), nobody, stays)
        .group_by(seats.c.event_id)
    )
    waiting = (
        sa.select(entries.c.event_id, sa.func.count())
        .where(in_ids(entries.c.event_id, ids, connection), PLACE)
        .group_by(entries.c.event_id)
    )
    free = _pairs(connection, counted)
    lines = _pairs(connection, waiting)
    return {
        row.id: Seating(
            id=row.id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            status=row.status,
            capacity=row.capacity if row.drain_to is None else min(row.capacity, row.drain_to),
            free=free.get(row.id, 0),
            minimum=row.minimum,
            waiting=lines.get(row.id, 0),
        )
        for row in event_rows
    }


def _pairs(connection: sa.Connection, chosen: sa.Select[Any]) -> dict[int, int]:
    """Two columns: the second by the first, and the last row's where there are several."""
    return {key: value for key, value in connection.execute(chosen)}  # noqa: C416 - rows are no tuples to mypy


def _wishers(
    connection: sa.Connection, month: Month, people: Collection[int], event_rows: list[Row]
) -> dict[int, Wisher]:
    event_ids = [row.id for row in event_rows]
    credit = _credits(connection, month, people)
    priority = _priorities(connection, people, event_ids, {row.service_id for row in event_rows})
    booked = _events_by_person(connection, bookings, bookings.c.active == 1, people, event_ids)
    offered = _events_by_person(connection, offers, offers.c.status == "pending", people, event_ids)
    chosen = sa.select(participants.c.id, participants.c.telegram_id, participants.c.reachable)
    return {
        row.id: Wisher(
            person_id=row.id,
            credit=credit.get(row.id, 0),
            priority=priority.get(row.id, 0),
            booked=frozenset(booked.get(row.id, ())),
            offered=frozenset(offered.get(row.id, ())),
            reachable=row.reachable and row.telegram_id is not None,
        )
        for row in connection.execute(chosen.where(in_ids(participants.c.id, people, connection)))
    }


def _credits(connection: sa.Connection, month: Month, people: Collection[int]) -> dict[int, int]:
    """What the ledger said last. Months may end in another order than that of the calendar, and none is left out: each
    continues from the one that has ended before it."""
    if month.period is None:
        raise PeriodUnknown
    ledger = (
        sa.select(results.c.person_id, results.c.credit)
        .join(periods, periods.c.id == results.c.period_id)
        .join(runs, runs.c.id == results.c.run_id)
        .where(
            periods.c.account_id == month.account_id,
            periods.c.id != month.period.id,
            in_ids(results.c.person_id, people, connection),
        )
        .order_by(runs.c.finalized_at, results.c.id)
    )
    return _pairs(connection, ledger)


def _priorities(
    connection: sa.Connection,
    people: Collection[int],
    event_ids: Collection[int],
    service_ids: Collection[int],
) -> dict[int, int]:
    """The highest with which they wait for anything of the month, reserve lists of its services included."""
    reserve = sa.and_(entries.c.event_id.is_(None), in_ids(entries.c.service_id, service_ids, connection))
    here = sa.or_(reserve, in_ids(entries.c.event_id, event_ids, connection))
    chosen = (
        sa.select(entries.c.person_id, sa.func.max(entries.c.priority))
        .where(here, PLACE, in_ids(entries.c.person_id, people, connection))
        .group_by(entries.c.person_id)
    )
    return _pairs(connection, chosen)


def _events_by_person(
    connection: sa.Connection,
    table: sa.Table,
    still: sa.ColumnElement[bool],
    people: Collection[int],
    event_ids: Collection[int],
) -> dict[int, set[int]]:
    chosen = sa.select(table.c.person_id, table.c.event_id).where(
        still,
        in_ids(table.c.event_id, event_ids, connection),
        in_ids(table.c.person_id, people, connection),
    )
    found: dict[int, set[int]] = {}
    for person_id, event_id in connection.execute(chosen):
        found.setdefault(person_id, set()).add(event_id)
    return found


def _adjustments(connection: sa.Connection, period_id: int) -> tuple[Adjustment, ...]:
    active = sa.select(adjustments).where(adjustments.c.period_id == period_id, adjustments.c.active)
    return tuple(
        Adjustment(
            id=row.id,
            period_id=row.period_id,
            person_id=row.person_id,
            kind=row.kind,
            event_id=row.event_id,
            from_event_id=row.from_event_id,
            version=row.version,
        )
        for row in connection.execute(active.order_by(adjustments.c.id))
    )


def _runs(connection: sa.Connection, ask: RunAsk) -> tuple[Run, ...]:
    rows = connection.execute(
        sa.select(*LIGHT).where(runs.c.period_id == ask.period_id).order_by(runs.c.number)
    ).all()
    done = [row.id for row in rows if row.status == "done"]
    wanted = {ask.run_id, *(done[-1:] if ask.newest else ())}
    documents = sa.select(runs.c.id, runs.c.input, runs.c.output).where(in_ids(runs.c.id, wanted, connection))
    whole = {row.id: row for row in connection.execute(documents)}
    until = leases.until(connection, ask.period_id)
    return tuple(_run(row, whole.get(row.id), until.get(row.id)) for row in rows)


def _run(row: Row, documents: Row | None, leased_until: datetime | None) -> Run:
    return Run(
        id=row.id,
        period_id=row.period_id,
        number=row.number,
        strategy=row.strategy,
        ordering=row.ordering,
        status=row.status,
        started_at=row.started_at,
        base=row.base,
        input_hash=row.input_hash,
        document=documents.input if documents is not None else {},
        output=(documents.output or {}) if documents is not None else {},
        final=row.finalized_at is not None,
        leased_until=leased_until,
        version=row.version,
    )

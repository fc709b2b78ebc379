"""Repairs of final months, and when months are planned by themselves, as screens show them."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from engine.repairs import RepairMove
from engine.views import RepairCard, RepairLine, ScheduleCard
from storage.month_dates import group_dates
from storage.selects import in_ids
from storage.tables import (
    accounts,
    bookings,
    events,
    participants,
    periods,
    placements,
    repair_moves,
    repairs,
    runs,
    schedules,
)
from storage.views.month import EVENTS, head, named

Row = Any
LOST = ("event", "line")
"""What ends a booking that its holder would have kept."""
REPAIRS = (
    sa.select(*repairs.c, periods.c.month, accounts.c.timezone)
    .join(periods, periods.c.id == repairs.c.period_id)
    .join(accounts, accounts.c.id == periods.c.account_id)
)


def repair(connection: sa.Connection, repair_id: int) -> RepairCard | None:
    """See `engine.views.Views.repair`."""
    row = connection.execute(REPAIRS.where(repairs.c.id == repair_id)).one_or_none()
    return None if row is None else _card(connection, row)


def open_of(connection: sa.Connection, period_id: int) -> list[RepairCard]:
    """See `engine.views.Views.repairs`."""
    still = REPAIRS.where(repairs.c.period_id == period_id, repairs.c.status == "open")
    return [_card(connection, row) for row in connection.execute(still.order_by(repairs.c.id)).all()]


def _card(connection: sa.Connection, row: Row) -> RepairCard:
    own = repair_moves.select().where(repair_moves.c.repair_id == row.id).order_by(repair_moves.c.person_id)
    return RepairCard(
        id=row.id,
        period_id=row.period_id,
        month=row.month,
        timezone=row.timezone,
        status=row.status,
        cause=row.cause,
        expires_at=row.expires_at,
        made_by=row.made_by_name,
        lines=_lines(connection, connection.execute(own).all()),
    )


def lines_of(connection: sa.Connection, moves: Sequence[RepairMove]) -> list[RepairLine]:
    """See `engine.views.Views.repair_lines`."""
    return _lines(connection, moves)


def _lines(connection: sa.Connection, moves: Sequence[Any]) -> list[RepairLine]:
    """Rows or moves: both name people and events by the same words."""
    about = {number for move in moves for number in (move.from_event_id, move.event_id)}
    found = connection.execute(EVENTS.where(in_ids(events.c.id, about, connection)))
    called = {row.id: named(row) for row in found}
    who = in_ids(participants.c.id, [move.person_id for move in moves], connection)
    people = sa.select(participants.c.id, participants.c.name).where(who)
    names = {row.id: row.name for row in connection.execute(people)}
    return [
        RepairLine(
            person_id=move.person_id,
            person_name=names[move.person_id],
            source=called[move.from_event_id],
            target=called[move.event_id],
            seats=move.seats,
            rank=move.rank,
            rank_before=move.rank_before,
            lost=move.lost,
            agreed=getattr(move, "agreed", False),
        )
        for move in moves
    ]


def schedule(connection: sa.Connection) -> ScheduleCard | None:
    """See `engine.views.Views.schedule`."""
    chosen = (
        sa.select(accounts.c.timezone, schedules.c.cron, schedules.c.due_at, schedules.c.chosen_by_name)
        .outerjoin(schedules, schedules.c.account_id == accounts.c.id)
        .order_by(accounts.c.id)
        .limit(1)
    )
    row = connection.execute(chosen).one_or_none()
    if row is None:
        return None
    return ScheduleCard(row.cron or "", row.timezone, row.due_at, row.chosen_by_name or "")


def lost_places(connection: sa.Connection, period_id: int) -> int:
    """See `engine.views.Views.lost_places`."""
    of, final = head(connection, period_id), sa.select(runs.c.id, runs.c.finalized_at)
    final = final.where(runs.c.period_id == period_id, runs.c.finalized_at.is_not(None))
    run = connection.execute(final).one_or_none()
    if of is None or run is None:
        return 0
    lost = sa.select(bookings.c.person_id).where(
        bookings.c.period_id == period_id, bookings.c.ended.in_(LOST)
    )
    people = set(connection.execute(lost).scalars())
    given = sa.select(placements.c.person_id).where(placements.c.run_id == run.id)
    got = Counter(connection.execute(_of(given, placements.c.person_id, people, connection)).scalars())
    here = group_dates(of.month, of.timezone)
    since = sa.and_(bookings.c.created_at > run.finalized_at, bookings.c.event_id.in_(here))
    held = sa.select(bookings.c.person_id).where(
        bookings.c.active == 1, sa.or_(bookings.c.period_id == period_id, since)
    )
    has = Counter(connection.execute(_of(held, bookings.c.person_id, people, connection)).scalars())
    return sum(has[person] < got[person] for person in people)


def _of(
    chosen: sa.Select[Any], column: sa.Column[Any], people: Collection[int], connection: sa.Connection
) -> sa.Select[Any]:
    return chosen.where(in_ids(column, people, connection))


def month_with_losses(connection: sa.Connection, event_id: int) -> int | None:
    """See `engine.views.Views.month_with_losses`."""
    own = sa.select(repair_moves.c.made_id, repairs.c.period_id).join(
        repairs, repairs.c.id == repair_moves.c.repair_id
    )
    made = own.where(repair_moves.c.made_id.is_not(None)).subquery()
    month = sa.func.coalesce(bookings.c.period_id, made.c.period_id)
    chosen = (
        sa.select(periods.c.id)
        .select_from(bookings)
        .outerjoin(made, made.c.made_id == bookings.c.id)
        .join(periods, periods.c.id == month)
        .where(
            bookings.c.event_id == event_id,
            bookings.c.status == "cancelled",
            bookings.c.ended.in_(LOST),
            periods.c.status == "final",
        )
        .limit(1)
    )
    found: int | None = connection.execute(chosen).scalar_one_or_none()
    return found

"""A month's allocation as screens show it: its versions, what admins have adjusted, and what came of it for whom."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from engine.views import AdjustmentCard, EventNamed, ResultCard, RunCard, RunHead
from storage.selects import in_ids
from storage.tables import (
    adjustments,
    entries,
    events,
    participants,
    periods,
    placements,
    results,
    runs,
    unplaced,
)
from storage.views.month import EVENTS, IN_ORDER, head, named

Row = Any
RESULTS = sa.select(results)
LIGHT = tuple(column for column in runs.c if column.name not in ("input", "output", "capacities"))


def result(connection: sa.Connection, result_id: int) -> ResultCard | None:
    """See `engine.views.Views.result`."""
    row = connection.execute(RESULTS.where(results.c.id == result_id)).one_or_none()
    return None if row is None else _result(connection, row)


def results_of(connection: sa.Connection, person_id: int) -> list[ResultCard]:
    """See `engine.views.Views.results_of`."""
    own = RESULTS.join(periods, periods.c.id == results.c.period_id).where(results.c.person_id == person_id)
    rows = connection.execute(own.order_by(periods.c.month.desc())).all()
    return [_result(connection, row) for row in rows]


def _result(connection: sa.Connection, row: Row) -> ResultCard:
    of = head(connection, row.period_id)
    if of is None:
        raise LookupError(row.period_id)
    mine = sa.and_(placements.c.run_id == row.run_id, placements.c.person_id == row.person_id)
    placed = EVENTS.join(placements, placements.c.event_id == events.c.id).where(mine).order_by(*IN_ORDER)
    line, position = _line(connection, row.entry_id)
    return ResultCard(
        period=of,
        placed=[named(each) for each in connection.execute(placed)],
        wanted=row.wanted,
        got=row.got,
        reason=row.reason,
        line=line,
        position=position,
        credit_before=row.credit_before,
        credit=row.credit,
    )


def _line(connection: sa.Connection, entry_id: int | None) -> tuple[EventNamed | None, int]:
    """The event of the place in line, and how far in front it is, with everybody who has a place counted."""
    if entry_id is None:
        return None, 0
    own = connection.execute(sa.select(entries).where(entries.c.id == entry_id)).one()
    event = connection.execute(EVENTS.where(events.c.id == own.event_id)).one()
    if own.status not in ("waiting", "offered", "paused"):
        return named(event), 0
    before = sa.or_(
        entries.c.priority > own.priority,
        sa.and_(entries.c.priority == own.priority, entries.c.seq < own.seq),
    )
    ahead = sa.select(sa.func.count()).where(
        entries.c.event_id == own.event_id,
        entries.c.status.in_(("waiting", "offered", "paused")),
        before,
    )
    return named(event), 1 + int(connection.execute(ahead).scalar_one())


def heads_of(connection: sa.Connection, period_id: int) -> list[RunHead]:
    """See `engine.views.Views.runs`."""
    rows = connection.execute(sa.select(*LIGHT).where(runs.c.period_id == period_id).order_by(runs.c.number))
    return [RunHead(**_head(row)) for row in rows]


def cards(connection: sa.Connection, run_ids: Collection[int]) -> list[RunCard]:
    """See `engine.views.Views.run_cards`."""
    fewer = sa.select(sa.func.count()).where(unplaced.c.run_id == runs.c.id)
    none = fewer.where(unplaced.c.got == 0)
    counted = fewer.scalar_subquery().label("short"), none.scalar_subquery().label("without")
    chosen = sa.select(*LIGHT, runs.c.output["metrics"].label("metrics"), *counted)
    rows = connection.execute(chosen.where(in_ids(runs.c.id, run_ids, connection)).order_by(runs.c.number))
    return [
        RunCard(**_head(row), metrics=row.metrics or {}, short=row.short, without=row.without) for row in rows
    ]


def _head(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "number": row.number,
        "strategy": row.strategy,
        "ordering": row.ordering,
        "base": row.base,
        "status": row.status,
        "started_by": row.started_by_name,
        "started_at": row.started_at,
        "finished_at": row.finished_at,
        "final": row.finalized_at is not None,
        "error": row.error,
        "input_hash": row.input_hash,
    }


def adjustments_of(connection: sa.Connection, period_id: int) -> list[AdjustmentCard]:
    """See `engine.views.Views.adjustments`."""
    chosen = (
        sa.select(*adjustments.c, participants.c.name)
        .join(participants, participants.c.id == adjustments.c.person_id)
        .where(adjustments.c.period_id == period_id, adjustments.c.active)
        .order_by(adjustments.c.id)
    )
    rows = connection.execute(chosen).all()
    ids = {number for row in rows for number in (row.event_id, row.from_event_id) if number is not None}
    about = {
        each.id: named(each)
        for each in connection.execute(EVENTS.where(in_ids(events.c.id, ids, connection)))
    }
    return [_adjustment(row, about) for row in rows]


def _adjustment(row: Row, about: dict[int, EventNamed]) -> AdjustmentCard:
    return AdjustmentCard(
        id=row.id,
        person_id=row.person_id,
        person_name=row.name,
        kind=row.kind,
        event=about.get(row.event_id),
        source=about.get(row.from_event_id),
        reason=row.reason,
        by_name=row.by_name,
        made_at=row.made_at,
    )

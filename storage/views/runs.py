"""A month's allocation as screens show it: its versions, and what admins have adjusted."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from engine.views import AdjustmentCard, EventNamed, RunCard, RunHead
from storage.selects import in_ids
from storage.tables import adjustments, events, participants, runs, unplaced
from storage.views.month import EVENTS, named

Row = Any
LIGHT = tuple(column for column in runs.c if column.name not in ("input", "output", "capacities"))


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


def taken_back(connection: sa.Connection, period_id: int) -> bool:
    """See `engine.views.Views.taken_back`."""
    chosen = sa.select(adjustments.c.id).where(adjustments.c.period_id == period_id, ~adjustments.c.active)
    return connection.execute(chosen.limit(1)).first() is not None


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

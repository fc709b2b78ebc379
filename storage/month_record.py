"""Decisions about a month recorded: rows as they have become, every fact, every letter."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, assert_never

import sqlalchemy as sa

from engine import facts as f
from engine.facts import MonthFact
from engine.month import Month
from engine.notices import month_notices
from engine.ports import Act
from storage.filing import fact_row, letter_row
from storage.selects import in_ids
from storage.tables import facts, friendships, letters, periods, wish_choices, wishes

Values = dict[str, Any]
LINK_BITS = 62
SHIFTED = "wishes-shifted"


@dataclass(frozen=True, slots=True)
class Writing:
    """The month before the decision, its circumstances, and the seed that a new period gets."""

    month: Month
    act: Act
    seed: str


def write(connection: sa.Connection, writing: Writing, made: list[MonthFact]) -> None:
    """Rows in the order of the facts, then these with their letters."""
    act, fact_rows, letter_rows = writing.act, [], []
    for kind, run in groupby(made, type):
        TOGETHER.get(kind, _each)(connection, writing, list(run))
    for fact in made:
        fact_id, version = act.new_id(), _version(writing.month, fact) + 1
        fact_rows.append(fact_row(act, fact_id, (fact.subject, fact.id), version, type(fact).__name__, fact))
        letter_rows += [
            letter_row(act, fact_id, version, notice) for notice in month_notices(fact, writing.month, act)
        ]
    connection.execute(facts.insert(), fact_rows)
    if letter_rows:
        connection.execute(letters.insert(), _superseding(connection, writing, letter_rows))


def _superseding(connection: sa.Connection, writing: Writing, rows: list[Values]) -> list[Values]:
    """The letters, of which those about another time for wishes take the place of what waits to be told of it: the
    newest state is told once, with the last reason that was given and has not been read."""
    if writing.month.period is None or not any(row["kind"] == SHIFTED for row in rows):
        return rows
    about = sa.select(sa.literal("wish:") + sa.cast(wishes.c.id, sa.Text))
    waiting = sa.and_(
        letters.c.status == "queued",
        letters.c.kind == SHIFTED,
        letters.c.subject.in_(about.where(wishes.c.period_id == writing.month.period.id)),
    )
    unread = connection.execute(sa.select(letters.c.subject, letters.c.data).where(waiting)).all()
    connection.execute(
        sa.update(letters).where(waiting).values(status="dropped", error="a newer one says it")
    )
    why = {row.subject: {"reason": row.data["reason"]} for row in unread if "reason" in row.data}
    return [
        {**row, "data": {**why.get(row["subject"], {}), **row["data"]}} if row["kind"] == SHIFTED else row
        for row in rows
    ]


def _version(month: Month, fact: MonthFact) -> int:
    """Before the fact; 0 for a row that is new."""
    if fact.subject == "period":
        return month.period.version if month.period else 0
    rows: Any = month.wishes if fact.subject == "wish" else month.friendships
    return rows[fact.id].version if fact.id in rows else 0


def _each(connection: sa.Connection, writing: Writing, run: list[Any]) -> None:
    for fact in run:
        _row(connection, writing, fact)


def _all_shifted(connection: sa.Connection, _: Writing, run: list[f.WishesShifted]) -> None:
    """One statement for everybody."""
    here = in_ids(wishes.c.id, [fact.id for fact in run], connection)
    connection.execute(sa.update(wishes).where(here).values(version=wishes.c.version + 1))


def _all_asked(connection: sa.Connection, writing: Writing, run: list[f.WishesAsked]) -> None:
    connection.execute(wishes.insert(), [_silent(writing, fact) for fact in run])


def _all_stated(connection: sa.Connection, writing: Writing, run: list[f.WishesStated]) -> None:
    """New ones, of many at once; others were stated before, or were asked for."""
    known = [fact for fact in run if fact.id in writing.month.wishes]
    for fact in known:
        _stated(connection, writing, fact)
    fresh = [fact for fact in run if fact.id not in writing.month.wishes]
    if fresh:
        connection.execute(wishes.insert(), [_named(fact) | _wanted(writing, fact) for fact in fresh])
    if chosen := [choice for fact in fresh for choice in _chosen(fact)]:
        connection.execute(wish_choices.insert(), chosen)


TOGETHER: Mapping[type, Callable[[sa.Connection, Writing, list[Any]], None]] = {
    f.WishesShifted: _all_shifted,
    f.WishesAsked: _all_asked,
    f.WishesStated: _all_stated,
}
"""Facts that come in thousands: how a whole run of them is written."""


def _silent(writing: Writing, fact: f.WishesAsked) -> Values:
    return {**_named(fact), "status": "asked", "stated_at": writing.act.now}


def _named(fact: f.WishesAsked | f.WishesStated) -> Values:
    return {"id": fact.id, "period_id": fact.period_id, "person_id": fact.person_id}


def _chosen(fact: f.WishesStated) -> list[Values]:
    return [{"wish_id": fact.id, "event_id": ranked.event_id, "rank": ranked.rank} for ranked in fact.choices]


def _row(connection: sa.Connection, writing: Writing, fact: MonthFact) -> None:
    match fact:
        case f.PeriodOpened():
            connection.execute(periods.insert().values(_opened(writing, fact)))
        case f.PeriodExtended():
            _step(connection, periods, fact.id, wishes_until=fact.wishes_until)
        case f.PeriodReopened():
            again: Values = {"status": "collecting", "wishes_until": fact.wishes_until, "closed_at": None}
            _step(connection, periods, fact.id, **again)
        case f.PeriodClosed():
            _step(connection, periods, fact.id, **_closed(writing))
        case f.WishesWithdrawn():
            connection.execute(wish_choices.delete().where(wish_choices.c.wish_id == fact.id))
            _step(connection, wishes, fact.id, status="withdrawn", stated_at=writing.act.now)
        case f.WishesStated() | f.WishesAsked() | f.WishesShifted():
            TOGETHER[type(fact)](connection, writing, [fact])
        case f.FriendshipAsked():
            connection.execute(friendships.insert().values(_asked(writing, fact)))
        case f.FriendshipAgreed():
            _step(connection, friendships, fact.id, status="agreed", friend_id=fact.person_id)
        case f.FriendshipEnded():
            _step(connection, friendships, fact.id, status="ended")
        case _:
            assert_never(fact)


def _opened(writing: Writing, fact: f.PeriodOpened) -> Values:
    by = writing.act.by
    return {
        "id": fact.id,
        "account_id": fact.account_id,
        "month": fact.month,
        "status": "collecting",
        "wishes_until": fact.wishes_until,
        "seed": writing.seed,
        "seed_hash": fact.seed_hash,
        "opened_by": by.id,
        "opened_by_name": by.name,
        "opened_at": writing.act.now,
    }


def _closed(writing: Writing) -> Values:
    """From now on, whatever the deadline was."""
    now, period = writing.act.now, writing.month.period
    until = min(period.wishes_until, now) if period else now
    return {"status": "closed", "closed_at": now, "wishes_until": until}


def _asked(writing: Writing, fact: f.FriendshipAsked) -> Values:
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "person_id": fact.person_id,
        "link": secrets.randbits(LINK_BITS) | 1,
        "status": "asked",
        "asked_at": writing.act.now,
    }


def _stated(connection: sa.Connection, writing: Writing, fact: f.WishesStated) -> None:
    _step(connection, wishes, fact.id, **_wanted(writing, fact))
    connection.execute(wish_choices.delete().where(wish_choices.c.wish_id == fact.id))
    if fact.choices:
        connection.execute(wish_choices.insert(), _chosen(fact))


def _wanted(writing: Writing, fact: f.WishesStated) -> Values:
    return {
        "status": "stated",
        "count": fact.count,
        "at_most": fact.at_most,
        "weekdays": list(fact.weekdays),
        "seats": fact.seats,
        "names": list(fact.names),
        "standing": fact.standing,
        "stated_at": writing.act.now,
    }


def _step(connection: sa.Connection, table: sa.Table, row_id: int, **values: Any) -> None:
    """The row as it becomes, one version on."""
    changed = sa.update(table).where(table.c.id == row_id)
    connection.execute(changed.values(version=table.c.version + 1, **values))

"""Decisions about repairs recorded: rows as they have become, every fact, every letter."""

from dataclasses import dataclass
from typing import Any, assert_never

import sqlalchemy as sa

from engine import facts as f
from engine.facts import RepairFact
from engine.notices import repair_notices
from engine.ports import Act
from engine.repairs import Repairing, RepairMove
from storage.filing import fact_row, letter_row
from storage.tables import facts, letters, repair_holds, repair_moves, repairs

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Writing:
    """The period and its repairs before the decision, and its circumstances."""

    repairing: Repairing
    act: Act


def write(connection: sa.Connection, writing: Writing, made: list[RepairFact]) -> None:
    """Rows in the order of the facts, each fact with its letters. The events' own rows are there already, and who has
    `agreed`."""
    act, versions = writing.act, {each.id: each.version for each in writing.repairing.repairs}
    fact_rows, letter_rows = [], []
    for fact in made:
        version = versions[fact.id] = versions.get(fact.id, 0) + 1
        _row(connection, writing, fact, version)
        fact_id = act.new_id()
        fact_rows.append(fact_row(act, fact_id, (fact.subject, fact.id), version, type(fact).__name__, fact))
        heard = repair_notices(fact, act, writing.repairing.timezone)
        letter_rows += [letter_row(act, fact_id, version, notice) for notice in heard]
    if fact_rows:
        connection.execute(facts.insert(), fact_rows)
    if letter_rows:
        connection.execute(letters.insert(), letter_rows)


def agreed(connection: sa.Connection, made: list[RepairFact]) -> None:
    """Who has said yes."""
    for fact in made:
        if isinstance(fact, f.RepairAgreed):
            own = (repair_moves.c.repair_id == fact.id, repair_moves.c.person_id == fact.person_id)
            connection.execute(sa.update(repair_moves).where(*own).values(agreed=True))


def _row(connection: sa.Connection, writing: Writing, fact: RepairFact, version: int) -> None:
    moves = sa.update(repair_moves).where(repair_moves.c.repair_id == fact.id)
    match fact:
        case f.RepairProposed():
            _proposed(connection, writing, fact)
        case f.RepairAsked() | f.RepairAskedAnew() | f.RepairTold() | f.RepairAgreed():
            connection.execute(_step(fact.id, version))
        case f.RepairExtended():
            connection.execute(_step(fact.id, version, expires_at=fact.expires_at))
        case f.RepairDone():
            for person_id, booking_id in fact.bookings:
                own = moves.where(repair_moves.c.person_id == person_id)
                connection.execute(own.values(made_id=booking_id, active=False))
            connection.execute(_step(fact.id, version, status="done", ended_at=writing.act.now))
        case f.RepairWithdrawn():
            no = repair_moves.c.person_id == (fact.person_id or 0)
            connection.execute(moves.values(active=False, declined=no))
            ended: Values = {"status": "withdrawn", "cause": fact.cause, "ended_at": writing.act.now}
            connection.execute(_step(fact.id, version, **ended))
        case _:
            assert_never(fact)


def _step(repair_id: int, version: int, **values: Any) -> sa.Update:
    return sa.update(repairs).where(repairs.c.id == repair_id).values(version=version, **values)


def _proposed(connection: sa.Connection, writing: Writing, fact: f.RepairProposed) -> None:
    act = writing.act
    connection.execute(
        repairs.insert().values(
            id=fact.id,
            period_id=fact.period_id,
            status="open",
            reason=act.reason,
            expires_at=fact.expires_at,
            made_by=act.by.id,
            made_by_name=act.by.name,
            made_at=act.now,
        )
    )
    connection.execute(repair_moves.insert(), [_move(fact, move) for move in fact.moves])
    held = [
        {"repair_id": fact.id, "event_id": event_id, "hold_id": hold_id} for event_id, hold_id in fact.holds
    ]
    if held:
        connection.execute(repair_holds.insert(), held)


def _move(fact: f.RepairProposed, move: RepairMove) -> Values:
    return {
        "repair_id": fact.id,
        "period_id": fact.period_id,
        "person_id": move.person_id,
        "booking_id": move.booking_id,
        "from_event_id": move.from_event_id,
        "event_id": move.event_id,
        "starts_at": move.starts_at,
        "ends_at": move.ends_at,
        "seats": move.seats,
        "rank": move.rank,
        "rank_before": move.rank_before,
        "lost": move.lost,
    }

"""Decisions about a month's allocation recorded: rows as they have become, every fact, every letter."""

from dataclasses import dataclass
from typing import Any, assert_never

import sqlalchemy as sa

from engine import facts as f
from engine.facts import RunFact, as_filed
from engine.notices import run_notices
from engine.planning import Document, Planning
from engine.ports import Act
from storage import leases
from storage.filing import fact_row, letter_row
from storage.tables import adjustments, facts, letters, periods, placements, results, runs, unplaced

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Writing:
    """The planning before the decision, and its circumstances."""

    planning: Planning
    act: Act


def write(connection: sa.Connection, writing: Writing, made: list[RunFact]) -> None:
    """Rows in the order of the facts, then these with their letters. What everybody hears comes in one statement."""
    given = [fact for fact in made if isinstance(fact, f.ResultGiven)]
    if given:
        connection.execute(results.insert(), [_result(fact) for fact in given])
    fact_rows, letter_rows, versions = [], [], _versions(writing.planning)
    for fact in made:
        _row(connection, writing, fact)
        fact_id, version = writing.act.new_id(), versions.get((fact.subject, fact.id), 0) + 1
        kept, kind = as_filed(fact), type(fact).__name__
        fact_rows.append(fact_row(writing.act, fact_id, (fact.subject, fact.id), version, kind, kept))
        letter_rows += [letter_row(writing.act, fact_id, version, notice) for notice in run_notices(fact)]
    connection.execute(facts.insert(), fact_rows)
    if letter_rows:
        connection.execute(letters.insert(), letter_rows)


def _versions(planning: Planning) -> dict[tuple[str, int], int]:
    """Before the facts, by what they are of and its id; a row that is new has none."""
    period = planning.month.period
    return {
        **({("period", period.id): period.version} if period is not None else {}),
        **{("run", run.id): run.version for run in planning.runs},
        **{("adjustment", each.id): each.version for each in planning.adjustments},
    }


def _row(connection: sa.Connection, writing: Writing, fact: RunFact) -> None:
    now = writing.act.now
    match fact:
        case f.PeriodPlanned():
            _step(connection, periods, fact.id, status="planned")
        case f.PeriodFinalized():
            _step(connection, periods, fact.id, status="final")
        case f.RunStarted():
            connection.execute(runs.insert().values(_started(writing, fact)))
            leases.begin(connection, fact.id, now)
        case f.RunMade():
            _step(connection, runs, fact.id, status="done", output=fact.output, finished_at=now)
            _placed(connection, writing.planning, fact)
            leases.end(connection, fact.id)
        case f.RunStopped():
            _step(connection, runs, fact.id, status="stopped", finished_at=now)
            leases.end(connection, fact.id)
        case f.RunFailed():
            _step(connection, runs, fact.id, status="failed", finished_at=now, error=fact.cause)
            leases.end(connection, fact.id)
        case f.RunFinalized():
            _step(connection, runs, fact.id, finalized_at=now)
            _booked(connection, fact)
        case f.PlacementPinned() | f.PlacementMoved() | f.PersonExcluded():
            connection.execute(adjustments.insert().values(_adjusted(writing, fact)))
        case f.AdjustmentEnded():
            _step(connection, adjustments, fact.id, active=False)
        case f.ResultGiven():
            pass  # see `write`
        case _:
            assert_never(fact)


def _started(writing: Writing, fact: f.RunStarted) -> Values:
    by, period = writing.act.by, writing.planning.month.period
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "number": fact.number,
        "strategy": fact.strategy,
        "ordering": fact.ordering,
        "base": fact.base,
        "status": "running",
        "seed_hash": period.seed_hash if period else "",
        "input": fact.document,
        "input_hash": fact.input_hash,
        "capacities": _capacities(writing.planning, fact.document),
        "started_by": by.id,
        "started_by_name": by.name,
        "started_at": writing.act.now,
    }


def _capacities(planning: Planning, document: Document) -> dict[str, int]:
    """How many seats each session had, taken ones included: what the version's use of them is measured against,
    whatever admins make of them later."""
    return {each["id"]: planning.seatings[int(each["id"])].capacity for each in document["sessions"]}


def _placed(connection: sa.Connection, planning: Planning, fact: f.RunMade) -> None:
    run = planning.run(fact.id)
    party = {each["id"]: each["seats"] for each in run.document["people"]} if run is not None else {}
    rows = [_placement(fact.id, party, each) for each in fact.output["placements"]]
    if rows:
        connection.execute(placements.insert(), rows)
    short = [_unplaced(fact.id, each) for each in fact.output["unplaced"]]
    if short:
        connection.execute(unplaced.insert(), short)


def _placement(run_id: int, party: dict[str, int], each: Document) -> Values:
    return {
        "run_id": run_id,
        "person_id": int(each["person"]),
        "event_id": int(each["session"]),
        "seats": party[each["person"]],
        "rank": each["rank"],
        "reason": each["reason"],
    }


def _unplaced(run_id: int, each: Document) -> Values:
    missed = each["detail"].get("session")
    return {
        "run_id": run_id,
        "person_id": int(each["person"]),
        "wanted": each["wanted"],
        "got": each["got"],
        "reason": each["reason"],
        "event_id": int(missed) if missed is not None else None,
        "detail": each["detail"],
    }


BOOKED = (
    sa.update(placements)
    .where(
        placements.c.run_id == sa.bindparam("run"),
        placements.c.person_id == sa.bindparam("person"),
        placements.c.event_id == sa.bindparam("event"),
    )
    .values(booking_id=sa.bindparam("booking"))
)


def _booked(connection: sa.Connection, fact: f.RunFinalized) -> None:
    rows = [
        {"run": fact.id, "person": person, "event": event, "booking": booking}
        for person, event, booking in fact.bookings
    ]
    if rows:
        connection.execute(BOOKED, rows)


def _adjusted(writing: Writing, fact: f.PlacementPinned | f.PlacementMoved | f.PersonExcluded) -> Values:
    by = writing.act.by
    kind = {f.PlacementPinned: "pin", f.PlacementMoved: "move", f.PersonExcluded: "exclude"}[type(fact)]
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "person_id": fact.person_id,
        "kind": kind,
        "event_id": fact.event_id,
        "from_event_id": fact.from_event_id if isinstance(fact, f.PlacementMoved) else None,
        "reason": writing.act.reason,
        "by_id": by.id,
        "by_name": by.name,
        "made_at": writing.act.now,
    }


def _result(fact: f.ResultGiven) -> Values:
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "run_id": fact.run_id,
        "person_id": fact.person_id,
        "wanted": fact.wanted,
        "got": fact.got,
        "reason": fact.reason,
        "entry_id": fact.entry_id,
        "credit_before": fact.credit_before,
        "credit": fact.credit,
    }


def _step(connection: sa.Connection, table: sa.Table, row_id: int, **values: Any) -> None:
    """The row as it becomes, one version on."""
    changed = sa.update(table).where(table.c.id == row_id)
    connection.execute(changed.values(version=table.c.version + 1, **values))

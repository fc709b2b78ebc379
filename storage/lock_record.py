"""Decisions about the locks of a period recorded: rows as they have become, every fact, every letter and alert."""

from dataclasses import dataclass
from typing import Any, assert_never

import sqlalchemy as sa

from engine import facts as f
from engine.facts import LockFact
from engine.locks import Lock, Locking
from engine.notices import lock_notices
from engine.ports import Act
from storage import alerts
from storage.filing import fact_row, letter_row
from storage.tables import facts, letters, locks, unlocks

Values = dict[str, Any]
REFUSED, FORCED = "lock-refused", "lock-forced"
OFTEN = 2
"""One refused edit is a misunderstanding; from so many on, the group is told."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The locks before the decision, and its circumstances."""

    locking: Locking
    act: Act


def write(connection: sa.Connection, writing: Writing, made: list[LockFact]) -> None:
    """Rows in the order of the facts, each with its fact, letters and alerts."""
    act = writing.act
    for fact in made:
        _row(connection, writing, fact)
        fact_id, version = act.new_id(), _version(writing.locking, fact) + 1
        filed = fact_row(act, fact_id, (fact.subject, fact.id), version, type(fact).__name__, fact)
        connection.execute(facts.insert().values(filed))
        for notice in lock_notices(fact):
            connection.execute(letters.insert().values(letter_row(act, fact_id, version, notice)))
        _alert(connection, writing, fact)


def _version(locking: Locking, fact: LockFact) -> int:
    """Before the fact; 0 for a row that is new."""
    rows = (locking.lock, locking.unlock)
    return next((row.version for row in rows if row is not None and row.id == fact.id), 0)


def _row(connection: sa.Connection, writing: Writing, fact: LockFact) -> None:
    now = writing.act.now
    match fact:
        case f.PeriodLocked():
            connection.execute(locks.insert().values(_locked(writing, fact)))
        case f.LockExtended():
            _step(connection, locks, fact.id, until=fact.until)
        case f.HelperNamed() | f.HelperDropped():
            _step(connection, locks, fact.id, helpers=_helpers(writing.locking.lock, fact))
        case f.LockAsked():
            _step(connection, locks, fact.id, asked_id=fact.asker_id, asked_name=fact.name)
        case f.LockKept():
            _step(connection, locks, fact.id, asked_id=None, asked_name="")
        case f.LockHanded():
            holder: Values = {"holder_id": fact.holder_id, "holder_name": fact.name}
            _step(connection, locks, fact.id, asked_id=None, asked_name="", **holder)
        case f.LockEnded():
            _step(connection, locks, fact.id, ended=fact.cause, ended_at=now)
        case f.EditRefused():
            _step(connection, locks, fact.id, refused=fact.count)
        case f.UnlockAsked():
            connection.execute(unlocks.insert().values(_asked(writing, fact)))
        case f.UnlockGranted():
            _step(connection, unlocks, fact.id, status="open", until=fact.until, **_decided(writing))
        case f.UnlockDenied():
            _step(connection, unlocks, fact.id, status="denied", ended_at=now, **_decided(writing))
        case f.UnlockLapsed():
            _step(connection, unlocks, fact.id, status="lapsed", ended_at=now)
        case f.UnlockEnded():
            _step(connection, unlocks, fact.id, status="over", ended_at=now)
        case _:
            assert_never(fact)


def _locked(writing: Writing, fact: f.PeriodLocked) -> Values:
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "holder_id": writing.act.by.id,
        "holder_name": writing.act.by.name,
        "since": writing.act.now,
        "until": fact.until,
    }


def _helpers(lock: Lock | None, fact: f.HelperNamed | f.HelperDropped) -> list[Values]:
    known = lock.helpers if lock is not None else ()
    others = [{"id": each.id, "name": each.name} for each in known if each.id != fact.helper_id]
    return [*others, {"id": fact.helper_id, "name": fact.name}] if isinstance(fact, f.HelperNamed) else others


def _asked(writing: Writing, fact: f.UnlockAsked) -> Values:
    return {
        "id": fact.id,
        "period_id": fact.period_id,
        "status": "asked",
        "asked_by": writing.act.by.id,
        "asked_by_name": writing.act.by.name,
        "reason": writing.act.reason,
        "minutes": fact.minutes,
        "asked_at": writing.act.now,
        "lapses_at": fact.lapses_at,
    }


def _decided(writing: Writing) -> Values:
    by = writing.act.by
    return {"decided_by": by.id, "decided_by_name": by.name, "decided_at": writing.act.now}


def _alert(connection: sa.Connection, writing: Writing, fact: LockFact) -> None:
    """Edits refused again and again, and a lock forced open; over when the lock is."""
    act, lock = writing.act, writing.locking.lock
    if lock is None or fact.id != lock.id:
        return
    data: dict[str, int | str] = {"period": lock.period_id, "holder": lock.holder.name, "name": act.by.name}
    if isinstance(fact, f.EditRefused) and fact.count >= OFTEN:
        alerts.tell(connection, act.new_id, act.now, REFUSED, str(lock.id), {**data, "lock": lock.id})
    if isinstance(fact, f.LockEnded):
        alerts.resolve(connection, act.now, REFUSED, str(lock.id))
        if fact.cause == "forced":
            told = {**data, "reason": act.reason}
            alerts.tell(connection, act.new_id, act.now, FORCED, str(lock.id), told)


def _step(connection: sa.Connection, table: sa.Table, row_id: int, **values: Any) -> None:
    """The row as it becomes, one version on."""
    changed = sa.update(table).where(table.c.id == row_id)
    connection.execute(changed.values(version=table.c.version + 1, **values))

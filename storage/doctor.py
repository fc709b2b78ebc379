"""The doctor: looks at a whole database, changes nothing, and says what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.database import Database
from storage.gaps import unfilled
from storage.in_force import missing
from storage.invariants import INVARIANTS, Invariant
from storage.sealed import broken_seals, strays
from storage.tables import Instant

TICK = timedelta(minutes=1)
STUCK = timedelta(minutes=15)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken invariant: its number in the design's list, what should be true, and whose rows say otherwise (the
    first few ids, or for the schema the names that are missing); `count` is how many there are in all."""

    number: int
    name: str
    found: tuple[int | str, ...]
    count: int

    def __str__(self) -> str:
        """One line for a terminal."""
        more = ", …" if self.count > len(self.found) else ""
        return f"({self.number}) broken: {self.name}: {', '.join(map(str, self.found))}{more}"


async def examine(database: Database, now: datetime, *, settled: bool = True) -> list[Finding]:
    """Every invariant on one snapshot of the database; empty when all is well.

    Without `settled` only what holds after every commit: not what the clock's jobs still have to do.
    """
    return await database.look(lambda connection: _examine(connection, now, settled))


async def report(database: Database, now: datetime) -> dict[str, Any]:
    """What `examine` found, as a document: `lines` for people, `problems`."""
    findings = await examine(database, now)
    checked = len(INVARIANTS) + 4
    lines = [str(finding) for finding in findings] or [f"{checked} checks, all is well"]
    problems = [
        {"number": f.number, "name": f.name, "found": list(f.found), "count": f.count} for f in findings
    ]
    return {"lines": lines, "problems": problems, "checked": checked}


def _examine(connection: sa.Connection, now: datetime, settled: bool) -> list[Finding]:
    findings = [_finding(29, "the schema is in force", missing(connection))]
    findings.append(_sealed(connection))
    findings.append(_finding(13, "no fact came in with a date of the past", strays(connection)))
    findings += [
        _finding(invariant.number, invariant.name, _broken(connection, invariant, now))
        for invariant in INVARIANTS
        if settled or invariant.bound == "S"
    ]
    if settled and not any(finding and finding.number == 2 for finding in findings):
        name = "a free seat that somebody waits for is filled within two ticks"
        findings.append(_finding(10, name, unfilled(connection, now, 2 * TICK)))
    return [finding for finding in findings if finding is not None]


def _sealed(connection: sa.Connection) -> Finding | None:
    found = broken_seals(connection)
    name = "each seal is over its facts and the seal before it (the first broken one stands first)"
    return Finding(13, name, tuple(found[:SHOWN]), len(found)) if found else None


def _broken(connection: sa.Connection, invariant: Invariant, now: datetime) -> list[int]:
    moments = {"late": now - 2 * TICK, "stuck": now - STUCK}
    used = [
        sa.bindparam(name, moment, Instant) for name, moment in moments.items() if f":{name}" in invariant.sql
    ]
    return list(connection.execute(sa.text(invariant.sql).bindparams(*used)).scalars())


def _finding(number: int, name: str, found: Iterable[int | str]) -> Finding | None:
    everything = sorted(set(found), key=str)
    return Finding(number, name, tuple(everything[:SHOWN]), len(everything)) if everything else None

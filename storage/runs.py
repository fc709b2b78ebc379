"""A month's allocation. `engine.ports.Runs` on a database; the period's row is the lock, taken before the events."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from engine.facts import RunFact
from engine.planning import Document, Planning
from engine.ports import Act, Ask, Facts, FinalRule, RunAsk, RunRule, States, Steps
from engine.refusals import NoRun, PeriodUnknown
from storage import leases, run_record
from storage.database import Database
from storage.deciding import Deciding, record_steps, until_loaded
from storage.ending import one_at_a_time
from storage.load import Wanted
from storage.load import lock as lock_events
from storage.run_load import events_of, find, load
from storage.run_record import Writing
from storage.tables import periods, placements, runs, wishes

T = TypeVar("T")
IDS_A_DECISION = 64
IDS_A_PLACE = 8
"""For each place of a month that ends, and each person of it: a row, its facts and its letters."""
AT_ONCE = 64
"""Seats and people in line that are loaded of each event at first."""


class SqlRuns(Deciding):
    """See `engine.ports.Runs`."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
    ) -> None:
        super().__init__(database, now, committed)
        self._computing: set[int] = set()

    @contextmanager
    def computing(self, run_id: int) -> Iterator[None]:
        """See `engine.ports.Runs.computing`."""
        self._computing.add(run_id)
        try:
            yield
        finally:
            self._computing.discard(run_id)

    async def renew(self) -> None:
        """See `engine.ports.Runs.renew`."""
        if own := frozenset(self._computing):
            await self._database.transact(lambda connection: leases.renew(connection, own, self._now()))

    async def abandoned(self) -> list[int]:
        """See `engine.ports.Runs.abandoned`."""
        return await self._database.look(
            lambda connection: leases.abandoned(connection, self._now()), snapshot=False
        )

    async def recover(self) -> None:
        """At the start: see `storage.leases.recover`."""
        await self._database.transact(lambda connection: leases.recover(connection, self._now()))

    async def decide(self, ask: RunAsk, rule: RunRule) -> list[RunFact]:
        """See `engine.ports.Runs.decide`."""
        facts = await self._with_ids(IDS_A_DECISION, lambda connection: self._locked(connection, ask, rule))
        if facts:
            self._committed([])
        return facts

    async def finalize(self, ask: RunAsk, rule: FinalRule) -> tuple[list[RunFact], Steps]:
        """See `engine.ports.Runs.finalize`."""
        needed = IDS_A_DECISION + IDS_A_PLACE * await self._size(ask)
        made, steps = await self._with_ids(needed, lambda connection: self._final(connection, ask, rule))
        self._committed([fact for _, facts in steps for fact in facts])
        return made, steps

    async def preview(self, ask: RunAsk, look: Callable[[Planning, Act], T]) -> T:
        """See `engine.ports.Runs.preview`."""

        def seen(connection: sa.Connection) -> T:
            planning = load(connection, ask, find(connection, ask.period_id, locking=False))
            act = Act(now=self._now(), by=ask.by, new_id=lambda: -1, reason=ask.reason)
            return self._database.aside(connection, lambda: look(planning, act))

        return await self._database.look(seen)

    async def seed(self, period_id: int) -> str:
        """See `engine.ports.Runs.seed`."""
        chosen = sa.select(periods.c.seed).where(periods.c.id == period_id)
        found: str | None = await self._database.look(
            lambda connection: connection.execute(chosen).scalar_one_or_none(), snapshot=False
        )
        if found is None:
            raise PeriodUnknown
        return found

    async def output(self, run_id: int) -> Document:
        """See `engine.ports.Runs.output`."""
        chosen = sa.select(runs.c.output).where(runs.c.id == run_id)
        found: Document | None = await self._database.look(
            lambda connection: connection.execute(chosen).scalar_one_or_none(), snapshot=False
        )
        if found is None:
            raise NoRun
        return found

    async def _size(self, ask: RunAsk) -> int:
        """Places of the run and people of the month: nobody should wait under its lock for another block of ids."""
        places = sa.select(sa.func.count()).where(placements.c.run_id == ask.run_id).scalar_subquery()
        people = sa.select(sa.func.count()).where(wishes.c.period_id == ask.period_id).scalar_subquery()
        chosen = sa.select(places + people)
        return await self._database.look(
            lambda connection: connection.execute(chosen).scalar_one(), snapshot=False
        )

    def _locked(self, connection: sa.Connection, ask: RunAsk, rule: RunRule) -> list[RunFact]:
        period = find(connection, ask.period_id, locking=True)
        act = self._act(connection, ask)
        planning = load(connection, ask, period)
        facts = self._database.aside(connection, lambda: rule(planning, act))
        if facts:
            run_record.write(connection, Writing(planning, act), facts)
            self._tell(connection, facts)
        return facts

    def _final(self, connection: sa.Connection, ask: RunAsk, rule: FinalRule) -> tuple[list[RunFact], Steps]:
        one_at_a_time(connection)
        period = find(connection, ask.period_id, locking=True)
        here = [row for row in events_of(connection, period) if row.status == "open"]
        locking = not self._database.is_sqlite
        rows = lock_events(connection, [row.id for row in here], locking=locking)
        act = self._act(connection, ask)
        planning = load(connection, ask, period)
        taking = [row.id for row in rows if row.starts_at > act.now]
        wanted = Wanted()
        for event_id in taking:
            wanted.add(
                Ask(by=ask.by, event_id=event_id, seats=AT_ONCE, line=AT_ONCE, reserve=True, everybody=True)
            )
        locked = [row for row in rows if row.id in wanted.windows]

        def judged(known: States) -> tuple[list[RunFact], Steps]:
            return self._database.aside(connection, lambda: rule(planning, known, act, period.seed))

        states, (made, steps) = until_loaded(connection, locked, wanted, judged, locking=locking)
        record_steps(connection, states, steps, act)
        run_record.write(connection, Writing(planning, act), made)
        self._tell(connection, made)
        return made, steps

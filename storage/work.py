"""Work: lock, load, rule, record, commit; and the sharing of all that by decisions that wait for the same lock.

Decisions queue up while a commit is under way. The next one takes all that have come: one lock, one load, the rules
one after another on the state as it becomes, one bulk write, one commit; each answer comes after it. A refusal drops
only its own decision. When a shared commit fails, its decisions are made again one by one, so that one that cannot be
recorded harms no other.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from engine.notices import consequences
from engine.ports import Act, Ask, Facts, Look, Rule, States, Steps, Unavailable, WideRule
from engine.refusals import AlreadyDone, Busy, EventUnknown
from engine.state import NeedMore, State
from storage.database import Database, translated
from storage.ending import why
from storage.foresight import foresee
from storage.ids import Ids, OutOfIds
from storage.load import Wanted, load, lock
from storage.recorder import Record, write
from storage.selects import id_list, selects

T = TypeVar("T")

MOST_SHARED = 256
LANES = 4
IDS_A_DECISION = 16


@dataclass(slots=True, eq=False)
class Pending:
    """A decision that waits for its commit."""

    ask: Ask
    rule: WideRule
    answer: asyncio.Future[Steps]


@dataclass(slots=True)
class Outcome:
    """What a decision came to: steps to be told after the commit, or an exception."""

    pending: Pending
    steps: Steps = field(default_factory=list)
    error: Exception | None = None

    def tell(self) -> None:
        """Give the answer, if anybody still waits for it."""
        if self.pending.answer.done():
            return
        if self.error is not None:
            self.pending.answer.set_exception(self.error)
        else:
            self.pending.answer.set_result(self.steps)


class SharedWork:
    """`engine.ports.Work` on a database. `committed` is called after each commit that wrote anything, with the facts.

    `locking` and `sharing` exist for the tests that show what the lock and the sharing are good for.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
        *,
        locking: bool = True,
        sharing: bool = True,
    ) -> None:
        self._database = database
        self._now = now
        self._committed = committed
        self._ids = Ids(database)
        self._locking = locking
        self._most = MOST_SHARED if sharing else 1
        self._lanes = 1 if database.is_sqlite and locking else LANES
        self._waiting: deque[Pending] = deque()
        self._busy: set[int] = set()
        self._running: set[asyncio.Task[None]] = set()

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        """See `engine.ports.Work.decide`."""
        event_id = ask.event_id
        ((_, facts),) = await self.decide_wide(
            ask, lambda states, act: [(event_id, rule(states[event_id], act))]
        )
        return facts

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        """See `engine.ports.Work.decide_wide`."""
        pending = Pending(ask, rule, asyncio.get_running_loop().create_future())
        self._waiting.append(pending)
        self._start_lanes()
        return await pending.answer

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        """See `engine.ports.Work.preview`."""
        return await self._database.look(lambda connection: foresee(connection, ask, look, self._now()))

    async def close(self) -> None:
        """Finish what has begun."""
        while self._running:
            await asyncio.wait(self._running)

    def _start_lanes(self) -> None:
        while len(self._running) < self._lanes and (batch := self._next_batch()):
            task = asyncio.create_task(self._commit(batch), name="commit")
            self._running.add(task)
            task.add_done_callback(self._lane_done)

    def _lane_done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._start_lanes()

    def _next_batch(self) -> list[Pending]:
        """The decisions that wait, in order, about events that no other lane has locked. Nobody overtakes a decision
        that waits for one of the same events, or one about many events would wait for ever."""
        batch: list[Pending] = []
        left: deque[Pending] = deque()
        taken = set(self._busy)
        while self._waiting and len(batch) < self._most:
            pending = self._waiting.popleft()
            free = not self._locking or taken.isdisjoint(pending.ask.event_ids)
            if not free:
                taken.update(pending.ask.event_ids)
            (batch if free else left).append(pending)
        self._waiting.extendleft(reversed(left))
        if self._locking:
            self._busy |= _events(batch)
        return batch

    async def _commit(self, batch: list[Pending]) -> None:
        try:
            outcomes = await self._together(batch)
        finally:
            self._busy -= _events(batch)
        for outcome in outcomes:
            outcome.tell()
        if facts := [fact for outcome in outcomes for _, facts in outcome.steps for fact in facts]:
            self._committed(facts)

    async def _together(self, batch: list[Pending]) -> list[Outcome]:
        try:
            return await self._transaction(batch)
        except Exception as error:  # noqa: BLE001 - the answer of its own decision
            known = await why(self._database, translated(error))
            if len(batch) == 1 or isinstance(known, Busy | Unavailable):
                return [Outcome(pending, error=known) for pending in batch]
        return [outcome for pending in batch for outcome in await self._together([pending])]

    async def _transaction(self, batch: list[Pending]) -> list[Outcome]:
        needed = IDS_A_DECISION * len(batch)
        while True:
            await self._ids.reserve(needed)
            try:
                return await self._database.connected(lambda connection: self._decide(connection, batch))
            except OutOfIds:
                needed *= 8

    def _decide(self, connection: sa.Connection, batch: list[Pending]) -> list[Outcome]:
        """The whole transaction, without a single await: nothing can be waited for under a lock."""
        with connection.begin():
            wanted = Wanted()
            for pending in batch:
                wanted.add(pending.ask)
            rows = lock(connection, wanted.windows, locking=self._locking and not self._database.is_sqlite)
            now = self._now()  # after the lock: who waited over a deadline is late
            outcomes, record = self._until_loaded(connection, rows, wanted, batch, now)
            if record.facts or record.updates:
                write(connection, record)
            return outcomes

    def _until_loaded(
        self,
        connection: sa.Connection,
        rows: Sequence[Any],
        wanted: Wanted,
        batch: list[Pending],
        now: datetime,
    ) -> tuple[list[Outcome], Record]:
        """Judge; when a rule needs more than was loaded, load more and judge all again."""
        seen = _seen(connection, batch)
        while True:
            states = load(connection, rows, wanted, locking=self._locking)
            try:
                return self._judge(batch, states, seen, now)
            except _Widen as more:
                for event_id in more.event_ids:
                    wanted.windows[event_id].widen(more.what)

    def _judge(
        self, batch: list[Pending], states: dict[int, State], seen: set[int], now: datetime
    ) -> tuple[list[Outcome], Record]:
        record = Record(before=states, after=dict(states), now=now)
        seen = set(seen)
        return [self._one(pending, record, seen) for pending in batch], record

    def _one(self, pending: Pending, record: Record, seen: set[int]) -> Outcome:
        ask = pending.ask
        act = Act(now=record.now, by=ask.by, new_id=self._ids.new, reason=ask.reason)
        try:
            if ask.update_id is not None and ask.update_id in seen:
                raise AlreadyDone
            if not record.after.keys() >= set(ask.event_ids):
                raise EventUnknown
            states: States = {event_id: record.after[event_id] for event_id in ask.event_ids}
            steps = pending.rule(states, act)
            done = consequences(states, steps, act, ask.panel)
        except NeedMore as more:
            raise _Widen(ask.event_ids, more.what) from None
        except OutOfIds:
            raise
        except Exception as error:  # noqa: BLE001 - the answer of its own decision
            return Outcome(pending, error=error)
        for changes, state in done:
            record.add(act, changes, state)
        if ask.update_id is not None:
            record.updates.append(ask.update_id)
            seen.add(ask.update_id)
        return Outcome(pending, steps=steps)


def _events(batch: Iterable[Pending]) -> set[int]:
    return {event_id for pending in batch for event_id in pending.ask.event_ids}


class _Widen(Exception):
    def __init__(self, event_ids: Sequence[int], what: str) -> None:
        self.event_ids, self.what = event_ids, what
        super().__init__(what)


def _seen(connection: sa.Connection, batch: list[Pending]) -> set[int]:
    """Numbers of updates in the batch whose decision is committed already."""
    numbers = [pending.ask.update_id for pending in batch if pending.ask.update_id is not None]
    if not numbers:
        return set()
    dialect = connection.dialect.name
    found = connection.execute(selects(dialect).seen, {"updates": id_list(numbers, dialect)})
    return set(found.scalars())

"""What every decision about a month stands in, whatever its lock and its rows: enough ids before anything is locked,
one transaction, the time as it is after the lock, a word to other replicas in the same commit."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from engine.notices import consequences
from engine.ports import Act, Actor, Facts, States, Steps
from engine.refusals import Busy
from engine.state import NeedMore
from storage import recorder
from storage.by_account import only_once
from storage.database import Database
from storage.ending import why
from storage.ids import Ids, OutOfIds
from storage.load import Wanted
from storage.load import load as load_states
from storage.wakeups import NOTIFY

T = TypeVar("T")
MORE_IDS = 32
"""So many times as many, where there were too few."""


class Asking(Protocol):
    """Who decides, why, and by which of Telegram's updates."""

    @property
    def by(self) -> Actor: ...
    @property
    def reason(self) -> str: ...
    @property
    def update_id(self) -> int | None: ...


class Deciding:
    """`committed` is called after each commit that wrote anything."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        committed: Callable[[Facts], None] = lambda _: None,
    ) -> None:
        self._database, self._now, self._committed = database, now, committed
        self._ids = Ids(database)

    async def _with_ids(self, needed: int, use: Callable[[sa.Connection], T]) -> T:
        """`use` a transaction; again with more ids where these did not suffice."""
        while True:
            await self._ids.reserve(needed)
            try:
                return await self._database.transact(use)
            except OutOfIds:
                needed *= MORE_IDS
            except Busy as busy:
                known = await why(self._database, busy)
                if known is busy:
                    raise
                raise known from busy

    def _act(self, connection: sa.Connection, ask: Asking) -> Act:
        """After the lock: who waited for it over a deadline is late. Raises AlreadyDone."""
        now = self._now()
        only_once(connection, ask.update_id, now)
        return Act(now=now, by=ask.by, new_id=self._ids.new, reason=ask.reason)

    def _tell(self, connection: sa.Connection, written: Collection[object]) -> None:
        """Other replicas hear of what was written once it is committed."""
        if written and not self._database.is_sqlite:
            connection.exec_driver_sql(NOTIFY)


def until_loaded(
    connection: sa.Connection,
    rows: Sequence[Any],
    wanted: Wanted,
    judge: Callable[[States], T],
    *,
    locking: bool,
) -> tuple[States, T]:
    """What the events are, and what was judged of them; where that needs more of them, more is loaded and all is judged
    again."""
    while True:
        states = load_states(connection, rows, wanted, locking=locking)
        try:
            return states, judge(states)
        except NeedMore as more:
            for window in wanted.windows.values():
                window.widen(more.what)


def record_steps(connection: sa.Connection, states: States, steps: Steps, act: Act) -> None:
    """What follows for the events, with its letters."""
    record = recorder.Record(before=states, after=dict(states), now=act.now)
    for changes, state in consequences(states, steps, act, None):
        record.add(act, changes, state)
    if record.facts:
        recorder.write(connection, record)

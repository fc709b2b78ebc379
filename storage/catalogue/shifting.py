"""Events that an import has moved to another time: decided by the same rules, and recorded in the same way, as
everything else that happens to people, in the import's own transaction."""

from collections.abc import Collection, Mapping
from datetime import datetime

import sqlalchemy as sa

from engine.change import after
from engine.notices import notices
from engine.ports import Act, Actor, Ask
from engine.rules.shifting import shift
from engine.state import ACTIVE_BOOKING, ACTIVE_ENTRY, NeedMore, State
from storage.catalogue.writing import Importer
from storage.ids import Ids
from storage.load import Wanted, load, lock
from storage.recorder import Record, write
from storage.selects import in_ids
from storage.tables import bookings, entries, requests


def shift_events(
    connection: sa.Connection, moved: Mapping[int, datetime], ids: Ids, now: datetime, by: Importer
) -> None:
    """Take back the offers made for the old time, fill again, and tell people. The events are locked and written;
    `moved` says when each was before."""
    if not moved:
        return
    actor = Actor("import", by.id, by.name)
    wanted = _everybody(connection, moved.keys(), actor)
    rows = lock(connection, moved.keys(), locking=False)
    while True:
        record = Record(before=load(connection, rows, wanted, locking=True), after={}, now=now)
        record.after = dict(record.before)
        event_id = 0
        try:
            for event_id, was in sorted(moved.items()):
                _shift(record, event_id, was, Act(now, actor, ids.new, by.reason))
        except NeedMore as more:
            wanted.windows[event_id].widen(more.what)
        else:
            break
    write(connection, record)


def _everybody(connection: sa.Connection, event_ids: Collection[int], actor: Actor) -> Wanted:
    wanted = Wanted()
    for event_id in event_ids:
        wanted.add(Ask(by=actor, event_id=event_id, line=4, reserve=True, wishers=True))
    for table, found, active in (
        (bookings, wanted.bookings, ACTIVE_BOOKING),
        (entries, wanted.entries, ACTIVE_ENTRY),
        (requests, wanted.requests, {"open"}),
    ):
        here = sa.and_(in_ids(table.c.event_id, event_ids, connection), table.c.status.in_(sorted(active)))
        found.update(connection.execute(sa.select(table.c.id).where(here)).scalars())
    return wanted


def _shift(record: Record, event_id: int, was: datetime, act: Act) -> None:
    before = record.after[event_id]
    facts = shift(before, act, was=was)
    state: State = after(before, facts, act.now)
    record.add(act, [(fact, notices(fact, state, act, None)) for fact in facts], state)

"""The history told again: from an empty event, fact by fact in the order of their commits, to the rows as they are."""

import types
from dataclasses import replace
from datetime import datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from engine import facts as all_facts
from engine.change import after
from engine.facts import Fact
from engine.state import Line, State, TimeWindow
from storage.database import Database
from storage.tables import facts
from tests.services.model import kept


async def replayed(database: Database, before: State) -> State:
    """What the event's facts make of `before`, without the reserve list, which it shares with others.

    What is set for a service or the account is set under the locks of all their events.

    Facts of one event are in order by their time, as the clock is read under the event's lock and never shows the same
    time twice; those of one commit by their ids.
    """
    event = before.event
    service = sa.and_(facts.c.subject == "service", facts.c.subject_id == event.service_id)
    about = sa.or_(facts.c.event_id == event.id, service, facts.c.subject == "account")
    statement = sa.select(facts).where(about, facts.c.kind != "EventImported")
    async with database.read.connect() as connection:
        rows = (await connection.execute(statement.order_by(facts.c.at, facts.c.id))).all()
    here = {row.subject_id for row in rows if row.kind == "EntryJoined" and row.data["event_id"] is not None}
    state = before
    for row in rows:
        if row.subject != "entry" or row.subject_id in here:
            state = after(state, [_fact(row.kind, row.data)], row.at)
    return kept(state)


def without_reserve(state: State) -> State:
    """The state less what it shares with other events."""
    return replace(state, reserve=Line())


def _fact(kind: str, data: dict[str, Any]) -> Fact:
    cls = getattr(all_facts, kind)
    hints = get_type_hints(cls)
    fact: Fact = cls(**{name: _value(hints[name], value) for name, value in data.items()})
    return fact


def _value(hint: Any, value: Any) -> Any:
    """JSON back into what the field holds."""
    if value is None:
        return None
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = [part for part in get_args(hint) if part is not type(None)]
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint == tuple[TimeWindow, ...]:
        return tuple(TimeWindow(**window) for window in value)
    return tuple(value) if get_origin(hint) is tuple else value

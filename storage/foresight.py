"""What would happen: a rule asked about events that nobody has locked, and nothing recorded."""

from datetime import datetime
from itertools import count
from typing import TypeVar

import sqlalchemy as sa

from engine.ports import Act, Ask, Look
from engine.refusals import EventUnknown
from engine.state import NeedMore
from storage.load import Wanted, load, lock

T = TypeVar("T")


def foresee(connection: sa.Connection, ask: Ask, look: Look[T], now: datetime) -> T:
    """What `look` says of the events as they are now. Where it needs more than was loaded, more is loaded and it is
    asked again. Raises EventUnknown."""
    wanted = Wanted()
    wanted.add(ask)
    found = lock(connection, wanted.windows, locking=False)
    if len(found) < len(wanted.windows):
        raise EventUnknown
    while True:
        states = load(connection, found, wanted, locking=False)
        act = Act(now=now, by=ask.by, new_id=count(-1, -1).__next__, reason=ask.reason)
        try:
            return look(states, act)
        except NeedMore as more:
            for window in wanted.windows.values():
                window.widen(more.what)

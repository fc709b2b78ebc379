"""States to look at: loaded without a lock, so whatever is judged on them may be over by the time it is told."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from engine.state import NeedMore, State
from storage.load import Wanted, Window, load

T = TypeVar("T")


def glance(connection: sa.Connection, event_rows: Sequence[Any], judge: Callable[[State], T]) -> dict[int, T]:
    """What `judge` says of each event, by id; `event_rows` are those of `storage.load.LOCKED`. Where it needs more
    than was loaded, more is loaded and it is asked again."""
    left = {row.id: row for row in event_rows}
    windows = {event_id: Window(seats=8, line=8) for event_id in left}
    said: dict[int, T] = {}
    while left:
        wanted = Wanted(windows={event_id: windows[event_id] for event_id in left}, holds=True)
        for event_id, state in load(connection, list(left.values()), wanted, locking=False).items():
            try:
                said[event_id] = judge(state)
            except NeedMore as more:
                windows[event_id].widen(more.what)
            else:
                del left[event_id]
    return said

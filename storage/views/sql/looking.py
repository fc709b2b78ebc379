"""How a look at the rows is taken."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from storage.database import Database
from storage.views.reading import Reading

T = TypeVar("T")


class Looking:
    """`now` tells the time."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def _look(self, look: Callable[[Reading], T], *, snapshot: bool = True) -> T:
        """`snapshot` False: a single statement."""
        return await self._database.look(
            lambda connection: look(Reading(connection, self._now())), snapshot=snapshot
        )


def first(found: Iterable[T]) -> T | None:
    """None: there is none."""
    return next(iter(found), None)

"""Letters that are late."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.jobs.seats import Alert
from storage.due import SqlDue

LETTERS_LATE = timedelta(minutes=5)
SECOND_LOOK_SECONDS = 3.0
"""After a leap of the clock, or a sleep of the machine, letters of this moment seem late until they have left."""


class PostWatch:
    """`resolve(kind, cause)` says that what `alert` told is over."""

    def __init__(
        self,
        due: SqlDue,
        now: Callable[[], datetime],
        alert: Alert,
        resolve: Callable[[str, str], Awaitable[None]],
    ) -> None:
        self._due, self._now, self._alert, self._resolve = due, now, alert, resolve
        self._late: bool | None = None  # not known before the first look

    async def look(self) -> int:
        """Letters that have waited for too long: the admins are told once, and again only after all was well."""
        late = await self._due.late_letters(self._now(), LETTERS_LATE)
        if late.count and not self._late:
            await asyncio.sleep(SECOND_LOOK_SECONDS)
            late = await self._due.late_letters(self._now(), LETTERS_LATE)
        if late.count and not self._late:
            minutes = late.oldest // timedelta(minutes=1)
            await self._alert("outbox-late", "post", {"count": late.count, "minutes": minutes})
        elif not late.count and self._late is not False:
            await self._resolve("outbox-late", "post")
        self._late = late.count > 0
        return late.count

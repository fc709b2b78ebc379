"""Locks of a month: the temporary one of an admin who edits it, and the opening of a final one for a while.

A temporary lock keeps other admins from changing the period, and nobody from wishing. A final month is opened by two:
one asks and says why, another one agrees; then places of its allocation can be moved until the time is over.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

UnlockStatus = Literal["asked", "open", "denied", "lapsed", "over"]

MOST_HELPERS = 8
LAPSES = timedelta(hours=24)
"""So long somebody else can agree to an unlocking."""

UNLOCK_MINUTES: tuple[int, ...] = (30, 120, 1440)
"""How long a final month can be opened."""


@dataclass(frozen=True, slots=True)
class Who:
    """An admin, by Telegram's id."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Lock:
    """A period that only its holder and those that they have named may change, until then. `asked`: who would like to
    have it. `refused`: how many edits of others were refused."""

    id: int
    period_id: int
    holder: Who
    since: datetime
    until: datetime
    helpers: tuple[Who, ...] = ()
    asked: Who | None = None
    refused: int = 0
    version: int = 1

    def holds(self, now: datetime) -> bool:
        """Whether it keeps anybody out at this moment."""
        return now < self.until

    def lets(self, admin_id: int) -> bool:
        """Whether this admin may change the period."""
        return admin_id in {self.holder.id, *(helper.id for helper in self.helpers)}


@dataclass(frozen=True, slots=True)
class Unlock:
    """A final month is to be opened for so many minutes, says somebody, and why. Another admin agrees until
    `lapses_at`; then it is open `until`."""

    id: int
    period_id: int
    status: UnlockStatus
    asked_by: Who
    minutes: int
    asked_at: datetime
    lapses_at: datetime
    until: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Locking:
    """What a rule about the locks of one period sees: the lock and the unlocking that are not over, if any."""

    period_id: int
    month: str
    timezone: str
    final: bool
    lock: Lock | None = None
    unlock: Unlock | None = None

"""Every call a bot made, with the verdict: the record that tests and the chat page read."""

from __future__ import annotations

from collections import deque
from itertools import islice

from bot.sandbox.clock import SandboxClock
from bot.sandbox.feed import Feed
from bot.sandbox.refusals import Json

KEPT = 100_000


class Journal:
    """Calls in the order in which they were decided, numbered from 1."""

    def __init__(self, clock: SandboxClock, feed: Feed) -> None:
        self._clock = clock
        self._feed = feed
        self._entries: deque[Json] = deque(maxlen=KEPT)
        self._serial = 0

    def write(self, method: str, params: Json, verdict: str, **more: object) -> None:
        """Verdict is `accepted`, `refused` or `lost` (the fault struck before anything was done)."""
        self._serial += 1
        entry: Json = {"serial": self._serial, "at": self._clock.now().isoformat()}
        entry.update(method=method, params=params, verdict=verdict)
        entry.update({name: value for name, value in more.items() if value})
        self._entries.append(entry)
        self._feed.tell("call", None, entry)

    def since(self, serial: int = 0) -> list[Json]:
        """The kept entries after `serial`, oldest first."""
        if not self._entries:
            return []
        skipped = max(0, serial - int(self._entries[0]["serial"]) + 1)
        return list(islice(self._entries, skipped, None))

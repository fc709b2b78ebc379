"""Telegram's limits on how fast a bot may send, for those who want them enforced.

Measured on the real monotonic clock: pushing sandbox time does not make the wire faster. The figures are
those of Telegram's FAQ: about 30 messages a second in all, one a second in a chat (short bursts pass), and
20 a minute in a group.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable

from bot.sandbox.refusals import too_many_requests

OVERALL = (30, 1.0)
IN_A_CHAT = (3, 3.0)
"""One a second on average, with a burst of three."""
IN_A_GROUP = (20, 60.0)


class Window:
    """At most `most` events in any `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is allowed now."""
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()
        return 0.0 if len(self._times) < self._most else self._times[0] + self._seconds - now

    def count(self, now: float) -> None:
        """One more happened."""
        self._times.append(now)


class Limits:
    """Refuses with 429 and the right `retry_after` what comes too fast; a refused call does not count."""

    def __init__(self, enforced: bool, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.enforced = enforced
        self._monotonic = monotonic
        self._overall = Window(*OVERALL)
        self._chats: dict[str, Window] = {}
        self._groups: dict[str, Window] = {}

    def admit(self, method: str, chat_id: str) -> None:
        """Let a sending or editing call pass, or raise Refused."""
        if not self.enforced or not chat_id or not method.startswith(("send", "edit")):
            return
        if method == "sendchataction":
            return
        now = self._monotonic()
        windows = self._windows(chat_id)
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for window in windows:
            window.count(now)

    def _windows(self, chat_id: str) -> list[Window]:
        windows = [self._overall, self._chats.setdefault(chat_id, Window(*IN_A_CHAT))]
        if chat_id.startswith("-"):
            windows.append(self._groups.setdefault(chat_id, Window(*IN_A_GROUP)))
        return windows

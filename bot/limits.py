"""Telegram's limits: about 30 messages a second in all, one a second to a chat, 20 a minute to a group.

Each limit is a bucket that may be empty; whoever finds it empty waits outside, nobody sleeps in the queue.
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Bucket:
    """`rate` tokens a second, at most `size` at once."""

    rate: float
    size: float
    tokens: float = field(default=-1.0)
    at: float = 0.0

    def fill(self, now: float) -> float:
        """The tokens there are now."""
        if self.tokens < 0:
            self.tokens = self.size
        else:
            self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return self.tokens

    def take(self, now: float) -> bool:
        """Take one token if there is one."""
        if self.fill(now) < 1:
            return False
        self.tokens -= 1
        return True


class Limits:
    """What may be sent when. `time` is a monotonic clock in seconds."""

    def __init__(self, time: Callable[[], float], *, overall: float = 29.0) -> None:
        self._time = time
        self._all = Bucket(overall, overall)
        self._chats: dict[int, Bucket] = {}
        self._until: dict[int, float] = {}

    def room(self) -> int:
        """How many messages may leave now in all."""
        return int(self._all.fill(self._time()))

    def take(self, chat_id: int) -> bool:
        """Whether a message to this chat may leave now; if so it is counted."""
        now = self._time()
        if self._until.get(chat_id, 0) > now or not self._chat(chat_id).fill(now) >= 1:
            return False
        return self._all.take(now) and self._chat(chat_id).take(now)

    def closed(self) -> dict[int, float]:
        """Chats that must wait, and for how many seconds; forgets those that need not."""
        now = self._time()
        waits = {
            chat: max((1 - b.fill(now)) / b.rate, 0.0) for chat, b in self._chats.items() if b.fill(now) < 1
        }
        self._chats = {chat: b for chat, b in self._chats.items() if b.tokens < b.size}
        self._until = {chat: until for chat, until in self._until.items() if until > now}
        for chat, until in self._until.items():
            waits[chat] = max(waits.get(chat, 0.0), until - now)
        return waits

    def stop(self, chat_id: int, seconds: float) -> None:
        """Telegram asked to leave this chat alone for a while."""
        self._until[chat_id] = self._time() + seconds

    def seconds_to_room(self) -> float:
        """How long until a message may leave at all."""
        return max((1 - self._all.fill(self._time())) / self._all.rate, 0.0)

    def _chat(self, chat_id: int) -> Bucket:
        if chat_id not in self._chats:
            self._chats[chat_id] = Bucket(20 / 60, 20) if chat_id < 0 else Bucket(1.0, 3)
        return self._chats[chat_id]

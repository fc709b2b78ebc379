"""Telegram's limits: about 30 messages a second in all, one a second to a chat, 20 a minute to a group.

They hold in every window of time, also across a burst, as Telegram counts. Whoever finds no room waits outside, nobody
sleeps in the queue.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

# (how many, in how many seconds): a little less than allowed, as what leaves evenly may arrive in a bunch.
OVERALL = (29, 1.0)
IN_A_CHAT = (3, 3.2)
IN_A_GROUP = (20, 61.0)


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


class Window:
    """At most `most` in any `seconds`."""

    __slots__ = ("_most", "_seconds", "_times")

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._times: deque[float] = deque()

    def room(self, now: float) -> int:
        """How many more are allowed now."""
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()
        return self._most - len(self._times)

    def wait(self, now: float) -> float:
        """Seconds until there is room."""
        return 0.0 if self.room(now) > 0 else max(self._times[0] + self._seconds - now, 0.0)

    def count(self, now: float) -> None:
        """One more."""
        self._times.append(now)

    def empty(self, now: float) -> bool:
        """Whether nothing of it is left to remember."""
        return self.room(now) == self._most


class Limits:
    """What may be sent when. `time` is a monotonic clock in seconds."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._all = Window(*OVERALL)
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._until: dict[int, float] = {}

    def room(self) -> int:
        """How many messages may leave now in all."""
        return self._all.room(self._time())

    def take(self, chat_id: int) -> bool:
        """Whether a message to this chat may leave now; if so it is counted."""
        now = self._time()
        windows = (self._all, *self._chat(chat_id))
        if self._until.get(chat_id, 0) > now or any(window.room(now) <= 0 for window in windows):
            return False
        for window in windows:
            window.count(now)
        return True

    def count(self, chat_id: int) -> None:
        """A message to this chat leaves now in any case, as somebody waits for it; others give way."""
        now = self._time()
        for window in (self._all, *self._chat(chat_id)):
            window.count(now)

    def closed(self) -> dict[int, float]:
        """Chats that must wait, and for how many seconds; forgets those that need not."""
        now = self._time()
        self._chats = {
            chat: windows
            for chat, windows in self._chats.items()
            if not all(window.empty(now) for window in windows)
        }
        self._until = {chat: until for chat, until in self._until.items() if until > now}
        waits = {chat: max(w.wait(now) for w in windows) for chat, windows in self._chats.items()}
        for chat, until in self._until.items():
            waits[chat] = max(waits.get(chat, 0.0), until - now)
        return {chat: wait for chat, wait in waits.items() if wait > 0}

    def stop(self, chat_id: int, seconds: float) -> None:
        """Telegram asked to leave this chat alone for a while."""
        self._until[chat_id] = max(self._until.get(chat_id, 0.0), self._time() + seconds)

    def seconds_to_room(self) -> float:
        """How long until a message may leave at all."""
        return self._all.wait(self._time())

    def _chat(self, chat_id: int) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            windows = (Window(*IN_A_CHAT), Window(*IN_A_GROUP)) if chat_id < 0 else (Window(*IN_A_CHAT),)
            self._chats[chat_id] = windows
        return self._chats[chat_id]

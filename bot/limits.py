"""Telegram's limits: about 30 messages a second in all, one a second to a chat, 20 a minute to a group.

They hold in every window of time, also across a burst, as Telegram counts: by the moment at which a message arrives,
which is not the one at which it was let go. Whoever finds no room waits outside, nobody sleeps in the queue.
"""

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field

# (how many, in how many seconds): a little less than allowed.
OVERALL = (30, 1.004)
IN_A_CHAT = (3, 3.2)
IN_A_GROUP = (20, 61.0)
LEFT_FREE = 1  # by what is not urgent, for what is
LAG = 0.01  # seconds
EVENLY = 34.0  # a second: more than there is room for, so that what a stall has left free is soon used
FORGETS = 0.0001  # seconds: what was quickest once is not so for ever


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


class Pace:
    """Moments for what is not urgent, evenly, `rate` a second: then whatever is urgent soon finds room, too."""

    __slots__ = ("_next", "step")

    def __init__(self, rate: float) -> None:
        self.step, self._next = 1 / rate, 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next turn."""
        return max(self._next - now, 0.0)

    def count(self, now: float) -> None:
        """One has left. What is a little late is caught up with; what is later was lost."""
        self._next = max(self._next, now - LAG) + self.step


class Window:
    """At most `most` in any `seconds`."""

    __slots__ = ("_most", "_seconds", "_times")

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._times: list[float] = []

    def room(self, now: float) -> int:
        """How many more are allowed now."""
        while self._times and self._times[0] <= now - self._seconds:
            del self._times[0]
        return self._most - len(self._times)

    def wait(self, now: float, further: int = 0) -> float:
        """Seconds until there is room for one, and for `further` ones."""
        missing = further - self.room(now)
        return 0.0 if missing < 0 else max(self._times[missing] + self._seconds - now, 0.0)

    def count(self, now: float) -> None:
        """One more."""
        insort(self._times, now)

    def move(self, before: float, now: float) -> None:
        """One that was counted at `before` is of this moment."""
        if before in self._times:
            self._times.remove(before)
        insort(self._times, now)

    def empty(self, now: float) -> bool:
        """Whether nothing of it is left to remember."""
        return self.room(now) == self._most


class Limits:
    """What may be sent when. `time` is a monotonic clock in seconds."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._all = Window(*OVERALL)
        self._pace = Pace(EVENLY)
        self._chats: dict[int, tuple[Window, ...]] = {}
        self._until: dict[int, float] = {}
        self._quickest = float("inf")

    def room(self) -> int:
        """How many messages may leave now in all."""
        return self._all.room(self._time())

    def take(self, chat_id: int) -> bool:
        """Whether a message to this chat may leave now; if so it is counted."""
        return self.taken(chat_id) is not None

    def taken(self, chat_id: int) -> float | None:
        """The same; the moment at which it is counted, for `leaves`."""
        now = self._time()
        windows = (self._all, *self._chat(chat_id))
        if self._until.get(chat_id, 0) > now or any(window.room(now) <= 0 for window in windows):
            return None
        for window in windows:
            window.count(now)
        return now

    def leaves(self, counted: float) -> float:
        """What was counted then had to be written first, and leaves now; the moment at which it is counted now, for
        `answered`."""
        now = self._time()
        self._all.move(counted, now)
        return now

    def answered(self, left: float) -> None:
        """What left then has its answer now. By as much as this took longer than it does at best, it may have arrived
        later."""
        took = self._time() - left
        self._quickest = min(took, self._quickest + FORGETS)
        self._all.move(left, left + took - self._quickest)

    def turn(self) -> float:
        """Seconds until the turn of what is not urgent."""
        return self._pace.wait(self._time())

    def had_turn(self) -> None:
        """One that is not urgent leaves now."""
        self._pace.count(self._time())

    def lasts(self, letters: int) -> float:
        """For how many seconds so many that are not urgent are enough."""
        return letters * self._pace.step

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

    def seconds_to_room(self, further: int = 0) -> float:
        """How long until a message may leave at all, with room for `further` ones."""
        return self._all.wait(self._time(), further)

    def _chat(self, chat_id: int) -> tuple[Window, ...]:
        if chat_id not in self._chats:
            windows = (Window(*IN_A_CHAT), Window(*IN_A_GROUP)) if chat_id < 0 else (Window(*IN_A_CHAT),)
            self._chats[chat_id] = windows
        return self._chats[chat_id]

"""A bucket of taps for each person: far more than anybody taps, far less than a script does."""

from collections import OrderedDict
from collections.abc import Callable

from bot.limits import Bucket
from engine.refusals import TooFast

RATE, SIZE = 2.0, 30.0
MOST_KEPT = 20_000


class Flood:
    """`time` is a monotonic clock in seconds."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time
        self._buckets: OrderedDict[int, Bucket] = OrderedDict()

    def check(self, user_id: int) -> None:
        """Count one tap. Raises TooFast."""
        bucket = self._buckets.setdefault(user_id, Bucket(RATE, SIZE))
        self._buckets.move_to_end(user_id)
        if len(self._buckets) > MOST_KEPT:
            self._buckets.popitem(last=False)
        if not bucket.take(self._time()):
            raise TooFast(seconds=max(round((1 - bucket.tokens) / RATE), 1))

"""What takes long is computed in a thread of its own, while others are served. It writes nothing, so nobody has to wait
for it when the process ends: Python waits for the threads of its executors, and for these it does not."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")

NAME = "computing"
_ROOM = threading.Semaphore(4)
"""So many at once; whoever taps again and again waits for their turn, and memory is not the worse for it."""


async def computed(work: Callable[[], T]) -> T:
    """What `work` comes to, or raises. Whoever is cancelled meanwhile goes at once: what has not begun by then never
    does, and what has goes on for nobody."""
    return await asyncio.wrap_future(started(work))


def started(work: Callable[[], T]) -> "Future[T]":
    """It begins as soon as there is room for it."""
    answer: Future[T] = Future()
    threading.Thread(target=_compute, args=(work, answer), name=NAME, daemon=True).start()
    return answer


def at_work() -> bool:
    """Whether anything is computed still, for whomever."""
    return any(thread.name == NAME for thread in threading.enumerate())


def _compute(work: Callable[[], T], answer: "Future[T]") -> None:
    with _ROOM:
        if not answer.set_running_or_notify_cancel():
            return
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the answer
            answer.set_exception(error)
        else:
            answer.set_result(found)

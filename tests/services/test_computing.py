"""What takes long: its answer, its failure, and that nobody who goes waits for it, not even the process."""

import asyncio
import gc
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

import pytest

from engine.services import computing
from engine.services import once as once_module
from engine.services.computing import at_work, computed
from engine.services.once import Once

ROOT = Path(__file__).parents[2]
ENDING = """
import asyncio, sys, threading, time
from bot.cli import _leave
from engine.services.computing import computed

async def main():
    computing = asyncio.create_task(computed(lambda: time.sleep(60)))
    await asyncio.sleep(0.1)
    computing.cancel()
    await asyncio.wait({computing})
    print("all is put down", computing.cancelled())
    return 3

sys.exit(_leave(asyncio.run(main())))
"""


async def over() -> None:
    """Wait until nothing is computed."""
    async with asyncio.timeout(10):
        while at_work():
            await asyncio.sleep(0.001)


async def test_an_answer_and_a_failure() -> None:
    assert await computed(lambda: 6 * 7) == 42
    for error in (ZeroDivisionError, KeyboardInterrupt):

        def fails(error: type[BaseException] = error) -> None:
            raise error

        with pytest.raises(error):
            await computed(fails)
    await over()


async def test_whoever_goes_does_not_wait() -> None:
    begun, may = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        may.wait(10)

    task = asyncio.create_task(computed(slow))
    await asyncio.to_thread(begun.wait, 10)
    task.cancel()
    await asyncio.wait({task})
    assert task.cancelled() and at_work()
    may.set()
    await over()


async def test_what_nobody_waits_for_any_more_never_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no more are computed at once than there is room for."""
    monkeypatch.setattr(computing, "_ROOM", threading.Semaphore(1))
    begun, may = threading.Event(), threading.Event()
    done: list[int] = []

    def slow() -> None:
        begun.set()
        may.wait(10)

    first = asyncio.create_task(computed(slow))
    await asyncio.to_thread(begun.wait, 10)
    gone, next_ = (asyncio.create_task(computed(lambda n=n: done.append(n))) for n in (1, 2))
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait({gone})
    may.set()
    await asyncio.gather(first, next_)
    await over()
    assert done == [2]


async def test_the_same_is_computed_once() -> None:
    """For all who ask meanwhile, of whom nobody waits for one who goes, and for whoever asks next; something else
    anew."""
    begun, may, asked = threading.Event(), threading.Event(), list[str]()

    def work(question: str) -> str:
        asked.append(question)
        begun.set()
        may.wait(10)
        return question.upper()

    once = Once[str]()
    first, *others = (asyncio.create_task(once.get("a", lambda: work("a"))) for _ in range(3))
    await asyncio.to_thread(begun.wait, 10)
    first.cancel()
    await asyncio.wait({first})
    may.set()
    assert await asyncio.gather(*others) == ["A", "A"] and first.cancelled()
    assert await once.get("a", lambda: work("a")) == "A" and asked == ["a"]
    assert await once.get("b", lambda: work("b")) == "B" and await once.get("a", lambda: work("a")) == "A"
    assert asked == ["a", "b", "a"]
    await over()


async def test_what_has_failed_is_tried_again() -> None:
    once, answers = Once[int](), iter((0, 2))
    with pytest.raises(ZeroDivisionError):
        await once.get("a", lambda: 6 // next(answers))
    assert await once.get("a", lambda: 6 // next(answers)) == 3
    await over()


async def test_only_the_last_answer_stays_in_memory() -> None:
    """They are as large as months."""

    class Month:
        pass

    once = Once[Month]()
    known = [weakref.ref(await once.get(number, Month)) for number in range(5)]
    await over()
    gc.collect()
    assert [each() is None for each in known] == [True] * 4 + [False]


async def test_no_answer_is_kept_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one forgotten that another has taken the place of."""
    monkeypatch.setattr(once_module, "KEPT", 0.05)
    once, asked = Once[int](), list[int]()

    async def ask(number: int) -> None:
        await once.get(number, lambda: asked.append(number) or number)

    await ask(1)
    await asyncio.sleep(0.2)
    await ask(1)
    assert asked == [1, 1]
    monkeypatch.setattr(once_module, "KEPT", 30)
    await ask(2)
    await asyncio.sleep(0.2)
    await ask(2)
    assert asked == [1, 1, 2]
    await over()


async def test_the_process_ends_at_once() -> None:
    """With its own exit code, and with all that it has said."""
    began = time.perf_counter()
    command = [sys.executable, "-c", ENDING]
    ended = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, timeout=50, check=False, cwd=ROOT
    )
    assert (ended.returncode, ended.stdout) == (3, "all is put down True\n"), ended.stderr
    assert time.perf_counter() - began < 30

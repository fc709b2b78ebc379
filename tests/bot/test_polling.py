"""Our own polling loop: acknowledged only after the work is committed, in order per chat, chats side by side."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot import polling
from bot.polling import chat_of, handle, poll
from bot.sandbox import Driver, Phone
from engine.ports import Unavailable
from engine.refusals import Busy


def message(update_id: int, chat: int) -> Update:
    sender = {"id": chat, "is_bot": False, "first_name": "x"}
    where = {"id": chat, "type": "private"}
    return Update.model_validate(
        {
            "update_id": update_id,
            "message": {"message_id": 1, "date": 0, "chat": where, "from": sender, "text": "x"},
        }
    )


batches = st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=20).map(
    lambda rows: [(100 + index, chat, away) for index, (chat, away) in enumerate(rows)]
)


@given(batches, st.randoms(use_true_random=False))
def test_a_batch(rows: list[tuple[int, int, bool]], dice: Any) -> None:
    """Order per chat, nothing behind a failure in the same chat, and an offset that passes no failure."""
    away = {update_id for update_id, _, lost in rows if lost}
    done: dict[int, list[int]] = defaultdict(list)
    tried: set[int] = set()

    async def take(update: Update) -> None:
        for _ in range(dice.randrange(4)):
            await asyncio.sleep(0)
        tried.add(update.update_id)
        if update.update_id in away:
            raise Unavailable("away")
        done[chat_of(update)].append(update.update_id)

    offset = asyncio.run(handle([message(i, chat) for i, chat, _ in rows], take, 7))
    for handled in done.values():
        assert handled == sorted(handled)
    finished = {update_id for handled in done.values() for update_id in handled}
    assert not rows or all(update_id in finished for update_id, _, _ in rows if update_id < offset)
    assert offset == min(away & tried, default=rows[-1][0] + 1 if rows else 7)
    for _, chat, _ in rows:
        ids = [i for i, c, _ in rows if c == chat]
        lost = [i for i in ids if i in away]
        assert done[chat] == [i for i in ids if not lost or i < lost[0]]


async def test_an_offset_passes_no_update_when_they_come_out_of_order() -> None:
    async def take(_: Update) -> None:
        return None

    assert await handle([message(5, 1), message(9, 2), message(7, 3)], take, 0) == 10


async def test_chats_go_side_by_side() -> None:
    both = asyncio.Barrier(2)

    async def take(_: Update) -> None:
        await both.wait()

    async with asyncio.timeout(5):
        assert await handle([message(1, 1), message(2, 2)], take, 0) == 3


@pytest.mark.parametrize(
    ("document", "chat"),
    [
        (
            {
                "callback_query": {
                    "id": "1",
                    "from": {"id": 5, "is_bot": False, "first_name": "x"},
                    "chat_instance": "1",
                }
            },
            5,
        ),
        ({}, 0),
    ],
)
def test_whose_order(document: dict[str, Any], chat: int) -> None:
    assert chat_of(Update.model_validate({"update_id": 1, **document})) == chat


# ------------------------------------------------------------------------------------------------- the loop


class Taken:
    """What was handled, and the database's moods."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.away = 0
        self.changed = asyncio.Event()
        self.entered = asyncio.Event()
        self.gate: asyncio.Event | None = None
        self.poison: list[int] = []
        self.contact: list[bool] = []
        self.trouble: list[Exception] = []

    async def set_aside(self, update_id: int) -> None:
        self.poison.append(update_id)
        raise Unavailable("away")  # an alert that cannot be written stops nothing

    async def take(self, update: Update) -> None:
        self.entered.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.away:
            self.away -= 1
            raise Unavailable("away")
        assert update.message is not None
        self.texts.append(update.message.text or "")
        self.changed.set()

    async def reached(self) -> None:
        self.contact.append(True)
        if self.trouble:
            raise self.trouble.pop()

    def lost(self) -> None:
        self.contact.append(False)

    async def until(self, fits: Callable[[list[str]], bool]) -> None:
        async with asyncio.timeout(10):
            while not fits(self.texts):
                self.changed.clear()
                await self.changed.wait()


@contextlib.asynccontextmanager
async def polled(bot: Bot, taken: Taken) -> AsyncIterator[asyncio.Event]:
    stopping = asyncio.Event()
    task = asyncio.create_task(poll(bot, taken.take, stopping, taken.set_aside, taken))
    try:
        yield stopping
    finally:
        stopping.set()
        await asyncio.wait_for(task, 10)


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "PAUSE_SECONDS", 0.01)


FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "server_error", "status": 502},
    {"kind": "half_body"},
    {"kind": "reset_before"},
    {"kind": "reset_after"},
    {"kind": "too_many_requests", "retry_after": 1},
    {"kind": "too_many_requests"},
)


async def test_it_goes_on_through_every_fault(bot: Bot, driver: Driver) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    async with polled(bot, taken):
        for number, fault in enumerate(FAULTS):
            await driver.fault(methods=["getUpdates"], **fault)
            await ben.types(f"wake {number}")  # ends the poll that is open
            await ben.types(f"text {number}")
            await taken.until(lambda texts, wanted=f"text {number}": wanted in texts)  # type: ignore[misc]
    first_seen = list(dict.fromkeys(taken.texts))
    assert first_seen == [text for number in range(6) for text in (f"wake {number}", f"text {number}")]


async def test_whether_telegram_answers_is_told_before_anything_is_handled(bot: Bot, driver: Driver) -> None:
    """Nothing is handled as long as nobody could take note of it; whatever else goes wrong there stops no update."""
    ben = await driver.person("Ben")
    taken = Taken()
    taken.trouble = [ValueError("our own"), Busy(), Unavailable("away")]
    await driver.fault(kind="server_error", status=502, methods=["getUpdates"], times=1)
    await ben.types("hello")
    async with polled(bot, taken):
        await taken.until(lambda texts: "hello" in texts)
        assert taken.contact[:4] == [False, True, True, True]
        assert taken.texts == ["hello"]


async def test_another_poller_is_said_and_waited_for(bot: Bot, driver: Driver) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    async with polled(bot, taken):
        for _ in range(3):
            await bot.get_updates(timeout=0)  # as a second process would
        await ben.types("still here")
        await taken.until(lambda texts: "still here" in texts)


async def test_what_could_not_be_committed_comes_again(bot: Bot, driver: Driver, anna: Phone) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    taken.away = 3
    async with polled(bot, taken):
        await ben.types("one")
        await ben.types("two")
        await taken.until(lambda texts: "two" in texts)
    assert [text for text in taken.texts if text in ("one", "two")] == ["one", "two"]


async def test_stopping_acknowledges_what_is_done_and_nothing_else(bot: Bot, driver: Driver) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    taken.gate = asyncio.Event()
    async with polled(bot, taken) as stopping:
        await ben.types("one")
        await asyncio.wait_for(taken.entered.wait(), 5)
        await ben.types("two")
        stopping.set()
        taken.gate.set()
    assert taken.texts == ["one"]
    left = await bot.get_updates(timeout=0)
    assert [update.message.text for update in left if update.message] == ["two"]


async def test_a_start_while_telegram_is_away(bot: Bot, driver: Driver) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    await driver.fault("server_error", methods=["deleteWebhook"], times=2)
    async with polled(bot, taken):
        await ben.types("at last")
        await taken.until(lambda texts: "at last" in texts)


async def test_the_last_acknowledgement_may_fail(bot: Bot, driver: Driver) -> None:
    ben = await driver.person("Ben")
    taken = Taken()
    async with polled(bot, taken) as stopping:
        await ben.types("one")
        await taken.until(lambda texts: "one" in texts)
        await driver.fault("server_error", methods=["getUpdates"], times=None)
        stopping.set()
    assert taken.texts == ["one"]


async def test_few_are_fetched_first_and_more_the_more_there_are(
    bot: Bot, driver: Driver, sandbox: Any
) -> None:
    """A process that is killed again and again gets on all the same: what it has handled is soon acknowledged."""
    ben = await driver.person("Ben")
    for number in range(255):
        await ben.types(str(number))
    given, sizes = sandbox.updates.poll, list[tuple[int, int]]()

    async def watched(offset: int, limit: int, wait: float) -> list[Any]:
        bodies: list[Any] = await given(offset, limit, wait)
        sizes.append((limit, len(bodies)))
        return bodies

    sandbox.updates.poll = watched
    taken = Taken()
    async with polled(bot, taken):
        await taken.until(lambda texts: "254" in texts)
    assert taken.texts == [str(number) for number in range(255)]
    assert sizes[:6] == [(10, 10), (20, 20), (40, 40), (80, 80), (100, 100), (100, 5)]


async def test_an_update_that_nobody_can_read_is_set_aside(bot: Bot, driver: Driver, sandbox: Any) -> None:
    """The others of its batch are handled, and it does not come again."""
    ben = await driver.person("Ben")
    taken = Taken()
    await ben.types("before")
    poison = (await bot.get_updates(timeout=0))[-1].update_id + 1
    given = sandbox.updates.poll

    async def with_poison(offset: int, limit: int, wait: float) -> list[Any]:
        bodies: list[Any] = await given(offset, limit, wait)
        return [{**body, "message": "no message"} if body["update_id"] == poison else body for body in bodies]

    sandbox.updates.poll = with_poison
    await ben.types("poison")
    await ben.types("after")
    async with polled(bot, taken):
        await taken.until(lambda texts: "after" in texts)
        await ben.types("later")
        await taken.until(lambda texts: "later" in texts)
    assert taken.texts == ["before", "after", "later"]
    assert taken.poison == [poison]
    assert await bot.get_updates(timeout=0) == []


async def test_behind_a_failure_an_unreadable_update_waits(bot: Bot, driver: Driver, sandbox: Any) -> None:
    """Nothing is acknowledged before the work of all that came earlier is committed."""
    ben = await driver.person("Ben")
    taken = Taken()
    taken.away = 2
    given = sandbox.updates.poll

    async def with_poison(offset: int, limit: int, wait: float) -> list[Any]:
        bodies: list[Any] = await given(offset, limit, wait)
        last = [body for body in bodies if body.get("message", {}).get("text") == "poison"]
        return [{"update_id": body["update_id"], "message": 7} if body in last else body for body in bodies]

    sandbox.updates.poll = with_poison
    await ben.types("one")
    await ben.types("poison")
    async with polled(bot, taken):
        await taken.until(lambda texts: "one" in texts)
        await ben.types("two")
        await taken.until(lambda texts: "two" in texts)
    assert taken.texts == ["one", "two"]
    assert len(taken.poison) == 1


def test_what_has_no_number_is_left_out(bot: Bot) -> None:
    updates, poison = polling._read(
        bot, [7, {}, {"update_id": "x"}, {"update_id": 3}, {"update_id": 4, "message": 1}]
    )
    assert [update.update_id for update in updates] == [3]
    assert poison == [4]

"""One world of the demo: the sandbox with its persons, the bot as its own process, and a database to look into."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot.demo import month, seeding
from bot.demo.crowd import Crowd
from bot.demo.guests import MOST
from bot.demo.keeper import Keeper
from bot.demo.panels import AWAY, Json, Panels
from bot.demo.playing import PAUSE, Playing
from bot.demo.process import DemoFailed, environment
from bot.demo.seeding import Cast
from bot.demo.watching import watch
from bot.importing import import_file
from bot.sandbox import Driver, Sandbox
from bot.settings import read
from storage.database import Database, open_database

SOON = 0.05
"""Seconds within which several changes are told as one."""
SENDING = ("sendMessage", "editMessageText", "editMessageReplyMarkup")
SEATS_MOST = 100


class NotNow(ValueError):
    """An order that makes no sense at this moment. The page says why in its reader's language, by the `code`."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


SETTING_UP = ("setting-up", "the demo is still being set up")


class Stage:
    """What the panels show and what their buttons do. `over` ends with what comes next: True for another world."""

    def __init__(self, sandbox: Sandbox, driver: Driver, folder: Path, speed: float = 1.0) -> None:
        self.sandbox, self.driver, self.folder, self.speed = sandbox, driver, folder, speed
        self.over: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.ready = False
        self.said = ""
        self.cast: Cast | None = None
        self.keeper: Keeper | None = None
        self.crowd: Crowd | None = None
        self.played = False
        self.failures: list[str] = []
        """What went wrong in work that nobody waited for."""
        self._database: Database | None = None
        self._panels: Panels | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._told = False

    @property
    def database_url(self) -> str:
        """Where the bot keeps everything."""
        return f"sqlite+aiosqlite:///{self.folder / 'demo.db'}"

    # ------------------------------------------------------------------------------------------- set up

    async def set_up(self) -> None:
        """The studio, the bot, and everything its guests have done so far. Raises DemoFailed."""
        self._say("setting-up")
        self.cast = await seeding.gather(self.driver)
        await self._import("studio", month.catalogue(self.sandbox.clock.now().date()))
        self._database = open_database(self.database_url)
        self._panels = Panels(self._database, self.sandbox.clock.now)
        self._run(watch(self.folder / "demo.db", self.stir), "watch")
        values = environment(self.sandbox, self.folder, self.cast.group.id)
        self.keeper = Keeper(values, self.folder, self.stir)
        self._say("starting")
        await self.keeper.start()
        self._say("filling")
        await seeding.fill(self.cast)
        self.ready = True
        self._say("")

    async def close(self) -> None:
        """End the bot and everything under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.keeper is not None:
            await self.keeper.stop()
        if self._database is not None:
            await self._database.close()

    async def _import(self, name: str, document: Json) -> None:
        file = month.write(self.folder, name, document)
        report = await import_file(read({"DATABASE_URL": self.database_url}), file, dry_run=False)
        if report["problems"]:
            raise DemoFailed("\n".join(report["lines"]))

    def _say(self, what: str) -> None:
        self.said = what
        self.stir()

    def stir(self) -> None:
        """Tell whoever watches that something is different now."""
        if not self._told:
            self._told = True
            asyncio.get_running_loop().call_later(SOON, self._tell)

    def _tell(self) -> None:
        self._told = False
        self.sandbox.feed.tell("stage", None, {})

    def _run(self, work: Coroutine[Any, Any, None], what: str) -> None:
        task = asyncio.create_task(self._carefully(work, what))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carefully(self, work: Coroutine[Any, Any, None], what: str) -> None:
        """What nobody waits for fails on the page, and in the terminal."""
        try:
            await work
        except Exception as failed:  # noqa: BLE001 - whatever it was, somebody has to hear of it
            self.failures.append(f"{what}: {failed}")
            self.sandbox.feed.tell("failed", None, {"what": what, "error": str(failed)})

    # ------------------------------------------------------------------------------------------- looking

    async def document(self) -> Json:
        """The state of everything; see `door`."""
        keeper, clock = self.keeper, self.sandbox.clock
        return {
            "world": self.sandbox.id,
            "ready": self.ready,
            "said": self.said,
            **clock.document(),
            "link": f"https://t.me/{self.sandbox.bot.username}?start=",
            "bot": {
                "state": keeper.state if keeper else "stopped",
                "pid": keeper.pid if keeper else None,
                "since": keeper.since.isoformat() if keeper else None,
            },
            "phones": self.cast.opened if self.cast else [],
            "group": self.cast.group.id if self.cast else None,
            "faults": [rule.document() for rule in self.sandbox.faults.rules()],
            "crowd": self.crowd.document() if self.crowd else None,
            "played": self.played,
            **await self._panels_document(),
        }

    async def _panels_document(self) -> Json:
        """Empty until there is a database to look into."""
        empty: Json = {"events": [], "letters": {"counts": {}, "last": []}, "jobs": []}
        if self._panels is None:
            return empty
        try:
            return await self._panels.document()
        except AWAY:  # the file is locked for a moment: the next change asks again
            self.stir()
            return empty

    # ------------------------------------------------------------------------------------------- orders

    def crash(self, _: Json) -> Json:
        """kill -9. Raises NotNow when nothing runs."""
        self._run(self._running().kill(), "crash")
        return {}

    def start(self, _: Json) -> Json:
        """Start the bot again."""
        if self.keeper is None:
            raise NotNow(*SETTING_UP)
        self._run(self.keeper.start(), "start")
        return {}

    def too_many(self, order: Json) -> Json:
        """Telegram answers the next `times` sendings with 429 and `retry_after`."""
        times, wait = _number(order, "times", 5, 1, 100), _number(order, "retry_after", 3, 1, 60)
        self.sandbox.faults.add("too_many_requests", SENDING, times=times, retry_after=wait)
        return self._changed()

    def away(self, order: Json) -> Json:
        """Telegram is away for some seconds."""
        seconds = _number(order, "seconds", 10, 1, 120)
        fault = self.sandbox.faults.add("away")
        asyncio.get_running_loop().call_later(seconds, self._back, fault.id)
        return self._changed()

    def _back(self, fault_id: int) -> None:
        self.sandbox.faults.lift(fault_id)
        self.stir()

    def lift(self, _: Json) -> Json:
        """Take every fault away."""
        self.sandbox.faults.lift()
        return self._changed()

    def come(self, order: Json) -> Json:
        """A crowd for an event of its own. Raises NotNow while another one is at the door."""
        self._running()
        if self.crowd is not None and self.crowd.state != "done":
            raise NotNow("crowd", "a crowd is at the door already: wait until everybody has an answer")
        people, seats = _number(order, "people", 200, 1, MOST), _number(order, "seats", 10, 1, SEATS_MOST)
        number = self.crowd.id + 1 if self.crowd else 1
        self.crowd = Crowd(number, f"concert-{number}", people, seats, self._answered, self._places)
        self._run(self._rush(self.crowd), "crowd")
        return {"id": number, "code": self.crowd.code}

    async def _rush(self, crowd: Crowd) -> None:
        today = self.sandbox.clock.now().date()
        try:
            await self._import(crowd.code, month.rush(crowd.code, today, crowd.seats))
            await crowd.run(self.driver)
        finally:  # the next one may come
            crowd.state = "done"
            self._answered([])

    def _answered(self, answers: Sequence[Json]) -> None:
        assert self.crowd is not None
        self.sandbox.feed.tell(
            "crowd", None, {"id": self.crowd.id, "state": self.crowd.state, "answers": list(answers)}
        )

    async def _places(self, code: str) -> dict[int, int]:
        panels = (await self._panels_document())["events"]
        line: list[Json] = next((event["line"] for event in panels if event["code"] == code), [])
        return {place["person"]: place["position"] for place in line}

    def play(self, _: Json) -> Json:
        """Play the story on the phones of the page. Raises NotNow when it has been played."""
        self._running()
        if self.played:
            raise NotNow("played", "the story has been played in this world: start anew to see it again")
        assert self.cast is not None
        self.played = True
        pause = PAUSE / self.speed if self.speed > 0 else 0.0
        self._run(Playing(self.cast, self.driver, self._tell_step, pause).run(), "play")
        return {}

    def _tell_step(self, step: str) -> None:
        self.sandbox.feed.tell("story", None, {"step": step})

    def reset(self, _: Json) -> Json:
        """Another world: everybody starts anew."""
        self.sandbox.feed.tell("reset", None, {})
        if not self.over.done():
            asyncio.get_running_loop().call_later(SOON, self._end, True)
        return {}

    def _end(self, again: bool) -> None:
        if not self.over.done():
            self.over.set_result(again)

    def _running(self) -> Keeper:
        if not self.ready or self.keeper is None:
            raise NotNow(*SETTING_UP)
        if self.keeper.state != "running":
            raise NotNow("down", "the bot is down: start it first")
        return self.keeper

    def _changed(self) -> Json:
        self.stir()
        return {"faults": [rule.document() for rule in self.sandbox.faults.rules()]}


Order = Callable[[Stage, Json], Json]
ORDERS: dict[str, Order] = {
    "crash": Stage.crash,
    "start": Stage.start,
    "too_many": Stage.too_many,
    "away": Stage.away,
    "lift": Stage.lift,
    "crowd": Stage.come,
    "play": Stage.play,
    "reset": Stage.reset,
}


def _number(order: Json, name: str, usual: int, least: int, most: int) -> int:
    value = order.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{name} is {value!r}: a whole number from {least} to {most} is expected")
    return value

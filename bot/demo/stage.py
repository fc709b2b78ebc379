"""One world of the demo: the sandbox with its persons, the bot as its own process, and a database to look into."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.demo import month, seeding
from bot.demo.crowd import Crowd
from bot.demo.guests import ADAM
from bot.demo.keeper import Keeper
from bot.demo.month_playing import MonthPlaying
from bot.demo.panels import AWAY, Json, Panels
from bot.demo.playing import PAUSE, Playing
from bot.demo.process import DemoFailed, environment
from bot.demo.seeding import Cast
from bot.demo.watching import watch
from bot.importing import import_file
from bot.sandbox import Driver, Sandbox
from bot.settings import read
from storage.database import Database, open_database

log = logging.getLogger(__name__)

SOON = 0.05
"""Seconds within which several changes are told as one."""


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
        self.played: set[str] = set()
        self.began = sandbox.clock.now().date()
        self._chapter = ""
        self._story: asyncio.Task[None] | None = None
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
        await self._import("studio", month.catalogue(self.began))
        self._database = open_database(self.database_url)
        self._panels = Panels(self._database, self.sandbox.clock.now)
        self.run(watch(self.folder / "demo.db", self.stir), "watch")
        values = environment(self.sandbox, self.folder, self.cast.group.id)
        self.keeper = Keeper(values, self.folder, self.stir)
        self._say("starting")
        await self.keeper.start()
        self._say("filling")
        await seeding.fill(self.cast, month.wished(self.began))
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

    def run(self, work: Coroutine[Any, Any, None], what: str) -> asyncio.Task[None]:
        """Let it go on by itself; `what` names it to whoever has to hear that it failed."""
        task = asyncio.create_task(self._carefully(work, what))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _carefully(self, work: Coroutine[Any, Any, None], what: str) -> None:
        """What nobody waits for fails on the page, and in the terminal."""
        try:
            await work
        except Exception as failed:  # whatever it was, somebody has to hear of it
            log.error("%s: %s", what, failed, exc_info=failed)
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
            "second": self.cast.phones[ADAM.first].id if self.cast else None,
            "group": self.cast.group.id if self.cast else None,
            "faults": [rule.document() for rule in self.sandbox.faults.rules()],
            "crowd": self.crowd.document() if self.crowd else None,
            "played": sorted(self.played),
            "playing": self.playing,
            **await self._panels_document(),
        }

    async def _panels_document(self) -> Json:
        """Empty until there is a database to look into."""
        empty: Json = {"events": [], "letters": {"counts": {}, "last": []}, "jobs": [], "month": None}
        if self._panels is None:
            return empty
        try:
            return await self._panels.document()
        except AWAY:  # the file is locked for a moment: the next change asks again
            self.stir()
            return empty

    # ------------------------------------------------------------------------------------------- acts

    def comes(self, people: int, seats: int) -> Crowd:
        """So many people want so many seats of an event of their own."""
        number = self.crowd.id + 1 if self.crowd else 1
        crowd = Crowd(number, f"concert-{number}", people, seats, self._answered, self._outcome, self._works)
        self.crowd = crowd
        self.run(self._rush(crowd), "crowd")
        return crowd

    async def _rush(self, crowd: Crowd) -> None:
        today = self.sandbox.clock.now().date()
        try:
            await self._import(crowd.code, month.rush(crowd.code, today, crowd.seats))
            await crowd.run(self.driver)
        finally:  # the next one may come
            crowd.state = "done"
            self._answered([])
            self.stir()

    def _works(self) -> bool:
        return self.keeper is not None and self.keeper.state == "running"

    def _answered(self, answers: Sequence[Json]) -> None:
        assert self.crowd is not None
        self.sandbox.feed.tell(
            "crowd", None, {"id": self.crowd.id, "state": self.crowd.state, "answers": list(answers)}
        )

    async def _outcome(self, code: str) -> Json:
        """The event's panel: who is booked and who waits where."""
        panels = (await self._panels_document())["events"]
        return next((event for event in panels if event["code"] == code), {"bookings": [], "line": []})

    def plays(self, chapter: str) -> None:
        """One of CHAPTERS, on the phones of the page."""
        assert self.cast is not None
        self.played.add(chapter)
        self._chapter = chapter
        pause = PAUSE / self.speed if self.speed > 0 else 0.0
        self._story = self.run(CHAPTERS[chapter](self, pause), "play")
        self._story.add_done_callback(lambda _: self.stir())
        self.stir()

    @property
    def playing(self) -> bool:
        """Whether a story is under way."""
        return self._story is not None and not self._story.done()

    def stops(self) -> None:
        """The story ends where it is: what has happened stays, and whoever watched goes on by hand."""
        if self._story is not None and self._story.cancel():
            self.tell_step("stopped")

    def tell_step(self, step: str) -> None:
        """A step of the story begins."""
        self.sandbox.feed.tell("story", None, {"chapter": self._chapter, "step": step})

    def end(self, again: bool) -> None:
        """The show is over; with `again` another one follows."""
        if not self.over.done():
            self.over.set_result(again)


def _seats(stage: Stage, pause: float) -> Coroutine[Any, Any, None]:
    assert stage.cast is not None
    return Playing(stage.cast, stage.driver, stage.tell_step, pause).run()


def _month(stage: Stage, pause: float) -> Coroutine[Any, Any, None]:
    assert stage.cast is not None
    first = month.wished(stage.began)
    return MonthPlaying(stage.cast, first, stage.tell_step, pause).run()


CHAPTERS: Mapping[str, Callable[[Stage, float], Coroutine[Any, Any, None]]] = {
    "seats": _seats,
    "month": _month,
}
"""What plays by itself: a seat that comes free, and a month that is planned."""

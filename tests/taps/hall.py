"""The whole bot in one process: the real house on a real database, the sandbox for Telegram, persons who tap.

Nothing runs in the background: `settle` takes every update, sends every letter, and returns when nothing moves any
more. Time stands still until a test turns it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.types import Update

from bot.furnish import furnish
from bot.house import House
from bot.limits import Limits
from bot.polling import ALLOWED
from bot.sandbox import Driver, Group, Phone, Sandbox, Shown, Toast
from bot.sandbox.people import Kind
from bot.sandbox.sandbox import Options
from bot.settings import Settings
from handlers.callbacks import Call, parse
from storage.database import Database, open_database
from storage.doctor import examine
from storage.tables import accounts, events, metadata, participants
from tests.bot.conftest import Calendar, Hand
from tests.bot.studio import Studio, catalogue
from tests.taps.wire import wired_bot
from tests.texts import TEXTS

LANGUAGES = ("en", "hu", "de")
# Numbers of updates, of ids given in blocks, and runs of jobs: no part of what people have.
UNCOUNTED = frozenset({"updates", "job_runs", "counters"})

Dump = dict[str, list[tuple[Any, ...]]]


class Human:
    """A person with their phone, who finds buttons by what they do."""

    def __init__(self, hall: Hall, phone: Phone, language: str) -> None:
        self.hall, self.phone, self.language = hall, phone, language
        self.texts = TEXTS[language]
        self.id = phone.id

    async def speaks(self, language: str) -> None:
        """From now on, in Telegram, in the database and in the group; nobody has tapped for it."""
        self.language, self.texts = language, TEXTS[language]
        await self.hall.studio.change(participants, participants.c.telegram_id == self.id, language=language)
        await self.phone.changes(language_code=language)
        self.hall.house.visitors.forget(self.id)
        await self.hall.studio.change(accounts, group_language=language)

    async def types(self, text: str, chat: Group | None = None) -> dict[str, Any]:
        """Send a text and wait for everything that follows."""
        sent = await self.phone.types(text, chat=chat)
        await self.hall.settle()
        return sent

    async def replies(self, text: str, chat: Group, to: int | None = None) -> None:
        """Answer a message of the chat, the bot's newest unless another one is named."""
        message_id = (await self.newest(chat)).id if to is None else to
        await self.phone.types(text, chat=chat, reply_to=message_id)
        await self.hall.settle()

    async def drops(self, name: str, content: bytes, chat: Group, **more: Any) -> dict[str, Any]:
        """Send a file into a group and wait for everything that follows."""
        sent = await self.phone.sends_file(name, content, chat, **more)
        await self.hall.settle()
        return sent

    async def starts(self, payload: str | None = None) -> dict[str, Any]:
        sent = await self.phone.start(payload)
        await self.hall.settle()
        return sent

    async def opens(self, code: str) -> Shown:
        """The card of an event, by its deep link."""
        await self.starts(f"e-{code}")
        return await self.newest()

    async def newest(self, chat: Group | None = None) -> Shown:
        """The newest message of the bot."""
        shown = await (chat or self.phone).messages()
        return next(m for m in reversed(shown) if m.sender_id == self.hall.sandbox.bot.id)

    async def sees(self, message_id: int, chat: Group | None = None) -> Shown:
        """A message as it is shown now."""
        return next(m for m in await (chat or self.phone).messages() if m.id == message_id)

    async def finds(self, verb: str, *args: int, chat: Group | None = None) -> tuple[Shown, str]:
        """The newest message with a button that does this, and the button's data."""
        messages = await (chat or self.phone).messages()
        for message in reversed(messages):
            for button in message.buttons:
                call = parse(button.data)
                if call is not None and call.verb == verb and call.args[: len(args)] == args:
                    return message, button.data
        shown = [(m.text, [b.data for b in m.buttons]) for m in messages[-3:]]
        raise AssertionError(f"{self.phone.name} sees no {verb}{args}: {shown}")

    async def taps(self, verb: str, *args: int, chat: Group | None = None) -> Toast:
        """Tap the newest button that does this; `args` are the first numbers in its data."""
        message, data = await self.finds(verb, *args, chat=chat)
        return await self.taps_on(message.id, data, chat)

    async def taps_on(self, message_id: int | None, data: str | None, chat: Group | None = None) -> Toast:
        """Send any data as if it stood under that message."""
        return await self.hall.answered(self.phone, message_id, data, chat)

    async def presses(self, *verbs: str, chat: Group | None = None) -> Toast:
        """Tap one after another; none may be refused."""
        toast = Toast()
        for verb in verbs:
            toast = await self.taps(verb, chat=chat)
            assert not toast.alert, (verb, toast.text)
        return toast

    async def offered_verbs(self, chat: Group | None = None) -> set[str]:
        """What the newest message's buttons do."""
        return {call.verb for call in calls(await self.newest(chat))}


def calls(message: Shown) -> list[Call]:
    """What the buttons of a message do."""
    found = [parse(button.data) for button in message.buttons]
    assert None not in found, [button.data for button in message.buttons]
    return [call for call in found if call is not None]


class Hall:
    """The house, and everybody around it."""

    def __init__(self, house: House, sandbox: Sandbox, calendar: Calendar, hand: Hand, group: Group) -> None:
        self.house, self.sandbox, self.calendar, self.hand, self.group = house, sandbox, calendar, hand, group
        self.driver = Driver(sandbox)
        self.studio = Studio(house.database, calendar)
        self.refusals_expected = False
        self.last_update = 0
        self.people: dict[str, Any] = {}
        """Whatever the examples of one generated test share."""
        self._offset = 0

    async def person(self, name: str = "Anna", language: str = "en", **card: Any) -> Human:
        """Somebody who has pressed Start."""
        human = await self.stranger(name, language, **card)
        await human.starts()
        return human

    async def stranger(self, name: str = "Anna", language: str = "en", **card: Any) -> Human:
        """Somebody whom the bot has never seen."""
        return Human(self, await self.driver.person(name, language_code=language, **card), language)

    def event(self, code: str) -> int:
        return self.studio.events[code]

    # ------------------------------------------------------------------------------------------ running

    async def settle(self) -> None:
        """Take updates and send letters until nothing moves."""
        while await self._take_updates() or await self.deliver():
            pass

    async def _take_updates(self) -> int:
        bodies = await self.sandbox.updates.poll(self._offset, 100, 0)
        for body in bodies:
            self._offset = max(self._offset, body["update_id"] + 1)
            await self.take(body)
        await self._answered()
        return len(bodies)

    async def _answered(self) -> None:
        """Every answer is given, however long one takes; those that wait do so no longer."""
        answers = self.house.answers
        answers._closing.set()
        while answers._later:
            await asyncio.wait(answers._later)

    async def take(self, body: dict[str, Any]) -> None:
        """One update, as polling hands it over."""
        self.hand.seconds += 0.5  # as fast as a person may go on
        await self.house.intake.take(Update.model_validate(body, context={"bot": self.house.bot}))

    async def deliver(self) -> int:
        """Send what may leave now."""
        postman, sent = self.house.postman, 0
        while not await postman._round():
            sent += len(postman._sending)
            await asyncio.gather(*postman._sending)
        return sent

    async def answered(
        self, phone: Phone, message_id: int | None, data: str | None, chat: Group | None = None
    ) -> Toast:
        """One tap, and what it was answered."""
        made = await phone._do("forges", chat, data=data, message_id=message_id)
        self.last_update = int(made["update_id"])
        await self.settle()
        toast = await phone._toast(made, 0.5)
        assert toast.answered, f"{data!r} was not answered"
        return toast

    async def forward(self, **by: float) -> None:
        """Time goes on, and the clock's jobs do what is due."""
        self.calendar.forward(**by)
        self.hand.seconds += 3600
        await self.tick()

    async def tick(self) -> None:
        """Every job of the clock that concerns people, once."""
        for job in ("resume", "remind", "expire", "lapse", "close", "backfill", "wishes", "locks", "runs"):
            await self.clock.once(job)
        await self.settle()

    @property
    def clock(self) -> Any:
        return self.house.clock

    # ------------------------------------------------------------------------------------------ looking

    async def dump(self) -> Dump:
        """Every row that people's things consist of."""

        def read(connection: sa.Connection) -> Dump:
            return {
                table.name: [
                    tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))
                ]
                for table in metadata.sorted_tables
                if table.name not in UNCOUNTED
            }

        async with self.house.database.read.connect() as connection:
            return await connection.run_sync(read)

    async def refused_calls(self) -> list[dict[str, Any]]:
        """Calls that Telegram refused, but for edits that change nothing."""
        made = await self.driver.calls()
        refused = [call for call in made if call["verdict"] != "accepted"]
        return [call for call in refused if "not modified" not in call.get("description", "")]


@asynccontextmanager
async def opened(
    url: str,
    patch: pytest.MonkeyPatch,
    language: str = "en",
    kind: Kind = "supergroup",
    *,
    forum: bool = False,
    **sizes: int,
) -> AsyncIterator[Hall]:
    """The bot on this database, with its catalogue and its admin group; `language` is the group's.

    At the end: every call that the bot made must have been one that Telegram takes, and the database be sound.
    """
    calendar, hand = Calendar(), Hand()
    calendar.moment = calendar.moment.replace(hour=9, minute=7, second=0)
    sandbox = Sandbox(Options())
    sandbox.updates.allow(ALLOWED)
    group = await Driver(sandbox).group("Studio", kind=kind, forum=forum)
    sandbox.updates.clear()
    await _prepare(url, calendar, language, sizes)
    with patch.context() as patched:
        later = count(0, 100)
        patched.setattr("bot.furnish.make_bot", lambda *_: wired_bot(sandbox))
        patched.setattr("bot.furnish.load_texts", lambda: TEXTS)
        patched.setattr("bot.cellar.open_database", opened_database)
        patched.setattr("bot.furnish.time", SimpleNamespace(monotonic=hand))
        patched.setattr("bot.furnish.Limits", lambda _: Limits(lambda: float(next(later))))
        house = await furnish(settings(url, sandbox, group.id), calendar)  # type: ignore[arg-type]
    patch.setattr("bot.intake.SOON", 60.0)  # real seconds: a slow machine says nothing about the bot
    hall = Hall(house, sandbox, calendar, hand, group)
    hall.studio.events = await _codes(hall.studio)
    try:
        yield hall
        await hall.settle()
        if not hall.refusals_expected:
            assert await hall.refused_calls() == []
        assert await examine(house.database, calendar()) == []
    finally:
        await house.work.close()
        await house.database.close()
        _keep(house.database)


COMPILED: dict[str, tuple[Any, Any]] = {}
"""What SQLAlchemy has made of our statements for SQLite, by the engine's part, and the dialect that it holds for:
compiling takes longer than running, and every hall opens engines of its own."""


def opened_database(url: str) -> Database:
    """As `storage.database.open_database`; it knows the statements that earlier halls have compiled."""
    database = open_database(url)
    for part, engine in _engines(database).items():
        if part in COMPILED:
            engine.dialect, engine._compiled_cache = COMPILED[part]
    return database


def _keep(database: Database) -> None:
    for part, engine in _engines(database).items():
        if getattr(engine.dialect, "default_isolation_level", None):  # it has met the database
            COMPILED.setdefault(part, (engine.dialect, engine._compiled_cache))


def _engines(database: Database) -> dict[str, sa.Engine]:
    """SQLite's; PostgreSQL's dialects belong to their connections."""
    if database.writer is None or database.reader is None:
        return {}
    own = {"write": database.write.sync_engine, "read": database.read.sync_engine}
    return own | {"writer": database.writer.engine, "reader": database.reader.engine}


FILES: dict[str, tuple[datetime, bytes]] = {}
"""SQLite files with the catalogue in them, by the group's language, and when they were made: importing takes longer
than most taps."""


async def _prepare(url: str, calendar: Calendar, language: str, sizes: dict[str, int]) -> None:
    if not url.startswith("sqlite") or sizes:
        await _import(url, calendar, language, sizes)
        return
    path = Path(url.removeprefix("sqlite+aiosqlite:///"))
    if language not in FILES:
        await _import(url, calendar, language, sizes)
        FILES[language] = _kept(path, calendar.moment)
    calendar.moment = _copied(path, *FILES[language])


def _kept(path: Path, moment: datetime) -> tuple[datetime, bytes]:
    return moment, path.read_bytes()


def _copied(path: Path, moment: datetime, content: bytes) -> datetime:
    for left in path.parent.glob(f"{path.name}-*"):
        left.unlink()
    path.write_bytes(content)
    return moment


async def _import(url: str, calendar: Callable[[], Any], language: str, sizes: dict[str, int]) -> None:
    database: Database = open_database(url)
    document = catalogue(calendar(), **sizes)
    others = [code for code in LANGUAGES if code != language]
    day = (calendar() + timedelta(days=20)).date()
    clay = next(service for service in document["services"] if service["code"] == "clay")
    clay["events"].append({"code": "clay-3", "starts_at": f"{day}T18:00", "minutes": 60, "capacity": 1})
    document["account"] |= {"languages": [language, *others], "timezone": "Europe/Budapest"}
    studio = Studio(database, calendar)
    await studio.open(document)
    await studio.change(accounts, group_language=language)
    await database.close()


async def _codes(studio: Studio) -> dict[str, int]:
    return {row.code: row.id for row in await studio.rows(events)}


def settings(url: str, sandbox: Sandbox, admin_chat: int | None) -> Settings:
    """Of a bot that talks to this sandbox."""
    return Settings(
        bot_token=sandbox.token,
        admin_chat_id=admin_chat,
        database_url=url,
        telegram_api_url="http://127.0.0.1:1",
        webhook_url="",
        webhook_secret="",
        http_host="127.0.0.1",
        http_port=0,
        timezone="UTC",
        log_level="WARNING",
        log_format="console",
        sandbox_clock_url="",
    )

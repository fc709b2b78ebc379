"""The whole bot as it runs, in this process: by polling and by webhook, with its health over HTTP, until it is told
to stop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from types import SimpleNamespace

import aiohttp
import pytest

from bot.app import run
from bot.demo.desk import Desk
from bot.demo.story import does, shows
from bot.sandbox import Driver, Group, Phone, Sandbox
from bot.settings import Settings, WrongSetting, read
from handlers.callbacks import pack
from storage.database import open_database
from storage.tables import letters, run_leases, runs
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, catalogue
from tests.postgres import Databases
from tests.services.studio import Studio as Month

SECRET = "a-secret-of-tests-0123"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_of(sandbox: Sandbox, url: str, group: Group | None, *, webhook: bool) -> Settings:
    port = free_port()
    return read(
        {
            "BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.base_url,
            "SANDBOX_CLOCK_URL": f"{sandbox.base_url}/sandbox/clock",
            "DATABASE_URL": url,
            "HTTP_PORT": str(port),
            "ADMIN_CHAT_ID": str(group.id) if group else "",
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram" if webhook else "",
            "WEBHOOK_SECRET": SECRET if webhook else "",
        }
    )


@contextlib.asynccontextmanager
async def running(settings: Settings, patch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """From ready to stopped; what it does to the garbage collector stays with it."""
    patch.setattr("bot.collector.gc", SimpleNamespace(collect=int, freeze=int, set_threshold=lambda *_: None))
    patch.setattr("bot.limits.IN_A_CHAT", (3, 0.1))  # nobody reads here, so nobody waits for the next
    stopping = asyncio.Event()
    task = asyncio.create_task(run(settings, stopping))
    try:
        async with asyncio.timeout(20):
            while await health(settings, "/readyz") != (200, "ready"):
                assert not task.done(), task
                await asyncio.sleep(0.01)
        yield
    finally:
        stopping.set()
        await asyncio.wait_for(task, 20)


async def health(settings: Settings, path: str) -> tuple[int, str]:
    with contextlib.suppress(aiohttp.ClientError):
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{settings.http_port}{path}") as response,
        ):
            return response.status, await response.text()
    return 0, ""


async def prepared(url: str, calendar: Calendar) -> None:
    database = open_database(url)
    await Studio(database, calendar).open(catalogue(calendar()))
    await database.close()


async def presses(phone: Phone, *verbs: str) -> None:
    for verb in verbs:
        await phone.waits_for(shows(verb))
        toast = await phone.taps(lambda button, verb=verb: does(button.data, verb))  # type: ignore[misc]
        assert toast.answered and not toast.alert, (verb, toast)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_it_serves_until_it_is_stopped(
    webhook: bool,
    sandbox: Sandbox,
    driver: Driver,
    sqlite_url: str,
    calendar: Calendar,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await prepared(sqlite_url, calendar)
    dora = await driver.person("Dora")
    group = await driver.group("Studio", admins=[dora])
    settings = settings_of(sandbox, sqlite_url, group, webhook=webhook)
    anna, ben = await driver.person("Anna"), await driver.person("Ben", language_code="hu")
    async with running(settings, monkeypatch):
        assert await health(settings, "/healthz") == (200, "ok")
        await anna.start("e-yoga-1")
        await presses(anna, "book")
        await anna.waits_for(shows("cancel"))
        await ben.start("e-yoga-1")
        await presses(ben, "join", "join-confirm")
        await ben.waits_for(shows("leave"))
        await presses(anna, "cancel", "cancel-confirm")
        offer = await ben.waits_for(shows("accept"))
        await driver.push(hours=3)
        await ben.waits_for(lambda message: message.id == offer.id and not shows("accept")(message))
        await dora.types("/events", chat=group)
        await dora.waits_for(shows("a-event"), chat=group)
    scopes = {(entry["scope"], entry["language_code"]) for entry in await driver.commands()}
    assert len(scopes) == 4
    assert (await health(settings, "/healthz")) == (0, "")


async def test_a_port_that_is_taken_is_one_line(
    sandbox: Sandbox, sqlite_url: str, calendar: Calendar
) -> None:
    await prepared(sqlite_url, calendar)
    settings = settings_of(sandbox, sqlite_url, None, webhook=False)
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings.http_port))
        other.listen()
        with pytest.raises(WrongSetting) as wrong:
            await asyncio.wait_for(run(settings, asyncio.Event()), 20)
    says = "is in use on 127.0.0.1: stop what uses it, or set another HTTP_PORT"
    assert str(wrong.value) == f"HTTP_PORT {settings.http_port} {says}"


async def test_two_replicas_wake_each_other(
    sandbox: Sandbox,
    driver: Driver,
    postgres: Databases,
    calendar: Calendar,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On PostgreSQL: what was committed elsewhere is sent at once, by whoever hears of it."""
    with postgres.fresh() as url:
        await prepared(url, calendar)
        settings = settings_of(sandbox, url, None, webhook=False)
        anna = await driver.person("Anna")
        async with running(settings, monkeypatch):
            await anna.start()
            await anna.waits_for(shows("services"))
            elsewhere = Studio(open_database(url), calendar)
            elsewhere.events = {"yoga-2": 0}
            event = await elsewhere.views.event_by_code("yoga-2")
            assert event is not None
            elsewhere.events = {"yoga-2": event.id}
            await elsewhere.book(await elsewhere.person(anna.id, "Anna"), "yoga-2")
            await anna.waits_for(shows("cancel"))
            await elsewhere.work.close()
            await elsewhere.database.close()


async def test_alive_and_not_ready(
    sandbox: Sandbox, driver: Driver, sqlite_url: str, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is away: the process lives, says what is missing, and does not acknowledge anything."""
    await prepared(sqlite_url, calendar)
    settings = settings_of(sandbox, sqlite_url, None, webhook=False)
    anna = await driver.person("Anna")
    async with running(settings, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr("bot.cellar.SqlViews.account", _away)
            assert await health(settings, "/readyz") == (503, "database: ConnectionRefusedError")
            assert await health(settings, "/healthz") == (200, "ok")
        assert await health(settings, "/readyz") == (200, "ready")
        await anna.start()
        await anna.waits_for(shows("services"))


async def _away(*_: object) -> None:
    raise ConnectionRefusedError("nobody listens")


async def a_month(url: str, calendar: Calendar) -> int:
    """Its wishes are closed; nothing is computed yet."""
    database = open_database(url)
    studio = Month(database)
    await studio.begin(1, 1)
    for person in (1, 2):
        await studio.wish(person, 1)
    await studio.close()
    calendar.moment = studio.now
    await database.close()
    return studio.period_id


async def test_a_stop_does_not_wait_for_a_version(
    sandbox: Sandbox, driver: Driver, sqlite_url: str, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is interrupted, and said to be: whoever looks at the month's card can have it computed again."""
    period_id = await a_month(sqlite_url, calendar)
    monkeypatch.setattr("bot.app.Now", lambda: calendar)
    dora = await driver.person("Dora")
    group = await driver.group("Studio", admins=[dora])
    settings = replace(settings_of(sandbox, sqlite_url, group, webhook=False), sandbox_clock_url="")
    begun, never, desk = threading.Event(), threading.Event(), Desk(dora, group)

    def endless(_: object) -> None:
        begun.set()
        never.wait(60)

    monkeypatch.setattr("engine.rules.allocation.allocate", endless)
    try:
        async with running(settings, monkeypatch):
            await desk.opens("/batch")
            card = await desk.shows("a-period")
            await dora.forges(pack("a-batch-execute", period_id, 0, 0), card.id, group)
            await asyncio.to_thread(begun.wait, 10)
            stopping = time.perf_counter()
        assert time.perf_counter() - stopping < 5
    finally:
        never.set()
    ended = open_database(sqlite_url)
    studio = Month(ended)
    assert [(row.status, row.error) for row in await studio.rows(runs)] == [("failed", "interrupted")]
    assert await studio.rows(run_leases) == []
    assert [row.data["cause"] for row in await studio.rows(letters, letters.c.kind == "run-failed")] == [
        "interrupted"
    ]
    await ended.close()

"""The bot put together: one object for each room's part, started and stopped in order."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.types import User
from aiohttp import web

from bot import collector
from bot.admins import Admins
from bot.answering import Answers
from bot.clock import Clock
from bot.commands import register, register_group
from bot.flood import Flood
from bot.group import Group
from bot.health import add_health
from bot.imports import ImportDesk
from bot.intake import Intake
from bot.letters import render
from bot.limits import Limits
from bot.listening import listening
from bot.localization import load_texts
from bot.moment import Now, catch_up, follow
from bot.place import Place
from bot.polling import ALLOWED, poll
from bot.postman import Postman
from bot.presence import Presence
from bot.rights import Rights
from bot.settings import Settings
from bot.silent import Silent
from bot.start import asked, unless
from bot.telegram import make_bot, ready
from bot.topics import Topics
from bot.visitors import Visitors
from bot.webhook import LARGEST, PATH, Webhook
from engine.ports import Facts, Unavailable
from engine.refusals import Busy
from engine.views import Person
from handlers.door import Card, Rooms, Texts
from storage.account import bind_group, first_account, group_now, move_group
from storage.anchors import SqlAnchors
from storage.calendar import SqlCalendar
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.group_language import SqlGroupLanguages
from storage.jobs import SqlJobs
from storage.month import SqlMonths
from storage.outbox import Letter, SqlOutbox
from storage.people import SqlPeople
from storage.presets import SqlPresets
from storage.questions import SqlQuestions
from storage.roles import SqlRoles
from storage.runs import SqlRuns
from storage.seals import SqlSeals
from storage.topics import SqlTopics
from storage.views import SqlViews
from storage.wakeups import listen
from storage.work import SharedWork

log = structlog.get_logger()

STOP_SECONDS = 10
LISTEN_SECONDS = 5
ADMIN_LANGUAGE = "en"


@dataclass(slots=True)
class House:
    """Everything that runs."""

    settings: Settings
    now: Now
    database: Database
    bot: Bot
    work: SharedWork
    views: SqlViews
    people: SqlPeople
    outbox: SqlOutbox
    due: SqlDue
    texts: dict[str, Texts]
    group: Group
    admins: Admins
    rights: Rights
    topics: Topics
    visitors: Visitors
    answers: Answers
    presence: Presence
    clock: Clock
    postman: Postman
    intake: Intake

    def moved(self) -> None:
        """Time has moved: everything may be due."""
        self.postman.wake()
        self.clock.wake()

    def told(self) -> None:
        """Something was committed, perhaps elsewhere: there are letters, and a deadline may have come nearer."""
        self.postman.wake()
        self.clock.wake("expire")

    async def unreadable(self, update_id: int) -> None:
        """An update was set aside as nobody can read it: the admins are told."""
        what = f"update {update_id} cannot be read"
        await self.outbox.alert("error", "update-unreadable", {"code": str(update_id), "what": what})

    async def ready(self) -> str:
        """What keeps the bot from serving; empty when nothing does."""
        try:
            async with asyncio.timeout(3):
                await self.views.account()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            return f"database: {type(error).__name__}"
        return ""


async def furnish(settings: Settings, now: Now) -> House:
    """Put the house together on a prepared database; nothing runs yet."""
    heard: list[Callable[[Facts], None]] = []

    def committed(facts: Facts) -> None:
        for listener in heard:
            listener(facts)

    cellar = _cellar(settings, now, committed)
    work, views, people, outbox = cellar.work, cellar.views, cellar.people, cellar.outbox
    bot = make_bot(settings.bot_token, settings.telegram_api_url)
    me = await _met(bot, cellar.database)
    texts = load_texts()
    group = await _group(settings, cellar)
    rooms = _rooms(cellar, bot, me, texts, committed)
    admins = Admins(bot, time.monotonic)
    rights = Rights(admins, cellar.roles)
    visitors = Visitors(views, people, time.monotonic, tuple(texts))
    limits = Limits(time.monotonic)
    answers = Answers(bot, limits, people.place_question)
    group.changed = lambda: answers.soon(register_group(bot, texts, group.chat_id, group.language))
    silent = Silent(work, views, people, cellar.due, visitors.forget)

    def moved(new_chat: int) -> None:
        if group.chat_id is not None:
            answers.soon(group.moved(group.chat_id, new_chat))

    topics = _topics(cellar, bot, texts, group)
    place = Place(group, rights, views, outbox, lambda: postman.wake())
    postman = Postman(
        bot=bot,
        outbox=outbox,
        work=work,
        render=partial(_render, views, texts, now, group),
        unreachable=silent.unreachable,
        admin_chat=lambda: group.chat_id,
        moved=moved,
        limits=limits,
        now=now,
        topics=topics,
        shut_out=place.lost,
    )
    presence, clock = _clock(settings, cellar)
    heard += [clock.heard, lambda _: postman.wake()]
    intake = Intake(
        rooms=rooms,
        answers=answers,
        visitors=visitors,
        rights=rights,
        flood=Flood(time.monotonic),
        group=group,
        place=place,
        topics=topics,
        blocked=silent.blocked,
        alert=outbox.alert,
        username=me.username or "",
    )
    return House(
        settings, now, cellar.database, bot, work, views, people, outbox, cellar.due, texts, group, admins, rights,
        topics, visitors, answers, presence, clock, postman, intake,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cellar:
    """What keeps facts, on one database and one clock."""

    database: Database
    now: Now
    work: SharedWork
    views: SqlViews
    people: SqlPeople
    roles: SqlRoles
    calendar: SqlCalendar
    group_languages: SqlGroupLanguages
    months: SqlMonths
    runs: SqlRuns
    outbox: SqlOutbox
    due: SqlDue


def _cellar(settings: Settings, now: Now, committed: Callable[[Facts], None]) -> _Cellar:
    database = open_database(settings.database_url)
    return _Cellar(
        database,
        now,
        SharedWork(database, now, committed),
        SqlViews(database, now),
        SqlPeople(database, now),
        SqlRoles(database, now),
        SqlCalendar(database, now, committed),
        SqlGroupLanguages(database, now),
        SqlMonths(database, now, committed),
        SqlRuns(database, now, committed),
        SqlOutbox(database, now),
        SqlDue(database),
    )


async def _met(bot: Bot, database: Database) -> User:
    """The bot as Telegram knows it; without an answer everything is closed again."""
    try:
        return await asked(bot.me)
    except BaseException:  # also when nobody waits for the answer any more
        await bot.session.close()
        await database.close()
        raise


async def _group(settings: Settings, cellar: _Cellar) -> Group:
    """The admins' group and its language; its account remembers it."""
    database, languages = cellar.database, cellar.group_languages
    account = await first_account(database)
    chat_id = settings.admin_chat_id or (account.admin_chat_id if account else None)
    if chat_id is not None:
        chat_id = await group_now(database, chat_id)
    if account is not None and chat_id is not None:
        await bind_group(database, account.id, chat_id)
    language = await languages.language() or ADMIN_LANGUAGE
    return Group(chat_id, language, partial(move_group, database), languages.language)


def _rooms(
    cellar: _Cellar, bot: Bot, me: User, texts: dict[str, Texts], committed: Callable[[Facts], None]
) -> Rooms:
    """What handlers know."""
    database, now = cellar.database, cellar.now
    return Rooms(
        cellar.work,
        cellar.views,
        cellar.people,
        now,
        calendar=cellar.calendar,
        texts=lambda code: texts.get(code, texts[ADMIN_LANGUAGE]),
        presets=SqlPresets(database, now),
        questions=SqlQuestions(database, now),
        link=lambda payload: f"https://t.me/{me.username}?start={payload}",
        imports=ImportDesk(bot, database, now, committed),
        roles=cellar.roles,
        group_languages=cellar.group_languages,
        months=cellar.months,
        runs=cellar.runs,
    )


def _topics(cellar: _Cellar, bot: Bot, texts: dict[str, Texts], group: Group) -> Topics:
    """One topic for each kind of letter to a forum of admins; an alert where the bot may not make any."""

    async def forbidden(chat: int) -> None:
        await cellar.outbox.alert("topics-forbidden", str(chat), {}, again=False)

    async def allowed(chat: int) -> None:
        await cellar.outbox.resolve("topics-forbidden", str(chat))

    return Topics(
        bot,
        SqlTopics(cellar.database),
        lambda key: texts.get(group.language, texts[ADMIN_LANGUAGE]).plain(key),
        forbidden,
        allowed,
        time.monotonic,
    )


def _clock(settings: Settings, cellar: _Cellar) -> tuple[Presence, Clock]:
    """What happens by itself, and whether it could."""
    database, work, due, now, outbox = cellar.database, cellar.work, cellar.due, cellar.now, cellar.outbox
    jobs = SqlJobs(database, now)
    presence = Presence(work, due, jobs, now, outbox.alert, polls=not settings.webhook_url)
    history = partial(_seal, SqlSeals(database, now), SqlAnchors(database, now))
    slots = cellar.calendar.cut_slots
    clock = Clock(
        work, due, jobs, now, outbox.alert, outbox.resolve, presence.check, history, slots, cellar.months
    )
    return presence, clock


async def _seal(seals: SqlSeals, anchors: SqlAnchors) -> int:
    sealed = await seals.seal()
    await anchors.tell()
    return sealed


async def _render(
    views: SqlViews, texts: dict[str, Texts], now: Now, group: Group, letter: Letter
) -> Card | None:
    if letter.person_id is None:
        reader, language = None, await group.listen()
    else:
        reader = await views.person_by_id(letter.person_id)
        if reader is None:
            return None
        language = reader.language
    words = texts.get(language, texts[ADMIN_LANGUAGE])
    person = reader or Person(0, None, "", language, True)
    return await render(letter.kind, letter.data, person, words, views, now())


async def run(settings: Settings, stopping: asyncio.Event) -> None:
    """Run until `stopping`, then stop within seconds and lose nothing. Raises WrongSetting."""
    house = await unless(stopping, furnish(settings, Now()))
    if house is None:
        return
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(_close, house)
        await unless(stopping, _come_back(house))
        await _open_http(house, stack)
        await _serve(house, stopping)


async def _come_back(house: House) -> None:
    """Before anything is served or runs out: what is owed to people for the time in which nobody was here."""
    if house.settings.sandbox_clock_url:
        await catch_up(house.now, house.settings.sandbox_clock_url)
    try:
        await house.presence.check()
    except (Unavailable, Busy) as error:
        log.warning("not-looked-back", why=type(error).__name__)  # the clock will


async def _serve(house: House, stopping: asyncio.Event) -> None:
    settings = house.settings
    await house.outbox.recover()
    background: list[asyncio.Task[None]] = []
    if not house.database.is_sqlite:
        background.append(await _hears_others(house))
    background.append(asyncio.create_task(house.postman.run(), name="postman"))
    if settings.sandbox_clock_url:
        following = follow(house.now, settings.sandbox_clock_url, house.moved)
        background.append(asyncio.create_task(following, name="follow-clock"))
    house.clock.start()
    await register(house.bot, house.texts, house.group.chat_id, house.group.language)
    if house.group.chat_id is not None:
        await house.rights.remember(house.group.chat_id)
    ready()
    collector.settle()
    log.info("started", mode="webhook" if settings.webhook_url else "polling", http_port=settings.http_port)
    try:
        if settings.webhook_url:
            await _receive(house, stopping)
        else:
            await poll(house.bot, house.intake.take, stopping, house.unreadable, house.presence)
    finally:
        await _stop(house, background)


async def _hears_others(house: House) -> asyncio.Task[None]:
    """Waits a while until it listens: from then on a replica that starts leaves our letters alone."""
    listens = asyncio.Event()

    def woken() -> None:
        listens.set()
        house.told()

    task = asyncio.create_task(listen(house.settings.database_url, woken), name="listen")
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(listens.wait(), LISTEN_SECONDS)
    return task


async def _receive(house: House, stopping: asyncio.Event) -> None:
    settings = house.settings
    set_webhook = partial(
        house.bot.set_webhook,
        settings.webhook_url,
        secret_token=settings.webhook_secret,
        allowed_updates=ALLOWED,
        max_connections=100,
    )
    await unless(stopping, asked(set_webhook))
    await stopping.wait()


async def _stop(house: House, background: list[asyncio.Task[None]]) -> None:
    log.info("stopping")
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(STOP_SECONDS):
            await house.clock.stop()
            await house.answers.close()
            await house.postman.stop()
            await house.work.close()
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)


async def _close(house: House) -> None:
    await house.bot.session.close()
    await house.database.close()


async def _open_http(house: House, stack: contextlib.AsyncExitStack) -> None:
    settings = house.settings
    app = web.Application(client_max_size=LARGEST)
    add_health(app, house.ready)
    if settings.webhook_url:
        takes = (house.intake.take, house.intake.take_tap, house.presence.ready)
        webhook = Webhook(house.bot, *takes, settings.webhook_secret)
        for path in {PATH, urlsplit(settings.webhook_url).path or PATH}:  # a proxy may have changed it
            app.router.add_post(path, webhook.__call__)  # a coroutine function, which an object is not
    await stack.enter_async_context(listening(app, settings.http_host, settings.http_port))

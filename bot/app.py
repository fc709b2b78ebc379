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
from bot.start import asked, unless
from bot.telegram import make_bot
from bot.topics import Topics
from bot.visitors import Visitors
from bot.webhook import LARGEST, PATH, Webhook
from engine.ports import Facts, Unavailable
from engine.refusals import Busy
from engine.services import offers
from engine.views import Person
from handlers.door import Card, Rooms, Texts
from storage.account import bind_group, first_account, group_now, move_group
from storage.anchors import SqlAnchors
from storage.calendar import SqlCalendar
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.group_language import SqlGroupLanguages
from storage.jobs import SqlJobs
from storage.outbox import Letter, SqlOutbox
from storage.people import SqlPeople
from storage.presets import SqlPresets
from storage.questions import SqlQuestions
from storage.roles import SqlRoles
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
    database = open_database(settings.database_url)
    heard: list[Callable[[Facts], None]] = []

    def committed(facts: Facts) -> None:
        for listener in heard:
            listener(facts)

    work = SharedWork(database, now, committed)
    views, people, roles = SqlViews(database, now), SqlPeople(database, now), SqlRoles(database, now)
    outbox, due = SqlOutbox(database, now), SqlDue(database)
    texts = load_texts()
    bot = make_bot(settings.bot_token, settings.telegram_api_url)
    try:
        me = await asked(bot.me)
    except BaseException:  # also when nobody waits for the answer any more
        await bot.session.close()
        await database.close()
        raise
    account = await first_account(database)
    chat_id = settings.admin_chat_id or (account.admin_chat_id if account else None)
    if chat_id is not None:
        chat_id = await group_now(database, chat_id)
    if account is not None and chat_id is not None:
        await bind_group(database, account.id, chat_id)
    group_languages = SqlGroupLanguages(database, now)
    language = await group_languages.language() or ADMIN_LANGUAGE
    group = Group(chat_id, language, partial(move_group, database), group_languages.language)
    calendar = SqlCalendar(database, now, committed)
    rooms = Rooms(
        work,
        views,
        people,
        now,
        calendar=calendar,
        texts=lambda code: texts.get(code, texts[ADMIN_LANGUAGE]),
        presets=SqlPresets(database, now),
        questions=SqlQuestions(database, now),
        link=lambda payload: f"https://t.me/{me.username}?start={payload}",
        imports=ImportDesk(bot, database, now, committed),
        roles=roles,
        group_languages=group_languages,
    )
    admins = Admins(bot, time.monotonic)
    visitors = Visitors(views, people, time.monotonic, tuple(texts))
    limits = Limits(time.monotonic)
    answers = Answers(bot, limits, people.place_question)
    group.changed = lambda: answers.soon(register_group(bot, texts, group.chat_id, group.language))

    async def blocked(telegram_id: int) -> None:
        person_id = await people.set_reachable(telegram_id, False)
        if person_id is not None:
            await pass_on(person_id)

    async def unreachable(person_id: int) -> None:
        person = await views.person_by_id(person_id)
        if person is not None and person.telegram_id is not None:
            visitors.forget(person.telegram_id)
            await people.set_reachable(person.telegram_id, False)
        await pass_on(person_id)

    async def pass_on(person_id: int) -> None:
        for offer in await due.open_offers_of(person_id):
            with contextlib.suppress(*offers.OVER):
                await offers.withdraw_unreachable(work, offer.event_id, offer.id)

    def moved(new_chat: int) -> None:
        if group.chat_id is not None:
            answers.soon(group.moved(group.chat_id, new_chat))

    rights = Rights(admins, roles)

    async def topics_forbidden(chat: int) -> None:
        await outbox.alert("topics-forbidden", str(chat), {}, again=False)

    async def topics_allowed(chat: int) -> None:
        await outbox.resolve("topics-forbidden", str(chat))

    topics = Topics(
        bot,
        SqlTopics(database),
        lambda key: texts.get(group.language, texts[ADMIN_LANGUAGE]).plain(key),
        topics_forbidden,
        topics_allowed,
        time.monotonic,
    )
    place = Place(group, rights, views, outbox, lambda: postman.wake())
    postman = Postman(
        bot=bot,
        outbox=outbox,
        work=work,
        render=partial(_render, views, texts, now, group),
        unreachable=unreachable,
        admin_chat=lambda: group.chat_id,
        moved=moved,
        limits=limits,
        now=now,
        topics=topics,
        shut_out=place.lost,
    )
    jobs = SqlJobs(database, now)
    presence = Presence(work, due, jobs, now, outbox.alert, polls=not settings.webhook_url)
    history = partial(_seal, SqlSeals(database, now), SqlAnchors(database, now))
    slots = calendar.cut_slots
    clock = Clock(work, due, jobs, now, outbox.alert, outbox.resolve, presence.check, history, slots)
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
        blocked=blocked,
        alert=outbox.alert,
        username=me.username or "",
    )
    return House(
        settings, now, database, bot, work, views, people, outbox, due, texts, group, admins, rights, topics,
        visitors, answers, presence, clock, postman, intake,
    )  # fmt: skip


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

"""Parts of the house that are made of several of the cellar: the admins' group and its topics, what handlers know, what
happens by itself."""

from collections.abc import Callable
from functools import partial

from aiogram import Bot
from aiogram.types import User

from bot.batch_watch import BatchWatch
from bot.cellar import Cellar
from bot.clock import Clock
from bot.group import Group
from bot.imports import ImportDesk
from bot.presence import Presence
from bot.reader import ADMIN_LANGUAGE
from bot.settings import Settings
from bot.topics import Topics
from engine.services import schedule
from handlers.door import Rooms, Texts
from storage.account import bind_group, first_account, group_now, move_group
from storage.anchors import SqlAnchors
from storage.jobs import SqlJobs
from storage.presets import SqlPresets
from storage.questions import SqlQuestions
from storage.seals import SqlSeals
from storage.telling import SqlTelling
from storage.topics import SqlTopics


def rooms_of(cellar: Cellar, bot: Bot, me: User, texts: dict[str, Texts]) -> Rooms:
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
        imports=ImportDesk(bot, database, now, cellar.committed),
        roles=cellar.roles,
        group_languages=cellar.group_languages,
        months=cellar.months,
        runs=cellar.runs,
        repairs=cellar.repairs,
        schedules=cellar.schedules,
        locks=cellar.locks,
    )


async def group_of(settings: Settings, cellar: Cellar) -> Group:
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


def topics_of(
    cellar: Cellar, bot: Bot, texts: dict[str, Texts], group: Group, monotonic: Callable[[], float]
) -> Topics:
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
        monotonic,
    )


def clock_of(settings: Settings, cellar: Cellar) -> tuple[Presence, Clock]:
    """What happens by itself, and whether it could."""
    database, work, due, now, outbox = cellar.database, cellar.work, cellar.due, cellar.now, cellar.outbox
    jobs = SqlJobs(database, now)
    presence = Presence(
        work, due, jobs, cellar.months, cellar.repairs, now, outbox.alert, polls=not settings.webhook_url
    )
    history = partial(_seal, SqlSeals(database, now), SqlAnchors(database, now))
    slots = cellar.calendar.cut_slots
    batch = BatchWatch(due, cellar.views, cellar.runs, outbox).look
    plan = partial(_plan, cellar)
    clock = Clock(
        work,
        due,
        jobs,
        now,
        outbox.alert,
        outbox.resolve,
        presence.check,
        history,
        slots,
        cellar.months,
        plan,
        cellar.repairs,
        cellar.locks,
        batch,
        cellar.runs,
        SqlTelling(database, now).tell,
    )
    return presence, clock


async def _plan(cellar: Cellar) -> int:
    return await schedule.run_due(cellar.schedules, cellar.runs, cellar.now())


async def _seal(seals: SqlSeals, anchors: SqlAnchors) -> int:
    sealed = await seals.seal()
    await anchors.tell()
    return sealed

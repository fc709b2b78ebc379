"""Parts of the house that are made of several of the cellar: the admins' group and its topics, what handlers know, what
happens by itself."""

from collections.abc import Callable
from functools import partial

from aiogram import Bot
from aiogram.types import User

from bot.cellar import Cellar
from bot.clock import Clock
from bot.group import Group
from bot.imports import ImportDesk
from bot.jobs.listed import jobs_of
from bot.presence import Presence
from bot.reader import ADMIN_LANGUAGE
from bot.settings import Settings
from bot.topics import Topics
from handlers.door import Rooms, Texts
from storage.account import bind_group, first_account, group_now, move_group
from storage.jobs import SqlJobs
from storage.presets import SqlPresets
from storage.questions import SqlQuestions
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
    outbox, rows = cellar.outbox, SqlJobs(cellar.database, cellar.now)
    presence = Presence(
        cellar.work,
        cellar.due,
        rows,
        cellar.months,
        cellar.repairs,
        cellar.now,
        outbox.alert,
        polls=not settings.webhook_url,
    )
    jobs = jobs_of(cellar, rows)
    return presence, Clock(jobs, rows, cellar.now, outbox.alert, outbox.resolve, presence.check)

"""The house put together on a prepared database: one object for each room's part."""

import time
from dataclasses import dataclass
from functools import partial

from aiogram import Bot
from aiogram.types import User

from bot.admins import Admins
from bot.answering import Answers
from bot.carrier import Carrier
from bot.cellar import Cellar, open_cellar
from bot.commands import register_group
from bot.flood import Flood
from bot.group import Group
from bot.house import House
from bot.intake import Intake
from bot.limits import Limits
from bot.localization import load_texts
from bot.moment import Now
from bot.parts import clock_of, group_of, rooms_of, topics_of
from bot.place import Place
from bot.postman import Postman
from bot.reader import written
from bot.rights import Rights
from bot.settings import Settings
from bot.silent import Silent
from bot.start import asked
from bot.telegram import make_bot
from bot.topics import Topics
from bot.visitors import Visitors
from handlers.door import Texts
from storage.database import Database


@dataclass(frozen=True, slots=True)
class _Hall:
    """What stands on the cellar and is known to those who carry the post and take updates in."""

    cellar: Cellar
    bot: Bot
    me: User
    texts: dict[str, Texts]
    group: Group
    rights: Rights
    visitors: Visitors
    limits: Limits
    answers: Answers
    silent: Silent
    topics: Topics


async def furnish(settings: Settings, now: Now) -> House:
    """Nothing runs yet."""
    cellar = open_cellar(settings, now)
    bot = make_bot(settings.bot_token, settings.telegram_api_url)
    me = await _met(bot, cellar.database)
    admins = Admins(bot, time.monotonic)
    hall = _hall(cellar, bot, me, await group_of(settings, cellar), admins)
    place = Place(hall.group, hall.rights, cellar.views, cellar.outbox, lambda: postman.wake())
    postman = _postman(hall, place)
    presence, clock = clock_of(settings, cellar)
    cellar.committed.listeners += [clock.heard, lambda _: postman.wake()]
    return House(
        settings, now, cellar.database, bot, cellar.work, cellar.views, cellar.people, cellar.outbox, cellar.due,
        cellar.runs, hall.texts, hall.group, admins, hall.rights, hall.topics, hall.visitors, hall.answers, presence,
        clock, postman, _intake(hall, place),
    )  # fmt: skip


async def _met(bot: Bot, database: Database) -> User:
    """The bot as Telegram knows it; without an answer everything is closed again."""
    try:
        return await asked(bot.me)
    except BaseException:  # also when nobody waits for the answer any more
        await bot.session.close()
        await database.close()
        raise


def _hall(cellar: Cellar, bot: Bot, me: User, group: Group, admins: Admins) -> _Hall:
    """The group's menu of commands follows its language."""
    texts, limits = load_texts(), Limits(time.monotonic)
    visitors = Visitors(cellar.views, cellar.people, time.monotonic, tuple(texts))
    answers = Answers(bot, limits, cellar.people.place_question)
    group.changed = lambda: answers.soon(register_group(bot, texts, group.chat_id, group.language))
    return _Hall(
        cellar,
        bot,
        me,
        texts,
        group,
        Rights(admins, cellar.roles),
        visitors,
        limits,
        answers,
        Silent(cellar.work, cellar.views, cellar.people, cellar.due, visitors.forget),
        topics_of(cellar, bot, texts, group, time.monotonic),
    )


def _postman(hall: _Hall, place: Place) -> Postman:
    """Carries the letters; a group that has another number by now keeps its account."""
    cellar, group = hall.cellar, hall.group

    def moved(new_chat: int) -> None:
        if group.chat_id is not None:
            hall.answers.soon(group.moved(group.chat_id, new_chat))

    carrier = Carrier(
        bot=hall.bot,
        outbox=cellar.outbox,
        work=cellar.work,
        render=partial(written, cellar.views, hall.texts, cellar.now, group),
        unreachable=hall.silent.unreachable,
        moved=moved,
        limits=hall.limits,
        now=cellar.now,
        topics=hall.topics,
        shut_out=place.lost,
    )
    return Postman(carrier, cellar.outbox, lambda: group.chat_id, hall.limits)


def _intake(hall: _Hall, place: Place) -> Intake:
    """Takes updates in."""
    return Intake(
        rooms=rooms_of(hall.cellar, hall.bot, hall.me, hall.texts),
        answers=hall.answers,
        visitors=hall.visitors,
        rights=hall.rights,
        flood=Flood(time.monotonic),
        group=hall.group,
        place=place,
        topics=hall.topics,
        blocked=hall.silent.blocked,
        alert=hall.cellar.outbox.alert,
        username=hall.me.username or "",
    )

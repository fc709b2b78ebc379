"""Everything that runs, in one object."""

import asyncio
from dataclasses import dataclass

from aiogram import Bot

from bot.admins import Admins
from bot.answering import Answers
from bot.clock import Clock
from bot.group import Group
from bot.intake import Intake
from bot.moment import Now
from bot.postman import Postman
from bot.presence import Presence
from bot.rights import Rights
from bot.settings import Settings
from bot.topics import Topics
from bot.visitors import Visitors
from handlers.door import Texts
from storage.database import Database
from storage.due import SqlDue
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.runs import SqlRuns
from storage.views import SqlViews
from storage.work import SharedWork


@dataclass(slots=True)
class House:
    """Made by `bot.furnish`, served by `bot.serve`."""

    settings: Settings
    now: Now
    database: Database
    bot: Bot
    work: SharedWork
    views: SqlViews
    people: SqlPeople
    outbox: SqlOutbox
    due: SqlDue
    runs: SqlRuns
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

"""The account and its people."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from engine.questions import Answers
from engine.views import Account, Person
from storage.database import Database
from storage.tables import accounts, events, participants
from storage.views import cards, placed, questions, selects
from storage.views.gathering import Gathering
from storage.views.sql.looking import Looking


class HouseViews(Looking):
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        super().__init__(database, now)
        self._persons = Gathering(self._on_telegram)

    async def account(self) -> Account | None:
        return await self._look(
            lambda reading: reading.one(sa.select(accounts).order_by(accounts.c.id).limit(1), cards.account)
        )

    async def is_ours(self, event_id: int) -> bool:
        first = sa.select(accounts.c.id).order_by(accounts.c.id).limit(1).scalar_subquery()
        found = sa.select(events.c.id).where(events.c.id == event_id, events.c.account_id == first)
        return await self._look(lambda reading: reading.one(found, bool)) is not None

    async def person(self, telegram_id: int) -> Person | None:
        return await self._persons.one(telegram_id)

    async def _on_telegram(self, telegram_ids: list[int]) -> Mapping[int, Person]:
        found = await self._look(lambda reading: reading.persons(telegram_ids), snapshot=False)
        return {person.telegram_id: person for person in found if person.telegram_id is not None}

    async def person_by_id(self, person_id: int) -> Person | None:
        return await self._look(
            lambda reading: reading.one(selects.PERSON, cards.person, id=person_id), snapshot=False
        )

    async def people_named(self, text: str, limit: int) -> Sequence[Person]:
        name = participants.c.name  # SQLite knows only the capitals of plain letters
        spelt = {text, text.lower(), text.capitalize(), text.title()}
        found = sa.or_(
            sa.func.lower(name).contains(text.lower(), autoescape=True),
            *(name.contains(way, autoescape=True) for way in sorted(spelt)),
        )
        chosen = sa.select(participants).where(found).order_by(name, participants.c.id).limit(limit)
        return await self._look(lambda reading: [cards.person(row) for row in reading.rows(chosen)])

    async def names_of(self, person_ids: Sequence[int]) -> Mapping[int, str]:
        """What people are called."""
        return await self._look(lambda reading: placed.names_of(reading.connection, person_ids))

    async def answered_before(self, person_id: int, service_id: int) -> Answers:
        """What the person has answered last, at any event of the service or in any of its lines."""
        return await self._look(
            lambda reading: questions.answered_before(reading.connection, person_id, service_id)
        )

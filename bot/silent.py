"""People who cannot be written to: they are marked, and what they were offered goes to whoever is next."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from engine.ports import Work
from engine.services import offers
from storage.due import SqlDue
from storage.people import SqlPeople
from storage.views import SqlViews


@dataclass(frozen=True, slots=True)
class Silent:
    """`forget` drops what is remembered of somebody."""

    work: Work
    views: SqlViews
    people: SqlPeople
    due: SqlDue
    forget: Callable[[int], None]

    async def blocked(self, telegram_id: int) -> None:
        """Telegram says that the person has blocked the bot."""
        person_id = await self.people.set_reachable(telegram_id, False)
        if person_id is not None:
            await self._pass_on(person_id)

    async def unreachable(self, person_id: int) -> None:
        """A letter has met with that."""
        person = await self.views.person_by_id(person_id)
        if person is not None and person.telegram_id is not None:
            self.forget(person.telegram_id)
            await self.people.set_reachable(person.telegram_id, False)
        await self._pass_on(person_id)

    async def _pass_on(self, person_id: int) -> None:
        for offer in await self.due.open_offers_of(person_id):
            with contextlib.suppress(*offers.OVER):
                await offers.withdraw_unreachable(self.work, offer.event_id, offer.id)

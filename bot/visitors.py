"""Who is at the door: participants by their Telegram id, remembered for a minute, as every tap begins with this."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from bot.localization import pick_language
from engine.ports import People
from engine.views import Person, Views
from handlers.names import clean_name

KEPT_SECONDS = 60.0
MOST_KEPT = 50_000


class User(Protocol):
    """What Telegram tells of a user."""

    @property
    def id(self) -> int: ...
    @property
    def full_name(self) -> str: ...
    @property
    def language_code(self) -> str | None: ...


class Visitors:
    """Finds participants, and makes the row at the first contact."""

    def __init__(
        self, views: Views, people: People, time: Callable[[], float], languages: tuple[str, ...]
    ) -> None:
        self._views, self._people, self._time, self._languages = views, people, time, languages
        self._known: OrderedDict[int, tuple[float, Person]] = OrderedDict()

    async def find(self, user: User) -> Person:
        """The participant; new ones are met."""
        at, person = self._known.get(user.id, (float("-inf"), None))
        if person is not None and self._time() - at <= KEPT_SECONDS:
            return person
        found = await self._views.person(user.id)
        if found is None or not found.reachable:
            return await self.meet(user)
        return self._keep(user.id, found)

    async def meet(self, user: User) -> Person:
        """The participant, with the name and language that Telegram tells now."""
        language = pick_language(user.language_code, self._languages)
        await self._people.meet(user.id, clean_name(user.full_name) or str(user.id), language)
        person = await self._views.person(user.id)
        if person is None:
            raise LookupError(user.id)
        return self._keep(user.id, person)

    def forget(self, telegram_id: int) -> None:
        """What is remembered is not true any more."""
        self._known.pop(telegram_id, None)

    def _keep(self, telegram_id: int, person: Person) -> Person:
        self._known[telegram_id] = (self._time(), person)
        if len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        return person

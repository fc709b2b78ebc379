"""What a letter is written with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engine.views import BookingCard, EntryCard, EventCard, OfferCard, Person, Views
from handlers.door import Html, Texts
from handlers.keyboards import titled

Data = Mapping[str, int | str | bool]


@dataclass(frozen=True, slots=True)
class Desk:
    """`data` is what the letter knows; everything else is read now. Nobody is shown another person's rows."""

    data: Data
    reader: Person
    texts: Texts
    views: Views
    now: datetime

    def id(self, name: str) -> int:
        """An id in the letter's data; 0, which nothing has, when it is missing."""
        value = self.data.get(name, 0)
        return value if isinstance(value, int) else 0

    def word(self, name: str) -> str:
        """A word in the letter's data."""
        return str(self.data.get(name, ""))

    async def event(self) -> EventCard | None:
        """The event the letter is about."""
        return await self.views.event(self.id("event"))

    async def booking(self, booking_id: int) -> BookingCard | None:
        """The reader's booking."""
        found = await self.views.booking(booking_id)
        return found if found is not None and found.person_id == self.reader.id else None

    async def entry(self) -> EntryCard | None:
        """The reader's place in line."""
        found = await self.views.entry(self.id("entry"))
        return found if found is not None and found.person_id == self.reader.id else None

    async def offer(self) -> OfferCard | None:
        """The reader's offer."""
        found = await self.views.offer(self.id("offer"))
        return found if found is not None and found.person_id == self.reader.id else None

    def about(self, key: str, event: EventCard, **values: object) -> Html:
        """A sentence about an event."""
        return self.texts.say(key, **titled(self.texts, event), **values)

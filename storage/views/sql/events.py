"""Services, their events and how these are handled."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.views import (
    EventCard,
    EventNamed,
    Grouping,
    IndividualCard,
    Page,
    PresetCard,
    ServiceCard,
    ServiceQuestions,
    ServiceRules,
    SlotCard,
    SplitCard,
)
from storage.tables import events, services
from storage.views import automation, cards, month, placed, questions, selects, slots, splits
from storage.views.reading import Reading
from storage.views.sql.looking import Looking, first


class EventViews(Looking):
    async def services(self) -> Sequence[ServiceCard]:
        return await self._services()

    async def service(self, service_id: int) -> ServiceCard | None:
        return first(await self._services(services.c.id == service_id))

    async def service_by_code(self, code: str) -> ServiceCard | None:
        return first(await self._services(services.c.code == code))

    async def _services(self, *where: sa.ColumnElement[bool]) -> Sequence[ServiceCard]:
        return await self._look(lambda reading: reading.services(*where))

    async def events(self, service_id: int | None, offset: int, limit: int) -> Page[EventCard]:
        """Open events that have not begun, by start; of one service, or of all groups."""

        def look(reading: Reading) -> Page[EventCard]:
            of = slots.OF_GROUPS if service_id is None else events.c.service_id == service_id
            where = [cards.upcoming(reading.now), of]
            chosen = cards.EVENTS.where(*where).order_by(events.c.starts_at, events.c.id)
            found = reading.rows(chosen.offset(offset).limit(limit))
            total = reading.count(events, *where)
            return Page(list(reading.event_cards(found).values()), offset, total)

        return await self._look(look)

    async def past_events(self, offset: int, limit: int) -> Page[EventCard]:
        """Events of groups that have begun or do not take place, the newest first."""

        def look(reading: Reading) -> Page[EventCard]:
            where = sa.and_(sa.not_(cards.upcoming(reading.now)), slots.OF_GROUPS)
            chosen = cards.EVENTS.where(where).order_by(events.c.starts_at.desc(), events.c.id.desc())
            found = reading.rows(chosen.offset(offset).limit(limit))
            return Page(list(reading.event_cards(found).values()), offset, reading.count(events, where))

        return await self._look(look)

    async def event(self, event_id: int) -> EventCard | None:
        return await self._event(selects.EVENT, id=event_id)

    async def event_by_code(self, code: str) -> EventCard | None:
        chosen = cards.EVENTS.where(events.c.code == code).order_by(events.c.id).limit(1)
        return await self._event(chosen)

    async def _event(self, chosen: sa.Select[Any], **values: Any) -> EventCard | None:
        return first(
            await self._look(lambda reading: reading.event_cards(reading.rows(chosen, **values)).values())
        )

    async def individual(self, service_id: int) -> IndividualCard | None:
        one = services.c.id == service_id
        return first(await self._database.look(lambda connection: slots.individuals(connection, one)))

    async def individuals(self) -> Sequence[IndividualCard]:
        return await self._database.look(slots.individuals)

    async def slots(self, service_id: int, since: datetime, until: datetime) -> Sequence[SlotCard]:
        return await self._look(lambda reading: slots.slots(reading, service_id, since, until))

    async def siblings(self, event_id: int, grouping: Grouping) -> Sequence[EventCard]:
        return await self._look(lambda reading: splits.siblings(reading, event_id, grouping))

    async def joined(self, event_ids: Sequence[int]) -> Mapping[int, datetime]:
        return await self._database.look(lambda connection: splits.joined(connection, event_ids))

    async def split(self, split_id: int) -> SplitCard | None:
        return await self._database.look(lambda connection: splits.split(connection, split_id))

    async def service_questions(self, service_id: int) -> ServiceQuestions | None:
        return await self._look(lambda reading: questions.service_questions(reading.connection, service_id))

    async def service_rules(self, service_id: int) -> ServiceRules | None:
        """How the service's lines are handled."""
        return await self._look(
            lambda reading: automation.service_rules(reading.connection, service_id, reading.now)
        )

    async def bookable_ids(self) -> Sequence[int]:
        """The events of all services that can still be booked."""
        return await self._look(lambda reading: automation.bookable_ids(reading.connection, reading.now))

    async def presets(self) -> Sequence[PresetCard]:
        """Every version of every preset."""
        return await self._look(lambda reading: automation.preset_cards(reading.connection, reading.now))

    async def events_of(self, event_ids: Sequence[int]) -> Mapping[int, EventNamed]:
        """What events are called."""
        return await self._look(lambda reading: placed.events_of(reading.connection, event_ids))

    async def too_few(self, event_ids: Collection[int]) -> Collection[int]:
        """See `engine.views.Views.too_few`."""
        return await self._look(lambda reading: reading.too_few(event_ids))

    async def wishers(self, event_id: int) -> int:
        """See `engine.views.Views.wishers`."""
        return await self._look(lambda reading: month.wishers(reading.connection, event_id))

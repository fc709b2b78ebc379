"""Who has what: bookings, places in line, offers, requests and held seats."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa

from engine.rules.candidates import in_turn, out_of_turn
from engine.state import State
from engine.views import (
    BookingCard,
    EntryCard,
    HoldCard,
    Mine,
    OfferCard,
    OutOfTurn,
    Page,
    RequestCard,
    Standing,
)
from storage.selects import PLACE
from storage.tables import bookings, entries, events, holds, offers, requests
from storage.views import cards, selects
from storage.views.reading import Reading
from storage.views.selects import ASKING, HOLDING, PENDING
from storage.views.sql.looking import Looking, first

IN_ORDER = (entries.c.priority.desc(), entries.c.seq, entries.c.id)


class PlaceViews(Looking):
    async def standing(self, event_id: int, person_id: int) -> Standing:
        """What one person has at one event; the reserve list is that of the event's service."""

        def look(reading: Reading) -> Standing:
            mine = reading.mine(selects.AT_EVENT, person=person_id, event=event_id)
            return Standing(
                booking=first(mine.bookings),
                entry=first(entry for entry in mine.entries if entry.event is not None),
                offer=first(mine.offers),
                reserve=first(entry for entry in mine.entries if entry.event is None),
                request=first(mine.requests),
            )

        return await self._look(look)

    async def mine(self, person_id: int) -> Mine:
        """Everything a person has in the future: at events that are not over, and on reserve lists."""
        return await self._look(
            lambda reading: reading.mine(selects.AHEAD, person=person_id, now=reading.now)
        )

    async def booking(self, booking_id: int) -> BookingCard | None:
        return first(await self._look(lambda reading: reading.bookings(selects.BOOKING, id=booking_id)))

    async def entry(self, entry_id: int) -> EntryCard | None:
        return first(await self._look(lambda reading: reading.entries(selects.ENTRY, id=entry_id)))

    async def offer(self, offer_id: int) -> OfferCard | None:
        return first(await self._look(lambda reading: reading.offers(selects.OFFER, id=offer_id)))

    async def request(self, request_id: int) -> RequestCard | None:
        return first(await self._look(lambda reading: reading.requests(selects.REQUEST, id=request_id)))

    async def bookings(self, event_id: int, offset: int, limit: int) -> Page[BookingCard]:
        """Those that hold seats, in the order they were made."""
        where = (bookings.c.event_id == event_id, HOLDING)
        chosen = cards.BOOKINGS.where(*where).order_by(bookings.c.created_at, bookings.c.id)
        return await self._look(
            lambda reading: Page(
                reading.bookings(chosen.offset(offset).limit(limit)),
                offset,
                reading.count(bookings, *where),
            )
        )

    async def line(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place in the event's line, in order; where lots are drawn, in the order of the draw."""
        where = (entries.c.event_id == event_id, PLACE)

        def look(reading: Reading) -> Page[EntryCard]:
            drawn = reading.drawn(event_id, where)
            if drawn is None:
                return _places(reading, where, offset, limit)
            return Page(reading.entries_by_id(drawn[offset : offset + limit]), offset, len(drawn))

        return await self._look(look)

    async def reserve(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place on the reserve list of the event's service, in order."""
        service_id = sa.select(events.c.service_id).where(events.c.id == event_id).scalar_subquery()
        where = (entries.c.event_id.is_(None), entries.c.service_id == service_id, PLACE)
        return await self._look(lambda reading: _places(reading, where, offset, limit))

    async def in_turn(self, event_id: int, limit: int) -> Sequence[EntryCard]:
        """Whom a free seat could go to, best first, as the rules see it."""

        def judge(state: State) -> list[int]:
            return [entry.id for entry in islice(in_turn(state), limit)]

        return await self._look(lambda reading: reading.entries_by_id(reading.judged(event_id, judge) or ()))

    async def out_of_turn(self, event_id: int) -> OutOfTurn:
        """Who waits and is passed over, as the rules see it."""
        return await self._look(lambda reading: reading.judged(event_id, out_of_turn) or OutOfTurn())

    async def offers(self, event_id: int, offset: int, limit: int) -> Page[OfferCard]:
        """Open ones, oldest first."""
        where = (offers.c.event_id == event_id, PENDING)
        chosen = cards.OFFERS.where(*where).order_by(offers.c.created_at, offers.c.id)
        return await self._look(
            lambda reading: Page(
                reading.offers(chosen.offset(offset).limit(limit)), offset, reading.count(offers, *where)
            )
        )

    async def requests(self, event_id: int, offset: int, limit: int) -> Page[RequestCard]:
        """Open ones, oldest first."""
        where = (requests.c.event_id == event_id, ASKING)
        chosen = cards.REQUESTS.where(*where).order_by(requests.c.created_at, requests.c.id)
        return await self._look(
            lambda reading: Page(
                reading.requests(chosen.offset(offset).limit(limit)), offset, reading.count(requests, *where)
            )
        )

    async def holds(self, event_id: int) -> Sequence[HoldCard]:
        """Those that hold seats, oldest first."""
        chosen = cards.HOLDS.where(holds.c.event_id == event_id)
        return await self._look(lambda reading: [cards.hold(row) for row in reading.rows(chosen)])


def _places(reading: Reading, where: Sequence[Any], offset: int, limit: int) -> Page[EntryCard]:
    """A stretch of one line, in its order."""
    chosen = cards.LISTED.where(*where).order_by(*IN_ORDER).offset(offset).limit(limit)
    return Page(reading.entries(chosen, first=offset), offset, reading.count(entries, *where))

"""One look at the database: every statement of one screen, in one snapshot."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from engine.rules.candidates import draw
from engine.state import State
from engine.views import BookingCard, EntryCard, EventCard, Mine, OfferCard, Person, RequestCard, ServiceCard
from storage.glance import glance
from storage.selects import id_list, in_ids
from storage.settings import resolve
from storage.tables import entries, events, facts, offers, services
from storage.views import cards, selects
from storage.views.numbers import Numbers, numbers
from storage.views.selects import Own, listed

T = TypeVar("T")
Events = Mapping[int, EventCard]


class Reading:
    """Rows become cards together, so that the number of statements does not grow with the number of rows."""

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self._dialect = connection.dialect.name

    def rows(self, statement: sa.Select[Any], **values: Any) -> Sequence[Any]:
        return self.connection.execute(statement, values).all()

    def one(self, statement: sa.Select[Any], card: Callable[[Any], T], **values: Any) -> T | None:
        """The card of the one row, None without it."""
        row = self.connection.execute(statement, values).one_or_none()
        return None if row is None else card(row)

    def count(self, table: sa.Table, *where: sa.ColumnElement[bool] | sa.TextClause) -> int:
        statement = sa.select(sa.func.count()).select_from(table).where(*where)
        return int(self.connection.execute(statement).scalar_one())

    def persons(self, telegram_ids: Sequence[int]) -> list[Person]:
        found = self.rows(listed(self._dialect).on_telegram, ids=id_list(telegram_ids, self._dialect))
        return [cards.person(row) for row in found]

    def event_cards(self, event_rows: Sequence[Any], *, counted: bool = True) -> dict[int, EventCard]:
        """By id, in the order of the rows."""
        found = numbers(self.connection, event_rows, self.now) if counted else {}
        return {row.id: cards.event(row, found.get(row.id, Numbers()), self.now) for row in event_rows}

    def events_of(self, found: Iterable[Any], *, counted: bool = True) -> Events:
        """The cards of all events that these rows belong to."""
        return self.cards_of({row.event_id for row in found if row.event_id is not None}, counted=counted)

    def cards_of(self, event_ids: Collection[int], *, counted: bool = True) -> Events:
        """The cards of these events."""
        if not event_ids:
            return {}
        event_rows = self.rows(listed(self._dialect).events, ids=id_list(sorted(event_ids), self._dialect))
        return self.event_cards(event_rows, counted=counted)

    def too_few(self, event_ids: Iterable[int]) -> set[int]:
        """See `engine.views.Views.too_few`."""
        return {
            card.id for card in self.cards_of(set(event_ids)).values() if card.booked < max(card.minimum, 1)
        }

    def services(self, *where: sa.ColumnElement[bool]) -> list[ServiceCard]:
        """In the order they were made."""
        found = self.rows(sa.select(services).where(*where).order_by(services.c.id))
        ids = [row.id for row in found]
        here = in_ids(events.c.service_id, ids, self.connection)
        coming = self.rows(cards.EVENTS.where(here, cards.upcoming(self.now))) if ids else []
        counted = numbers(self.connection, coming, self.now)
        return [
            ServiceCard(
                id=row.id,
                code=row.code,
                names=row.names,
                descriptions=row.descriptions,
                upcoming=sum(event.service_id == row.id for event in coming),
                free=sum(counted[event.id].public for event in coming if event.service_id == row.id),
                kind=row.kind,
            )
            for row in found
        ]

    def bookings(
        self, statement: sa.Select[Any], *, counted: bool = True, **values: Any
    ) -> list[BookingCard]:
        """Without `counted` the numbers of their events are not asked for, and are 0."""
        found = self.rows(statement, **values)
        event_cards = self.events_of(found, counted=counted)
        return [cards.booking(row, event_cards) for row in found]

    def entries(
        self, statement: sa.Select[Any], *, first: int | None = None, **values: Any
    ) -> list[EntryCard]:
        """With `first` the rows are a stretch of one line from that place on, in order."""
        found = self.rows(statement, **values)
        return self.entry_cards(found, self.events_of(found), first)

    def entry_cards(
        self, found: Sequence[Any], event_cards: Events, first: int | None = None
    ) -> list[EntryCard]:
        ahead = [row.ahead for row in found] if first is None else range(first, first + len(found))
        return [cards.entry(row, event_cards, place) for row, place in zip(found, ahead, strict=True)]

    def entries_by_id(self, ids: Sequence[int]) -> list[EntryCard]:
        """In the order of the ids."""
        found = self.entries(listed(self._dialect).entries, ids=id_list(ids, self._dialect))
        by_id = {card.id: card for card in found}
        return [by_id[entry_id] for entry_id in ids]

    def judged(self, event_id: int, judge: Callable[[State], T]) -> T | None:
        """What a rule says of an event that nobody has locked; None for no such event."""
        event_rows = self.rows(selects.EVENT, id=event_id)
        return glance(self.connection, event_rows, judge).get(event_id)

    def drawn(self, event_id: int, where: Sequence[Any]) -> list[int] | None:
        """The ids of the places that meet the conditions in the order of the draw; None where none is held."""
        (event,) = self.rows(selects.EVENT, id=event_id) or (None,)
        if event is None or (rules := resolve(event).offer).order != "lottery":
            return None
        places = self.rows(sa.select(entries.c.id, entries.c.event_id, entries.c.priority).where(*where))
        return [row.id for row in sorted(places, key=lambda row: (-row.priority, draw(rules.seed, row)))]

    def offers(self, statement: sa.Select[Any], **values: Any) -> list[OfferCard]:
        found = self.rows(statement, **values)
        return self.offer_cards(found, self.events_of(found))

    def offer_cards(self, found: Sequence[Any], event_cards: Events) -> list[OfferCard]:
        """An entry's own event is the offer's, or there is none: it stands on a reserve list."""
        if not found:
            return []
        ids = id_list(sorted({row.entry_id for row in found}), self._dialect)
        entry_rows = self.rows(listed(self._dialect).entries, ids=ids)
        by_id = {card.id: card for card in self.entry_cards(entry_rows, event_cards)}
        homes = self._homes([card for card in by_id.values() if card.source == "split"])
        return [cards.offer(row, event_cards, by_id, homes) for row in found]

    def _homes(self, guests: Sequence[EntryCard]) -> dict[int, EntryCard]:
        """By a place at a sibling, the one that its person waits at otherwise: as the balancing's offer said."""
        ids = [card.id for card in guests]
        if not ids:
            return {}
        made = sa.and_(
            facts.c.subject == "offer", facts.c.subject_id == offers.c.id, facts.c.kind == "OfferMade"
        )
        said = sa.select(offers.c.entry_id, offers.c.person_id, facts.c.data).join(facts, made)
        asked = self.rows(
            said.where(in_ids(offers.c.entry_id, ids, self.connection), offers.c.split_id.is_not(None))
        )
        places = {row.entry_id: (row.data["instead_of"], row.person_id) for row in asked}
        where = sa.tuple_(entries.c.event_id, entries.c.person_id).in_(sorted(set(places.values())))
        found = self.entries(cards.ENTRIES.where(where, entries.c.source != "split").order_by(entries.c.id))
        newest = {(card.event.id, card.person_id): card for card in found if card.event is not None}
        return {guest: newest[place] for guest, place in places.items() if place in newest}

    def requests(self, statement: sa.Select[Any], **values: Any) -> list[RequestCard]:
        found = self.rows(statement, **values)
        event_cards = self.events_of(found)
        return [cards.request(row, event_cards) for row in found]

    def mine(self, own: Own, **values: Any) -> Mine:
        """Bookings, places in line, offers and requests that these statements find, by the start of their event."""
        booking_rows, entry_rows = self.rows(own.bookings, **values), self.rows(own.entries, **values)
        offer_rows, request_rows = self.rows(own.offers, **values), self.rows(own.requests, **values)
        event_cards = self.events_of([*booking_rows, *entry_rows, *offer_rows, *request_rows])
        booking_cards = [cards.booking(row, event_cards) for row in booking_rows]
        entry_cards = self.entry_cards(entry_rows, event_cards)
        return Mine(
            bookings=sorted(booking_cards, key=lambda card: card.event.starts_at),
            entries=sorted(entry_cards, key=self._start),
            offers=self.offer_cards(offer_rows, event_cards),
            requests=[cards.request(row, event_cards) for row in request_rows],
        )

    def _start(self, card: EntryCard) -> tuple[bool, datetime]:
        """Reserve lists last."""
        return (card.event is None, card.event.starts_at if card.event else self.now)

"""`engine.views.Views` on a database."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from engine.planning import Document
from engine.questions import Answers
from engine.repairs import RepairMove
from engine.rules.candidates import in_turn, out_of_turn
from engine.state import State
from engine.views import (
    Account,
    AdjustmentCard,
    BookingCard,
    Change,
    ChoiceCard,
    Deed,
    EntryCard,
    EventCard,
    EventNamed,
    ExportChoices,
    Grouping,
    HoldCard,
    IndividualCard,
    InterestCard,
    Invitation,
    Known,
    LockingCard,
    Mine,
    OfferCard,
    OutOfTurn,
    Page,
    PeriodCard,
    Person,
    PinOffCard,
    PlaceChange,
    PlacedCard,
    PresetCard,
    RepairCard,
    RepairLine,
    RequestCard,
    ResultCard,
    RunCard,
    RunEventCard,
    RunHead,
    RunNumbers,
    RunPersonCard,
    ScheduleCard,
    ServiceCard,
    ServiceQuestions,
    ServiceRules,
    ShortCard,
    SlotCard,
    Sought,
    SplitCard,
    Standing,
    TellingCard,
    UnlockCard,
    VersionsCounted,
    WishCard,
)
from storage.database import Database
from storage.tables import (
    accounts,
    bookings,
    entries,
    events,
    facts,
    holds,
    offers,
    participants,
    requests,
    services,
)
from storage.views import (
    automation,
    cards,
    exports,
    history,
    locks,
    metrics,
    month,
    placed,
    questions,
    repairs,
    results,
    runs,
    selects,
    slots,
    splits,
)
from storage.views.gathering import Gathering
from storage.views.reading import Reading
from storage.views.selects import ASKING, HOLDING, PENDING, PLACE

T = TypeVar("T")

PLACELESS = ("account", "service", "period", "lock", "unlock", "repair")
"""What facts are about that belong to no event."""

IN_ORDER = (entries.c.priority.desc(), entries.c.seq, entries.c.id)


class SqlViews:
    """See `engine.views.Views`. `now` tells the time."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._persons = Gathering(self._on_telegram)

    async def _look(self, look: Callable[[Reading], T], *, snapshot: bool = True) -> T:
        """`snapshot` False: a single statement."""
        return await self._database.look(
            lambda connection: look(Reading(connection, self._now())), snapshot=snapshot
        )

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

    async def services(self) -> Sequence[ServiceCard]:
        return await self._services()

    async def service(self, service_id: int) -> ServiceCard | None:
        return _first(await self._services(services.c.id == service_id))

    async def service_by_code(self, code: str) -> ServiceCard | None:
        return _first(await self._services(services.c.code == code))

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

    async def individual(self, service_id: int) -> IndividualCard | None:
        one = services.c.id == service_id
        return _first(await self._database.look(lambda connection: slots.individuals(connection, one)))

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

    async def event(self, event_id: int) -> EventCard | None:
        return await self._event(selects.EVENT, id=event_id)

    async def event_by_code(self, code: str) -> EventCard | None:
        chosen = cards.EVENTS.where(events.c.code == code).order_by(events.c.id).limit(1)
        return await self._event(chosen)

    async def _event(self, chosen: sa.Select[Any], **values: Any) -> EventCard | None:
        return _first(
            await self._look(lambda reading: reading.event_cards(reading.rows(chosen, **values)).values())
        )

    async def standing(self, event_id: int, person_id: int) -> Standing:
        """What one person has at one event; the reserve list is that of the event's service."""

        def look(reading: Reading) -> Standing:
            mine = reading.mine(selects.AT_EVENT, person=person_id, event=event_id)
            return Standing(
                booking=_first(mine.bookings),
                entry=_first(entry for entry in mine.entries if entry.event is not None),
                offer=_first(mine.offers),
                reserve=_first(entry for entry in mine.entries if entry.event is None),
                request=_first(mine.requests),
            )

        return await self._look(look)

    async def mine(self, person_id: int) -> Mine:
        """Everything a person has in the future: at events that are not over, and on reserve lists."""
        return await self._look(
            lambda reading: reading.mine(selects.AHEAD, person=person_id, now=reading.now)
        )

    async def booking(self, booking_id: int) -> BookingCard | None:
        return _first(await self._look(lambda reading: reading.bookings(selects.BOOKING, id=booking_id)))

    async def entry(self, entry_id: int) -> EntryCard | None:
        return _first(await self._look(lambda reading: reading.entries(selects.ENTRY, id=entry_id)))

    async def offer(self, offer_id: int) -> OfferCard | None:
        return _first(await self._look(lambda reading: reading.offers(selects.OFFER, id=offer_id)))

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

    async def last_deed(self, kinds: Sequence[str], row_id: int | None, event_id: int) -> Deed | None:
        """The last of the event's facts of one of these kinds, about this row or (None) about any; what is set for the
        whole account, or for a service, is set for the event."""
        here = sa.or_(facts.c.event_id == event_id, facts.c.subject.in_(PLACELESS))
        where = [here, facts.c.kind.in_(kinds)]
        if row_id is not None:
            where.append(facts.c.subject_id == row_id)
        chosen = cards.DEEDS.where(*where).order_by(facts.c.id.desc()).limit(1)
        return await self._look(lambda reading: reading.one(chosen, cards.deed))

    async def offers(self, event_id: int, offset: int, limit: int) -> Page[OfferCard]:
        """Open ones, oldest first."""
        where = (offers.c.event_id == event_id, PENDING)
        chosen = cards.OFFERS.where(*where).order_by(offers.c.created_at, offers.c.id)
        return await self._look(
            lambda reading: Page(
                reading.offers(chosen.offset(offset).limit(limit)), offset, reading.count(offers, *where)
            )
        )

    async def request(self, request_id: int) -> RequestCard | None:
        return _first(await self._look(lambda reading: reading.requests(selects.REQUEST, id=request_id)))

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

    async def changes(self, sought: Sought, offset: int, limit: int) -> Sequence[Change]:
        """Newest first."""
        return await self._look(lambda reading: history.changes(reading.connection, sought, offset, limit))

    async def known_as(self, name: str, limit: int) -> Sequence[Known]:
        """Whose names have these words in them, whatever their case and accents."""
        return await self._look(lambda reading: history.known_as(reading.connection, name, limit))

    async def known(self, row_id: int, *, is_admin: bool) -> Known | None:
        return await self._look(lambda reading: history.known(reading.connection, row_id, is_admin=is_admin))

    async def service_questions(self, service_id: int) -> ServiceQuestions | None:
        return await self._look(lambda reading: questions.service_questions(reading.connection, service_id))

    async def answered_before(self, person_id: int, service_id: int) -> Answers:
        """What the person has answered last, at any event of the service or in any of its lines."""
        return await self._look(
            lambda reading: questions.answered_before(reading.connection, person_id, service_id)
        )

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

    async def periods(self) -> Sequence[PeriodCard]:
        """Every month that was opened and is not over."""
        return await self._look(lambda reading: month.coming(reading.connection, reading.now))

    async def period(self, period_id: int) -> PeriodCard | None:
        return await self._look(lambda reading: month.period(reading.connection, period_id))

    async def wish(self, period_id: int, person_id: int) -> WishCard | None:
        """What somebody wants of a period."""
        return await self._look(lambda reading: month.wish(reading.connection, period_id, person_id))

    async def choices(self, period_id: int, person_id: int) -> Sequence[ChoiceCard]:
        """Every event of the month that the person can wish for."""
        return await self._look(
            lambda reading: month.choices(reading.connection, period_id, person_id, reading.now)
        )

    async def dates_in(self, wanted: str) -> int:
        """See `engine.views.Views.dates_in`."""
        return await self._look(lambda reading: month.dates_in(reading.connection, wanted, reading.now))

    async def interest(self, period_id: int) -> Sequence[InterestCard]:
        """Who wants what."""
        return await self._look(lambda reading: month.interest(reading.connection, period_id, reading.now))

    async def too_few(self, event_ids: Collection[int]) -> Collection[int]:
        """See `engine.views.Views.too_few`."""
        return await self._look(lambda reading: reading.too_few(event_ids))

    async def invitation(self, link: int) -> Invitation | None:
        return await self._look(lambda reading: month.invitation(reading.connection, link))

    async def result(self, result_id: int) -> ResultCard | None:
        return await self._look(lambda reading: results.result(reading, result_id))

    async def results_of(self, person_id: int) -> Sequence[ResultCard]:
        """See `engine.views.Views.results_of`."""
        return await self._look(lambda reading: results.results_of(reading, person_id))

    async def wishers(self, event_id: int) -> int:
        """See `engine.views.Views.wishers`."""
        return await self._look(lambda reading: month.wishers(reading.connection, event_id))

    async def wishes_for(self, event_id: int, person_id: int) -> Sequence[WishCard]:
        """See `engine.views.Views.wishes_for`."""
        return await self._look(lambda reading: month.wishes_for(reading.connection, event_id, person_id))

    async def lost_places(self, period_id: int) -> int:
        """See `engine.views.Views.lost_places`."""
        return await self._look(lambda reading: repairs.lost_places(reading.connection, period_id))

    async def free_dates(self, period_id: int) -> Sequence[EventCard]:
        """The coming dates of a month with seats that nobody waits for."""
        return await self._look(lambda reading: month.free_dates(reading, period_id))

    async def month_with_losses(self, event_id: int) -> int | None:
        """See `engine.views.Views.month_with_losses`."""
        return await self._look(lambda reading: repairs.month_with_losses(reading.connection, event_id))

    async def repair(self, repair_id: int) -> RepairCard | None:
        return await self._look(lambda reading: repairs.repair(reading.connection, repair_id))

    async def repairs(self, period_id: int) -> Sequence[RepairCard]:
        """See `engine.views.Views.repairs`."""
        return await self._look(lambda reading: repairs.open_of(reading.connection, period_id))

    async def repair_lines(self, moves: Sequence[RepairMove]) -> Sequence[RepairLine]:
        """See `engine.views.Views.repair_lines`."""
        return await self._look(lambda reading: repairs.lines_of(reading.connection, moves))

    async def schedule(self) -> ScheduleCard | None:
        """See `engine.views.Views.schedule`."""
        return await self._look(lambda reading: repairs.schedule(reading.connection))

    async def locking(self, period_id: int) -> LockingCard | None:
        return await self._look(lambda reading: locks.locking(reading.connection, period_id))

    async def unlock(self, unlock_id: int) -> UnlockCard | None:
        return await self._look(lambda reading: locks.unlock(reading.connection, unlock_id))

    async def place_changes(self, unlock_id: int) -> Sequence[PlaceChange]:
        """See `engine.views.Views.place_changes`."""
        return await self._look(lambda reading: locks.changes_of(reading.connection, unlock_id, reading.now))

    async def runs(self, period_id: int) -> Sequence[RunHead]:
        """See `engine.views.Views.runs`."""
        return await self._look(lambda reading: runs.heads_of(reading.connection, period_id))

    async def run_cards(self, run_ids: Collection[int]) -> Sequence[RunCard]:
        """See `engine.views.Views.run_cards`."""
        return await self._look(lambda reading: runs.cards(reading.connection, run_ids))

    async def run_events(self, run_id: int) -> Sequence[RunEventCard]:
        """See `engine.views.Views.run_events`."""
        return await self._look(lambda reading: placed.events_in(reading.connection, run_id))

    async def run_people(
        self, run_id: int, event_id: int | None, offset: int, limit: int
    ) -> Page[PlacedCard]:
        """Whom a version places."""
        return await self._look(
            lambda reading: placed.people_in(reading.connection, run_id, event_id, offset, limit)
        )

    async def run_pins_off(self, run_id: int) -> Sequence[PinOffCard]:
        """See `engine.views.Views.run_pins_off`."""
        return await self._look(lambda reading: placed.pins_off_of(reading.connection, run_id))

    async def run_short(self, run_id: int, offset: int, limit: int) -> Page[ShortCard]:
        """Who gets fewer than they want."""
        return await self._look(lambda reading: placed.short_in(reading.connection, run_id, offset, limit))

    async def run_person(self, run_id: int, person_id: int) -> RunPersonCard | None:
        return await self._look(lambda reading: placed.person_in(reading.connection, run_id, person_id))

    async def month_deed(self, kinds: Sequence[str], period_id: int) -> Deed | None:
        """See `engine.views.Views.month_deed`."""
        chosen = placed.deeds(kinds, period_id)
        return await self._look(lambda reading: reading.one(chosen, cards.deed))

    async def telling(self, period_id: int) -> TellingCard:
        """Letters with results."""
        return await self._look(lambda reading: placed.telling(reading.connection, period_id))

    async def names_of(self, person_ids: Sequence[int]) -> Mapping[int, str]:
        """What people are called."""
        return await self._look(lambda reading: placed.names_of(reading.connection, person_ids))

    async def events_of(self, event_ids: Sequence[int]) -> Mapping[int, EventNamed]:
        """What events are called."""
        return await self._look(lambda reading: placed.events_of(reading.connection, event_ids))

    async def run_numbers(self, period_id: int) -> Sequence[RunNumbers]:
        """See `engine.views.Views.run_numbers`."""
        return await self._look(lambda reading: metrics.of_period(reading.connection, period_id))

    async def month_numbers(self, limit: int) -> Sequence[RunNumbers]:
        """See `engine.views.Views.month_numbers`."""
        return await self._look(lambda reading: metrics.of_months(reading.connection, limit))

    async def versions(self, period_id: int) -> VersionsCounted:
        """See `engine.views.Views.versions`."""
        return await self._look(
            lambda reading: metrics.versions(reading.connection, period_id), snapshot=False
        )

    async def adjustments(self, period_id: int) -> Sequence[AdjustmentCard]:
        """See `engine.views.Views.adjustments`."""
        return await self._look(lambda reading: runs.adjustments_of(reading.connection, period_id))

    async def taken_back(self, period_id: int) -> bool:
        """See `engine.views.Views.taken_back`."""
        return await self._look(lambda reading: runs.taken_back(reading.connection, period_id))

    async def months(self) -> Sequence[PeriodCard]:
        """See `engine.views.Views.months`."""
        return await self._look(lambda reading: month.opened(reading.connection))

    async def export_choices(self, period_id: int) -> ExportChoices | None:
        """See `engine.views.Views.export_choices`."""
        return await self._look(lambda reading: exports.choices(reading.connection, period_id))

    async def export(self, period_id: int, number: int) -> Document | None:
        """See `engine.views.Views.export`."""
        return await self._look(
            lambda reading: exports.export(reading.connection, period_id, number, reading.now)
        )


def _places(reading: Reading, where: Sequence[Any], offset: int, limit: int) -> Page[EntryCard]:
    """A stretch of one line, in its order."""
    chosen = cards.LISTED.where(*where).order_by(*IN_ORDER).offset(offset).limit(limit)
    return Page(reading.entries(chosen, first=offset), offset, reading.count(entries, *where))


def _first(found: Iterable[T]) -> T | None:
    return next(iter(found), None)

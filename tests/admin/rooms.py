"""An account in memory: the real rules decide on it, views read from it. Small enough to be seen through."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar, cast

from engine.change import after
from engine.facts import Fact
from engine.ports import Act, Actor, AdminQuestion, Ask, Draft, Facts, Look, Rule, Steps, WideRule
from engine.refusals import EventUnknown, PresetInUse
from engine.rules.automation import halted
from engine.rules.candidates import claimed, draw, in_turn, out_of_turn
from engine.settings import Choice, Mode, Rules, Settings, choices_of, under
from engine.state import ACTIVE_ENTRY, Booking, Entry, Event, Hold, Line, Offer, Request, State
from engine.views import (
    Account,
    BookingCard,
    Change,
    Deed,
    EntryCard,
    EventCard,
    HoldCard,
    OfferCard,
    OutOfTurn,
    Page,
    Person,
    PresetCard,
    RequestCard,
    ServiceRules,
    Sought,
)
from storage import admin_questions

T = TypeVar("T")

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
START = datetime(2026, 12, 1, 17, tzinfo=UTC)
EVENT = 9_000_000_000_000_000_001  # as long as an id can be in a button
PEOPLE = {1: "Anna <b>", 2: "Béla & Co", 3: "Csilla", 4: "Dora", 5: "Emil"}


@dataclass
class House:
    """One event; plays both the work and the views."""

    state: State
    known: int = 8_000_000_000_000_000_000
    asks: list[Ask] = field(default_factory=list)
    history: list[tuple[Fact, Actor, datetime]] = field(default_factory=list)
    now: datetime = NOW
    asked: dict[int, admin_questions.Kept] = field(default_factory=dict)
    saved: list[PresetCard] = field(default_factory=list)

    # --- the work

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        steps = await self.decide_wide(ask, lambda states, act: [(EVENT, rule(states[EVENT], act))])
        return [fact for _, facts in steps for fact in facts]

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        """Of the one event that there is."""
        if {ask.event_id, *ask.also} != {EVENT}:
            raise EventUnknown
        steps = rule({EVENT: self.state}, Act(self.now, ask.by, self._new_id, ask.reason))
        self.asks.append(ask)
        for _, facts in steps:
            self.state = after(self.state, facts, self.now)
            self.history += [(fact, ask.by, self.now) for fact in facts]
        return steps

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        act = Act(self.now, ask.by, count(-1, -1).__next__, ask.reason)
        return look(dict.fromkeys(ask.event_ids, self.state), act)

    # --- presets

    async def save(self, by: Actor, reason: str, name: str, mode: Mode, rules: Rules) -> int:
        newest = [preset for preset in self.saved if preset.name == name][-1:]
        for preset in newest:
            if (preset.mode, preset.rules) == (mode, dict(rules)):
                return preset.id
        version = 1 + sum(preset.version for preset in newest)
        made = PresetCard(self._new_id(), name, version, mode, dict(rules), 0, by.name, self.now)
        self.saved.append(made)
        return made.id

    async def delete(self, by: Actor, reason: str, preset_id: int) -> None:
        if any(preset.id == preset_id and preset.used for preset in await self.presets()):
            raise PresetInUse(count=1)
        self.saved = [preset for preset in self.saved if preset.id != preset_id]

    async def presets(self) -> Sequence[PresetCard]:
        choices = choices_of(self.state.settings)
        used = [choices.event.preset, choices.service.preset]
        return [replace(preset, used=used.count(preset.id)) for preset in self.saved]

    def _new_id(self) -> int:
        self.known += 1
        return self.known

    # --- the views

    async def event(self, event_id: int) -> EventCard | None:
        return self._event() if event_id == EVENT else None

    async def events(self, service_id: int | None, offset: int, limit: int) -> Page[EventCard]:
        return _page([self._event()] * 20, offset, limit)

    async def past_events(self, offset: int, limit: int) -> Page[EventCard]:
        return _page([self._event()] * 20, offset, limit)

    async def individuals(self) -> Sequence[object]:
        return []

    async def siblings(self, event_id: int, grouping: str) -> Sequence[EventCard]:
        return [self._event()] if event_id == EVENT else []

    async def joined(self, event_ids: Sequence[int]) -> dict[int, datetime]:
        return {}

    async def split(self, split_id: int) -> None:
        return None

    async def admin_question(self, telegram_id: int, message_id: int) -> tuple[AdminQuestion, Draft] | None:
        found = admin_questions.find(self.asked.get(telegram_id, {"asked": []}), message_id)
        return found and (AdminQuestion(telegram_id, found[0]), found[1])

    async def admin_drafts(self, telegram_id: int) -> Sequence[Draft]:
        return admin_questions.drafts(self.asked.get(telegram_id, {"asked": []}))

    async def keep_admin_draft(self, telegram_id: int, draft: Draft, *, waits: bool = True) -> AdminQuestion:
        known = self.asked.get(telegram_id, {"asked": []})
        self.asked[telegram_id], number = admin_questions.with_question(known, draft, self.now, waits=waits)
        return AdminQuestion(telegram_id, number)

    async def close_question(self, question: AdminQuestion) -> None:
        self.asked[question.of] = admin_questions.closed(self.asked[question.of], question.number)

    async def people_named(self, text: str, limit: int) -> Sequence[Person]:
        found = [Person(n, n, name, "en", reachable=True) for n, name in PEOPLE.items() if text in name]
        return found[:limit]

    async def guest(self, name: str) -> int:
        PEOPLE[6] = name
        return 6

    async def account(self) -> Account | None:
        settings = self.state.settings
        return Account(
            1,
            "Studio <i>",
            "Europe/Budapest",
            settings.tier,
            ("en",),
            None,
            settings.auto_backfill,
            settings.booking_status,
        )

    async def bookable_ids(self) -> Sequence[int]:
        return (EVENT,)

    async def service_rules(self, service_id: int) -> ServiceRules | None:
        if service_id != self.state.event.service_id:
            return None
        choices = choices_of(self.state.settings)
        settings = under(self.state.settings, replace(choices, event=Choice()))
        own = 0 if choices.event.empty else 1
        return ServiceRules(service_id, {"en": "Yoga <i>"}, settings, (EVENT,), 1, own)

    async def person_by_id(self, person_id: int) -> Person | None:
        return Person(person_id, person_id, PEOPLE[person_id], "en", reachable=True)

    async def booking(self, booking_id: int) -> BookingCard | None:
        row = self.state.bookings.get(booking_id)
        return self._booking(row) if row else None

    async def entry(self, entry_id: int) -> EntryCard | None:
        row = self.state.entry(entry_id)
        return self._entry(row) if row else None

    async def offer(self, offer_id: int) -> OfferCard | None:
        row = self.state.offers.get(offer_id)
        return self._offer(row) if row else None

    async def bookings(self, event_id: int, offset: int, limit: int) -> Page[BookingCard]:
        rows = [self._booking(row) for row in self.state.bookings.values() if row.seats]
        return _page(rows, offset, limit)

    async def line(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        rows, rules = self._ordered(), self.state.settings.offer
        if rules.order == "lottery":
            rows = sorted(rows, key=lambda row: (-row.priority, draw(rules.seed, row)))
        return _page([self._entry(row) for row in rows], offset, limit)

    async def reserve(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        rows = [row for row in self.state.reserve.entries.values() if row.active]
        return _page([self._entry(row) for row in rows], offset, limit)

    async def in_turn(self, event_id: int, limit: int) -> Sequence[EntryCard]:
        return [self._entry(row) for row in in_turn(self.state)][:limit]

    async def out_of_turn(self, event_id: int) -> OutOfTurn:
        return out_of_turn(self.state)

    async def last_deed(self, kinds: Sequence[str], row_id: int | None, event_id: int) -> Deed | None:
        for fact, by, at in reversed(self.history):
            if type(fact).__name__ in kinds and row_id in (None, fact.id):
                name = PEOPLE[by.id] if by.kind == "person" else by.name
                return Deed(by.kind, by.id, name, at)
        return None

    async def offers(self, event_id: int, offset: int, limit: int) -> Page[OfferCard]:
        return _page([self._offer(row) for row in self.state.pending()], offset, limit)

    async def request(self, request_id: int) -> RequestCard | None:
        row = self.state.requests.get(request_id)
        return self._request(row) if row else None

    async def requests(self, event_id: int, offset: int, limit: int) -> Page[RequestCard]:
        rows = [self._request(row) for row in self.state.requests.values() if row.open]
        return _page(rows, offset, limit)

    async def changes(self, sought: Sought, offset: int, limit: int) -> Sequence[Change]:
        return []

    async def wishers(self, event_id: int) -> int:
        return 0

    async def month_with_losses(self, event_id: int) -> None:
        """It has lost no place of a month."""

    async def holds(self, event_id: int) -> Sequence[HoldCard]:
        rows = [hold for hold in self.state.holds.values() if hold.active]
        return [HoldCard(hold.id, EVENT, len(hold.seats), hold.reason, hold.by_name) for hold in rows]

    # --- how rows look

    def _ordered(self) -> list[Entry]:
        rows = [row for row in self.state.line.entries.values() if row.active]
        return sorted(rows, key=lambda row: (-row.priority, row.seq))

    def _event(self) -> EventCard:
        state, event = self.state, self.state.event
        free = len(state.free)
        return EventCard(
            id=event.id,
            code="yoga",
            service_id=1,
            service_code="yoga",
            names={"en": "Yoga <i>", "hu": "Jóga", "de": "Yoga"},
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            timezone="Europe/Budapest",
            location="Room {1} & hall",
            status=event.status,
            capacity=event.capacity,
            booked=sum(len(row.seats) for row in state.bookings.values()),
            offered=sum(len(row.seats) for row in state.pending()),
            held=sum(len(hold.seats) for hold in state.holds.values()),
            free=free,
            public=min(event.released, free) if claimed(state, NOW) else free,
            waiting=sum(state.line.active.values()),
            frozen=event.frozen,
            halted=halted(state, NOW),
            settings=state.settings,
            reserve=sum(state.reserve.active.values()),
            requests=event.requests,
        )

    def _request(self, row: Request) -> RequestCard:
        return RequestCard(
            id=row.id,
            event=self._event(),
            person_id=row.person_id,
            person_name=PEOPLE[row.person_id],
            seats=row.seats,
            names=row.names,
            status=row.status,
            asked_at=NOW,
            decided_at=row.decided_at,
            by_name=row.by_name,
            reason=row.reason,
        )

    def _booking(self, row: Booking) -> BookingCard:
        return BookingCard(
            id=row.id,
            event=self._event(),
            person_id=row.person_id,
            person_name=PEOPLE[row.person_id],
            status=row.status,
            seats=len(row.seats) or 1,
            names=row.names,
            source=row.source,
            late_from=NOW,
        )

    def _entry(self, row: Entry) -> EntryCard:
        order = [entry.id for entry in self._ordered()] if row.event_id else list(self.state.reserve.entries)
        return EntryCard(
            id=row.id,
            event=self._event() if row.event_id else None,
            service_id=1,
            service_names={"en": "Yoga"},
            person_id=row.person_id,
            person_name=PEOPLE[row.person_id],
            status=row.status,
            seats=row.seats,
            names=row.names,
            priority=row.priority,
            position=order.index(row.id) + 1 if row.status in ACTIVE_ENTRY else 0,
            misses=row.misses,
            source=row.source,
            auto_confirm=row.auto_confirm,
            windows=row.windows,
            paused_until=row.paused_until,
            reachable=row.reachable,
        )

    def _offer(self, row: Offer) -> OfferCard:
        return OfferCard(
            id=row.id,
            event=self._event(),
            entry=self._entry(self.state.line.entries[row.entry_id]),
            person_id=row.person_id,
            person_name=PEOPLE[row.person_id],
            status=row.status,
            count=row.count,
            expires_at=row.expires_at,
            last_call=row.last_call,
            delivered_at=row.delivered_at,
            ended=row.ended,
            booking_id=row.booking_id,
        )


def _page(rows: Sequence[T], offset: int, limit: int) -> Page[T]:
    return Page(rows[offset : offset + limit], offset, len(rows))


def house(mode: Mode = Mode.MANUAL, *, free: int = 0, waiting: int = 3, **event: Any) -> House:
    """An event with one booking (Emil's, pending), `free` seats and the first `waiting` people in line."""
    entries = {
        n: Entry(id=n, service_id=1, event_id=EVENT, person_id=n, seats=1, priority=0, seq=n)
        for n in range(1, waiting + 1)
    }
    line = Line(entries=entries, window=tuple(entries), waiting=waiting, active={0: waiting})
    row = Event(EVENT, 1, 1, START, START + timedelta(hours=1), capacity=free + 1, next_seq=9, round=1)
    emil = Booking(id=50, event_id=EVENT, person_id=5, status="pending", seats=(free + 1,), names=("Zoé",))
    return House(
        State(
            event=replace(row, **event),
            settings=Settings(mode=mode, timezone="Europe/Budapest"),
            free=tuple(range(1, free + 1)),
            bookings={50: emil},
            holds=cast(dict[int, Hold], {}),
            line=line,
        )
    )

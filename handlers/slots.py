"""Individual appointments: a service, a day, a time, a look at what it is, booked. One message edited in place.

A tap at a time that somebody else has by now is told so, and shows the day as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from engine.refusals import (
    EventCancelled,
    EventFull,
    EventNotOpen,
    EventStarted,
    EventUnknown,
    HeldForLine,
    Refusal,
    SlotTaken,
)
from engine.services import booking
from engine.views import BookingCard, EventCard, ServiceCard
from handlers.booking import to_confirm
from handlers.door import Answer, Button, Card, Texts, Visitor
from handlers.event_card import may_begin, rule_line
from handlers.event_lines import event_lines
from handlers.keyboards import LABEL, Rows, back, button, named, pager, pages_of, paragraphs, short, titled
from handlers.request_cards import ask_rows

MOST = 2_000  # slots of one service that are looked at: four weeks of five-minute slots on ten hours a day
SIZE, TIMES, A_ROW = 7, 24, 3
MOST_ABOUT = 1000
GONE = (EventFull, HeldForLine, EventStarted, EventNotOpen, EventCancelled, SlotTaken)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the account's zone, and its slots, by start."""

    date: date
    slots: Sequence[EventCard]

    @property
    def free(self) -> Sequence[EventCard]:
        """What anybody may book."""
        return [slot for slot in self.slots if slot.public > 0]

    @property
    def self_service(self) -> bool:
        """Whether people take them by themselves; otherwise they ask."""
        return self.slots[0].settings.self_service


def day_of(slot: EventCard) -> date:
    """The day on the wall."""
    return slot.starts_at.astimezone(ZoneInfo(slot.timezone)).date()


def clock_of(texts: Texts, slot: EventCard) -> str:
    """The time on the wall."""
    return texts.until(slot.starts_at, slot.timezone, slot.starts_at)


async def coming(visitor: Visitor, service_id: int) -> list[Day]:
    """Days with something free, the next one first; then those on which one can only wait."""
    found = (await visitor.rooms.views.events(service_id, 0, MOST)).items
    days = [Day(day, list(slots)) for day, slots in groupby(found, key=day_of)]
    return sorted(days, key=lambda day: (not day.free, day.date))


# ----------------------------------------------------------------------------------------------------- days


async def days(visitor: Visitor, service_id: int, page: int) -> Answer:
    """One page of days."""
    service = await visitor.rooms.views.service(service_id)
    if service is None:
        raise EventUnknown
    return Answer(card=await days_card(visitor, service, page))


async def days_card(visitor: Visitor, service: ServiceCard, page: int, first: Refusal | None = None) -> Card:
    """A button for each day; where nothing is free, the way to wait for any time."""
    texts = visitor.texts
    found = await coming(visitor, service.id)
    pages = pages_of(len(found), SIZE)
    page = min(max(page, 1), pages)
    rows = [[_day(texts, service.id, day)] for day in found[(page - 1) * SIZE : page * SIZE]]
    about = short(texts.name(service.descriptions), MOST_ABOUT)
    text = paragraphs(
        texts.say(first.key) if first else None,
        texts.say("events-head", service=texts.name(service.names)),
        texts.say("events-about", about=about) if about else None,
        texts.say(_choose(found)),
    )
    wait = await _waiting(visitor, found)
    turning = pager(texts, page, pages, "days", service.id)
    return Card(text, [*rows, *turning, *wait, await _way_back(visitor)])


def _choose(found: Sequence[Day]) -> str:
    if not found:
        return "slots-none"
    if found[0].free:
        return "slots-choose-day"
    return "slots-all-taken" if found[0].self_service else "slots-all-taken-ask"


def _day(texts: Texts, service_id: int, day: Day) -> Button:
    words = texts.day_of(day.slots[0].starts_at, day.slots[0].timezone)
    key = "label-day-free" if day.free else "label-day-full"
    label = texts.plain(key, day=words, count=len(day.free))
    return named(label, "slots", service_id, day.date.toordinal())


async def _waiting(visitor: Visitor, found: Sequence[Day]) -> Rows:
    """The place on the service's list; while something is free, nobody needs one."""
    if not found:
        return []
    event_id = found[0].slots[0].id
    standing = await visitor.rooms.views.standing(event_id, visitor.person.id)
    if standing.reserve is not None:
        return [[button(visitor.texts, "button-reserve", "entry", standing.reserve.id)]]
    if found[0].free or not found[0].self_service:
        return []
    return [[button(visitor.texts, "button-slots-wait", "anywhere", event_id, style="primary")]]


async def _way_back(visitor: Visitor) -> list[Button]:
    only = len(await visitor.rooms.views.services()) == 1
    return back(visitor.texts, "home" if only else "services")


# ---------------------------------------------------------------------------------------------------- times


async def slots(visitor: Visitor, service_id: int, ordinal: int, page: int = 1) -> Answer:
    """The times of a day. One that is over, or has nothing any more, leads to the days that have."""
    return Answer(card=await slots_card(visitor, service_id, ordinal, page=page))


async def slots_card(
    visitor: Visitor, service_id: int, ordinal: int, first: Refusal | None = None, *, page: int = 1
) -> Card:
    """Free times as buttons, and behind them those that one can wait for."""
    texts = visitor.texts
    service = await visitor.rooms.views.service(service_id)
    if service is None:
        raise EventUnknown
    day = next((day for day in await coming(visitor, service_id) if day.date.toordinal() == ordinal), None)
    if day is None:
        return await days_card(visitor, service, 1, first)
    full = [slot for slot in day.slots if slot not in day.free]
    text = paragraphs(
        texts.say(first.key) if first else None,
        texts.say("slots-head", event=texts.name(service.names), day=_words(texts, day)),
        texts.say("slots-choose-time" if day.free else "slots-day-full"),
        texts.say("slots-waiting-note" if day.self_service else "slots-asking-note") if full else None,
    )
    times = [named(clock_of(texts, slot), "slot", slot.id) for slot in day.free]
    times += [named(f"⏳ {clock_of(texts, slot)}", "event", slot.id) for slot in full]
    rows = _in_rows(texts, times, page, "slots", service_id, ordinal)
    return Card(text, [*rows, back(texts, "days", service_id, 1)])


def _words(texts: Texts, day: Day) -> str:
    return texts.day_of(day.slots[0].starts_at, day.slots[0].timezone)


def _in_rows(texts: Texts, times: Sequence[Button], page: int, verb: str, *args: int) -> Rows:
    """A page of times, some in a row; a day of short appointments has more than Telegram takes buttons."""
    pages = pages_of(len(times), TIMES)
    page = min(max(page, 1), pages)
    some = list(times[(page - 1) * TIMES : page * TIMES])
    rows = [some[at : at + A_ROW] for at in range(0, len(some), A_ROW)]
    return [*rows, *pager(texts, page, pages, verb, *args)]


def service_label(texts: Texts, service: ServiceCard) -> str:
    """The one line of an individual service in the list of services."""
    key = "label-slots" if service.free else "label-slots-full" if service.upcoming else "label-service-none"
    name = texts.name(service.names)
    over = len(texts.plain(key, service=name, free=service.free)) - LABEL
    return texts.plain(key, service=short(name, max(len(name) - max(over, 0), 1)), free=service.free)


# ------------------------------------------------------------------------------------------------ one time


async def slot(visitor: Visitor, event_id: int) -> Answer:
    """What would be booked. Raises SlotTaken, EventUnknown."""
    event = await _event(visitor, event_id)
    now = visitor.rooms.now()
    if event.public < 1 or not may_begin(event, now):
        raise SlotTaken
    text = paragraphs(
        event_lines(visitor.texts, event),
        visitor.say("slots-confirm" if event.settings.self_service else "slots-ask"),
        rule_line(visitor.texts, event, now),
    )
    return Answer(card=Card(text, [*_take(visitor.texts, event), back_to_day(visitor.texts, event)]))


def _take(texts: Texts, event: EventCard) -> Rows:
    """Book it, or ask for it where the organiser decides."""
    if not event.settings.self_service:
        return ask_rows(texts, event, several=False)
    return [[button(texts, "button-slot-book", "slot-book", event.id, style="primary")]]


async def slot_book(visitor: Visitor, event_id: int) -> Answer:
    """Booked; the letter about it rewrites the tapped message."""
    facts = await booking.book(visitor.rooms.work, visitor.tap, event_id)
    return Answer(visitor.plain("toast-requested" if to_confirm(facts) else "toast-booked"))


async def fresh(visitor: Visitor, event_id: int, refusal: Refusal) -> Card | None:
    """The day of a slot as it is now."""
    event = await visitor.rooms.views.event(event_id)
    if event is None:
        return None
    return await slots_card(visitor, event.service_id, day_of(event).toordinal(), refusal)


def back_to_day(texts: Texts, slot: EventCard) -> list[Button]:
    """To the times of its day."""
    return back(texts, "slots", slot.service_id, day_of(slot).toordinal())


async def _event(visitor: Visitor, event_id: int) -> EventCard:
    event = await visitor.rooms.views.event(event_id)
    if event is None or not event.settings.individual:
        raise EventUnknown
    return event


# -------------------------------------------------------------------------------------------- another time


async def other_days(visitor: Visitor, mine: BookingCard, page: int) -> Card:
    """A booked slot goes to another time: the days that have one."""
    texts = visitor.texts
    found = [day for day in await coming(visitor, mine.event.service_id) if day.free]
    pages = pages_of(len(found), SIZE)
    page = min(max(page, 1), pages)
    ids = (mine.event.id, mine.id)
    rows = [[_other_day(texts, ids, day)] for day in found[(page - 1) * SIZE : page * SIZE]]
    key = "reschedule-choose" if found else "reschedule-none"
    text = texts.say(key, **titled(texts, mine.event), seats=mine.seats)
    return Card(
        text, [*rows, *pager(texts, page, pages, "reschedule", *ids), back(texts, "event", mine.event.id)]
    )


def _other_day(texts: Texts, ids: tuple[int, int], day: Day) -> Button:
    label = texts.plain("label-day-free", day=_words(texts, day), count=len(day.free))
    return named(label, "reschedule-day", *ids, day.date.toordinal())


async def other_times(visitor: Visitor, mine: BookingCard, ordinal: int, page: int) -> Card:
    """The free times of such a day; of one that has none any more, the days again."""
    texts = visitor.texts
    found = await coming(visitor, mine.event.service_id)
    day = next((day for day in found if day.date.toordinal() == ordinal and day.free), None)
    if day is None:
        return await other_days(visitor, mine, 1)
    ids = (mine.event.id, mine.id)
    times = [named(clock_of(texts, slot), "reschedule-to", *ids, slot.id) for slot in day.free]
    rows = _in_rows(texts, times, page, "reschedule-day", *ids, ordinal)
    head = texts.say("slots-head", event=texts.name(mine.event.names), day=_words(texts, day))
    text = paragraphs(head, texts.say("slots-choose-time"))
    return Card(text, [*rows, back(texts, "reschedule", *ids, 1)])

"""Slots of an individual service as admins see them: the days to come, and who comes on one of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from engine.refusals import ButtonStale, ServiceUnknown
from engine.views import EventCard, IndividualCard, SlotCard
from handlers.admin.layout import back, label, lines, named, titled
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html

DAY, WEEK = timedelta(days=1), timedelta(days=7)
AHEAD = timedelta(days=62)  # further than any slot
A_PAGE = 10
TIMES = 24


async def slots(admin: Admin, service_id: int, ordinal: int, page: int) -> Answer:
    """A day: every slot, and who comes; a long one on pages. Raises ServiceUnknown, ButtonStale."""
    service = await admin.rooms.views.individual(service_id)
    if service is None:
        raise ServiceUnknown
    if not date.min.toordinal() + 9 <= ordinal <= date.max.toordinal() - 9:
        raise ButtonStale
    day = date.fromordinal(ordinal)
    begin = _midnight(day, service.zone)
    found = await admin.rooms.views.slots(service_id, begin, _midnight(day + DAY, service.zone))
    booked = sum(bool(slot.people) for slot in found)
    text = lines(
        admin.say(
            "slots-head", event=admin.texts.name(service.names), day=admin.texts.day_of(begin, service.zone)
        ),
        admin.say("slots-booked", booked=booked, total=len(found)) if found else admin.say("slots-day-none"),
    )
    last = max(-(-len(found) // TIMES) - 1, 0)
    page = min(page, last)
    shown = found[page * TIMES : (page + 1) * TIMES]
    rows = [[Button(_label(admin, slot), pack("a-event", slot.event.id))] for slot in shown]
    before = (ordinal, page - 1) if page > 0 else (await _day_before(admin, service, day), 0)
    behind = (ordinal, page + 1) if page < last else (await _day_behind(admin, service, day), 0)
    turn = [
        Button(admin.plain("admin-button-earlier"), pack("a-slots", service_id, *before)),
        Button(admin.plain("admin-button-later"), pack("a-slots", service_id, *behind)),
    ]
    return Answer(card=Card(text, [*rows, turn, back(admin, "a-individual", service_id, 0)]))


async def _day_before(admin: Admin, service: IndividualCard, day: date) -> int:
    """The last one with slots in the week before, or else the day before."""
    since, until = _midnight(day - WEEK, service.zone), _midnight(day, service.zone)
    found = await admin.rooms.views.slots(service.id, since, until)
    return (day_of(found[-1].event) if found else day - DAY).toordinal()


async def _day_behind(admin: Admin, service: IndividualCard, day: date) -> int:
    """The first one with slots in the week after, or else the day after."""
    since, until = _midnight(day + DAY, service.zone), _midnight(day + DAY + WEEK, service.zone)
    found = await admin.rooms.views.slots(service.id, since, until)
    return (day_of(found[0].event) if found else day + DAY).toordinal()


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _label(admin: Admin, slot: SlotCard) -> str:
    event = slot.event
    at = admin.texts.until(event.starts_at, event.timezone, event.starts_at)
    if event.status == "cancelled":
        return label(admin.texts, "label-slot-cancelled", at=at)
    if slot.people:
        key = "label-slot-who-waiting" if event.in_line else "label-slot-who"
        return label(admin.texts, key, at=at, name=named(", ".join(slot.people)), waiting=event.in_line)
    return label(admin.texts, "label-slot-kept" if event.public < 1 else "label-slot-free", at=at)


# ---------------------------------------------------------------------------------------------- days to come


async def day_buttons(admin: Admin, service: IndividualCard, page: int) -> list[list[Button]]:
    """A button for each day that has slots, from today on, with how many of them are booked."""
    today = admin.rooms.now().astimezone(ZoneInfo(service.zone)).date()
    begin = _midnight(today, service.zone)
    found = await admin.rooms.views.slots(service.id, begin, begin + AHEAD)
    days = [(day, list(of_day)) for day, of_day in groupby(found, key=lambda slot: day_of(slot.event))]
    last = max(-(-len(days) // A_PAGE) - 1, 0)
    page = min(page, last)
    rows = [_in_twos(admin, service, days[page * A_PAGE : (page + 1) * A_PAGE])] if days else []
    turn = []
    if page > 0:
        turn.append(Button(admin.plain("admin-button-earlier"), pack("a-individual", service.id, page - 1)))
    if page < last:
        turn.append(Button(admin.plain("admin-button-later"), pack("a-individual", service.id, page + 1)))
    return [*(row for group in rows for row in group), *([turn] if turn else [])]


def _in_twos(
    admin: Admin, service: IndividualCard, days: Sequence[tuple[date, Sequence[SlotCard]]]
) -> list[list[Button]]:
    shown = [
        Button(
            label(
                admin.texts,
                "label-slots-day",
                day=admin.texts.day_of(of_day[0].event.starts_at, service.zone),
                booked=sum(bool(slot.people) for slot in of_day),
                total=len(of_day),
            ),
            pack("a-slots", service.id, day.toordinal(), 0),
        )
        for day, of_day in days
    ]
    return [shown[at : at + 2] for at in range(0, len(shown), 2)]


def day_of(event: EventCard) -> date:
    """The day on the wall."""
    return event.starts_at.astimezone(ZoneInfo(event.timezone)).date()


# ------------------------------------------------------------------------------------------- outside the hours


async def taken_by(admin: Admin, event_id: int) -> Html | None:
    """A slot in a line: when, and who comes or how many wait."""
    event = await admin.rooms.views.event(event_id)
    if event is None:
        return None
    people = [card.person_name for card in (await admin.rooms.views.bookings(event_id, 0, 1)).items]
    when = titled(admin.texts, event)["when"]
    if people:
        return admin.say("slots-stay-who", when=when, name=named(people[0]))
    return admin.say("slots-stay-waiting", when=when, waiting=event.in_line + event.requests)

"""An event gets another time, chosen by steps in its own zone, or does not take place."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from engine import facts as f
from engine.rules.dates import reconfirm_by
from engine.services import dates as service
from engine.views import EventCard
from handlers.admin import found
from handlers.admin.layout import back, head, lines
from handlers.admin.outcome import changed
from handlers.admin.reasons import NOT_AT_ALL, OTHER_DATE, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html

TOLD = (f.BookingCancelled, f.EntryClosed, f.OfferWithdrawn, f.RequestClosed, f.WisherTold)
"""What people hear of when a date does not take place."""
MINUTE = timedelta(minutes=1)
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = (
    ("admin-step-week-less", -7),
    ("admin-step-day-less", -1),
    ("admin-step-day", 1),
    ("admin-step-week", 7),
)
MINUTES = (
    ("admin-step-hour-less", -60),
    ("admin-step-quarter-less", -15),
    ("admin-step-quarter", 15),
    ("admin-step-hour", 60),
)


def in_minutes(moment: datetime) -> int:
    """A moment as a button keeps it: whole minutes since 2020."""
    return (moment - EPOCH) // MINUTE


def moment_of(minutes: int) -> datetime:
    """The moment in a button; years away is as good as never."""
    return EPOCH + MINUTE * min(minutes, 60 * 24 * 365 * 100)


def later(moment: datetime, days: int, zone: str) -> datetime:
    """The same wall time so many days later. An hour that is skipped that night is the next one that there is."""
    local = moment.astimezone(ZoneInfo(zone)) + timedelta(days=days)
    return local.astimezone(UTC)


async def date(admin: Admin, event_id: int, minutes: int) -> Answer:
    """When it should begin; 0 is as it is."""
    event = await found.event(admin.rooms.views, event_id)
    wanted = moment_of(minutes) if minutes else event.starts_at
    same = wanted == event.starts_at
    when = admin.texts.when(wanted, event.timezone)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-date-choose") if same else admin.say("admin-date-new", new=when),
    )
    move = Button(admin.plain("admin-button-date-set"), pack("a-date-ask", event_id, in_minutes(wanted)))
    rows = [*steps(admin, event, wanted, "a-date"), *([] if same else [[move]])]
    return Answer(card=Card(text, [*rows, back(admin, "a-more", event_id)]))


def steps(admin: Admin, event: EventCard, wanted: datetime, verb: str) -> list[list[Button]]:
    """Buttons to a moment a bit earlier or later, as long as it lies ahead."""

    def button(key: str, to: datetime) -> Button:
        return Button(admin.plain(key), pack(verb, event.id, in_minutes(to)))

    ahead = admin.rooms.now()
    days = [(key, later(wanted, step, event.timezone)) for key, step in DAYS]
    minutes = [(key, wanted + step * MINUTE) for key, step in MINUTES]
    return [row for steps in (days, minutes) if (row := [button(key, to) for key, to in steps if to > ahead])]


async def date_ask(admin: Admin, event_id: int, minutes: int) -> Answer:
    """What another time means for everybody, and why?"""
    event = await found.event(admin.rooms.views, event_id)
    wanted = moment_of(minutes)
    until = reconfirm_by(wanted, admin.rooms.now())
    new = admin.texts.when(wanted, event.timezone)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-date", new=new, booked=event.booked, waiting=event.in_line),
        admin.say("admin-date-reconfirm", until=admin.texts.when(until, event.timezone))
        if until is not None and event.booked
        else None,
        admin.say("admin-date-offers", offered=event.offered) if event.offered else None,
        await _wished(admin, event_id),
        admin.say("admin-ask-reason"),
    )
    choices = buttons(admin.texts, "admin-button-date-because", "a-date-set", [event_id, minutes], OTHER_DATE)
    return Answer(card=Card(text, [*choices, back(admin, "a-date", event_id, minutes)]))


async def date_set(admin: Admin, event_id: int, minutes: int, reason: int) -> Answer:
    """The event moves, and everybody hears of it."""
    event = await found.event(admin.rooms.views, event_id)
    starts_at = moment_of(minutes)
    ends_at = starts_at + (event.ends_at - event.starts_at)
    facts = await service.move_date(
        admin.rooms.work, with_reason(admin, reason), event_id, starts_at, ends_at
    )
    new = admin.texts.when(starts_at, event.timezone)
    return await changed(admin, event_id, facts, "admin-done-date", new=new)


async def off_ask(admin: Admin, event_id: int) -> Answer:
    """Who is concerned, and why?"""
    return Answer(card=await _off_card(admin, event_id, back(admin, "a-more", event_id)))


async def off_of_month(admin: Admin, event_id: int, period_id: int) -> Answer:
    """The same, asked from the card of its month, which it leads back to."""
    return Answer(card=await _off_card(admin, event_id, back(admin, "a-period", period_id)))


async def _off_card(admin: Admin, event_id: int, way_back: list[Button]) -> Card:
    event = await found.event(admin.rooms.views, event_id)
    wished = await _wished(admin, event_id)
    here = event.booked or event.in_line or event.offered or event.requests
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-off", booked=event.booked, waiting=event.in_line),
        admin.say("admin-event-requests", count=event.requests) if event.requests else None,
        admin.say("admin-off-everybody") if here else None,
        wished,
        admin.say("admin-off-nobody") if not (here or wished) else None,
        admin.say("admin-off-for-good"),
        admin.say("admin-ask-reason-told" if here or wished else "admin-ask-reason"),
    )
    choices = buttons(admin.texts, "admin-button-off-because", "a-off", [event_id], NOT_AT_ALL)
    return Card(text, [*choices, way_back])


async def off(admin: Admin, event_id: int, reason: int) -> Answer:
    """It does not take place; everybody hears of it, with the other dates."""
    facts = await service.call_off(admin.rooms.work, with_reason(admin, reason), event_id)
    told = any(isinstance(fact, TOLD) for fact in facts)
    return await changed(admin, event_id, facts, "admin-done-off" if told else "admin-done-off-nobody")


async def _wished(admin: Admin, event_id: int) -> Html | None:
    """How many people hear of it because they wish for it."""
    count = await admin.rooms.views.wishers(event_id)
    return admin.say("admin-date-wished", count=count) if count else None

"""What if: who would get in or out, without anything being written. Each question is answered by the very service that
would make the change."""

from collections.abc import Sequence
from functools import partial

from engine.refusals import ButtonStale, EventUnknown
from engine.rules.configuring import Change, OpenOffers
from engine.rules.foresight import Effect, outcome_at
from engine.services import booking as bookings_service
from engine.services import configuring, dates, moving
from engine.services.foresight import foresee, foresee_capacity
from engine.settings import Mode
from engine.views import BookingCard, EventCard
from handlers.admin import found
from handlers.admin.automation import MODE
from handlers.admin.capacity import STEPS
from handlers.admin.layout import back, label, lines, named, pager, short, titled
from handlers.admin.modes import MODES, included, public_name
from handlers.admin.scopes import EVENT
from handlers.admin.whatif_answer import answer, heading, tap_of
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

PAGE = 6
EVENT_NAME = 20  # characters of it beside its date on a button


# ------------------------------------------------------------------------------------------------------- choosing


async def events(admin: Admin, offset: int) -> Answer:
    """Which event?"""
    return Answer(card=await choose_event(admin, offset))


async def choose_event(admin: Admin, offset: int) -> Card:
    """The upcoming events, a page at a time."""
    page = await found.page(partial(admin.rooms.views.events, None), offset, PAGE)
    if not page.total:
        return Card(admin.say("admin-events-none"))
    rows = [[Button(_dated(admin, event), pack("a-whatif", event.id))] for event in page.items]
    text = lines(admin.say("whatif-events"), admin.say("whatif-how", code=page.items[0].code))
    return Card(text, [*rows, *pager(admin.texts, page, PAGE, "a-whatif-events")])


def _dated(admin: Admin, event: EventCard) -> str:
    values = titled(admin.texts, event)
    return label(admin.texts, "label-whatif-event", **{**values, "event": short(values["event"], EVENT_NAME)})


async def questions(admin: Admin, event_id: int) -> Answer:
    """What would change?"""
    return Answer(card=choose_question(admin, await found.event(admin.rooms.views, event_id)))


def choose_question(admin: Admin, event: EventCard) -> Card:
    """What can be asked about an event."""

    def button(key: str, verb: str, *args: int) -> list[Button]:
        return [Button(admin.plain(key), pack(verb, event.id, *args))]

    modes = [
        [Button(public_name(admin.texts, mode), pack("a-whatif-mode", event.id, number))]
        for number, mode in enumerate(MODES)
        if mode is not event.mode and included(event.settings, mode)
    ]
    from_hours = event.settings.individual  # then its seat and time follow the opening hours
    text = lines(heading(admin, event), admin.say("whatif-choose"), admin.say("whatif-how", code=event.code))
    rows = [
        [] if from_hours else button("admin-button-whatif-capacity", "a-whatif-capacity", 0),
        [] if from_hours else button("admin-button-whatif-date", "a-whatif-date", 0),
        button("admin-button-whatif-off", "a-whatif-off"),
        button("admin-button-whatif-booking", "a-whatif-bookings", 0) if event.booked else [],
        *modes,
        back(admin, "a-more", event.id),
    ]
    return Card(text, [row for row in rows if row])


async def bookings(admin: Admin, event_id: int, offset: int) -> Answer:
    """Whose booking?"""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await found.page(partial(views.bookings, event_id), offset, PAGE)
    card = choose_booking(admin, event, page.items)
    pages = pager(admin.texts, page, PAGE, "a-whatif-bookings", event_id)
    return Answer(card=Card(card.text, [*card.rows[:-1], *pages, *card.rows[-1:]]))


def choose_booking(admin: Admin, event: EventCard, items: Sequence[BookingCard]) -> Card:
    """One of these, with a way back behind them."""
    rows = [
        [
            Button(
                label(admin.texts, "admin-bookings-line", name=named(item.person_name), seats=item.seats),
                pack("a-whatif-cancel", event.id, item.id),
            )
        ]
        for item in items
    ]
    text = admin.say("whatif-bookings" if rows else "whatif-bookings-none")
    return Card(lines(heading(admin, event), text), [*rows, back(admin, "a-whatif", event.id)])


# ---------------------------------------------------------------------------------------------------------- seats


async def capacity(admin: Admin, event_id: int, wanted: int) -> Answer:
    """Another number of seats, chosen by steps; 0 is as many as there are."""
    event = await found.event(admin.rooms.views, event_id)
    if wanted in (0, event.capacity):
        rows = [_steps(event, event.capacity), back(admin, "a-whatif", event.id)]
        now = admin.say("admin-capacity-now", capacity=event.capacity, used=event.used)
        text = lines(heading(admin, event), now, admin.say("admin-capacity-choose"))
        return Answer(card=Card(text, rows))
    return Answer(card=await of_capacity(admin, event, wanted))


def _steps(event: EventCard, wanted: int) -> list[Button]:
    return [
        Button(f"{step:+d}".replace("-", "−"), pack("a-whatif-capacity", event.id, wanted + step))
        for step in STEPS
        if wanted + step >= 1
    ]


async def of_capacity(admin: Admin, event: EventCard, wanted: int) -> Card:
    """Raises what the change would."""
    effect = await foresee_capacity(admin.rooms.work, tap_of(admin), event.id, wanted)
    going = outcome_at(effect, event.id).displaced
    asked = lines(
        admin.say("whatif-capacity", wanted=wanted, capacity=event.capacity),
        admin.say("whatif-below", used=event.used) if going else None,
    )
    do = pack("a-capacity", event.id, wanted)
    return await answer(admin, event, asked, [effect], [_steps(event, wanted)], do)


# ------------------------------------------------------------------------------------------------ not at all, a booking


async def off(admin: Admin, event_id: int) -> Answer:
    """The event does not take place."""
    return Answer(card=await of_off(admin, await found.event(admin.rooms.views, event_id)))


async def of_off(admin: Admin, event: EventCard) -> Card:
    """Raises what the change would."""
    tap = tap_of(admin)
    effect = await foresee(admin.rooms.work, lambda on: dates.call_off(on, tap, event.id))
    return await answer(admin, event, admin.say("whatif-off"), [effect], [], pack("a-off-ask", event.id))


async def cancel(admin: Admin, event_id: int, booking_id: int) -> Answer:
    """A booking is cancelled."""
    return Answer(card=await of_booking(admin, await found.booking(admin.rooms.views, event_id, booking_id)))


async def of_booking(admin: Admin, booking: BookingCard) -> Card:
    """Raises what the change would."""
    event, tap, ids = booking.event, tap_of(admin), (booking.event.id, booking.id)
    effect = await foresee(admin.rooms.work, lambda on: bookings_service.cancel_for(on, tap, *ids))
    asked = admin.say("whatif-cancel", name=booking.person_name, seats=booking.seats)
    move = [Button(admin.plain("admin-button-whatif-move"), pack("a-whatif-dates", *ids, 0))]
    return await answer(admin, event, asked, [effect], [move], pack("a-cancel-ask", *ids))


# -------------------------------------------------------------------------------------------------- to another date


async def others(admin: Admin, event_id: int, booking_id: int, offset: int) -> Answer:
    """The other dates of the service."""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    page = await found.page(partial(admin.rooms.views.events, booking.event.service_id), offset, PAGE)
    rows = [
        [Button(_dated(admin, event), pack("a-whatif-move", event_id, booking_id, event.id))]
        for event in page.items
        if event.id != event_id
    ]
    key = "admin-move-choose" if rows or page.total > PAGE else "admin-move-none"
    text = lines(heading(admin, booking.event), admin.say(key, name=booking.person_name))
    pages = pager(admin.texts, page, PAGE, "a-whatif-dates", event_id, booking_id)
    return Answer(card=Card(text, [*rows, *pages, back(admin, "a-whatif-cancel", event_id, booking_id)]))


async def move(admin: Admin, event_id: int, booking_id: int, target: int) -> Answer:
    """A booking goes to another event."""
    booking = await found.booking(admin.rooms.views, event_id, booking_id)
    return Answer(card=await of_move(admin, booking, await found.event(admin.rooms.views, target)))


async def of_move(admin: Admin, booking: BookingCard, target: EventCard) -> Card:
    """Raises what the change would, and EventUnknown for another account's event."""
    if not await admin.rooms.views.is_ours(target.id):
        raise EventUnknown
    tap, event, ids = tap_of(admin), booking.event, (booking.id, booking.event.id, target.id)
    who, seats = booking.person_id, booking.seats
    effect = await foresee(admin.rooms.work, lambda on: moving.move(on, tap, *ids, who, seats))
    new = admin.texts.when(target.starts_at, target.timezone)
    asked = admin.say("whatif-move", name=booking.person_name, seats=seats, new=new)
    do = pack("a-move-ask", event.id, booking.id, target.id)
    return await answer(admin, event, asked, [effect], [], do, also=target)


# ----------------------------------------------------------------------------------------------------- another mode


async def mode(admin: Admin, event_id: int, number: int) -> Answer:
    """The event has another mode."""
    if number >= len(MODES):
        raise ButtonStale
    return Answer(card=await of_mode(admin, await found.event(admin.rooms.views, event_id), MODES[number]))


async def of_mode(admin: Admin, event: EventCard, wanted: Mode) -> Card:
    """Open offers are kept, or where there are any, withdrawn besides. Raises what the change would."""
    effects = [await _configured(admin, event, wanted, "keep")]
    if effects[0].before[event.id].pending():
        effects.append(await _configured(admin, event, wanted, "withdraw"))
    asked = admin.say("whatif-mode", mode=public_name(admin.texts, wanted))
    do = pack("a-auto-ask", event.id, EVENT, MODE, MODES.index(wanted))
    return await answer(admin, event, asked, effects, [], do)


async def _configured(admin: Admin, event: EventCard, wanted: Mode, offers: OpenOffers) -> Effect:
    tap, change = tap_of(admin), Change(wanted)
    return await foresee(
        admin.rooms.work, lambda on: configuring.configure_event(on, tap, event.id, change, offers)
    )

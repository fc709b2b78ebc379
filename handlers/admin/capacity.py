"""More or fewer seats: a number is chosen by steps, with what it would do; there are ways to get below the seats in
use."""

from collections.abc import Sequence

from engine.rules.capacity import MOST
from engine.services import capacity as service
from engine.views import BookingCard, EventCard
from handlers.admin import found
from handlers.admin.layout import back, head, lines, names, seats_go
from handlers.admin.outcome import changed
from handlers.admin.reasons import BY_HAND, OTHER_SEATS, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html

STEPS = (-5, -1, 1, 5)
NAMED = 5
ALL = 1000


async def capacity(admin: Admin, event_id: int, wanted: int) -> Answer:
    """How many seats there should be; 0 is as many as there are."""
    event = await found.event(admin.rooms.views, event_id)
    wanted = min(wanted, MOST) or event.capacity
    return Answer(card=Card(_text(admin, event, wanted), _rows(admin, event, wanted)))


def _text(admin: Admin, event: EventCard, wanted: int) -> Html:
    return lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-capacity-now", capacity=event.capacity, used=event.used),
        admin.say("admin-capacity-draining", wanted=event.drain_to) if event.drain_to else None,
        *_effect(admin, event, wanted),
    )


def _effect(admin: Admin, event: EventCard, wanted: int) -> Sequence[Html]:
    more = wanted - event.capacity
    if not more:
        return [admin.say("admin-capacity-choose")]
    if more > 0:
        return [admin.say("admin-capacity-more", wanted=wanted, more=more), seats_go(admin, event, more)]
    if event.used <= wanted:
        return [admin.say("admin-capacity-fewer", wanted=wanted, fewer=-more)]
    return [
        admin.say("admin-capacity-below", wanted=wanted, used=event.used),
        admin.say("admin-capacity-ways"),
    ]


def _rows(admin: Admin, event: EventCard, wanted: int) -> list[list[Button]]:
    steps = [
        Button(f"{step:+d}".replace("-", "−"), pack("a-capacity", event.id, wanted + step))
        for step in STEPS
        if 1 <= wanted + step <= MOST
    ]
    if wanted == event.capacity:
        choices = []
    elif wanted > event.capacity or event.used <= wanted:
        label = admin.plain("admin-button-capacity-set", wanted=wanted)
        choices = [[Button(label, pack("a-capacity-set", event.id, wanted))]]
    else:
        choices = [
            [Button(admin.plain("admin-button-drain", wanted=wanted), pack("a-drain", event.id, wanted))],
            [Button(admin.plain("admin-button-displace"), pack("a-displace-ask", event.id, wanted))],
        ]
    stop = [[Button(admin.plain("admin-button-drain-stop"), pack("a-drain-stop", event.id))]]
    return [steps, *choices, *(stop if event.drain_to else []), back(admin, "a-more", event.id)]


async def capacity_set(admin: Admin, event_id: int, wanted: int) -> Answer:
    """That many seats from now on."""
    tap = with_reason(admin, BY_HAND)
    facts = await service.resize(admin.rooms.work, tap, event_id, wanted)
    return await changed(admin, event_id, facts, "admin-done-capacity", wanted=wanted)


async def drain(admin: Admin, event_id: int, wanted: int) -> Answer:
    """That many, as seats come free."""
    tap = with_reason(admin, BY_HAND)
    facts = await service.drain(admin.rooms.work, tap, event_id, wanted)
    return await changed(admin, event_id, facts, "admin-done-drain", wanted=wanted)


async def drain_stop(admin: Admin, event_id: int) -> Answer:
    """The seats that are left stay."""
    facts = await service.stop_draining(admin.rooms.work, with_reason(admin, BY_HAND), event_id)
    return await changed(admin, event_id, facts, "admin-done-drain-stop")


async def displace_ask(admin: Admin, event_id: int, wanted: int) -> Answer:
    """Who would go back to the line, and why?"""
    event = await found.event(admin.rooms.views, event_id)
    going = await _newest(admin, event, wanted)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say(
            "admin-ask-displace",
            wanted=wanted,
            names=names([b.person_name for b in going], NAMED),
            more=max(len(going) - NAMED, 0),
        ),
        admin.say("admin-ask-reason-told"),
    )
    choices = buttons(
        admin.texts, "admin-button-displace-because", "a-displace", [event_id, wanted], OTHER_SEATS
    )
    return Answer(card=Card(text, [*choices, back(admin, "a-capacity", event_id, wanted)]))


async def _newest(admin: Admin, event: EventCard, wanted: int) -> list[BookingCard]:
    """The bookings that would go, in the order in which they were made."""
    page = await admin.rooms.views.bookings(event.id, 0, ALL)
    used, going = event.used, list[BookingCard]()
    for booking in sorted(page.items, key=lambda b: -b.id):
        if used <= wanted:
            break
        going.append(booking)
        used -= booking.seats
    return going[::-1]


async def displace(admin: Admin, event_id: int, wanted: int, reason: int) -> Answer:
    """The newest bookings go back to the head of the line."""
    facts = await service.displace(admin.rooms.work, with_reason(admin, reason), event_id, wanted)
    return await changed(admin, event_id, facts, "admin-done-capacity", wanted=wanted)

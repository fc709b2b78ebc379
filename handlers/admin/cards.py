"""What the admins' group is told by letter: a seat that waits for a person, a booking to confirm, somebody out
of reach, a failure.

Each card is made at delivery from what is true then; None: there is nothing to say any more.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from engine.views import EntryCard, EventCard, OfferCard, Views
from handlers.admin.event_card import why_halted
from handlers.admin.layout import head, label, lines, named
from handlers.admin.out_of_turn import because, passed_over
from handlers.admin.queue import names_in
from handlers.admin.request_cards import request_card
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts

NEXT = 3
STAYING = 20
FROM_LINE = ("promotion", "offer")
LOOK = 20  # people in turn who are read to find the first whose party fits

ALERTS: Mapping[str, str] = {
    "job-failed": "admin-alert-job-failed",
    "letter-dead": "admin-alert-letter-dead",
    "error": "admin-alert-error",
    "outbox-late": "admin-alert-outbox-late",
    "outage": "admin-alert-outage",
    "history": "admin-alert-history",
    "topics-forbidden": "admin-alert-topics-forbidden",
    "place-lost": "admin-alert-group-lost",
    "place-demoted": "admin-alert-group-demoted",
}


async def seats_freed(views: Views, texts: Texts, event_id: int, reason: str) -> Card | None:
    """Free seats that people wait for and nothing fills by itself; once none is left, who was offered one, or got it.

    `reason` is why automation stood still when the seat came free; what holds now counts.
    """
    event = await views.event(event_id)
    if event is None:
        return None
    kept = event.free - event.public
    why = event.halted
    if not why or kept < 1 or why in ("closed", "started"):
        return await _settled(views, texts, event)
    return _freed(texts, event, kept, await views.in_turn(event_id, LOOK), why)


async def _settled(views: Views, texts: Texts, event: EventCard) -> Card:
    """A seat that is only offered is not taken yet: the card can be asked again what became of it."""
    offers = (await views.offers(event.id, 0, LOOK)).items
    if not offers and (out := await passed_over(views, event)).anybody:
        text = lines(head(texts, event, "admin-freed-public", count=event.public), *because(texts, out))
        return Card(text, [_manage(texts, event.id)])
    if not offers:
        text = lines(head(texts, event, "admin-freed-done"), await _last(views, texts, event.id))
        return Card(text, [_manage(texts, event.id)])
    text = lines(head(texts, event, "admin-freed-offered"), *(_offered(texts, offer) for offer in offers))
    again = [Button(texts.plain("admin-button-refresh"), pack("a-freed", event.id))]
    return Card(text, [again, _manage(texts, event.id)])


def _offered(texts: Texts, offer: OfferCard) -> Html:
    if offer.delivered_at is None:
        return texts.say("admin-freed-offer-unsent", name=offer.person_name)
    until = texts.when(offer.expires_at, offer.event.timezone)
    return texts.say("admin-freed-offer", name=offer.person_name, until=until)


async def _last(views: Views, texts: Texts, event_id: int) -> Html | None:
    """Who came from the line last; nothing when somebody else booked since."""
    total = (await views.bookings(event_id, 0, 1)).total
    newest = (await views.bookings(event_id, max(total - 1, 0), 1)).items
    came = [booking for booking in newest if booking.source in FROM_LINE]
    return texts.say("admin-freed-last", name=came[0].person_name) if came else None


def _freed(texts: Texts, event: EventCard, kept: int, queue: Sequence[EntryCard], why: str) -> Card:
    text = lines(
        head(texts, event, "admin-freed-head", count=kept),
        texts.say("admin-freed-next", names=names_in(texts, queue, NEXT)) if queue else None,
        why_halted(texts, why),
    )
    return Card(text, _freed_rows(texts, event, queue))


def _freed_rows(texts: Texts, event: EventCard, queue: Sequence[EntryCard]) -> list[list[Button]]:
    def button(key: str, verb: str, *args: int) -> Button:
        return Button(texts.plain(key), pack(verb, event.id, *args))

    first = [
        [Button(label(texts, key, name=named(entry.person_name)), pack(verb, event.id, entry.id))]
        for entry in _first(event, queue)
        for key, verb in (
            ("admin-name-promote", "a-freed-promote"),
            ("admin-name-offer", "a-freed-offer"),
        )
    ]
    seats = [
        button("admin-button-hold", "a-freed-hold", event.held),
        button("admin-button-publish", "a-freed-publish-ask"),
    ]
    return [*first, seats, _manage(texts, event.id)]


def _first(event: EventCard, queue: Sequence[EntryCard]) -> Sequence[EntryCard]:
    """Whoever is next; with best fit the first whose party the free seats suffice for. Nobody whom they do not."""
    asked = queue[:1] if event.settings.offer.party_fit == "strict" else queue
    return [entry for entry in asked if entry.seats <= event.free][:1]


def _manage(texts: Texts, event_id: int) -> list[Button]:
    return [Button(texts.plain("admin-button-manage"), pack("a-manage", event_id))]


async def person_unreachable(views: Views, texts: Texts, data: Mapping[str, object]) -> Card | None:
    """Who cannot be reached; their offer has gone on. `data` has the offer's and the event's id."""
    offer = await views.offer(_id(data, "offer"))
    if offer is None:
        return None
    text = lines(
        head(texts, offer.event, "admin-unreachable", name=offer.person_name),
        texts.say("admin-unreachable-stays") if offer.entry.position and not offer.entry.reachable else None,
    )
    manage = Button(texts.plain("admin-button-manage"), pack("a-manage", offer.event.id))
    rows = [[manage]]
    if offer.entry.position:
        entry = pack("a-entry", offer.event.id, offer.entry.id)
        rows.insert(0, [Button(texts.plain("admin-button-entry"), entry)])
    return Card(text, rows)


async def booking_pending(views: Views, texts: Texts, booking_id: int) -> Card | None:
    """A booking that an admin has to confirm; nothing once somebody has decided."""
    booking = await views.booking(booking_id)
    if booking is None or booking.status != "pending":
        return None
    ids = (booking.event.id, booking.id)
    text = lines(
        head(texts, booking.event, "admin-pending-head"),
        texts.say("admin-booking-who", name=booking.person_name, seats=booking.seats),
        texts.say("admin-party", names=", ".join(booking.names)) if booking.names else None,
    )
    confirm = Button(texts.plain("admin-button-confirm"), pack("a-confirm", *ids), style="success")
    cancel = Button(texts.plain("admin-button-cancel"), pack("a-cancel-ask", *ids), style="danger")
    return Card(text, [[confirm], [cancel], _manage(texts, booking.event.id)])


async def request_asked(views: Views, texts: Texts, request_id: int) -> Card | None:
    """Somebody asks for a place; once it is decided, by whom."""
    request = await views.request(request_id)
    return None if request is None else request_card(texts, request)


def _id(data: Mapping[str, object], name: str) -> int:
    value = data.get(name)
    return value if isinstance(value, int) else 0


async def outage(views: Views, texts: Texts, data: Mapping[str, object]) -> Card | None:
    """From when to when nobody could be served, and for how many offers and repairs that time was given back."""
    account = await views.account()
    if account is None:
        return None
    since, until = (datetime.fromisoformat(str(data[name])) for name in ("since", "until"))
    when = texts.when(since, account.timezone)
    ended = texts.until(until, account.timezone, since)
    given = {"count": data["count"], "repairs": data.get("repairs", 0)}
    return alert(texts, "outage", when=when, until=ended, **given)


async def history(views: Views, texts: Texts, data: Mapping[str, object]) -> Card | None:
    """The newest hash of the sealed history, to compare with the database at any later time."""
    account = await views.account()
    if account is None:
        return None
    when = texts.when(datetime.fromisoformat(str(data["until"])), account.timezone)
    values = {"hash": data["hash"], "seal": str(data["seal"]), "count": data["count"]}
    return alert(texts, "history", when=when, **values)


async def too_few(views: Views, texts: Texts, data: Mapping[str, object]) -> Card | None:
    """An event that begins soon with fewer people than it needs; nothing once it has enough, or is over."""
    event = await views.event(_id(data, "event"))
    if event is None or event.status != "open" or event.booked >= event.minimum:
        return None
    text = lines(
        head(texts, event, "admin-few-head", booked=event.booked, minimum=event.minimum),
        texts.say("admin-few-waiting", waiting=event.in_line) if event.in_line else None,
    )
    off = Button(texts.plain("admin-button-off"), pack("a-off-ask", event.id), style="danger")
    return Card(text, [_manage(texts, event.id), [off]])


async def slots_stay(views: Views, texts: Texts, data: Mapping[str, object]) -> Card | None:
    """Slots that are booked or waited for, outside the hours that a file has brought; nothing once none is left."""
    events = [await views.event(int(number)) for number in str(data["events"]).split(",")]
    still = [
        event
        for event in events
        if event is not None and (event.free < event.capacity or event.waiting or event.requests)
    ]
    if not still:
        return None
    text = lines(
        texts.say("slots-stay-head", service=texts.name(still[0].names), count=len(still)),
        texts.say("slots-stay-how"),
    )
    return Card(text, [[_day_and_time(texts, event)] for event in still[:STAYING]])


def _day_and_time(texts: Texts, event: EventCard) -> Button:
    return Button(texts.when(event.starts_at, event.timezone), pack("a-manage", event.id))


def alert(texts: Texts, kind: str, **values: object) -> Card:
    """Something that needs a person: what failed, the evidence, what to do. KeyError for an unknown kind.

    job-failed: job, why. letter-dead: letter, why. error: code, what. outbox-late: minutes, count.
    outage: when, until, count, repairs. history: when, hash, seal, count. topics-forbidden: nothing.
    place-lost, place-demoted: name.
    """
    return Card(texts.say(ALERTS[kind], **values))

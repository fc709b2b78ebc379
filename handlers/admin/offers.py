"""The open offers of an event: the list, one of them, withdraw."""

from functools import partial

from engine.services import offers as service
from engine.views import OfferCard
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, seats_go
from handlers.admin.listing import PAGE, listing
from handlers.admin.outcome import changed
from handlers.admin.reasons import FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html

STATUS = {
    "accepted": "admin-offer-accepted",
    "rejected": "admin-offer-rejected",
    "expired": "admin-offer-expired",
    "withdrawn": "admin-offer-withdrawn",
}


async def offers(admin: Admin, event_id: int, offset: int) -> Answer:
    """Open ones, oldest first."""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await found.page(partial(views.offers, event_id), offset, PAGE)
    text = head(admin.texts, event, "admin-offers-head", total=page.total)
    return Answer(card=listing(admin, event, "offers", page, text, _label))


def _label(admin: Admin, offer: OfferCard) -> str:
    who = {"name": named(offer.person_name), "seats": offer.count}
    if offer.delivered_at is None:
        return label(admin.texts, "admin-offers-line-unsent", **who)
    return label(admin.texts, "admin-offers-line", **who, until=_until(admin, offer))


def _until(admin: Admin, offer: OfferCard) -> str:
    return admin.texts.until(offer.expires_at, offer.event.timezone, admin.rooms.now())


async def offer(admin: Admin, event_id: int, offer_id: int) -> Answer:
    """One offer with what can be done about it."""
    return Answer(card=_card(admin, await found.offer(admin.rooms.views, event_id, offer_id)))


def _card(admin: Admin, offer: OfferCard) -> Card:
    text = lines(
        head(admin.texts, offer.event, "admin-ask-head"),
        admin.say("admin-offer-who", name=offer.person_name, seats=offer.count),
        _state(admin, offer),
    )
    ask = pack("a-withdraw-ask", offer.event.id, offer.id)
    withdraw = [Button(admin.plain("admin-button-withdraw"), ask, style="danger")]
    rows = [withdraw] if offer.status == "pending" else []
    return Card(text, [*rows, back(admin, "a-offers", offer.event.id, 0)])


def _state(admin: Admin, offer: OfferCard) -> Html:
    if offer.status != "pending":
        return admin.say(STATUS[offer.status])
    if offer.delivered_at is None:
        return admin.say("admin-offer-unsent")
    key = "admin-offer-last-call" if offer.last_call else "admin-offer-open"
    return admin.say(key, until=_until(admin, offer))


async def withdraw_ask(admin: Admin, event_id: int, offer_id: int) -> Answer:
    """Says what withdrawing does, then asks for the reason."""
    card = await found.offer(admin.rooms.views, event_id, offer_id)
    text = lines(
        head(admin.texts, card.event, "admin-ask-head"),
        admin.say("admin-ask-withdraw", name=card.person_name),
        None if card.last_call else seats_go(admin, card.event, card.count),
        admin.say("admin-ask-reason"),
    )
    choices = buttons(
        admin.texts, "admin-button-withdraw-because", "a-withdraw", [event_id, offer_id], FOR_SOMEBODY
    )
    return Answer(card=Card(text, [*choices, back(admin, "a-offer", event_id, offer_id)]))


async def withdraw(admin: Admin, event_id: int, offer_id: int, reason: int) -> Answer:
    """Take an offer back; the place in line stays, the seat goes on."""
    card = await found.offer(admin.rooms.views, event_id, offer_id)
    facts = await service.withdraw(admin.rooms.work, with_reason(admin, reason), event_id, offer_id)
    return await changed(admin, event_id, facts, "admin-done-withdraw", name=named(card.person_name))

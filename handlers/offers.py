"""Accept or decline. `here` is 1 when the tapped message is not the offer's own, which a letter rewrites."""

from engine.services import offers as service
from engine.state import Decline
from handlers.booking import to_confirm
from handlers.door import Answer, Card, Visitor
from handlers.event_card import event_now
from handlers.offer_cards import check_open, decline_question, offer_card


async def accept(visitor: Visitor, event_id: int, offer_id: int, here: int = 0) -> Answer:
    """The held seats become a booking."""
    facts = await service.accept(visitor.rooms.work, visitor.tap, event_id, offer_id)
    toast = visitor.plain("toast-requested" if to_confirm(facts) else "toast-accepted")
    return Answer(toast, card=await _now(visitor, event_id, here))


async def decline(visitor: Visitor, event_id: int, offer_id: int, here: int = 0) -> Answer:
    """No to the seat: and the place in line?"""
    found = await visitor.rooms.views.offer(offer_id)
    offer = check_open(found, event_id, visitor.person.id, visitor.rooms.now())
    return Answer(card=decline_question(visitor.texts, offer, here))


async def decline_leave(visitor: Visitor, event_id: int, offer_id: int, here: int = 0) -> Answer:
    """Off the list."""
    return await _declined(visitor, event_id, offer_id, here, "leave")


async def decline_keep(visitor: Visitor, event_id: int, offer_id: int, here: int = 0) -> Answer:
    """The place stays for the next seat."""
    return await _declined(visitor, event_id, offer_id, here, "keep")


async def decline_pause(visitor: Visitor, event_id: int, offer_id: int, here: int = 0) -> Answer:
    """The place stays, and nothing is offered until resumed."""
    return await _declined(visitor, event_id, offer_id, here, "pause")


async def offer(visitor: Visitor, event_id: int, offer_id: int) -> Answer:
    """Back from the question behind Decline: the offer itself."""
    found = await visitor.rooms.views.offer(offer_id)
    offer = check_open(found, event_id, visitor.person.id, visitor.rooms.now())
    return Answer(card=offer_card(visitor.texts, offer))


async def _declined(visitor: Visitor, event_id: int, offer_id: int, here: int, then: Decline) -> Answer:
    await service.decline(visitor.rooms.work, visitor.tap, event_id, offer_id, then)
    return Answer(visitor.plain(f"toast-declined-{then}"), card=await _now(visitor, event_id, here))


async def _now(visitor: Visitor, event_id: int, here: int) -> Card | None:
    return await event_now(visitor, event_id) if here else None

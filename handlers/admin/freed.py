"""Taps on the card of a freed seat. It stays that card, with what holds now: the letter about the same change writes
the same words into it."""

from engine.ports import Facts
from engine.services import seats
from handlers.admin import found
from handlers.admin.cards import seats_freed
from handlers.admin.choosing import DONE, How, choose
from handlers.admin.layout import named
from handlers.admin.outcome import told
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.seats import publish_card
from handlers.door import Admin, Answer


async def promote(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Book whoever is next."""
    return await _next(admin, event_id, entry_id, "promote")


async def offer(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Offer the seat to whoever is next."""
    return await _next(admin, event_id, entry_id, "offer")


async def hold(admin: Admin, event_id: int, known: int) -> Answer:
    """Keep one free seat back, on top of the `known` ones."""
    facts = await seats.hold(admin.rooms.work, with_reason(admin, BY_HAND), event_id, known=known)
    return await _afresh(admin, event_id, facts, "admin-done-hold")


async def publish_ask(admin: Admin, event_id: int) -> Answer:
    """Says who is passed over when anybody may book, then asks for the reason."""
    return Answer(card=await publish_card(admin, event_id, "a-freed-publish", "a-freed"))


async def publish(admin: Admin, event_id: int, reason: int) -> Answer:
    """Let anybody book the free seats although people wait."""
    facts = await seats.publish(admin.rooms.work, with_reason(admin, reason), event_id)
    return await _afresh(admin, event_id, facts, "admin-done-publish")


async def again(admin: Admin, event_id: int) -> Answer:
    """The card as things stand."""
    return Answer(card=await seats_freed(admin.rooms.views, admin.texts, event_id, ""))


async def _next(admin: Admin, event_id: int, entry_id: int, how: How) -> Answer:
    """The card named who is next. Raises ReasonNeeded when somebody else is by now."""
    entry = await found.entry(admin.rooms.views, event_id, entry_id)
    facts = await choose(admin, event_id, entry, how)
    return await _afresh(admin, event_id, facts, DONE[how], name=named(entry.person_name))


async def _afresh(admin: Admin, event_id: int, facts: Facts, key: str, **values: object) -> Answer:
    toast = await told(admin, facts, key, **values)
    return Answer(toast, card=await seats_freed(admin.rooms.views, admin.texts, event_id, ""))

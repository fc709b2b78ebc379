"""An admin's own choice from the line: promote or offer. Whoever is next gets it on one tap; for anybody else the rules
ask for a reason, and the card says who is passed over (`question`)."""

from typing import Literal

from engine.ports import Facts
from engine.services import offers
from engine.views import EntryCard
from handlers.admin import found
from handlers.admin.layout import back, head, lines, named
from handlers.admin.outcome import changed
from handlers.admin.queue import names_in
from handlers.admin.reasons import IN_TURN, OUT_OF_ORDER, buttons, with_reason
from handlers.door import Admin, Answer, Card

How = Literal["offer", "promote"]

LOOK = 50  # people in turn who are read to name who would be passed over
NAMED = 5
ASKED_BY: dict[str, How] = {"a-offer-to": "offer", "a-promote": "promote"}
VERBS: dict[How, str] = {"offer": "a-offer-because", "promote": "a-promote-because"}
ASK: dict[How, str] = {"offer": "admin-ask-offer", "promote": "admin-ask-promote"}
BECAUSE: dict[How, str] = {"offer": "admin-button-offer-because", "promote": "admin-button-promote-because"}
DONE: dict[How, str] = {"offer": "admin-done-offer", "promote": "admin-done-promote"}


async def promote(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Book whoever is next at once. Raises ReasonNeeded for anybody else."""
    return await _chosen(admin, event_id, entry_id, "promote")


async def offer_to(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Offer a seat to whoever is next. Raises ReasonNeeded for anybody else."""
    return await _chosen(admin, event_id, entry_id, "offer")


async def promote_because(admin: Admin, event_id: int, entry_id: int, reason: int) -> Answer:
    """Book somebody at once, out of order."""
    return await _chosen(admin, event_id, entry_id, "promote", reason)


async def offer_because(admin: Admin, event_id: int, entry_id: int, reason: int) -> Answer:
    """Offer a seat to somebody, out of order."""
    return await _chosen(admin, event_id, entry_id, "offer", reason)


async def choose(admin: Admin, event_id: int, entry: EntryCard, how: How, reason: int = 0) -> Facts:
    """The change itself; without a reason only for whoever is next."""
    tap = with_reason(admin, reason or IN_TURN)
    work, in_turn = admin.rooms.work, not reason
    return await offers.choose(work, tap, event_id, entry.id, how, entry.person_id, in_turn=in_turn)


async def _chosen(admin: Admin, event_id: int, entry_id: int, how: How, reason: int = 0) -> Answer:
    entry = await found.entry(admin.rooms.views, event_id, entry_id)
    facts = await choose(admin, event_id, entry, how, reason)
    return await changed(admin, event_id, facts, DONE[how], name=named(entry.person_name))


async def question(admin: Admin, how: How, event_id: int, entry_id: int) -> Card:
    """Somebody else is next: who would be passed over, and why?"""
    event = await found.event(admin.rooms.views, event_id)
    entry = await found.entry(admin.rooms.views, event_id, entry_id)
    queue = await admin.rooms.views.in_turn(event_id, LOOK)
    place = next((n for n, item in enumerate(queue) if item.id == entry.id), len(queue))
    ahead = [item for item in queue[:place] if item.person_id != entry.person_id]
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say(ASK[how], name=entry.person_name, seats=entry.seats),
        admin.say(
            "admin-ask-passed",
            names=names_in(admin.texts, ahead, NAMED),
            more=max(len(ahead) - NAMED, 0),
        )
        if ahead
        else None,
        admin.say("admin-ask-reason"),
    )
    ids = [event_id, entry.id]
    choices = buttons(admin.texts, BECAUSE[how], VERBS[how], ids, OUT_OF_ORDER)
    return Card(text, [*choices, back(admin, "a-entry", *ids)])

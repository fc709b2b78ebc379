"""An admin's own choice from the line: promote or offer. Whoever is next gets it on one tap; anybody else only after
the card has said who is passed over, and with a reason."""

from collections.abc import Sequence
from typing import Literal

from engine.ports import Facts
from engine.services import offers
from engine.views import EntryCard, Views
from handlers.admin import found
from handlers.admin.layout import back, head, lines, named, names
from handlers.admin.outcome import changed
from handlers.admin.reasons import OUT_OF_ORDER, buttons, with_reason
from handlers.door import Admin, Answer, Card

How = Literal["offer", "promote"]

LOOK = 50  # places ahead that are read to name who would be passed over
NAMED = 5
VERBS: dict[How, str] = {"offer": "a-offer-because", "promote": "a-promote-because"}
ASK: dict[How, str] = {"offer": "admin-ask-offer", "promote": "admin-ask-promote"}
BECAUSE: dict[How, str] = {"offer": "admin-button-offer-because", "promote": "admin-button-promote-because"}
DONE: dict[How, str] = {"offer": "admin-done-offer", "promote": "admin-done-promote"}


async def promote(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Book somebody at once, or ask first when others are ahead."""
    return await _choose_or_ask(admin, event_id, entry_id, "promote")


async def offer_to(admin: Admin, event_id: int, entry_id: int) -> Answer:
    """Offer a seat to somebody, or ask first when others are ahead."""
    return await _choose_or_ask(admin, event_id, entry_id, "offer")


async def promote_because(admin: Admin, event_id: int, entry_id: int, reason: int) -> Answer:
    """Book somebody at once, out of order."""
    return await _chosen(admin, event_id, entry_id, "promote", reason)


async def offer_because(admin: Admin, event_id: int, entry_id: int, reason: int) -> Answer:
    """Offer a seat to somebody, out of order."""
    return await _chosen(admin, event_id, entry_id, "offer", reason)


async def passed_over(views: Views, event_id: int, entry: EntryCard) -> Sequence[EntryCard]:
    """Whoever waits ahead, can be reached, and would not get the seat; the first `LOOK` places are looked at."""
    ahead = min(max(entry.position - 1, 0), LOOK)
    page = await views.line(event_id, 0, ahead) if ahead else None
    return [item for item in (page.items if page else ()) if waits(item) and item.id != entry.id]


def waits(entry: EntryCard) -> bool:
    """Whether a free seat could go to this place now."""
    return entry.status == "waiting" and entry.reachable


async def choose(admin: Admin, event_id: int, entry: EntryCard, how: How, reason: int = 0) -> Facts:
    """The change itself; without a reason only for whoever is next."""
    tap = with_reason(admin, reason) if reason else admin.tap
    return await offers.choose(admin.rooms.work, tap, event_id, entry.id, how, entry.person_id)


async def _chosen(admin: Admin, event_id: int, entry_id: int, how: How, reason: int = 0) -> Answer:
    entry = await found.entry(admin.rooms.views, event_id, entry_id)
    facts = await choose(admin, event_id, entry, how, reason)
    return await changed(admin, event_id, facts, DONE[how], name=named(entry.person_name))


async def _choose_or_ask(admin: Admin, event_id: int, entry_id: int, how: How) -> Answer:
    entry = await found.entry(admin.rooms.views, event_id, entry_id)
    others = await passed_over(admin.rooms.views, event_id, entry)
    if not others:
        return await _chosen(admin, event_id, entry_id, how)
    return Answer(card=await _question(admin, event_id, entry, how, others))


async def _question(
    admin: Admin, event_id: int, entry: EntryCard, how: How, others: Sequence[EntryCard]
) -> Card:
    event = await found.event(admin.rooms.views, event_id)
    ahead = names([item.person_name for item in others], NAMED)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say(ASK[how], name=entry.person_name, seats=entry.seats),
        admin.say("admin-ask-passed", names=ahead, more=max(len(others) - NAMED, 0)),
        admin.say("admin-ask-reason"),
    )
    ids = [event_id, entry.id]
    choices = buttons(admin.texts, BECAUSE[how], VERBS[how], ids, OUT_OF_ORDER)
    return Card(text, [*choices, back(admin, "a-entry", *ids)])

"""Free seats and automation: hold, release, publish, freeze, unfreeze."""

from engine.services import seats
from engine.services.foresight import foresee
from handlers.admin import found
from handlers.admin.effects import effect_lines
from handlers.admin.layout import back, head, lines
from handlers.admin.outcome import changed
from handlers.admin.reasons import BY_HAND, TO_THE_PUBLIC, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card


async def hold(admin: Admin, event_id: int, known: int) -> Answer:
    """Keep one free seat back, on top of the `known` ones."""
    facts = await seats.hold(admin.rooms.work, with_reason(admin, BY_HAND), event_id, known=known)
    return await changed(admin, event_id, facts, "admin-done-hold")


async def release(admin: Admin, event_id: int, hold_id: int) -> Answer:
    """Give held seats to whoever is next."""
    facts = await seats.release(admin.rooms.work, with_reason(admin, BY_HAND), event_id, hold_id)
    return await changed(admin, event_id, facts, "admin-done-release")


async def publish_ask(admin: Admin, event_id: int) -> Answer:
    """Says who is passed over when anybody may book, then asks for the reason."""
    return Answer(card=await publish_card(admin, event_id, "a-publish", "a-event"))


async def publish_card(admin: Admin, event_id: int, verb: str, home: str) -> Card:
    """The question before seats go to the public; `home` is the verb of the card it came from."""
    event = await found.event(admin.rooms.views, event_id)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-publish", free=event.free, waiting=event.in_line),
        admin.say("admin-ask-reason"),
    )
    choices = buttons(admin.texts, "admin-button-publish-because", verb, [event_id], TO_THE_PUBLIC)
    return Card(text, [*choices, back(admin, home, event_id)])


async def publish(admin: Admin, event_id: int, reason: int) -> Answer:
    """Let anybody book the free seats although people wait."""
    facts = await seats.publish(admin.rooms.work, with_reason(admin, reason), event_id)
    return await changed(admin, event_id, facts, "admin-done-publish")


async def freeze_ask(admin: Admin, event_id: int) -> Answer:
    """Says what stands still then, and what becomes of open offers. Raises AlreadyFrozen."""
    event = await found.event(admin.rooms.views, event_id)
    effect = await foresee(admin.rooms.work, lambda on: seats.freeze(on, admin.tap, event_id))
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("freeze-ask"),
        await effect_lines(admin, effect),
        admin.say("freeze-offers", count=len(effect.after[event_id].pending())),
    )
    do = Button(admin.plain("admin-button-freeze"), pack("a-freeze", event_id), style="danger")
    return Answer(card=Card(text, [[do], back(admin, "a-event", event_id)]))


async def freeze(admin: Admin, event_id: int) -> Answer:
    """Stop automation for this event."""
    facts = await seats.freeze(admin.rooms.work, with_reason(admin, BY_HAND), event_id)
    return await changed(admin, event_id, facts, "admin-done-freeze")


async def unfreeze(admin: Admin, event_id: int) -> Answer:
    """Let automation run again."""
    facts = await seats.unfreeze(admin.rooms.work, with_reason(admin, BY_HAND), event_id)
    return await changed(admin, event_id, facts, "admin-done-unfreeze")

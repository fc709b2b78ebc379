"""Somebody whom a repair of the month moves says yes or no."""

from engine.refusals import RepairOver, RepairUnknown
from engine.services import repair as service
from engine.views import RepairCard, RepairLine
from handlers.door import Answer, Card, Visitor
from handlers.repair_cards import asked_card, no_card


async def repair(visitor: Visitor, repair_id: int) -> Answer:
    """What they are asked, as it stands."""
    return Answer(card=await card_of(visitor, repair_id))


async def card_of(visitor: Visitor, repair_id: int) -> Card:
    """Raises RepairUnknown, also for somebody whom it does not move."""
    return asked_card(visitor.texts, *await _find(visitor, repair_id))


async def _find(visitor: Visitor, repair_id: int) -> tuple[RepairCard, RepairLine]:
    found = await visitor.rooms.views.repair(repair_id)
    own = found.of(visitor.person.id) if found is not None else None
    if found is None or own is None:
        raise RepairUnknown
    return found, own


async def yes(visitor: Visitor, repair_id: int) -> Answer:
    """With the last yes it happens."""
    await service.agree(visitor.rooms.repairs, visitor.tap, repair_id)
    found, own = await _find(visitor, repair_id)
    said = {"open": "toast-repair-yes", "done": "toast-repair-done"}.get(found.status, "toast-repair-changed")
    return Answer(visitor.plain(said), card=asked_card(visitor.texts, found, own))


async def no_ask(visitor: Visitor, repair_id: int) -> Answer:
    """Rather not?"""
    found, own = await _find(visitor, repair_id)
    if found.status != "open":
        raise RepairOver
    return Answer(card=no_card(visitor.texts, found, own))


async def no(visitor: Visitor, repair_id: int) -> Answer:
    """Nobody moves."""
    await service.decline(visitor.rooms.repairs, visitor.tap, repair_id)
    return Answer(visitor.plain("toast-repair-no"), card=await card_of(visitor, repair_id))

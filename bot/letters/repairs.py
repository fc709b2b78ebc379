"""Letters about the repair of a month: to everybody whom it moves, and to the group how it ended."""

from bot.letters.desk import Desk
from engine.views import RepairCard, RepairLine
from handlers.door import Card
from handlers.keyboards import back, button
from handlers.repair_cards import asked_card, ended_text


async def repair_asked(desk: Desk) -> Card | None:
    """Would you? Nothing once it has ended."""
    found = await _own(desk)
    if found is None or found[0].status != "open":
        return None
    return asked_card(desk.texts, *found)


async def repair_extended(desk: Desk) -> Card | None:
    """Why there is more time to answer, and until when. Nothing once it has ended."""
    found = await _own(desk)
    if found is None or found[0].status != "open":
        return None
    return asked_card(desk.texts, *found, "repair-extended-head")


async def repair_ended(desk: Desk) -> Card | None:
    """What the reader has now."""
    found = await _own(desk)
    return Card(ended_text(desk.texts, *found), [back(desk.texts, "my")]) if found else None


async def _own(desk: Desk) -> tuple[RepairCard, RepairLine] | None:
    card = await desk.views.repair(desk.id("repair"))
    own = card.of(desk.reader.id) if card is not None else None
    return (card, own) if card is not None and own is not None else None


async def repair_told(desk: Desk) -> Card | None:
    """To the group: how it ended."""
    from handlers.admin.repair_cards import told_card  # not needed for what participants read

    card = await desk.views.repair(desk.id("repair"))
    return told_card(desk.texts, card) if card is not None else None


async def places_lost(desk: Desk) -> Card | None:
    """To the group: a final month has lost places, and the way to its repair."""
    event, period = await desk.event(), await desk.views.period(desk.id("period"))
    if event is None or period is None:
        return None
    month = desk.texts.month(period.month)
    return Card(
        desk.about("places-lost", event, month=month, count=desk.id("count")),
        [[button(desk.texts, "admin-button-repair", "a-repair", period.id)]],
    )

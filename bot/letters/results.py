"""Letters about a month's allocation: to everybody what came of their wishes and why, to the group how far it is."""

from bot.letters.desk import Desk
from bot.letters.proof import with_proof
from handlers.callbacks import pack
from handlers.door import Button, Card
from handlers.result_cards import result_card


async def month_result(desk: Desk) -> Card | None:
    """What the person has, or why not, and where they wait instead."""
    result = await desk.views.result(desk.id("result"))
    if result is None:
        return None
    return result_card(desk.texts, result, desk.now)


async def run_made(desk: Desk) -> Card | None:
    """To the group: a version is ready."""
    return await _about_run(desk, "run-made", people=desk.id("people"), short=desk.id("short"))


async def run_failed(desk: Desk) -> Card | None:
    """To the group: a version came to nothing."""
    return await _about_run(desk, "run-failed", reason=desk.word("cause"))


async def period_finalized(desk: Desk) -> Card | None:
    """To the group: the month is booked, and everybody is told; here is the seed behind the hash that was posted."""
    card = await _about_run(desk, "period-finalized", people=desk.id("people"), short=desk.id("short"))
    return None if card is None else await with_proof(desk, card)


async def _about_run(desk: Desk, key: str, **values: object) -> Card | None:
    period = await desk.views.period(desk.id("period"))
    if period is None:
        return None
    month = desk.texts.month(period.month)
    see = Button(desk.texts.plain("admin-button-batch-see"), pack("a-period", period.id))
    return Card(desk.texts.say(key, month=month, number=desk.id("number"), **values), [[see]])

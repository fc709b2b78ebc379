"""Letters about a month's allocation: to everybody what came of their wishes and why, to the group how far it is."""

from dataclasses import replace

from bot.letters.desk import Desk
from bot.letters.proof import proof_of, with_proof
from engine.rules.runs import LOST
from handlers.callbacks import pack
from handlers.door import Button, Card
from handlers.keyboards import paragraphs
from handlers.result_cards import result_card


async def month_result(desk: Desk) -> Card | None:
    """What the person has, or why not, and where they wait instead."""
    result = await desk.views.result(desk.id("result"))
    if result is None:
        return None
    card, proof = result_card(desk.texts, result), proof_of(desk.texts, result, desk.reader.id)
    return replace(card, text=paragraphs(card.text, proof))


async def run_made(desk: Desk) -> Card | None:
    """To the group: a version is ready."""
    return await _about_run(desk, "run-made", people=desk.id("people"), short=desk.id("short"))


async def run_failed(desk: Desk) -> Card | None:
    """To the group: a version came to nothing, or nobody knows what has become of it."""
    cause = desk.word("cause")
    if cause == LOST:
        return await _about_run(desk, "run-lost")
    return await _about_run(desk, "run-failed", code=cause)


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

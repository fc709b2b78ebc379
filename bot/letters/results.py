"""Letters about a month's allocation: to everybody what came of their wishes and why, to the group how far it is."""

from dataclasses import replace

from bot.letters.desk import Desk
from bot.letters.proof import with_proof
from engine.rules.runs import INTERRUPTED
from handlers.admin.batch_state import again_button, outcome_of
from handlers.admin.month_seen import again_of
from handlers.callbacks import pack
from handlers.door import Button, Card
from handlers.keyboards import paragraphs
from handlers.result_cards import result_card


async def month_result(desk: Desk) -> Card | None:
    """What the person has, or why not, and where they wait instead."""
    result = await desk.views.result(desk.id("result"))
    if result is None:
        return None
    return result_card(desk.texts, result, desk.now)


async def run_made(desk: Desk) -> Card | None:
    """To the group: a version is ready. Nothing once a newer one is, or the month is booked."""
    if await _newer(desk, "done"):
        return None
    runs = await desk.views.runs(desk.id("period"))
    own = [run.id for run in runs if run.number == desk.id("number")]
    made = next(iter(await desk.views.run_cards(own)), None)
    return None if made is None else await _about_run(desk, "run-made", text=outcome_of(desk.texts, made))


async def run_failed(desk: Desk) -> Card | None:
    """To the group: a version came to nothing. One that was interrupted can be made again with a tap. Nothing once it
    was tried again, or the month is booked."""
    if await _newer(desk):
        return None
    cause = desk.word("cause")
    if cause != INTERRUPTED:
        return await _about_run(desk, "run-failed", code=cause)
    card, period = await _about_run(desk, "run-interrupted"), await desk.views.period(desk.id("period"))
    if card is None or period is None:
        return None
    run = again_of(period, await desk.views.runs(period.id))
    if run is None or run.number != desk.id("number"):
        return card
    return replace(card, rows=[[again_button(desk.texts, period.id, run)], *card.rows])


async def _newer(desk: Desk, status: str = "") -> bool:
    """Whether a version after this one is there, of this status, or one has been booked."""
    runs = await desk.views.runs(desk.id("period"))
    return any(run.final or (run.number > desk.id("number") and status in ("", run.status)) for run in runs)


async def period_finalized(desk: Desk) -> Card | None:
    """To the group: the month is booked, and how many have heard it; here is the seed behind the hash that was posted.
    It is rewritten as results are sent."""
    from handlers.admin.batch_state import how_far  # not needed for what participants read

    card = await _about_run(desk, "period-finalized", people=desk.id("people"), short=desk.id("short"))
    if card is None:
        return None
    telling = await desk.views.telling(desk.id("period"))
    return await with_proof(desk, replace(card, text=paragraphs(card.text, how_far(desk.texts, telling))))


async def _about_run(desk: Desk, key: str, **values: object) -> Card | None:
    period = await desk.views.period(desk.id("period"))
    if period is None:
        return None
    month = desk.texts.month(period.month)
    see = Button(desk.texts.plain("admin-button-batch-see"), pack("a-period", period.id))
    return Card(desk.texts.say(key, month=month, number=desk.id("number"), **values), [[see]])

"""Letters about a month's allocation: to everybody what came of their wishes and why, to the group how far it is."""

from bot.letters.desk import Desk
from engine.views import EventNamed, ResultCard
from handlers.door import Card, Html
from handlers.keyboards import back, button, lines, paragraphs

BECAUSE = {
    "full": "result-because-full",
    "party": "result-because-party",
    "collides": "result-because-collides",
    "per_day": "result-because-limit",
    "per_week": "result-because-limit",
    "minimum": "result-because-minimum",
    "together": "result-because-together",
    "count": "result-because-together",
    "impossible": "result-because-impossible",
    "excluded": "result-because-excluded",
}


async def month_result(desk: Desk) -> Card | None:
    """What the person has, or why not, and where they wait instead."""
    result = await desk.views.result(desk.id("result"))
    if result is None:
        return None
    texts = desk.texts
    return Card(
        paragraphs(
            texts.say("result-head", month=texts.month(result.period.month)),
            lines(texts.say("result-got", got=result.got), *_placed(desk, result)),
            _short(desk, result),
            _line(desk, result),
            texts.say("result-credit") if result.credit > result.credit_before else None,
        ),
        [back(texts, "my")],
    )


def _placed(desk: Desk, result: ResultCard) -> list[Html]:
    return [desk.texts.say("result-event", **_titled(desk, event)) for event in result.placed]


def _titled(desk: Desk, event: EventNamed) -> dict[str, str]:
    return {
        "event": desk.texts.name(event.names),
        "when": desk.texts.when(event.starts_at, event.timezone),
    }


def _short(desk: Desk, result: ResultCard) -> Html | None:
    if result.got >= result.wanted:
        return None
    because = desk.texts.say(BECAUSE.get(result.reason, "result-because-full"))
    wanted = desk.texts.say("result-wanted", wanted=result.wanted) if result.got else None
    return lines(wanted, because)


def _line(desk: Desk, result: ResultCard) -> Html | None:
    if result.line is None or not result.position:
        return None
    return desk.texts.say("result-line", position=result.position, **_titled(desk, result.line))


async def run_made(desk: Desk) -> Card | None:
    """To the group: a version is ready."""
    return await _about_run(desk, "run-made", people=desk.id("people"), short=desk.id("short"))


async def run_failed(desk: Desk) -> Card | None:
    """To the group: a version came to nothing."""
    return await _about_run(desk, "run-failed", reason=desk.word("cause"))


async def period_finalized(desk: Desk) -> Card | None:
    """To the group: the month is booked, and everybody is told."""
    return await _about_run(desk, "period-finalized", people=desk.id("people"), short=desk.id("short"))


async def _about_run(desk: Desk, key: str, **values: object) -> Card | None:
    period = await desk.views.period(desk.id("period"))
    if period is None:
        return None
    month = desk.texts.month(period.month)
    see = button(desk.texts, "admin-button-batch-see", "a-period", period.id)
    return Card(desk.texts.say(key, month=month, number=desk.id("number"), **values), [[see]])

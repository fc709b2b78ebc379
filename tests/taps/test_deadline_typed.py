"""A deadline that an admin types: what was understood is shown, and the button does it, in every language."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from storage.tables import facts, periods
from tests.taps import months
from tests.taps.hall import Hall
from tests.taps.stages import Stage
from tests.taps.words import says


async def test_moved_to_what_was_typed(hall: Hall, language: str) -> None:
    """A slip is told, and the same question answered again."""
    stage, group = Stage(hall, language), hall.group
    dora, period = await months.opened(stage), await months.period_id(stage)
    wanted = hall.calendar().astimezone(ZoneInfo(months.ZONE)) + timedelta(days=2)
    wanted = wanted.replace(hour=17, minute=45, second=0)
    await dora.presses("a-period-extend-ask", "a-period-type", chat=group)
    asked = (await dora.newest(group)).id
    await dora.replies("some day", group)
    assert says(language, "refusal-deadline-unreadable", (await dora.newest(group)).text)
    await dora.replies(f"{wanted:%m-%d %H:%M}", group, to=asked)
    card = await dora.newest(group)
    said = dora.texts.when(wanted, months.ZONE)
    assert card.buttons[0].label == dora.texts.plain("label-deadline-typed", until=said)
    before = [row.wishes_until for row in await hall.studio.rows(periods)]
    assert before != [wanted], "nothing is changed before the button"
    await dora.presses("a-period-extend", chat=group)
    (row,) = await hall.studio.rows(periods)
    assert (row.id, row.wishes_until) == (period, wanted)
    (fact,) = await hall.studio.rows(facts, facts.c.kind == "PeriodExtended")
    assert fact.actor_id == dora.id


async def test_opened_until_what_was_typed(hall: Hall, language: str) -> None:
    """With a reason, which is typed too."""
    stage, group = Stage(hall, language), hall.group
    dora = await months.deadlines(stage)
    wanted = hall.calendar().astimezone(ZoneInfo(months.ZONE)) + timedelta(days=3)
    wanted = wanted.replace(hour=9, minute=5, second=0)
    await dora.presses("a-period-type", chat=group)
    await dora.replies(f"{wanted:%Y-%m-%d %H:%M}", group)
    why = (await dora.newest(group)).buttons[1]
    await dora.taps_on((await dora.newest(group)).id, why.data, group)
    await dora.replies("The hall is let until then", group)
    (row,) = await hall.studio.rows(periods)
    assert (row.status, row.wishes_until) == ("collecting", wanted)
    (fact,) = await hall.studio.rows(facts, facts.c.kind == "PeriodOpened")
    assert fact.reason == "The hall is let until then"

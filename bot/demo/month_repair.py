"""The story's repair: a date of the final month is called off, and whoever has lost it is asked about another one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.demo.desk import called
from bot.demo.hands import opens, sees
from bot.demo.month import ACCOUNT, TANGO
from bot.demo.story import shows
from bot.sandbox import Shown

if TYPE_CHECKING:
    from bot.demo.month_story import MonthStory

LOST = f"{TANGO}-3"
"""Clara alone has a place there, and has wished for later evenings, too."""
NIGHT, HALF_A_DAY = (21, 9), 12
"""From this hour until that one nobody is asked about a repair; half a day later somebody is."""


async def repairs(month: MonthStory) -> None:
    """From the date that is called off to the yes."""
    month.screen.title("12. A date is called off: Repair finds Clara another of her wishes, and asks her")
    story, clara = month.story, month.story.phones["Clara"]
    await _daylight(month)  # what has run out meanwhile is over before anything is planned
    await _calls_off(month, await opens(clara, LOST))
    await month.desk.month()
    await month.presses(month.desk, "a-repair")
    await month.looks("a-repair-go")
    await month.presses(month.desk, "a-repair-go")
    asked = await sees(clara, shows("repair-yes"), "the question")
    await story.look(clara, shows("repair-yes"))
    await story.tap(clara, "repair-yes")
    await sees(clara, lambda m: m.id == asked.id and not shows("repair-yes")(m), "the other place")
    await story.look(clara, lambda m: m.id == asked.id)


async def _calls_off(month: MonthStory, card: Shown) -> None:
    """The date of a card on which a place can be cancelled."""
    event = next(call.args[0] for call in map(called, card.buttons) if call.verb == "cancel")
    month.screen.does("Dóra", "types /events and looks for the date")
    await month.desk.opens("/events")
    await month.desk.presses("a-events")
    month.screen.does("Dóra", f"taps {await month.desk.presses('a-event', event)}")
    await month.presses(month.desk, "a-more", "a-off-ask", "a-off")


async def _daylight(month: MonthStory) -> None:
    """Nobody is woken for a repair. What time it is here the last message says."""
    last = (await month.story.group.messages())[-1]
    hour = datetime.fromtimestamp(last.raw["date"], ZoneInfo(str(ACCOUNT["timezone"]))).hour
    if hour >= NIGHT[0] or hour < NIGHT[1]:
        month.screen.remark("(the demo pushes the clock ahead: nobody is asked at night)")
        await month.story.driver.push(hours=HALF_A_DAY)

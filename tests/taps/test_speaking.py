"""The group's language: cards, letters and the menu of commands follow it, also when another replica was told."""

from __future__ import annotations

from handlers.admin.table import COMMANDS
from storage.tables import accounts
from tests.taps.hall import Hall
from tests.taps.stages import Stage
from tests.taps.words import says


async def test_everything_follows(hall: Hall) -> None:
    stage = Stage(hall)
    olga = await stage.owner()
    await olga.types("/help", chat=hall.group)
    await olga.presses("a-language", "a-language-set", chat=hall.group)
    assert says("hu", "admin-language-ask", (await olga.newest(hall.group)).text)
    await olga.types("/events", chat=hall.group)
    assert says("hu", "admin-events-head", (await olga.newest(hall.group)).text)
    (menu,) = [row for row in await hall.driver.commands() if str(hall.group.id) in str(row["scope"])]
    words = hall.house.texts["hu"]
    said = {row["command"]: row["description"] for row in menu["commands"]}
    assert said == {name: words.plain(f"command-admin-{name}") for name in COMMANDS}


async def test_letters_follow_what_another_replica_was_told(hall: Hall) -> None:
    stage = Stage(hall)
    await hall.studio.change(accounts, booking_status="pending", group_language="de")
    await stage.booked("clay-1")
    assert says("de", "admin-pending-head", (await hall.group.messages())[-1].text)

"""An admin moves through manage and automate with taps only; in a long run in each language."""

from __future__ import annotations

import pytest

from bot.demo.month import WAITED_FOR
from bot.demo.seeding import Cast
from bot.demo.show import Show
from tests.page.managing import Owner, manage
from tests.page.screen import Screen
from tests.page.story import event, unrefused


@pytest.mark.long
@pytest.mark.parametrize("language", ["hu", "en", "de"])
async def test_manage_and_automate(screen: Screen, demo: Show, cast: Cast, language: str) -> None:
    before = await event(demo.stage, WAITED_FOR)
    seen: list[str] = []

    async def look(name: str) -> None:
        seen.append(name)

    await manage(screen, demo, cast, language, WAITED_FOR, look)
    after = await event(demo.stage, WAITED_FOR)
    seats = [sum(one[part] for part in ("booked", "offered", "held", "free")) for one in (before, after)]
    assert seats[1] == seats[0] + 1 and after["mode"] == "offer"
    assert seen == [
        "manage",
        "capacity",
        "automate",
        "effect",
        "audit",
        "balance",
        "live",
        "request",
        "appointments",
    ]
    await Owner(screen, demo, cast, look).speaks("en")
    unrefused(demo.stage.sandbox)

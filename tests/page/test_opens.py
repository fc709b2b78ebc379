"""The page opens, and a browser finds nothing wrong with it."""

from __future__ import annotations

from bot.demo.seeding import Cast
from tests.page.screen import Screen
from tests.page.story import persons


async def test_four_phones_and_the_stage_are_there(screen: Screen, cast: Cast) -> None:
    who = persons(cast)
    for person in (who.anna, who.bence, who.clara, who.dora):
        await screen.sees(f'section.phone[data-person="{person}"]')
    await screen.bot("running")

"""The whole story with taps only, on three phones in three languages, in two browsers. The page itself speaks English
in one and Hungarian in the other; in a long run every language in Chromium."""

from __future__ import annotations

import pytest

from bot.demo.seeding import Cast
from bot.demo.show import Show
from tests.page.screen import Screen
from tests.page.story import Persons, by_hand, event, fill, offers, persons, unrefused


async def play(
    screen: Screen, demo: Show, who: Persons, seats: str, pottery: str, *, again: bool = False
) -> None:
    """Where the event by hand was played already, its roles are the other way round."""
    await fill(demo.stage, seats)
    await offers(screen, who, seats)
    await fill(demo.stage, pottery)
    leaves, waits = (who.bence, who.anna) if again else (who.anna, who.bence)
    line = (await event(demo.stage, pottery))["line"]
    await by_hand(screen, leaves, waits, who.dora, pottery, promoted=line[0]["person"] if line else waits)
    unrefused(demo.stage.sandbox)


@pytest.mark.parametrize(
    ("language", "seats", "pottery"),
    [
        ("en", "yoga-tue", "pottery-wed"),
        pytest.param("hu", "yoga-tue-2", "pottery-wed-2", marks=pytest.mark.long),
        pytest.param("de", "yoga-tue-3", "pottery-wed-3", marks=pytest.mark.long),
    ],
)
async def test_in_chromium(
    screen: Screen, demo: Show, cast: Cast, language: str, seats: str, pottery: str
) -> None:
    await screen.language(language)
    await play(screen, demo, persons(cast), seats, pottery)


@pytest.mark.long
async def test_in_firefox(fox: Screen, demo: Show, cast: Cast) -> None:
    await fox.language("hu")
    await play(fox, demo, persons(cast), "bread-sat-2", "pottery-wed-2", again=True)

"""The story played on the page's own phones, with taps only, for who would rather watch first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.demo import month
from bot.demo.guests import ANNA, BENCE, CLARA, DORA
from bot.demo.hands import done, joins, opens, sees
from bot.demo.seeding import Cast
from bot.demo.story import does, has, shows
from bot.sandbox import Driver, Phone, Shown

PAUSE = 4.0
"""Seconds to read what has changed."""
VALIDITY, FULL_MINUTES = timedelta(hours=2), timedelta(minutes=2)
"""Deadlines are on full minutes."""
STEPS = ("waits", "waits-too", "cancels", "offered", "expires", "accepts", "by-hand", "promotes")


@dataclass(slots=True)
class Playing:
    """Plays once; `tell` hears the name of each step as it begins, and "over" at the end."""

    cast: Cast
    driver: Driver
    tell: Callable[[str], None]
    pause: float = PAUSE

    async def run(self) -> None:
        """From a full class to a promotion by hand. Raises DemoFailed where the story is not as it should be."""
        anna, bence, clara = (self._phone(guest.first) for guest in (ANNA, BENCE, CLARA))
        await self._step("waits")
        await joins(bence, month.FULL)
        await self._step("waits-too")
        await joins(clara, month.FULL)
        await self._step("cancels")
        await self._cancels(anna, month.FULL)
        await self._step("offered")
        offer = await sees(bence, shows("accept"), "an offer")
        await self._step("expires")
        await self.driver.push(seconds=(VALIDITY + FULL_MINUTES).total_seconds())
        await sees(bence, lambda m: m.id == offer.id and not shows("accept")(m), "the end of the offer")
        await self._step("accepts")
        await done(clara, await sees(clara, shows("accept"), "an offer"), "accept")
        await self._step("by-hand")
        await self._cancels(anna, month.BY_HAND)
        await self._step("promotes")
        await self._promotes()
        self.tell("over")

    def _phone(self, name: str) -> Phone:
        return self.cast.phones[name]

    async def _step(self, name: str) -> None:
        self.tell(name)
        await asyncio.sleep(self.pause)

    async def _cancels(self, phone: Phone, code: str) -> None:
        card = await opens(phone, code)
        await asyncio.sleep(self.pause)
        await done(phone, card, "cancel", "cancel-confirm")

    async def _promotes(self) -> None:
        def promotes(message: Shown) -> bool:
            return has(message, lambda verb: verb == "a-freed-promote")

        dora, group = self._phone(DORA.first), self.cast.group
        await sees(group, promotes, "a card with Promote")
        await dora.taps(lambda button: does(button.data, "a-freed-promote"), chat=group)

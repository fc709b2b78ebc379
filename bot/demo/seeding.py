"""Fills the studio as its guests would have done: by taps, over the wire."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.demo import month
from bot.demo.guests import ANNA, BENCE, CLARA, DORA, REGULARS, Guest
from bot.demo.hands import books, done, joins
from bot.sandbox import Driver, Group, Phone

BOOKED = {
    month.FULL: ("Anna", "Emily", "Réka", "Jonas"),
    month.WAITED_FOR: ("Oliver", "Gergő", "Lena", "Grace", "Eszter"),
    month.BY_HAND: ("Anna", "Máté", "Marie"),
    "swim-thu": ("Harry", "Zsófia", "Felix", "Sophie"),
    "choir-fri": ("Emily", "Oliver", "Réka", "Jonas", "Lena", "Paul", "Marie", "Máté", "Harry"),
    "yoga-tue-2": ("Grace", "Paul", "Zsófia"),
    "bread-sat-2": ("Felix", "Emily"),
    "pottery-wed-2": ("Sophie",),
}
WAITING = {
    month.WAITED_FOR: ("Felix", "Sophie", "Zsófia", "Paul"),
    month.BY_HAND: ("Clara", "Grace"),
}
CANCELS = (("Oliver", month.WAITED_FOR),)
"""Leaves an offer open for the first in that line."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The phones of the demo, by first name, and the admins' group."""

    phones: dict[str, Phone]
    group: Group

    @property
    def opened(self) -> list[dict[str, int | None]]:
        """Which phones a page opens at first, and at which chat."""
        guests: list[dict[str, int | None]] = [
            {"person": self.phones[guest.first].id, "chat": None} for guest in (ANNA, BENCE, CLARA)
        ]
        return [*guests, {"person": self.phones[DORA.first].id, "chat": self.group.id}]


async def gather(driver: Driver) -> Cast:
    """Everybody, with a phone that has not met the bot yet, and the admins' group."""
    phones = {guest.first: await _phone(driver, guest) for guest in (DORA, ANNA, BENCE, CLARA, *REGULARS)}
    dora = phones[DORA.first]
    group = await driver.group("Studio Nova · Admins", creator=dora, admins=[dora])
    return Cast(phones, group)


async def _phone(driver: Driver, guest: Guest) -> Phone:
    return await driver.person(guest.first, last_name=guest.last, language_code=guest.language)


async def fill(cast: Cast) -> None:
    """Bookings first, then lines in their order, then somebody cancels. Raises DemoFailed."""
    cards = {}

    async def book(name: str) -> None:
        for code, names in BOOKED.items():
            if name in names:
                cards[name, code] = await books(cast.phones[name], code)

    await asyncio.gather(*(book(name) for name in cast.phones))
    for code, names in WAITING.items():
        for name in names:
            await joins(cast.phones[name], code)
    for name, code in CANCELS:
        await done(cast.phones[name], cards[name, code], "cancel", "cancel-confirm")
    await asyncio.gather(*(cast.phones[guest.first].start() for guest in (BENCE, CLARA, DORA)))

"""Fills the studio as its guests would have done: by taps that reach the bot over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from bot.demo import month
from bot.demo.desk import Desk
from bot.demo.guests import ADAM, ANNA, BENCE, CLARA, DORA, REGULARS, Guest, crowd
from bot.demo.hands import asks, books, done, joins, meets
from bot.demo.leafing import wishes
from bot.demo.wishing import WISHES, names_approver, opens_month, wishing
from bot.sandbox import Driver, Group, Phone

BOOKED = {
    month.FULL: ("Anna", "Emily", "Réka", "Jonas"),
    month.WAITED_FOR: ("Oliver", "Gergő", "Lena", "Harry", "Eszter"),
    month.BY_HAND: ("Anna", "Máté", "Marie"),
}
WAITING = {
    month.WAITED_FOR: ("Felix", "Sophie", "Zsófia", "Paul"),
    month.BY_HAND: ("Clara", "Grace"),
}
CANCELS = {month.WAITED_FOR: "Oliver"}
"""Leaves an offer open for the first in that line."""
BESIDES = {
    month.CROWDED: 4, f"{month.CROWDED}-late": 2, f"{month.CROWDED}-2": 1, month.MOVES_UP: 5,
    "choir-fri": 7, "yoga-tue-2": 3, "bread-sat-2": 2, "pottery-wed-2": 1,
}  # fmt: skip
"""Bookings of guests who have no part in the story."""
LINES = {month.CROWDED: 3, month.MOVES_UP: 1}
"""Who of them waits, when all those have booked."""
SINGLE = 2
"""One of them asks for a place, one has an appointment."""
OTHERS = sum(BESIDES.values()) + sum(LINES.values()) + SINGLE
"""How many they are."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The phones of the demo, by first name, and the admins' group."""

    phones: dict[str, Phone]
    group: Group
    besides: Sequence[Phone]

    @property
    def opened(self) -> list[dict[str, int | None]]:
        """Which phones a page opens at first, and at which chat."""
        guests: list[dict[str, int | None]] = [
            {"person": self.phones[guest.first].id, "chat": None} for guest in (ANNA, BENCE, CLARA)
        ]
        return [*guests, {"person": self.phones[DORA.first].id, "chat": self.group.id}]


async def gather(driver: Driver) -> Cast:
    """Everybody, with a phone that has not met the bot yet, and the admins' group."""
    guests = (DORA, ANNA, BENCE, CLARA, ADAM, *REGULARS)
    phones = {guest.first: await _phone(driver, guest) for guest in guests}
    besides = [await _phone(driver, guest) for guest in crowd(OTHERS)]
    dora = phones[DORA.first]
    group = await driver.group("Studio Nova · Admins", creator=dora, admins=[phones[ADAM.first]])
    return Cast(phones, group, besides)


async def _phone(driver: Driver, guest: Guest) -> Phone:
    return await driver.person(guest.first, last_name=guest.last, language_code=guest.language)


async def fill(cast: Cast, first: date) -> None:
    """All events at once, each in its own order, and the month that begins on `first`. Few have two bookings, as a chat
    gets only so many messages a second.

    Raises DemoFailed.
    """
    await asyncio.gather(_events(cast), _month(cast, first))
    await asyncio.gather(*(cast.phones[guest.first].start() for guest in (BENCE, DORA)))


async def _events(cast: Cast) -> None:
    steps = [_fill(cast, code) for code in (month.FULL, month.WAITED_FOR)]
    await asyncio.gather(*steps, *_besides(iter(cast.besides)))
    await _fill(cast, month.BY_HAND)  # Anna's second


async def _month(cast: Cast, first: date) -> None:
    """Wishes are open, and some of those who have no part in the story have said theirs."""
    desk = Desk(cast.phones[DORA.first], cast.group)
    await names_approver(desk, cast.phones[ADAM.first])
    await opens_month(desk, first)
    wished = zip(cast.besides, crowd(OTHERS), WISHES, strict=False)
    await asyncio.gather(
        *(
            wishes(phone, f"{first:%Y-%m}", wishing(guest.language, *wanted))
            for phone, guest, wanted in wished
        )
    )


def _besides(guests: Iterator[Phone]) -> Iterator[Coroutine[Any, Any, Any]]:
    """What those who have no part in the story do."""
    for code, number in BESIDES.items():
        yield _crowds(code, list(islice(guests, number)), list(islice(guests, LINES.get(code, 0))))
    yield asks(next(guests), month.ASKED_FOR)
    yield meets(next(guests), month.ALONE)


async def _crowds(code: str, book: Sequence[Phone], wait: Sequence[Phone]) -> None:
    await asyncio.gather(*(books(phone, code) for phone in book))
    for phone in wait:
        await joins(phone, code)


async def _fill(cast: Cast, code: str) -> None:
    """Bookings, then the line in its order, then somebody cancels."""
    names = BOOKED[code]
    cards = await asyncio.gather(*(books(cast.phones[name], code) for name in names))
    for name in WAITING.get(code, ()):
        await joins(cast.phones[name], code)
    if code in CANCELS:
        await done(cast.phones[CANCELS[code]], cards[names.index(CANCELS[code])], "cancel", "cancel-confirm")

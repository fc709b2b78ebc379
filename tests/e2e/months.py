"""A studio whose next month is wished for, and two admins who plan it, over the real wire."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.demo.desk import Desk, pressing
from bot.demo.leafing import wishes
from bot.demo.month import ACCOUNT, programme, wished
from bot.demo.wishing import C1, C2, T1, T2, Date, names_approver, opens_month, wishing
from bot.sandbox.driver import Driver, Group, Phone, Toast

WISHES: tuple[tuple[int, tuple[Date, ...]], ...] = (
    *((1, (T1,)),) * 5,
    (1, (T1, T2)),
    (2, (T1, C2)),
    (1, (C1,)),
)
"""Seven people want the tango evening that has four seats, and five of them nothing else."""
SHORT = 1
"""So many are left without any place at least."""


def studio_of_a_month(folder: Path) -> Path:
    """A catalogue with nothing but the dates of that month."""
    today = datetime.now(UTC).date()
    document = {"account": ACCOUNT, "services": [*programme(today)]}
    path = folder / "month.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


@dataclass(slots=True)
class Months:
    """The two at their desks, and everybody who has wishes."""

    dora: Desk
    adam: Desk
    people: Sequence[Phone]

    async def plans(self) -> None:
        """Wishes are closed, and both have read the plan."""
        await self.dora.month()
        await self.dora.presses("a-period-close-ask")
        await self.dora.presses("a-period-close")
        for desk in (self.dora, self.adam):
            await desk.month()
            await desk.presses("a-batch-plan")
            await desk.shows("a-batch-execute")

    async def both(self, verb: str) -> list[Toast]:
        """Both tap the same at once; what each is told."""
        cards = [(desk, await desk.shows(verb)) for desk in (self.dora, self.adam)]
        fits = pressing(verb)
        buttons = [next(filter(fits, card.buttons)) for _, card in cards]
        return await asyncio.gather(
            *(desk.tap(card, button) for (desk, card), button in zip(cards, buttons, strict=True))
        )


async def collected(driver: Driver, group: Group, dora: Phone, adam: Phone) -> Months:
    """A month is open, Ádám may approve, and everybody has said what they want."""
    desk, first = Desk(dora, group), wished(datetime.now(UTC).date())
    await names_approver(desk, adam)
    await opens_month(desk, first)
    people = [await driver.person(f"Guest {number}") for number in range(1, len(WISHES) + 1)]
    await asyncio.gather(
        *(_wishes(phone, first, *wanted) for phone, wanted in zip(people, WISHES, strict=True))
    )
    return Months(desk, Desk(adam, group), people)


async def _wishes(phone: Phone, first: date, count: int, dates: tuple[Date, ...]) -> None:
    await wishes(phone, f"{first:%Y-%m}", wishing("en", count, dates))

"""The month played on the page's own phones, with taps only: from the first wish to a draw that is verified."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.demo.desk import Desk, called
from bot.demo.guests import ADAM, ANNA, BENCE, CLARA, DORA, Guest
from bot.demo.hands import done, opens, sees
from bot.demo.leafing import wishes
from bot.demo.month import TANGO
from bot.demo.playing import PAUSE
from bot.demo.process import DemoFailed
from bot.demo.seeding import Cast
from bot.demo.story import shows
from bot.demo.wishing import C1, P1, T1, T4, Date, wishing
from bot.sandbox import Phone, Shown
from bot.sandbox.shown import Button
from handlers.admin.export_cards import XLSX

MINUTES = 150.0
"""As long as the letters of a group may have to wait, and some more."""
MONTH_STEPS = (
    "wishes", "closes", "executes", "lacks", "decides", "again", "finalizes", "reads", "asks", "approves", "changes",
    "relocks", "exports", "verifies",
)  # fmt: skip
WANTED: tuple[tuple[Guest, tuple[Date, ...]], ...] = ((ANNA, (T1, T4)), (BENCE, (T1,)), (CLARA, (C1, P1)))
"""With those who have said theirs before, nine want the first tango evening, the wall at the same time, or either, and
nothing else. Both have seven seats: two of them have to go without. Anna will have a place."""


@dataclass(slots=True)
class MonthPlaying:
    """Plays once; `tell` hears the name of each step as it begins, and "over" at the end. `first`: the day on which
    the month begins."""

    cast: Cast
    first: date
    tell: Callable[[str], None]
    pause: float = PAUSE
    version: int = 0
    desk: Desk = field(init=False)
    second: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk, self.second = (
            Desk(self.cast.phones[guest.first], self.cast.group) for guest in (DORA, ADAM)
        )

    async def run(self) -> None:
        """Raises DemoFailed where the month is not as it should be."""
        await self._collects()
        await self._allots()
        await self._opens_again()
        await self._proves()
        self.tell("over")

    async def _collects(self) -> None:
        await self._step("wishes")
        for guest, dates in reversed(WANTED):
            wanted = wishing(guest.language, 1, dates)
            await wishes(self.cast.phones[guest.first], f"{self.first:%Y-%m}", wanted)
        await self._reads()
        await self._step("closes")
        await self.desk.month()
        await self._presses(self.desk, "a-period-close-ask", "a-period-close", "a-batch-plan")
        await self.desk.shows("a-batch-execute")
        await self._reads()

    async def _allots(self) -> None:
        await self._step("executes")
        await self._executes()
        await self._step("lacks")
        await self._presses(self.desk, "a-batch-review", "a-batch-short")
        await self._reads()
        await self._step("decides")
        await self._presses(self.desk, "a-batch-person", "a-batch-where", "a-batch-pin-ask", "a-batch-pin")
        await self._step("again")
        await self.desk.month()
        await self._executes()
        await self._presses(self.desk, "a-batch-review", "a-batch-with", "a-batch-compare")
        await self._reads()
        await self._step("finalizes")
        await self.desk.month()
        await self._presses(self.desk, "a-batch-final-ask", "a-batch-final")
        await self._step("reads")
        for guest, _ in WANTED:
            await sees(self.cast.phones[guest.first], shows("month-ledger"), "the result", MINUTES)
        await self._reads()

    async def _opens_again(self) -> None:
        await self._step("asks")
        await self.desk.opens("/unlock")
        await self._presses(self.desk, "a-unlock-ask", "a-unlock-do")
        await self._step("approves")
        await self.second.opens("/unlock")
        await self._presses(self.second, "a-unlock-approve")
        await self._step("changes")
        guest = self.cast.phones[ANNA.first]
        card = await self._placed(guest)
        for verb in ("reschedule", "reschedule-to", "reschedule-confirm"):
            await done(guest, card, verb)
            await self._breathe()
        await self._step("relocks")
        await self._presses(self.second, "a-unlock-again")
        await self.desk.has_only("a-period", patience=MINUTES, about=guest.name)
        await self._reads()

    async def _proves(self) -> None:
        await self._step("exports")
        await self.desk.opens("/export")
        await self._presses(self.desk, "a-export")
        await self.desk.taps(_as_xlsx, "XLSX")
        await sees(self.cast.group, lambda m: m.document is not None, "a file", MINUTES, self.desk.after)
        await self._step("verifies")
        await self.desk.month()
        await self._presses(self.desk, "a-batch-verify")
        await self.desk.has_only("a-export-file", "a-period")
        await self._reads()

    async def _placed(self, guest: Phone) -> Shown:
        """The card of the tango evening at which she has a place."""
        for number in (1, 4):
            card = await opens(guest, f"{TANGO}-{number}")
            if shows("reschedule")(card):
                return card
        raise DemoFailed(f"{guest.name} has no place that could be moved")

    async def _executes(self) -> None:
        await self.desk.presses("a-batch-execute")
        self.version = await self.desk.version(self.version)

    async def _presses(self, desk: Desk, *verbs: str) -> None:
        """One button after another, slowly enough to be followed."""
        for verb in verbs:
            await desk.presses(verb)
            await self._breathe()

    async def _step(self, name: str) -> None:
        self.tell(name)
        await asyncio.sleep(self.pause)

    async def _reads(self) -> None:
        """What there is to be read stays in view for a while."""
        await asyncio.sleep(self.pause)

    async def _breathe(self) -> None:
        await asyncio.sleep(self.pause / 2)


def _as_xlsx(button: Button) -> bool:
    call = called(button)
    return call.verb == "a-export-file" and call.args[-1] == XLSX

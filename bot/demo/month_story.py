"""The story's second half: a month is wished for, planned, looked through and booked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date

from bot.demo.desk import Desk
from bot.demo.hands import sees
from bot.demo.leafing import wishes
from bot.demo.story import Story, shows
from bot.demo.wishing import C1, C2, P1, T1, T2, T3, Date, names_approver, opens_month, wishing
from bot.sandbox import Phone

GUESTS: tuple[tuple[str, str, int, tuple[Date, ...]], ...] = (
    ("Anna", "en", 1, (T1, T2)),
    ("Bence", "hu", 1, (T1, C1)),
    ("Clara", "de", 2, (T1, P1, T3)),
    ("Emil", "en", 1, (T1,)),
    ("Fiona", "en", 1, (T1,)),
    ("Gergő", "hu", 1, (T1,)),
    ("Lena", "de", 1, (C1, C2)),
    ("Réka", "hu", 2, (C1, P1)),
    ("Felix", "de", 1, (P1,)),
    ("Oliver", "en", 1, (P1,)),
)
"""Who wants how many of which dates. Six want the first tango evening, which has four seats."""


@dataclass
class MonthStory:
    """Plays on the phones of the story, with a second admin. `first` is the day on which the month begins."""

    story: Story
    adam: Phone
    first: date

    def __post_init__(self) -> None:
        self.screen = self.story.screen
        self.desk = Desk(self.story.dora, self.story.group)
        self.second = Desk(self.adam, self.story.group)
        self.month = f"{self.first:%Y-%m}"

    async def play(self) -> None:
        """From the first wish to the end."""
        await self.collects()
        await self.plans()
        await self.executes()
        await self.decides()
        await self.finalizes()

    # ------------------------------------------------------------------------------------------- scenes

    async def collects(self) -> None:
        self.screen.title("6. The next month is opened for wishes, and ten people say what they would like")
        await names_approver(self.desk, self.adam)
        self.screen.does("Dóra", "types /batch and opens the month until the evening in three days")
        await opens_month(self.desk, self.first)
        await self.looks("a-period-close-ask")
        for name, language, *_ in GUESTS:
            await self.story.person(name, language)
        await asyncio.gather(*(self.wishes(*guest) for guest in GUESTS))
        self.screen.remark("Six of them want the first tango evening, which has four seats.")
        self.screen.does("Clara", "looks at her wishes")
        await self.reads("Clara", "month-away-ask")

    async def plans(self) -> None:
        self.screen.title("7. Dóra closes wishes; Plan says what would come of them, and writes nothing")
        await self.desk.month()
        await self.presses(self.desk, "a-period-close-ask", "a-period-close")
        await self.looks("a-batch-plan")
        await self.presses(self.desk, "a-batch-plan")
        await self.looks("a-batch-execute")

    async def executes(self) -> None:
        self.screen.title("8. Execute makes a first version, to be looked through")
        await self.execute()
        await self.looks("a-batch-final-ask")
        await self.presses(self.desk, "a-batch-review")
        await self.presses(self.desk, "a-batch-short")
        await self.looks("a-batch-person")

    async def decides(self) -> None:
        self.screen.title(
            "9. Dóra pins a place for one of them; the second version moves nobody without need"
        )
        await self.presses(self.desk, "a-batch-person", "a-batch-where", "a-batch-pin-ask", "a-batch-pin")
        await self.desk.month()
        await self.execute()
        await self.presses(self.desk, "a-batch-review", "a-batch-with", "a-batch-compare")
        await self.looks("a-batch-review")

    async def finalizes(self) -> None:
        self.screen.title("10. Ádám finalizes: bookings, places in line and results, all of it or nothing")
        await self.second.month()
        await self.presses(self.second, "a-batch-final-ask")
        await self.looks("a-batch-final")
        await self.presses(self.second, "a-batch-final")
        await self.second.hears()
        for name, *_ in GUESTS:
            await sees(self.story.phones[name], shows("month-ledger"), "the result")
        for name in ("Anna", "Bence", "Clara"):
            await self.story.look(self.story.phones[name])
        await self.second.month()
        await self.looks("a-batch-review")

    # ------------------------------------------------------------------------------------------- hands

    async def presses(self, desk: Desk, *verbs: str) -> None:
        """One button after another."""
        for verb in verbs:
            self.screen.does(desk.admin.name, f"taps {await desk.presses(verb)}")

    async def execute(self) -> None:
        """A version, from the first tap to the letter that it is ready; then the month's card anew."""
        await self.presses(self.desk, "a-batch-execute")
        await self.desk.hears()
        await self.desk.month()

    async def wishes(self, name: str, language: str, count: int, dates: tuple[Date, ...]) -> None:
        """Somebody says what they would like."""
        await wishes(self.story.phones[name], self.month, wishing(language, count, dates))

    async def reads(self, name: str, verb: str) -> None:
        """Somebody opens the month, which shows a button that does this."""
        phone = self.story.phones[name]
        sent = await phone.types("/month")
        await sees(phone, shows(verb), "the month", after=int(sent["message_id"]))
        await self.story.look(phone)

    async def looks(self, verb: str) -> None:
        """What the group sees, as soon as there is a button that does this."""
        await self.desk.shows(verb)
        await self.story.look(self.story.group, "The admin group")

"""The story's second half: a month is wished for, planned, looked through and booked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date

from bot.demo.desk import Desk, called
from bot.demo.hands import done, opens, sees
from bot.demo.leafing import wishes
from bot.demo.month import TANGO as SERVICE
from bot.demo.month_repair import repairs
from bot.demo.process import DemoFailed
from bot.demo.story import Story, shows
from bot.demo.wishing import C1, P1, T1, T2, T3, T4, Date, opens_month, wishing
from bot.sandbox import Phone, Shown
from bot.sandbox.shown import Button
from handlers.admin.export_cards import JSON

TANGO = f"{SERVICE}-1"

GUESTS: tuple[tuple[str, str, int, tuple[Date, ...]], ...] = (
    ("Anna", "en", 1, (T1,)),
    ("Bence", "hu", 1, (T1, C1)),
    ("Clara", "de", 2, (T1, P1, T3, T2, T4)),
    ("Emil", "en", 1, (T1,)),
    ("Fiona", "en", 1, (T1,)),
    ("Gergő", "hu", 1, (T1,)),
    ("Lena", "de", 1, (C1,)),
    ("Réka", "hu", 2, (C1, P1)),
    ("Felix", "de", 1, (C1,)),
    ("Oliver", "en", 1, (C1, P1)),
)
"""Who wants how many of which dates. Six want the first tango evening most, which has four seats, and five the wall at
the same time, which has three: somebody has to go without."""


@dataclass
class MonthStory:
    """Plays on the phones of the story, with a second admin. `first`: the day on which the month begins; `version`:
    the id of the newest one."""

    story: Story
    adam: Phone
    first: date
    version: int = 0

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
        await self.opens()
        await repairs(self)

    # ------------------------------------------------------------------------------------------- scenes

    async def collects(self) -> None:
        self.screen.title("6. The next month is opened for wishes, and ten people say what they would like")
        self.screen.does("Dóra", "types /batch and opens the month until the evening in three days")
        await opens_month(self.desk, self.first)
        told = await self.desk.has_only("a-period")
        await self.story.look(self.story.group, lambda message: message.id == told.id)
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
        await self.desk.has_only("a-batch-review")
        await self.story.look(self.story.group)

    async def finalizes(self) -> None:
        self.screen.title("10. Dóra finalizes: bookings, places in line and results, all of it or nothing")
        await self.desk.month()
        await self.presses(self.desk, "a-batch-final-ask")
        await self.looks("a-batch-final")
        await self.presses(self.desk, "a-batch-final")
        for name, *_ in GUESTS:
            await sees(self.story.phones[name], shows("month-ledger"), "the result")
        for name in ("Anna", "Bence", "Clara"):
            await self.story.look(self.story.phones[name], shows("month-ledger"))
        await self.desk.month()
        await self.looks("a-batch-review")

    async def opens(self) -> None:
        self.screen.title("11. What is final stays so, until Ádám asks for a reason and Dóra agrees")
        guest, card = await self._placed()
        self.screen.does(guest.name, "would like another evening, and finds no button for it")
        if shows("reschedule")(card):
            raise DemoFailed(f"{guest.name} could move a place of a final month")
        await self.story.look(guest)
        await self.second.opens("/unlock")
        await self.presses(self.second, "a-unlock-ask", "a-unlock-do")
        await self.looks("a-unlock-approve")
        await self.desk.opens("/unlock")
        await self.presses(self.desk, "a-unlock-approve")
        await self.looks("a-unlock-again")
        self.screen.does(guest.name, "looks once more, and takes another evening")
        card = await opens(guest, TANGO)
        await done(guest, card, "reschedule", "reschedule-to", "reschedule-confirm")
        await sees(guest, lambda m: m.id == card.id and shows("cancel")(m), "the other evening")
        await self.story.look(guest)
        await self.presses(self.desk, "a-unlock-again")
        await self.desk.shows("a-unlock-ask")
        self.screen.remark(
            "What was changed meanwhile is told in the group, in its turn: a bot may write there twenty times a minute."
        )

    async def _placed(self) -> tuple[Phone, Shown]:
        """Somebody with a seat at the first tango evening."""
        for name, *_ in GUESTS:
            card = await opens(self.story.phones[name], TANGO)
            if shows("cancel")(card):
                return self.story.phones[name], card
        raise DemoFailed("nobody has a seat at the first tango evening")

    async def export(self) -> tuple[str, str]:
        """The month as a file in the chat; its name and where the server keeps it."""
        self.screen.title("13. The month as a file, from which anybody can compute it again")
        await self.desk.opens("/export")
        await self.presses(self.desk, "a-export")
        self.screen.does("Dóra", f"taps {await self.desk.taps(_as_json, 'JSON')}")
        sent = await sees(self.story.group, lambda m: m.document is not None, "a file", after=self.desk.after)
        await self.story.look(self.story.group)
        assert sent.document is not None
        return str(sent.document["file_name"]), str(sent.document["file_id"])

    async def verifies(self) -> None:
        """The bot about itself, in the group."""
        await self.desk.month()
        await self.presses(self.desk, "a-batch-verify")
        await self.desk.has_only("a-export-file", "a-period")
        await self.story.look(self.story.group, shows("a-export-file"))

    # ------------------------------------------------------------------------------------------- hands

    async def presses(self, desk: Desk, *verbs: str) -> None:
        """One button after another."""
        for verb in verbs:
            self.screen.does(desk.admin.name, f"taps {await desk.presses(verb)}")

    async def execute(self) -> None:
        """A version, until it is ready."""
        await self.presses(self.desk, "a-batch-execute")
        self.version = await self.desk.version(self.version)

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
        await self.story.look(self.story.group, shows(verb))


def _as_json(button: Button) -> bool:
    call = called(button)
    return call.verb == "a-export-file" and call.args[-1] == JSON

"""An admin who sets modes and rules by taps on the automation cards, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox import Toast
from engine.settings import Mode, Value
from handlers.admin.automation import KEEP, MODE, WITHDRAW
from handlers.admin.knobs import KNOBS
from handlers.admin.modes import MODES
from storage.tables import bookings, entries, events, offers, participants
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

EVENT, SERVICE = 0, 1


class Office(Stage):
    """A stage with an admin in the group; `dora` is that admin."""

    dora: Human

    @classmethod
    async def opened(cls, hall: Hall, language: str = "en") -> Office:
        office = cls(hall, language)
        office.dora = await office.admin()
        return office

    # ------------------------------------------------------------------------------------------ taps of the admin

    async def taps(self, verb: str, *args: int) -> Toast:
        return await self.dora.taps(verb, *args, chat=self.hall.group)

    async def automates(self, code: str, *, service: bool = False) -> tuple[int, int]:
        """In front of the automation card of an event or of its service; the numbers that its buttons carry."""
        await self.manages(self.dora, code)
        await self.dora.presses("a-auto", chat=self.hall.group)
        if not service:
            return self.hall.event(code), EVENT
        (row,) = await self.hall.studio.rows(events, events.c.id == self.hall.event(code))
        await self.dora.presses("a-service", chat=self.hall.group)
        return int(row.service_id), SERVICE

    async def mode(
        self, code: str, mode: Mode, *, service: bool = False, withdraw: bool | None = None
    ) -> Toast:
        """Another mode; `withdraw` says what becomes of open offers, where that is asked."""
        scope = await self.automates(code, service=service)
        await self.taps("a-auto-modes", *scope)
        return await self._saves(*scope, MODE, MODES.index(mode), withdraw=withdraw)

    async def rules(
        self, code: str, rules: Mapping[str, Value], *, service: bool = False, withdraw: bool | None = None
    ) -> Toast:
        """Another choice of one rule: what would hold is shown first, then it is saved."""
        scope = await self.automates(code, service=service)
        knob = next(number for number, known in KNOBS.items() if rules.keys() == known.choices[-1].keys())
        choice = list(KNOBS[knob].choices).index(rules)
        await self.taps("a-auto-rule", *scope, knob)
        return await self._saves(*scope, knob, choice, withdraw=withdraw)

    async def _saves(self, *what: int, withdraw: bool | None = None) -> Toast:
        await self.taps("a-auto-ask", *what)
        await self.sees("auto-new")
        if withdraw is None:
            return await self.taps("a-auto-do")
        await self.sees("auto-open-offers")
        return await self.taps("a-auto-do", *what, WITHDRAW if withdraw else KEEP)

    async def card(self) -> str:
        """The text of the group's newest message."""
        return (await self.dora.newest(self.hall.group)).text

    async def sees(self, *keys: str) -> None:
        """The group's newest message says all of this."""
        text = await self.card()
        for key in keys:
            assert says(self.language, key, text), (key, text)

    # ------------------------------------------------------------------------------------------ what participants do

    async def frees(self, who: Human, code: str) -> None:
        """Somebody cancels."""
        await who.opens(code)
        await who.presses("cancel", "cancel-confirm")

    async def party(self, code: str, name: str, *others: str) -> Human:
        """Several who wait together for an event."""
        who = await self.somebody(name)
        await who.opens(code)
        await who.presses("join", "several")
        await who.taps("party", self.hall.event(code), 1 + len(others))
        await who.types("\n".join(others))
        return who

    async def hears(self, who: Human, *keys: str) -> None:
        """The newest message says all of this."""
        text = (await who.newest()).text
        for key in keys:
            assert says(self.language, key, text), (key, text)

    # ------------------------------------------------------------------------------------------ time

    async def starts_at(self, code: str) -> datetime:
        (row,) = await self.hall.studio.rows(events, events.c.id == self.hall.event(code))
        moment: datetime = row.starts_at
        return moment

    async def until(self, code: str, **left: float) -> None:
        """Time goes on until the event begins in no more than this."""
        now = self.hall.calendar()
        gone = await self.starts_at(code) - timedelta(**left) - now
        await self.hall.forward(minutes=gone.total_seconds() / 60)

    # ------------------------------------------------------------------------------------------ rows

    async def asked(self, code: str) -> list[str]:
        """Who has an open offer, by name, in the order in which they were made."""
        return [await self._name(row) for row in await self.open_offers(code)]

    async def open_offers(self, code: str) -> list[Any]:
        event = offers.c.event_id == self.hall.event(code)
        return await self.hall.studio.rows(offers, event, offers.c.status == "pending")

    async def seated(self, code: str) -> list[str]:
        """Who is booked, by name."""
        event = bookings.c.event_id == self.hall.event(code)
        rows = await self.hall.studio.rows(bookings, event, bookings.c.active == 1)
        return [await self._name(row) for row in rows]

    async def places(self, code: str) -> dict[str, str]:
        """How those who were ever in line stand, by name."""
        rows = await self.hall.studio.rows(entries, entries.c.event_id == self.hall.event(code))
        return {await self._name(row): row.status for row in rows}

    async def _name(self, row: Any) -> str:
        (person,) = await self.hall.studio.rows(participants, participants.c.id == row.person_id)
        return str(person.name)

"""Many people who want few seats at the same moment, and what became of each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from bot.demo.guests import NAMES, Guest, crowd
from bot.demo.hands import done, opens, taps
from bot.demo.process import DemoFailed
from bot.demo.seeding import OTHERS
from bot.sandbox import Driver, Phone, Shown
from bot.sandbox.driver import DriverError

Outcome = Literal["booked", "full", "waiting", "failed"]
PATIENCE = 30.0
EARLIER = OTHERS
"""Names that are taken."""
MOST = NAMES - EARLIER
"""The largest crowd in which everybody has a name of their own."""
AT_ONCE = 25
"""How many look for the event at a time before it begins, as nobody presses Start two hundred at once."""


@dataclass(slots=True)
class Answer:
    """What one person got: `ms` from the tap to the bot's answer, `at` ms after the first tap of all."""

    person: int
    name: str
    ms: float = 0.0
    at: float = 0.0
    outcome: Outcome = "failed"
    position: int | None = None


@dataclass(slots=True)
class Crowd:
    """One rush on one event."""

    id: int
    code: str
    people: int
    seats: int
    tell: Callable[[Sequence[dict[str, Any]]], None]
    look: Callable[[str], Awaitable[dict[str, Any]]]
    """The event's panel, with its bookings and its line."""
    works: Callable[[], bool]
    """Whether the bot runs: without it nobody need wait for an answer."""
    state: Literal["gathering", "going", "done"] = "gathering"
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    answers: dict[int, Answer] = field(default_factory=dict)
    _start: float = 0.0

    async def run(self, driver: Driver) -> None:
        """They open the event, all tap Book at once, and whoever got no seat joins the line."""
        phones = [await self._comes(driver, guest) for guest in crowd(self.people, EARLIER)]
        limit = asyncio.Semaphore(AT_ONCE)
        cards = await asyncio.gather(*(self._looks(phone, limit) for phone in phones))
        self.state, self.began, self._start = "going", datetime.now(UTC), time.perf_counter()
        self.tell([])
        await asyncio.gather(
            *(self._wants(phone, card) for phone, card in zip(phones, cards, strict=True) if card is not None)
        )
        self._settle(await self.look(self.code))

    def _settle(self, event: dict[str, Any]) -> None:
        """What the database says counts, also for whose answer was lost on its way."""
        for booking in event["bookings"]:
            if booking["person"] in self.answers:
                self.answers[booking["person"]].outcome = "booked"
        for place in event["line"]:
            if place["person"] in self.answers:
                answer = self.answers[place["person"]]
                answer.outcome, answer.position = "waiting", place["position"]

    async def _comes(self, driver: Driver, guest: Guest) -> Phone:
        phone = await driver.person(guest.first, last_name=guest.last, language_code=guest.language)
        self.answers[phone.id] = Answer(phone.id, f"{guest.first} {guest.last}")
        return phone

    async def _looks(self, phone: Phone, limit: asyncio.Semaphore) -> Shown | None:
        async with limit:
            if not self.works():
                return None
            try:
                return await opens(phone, self.code, PATIENCE)
            except (DemoFailed, DriverError):
                return None

    async def _wants(self, phone: Phone, card: Shown) -> None:
        answer = self.answers[phone.id]
        tapped = time.perf_counter()
        try:
            toast = await taps(phone, card, "book", PATIENCE)
        except (DemoFailed, DriverError):
            return
        if toast.answered:
            answered = time.perf_counter()
            answer.ms, answer.at = (answered - tapped) * 1e3, (answered - self._start) * 1e3
            answer.outcome = "full" if toast.alert else "booked"
            self.tell([asdict(answer)])
        if answer.outcome == "full":
            await self._waits(phone, card, answer)

    async def _waits(self, phone: Phone, card: Shown, answer: Answer) -> None:
        try:
            await done(phone, card, "join", "join-confirm")
        except (DemoFailed, DriverError):
            return
        answer.outcome = "waiting"
        self.tell([asdict(answer)])

    def document(self) -> dict[str, Any]:
        """Everything there is to show."""
        answers = [asdict(answer) for answer in self.answers.values()]
        times = sorted(answer.ms for answer in self.answers.values() if answer.ms)
        return {
            "id": self.id,
            "code": self.code,
            "people": self.people,
            "seats": self.seats,
            "state": self.state,
            "began": self.began.isoformat(),
            "answers": answers,
            "booked": sum(answer["outcome"] == "booked" for answer in answers),
            "waiting": sum(answer["outcome"] == "waiting" for answer in answers),
            "p50": _at(times, 0.50),
            "p99": _at(times, 0.99),
        }


def _at(times: Sequence[float], share: float) -> float | None:
    return times[min(len(times) - 1, round(share * (len(times) - 1)))] if times else None

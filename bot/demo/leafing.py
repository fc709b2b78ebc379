"""Wishing for dates of a month on a phone: pages are turned until a date is there, then it is tapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.demo.desk import called
from bot.demo.hands import PATIENCE, done, follows, sees
from bot.demo.process import DemoFailed
from bot.sandbox import Phone, Shown
from bot.sandbox.shown import Button

PICKS = frozenset({"month-want", "month-drop"})
PAGE = 2
"""Which number of a pick's button is its page."""


@dataclass(frozen=True, slots=True)
class Wishing:
    """What somebody wants: dates by what their service is called on this phone and which of its dates in the month it
    is, the best first; and how many of them."""

    dates: tuple[tuple[str, int], ...]
    count: int = 1


async def wishes(phone: Phone, month: str, wishing: Wishing) -> None:
    """Wish for that in the month called "2026-12". Raises DemoFailed."""
    card = await follows(phone, f"m-{month}", {"month-dates"})
    await done(phone, card, "month-dates")
    leaves = Leaves(phone, card)
    await leaves.arrive(1)
    for name, number in wishing.dates:
        await leaves.want(name, number)
    if wishing.count > 1:
        await done(phone, card, "month", "month-many")
        await done(phone, card, "month-count", which=wishing.count - 1)


@dataclass(slots=True)
class Leaves:
    """The pages of a month's dates on a card, as far as they were seen."""

    phone: Phone
    card: Shown
    page: int = 1
    seen: list[list[Button]] = field(default_factory=list)

    async def want(self, name: str, number: int) -> None:
        """Tap the date."""
        while len(found := list(self._dates(name))) < number:
            await self._turn(len(self.seen) + 1)
        page, button = found[number - 1]
        await self._turn(page)
        await _taps(self.phone, self.card, button.data)

    def _dates(self, name: str) -> Iterator[tuple[int, Button]]:
        for page, buttons in enumerate(self.seen, 1):
            yield from ((page, button) for button in buttons if name in button.label)

    async def _turn(self, page: int) -> None:
        while self.page != page:
            step = self.page + (1 if page > self.page else -1)
            now = await self.arrive(self.page)
            turns = [button for button in now.buttons if _goes(button, step)]
            if not turns:
                raise DemoFailed(f"{self.phone.name} finds no page {step} of the month")
            await _taps(self.phone, self.card, turns[0].data)
            await self.arrive(step)

    async def arrive(self, page: int) -> Shown:
        """Wait until the page is there."""
        now = await sees(
            self.phone, lambda m: m.id == self.card.id and _page(m) == page, f"page {page} of the month"
        )
        self.page = page
        if page > len(self.seen):
            self.seen.append([button for button in now.buttons if called(button).verb in PICKS])
        return now


def _goes(button: Button, page: int) -> bool:
    call = called(button)
    return call.verb == "month-dates" and call.args[1] == page


def _page(message: Shown) -> int:
    """0 where there are no dates."""
    calls = (called(button) for button in message.buttons)
    return next((call.args[PAGE] for call in calls if call.verb in PICKS), 0)


async def _taps(phone: Phone, card: Shown, data: str) -> None:
    toast = await phone.taps(data=data, message=card.id, timeout=PATIENCE)
    if not toast.answered or toast.alert:
        raise DemoFailed(f"{phone.name} tapped {data} and was told: {toast.text or 'nothing'}")

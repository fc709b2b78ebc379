"""The studio's owner manages an event and chooses how its line is handled: taps only, in one of three languages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.demo.month import ASKED_FOR, CROWDED
from bot.demo.seeding import Cast
from bot.demo.show import Show
from engine.settings import Mode
from handlers.admin.automation import MODE
from handlers.admin.events import PAGE
from handlers.admin.modes import MODES
from handlers.admin.scopes import SERVICE
from tests.page.screen import Card, Screen
from tests.page.story import event, persons

LANGUAGES = ("en", "hu", "de")

Look = Callable[[str], Awaitable[None]]


class Owner:
    """Dóra, in front of the group. `look` hears the name of what is seen, whenever there is something to see."""

    def __init__(self, screen: Screen, show: Show, cast: Cast, look: Look) -> None:
        self._screen, self._show, self._cast, self._look = screen, show, cast, look
        self._id = persons(cast).dora

    async def speaks(self, language: str) -> None:
        """The group is spoken to in this language from now on."""
        card = await self._says("/help", "a-language")
        await self._screen.taps(card, "a-language")
        await self._screen.shows(card, "a-help")
        chosen = f"a-language-set:{LANGUAGES.index(language)}"
        if await self._screen.has(card, chosen):
            await self._screen.taps(card, chosen)
            await self._screen.lacks(card, chosen)

    async def manages(self, code: str) -> Card:
        """One seat more, which goes to the line; the card of the event."""
        found = await event(self._show.stage, code)
        number, capacity = found["id"], sum(found[part] for part in ("booked", "offered", "held", "free"))
        card = await self._says("/events", f"a-event:{number}")
        await self._screen.taps(card, f"a-event:{number}")
        await self._screen.shows(card, "a-more")
        await self._look("manage")
        await self._screen.taps(card, "a-more", "a-capacity", f"a-capacity:{number}:{capacity + 1}")
        await self._screen.shows(card, "a-capacity-set")
        await self._look("capacity")
        await self._screen.taps(card, "a-capacity-set")
        await self._screen.shows(card, "a-auto")
        return card

    async def automates(self, card: Card, number: int, service: int) -> None:
        """The dates of the service are balanced: the effect first, then the rules, then what balancing would do."""
        await self._screen.taps(card, "a-auto")
        await self._screen.shows(card, "a-auto-modes")
        await self._look("automate")
        await self._screen.taps(card, f"a-service:{service}")
        await self._chooses(card, service, Mode.SPLITTER, "effect")
        await self._screen.taps(card, "a-events", f"a-event:{number}")
        await self._screen.shows(card, "a-split")
        await self._screen.taps(card, "a-split")
        await self._screen.lacks(card, "a-more")
        await self._screen.taps(card, "a-event", "a-auto", f"a-service:{service}")
        await self._chooses(card, service, Mode.OFFER, "")
        await self._screen.taps(card, "a-events", f"a-event:{number}")
        await self._screen.lacks(card, "a-auto-modes")

    async def balances(self, code: str) -> None:
        """A crowded date and its siblings: what would be offered to whom, the offers, and their end."""
        card = await self._finds(code, "a-split")
        await self._screen.taps(card, "a-split")
        await self._screen.shows(card, "a-split-offers")
        await self._look("balance")
        await self._screen.taps(card, "a-split-offers")
        await self._screen.shows(card, "a-split-finalize-ask")
        await self._look("live")
        await self._screen.taps(card, "a-split-finalize-ask")
        await self._screen.shows(card, "a-split-finalize")
        await self._screen.taps(card, "a-split-finalize")
        await self._screen.shows(card, "a-split-offers")

    async def is_asked(self, code: str) -> None:
        """Somebody has asked for a place; the answer can wait."""
        card = await self._finds(code, "a-requests")
        await self._screen.taps(card, "a-requests", "a-request")
        await self._screen.shows(card, "a-request-book")
        await self._look("request")

    async def meets(self) -> None:
        """Who comes to the one-to-one appointments."""
        card = await self._says("/events", "a-individual")
        await self._screen.taps(card, "a-individual")
        await self._screen.shows(card, "a-hours")
        await self._look("appointments")

    async def _finds(self, code: str, verb: str) -> Card:
        """The card of an event, wherever it stands in the list; it has this button."""
        events = (await self._show.stage.document())["events"]
        (place,) = [place for place, each in enumerate(events) if each["code"] == code]
        card, offset = await self._says("/events", "a-past"), place // PAGE * PAGE
        if offset:
            await self._screen.taps(card, f"a-events:{offset}")
        await self._screen.taps(card, f"a-event:{events[place]['id']}")
        await self._screen.shows(card, verb)
        return card

    async def reads(self, card: Card) -> None:
        """Who did all this."""
        await self._screen.taps(card, "a-audit")
        await self._screen.shows(card, "a-audit-file")
        await self._look("audit")

    async def _chooses(self, card: Card, service: int, mode: Mode, seen: str) -> None:
        wanted = f"a-auto-ask:{service}:{SERVICE}:{MODE}:{MODES.index(mode)}"
        await self._screen.taps(card, "a-auto-modes", wanted)
        await self._screen.shows(card, "a-auto-do")
        if seen:
            await self._look(seen)
        await self._screen.taps(card, "a-auto-do")
        await self._screen.shows(card, "a-auto-modes")

    async def _says(self, text: str, verb: str) -> Card:
        before = await self._screen.newest(self._id)
        await self._cast.phones["Dóra"].types(text, self._cast.group)
        return await self._screen.waits_for(self._id, verb, after=before)


async def manage(screen: Screen, show: Show, cast: Cast, language: str, code: str, look: Look) -> None:
    """All of it, in this language."""
    owner = Owner(screen, show, cast, look)
    await owner.speaks(language)
    card = await owner.manages(code)
    found = await event(show.stage, code)
    await owner.automates(card, found["id"], found["service_id"])
    await owner.reads(card)
    await owner.balances(CROWDED)
    await owner.is_asked(ASKED_FOR)
    await owner.meets()

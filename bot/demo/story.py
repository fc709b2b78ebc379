"""The story: a full class, a line, a cancellation, an offer, an expiry, and an admin who steps in."""

import asyncio
import time
from collections.abc import Callable

from bot.demo.process import DemoFailed
from bot.demo.screen import Screen
from bot.sandbox import Driver, Group, Phone, Shown
from handlers.callbacks import parse

EVENT, MANUAL = "yoga-evening", "pottery-night"
PAUSE = 0.6


class Story:
    """Plays with taps and messages only; each tap is found by what its button does, in whatever language it is."""

    def __init__(
        self, driver: Driver, dora: Phone, group: Group, screen: Screen, bot_id: int, speed: float
    ) -> None:
        self.driver, self.dora, self.group, self.screen = driver, dora, group, screen
        self.bot_id = bot_id
        self.pause = PAUSE / speed if speed > 0 else 0.0
        self.phones: dict[str, Phone] = {}

    async def play(self) -> None:
        """From the first booking to the last."""
        anna, bence, clara = [
            await self.person(*who) for who in (("Anna", "en"), ("Bence", "hu"), ("Clara", "de"))
        ]
        guests = [await self.person(name, "en") for name in ("Emil", "Fiona")]
        await self.full_class(anna, guests)
        await self.line(bence, clara)
        await self.freed_seat(anna, bence)
        await self.expiry(bence, clara)
        await self.by_hand(guests[0], bence)

    async def person(self, name: str, language: str) -> Phone:
        """Whoever is called that, with a phone from their first scene on."""
        if name not in self.phones:
            self.phones[name] = await self.driver.person(name, language_code=language)
        return self.phones[name]

    async def full_class(self, anna: Phone, guests: list[Phone]) -> None:
        self.screen.title("1. Anna takes the last seat")
        for guest in guests:
            await self.book(guest, EVENT, quiet=True)
        self.screen.remark("Two of three seats are taken. Anna opens the link that the studio shared.")
        await self.book(anna, EVENT)

    async def line(self, bence: Phone, clara: Phone) -> None:
        self.screen.title("2. The class is full: Bence and Clara wait, each in their own language")
        for phone in (bence, clara):
            await self.join(phone, EVENT)

    async def freed_seat(self, anna: Phone, bence: Phone) -> None:
        self.screen.title("3. Anna cancels, and the seat is offered to Bence in the same transaction")
        await self.tap(anna, "cancel")
        began = time.perf_counter()
        await self.tap(anna, "cancel-confirm")
        await bence.waits_for(shows("accept"))
        self.screen.remark(
            f"From Anna's tap to the offer on Bence's phone: {(time.perf_counter() - began) * 1e3:.0f} ms."
        )
        await self.look(bence)

    async def expiry(self, bence: Phone, clara: Phone) -> None:
        self.screen.title("4. Bence does not answer: two hours later the seat is Clara's to take")
        offer = await bence.waits_for(shows("accept"))
        self.screen.remark("(the demo pushes the clock ahead)")
        await self.driver.push(minutes=100)
        await bence.waits_for(lambda m: m.id > offer.id and shows("accept")(m))
        await self.look(bence)
        await self.driver.push(minutes=30)
        await clara.waits_for(shows("accept"))
        await bence.waits_for(lambda m: m.id == offer.id and not shows("accept")(m))
        await self.look(bence)
        await self.look(clara)
        await self.tap(clara, "accept")
        await clara.waits_for(shows("cancel"))
        await self.look(clara)

    async def by_hand(self, emil: Phone, bence: Phone) -> None:
        self.screen.title("5. The pottery evening is handled by hand: Dóra decides in the admin group")
        gergo = await self.person("Gergő", "hu")
        for phone in (emil, gergo):
            await self.book(phone, MANUAL, quiet=True)
        await self.join(bence, MANUAL, quiet=True)
        await self.tap(emil, "cancel")
        await self.tap(emil, "cancel-confirm")
        await self.dora.waits_for(lambda m: has(m, lambda verb: "promote" in verb), chat=self.group)
        await self.look(self.group)
        self.screen.does("Dóra", "taps Promote")
        await self.dora.taps("Promote", chat=self.group)
        await bence.waits_for(shows("cancel"))
        await self.look(bence)
        await self.look(self.group)

    async def book(self, phone: Phone, code: str, *, quiet: bool = False) -> None:
        """Open the event by its link and book."""
        await self.open(phone, code, quiet=quiet)
        await self.tap(phone, "book", quiet=quiet)
        await phone.waits_for(shows("cancel"))
        if not quiet:
            await self.look(phone)

    async def join(self, phone: Phone, code: str, *, quiet: bool = False) -> None:
        """Open the event by its link and join the line."""
        await self.open(phone, code, quiet=quiet)
        await self.tap(phone, "join", quiet=quiet)
        await phone.waits_for(shows("join-confirm"))
        if not quiet:
            await self.look(phone)
        await self.tap(phone, "join-confirm", quiet=quiet)
        await phone.waits_for(shows("leave"))
        if not quiet:
            await self.look(phone)

    async def open(self, phone: Phone, code: str, *, quiet: bool) -> None:
        if not quiet:
            self.screen.does(phone.name, f"opens t.me/…?start=e-{code}")
        await phone.start(f"e-{code}")
        await phone.waits_for(lambda m: "Studio A" in m.text)
        if not quiet:
            await self.look(phone)

    async def tap(self, phone: Phone, verb: str, *, quiet: bool = False) -> None:
        """Tap the newest button that does this."""
        label = await self.label(phone, verb)
        if not quiet:
            self.screen.does(phone.name, f"taps {label}")
        toast = await phone.taps(lambda button: does(button.data, verb))
        if not toast.answered or toast.alert:
            raise DemoFailed(f"{phone.name} tapped {label} and was told: {toast.text or 'nothing'}")
        if not quiet:
            self.screen.toast(toast.text)

    async def label(self, phone: Phone, verb: str) -> str:
        message = await phone.waits_for(shows(verb))
        return next(button.label for button in reversed(message.buttons) if does(button.data, verb))

    async def look(self, room: Phone | Group, wanted: Callable[[Shown], bool] = lambda _: True) -> None:
        """Show what is new there, the newest such message, and give the viewer time to read."""
        owner = f"{room.name}'s phone" if isinstance(room, Phone) else "The admin group"
        await self.screen.look(room, owner, self.bot_id, wanted)
        await asyncio.sleep(self.pause)


def does(data: str, verb: str) -> bool:
    """Whether a button with this data does that."""
    call = parse(data)
    return call is not None and call.verb == verb


def has(message: Shown, wanted: Callable[[str], bool]) -> bool:
    """Whether a button of the message has a verb that is wanted."""
    calls = [parse(button.data) for button in message.buttons if button.data]
    return any(call is not None and wanted(call.verb) for call in calls)


def shows(verb: str) -> Callable[[Shown], bool]:
    """Whether a message shows a button that does this."""
    return lambda message: has(message, lambda found: found == verb)

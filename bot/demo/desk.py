"""An admin at work in the group: a card is opened by a command and then led on by its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.hands import PATIENCE, sees
from bot.demo.process import DemoFailed
from bot.sandbox import Group, Phone, Shown
from bot.sandbox.shown import Button
from handlers.callbacks import Call, parse


@dataclass(slots=True)
class Desk:
    """Only what came after the last command counts."""

    admin: Phone
    group: Group
    after: int = 0

    async def opens(self, command: str) -> None:
        """Type it."""
        sent = await self.admin.types(command, chat=self.group)
        self.after = int(sent["message_id"])

    async def month(self) -> None:
        """The card of the first month."""
        await self.opens("/batch")
        await self.presses("a-period")

    async def shows(self, verb: str, *args: int) -> Shown:
        """Wait until a button does this, with numbers that begin so; its message. Raises DemoFailed."""
        fits = pressing(verb, *args)
        return await sees(
            self.group, lambda m: any(map(fits, m.buttons)), f"{verb} in the group", after=self.after
        )

    async def hears(self) -> None:
        """Wait for a letter about a month that has come since. Raises DemoFailed."""
        await sees(self.group, _tells, "a letter in the group", after=self.after)

    async def presses(self, verb: str, *args: int) -> str:
        """Tap that button; what it says. Raises DemoFailed where the bot refuses."""
        card = await self.shows(verb, *args)
        button = next(filter(pressing(verb, *args), card.buttons))
        toast = await self.admin.taps(data=button.data, message=card.id, chat=self.group, timeout=PATIENCE)
        if not toast.answered or toast.alert:
            raise DemoFailed(f"{self.admin.name} tapped {verb} and was told: {toast.text or 'nothing'}")
        return button.label


def _tells(message: Shown) -> bool:
    return {called(button).verb for button in message.buttons} == {"a-period"}


def pressing(verb: str, *args: int) -> Callable[[Button], bool]:
    """Whether a button does this, with numbers that begin so."""

    def fits(button: Button) -> bool:
        call = called(button)
        return call.verb == verb and call.args[: len(args)] == args

    return fits


def called(button: Button) -> Call:
    """What it does; nothing for a button that only leads elsewhere."""
    return parse(button.data) or Call("", ())

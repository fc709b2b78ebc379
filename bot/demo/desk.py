"""An admin at work in the group: a card is opened by a command and then led on by its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.hands import PATIENCE, sees
from bot.demo.process import DemoFailed
from bot.sandbox import Group, Phone, Shown
from bot.sandbox.shown import Button
from handlers.callbacks import Call, parse

Fits = Callable[[Button], bool]


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
        return await self.sees(pressing(verb, *args), verb)

    async def sees(self, fits: Fits, what: str) -> Shown:
        """Wait until such a button is there; its message. Raises DemoFailed that names `what`."""
        return await sees(
            self.group, lambda m: any(map(fits, m.buttons)), f"{what} in the group", after=self.after
        )

    async def has_only(self, *verbs: str, patience: float = PATIENCE) -> Shown:
        """Wait for a message whose buttons do just these things. Raises DemoFailed."""

        def only(message: Shown) -> bool:
            return [called(button).verb for button in message.buttons] == [*verbs]

        return await sees(self.group, only, f"{' and '.join(verbs)} in the group", patience, self.after)

    async def presses(self, verb: str, *args: int) -> str:
        """Tap that button; what it says. Raises DemoFailed where the bot refuses."""
        return await self.taps(pressing(verb, *args), verb)

    async def taps(self, fits: Fits, what: str) -> str:
        """Tap such a button; what it says. Raises DemoFailed where the bot refuses."""
        card = await self.sees(fits, what)
        button = next(filter(fits, card.buttons))
        toast = await self.admin.taps(data=button.data, message=card.id, chat=self.group, timeout=PATIENCE)
        if not toast.answered or toast.alert:
            raise DemoFailed(f"{self.admin.name} tapped {what} and was told: {toast.text or 'nothing'}")
        return button.label

    async def version(self, than: int = 0) -> int:
        """Wait for a version that can be looked through, newer than that one; its id. Raises DemoFailed."""
        card = await self.sees(_newer(than), "a newer version")
        return next(called(button).args[1] for button in card.buttons if _newer(than)(button))


def _newer(than: int) -> Fits:
    def fits(button: Button) -> bool:
        call = called(button)
        return call.verb == "a-batch-final-ask" and call.args[1] > than

    return fits


def pressing(verb: str, *args: int) -> Fits:
    """Whether a button does this, with numbers that begin so."""

    def fits(button: Button) -> bool:
        call = called(button)
        return call.verb == verb and call.args[: len(args)] == args

    return fits


def called(button: Button) -> Call:
    """What it does; nothing for a button that only leads elsewhere."""
    return parse(button.data) or Call("", ())

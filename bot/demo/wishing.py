"""The month before it is planned: the owner opens it and names somebody who may approve, and people wish for dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.demo.hands import PATIENCE, sees
from bot.demo.leafing import Wishing
from bot.demo.names import CLIMBING, PAINTING, TANGO, Words
from bot.demo.process import DemoFailed
from bot.sandbox import Group, Phone
from bot.sandbox.shown import Button
from engine.roles import ROLES
from handlers.callbacks import Call, parse

Date = tuple[Words, int]
T1, T2, T3 = ((TANGO, number) for number in range(1, 4))
C1, C2 = ((CLIMBING, number) for number in range(1, 3))
P1, P2 = ((PAINTING, number) for number in range(1, 3))

WISHES: tuple[tuple[int, tuple[Date, ...]], ...] = (
    (1, (T1, T2)), (1, (T1,)), (1, (T1, C1)), (2, (T1, P1, T3)), (1, (T1,)),
    (1, (C1, T1)), (1, (C1, C2)), (1, (C1,)), (1, (C1, P1)), (1, (C2, C1)),
    (1, (T2,)), (2, (T2, P1)), (1, (P1,)), (1, (P1, P2)), (1, (P1,)),
    (1, (P1, C1)), (1, (T1, C1)), (1, (P1,)), (1, (T1,)), (1, (C1,)),
)  # fmt: skip
"""How many each wants of which dates. More want the first dates than there are seats, and tango and climbing are at the
same time."""


def wishing(language: str, count: int, dates: tuple[Date, ...]) -> Wishing:
    """As it reads on a phone in this language."""
    return Wishing(tuple((names[language], number) for names, number in dates), count)


async def opens_month(admin: Phone, group: Group, first: date) -> None:
    """Wishes are open for the month that begins then, as long as that can be. Raises DemoFailed."""
    name = f"{first:%Y-%m}"
    await admin.types("/batch", chat=group)
    await presses(admin, group, "a-period-open", int(f"{first:%Y%m}"))
    await presses(admin, group, "a-period-begin")
    await sees(group, lambda m: any(_call(b).verb == "a-period-close-ask" for b in m.buttons), f"{name} open")


async def names_approver(owner: Phone, group: Group, other: Phone) -> None:
    """The other may approve what two have to decide. Raises DemoFailed."""
    await owner.types("/roles", chat=group)
    await presses(owner, group, "a-role", other.id)
    await presses(owner, group, "a-role-ask", other.id, ROLES.index("approver"))
    await presses(owner, group, "a-role-give")


async def presses(admin: Phone, group: Group, verb: str, *args: int) -> None:
    """Tap the newest button in the group that does this, with numbers that begin so. Raises DemoFailed where the bot
    refuses."""
    fits = _presses(verb, args)
    await sees(group, lambda message: any(map(fits, message.buttons)), f"{verb} in the group")
    toast = await admin.taps(fits, chat=group, timeout=PATIENCE)
    if not toast.answered or toast.alert:
        raise DemoFailed(f"{admin.name} tapped {verb} and was told: {toast.text or 'nothing'}")


def _presses(verb: str, args: tuple[int, ...]) -> Callable[[Button], bool]:
    def fits(button: Button) -> bool:
        call = _call(button)
        return call.verb == verb and call.args[: len(args)] == args

    return fits


def _call(button: Button) -> Call:
    return parse(button.data) or Call("", ())

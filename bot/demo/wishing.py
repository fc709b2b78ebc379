"""The month before it is planned: the owner opens it and names somebody who may approve, and people wish for dates."""

from __future__ import annotations

from datetime import date

from bot.demo.desk import Desk
from bot.demo.leafing import Wishing
from bot.demo.names import CLIMBING, PAINTING, TANGO, Words
from bot.sandbox import Phone
from engine.roles import ROLES

Date = tuple[Words, int]
T1, T2, T3, T4 = ((TANGO, number) for number in range(1, 5))
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


async def opens_month(desk: Desk, first: date) -> None:
    """Wishes are open for the month that begins then, as long as that can be. Raises DemoFailed."""
    await desk.opens("/batch")
    await desk.presses("a-period-open", int(f"{first:%Y%m}"))
    await desk.presses("a-period-begin")
    await desk.shows("a-period-close-ask")


async def names_approver(desk: Desk, other: Phone) -> None:
    """The other may approve what two have to decide. Raises DemoFailed."""
    await desk.opens("/roles")
    await desk.presses("a-role", other.id)
    await desk.presses("a-role-ask", other.id, ROLES.index("approver"))
    await desk.presses("a-role-give")

"""What admins do to whole events, as calls of a crowd."""

from collections.abc import Sequence
from datetime import timedelta

from engine.ports import Facts, Steps, Work
from engine.rules.configuring import Change, OpenOffers
from engine.services import balancing, configuring, dates
from engine.services.configuring import Switches
from engine.services.who import AdminTap
from tests.races.arena import Arena, Call
from tests.services.world import HOUR, NOW


def call_off(admin: AdminTap, event: int = 1) -> Call:
    return lambda on: dates.call_off(on, admin, event)


def move_date(admin: AdminTap, arena: Arena, event: int = 1, by: timedelta = HOUR) -> Call:
    """`by`: later than it was planned at first."""
    starts_at = NOW + arena.world.starts_in + event * HOUR + by
    return lambda on: dates.move_date(on, admin, event, starts_at, starts_at + HOUR)


def configure(admin: AdminTap, change: Change, which: OpenOffers, event: int = 1) -> Call:
    return lambda on: configuring.configure_event(on, admin, event, change, which)


def configure_service(
    admin: AdminTap, events: Sequence[int], service: int, change: Change, which: OpenOffers
) -> Call:
    async def call(on: Work) -> Facts:
        return flat(await configuring.configure_service(on, admin, service, events, change, which))

    return call


def configure_account(admin: AdminTap, events: Sequence[int], switches: Switches) -> Call:
    async def call(on: Work) -> Facts:
        return flat(await configuring.configure_account(on, admin, 1, events, switches))

    return call


def distribute(admin: AdminTap, events: Sequence[int], *, direct: bool = False) -> Call:
    async def call(on: Work) -> Facts:
        return flat(await balancing.distribute(on, admin, events, {}, direct=direct))

    return call


def finalize(admin: AdminTap, events: Sequence[int], offers: Sequence[int], split: int) -> Call:
    async def call(on: Work) -> Facts:
        return flat(await balancing.finalize(on, admin, events, offers, split))

    return call


def flat(steps: Steps) -> Facts:
    """The facts of all events, in order."""
    return [fact for _, facts in steps for fact in facts]

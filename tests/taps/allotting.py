"""How a month's allocation stands before a tap: wishes closed, a version computed, somebody pinned, all booked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from engine.rules.periods import IN_A_WEEK
from engine.services import month, runs
from engine.services.who import AdminTap, Tap
from storage.tables import events, friendships, periods
from storage.tables import runs as run_rows
from tests.taps.hall import Human
from tests.taps.months import ZONE, month_after_next
from tests.taps.stages import Stage

BORI = AdminTap(990, "Bori", reason="Because")
UPDATES = count(500_000_000)
"""Of taps that nobody has made; far from those of the sandbox."""
WISHES = {"Anna": (0,), "Ben": (0,), "Cleo": (0, 1)}
"""Who wishes for which dates, best first: three for the two seats of the first."""


def rooms(stage: Stage) -> Any:
    return stage.hall.house.intake._rooms


def bori() -> AdminTap:
    """Another admin's tap, long ago."""
    return replace(BORI, update_id=next(UPDATES))


async def dated(stage: Stage, dates: int = 3, apart: int = 7, seats: int = 2) -> list[int]:
    """Dates of two seats (or so many), a week apart in the month after next; their ids by start."""
    first = date.fromisoformat(f"{month_after_next(stage)}-03")
    made = [
        {
            "code": f"choir-{at + 1}",
            "starts_at": f"{first + timedelta(days=apart * at)}T18:00",
            "minutes": 60,
            "capacity": seats,
        }
        for at in range(dates)
    ]
    choir = {"code": "choir", "kind": "group", "name": {"en": "Choir", "hu": "Kórus", "de": "Chor"}}
    await stage.hall.studio.open({"services": [{**choir, "mode": "manual", "events": made}]})
    found = [row for row in await stage.hall.studio.rows(events) if row.code.startswith("choir-")]
    stage.hall.studio.events |= {row.code: row.id for row in found}
    return [row.id for row in sorted(found, key=lambda row: row.starts_at)]


async def wished(
    stage: Stage,
    wishes: dict[str, tuple[int, ...]] | None = None,
    dates: int = 3,
    apart: int = 7,
    seats: int = 2,
    companions: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    wanted: int = 1,
    pairs: Sequence[tuple[str, str]] = (),
) -> dict[str, Human]:
    """Everybody has given their wishes, how many dates they want and whom they bring, and they are closed. Whoever
    wishes, by name; `pairs` want to come together."""
    made, known = await dated(stage, dates, apart, seats), {}
    (opened, *_) = await month.open_(rooms(stage).months, bori(), month_after_next(stage), IN_A_WEEK)
    for name, chosen in (WISHES if wishes is None else wishes).items():
        known[name] = await stage.somebody(name)
        person = await stage.person_id(known[name])
        for at in chosen:
            tap = Tap(person, next(UPDATES))
            await month.choose(rooms(stage).months, tap, opened.id, made[at], equal=False)
        if wanted > 1:
            await month.set_count(rooms(stage).months, Tap(person, next(UPDATES)), opened.id, wanted)
        if party := companions.get(name):
            tap = Tap(person, next(UPDATES))
            await month.set_party(rooms(stage).months, tap, opened.id, 1 + len(party), party)
    for one, other in pairs:
        await _together(stage, opened.id, known[one], known[other])
    await month.close(rooms(stage).months, bori(), opened.id)
    return known


async def _together(stage: Stage, period: int, one: Human, other: Human) -> None:
    """The one asks, the other says yes."""
    months, asker = rooms(stage).months, await stage.person_id(one)
    await month.ask_friend(months, Tap(asker, next(UPDATES)), period)
    asked = (friendships.c.person_id == asker, friendships.c.status == "asked")
    (row,) = await stage.hall.studio.rows(friendships, *asked)
    agreeing = Tap(await stage.person_id(other), next(UPDATES))
    await month.agree(months, agreeing, period, row.id, row.link)


async def period_id(stage: Stage) -> int:
    (row,) = await stage.hall.studio.rows(periods)
    return int(row.id)


async def run_id(stage: Stage) -> int:
    """Of the newest version."""
    return int((await stage.hall.studio.rows(run_rows))[-1].id)


async def looking(stage: Stage) -> Human:
    """An admin in front of the month."""
    return await _in_front(stage, await stage.admin())


async def _in_front(stage: Stage, dora: Human) -> Human:
    await dora.types("/batch", chat=stage.hall.group)
    await dora.taps("a-period", await period_id(stage), chat=stage.hall.group)
    return dora


async def ended(stage: Stage) -> Human:
    """Wishes are closed, and nothing is computed yet."""
    await wished(stage)
    return await looking(stage)


async def many(stage: Stage) -> Human:
    """In front of the plan of a month with more dates than a card has room for."""
    await wished(stage, dates=19, apart=1)
    dora = await looking(stage)
    await dora.presses("a-batch-plan", chat=stage.hall.group)
    return dora


async def odd(stage: Stage) -> Human:
    """In front of a plan with something odd in it."""
    dora = await ended(stage)
    await dora.presses("a-batch-plan", chat=stage.hall.group)
    return dora


async def execute(stage: Stage, *, keep: bool = False) -> int:
    """Another version, by another admin."""
    period = await period_id(stage)
    made = await runs.execute(rooms(stage).runs, bori(), period, "balanced", "most", keep=keep)
    return made.run_id


async def executed(stage: Stage) -> Human:
    """In front of the month with a version: two have a place at the first date, Cleo one or the other, and one of the
    others may have none."""
    await wished(stage)
    await execute(stage)
    return await looking(stage)


async def lacking(stage: Stage) -> Human:
    """The same, with somebody who has no place."""
    await _one_short(stage)
    return await looking(stage)


async def _one_short(stage: Stage) -> dict[str, Human]:
    known = await wished(stage, {"Anna": (0,), "Ben": (0,), "Cleo": (0,)})
    await execute(stage)
    return known


async def begun(stage: Stage) -> Human:
    """In front of a version that is being computed."""
    await wished(stage)
    await begin(stage)
    return await looking(stage)


async def begin(stage: Stage) -> None:
    """Another admin's version; nothing of it is computed."""
    await runs.begin(rooms(stage).runs, bori(), await period_id(stage), "balanced")


async def versions(stage: Stage) -> Human:
    """Two versions; in the second somebody is pinned."""
    await _one_short(stage)
    await pinned(stage)
    await execute(stage, keep=True)
    return await looking(stage)


async def pinned(stage: Stage) -> int:
    """Whoever has no place in the newest version is pinned at the first date; their id."""
    page = await rooms(stage).views.run_short(await run_id(stage), 0, 9)
    person: int = page.items[0].person_id
    await pin(stage, person, stage.hall.event("choir-1"))
    return person


async def pin(stage: Stage, person: int, event: int) -> None:
    """Another admin decides it."""
    await runs.pin(rooms(stage).runs, bori(), await period_id(stage), person, event)


async def same_time(stage: Stage) -> int:
    """A date at the same time as the first; its id."""
    (first,) = await stage.hall.studio.rows(events, events.c.code == "choir-1")
    start = first.starts_at.astimezone(ZoneInfo(ZONE))
    made = {"code": "choir-x", "starts_at": f"{start:%Y-%m-%dT%H:%M}", "minutes": 60, "capacity": 2}
    choir = {"code": "choir", "kind": "group", "name": {"en": "Choir"}, "mode": "manual", "events": [made]}
    await stage.hall.studio.open({"services": [choir]})
    (row,) = await stage.hall.studio.rows(events, events.c.code == "choir-x")
    return int(row.id)


async def said(stage: Stage) -> Human:
    """A version, and something that admins have decided since."""
    await _one_short(stage)
    await pinned(stage)
    return await looking(stage)


async def approver(stage: Stage) -> Human:
    """An owner in front of the month with a version; only an approver may finalize."""
    await wished(stage)
    await execute(stage)
    return await _in_front(stage, await stage.owner("Dora"))


async def finalized(stage: Stage) -> dict[str, Human]:
    """The month is booked, and all of them have heard; whoever wished, by name."""
    known = await _one_short(stage)
    run = await run_id(stage)
    await runs.finalize(rooms(stage).runs, bori(), await period_id(stage), run)
    await stage.hall.settle()
    return known


async def few(stage: Stage) -> Human:
    """In front of the month that is booked, with a date that nobody has wished for and that needs somebody."""
    await wished(stage)
    late = events.update().where(events.c.code == "choir-3").values(minimum=2)
    await stage.hall.house.database.transact(lambda connection: connection.execute(late))
    run = await execute(stage)
    await runs.finalize(rooms(stage).runs, bori(), await period_id(stage), run)
    await stage.hall.settle()
    return await looking(stage)


async def proved(stage: Stage) -> Human:
    """In front of the month that is booked."""
    await finalized(stage)
    return await looking(stage)


async def lacked(stage: Stage) -> Human:
    """Whoever had no place, in front of their month."""
    known = await finalized(stage)
    page = await rooms(stage).views.run_short(await run_id(stage), 0, 9)
    anna = known[page.items[0].name]
    await anna.types("/month")
    return anna


async def crowded(stage: Stage) -> Human:
    """In front of more that has changed than a page has room for."""
    known = await wished(stage, {f"Guest {number}": (0,) for number in range(9)})
    await execute(stage)
    period = await period_id(stage)
    for human in known.values():
        person = await stage.person_id(human)
        await runs.exclude(rooms(stage).runs, bori(), period, person, None)
    dora = await looking(stage)
    await dora.presses("a-batch-final-ask", chat=stage.hall.group)
    return dora

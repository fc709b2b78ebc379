"""How a month stands before a tap: dates in it, wishes open, what somebody wants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from engine.rules.periods import IN_A_WEEK, coming, offered
from engine.rules.periods import deadlines as deadlines_of
from storage.tables import events, periods
from tests.taps.hall import Human
from tests.taps.stages import Stage

ZONE = "Europe/Budapest"


def month_after_next(stage: Stage) -> str:
    """Far enough for every deadline, whatever the day is."""
    return coming(stage.hall.calendar(), ZONE)[1]


def number(month: str) -> int:
    """As buttons carry it."""
    return int(month.replace("-", ""))


async def dated(stage: Stage) -> list[int]:
    """Three dates a week apart and ten the day after the first, in the month after next; their ids by start."""
    first = date.fromisoformat(f"{month_after_next(stage)}-03")
    days = [(first + timedelta(days=after), 18, 0) for after in (0, 7, 14)]
    days += [(first + timedelta(days=1), 9, minute * 5) for minute in range(10)]
    dates: list[dict[str, Any]] = [
        {
            "code": f"choir-{at}",
            "starts_at": f"{day}T{hour:02}:{minute:02}",
            "minutes": 60,
            "capacity": 2,
        }
        for at, (day, hour, minute) in enumerate(days, 1)
    ]
    choir = {"code": "choir", "kind": "group", "name": {"en": "Choir", "hu": "Kórus", "de": "Chor"}}
    await stage.hall.studio.open({"services": [{**choir, "mode": "offer", "events": dates}]})
    found = [row for row in await stage.hall.studio.rows(events) if row.code.startswith("choir-")]
    stage.hall.studio.events |= {row.code: row.id for row in found}
    return [row.id for row in sorted(found, key=lambda row: row.starts_at)]


async def alike(stage: Stage, month: str) -> int:
    """The date of another month that is like the first of the month after next; its id."""
    first = date.fromisoformat(f"{month_after_next(stage)}-03")
    days = (date.fromisoformat(f"{month}-{day:02}") for day in range(1, 8))
    day = next(day for day in days if day.weekday() == first.weekday())
    made = {"code": "choir-alike", "starts_at": f"{day}T18:00", "minutes": 60, "capacity": 2}
    choir = {"code": "choir", "kind": "group", "name": {"en": "Choir"}, "mode": "offer", "events": [made]}
    await stage.hall.studio.open({"services": [choir]})
    (row,) = await stage.hall.studio.rows(events, events.c.code == "choir-alike")
    return int(row.id)


async def batch(stage: Stage) -> Human:
    """An admin in front of the coming months."""
    await dated(stage)
    dora = await stage.admin()
    await dora.types("/batch", chat=stage.hall.group)
    return dora


async def deadlines(stage: Stage) -> Human:
    """In front of the question until when."""
    dora = await batch(stage)
    await dora.taps("a-period-open", number(month_after_next(stage)), chat=stage.hall.group)
    return dora


def in_a_week(stage: Stage) -> int:
    """That deadline of the month, as a button has it."""
    until = deadlines_of(month_after_next(stage), stage.hall.calendar(), ZONE)[IN_A_WEEK]
    return offered(IN_A_WEEK, until, ZONE)


async def opened(stage: Stage) -> Human:
    """Wishes are open for a week, and the admin is in front of the month."""
    dora = await deadlines(stage)
    month = number(month_after_next(stage))
    await dora.taps("a-period-begin", month, in_a_week(stage), chat=stage.hall.group)
    return dora


async def closed(stage: Stage) -> Human:
    """They are closed again."""
    dora = await opened(stage)
    await dora.presses("a-period-close-ask", "a-period-close", chat=stage.hall.group)
    return dora


async def period_id(stage: Stage) -> int:
    (row,) = await stage.hall.studio.rows(periods)
    return int(row.id)


async def wishing(stage: Stage, name: str = "Anna") -> Human:
    """Somebody in front of the month; wishes are open."""
    if not await stage.hall.studio.rows(periods):
        await opened(stage)
    anna = await stage.somebody(name)
    await anna.types("/month")
    return anna


async def wished(stage: Stage) -> Human:
    """Anna has chosen a date, and is in front of her wishes."""
    anna = await wishing(stage)
    await anna.presses("month-dates", "month-want", "month")
    return anna


async def picking(stage: Stage) -> Human:
    """The same, in front of the dates."""
    anna = await wishing(stage)
    await anna.presses("month-dates", "month-want")
    return anna


async def link_of(anna: Human) -> str:
    """What the link in the newest message carries."""
    text = (await anna.newest()).text
    return text.rpartition("?start=")[2].split()[0]


async def linked(stage: Stage) -> Human:
    """Anna has made a link."""
    anna = await wished(stage)
    await anna.presses("month-friends", "month-friend-ask")
    return anna


async def invited(stage: Stage) -> Human:
    """Ben has opened it."""
    anna = await linked(stage)
    ben = await stage.somebody("Ben")
    await ben.starts(await link_of(anna))
    return ben

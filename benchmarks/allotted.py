"""A month that is wished for, closed and computed, one tap before it is final; and seats beside it whose holders
cancel, so that somebody is offered one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

import sqlalchemy as sa

from benchmarks.updates import tap
from benchmarks.world import STARTS_IN, World, now
from engine.facts import MonthFact, WishesStated
from engine.month import Month, Ranked
from engine.ports import Act, Actor, MonthAsk
from engine.rules.periods import IN_THREE_DAYS
from engine.services import month, runs
from engine.services.who import AdminTap
from handlers.callbacks import pack
from storage.database import Database
from storage.month import SqlMonths
from storage.runs import SqlRuns
from storage.tables import letters

SEATS = 40
PEOPLE_AN_EVENT = 50
CHOICES = 3
OLGA = AdminTap(900, "Olga", reason="the month")
Cancellation = tuple[int, bytes]
"""Who is next in line, and the tap of whoever cancels."""


@dataclass(frozen=True, slots=True)
class Allotted:
    """A version that can be finalized, for so many people, and people who will cancel something else."""

    period_id: int
    number: int
    people: frozenset[int]
    cancellations: Iterator[Cancellation]


async def allotted(database: Database, people: int, cancellations: int) -> Allotted:
    """Everybody wishes for three dates of the month after next; four in five get a place."""
    world = World(database)
    everybody = world.studio(people + 2 * cancellations)
    first = _first_of_a_month(now())
    dates = [
        world.event(SEATS, starts=first + timedelta(days=number % 25, hours=9 + number // 25 % 10))
        for number in range(ceil(people / PEOPLE_AN_EVENT))
    ]
    taps = _cancellations(world, everybody[people:], cancellations)
    await world.plant()
    months, computed = SqlMonths(database, now), SqlRuns(database, now)
    (opened, *_) = await month.open_(months, OLGA, f"{first:%Y-%m}", IN_THREE_DAYS)
    await _wish(months, opened.id, everybody[:people], dates)
    await month.close(months, OLGA, opened.id)
    made = await runs.execute(computed, OLGA, opened.id, "balanced")
    told = sa.update(letters).where(letters.c.status == "queued", letters.c.person_id.is_not(None))
    await database.execute(told.values(status="dropped"))  # what they hear of closed wishes is not measured
    return Allotted(opened.id, made.number, frozenset(everybody[:people]), iter(taps))


def _first_of_a_month(moment: datetime) -> datetime:
    """So far ahead that nothing else is in it."""
    this = (moment + STARTS_IN).replace(day=1)
    coming = (this + timedelta(days=32)).replace(day=1)
    return datetime(coming.year, coming.month, 1, tzinfo=UTC)


def _cancellations(world: World, people: list[int], number: int) -> list[Cancellation]:
    made = []
    for holder, waiter in zip(people[:number], people[number:], strict=True):
        event_id = world.event(1, [waiter])
        booking_id = world.booking(event_id, holder)
        made.append((waiter, tap(holder, pack("cancel-confirm", event_id, booking_id))))
    return made


async def _wish(months: SqlMonths, period_id: int, people: list[int], dates: list[int]) -> None:
    """Everybody has said it, in one decision: what is measured comes later."""
    few = min(CHOICES, len(dates))

    def stated(_: Month, act: Act) -> list[MonthFact]:
        return [
            WishesStated(
                id=act.new_id(),
                period_id=period_id,
                person_id=person_id,
                choices=tuple(Ranked(dates[(at + by) % len(dates)], by + 1) for by in range(few)),
                count=1,
                at_most="",
                weekdays=(),
                seats=1,
                names=(),
                standing=False,
            )
            for at, person_id in enumerate(people)
        ]

    await months.decide(MonthAsk(by=Actor("job", name="wishes"), period_id=period_id), stated)

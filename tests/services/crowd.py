"""Everybody at once, at random, about a month that is final: people, admins, jobs, files, other months, repairs, locks.
Nobody asks first whether it may be done."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any, cast

from engine.catalogue import Catalogue, CatalogueErrors, EventPlan, PersonPlan, ServicePlan
from engine.locks import Who
from engine.refusals import Refusal
from engine.services import booking, by_hand, capacity, dates, locks, month, moving, repair, runs
from engine.services.who import AdminTap
from engine.settings import Mode
from engine.state import TimeWindow
from storage.catalogue import ImportRefused, import_catalogue
from storage.catalogue.people import import_people
from storage.repairs import SqlRepairs
from storage.tables import bookings, events, repairs, unlocks
from storage.tables import locks as lock_rows
from tests.rules.greedy import greedy
from tests.services import everything, moves, persisted
from tests.services.everything import Here
from tests.services.moves import Move, words
from tests.services.studio import ADA, BEN, DAY, FIRST, HOUR
from tests.services.test_locks import CLEO, CLOSED, COLLECTING, House

Deed = Callable[[], Awaitable[Any]]
ADMINS = (ADA, BEN, CLEO)
EVENTS, PEOPLE, GUESTS = 3, 6, 2
ALL_MOVES = words(
    " ".join((moves.PERSONS, moves.ADMINS, moves.EVENTS, moves.REQUESTS, moves.JOBS, everything.WIDE))
)


async def final(house: House, mode: Mode = Mode.MANUAL) -> None:
    """Persons 1 and 2 have a place at event 1, persons 3 and 4 at event 2; event 3 is empty."""
    await house.begin(3, 3, 3, people=everything.PEOPLE + GUESTS, mode=mode)
    for person, event in ((1, 1), (2, 1), (3, 2), (4, 2)):
        await house.wish(person, event)
    await house.close()
    await house.finalize((await house.execute()).run_id)


class Crowd:
    """Somebody does something."""

    def __init__(self, house: House, seed: int) -> None:
        self.house, self.random = house, Random(seed)
        self.repairs = SqlRepairs(house.database, house.clock)
        months, about = self.month_deeds(), self.lock_deeds()
        self.deeds: list[Deed] = [
            *[self.moves] * 32,
            *[self.moved, self.rescheduled, self.displaced, self.back_in_line] * 5,
            *[self.cancelled] * 2,
            *[self.asks_to_open, self.answers] * 4,
            *[self.file, self.regulars, self.slot, self.called_off, self.another_month],
            *[self.repairs_it, self.agrees_to_repair, self.repair_ends] * 2,
            *[lambda: self.random.choice(months)()] * 5,
            *[lambda: self.random.choice(about)()] * 3,
            *[self.waits] * 5,
        ]

    async def does(self) -> None:
        """One thing; or it is refused."""
        try:
            await self.random.choice(self.deeds)()
        except (Refusal, ImportRefused, CatalogueErrors):
            self.house.facts.clear()

    def admin(self) -> AdminTap:
        return self.house.by(self.random.choice(ADMINS))

    def person(self) -> int:
        return self.random.randint(1, PEOPLE)

    def event(self) -> int:
        return self.random.randint(1, EVENTS)

    async def booked(self) -> Any:
        """Some booking, over or not; mostly a place of the month."""
        placed = [bookings.c.period_id.is_not(None)] if self.random.random() < 0.7 else []
        return self.random.choice(await self.house.rows(bookings, *placed))

    # ------------------------------------------------------------------------------------------- about seats

    async def moves(self) -> None:
        """Whatever people, admins and jobs can do, see `moves` and `everything`."""
        states = await persisted.states(self.house.database)
        lines = [state.line for state in states.values()]
        joined = {each.id: self.house.now for line in lines for each in line.entries.values()}
        here = Here({event_id: states[event_id] for event_id in range(1, EVENTS + 1)}, joined)
        chance = self.random
        move = Move(
            chance.choice(ALL_MOVES),
            person=chance.randint(1, everything.PEOPLE),
            row=chance.randint(0, 11),
            party=chance.choice([1, 1, 2, 3]),
            by_owner=chance.random() < 0.95,
            update=next(self.house._updates),
        )
        await everything.call(move, self.event(), here)(self.house.work)

    async def moved(self) -> None:
        row, target = await self.booked(), await self.any_event()
        await moving.move(
            self.house.work, self.admin(), row.id, row.event_id, target, row.person_id, row.seats
        )

    async def rescheduled(self) -> None:
        row, tap = await self.booked(), self.house.tap(self.person())
        if self.random.random() < 0.9:
            tap = self.house.tap(row.person_id)
        target = await self.any_event()
        await moving.reschedule(self.house.work, tap, row.id, row.event_id, target, row.seats)

    async def any_event(self) -> int:
        """Slots, too."""
        rows = await self.house.rows(events)
        return int(self.random.choice([*rows[:EVENTS], self.random.choice(rows)]).id)

    async def cancelled(self) -> None:
        row = await self.booked()
        if self.random.random() < 0.5:
            await booking.cancel(self.house.work, self.house.tap(row.person_id), row.event_id, row.id)
        else:
            await booking.cancel_for(self.house.work, self.admin(), row.event_id, row.id)

    async def displaced(self) -> None:
        await capacity.displace(self.house.work, self.admin(), self.event(), self.random.randint(1, 2))

    async def back_in_line(self) -> None:
        row = await self.booked()
        await by_hand.back_to_line(self.house.work, self.admin(), row.event_id, row.id)

    async def called_off(self) -> None:
        """Seldom: there are but three dates."""
        if self.random.random() < 0.3:
            await dates.call_off(self.house.work, self.admin(), self.event())

    # -------------------------------------------------------------------------------------------- files, slots

    async def file(self) -> None:
        """More or fewer seats, another day, another mode; for an event, or the whole service."""
        number, chance = self.event(), self.random
        starts_at = FIRST + (number - 1) * DAY + chance.choice([0, 0, 0, 1]) * HOUR
        plan = EventPlan(
            "yoga", f"yoga-{number}", starts_at, starts_at + HOUR, chance.randint(1, 5),
            mode=chance.choice([None, *Mode]),
        )  # fmt: skip
        massage = ServicePlan(
            "massage", "individual", {"en": "Massage"}, mode=Mode.MANUAL,
            minutes=50, hours=(TimeWindow(chance.randint(0, 6), 540, 600),),
        )  # fmt: skip
        yoga = ServicePlan("yoga", "group", {"en": "Yoga"}, mode=chance.choice([*Mode]))
        catalogue = chance.choice(
            [
                Catalogue(events=(plan,)),
                Catalogue(events=(plan,)),
                Catalogue(services=(massage,)),
                Catalogue(services=(yoga,)),
            ]
        )
        await import_catalogue(self.house.database, catalogue, self.house.now)

    async def regulars(self) -> None:
        """Priorities of people, from a file."""
        person, event, level = self.person(), self.event(), self.random.randint(0, 9)
        plan = PersonPlan(None, 7000 + person, event=f"yoga-{event}", priority=level)
        await import_people(self.house.database, [plan], self.house.clock)

    async def slot(self) -> None:
        """Somebody books a slot of an individual service, if there is one."""
        slots = (await self.house.rows(events))[EVENTS:]
        if slots:
            await booking.book(
                self.house.work, self.house.tap(self.person()), self.random.choice(slots).id, 1
            )

    # ------------------------------------------------------------------------------------------------ locks

    async def asks_to_open(self) -> None:
        await locks.ask_unlock(self.house.locks, self.admin(), self.house.period_id, 30)

    async def answers(self) -> None:
        for row in await self.house.rows(unlocks, unlocks.c.ended_at.is_(None)):
            deed = self.random.choice((locks.approve, locks.approve, locks.deny, locks.relock))
            await deed(self.house.locks, self.admin(), self.house.period_id, row.id)

    def lock_deeds(self) -> list[Deed]:
        on, period = self.house.locks, self.house.period_id

        async def last() -> tuple[int, int, int]:
            """The lock, its holder, and who asks for it."""
            rows = await self.house.rows(lock_rows)
            return (rows[-1].id, rows[-1].holder_id, rows[-1].asked_id or 0) if rows else (0, 0, 0)

        async def hands() -> None:
            lock, _, asker = await last()
            await locks.hand(on, self.admin(), period, lock, asker)

        async def keeps() -> None:
            lock, _, asker = await last()
            await locks.keep(on, self.admin(), period, lock, asker)

        async def forces() -> None:
            lock, holder, _ = await last()
            await locks.force(on, self.admin(), period, lock, holder)

        return [
            lambda: locks.take(on, self.admin(), period, self.random.randint(1, 3)),
            lambda: locks.extend(on, self.admin(), period, 2),
            lambda: locks.release(on, self.admin(), period),
            forces,
            lambda: locks.ask(on, self.admin(), period),
            lambda: locks.name(on, self.admin(), period, Who(BEN.telegram_id, "Ben")),
            lambda: locks.drop(on, self.admin(), period, BEN.telegram_id),
            lambda: locks.refused(on, self.admin(), period, "a-move"),
            hands,
            keeps,
        ]

    # ------------------------------------------------------------------------------- this month, and another one

    def month_deeds(self) -> list[Deed]:
        """Wishes, versions and adjustments, all of them too late."""
        on, period = self.house.months, self.house.period_id
        edits = [*COLLECTING.values(), *CLOSED.values()]

        def tap() -> Any:
            return self.house.tap(self.person())

        late: list[Deed] = [
            lambda: month.choose(on, tap(), period, self.event(), equal=False),
            lambda: month.drop(on, tap(), period, self.event()),
            lambda: month.set_count(on, tap(), period, 2),
            lambda: month.set_limit(on, tap(), period, 0),
            lambda: month.set_weekday(on, tap(), period, 1, on=True),
            lambda: month.set_party(on, tap(), period, 2, ("Eve",)),
            lambda: month.set_standing(on, tap(), period, on=True),
            lambda: month.withdraw(on, tap(), period),
            lambda: month.ask_friend(on, tap(), period),
            lambda: month.close_due(on, period),
            lambda: month.remind(on, period),
            lambda: runs.begin(self.house.runs, self.admin(), period, "balanced", keep=True),
        ]
        return [*late, *[lambda edit=edit: edit(self.house, self.admin()) for edit in edits]]

    async def another_month(self) -> None:
        """Another month is opened beside it, and allocated: nobody loses a place of this one by it."""
        opened, *_ = await month.open_(self.house.months, self.admin(), "2027-01", 2)
        other = cast(Any, opened).id
        for event_id in range(1, EVENTS + 1):
            tap = self.house.tap(self.person())
            try:
                await month.choose(self.house.months, tap, other, event_id, equal=False)
            except Refusal:
                continue
        await month.close(self.house.months, self.admin(), other)
        await runs.execute(self.house.runs, self.admin(), other, "balanced", "fair", allocate=greedy)

    async def repairs_it(self) -> None:
        plan = await repair.plan(self.repairs, self.house.period_id, self.house.now)
        number = repair.number_of(plan)
        await repair.propose(self.repairs, self.admin(), self.house.period_id, number, self.house.now)

    async def open_repair(self) -> int:
        rows = await self.house.rows(repairs)
        return rows[-1].id if rows else 0

    async def agrees_to_repair(self) -> None:
        """Whoever is asked, mostly yes."""
        repair_id = await self.open_repair()
        answer = repair.decline if self.random.random() < 0.2 else repair.agree
        for person in range(1, PEOPLE + 1):
            try:
                await answer(self.repairs, self.house.tap(person), repair_id)
            except Refusal:
                continue

    async def repair_ends(self) -> None:
        repair_id = await self.open_repair()
        if self.random.random() < 0.5:
            await repair.review(self.repairs, repair_id)
        else:
            await repair.take_back(self.repairs, self.admin(), repair_id)

    async def waits(self) -> None:
        """Mostly a while, seldom until after the events."""
        minutes = self.random.choice((1, 20, 40, 40, 300))
        self.house.now += timedelta(days=6) if self.random.random() < 0.02 else timedelta(minutes=minutes)
        await self.house.tick()

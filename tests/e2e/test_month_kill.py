"""kill -9 while a month is finalized: it is either not done or done, and everybody hears the result."""

from __future__ import annotations

import asyncio
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from bot.demo.desk import pressing
from bot.demo.story import shows
from bot.sandbox.driver import Driver, Group, Phone
from bot.sandbox.sandbox import Sandbox
from tests.e2e.months import Months, collected, studio_of_a_month
from tests.e2e.nursery import Bot, Nursery
from tests.e2e.pairs import PAIRS, first
from tests.e2e.running import environment, healthy, imported, rows
from tests.postgres import Databases

PATIENCE = 90.0
MANY = 30
"""Among so many some come before it was done, and some after."""
LATER = 1.5
"""So many times as long as it takes without a kill: then the letters are on their way."""

RESULTS = (
    "SELECT telegram_id, letters.status FROM letters JOIN participants ON participants.id = person_id"
    " WHERE kind = 'month-result'"
)

Copy = Callable[[], str]
"""Another database that is as this one is now; its URL."""


@pytest.fixture
async def adam(driver: Driver) -> Phone:
    return await driver.person("Ádám")


@pytest.fixture
async def group(driver: Driver, dora: Phone, adam: Phone) -> Group:
    return await driver.group("Studio Nova", creator=dora, admins=[adam])


@pytest.fixture
def copy(database_url: str, request: pytest.FixtureRequest) -> Iterator[Copy]:
    """Nobody must be at work on the database."""
    numbers = count(1)
    if database_url.startswith("sqlite"):
        file = Path(database_url.partition(":///")[2])

        def copied() -> str:
            other = file.with_name(f"copy-{next(numbers)}.db")
            for part in file.parent.glob(f"{file.name}*"):  # with its write-ahead log
                shutil.copyfile(part, part.with_name(part.name.replace(file.name, other.name)))
            return f"sqlite+aiosqlite:///{other}"

        yield copied
        return
    databases: Databases = request.getfixturevalue("postgres")
    name, made = database_url.rpartition("/")[2], []

    def cloned() -> str:
        made.append(f"{name}_copy_{next(numbers)}")
        databases.server.sql(f"CREATE DATABASE {made[-1]} TEMPLATE {name} STRATEGY file_copy")
        return databases.server.url(made[-1])

    yield cloned
    for each in made:
        databases.server.sql(f"DROP DATABASE IF EXISTS {each} WITH (FORCE)")


@dataclass(slots=True)
class Trial:
    """A bot on a copy of the database, asked to finalize by the same tap each time."""

    nursery: Nursery
    values: dict[str, str]
    log: Path
    months: Months
    message: int
    question: str
    yes: str

    def starts(self, url: str) -> Bot:
        return self.nursery.start({**self.values, "DATABASE_URL": url}, self.log)

    async def works(self) -> None:
        """Wait until it answers."""
        await self._tap(self.question)

    async def finalizes(self) -> None:
        """Whatever becomes of it."""
        await self._tap(self.yes)

    async def _tap(self, data: str) -> None:
        desk = self.months.dora
        await desk.admin.forges(data, self.message, desk.group, timeout=PATIENCE)


@first(PAIRS[0])
@pytest.mark.parametrize("kills", [3, pytest.param(MANY, marks=pytest.mark.long)])
async def test_it_is_either_not_done_or_done(
    kills: int,
    driver: Driver,
    sandbox: Sandbox,
    group: Group,
    dora: Phone,
    adam: Phone,
    database_url: str,
    mode: str,
    nursery: Nursery,
    copy: Copy,
    tmp_path: Path,
) -> None:
    await imported(database_url, studio_of_a_month(tmp_path))
    values = environment(sandbox, database_url, mode, group.id)
    running = nursery.start(values, tmp_path / "bots.log")
    months = await collected(driver, group, dora, adam)
    trial = Trial(nursery, values, tmp_path / "bots.log", months, *await _asked(months))
    running.kill()
    chance, found = random.Random(kills), Counter[bool]()
    takes = await _whole(trial, copy())
    for _ in range(kills):
        found[await _killed(trial, copy(), chance.uniform(0.0, takes * LATER))] += 1
    assert kills < MANY or len(found) == 2, found


async def _asked(months: Months) -> tuple[int, str, str]:
    """Up to the last question: its message, the button that asks it, and the one that says yes."""
    await months.plans()
    desk = months.dora
    await desk.presses("a-batch-execute")
    await desk.version()
    card = await desk.shows("a-batch-final-ask")
    await desk.presses("a-batch-final-ask")
    question = await desk.shows("a-batch-final")
    data = [
        next(filter(pressing(verb), shown.buttons)).data
        for verb, shown in (("a-batch-final-ask", card), ("a-batch-final", question))
    ]
    return question.id, data[0], data[1]


async def _whole(trial: Trial, url: str) -> float:
    """Undisturbed; how many seconds it took."""
    running = trial.starts(url)
    await trial.works()
    began = time.perf_counter()
    await trial.finalizes()
    took = time.perf_counter() - began
    running.kill()
    assert await _state(url) == (True, len(trial.months.people))
    return took


async def _killed(trial: Trial, url: str, moment: float) -> bool:
    """Whether it was done when the bot was killed; afterwards it is, once."""
    before = {phone.id: await _results(phone) for phone in trial.months.people}
    running = trial.starts(url)
    await trial.works()
    tap = asyncio.create_task(trial.finalizes())
    await asyncio.sleep(moment)
    running.kill()
    is_final, told = await _state(url)
    assert told == (len(trial.months.people) if is_final else 0)
    on_their_way = await _people(url, "sending")
    running = trial.starts(url)
    await tap
    await _told(url)
    running.kill()
    assert await _state(url) == (True, len(trial.months.people))
    await healthy(url)
    letters = await _people(url, "sent")
    for phone in trial.months.people:
        assert letters[phone.id] == 1
        copies = await _results(phone) - before[phone.id]
        assert 1 <= copies <= 1 + on_their_way[phone.id], (phone.name, copies)
    return is_final


async def _results(phone: Phone) -> int:
    return sum(map(shows("month-ledger"), await phone.messages()))


async def _people(url: str, status: str) -> Counter[int]:
    """Results in letters that are so far, by whom they are for."""
    found = await rows(url, RESULTS)
    return Counter(person for person, letter in found if letter == status)


async def _state(url: str) -> tuple[bool, int]:
    """Whether the month is final, and how many have a result; the rest has to fit. Raises AssertionError."""
    ((status,),) = await rows(url, "SELECT status FROM periods")
    results = await rows(url, "SELECT got FROM results")
    letters = await rows(url, "SELECT id FROM letters WHERE kind = 'month-result'")
    booked = await rows(url, "SELECT id FROM bookings WHERE source = 'month'")
    assert len(letters) == len(results)
    assert len(booked) == sum(row[0] for row in results)
    return status == "final", len(results)


async def _told(url: str) -> None:
    """Wait until every result has been sent."""
    async with asyncio.timeout(PATIENCE):
        while {letter for _, letter in await rows(url, RESULTS)} - {"sent"}:
            await asyncio.sleep(0.05)

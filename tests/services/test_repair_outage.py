"""A bot that is down while people are asked about a repair, on both databases: they get the time again, and know."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.letters import render
from bot.presence import Presence
from engine.refusals import RepairOver
from engine.services import repair
from storage.database import Database
from storage.due import SqlDue
from storage.jobs import SqlJobs
from storage.tables import facts, letters, repairs
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import HOUR
from tests.services.test_repair import Workshop, chained
from tests.texts import TEXTS

MINUTE = timedelta(minutes=1)


class House(Workshop):
    """A workshop with a bot that lives and dies."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.alerts: list[Mapping[str, Any]] = []

    async def starts(self) -> None:
        """A process, which looks back at once."""
        jobs, due = SqlJobs(self.database, self.clock), SqlDue(self.database)
        rooms = (self.work, due, jobs, self.months, self.repairs, self.clock)
        assert await Presence(*rooms, self.alert, polls=False, ticks=lambda: 1.0).check()

    async def alert(self, kind: str, _: str, data: Mapping[str, Any]) -> None:
        self.alerts.append(data)

    async def until(self, repair_id: int) -> Any:
        (row,) = await self.rows(repairs, repairs.c.id == repair_id)
        return row.expires_at

    async def wrong(self) -> list[str]:
        """Nobody sends letters here."""
        return [found for found in await self.examine() if not found.startswith("(22)")]

    async def reviewed(self, repair_id: int) -> list[str]:
        """What the clock then does about it."""
        return [type(fact).__name__ for fact in await repair.review(self.repairs, repair_id)]


@pytest_asyncio.fixture(loop_scope="session")
async def house(database: Database, template: str) -> House:
    await empty(database, template)
    return House(database)


async def asked(house: House) -> Any:
    """Person 1 would get the seat of person 2, who would go to event 3; it is noon, and they have a day."""
    await chained(house)
    house.now = house.now.replace(hour=11, minute=0)
    return (await house.propose())[0]


async def test_down_over_the_deadline(house: House) -> None:
    """An hour before it ends, and for three hours."""
    proposed = await asked(house)
    house.now = proposed.expires_at - HOUR
    await house.starts()
    house.now += 3 * HOUR
    with pytest.raises(RepairOver):
        await repair.agree(house.repairs, house.tap(1), proposed.id)
    await house.starts()
    assert await house.until(proposed.id) == house.now + HOUR
    assert [(data["count"], data["repairs"]) for data in house.alerts] == [(0, 1)]
    assert await house.reviewed(proposed.id) == []
    rows = await house.rows(letters, letters.c.kind == "repair-extended")
    assert [row.person_id for row in rows] == [1, 2]
    await house.starts()
    assert len(await house.rows(facts, facts.c.kind == "RepairExtended")) == 1
    await repair.agree(house.repairs, house.tap(1), proposed.id)
    await repair.agree(house.repairs, house.tap(2), proposed.id)
    assert await house.where() == {1: {2}, 2: {3}}
    assert await house.wrong() == []


async def test_down_meanwhile_and_again(house: House) -> None:
    """Each time what was lost, and never what was given back already."""
    proposed = await asked(house)
    first = await house.until(proposed.id)
    await house.starts()
    house.now += 30 * MINUTE
    await house.starts()
    assert await house.until(proposed.id) == first + 30 * MINUTE
    await repair.extend(house.repairs, proposed.id, proposed.expires_at - 10 * HOUR)
    assert await house.until(proposed.id) == first + 30 * MINUTE
    house.now += 20 * MINUTE
    await house.starts()
    assert await house.until(proposed.id) == first + 50 * MINUTE
    house.now = await house.until(proposed.id)
    assert "RepairWithdrawn" in await house.reviewed(proposed.id)


async def test_nothing_was_asked(house: House) -> None:
    proposed = await asked(house)
    await repair.decline(house.repairs, house.tap(1), proposed.id)
    await house.starts()
    house.now += 3 * HOUR
    await house.starts()
    assert await house.rows(letters, letters.c.kind == "repair-extended") == []
    assert [(data["count"], data["repairs"]) for data in house.alerts] == [(0, 0)]


@pytest.mark.parametrize("language", sorted(TEXTS))
async def test_what_they_read(house: House, language: str) -> None:
    proposed = await asked(house)
    await repair.agree(house.repairs, house.tap(1), proposed.id)
    await house.starts()
    house.now += HOUR
    await house.starts()
    texts, views = TEXTS[language], SqlViews(house.database, house.clock)
    until = texts.when(await house.until(proposed.id), "Europe/Budapest")
    for row in await house.rows(letters, letters.c.kind == "repair-extended"):
        reader = await views.person_by_id(row.person_id)
        assert reader is not None
        card = await render(row.kind, row.data, reader, texts, views, house.now)
        assert card is not None and until in card.text
        assert texts.say("repair-extended-head") in card.text
        assert (texts.say("repair-agreed") in card.text) == (row.person_id == 1)
        assert len(card.rows[0]) == (1 if row.person_id == 1 else 2)
        await repair.decline(house.repairs, house.tap(2), proposed.id) if row.person_id == 2 else None
    assert await render(row.kind, row.data, reader, texts, views, house.now) is None, "it is over"

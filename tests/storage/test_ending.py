"""Why a lock was not free: asked for the words alone, so that whoever waits is answered in any case."""

from datetime import UTC, datetime
from typing import Any, cast

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from engine.refusals import Busy, MonthEnding
from storage.database import NO_LOCK, Database, translated
from storage.deciding import Deciding
from storage.ending import why


class Failed(Exception):
    """As a driver tells it."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__()
        self.sqlstate = sqlstate


class Asked:
    """A database that answers, or cannot."""

    is_sqlite = False

    def __init__(self, answer: bool | Exception) -> None:
        self.answer, self.looks = answer, 0

    async def look(self, *_: Any, **__: Any) -> bool:
        self.looks += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def transact(self, use: Any) -> Any:
        return use()


def database(answer: bool | Exception) -> Database:
    return cast(Database, Asked(answer))


def refused(error: Exception) -> Exception:
    known = translated(error)
    assert type(known) is Busy and known.__cause__ is error
    return known


def waited(state: str = NO_LOCK) -> Exception:
    return refused(DBAPIError("SELECT 1", {}, Failed(state)))


async def test_whoever_waits_for_a_months_end_is_told() -> None:
    known = await why(database(True), waited())
    assert isinstance(known, MonthEnding) and isinstance(known.__cause__, DBAPIError)


@pytest.mark.parametrize("answer", [False, RuntimeError("pg_locks cannot be read"), Busy()])
async def test_what_cannot_be_found_out_is_told_as_it_is(answer: bool | Exception) -> None:
    busy = waited()
    assert await why(database(answer), busy) is busy


@pytest.mark.parametrize("busy", [waited("40P01"), refused(PoolTimeout()), Busy(), ValueError()])
async def test_nothing_is_asked_where_it_was_no_lock(busy: Exception) -> None:
    """Least of all where there is no free connection."""
    asked = Asked(True)
    assert await why(cast(Database, asked), busy) is busy
    assert asked.looks == 0


class Month(Deciding):
    """Any decision about one."""

    async def decide(self, error: Exception) -> None:
        def refuse(*_: Any) -> None:
            raise error

        await self._with_ids(0, refuse)


@pytest.mark.parametrize("ends", [True, False])
async def test_no_error_is_its_own_cause(ends: bool) -> None:
    month = Month(database(ends), lambda: datetime.now(UTC))
    with pytest.raises(Busy) as told:
        await month.decide(waited())
    assert isinstance(told.value, MonthEnding) == ends
    assert isinstance(told.value.__cause__, DBAPIError if not ends else Busy)

"""Questions that wait are asked together; what goes wrong with one look is nobody else's trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from storage.views.gathering import Gathering


class Library:
    """Finds even numbers; looks wait for `open`."""

    def __init__(self) -> None:
        self.looks: list[list[int]] = []
        self.open = asyncio.Event()
        self.broken = False

    async def find(self, keys: list[int]) -> Mapping[int, str]:
        self.looks.append(keys)
        await self.open.wait()
        if self.broken:
            raise OSError("away")
        return {key: str(key) for key in keys if key % 2 == 0}


async def begun(library: Library, looks: int) -> None:
    while len(library.looks) < looks:
        await asyncio.sleep(0)


async def test_those_who_come_during_a_look_share_the_next() -> None:
    library = Library()
    gathering = Gathering(library.find)
    first = asyncio.create_task(gathering.one(2))
    await begun(library, 1)
    others = [asyncio.create_task(gathering.one(key)) for key in (4, 5, 2, 4)]
    await asyncio.sleep(0)
    library.open.set()
    assert await asyncio.gather(first, *others) == ["2", "4", None, "2", "4"]
    assert library.looks == [[2], [4, 5, 2]]  # 2 again: what the first look saw may have changed since


async def test_a_failed_look_is_told_to_all_of_its_own_and_the_next_one_works() -> None:
    library = Library()
    library.broken = True
    library.open.set()
    gathering = Gathering(library.find)
    told = await asyncio.gather(gathering.one(2), gathering.one(4), return_exceptions=True)
    assert [type(error) for error in told] == [OSError, OSError]
    library.broken = False
    assert await gathering.one(4) == "4"


async def test_whoever_goes_away_takes_nothing_along() -> None:
    library = Library()
    gathering = Gathering(library.find)
    impatient, patient = asyncio.create_task(gathering.one(2)), asyncio.create_task(gathering.one(2))
    await begun(library, 1)
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    library.open.set()
    assert await patient == "2"

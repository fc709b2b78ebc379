"""Stories of everything that participants, admins and the clock can do, over events that have lines, a reserve list, a
balancing and their rules in common; told in memory, on SQLite and on PostgreSQL at once, and after each step everything
is looked at that must be true (`safety`)."""

from collections.abc import Sequence
from random import Random

import pytest

from storage.database import Database
from storage.views.sql import SqlViews
from tests.services import everything, persisted
from tests.services.story_of_everything import Everything, begun

STEPS, FEW = 24, 3


async def told(
    seed: int, databases: Sequence[Database], template: str, *, thorough: bool = False
) -> Everything:
    """The story of this seed, to its end."""
    any_ = Random(seed)
    try:
        story = await begun(everything.world(any_), databases, template)
        story.thorough = thorough
        await story.tell(everything.steps(any_, STEPS))
    except AssertionError as error:
        error.add_note(f"in story {seed}")
        raise
    return story


@pytest.fixture
def seeds(pytestconfig: pytest.Config) -> range:
    """Which stories are told."""
    return range(300 if pytestconfig.getoption("long") else FEW)


async def test_nothing_is_wrong_after_any_step(
    sqlite: Database, postgresql: Database, template: str, seeds: range
) -> None:
    """In a long run both databases are looked at after each step, else one after the other."""
    for seed in seeds:
        story = await told(seed, [sqlite, postgresql], template, thorough=len(seeds) > FEW)
        await story.ensemble.compare()
        assert await persisted.everything(sqlite) == await persisted.everything(postgresql)
        joined = await SqlViews(sqlite, story.ensemble.clock).joined(story.ensemble.world.event_ids)
        assert joined.items() <= story.here().joined.items()


async def test_nothing_is_wrong_in_memory(seeds: range) -> None:
    """Where it is quick, in many more stories."""
    for seed in range(10_000, 10_000 + 20 * len(seeds)):
        await told(seed, [], "")

"""One generated story of service calls, told in memory, on SQLite and on PostgreSQL at once: the same facts, the same
refusals and the same rows after every step, and not a byte of difference at the end."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.refusals import Refusal
from storage.database import Database
from tests.rules.memory import Outcome
from tests.services import moves, persisted
from tests.services.ensemble import Ensemble
from tests.services.fresh import empty
from tests.services.moves import Across, Move, Passes, Step, Together
from tests.services.story import Story
from tests.services.world import Clock, World

FEW = settings(max_examples=max(settings().max_examples // 8, 4))
FEWER = settings(max_examples=max(settings().max_examples // 10, 2))


@FEW
@given(world=moves.worlds, story=moves.stories(24), crowd=st.integers(0, 3))
async def test_every_work_comes_to_the_same(
    sqlite: Database, postgresql: Database, template: str, world: World, story: list[Step], crowd: int
) -> None:
    for database in (sqlite, postgresql):
        await empty(database, template)
    ensemble = await Ensemble(world, Clock(), [sqlite, postgresql]).begin()
    arrivals = [Move("book", person) for person in range(1, 4)] + [Move("join", 4 + n) for n in range(crowd)]
    await Story(ensemble).tell([Together(1, tuple(arrivals)), *story])
    await ensemble.compare()
    assert await persisted.everything(sqlite) == await persisted.everything(postgresql)
    assert await ensemble.findings() == []


@FEW
@given(world=moves.worlds, story=moves.stories(20, moves.crossing))
async def test_events_that_share_a_commit_share_the_reserve_list(
    sqlite: Database, template: str, world: World, story: list[Step]
) -> None:
    """On SQLite, where nothing but one commit after another is possible, so that the order is known."""
    await empty(sqlite, template)
    ensemble = await Ensemble(world, Clock(), [sqlite]).begin()
    full = [(event_id, Move("book", person)) for event_id in (1, 2) for person in range(1, 4)]
    await Story(ensemble).tell([Across((*full, *[(1, Move("reserve", 4 + n)) for n in range(3)])), *story])
    await ensemble.compare()
    assert await ensemble.findings() == []


@FEWER
@given(world=moves.worlds, story=moves.stories(16, moves.asking))
async def test_every_work_comes_to_the_same_where_people_ask(
    sqlite: Database, postgresql: Database, template: str, world: World, story: list[Step]
) -> None:
    for database in (sqlite, postgresql):
        await empty(database, template)
    off = world.under(replace(world.settings, self_service=False))
    ensemble = await Ensemble(off, Clock(), [sqlite, postgresql]).begin()
    await Story(ensemble).tell([Together(1, tuple(Move("ask", n) for n in range(1, 4))), *story])
    await ensemble.compare()
    assert await persisted.everything(sqlite) == await persisted.everything(postgresql)
    assert await ensemble.findings() == []


async def test_the_story_gets_somewhere(template: str, sqlite: Database) -> None:
    """A story of everything that can be done; none of its moves is unknown, and most of them do something."""
    await empty(sqlite, template)
    ensemble = await Ensemble(World((2, 1), moves.PEOPLE), Clock(), [sqlite]).begin()
    teller = Story(ensemble)
    lists = (moves.PERSONS, moves.ADMINS, moves.EVENTS, moves.JOBS)
    words = [word for listed in lists for word in moves.words(listed)]
    outcomes: list[Outcome] = []
    for number, what in enumerate(["book", "hold", *["join"] * 4, *words, *words]):
        outcomes += await teller.together([(1, Move(what, 1 + number % moves.PEOPLE, number % 5))])
        teller.passes(Passes(timedelta(minutes=1)))
    assert len([outcome for outcome in outcomes if not isinstance(outcome, Refusal)]) > len(outcomes) / 2
    kinds = {row["kind"] for row in ensemble.model.history}
    assert kinds >= {
        "BookingMade",
        "BookingCancelled",
        "EntryJoined",
        "OfferMade",
        "OfferAccepted",
        "SeatsHeld",
    }

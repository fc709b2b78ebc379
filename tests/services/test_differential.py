"""One generated story of service calls, told in memory, on SQLite and on PostgreSQL at once: the same facts, the same
refusals and the same rows after every step, and not a byte of difference at the end."""

from collections.abc import Sequence
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
from tests.services.moves import Across, Blocks, Move, Passes, Step, Together
from tests.services.world import Clock, World

FEW = settings(max_examples=settings().max_examples // 2)
FEWER = settings(max_examples=max(settings().max_examples // 10, 2))


class Story:
    """Tells it, step by step."""

    def __init__(self, ensemble: Ensemble) -> None:
        self.ensemble = ensemble
        self.away: set[int] = set()

    async def tell(self, steps: Sequence[Step]) -> None:
        """Every step; raises AssertionError when the works come to different things."""
        for step in steps:
            match step:
                case Together():
                    await self.together([(step.event_id, move) for move in step.moves])
                case Across():
                    await self.together(step.moves)
                case Passes():
                    self.passes(step)
                case Blocks():
                    await self.reach(step.person, not step.blocks)

    async def together(self, chosen: Sequence[tuple[int, Move]]) -> list[Outcome]:
        """The moves as calls on the states of this moment. Whoever taps has not blocked the bot."""
        found = [(move, self.ensemble.state(event_id)) for event_id, move in _told_apart(chosen)]
        for person_id in {moves.tapper(move, state) for move, state in found} & self.away:
            await self.reach(person_id, True)
        found = [(move, self.ensemble.state(state.event.id)) for move, state in found]
        return await self.ensemble.together([moves.call(move, state) for move, state in found])

    async def reach(self, person_id: int | None, reachable: bool) -> None:
        if person_id is not None:
            (self.away.discard if reachable else self.away.add)(person_id)
            await self.ensemble.reach(person_id, reachable)

    def passes(self, step: Passes) -> None:
        """Until the first deadline and `length`, or just `length`; never back."""
        clock = self.ensemble.clock
        pending = [
            o.expires_at for i in self.ensemble.world.event_ids for o in self.ensemble.state(i).pending()
        ]
        start = min(pending) if step.due and pending else clock.now
        clock.now = max(clock.now, start + step.length)


def _told_apart(chosen: Sequence[tuple[int, Move]]) -> list[tuple[int, Move]]:
    """Whoever declines and pauses is told of it once. A pause that is asked for in the same microsecond looks the same
    as long as the old offer happens to be loaded, and only here is the clock so slow."""
    declined = any(moves.declines_and_pauses(move) for _, move in chosen)
    return [(event_id, move) for event_id, move in chosen if not (declined and move.what == "pause")]


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

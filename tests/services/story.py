"""A generated story told to an ensemble, step by step, on the state of each moment."""

from collections.abc import Sequence

from tests.rules.memory import Outcome
from tests.services import moves
from tests.services.ensemble import Call, Ensemble
from tests.services.moves import Across, Blocks, Move, Passes, Step, Together


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

    def tapper(self, event_id: int, move: Move) -> int | None:
        """The person who taps, if one does."""
        return moves.tapper(move, self.ensemble.state(event_id))

    def call(self, event_id: int, move: Move) -> Call:
        """What the move is at this moment."""
        return moves.call(move, self.ensemble.state(event_id))

    async def together(self, chosen: Sequence[tuple[int, Move]]) -> list[Outcome]:
        """The moves as calls on the states of this moment. Whoever taps has not blocked the bot."""
        told = _told_apart(chosen)
        for person_id in {self.tapper(event_id, move) for event_id, move in told} & self.away:
            await self.reach(person_id, True)
        return await self.ensemble.together([self.call(event_id, move) for event_id, move in told])

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

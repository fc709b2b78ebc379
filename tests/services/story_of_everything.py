"""Tells stories of everything; after each step it looks at all that must be true."""

from collections.abc import Sequence
from datetime import datetime

from engine.services import balancing, dates, offers, seats, waitlist
from storage.database import Database
from tests.rules.memory import Outcome
from tests.services import everything, safety
from tests.services.ensemble import Call, Ensemble
from tests.services.everything import Here
from tests.services.fresh import empty
from tests.services.moves import Move, Passes, Step
from tests.services.story import Story
from tests.services.world import Clock, World


class Everything(Story):
    """After each step nothing is wrong; when time has passed, the clock has done what was due."""

    steps, thorough = 0, False

    async def tell(self, steps: Sequence[Step]) -> None:
        for step in steps:
            try:
                await self.one(step)
            except AssertionError as error:
                error.add_note(f"at {step}")
                raise

    async def one(self, step: Step) -> None:
        await super().tell([step])
        if settled := isinstance(step, Passes):
            await self.due()
        await safety.check(self.ensemble.clock.now, self.in_turn(), settled=settled)

    def in_turn(self) -> list[Database]:
        """The databases that are looked at after this step: one after the other, as both hold the same; all of them
        where there is `thorough` time."""
        self.steps += 1
        databases = self.databases
        return databases if self.thorough else databases[self.steps % max(len(databases), 1) :][:1]

    @property
    def databases(self) -> list[Database]:
        return [stage.database for stage in self.ensemble.stages]

    async def do(self, *calls: Call) -> list[Outcome]:
        """One decision after another, each looked at."""
        outcomes = []
        for call in calls:
            outcomes += await self.ensemble.together([call])
            await safety.check(self.ensemble.clock.now, self.databases)
        return outcomes

    def tapper(self, event_id: int, move: Move) -> int | None:
        return everything.tapper(move, event_id, self.here())

    def call(self, event_id: int, move: Move) -> Call:
        return everything.call(move, event_id, self.here())

    def here(self) -> Here:
        model = self.ensemble.model
        joined: dict[int, datetime] = {
            row["subject_id"]: row["at"] for row in model.history if row["kind"] == "EntryJoined"
        }
        return Here(model.states, joined)

    async def due(self) -> None:
        """What the clock does by itself."""
        for event_id in self.ensemble.world.event_ids:
            if calls := self._of_event(event_id):
                await self.ensemble.together(calls)
        for call in self._over_splits():
            await self.ensemble.together([call])
        for event_id in self.ensemble.world.event_ids:
            await self.ensemble.together([lambda on, i=event_id: seats.sweep(on, i)])

    def _of_event(self, event_id: int) -> list[Call]:
        state, now = self.ensemble.state(event_id), self.ensemble.clock.now
        places = [e for line in (state.line, state.reserve) for e in line.entries.values() if e.active]
        paused = [e.id for e in places if e.paused_until is not None and e.paused_until <= now]
        silent = [b.id for b in state.bookings.values() if b.active and b.reconfirm_by is not None]
        calls: list[Call] = []
        for offer in state.pending():
            calls.append(lambda on, i=offer.id: offers.expire(on, event_id, i))
            if offer.person_id in self.away:
                calls.append(lambda on, i=offer.id: offers.withdraw_unreachable(on, event_id, i))
        calls += [lambda on, i=i: dates.lapse(on, event_id, i) for i in silent]
        calls += [lambda on, i=i: waitlist.resume_due(on, event_id, i) for i in paused]
        if state.event.starts_at <= now:
            here = tuple(e.id for e in places if e.event_id is not None)
            calls.append(lambda on: waitlist.close(on, event_id, here))
        return calls

    def _over_splits(self) -> list[Call]:
        here = self.here()
        calls: list[Call] = []
        for split_id in {s.event.split_id for s in here.states.values()} - {None}:
            first = next(i for i, s in here.states.items() if s.event.split_id == split_id)
            part, made, number = here.split(first)
            if not any(o.split_id == split_id for i in part for o in here.states[i].pending()):
                calls.append(lambda on, p=part, m=made, n=number: balancing.finalize_due(on, p, m, n))
        return calls


async def begun(
    world: World, databases: Sequence[Database], template: str, *, people: bool = True
) -> Everything:
    """The events are full, and people wait; without `people` nobody has come yet."""
    for database in databases:
        await empty(database, template)
    ensemble = await Ensemble(world, Clock(), databases).begin()
    ensemble.model.referees += safety.REFEREES
    story = Everything(ensemble)
    if people:
        await story.tell(everything.arrivals(world))
    return story

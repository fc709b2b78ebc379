"""One Work that plays every decision in memory and on databases, and sees to it that all come to the same: the same
facts or the same refusal, and afterwards the same states, history, letters and updates in the tables."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from engine.ports import Act, Ask, Facts, Look, Rule, States, Steps, WideRule, Work
from engine.refusals import Refusal
from engine.state import State
from storage.database import Database
from storage.doctor import Finding, examine
from storage.people import SqlPeople
from storage.work import SharedWork
from tests.rules.memory import Outcome, Request, WideOutcome, flat, request, same, widely
from tests.services import persisted
from tests.services.model import Model, kept
from tests.services.world import Clock, World, telegram_id

T = TypeVar("T")
Call = Callable[[Work], Awaitable[object]]
IDS_A_DECISION = 1000


@dataclass
class Stage:
    """A database on which everything is played, how much of its history is the world's own, and how far history and
    letters have been compared."""

    database: Database
    work: SharedWork
    planted: int = 0
    facts: int = 0
    letters: int = 0


class Ensemble:
    """`engine.ports.Work`. Without databases it is the in-memory work alone."""

    def __init__(self, world: World, clock: Clock, databases: Sequence[Database]) -> None:
        self.world, self.clock = world, clock
        self.model = Model.of(world, clock)
        self.stages = [Stage(database, SharedWork(database, clock)) for database in databases]
        self._first_ids = count(1_000_000, IDS_A_DECISION)

    async def begin(self) -> "Ensemble":
        """Put the world into the databases."""
        for stage in self.stages:
            await stage.database.transact(self.world.plant)
            _, stage.planted = await persisted.history(stage.database)
        await self.compare()
        return self

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        """See `engine.ports.Work.decide`."""
        ((_, facts),) = await self.decide_wide(ask, widely(ask, rule))
        return facts

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        """See `engine.ports.Work.decide_wide`."""
        (outcome,) = await self._play([(ask, rule)])
        if isinstance(outcome, Refusal):
            raise outcome
        return outcome

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        """See `engine.ports.Work.preview`. Every work must be able to tell; what the model tells is the answer."""
        for stage in self.stages:
            await stage.work.preview(ask, look)
        states = {event_id: self.model.states[event_id] for event_id in ask.event_ids}
        return look(states, Act(self.clock(), ask.by, count(-1, -1).__next__, ask.reason))

    async def together(self, calls: Sequence[Call]) -> list[Outcome]:
        """Decisions that come at the same time, so that databases share commits among them; they have the same effect
        as one after another. On PostgreSQL the order among several events is anybody's guess."""
        return [flat(outcome) for outcome in await self._play([request(call) for call in calls])]

    def state(self, event_id: int = 1) -> State:
        """The event as it is now."""
        return self.model.states[event_id]

    async def reach(self, person_id: int, reachable: bool) -> None:
        """The person has blocked the bot, or is back."""
        self.model.reach(person_id, reachable)
        for stage in self.stages:
            people = SqlPeople(stage.database, self.clock)
            await people.set_reachable(telegram_id(person_id), reachable)

    async def findings(self) -> list[Finding]:
        """What the doctor finds in the databases that should hold after every commit."""
        found = [await examine(stage.database, self.clock.now, settled=False) for stage in self.stages]
        return [finding for findings in found for finding in findings]

    async def compare(self) -> None:
        """Everything that the databases hold is what it should be, from the first fact and the first letter on. Raises
        AssertionError."""
        for stage in self.stages:
            stage.facts, stage.letters = stage.planted, 0
            await self._compare(stage, 0, 0)

    async def _play(self, requests: Sequence[Request]) -> list[WideOutcome]:
        numbered = [(ask, rule, next(self._first_ids)) for ask, rule in requests]
        facts, letters = len(self.model.history), len(self.model.letters)
        expected = [self.model.decide((ask, rule), first) for ask, rule, first in numbered]
        for stage in self.stages:
            deciding = [_outcome(stage.work, ask, _numbered(rule, first)) for ask, rule, first in numbered]
            for outcome, wanted in zip(await asyncio.gather(*deciding), expected, strict=True):
                assert same(outcome, wanted), f"came to {outcome} instead of {wanted}"
            await self._compare(stage, facts, letters)
        return expected

    async def _compare(self, stage: Stage, facts: int, letters: int) -> None:
        found = await persisted.states(stage.database)
        for event_id, state in self.model.states.items():
            assert found[event_id] == kept(state), "loaded again it is something else"
        history, stage.facts = await persisted.history(stage.database, stage.facts)
        assert history == self.model.history[facts:]
        post, stage.letters = await persisted.post(stage.database, stage.letters)
        assert post == self.model.letters[letters:]
        assert await persisted.update_ids(stage.database) == self.model.updates


async def _outcome(work: Work, ask: Ask, rule: WideRule) -> WideOutcome:
    try:
        return await work.decide_wide(ask, rule)
    except Refusal as refusal:
        return refusal


def _numbered(rule: WideRule, first_id: int) -> WideRule:
    """The rule with the same ids wherever it is played, and however often it must be asked again."""

    def numbered(states: States, act: Act) -> Steps:
        return rule(states, replace(act, new_id=count(first_id).__next__))

    return numbered

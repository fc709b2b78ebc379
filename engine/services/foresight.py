"""What a change would come to: the service that makes it, played on work that decides nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from engine.ports import Ask, Facts, Look, Rule, Steps, WideRule, Work
from engine.refusals import SeatsInUse
from engine.rules.foresight import Effect, effect_of
from engine.services import capacity
from engine.services.who import AdminTap

T = TypeVar("T")


class Foresight:
    """`Work` without its last step: it keeps what each decision would come to. Everybody at the events is looked at,
    as whoever asks wants to hear of them all."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.effects: list[Effect] = []

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        """See `engine.ports.Work.decide`; nothing is written."""
        event_id = ask.event_id
        ((_, facts),) = await self.decide_wide(
            ask, lambda states, act: [(event_id, rule(states[event_id], act))]
        )
        return facts

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        """See `engine.ports.Work.decide_wide`; nothing is written."""
        effect = await self.preview(replace(ask, everybody=True), effect_of(rule))
        self.effects.append(effect)
        return effect.steps

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        """See `engine.ports.Work.preview`."""
        return await self._work.preview(ask, look)


async def foresee(work: Work, change: Callable[[Work], Awaitable[object]]) -> Effect:
    """What `change`, a call of a service that decides once, would come to. Raises what it raises."""
    foresight = Foresight(work)
    await change(foresight)
    (effect,) = foresight.effects
    return effect


async def foresee_capacity(work: Work, tap: AdminTap, event_id: int, wanted: int) -> Effect:
    """To `wanted` seats; where more are in use, with the newest bookings back in line. Raises what `capacity.resize`
    and `capacity.displace` raise."""
    try:
        return await foresee(work, lambda on: capacity.resize(on, tap, event_id, wanted))
    except SeatsInUse:
        return await foresee(work, lambda on: capacity.displace(on, tap, event_id, wanted))

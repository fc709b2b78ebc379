"""A repair of a final month: looked at, proposed, answered, ended."""

import hashlib
from datetime import datetime
from functools import partial

from engine.facts import RepairFact
from engine.ports import Actor, RepairAsk, Repairs
from engine.refusals import RepairChanged, RepairNotYet
from engine.repairs import Lost, Survey
from engine.rules import repair as rules
from engine.rules import repair_outage as outage
from engine.rules.repair_plan import RepairPlan, lost_places, repair_plan
from engine.services.computing import computed
from engine.services.who import AdminTap, Tap

Done = list[RepairFact]


async def plan(repairs: Repairs, period_id: int, now: datetime) -> RepairPlan:
    """The smallest repair as things are; nothing is written. Computed in a thread of its own. Raises PeriodUnknown,
    RepairNotYet."""
    return await computed(partial(repair_plan, await _survey(repairs, period_id), now))


async def lost(repairs: Repairs, period_id: int) -> tuple[Lost, ...]:
    """Every place that is lost now, whether or not a repair would give another one: no repair is computed. Raises what
    `plan` does."""
    return lost_places(await _survey(repairs, period_id))


async def _survey(repairs: Repairs, period_id: int) -> Survey:
    survey = await repairs.survey(period_id)
    period = survey.planning.month.period
    if period is None or period.status != "final":
        raise RepairNotYet
    return survey


def number_of(plan: RepairPlan) -> int:
    """A number that stands for the plan in a button: whoever taps it wants this one, and no other."""
    return int.from_bytes(hashlib.sha256(repr(plan.chains).encode()).digest()[:4])


async def propose(repairs: Repairs, tap: AdminTap, period_id: int, number: int, now: datetime) -> Done:
    """What was shown with this number goes out to everybody concerned, each chain on its own. Raises RepairChanged when
    it would be another plan by now, and what `rules.repair.propose` does."""
    found = await plan(repairs, period_id, now)
    if number_of(found) != number or not found.chains:
        raise RepairChanged
    ask = RepairAsk(
        tap.actor,
        period_id=period_id,
        moves=tuple(move for chain in found.chains for move in chain),
        reason=tap.reason,
        update_id=tap.update_id,
    )
    return await repairs.decide(
        ask, lambda repairing, states, act: rules.propose(repairing, states, act, found.chains)
    )


async def agree(repairs: Repairs, tap: Tap, repair_id: int) -> Done:
    """See `rules.repair.agree`."""
    return await repairs.decide(
        RepairAsk(tap.actor, repair_id, update_id=tap.update_id),
        lambda repairing, states, act: rules.agree(repairing, states, act, repair_id, tap.person_id),
    )


async def decline(repairs: Repairs, tap: Tap, repair_id: int) -> Done:
    """See `rules.repair.decline`."""
    return await repairs.decide(
        RepairAsk(tap.actor, repair_id, update_id=tap.update_id),
        lambda repairing, states, act: rules.decline(repairing, states, act, repair_id, tap.person_id),
    )


async def take_back(repairs: Repairs, tap: AdminTap, repair_id: int) -> Done:
    """See `rules.repair.take_back`."""
    return await repairs.decide(
        RepairAsk(tap.actor, repair_id, reason=tap.reason, update_id=tap.update_id),
        lambda repairing, states, act: rules.take_back(repairing, states, act, repair_id),
    )


async def review(repairs: Repairs, repair_id: int) -> Done:
    """See `rules.repair.review`."""
    return await repairs.decide(
        RepairAsk(Actor("job", name="repair"), repair_id),
        lambda repairing, states, act: rules.review(repairing, states, act, repair_id),
    )


async def extend(repairs: Repairs, repair_id: int, since: datetime) -> Done:
    """Nobody could be served since then. See `rules.repair_outage.extend`."""
    return await repairs.decide(
        RepairAsk(Actor("job", name="extend"), repair_id),
        lambda repairing, states, act: (outage.extend(repairing, states, act, repair_id, since), []),
    )

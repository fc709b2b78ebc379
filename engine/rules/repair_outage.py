"""Time in which nobody could answer is given back to the questions of repairs, as `rules.outage` does for offers."""

from datetime import datetime

from engine.facts import RepairAskedAnew, RepairExtended, RepairFact
from engine.month import QUIET
from engine.ports import Act, States
from engine.repairs import Repairing
from engine.rules.outage import LEAST
from engine.rules.repair import closes_at, stands
from engine.rules.validity import put_off


def extend(
    repairing: Repairing, states: States, act: Act, repair_id: int, since: datetime
) -> list[RepairFact]:
    """Nobody could be served since then, until now: whoever is asked has the waking time that was left to answer, but
    none after the moment at which it would be too late for the dates themselves.

    The time to answer begins anew, so a repeat gives only what has been lost on top. Nothing for a repair that is over,
    or that is not possible any more: how that ends, others say.
    """
    repair = repairing.repair(repair_id)
    if repair is None or repair.status != "open" or not stands(repair, states, act.now):
        return []
    stopped = max(since, repair.asked_at)
    if repair.expires_at <= stopped or act.now - stopped < LEAST:
        return []
    ends = put_off(repair.expires_at, QUIET, repairing.timezone, stopped, act.now)
    ends = min(ends, closes_at(states, repair.moves))
    if ends <= max(repair.expires_at, act.now):
        return []
    told = [RepairAskedAnew(repair.id, repair.period_id, person) for person in repair.people]
    return [RepairExtended(repair.id, repair.period_id, ends), *told]

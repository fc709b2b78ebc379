"""Balance sibling events: look at the plan, distribute it, finalize."""

from collections.abc import Sequence
from dataclasses import replace

from engine.ports import Actor, Ask, Steps, Work
from engine.rules import balancing as rules
from engine.rules.balancing import Joined
from engine.rules.splitting import SplitPlan
from engine.services.who import AdminTap


def _ask(by: Actor, event_ids: Sequence[int], offer_ids: Sequence[int] = ()) -> Ask:
    first, *others = event_ids
    return Ask(
        by=by,
        event_id=first,
        also=tuple(others),
        offers=tuple(offer_ids),
        seats=64,
        line=64,
        reserve=True,
        everybody=True,
    )


def _by_admin(tap: AdminTap, event_ids: Sequence[int], offer_ids: Sequence[int] = ()) -> Ask:
    return replace(_ask(tap.actor, event_ids, offer_ids), reason=tap.reason, update_id=tap.update_id)


async def simulate(work: Work, tap: AdminTap, event_ids: Sequence[int], joined: Joined) -> SplitPlan:
    """What `distribute` would do now; the very same plan, and nothing is written. See `rules.balancing.planned`."""

    return await work.preview(
        _ask(tap.actor, event_ids), lambda states, act: rules.planned(states, act, joined)
    )


async def distribute(
    work: Work, tap: AdminTap, event_ids: Sequence[int], joined: Joined, *, direct: bool
) -> Steps:
    """See `rules.balancing.distribute`."""
    return await work.decide_wide(
        _by_admin(tap, event_ids), lambda states, act: rules.distribute(states, act, joined, direct=direct)
    )


async def finalize(
    work: Work, tap: AdminTap, event_ids: Sequence[int], offer_ids: Sequence[int], split_id: int
) -> Steps:
    """`offer_ids` are all offers of this balancing. See `rules.balancing.finalize`."""
    ask = _by_admin(tap, event_ids, offer_ids)
    return await work.decide_wide(ask, lambda states, act: rules.finalize(states, act, split_id))


async def finalize_due(
    work: Work, event_ids: Sequence[int], offer_ids: Sequence[int], split_id: int
) -> Steps:
    """The clock: everybody has answered, or their time is up."""
    ask = _ask(Actor("job", name="finalize"), event_ids, offer_ids)
    return await work.decide_wide(ask, lambda states, act: rules.finalize(states, act, split_id))

"""Set how lines are handled, or only see what it would come to."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.ports import Ask, Facts, Steps, Work
from engine.refusals import ServiceWithoutEvents
from engine.rules import configuring as rules
from engine.rules.configuring import Change, OpenOffers
from engine.rules.foresight import Effect, effect_of
from engine.services.who import AdminTap


@dataclass(frozen=True, slots=True)
class Switches:
    """What an operator wants of the account's switches; None stays as it is."""

    auto_backfill: bool | None = None
    booking_status: rules.BookedAs | None = None


def _ask(tap: AdminTap, event_ids: Sequence[int]) -> Ask:
    if not event_ids:
        raise ServiceWithoutEvents
    first, *also = sorted(event_ids)
    return Ask(
        by=tap.actor,
        event_id=first,
        also=tuple(also),
        seats=8,
        line=8,
        reserve=True,
        reason=tap.reason,
        update_id=tap.update_id,
    )


async def configure_event(
    work: Work, tap: AdminTap, event_id: int, change: Change, offers: OpenOffers
) -> Facts:
    """See `rules.configuring.configure_event`."""
    return await work.decide(
        _ask(tap, [event_id]), lambda state, act: rules.configure_event(state, act, change, offers)
    )


async def foresee_event(
    work: Work, tap: AdminTap, event_id: int, change: Change, offers: OpenOffers
) -> Effect:
    """What that would come to."""
    return await work.preview(
        _ask(tap, [event_id]),
        effect_of(
            lambda states, act: [(event_id, rules.configure_event(states[event_id], act, change, offers))]
        ),
    )


async def configure_service(
    work: Work, tap: AdminTap, service_id: int, event_ids: Sequence[int], change: Change, offers: OpenOffers
) -> Steps:
    """`event_ids`: those that can still be booked, and where there are none, any other. See
    `rules.configuring.configure_service`."""
    return await work.decide_wide(
        _ask(tap, event_ids),
        lambda states, act: rules.configure_service(states, act, service_id, change, offers),
    )


async def foresee_service(
    work: Work, tap: AdminTap, service_id: int, event_ids: Sequence[int], change: Change, offers: OpenOffers
) -> Effect:
    """What that would come to."""
    return await work.preview(
        _ask(tap, event_ids),
        effect_of(lambda states, act: rules.configure_service(states, act, service_id, change, offers)),
    )


async def configure_account(
    work: Work, tap: AdminTap, account_id: int, event_ids: Sequence[int], switches: Switches
) -> Steps:
    """`event_ids` as for a service, of all services. See `rules.configuring.configure_account`."""
    return await work.decide_wide(
        _ask(tap, event_ids),
        lambda states, act: rules.configure_account(
            states, act, account_id, switches.auto_backfill, switches.booking_status
        ),
    )


async def foresee_account(
    work: Work, tap: AdminTap, account_id: int, event_ids: Sequence[int], switches: Switches
) -> Effect:
    """What that would come to."""
    return await work.preview(
        _ask(tap, event_ids),
        effect_of(
            lambda states, act: rules.configure_account(
                states, act, account_id, switches.auto_backfill, switches.booking_status
            )
        ),
    )


async def switch_self_service(
    work: Work, tap: AdminTap, service_id: int, event_ids: Sequence[int], *, on: bool
) -> Steps:
    """`event_ids` as for a service. See `rules.configuring.switch_self_service`."""
    return await work.decide_wide(
        _ask(tap, event_ids), lambda states, _: rules.switch_self_service(states, service_id, on=on)
    )

"""Deliver (or not), accept, decline, expire, withdraw, remind; and an admin's own offer or promotion."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from engine.ports import Actor, Ask, Facts, Work
from engine.refusals import OfferAnswered, OfferExpired, OfferTaken, OfferUnknown, OfferWithdrawn
from engine.rules import offers as rules
from engine.rules import outage
from engine.services.who import AdminTap, Tap
from engine.state import Decline

OVER = (OfferUnknown, OfferExpired, OfferWithdrawn, OfferAnswered, OfferTaken)
"""Refusals that say: somebody was faster, the offer is over."""


def _job(name: str, event_id: int, offer_id: int, line: int = 0) -> Ask:
    return Ask(by=Actor("job", name=name), event_id=event_id, offers=(offer_id,), line=line)


async def accept(work: Work, tap: Tap, event_id: int, offer_id: int) -> Facts:
    """See `rules.offers.accept`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            offers=(offer_id,),
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.accept(state, act, offer_id, tap.person_id),
    )


async def decline(work: Work, tap: Tap, event_id: int, offer_id: int, then: Decline) -> Facts:
    """See `rules.offers.decline`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            offers=(offer_id,),
            line=4,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.decline(state, act, offer_id, tap.person_id, then),
    )


async def deliver(work: Work, event_id: int, offer_id: int) -> Facts:
    """The postman is about to send the letter. See `rules.offers.deliver`."""
    return await work.decide(
        _job("deliver", event_id, offer_id),
        lambda state, act: rules.deliver(state, act, offer_id),
    )


async def undeliver(work: Work, event_id: int, offer_id: int, expires_at: datetime) -> Facts:
    """The letter was refused for sure. See `rules.offers.undeliver`."""
    return await work.decide(
        _job("undeliver", event_id, offer_id),
        lambda state, act: rules.undeliver(state, act, offer_id, expires_at),
    )


async def expire(work: Work, event_id: int, offer_id: int) -> Facts:
    """See `rules.offers.expire`."""
    return await work.decide(
        _job("expire", event_id, offer_id, line=4),
        lambda state, act: rules.expire(state, act, offer_id),
    )


async def extend(work: Work, event_id: int, offer_id: int, since: datetime) -> Facts:
    """Nobody could be served since then. See `rules.outage.extend`."""
    return await work.decide(
        _job("extend", event_id, offer_id),
        lambda state, act: outage.extend(state, act, offer_id, since),
    )


async def remind(work: Work, event_id: int, offer_id: int) -> Facts:
    """See `rules.offers.remind`."""
    return await work.decide(
        _job("remind", event_id, offer_id),
        lambda state, act: rules.remind(state, act, offer_id),
    )


async def withdraw_unreachable(work: Work, event_id: int, offer_id: int) -> Facts:
    """The person has blocked the bot; the next one is served at once."""
    return await work.decide(
        _job("unreachable", event_id, offer_id, line=4),
        lambda state, act: rules.withdraw(state, act, offer_id, "unreachable"),
    )


async def withdraw_undelivered(work: Work, event_id: int, offer_id: int) -> Facts:
    """The letter was given up; the next one is served at once."""
    return await work.decide(
        _job("undelivered", event_id, offer_id, line=4),
        lambda state, act: rules.withdraw(state, act, offer_id, "unreachable"),
    )


async def withdraw(work: Work, tap: AdminTap, event_id: int, offer_id: int) -> Facts:
    """An admin takes an offer back."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            offers=(offer_id,),
            line=4,
            reason=tap.reason,
            update_id=tap.update_id,
        ),
        lambda state, act: rules.withdraw(state, act, offer_id, "admin"),
    )


async def choose(
    work: Work,
    tap: AdminTap,
    event_id: int,
    entry_id: int,
    how: Literal["offer", "promote"],
    person_id: int,
    *,
    in_turn: bool = False,
) -> Facts:
    """An admin offers a seat to, or books, somebody in line; out of turn the tap carries a reason, which does not do
    where it only says that it is their turn (`in_turn`). See `rules.offers.make` and `rules.offers.promote`."""
    rule = rules.make if how == "offer" else rules.promote
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            entries=(entry_id,),
            people=(person_id,),
            seats=8,
            line=4,
            reserve=True,
            reason=tap.reason,
            update_id=tap.update_id,
        ),
        lambda state, act: rule(state, replace(act, reason="") if in_turn else act, entry_id),
    )

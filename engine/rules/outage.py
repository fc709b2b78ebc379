"""Nobody loses a turn by our fault: time in which nobody could answer is given back to open offers."""

from datetime import datetime

from engine.facts import Fact, OfferExtended
from engine.ports import Act
from engine.rules.validity import MINUTE, put_off
from engine.state import State

LEAST = MINUTE  # less is within what a full minute rounds up


def extend(state: State, act: Act, offer_id: int, since: datetime) -> list[Fact]:
    """Nobody could be served since then, until now: an offer that was open goes on with the time that it had left.

    Nothing that would pass the close is given. The clock begins anew, so a repeat, also with an older `since`, gives
    only what has been lost on top. Nothing for an offer whose letter has not left; for a last call, which ends with the
    event's own close and costs nothing; and for what was over before.
    """
    offer = state.offers.get(offer_id)
    if offer is None or offer.status != "pending" or offer.delivered_at is None or offer.last_call:
        return []
    stopped = max(since, offer.delivered_at)
    if offer.expires_at <= stopped or act.now - stopped < LEAST:
        return []
    settings = state.settings
    ends = put_off(offer.expires_at, settings.offer.quiet, settings.timezone, stopped, act.now)
    if ends == offer.expires_at:
        return []
    in_full = ends <= offer.closes_at
    return [OfferExtended(id=offer.id, expires_at=min(ends, offer.closes_at), in_full=in_full)]

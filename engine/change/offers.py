"""What facts about an offer do to a state."""

from dataclasses import replace
from datetime import datetime
from typing import Literal, assert_never

from engine import facts as f
from engine.change.rows import added, freed, reseated, stepped, without
from engine.state import Offer, State

OfferFact = (
    f.OfferMade
    | f.OfferDelivered
    | f.OfferUndelivered
    | f.OfferExtended
    | f.OfferReminded
    | f.OfferAccepted
    | f.OfferRejected
    | f.OfferExpired
    | f.OfferWithdrawn
    | f.OfferReseated
)

ENDS: dict[type, Literal["accepted", "rejected", "expired", "withdrawn"]] = {
    f.OfferAccepted: "accepted",
    f.OfferRejected: "rejected",
    f.OfferExpired: "expired",
    f.OfferWithdrawn: "withdrawn",
}


def after(state: State, fact: OfferFact, now: datetime) -> State:
    """The state once this has happened."""
    match fact:
        case f.OfferMade():
            return _offered(state, fact)
        case f.OfferDelivered():
            old = state.offers[fact.id]
            new = replace(old, delivered_at=now, expires_at=fact.expires_at, reminded_at=None)
            return replace(state, offers=stepped(state.offers, new))
        case f.OfferUndelivered():
            old = state.offers[fact.id]
            new = replace(old, delivered_at=None, expires_at=old.closes_at, reminded_at=None)
            return replace(state, offers=stepped(state.offers, new))
        case f.OfferExtended():
            begun = now if fact.in_full else None
            new = replace(
                state.offers[fact.id], expires_at=fact.expires_at, delivered_at=begun, reminded_at=None
            )
            return replace(state, offers=stepped(state.offers, new))
        case f.OfferReminded():
            new = replace(state.offers[fact.id], reminded_at=now)
            return replace(state, offers=stepped(state.offers, new))
        case f.OfferReseated():
            was = state.offers[fact.id]
            offers = stepped(state.offers, replace(was, seats=fact.seats))
            return reseated(replace(state, offers=offers), was.seats, fact.seats)
        case f.OfferAccepted() | f.OfferRejected() | f.OfferExpired() | f.OfferWithdrawn():
            old = state.offers[fact.id]
            new = replace(
                old,
                status=ENDS[type(fact)],
                seats=(),
                decided_at=now,
                ended=_how(fact),
                booking_id=fact.booking_id if isinstance(fact, f.OfferAccepted) else None,
            )
            return freed(replace(state, offers=stepped(state.offers, new)), old.seats)
        case _:
            assert_never(fact)


def _how(fact: OfferFact) -> str:
    """The choice or cause the offer ended with."""
    if isinstance(fact, f.OfferRejected):
        return fact.then
    return fact.cause if isinstance(fact, f.OfferWithdrawn) else ""


def _offered(state: State, fact: f.OfferMade) -> State:
    made = Offer(
        id=fact.id,
        event_id=fact.event_id,
        entry_id=fact.entry_id,
        person_id=fact.person_id,
        count=fact.count,
        seats=fact.seats,
        expires_at=fact.closes_at,
        closes_at=fact.closes_at,
        guarded=fact.guarded,
        last_call=fact.last_call,
        split_id=fact.split_id,
    )
    return replace(state, offers=added(state.offers, made), free=without(state.free, fact.seats))

"""Making an offer: the seats are held from this moment, the clock starts when the letter leaves. And taking a last
call back, whose seats were not held, once they are gone."""

from engine.facts import EntryOffered, EntryReturned, Fact, OfferMade, OfferWithdrawn
from engine.ports import Act
from engine.rules.validity import closes_at
from engine.state import Entry, Offer, State


def offer(
    state: State, act: Act, entry: Entry, seats: tuple[int, ...], *, last_call: bool, automatic: bool
) -> list[Fact]:
    """Hold `seats` for `entry`; a last call is made with none."""
    offer_id = act.new_id()
    return [
        OfferMade(
            id=offer_id,
            event_id=state.event.id,
            entry_id=entry.id,
            person_id=entry.person_id,
            count=entry.seats,
            seats=seats,
            closes_at=closes_at(state.event, state.settings) if automatic else state.event.starts_at,
            guarded=automatic and not last_call and state.settings.offer.parallel == 1,
            last_call=last_call,
            automatic=automatic,
        ),
        EntryOffered(id=entry.id, offer_id=offer_id),
    ]


def end_hopeless_calls(state: State) -> list[Fact]:
    """When the free seats no longer suffice for somebody who was called, that person is told; the place stays."""
    hopeless = [o for o in state.pending() if o.last_call and state.take(o.count) is None]
    return [fact for call in hopeless for fact in _taken(state, call)]


def _taken(state: State, call: Offer) -> list[Fact]:
    entry = state.asked(call)
    return [
        OfferWithdrawn(id=call.id, cause="taken"),
        EntryReturned(
            id=entry.id,
            event_id=state.event.id,
            seq=entry.seq,
            misses=entry.misses,
            passed=-1,
            cause="too_slow",
        ),
    ]

"""Making an offer: the seats are held from this moment, the clock starts when the letter leaves."""

from engine.facts import EntryOffered, Fact, OfferMade
from engine.ports import Act
from engine.rules.validity import closes_at
from engine.state import Entry, State


def offer(
    state: State, act: Act, entry: Entry, seats: tuple[int, ...], *, last_call: bool, automatic: bool
) -> list[Fact]:
    """Hold `seats` for `entry`; a last call holds none."""
    offer_id = act.new_id()
    return [
        OfferMade(
            id=offer_id,
            event_id=state.event.id,
            entry_id=entry.id,
            person_id=entry.person_id,
            count=entry.seats,
            seats=() if last_call else seats,
            closes_at=closes_at(state.event, state.settings) if automatic else state.event.starts_at,
            guarded=automatic and not last_call and state.settings.offer.parallel == 1,
            last_call=last_call,
            automatic=automatic,
        ),
        EntryOffered(id=entry.id, offer_id=offer_id),
    ]

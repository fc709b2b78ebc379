"""Taking seats away: those with the highest numbers go, and whoever has one of them gets a free one in front. Only the
number of seats in use bounds it, not which ones they are."""

from collections.abc import Iterator
from typing import assert_never

from engine.facts import BookingReseated, CapacityChanged, Fact, HoldReseated, OfferReseated
from engine.state import Booking, Hold, Offer, State

Owner = Booking | Offer | Hold


def shrunk(state: State, capacity: int) -> list[Fact]:
    """Down to `capacity`, which is not less than the seats in use. `state` has every owner of a seat behind it."""
    front = iter([number for number in state.free if number <= capacity])
    behind = [owner for owner in _owners(state) if any(number > capacity for number in owner.seats)]
    moved = [_reseated(owner, capacity, front) for owner in behind]
    return [*moved, CapacityChanged(id=state.event.id, capacity=capacity)]


def drained(state: State) -> list[Fact]:
    """What a capacity that goes down takes of the seats that are free now."""
    event = state.event
    if event.drain_to is None or event.status != "open":
        return []
    least = max(event.drain_to, event.capacity - state.free_count())
    return shrunk(state, least) if least < event.capacity else []


def _owners(state: State) -> Iterator[Owner]:
    for rows in (state.bookings, state.offers, state.holds):
        yield from (rows[row_id] for row_id in sorted(rows))


def _reseated(owner: Owner, capacity: int, front: Iterator[int]) -> Fact:
    seats = tuple(sorted(number if number <= capacity else next(front) for number in owner.seats))
    match owner:
        case Booking():
            return BookingReseated(id=owner.id, seats=seats)
        case Offer():
            return OfferReseated(id=owner.id, seats=seats)
        case Hold():
            return HoldReseated(id=owner.id, seats=seats)
        case _:
            assert_never(owner)

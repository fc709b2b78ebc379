"""How many seats an event has. More seats go to the line first. Fewer are possible down to those in use; below that
there are ways out: let it drain, or put the newest bookings back at the head of the line."""

from engine.change import after
from engine.facts import (
    BookingCancelled,
    CapacityChanged,
    CapacityDraining,
    Fact,
)
from engine.ports import Act
from engine.refusals import (
    AlreadyDraining,
    CapacityUnchanged,
    CapacityUnusable,
    NotDraining,
    SeatsInUse,
    SlotFromHours,
)
from engine.rules.booking import check_open
from engine.rules.by_hand import waits_again
from engine.rules.filling import and_fill
from engine.rules.reasons import check_reason
from engine.rules.shrinking import shrunk
from engine.rules.unlocking import check_movable
from engine.state import Booking, State

MOST = 10_000


def resize(state: State, act: Act, capacity: int) -> list[Fact]:
    """To `capacity` seats: more are filled from the line at once, fewer are taken from those that are free.

    Raises SeatsInUse when more are in use, CapacityUnusable, CapacityUnchanged, SlotFromHours for a slot of an
    individual service, and what `check_open` does.
    """
    _check(state, act, capacity)
    if capacity > state.event.capacity:
        return and_fill(state, act, [CapacityChanged(id=state.event.id, capacity=capacity)])
    used = state.event.capacity - state.free_count()
    if used > capacity:
        raise SeatsInUse(wanted=capacity, used=used)
    return and_fill(state, act, shrunk(state, capacity))


def drain(state: State, act: Act, capacity: int) -> list[Fact]:
    """Down to `capacity` as seats come free: the free ones go now, the others when somebody lets them go. Raises
    CapacityUnusable, CapacityUnchanged, AlreadyDraining, and what `check_open` does."""
    _check(state, act, capacity)
    if capacity > state.event.capacity:
        raise CapacityUnusable(most=state.event.capacity)
    if state.event.drain_to == capacity:
        raise AlreadyDraining(capacity=capacity)
    return and_fill(state, act, [CapacityDraining(id=state.event.id, capacity=capacity)])


def stop_draining(state: State, act: Act) -> list[Fact]:
    """The seats that are left stay. Raises NotDraining, and what `check_open` does."""
    check_open(state, act)
    if state.event.drain_to is None:
        raise NotDraining
    return and_fill(state, act, [CapacityDraining(id=state.event.id, capacity=None)])


def displaced(state: State, capacity: int) -> list[Booking]:
    """The newest bookings, as many as have to go for `capacity` seats to be enough, newest first; nobody for whom
    there is room once a larger party has gone. Raises SeatsInUse when all of them are not enough, because seats are
    offered or held."""
    used = state.event.capacity - state.free_count()
    gone: list[Booking] = []
    for booking in sorted((b for b in state.bookings.values() if b.active), key=lambda b: -b.id):
        if used <= capacity:
            break
        gone.append(booking)
        used -= len(booking.seats)
    if used > capacity:
        raise SeatsInUse(wanted=capacity, used=used)
    for booking in gone[::-1]:
        if used + len(booking.seats) <= capacity:
            gone.remove(booking)
            used += len(booking.seats)
    return gone


def displace(state: State, act: Act, capacity: int) -> list[Fact]:
    """To `capacity` seats at once: the newest bookings end, and those people wait at the head of the line, in the
    order in which they had booked. The act has a reason, which they are told.

    Raises ReasonNeeded, SeatsInUse, CapacityUnusable, CapacityUnchanged, MonthFinal, and what `check_open` does.
    """
    _check(state, act, capacity)
    check_reason(act)
    if capacity > state.event.capacity:
        raise CapacityUnusable(most=state.event.capacity)
    facts: list[Fact] = []
    become = state
    gone = displaced(state, capacity)
    for behind, booking in enumerate(gone):  # newest first: the earliest of them ends up first in line
        check_movable(state, act, booking)
        ended = BookingCancelled(id=booking.id, by="line")
        step = [ended, _at_the_head(become, act, booking, position=len(gone) - behind)]
        facts += step
        become = after(become, step, act.now)
    return and_fill(state, act, [*facts, *shrunk(become, capacity)])


def _at_the_head(state: State, act: Act, booking: Booking, position: int) -> Fact:
    """Where lots are drawn, a place has no rank but its priority."""
    highest = max((level for level, count in state.line.active.items() if count), default=0)
    priority = max(highest, 0) + (state.settings.offer.order == "lottery")
    seq = state.event.head_seq
    return waits_again(state, act, booking, seq=seq, position=position, priority=priority)


def _check(state: State, act: Act, capacity: int) -> None:
    check_open(state, act)
    if state.settings.individual:
        raise SlotFromHours
    if not 1 <= capacity <= MOST:
        raise CapacityUnusable(most=MOST)
    if capacity == state.event.capacity:
        raise CapacityUnchanged(capacity=capacity)

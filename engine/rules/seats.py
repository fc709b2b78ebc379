"""What an admin does with free seats and with automation: hold, release, publish, freeze."""

from engine.facts import EventFrozen, EventUnfrozen, Fact, HoldReleased, SeatsHeld, SeatsPublished
from engine.ports import Act
from engine.refusals import (
    AlreadyFrozen,
    AlreadyPublic,
    HoldOver,
    HoldsChanged,
    NoFreeSeat,
    NotFrozen,
    SeatsForPeople,
)
from engine.rules.booking import check_open
from engine.rules.filling import and_fill, fill
from engine.state import State


def hold(state: State, act: Act, count: int = 1, known: int | None = None) -> list[Fact]:
    """Keep `count` free seats back; the reason is the act's. `known`: so many were kept back when it was decided, as
    two who press the same button want one seat. Raises HoldsChanged, SeatsForPeople, NoFreeSeat, and what `check_open`
    does."""
    check_open(state, act)
    if known is not None and known != sum(len(hold.seats) for hold in state.holds.values()):
        raise HoldsChanged
    if count < 1:
        raise SeatsForPeople(most=state.event.capacity)
    seats = state.take(count)
    if seats is None:
        raise NoFreeSeat(wanted=count, free=state.free_count())
    held = SeatsHeld(
        id=act.new_id(), event_id=state.event.id, seats=seats, reason=act.reason, by_name=act.by.name
    )
    return and_fill(state, act, [held])


def release(state: State, act: Act, hold_id: int) -> list[Fact]:
    """Give held seats back to whoever is next. Raises HoldOver."""
    held = state.holds.get(hold_id)
    if held is None or not held.active:
        raise HoldOver
    return and_fill(state, act, [HoldReleased(id=hold_id)])


def publish(state: State, act: Act) -> list[Fact]:
    """Let anybody book the seats that are free now, although people wait. Raises NoFreeSeat, AlreadyPublic, and what
    `check_open` does."""
    check_open(state, act)
    free = state.free_count()
    if not free:
        raise NoFreeSeat(wanted=1, free=0)
    if state.event.released >= free:
        raise AlreadyPublic
    return and_fill(state, act, [SeatsPublished(id=state.event.id, released=free)])


def freeze(state: State, act: Act) -> list[Fact]:
    """Stop automation for this event; open offers stay. Raises AlreadyFrozen."""
    if state.event.frozen:
        raise AlreadyFrozen
    return and_fill(state, act, [EventFrozen(id=state.event.id)])


def unfreeze(state: State, act: Act) -> list[Fact]:
    """Let automation run again; it catches up at once. Raises NotFrozen."""
    if not state.event.frozen:
        raise NotFrozen
    return and_fill(state, act, [EventUnfrozen(id=state.event.id)])


def sweep(state: State, act: Act) -> list[Fact]:
    """What any missed trigger would have done: close the gap between free seats and the line."""
    return fill(state, act)

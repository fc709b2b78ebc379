"""Rows are replaced, never changed, and their version steps by one; so are the seats in the window of the free ones."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from engine.state import Booking, Hold, Offer, Request, State

Row = TypeVar("Row", Booking, Offer, Hold, Request)


def added(rows: Mapping[int, Row], row: Row) -> dict[int, Row]:
    """One row more."""
    return {**rows, row.id: row}


def stepped(rows: Mapping[int, Row], row: Row) -> dict[int, Row]:
    """`row` in the place of the one before, a version further."""
    return {**rows, row.id: replace(row, version=row.version + 1)}


def without(free: tuple[int, ...], taken: tuple[int, ...]) -> tuple[int, ...]:
    """Free seats but those that are taken, which most often come first."""
    if free[: len(taken)] == taken:
        return free[len(taken) :]
    gone = set(taken)
    return tuple(number for number in free if number not in gone)


def freed(state: State, seats: tuple[int, ...]) -> State:
    """Seats back into the window. Behind the end of one that is not complete other seats may be free, so they stay
    out: the same seats are given to the same people however much was loaded."""
    known = seats if state.free_complete else tuple(n for n in seats if state.free and n < state.free[-1])
    return replace(state, free=tuple(sorted((*state.free, *known)))) if known else state


def reseated(state: State, before: tuple[int, ...], now: tuple[int, ...]) -> State:
    """Other seats than before."""
    return freed(replace(state, free=without(state.free, now)), tuple(n for n in before if n not in now))


def next_round(state: State) -> State:
    """Seats came free once more: who has passed on those before is asked for these."""
    return replace(state, event=replace(state.event, round=state.event.round + 1))

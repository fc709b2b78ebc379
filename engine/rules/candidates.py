"""Who is next. One order for every mode: the event's line by (priority, seq), or a seeded lottery within a priority;
in mode offer then the service's reserve list."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from engine.hours import fits
from engine.rules.validity import closes_at
from engine.settings import Mode
from engine.state import Entry, Line, State
from engine.views import OutOfTurn

LOOKED = 100
"""How many of a line are looked at to say why seats do not go to it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The next person, the seats for them, and who was passed over because their party did not fit."""

    entry: Entry
    seats: tuple[int, ...]
    skipped: tuple[Entry, ...] = ()


def choose(state: State, now: datetime) -> Choice | None:
    """The best candidate that the free seats suffice for; None when there is none, or when the head of the line
    must be kept waiting for more seats (strict order, or passed over as often as allowed)."""
    if state.take(1) is None:
        return None
    skipped: list[Entry] = []
    for entry in eligible(state, now):
        seats = state.take(entry.seats)
        if seats is not None:
            return Choice(entry, seats, tuple(skipped))
        if not may_skip(state, entry):
            return None
        skipped.append(entry)
    return None


def next_in_turn(state: State) -> Entry | None:
    """Whom the free seats are for: the first in turn whom they suffice for, or who may not be passed over."""
    fits_or_blocks = (
        entry for entry in in_turn(state) if state.take(entry.seats) is not None or not may_skip(state, entry)
    )
    return next(fits_or_blocks, None)


def anybody_for_free_seats(state: State, now: datetime) -> bool:
    """Whether a free seat is kept for somebody: who could have it, or who waits for more seats and may not be passed
    over."""
    return state.take(1) is not None and any(
        state.take(entry.seats) is not None or not may_skip(state, entry) for entry in eligible(state, now)
    )


def may_skip(state: State, entry: Entry) -> bool:
    """Whether a smaller party may be served before this one."""
    rules = state.settings.offer
    return rules.party_fit == "best" and entry.skips < rules.max_skips


def eligible(state: State, now: datetime) -> Iterator[Entry]:
    """Everybody who may get a seat now, best first."""
    if now < closes_at(state.event, state.settings) and state.event.status == "open":
        yield from in_turn(state)


def in_turn(state: State) -> Iterator[Entry]:
    """Everybody whom a free seat could go to, best first. Also after the cut-off, when nothing is filled by itself
    any more and an admin still may."""
    asked = {offer.person_id for offer in state.pending()}  # from the other line, or by an admin
    yield from (entry for entry in _ordered(state) if entry.person_id not in asked and _open_to(state, entry))
    if state.settings.mode is Mode.OFFER:
        reserve = (entry for entry in state.waiting_reserve() if entry.person_id not in asked)
        yield from (entry for entry in reserve if _reserve_fits(state, entry))


def out_of_turn(state: State) -> OutOfTurn:
    """Who waits in the event's line and is passed over when seats are free, by what stands in their way. Whoever has
    let an offer for these very seats go, by a word or by silence, is not booked for them without being asked, in any
    mode: the next ones are theirs. Nobody, where the seats are anybody's for another reason: an admin has released
    some, or somebody in turn could have one, but nothing is filled by itself any more."""
    few = replace(state, line=_first(state.line), reserve=_first(state.reserve))
    if state.event.released or next_in_turn(few) is not None:
        return OutOfTurn()
    why = Counter(why for entry in few.waiting() if (why := _in_the_way(state, entry)))
    return OutOfTurn(**why, more=max(state.line.waiting - LOOKED, 0))


def _first(line: Line) -> Line:
    """Its first people, as if there were no others; a line of which fewer are loaded asks for more when it ends."""
    if len(line.window) < LOOKED:
        return line
    return replace(line, window=line.window[:LOOKED], complete=True)


def _in_the_way(state: State, entry: Entry) -> str:
    if entry.visiting:  # the place is for an offer alone
        return ""
    if not entry.reachable:
        return "unreachable"
    if state.take(entry.seats) is None:
        return "too_large"
    return "" if _open_to(state, entry) else "let_go"


def claimed(state: State, now: datetime, seats: int = 1) -> bool:
    """Whether somebody waits for the seats that are free, so that a newcomer may not have `seats` of them."""
    return passable(state, now, seats) is None


def passable(state: State, now: datetime, seats: int = 1) -> list[Entry] | None:
    """Whom a newcomer who books `seats` now passes over: parties too large for the free seats, as long as they may be
    skipped. None when somebody waits who may not be passed, or is asked for these seats by a last call, which holds
    none."""
    called = sum(offer.count for offer in state.pending() if offer.last_call)
    if called and state.take(called + seats) is None:
        return None
    if state.line.waiting == 0 and state.reserve.waiting == 0:
        return []
    passed: list[Entry] = []
    for entry in eligible(state, now):
        if not may_skip(state, entry) or state.take(entry.seats) is not None:
            return None
        passed.append(entry)
    return passed


def _open_to(state: State, entry: Entry) -> bool:
    passed = entry.passed_event == state.event.id and entry.passed >= state.event.round
    by_hand = state.settings.mode is Mode.MANUAL  # then an admin may well ask the same person twice
    fits_at_all = entry.seats <= state.event.capacity  # a larger one has waited since there were more seats
    return fits_at_all and entry.reachable and not entry.visiting and (by_hand or not passed)


def _reserve_fits(state: State, entry: Entry) -> bool:
    event = state.event
    return (
        _open_to(state, entry)
        and fits(entry.windows, event.starts_at, state.settings.timezone)
        and state.booking_of(entry.person_id) is None
        and state.line.of(entry.person_id) is None
    )


def _ordered(state: State) -> Iterator[Entry]:
    if state.settings.offer.order == "line" or state.line.waiting == 0:
        return state.waiting()
    seed = state.settings.offer.seed
    return iter(sorted(state.waiting(), key=lambda entry: (-entry.priority, draw(seed, entry))))


def draw(seed: str, entry: Entry) -> bytes:
    """The lot an entry draws: SHA-256 of the seed, the event and the entry, so that anybody can draw it again."""
    return hashlib.sha256(f"{seed}:{entry.event_id}:{entry.id}".encode()).digest()

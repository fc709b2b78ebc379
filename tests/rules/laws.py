"""What must hold after every step, worked out from the rows and the product's words, without the rules' own help."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, assert_never

from engine.facts import (
    AttendanceMarked,
    BookingCancelled,
    BookingMade,
    EntryBooked,
    EntryLeft,
    EntryPaused,
    EntryResumed,
    Fact,
    RequestGranted,
    WisherTold,
)
from engine.notices import Notice, notices
from engine.ports import Act, Panel
from engine.rules.seats import sweep
from engine.settings import Mode
from engine.state import Booking, Entry, Event, Hold, Offer, Request, State
from tests.rules import turns
from tests.rules.builders import act, owned_seats, rebuilt

Row = Event | Booking | Entry | Offer | Hold | Request


# ------------------------------------------------------------------------------------------------------ states


def check_states(now: Mapping[int, State]) -> None:
    """Laws of events that have a reserve list in common, at every commit."""
    reserves = {state.event.service_id: state.reserve for state in now.values()}
    for event_id, state in now.items():
        check_state(state, (offer for i, other in now.items() if i != event_id for offer in other.pending()))
        assert state.reserve == reserves[state.event.service_id], "the reserve list is one and the same"


def check_state(now: State, elsewhere: Iterable[Offer] = ()) -> None:
    """Laws of one state, at every commit. `elsewhere`: open offers of other events."""
    _seats(now)
    _persons(now, {offer.entry_id for offer in elsewhere})
    _line(now)
    _plans(now)


def _seats(now: State) -> None:
    owned = owned_seats(now.bookings.values(), now.offers.values(), now.holds.values())
    assert len(owned) == len(set(owned)), "a seat has two owners"
    assert sorted([*owned, *now.free]) == list(range(1, now.event.capacity + 1)), "free is the rest"
    assert 0 <= now.event.released <= now.event.capacity
    assert now.event.announced >= 0
    for booking in now.bookings.values():
        assert bool(booking.seats) == (booking.status != "cancelled")
        assert not booking.seats or len(booking.seats) > len(booking.names), "a party is placed whole"
    for offer in now.offers.values():
        holding = offer.status == "pending" and not offer.last_call
        assert len(offer.seats) == (offer.count if holding else 0)
        assert offer.expires_at <= offer.closes_at
        assert offer.status != "pending" or offer.closes_at <= now.event.starts_at, "open for another time"
        assert (offer.status == "pending") == (offer.decided_at is None)
        assert (offer.status == "accepted") == (offer.booking_id is not None)
    for hold in now.holds.values():
        assert bool(hold.seats) == hold.active


def _persons(now: State, elsewhere: set[int]) -> None:
    booked = [b.person_id for b in now.bookings.values() if b.seats]
    placed = [e.person_id for e in now.line.entries.values() if e.active]
    reserved = [e.person_id for e in now.reserve.entries.values() if e.active]
    asked = [o.person_id for o in now.pending()]
    wanting = [r.person_id for r in now.requests.values() if r.open]
    assert now.event.requests == len(wanting), "so many ask for a place"
    assert not set(booked) & set(wanting), "asks for what they have"
    for people in (booked, placed, reserved, asked, wanting):
        assert len(people) == len(set(people)), "twice the same person"
    assert not set(booked) & set(placed), "booked and waiting for the same event"
    assert not set(booked) & set(asked), "booked and asked for the same event"
    held = {o.entry_id for o in now.pending()}
    assert not held & elsewhere, "asked for two events at once"
    offered = {e.id for e in _entries(now).values() if e.status == "offered"}
    assert held == offered - elsewhere, "offered if and only if it has a pending offer"
    for accepted in (o for o in now.offers.values() if o.status == "accepted"):
        assert accepted.booking_id in now.bookings


def _line(now: State) -> None:
    anew = rebuilt(now)
    for kept, fresh in ((now.line, anew.line), (now.reserve, anew.reserve)):
        assert kept.window == fresh.window, "the order is (priority, seq)"
        assert kept.waiting == fresh.waiting
        assert {level: n for level, n in kept.active.items() if n} == fresh.active
    away = [e for e in _entries(now).values() if e.active and e.person_id in now.unreachable]
    assert not any(e.reachable for e in away), "in reach in memory only"
    seqs = [e.seq for e in now.line.entries.values()]
    assert len(seqs) == len(set(seqs)) and all(seq < now.event.next_seq for seq in seqs)
    seqs = [e.seq for e in now.reserve.entries.values()]
    assert len(seqs) == len(set(seqs)) and all(seq < now.reserve.next_seq for seq in seqs)


def _plans(now: State) -> None:
    """What admins have begun: a capacity that goes down, a new date, an event that does not take place."""
    event = now.event
    assert event.drain_to is None or 1 <= event.drain_to < event.capacity, "nothing is left to drain"
    for booking in now.bookings.values():
        asked = booking.reconfirm_by is not None
        assert not asked or booking.active, "asked about a booking that is over"
        assert booking.reconfirm_by is None or booking.reconfirm_by < event.starts_at
    set_aside = [e for e in now.line.entries.values() if e.active and e.split]
    assert not set_aside or event.split_id is not None, "set aside for a balancing that is over"
    if event.status == "cancelled":
        assert not now.pending() and not any(b.active for b in now.bookings.values())
        assert not any(e.active for e in now.line.entries.values()), "nobody waits for nothing"
        assert not any(hold.active for hold in now.holds.values())
        assert not any(request.open for request in now.requests.values())
        assert (event.released, event.drain_to) == (0, None)


def _entries(now: State) -> dict[int, Entry]:
    return {**now.line.entries, **now.reserve.entries}


# ------------------------------------------------------------------------------------------------------- steps


def check_step(before: State, after: State, fact: Fact) -> None:
    """The fact's subject steps its version by one; no other row's version moves; nothing that is over changes."""
    old, new = _versions(before), _versions(after)
    moved = {key for key in new if new[key] != old.get(key)}
    subject = (fact.subject, fact.id)
    if fact.subject in ("service", "account"):  # no row of an event
        assert not moved
        return
    assert moved == {subject}
    assert new[subject] == old.get(subject, 0) + 1
    assert old.keys() <= new.keys()
    was, now = _rows(before), _rows(after)
    for key, row in was.items():
        if not isinstance(row, Event | Hold) and getattr(row, "decided_at", None) is not None:
            assert now[key] == row
        if isinstance(row, Entry) and not row.active:
            assert now[key] == row
        if isinstance(row, Booking) and row.status == "cancelled":
            assert now[key] == row


def _rows(state: State) -> dict[tuple[str, int], Row]:
    rows: dict[str, Mapping[int, Any]] = {
        "booking": state.bookings,
        "entry": _entries(state),
        "offer": state.offers,
        "hold": state.holds,
        "request": state.requests,
    }
    found: dict[tuple[str, int], Row] = {
        (kind, i): row for kind, by_id in rows.items() for i, row in by_id.items()
    }
    found["event", state.event.id] = state.event
    return found


def _versions(state: State) -> dict[tuple[str, int], int]:
    return {key: row.version for key, row in _rows(state).items()}


# ------------------------------------------------------------------------------------------------------ at rest


def check_filled(state: State, now: datetime) -> None:
    """Whatever frees a seat fills it: nothing is left for the sweep, nobody who could be served waits, and what stays
    empty by the operator's choice is said."""
    left = sweep(state, act(now))
    assert left == [], left
    assert state.event.drain_to is None or state.event.status != "open" or not state.free, "not drained"
    assert state.event.released <= len(state.free)
    best = turns.best(state, now)
    if turns.why_halted(state, now):
        kept_empty = max(len(state.free) - state.event.released, 0)
        told = kept_empty if turns.kept_for_somebody(state, now) else 0
        assert state.event.announced == told, "admins are told how many seats stay empty"
        why = turns.why_halted(state, now) if told else ""
        assert state.event.announced_reason == why, "and why"
        return
    assert state.event.announced == 0
    calls = [o for o in state.pending() if o.last_call]
    assert all(o.count <= len(state.free) for o in calls), "called for a seat that is gone"
    if best is None:
        return
    assert state.settings.mode is Mode.OFFER, "a free seat and somebody who fits"
    assert not turns.confirms_itself(state, best, now)
    if turns.in_last_call(state, now):
        assert all(e.seats > len(state.free) for e in turns.queue(state, now)), "not called"
        return
    assert 0 < state.settings.offer.parallel <= len([o for o in state.pending() if not o.last_call])


# ------------------------------------------------------------------------------------------------------ notices

PANELS = ("seats-freed", "request-card")
TO_ADMINS = (*PANELS, "person-unreachable", "booking-pending")
PANEL = Panel(chat_id=5, message_id=6)


def check_notices(before: State, after: State, facts: list[Fact], by: Act) -> None:
    """Everybody whose booking, place or offer changed hears of it, nobody else does, and only the person who tapped
    is answered in the message that was tapped."""
    heard: set[int] = set()
    for fact in facts:
        owner = _owner(after, fact)
        for notice in notices(fact, after, by, PANEL):
            _check_notice(notice, fact, owner, by)
            if notice.to is not None:
                heard.add(notice.to)
    concerned = {
        _person(row)
        for key, row in _rows(after).items()
        if _status(row) != _status(_rows(before).get(key)) and not _said_elsewhere(key, facts)
    }
    assert concerned - {None} <= heard, "not told"


def _check_notice(notice: Notice, fact: Fact, owner: int | None, by: Act) -> None:
    assert notice.to in (owner, None), "told somebody whom it does not concern"
    assert (notice.to is None) == (notice.kind in TO_ADMINS)
    assert notice.subject == f"{'freed' if notice.kind == 'seats-freed' else fact.subject}:{fact.id}"
    assert notice.panel is None or (by.by.kind == "person" and by.by.id == notice.to)
    assert notice.letter_class == ("P" if notice.kind in PANELS else "A")
    assert notice.not_before is None or notice.not_before > by.now


def _said_elsewhere(key: tuple[str, int], facts: list[Fact]) -> bool:
    """Who came is the admins' own business, and confirmed by it; whoever is moved hears of it from the new booking, and
    whoever is asked to a sibling from that offer and from their own answer to it."""
    made = {fact.id for fact in facts if isinstance(fact, BookingMade)}
    return any(_silent(fact, made) for fact in facts if (fact.subject, fact.id) == key)


def _silent(fact: Fact, made: set[int]) -> bool:
    match fact:
        case AttendanceMarked() | RequestGranted():
            return True
        case EntryBooked():
            return fact.booking_id not in made  # at a sibling
        case BookingCancelled():
            return fact.by == "move"
        case EntryPaused():
            return fact.split or fact.declined
        case EntryResumed():
            return fact.told  # by the offer at the sibling
        case EntryLeft():
            return fact.cause in ("split", "declined")
        case _:
            return False


def _owner(state: State, fact: Fact) -> int | None:
    if fact.subject in ("service", "account"):
        return None
    if isinstance(fact, WisherTold):
        return fact.person_id
    return _person(_rows(state)[fact.subject, fact.id])


def _person(row: Row) -> int | None:
    match row:
        case Booking() | Entry() | Offer() | Request():
            return row.person_id
        case Event() | Hold():
            return None
        case _:
            assert_never(row)


def _status(row: Row | None) -> Any:
    """What a person must hear of when it changes."""
    return row.status if isinstance(row, Booking | Entry | Offer | Request) else None

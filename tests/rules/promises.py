"""What an admin's decision about many people promises to each of them, worked out from the states before and after."""

from collections import Counter
from collections.abc import Mapping

from engine import facts as f
from engine.facts import Fact
from engine.month import month_of
from engine.notices import notices
from engine.ports import Act, Steps
from engine.state import Booking, State
from tests.rules.builders import changed

ABOUT_THE_CHANGE = {
    "booking-shifted",
    "booking-cancelled",
    "entry-shifted",
    "entry-closed",
    "entry-displaced",
    "offer-withdrawn",
    "request-closed",
    "request-shifted",
    "wished-cancelled",
    "wished-moved",
}
"""Letters that say what has become of a date or an event; offers and bookings that are made anew come on top."""


def check_decision(before: Mapping[int, State], steps: Steps, become: Mapping[int, State], act: Act) -> None:
    """Laws of a whole decision."""
    facts = [fact for _, some in steps for fact in some]
    _check_kept(before, become, facts)
    _check_move(before, become, facts)
    by_event: dict[int, list[Fact]] = {event_id: [] for event_id, _ in steps}
    for event_id, some in steps:
        by_event[event_id] += some
    for event_id, some in by_event.items():
        here, there = before[event_id], become[event_id]
        _check_capacity(here, there, some)
        _check_displaced(here, there, some)
        if any(isinstance(fact, f.EventMoved | f.EventCancelled) for fact in some):
            _check_told_once(here, some, act)
        if any(isinstance(fact, f.EventMoved) for fact in some):
            _check_new_date(here, there, act)


def _booked(states: Mapping[int, State]) -> dict[int, Booking]:
    return {i: b for state in states.values() for i, b in state.bookings.items() if b.seats}


def _check_kept(before: Mapping[int, State], become: Mapping[int, State], facts: list[Fact]) -> None:
    """Nobody loses a booking, or one of its seats, without a fact that says so."""
    old, new = _booked(before), _booked(become)
    assert old.keys() - new.keys() == {fact.id for fact in facts if isinstance(fact, f.BookingCancelled)}
    for booking_id in old.keys() & new.keys():
        was, now = old[booking_id], new[booking_id]
        assert (was.person_id, was.names, was.event_id) == (now.person_id, now.names, now.event_id)
        assert len(was.seats) == len(now.seats), "a party is placed whole"
        reseated = any(isinstance(fact, f.BookingReseated) and fact.id == booking_id for fact in facts)
        assert (set(was.seats) == set(now.seats)) or reseated


def _check_move(before: Mapping[int, State], become: Mapping[int, State], facts: list[Fact]) -> None:
    """The old seats are given up exactly when the new ones are had, by the same party."""
    gone = [fact for fact in facts if isinstance(fact, f.BookingCancelled) and fact.by == "move"]
    made = [fact for fact in facts if isinstance(fact, f.BookingMade) and fact.source == "move"]
    assert len(gone) == len(made) <= 1
    for old, new in zip(gone, made, strict=True):
        was = _booked(before)[old.id]
        assert (new.person_id, len(new.seats), new.names) == (was.person_id, len(was.seats), was.names)
        assert new.from_event == was.event_id != new.event_id
        assert new.free_cancel_until == was.free_cancel_until, "what was promised goes along"
        assert (new.status == "pending") == (was.status == "pending")
        assert facts.index(new) < facts.index(old), "first the new seats, then the old ones"
        assert set(new.seats) <= set(before[new.event_id].free)


def _used(state: State) -> int:
    return state.event.capacity - len(state.free)


def _check_capacity(before: State, become: State, facts: list[Fact]) -> None:
    """Fewer seats are as many as are in use at least, and as a drain says at least."""
    old, new = before.event, become.event
    sizes = [fact.capacity for fact in facts if isinstance(fact, f.CapacityChanged)]
    assert sizes or old.capacity == new.capacity
    draining = {old.drain_to, new.drain_to, *(x.capacity for x in facts if isinstance(x, f.CapacityDraining))}
    if draining != {None} and sizes and new.capacity < old.capacity:
        assert new.capacity >= min(size for size in (*draining, new.capacity) if size is not None)
    if new.capacity < old.capacity:
        lost = sum(len(before.bookings[x.id].seats) for x in facts if isinstance(x, f.BookingCancelled))
        assert new.capacity >= _used(before) - lost - _let_go(before, become)
    if new.capacity > old.capacity:
        assert new.round > old.round, "new seats are for those too who let the last one go"


def _let_go(before: State, become: State) -> int:
    """Seats of offers and holds that are over."""
    rows = ((before.offers, become.offers), (before.holds, become.holds))
    return sum(len(row.seats) for old, new in rows for i, row in old.items() if not new[i].seats)


def _check_displaced(before: State, become: State, facts: list[Fact]) -> None:
    """Whoever has to go for a smaller capacity is the newest, waits at the head, in the order of the bookings, and is
    told the true place; nobody goes who could stay."""
    gone = [fact.id for fact in facts if isinstance(fact, f.BookingCancelled) and fact.by == "line"]
    joined = [fact for fact in facts if isinstance(fact, f.EntryJoined) and fact.source == "displaced"]
    assert [before.bookings[i].person_id for i in gone] == [fact.person_id for fact in joined]
    assert [len(before.bookings[i].seats) for i in gone] == [fact.seats for fact in joined]
    if not joined or joined[0].seq >= before.event.next_seq:
        return  # put back behind everybody
    places = {fact.person_id: fact.position for fact in joined}
    in_order = [before.bookings[i].person_id for i in sorted(gone)]
    assert [places[person_id] for person_id in in_order] == list(range(1, len(gone) + 1))
    line = [become.line.entries[i] for i in become.line.window]
    assert [e.person_id for e in line[: len(gone)]] == in_order, "not at the head"
    top = min(e.priority for e in line[: len(gone)])
    assert all(e.priority <= top for e in line[len(gone) :])
    for booking_id in gone:
        assert len(before.bookings[booking_id].seats) > len(become.free), "went although there is room"


def _check_told_once(before: State, facts: list[Fact], act: Act) -> None:
    """Everybody who was booked, waited or was asked hears of it by one letter."""
    become = changed(before, facts, act.now)
    told = Counter(
        notice.to
        for fact in facts
        for notice in notices(fact, become, act, None)
        if notice.kind in ABOUT_THE_CHANGE
    )
    whom = concerned(before) | wishing(before, become)
    assert told == dict.fromkeys(whom, 1), f"{dict(told)} of {whom}"


def wishing(before: State, become: State) -> set[int]:
    """Who wishes for the event in the month in which it is, or was, if it is another date by now."""
    times, zone = {before.event.starts_at, become.event.starts_at}, before.settings.timezone
    if len(times) == 1 and become.event.status != "cancelled":
        return set()
    months = {month_of(moment, zone) for moment in times}
    return {each for each, own in before.wishers.items() if any(wish.month in months for wish in own)}


def concerned(state: State) -> set[int]:
    """Everybody who has something there, and to whom it matters when, and whether, the event takes place."""
    booked = {b.person_id for b in state.bookings.values() if b.active}
    waiting = {e.person_id for e in state.line.entries.values() if e.active}
    asking = {r.person_id for r in state.requests.values() if r.open}
    return booked | waiting | asking | {o.person_id for o in state.pending()}


def _check_new_date(before: State, become: State, act: Act) -> None:
    """Every booking keeps its seats and is asked; no offer for the old time is open."""
    old = {i: b for i, b in before.bookings.items() if b.active}
    assert {i for i in old if become.bookings[i].seats} == set(old)
    asked = {become.bookings[i].reconfirm_by for i in old}
    assert len(asked) <= 1, "everybody until the same moment"
    for by in asked - {None}:
        assert by is not None and act.now < by < become.event.starts_at
    assert not before.pending() or not {o.id for o in before.pending()} & {o.id for o in become.pending()}

"""What must hold after every step, worked out from the rows and the product's words, without the rules' own help."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from engine import facts as f
from engine.facts import Fact
from engine.notices import Notice, notices
from engine.ports import Act, Ask, Panel
from engine.rules.seats import sweep
from engine.settings import Mode, Tier
from engine.state import Booking, Entry, Event, Hold, Offer, State
from tests.rules.builders import act, changed, owned_seats, rebuilt

Row = Event | Booking | Entry | Offer | Hold

TIERS = {
    Tier.STARTER: (Mode.MANUAL, Mode.LEGACY),
    Tier.BASIC: (Mode.LEGACY, Mode.OFFER),
    Tier.PRO: (Mode.MANUAL, Mode.LEGACY, Mode.OFFER),
    Tier.ENTERPRISE: (Mode.MANUAL, Mode.LEGACY, Mode.OFFER, Mode.SPLITTER),
}


# ------------------------------------------------------------------------------------------------------ states


def check_state(now: State) -> None:
    """Laws of one state, at every commit."""
    _seats(now)
    _persons(now)
    _line(now)


def _seats(now: State) -> None:
    owned = owned_seats(now.bookings.values(), now.offers.values(), now.holds.values())
    assert len(owned) == len(set(owned)), "a seat has two owners"
    assert sorted([*owned, *now.free]) == list(range(1, now.event.capacity + 1)), "free is the rest"
    assert 0 <= now.event.released <= now.event.capacity
    assert now.event.announced >= 0
    for row in now.bookings.values():
        assert bool(row.seats) == row.active
        assert not row.active or len(row.seats) > len(row.names), "a party is placed whole"
    for row in now.offers.values():
        holding = row.status == "pending" and not row.last_call
        assert len(row.seats) == (row.count if holding else 0)
        assert row.expires_at <= row.closes_at <= now.event.starts_at
        assert (row.status == "pending") == (row.decided_at is None)
        assert (row.status == "accepted") == (row.booking_id is not None)
    for row in now.holds.values():
        assert bool(row.seats) == row.active


def _persons(now: State) -> None:
    booked = [b.person_id for b in now.bookings.values() if b.active]
    placed = [e.person_id for e in now.line.entries.values() if e.active]
    reserved = [e.person_id for e in now.reserve.entries.values() if e.active]
    asked = [o.person_id for o in now.pending()]
    for people in (booked, placed, reserved, asked):
        assert len(people) == len(set(people)), "twice the same person"
    assert not set(booked) & set(placed), "booked and waiting for the same event"
    assert not set(booked) & set(asked), "booked and asked for the same event"
    held = {o.entry_id for o in now.pending()}
    offered = {e.id for e in _entries(now).values() if e.status == "offered"}
    assert held == offered, "offered if and only if it has a pending offer"
    for accepted in (o for o in now.offers.values() if o.status == "accepted"):
        assert accepted.booking_id in now.bookings


def _line(now: State) -> None:
    anew = rebuilt(now)
    for kept, fresh in ((now.line, anew.line), (now.reserve, anew.reserve)):
        assert kept.window == fresh.window, "the order is (priority, seq)"
        assert kept.waiting == fresh.waiting
        assert {level: n for level, n in kept.active.items() if n} == fresh.active
    seqs = [e.seq for e in now.line.entries.values()]
    assert len(seqs) == len(set(seqs)) and all(seq < now.event.next_seq for seq in seqs)


def _entries(now: State) -> dict[int, Entry]:
    return {**now.line.entries, **now.reserve.entries}


# --------------------------------------------------------------------------------------------------- decisions


def check_decision(before: State, facts: list[Fact], ask: Ask, now: datetime) -> None:
    """Laws of one decision: each fact in the state in which it happens."""
    state = before
    passed_over: set[int] = set()
    for place, fact in enumerate(facts):
        match fact:
            case f.EntrySkipped():
                assert state.settings.offer.party_fit == "best"
                assert fact.skips == _entries(state)[fact.id].skips + 1 <= state.settings.offer.max_skips
                passed_over.add(fact.id)
            case f.OfferMade(automatic=True, last_call=True):
                assert runs(state, now) and _last_call(state, now)
                assert fact.entry_id in {e.id for e in queue(state, now)}
            case f.OfferMade(automatic=True):
                assert not _last_call(state, now)
                _check_turn(state, fact.entry_id, passed_over, now)
                _check_parallel(state, fact)
                passed_over = set()
            case f.BookingMade(source="promotion"):
                entry_id = _entry_of(fact, facts[place + 1 :])
                if ask.by.kind != "admin" or entry_id not in ask.entries:
                    _check_turn(state, entry_id, passed_over, now)
                    passed_over = set()
            case f.BookingMade(source="self"):
                _check_newcomer(state, fact, passed_over, now)
                passed_over = set()
            case f.OfferDelivered():
                _check_deadline(state, fact, now)
            case f.OfferAccepted():
                assert now < state.offers[fact.id].expires_at
            case f.OfferExpired():
                assert now >= state.offers[fact.id].expires_at
            case _:
                pass
        after = changed(state, [fact], now)
        check_step(state, after, fact)
        state = after
    assert not passed_over, "skipped for nobody"


def check_step(before: State, after: State, fact: Fact) -> None:
    """The fact's subject steps its version by one; no other row's version moves; nothing that is over changes."""
    old, new = _versions(before), _versions(after)
    moved = {key for key in new if new[key] != old.get(key)}
    subject = (fact.subject, fact.id)
    assert moved == {subject}
    assert new[subject] == old.get(subject, 0) + 1
    assert old.keys() <= new.keys()
    was, now = _rows(before), _rows(after)
    for key, row in was.items():
        if not isinstance(row, Event | Hold) and getattr(row, "decided_at", None) is not None:
            assert now[key] == row
        if isinstance(row, Booking | Entry) and not row.active:
            assert now[key] == row


def _rows(state: State) -> dict[tuple[str, int], Row]:
    rows: dict[str, Mapping[int, Any]] = {
        "booking": state.bookings,
        "entry": _entries(state),
        "offer": state.offers,
        "hold": state.holds,
    }
    found: dict[tuple[str, int], Row] = {
        (kind, i): row for kind, by_id in rows.items() for i, row in by_id.items()
    }
    found["event", state.event.id] = state.event
    return found


def _versions(state: State) -> dict[tuple[str, int], int]:
    return {key: row.version for key, row in _rows(state).items()}


def _entry_of(fact: f.BookingMade, rest: list[Fact]) -> int:
    return next(r.id for r in rest if isinstance(r, f.EntryBooked) and r.booking_id == fact.id)


def _check_turn(state: State, entry_id: int, passed_over: set[int], now: datetime) -> None:
    """Everybody ahead in the queue was passed over, with a fact each, because their party did not fit."""
    assert runs(state, now), "automation ran although it must not"
    ahead: list[Entry] = []
    for candidate in queue(state, now):
        if candidate.id == entry_id:
            break
        ahead.append(candidate)
    else:
        raise AssertionError("served although not eligible")
    assert {e.id for e in ahead} == passed_over, "order"
    assert all(e.seats > len(state.free) for e in ahead)


def _check_parallel(state: State, fact: f.OfferMade) -> None:
    most = state.settings.offer.parallel
    open_now = len([o for o in state.pending() if not o.last_call])
    assert most == 0 or open_now < most
    assert fact.guarded == (most == 1)


def _check_newcomer(state: State, fact: f.BookingMade, passed_over: set[int], now: datetime) -> None:
    """Nobody eligible waits, or the seats are published, or a large party is passed over with a fact."""
    if state.event.released >= len(fact.seats):
        assert not passed_over
        return
    ahead = [e for e in queue(state, now) if e.person_id != fact.person_id]
    assert {e.id for e in ahead} == passed_over, "a newcomer got a seat that somebody waits for"
    assert all(e.seats > len(state.free) for e in ahead)


def _check_deadline(state: State, fact: f.OfferDelivered, now: datetime) -> None:
    offer = state.offers[fact.id]
    assert now < fact.expires_at <= offer.closes_at
    bounds = {offer.closes_at, state.event.starts_at, closing(state)}
    whole_minute = fact.expires_at.second == fact.expires_at.microsecond == 0
    assert whole_minute or fact.expires_at in bounds
    if offer.delivered_at is not None:
        assert fact.expires_at >= offer.expires_at, "less time than a copy of the letter may have said"


# -------------------------------------------------------------------------------------------- who would be next


def halted(state: State, now: datetime) -> bool:
    """Automation must not run, by anybody's choice or because it is too late."""
    chosen = state.settings
    return (
        chosen.mode in (Mode.MANUAL, Mode.SPLITTER)
        or chosen.mode not in TIERS[chosen.tier]
        or not chosen.auto_backfill
        or state.event.frozen
        or state.event.status != "open"
        or now >= state.event.starts_at
    )


def runs(state: State, now: datetime) -> bool:
    """Automation may do something now."""
    return not halted(state, now) and now < closing(state)


def closing(state: State) -> datetime:
    """When the line ends."""
    cutoff = state.settings.offer.cutoff if state.settings.mode is Mode.OFFER else timedelta(0)
    return state.event.starts_at - cutoff


def queue(state: State, now: datetime) -> list[Entry]:
    """Everybody who may have a seat now, best first."""
    if now >= closing(state) or state.event.status != "open":
        return []
    return [*_event_queue(state), *_reserve_queue(state)]


def _event_queue(state: State) -> Iterator[Entry]:
    seed = state.settings.offer.seed

    def lot(e: Entry) -> bytes | int:
        if state.settings.offer.order == "line":
            return e.seq
        return hashlib.sha256(f"{seed}:{state.event.id}:{e.id}".encode()).digest()

    waiting = [e for e in state.line.entries.values() if e.status == "waiting" and _open(state, e)]
    return iter(sorted(waiting, key=lambda e: (-e.priority, lot(e))))


def _reserve_queue(state: State) -> Iterator[Entry]:
    if state.settings.mode is not Mode.OFFER:
        return
    here = {b.person_id for b in state.bookings.values() if b.active}
    here |= {e.person_id for e in state.line.entries.values() if e.active}
    start = state.event.starts_at.astimezone(ZoneInfo(state.settings.timezone))
    minute = start.hour * 60 + start.minute
    for e in sorted(state.reserve.entries.values(), key=lambda e: (-e.priority, e.seq)):
        suits = [w for w in e.windows if w.weekday == start.weekday() and w.start <= minute < w.end]
        fits = (suits or not e.windows) and e.seats <= state.event.capacity
        if e.status == "waiting" and _open(state, e) and fits and e.person_id not in here:
            yield e


def _open(state: State, e: Entry) -> bool:
    asked = any(o.person_id == e.person_id for o in state.pending())
    let_go = e.passed_event == state.event.id and e.passed >= state.event.round
    return e.reachable and not let_go and not asked


def _last_call(state: State, now: datetime) -> bool:
    return state.event.starts_at - now < state.settings.offer.last_call


# ------------------------------------------------------------------------------------------------------ at rest


def check_filled(state: State, now: datetime) -> None:
    """Whatever frees a seat fills it: nothing is left for the sweep, and nobody who could be served waits."""
    assert sweep(state, act(now)) == []
    calls = [o for o in state.pending() if o.last_call]
    if halted(state, now):
        return
    assert state.event.announced == 0
    assert all(o.count <= len(state.free) for o in calls), "called for a seat that is gone"
    best = _best(state, now)
    if best is None or not runs(state, now):
        return
    assert state.settings.mode is Mode.OFFER, "a free seat and somebody who fits"
    assert not _confirms_itself(state, best, now)
    if _last_call(state, now):
        assert all(e.seats > len(state.free) for e in queue(state, now)), "not called"
        return
    assert 0 < state.settings.offer.parallel <= len([o for o in state.pending() if not o.last_call])


def _best(state: State, now: datetime) -> Entry | None:
    rules = state.settings.offer
    for e in queue(state, now) if state.free else ():
        if e.seats <= len(state.free):
            return e
        if rules.party_fit == "strict" or e.skips >= rules.max_skips:
            return None
    return None


def _confirms_itself(state: State, e: Entry, now: datetime) -> bool:
    within = state.settings.offer.auto_confirm
    return e.auto_confirm or (within is not None and state.event.starts_at - now <= within)


# ------------------------------------------------------------------------------------------------------ notices

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
        _person(row) for key, row in _rows(after).items() if _status(row) != _status(_rows(before).get(key))
    }
    assert concerned - {None} <= heard, "not told"


def _check_notice(notice: Notice, fact: Fact, owner: int | None, by: Act) -> None:
    assert notice.to in (owner, None), "told somebody whom it does not concern"
    assert (notice.to is None) == (notice.kind in ("seats-freed", "person-unreachable"))
    assert notice.subject == f"{'freed' if notice.kind == 'seats-freed' else fact.subject}:{fact.id}"
    assert notice.panel is None or (by.by.kind == "person" and by.by.id == notice.to)
    assert notice.letter_class == ("P" if notice.kind == "seats-freed" else "A")
    assert notice.not_before is None or notice.not_before > by.now


def _owner(state: State, fact: Fact) -> int | None:
    row = _rows(state)[fact.subject, fact.id]
    return _person(row)


def _person(row: Row) -> int | None:
    match row:
        case Booking() | Entry() | Offer():
            return row.person_id
        case Event() | Hold():
            return None
        case _:
            assert_never(row)


def _status(row: Row | None) -> Any:
    """What a person must hear of when it changes."""
    return row.status if isinstance(row, Booking | Entry | Offer) else None

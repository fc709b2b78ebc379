"""What must be true when a fact happens: who did it, when, to whom, by which clock and at what price."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from engine import facts as f
from engine.facts import Fact
from engine.hours import waking_time
from engine.ports import Ask
from engine.settings import Mode
from engine.state import Booking, Entry, Hold, Offer, State
from tests.rules import turns
from tests.rules.builders import HOUR, MINUTE, changed
from tests.rules.laws import check_step


def check_decision(before: State, facts: list[Fact], ask: Ask, now: datetime) -> None:
    """Laws of one decision: each fact in the state in which it happens."""
    state, passed_over = before, set[int]()
    for place, fact in enumerate(facts):
        _check_going(state, fact, ask)
        match fact:
            case f.EntrySkipped():
                _check_skip(state, fact)
                passed_over.add(fact.id)
            case f.OfferMade():
                _check_offer(state, fact, ask, passed_over, now)
            case f.BookingMade():
                entry_id = _entry_of(fact, facts[place + 1 :])
                _check_booking(state, fact, ask, entry_id, passed_over, now)
                if fact.source == "offer":
                    _check_accepted(before, state, fact, entry_id)
            case f.BookingCancelled() | f.BookingConfirmed():
                _check_booking_changed(state, fact, ask, now)
            case f.EntryJoined() | f.EntryPaused() | f.EntryResumed():
                _check_place(state, fact, ask, now)
            case f.EntryReturned() | f.EntryLeft() | f.EntryClosed():
                _check_back(before, state, fact, ask, now)
            case (
                f.OfferDelivered()
                | f.OfferUndelivered()
                | f.OfferExtended()
                | f.OfferReminded()
                | f.OfferAccepted()
                | f.OfferRejected()
                | f.OfferExpired()
            ):
                _check_clock(state, fact, ask, now)
            case f.SeatsPublished() | f.FillHalted() | f.EventFrozen() | f.EventUnfrozen():
                _check_event(state, fact, ask, now)
            case (
                f.SeatsHeld()
                | f.HoldReleased()
                | f.CapacityDraining()
                | f.EventMoved()
                | f.EventCancelled()
                | f.WisherTold()
                | f.AttendanceMarked()
            ):
                assert ask.by.kind == "admin"
            case (
                f.RequestMade()
                | f.RequestGranted()
                | f.RequestDeclined()
                | f.RequestTakenBack()
                | f.RequestClosed()
                | f.RequestShifted()
                | f.RequestAnswered()
            ):
                _check_request(state, fact, ask, now)
            case f.BookingReseated() | f.OfferReseated() | f.HoldReseated():
                _check_reseated(state, fact)
            case f.EventSplit():
                assert ask.by.kind == "admin" or (ask.by.name == "finalize" and fact.split_id is None)
            case f.EventConfigured() | f.ServiceConfigured() | f.AccountConfigured():
                assert ask.by.kind == "admin"
            case f.BookingReconfirmed():
                by = state.bookings[fact.id].reconfirm_by
                assert by is not None and now < by and ask.by.id == state.bookings[fact.id].person_id
            case _:
                pass
        if isinstance(fact, f.OfferMade | f.BookingMade):
            passed_over = set()
        after = changed(state, [fact], now)
        check_step(state, after, fact)
        state = after
    assert not passed_over, "skipped for nobody"
    _check_let_go(before, facts)


def _check_let_go(before: State, facts: list[Fact]) -> None:
    """Whoever has just let seats go, and is on the reserve list, is not asked for them, now or later."""
    by_hand = before.settings.mode is Mode.MANUAL
    gone = {
        before.bookings[fact.id].person_id
        for fact in facts
        if isinstance(fact, f.BookingCancelled)
        and fact.by not in ("line", "event")
        and fact.id in before.bookings
    }
    passed = {fact.id for fact in facts if isinstance(fact, f.EntryPassed)}
    listed = {e.id for e in before.reserve.entries.values() if e.active and e.person_id in gone}
    assert passed == listed, "may be asked for what they let go"
    asked = {fact.person_id for fact in facts if isinstance(fact, f.OfferMade) and fact.automatic}
    assert by_hand or not asked & gone, "asked for what they have just let go"


# -------------------------------------------------------------------------------------------------------- turns


def _check_skip(state: State, fact: f.EntrySkipped) -> None:
    entry = _entry(state, fact.id)
    assert turns.may_be_passed(state, entry)
    assert fact.skips == entry.skips + 1


def _check_turn(state: State, entry_id: int, passed_over: set[int], now: datetime) -> None:
    """Everybody ahead in the queue was passed over, with a fact each, because their party did not fit."""
    assert turns.runs(state, now), "automation ran although it must not"
    queue = turns.queue(state, now)
    ids = [e.id for e in queue]
    assert entry_id in ids, "served although not eligible"
    ahead = queue[: ids.index(entry_id)]
    assert {e.id for e in ahead} == passed_over, "order"
    assert all(e.seats > len(state.free) for e in ahead)


def _check_newcomer(state: State, fact: f.BookingMade, passed_over: set[int], now: datetime) -> None:
    """Nobody eligible waits, nobody is called for these seats, or they are published, or a large party is passed over
    with a fact."""
    if state.event.released >= len(fact.seats):
        assert not passed_over
        return
    called = sum(o.count for o in state.pending() if o.last_call)
    assert not called or called + len(fact.seats) <= len(state.free), (
        "a newcomer got a seat that others are called for"
    )
    ahead = [e for e in turns.queue(state, now) if e.person_id != fact.person_id]
    assert {e.id for e in ahead} == passed_over, "a newcomer got a seat that somebody waits for"
    assert all(e.seats > len(state.free) for e in ahead)


def _check_reason(state: State, ask: Ask, entry_id: int) -> None:
    """An admin passes nobody over without a word."""
    for e in turns.in_turn(state):
        if e.id == entry_id:
            return
        if e.seats <= len(state.free) or not turns.may_be_passed(state, e):
            assert len(ask.reason.strip()) >= 3, "out of turn without a reason"
            return


# -------------------------------------------------------------------------------------------- offers and bookings


def _check_offer(state: State, fact: f.OfferMade, ask: Ask, passed_over: set[int], now: datetime) -> None:
    entry, rules = _entry(state, fact.entry_id), state.settings.offer
    assert (fact.person_id, fact.count) == (entry.person_id, entry.seats)
    assert entry.reachable and entry.status == "waiting"
    assert len(fact.seats) == (0 if fact.last_call else entry.seats) and set(fact.seats) <= set(state.free)
    assert entry.seats <= len(state.free), "never more than free seats"
    if fact.split_id is not None:
        assert (fact.split_id, fact.guarded) == (state.event.split_id, False) and not fact.last_call
        return _check_balanced(state, ask, now)
    assert fact.guarded == (fact.automatic and not fact.last_call and rules.parallel == 1)
    assert fact.closes_at == (turns.closing(state) if fact.automatic else state.event.starts_at)
    if not fact.automatic:
        assert ask.by.kind == "admin" and not fact.last_call and now < state.event.starts_at
        return _check_reason(state, ask, entry.id)
    assert state.settings.mode is Mode.OFFER
    assert fact.last_call == turns.in_last_call(state, now)
    assert fact.last_call or not turns.confirms_itself(state, entry, now), (
        "asked although no question was wanted"
    )
    if fact.last_call:
        assert turns.runs(state, now) and entry.id in [e.id for e in turns.queue(state, now)]
        return None
    _check_turn(state, entry.id, passed_over, now)
    open_now = len([o for o in state.pending() if not o.last_call])
    assert rules.parallel == 0 or open_now < rules.parallel, "guard"
    return None


def _check_booking(
    state: State, fact: f.BookingMade, ask: Ask, entry_id: int | None, passed_over: set[int], now: datetime
) -> None:
    assert (
        set(fact.seats) <= set(state.free) and len(fact.seats) == len(fact.names) + 1
    ) or fact.source != "self"
    assert set(fact.seats) <= {*state.free, *_held(state, ask)}
    assert fact.source in ("admin", "move", "request") or fact.status == state.settings.booking_status
    if fact.source != "move":  # which keeps what the booking had
        granted = now + state.settings.grace if fact.source == "promotion" else None
        assert fact.free_cancel_until == granted, "a free-cancel grace after any promotion, and only then"
    assert now < state.event.starts_at and state.event.status == "open"
    if fact.source == "self":
        assert ask.by.id == fact.person_id
        assert state.settings.self_service, "took a place that only an admin gives"
        return _check_newcomer(state, fact, passed_over, now)
    if fact.source == "request":
        asked = state.request_of(fact.person_id)
        assert ask.by.kind == "admin" and asked is not None, "granted what nobody asked for"
        return _check_reason(state, ask, 0)
    if fact.source in ("admin", "move"):
        assert entry_id is None or _entry(state, entry_id).person_id == fact.person_id
        if ask.by.kind == "admin":
            assert len(ask.reason.strip()) >= 3, "past everybody who waits without a word"
            return None
        assert (fact.source, ask.by.id) == ("move", fact.person_id)
        assert state.settings.self_service
        return _check_newcomer(state, fact, passed_over, now)
    if fact.source == "promotion" and state.settings.mode is Mode.SPLITTER and not ask.entries:
        return _check_balanced(state, ask, now)
    assert entry_id is not None
    entry = _entry(state, entry_id)
    assert (fact.person_id, len(fact.seats), fact.names) == (entry.person_id, entry.seats, entry.names)
    if fact.source == "offer":
        assert ask.by.id == fact.person_id
    elif ask.by.kind == "admin" and entry_id in ask.entries:
        _check_reason(state, ask, entry_id)
    else:
        _check_turn(state, entry_id, passed_over, now)
        assert state.settings.mode is Mode.LEGACY or turns.confirms_itself(state, entry, now), "nobody asked"
    return None


def _check_going(state: State, fact: Fact, ask: Ask) -> None:
    """Seats that are to go are gone before anybody gets them who was not chosen by an admin."""
    offered = isinstance(fact, f.OfferMade) and fact.automatic
    promoted = isinstance(fact, f.BookingMade) and fact.source == "promotion" and not ask.entries
    assert not (offered or promoted) or state.event.drain_to is None, "a seat that was to go"


def _check_balanced(state: State, ask: Ask, now: datetime) -> None:
    """The plan's own order is tested with the plan; here that an admin wanted it, and that nothing forbids it."""
    assert ask.by.kind == "admin" and turns.why_halted(state, now) == "splitter"


def _check_accepted(before: State, state: State, fact: f.BookingMade, entry_id: int | None) -> None:
    """An accepted offer is exactly one booking, of the seats that were held for it."""
    (accepted,) = _ended(before, state, entry_id)
    assert (accepted.status, accepted.booking_id) == ("accepted", fact.id)
    assert accepted.last_call or fact.seats == before.offers[accepted.id].seats


def _check_booking_changed(
    state: State, fact: f.BookingCancelled | f.BookingConfirmed, ask: Ask, now: datetime
) -> None:
    booking = state.bookings[fact.id]
    if isinstance(fact, f.BookingConfirmed):
        assert booking.status == "pending" and ask.by.kind == "admin"
        return
    assert now < state.event.starts_at
    own = ask.by.kind == "person"
    assert not own or ask.by.id == booking.person_id
    if fact.by == "silence":
        assert ask.by.kind == "job" and booking.reconfirm_by is not None and booking.reconfirm_by <= now
    elif fact.by in ("line", "event"):
        assert ask.by.kind == "admin" and len(ask.reason.strip()) >= 3
    else:
        assert fact.by in ("self" if own else "admin", "move")
    in_grace = booking.free_cancel_until is not None and now <= booking.free_cancel_until
    too_late = now > state.event.starts_at - state.settings.cancel_before
    assert fact.late == (own and too_late and not in_grace)


# ------------------------------------------------------------------------------------------------------- places


def _check_place(
    state: State, fact: f.EntryJoined | f.EntryPaused | f.EntryResumed, ask: Ask, now: datetime
) -> None:
    if isinstance(fact, f.EntryJoined):
        line = state.reserve if fact.event_id is None else state.line
        ahead = [e for e in line.entries.values() if e.active and e.priority >= 0]
        if fact.source == "displaced":
            assert ask.by.kind == "admin" and len(ask.reason.strip()) >= 3
            assert all(e.seq != fact.seq for e in line.entries.values()) and fact.event_id is not None
            return  # at which place is the whole decision's to say: see `promises`
        if fact.split:
            assert ask.by.kind == "admin" and fact.source == "split"
            return
        assert fact.position == len(ahead) + 1, "the position is the true one"
        assert all(e.seq < fact.seq for e in line.entries.values()), "the end of the line"
        if fact.source == "request":
            assert ask.by.kind == "admin" and state.request_of(fact.person_id) is not None
            return
        assert fact.priority == 0 and ask.by.id == fact.person_id
        assert state.settings.self_service, "took a place in line that only an admin gives"
        return
    entry = _entry(state, fact.id)
    if isinstance(fact, f.EntryResumed):
        due = entry.paused_until is not None and entry.paused_until <= now
        assert due or ask.by.kind != "job" or entry.split, "no sooner than was asked for"
        return
    assert fact.until is None or now < fact.until
    assert fact.until is None or entry.event_id is None or fact.until < state.event.starts_at


def _check_back(
    before: State,
    state: State,
    fact: f.EntryReturned | f.EntryLeft | f.EntryClosed,
    ask: Ask,
    now: datetime,
) -> None:
    """What an offer that came to nothing costs."""
    old = _entry(state, fact.id)
    if isinstance(fact, f.EntryClosed):
        assert state.event.status != "open" or now >= state.event.starts_at
        return
    ended = _ended(before, state, old.id)
    missed = any(o.status == "expired" and o.delivered_at is not None and not o.last_call for o in ended)
    if isinstance(fact, f.EntryLeft):
        assert (fact.cause == "missed") == (missed and old.misses == 2), "off the list after the third miss"
        assert fact.cause != "admin" or ask.by.kind == "admin"
        return
    (offer,) = ended
    assert not missed or old.misses < 2
    assert fact.misses == old.misses + missed
    to_the_end = missed and old.misses == 1
    others = state.line if old.event_id else state.reserve
    assert (fact.seq == old.seq) != to_the_end, "the place is kept once"
    assert not to_the_end or all(e.seq < fact.seq for e in others.entries.values()), "then it is the last one"
    out_of_reach = offer.ended == "unreachable" and not old.reachable
    asked_again = offer.status == "withdrawn" and (
        offer.ended in ("taken", "shifted", "cancelled", "rules", "split") or out_of_reach
    )
    assert fact.passed == (-1 if asked_again else state.event.round) and fact.event_id == state.event.id


# ------------------------------------------------------------------------------------------------------- clocks


def _check_clock(
    state: State,
    fact: f.OfferDelivered
    | f.OfferUndelivered
    | f.OfferExtended
    | f.OfferReminded
    | f.OfferAccepted
    | f.OfferRejected
    | f.OfferExpired,
    ask: Ask,
    now: datetime,
) -> None:
    offer = state.offers[fact.id]
    match fact:
        case f.OfferDelivered():
            _check_deadline(state, offer, fact, now)
            assert fact.again == (offer.delivered_at is not None)
        case f.OfferUndelivered():
            assert offer.delivered_at is not None
        case f.OfferExtended():
            _check_extended(offer, fact, ask, now)
        case f.OfferReminded():
            assert offer.delivered_at is not None and offer.reminded_at is None and not offer.last_call
            assert offer.expires_at - now >= 2 * MINUTE
            quiet, zone = state.settings.offer.quiet, state.settings.timezone
            length = waking_time(offer.delivered_at, offer.expires_at, quiet, zone)
            left = waking_time(now, offer.expires_at, quiet, zone)
            assert left <= max(length / 3, 2 * MINUTE)
        case f.OfferAccepted() | f.OfferRejected():
            assert now < offer.expires_at and ask.by.id == offer.person_id
        case f.OfferExpired():
            assert now >= offer.expires_at


def _check_deadline(state: State, offer: Offer, fact: f.OfferDelivered, now: datetime) -> None:
    assert now < fact.expires_at <= offer.closes_at
    if _closed_since(state, offer, now):
        assert offer.delivered_at is not None and fact.expires_at == offer.expires_at, "what was promised"
        return
    bounds = {offer.closes_at, state.event.starts_at, turns.closing(state)}
    whole_minute = fact.expires_at.second == fact.expires_at.microsecond == 0
    assert whole_minute or fact.expires_at in bounds
    close = turns.closing(state) if now < turns.closing(state) else state.event.starts_at
    least = min(close if offer.last_call else now + valid_for(state, now), close, offer.closes_at)
    assert fact.expires_at >= least, "less time than the rule gives"
    if offer.delivered_at is not None:
        assert fact.expires_at >= offer.expires_at, "less time than a copy of the letter may have said"
    elif not offer.last_call and state.settings.offer.quiet is None:
        assert fact.expires_at < now + valid_for(state, now) + MINUTE


def _closed_since(state: State, offer: Offer, now: datetime) -> bool:
    """Whether the cut-off of now has passed, for an offer that was made by itself before it."""
    by_itself = offer.guarded or offer.last_call or offer.closes_at < state.event.starts_at
    return by_itself and now >= turns.closing(state)


def _check_extended(offer: Offer, fact: f.OfferExtended, ask: Ask, now: datetime) -> None:
    assert ask.by.kind == "job" and offer.delivered_at is not None and not offer.last_call
    assert offer.expires_at <= fact.expires_at <= offer.closes_at, "never less, and never past the close"
    assert fact.expires_at > offer.expires_at or not fact.in_full, "for nothing"
    assert fact.expires_at == offer.closes_at or now < fact.expires_at, "time is given back in the past"
    assert fact.in_full or fact.expires_at == offer.closes_at
    assert fact.expires_at in (offer.closes_at, fact.expires_at.replace(second=0, microsecond=0))


def valid_for(state: State, now: datetime) -> timedelta:
    """Fixed, or by time to start."""
    if state.settings.offer.validity is not None:
        return state.settings.offer.validity
    left = state.event.starts_at - now
    return 12 * HOUR if left > 48 * HOUR else 2 * HOUR if left > 12 * HOUR else 20 * MINUTE


# -------------------------------------------------------------------------------------------------------- event


def _check_event(
    state: State,
    fact: f.SeatsPublished | f.FillHalted | f.EventFrozen | f.EventUnfrozen,
    ask: Ask,
    now: datetime,
) -> None:
    match fact:
        case f.SeatsPublished():
            by_admin = ask.by.kind == "admin" and fact.released == len(state.free) > 0
            assert by_admin or fact.released < state.event.released, "nobody else makes seats anybody's"
        case f.FillHalted():
            why = turns.why_halted(state, now)
            said = (state.event.announced, state.event.announced_reason)
            assert (fact.free, fact.reason if fact.free else "") != said, "said once"
            assert fact.free == 0 or fact.reason == why
        case f.EventFrozen() | f.EventUnfrozen():
            assert ask.by.kind == "admin" and state.event.frozen == isinstance(fact, f.EventUnfrozen)


RequestFact = (
    f.RequestMade
    | f.RequestGranted
    | f.RequestDeclined
    | f.RequestTakenBack
    | f.RequestClosed
    | f.RequestShifted
    | f.RequestAnswered
)


def _check_request(state: State, fact: RequestFact, ask: Ask, now: datetime) -> None:
    if isinstance(fact, f.RequestMade):
        assert not state.settings.self_service and now < state.event.starts_at
        assert ask.by.id == fact.person_id and state.booking_of(fact.person_id) is None
        assert state.line.of(fact.person_id) is None and state.request_of(fact.person_id) is None
        assert fact.seats == len(fact.names) + 1 <= state.event.capacity
        return
    request = state.requests[fact.id]
    assert request.open, "answered twice"
    match fact:
        case f.RequestGranted() | f.RequestDeclined():
            assert (ask.by.kind, ask.by.name, ask.reason) == ("admin", fact.by_name, fact.reason)
            assert isinstance(fact, f.RequestGranted) or len(fact.reason.strip()) >= 3
            if isinstance(fact, f.RequestGranted):
                assert (fact.booking_id in state.bookings) != (fact.entry_id in state.line.entries)
        case f.RequestShifted():
            assert ask.by.kind == "admin"
        case f.RequestTakenBack() | f.RequestAnswered():
            assert ask.by.kind == "person" and ask.by.id == request.person_id
        case f.RequestClosed(cause="over"):
            assert now >= state.event.starts_at or state.event.status != "open"
        case f.RequestClosed(cause="cancelled"):
            assert state.event.status == "cancelled"
        case f.RequestClosed():
            has = state.booking_of(request.person_id) or any(
                e.person_id == request.person_id for e in state.line.entries.values()
            )
            assert has, "closed for nothing"


def _check_reseated(state: State, fact: f.BookingReseated | f.OfferReseated | f.HoldReseated) -> None:
    """As many seats as before, further in front."""
    rows: Mapping[str, Mapping[int, Booking | Offer | Hold]] = {
        "booking": state.bookings,
        "offer": state.offers,
        "hold": state.holds,
    }
    was = rows[fact.subject][fact.id].seats
    assert len(set(fact.seats)) == len(was) and set(fact.seats) - set(was) <= set(state.free)
    assert max(fact.seats) < max(was)


def _held(state: State, ask: Ask) -> set[int]:
    """Seats that an admin may give to somebody although they are held."""
    return {n for hold in state.holds.values() for n in hold.seats} if ask.by.kind == "admin" else set()


def _entry(state: State, entry_id: int) -> Entry:
    found = state.entry(entry_id)
    assert found is not None
    return found


def _entry_of(fact: f.BookingMade, rest: list[Fact]) -> int | None:
    return next((r.id for r in rest if isinstance(r, f.EntryBooked) and r.booking_id == fact.id), None)


def _ended(before: State, state: State, entry_id: int | None) -> list[Offer]:
    """The entry's offers that this decision has ended."""
    over = (o for o in state.offers.values() if o.status != "pending" and o.entry_id == entry_id)
    return [o for o in over if before.offers[o.id].status == "pending"]

"""The life of an offer: made (by a mode or an admin), delivered, reminded, and one end.

`pending -> accepted | rejected | expired | withdrawn`. Accepted strictly before the deadline, expired at or after it.
Every end but acceptance frees the seats and fills them in the same commit.
"""

from datetime import datetime, timedelta
from typing import assert_never

from engine import facts as f
from engine.facts import Fact
from engine.hours import add_waking_time, quiet_until, waking_time
from engine.ports import Act
from engine.refusals import (
    AlreadyBooked,
    NoFreeSeat,
    OfferAnswered,
    OfferExpired,
    OfferOpen,
    OfferTaken,
    OfferUnknown,
    OfferWithdrawn,
    PersonUnreachable,
)
from engine.rules.booking import check_not_asked, check_open
from engine.rules.filling import and_fill
from engine.rules.offering import offer as make_offer
from engine.rules.promotion import promote as book_entry
from engine.rules.promotion import served
from engine.rules.reasons import check_turn
from engine.rules.settling import settled
from engine.rules.validity import closes_at, deadline
from engine.rules.waitlist import owned, returned
from engine.settings import Settings
from engine.state import Decline, Entry, Offer, State

REMIND_SHARE = 3  # remind when a third of the time is left
REMIND_LEAST = timedelta(minutes=2)  # a shorter remainder is no help any more


def remind_at_most(length: timedelta) -> timedelta:
    """How long before the deadline the reminder is due, for an offer open for `length`."""
    return max(length / REMIND_SHARE, REMIND_LEAST)


def mine(state: State, offer_id: int, person_id: int | None) -> Offer:
    """The offer; `person_id` None is an admin or a job. Raises OfferUnknown, also for somebody else's."""
    offer = state.offers.get(offer_id)
    if offer is None or person_id not in (None, offer.person_id):
        raise OfferUnknown
    return offer


def check_pending(offer: Offer) -> None:
    """Raises the refusal that names how the offer ended."""
    if offer.status == "expired":
        raise OfferExpired(at=offer.expires_at)
    if offer.status == "withdrawn":
        raise OfferTaken if offer.last_call else OfferWithdrawn
    if offer.status != "pending":
        raise OfferAnswered


def deliver(state: State, act: Act, offer_id: int) -> list[Fact]:
    """The letter is about to leave: the clock starts now. Again for each further send.

    Nothing when the offer is over or its last moment has passed: then there is nothing to send. A cut-off that was set
    since and has passed ends an offer that nobody has read; a promise that was made is kept.
    """
    offer = state.offers.get(offer_id)
    if offer is None or offer.status != "pending" or act.now >= offer.closes_at:
        return []
    if _closed_since(state, act, offer):
        return _kept_or_closed(state, act, offer)
    ends = min(deadline(state.event, state.settings, act.now, last_call=offer.last_call), offer.closes_at)
    again = offer.delivered_at is not None
    promised = offer.expires_at if again else ends  # a copy may have arrived: never less than it said
    return [f.OfferDelivered(id=offer.id, expires_at=max(ends, promised), again=again)]


def _closed_since(state: State, act: Act, offer: Offer) -> bool:
    """Whether the line is not served any more by now, other than when the offer was made; an admin's own offer may be
    made after the cut-off."""
    automatic = offer.guarded or offer.last_call or offer.closes_at < state.event.starts_at
    return automatic and act.now >= closes_at(state.event, state.settings)


def _kept_or_closed(state: State, act: Act, offer: Offer) -> list[Fact]:
    if offer.delivered_at is not None:
        kept = f.OfferDelivered(id=offer.id, expires_at=offer.expires_at, again=True)
        return [kept] if act.now < offer.expires_at else []
    back = returned(state, state.asked(offer), passed=True)
    return and_fill(state, act, [f.OfferWithdrawn(id=offer.id, cause="closed"), back])


def undeliver(state: State, _: Act, offer_id: int, expires_at: datetime) -> list[Fact]:
    """The letter that says `expires_at`, the first of its kind, was refused for sure: the clock did not start.

    Nothing when the offer is over, or another letter has left since.
    """
    offer = state.offers.get(offer_id)
    if offer is None or offer.status != "pending" or offer.delivered_at is None:
        return []
    return [f.OfferUndelivered(id=offer.id)] if offer.expires_at == expires_at else []


def accept(state: State, act: Act, offer_id: int, person_id: int) -> list[Fact]:
    """The held seats become a booking; a last call takes free ones, first tap wins.

    Raises OfferUnknown, OfferExpired, OfferWithdrawn, OfferAnswered, OfferTaken, AlreadyBooked, EventStarted,
    EventCancelled, EventNotOpen.
    """
    offer = mine(state, offer_id, person_id)
    check_pending(offer)
    check_open(state, act)
    if act.now >= offer.expires_at:
        raise OfferExpired(at=offer.expires_at)
    if state.booking_of(person_id) is not None:
        raise AlreadyBooked
    seats = state.take(offer.count) if offer.last_call else offer.seats
    if not seats:
        raise OfferTaken
    entry = state.asked(offer)
    booking_id = act.new_id()
    facts: list[Fact] = [
        f.OfferAccepted(id=offer.id, booking_id=booking_id),
        f.BookingMade(
            id=booking_id,
            event_id=state.event.id,
            person_id=person_id,
            status=state.settings.booking_status,
            seats=seats,
            names=entry.names,
            source="offer",
            answers=entry.answers,
        ),
        *served(state, entry, booking_id),
        *settled(state, person_id),
    ]
    return and_fill(state, act, facts)


def decline(state: State, act: Act, offer_id: int, person_id: int, then: Decline) -> list[Fact]:
    """No: leave the line, keep the place for the next seat, or pause. The seat goes on at once.

    Raises OfferUnknown, OfferExpired, OfferWithdrawn, OfferAnswered.
    """
    offer = mine(state, offer_id, person_id)
    check_pending(offer)
    if act.now >= offer.expires_at:
        raise OfferExpired(at=offer.expires_at)
    entry = state.asked(offer)
    facts: list[Fact] = [f.OfferRejected(id=offer.id, then=then)]
    match then:
        case "leave":
            facts.append(f.EntryLeft(id=entry.id, cause="declined"))
        case "keep":
            facts.append(returned(state, entry, passed=True))
        case "pause":
            facts.append(f.EntryPaused(id=entry.id, until=None, declined=True))
        case _:
            assert_never(then)
    return and_fill(state, act, facts)


def expire(state: State, act: Act, offer_id: int) -> list[Fact]:
    """Time is up: the place is kept once, then moves to the end, then is gone; the seat goes on. Nothing before
    the deadline, or when somebody answered first."""
    offer = state.offers.get(offer_id)
    if offer is None or offer.status != "pending" or act.now < offer.expires_at:
        return []
    facts = [f.OfferExpired(id=offer.id), _missed(state, offer)]
    return and_fill(state, act, facts)


def _missed(state: State, offer: Offer) -> Fact:
    entry = state.asked(offer)
    if offer.delivered_at is None:  # never arrived: not their fault
        return returned(state, entry, passed=True)
    misses, seq = entry.misses, entry.seq
    if not offer.last_call:  # that one was everybody's: it costs nothing
        misses += 1
        if misses > 2:
            return f.EntryLeft(id=entry.id, cause="missed")
        if misses == 2:
            seq = state.event.next_seq if entry.event_id else state.reserve.next_seq
    return f.EntryReturned(
        id=entry.id,
        event_id=state.event.id,
        seq=seq,
        misses=misses,
        passed=state.event.round,
        cause="missed",
    )


def withdraw(state: State, act: Act, offer_id: int, cause: str) -> list[Fact]:
    """Take the offer back: by an admin, or because the letter cannot be delivered. The place in line stays; who could
    have been written to is not asked for the same seat again.

    Raises OfferUnknown, OfferExpired, OfferWithdrawn, OfferAnswered.
    """
    offer = mine(state, offer_id, None)
    check_pending(offer)
    gone = f.OfferWithdrawn(id=offer.id, cause="admin" if cause == "admin" else "unreachable")
    entry = state.asked(offer)
    back = returned(state, entry, passed=cause == "admin" or entry.reachable)
    return and_fill(state, act, [gone, back])


def remind(state: State, act: Act, offer_id: int) -> list[Fact]:
    """A word before time is up, once per delivery. Nothing when it would not help any more."""
    offer = state.offers.get(offer_id)
    if offer is None or offer.status != "pending" or offer.reminded_at is not None:
        return []
    at = remind_at(offer, state.settings)
    due = at is not None and at <= act.now <= offer.expires_at - REMIND_LEAST
    return [f.OfferReminded(id=offer.id)] if due else []


def remind_at(offer: Offer, settings: Settings) -> datetime | None:
    """When the reminder of a delivered offer is due: as the last third of its waking time begins, so that it wakes
    nobody. Of an offer that is open in quiet hours alone, in the last third of all its time. None when it gets none."""
    start, end = offer.delivered_at, offer.expires_at
    if start is None or offer.last_call or offer.status != "pending":
        return None
    quiet, zone = settings.offer.quiet, settings.timezone
    awake = waking_time(start, end, quiet, zone)
    if awake <= REMIND_LEAST:
        return end - remind_at_most(end - start)
    due = add_waking_time(start, max(awake - remind_at_most(awake), timedelta(0)), quiet, zone)
    return quiet_until(due, quiet, zone) or due


def make(state: State, act: Act, entry_id: int) -> list[Fact]:
    """An admin offers free seats to somebody in line; out of turn only with a reason (the act's).

    Raises NotWaiting, OfferOpen, PersonUnreachable, NoFreeSeat, AlreadyBooked, ReasonNeeded, and what `check_open`
    does.
    """
    entry, seats = _chosen(state, act, entry_id)
    made = make_offer(state, act, entry, seats, last_call=False, automatic=False)
    return and_fill(state, act, [*_resumed(entry), *made])


def promote(state: State, act: Act, entry_id: int) -> list[Fact]:
    """An admin books somebody from the line at once; out of turn only with a reason (the act's).

    Raises NotWaiting, OfferOpen, NoFreeSeat, AlreadyBooked, ReasonNeeded, and what `check_open` does.
    """
    entry, seats = _chosen(state, act, entry_id, reachable=False)
    return and_fill(state, act, book_entry(state, act, entry, seats, automatic=False))


def _chosen(
    state: State, act: Act, entry_id: int, *, reachable: bool = True
) -> tuple[Entry, tuple[int, ...]]:
    check_open(state, act)
    entry = owned(state, entry_id, None)
    if entry.status == "offered":
        raise OfferOpen
    check_not_asked(state, entry.person_id)
    if reachable and not entry.reachable:
        raise PersonUnreachable
    if state.booking_of(entry.person_id) is not None:
        raise AlreadyBooked
    seats = state.take(entry.seats)
    if seats is None:
        raise NoFreeSeat(wanted=entry.seats, free=state.free_count())
    check_turn(state, act, entry)
    return entry, seats


def _resumed(entry: Entry) -> list[Fact]:
    return [f.EntryResumed(id=entry.id)] if entry.status == "paused" else []

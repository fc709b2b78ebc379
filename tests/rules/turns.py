"""Whose turn it is, and whether anything may happen by itself: the product's words, without the rules' own help."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from engine.settings import Mode, Tier
from engine.state import Entry, State

TIERS = {
    Tier.STARTER: (Mode.MANUAL, Mode.LEGACY),
    Tier.BASIC: (Mode.LEGACY, Mode.OFFER),
    Tier.PRO: (Mode.MANUAL, Mode.LEGACY, Mode.OFFER),
    Tier.ENTERPRISE: (Mode.MANUAL, Mode.LEGACY, Mode.OFFER, Mode.SPLITTER),
}


def why_halted(state: State, now: datetime) -> str | None:
    """What must be said first when nothing may happen by itself."""
    event, chosen = state.event, state.settings
    if event.status != "open":
        return "closed"
    if event.starts_at <= now:
        return "started"
    if event.frozen:
        return "frozen"
    if not chosen.auto_backfill:
        return "switch_off"
    if chosen.mode not in TIERS[chosen.tier]:
        return "tier"
    return {Mode.MANUAL: "manual", Mode.SPLITTER: "splitter"}.get(chosen.mode)


def runs(state: State, now: datetime) -> bool:
    """Automation may do something now."""
    return why_halted(state, now) is None and now < closing(state)


def closing(state: State) -> datetime:
    """When the line ends."""
    cutoff = state.settings.offer.cutoff if state.settings.mode is Mode.OFFER else timedelta(0)
    return state.event.starts_at - cutoff


def queue(state: State, now: datetime) -> list[Entry]:
    """Everybody who may have a seat now, best first."""
    if now >= closing(state) or state.event.status != "open":
        return []
    return in_turn(state)


def in_turn(state: State) -> list[Entry]:
    """Everybody whom a free seat could go to, best first."""
    return [*_event_queue(state), *_reserve_queue(state)]


def _event_queue(state: State) -> Iterator[Entry]:
    seed = state.settings.offer.seed

    def lot(e: Entry) -> bytes | int:
        if state.settings.offer.order == "line":
            return e.seq
        return hashlib.sha256(f"{seed}:{state.event.id}:{e.id}".encode()).digest()

    here = [e for e in state.line.entries.values() if e.seats <= state.event.capacity]
    waiting = [e for e in here if e.status == "waiting" and _open(state, e)]
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
    passed = e.passed_event == state.event.id and e.passed >= state.event.round
    let_go = passed and state.settings.mode is not Mode.MANUAL  # an admin may well ask twice
    visits = e.split and e.source == "split"  # for the one offer that was made there
    return e.reachable and not let_go and not asked and not visits


def in_last_call(state: State, now: datetime) -> bool:
    """Whether offers go to everybody at once."""
    return state.event.starts_at - now < state.settings.offer.last_call


def best(state: State, now: datetime) -> Entry | None:
    """Who is next and can be served with the free seats; None also when somebody too large must be waited for."""
    for e in queue(state, now) if state.free else ():
        if e.seats <= len(state.free):
            return e
        if not may_be_passed(state, e):
            return None
    return None


def kept_for_somebody(state: State, now: datetime) -> bool:
    """Whether free seats must not go to a newcomer: for somebody who could have them, or who waits for more and may
    not be passed."""
    fits_or_waits = (e.seats <= len(state.free) or not may_be_passed(state, e) for e in queue(state, now))
    return bool(state.free) and any(fits_or_waits)


def may_be_passed(state: State, e: Entry) -> bool:
    """Whether a smaller party may be served before this one, once more."""
    rules = state.settings.offer
    return rules.party_fit == "best" and e.skips < rules.max_skips


def confirms_itself(state: State, e: Entry, now: datetime) -> bool:
    """Booked without a question."""
    within = state.settings.offer.auto_confirm
    return e.auto_confirm or (within is not None and state.event.starts_at - now <= within)

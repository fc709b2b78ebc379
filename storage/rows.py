"""Rows to the engine's state and back. One function a row, no query."""

from collections.abc import Mapping
from typing import Any

from engine.questions import answers_of
from engine.rules.offers import remind_at
from engine.settings import Settings
from engine.state import Booking, Entry, Event, Hold, Offer, Request, TimeWindow

Row = Any  # a SQLAlchemy row; its columns are the table's
Values = dict[str, Any]


def event(row: Row) -> Event:
    return Event(
        id=row.id,
        account_id=row.account_id,
        service_id=row.service_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        capacity=row.capacity,
        status=row.status,
        frozen=row.frozen,
        released=row.released,
        announced=row.announced,
        announced_reason=row.announced_reason,
        next_seq=row.next_seq,
        head_seq=row.head_seq,
        round=row.round,
        drain_to=row.drain_to,
        split_id=row.split_id,
        requests=row.requests,
        version=row.version,
    )


def booking(row: Row, seats: tuple[int, ...]) -> Booking:
    return Booking(
        id=row.id,
        event_id=row.event_id,
        person_id=row.person_id,
        status=row.status,
        seats=seats,
        names=tuple(row.names),
        source=row.source,
        free_cancel_until=row.free_cancel_until,
        reconfirm_by=row.reconfirm_by,
        answers=answers_of(row.answers),
        period_id=row.period_id,
        ended=row.ended,
        version=row.version,
    )


def entry(row: Row) -> Entry:
    return Entry(
        id=row.id,
        service_id=row.service_id,
        event_id=row.event_id,
        person_id=row.person_id,
        seats=row.seats,
        priority=row.priority,
        seq=row.seq,
        status=row.status,
        names=tuple(row.names),
        source=row.source,
        auto_confirm=row.auto_confirm,
        windows=tuple(TimeWindow(**window) for window in row.windows),
        paused_until=row.paused_until,
        misses=row.misses,
        skips=row.skips,
        passed=row.passed,
        passed_event=row.passed_event,
        reachable=row.reachable,
        split=row.split,
        answers=answers_of(row.answers),
        version=row.version,
    )


def offer(row: Row, seats: tuple[int, ...]) -> Offer:
    return Offer(
        id=row.id,
        event_id=row.event_id,
        entry_id=row.entry_id,
        person_id=row.person_id,
        count=row.count_,
        seats=seats,
        expires_at=row.expires_at,
        closes_at=row.closes_at,
        status=row.status,
        guarded=row.guarded,
        last_call=row.last_call,
        delivered_at=row.delivered_at,
        reminded_at=row.reminded_at,
        decided_at=row.decided_at,
        ended=row.ended,
        booking_id=row.booking_id,
        split_id=row.split_id,
        version=row.version,
    )


def hold(row: Row, seats: tuple[int, ...]) -> Hold:
    return Hold(
        id=row.id,
        event_id=row.event_id,
        seats=seats,
        reason=row.reason,
        by_name=row.by_name,
        active=row.active == 1,
        version=row.version,
    )


def request(row: Row) -> Request:
    return Request(
        id=row.id,
        event_id=row.event_id,
        person_id=row.person_id,
        seats=row.seats,
        names=tuple(row.names),
        status=row.status,
        decided_at=row.decided_at,
        by_name=row.by_name,
        reason=row.reason,
        answers=answers_of(row.answers),
        version=row.version,
    )


def event_values(new: Event) -> Values:
    """What many decisions change about an event; see `changed_by_hand` for the rest."""
    return {
        "id": new.id,
        "status": new.status,
        "frozen": new.frozen,
        "released": new.released,
        "announced": new.announced,
        "announced_reason": new.announced_reason,
        "next_seq": new.next_seq,
        "round": new.round,
        "requests": new.requests,
        "version": new.version,
    }


def changed_by_hand(old: Event, new: Event) -> Values:
    """What is different of all that only admins change, and seldom."""
    names = ("starts_at", "ends_at", "head_seq", "drain_to", "split_id", "capacity")
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}


def booking_values(new: Booking, before: Mapping[int, Booking]) -> Values:
    """A whole row; a booking that is over keeps its size."""
    old = before.get(new.id)
    return {
        "id": new.id,
        "event_id": new.event_id,
        "person_id": new.person_id,
        "status": new.status,
        "active": 0 if new.status == "cancelled" else 1,
        "seats": len(new.seats) or (len(old.seats) if old else 0) or 1 + len(new.names),
        "first_seat": new.seats[0] if new.seats else None,
        "names": list(new.names),
        "source": new.source,
        "free_cancel_until": new.free_cancel_until,
        "reconfirm_by": new.reconfirm_by,
        "answers": list(new.answers),
        "period_id": new.period_id,
        "ended": new.ended,
        "version": new.version,
    }


def entry_values(new: Entry) -> Values:
    return {
        "id": new.id,
        "service_id": new.service_id,
        "event_id": new.event_id,
        "person_id": new.person_id,
        "seats": new.seats,
        "priority": new.priority,
        "seq": new.seq,
        "status": new.status,
        "names": list(new.names),
        "source": new.source,
        "auto_confirm": new.auto_confirm,
        "windows": list(new.windows),
        "paused_until": new.paused_until if new.status == "paused" else None,
        "misses": new.misses,
        "skips": new.skips,
        "passed": new.passed,
        "passed_event": new.passed_event,
        "split": new.split,
        "answers": list(new.answers),
        "version": new.version,
    }


def offer_values(new: Offer, settings: Settings) -> Values:
    return {
        "id": new.id,
        "event_id": new.event_id,
        "entry_id": new.entry_id,
        "person_id": new.person_id,
        "count": new.count,
        "status": new.status,
        "active": 1 if new.status == "pending" else 0,
        "first_seat": new.seats[0] if new.seats else None,
        "guarded": new.guarded,
        "last_call": new.last_call,
        "expires_at": new.expires_at,
        "closes_at": new.closes_at,
        "delivered_at": new.delivered_at,
        "remind_at": remind_at(new, settings),
        "reminded_at": new.reminded_at,
        "decided_at": new.decided_at,
        "ended": new.ended,
        "booking_id": new.booking_id,
        "split_id": new.split_id,
        "version": new.version,
    }


def hold_values(new: Hold) -> Values:
    return {
        "id": new.id,
        "event_id": new.event_id,
        "active": 1 if new.active else 0,
        "first_seat": new.seats[0] if new.seats else None,
        "reason": new.reason,
        "by_name": new.by_name,
        "version": new.version,
    }


def request_values(new: Request) -> Values:
    return {
        "id": new.id,
        "event_id": new.event_id,
        "person_id": new.person_id,
        "seats": new.seats,
        "names": list(new.names),
        "status": new.status,
        "decided_at": new.decided_at,
        "by_name": new.by_name,
        "reason": new.reason,
        "answers": list(new.answers),
        "version": new.version,
    }

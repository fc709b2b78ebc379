"""What admins change, and seldom: an event gets another time or another number of seats, or lines are handled another
way. Seat rows follow the capacity: exactly one for each number from 1 on.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from engine.settings import Choice, choices_of
from engine.state import Event, State
from storage import rows
from storage.tables import accounts, events, facts, seats, services

NOBODY: dict[str, None] = dict.fromkeys(("booking_id", "offer_id", "hold_id"))


def change_event(connection: sa.Connection, before: Event, now: Event) -> None:
    """Write what admins change of an event. Whoever had one of the seats that go has another one by the end of the
    transaction; seats that come are free."""
    behind = sa.and_(seats.c.event_id == now.id, seats.c.number > now.capacity)
    if now.capacity < before.capacity:
        connection.execute(sa.update(seats).where(behind).values(NOBODY))
        connection.execute(sa.delete(seats).where(behind))
    values = {**rows.changed_by_hand(before, now), "released": now.released}
    connection.execute(sa.update(events).where(events.c.id == now.id).values(values))
    new = range(before.capacity + 1, now.capacity + 1)
    if new:
        made = [{"event_id": now.id, "number": number, "capacity": now.capacity} for number in new]
        connection.execute(seats.insert(), made)


def change_settings(connection: sa.Connection, changed: Iterable[tuple[State, State]]) -> None:
    """Write what is chosen anew: for events, for their services, and the switches of their account."""
    updates: dict[tuple[sa.Table, int], rows.Values] = {}
    for before, now in changed:
        was, chosen = choices_of(before.settings), choices_of(now.settings)
        if chosen.event != was.event:
            updates[events, now.event.id] = _chosen(chosen.event, None)
        if chosen.service != was.service:
            updates[services, now.event.service_id] = _chosen(chosen.service, {})
        if now.settings.self_service != before.settings.self_service:
            service = updates.setdefault((services, now.event.service_id), {})
            service["self_service"] = now.settings.self_service
        switches = {
            "auto_backfill": now.settings.auto_backfill,
            "booking_status": now.settings.booking_status,
        }
        if any(getattr(before.settings, name) != value for name, value in switches.items()):
            updates[accounts, now.event.account_id] = switches
    for (table, row_id), values in updates.items():
        connection.execute(sa.update(table).where(table.c.id == row_id).values(values))


def _chosen(choice: Choice, none: Any) -> rows.Values:
    return {"mode": choice.mode, "offer": dict(choice.rules) or none, "preset_id": choice.preset}


UNNUMBERED = frozenset({"service", "account"})
"""Subjects whose rows keep no version: it is in their history."""


def number_facts(connection: sa.Connection, new: Iterable[rows.Values]) -> None:
    """Give facts about such subjects their versions; until now they count from one. Their rows are locked by now."""
    latest = sa.select(sa.func.max(facts.c.version))
    for fact in new:
        if fact["subject"] in UNNUMBERED:
            same = (facts.c.subject == fact["subject"], facts.c.subject_id == fact["subject_id"])
            fact["version"] += connection.execute(latest.where(*same)).scalar_one() or 0

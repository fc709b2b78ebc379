"""A month with one version of its allocation as a document, for files and for whoever wants to check the draw: every
state, every reason, ids that stay. Ids are texts, moments are wall time with their offset.

The seed is in it once the month has a final version, and never before.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from engine.rules.proof import format_of
from engine.views import ExportChoices, PeriodCard, Version
from storage.run_load import LIGHT, events_of
from storage.selects import in_ids
from storage.tables import (
    adjustments,
    bookings,
    entries,
    events,
    facts,
    participants,
    periods,
    placements,
    results,
    runs,
    services,
    unplaced,
    wish_choices,
    wishes,
)
from storage.views.month import PERIODS, card_of

Row = Any
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One month in one snapshot."""

    connection: sa.Connection
    period_id: int
    told: Callable[[datetime | None], str | None]

    def all(self, statement: sa.Select[Any]) -> Sequence[Row]:
        return self.connection.execute(statement).all()


def choices(connection: sa.Connection, period_id: int) -> ExportChoices | None:
    """See `engine.views.Views.export_choices`."""
    row = connection.execute(PERIODS.where(periods.c.id == period_id)).one_or_none()
    if row is None:
        return None
    versions = sa.select(*LIGHT).where(runs.c.period_id == period_id).order_by(runs.c.number)
    here = events_of(connection, row)
    offered = sa.select(services).where(in_ids(services.c.id, {each.service_id for each in here}, connection))
    return ExportChoices(
        [
            Version(each.number, each.status, each.finalized_at is not None)
            for each in connection.execute(versions)
        ],
        [(each.id, each.code, each.names) for each in connection.execute(offered.order_by(services.c.code))],
        sorted({each.location for each in here if each.location}),
    )


def export(connection: sa.Connection, period_id: int, number: int, now: datetime) -> Document | None:
    """See `engine.views.Views.export`."""
    row = connection.execute(PERIODS.where(periods.c.id == period_id)).one_or_none()
    if row is None:
        return None
    reading = Reading(connection, period_id, _told_in(row.timezone))
    versions = reading.all(sa.select(*LIGHT).where(runs.c.period_id == period_id).order_by(runs.c.number))
    chosen = _chosen(versions, number)
    if number and chosen is None:
        return None
    tables, documents = _tables(reading, row, chosen), _runs(reading, versions, chosen)
    shown = next((each for each in documents if chosen is not None and each["number"] == chosen.number), {})
    return {
        "format": format_of(shown.get("output")),
        "exported_at": reading.told(now),
        "filter": {},
        "period": _period(reading, card_of(connection, row)),
        "run": chosen.number if chosen is not None else None,
        "runs": documents,
        **tables,
        **_events(reading, row, tables),
    }


def _told_in(zone: str) -> Callable[[datetime | None], str | None]:
    here = ZoneInfo(zone)
    return lambda moment: None if moment is None else moment.astimezone(here).isoformat(timespec="seconds")


def _chosen(versions: Iterable[Row], number: int) -> Row | None:
    """The one with the number; without one the final one, or the newest that came to an end, or the newest."""
    if number:
        return next((row for row in versions if row.number == number), None)
    return max(
        versions,
        key=lambda row: (row.finalized_at is not None, row.status == "done", row.number),
        default=None,
    )


def _period(reading: Reading, card: PeriodCard) -> Document:
    return {
        "id": str(card.id),
        "month": card.month,
        "timezone": card.timezone,
        "status": card.status,
        "opened_at": reading.told(card.opened_at),
        "wishes_until": reading.told(card.wishes_until),
        "closed_at": reading.told(card.closed_at),
        "seed_hash": card.seed_hash,
        "seed": card.seed or None,
    }


# ------------------------------------------------------------------------------------------------ versions


def _runs(reading: Reading, versions: Sequence[Row], chosen: Row | None) -> list[Document]:
    """All of them; with input and output the chosen one and those that it was built on."""
    by_number = {row.number: row for row in versions}
    chain: list[int] = []
    while chosen is not None:
        chain.append(chosen.id)
        chosen = by_number.get(chosen.base)
    documents = sa.select(runs.c.id, runs.c.input, runs.c.output)
    whole = {
        row.id: row for row in reading.all(documents.where(in_ids(runs.c.id, chain, reading.connection)))
    }
    done = sa.and_(runs.c.period_id == reading.period_id, runs.c.status == "done")
    metrics = {
        row[0]: row[1] for row in reading.all(sa.select(runs.c.id, runs.c.output["metrics"]).where(done))
    }
    counted = sa.select(unplaced.c.run_id, sa.func.count()).join(runs, runs.c.id == unplaced.c.run_id)
    short = {row[0]: row[1] for row in reading.all(counted.where(done).group_by(unplaced.c.run_id))}
    return [
        {
            **_run(reading, row),
            "metrics": metrics.get(row.id),
            "short": short.get(row.id, 0) if row.status == "done" else None,
            **({"input": whole[row.id].input, "output": whole[row.id].output} if row.id in whole else {}),
        }
        for row in versions
    ]


def _run(reading: Reading, row: Row) -> Document:
    return {
        "number": row.number,
        "status": row.status,
        "final": row.finalized_at is not None,
        "strategy": row.strategy,
        "ordering": row.ordering,
        "base": row.base,
        "started_by": row.started_by_name,
        "started_at": reading.told(row.started_at),
        "finished_at": reading.told(row.finished_at),
        "finalized_at": reading.told(row.finalized_at),
        "error": row.error,
        "seed_hash": row.seed_hash,
        "input_hash": row.input_hash,
    }


# ------------------------------------------------------------------------------------------------ tables


def _tables(reading: Reading, period: Row, chosen: Row | None) -> dict[str, list[Document]]:
    run_id = chosen.id if chosen is not None else 0
    final = chosen is not None and chosen.finalized_at is not None
    given = reading.all(RESULTS.where(results.c.run_id == run_id).order_by(results.c.person_id))
    booked = _bookings(reading, period) if final else []
    return {
        "people": _people(reading, booked),
        "wishes": _wishes(reading),
        "placements": _placements(reading, run_id),
        "bookings": booked,
        "unplaced": _unplaced(reading, run_id),
        "results": [_result(row) for row in given] if final else [],
        "lines": _lines(given),
        "adjustments": _adjustments(reading),
    }


def _people(reading: Reading, booked: Iterable[Document]) -> list[Document]:
    """Everybody who was asked, and whoever has a place now."""
    asked = sa.select(wishes.c.person_id).where(wishes.c.period_id == reading.period_id)
    here = {int(row["person"]) for row in booked}
    chosen = (
        sa.select(participants.c.id, participants.c.name, participants.c.telegram_id)
        .where(participants.c.id.in_(asked) | in_ids(participants.c.id, here, reading.connection))
        .order_by(participants.c.id)
    )
    return [
        {"id": str(row.id), "name": row.name, "guest": row.telegram_id is None} for row in reading.all(chosen)
    ]


def _wishes(reading: Reading) -> list[Document]:
    own = wishes.c.period_id == reading.period_id
    ranked = (
        sa.select(*wish_choices.c)
        .join(wishes, wishes.c.id == wish_choices.c.wish_id)
        .where(own)
        .order_by(wish_choices.c.wish_id, wish_choices.c.rank, wish_choices.c.event_id)
    )
    choices = {
        wish_id: [
            [str(row.event_id) for row in group] for _, group in groupby(found, lambda row: int(row.rank))
        ]
        for wish_id, found in groupby(reading.all(ranked), lambda row: int(row.wish_id))
    }
    return [
        {
            "person": str(row.person_id),
            "status": row.status,
            "choices": choices.get(row.id, []),
            "count": row.count,
            "seats": row.seats,
            "names": row.names,
            "at_most": row.at_most,
            "weekdays": row.weekdays,
            "standing": row.standing,
            "stated_at": reading.told(row.stated_at),
        }
        for row in reading.all(WISHES.where(own).order_by(wishes.c.person_id))
    ]


WISHES = sa.select(*(column.label("count") if column.name == "count" else column for column in wishes.c))


def _placements(reading: Reading, run_id: int) -> list[Document]:
    chosen = (
        sa.select(*placements.c, bookings.c.status)
        .outerjoin(bookings, bookings.c.id == placements.c.booking_id)
        .where(placements.c.run_id == run_id)
        .order_by(placements.c.person_id, placements.c.event_id)
    )
    return [
        {
            "person": str(row.person_id),
            "session": str(row.event_id),
            "seats": row.seats,
            "rank": row.rank,
            "reason": row.reason,
            "booking": _id(row.booking_id),
            "state": row.status or "proposed",
        }
        for row in reading.all(chosen)
    ]


def _bookings(reading: Reading, period: Row) -> list[Document]:
    """Who has a place at a date of the month as of now, however they came to it."""
    here = [row.id for row in events_of(reading.connection, period)]
    chosen = (
        sa.select(bookings, events.c.starts_at)
        .join(events, events.c.id == bookings.c.event_id)
        .where(in_ids(bookings.c.event_id, here, reading.connection), bookings.c.active == 1)
        .order_by(events.c.starts_at, bookings.c.event_id, bookings.c.id)
    )
    return [
        {
            "booking": str(row.id),
            "person": str(row.person_id),
            "session": str(row.event_id),
            "seats": row.seats,
            "state": row.status,
            "source": row.source,
            "made_at": reading.told(row.created_at),
        }
        for row in reading.all(chosen)
    ]


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)


def _unplaced(reading: Reading, run_id: int) -> list[Document]:
    chosen = sa.select(unplaced).where(unplaced.c.run_id == run_id).order_by(unplaced.c.person_id)
    return [
        {
            "person": str(row.person_id),
            "wanted": row.wanted,
            "got": row.got,
            "reason": row.reason,
            "detail": row.detail,
        }
        for row in reading.all(chosen)
    ]


JOINED = sa.and_(
    facts.c.subject == "entry", facts.c.kind == "EntryJoined", facts.c.subject_id == entries.c.id
)
RESULTS = (
    sa.select(*results.c, entries.c.event_id, entries.c.status, facts.c.data)
    .outerjoin(entries, entries.c.id == results.c.entry_id)
    .outerjoin(facts, JOINED)
)


def _result(row: Row) -> Document:
    """`joined`: this month has put them in that line, where they did not stand before."""
    return {
        "person": str(row.person_id),
        "wanted": row.wanted,
        "got": row.got,
        "reason": row.reason,
        "credit_before": row.credit_before,
        "credit": row.credit,
        "event": _id(row.event_id),
        "entry": _id(row.entry_id),
        "joined": _joined(row),
        "state": row.status,
    }


def _joined(row: Row) -> bool:
    return row.data is not None and row.data["source"] == "month"


def _lines(given: Sequence[Row]) -> list[Document]:
    """Whom the month has put in line, in the order in which they joined."""
    joined = sorted((row for row in given if _joined(row)), key=lambda row: (row.event_id, row.data["seq"]))
    return [
        {"session": str(event_id), "people": [str(row.person_id) for row in line]}
        for event_id, line in groupby(joined, lambda row: int(row.event_id))
    ]


def _adjustments(reading: Reading) -> list[Document]:
    """Those that do not count any more, too."""
    own = adjustments.c.period_id == reading.period_id
    return [
        {
            "id": str(row.id),
            "person": str(row.person_id),
            "kind": row.kind,
            "session": _id(row.event_id),
            "from": _id(row.from_event_id),
            "reason": row.reason,
            "by": row.by_name,
            "at": reading.told(row.made_at),
            "active": row.active,
        }
        for row in reading.all(sa.select(adjustments).where(own).order_by(adjustments.c.id))
    ]


# ------------------------------------------------------------------------------------------------ events


def _events(reading: Reading, period: Row, tables: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """Those of the month, and whatever its tables name besides: one may have moved to another month since."""
    named = {row["session"] for part in ("placements", "adjustments", "bookings") for row in tables[part]}
    named |= {row["event"] for row in tables["results"]}
    named |= {one for wish in tables["wishes"] for group in wish["choices"] for one in group}
    ids = {row.id for row in events_of(reading.connection, period)} | {int(one) for one in named - {None}}
    chosen = sa.select(events).where(in_ids(events.c.id, ids, reading.connection))
    rows = reading.all(chosen.order_by(events.c.starts_at, events.c.id))
    needed = in_ids(services.c.id, {row.service_id for row in rows}, reading.connection)
    offered = reading.all(sa.select(services).where(needed).order_by(services.c.id))
    codes = {row.id: row.code for row in offered}
    return {
        "events": [_event(reading, row, codes[row.service_id]) for row in rows],
        "services": [{"id": str(row.id), "code": row.code, "names": row.names} for row in offered],
    }


def _event(reading: Reading, row: Row, service: str) -> Document:
    return {
        "id": str(row.id),
        "code": row.code,
        "service": service,
        "starts_at": reading.told(row.starts_at),
        "ends_at": reading.told(row.ends_at),
        "location": row.location,
        "status": row.status,
        "capacity": row.capacity,
        "minimum": row.minimum,
    }

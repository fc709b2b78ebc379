"""Versions of a month's allocation, counted by the database: nobody's row is read by itself, however many there are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from engine.planning import NO_PART
from engine.views import RunNumbers, SessionUse, VersionsCounted
from storage.selects import in_ids
from storage.tables import accounts, bookings, events, periods, placements, results, runs, unplaced

Row = Any
RUNS = (
    sa.select(
        runs.c.id,
        runs.c.period_id,
        periods.c.account_id,
        periods.c.month,
        accounts.c.timezone,
        runs.c.number,
        runs.c.strategy,
        runs.c.ordering,
        runs.c.started_at,
        runs.c.finished_at,
        runs.c.finalized_at,
        runs.c.input["sessions"].label("sessions"),
        runs.c.capacities,
    )
    .join(periods, periods.c.id == runs.c.period_id)
    .join(accounts, accounts.c.id == periods.c.account_id)
    .where(runs.c.status == "done")
    .order_by(periods.c.month, runs.c.number)
)
"""Of the documents only what is about sessions: people are counted where they stand in rows."""


def of_period(connection: sa.Connection, period_id: int) -> list[RunNumbers]:
    """See `engine.views.Views.run_numbers`."""
    return _numbers(connection, RUNS.where(runs.c.period_id == period_id))


def of_months(connection: sa.Connection, limit: int) -> list[RunNumbers]:
    """See `engine.views.Views.month_numbers`."""
    done = sa.exists().where(runs.c.period_id == periods.c.id, runs.c.status == "done")
    newest = sa.select(periods.c.id).where(done).order_by(periods.c.month.desc()).limit(limit)
    period_ids = connection.execute(newest).scalars().all()
    light = sa.select(runs.c.id, runs.c.period_id).where(
        in_ids(runs.c.period_id, period_ids, connection), runs.c.status == "done"
    )
    shown = light.order_by(runs.c.finalized_at.is_not(None), runs.c.number)
    chosen = {row.period_id: row.id for row in connection.execute(shown)}
    return _numbers(connection, RUNS.where(in_ids(runs.c.id, chosen.values(), connection)))


def versions(connection: sa.Connection, period_id: int) -> VersionsCounted:
    """See `engine.views.Views.versions`."""
    chosen = sa.select(runs.c.status, sa.func.count()).where(runs.c.period_id == period_id)
    found = {status: int(count) for status, count in connection.execute(chosen.group_by(runs.c.status))}
    return VersionsCounted(found.get("done", 0), found.get("failed", 0), found.get("stopped", 0))


@dataclass(slots=True)
class Counted:
    """Of one version."""

    people: int = 0
    ranks: dict[int, int] = field(default_factory=dict)
    seats: dict[int, int] = field(default_factory=dict)
    kept: int = 0
    unmet: int = 0
    partly: int = 0
    without: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    waited: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seats of an event as of now: `there` are none where it was called off."""

    capacity: int
    there: int
    booked: int = 0
    attended: int = 0
    missed: int = 0


def _numbers(connection: sa.Connection, chosen: sa.Select[Any]) -> list[RunNumbers]:
    rows = connection.execute(chosen).all()
    counted = {row.id: Counted() for row in rows}
    _placed(connection, counted)
    _unplaced(connection, counted)
    for row in rows:
        counted[row.id].waited = _waited(connection, row)
    taken = _taken(connection, {int(each["id"]) for row in rows for each in row.sessions or ()})
    return [_made(row, counted[row.id], taken) for row in rows]


def _placed(connection: sa.Connection, counted: dict[int, Counted]) -> None:
    here = in_ids(placements.c.run_id, counted, connection)
    run, seats = placements.c.run_id, sa.func.sum(placements.c.seats)
    people = sa.select(run, sa.func.count(sa.distinct(placements.c.person_id))).where(here).group_by(run)
    for run_id, count in connection.execute(people):
        counted[run_id].people = count
    by_rank = sa.select(run, placements.c.rank, sa.func.count()).where(here).group_by(run, placements.c.rank)
    for run_id, rank, count in connection.execute(by_rank):
        counted[run_id].ranks[rank] = count
    by_event = sa.select(run, placements.c.event_id, seats).where(here).group_by(run, placements.c.event_id)
    for run_id, event_id, count in connection.execute(by_event):
        counted[run_id].seats[event_id] = int(count)
    own = bookings.c.id == placements.c.booking_id
    kept = (
        sa.select(run, sa.func.sum(bookings.c.seats)).join(bookings, own).where(here, bookings.c.active == 1)
    )
    for run_id, count in connection.execute(kept.group_by(run)):
        counted[run_id].kept = int(count)


def _unplaced(connection: sa.Connection, counted: dict[int, Counted]) -> None:
    run, missing = unplaced.c.run_id, unplaced.c.wanted - unplaced.c.got
    nothing = sa.case((unplaced.c.got == 0, 1), else_=0)
    chosen = (
        sa.select(run, unplaced.c.reason, sa.func.count(), sa.func.sum(missing), sa.func.sum(nothing))
        .where(in_ids(run, counted, connection))
        .group_by(run, unplaced.c.reason)
    )
    for run_id, reason, people, places, without in connection.execute(chosen):
        found = counted[run_id]
        found.reasons[reason] = int(places)
        found.unmet += int(places)
        found.without += int(without)
        found.partly += people - int(without)


def _waited(connection: sa.Connection, row: Row) -> dict[int, tuple[int, int]]:
    """People and how many of them are placed, by months without a place before: as it was kept when the month was
    finalized; of its other versions as the ledger had it then, and before that as it has it now."""
    if row.finalized_at is not None:
        people = sa.select(
            results.c.credit_before.label("credit"), sa.case((results.c.got > 0, 1), else_=0).label("placed")
        ).where(results.c.period_id == row.period_id, results.c.reason.not_in(NO_PART))
    else:
        people = _by_ledger(row)
    asked = people.subquery()
    counted = sa.select(asked.c.credit, sa.func.count(), sa.func.sum(asked.c.placed)).group_by(asked.c.credit)
    return {int(credit): (int(all_), int(placed)) for credit, all_, placed in connection.execute(counted)}


def _by_ledger(row: Row) -> sa.Select[Any]:
    mine = sa.union_all(
        sa.select(placements.c.person_id, sa.literal(1).label("placed"))
        .where(placements.c.run_id == row.id)
        .distinct(),
        sa.select(unplaced.c.person_id, sa.literal(0)).where(
            unplaced.c.run_id == row.id, unplaced.c.got == 0
        ),
    ).subquery()
    final = runs.alias("final")
    ended = (final.c.period_id == row.period_id, final.c.finalized_at.is_not(None))
    known = ~sa.exists().where(*ended, final.c.finalized_at <= runs.c.finalized_at)
    last = (
        sa.select(results.c.credit)
        .join(periods, periods.c.id == results.c.period_id)
        .join(runs, runs.c.id == results.c.run_id)
        .where(results.c.person_id == mine.c.person_id, periods.c.account_id == row.account_id, known)
        .order_by(runs.c.finalized_at.desc(), results.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return sa.select(sa.func.coalesce(last, 0).label("credit"), mine.c.placed)


def _taken(connection: sa.Connection, event_ids: Collection[int]) -> dict[int, Taken]:
    def seats(status: str) -> sa.ColumnElement[int]:
        return sa.func.coalesce(
            sa.func.sum(sa.case((bookings.c.status == status, bookings.c.seats), else_=0)), 0
        )

    chosen = (
        sa.select(
            events.c.id,
            sa.case((events.c.status == "cancelled", 0), else_=events.c.capacity).label("there"),
            events.c.capacity,
            sa.func.coalesce(sa.func.sum(bookings.c.seats), 0).label("booked"),
            seats("attended").label("attended"),
            seats("no_show").label("missed"),
        )
        .outerjoin(bookings, sa.and_(bookings.c.event_id == events.c.id, bookings.c.active == 1))
        .where(in_ids(events.c.id, event_ids, connection))
        .group_by(events.c.id, events.c.capacity, events.c.status)
    )
    return {
        row.id: Taken(row.capacity, row.there, int(row.booked), int(row.attended), int(row.missed))
        for row in connection.execute(chosen)
    }


def _made(row: Row, counted: Counted, taken: dict[int, Taken]) -> RunNumbers:
    there = [taken[int(each["id"])] for each in row.sessions or ()]
    return RunNumbers(
        period_id=row.period_id,
        month=row.month,
        timezone=row.timezone,
        number=row.number,
        strategy=row.strategy,
        ordering=row.ordering,
        final=row.finalized_at is not None,
        started_at=row.started_at,
        finished_at=row.finished_at,
        placed=counted.people,
        whole=counted.people - counted.partly,
        without=counted.without,
        unmet=counted.unmet,
        ranks=counted.ranks,
        reasons=counted.reasons,
        waited=counted.waited,
        kept=counted.kept,
        attended=sum(each.attended for each in there),
        missed=sum(each.missed for each in there),
        sessions=list(_uses(row, counted, taken)),
    )


def _uses(row: Row, counted: Counted, taken: dict[int, Taken]) -> Iterable[SessionUse]:
    for each in sorted(row.sessions or (), key=lambda session: (session["starts_at"], int(session["id"]))):
        event_id = int(each["id"])
        yield SessionUse(
            event_id=event_id,
            free=each["capacity"],
            placed=counted.seats.get(event_id, 0),
            capacity=(row.capacities or {}).get(each["id"], taken[event_id].capacity),
            booked=taken[event_id].booked,
            now=taken[event_id].there,
        )

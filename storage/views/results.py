"""What a month has come to for somebody: what was drawn for them, and what they have of it by now."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from engine.month import begins, month_after
from engine.views import BookingCard, EventNamed, PeriodHead, ResultCard
from storage.selects import in_ids
from storage.tables import (
    adjustments,
    bookings,
    entries,
    events,
    friendships,
    participants,
    periods,
    placements,
    results,
    runs,
    services,
    wish_choices,
    wishes,
)
from storage.views import cards
from storage.views.month import EVENTS, IN_ORDER, head, named
from storage.views.reading import Reading

Row = Any
RESULTS = sa.select(results, runs.c.ordering, runs.c.finalized_at).join(runs, runs.c.id == results.c.run_id)
HOLDS = bookings.c.active == sa.literal_column("1")
PINNED = placements.c.reason == "pinned"


def result(reading: Reading, result_id: int) -> ResultCard | None:
    """See `engine.views.Views.result`."""
    row = reading.connection.execute(RESULTS.where(results.c.id == result_id)).one_or_none()
    return None if row is None else _result(reading, row)


def results_of(reading: Reading, person_id: int) -> list[ResultCard]:
    """See `engine.views.Views.results_of`."""
    own = RESULTS.where(results.c.person_id == person_id)
    rows = reading.connection.execute(own.order_by(runs.c.finalized_at.desc(), results.c.id.desc())).all()
    return [_result(reading, row) for row in rows]


def _result(reading: Reading, row: Row) -> ResultCard:
    connection = reading.connection
    of = head(connection, row.period_id)
    if of is None:
        raise LookupError(row.period_id)
    drawn, now = _drawn(connection, row), _held(reading, row, of)
    line, position = _line(connection, row.entry_id)
    return ResultCard(
        period=of,
        placed=[named(each) for each in drawn],
        wanted=row.wanted,
        got=row.got,
        reason=row.reason,
        line=line,
        position=position,
        credit_before=row.credit_before,
        credit=row.credit,
        gone={each.id: each.ended for each in drawn if each.active == 0},
        by_hand=frozenset(each.id for each in drawn if each.reason == "pinned"),
        held=now,
        friends=_friends(connection, row, [booking.event.id for booking in now]),
        pins=_pins(connection, row),
        ordering=row.ordering,
        because=_because(connection, row),
        latest=_latest(connection, row, of),
    )


def _drawn(connection: sa.Connection, row: Row) -> Sequence[Row]:
    """The events of the run, each with what has become of its booking."""
    chosen = (
        EVENTS.add_columns(placements.c.reason, bookings.c.active, bookings.c.ended)
        .join(placements, placements.c.event_id == events.c.id)
        .outerjoin(bookings, bookings.c.id == placements.c.booking_id)
        .where(placements.c.run_id == row.run_id, placements.c.person_id == row.person_id)
    )
    return connection.execute(chosen.order_by(*IN_ORDER)).all()


def _held(reading: Reading, row: Row, of: PeriodHead) -> list[BookingCard]:
    """What the person has now of the month's allocation, or has come by since at an event of the month."""
    first, after = (begins(month, of.timezone) for month in (of.month, month_after(of.month)))
    here = (
        sa.select(events.c.id)
        .join(services, services.c.id == events.c.service_id)
        .where(services.c.kind == "group", events.c.starts_at >= first, events.c.starts_at < after)
    )
    since = sa.and_(bookings.c.created_at >= row.finalized_at, bookings.c.event_id.in_(here))
    own = sa.and_(bookings.c.person_id == row.person_id, HOLDS)
    chosen = cards.BOOKINGS.where(own, sa.or_(bookings.c.period_id == row.period_id, since))
    return sorted(reading.bookings(chosen), key=lambda each: (each.event.starts_at, each.event.id))


def _friends(connection: sa.Connection, row: Row, event_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Whom both wanted to come with and who is there, too, by event."""
    if not event_ids:
        return {}
    asker, friend = friendships.c.person_id, friendships.c.friend_id
    agreed = (friendships.c.period_id == row.period_id, friendships.c.status == "agreed")
    others = sa.select(sa.case((asker == row.person_id, friend), else_=asker)).where(
        *agreed, sa.or_(asker == row.person_id, friend == row.person_id)
    )
    chosen = (
        sa.select(bookings.c.event_id, participants.c.name)
        .join(participants, participants.c.id == bookings.c.person_id)
        .where(HOLDS, in_ids(bookings.c.event_id, set(event_ids), connection), participants.c.id.in_(others))
    )
    found: dict[int, tuple[str, ...]] = {}
    for each in connection.execute(chosen.order_by(participants.c.name, participants.c.id)):
        found[each.event_id] = (*found.get(each.event_id, ()), each.name)
    return found


def _pins(connection: sa.Connection, row: Row) -> int:
    """Seats that admins have given by hand to others, at the events that the person wished for."""
    wished = (
        sa.select(wish_choices.c.event_id)
        .join(wishes, wishes.c.id == wish_choices.c.wish_id)
        .where(wishes.c.period_id == row.period_id, wishes.c.person_id == row.person_id)
    )
    chosen = sa.select(sa.func.coalesce(sa.func.sum(placements.c.seats), 0)).where(
        placements.c.run_id == row.run_id,
        placements.c.person_id != row.person_id,
        placements.c.event_id.in_(wished),
        PINNED,
    )
    return int(connection.execute(chosen).scalar_one())


def _because(connection: sa.Connection, row: Row) -> str:
    """Why admins have left the person out, in their words; "" where they have not."""
    if row.reason != "excluded":
        return ""
    words = (
        sa.select(adjustments.c.reason)
        .where(
            adjustments.c.period_id == row.period_id,
            adjustments.c.person_id == row.person_id,
            adjustments.c.active,
            adjustments.c.kind != "pin",
        )
        .order_by(adjustments.c.event_id.is_not(None), adjustments.c.id.desc())
    )
    return connection.execute(words.limit(1)).scalar_one_or_none() or ""


def _latest(connection: sa.Connection, row: Row, of: PeriodHead) -> bool:
    """Whether no later month of the person is final."""
    later = (
        sa.select(results.c.id)
        .join(periods, periods.c.id == results.c.period_id)
        .where(results.c.person_id == row.person_id, periods.c.month > of.month)
    )
    return connection.execute(later.limit(1)).one_or_none() is None


def _line(connection: sa.Connection, entry_id: int | None) -> tuple[EventNamed | None, int]:
    """The event of the place in line, and how far in front it is, with everybody who has a place counted."""
    if entry_id is None:
        return None, 0
    own = connection.execute(sa.select(entries).where(entries.c.id == entry_id)).one()
    event = connection.execute(EVENTS.where(events.c.id == own.event_id)).one()
    if own.status not in ("waiting", "offered", "paused"):
        return named(event), 0
    before = sa.or_(
        entries.c.priority > own.priority,
        sa.and_(entries.c.priority == own.priority, entries.c.seq < own.seq),
    )
    ahead = sa.select(sa.func.count()).where(
        entries.c.event_id == own.event_id,
        entries.c.status.in_(("waiting", "offered", "paused")),
        before,
    )
    return named(event), 1 + int(connection.execute(ahead).scalar_one())

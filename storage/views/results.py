"""What a month has come to for somebody: what was drawn for them, and what they have of it by now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa

from engine.planning import NO_PART
from engine.rules.automation import halted
from engine.state import ACTIVE_ENTRY, State
from engine.views import BookingCard, PeriodHead, ResultCard, Turn
from storage import rows
from storage.month_dates import group_dates
from storage.selects import EVENT_COLUMNS, IN_LINE, in_ids
from storage.settings import resolve
from storage.tables import (
    accounts,
    adjustments,
    bookings,
    entries,
    events,
    friendships,
    participants,
    placements,
    results,
    runs,
    services,
    unplaced,
    wish_choices,
    wishes,
)
from storage.views import cards
from storage.views.month import EVENTS, IN_ORDER, head, named
from storage.views.reading import Reading
from storage.views.selects import HOLDING
from storage.views.spare import HAS_SPARE, spare

Row = Any
IS_AGREED = friendships.c.status == sa.literal_column("'agreed'")
AGREED = sa.and_(friendships.c.period_id == results.c.period_id, IS_AGREED)
PINNED = sa.text("placements.reason = 'pinned'")  # literal, so that its index is found
ACTIVE = sa.text("adjustments.active")

_later, _final = results.alias(), runs.alias()
LATEST = ~sa.exists().where(_final.c.id == _later.c.run_id, _later.c.person_id == results.c.person_id).where(
    sa.or_(
        _final.c.finalized_at > runs.c.finalized_at,
        sa.and_(_final.c.finalized_at == runs.c.finalized_at, _later.c.id > results.c.id),
    )
)
"""No month of the person has ended later: the ledger goes by that, and not by the calendar."""
HAS_FRIENDS = sa.or_(
    sa.exists().where(AGREED, friendships.c.person_id == results.c.person_id),
    sa.exists().where(AGREED, friendships.c.friend_id == results.c.person_id),
)
MISSED = (
    sa.select(unplaced.c.event_id)
    .where(unplaced.c.run_id == results.c.run_id, unplaced.c.person_id == results.c.person_id)
    .scalar_subquery()
)
RESULTS = sa.select(
    results,
    runs.c.ordering,
    runs.c.finalized_at,
    LATEST.label("latest"),
    HAS_FRIENDS.label("has_friends"),
    HAS_SPARE.label("has_spare"),
    MISSED.label("missed"),
).join(runs, runs.c.id == results.c.run_id)
"""A month's thousands of letters ask for it, so that it asks what it can at once."""

_other = entries.alias("other")
AHEAD = (
    sa.select(sa.func.count())
    .where(_other.c.event_id == entries.c.event_id, sa.text(f"other.{IN_LINE}"))
    .where(
        sa.or_(
            _other.c.priority > entries.c.priority,
            sa.and_(_other.c.priority == entries.c.priority, _other.c.seq < entries.c.seq),
        )
    )
    .scalar_subquery()
)
WAITS = (
    sa.select(
        *EVENT_COLUMNS,
        services.c.names,
        entries.c.status.label("standing"),
        entries.c.auto_confirm,
        AHEAD.label("ahead"),
    )
    .join(services, services.c.id == events.c.service_id)
    .join(accounts, accounts.c.id == events.c.account_id)
    .join(entries, entries.c.event_id == events.c.id)
)


def result(reading: Reading, result_id: int) -> ResultCard | None:
    """See `engine.views.Views.result`."""
    return reading.one(RESULTS.where(results.c.id == result_id), partial(_result, reading), now=reading.now)


def results_of(reading: Reading, person_id: int) -> list[ResultCard]:
    """See `engine.views.Views.results_of`."""
    own = RESULTS.where(results.c.person_id == person_id)
    newest = own.order_by(runs.c.finalized_at.desc(), results.c.id.desc())
    found = reading.rows(newest, now=reading.now)
    return [_result(reading, row) for row in found]


def _result(reading: Reading, row: Row) -> ResultCard:
    connection = reading.connection
    of = head(connection, row.period_id)
    if of is None:
        raise LookupError(row.period_id)
    drawn, now = _drawn(connection, row), _held(reading, row, of)
    waits = None if row.entry_id is None else _waits(connection, row.entry_id)
    return ResultCard(
        period=of,
        placed=[named(each) for each in drawn],
        wanted=row.wanted,
        got=row.got,
        reason=row.reason,
        line=None if waits is None else named(waits),
        position=0 if waits is None else _position(waits),
        standing="closed" if waits is None else waits.standing,
        credit_before=row.credit_before,
        credit=row.credit,
        gone={each.id: each.ended for each in drawn if each.active == 0},
        by_hand=frozenset(each.id for each in drawn if each.reason == "pinned"),
        held=now,
        before=_before(row, drawn, now),
        friends=_friends(connection, row, [each.event.id for each in now]) if row.has_friends else {},
        pins=_pins(connection, row) if row.reason not in NO_PART else 0,
        ordering=row.ordering,
        because=_because(connection, row) if row.reason == "excluded" else "",
        bookable=spare(reading, row.id, now) if _misses(row) else None,
        latest=bool(row.latest),
        turn=None if waits is None else _turn(waits, reading.now),
        missed=row.missed,
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
    """What the person has now of the month's allocation, and at any other event of the month."""
    here = group_dates(of.month, of.timezone)
    own = sa.and_(bookings.c.person_id == row.person_id, HOLDING)
    chosen = cards.BOOKINGS.where(
        own, sa.or_(bookings.c.period_id == row.period_id, bookings.c.event_id.in_(here))
    )
    held = reading.bookings(chosen, counted=False)
    return sorted(held, key=lambda each: (each.event.starts_at, each.event.id))


def _before(row: Row, drawn: Sequence[Row], now: Sequence[BookingCard]) -> frozenset[int]:
    """Where the person had a place already when the month was decided."""
    given = {each.id for each in drawn if each.active}
    older = (each for each in now if each.since is not None and each.since < row.finalized_at)
    return frozenset(each.event.id for each in older) - given


def _misses(row: Row) -> bool:
    """Whether there may be a date to name that the draw gave no places at."""
    return bool(row.has_spare) and row.reason not in NO_PART


def _friends(connection: sa.Connection, row: Row, event_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Whom both wanted to come with and who is there, too, by event."""
    if not event_ids:
        return {}
    asker, friend = friendships.c.person_id, friendships.c.friend_id
    agreed = (friendships.c.period_id == row.period_id, IS_AGREED)
    others = sa.union_all(
        sa.select(friend).where(*agreed, asker == row.person_id),
        sa.select(asker).where(*agreed, friend == row.person_id),
    )
    chosen = (
        sa.select(bookings.c.event_id, participants.c.name)
        .join(participants, participants.c.id == bookings.c.person_id)
        .where(
            HOLDING, in_ids(bookings.c.event_id, set(event_ids), connection), participants.c.id.in_(others)
        )
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
    """Why admins have left the person out, in their words."""
    words = (
        sa.select(adjustments.c.reason)
        .where(
            adjustments.c.period_id == row.period_id,
            adjustments.c.person_id == row.person_id,
            ACTIVE,
            adjustments.c.kind != "pin",
        )
        .order_by(adjustments.c.event_id.is_not(None), adjustments.c.id.desc())
    )
    return connection.execute(words.limit(1)).scalar_one_or_none() or ""


def _waits(connection: sa.Connection, entry_id: int) -> Row:
    """The place in line, with its event."""
    return connection.execute(WAITS.where(entries.c.id == entry_id)).one()


def _position(row: Row) -> int:
    """How far in front it is, with everybody who has a place counted; 0 once it is over."""
    return 1 + row.ahead if row.standing in ACTIVE_ENTRY else 0


def _turn(row: Row, now: datetime) -> Turn:
    """What a free seat of the event would be to them, as it is set by now."""
    settings = resolve(row)
    stopped = halted(State(event=rows.event(row), settings=settings), now)
    return Turn(settings.mode, stopped, settings.grace, row.auto_confirm)

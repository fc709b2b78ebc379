"""What is due: rows with a time that has come. Nothing is claimed here, as every decision judges again under its lock
and finds nothing to do the second time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from engine.month import Period
from engine.views import SplitCard
from storage.database import Database
from storage.month_load import period_of
from storage.tables import (
    accounts,
    bookings,
    entries,
    events,
    facts,
    letters,
    locks,
    offers,
    participants,
    periods,
    requests,
    results,
    runs,
    seats,
    unlocks,
    updates,
)
from storage.views.splits import split

RESULTS_LATE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Due:
    """A row that is due, and the event whose lock its decision needs."""

    event_id: int
    id: int


@dataclass(frozen=True, slots=True)
class Few:
    """An event for which fewer seats are booked than it needs."""

    event_id: int
    starts_at: datetime
    booked: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Late:
    """How many letters are late, and how long the oldest has waited."""

    count: int
    oldest: timedelta


class SqlDue:
    """Reads what each job of the clock has to do, oldest first, at most `limit` at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def _rows(self, statement: sa.Select[Any]) -> Sequence[Any]:
        async with self._database.read.connect() as connection:
            found: Sequence[Any] = (await connection.execute(statement)).all()
            return found

    async def expired_offers(self, now: datetime, limit: int) -> list[Due]:
        """Pending offers whose deadline has passed."""
        statement = (
            sa.select(offers.c.event_id, offers.c.id)
            .where(offers.c.status == "pending", offers.c.expires_at <= now)
            .order_by(offers.c.expires_at, offers.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def offers_open_at(self, moment: datetime, after_id: int, limit: int) -> list[Due]:
        """Pending offers, beyond id `after_id`, whose letter has left and whose deadline was still to come then."""
        statement = (
            sa.select(offers.c.event_id, offers.c.id)
            .where(
                offers.c.status == "pending",
                offers.c.expires_at > moment,
                offers.c.delivered_at.is_not(None),
                offers.c.id > after_id,
            )
            .order_by(offers.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def reminders(self, now: datetime, limit: int) -> list[Due]:
        """Delivered offers whose reminder is due and still of use."""
        statement = (
            sa.select(offers.c.event_id, offers.c.id)
            .where(
                offers.c.status == "pending",
                offers.c.reminded_at.is_(None),
                offers.c.remind_at <= now,
                offers.c.expires_at > now,
            )
            .order_by(offers.c.remind_at, offers.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def unanswered(self, now: datetime, limit: int) -> list[Due]:
        """Bookings of people who were asked whether a new date suits, and have not said so in time."""
        statement = (
            sa.select(bookings.c.event_id, bookings.c.id)
            .join(events, events.c.id == bookings.c.event_id)
            .where(
                bookings.c.reconfirm_by <= now,
                bookings.c.status.in_(("pending", "confirmed")),
                events.c.starts_at > now,
            )
            .order_by(bookings.c.reconfirm_by, bookings.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def too_few(self, now: datetime, ahead: timedelta, limit: int) -> list[Few]:
        """Events that begin within `ahead` and for which fewer seats are booked than they need, never more than
        they have."""
        booked = sa.select(sa.func.coalesce(sa.func.sum(bookings.c.seats), 0)).where(
            bookings.c.event_id == events.c.id, bookings.c.active == 1
        )
        count = booked.scalar_subquery()
        minimum = sa.case((events.c.minimum > events.c.capacity, events.c.capacity), else_=events.c.minimum)
        statement = (
            sa.select(events.c.id, events.c.starts_at, count.label("booked"), minimum)
            .where(
                events.c.status == "open",
                events.c.starts_at > now,
                events.c.starts_at <= now + ahead,
                count < minimum,
            )
            .order_by(events.c.starts_at, events.c.id)
            .limit(limit)
        )
        return [Few(*row) for row in await self._rows(statement)]

    async def finished_splits(self, limit: int) -> list[int]:
        """Balancings of siblings in which every offer has ended."""
        still = sa.exists().where(offers.c.split_id == events.c.split_id, offers.c.status == "pending")
        statement = (
            sa.select(events.c.split_id)
            .where(events.c.split_id.is_not(None), ~still)
            .distinct()
            .order_by(events.c.split_id)
            .limit(limit)
        )
        return [row.split_id for row in await self._rows(statement)]

    async def split(self, split_id: int) -> SplitCard | None:
        """A balancing that is under way; None when it is over."""
        return await self._database.look(lambda connection: split(connection, split_id))

    async def ended_pauses(self, now: datetime, limit: int) -> list[Due]:
        """Paused places in line whose pause is over; for a reserve list with some event of its service."""
        some_event = (
            sa.select(sa.func.max(events.c.id))
            .where(events.c.service_id == entries.c.service_id)
            .scalar_subquery()
        )
        statement = (
            sa.select(sa.func.coalesce(entries.c.event_id, some_event), entries.c.id)
            .where(entries.c.status == "paused", entries.c.paused_until <= now)
            .order_by(entries.c.paused_until, entries.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def stale_places(self, now: datetime, limit: int) -> dict[int, list[int]]:
        """Places in line of events that have begun or are over, by event."""
        return await self._stale(entries, entries.c.status.in_(("waiting", "offered", "paused")), now, limit)

    async def stale_requests(self, now: datetime, limit: int) -> dict[int, list[int]]:
        """Open requests for a place at events that have begun or are over, by event."""
        return await self._stale(requests, requests.c.status == "open", now, limit)

    async def _stale(
        self, table: sa.Table, still: sa.ColumnElement[bool], now: datetime, limit: int
    ) -> dict[int, list[int]]:
        over = sa.or_(events.c.starts_at <= now, events.c.status != "open")
        statement = (
            sa.select(table.c.event_id, table.c.id)
            .join(events, events.c.id == table.c.event_id)
            .where(still, over)
            .order_by(table.c.event_id, table.c.id)
            .limit(limit)
        )
        found: dict[int, list[int]] = {}
        for event_id, row_id in await self._rows(statement):
            found.setdefault(event_id, []).append(row_id)
        return found

    async def collecting_periods(self) -> list[tuple[Period, str]]:
        """Months that collect wishes, and the zone that they are lived in."""
        zone = accounts.c.timezone.label("zone")
        found = sa.select(periods, zone).join(accounts, accounts.c.id == periods.c.account_id)
        collecting = found.where(periods.c.status == "collecting").order_by(periods.c.id)
        return [(period_of(row), row.zone) for row in await self._rows(collecting)]

    async def wishes_ended(self, since: datetime, now: datetime) -> list[int]:
        """Months that still collect wishes although their time came within these moments."""
        ended = sa.and_(periods.c.wishes_until > since, periods.c.wishes_until <= now)
        collecting = sa.select(periods.c.id).where(periods.c.status == "collecting", ended)
        return [row.id for row in await self._rows(collecting.order_by(periods.c.id))]

    async def locked_periods(self, now: datetime) -> list[int]:
        """Months with a lock or an unlocking whose time is up."""
        over = sa.or_(locks.c.until <= now, periods.c.status == "final")
        held = sa.select(locks.c.period_id).join(periods, periods.c.id == locks.c.period_id)
        until = sa.func.coalesce(unlocks.c.until, unlocks.c.lapses_at)
        opened = sa.select(unlocks.c.period_id).where(unlocks.c.ended_at.is_(None), until <= now)
        found = sa.union(held.where(locks.c.ended_at.is_(None), over), opened).subquery("found")
        rows = await self._rows(sa.select(found.c.period_id).order_by(found.c.period_id))
        return [row.period_id for row in rows]

    async def planned_periods(self) -> list[int]:
        """Months with a version of their allocation that are not final."""
        planned = sa.select(periods.c.id).where(periods.c.status == "planned").order_by(periods.c.id)
        return [row.id for row in await self._rows(planned)]

    async def facts_since(self, moment: datetime) -> int:
        """How many there are from then on. Where it is as it was, nothing has changed: ids are given in blocks, so the
        newest fact need not have the highest."""
        count = sa.select(sa.func.count()).select_from(facts).where(facts.c.at >= moment)
        return int((await self._rows(count))[0][0])

    async def gaps(self, now: datetime, after_id: int, limit: int) -> list[int]:
        """Upcoming events, beyond id `after_id`, with a free seat or an empty last call while somebody waits: where a
        sweep may find something that a missed trigger left. Events of halted accounts are included, as telling the
        admins is part of it."""
        free = sa.exists().where(
            seats.c.event_id == events.c.id,
            seats.c.booking_id.is_(None),
            seats.c.offer_id.is_(None),
            seats.c.hold_id.is_(None),
        )
        in_line = sa.exists().where(entries.c.event_id == events.c.id, entries.c.status == "waiting")
        in_reserve = sa.exists().where(
            entries.c.service_id == events.c.service_id,
            entries.c.event_id.is_(None),
            entries.c.status == "waiting",
        )
        called = sa.exists().where(
            offers.c.event_id == events.c.id, offers.c.status == "pending", offers.c.last_call
        )
        statement = (
            sa.select(events.c.id)
            .where(
                events.c.id > after_id,
                events.c.status == "open",
                events.c.starts_at > now,
                sa.or_(free & sa.or_(in_line, in_reserve), ~free & called, events.c.announced > 0),
            )
            .order_by(events.c.id)
            .limit(limit)
        )
        return [row.id for row in await self._rows(statement)]

    async def late_letters(self, now: datetime, patience: timedelta) -> Late:
        """Letters that could have left longer than `patience` ago.

        A letter that was tried has a new time for its next try, and is late by its age; not so an offer, which may
        have waited for the morning. Results of a month take as long as Telegram's limits make thousands of them: those
        that wait are late once none has left for a while.
        """
        first_time = sa.func.coalesce(letters.c.not_before, letters.c.created_at)
        tried = sa.and_(letters.c.error != "", letters.c.kind != "offer-made")
        since = sa.case(
            (letters.c.status == "sending", letters.c.lease_until),
            (tried, letters.c.created_at),
            else_=first_time,
        )
        of_month = letters.c.kind == "month-result"
        in_turn = sa.case((sa.and_(of_month, letters.c.status == "queued"), 1), else_=0)
        allowed = sa.or_(since <= now - RESULTS_LATE, sa.and_(~of_month, since <= now - patience))
        statement: sa.Select[Any] = (
            sa.select(in_turn, sa.func.count(), sa.func.min(since), sa.func.min(letters.c.created_at))
            .where(letters.c.status.in_(("queued", "sending")), allowed)
            .group_by(in_turn)
        )
        count, oldest = 0, now
        for turn, letters_late, waited, made in await self._rows(statement):
            if not turn or not await self._leaving(made, now - RESULTS_LATE):
                count, oldest = count + letters_late, min(oldest, waited)
        return Late(count, now - oldest)

    async def _leaving(self, first: datetime, lately: datetime) -> bool:
        """Whether a result has left lately, of months that have ended since the first of those that wait was made."""
        about = sa.literal("result:") + sa.cast(results.c.id, sa.Text)
        ended = sa.select(runs.c.period_id).where(runs.c.finalized_at >= first)
        sent = (
            sa.select(letters.c.id)
            .join(results, letters.c.subject == about)
            .where(
                results.c.period_id.in_(ended), letters.c.kind == "month-result", letters.c.sent_at >= lately
            )
            .limit(1)
        )
        return bool(await self._rows(sent))

    async def open_offers_of(self, person_id: int) -> list[Due]:
        """Every open offer of one person."""
        statement = sa.select(offers.c.event_id, offers.c.id).where(
            offers.c.person_id == person_id, offers.c.status == "pending"
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def offers_of_unreachable(self, limit: int) -> list[Due]:
        """Open offers of people who cannot be written to."""
        statement = (
            sa.select(offers.c.event_id, offers.c.id)
            .join(participants, participants.c.id == offers.c.person_id)
            .where(offers.c.status == "pending", ~participants.c.reachable)
            .order_by(offers.c.id)
            .limit(limit)
        )
        return [Due(*row) for row in await self._rows(statement)]

    async def forget_updates(self, before: datetime) -> int:
        """Drop numbers of updates that Telegram can not send again; how many."""
        return await self._database.execute(sa.delete(updates).where(updates.c.at < before))

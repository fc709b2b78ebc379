"""What a rule of the month sees, read after the lock."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from engine.month import Friendship, Month, Period, Ranked, Session, Wanted, Wish
from engine.ports import MonthAsk
from engine.refusals import PeriodUnknown
from storage.by_account import lock_account
from storage.lock_load import lock_of
from storage.month_dates import OF_GROUP, begins_in
from storage.selects import in_ids
from storage.tables import (
    accounts,
    bookings,
    events,
    friendships,
    participants,
    periods,
    services,
    wish_choices,
    wishes,
)

Row = Any
ACCOUNT = sa.select(accounts.c.id, accounts.c.timezone, accounts.c.max_party)


def lock(connection: sa.Connection, ask: MonthAsk) -> tuple[Row, Row | None]:
    """The account, and the period with its row locked; None for one that was never opened. Raises PeriodUnknown,
    NoAccount."""
    if ask.month:
        account_id = lock_account(connection)
        known = sa.select(periods).where(periods.c.account_id == account_id, periods.c.month == ask.month)
        period = connection.execute(known.with_for_update()).one_or_none()
    else:
        known = sa.select(periods).where(periods.c.id == ask.period_id)
        period = connection.execute(known.with_for_update()).one_or_none()
        if period is None:
            raise PeriodUnknown
        account_id = period.account_id
    return connection.execute(ACCOUNT.where(accounts.c.id == account_id)).one(), period


def load(
    connection: sa.Connection, ask: MonthAsk, account: Row, period: Row | None, fresh_hash: str
) -> Month:
    """The month as the rule sees it."""
    month = Month(account.id, account.timezone, account.max_party, fresh_hash=fresh_hash)
    if period is None:
        return _before_it_opens(connection, ask, month)
    found = _wishes(connection, _concerned(connection, ask, period.id))
    _keep(connection, ask.events)
    chosen = {ranked.event_id for wish in found for ranked in wish.wanted.choices}
    wanted = {*ask.events, *(() if ask.everybody else chosen)}
    return Month(
        account.id,
        account.timezone,
        account.max_party,
        period=period_of(period),
        wishes={wish.id: wish for wish in found},
        friendships={row.id: row for row in _friendships(connection, ask, period.id)},
        sessions=_sessions(connection, in_ids(events.c.id, wanted, connection)),
        unasked=_unasked(connection, period.id, ask.unasked) if ask.unasked else (),
        fresh_hash=fresh_hash,
        lock=lock_of(connection, period.id) if ask.by.kind != "person" else None,  # nobody else asks for it
    )


def _keep(connection: sa.Connection, event_ids: Collection[int]) -> None:
    """These dates stay as they are until the commit: whoever calls one off, or moves it, comes before and is seen, or
    comes after and sees who wishes for it."""
    if event_ids:
        here = sa.select(events.c.id).where(in_ids(events.c.id, event_ids, connection)).order_by(events.c.id)
        connection.execute(here.with_for_update(read=True, key_share=True))


def _before_it_opens(connection: sa.Connection, ask: MonthAsk, month: Month) -> Month:
    """With what stays of the latest month before it."""
    earlier = sa.select(periods.c.id).where(
        periods.c.account_id == month.account_id, periods.c.month < ask.month
    )
    last = connection.execute(earlier.order_by(periods.c.month.desc()).limit(1)).scalar_one_or_none()
    stays = sa.and_(wishes.c.period_id == last, wishes.c.status == "stated", wishes.c.standing)
    standing = _wishes(connection, stays) if last is not None else []
    named = {ranked.event_id for wish in standing for ranked in wish.wanted.choices}
    here = (events.c.account_id == month.account_id, events.c.status == "open")
    coming = sa.and_(*here, begins_in(ask.month, month.timezone))
    return Month(
        month.account_id,
        month.timezone,
        month.max_party,
        fresh_hash=month.fresh_hash,
        standing=tuple(standing),
        before=_sessions(connection, in_ids(events.c.id, named, connection)),
        sessions=_sessions(connection, coming) if standing else {},
    )


def _concerned(connection: sa.Connection, ask: MonthAsk, period_id: int) -> sa.ColumnElement[bool]:
    here = wishes.c.period_id == period_id
    return here if ask.everybody else sa.and_(here, in_ids(wishes.c.person_id, ask.people, connection))


def _wishes(connection: sa.Connection, where: sa.ColumnElement[bool]) -> list[Wish]:
    rows = connection.execute(sa.select(wishes).where(where).order_by(wishes.c.id)).all()
    chosen = choices_of(connection, [row.id for row in rows])
    return [
        Wish(
            row.id,
            row.period_id,
            row.person_id,
            row.status,
            wanted_of(row, chosen.get(row.id, ())),
            row.version,
        )
        for row in rows
    ]


def choices_of(connection: sa.Connection, wish_ids: Collection[int]) -> dict[int, list[Ranked]]:
    """What wishes rank, best first, by wish."""
    found: dict[int, list[Ranked]] = {}
    if not wish_ids:
        return found
    here = in_ids(wish_choices.c.wish_id, wish_ids, connection)
    ordered = wish_choices.select().where(here).order_by(wish_choices.c.rank, wish_choices.c.event_id)
    for row in connection.execute(ordered):
        found.setdefault(row.wish_id, []).append(Ranked(row.event_id, row.rank))
    return found


def wanted_of(row: Row, choices: Iterable[Ranked]) -> Wanted:
    """What a row of wishes says."""
    return Wanted(
        choices=tuple(choices),
        count=row._mapping["count"],
        at_most=row.at_most,
        weekdays=tuple(row.weekdays),
        seats=row.seats,
        names=tuple(row.names),
        standing=row.standing,
    )


def period_of(row: Row) -> Period:
    """As a rule sees it: without its seed."""
    return Period(
        id=row.id,
        account_id=row.account_id,
        month=row.month,
        status=row.status,
        wishes_until=row.wishes_until,
        seed_hash=row.seed_hash,
        opened_at=row.opened_at,
        version=row.version,
    )


def _friendships(connection: sa.Connection, ask: MonthAsk, period_id: int) -> list[Friendship]:
    concerned = sa.or_(
        in_ids(friendships.c.person_id, ask.people, connection),
        in_ids(friendships.c.friend_id, ask.people, connection),
        friendships.c.link == ask.link if ask.link else sa.false(),
    )
    rows = connection.execute(
        sa.select(friendships)
        .where(friendships.c.period_id == period_id, concerned)
        .order_by(friendships.c.id)
    )
    return [
        Friendship(row.id, row.period_id, row.person_id, row.friend_id, row.status, row.version)
        for row in rows
    ]


def _sessions(connection: sa.Connection, where: sa.ColumnElement[bool]) -> dict[int, Session]:
    """Events of groups only: an appointment is one's own."""
    chosen = (
        sa.select(events.c.id, events.c.service_id, events.c.starts_at, events.c.status, events.c.location)
        .join(services, services.c.id == events.c.service_id)
        .where(where, OF_GROUP)
    )
    return {row.id: Session(*row) for row in connection.execute(chosen)}


def _unasked(connection: sa.Connection, period_id: int, most: int) -> tuple[int, ...]:
    """People who can be written to, have a booking or wished for something before, and have said nothing yet."""
    person = participants.c.id
    here = sa.exists().where(wishes.c.period_id == period_id, wishes.c.person_id == person)
    before = sa.exists().where(wishes.c.person_id == person, wishes.c.status == "stated")
    booked = sa.exists().where(bookings.c.person_id == person, bookings.c.active == 1)
    reached = sa.and_(participants.c.telegram_id.is_not(None), participants.c.reachable)
    chosen = sa.select(person).where(reached, ~here, sa.or_(before, booked)).order_by(person).limit(most)
    return tuple(connection.execute(chosen).scalars())

"""Periods as screens show them: what is wished for, by whom and how often. The seed of a draw is in none of them before
the month has a final version."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from engine.month import month_of
from engine.views import (
    ChoiceCard,
    EventCard,
    EventNamed,
    FriendCard,
    InterestCard,
    Invitation,
    Page,
    PeriodCard,
    PeriodHead,
    WishCard,
)
from storage.month_dates import OF_GROUP, begins_in
from storage.month_load import wanted_of
from storage.selects import WISHERS
from storage.tables import (
    accounts,
    bookings,
    events,
    friendships,
    participants,
    periods,
    runs,
    services,
    wish_choices,
    wishes,
)
from storage.views.reading import Reading

Row = Any
FINAL = sa.exists().where(runs.c.period_id == periods.c.id, runs.c.finalized_at.is_not(None))
SEED = sa.case((FINAL, periods.c.seed), else_="").label("seed")
SHOWN = (*(column for column in periods.c if column.name != "seed"), SEED)
PERIODS = sa.select(*SHOWN, accounts.c.timezone).join(accounts, accounts.c.id == periods.c.account_id)
EVENTS = (
    sa.select(
        events.c.id,
        events.c.code,
        services.c.names,
        events.c.starts_at,
        events.c.ends_at,
        accounts.c.timezone,
        events.c.capacity,
        events.c.status,
    )
    .join(services, services.c.id == events.c.service_id)
    .join(accounts, accounts.c.id == events.c.account_id)
)
IN_ORDER = (events.c.starts_at, events.c.id)
WISHING = sa.and_(wishes.c.status == "stated", sa.exists().where(wish_choices.c.wish_id == wishes.c.id))


def coming(connection: sa.Connection, now: datetime) -> list[PeriodCard]:
    """See `engine.views.Views.periods`."""
    rows = connection.execute(PERIODS.order_by(periods.c.month)).all()
    return [card_of(connection, row) for row in rows if row.month >= month_of(now, row.timezone)]


def opened(connection: sa.Connection) -> list[PeriodCard]:
    """See `engine.views.Views.months`."""
    return [card_of(connection, row) for row in connection.execute(PERIODS.order_by(periods.c.month.desc()))]


def period(connection: sa.Connection, period_id: int) -> PeriodCard | None:
    """See `engine.views.Views.period`."""
    row = connection.execute(PERIODS.where(periods.c.id == period_id)).one_or_none()
    return None if row is None else card_of(connection, row)


def head(connection: sa.Connection, period_id: int) -> PeriodHead | None:
    """The same without counting everybody's answers: thousands of letters ask for it."""
    row = connection.execute(PERIODS.where(periods.c.id == period_id)).one_or_none()
    return None if row is None else PeriodHead(**_head(row))


def card_of(connection: sa.Connection, row: Row) -> PeriodCard:
    """One of `PERIODS`."""

    def counted(*where: sa.ColumnElement[bool]) -> int:
        here = sa.select(sa.func.count()).select_from(wishes).where(wishes.c.period_id == row.id, *where)
        return int(connection.execute(here).scalar_one())

    return PeriodCard(**_head(row), answers=counted(WISHING), silent=counted(wishes.c.status == "asked"))


def _head(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "month": row.month,
        "timezone": row.timezone,
        "status": row.status,
        "wishes_until": row.wishes_until,
        "seed_hash": row.seed_hash,
        "opened_by": row.opened_by_name,
        "opened_at": row.opened_at,
        "closed_at": row.closed_at,
        "seed": row.seed,
    }


def wish(connection: sa.Connection, period_id: int, person_id: int) -> WishCard | None:
    """See `engine.views.Views.wish`."""
    of = head(connection, period_id)
    if of is None:
        return None
    own = sa.select(wishes).where(wishes.c.period_id == period_id, wishes.c.person_id == person_id)
    row = connection.execute(own).one_or_none()
    if row is None:
        friends = _friends(connection, period_id, person_id)
        return WishCard(of, None, (), 1, "", (), 1, (), False, None, friends)
    wanted = wanted_of(row, ())
    return WishCard(
        period=of,
        status=row.status,
        choices=_chosen(connection, row.id, of, wanted.weekdays),
        count=wanted.count,
        at_most=wanted.at_most,
        weekdays=wanted.weekdays,
        seats=wanted.seats,
        names=wanted.names,
        standing=wanted.standing,
        stated_at=row.stated_at,
        friends=_friends(connection, period_id, person_id),
    )


def _chosen(
    connection: sa.Connection, wish_id: int, of: PeriodHead, weekdays: Sequence[int]
) -> list[ChoiceCard]:
    ranked = EVENTS.add_columns(wish_choices.c.rank).join(
        wish_choices, sa.and_(wish_choices.c.event_id == events.c.id, wish_choices.c.wish_id == wish_id)
    )
    rows = connection.execute(ranked.order_by(wish_choices.c.rank, *IN_ORDER)).all()
    shared = Counter(row.rank for row in rows)
    return [
        ChoiceCard(
            named(row),
            row.ends_at,
            row.rank,
            off=_off(row, of.month),
            rests=not on_a_day(row, weekdays),
            equal=shared[row.rank] > 1,
        )
        for row in rows
    ]


def on_a_day(row: Row, weekdays: Sequence[int]) -> bool:
    """Whether the event is on one of the weekdays; without any, all of them will do."""
    return not weekdays or row.starts_at.astimezone(ZoneInfo(row.timezone)).weekday() in weekdays


def _off(row: Row, month: str) -> bool:
    """Nobody can wish for it any more: it does not take place, or in another month."""
    return row.status != "open" or month_of(row.starts_at, row.timezone) != month


def named(row: Row) -> EventNamed:
    """One of `EVENTS`."""
    return EventNamed(row.id, row.code, row.names, row.starts_at, row.timezone)


def _friends(connection: sa.Connection, period_id: int, person_id: int) -> list[FriendCard]:
    other = sa.case(
        (friendships.c.person_id == person_id, friendships.c.friend_id), else_=friendships.c.person_id
    )
    chosen = (
        sa.select(*friendships.c, participants.c.name)
        .outerjoin(participants, participants.c.id == other)
        .where(
            friendships.c.period_id == period_id,
            friendships.c.status != "ended",
            sa.or_(friendships.c.person_id == person_id, friendships.c.friend_id == person_id),
        )
        .order_by(friendships.c.id)
    )
    return [
        FriendCard(row.id, row.name or "", row.status, row.person_id == person_id, row.link)
        for row in connection.execute(chosen)
    ]


def dates_in(connection: sa.Connection, wanted: str, now: datetime) -> int:
    """See `engine.views.Views.dates_in`."""
    account = connection.execute(sa.select(accounts.c.id, accounts.c.timezone)).one_or_none()
    if account is None:
        return 0
    coming = _coming_in(wanted, account.timezone, now).where(events.c.account_id == account.id)
    return int(connection.execute(sa.select(sa.func.count()).select_from(coming.subquery())).scalar_one())


def _coming_events(of: PeriodHead, now: datetime) -> sa.Select[Any]:
    """Those of the month that anybody can wish for."""
    account = sa.select(periods.c.account_id).where(periods.c.id == of.id).scalar_subquery()
    return _coming_in(of.month, of.timezone, now).where(events.c.account_id == account)


def _coming_in(wanted: str, timezone: str, now: datetime) -> sa.Select[Any]:
    still = (events.c.status == "open", events.c.starts_at > now)
    return EVENTS.where(OF_GROUP, *still, begins_in(wanted, timezone)).order_by(*IN_ORDER)


def choices(connection: sa.Connection, period_id: int, person_id: int, now: datetime) -> Sequence[ChoiceCard]:
    """See `engine.views.Views.choices`."""
    card = wish(connection, period_id, person_id)
    if card is None:
        return ()
    own = {choice.event.id: choice for choice in card.choices}
    rows = connection.execute(_coming_events(card.period, now))
    return [own.get(row.id) or ChoiceCard(named(row), row.ends_at, None) for row in rows]


def interest(reading: Reading, period_id: int) -> Sequence[InterestCard]:
    """See `engine.views.Views.interest`."""
    connection = reading.connection
    of = period(connection, period_id)
    if of is None:
        return ()
    first = sa.func.sum(sa.case((wish_choices.c.rank == 1, 1), else_=0))
    counted = (
        sa.select(
            wish_choices.c.event_id,
            first.label("first"),
            sa.func.count().label("wanted"),
            sa.func.sum(wishes.c.seats).label("seats"),
        )
        .join(wishes, wishes.c.id == wish_choices.c.wish_id)
        .where(wishes.c.period_id == period_id, wishes.c.status == "stated")
        .group_by(wish_choices.c.event_id)
    )
    by_event = {row.event_id: row for row in connection.execute(counted)}
    rows = connection.execute(_coming_events(of, reading.now)).all()
    seats = reading.cards_of([row.id for row in rows])
    resting = _resting(connection, period_id, {row.id: row for row in rows})
    return [
        InterestCard(
            named(row),
            seats[row.id].capacity,
            *_numbers(by_event.get(row.id), resting.get(row.id, ())),
            free=max(seats[row.id].free, 0),
        )
        for row in rows
    ]


def dates(reading: Reading, period_id: int, offset: int, limit: int) -> Page[EventCard]:
    """See `engine.views.Views.dates`."""
    of = head(reading.connection, period_id)
    rows = () if of is None else reading.connection.execute(_coming_events(of, reading.now)).all()
    ids = [row.id for row in rows]
    counted = reading.cards_of(ids[offset : offset + limit])
    return Page([counted[each] for each in ids[offset : offset + limit]], offset, len(ids))


def free_dates(reading: Reading, period_id: int) -> list[EventCard]:
    """See `engine.views.Views.free_dates`."""
    of = head(reading.connection, period_id)
    if of is None:
        return []
    ids = [row.id for row in reading.connection.execute(_coming_events(of, reading.now))]
    counted = reading.cards_of(ids)
    lost = (
        sa.select(events.c.service_id)
        .distinct()
        .join(bookings, bookings.c.event_id == events.c.id)
        .where(bookings.c.period_id == period_id, bookings.c.ended == "event")
    )
    missed = set(reading.connection.execute(lost).scalars())
    free = [counted[each] for each in ids if counted[each].public]
    return sorted(free, key=lambda card: card.service_id not in missed)


def wishers(connection: sa.Connection, event_id: int) -> int:
    """See `engine.views.Views.wishers`."""
    found = WISHERS.where(wish_choices.c.event_id == event_id).subquery()
    counted = sa.select(sa.func.count(sa.distinct(found.c.person_id)))
    return int(connection.execute(counted).scalar_one())


def wishes_for(connection: sa.Connection, event_id: int, person_id: int) -> list[WishCard]:
    """See `engine.views.Views.wishes_for`."""
    own = WISHERS.where(wish_choices.c.event_id == event_id, wishes.c.person_id == person_id)
    found = (wish(connection, row.period_id, person_id) for row in connection.execute(own).all())
    return [each for each in found if each is not None]


def _resting(connection: sa.Connection, period_id: int, coming: Mapping[int, Row]) -> dict[int, list[Row]]:
    """Choices that do not count, being on a weekday that does not suit who made them, by event."""
    chosen = (
        sa.select(wish_choices.c.event_id, wish_choices.c.rank, wishes.c.seats, wishes.c.weekdays)
        .join(wishes, wishes.c.id == wish_choices.c.wish_id)
        .where(wishes.c.period_id == period_id, wishes.c.status == "stated")
        .where(sa.cast(wishes.c.weekdays, sa.Text) != "[]")
    )
    found: dict[int, list[Row]] = {}
    for row in connection.execute(chosen):
        if row.event_id in coming and not on_a_day(coming[row.event_id], row.weekdays):
            found.setdefault(row.event_id, []).append(row)
    return found


def _numbers(row: Row | None, resting: Sequence[Row]) -> tuple[int, int, int]:
    """Of first choices, of people and of seats."""
    if row is None:
        return (0, 0, 0)
    first = sum(each.rank == 1 for each in resting)
    seats = sum(each.seats for each in resting)
    return (int(row.first) - first, int(row.wanted) - len(resting), int(row.seats) - seats)


def invitation(connection: sa.Connection, link: int) -> Invitation | None:
    """See `engine.views.Views.invitation`."""
    chosen = (
        sa.select(*friendships.c, participants.c.name)
        .join(participants, participants.c.id == friendships.c.person_id)
        .where(friendships.c.link == link)
    )
    row = connection.execute(chosen).one_or_none()
    of = period(connection, row.period_id) if row is not None else None
    if row is None or of is None:
        return None
    return Invitation(of, row.id, row.person_id, row.name, row.status)

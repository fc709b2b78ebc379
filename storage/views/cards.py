"""Rows to cards, and the statements that give these rows."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from engine.questions import answers_of
from engine.rules.automation import halted
from engine.state import ACTIVE_ENTRY, State, TimeWindow
from engine.views import (
    Account,
    BookingCard,
    Deed,
    EntryCard,
    EventCard,
    HoldCard,
    OfferCard,
    Person,
    RequestCard,
)
from storage import rows
from storage.selects import EVENT_COLUMNS, IN_LINE
from storage.settings import resolve
from storage.tables import (
    accounts,
    bookings,
    entries,
    events,
    facts,
    holds,
    offers,
    participants,
    requests,
    seats,
    services,
    unlocks,
)
from storage.views.numbers import Numbers

EVENTS = (
    sa.select(
        *EVENT_COLUMNS,
        services.c.code.label("service_code"),
        services.c.names.label("service_names"),
    )
    .join(services, services.c.id == events.c.service_id)
    .join(accounts, accounts.c.id == events.c.account_id)
)


def upcoming(now: sa.ColumnElement[Any] | Any) -> sa.ColumnElement[bool]:
    """Events that can still be booked."""
    return sa.and_(events.c.status == "open", events.c.starts_at > now)


def account(row: Any) -> Account:
    return Account(
        id=row.id,
        name=row.name,
        timezone=row.timezone,
        tier=row.tier,
        languages=tuple(row.languages),
        admin_chat_id=row.admin_chat_id,
        auto_backfill=row.auto_backfill,
        booking_status=row.booking_status,
        max_party=row.max_party,
    )


def person(row: Any) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        language=row.language,
        reachable=row.reachable,
    )


def event(row: Any, counted: Numbers, now: Any) -> EventCard:
    settings = resolve(row)
    return EventCard(
        id=row.id,
        code=row.code,
        service_id=row.service_id,
        service_code=row.service_code,
        names=row.service_names,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        timezone=row.timezone,
        location=row.location,
        status=row.status,
        capacity=counted.capacity,
        booked=counted.booked,
        offered=counted.offered,
        held=counted.held,
        free=counted.free,
        public=counted.public,
        waiting=counted.waiting,
        visiting=counted.visiting,
        reserve=counted.reserve,
        minimum=min(row.minimum, counted.capacity),
        drain_to=row.drain_to,
        split_id=row.split_id,
        requests=row.requests,
        frozen=row.frozen,
        halted=halted(State(event=rows.event(row), settings=settings), now),
        settings=settings,
    )


OPEN_UNTIL = (
    sa.select(unlocks.c.until)
    .where(unlocks.c.period_id == bookings.c.period_id, unlocks.c.status == sa.literal_column("'open'"))
    .correlate(bookings)
    .scalar_subquery()
)
"""Until when the final month that a booking is a part of is open for moves; one at most is."""

BOOKINGS = sa.select(
    *bookings.c,
    participants.c.name.label("person_name"),
    participants.c.telegram_id,
    OPEN_UNTIL.label("open_until"),
).join(participants, participants.c.id == bookings.c.person_id)


def booking(row: Any, cards: Mapping[int, EventCard]) -> BookingCard:
    card = cards[row.event_id]
    rule = card.starts_at - card.settings.cancel_before
    return BookingCard(
        id=row.id,
        event=card,
        person_id=row.person_id,
        person_name=row.person_name,
        status=row.status,
        seats=row.seats,
        names=tuple(row.names),
        source=row.source,
        late_from=max(rule, row.free_cancel_until or rule),
        free_cancel_until=row.free_cancel_until,
        reconfirm_by=row.reconfirm_by,
        answers=answers_of(row.answers),
        since=row.created_at,
        guest=row.telegram_id is None,
        final=row.period_id is not None,
        open_until=row.open_until,
    )


def _ahead() -> sa.ColumnElement[int]:
    """How many with a place in the same line come before; a statement of its own for each kind of line, as each has
    its own index."""
    other = entries.alias("other")
    before = sa.or_(
        other.c.priority > entries.c.priority,
        sa.and_(other.c.priority == entries.c.priority, other.c.seq < entries.c.seq),
    )
    counted = sa.select(sa.func.count()).select_from(other).where(before, sa.text(f"other.{IN_LINE}"))
    line = counted.where(other.c.event_id == entries.c.event_id)
    reserve = counted.where(other.c.event_id.is_(None), other.c.service_id == entries.c.service_id)
    return sa.case(
        (entries.c.event_id.is_(None), reserve.scalar_subquery()),
        else_=line.scalar_subquery(),
    )


PERSON = participants.alias("person")
LISTED = (
    sa.select(
        *entries.c,
        PERSON.c.name.label("person_name"),
        PERSON.c.reachable,
        PERSON.c.telegram_id,
        services.c.names.label("service_names"),
    )
    .join(PERSON, PERSON.c.id == entries.c.person_id)
    .join(services, services.c.id == entries.c.service_id)
)
ENTRIES = LISTED.add_columns(_ahead().label("ahead"))


def entry(row: Any, cards: Mapping[int, EventCard], ahead: int) -> EntryCard:
    """`ahead` is how many with a place in the same line come before."""
    return EntryCard(
        id=row.id,
        event=cards[row.event_id] if row.event_id is not None else None,
        service_id=row.service_id,
        service_names=row.service_names,
        person_id=row.person_id,
        person_name=row.person_name,
        status=row.status,
        seats=row.seats,
        names=tuple(row.names),
        priority=row.priority,
        position=1 + ahead if row.status in ACTIVE_ENTRY else 0,
        misses=row.misses,
        source=row.source,
        auto_confirm=row.auto_confirm,
        windows=tuple(TimeWindow(**window) for window in row.windows),
        paused_until=row.paused_until,
        reachable=row.reachable,
        answers=answers_of(row.answers),
        since=row.created_at,
        guest=row.telegram_id is None,
    )


OFFERS = sa.select(
    *(column.label("count_") if column.name == "count" else column for column in offers.c),
    participants.c.name.label("person_name"),
).join(participants, participants.c.id == offers.c.person_id)


def offer(
    row: Any,
    cards: Mapping[int, EventCard],
    entry_cards: Mapping[int, EntryCard],
    homes: Mapping[int, EntryCard],
) -> OfferCard:
    """`homes`: by the place that the offer was made to."""
    return OfferCard(
        id=row.id,
        event=cards[row.event_id],
        entry=entry_cards[row.entry_id],
        person_id=row.person_id,
        person_name=row.person_name,
        status=row.status,
        count=row.count_,
        expires_at=row.expires_at,
        last_call=row.last_call,
        delivered_at=row.delivered_at,
        ended=row.ended,
        booking_id=row.booking_id,
        since=row.created_at,
        home=homes.get(row.entry_id),
    )


REQUESTS = sa.select(*requests.c, participants.c.name.label("person_name")).join(
    participants, participants.c.id == requests.c.person_id
)


def request(row: Any, cards: Mapping[int, EventCard]) -> RequestCard:
    return RequestCard(
        id=row.id,
        event=cards[row.event_id],
        person_id=row.person_id,
        person_name=row.person_name,
        seats=row.seats,
        names=tuple(row.names),
        status=row.status,
        asked_at=row.created_at,
        decided_at=row.decided_at,
        by_name=row.by_name,
        reason=row.reason,
        answers=answers_of(row.answers),
    )


HOLDS = (
    sa.select(
        holds.c.id,
        holds.c.event_id,
        holds.c.reason,
        holds.c.by_name,
        sa.func.count(seats.c.number).label("seats"),
    )
    .join(seats, seats.c.hold_id == holds.c.id)
    .where(holds.c.active == 1)
    .group_by(holds.c.id)
    .order_by(holds.c.id)
)


def hold(row: Any) -> HoldCard:
    return HoldCard(id=row.id, event_id=row.event_id, seats=row.seats, reason=row.reason, by_name=row.by_name)


DEEDS = sa.select(
    facts.c.kind,
    facts.c.actor_kind,
    facts.c.actor_id,
    sa.func.coalesce(participants.c.name, facts.c.actor_name).label("actor_name"),
    facts.c.at,
    facts.c.data,
).outerjoin(participants, sa.and_(facts.c.actor_kind == "person", participants.c.id == facts.c.actor_id))

OWN_DEEDS = (
    "BookingCancelled",
    "BookingReconfirmed",
    "EntryLeft",
    "OfferAccepted",
    "OfferRejected",
    "RequestTakenBack",
)


def deed(row: Any) -> Deed:
    """What the rules made of a participant's tap for somebody else counts as the automation's."""
    booked = row.kind == "BookingMade" and row.data.get("source") in ("self", "offer", "move")
    if row.actor_kind == "person" and not booked and row.kind not in OWN_DEEDS:
        return Deed(by="job", by_id=0, name="", at=row.at)
    how = str(row.data.get("by", ""))
    return Deed(by=row.actor_kind, by_id=row.actor_id, name=row.actor_name, at=row.at, how=how)

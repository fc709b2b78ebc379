"""The slots of individual services follow their opening hours: what the rules plan (`engine.rules.slots`), written in
one transaction. New slots are new rows; what is there is opened and closed like everything else that happens to events.

Whoever lets slots follow holds the lock that imports share, so that two replicas never cut the same slot.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from engine.change import after
from engine.facts import EventClosed, Fact
from engine.notices import RESULTS, notices
from engine.ports import Act, Actor, Ask, Facts, Refit
from engine.rules import slots as rules
from engine.state import ACTIVE_ENTRY, NeedMore, Opening, State
from storage.catalogue import columns
from storage.catalogue.seating import Seating
from storage.catalogue.writing import Importer, Writing
from storage.ids import Ids
from storage.load import Wanted, load, lock
from storage.recorder import Record, write
from storage.selects import in_ids
from storage.tables import accounts, entries, events, letters, seats, services

ONE_IMPORT = 0x4E585449  # "NXTI": the advisory lock that imports share
BY_CLOCK = Importer(name="slots", kind="job")
"""New slots are nobody's deed: the change of the hours is."""

DAY = timedelta(days=1)
SERVICES = (
    sa.select(
        services.c.id,
        services.c.account_id,
        services.c.code,
        services.c.minutes,
        services.c.hours,
        accounts.c.timezone,
    )
    .join(accounts, accounts.c.id == services.c.account_id)
    .where(services.c.kind == "individual", services.c.minutes.is_not(None))
    .order_by(services.c.id)
)


@dataclass(frozen=True, slots=True)
class Service:
    """An individual service as it stands, with the plan for its slots."""

    row: Any
    plan: rules.Plan


def alone(connection: sa.Connection) -> None:
    """Wait until nobody else imports or cuts slots; until the end of the transaction nobody will."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_IMPORT)))


def coming_ids(connection: sa.Connection, service_ids: Collection[int], now: datetime) -> list[int]:
    """Events of these services that are still to come: they are locked before their slots follow."""
    chosen = sa.select(events.c.id).where(
        in_ids(events.c.service_id, service_ids, connection), events.c.starts_at > now
    )
    return sorted(connection.execute(chosen).scalars())


def planned(
    connection: sa.Connection, now: datetime, service_id: int | None = None, opening: Opening | None = None
) -> list[Service]:
    """The plan of each individual service (or of this one), with `opening` as if it had these hours."""
    chosen = SERVICES if service_id is None else SERVICES.where(services.c.id == service_id)
    return [
        Service(row, _plan(connection, row, opening or opening_of(row), now))
        for row in connection.execute(chosen).all()
    ]


def opening_of(row: Any) -> Opening:
    """The hours in a row."""
    return Opening(row.minutes, columns.windows(row.hours))


def foreseen(plan: rules.Plan) -> Refit:
    """What a plan comes to."""
    return Refit(opened=len(plan.opened) + len(plan.kept), closed=len(plan.closed), stay=plan.stay)


def follow(
    connection: sa.Connection, service: Service, ids: Ids, now: datetime, by: Actor, reason: str
) -> Refit:
    """Carry the plan out. Its events are locked."""
    plan = service.plan
    facts = _changed(connection, plan, Act(now, by, ids.new, reason))
    _open(connection, service, Writing(connection, ids, now, BY_CLOCK))
    closed = sum(isinstance(fact, EventClosed) for fact in facts)
    return Refit(len(plan.opened) + len(plan.kept), closed, plan.stay, facts)


def _plan(connection: sa.Connection, row: Any, opening: Opening, now: datetime) -> rules.Plan:
    zone = ZoneInfo(row.timezone)
    today = now.astimezone(zone).date()
    behind = today + rules.DAYS_AHEAD * DAY
    known = _known(connection, row.id, now)
    last = max([behind - DAY, *(event.starts_at.astimezone(zone).date() for event in known)])
    slots = [slot for slot in rules.cut(opening, row.timezone, today, last) if slot.starts_at > now]
    return rules.plan(known, slots, datetime.combine(behind, time(), zone).astimezone(UTC))


def _known(connection: sa.Connection, service_id: int, now: datetime) -> list[rules.Known]:
    owned = sa.exists().where(
        seats.c.event_id == events.c.id,
        sa.or_(seats.c.booking_id.is_not(None), seats.c.offer_id.is_not(None), seats.c.hold_id.is_not(None)),
    )
    waited = sa.exists().where(entries.c.event_id == events.c.id, entries.c.status.in_(sorted(ACTIVE_ENTRY)))
    under_way = sa.and_(events.c.ends_at > now, sa.or_(owned, events.c.status == "cancelled"))
    chosen = sa.select(
        events.c.id,
        events.c.starts_at,
        events.c.ends_at,
        events.c.status,
        sa.or_(owned, waited, events.c.requests > 0).label("taken"),
    ).where(events.c.service_id == service_id, sa.or_(events.c.starts_at > now, under_way))
    rows = connection.execute(chosen.order_by(events.c.starts_at, events.c.id))
    return [
        rules.Known(
            row.id, row.starts_at, row.ends_at, row.status, bool(row.taken), begun=row.starts_at <= now
        )
        for row in rows
    ]


def _changed(connection: sa.Connection, plan: rules.Plan, act: Act) -> Facts:
    """Events that close, and those that open again or take another time."""
    ends = dict(plan.kept)
    event_ids = sorted((*plan.closed, *ends))
    if not event_ids:
        return []
    wanted = Wanted()
    for event_id in event_ids:
        wanted.add(Ask(by=act.by, event_id=event_id, line=1, reserve=True))
    rows = lock(connection, event_ids, locking=False)
    while True:
        record = Record(before=load(connection, rows, wanted, locking=True), after={}, now=act.now)
        record.after = dict(record.before)
        facts: list[Fact] = []
        event_id = 0
        try:
            for event_id in event_ids:
                facts += _one(record, event_id, ends.get(event_id), act)
        except NeedMore as more:
            wanted.windows[event_id].widen(more.what)
        else:
            break
    if record.facts:
        write(connection, record)
    return facts


def _one(record: Record, event_id: int, ends_at: datetime | None, act: Act) -> Facts:
    before = record.after[event_id]
    facts = rules.close(before, act) if ends_at is None else rules.keep(before, act, ends_at)
    state: State = after(before, facts, act.now)
    record.add(act, [(fact, notices(fact, state, act, None)) for fact in facts], state)
    return facts


def _open(connection: sa.Connection, service: Service, writing: Writing) -> None:
    if not service.plan.opened:
        return
    codes = _codes(connection, service.row)
    made = [_put(writing, service.row, slot, codes) for slot in service.plan.opened]
    writing.flush()
    seating = Seating(connection)
    for event_id, code in made:
        seating.plan(event_id, code, 0, 1)
    seating.grow()


def _codes(connection: sa.Connection, service: Any) -> set[str]:
    """Codes that may not be given again."""
    like = events.c.code.startswith(f"{service.code}-", autoescape=True)
    chosen = sa.select(events.c.code).where(events.c.account_id == service.account_id, like)
    return set(connection.execute(chosen).scalars())


def _put(writing: Writing, service: Any, slot: rules.Slot, codes: set[str]) -> tuple[int, str]:
    code = rules.code_of(service.code, slot, codes)
    codes.add(code)
    values = {
        "account_id": service.account_id,
        "service_id": service.id,
        "code": code,
        "starts_at": slot.starts_at,
        "ends_at": slot.ends_at,
        "capacity": 1,
    }
    return writing.put("event", events, None, values, code, "SlotOpened"), code


def lock_coming(connection: sa.Connection, service_ids: Collection[int], now: datetime) -> None:
    """Lock everything that is still to come of these services, in the order of ids."""
    locking = connection.dialect.name == "postgresql"
    lock(connection, coming_ids(connection, service_ids, now), locking=locking)


def tell_who_stays(connection: sa.Connection, code: str, done: Refit, ids: Ids, now: datetime) -> None:
    """The admins hear which slots are booked or waited for, and outside the hours."""
    if not done.stay:
        return
    letter_id = ids.new()
    connection.execute(
        letters.insert().values(
            id=letter_id,
            kind="alert-slots",
            subject=f"slots:{letter_id}",
            priority=RESULTS,
            data={"events": ",".join(map(str, done.stay)), "code": code},
            created_at=now,
        )
    )


def idle(found: Iterable[Service]) -> bool:
    """Whether every slot is as it should be."""
    return all(service.plan.empty for service in found)


def ids_of(found: Sequence[Service]) -> list[int]:
    """Of the services."""
    return [int(service.row.id) for service in found]

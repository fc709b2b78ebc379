"""The history as a reader is told it: facts with the names of whom and what they are about, the newest first."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from engine.views import Change, EventNamed, Gathered, Known, Sought
from storage.selects import in_ids
from storage.tables import (
    accounts,
    adjustments,
    bookings,
    entries,
    events,
    facts,
    friendships,
    locks,
    offers,
    participants,
    periods,
    repairs,
    requests,
    results,
    runs,
    seal_facts,
    services,
    unlocks,
    wishes,
)
from storage.views.history_of_month import became, told_of

OF_PERSONS = {
    "booking": bookings,
    "entry": entries,
    "offer": offers,
    "request": requests,
    "wish": wishes,
    "friendship": friendships,
    "adjustment": adjustments,
    "result": results,
}
OF_PERIODS = {
    "run": runs,
    "adjustment": adjustments,
    "lock": locks,
    "unlock": unlocks,
    "repair": repairs,
}
"""What belongs to a period and is decided by admins, beside the period itself."""

Ids = Mapping[str, Collection[int]]
"""Of rows, by the subject that facts call them."""

OF_SLOTS = ("EventClosed", "EventMoved", "EventOpened", "SlotOpened")
"""What a decision about the hours of a service does to its slots, by the hundred; only these are told together."""

INDIVIDUAL = "individual"

TOLD = "WisherTold"
"""Whoever wishes for a date hears of it by such a fact, which names them."""

NAMING = (TOLD, "RepairAsked", "RepairAskedAnew", "RepairAgreed", "RepairTold", "RepairWithdrawn")
"""What names somebody, though it is about what they share with others."""

OF_MONTHS = ("ResultGiven", "BookingMade", "EntryJoined", TOLD)
"""What the end of a month gives to everybody, as far as it comes from there; and who wished for a date."""

ALIKE = ("at", "kind", "actor_kind", "actor_id", "reason")
"""By what the facts of one decision are known."""


def changes(connection: sa.Connection, sought: Sought, offset: int, limit: int) -> list[Change]:
    """A stretch of what is sought."""
    about = _about(connection, sought)
    fact: sa.FromClause = (
        facts if about is None else _facts_of(connection, about, of_month=bool(sought.month))
    )
    chosen = sa.select(fact).where(*_conditions(fact, sought)).order_by(fact.c.at.desc(), fact.c.id.desc())
    rows = connection.execute(_told(chosen.offset(offset).limit(limit))).all()
    gathers = sought.gathered and sought.person_id is None
    return [_change(row, _gathered(connection, row) if gathers else None) for row in rows]


def _conditions(fact: sa.FromClause, sought: Sought) -> Iterator[sa.ColumnElement[bool]]:
    if sought.event_id is not None:
        yield fact.c.event_id == sought.event_id
    if sought.gathered:
        yield sa.or_(fact.c.kind.not_in(OF_SLOTS), ~_newer(fact))
    if sought.gathered and sought.person_id is None:
        yield sa.or_(~_of_month(fact), ~_repeated(fact))
    if sought.admin_id is not None:
        yield fact.c.actor_id == sought.admin_id
    if sought.admin_id is not None or sought.admins_only:
        yield _by_admin(fact)
    if sought.since is not None:
        yield fact.c.at >= sought.since
    if sought.until is not None:
        yield fact.c.at < sought.until


def _newer(fact: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether the same decision has done the same to another slot of the service after it."""
    other, of_other, of_this = facts.alias("newer"), events.alias("of_newer"), events.alias("of_this")
    alike = (other.c[name] == fact.c[name] for name in ALIKE)
    same = sa.and_(of_this.c.id == fact.c.event_id, of_this.c.service_id == of_other.c.service_id)
    of_slots = sa.and_(services.c.id == of_other.c.service_id, services.c.kind == INDIVIDUAL)
    source = other.join(of_other, of_other.c.id == other.c.event_id).join(of_this, same)
    source = source.join(services, of_slots)
    return sa.exists(sa.select(other.c.id).select_from(source).where(*alike, other.c.id > fact.c.id))


def _of_month(fact: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether the end of a month has given it to somebody."""
    source = fact.c.data["source"].as_string()
    return sa.and_(
        fact.c.kind.in_(OF_MONTHS),
        sa.or_(fact.c.kind.in_(("ResultGiven", TOLD)), sa.func.coalesce(source, "") == "month"),
    )


def _repeated(fact: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether the same decision has given the same to somebody else after it."""
    other = facts.alias("repeated")
    alike = [other.c[name] == fact.c[name] for name in ALIKE]
    alike.append(sa.or_(other.c.kind != TOLD, other.c.event_id == fact.c.event_id))
    return sa.exists(sa.select(other.c.id).where(*alike, _of_month(other), other.c.id > fact.c.id))


def _of_everybody(connection: sa.Connection, row: Any) -> Gathered | None:
    """To how many it was given in all."""
    names = (*ALIKE, "event_id") if row.kind == TOLD else ALIKE
    alike = (facts.c[name] == row._mapping[name] for name in names)
    number = sa.select(sa.func.count()).select_from(facts).where(*alike, _of_month(facts))
    count = int(connection.execute(number).scalar_one())
    return Gathered(count, row.at, row.at) if count > 1 else None


def _gathered(connection: sa.Connection, row: Any) -> Gathered | None:
    if row.kind in OF_MONTHS and (row.kind in ("ResultGiven", TOLD) or row.data.get("source") == "month"):
        return _of_everybody(connection, row)
    if row.kind not in OF_SLOTS or row.service_kind != INDIVIDUAL:
        return None
    numbers = (sa.func.count(), sa.func.min(events.c.starts_at), sa.func.max(events.c.starts_at))
    service = sa.select(events.c.service_id).where(events.c.id == row.event_id).scalar_subquery()
    alike = (facts.c[name] == row._mapping[name] for name in ALIKE)
    source = facts.join(events, events.c.id == facts.c.event_id)
    found = connection.execute(
        sa.select(*numbers).select_from(source).where(*alike, events.c.service_id == service)
    )
    count, first, last = found.one()
    return Gathered(count, first, last) if count > 1 else None


def _by_admin(fact: sa.FromClause) -> sa.ColumnElement[bool]:
    """The word is written out, so that the partial index is found."""
    by_admin: sa.ColumnElement[bool] = fact.c.actor_kind == sa.literal_column("'admin'")
    return by_admin


def _about(connection: sa.Connection, sought: Sought) -> Ids | None:
    """Which rows it is about; None for any."""
    person = None if sought.person_id is None else _of_person(connection, sought.person_id)
    month = _of_period(connection, sought.month) if sought.month else None
    if person is None or month is None:
        return person if month is None else month
    return {subject: set(ids) & set(month.get(subject, ())) for subject, ids in person.items()}


def _of_person(connection: sa.Connection, person_id: int) -> Ids:
    """What somebody has or had."""
    return {
        subject: _ids(connection, table, table.c.person_id == person_id)
        for subject, table in OF_PERSONS.items()
    }


def _of_period(connection: sa.Connection, month: str) -> Ids:
    """The period, and what belongs to it; of its dates and places those that something became of."""
    own = _ids(connection, periods, periods.c.month == month)
    belongs = {
        subject: _ids(connection, table, in_ids(table.c.period_id, own, connection))
        for subject, table in OF_PERIODS.items()
    }
    return {"period": own, **belongs, **became(connection, month, own)}


def _ids(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> Sequence[int]:
    return connection.execute(sa.select(table.c.id).where(where)).scalars().all()


def _facts_of(connection: sa.Connection, about: Ids, *, of_month: bool) -> sa.FromClause:
    """Facts about these rows. A statement for each kind, as their index has the subject first."""
    each = (
        sa.select(facts).where(
            facts.c.subject == sa.literal_column(f"'{subject}'"),
            in_ids(facts.c.subject_id, ids, connection),
            *(told_of(subject) if of_month else ()),
        )
        for subject, ids in about.items()
    )
    return sa.union_all(*each).subquery("about")


def _told(chosen: sa.Select[Any]) -> sa.Select[Any]:
    """The names come to the few rows that were chosen."""
    fact = chosen.subquery("fact")
    actor, person = participants.alias("actor"), participants.alias("person")
    own = services.alias("own")  # of a change of the service itself
    source: Any = fact
    for subject, table in OF_PERSONS.items():
        source = source.outerjoin(table, sa.and_(fact.c.subject == subject, table.c.id == fact.c.subject_id))
    named = sa.case((fact.c.kind.in_(NAMING), sa.cast(fact.c.data["person_id"].as_string(), sa.BigInteger)))
    whose = sa.func.coalesce(*(table.c.person_id for table in OF_PERSONS.values()), named)
    source = (
        source.outerjoin(person, person.c.id == whose)
        .outerjoin(actor, sa.and_(fact.c.actor_kind == "person", actor.c.id == fact.c.actor_id))
        .outerjoin(events, events.c.id == sa.func.coalesce(fact.c.event_id, adjustments.c.event_id))
        .outerjoin(services, services.c.id == events.c.service_id)
        .outerjoin(own, sa.and_(fact.c.subject == "service", own.c.id == fact.c.subject_id))
        .outerjoin(accounts, accounts.c.id == events.c.account_id)
        .outerjoin(unlocks, sa.and_(fact.c.subject == "unlock", unlocks.c.id == fact.c.subject_id))
        .outerjoin(seal_facts, seal_facts.c.fact_id == fact.c.id)
    )
    columns = (
        *fact.c,
        actor.c.name.label("actor_now"),
        person.c.id.label("person_id"),
        person.c.name.label("person_name"),
        events.c.id.label("about_event"),
        events.c.code,
        events.c.starts_at,
        services.c.names,
        services.c.kind.label("service_kind"),
        own.c.names.label("own_names"),
        accounts.c.timezone,
        seal_facts.c.seal_id,
        sa.func.coalesce(unlocks.c.reason, "").label("asked_why"),
    )
    return sa.select(*columns).select_from(source).order_by(fact.c.at.desc(), fact.c.id.desc())


def _change(row: Any, gathered: Gathered | None) -> Change:
    event = None
    if row.code is not None:
        event = EventNamed(row.about_event, row.code, row.names, row.starts_at, row.timezone)
    return Change(
        id=row.id,
        at=row.at,
        kind=row.kind,
        data=row.data,
        by=row.actor_kind,
        by_id=row.actor_id,
        by_name=row.actor_now or row.actor_name,
        reason=row.reason,
        person_id=row.person_id,
        person_name=row.person_name or "",
        event=event,
        seal_id=row.seal_id,
        service=row.own_names,
        gathered=gathered,
        asked_why=row.asked_why,
    )


def known_as(connection: sa.Connection, name: str, limit: int) -> list[Known]:
    """Participants and admins in whose names these words occur, whatever their case and accents; by name."""
    words = _folded(name).split()
    people = connection.execute(sa.select(participants.c.id, participants.c.name)).all()
    done = sa.select(facts.c.actor_id, facts.c.actor_name).where(_by_admin(facts)).distinct()
    admins = {row.actor_id: row.actor_name for row in connection.execute(done)}
    found = [
        *(Known(is_admin=False, id=row.id, name=row.name) for row in people),
        *(Known(is_admin=True, id=admin_id, name=called) for admin_id, called in admins.items()),
    ]
    fitting = [one for one in found if all(word in _folded(one.name) for word in words)]
    return sorted(fitting, key=lambda one: (_folded(one.name), one.is_admin, one.id))[:limit]


def known(connection: sa.Connection, row_id: int, *, is_admin: bool) -> Known | None:
    """One of them, by id."""
    if is_admin:
        statement = sa.select(facts.c.actor_name).where(_by_admin(facts), facts.c.actor_id == row_id).limit(1)
    else:
        statement = sa.select(participants.c.name).where(participants.c.id == row_id)
    name = connection.execute(statement).scalar_one_or_none()
    return None if name is None else Known(is_admin=is_admin, id=row_id, name=name)


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))

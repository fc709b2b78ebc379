"""What a version of a month's allocation gives to whom: by event, by person, and who is left short."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from engine.rules.run_fixing import pins_off
from engine.views import (
    EventNamed,
    Page,
    PinOffCard,
    PlacedCard,
    RunEventCard,
    RunPersonCard,
    ShortCard,
    TellingCard,
)
from storage.selects import in_ids
from storage.tables import (
    adjustments,
    events,
    facts,
    letters,
    participants,
    placements,
    repairs,
    results,
    runs,
    unplaced,
)
from storage.views import cards
from storage.views.month import EVENTS, IN_ORDER, named

Row = Any
TELLING = ("queued", "sending")


def events_in(connection: sa.Connection, run_id: int) -> list[RunEventCard]:
    """See `engine.views.Views.run_events`."""
    chosen = sa.select(runs.c.input["sessions"], runs.c.output["not_held"]).where(runs.c.id == run_id)
    row = connection.execute(chosen).one_or_none()
    if row is None:
        return []
    sessions, off = row[0] or (), {int(event) for event in row[1] or ()}
    free = {int(each["id"]): int(each["capacity"]) for each in sessions}
    given = {each.event_id: each for each in connection.execute(_given(run_id))}
    rows = connection.execute(EVENTS.where(in_ids(events.c.id, free, connection)).order_by(*IN_ORDER))
    return [_event(each, free[each.id], given.get(each.id), held=each.id not in off) for each in rows]


def _given(run_id: int) -> sa.Select[Any]:
    """Seats, people and first choices of each event."""
    return (
        sa.select(
            placements.c.event_id,
            sa.func.sum(placements.c.seats).label("seats"),
            sa.func.count().label("people"),
            sa.func.sum(sa.case((placements.c.rank == 1, 1), else_=0)).label("first"),
        )
        .where(placements.c.run_id == run_id)
        .group_by(placements.c.event_id)
    )


def _event(row: Row, free: int, given: Row | None, *, held: bool) -> RunEventCard:
    if given is None:
        return RunEventCard(named(row), free, 0, 0, 0, held)
    return RunEventCard(named(row), free, int(given.seats), int(given.people), int(given.first), held)


def people_in(
    connection: sa.Connection, run_id: int, event_id: int | None, offset: int, limit: int
) -> Page[PlacedCard]:
    """See `engine.views.Views.run_people`."""
    where = [placements.c.run_id == run_id]
    if event_id is not None:
        where.append(placements.c.event_id == event_id)
    total = sa.select(sa.func.count()).select_from(placements).where(*where)
    found = _placed(connection, where, offset, limit)
    return Page(found, offset, int(connection.execute(total).scalar_one()))


def _placed(
    connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]], offset: int, limit: int
) -> list[PlacedCard]:
    chosen = (
        sa.select(placements, participants.c.name)
        .join(participants, participants.c.id == placements.c.person_id)
        .where(*where)
        .order_by(participants.c.name, placements.c.person_id, placements.c.event_id)
    )
    rows = connection.execute(chosen.offset(offset).limit(limit)).all()
    about = events_of(connection, {row.event_id for row in rows})
    return [
        PlacedCard(row.person_id, row.name, about[row.event_id], row.seats, row.rank, row.reason)
        for row in rows
    ]


def pins_off_of(connection: sa.Connection, run_id: int) -> list[PinOffCard]:
    """See `engine.views.Views.run_pins_off`. What the version is made of is as large as its month, and is only read
    where there are any."""
    off = sa.select(runs.c.output["pins_off"]).where(runs.c.id == run_id)
    if not connection.execute(off).scalar_one_or_none():
        return []
    made_of = sa.select(runs.c.input).where(runs.c.id == run_id)
    found = pins_off(connection.execute(made_of).scalar_one())
    names = names_of(connection, (person for person, _, _ in found))
    about = events_of(connection, (event for _, event, _ in found))
    told = [PinOffCard(person, names[person], about[event], why) for person, event, why in found]
    return sorted(told, key=lambda card: (card.name, card.person_id, card.event.starts_at))


SHORT = sa.select(unplaced, participants.c.name).join(participants, participants.c.id == unplaced.c.person_id)


def short_in(connection: sa.Connection, run_id: int, offset: int, limit: int) -> Page[ShortCard]:
    """See `engine.views.Views.run_short`."""
    chosen = SHORT.where(unplaced.c.run_id == run_id).order_by(participants.c.name, unplaced.c.person_id)
    total = sa.select(sa.func.count()).select_from(unplaced).where(unplaced.c.run_id == run_id)
    rows = connection.execute(chosen.offset(offset).limit(limit)).all()
    return Page(_short(connection, rows), offset, int(connection.execute(total).scalar_one()))


def _short(connection: sa.Connection, rows: Sequence[Row]) -> list[ShortCard]:
    about = events_of(connection, {row.event_id for row in rows if row.event_id is not None})
    return [
        ShortCard(
            person_id=row.person_id,
            name=row.name,
            wanted=row.wanted,
            got=row.got,
            reason=row.reason,
            missed=about.get(row.event_id),
            one_more_seat=bool(row.detail.get("one_more_seat")),
        )
        for row in rows
    ]


def person_in(connection: sa.Connection, run_id: int, person_id: int) -> RunPersonCard | None:
    """See `engine.views.Views.run_person`."""
    name = names_of(connection, (person_id,)).get(person_id)
    period = connection.execute(sa.select(runs.c.period_id).where(runs.c.id == run_id)).scalar_one_or_none()
    if name is None or period is None:
        return None
    own = [placements.c.run_id == run_id, placements.c.person_id == person_id]
    missing = SHORT.where(unplaced.c.run_id == run_id, unplaced.c.person_id == person_id)
    short = _short(connection, connection.execute(missing).all())
    return RunPersonCard(
        person_id=person_id,
        name=name,
        placed=sorted(_placed(connection, own, 0, 100), key=lambda each: each.event.starts_at),
        short=short[0] if short else None,
        credit=_credit(connection, person_id, period),
    )


def _credit(connection: sa.Connection, person_id: int, period_id: int) -> int:
    """Of the last month before this one that was finalized."""
    chosen = sa.select(results.c.credit).where(
        results.c.person_id == person_id, results.c.period_id != period_id
    )
    last = chosen.join(runs, runs.c.id == results.c.run_id).order_by(runs.c.finalized_at.desc())
    found = connection.execute(last.limit(1)).scalar_one_or_none()
    return found or 0


def deeds(kinds: Sequence[str], period_id: int) -> sa.Select[Any]:
    """See `engine.views.Views.month_deed`."""

    def of(subject: str, table: sa.Table) -> sa.ColumnElement[bool]:
        own = sa.select(table.c.id).where(table.c.period_id == period_id)
        return sa.and_(facts.c.subject == subject, facts.c.subject_id.in_(own))

    period = sa.and_(facts.c.subject == "period", facts.c.subject_id == period_id)
    here = sa.or_(period, of("run", runs), of("adjustment", adjustments), of("repair", repairs))
    return cards.DEEDS.where(here, facts.c.kind.in_(kinds)).order_by(facts.c.id.desc()).limit(1)


def telling(connection: sa.Connection, period_id: int) -> TellingCard:
    """See `engine.views.Views.telling`."""
    about = sa.literal("result:") + sa.cast(results.c.id, sa.Text)
    chosen = (
        sa.select(letters.c.status, sa.func.count())
        .join(results, letters.c.subject == about)
        .where(letters.c.kind == "month-result", results.c.period_id == period_id)
        .group_by(letters.c.status)
    )
    found = {status: int(count) for status, count in connection.execute(chosen)}
    waiting = sum(found.pop(status, 0) for status in TELLING)
    return TellingCard(found.pop("sent", 0), waiting, sum(found.values()))


def names_of(connection: sa.Connection, person_ids: Iterable[int]) -> dict[int, str]:
    """See `engine.views.Views.names_of`."""
    chosen = sa.select(participants.c.id, participants.c.name)
    rows = connection.execute(chosen.where(in_ids(participants.c.id, set(person_ids), connection)))
    return {row.id: row.name for row in rows}


def events_of(connection: sa.Connection, event_ids: Iterable[int]) -> dict[int, EventNamed]:
    """See `engine.views.Views.events_of`."""
    rows = connection.execute(EVENTS.where(in_ids(events.c.id, set(event_ids), connection)))
    return {row.id: named(row) for row in rows}

"""One import of participants and priorities: lock, load, judge, write, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from engine.catalogue import CatalogueErrors, PersonPlan, Problem
from engine.catalogue.problems import quoted
from engine.change import after
from engine.facts import BookingMade, Fact, OfferMade
from engine.notices import notices
from engine.ports import Act, Actor, Facts
from engine.rules.priorities import Priority, prioritise
from engine.state import NeedMore
from storage import bulk
from storage.catalogue import slots
from storage.catalogue.writing import Importer
from storage.database import Database
from storage.ids import Ids, OutOfIds
from storage.load import Wanted, Window, load, lock
from storage.recorder import Record, write
from storage.selects import in_ids
from storage.tables import ACTIVE_ENTRY, GUEST, entries, events, facts, participants, services

TRIES = 3
FILLED = 16
"""Seats of one event that are likely to be filled because of it."""

Values = dict[str, Any]
What = Literal["person", "guest", "language", "priority"]


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What becomes of one row of the file. `what`: a new person or guest, another language, or another priority at
    the event or service `place`; `before` and `after` are the values of the latter two."""

    line: int | None
    what: What
    name: str
    place: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """What an import of participants did. `unchanged` rows said what is so already. `offered` and `booked`: places in
    line that were served because of it."""

    changes: tuple[PersonChange, ...]
    unchanged: int
    offered: int = 0
    booked: int = 0
    facts: Facts = field(default_factory=list, compare=False)

    @property
    def made(self) -> int:
        """People who are new."""
        return sum(change.what in ("person", "guest") for change in self.changes)

    @property
    def changed(self) -> int:
        """Languages and priorities that are others than before."""
        return len(self.changes) - self.made


async def import_people(
    database: Database,
    plans: Sequence[PersonPlan],
    now: Callable[[], datetime],
    *,
    dry_run: bool = False,
    by: Importer = Importer(),  # noqa: B008 - frozen
    besides: Callable[[sa.Connection, PeopleReport], None] = lambda _, __: None,
) -> PeopleReport:
    """Make the people who are new, set languages that nobody has chosen, and the priorities of places in line; or with
    `dry_run` only say what would be done. A seat that is free goes to whoever is next by then. `besides` is done in
    the same transaction.

    Raises CatalogueErrors with every row that does not fit what is known, and then has written nothing.
    """
    ids = Ids(database)
    needed = 4 * len(plans) + 16  # a person, a fact each, and as much for the places

    def transaction(connection: sa.Connection) -> PeopleReport:
        report = _Import(connection, ids, now, by).run(plans)
        besides(connection, report)
        if dry_run:
            raise _Enough(report)
        return report

    met = 0
    while True:
        await ids.reserve(needed)
        try:
            return await database.transact(transaction)
        except _Enough as enough:
            return enough.report
        except OutOfIds:  # a fill that reaches far
            needed *= 8
        except IntegrityError:  # somebody in the file has just pressed Start
            met += 1
            if met == TRIES:
                raise


class _Enough(Exception):
    def __init__(self, report: PeopleReport) -> None:
        self.report = report
        super().__init__("dry run")


@dataclass(slots=True)
class _Places:
    """Where priorities are set. For a service's reserve list one of its events is locked, which locks the list too."""

    events: dict[str, int] = field(default_factory=dict)
    services: dict[str, int] = field(default_factory=dict)
    of_service: dict[int, int] = field(default_factory=dict)

    def key(self, plan: PersonPlan) -> tuple[int | None, int]:
        """The event and the service of an entry that the row means; the service counts without an event."""
        return (self.events[plan.event], 0) if plan.event else (None, self.services[plan.service])

    def locks(self, plans: Iterable[PersonPlan]) -> set[int]:
        """The events to lock."""
        return {at for plan in plans if plan.priority is not None and (at := self.at(plan)) is not None}

    def at(self, plan: PersonPlan) -> int | None:
        """The event under whose lock the row is decided; None for a service without events."""
        return self.events[plan.event] if plan.event else self.of_service.get(self.services[plan.service])


class _Import:
    """One try."""

    def __init__(
        self, connection: sa.Connection, ids: Ids, now: Callable[[], datetime], by: Importer
    ) -> None:
        self._connection, self._ids, self._clock, self._by = connection, ids, now, by
        self._now = now()
        self._changes: list[PersonChange] = []
        self._problems: list[Problem] = []

    def run(self, plans: Sequence[PersonPlan]) -> PeopleReport:
        slots.alone(self._connection)
        places = self._places(plans)
        locked = lock(
            self._connection, places.locks(plans), locking=self._connection.dialect.name == "postgresql"
        )
        self._now = self._clock()  # who waited over a deadline is late
        known = self._known(plans)
        self._people(plans, known)
        wanted = self._wanted(plans, known, places)
        if self._problems:
            raise CatalogueErrors(sorted(self._problems, key=lambda problem: problem.line or 0))
        happened = self._prioritise(locked, wanted)
        return self._report(len(plans), happened)

    # --- who there is

    def _known(self, plans: Sequence[PersonPlan]) -> Mapping[int | str, Any]:
        """By Telegram's id, and guests by their name."""
        ids = sorted({plan.telegram_id for plan in plans if plan.telegram_id is not None})
        found: dict[int | str, Any] = {}
        here = in_ids(participants.c.telegram_id, ids, self._connection)
        for row in self._connection.execute(sa.select(participants).where(here)):
            found[row.telegram_id] = row
        names = {plan.name for plan in plans if plan.telegram_id is None}
        if names:
            for row in self._connection.execute(sa.select(participants).where(GUEST)):
                if row.name in names:
                    found[row.name] = row
        return found

    def _people(self, plans: Sequence[PersonPlan], known: Mapping[int | str, Any]) -> None:
        """Make who is new, and set languages."""
        made: dict[int | str, Values] = {}
        languages: dict[int, Values] = {}
        merged = _merged(plans)
        for who, plan in merged.items():
            found = known.get(who)
            if found is None:
                made[who] = self._new(plan)
            elif plan.language not in ("", found.language) and not found.language_chosen:
                languages[found.id] = {"id": found.id, "language": plan.language}
                change = PersonChange(
                    plan.line, "language", plan.shown, before=found.language, after=plan.language
                )
                self._changes.append(change)
        if self._problems:
            return
        if made:
            self._connection.execute(participants.insert(), list(made.values()))
        if languages:
            bulk.write(self._connection, [bulk.Change(participants, list(languages.values()), ("id",))])
        self._note(made.values(), languages.values())

    def _new(self, plan: PersonPlan) -> Values:
        if not plan.name:
            self._wrong(plan, "name", "", "new_name")
        guest = plan.telegram_id is None
        self._changes.append(PersonChange(plan.line, "guest" if guest else "person", plan.shown))
        return {
            "id": self._ids.new(),
            "telegram_id": plan.telegram_id,
            "name": plan.name,
            "language": plan.language or "en",
            "reachable": guest,  # nobody can be written to before they have pressed Start
            "created_at": self._now,
        }

    def _note(self, made: Iterable[Values], changed: Iterable[Values]) -> None:
        """The history of people, without their names."""
        rows = [self._fact(row["id"], 1, {"made": True}) for row in made]
        changed = list(changed)
        versions = self._versions([row["id"] for row in changed]) if changed else {}
        rows += [
            self._fact(
                row["id"], versions.get(row["id"], 0) + 1, {"made": False, "language": row["language"]}
            )
            for row in changed
        ]
        if rows:
            self._connection.execute(facts.insert(), rows)

    def _versions(self, ids: Sequence[int]) -> dict[int, int]:
        of_people = sa.and_(facts.c.subject == "person", in_ids(facts.c.subject_id, ids, self._connection))
        latest = sa.select(facts.c.subject_id, sa.func.max(facts.c.version)).where(of_people)
        return {row[0]: row[1] for row in self._connection.execute(latest.group_by(facts.c.subject_id))}

    def _fact(self, person_id: int, version: int, data: Values) -> Values:
        return {
            "id": self._ids.new(),
            "event_id": None,
            "subject": "person",
            "subject_id": person_id,
            "version": version,
            "kind": "PersonImported",
            "actor_kind": "import",
            "actor_id": self._by.id,
            "actor_name": self._by.name,
            "reason": self._by.reason,
            "at": self._now,
            "data": data,
        }

    # --- with which priority they wait

    def _places(self, plans: Sequence[PersonPlan]) -> _Places:
        """Codes are unique in an account, and this database serves one."""
        places = _Places()
        codes = {plan.event for plan in plans if plan.event}
        lists = {plan.service for plan in plans if plan.service}
        if codes:
            for row in self._connection.execute(sa.select(events.c.id, events.c.code)):
                if row.code in codes:
                    places.events[row.code] = row.id
        if lists:
            for row in self._connection.execute(sa.select(services.c.id, services.c.code)):
                if row.code in lists:
                    places.services[row.code] = row.id
            here = in_ids(events.c.service_id, sorted(places.services.values()), self._connection)
            last = sa.select(events.c.service_id, sa.func.max(events.c.id)).where(here)
            for service_id, event_id in self._connection.execute(last.group_by(events.c.service_id)):
                places.of_service[service_id] = event_id
        return places

    def _wanted(
        self, plans: Sequence[PersonPlan], known: Mapping[int | str, Any], places: _Places
    ) -> dict[int, dict[int, Priority]]:
        """By the event to lock: priorities by the ids of entries."""
        rows = [plan for plan in plans if plan.priority is not None]
        people = sorted({found.id for plan in rows if (found := known.get(plan.who))})
        waiting = self._waiting(people)
        wanted: dict[int, dict[int, Priority]] = defaultdict(dict)
        for plan in rows:
            found = known.get(plan.who)
            entry = waiting.get((found.id, *places.key(plan))) if found else None
            event_id = places.at(plan)
            if found is None or entry is None or event_id is None:
                self._wrong(plan, "event" if plan.event else "service", plan.event or plan.service, "in_line")
            elif entry.priority != plan.priority:
                wanted[event_id][entry.id] = Priority(plan.priority or 0, plan.note)
                change = PersonChange(
                    plan.line,
                    "priority",
                    found.name,
                    plan.event or plan.service,
                    str(entry.priority),
                    str(plan.priority),
                )
                self._changes.append(change)
        return wanted

    def _waiting(self, people: Sequence[int]) -> dict[tuple[int, int | None, int], Any]:
        """Active places by person, event, and without one by service."""
        columns = (
            entries.c.id,
            entries.c.person_id,
            entries.c.event_id,
            entries.c.service_id,
            entries.c.priority,
        )
        theirs = sa.and_(in_ids(entries.c.person_id, people, self._connection), ACTIVE_ENTRY)
        found = self._connection.execute(sa.select(*columns).where(theirs))
        return {
            (row.person_id, row.event_id, 0 if row.event_id is not None else row.service_id): row
            for row in found
        }

    def _prioritise(self, locked: Sequence[Any], priorities: Mapping[int, Mapping[int, Priority]]) -> Facts:
        """The decisions of all events, recorded at once."""
        if not priorities:
            return []
        windows = {row.id: _window(len(priorities.get(row.id, {}))) for row in locked}
        wanted = Wanted(windows=windows, reserve=True)
        wanted.entries = {entry_id for places in priorities.values() for entry_id in places}
        while True:
            states = load(self._connection, locked, wanted, locking=True)
            record = Record(before=states, after=dict(states), now=self._now)
            try:
                happened = [
                    fact for at in sorted(priorities) for fact in self._decide(record, at, priorities[at])
                ]
            except _Widen as more:
                wanted.windows[more.event_id].widen(more.what)
                continue
            write(self._connection, record)
            return happened

    def _decide(self, record: Record, event_id: int, places: Mapping[int, Priority]) -> Facts:
        by = Actor("import", self._by.id, self._by.name)
        act = Act(now=self._now, by=by, new_id=self._ids.new, reason=self._by.reason)
        before = record.after[event_id]
        try:
            happened = prioritise(before, act, places)
            state = after(before, happened, act.now)
            record.add(act, [(fact, notices(fact, state, act, None)) for fact in happened], state)
        except NeedMore as more:
            raise _Widen(event_id, more.what) from None
        return happened

    # --- what came of it

    def _wrong(self, plan: PersonPlan, column: str, found: str, key: str, **values: object) -> None:
        shown = quoted(found) if found else "nothing"
        self._problems.append(Problem(plan.line, column, shown, key, values))

    def _report(self, rows: int, happened: Sequence[Fact]) -> PeopleReport:
        lines = {change.line for change in self._changes}
        return PeopleReport(
            changes=tuple(sorted(self._changes, key=lambda change: change.line or 0)),
            unchanged=rows - len(lines),
            offered=sum(isinstance(fact, OfferMade) for fact in happened),
            booked=sum(isinstance(fact, BookingMade) for fact in happened),
            facts=list(happened),
        )


def _window(places: int) -> Window:
    """Wide enough at once, as ten thousand places are not loaded twice under a lock: whoever is first in the end is
    one of those who get another priority, or behind as many of them at most."""
    return Window(seats=FILLED, line=places + FILLED, reserve=places + FILLED)


class _Widen(Exception):
    def __init__(self, event_id: int, what: str) -> None:
        self.event_id, self.what = event_id, what
        super().__init__(what)


def _merged(plans: Sequence[PersonPlan]) -> dict[int | str, PersonPlan]:
    """One row for each person: the name and language may stand in any of theirs."""
    found: dict[int | str, PersonPlan] = {}
    for plan in plans:
        first = found.setdefault(plan.who, plan)
        found[plan.who] = replace(
            first, name=first.name or plan.name, language=first.language or plan.language
        )
    return found

"""What keeps facts: every part of the storage, on one database and one clock."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.moment import Now
from bot.settings import Settings
from engine.ports import Facts
from storage.calendar import SqlCalendar
from storage.database import Database, open_database
from storage.due import SqlDue
from storage.group_language import SqlGroupLanguages
from storage.locks import SqlLocks
from storage.month import SqlMonths
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.repairs import SqlRepairs
from storage.roles import SqlRoles
from storage.runs import SqlRuns
from storage.schedules import SqlSchedules
from storage.views import SqlViews
from storage.work import SharedWork


class Committed:
    """Tells what was committed to whoever listens by then."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Facts], None]] = []

    def __call__(self, facts: Facts) -> None:
        for listener in self.listeners:
            listener(facts)


@dataclass(frozen=True, slots=True)
class Cellar:
    """The parts."""

    database: Database
    now: Now
    committed: Committed
    work: SharedWork
    views: SqlViews
    people: SqlPeople
    roles: SqlRoles
    calendar: SqlCalendar
    group_languages: SqlGroupLanguages
    months: SqlMonths
    runs: SqlRuns
    repairs: SqlRepairs
    schedules: SqlSchedules
    locks: SqlLocks
    outbox: SqlOutbox
    due: SqlDue


def open_cellar(settings: Settings, now: Now) -> Cellar:
    """On a prepared database; nobody listens yet."""
    database, committed = open_database(settings.database_url), Committed()
    return Cellar(
        database,
        now,
        committed,
        SharedWork(database, now, committed),
        SqlViews(database, now),
        SqlPeople(database, now),
        SqlRoles(database, now),
        SqlCalendar(database, now, committed),
        SqlGroupLanguages(database, now),
        SqlMonths(database, now, committed),
        SqlRuns(database, now, committed),
        SqlRepairs(database, now, committed),
        SqlSchedules(database, now),
        SqlLocks(database, now, committed),
        SqlOutbox(database, now),
        SqlDue(database),
    )

"""One month is ended at a time, and whoever waits too long for its dates meanwhile is told why."""

import sqlalchemy as sa

from engine.refusals import Busy, MonthEnding
from storage.database import NO_LOCK, Database, sqlstate

ONE_END = 0x4E585445  # "NXTE": the advisory lock of whoever ends a month
ENDS = sa.text(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND classid = 0"
    " AND objid = :one AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
).bindparams(one=ONE_END)


def one_at_a_time(connection: sa.Connection) -> None:
    """Each month goes on from the ledger of the one before, so no other one ends until the commit. It is taken before
    the period: nobody who waits for it holds anything. SQLite has one lock for all."""
    if connection.dialect.name != "sqlite":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_END)))


async def why(database: Database, error: Exception) -> Exception:
    """A lock that was not free in time while a month is being ended is MonthEnding; anything else as it is, also where
    that cannot be found out. On SQLite everybody waits for the writer instead."""
    if not isinstance(error, Busy) or sqlstate(error.__cause__) != NO_LOCK:
        return error
    try:
        ends = await database.look(lambda connection: connection.execute(ENDS).scalar_one(), snapshot=False)
    except Exception:  # noqa: BLE001 - whoever waits is answered by what they were refused for
        return error
    if not ends:
        return error
    ending = MonthEnding()
    ending.__cause__ = error.__cause__
    return ending

"""A PostgreSQL database that a test has used, made as good as new, which is cheaper than copying a thousand files."""
# ruff: noqa: S608 - the names in these statements come from the database's own catalogue

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from benchmarks.postgres import PostgresFailed, Server

SCHEMA = """
SELECT concat(conrelid::regclass, ' ', conname, ' ', pg_get_constraintdef(oid), convalidated)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT concat(pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT concat(relname, relkind) FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT concat(attrelid::regclass, ' ', attname, ' ', format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid))
    FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
ORDER BY 1
"""
TABLES = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1"
)
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Wash:
    """What a database was like when it was new: a digest of its schema and of the tables that had rows."""

    digest: str
    kept: tuple[str, ...]
    emptied: tuple[str, ...]

    @classmethod
    def like(cls, server: Server, database: str) -> Wash:
        """Washes databases that are clones of this one."""
        tables = server.sql(TABLES, database).split()
        kept = tuple(table for table in tables if server.sql(f'SELECT 1 FROM "{table}" LIMIT 1', database))
        emptied = tuple(table for table in tables if table not in kept)
        return cls(_digest(server.sql(_look(kept), database)), kept, emptied)

    def washes(self, server: Server, database: str) -> bool:
        """Empty the database. False if it cannot be like new: its schema was touched, or somebody is still there."""
        try:
            others, _, rest = server.sql(f"{self._order()};{_look(self.kept)}", database).partition("\n")
        except PostgresFailed:  # it lacks a table, is gone, or somebody holds a lock
            return False
        return others == "0" and _digest(rest) == self.digest

    def _order(self) -> str:
        """Without triggers, as history refuses to be deleted; in one transaction, as psql sends one string."""
        deletes = "".join(f';DELETE FROM "{table}"' for table in self.emptied)
        return f"SET session_replication_role = replica; SET lock_timeout = '1s'; {OTHERS}{deletes}"


def _look(kept: tuple[str, ...]) -> str:
    return SCHEMA + "".join(f'; SELECT t::text FROM "{table}" t ORDER BY 1' for table in kept)


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()

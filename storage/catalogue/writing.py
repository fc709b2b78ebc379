"""Rows made or changed by an import, each with its fact; collected first, then one bulk statement a table."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from storage.by_account import next_version
from storage.catalogue.columns import Values
from storage.catalogue.report import Change, ImportReport, Subject
from storage.ids import Ids
from storage.tables import accounts, events, facts, series, services


@dataclass(frozen=True, slots=True)
class Importer:
    """Who brought the file, as it stands in the history; id 0 is the command line."""

    id: int = 0
    name: str = ""
    reason: str = ""
    kind: Literal["import", "job"] = "import"


class Writing:
    """Compares and collects; nothing is written before `flush`."""

    def __init__(self, connection: sa.Connection, ids: Ids, now: datetime, by: Importer) -> None:
        self.connection = connection
        self._ids, self._now, self._by = ids, now, by
        self._inserts: dict[str, list[Values]] = defaultdict(list)
        self._updates: list[sa.Update] = []
        self._facts: list[Values] = []
        self._changes: list[Change] = []
        self._unchanged = 0

    def rows(self, statement: sa.Select[Any]) -> dict[str, Any]:
        """By code."""
        return {row.code: row for row in self.connection.execute(statement)}

    def put(
        self, subject: Subject, table: sa.Table, row: Any, values: Values, code: str, fact: str = ""
    ) -> int:
        """The row's id: a new row if there was none, else the one that was met, changed where it differs. `fact`: what
        its history calls that, if not an import."""
        if row is None:
            row_id = self._ids.new()
            self._inserts[table.name].append({"id": row_id, **values})
            self._note(Change(subject, row_id, code, made=True), 1, values, fact)
            return row_id
        before = row._mapping
        fields = {name: (before[name], value) for name, value in values.items() if before[name] != value}
        if not fields:
            self._unchanged += 1
            return int(row.id)
        version = row.version + 1 if table is events else next_version(self.connection, subject, row.id)
        changed = {name: value for name, (_, value) in fields.items()}
        if table is events:
            changed["version"] = version
        self._updates.append(sa.update(table).where(table.c.id == row.id).values(changed))
        self._note(Change(subject, row.id, code, made=False, fields=fields), version, fields)
        return int(row.id)

    def flush(self) -> ImportReport:
        """Write everything that was collected."""
        for table in (accounts, services, series, events):
            if made := self._inserts[table.name]:
                self.connection.execute(table.insert(), made)
        for statement in self._updates:
            self.connection.execute(statement)
        if self._facts:
            self.connection.execute(facts.insert(), self._facts)
        return ImportReport(tuple(self._changes), self._unchanged, dry_run=False)

    def _note(self, change: Change, version: int, data: Values, fact: str = "") -> None:
        self._changes.append(change)
        self._facts.append(
            {
                "id": self._ids.new(),
                "event_id": change.id if change.subject == "event" else None,
                "subject": change.subject,
                "subject_id": change.id,
                "version": version,
                "kind": fact or f"{change.subject.capitalize()}Imported",
                "actor_kind": self._by.kind,
                "actor_id": self._by.id,
                "actor_name": self._by.name,
                "reason": self._by.reason,
                "at": self._now,
                "data": {"code": change.code, "made": change.made, "values": data},
            }
        )

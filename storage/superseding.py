"""Letters to people who wish for a date, of which several may wait until the morning: the newest takes the place of
those that were not read yet, and says from which date on, as far as the reader knows it."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from storage.selects import in_ids
from storage.tables import letters

MOVED = "wished-moved"
KINDS = (MOVED, "wished-cancelled")


def supersede(connection: sa.Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Before these letters are written; those of other kinds stay as they are. One statement however many they are."""
    fresh = [row for row in rows if row["kind"] in KINDS]
    if not fresh:
        return
    waiting = sa.and_(
        letters.c.status == "queued",
        letters.c.kind == MOVED,
        letters.c.subject.in_(sorted({row["subject"] for row in fresh})),
        in_ids(letters.c.person_id, sorted({row["person_id"] for row in fresh}), connection),
    )
    dropped = sa.update(letters).where(waiting).values(status="dropped", error="a newer one says it")
    unread = connection.execute(dropped.returning(letters.c.subject, letters.c.person_id, letters.c.data))
    known = {(row.subject, row.person_id): row.data["was"] for row in unread}
    for row in fresh:
        if was := known.get((row["subject"], row["person_id"])):
            row["data"] = {**row["data"], "was": was}

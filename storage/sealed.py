"""Whether the history still is what was sealed."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from storage.seals import FIRST, UNSEALED, digest
from storage.tables import anchors, facts, seal_facts, seals

LAG = timedelta(hours=1)
"""A commit takes seconds; clocks of replicas may differ by minutes."""

MEMBERS = (
    sa.select(*facts.c)
    .join(seal_facts, seal_facts.c.fact_id == facts.c.id)
    .where(seal_facts.c.seal_id == sa.bindparam("seal", type_=sa.BigInteger))
    .order_by(facts.c.id)
)
LOST = (
    sa.select(seal_facts.c.seal_id).where(~sa.exists().where(seals.c.id == seal_facts.c.seal_id)).distinct()
)


def broken_seals(connection: sa.Connection) -> list[int]:
    """Seals that do not say what they should, the first one first: a fact of theirs was changed, taken or added, the
    row is another, the one before it is another or is gone, or the admins were told another hash."""
    broken = {seal for seal, is_whole in _chain(connection) if not is_whole}
    told = sa.select(anchors.c.seal_id).outerjoin(seals, seals.c.id == anchors.c.seal_id)
    wrong = told.where(seals.c.hash.is_distinct_from(anchors.c.hash))
    return sorted(broken.union(connection.execute(LOST).scalars(), connection.execute(wrong).scalars()))


def strays(connection: sa.Connection) -> list[int]:
    """Facts that no seal has, although whoever sealed last had seen everything that is as old: they came in by another
    way, with a date of the past."""
    swept = connection.execute(sa.select(sa.func.max(seals.c.swept_at))).scalar_one()
    if swept is None:
        return []
    return list(connection.execute(sa.select(facts.c.id).where(UNSEALED, facts.c.at < swept - LAG)).scalars())


def _chain(connection: sa.Connection) -> Iterator[tuple[int, bool]]:
    before, number = FIRST, 1
    for seal in connection.execute(sa.select(seals).order_by(seals.c.id)).mappings().all():
        follows = seal["previous"] == before and seal["id"] == number
        yield seal["id"], follows and _is_whole(connection, seal)
        before, number = seal["hash"], seal["id"] + 1


def _is_whole(connection: sa.Connection, seal: Any) -> bool:
    try:
        rows = connection.execute(MEMBERS, {"seal": seal["id"]}).all()
        return seal["hash"] == digest(seal, rows) and seal["count"] == len(rows) and _in_time(seal, rows)
    except (TypeError, ValueError):  # SQLite keeps anything in any column
        return False


def _in_time(seal: Any, rows: Iterable[Any]) -> bool:
    return seal["swept_at"] is None or all(row.at >= seal["swept_at"] - LAG for row in rows)

"""Seals: some seconds after they were committed, facts are put into blocks, and the blocks form a chain.

Decisions are committed in many lanes at once and never wait for the chain. A block is some facts that no seal has; its
hash is over the hash before it, its own row and each of its facts by id. Ids are no order of commits, as each lane has
ids of its own, and neither are moments, quite: a run looks at what happened since some minutes before everything was
sealed, and now and then at all there is. Two replicas that seal at once give their seals the same number, and one of
them takes back everything it has done.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from storage import bulk
from storage.database import Database
from storage.rows import Values
from storage.tables import Instant, facts, seal_facts, seals

BLOCK = 1_000
AT_ONCE = 20
"""Blocks in one run of the job, so that a rush is not kept from its processor."""
LAG = timedelta(minutes=10)
"""From the moment of a fact to its commit, which takes seconds, by the clocks of any two replicas."""
SWEEP = timedelta(hours=1)
FIRST = "0" * 64
"""What stands before the first seal."""
EXACT = 2**53
"""Whole numbers beyond are kept as each database writes them."""


def canonical(value: Any) -> Any:
    """The same for the same JSON, however a database has written its numbers; keys are sorted when it is dumped."""
    if isinstance(value, dict):
        return {key: canonical(part) for key, part in value.items()}
    if isinstance(value, list):
        return [canonical(part) for part in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return int(value)
    return value


def _line(row: Any) -> bytes:
    values = {
        str(name): value.astimezone(UTC).isoformat() if isinstance(value, datetime) else canonical(value)
        for name, value in row.items()
    }
    return orjson.dumps(values, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def digest(seal: Values, rows: Sequence[Any]) -> str:
    """The hash of a seal: over its row, which names the hash before it, and its facts by id. Hexadecimal SHA-256."""
    found = hashlib.sha256(_line({name: value for name, value in seal.items() if name != "hash"}))
    for row in rows:
        found.update(_line(row._mapping))
    return found.hexdigest()


LAST = sa.select(seals).order_by(seals.c.id.desc()).limit(1)
UNSEALED = ~sa.exists().where(seal_facts.c.fact_id == facts.c.id)
NEXT = sa.select(*facts.c).where(UNSEALED).limit(sa.bindparam("most", type_=sa.Integer))
RECENT = NEXT.where(facts.c.at >= sa.bindparam("place", type_=Instant)).order_by(facts.c.at, facts.c.id)
ALL = NEXT.where(facts.c.id > sa.bindparam("place", type_=sa.BigInteger)).order_by(facts.c.id)


@dataclass(frozen=True, slots=True)
class _Block:
    seal: Values
    fact_ids: tuple[int, ...]
    end: int | datetime
    """Where the next one begins."""


class SqlSeals:
    """Seals what was committed."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._whole: datetime | None = None
        """What was committed before is sealed, as far as this process knows."""
        self._swept: datetime | None = None
        """When it last looked at everything."""

    async def seal(self) -> int:
        """Everything that was committed, or as much as one run may; how many facts."""
        began, count = self._now(), 0
        sweeps = self._whole is None or self._swept is None or began - self._swept >= SWEEP
        place: int | datetime = 0 if sweeps or self._whole is None else self._whole - LAG
        for _ in range(AT_ONCE):
            block = await self._database.look(partial(self._next, place))
            if block is not None:
                if not await self._written(block):
                    return count
                count += len(block.fact_ids)
                place = block.end
            if block is None or len(block.fact_ids) < BLOCK:
                self._whole, self._swept = began, began if sweeps else self._swept
                return count
        return count

    def _next(self, place: int | datetime, connection: sa.Connection) -> _Block | None:
        last = connection.execute(LAST).one_or_none()
        statement = ALL if isinstance(place, int) else RECENT
        found = connection.execute(statement, {"place": place, "most": BLOCK}).all()
        if not found:
            return None
        end = found[-1].id if isinstance(place, int) else found[-1].at
        rows = sorted(found, key=lambda row: row.id)
        known = [moment for moment in (self._whole, last.swept_at if last else None) if moment is not None]
        ids = tuple(row.id for row in rows)
        seal = {
            "id": last.id + 1 if last else 1,
            "first_id": ids[0],
            "last_id": ids[-1],
            "count": len(ids),
            "swept_at": max(known, default=None),
            "sealed_at": self._now(),
            "previous": last.hash if last else FIRST,
        }
        return _Block({**seal, "hash": digest(seal, rows)}, ids, end)

    async def _written(self, block: _Block) -> bool:
        """All of it or nothing; False when another replica was faster."""
        members = [{"fact_id": fact_id, "seal_id": block.seal["id"]} for fact_id in block.fact_ids]
        changes = (bulk.Change(seals, [block.seal]), bulk.Change(seal_facts, members))
        try:
            await self._database.transact(lambda connection: bulk.write(connection, changes))
        except IntegrityError:
            return False
        return True

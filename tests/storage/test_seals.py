"""The history is sealed once, whole, in a chain; whatever is changed later is found, and where."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from storage import bulk
from storage import sealed as sealed_rules
from storage import seals as sealing
from storage.anchors import SqlAnchors
from storage.database import Database, open_database
from storage.doctor import Finding, examine
from storage.seals import FIRST, SqlSeals, canonical, digest
from storage.tables import anchors, facts, letters, seal_facts, seals
from tests.storage.unguarded import without
from tests.storage.world import HOUR, NOW, Planting, plant

PAST = "no fact came in"
CHAIN = "each seal is over"


def now() -> datetime:
    return NOW


async def rows(database: Database, table: sa.Table) -> list[Any]:
    chosen = sa.select(table).order_by(*table.primary_key)
    found: list[Any] = await database.look(lambda connection: list(connection.execute(chosen)))
    return found


async def add(database: Database, *ids: int, at: datetime = NOW) -> None:
    """Facts about nothing that has a row."""

    def write(connection: sa.Connection) -> None:
        planting = Planting(connection)
        for fact_id in ids:
            planting.put(
                facts, id=fact_id, event_id=1, subject="note", subject_id=fact_id, version=1, kind="NoteMade",
                actor_kind="job", actor_id=0, at=at, data={"b": 1, "a": [1.5, {"z": None, "y": "ő"}]},
            )  # fmt: skip

    await database.transact(write)


async def findings(database: Database) -> dict[str, Finding]:
    return {f.name: f for f in await examine(database, NOW) if f.number == 13}


async def first_broken(database: Database) -> int:
    (name,) = await findings(database)
    assert name.startswith(CHAIN)
    return int((await findings(database))[name].found[0])


@pytest.fixture
async def chain(world: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The world's facts in seals of four."""
    monkeypatch.setattr(sealing, "BLOCK", 4)
    assert await SqlSeals(world, now).seal() == len(await rows(world, facts))
    return world


async def test_every_fact_is_in_one_seal_and_the_seals_are_a_chain(chain: Database) -> None:
    made, members = await rows(chain, seals), await rows(chain, seal_facts)
    assert [m.fact_id for m in members] == [f.id for f in await rows(chain, facts)]
    assert [s.id for s in made] == list(range(1, len(made) + 1)) and len(made) > 4
    assert [s.previous for s in made] == [FIRST, *(s.hash for s in made[:-1])]
    assert [s.count for s in made] == [sum(m.seal_id == s.id for m in members) for s in made]
    assert await SqlSeals(chain, now).seal() == 0
    assert await examine(chain, NOW) == []


async def test_a_fact_committed_late_with_a_smaller_id_is_sealed(world: Database) -> None:
    sealer = SqlSeals(world, now)
    await sealer.seal()
    await add(world, 5, 90_001)
    assert await sealer.seal() == 2
    await add(world, 6)
    assert await sealer.seal() == 1
    assert [s.first_id for s in await rows(world, seals)][-2:] == [5, 6]
    assert await examine(world, NOW) == []


async def test_a_moment_from_long_ago_waits_for_the_next_look_at_everything(world: Database) -> None:
    moment = NOW
    sealer = SqlSeals(world, lambda: moment)
    await sealer.seal()
    await add(world, 5, at=NOW - 2 * sealing.LAG)
    assert await sealer.seal() == 0
    moment += sealing.SWEEP
    assert await sealer.seal() == 1


async def test_a_run_ends_and_the_next_goes_on(world: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BLOCK", 3)
    monkeypatch.setattr(sealing, "AT_ONCE", 2)
    sealer, total = SqlSeals(world, now), len(await rows(world, facts))
    runs = list(itertools.takewhile(bool, [await sealer.seal() for _ in range(total)]))
    assert runs[0] == 6 and sum(runs) == total
    assert await examine(world, NOW) == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE facts SET reason = 'somebody else' WHERE id = {fact}",
        "UPDATE facts SET actor_name = 'Eve' WHERE id = {fact}",
        "UPDATE facts SET at = '2026-11-20 08:00:00' WHERE id = {fact}",
        "UPDATE facts SET data = '{{\"x\": 1}}' WHERE id = {fact}",
        "UPDATE facts SET id = 77 WHERE id = {fact}",
        "DELETE FROM facts WHERE id = {fact}",
        "DELETE FROM seal_facts WHERE fact_id = {fact}",
        "UPDATE seal_facts SET seal_id = 1 WHERE fact_id = {fact}",
        "UPDATE seals SET count = 3 WHERE id = {seal}",
        "UPDATE seals SET hash = '00' WHERE id = {seal}",
        "UPDATE seals SET sealed_at = '2026-11-20 08:00:00' WHERE id = {seal}",
        "DELETE FROM seals WHERE id = {seal}",
        "INSERT INTO seal_facts (fact_id, seal_id) VALUES (5, {seal})",
    ],
)
async def test_tampering_is_found_at_its_seal(chain: Database, tampering: str) -> None:
    await add(chain, 5)
    seal, fact = await _some_seal(chain)
    engine = await without(chain, GUARDS)
    async with engine.begin() as connection:
        await connection.execute(sa.text(tampering.format(seal=seal, fact=fact).replace(":", r"\:")))
    await engine.dispose()
    expected = 1 if "SET seal_id = 1" in tampering else seal
    assert await first_broken(chain) == expected


GUARDS = (
    "facts_unchanged facts_undeleted seals_unchanged seals_undeleted seal_facts_unchanged seal_facts_undeleted "
    "fk_seal_facts_seal_id fk_letters_fact_id"
)


async def _some_seal(database: Database) -> tuple[int, int]:
    """A seal in the middle, and a fact of it that no letter names."""
    members = [m for m in await rows(database, seal_facts) if m.seal_id == 3]
    return 3, members[0].fact_id


async def test_what_no_json_is_is_found_too(chain: Database) -> None:
    if not chain.is_sqlite:
        return  # PostgreSQL keeps none
    engine = await without(chain, "facts_unchanged")
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE facts SET data = 'x' WHERE id = 1010"))
        await connection.execute(sa.text("UPDATE facts SET at = 'y' WHERE id = 1002"))
    await engine.dispose()
    (finding,) = (await findings(chain)).values()
    assert finding.found == (1, 3)


async def test_the_guards_refuse_to_change_the_chain(chain: Database) -> None:
    for table in (seals, seal_facts, anchors):
        column = next(iter(table.c))
        if table is anchors:
            await chain.execute(anchors.insert().values(day="2026-01-01", seal_id=1, hash="x", at=NOW))
        for statement in (sa.update(table).values({column: column}), sa.delete(table)):
            with pytest.raises(sa.exc.DBAPIError, match="history is only added to"):
                await chain.execute(statement)


async def test_a_fact_with_a_date_of_the_past_is_found_before_and_after_it_is_sealed(world: Database) -> None:
    moment = NOW - HOUR
    sealer = SqlSeals(world, lambda: moment)
    await sealer.seal()
    moment = NOW
    await add(world, 2001)
    await sealer.seal()
    await sealer.seal()
    assert await findings(world) == {}
    await add(world, 2002)
    await sealer.seal()
    await add(world, 2003, at=NOW - 2 * HOUR)
    ((name, finding),) = (await findings(world)).items()
    assert name.startswith(PAST) and finding.found == (2003,)
    moment += sealing.SWEEP
    await sealer.seal()
    assert await first_broken(world) == max(s.id for s in await rows(world, seals))


async def test_a_chain_made_anew_is_not_what_the_admins_were_told(chain: Database) -> None:
    moment = NOW
    told = SqlAnchors(chain, lambda: moment)
    moment += timedelta(days=1)
    assert await told.tell()
    engine = await without(chain, GUARDS)
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE facts SET reason = 'mine' WHERE id = 1001"))
        await connection.run_sync(_made_anew)
    await engine.dispose()
    assert await first_broken(chain) == max(s.id for s in await rows(chain, seals))


def _made_anew(connection: sa.Connection) -> None:
    before = FIRST
    for seal in connection.execute(sa.select(seals).order_by(seals.c.id)).mappings().all():
        members = connection.execute(sealed_rules.MEMBERS, {"seal": seal["id"]}).all()
        made = {**seal, "previous": before}
        before = digest(made, members)
        connection.execute(
            sa.update(seals).where(seals.c.id == seal["id"]).values(previous=made["previous"], hash=before)
        )


# ----------------------------------------------------------------------------------------- races and kills


async def test_facts_committed_while_two_replicas_seal_are_sealed_once(
    world: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BLOCK", 7)
    other = open_database(world.write.url.render_as_string(hide_password=False))
    ids = [n for k in range(40) for n in (100_000 - k, 5_000 + k)]
    done = asyncio.Event()

    async def commit() -> None:
        for one in ids:
            await add(world, one)
        done.set()

    async def keep_sealing(sealer: SqlSeals) -> int:
        count = 0
        while not done.is_set():
            count += await sealer.seal()
            await asyncio.sleep(0)
        return count

    sealers = [SqlSeals(database, now) for database in (world, other)]
    sealed = asyncio.gather(*map(keep_sealing, sealers))
    await commit()
    counts = await sealed
    rest = await sealers[0].seal()
    await other.close()
    everything = [f.id for f in await rows(world, facts)]
    assert sum(counts) + rest == len(everything)
    assert [m.fact_id for m in await rows(world, seal_facts)] == everything
    assert await examine(world, NOW) == []


class Killed(Exception):
    pass


async def test_a_sealing_that_dies_leaves_nothing(world: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    real = bulk.write

    def die(connection: sa.Connection, changes: Any) -> None:
        real(connection, changes)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(bulk, "write", die)
        with pytest.raises(Killed):
            await SqlSeals(world, now).seal()
    assert await rows(world, seals) == [] == await rows(world, seal_facts)
    assert await SqlSeals(world, now).seal() == len(await rows(world, facts))


# ------------------------------------------------------------------------------------------------ canonical


async def test_the_chain_is_the_same_on_both_databases(sqlite_url: str, postgres_url: str) -> None:
    hashes = []
    for url in (sqlite_url, postgres_url):
        database = open_database(url)
        await database.transact(plant)
        await add(database, 3)
        await SqlSeals(database, now).seal()
        hashes.append([s.hash for s in await rows(database, seals)])
        await database.close()
    assert hashes[0] == hashes[1]


def test_numbers_are_the_same_however_they_are_written() -> None:
    assert canonical({"b": [1.0, 2.5, -0.0], "a": 1e300}) == {"b": [1, 2.5, 0], "a": 1e300}
    assert isinstance(canonical(1.0), int) and isinstance(canonical(1e300), float)


# -------------------------------------------------------------------------------------------------- anchors


async def test_the_admins_are_told_once_a_day_after_eight_and_only_news(chain: Database) -> None:
    moment = NOW
    told = SqlAnchors(chain, lambda: moment)
    assert not await told.tell(), "the first day is not over"
    moment = datetime(2026, 11, 21, 6, 59, tzinfo=UTC)  # one minute to eight in Budapest
    assert not await told.tell()
    moment += timedelta(minutes=1)
    others = [SqlAnchors(chain, lambda: moment) for _ in range(3)]
    assert sorted(await asyncio.gather(told.tell(), *(other.tell() for other in others))) == [False] * 3 + [
        True
    ]
    (anchor,), last = await rows(chain, anchors), (await rows(chain, seals))[-1]
    assert (anchor.day, anchor.seal_id, anchor.hash) == ("2026-11-21", last.id, last.hash)
    (letter,) = [row for row in await rows(chain, letters) if row.kind == "alert-history"]
    assert letter.person_id is None and letter.data["hash"] == last.hash
    assert letter.data["count"] == len(await rows(chain, facts))
    moment += timedelta(days=1)
    assert not await told.tell(), "nothing new was sealed"
    await add(chain, 5_000, at=moment)
    await SqlSeals(chain, lambda: moment).seal()
    assert await told.tell()
    assert await findings(chain) == {}


async def test_nothing_is_told_of_an_empty_house(database: Database) -> None:
    assert not await SqlAnchors(database, now).tell()
    assert await SqlSeals(database, now).seal() == 0

"""The databases that tests get are real, fresh and apart from each other."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from tests.postgres import Databases, PostgresFailed, running_postgres

ROOT = Path(__file__).parents[2]


async def query(url: str, *statements: str) -> list[str]:
    """The first column of the last statement's rows; everything is committed."""
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            for statement in statements[:-1]:
                await connection.execute(sa.text(statement))
            result = await connection.execute(sa.text(statements[-1]))
            return [str(row[0]) for row in result] if result.returns_rows else []
    finally:
        await engine.dispose()


async def test_a_database_keeps_what_is_committed(database_url: str) -> None:
    await query(database_url, "CREATE TABLE kept (word TEXT)", "INSERT INTO kept VALUES ('Jógaóra')")
    assert await query(database_url, "SELECT word FROM kept") == ["Jógaóra"]


async def test_postgres_is_real_and_commits_before_it_answers(postgres_url: str) -> None:
    assert (await query(postgres_url, "SELECT version()"))[0].startswith("PostgreSQL 18")
    assert await query(postgres_url, "SHOW synchronous_commit") == ["on"]
    assert await query(postgres_url, "SELECT lower('ÁRVÍZ')") == ["árvíz"]


async def test_two_databases_know_nothing_of_each_other(postgres: Databases) -> None:
    with postgres.fresh() as first, postgres.fresh() as second:
        await query(first, "CREATE TABLE only_here (n INT)")
        with pytest.raises(sa.exc.ProgrammingError, match="only_here"):
            await query(second, "SELECT n FROM only_here")


async def test_a_template_is_prepared_once_and_cloned(postgres: Databases) -> None:
    prepared: list[str] = []

    def prepare(url: str) -> None:
        prepared.append(url)
        asyncio.run(query(url, "CREATE TABLE planted (n INT)", "INSERT INTO planted VALUES (7)"))

    with running_postgres(fsync=False) as server:
        databases = Databases(server, prepare)
        for _ in range(2):
            with databases.fresh() as url:
                assert await query(url, "UPDATE planted SET n = n + 1 RETURNING n") == ["8"]
        with databases.empty() as url, pytest.raises(sa.exc.ProgrammingError, match="planted"):
            await query(url, "SELECT n FROM planted")
        databases.close()
        assert server.sql("SELECT count(*) FROM pg_database WHERE datname LIKE 'empty%'") == "0"
    assert len(prepared) == 1


def test_a_failing_template_says_why() -> None:
    def prepare(url: str) -> None:
        raise ValueError("migration 7 is broken")

    with running_postgres(fsync=False) as server:
        databases = Databases(server, prepare)
        with pytest.raises(ValueError, match="migration 7"), databases.fresh():
            pass
        databases.close()


def test_what_was_committed_survives_a_crash_of_the_server() -> None:
    with running_postgres() as server:  # as the benchmarks have it: what is committed is on the disk
        assert server.sql("SHOW fsync") == "on"
        server.sql("CREATE TABLE survivors (n INT)")
        server.sql("INSERT INTO survivors VALUES (1)")
        server.stop()
        with pytest.raises(PostgresFailed, match="refused"):
            server.sql("SELECT 1")
        server.start()
        assert server.sql("SELECT n FROM survivors") == "1"


def test_no_server_outlives_a_killed_owner() -> None:
    code = (
        "import sys\n"
        "from tests.postgres import running_postgres\n"
        "with running_postgres(fsync=False) as server:\n"
        "    print(server.folder, server.port, flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=-1, stdout=-1, text=True) as owner:
        assert owner.stdout is not None
        folder = Path(owner.stdout.readline().split()[0])
        pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        owner.kill()
    patience = time.monotonic() + 20
    while folder.exists():
        assert time.monotonic() < patience, "the data is still there"
        time.sleep(0.05)
    if Path("/proc/self/stat").exists() and Path(f"/proc/{pid}/stat").exists():
        assert Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    else:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, signal.SIG_DFL)

"""What every test stands on: databases of its own on SQLite and on a real PostgreSQL, and no network but loopback."""

from __future__ import annotations

import asyncio
import gc
import ipaddress
import shutil
import socket
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings

from bot.on_demand import import_aiogram
from storage.migrate import migrate
from tests.postgres import Databases, Prepare, running_postgres
from tests.scheduling import Together
from tests.short import left_to_a_full_run
from tests.turns import take_turns

import_aiogram()  # as the bot does: seconds less in each process
structlog.configure(
    [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
)
"""Drawing tracebacks with colours and every local takes longer than the taps that cause them."""

# ------------------------------------------------------------------------------------------------- databases


@pytest.fixture(scope="session")
def prepare_database() -> Prepare | None:
    """Run once per session and database kind on the template of which every test gets a copy: the migrations."""
    return lambda url: asyncio.run(_migrated(url))


async def _migrated(url: str) -> None:
    await migrate(url)


@pytest.fixture(scope="session")
def postgres(prepare_database: Prepare | None) -> Iterator[Databases]:
    """A PostgreSQL of this test process alone, so that no lock and no load comes from another one.

    Without fsync: a killed process loses nothing by it, and no test cuts the power. Benchmarks keep it on.
    """
    with running_postgres(fsync=False) as server:
        databases = Databases(server, prepare_database)
        yield databases
        databases.close()


@pytest.fixture
def postgres_url(postgres: Databases) -> Iterator[str]:
    """A database that no other test has seen, with everything that the migrations make."""
    with postgres.fresh() as url:
        yield url


@pytest.fixture
def empty_postgres_url(postgres: Databases) -> Iterator[str]:
    """A database with nothing in it, not even our tables."""
    with postgres.empty() as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(
    prepare_database: Prepare | None, tmp_path_factory: pytest.TempPathFactory
) -> Path | None:
    """A file with everything that the migrations make."""
    if prepare_database is None:
        return None
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    with ThreadPoolExecutor(max_workers=1) as thread:  # where it may run an event loop of its own
        thread.submit(prepare_database, f"sqlite+aiosqlite:///{path}").result()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path | None, tmp_path: Path) -> str:
    """A database file that no other test has seen, with everything that the migrations make."""
    path = tmp_path / "nextseat.db"
    if sqlite_template is not None:
        for part in sqlite_template.parent.glob("template.db*"):  # with its write-ahead log, if it has one
            shutil.copyfile(part, path.with_name(part.name.replace("template.db", path.name)))
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


# -------------------------------------------------------------------------------------------------- loopback


class NotLoopback(BaseException):
    """A test reached for the network. Not an `Exception`, so that no retry takes it for an outage."""


@pytest.fixture(scope="session", autouse=True)
def loopback_only() -> Iterator[None]:
    """Refuse sockets and name look-ups that would leave this machine, before anything is sent."""
    with pytest.MonkeyPatch.context() as patch:
        for name, place in (("connect", 0), ("connect_ex", 0), ("bind", 0), ("sendto", -1)):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), place))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _guarded(original: Callable[..., Any], place: int) -> Callable[..., Any]:
    def call(self: socket.socket, *args: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_beyond_loopback(str(args[place][0]))
        return original(self, *args)

    return call


def _guarded_lookup(original: Callable[..., Any]) -> Callable[..., Any]:
    def call(host: str | bytes | None, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None:  # None asks for this machine's own addresses
            _refuse_beyond_loopback(name)
        return original(host, *args, **options)

    return call


def _refuse_beyond_loopback(host: str) -> None:
    try:
        inside = ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = host == "localhost"
    if not inside:
        raise NotLoopback(f"tests talk to this machine only (127.0.0.1, ::1, localhost), not to {host!r}")


# ---------------------------------------------------------------------------------------- short, full and long

# What is slow on a busy machine is not wrong, so no example has a deadline.
settings.register_profile(
    "full",
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("short", settings.get_profile("full"), max_examples=15, stateful_step_count=20)
settings.register_profile("long", settings.get_profile("full"), max_examples=2000, stateful_step_count=100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run every test that does not take minutes")
    parser.addoption(
        "--long", action="store_true", help="run the long tests too, and far more generated examples"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and config.args_source is config.ArgsSource.ARGS:
        config.option.full = True  # whoever names tests wants them; the workers are told
    settings.load_profile(_depth(config))


def _depth(config: pytest.Config) -> str:
    return next((depth for depth in ("long", "full") if config.getoption(depth)), "short")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: the garbage collector need not look at it, now or ever."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    depth = _depth(config)
    if depth == "long":
        return
    take_turns(items)
    left = {item for item in items if item.get_closest_marker("long")}
    if depth == "short":
        left.update(left_to_a_full_run([item for item in items if item not in left]))
    if left:
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = [item for item in items if item not in left]

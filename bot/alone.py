"""One bot process on one SQLite file: an operating-system lock on a file beside it, given back even by a crash."""

import fcntl
from pathlib import Path
from typing import IO

import sqlalchemy as sa


class NotAlone(Exception):
    """Another bot process has this database open."""


def alone(url: str) -> IO[str] | None:
    """Take the lock and keep it as long as the returned file is open; None for PostgreSQL, which takes many.

    Raises NotAlone.
    """
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    path = Path(f"{parsed.database}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise NotAlone(
            f"another bot process uses {parsed.database}: stop it, or use PostgreSQL for several replicas"
        ) from None
    return file

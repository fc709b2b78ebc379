"""A process that finalizes a month and dies on the way: nothing is rolled back, nothing is closed, nobody is told.

It reads orders, a line of JSON each, and forks a process for each of them; for each it says what that one was about to
do when it died.
"""

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.services import runs
from engine.services.who import AdminTap
from storage.database import open_database
from storage.runs import SqlRuns
from tests.services.test_one_commit import writer

TOLD = "TOLD"
"""Everything is committed; whoever tapped has not been answered."""


@dataclass(frozen=True, slots=True)
class Order:
    """`at`: the number of the statement that never comes, from 0; commits count as statements."""

    url: str
    now: str
    period_id: int
    run_id: int
    update_id: int
    at: int


class Dying:
    """Dies before the statement of this number."""

    def __init__(self, at: int) -> None:
        self.left = at

    def statement(self, _c: Any, _cursor: Any, sql: str, *_: Any) -> None:
        self.comes(sql)

    def commit(self, _: Any) -> None:
        self.comes("COMMIT")

    def comes(self, what: str) -> None:
        if not self.left:
            dies(what)
        self.left -= 1


def dies(what: str) -> None:
    """As by `kill -9`."""
    says(what)
    os.kill(os.getpid(), signal.SIGKILL)


def says(what: str) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


async def finalize(order: Order) -> None:
    """Up to where it dies; at the latest when all is done."""
    database, dying = open_database(order.url), Dying(order.at)
    sa.event.listen(writer(database), "before_cursor_execute", dying.statement)
    sa.event.listen(writer(database), "commit", dying.commit)
    now = datetime.fromisoformat(order.now)
    work = SqlRuns(database, lambda: now, lambda _: dies(TOLD))
    await runs.finalize(work, AdminTap(900, "Ada", order.update_id), order.period_id, order.run_id)


def main() -> None:
    for line in sys.stdin:
        if not (child := os.fork()):
            asyncio.run(finalize(Order(**json.loads(line))))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            says(f"died of something else: {status}")


if __name__ == "__main__":
    main()

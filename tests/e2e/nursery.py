"""Bot processes that start in a blink: a process that has imported everything forks one for each start.

Each is a real process of its own and can be killed at any moment; only the seconds of importing are saved. Orders come
on standard input, a line each: a JSON object of settings starts a bot, its process id is printed.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Nursery:
    """Starts bots. Ends with the tests of this process."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.e2e.nursery"]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start(self, values: dict[str, str], log: Path) -> Bot:
        """Start a bot; it is working on its own start when this returns. What it says is added to the log."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({**values, "NURSERY_LOG": str(log)}) + "\n")
        self._process.stdin.flush()
        return Bot(int(self._process.stdout.readline()), values, log)

    def close(self) -> None:
        """No more bots; those that still live, as a test has failed, end as well."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@dataclass
class Bot:
    """A process of its own."""

    pid: int
    values: dict[str, str]
    log: Path

    @property
    def database_url(self) -> str:
        return self.values["DATABASE_URL"]

    def kill(self) -> None:
        """kill -9."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


def main() -> None:
    """The process that forks. What it has, no child makes again, nor does a child's collector look at it: a look would
    copy all of it."""
    from bot.on_demand import import_aiogram

    import_aiogram()
    import bot.app
    import bot.furnish
    import storage.migrate  # noqa: F401 - imported now, so that every child has it
    from bot.collector import settle
    from bot.telegram import ready

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    texts = bot.furnish.load_texts()
    bot.furnish.load_texts = lambda: texts
    ready()
    settle()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(_be_a_bot(json.loads(line)))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    os.killpg(0, signal.SIGKILL)  # nobody is there any more who could end them, nor us


def _be_a_bot(values: dict[str, str]) -> int:
    from bot.app import run
    from bot.logs import set_up
    from bot.settings import read
    from storage.migrate import migrate

    log = os.open(values.pop("NURSERY_LOG"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    settings = read(values)

    async def live() -> None:
        set_up("WARNING", "json")
        await migrate(settings.database_url)
        await run(settings, asyncio.Event())

    try:
        asyncio.run(live())
    except Exception:  # noqa: BLE001 - whatever ends a bot stands in its log
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()

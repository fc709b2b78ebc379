"""One bot process on one SQLite file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.alone import NotAlone, alone

ROOT = Path(__file__).parents[2]


def test_the_second_is_told_and_the_next_may(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/deep/down/nextseat.db"
    first = alone(url)
    assert first is not None
    with pytest.raises(NotAlone, match=r"nextseat\.db"):
        alone(url)
    other = alone(f"sqlite+aiosqlite:///{tmp_path}/other.db")
    assert other is not None
    other.close()
    first.close()
    again = alone(url)
    assert again is not None
    again.close()


def test_a_crash_gives_it_back(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/nextseat.db"
    code = f"import os; from bot.alone import alone; lock = alone({url!r}); os._exit(9)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 9
    lock = alone(url)
    assert lock is not None
    lock.close()


def test_postgresql_takes_many() -> None:
    assert alone("postgresql+asyncpg://nextseat@db/nextseat") is None

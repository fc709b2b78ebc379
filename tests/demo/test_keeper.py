"""One bot at a time, whoever presses what and whatever it says."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from bot.demo.keeper import Keeper

BOT = """
import os, pathlib, sys, time
pathlib.Path(f"pid-{os.getpid()}").touch()
print("x" * 200_000 + '\\n{"event": "started"}', file=sys.stderr, flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `python -m bot` is a bot that says a long line, starts and does nothing."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__main__.py").write_text(BOT)
    return tmp_path


def started(folder: Path) -> set[str]:
    """Every bot that was ever started here."""
    return {path.name for path in folder.glob("pid-*")}


async def test_who_presses_start_twice_gets_one_bot(folder: Path) -> None:
    keeper = Keeper({"PATH": os.environ["PATH"]}, folder)
    try:
        async with asyncio.timeout(30):
            await asyncio.gather(keeper.start(), keeper.start())
        assert keeper.state == "running"
        assert started(folder) == {f"pid-{keeper.pid}"}
    finally:
        await keeper.stop()
    assert (keeper.state, keeper.pid) == ("stopped", None)

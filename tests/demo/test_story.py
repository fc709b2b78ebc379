"""The demo plays its whole story, in this process and without pauses; what fails is named."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.app import run
from bot.cli import main
from bot.demo import play
from bot.demo.keeper import running_bot
from bot.demo.process import DemoFailed, command
from bot.demo.screen import Screen
from bot.settings import read


async def _command(values: dict[str, str], folder: Path, *arguments: str) -> str:
    """As a process of its own would, in a thread."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        code = await asyncio.to_thread(main, arguments)
    if code:
        raise DemoFailed(f"{arguments} ended with {code}")
    return ""


@contextlib.asynccontextmanager
async def _running(values: dict[str, str], folder: Path) -> AsyncIterator[None]:
    stopping = asyncio.Event()
    task = asyncio.create_task(run(read(values), stopping))
    try:
        yield
        assert not task.done(), task
    finally:
        stopping.set()
        await asyncio.wait_for(task, 20)


@pytest.fixture(autouse=True)
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.show.command", _command)
    monkeypatch.setattr("bot.demo.show.running_bot", _running)
    monkeypatch.setattr(
        "bot.collector.gc", SimpleNamespace(collect=int, freeze=int, set_threshold=lambda *_: None)
    )
    monkeypatch.setattr("bot.limits.IN_A_CHAT", (3, 0.1))  # nobody reads here, so nobody waits for the next
    monkeypatch.setattr("bot.limits.IN_A_GROUP", (20, 0.1))


async def test_the_story(capsys: pytest.CaptureFixture[str]) -> None:
    """Every step, on everybody's phone, in their language; the doctor has the last word."""
    assert await play(speed=0) == 0
    shown = capsys.readouterr().out
    for number in range(1, 14):
        assert f"\n{number}. " in shown
    for words in (
        "You’re booked",
        "Du stehst auf der Warteliste",
        "Te következel",
        "The end",
        "Dóra taps Promote",
        "Dóra taps Yes, Finalize",
        "Dein Ergebnis für",
        "Dóra taps Approve",
        "nothing differs",
        "(Fertig: Er gehört dir.)",
        "Next: look through it, then Finalize",
    ):
        assert words in shown, words
    assert shown.index("Dóra taps Verify the draw") < shown.rindex("nothing differs") < shown.index("The end")
    assert "tap the dates you’d like" not in shown  # a card that has served
    assert "\033[" not in shown  # no colours where nobody sees them


async def test_a_story_that_breaks_off_says_where(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fails(*_: object) -> str:
        raise DemoFailed("the file was no good")

    monkeypatch.setattr("bot.demo.show.command", fails)
    assert await play(speed=0) == 1
    shown = capsys.readouterr().out
    assert "broke off" in shown and "the file was no good" in shown


async def test_a_command_that_fails_is_quoted(tmp_path: Path) -> None:
    values = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd()), "DATABASE_URL": "nonsense"}
    with pytest.raises(DemoFailed, match="DATABASE_URL"):
        await command(values, tmp_path, "doctor")


async def test_a_bot_that_does_not_start_is_quoted(tmp_path: Path) -> None:
    values = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path.cwd())}
    with pytest.raises(DemoFailed, match="BOT_TOKEN"):
        async with running_bot(values, tmp_path):
            pass


def test_colours_only_where_they_are_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Screen(colours=True)
    screen.does("Anna", "taps Book")
    screen.toast("")
    screen.toast("Booked!")
    assert capsys.readouterr().out.count("\033[0m") == 2
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert Screen().colours

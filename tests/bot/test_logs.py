"""A token never appears in a log, wherever it hides."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import set_up
from bot.secret import hidden

TOKEN = "7012345678:AAF-abcdefghijklmnopqrstuvwxyz_12345"
SAFE = TOKEN[15:]
ROOT = Path(__file__).parents[2]


class Fits:
    def __repr__(self) -> str:
        return f"<a thing with {TOKEN}>"


@pytest.fixture(params=["console", "json"])
def style(request: pytest.FixtureRequest) -> Iterator[str]:
    root = logging.getLogger()
    before = (root.level, root.handlers[:], structlog.get_config(), sys.excepthook)
    yield str(request.param)
    root.handlers[:] = before[1]
    root.setLevel(before[0])
    structlog.configure(**before[2])
    sys.excepthook = before[3]


def raised(text: str) -> Exception:
    try:
        try:
            raise ValueError(f"https://api.telegram.org/bot{text}/getMe")
        except ValueError as cause:
            raise RuntimeError("the call failed") from cause
    except RuntimeError as error:
        return error


def test_no_line_of_ours_carries_a_token(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up("DEBUG", style)
    log = structlog.get_logger("fresh")
    log.info("text", url=f"http://127.0.0.1/bot{TOKEN}/sendMessage", escaped=TOKEN.replace(":", "%3A"))
    log.info(
        "deep", within={"a": [TOKEN, (TOKEN,)]}, thing=Fits(), error=ValueError(TOKEN), raw=TOKEN.encode()
    )
    log.error("trace", exc_info=raised(TOKEN))
    log.info("even here %s" % TOKEN)  # noqa: UP031, G002 - as a careless caller may
    said = capsys.readouterr().err
    assert SAFE not in said
    assert said.count("<token>") >= 9 and "RuntimeError" in said and "the call failed" in said


def test_no_line_of_a_library_carries_a_token(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", style)
    log = logging.getLogger("some.library")
    log.warning("argument %s and %r", TOKEN, {"url": f"bot{TOKEN}"})
    log.error("trace", exc_info=raised(TOKEN))
    log.error("twice", exc_info=raised(TOKEN), stack_info=True)
    log.info("too quiet to be heard")
    said = capsys.readouterr().err
    assert SAFE not in said and "too quiet" not in said
    assert said.count("<token>") == 4 and "the call failed" in said


def test_a_library_line_that_cannot_be_formatted_harms_nobody(
    style: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up("INFO", style)
    monkeypatch.setattr(logging, "raiseExceptions", False)
    logging.getLogger("some.library").warning("%d", "no number")  # wrong on purpose


def test_the_level_counts(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up("WARNING", style)
    structlog.get_logger("fresh").info("unheard")
    structlog.get_logger("fresh").warning("heard", n=1)
    said = capsys.readouterr().err
    assert "unheard" not in said and "heard" in said
    if style == "json":
        assert json.loads(said)["n"] == 1


def test_the_last_words_of_a_process_carry_no_token() -> None:
    code = f"from bot.logs import set_up; set_up('INFO', 'json'); raise RuntimeError('at bot{TOKEN}/getMe')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "RuntimeError: at bot<token>/getMe" in done.stderr and SAFE not in done.stderr


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from([":", "%3A", "%3a"]))
def test_hidden_in_any_surroundings(before: str, after: str, colon: str) -> None:
    token = TOKEN.replace(":", colon)
    assert token[15:] not in hidden(f"{before}{token}{after}")


def test_what_is_no_token_stays() -> None:
    for text in ("12:30", "offer:42", "2026-01-01T10:00:00", "sha256:abc", "a" * 80):
        assert hidden(text) == text

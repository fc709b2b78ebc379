"""A wrong setting stops the start with one line that names the variable and never a secret."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import DEFAULT_TOKEN
from bot.settings import (
    NAMES,
    SANDBOX_TOKEN,
    Settings,
    WrongSetting,
    from_environment,
    need_token,
    read,
)

TOKEN = "7012345678:AAF-abcdefghijklmnopqrstuvwxyz_12345"
SECRET = "0123456789abcdef"
LOCAL = {"TELEGRAM_API_URL": "http://127.0.0.1:8081"}

WRONG: list[tuple[str, str]] = [
    ("BOT_TOKEN", "hello"),
    ("BOT_TOKEN", "123:short"),
    ("BOT_TOKEN", TOKEN + " " + TOKEN),
    ("BOT_TOKEN", f"bot{TOKEN}"),
    ("BOT_TOKEN", "٤٢:" + "a" * 35),
    ("ADMIN_CHAT_ID", "1001234567890"),
    ("ADMIN_CHAT_ID", "-0"),
    ("ADMIN_CHAT_ID", "-1e3"),
    ("ADMIN_CHAT_ID", "-1_000"),
    ("ADMIN_CHAT_ID", "-٤٢"),
    ("ADMIN_CHAT_ID", "-9999999999999999999"),
    ("ADMIN_CHAT_ID", "@studio"),
    ("DATABASE_URL", "postgres://nextseat:hunter2@db/nextseat"),
    ("DATABASE_URL", "sqlite:///nextseat.db"),
    ("DATABASE_URL", "nextseat.db"),
    ("DATABASE_URL", "sqlite+aiosqlite:///"),
    ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
    ("DATABASE_URL", "postgresql+asyncpg://nextseat:hunter2@db:port/nextseat"),
    ("TELEGRAM_API_URL", "127.0.0.1:8081"),
    ("TELEGRAM_API_URL", "ftp://example.org"),
    ("TELEGRAM_API_URL", "http://"),
    ("TELEGRAM_API_URL", "http://[::1"),
    ("TELEGRAM_API_URL", "http://example.org:99999"),
    ("WEBHOOK_URL", "example.org/hook"),
    ("WEBHOOK_URL", "https://[bad"),
    ("WEBHOOK_SECRET", "short"),
    ("WEBHOOK_SECRET", "with space 0123456789"),
    ("WEBHOOK_SECRET", "a" * 257),
    ("WEBHOOK_SECRET", "árvíztűrő-tükörfúrógép"),
    ("HTTP_PORT", "65536"),
    ("HTTP_PORT", "-1"),
    ("HTTP_PORT", "8080.0"),
    ("HTTP_PORT", "٨٠٨٠"),
    ("TIMEZONE", "Budapest"),
    ("TIMEZONE", "CEST"),
    ("TIMEZONE", "../../etc/passwd"),
    ("LOG_LEVEL", "LOUD"),
    ("LOG_FORMAT", "xml"),
    ("SANDBOX_CLOCK_URL", "clock"),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=lambda text: text[:24])
def test_a_wrong_value_is_one_line_that_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        read({name: value})
    said = str(wrong.value)
    assert said.startswith(f"{name} ") and len(said.splitlines()) == 1
    assert "hunter2" not in said and TOKEN not in said
    if name in ("BOT_TOKEN", "WEBHOOK_SECRET"):
        assert value not in said


@pytest.mark.parametrize("name", NAMES)
def test_a_token_in_the_wrong_place_is_never_repeated(name: str) -> None:
    for value in (TOKEN, f"https//api/bot{TOKEN}", f"x\n{TOKEN}"):
        try:
            read({name: value})
        except WrongSetting as wrong:
            assert TOKEN not in str(wrong) and TOKEN[-20:] not in str(wrong)
            assert len(str(wrong).splitlines()) == 1


@given(st.sampled_from(NAMES), st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_one_line(name: str, value: str) -> None:
    try:
        settings = read({name: value})
    except WrongSetting as wrong:
        assert str(wrong).startswith(name) and len(str(wrong).splitlines()) == 1
    else:
        assert isinstance(settings, Settings)


@pytest.mark.parametrize(
    ("value", "near"),
    [("Europe/Budapst", "Europe/Budapest"), ("Europe/Wien", "Europe/Vienna"), ("???", "Europe/Budapest")],
)
def test_a_zone_that_is_unknown_names_one_that_is_known(value: str, near: str) -> None:
    with pytest.raises(WrongSetting, match="TIMEZONE") as wrong:
        read({"TIMEZONE": value})
    assert near in str(wrong.value) or "Europe/" in str(wrong.value)


def test_nothing_is_needed_but_a_token() -> None:
    settings = read({})
    assert (settings.bot_token, settings.admin_chat_id, settings.http_port) == ("", None, 8080)
    assert settings.database_url == "sqlite+aiosqlite:///data/nextseat.db"
    with pytest.raises(WrongSetting, match="BOT_TOKEN is empty"):
        need_token(settings)
    need_token(read({"BOT_TOKEN": TOKEN}))


def test_every_setting_is_read() -> None:
    given_values = {
        "BOT_TOKEN": f"  {TOKEN} ",
        "ADMIN_CHAT_ID": "-1001234567890",
        "DATABASE_URL": "postgresql+asyncpg://nextseat:hunter2@db:5432/nextseat",
        "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
        "WEBHOOK_URL": "https://example.org/telegram",
        "WEBHOOK_SECRET": SECRET,
        "HTTP_HOST": "0.0.0.0",
        "HTTP_PORT": "0",
        "TIMEZONE": "Europe/Budapest",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "JSON",
        "SANDBOX_CLOCK_URL": "http://127.0.0.1:8081/sandbox/clock",
    }
    assert set(given_values) == set(NAMES) == {field.name.upper() for field in fields(Settings)}
    settings = read(given_values)
    assert settings.bot_token == TOKEN
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert (settings.log_level, settings.log_format, settings.http_port) == ("DEBUG", "json", 0)


def test_what_must_stand_together() -> None:
    with pytest.raises(WrongSetting, match=r"^WEBHOOK_SECRET is empty"):
        read({"WEBHOOK_URL": "https://example.org/telegram"})
    with pytest.raises(WrongSetting, match=r"^SANDBOX_CLOCK_URL is for a local"):
        read({"SANDBOX_CLOCK_URL": "http://127.0.0.1:1/clock"})
    assert read(LOCAL).bot_token == SANDBOX_TOKEN == DEFAULT_TOKEN  # so that neither side has to be told
    assert read({**LOCAL, "BOT_TOKEN": "1:x"}).bot_token == "1:x"


# ------------------------------------------------------------------------------------------------- the file


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / ".env"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "HTTP_PORT=1\nTIMEZONE=Europe/Berlin\nLOG_LEVEL\n")
    monkeypatch.setenv("HTTP_PORT", "2")
    settings = from_environment(path)
    assert (settings.http_port, settings.timezone) == (2, "Europe/Berlin")
    assert from_environment(tmp_path / "none").timezone == ""


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("BOT_TOKN=x", "did you mean BOT_TOKEN?"),
        ("WEBHOOK_SECRETS=x", "did you mean WEBHOOK_SECRET?"),
        ("COLOUR=blue", "known are BOT_TOKEN"),
    ],
)
def test_an_unknown_key_names_the_nearest(tmp_path: Path, line: str, hint: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        from_environment(written(tmp_path, line))
    said = str(wrong.value)
    assert said.startswith(line.split("=")[0]) and hint in said and len(said.splitlines()) == 1


def test_a_bare_token_in_the_file_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as wrong:
        from_environment(written(tmp_path, TOKEN))
    assert TOKEN[-20:] not in str(wrong.value)


@pytest.mark.parametrize(("text", "line"), [("= x\n", 1), ('LOG_LEVEL=INFO\n\n# a word\nHTTP_PORT="1\n', 4)])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(WrongSetting) as wrong:
        from_environment(written(tmp_path, text))
    assert str(wrong.value).endswith(f".env, line {line}: cannot be read; write NAME=value")


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as wrong:
        from_environment(written(tmp_path, b"BOT_TOKEN=\xff\xfe\x00"))
    assert len(str(wrong.value).splitlines()) == 1

"""Settings from the environment or `.env`. A wrong value stops the start with one line: the variable, what was found
(never a secret), what is right."""

import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.secret import hidden

TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{30,64}")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
SANDBOX_TOKEN = "4242424242:AAE-sandbox-token-of-no-real-bot-000"
T = TypeVar("T")


class WrongSetting(Exception):
    """One line for the operator, without the token, which may stand in the wrong place."""

    def __init__(self, text: str) -> None:
        super().__init__(hidden(text))


@dataclass(frozen=True, slots=True)
class Settings:
    """See the README for what each one means."""

    bot_token: str
    admin_chat_id: int | None
    database_url: str
    telegram_api_url: str
    webhook_url: str
    webhook_secret: str
    http_host: str
    http_port: int
    timezone: str
    log_level: str
    log_format: str
    sandbox_clock_url: str


NAMES = (
    "BOT_TOKEN",
    "ADMIN_CHAT_ID",
    "DATABASE_URL",
    "TELEGRAM_API_URL",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "HTTP_HOST",
    "HTTP_PORT",
    "TIMEZONE",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "SANDBOX_CLOCK_URL",
)


def from_environment(env_file: Path = Path(".env")) -> Settings:
    """The settings of this process; the environment goes before the file. Raises WrongSetting."""
    written = _written(env_file)
    for name in written:
        if name not in NAMES:
            near = difflib.get_close_matches(name, NAMES, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(NAMES)}"
            raise WrongSetting(f"{name} in {env_file} is not a setting{hint}")
    return read({**written, **os.environ})


def _written(env_file: Path) -> dict[str, str]:
    if not env_file.is_file():
        return {}
    try:
        _check_lines(env_file)
        return {name: value or "" for name, value in dotenv_values(env_file).items()}
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(f"{env_file} cannot be read: it must be a readable UTF-8 text file") from None


def _check_lines(env_file: Path) -> None:
    with env_file.open(encoding="utf-8") as stream:
        for part in parse_stream(stream):
            if part.error:
                text = part.original.string
                blank = text[: len(text) - len(text.lstrip())].count("\n")
                line = part.original.line + blank
                raise WrongSetting(f"{env_file}, line {line}: cannot be read; write NAME=value")


def read(values: Mapping[str, str]) -> Settings:
    """Check every value. Raises WrongSetting at the first wrong one."""

    def get(name: str, default: T, check: Callable[[str], T]) -> T:
        found = values.get(name, "").strip()
        return check(found) if found else default

    api = get("TELEGRAM_API_URL", "", _http_url("TELEGRAM_API_URL"))
    settings = Settings(
        bot_token=get("BOT_TOKEN", SANDBOX_TOKEN if api else "", _token(bool(api))),
        admin_chat_id=get("ADMIN_CHAT_ID", None, _admin_chat),
        database_url=get("DATABASE_URL", "sqlite+aiosqlite:///data/nextseat.db", _database),
        telegram_api_url=api,
        webhook_url=get("WEBHOOK_URL", "", _http_url("WEBHOOK_URL")),
        webhook_secret=get("WEBHOOK_SECRET", "", _secret),
        http_host=get("HTTP_HOST", "127.0.0.1", str),
        http_port=get("HTTP_PORT", 8080, _port),
        timezone=get("TIMEZONE", "", _zone),
        log_level=get("LOG_LEVEL", "INFO", _one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"))),
        log_format=get("LOG_FORMAT", "console", _one_of("LOG_FORMAT", ("console", "json"))),
        sandbox_clock_url=get("SANDBOX_CLOCK_URL", "", _http_url("SANDBOX_CLOCK_URL")),
    )
    return _together(settings)


def _together(settings: Settings) -> Settings:
    if settings.webhook_url and not settings.webhook_secret:
        raise WrongSetting(
            "WEBHOOK_SECRET is empty: WEBHOOK_URL needs one of 16 to 256 characters A-Z a-z 0-9 _ -"
        )
    if settings.webhook_url.startswith("http:") and not settings.telegram_api_url:
        raise WrongSetting(f"WEBHOOK_URL is {settings.webhook_url!r}: Telegram takes https addresses only")
    if settings.sandbox_clock_url and not settings.telegram_api_url:
        raise WrongSetting(
            "SANDBOX_CLOCK_URL is for a local Bot API server only: set TELEGRAM_API_URL or remove it"
        )
    return settings


def need_token(settings: Settings) -> None:
    """Raises WrongSetting when there is nobody to talk to."""
    if not settings.bot_token:
        raise WrongSetting("BOT_TOKEN is empty: get one from @BotFather, or try the product with ./run demo")


def _token(local: bool) -> Callable[[str], str]:
    def check(found: str) -> str:
        if not TOKEN.fullmatch(found) and not (local and re.fullmatch(r"[0-9]+:\S+", found)):
            raise WrongSetting(
                f"BOT_TOKEN is not a token ({len(found)} characters): it looks like 123456:ABC… from @BotFather"
            )
        return found

    return check


def _admin_chat(found: str) -> int:
    if not re.fullmatch(r"-[1-9][0-9]{0,15}", found) or -int(found) >= 2**52:  # as many bits as Telegram uses
        raise WrongSetting(
            f"ADMIN_CHAT_ID is {found!r}: a group's id is a negative number such as -1001234567890"
        )
    return int(found)


def _database(found: str) -> str:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    kinds = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
    if not found.startswith(kinds):
        kind = found.split(":", 1)[0]
        raise WrongSetting(f"DATABASE_URL begins with {kind!r}: it must begin with {kinds[0]} or {kinds[1]}")
    try:
        path = make_url(found).database
    except (ValueError, ArgumentError):
        raise WrongSetting(
            f"DATABASE_URL cannot be read: it must look like {kinds[1]}USER:PASSWORD@HOST:5432/NAME"
        ) from None
    if not path or path == ":memory:":
        raise WrongSetting(
            f"DATABASE_URL names no database: it must go on after {found.split('://')[0]}:// to a file or name"
        )
    return found


def _http_url(name: str) -> Callable[[str], str]:
    def check(found: str) -> str:
        if not _is_http(found):
            like = "https://example.org/telegram" if name == "WEBHOOK_URL" else "http://127.0.0.1:8081"
            raise WrongSetting(f"{name} is {found!r}: it must be an address such as {like}")
        return found.rstrip("/")

    return check


def _is_http(found: str) -> bool:
    try:
        parts = urlsplit(found)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket without its pair, a port that is no number
        return False


def _secret(found: str) -> str:
    if not SECRET.fullmatch(found):
        few = f"has {len(found)} characters" if len(found) < 16 or len(found) > 256 else "has others"
        raise WrongSetting(f"WEBHOOK_SECRET {few}: it must have 16 to 256 of A-Z a-z 0-9 _ -")
    return found


def _port(found: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", found) or not 0 <= int(found) <= 65535:
        raise WrongSetting(f"HTTP_PORT is {found!r}: it must be a number from 0 to 65535")
    return int(found)


def _zone(found: str) -> str:
    zones = available_timezones()
    if found not in zones:
        near = difflib.get_close_matches(found, zones, 1)
        hint = near[0] if near else "Europe/Budapest"
        raise WrongSetting(f"TIMEZONE is {found!r}: it must be an IANA zone such as {hint}")
    return found


def _one_of(name: str, known: tuple[str, ...]) -> Callable[[str], str]:
    def check(found: str) -> str:
        match = next((word for word in known if word.lower() == found.lower()), None)
        if match is None:
            raise WrongSetting(f"{name} is {found!r}: it must be one of {', '.join(known)}")
        return match

    return check

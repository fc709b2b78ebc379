"""Accounts and persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

Names = Mapping[str, str]
"""A text by language code; may lack some languages."""


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    name: str
    timezone: str
    tier: str
    languages: tuple[str, ...]
    admin_chat_id: int | None
    auto_backfill: bool
    booking_status: str = "confirmed"
    max_party: int = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A participant. `language` is the one chosen in /settings, else Telegram's, always a supported one."""

    id: int
    telegram_id: int | None
    name: str
    language: str
    reachable: bool

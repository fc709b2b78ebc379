"""Values of a document, each judged with the path where it stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.rules.allocation.problem import InputWrong

MOST_SEATS = (
    1_000_000  # larger numbers are a slip of the keyboard, and would not fit into the solver's either
)


def mapping(value: Any, path: str) -> Mapping[str, Any]:
    """An object."""
    if not isinstance(value, Mapping):
        raise InputWrong(path, f"an object is needed, not {told(value)}")
    return value


def listed(value: Any, path: str) -> Sequence[Any]:
    """A list."""
    if not isinstance(value, list | tuple):
        raise InputWrong(path, f"a list is needed, not {told(value)}")
    return value


def text(value: Any, path: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise InputWrong(path, f"a text is needed, not {told(value)}")
    return value


def number(value: Any, path: str, least: int = 0, most: int = MOST_SEATS) -> int:
    """A whole number between `least` and `most`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise InputWrong(path, f"a whole number is needed, not {told(value)}")
    if not least <= value <= most:
        raise InputWrong(path, f"a whole number from {least} to {most} is needed, not {value}")
    return value


def moment(value: Any, path: str) -> datetime:
    """A time with its offset from UTC."""
    try:
        found = datetime.fromisoformat(text(value, path))
    except ValueError:
        raise InputWrong(path, f"{told(value)} is no time such as 2026-12-01T18:00:00+01:00") from None
    if found.tzinfo is None:
        raise InputWrong(path, f"{told(value)} needs its offset from UTC, such as +01:00")
    return found


def one_of(value: Any, path: str, choices: tuple[str, ...]) -> str:
    """One of the words."""
    if value not in choices:
        raise InputWrong(path, f"{told(value)} is none of {', '.join(choices)}")
    return str(value)


def told(value: Any) -> str:
    """The value as the file has it, cut short."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return f"{value}"[:40]

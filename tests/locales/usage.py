"""Which texts the code uses, read off its source: calls with an id, ids in tables, and ids put together from words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import get_args

from bot.commands import ADMIN, PRIVATE
from bot.letters.rendering import WRITERS
from engine import refusals
from engine.catalogue.problems import WANTED
from engine.notices import Kind
from engine.refusals import Refusal
from engine.state import Decline
from handlers import table
from handlers.admin import table as admin_table
from handlers.offer_cards import COSTS, FREE
from storage.catalogue.people import What

ROOT = Path(__file__).parents[2]
ID = re.compile(r"[a-z]+(-[a-z]+)+")
PATTERN = re.compile(r"[a-z*]+(-[a-z*]+)+")

STATES = ("cancelled", "closed", "free", "full", "held", "started", "waiting")
CONFLICTS = (
    "several-accounts",
    "no-account",
    "kind",
    "no-service",
    "other-service",
    "seats-used",
    "held",
    "final",
)
WITHDRAWN = ("admin", "closed", "left", "rules", "taken", "unreachable")
PUT_TOGETHER: dict[str, Iterable[str]] = {
    "admin-change-*": (*get_args(What), "slots"),
    "admin-conflict-*": CONFLICTS,
    "admin-wanted-*": [key.replace("_", "-") for key in WANTED],
    "admin-warning-*": ("past", "name", "description"),
    "command-*": PRIVATE,
    "command-admin-*": ADMIN,
    "label-*": STATES,
    "offer-*-*": [
        *(f"rejected-{then}" for then in get_args(Decline)),
        *(f"withdrawn-{how}" for how in WITHDRAWN),
    ],
    "offer-rule-*": [*COSTS, FREE],
    "state-*": STATES,
    "toast-declined-*": get_args(Decline),
}
"""Ids that are put together from words, and the words that can stand there."""

NO_TEXTS = frozenset({"job-*", "letter-*", "duration-*"})
VERBS = {*table.TAPS, *admin_table.TAPS}
KINDS = {*WRITERS, *get_args(Kind)}
KIND_FILES = {"rendering", "carrier"}
"""What looks like an id and is the name of a tap, or, in these files, of a letter."""

SAY = {"say", "plain", "about", "head", "label", "told", "changed", "button"}
ABOUT_EVENT = {"about", "head"}  # they add the event's name and its day


@dataclass(frozen=True)
class Use:
    """An id with the values its call gives; None where they cannot be seen. `plain`: without markup."""

    id: str
    where: str
    given: frozenset[str] | None = None
    plain: bool = False


@cache
def all_uses() -> tuple[Use, ...]:
    """Everything in the hall and at the door, and each refusal."""
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    own = [file for file in files if not {"sandbox", "demo"} & set(file.parts)]
    found = [use for file in sorted(own) for use in uses_in(file.read_text(encoding="utf-8"), file.stem)]
    return (*found, *refusal_uses())


def refusal_uses() -> list[Use]:
    """Refusals are said by their class."""
    classes = (
        found for found in vars(refusals).values() if isinstance(found, type) and issubclass(found, Refusal)
    )
    return [
        Use(_key(found), "engine/refusals", _fields(found), plain=True)
        for found in classes
        if found is not Refusal
    ]


def _fields(refusal: type[Refusal]) -> frozenset[str]:
    return frozenset(field.name for field in fields(refusal))  # type: ignore[arg-type]


def _key(refusal: type[Refusal]) -> str:
    return refusal.key.fget(refusal.__new__(refusal))  # type: ignore[attr-defined, no-any-return]


def uses_in(source: str, where: str) -> list[Use]:
    """The ids in one file."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    logged = {id(arg) for call in calls if _is_log(call) for arg in call.args}
    said = [use for call in calls for use in _said(call, where)]
    listed = [
        Use(node.value, f"{where}:{node.lineno}")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value)
        if id(node) not in logged and node.value not in VERBS
        if node.value not in KINDS or where not in KIND_FILES
    ]
    return [*said, *listed, *_put_together(tree, where)]


def _is_log(call: ast.Call) -> bool:
    func = call.func
    return isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "log"


def _said(call: ast.Call, where: str) -> Iterator[Use]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    ids = [word for word in words if word not in VERBS]  # behind the words of a button comes its verb
    if name in SAY and ids and ID.fullmatch(ids[0]):
        yield Use(ids[0], f"{where}:{call.lineno}", _given(call, name), plain=name == "plain")


def _given(call: ast.Call, name: str) -> frozenset[str] | None:
    """The names of the values; None when some come in a mapping that cannot be looked into."""
    given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
    for keyword in call.keywords:
        if keyword.arg is None:
            value = keyword.value
            if not (isinstance(value, ast.Call) and getattr(value.func, "id", "") == "titled"):
                return None
            given |= {"event", "when"}
    return frozenset(given | ({"event", "when"} if name in ABOUT_EVENT else set()))


def _put_together(tree: ast.AST, where: str) -> Iterator[Use]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        pattern = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
        if not PATTERN.fullmatch(pattern) or pattern in NO_TEXTS:
            continue
        if pattern not in PUT_TOGETHER:
            yield Use(pattern, f"{where}:{node.lineno}")  # no text has this id, so it is told as missing
        first = pattern.partition("*")[0]
        for word in PUT_TOGETHER.get(pattern, ()):
            yield Use(first + word, f"{where}:{node.lineno}")


def raw_moments(source: str, where: str, moments: Iterable[str]) -> list[str]:
    """Values that are moments and are not told by `when` or `until`."""
    return [
        f"{where}:{node.lineno}: {keyword.arg} is told as it is"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAY
        for keyword in node.keywords
        if keyword.arg is not None and keyword.arg in moments and isinstance(keyword.value, ast.Attribute)
    ]

"""A mapping read key by key: a wrong value is written down and its default stands in, so that all errors come out."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from engine.catalogue.nodes import Fields, Items, Node, Scalar
from engine.catalogue.problems import Note, Problem, Spot, Wrong, quoted

NEAR = 0.75  # how alike two words must be to be taken for one

T = TypeVar("T")
D = TypeVar("D")


class Block:
    """The fields of one mapping. Anything else in its place is a problem, and an empty mapping stands in.

    An empty value (`key:`) counts as left out.
    """

    def __init__(self, spot: Spot, keys: Sequence[str], note: Note) -> None:
        self.spot = spot
        self.note = note
        self._found: dict[str, Node] = {}
        if isinstance(spot.node, Fields):
            self._sort(spot.node, keys)
        else:
            note(spot.problem("fields"))
        self.whole = isinstance(spot.node, Fields)

    def _sort(self, fields: Fields, keys: Sequence[str]) -> None:
        lines: dict[str, int | None] = {}
        for field in fields.fields:
            path = joined(self.spot.path, field.key)
            if field.key not in keys:
                self.note(Problem(field.line, path, quoted(field.key), *nearest(field.key, keys, "key")))
            elif field.key in lines:
                other = {"other": lines[field.key] or 0}
                self.note(Problem(field.line, path, quoted(field.key), "doubled_key", other))
            else:
                lines[field.key] = field.line
                self._found[field.key] = field.node

    def has(self, key: str) -> bool:
        """Whether the key has a value."""
        node = self._found.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.value is None)

    def at(self, key: str) -> Spot:
        """The value's place; the mapping's line where there is none."""
        node = self._found.get(key, Scalar(None, "", self.spot.line))
        return Spot(node, joined(self.spot.path, key))

    def get(self, key: str, read: Callable[[Spot], T], default: D) -> T | D:
        """The value, or the default when it is left out or wrong."""
        return self.try_read(self.at(key), read, default) if self.has(key) else default

    def need(self, key: str, read: Callable[[Spot], T], stand_in: T) -> T:
        """The value; left out is a problem too."""
        if not self.has(key) and self.whole:
            self.note(self.at(key).problem("missing"))
        return self.get(key, read, stand_in)

    def try_read(self, spot: Spot, read: Callable[[Spot], T], default: D) -> T | D:
        """What `read` makes of the spot; its problem is written down."""
        try:
            return read(spot)
        except Wrong as wrong:
            self.note(wrong.problem)
            return default

    def each(self, key: str) -> list[Spot]:
        """The places of a list's items; a problem when it is none."""
        return self.get(key, items, []) if self.has(key) else []


def items(spot: Spot) -> list[Spot]:
    """The places of a list's items."""
    if not isinstance(spot.node, Items):
        raise spot.wrong("items")
    return [Spot(item, f"{spot.path}[{number}]") for number, item in enumerate(spot.node.items)]


def joined(path: str, key: str) -> str:
    """The path of a key below a path; strange keys are cut."""
    name = key if key.isidentifier() and len(key) <= 40 else quoted(key)
    return f"{path}.{name}" if path else name


def nearest(found: str, known: Iterable[str], key: str) -> tuple[str, dict[str, object]]:
    """What was probably meant, or all there is under `key`."""
    choices = sorted(known)
    listed = ", ".join(choices)
    every = {"key": {"keys": listed}, "choice": {"choices": listed}}.get(key, {})
    close = get_close_matches(found[:60].lower(), choices, 1, NEAR)
    if close:
        return "near", {"nearest": close[0], **every}
    return key, {"choices": listed, **every}

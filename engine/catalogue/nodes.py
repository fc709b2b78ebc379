"""A document as it was written: values with their lines, whatever the file's format was."""

from dataclasses import dataclass

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `written` is its text in the file, so that `18:30`, `007` or `no` can be read as text."""

    value: Plain
    written: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A key with its value; `line` is the key's."""

    key: str
    node: "Node"
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the order of the file; a key may stand there twice, which the check refuses."""

    fields: tuple[Field, ...]
    line: int | None = None


Node = Scalar | Items | Fields


def node(value: object) -> Node:
    """A document without lines from plain values (dict, list, tuple, str, number, bool, None)."""
    if isinstance(value, dict):
        return Fields(tuple(Field(str(key), node(inner)) for key, inner in value.items()))
    if isinstance(value, (list, tuple)):
        return Items(tuple(node(inner) for inner in value))
    if value is None or isinstance(value, (str, int, float, bool)):
        return Scalar(value, "" if value is None else str(value))
    return Scalar(str(value), str(value))

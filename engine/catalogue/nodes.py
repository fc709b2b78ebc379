"""A document as it was written: values with their lines, whatever the file's format was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `written` is its text in the file, so that `18:30`, `007` or `no` can be read as text."""

    value: str | None
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
    """A mapping in the order of the file; a key may stand there twice, which the check refuses. `of_table`: a row,
    which can say no more than a table has columns for."""

    fields: tuple[Field, ...]
    line: int | None = None
    of_table: bool = False


Node = Scalar | Items | Fields

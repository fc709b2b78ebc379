"""Files of a catalogue and of participants: YAML and JSON whole, CSV and XLSX with the one or the other; every value
keeps the line it stands in.

Nothing in a file is executed or expanded: no YAML tags or aliases, no formulas, no XML entities. A file that cannot
be read raises CatalogueErrors like one that says something wrong.
"""

import csv
import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import PurePath

import openpyxl
import yaml
from openpyxl.utils.datetime import from_excel

from engine.catalogue import (
    Catalogue,
    CatalogueErrors,
    Field,
    Fields,
    Items,
    Known,
    Node,
    Problem,
    Scalar,
    check,
)
from engine.catalogue.block import nearest
from engine.catalogue.people import KEYS as PEOPLE
from engine.catalogue.problems import quoted
from handlers.sheets import meant

MEGABYTE = 1024 * 1024
SIZE_MOST = 20  # MB
UNPACKED_MOST = 100  # MB
ROWS_MOST = 100_000
VALUES = 10  # that a document may have for each row that a table may have
DEPTH_MOST = 40
COLUMNS_MOST = 50
COLUMNS = ("service", "code", "starts_at", "minutes", "capacity", "minimum", "location", "mode")
TABLES = {"events": COLUMNS, "participants": PEOPLE}

PAIR = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
AROUND = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
NOTHING = ("", "~", "null", "Null", "NULL")

Events = Iterator[yaml.Event]


def load(data: bytes, name: str, now: datetime, known: Known) -> Catalogue:
    """The catalogue in a file; its name says the format. Raises CatalogueErrors."""
    return check(read(data, name), now, known)


def read(data: bytes, name: str, most: int = ROWS_MOST) -> Node:
    """The document in a file, with lines; a table has at most so many rows. Raises CatalogueErrors for one that cannot
    be read."""
    if len(data) > SIZE_MOST * MEGABYTE:
        raise _refused(None, f"{len(data) // MEGABYTE} MB", "size", most=SIZE_MOST)
    match PurePath(name).suffix.lower():
        case ".yaml" | ".yml":
            return _yaml(_text(data), most * VALUES)
        case ".json":
            return _json(_text(data), most * VALUES)
        case ".csv":
            return _csv(_text(data), most)
        case ".xlsx":
            return _xlsx(data, most)
        case _:
            raise _refused(None, quoted(name), "format")


def _refused(line: int | None, found: str, key: str, **values: object) -> CatalogueErrors:
    return CatalogueErrors([Problem(line, "", found, key, values)])


def _text(data: bytes) -> str:
    """UTF-8 with or without a byte order mark; UTF-16 with one, as spreadsheets write it."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(line, f"the byte {data[error.start]:#04x}", "encoding") from None


# --- YAML and JSON


def _json(text: str, most: int) -> Node:
    """Through YAML, whose nodes know their lines, once it is known to be JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(
            error.lineno, "something else", "syntax", about="JSON", format="JSON", why=error.msg
        ) from None
    except (RecursionError, ValueError):
        raise _refused(None, "too much", "depth") from None
    return _yaml(PAIR.sub(_character, text.replace("\t", " ")), most)


def _character(match: re.Match[str]) -> str:
    """An escaped pair of surrogates as the one character it stands for; any other escape as it is."""
    if match[1] is None:
        return match[0]
    return (
        (chr(int(match[1], 16)) + chr(int(match[2], 16))).encode("utf-16", "surrogatepass").decode("utf-16")
    )


def _yaml(text: str, most: int) -> Node:
    """From the parser's events, not its nodes: nothing is built before its depth is known."""
    try:
        events = _at_most(most, yaml.parse(text, Loader=LOADER))
        root = _node(events, next(events, None), 0)
        second = next(events, None)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise _refused(
            line, "something else", "syntax", about="YAML", format="YAML", why=error.problem
        ) from None
    except (yaml.YAMLError, UnicodeError):
        raise _refused(None, "characters that cannot be printed", "encoding") from None
    if second is not None:
        raise _refused(_line(second), "another document", "syntax", about="one document")
    return root


def _at_most(most: int, parsed: Events) -> Events:
    """The events of one document; a small file can hold more values than fit into memory."""
    inside = (event for event in parsed if not isinstance(event, AROUND))
    for number, event in enumerate(inside):
        if number == most:
            raise _refused(_line(event), "more", "many", most=most)
        yield event


def _node(events: Events, event: yaml.Event | None, depth: int) -> Node:
    if event is None:
        return Scalar(None, "")
    line = _line(event)
    if depth > DEPTH_MOST:
        raise _refused(line, "too much", "depth")
    match event:
        case yaml.MappingStartEvent():
            return Fields(tuple(_fields(events, depth + 1)), line)
        case yaml.SequenceStartEvent():
            return Items(tuple(_items(events, depth + 1)), line)
        case yaml.ScalarEvent():
            nothing = not event.style and event.value in NOTHING  # plain is None or "", by the loader
            return Scalar(None if nothing else event.value, event.value, line)
        case _:
            raise _refused(line, "an alias", "syntax", about="each value written out (no YAML aliases)")


def _items(events: Events, depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _node(events, event, depth)


def _fields(events: Events, depth: int) -> Iterator[Field]:
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        line = _line(key)
        if not isinstance(key, yaml.ScalarEvent):
            raise _refused(line, "a list or named values", "syntax", about="a plain word as key")
        yield Field(key.value, _node(events, next(events), depth), line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


# --- tables


def _csv(text: str, most: int) -> Node:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def rows() -> Iterator[tuple[int, list[str]]]:
        line = 1
        for row in reader:
            yield line, [meant(cell.strip()) for cell in row]
            line = reader.line_num + 1

    try:
        return _table(rows(), most)
    except csv.Error as error:
        raise _refused(reader.line_num, "something else", "syntax", about=f"CSV ({error})") from None


def _table(rows: Iterable[tuple[int, list[str]]], most: int) -> Node:
    """A table with a head as a document of events or participants; an empty cell is a value left out."""
    lines = iter(rows)
    line, head = next(lines, (1, []))
    keys, what = _columns(line, head)
    items: list[Fields] = []
    for line, cells in lines:
        if any(cells):
            if len(items) == most:
                raise _refused(line, "more", "rows", most=most)
            items.append(_row(line, keys, cells))
    return Fields((Field(what, Items(tuple(items), 1), 1),), 1)


def _row(line: int, keys: list[str], cells: list[str]) -> Fields:
    if any(cells[len(keys) :]):
        raise _refused(line, f"{len(cells)} cells", "syntax", about=f"{len(keys)} cells, as in the head")
    found = zip(keys, cells, strict=False)
    fields = tuple(Field(key, Scalar(cell, cell, line), line) for key, cell in found if key and cell)
    return Fields(fields, line, of_table=True)


def _columns(line: int, head: list[str]) -> tuple[list[str], str]:
    """The names of the columns, and what the rows are; all wrong names at once."""
    keys = [_key(cell) for cell in head]
    while keys and not keys[-1]:
        keys.pop()
    what = max(TABLES, key=lambda table: len(set(TABLES[table]) & set(keys)))
    columns = TABLES[what]
    if len(keys) > COLUMNS_MOST:
        raise _refused(line, f"{len(keys)} columns", "key", choices=", ".join(columns))
    problems = []
    for number, key in enumerate(keys):
        if key not in columns:
            problems.append(Problem(line, f"column {number + 1}", quoted(key), *nearest(key, columns, "key")))
        elif key in keys[:number]:
            twice = {"other": line}
            problems.append(Problem(line, f"column {number + 1}", quoted(key), "doubled_key", twice))
    if not keys:
        problems.append(Problem(line, "", "nothing", "key", {"choices": ", ".join(columns)}))
    if problems:
        raise CatalogueErrors(problems)
    return keys, what


def _key(cell: str) -> str:
    return cell.strip().lower().replace(" ", "_")


def _xlsx(data: bytes, most: int) -> Node:
    """The first sheet. Formulas count as the value they had when the file was saved."""
    try:
        _check_archive(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the workbook that nobody reads here
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            return _table(_xlsx_rows(sheet.iter_rows(values_only=True), book.epoch, most), most)
    except CatalogueErrors:
        raise
    except Exception:  # noqa: BLE001 - the library raises anything at all for a broken file
        raise _refused(None, "something else", "syntax", about="an XLSX workbook with one sheet") from None


def _check_archive(data: bytes) -> None:
    """No bomb, no entities: the sizes that are declared are the most that is ever unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
        if size > UNPACKED_MOST * MEGABYTE:
            raise _refused(None, f"{size // MEGABYTE} MB unpacked", "size", most=UNPACKED_MOST)
        for part in archive.namelist():
            if part.endswith("vbaProject.bin"):
                raise _refused(None, "macros", "syntax", about="an XLSX workbook without macros")
            if part.endswith((".xml", ".rels")) and b"<!" in archive.read(part).replace(b"<!--", b""):
                raise _refused(None, "XML entities", "syntax", about="a plain XLSX workbook")


def _xlsx_rows(
    rows: Iterable[tuple[object, ...]], epoch: datetime, most: int
) -> Iterator[tuple[int, list[str]]]:
    moments: int | None = None
    for number, row in enumerate(rows, 1):
        if number == 1:
            head = [_key(str(cell)) for cell in row]
            moments = head.index("starts_at") if "starts_at" in head else None
        if number > most * 2:
            raise _refused(number, "more", "rows", most=most)
        yield number, [_cell(cell, epoch, date_wanted=at == moments) for at, cell in enumerate(row)]


def _cell(value: object, epoch: datetime, *, date_wanted: bool) -> str:
    """A cell as text: dates as ISO to the second, whole numbers without a point."""
    if date_wanted and isinstance(value, (int, float)) and not isinstance(value, bool):
        value = from_excel(value, epoch)
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return (value + timedelta(milliseconds=500)).replace(microsecond=0).isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()

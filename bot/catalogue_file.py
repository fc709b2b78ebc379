"""Catalogue files: YAML and JSON whole, CSV and XLSX with events only; every value keeps the line it stands in.

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
from datetime import date, datetime, time, timedelta
from pathlib import PurePath

import openpyxl
import yaml
from dateutil.rrule import rrulestr
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
from engine.catalogue.nodes import Plain
from engine.catalogue.problems import quoted

MEGABYTE = 1024 * 1024
SIZE_MOST = 20  # MB
UNPACKED_MOST = 100  # MB
ROWS_MOST = 100_000
DEPTH_MOST = 40
COLUMNS = ("service", "code", "starts_at", "minutes", "capacity", "minimum", "location", "mode")

PAIR = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TAG = "tag:yaml.org,2002:"


def load(data: bytes, name: str, now: datetime, known: Known) -> Catalogue:
    """The catalogue in a file; its name says the format. Raises CatalogueErrors."""
    return check(read(data, name), expand, now, known)


def expand(rule: str, first: date, last: date) -> Iterator[date]:
    """See `engine.catalogue.Expand`."""
    start = datetime.combine(first, time())
    for moment in rrulestr(f"{rule};UNTIL={last:%Y%m%d}T235959", dtstart=start):
        yield moment.date()


def read(data: bytes, name: str) -> Node:
    """The document in a file, with lines. Raises CatalogueErrors for one that cannot be read."""
    if len(data) > SIZE_MOST * MEGABYTE:
        raise _refused(None, f"{len(data) // MEGABYTE} MB", "size", most=SIZE_MOST)
    match PurePath(name).suffix.lower():
        case ".yaml" | ".yml":
            return _yaml(_text(data))
        case ".json":
            return _json(_text(data))
        case ".csv":
            return _csv(_text(data))
        case ".xlsx":
            return _xlsx(data)
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


def _json(text: str) -> Node:
    """Through YAML, whose nodes know their lines, once it is known to be JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(error.lineno, "something else", "syntax", about=f"JSON ({error.msg})") from None
    except (RecursionError, ValueError):
        raise _refused(None, "too much", "depth") from None
    return _yaml(PAIR.sub(_character, text.replace("\t", " ")))


def _character(match: re.Match[str]) -> str:
    """An escaped pair of surrogates as the one character it stands for; any other escape as it is."""
    if match[1] is None:
        return match[0]
    return (
        (chr(int(match[1], 16)) + chr(int(match[2], 16))).encode("utf-16", "surrogatepass").decode("utf-16")
    )


def _yaml(text: str) -> Node:
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise _refused(line, "something else", "syntax", about=f"YAML ({error.problem})") from None
    except (yaml.YAMLError, UnicodeError):
        raise _refused(None, "characters that cannot be printed", "encoding") from None
    except RecursionError:
        raise _refused(None, "too much", "depth") from None
    return Scalar(None, "") if root is None else _node(root, set(), 0)


def _node(found: yaml.Node, seen: set[int], depth: int) -> Node:
    """The node without its YAML; one that comes twice is an alias."""
    line = found.start_mark.line + 1
    if depth > DEPTH_MOST:
        raise _refused(line, "too much", "depth")
    if id(found) in seen:
        raise _refused(line, "an alias", "syntax", about="each value written out (no YAML aliases)")
    seen.add(id(found))
    if isinstance(found, yaml.MappingNode):
        return Fields(tuple(_field(key, value, seen, depth) for key, value in found.value), line)
    if isinstance(found, yaml.SequenceNode):
        return Items(tuple(_node(item, seen, depth + 1) for item in found.value), line)
    return Scalar(_plain(found.tag.removeprefix(TAG), str(found.value)), str(found.value), line)


def _field(key: yaml.Node, value: yaml.Node, seen: set[int], depth: int) -> Field:
    line = key.start_mark.line + 1
    if not isinstance(key, yaml.ScalarNode):
        raise _refused(line, "a list or named values", "syntax", about="a plain word as key")
    return Field(str(key.value), _node(value, seen, depth + 1), line)


def _plain(tag: str, written: str) -> Plain:
    """The value behind the text; the check reads most values from the text itself."""
    if tag == "null":
        return None
    if tag == "bool":
        return written.lower() in ("true", "yes", "on")
    if tag == "int" and re.fullmatch("-?[0-9]{1,18}", written):
        return int(written)
    return written


# --- tables


def _csv(text: str) -> Node:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def rows() -> Iterator[tuple[int, list[str]]]:
        line = 1
        for row in reader:
            yield line, [cell.strip() for cell in row]
            line = reader.line_num + 1

    try:
        return _events(rows())
    except csv.Error as error:
        raise _refused(reader.line_num, "something else", "syntax", about=f"CSV ({error})") from None


def _events(rows: Iterable[tuple[int, list[str]]]) -> Node:
    """A table with a head as a document of events; an empty cell is a value left out."""
    lines = iter(rows)
    line, head = next(lines, (1, []))
    keys = _columns(line, head)
    items: list[Fields] = []
    for line, cells in lines:
        if any(cells):
            if len(items) == ROWS_MOST:
                raise _refused(line, "more", "rows", most=ROWS_MOST)
            items.append(_event(line, keys, cells))
    return Fields((Field("events", Items(tuple(items), 1), 1),), 1)


def _event(line: int, keys: list[str], cells: list[str]) -> Fields:
    if any(cells[len(keys) :]):
        raise _refused(line, f"{len(cells)} cells", "syntax", about=f"{len(keys)} cells, as in the head")
    found = zip(keys, cells, strict=False)
    return Fields(
        tuple(Field(key, Scalar(cell, cell, line), line) for key, cell in found if key and cell), line
    )


def _columns(line: int, head: list[str]) -> list[str]:
    """The names of the columns; all wrong ones at once."""
    keys = [cell.strip().lower().replace(" ", "_") for cell in head]
    while keys and not keys[-1]:
        keys.pop()
    problems = []
    for number, key in enumerate(keys):
        if key not in COLUMNS:
            problems.append(Problem(line, f"column {number + 1}", quoted(key), *nearest(key, COLUMNS, "key")))
        elif key in keys[:number]:
            twice = {"other": line}
            problems.append(Problem(line, f"column {number + 1}", quoted(key), "doubled_key", twice))
    if not keys:
        problems.append(Problem(line, "", "nothing", "key", {"choices": ", ".join(COLUMNS)}))
    if problems:
        raise CatalogueErrors(problems)
    return keys


def _xlsx(data: bytes) -> Node:
    """The first sheet. Formulas count as the value they had when the file was saved."""
    try:
        _check_archive(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the workbook that nobody reads here
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            return _events(_xlsx_rows(sheet.iter_rows(values_only=True), book.epoch))
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
            if part.endswith((".xml", ".rels")) and b"<!" in archive.read(part).replace(b"<!--", b""):
                raise _refused(None, "XML entities", "syntax", about="a plain XLSX workbook")


def _xlsx_rows(rows: Iterable[tuple[object, ...]], epoch: datetime) -> Iterator[tuple[int, list[str]]]:
    moments: int | None = None
    for number, row in enumerate(rows, 1):
        if number == 1 and "starts_at" in row:
            moments = row.index("starts_at")
        if number > ROWS_MOST * 2:
            raise _refused(number, "more", "rows", most=ROWS_MOST)
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

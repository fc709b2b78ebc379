"""Tables as files that spreadsheets open: CSV in UTF-8, or a workbook with real numbers and dates. Nothing in them is
ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Cell = str | int | float | date | datetime | None
"""A moment is told as wall time, in the zone that it has."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
MOMENT = "yyyy-mm-dd hh:mm"
DAY = "yyyy-mm-dd"
NARROW, WIDE = 8, 44  # characters


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name` is the page's in a workbook; each row has a cell for each column of the head."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(sheet: Sheet) -> bytes:
    """One line a row, behind the head."""
    written = io.StringIO()
    writer = csv.writer(written)
    for row in _all(sheet):
        writer.writerow([_text(cell) for cell in row])
    return (BOM + written.getvalue()).encode()


def _all(sheet: Sheet) -> Iterable[Sequence[Cell]]:
    yield sheet.head
    yield from sheet.rows


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case date():
            return cell.isoformat()
        case int() | float():
            return str(cell)
        case str():
            return harmless(cell)


def harmless(text: str) -> str:
    """A cell that a spreadsheet would compute begins with an apostrophe; so does one that begins with such a one, so
    that `meant` gives back what it was."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def meant(text: str) -> str:
    """A cell as it was before `harmless`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


def as_data(sheet: Sheet) -> bytes:
    """A table for other programs, by RFC 4180. Every text is in quotes, so that a spreadsheet that is told to takes it
    for text whatever it looks like; numbers, days and moments stand bare, and are what they are by themselves."""
    return (BOM + "".join(",".join(map(_bare, row)) + "\r\n" for row in _all(sheet))).encode()


def _bare(cell: Cell) -> str:
    match cell:
        case str():
            return '"{}"'.format(harmless(cell).replace('"', '""'))
        case datetime():
            return cell.replace(tzinfo=None, microsecond=0).isoformat()
        case _:
            return _text(cell)


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook with one page."""
    return as_book([sheet])


def as_book(sheets: Iterable[Sheet]) -> bytes:
    """A workbook; the head of each page stays in sight, and every column can be filtered."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        _page(book, sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _page(book: Any, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.head))}{1 + len(sheet.rows)}"
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_headed(page, title) for title in sheet.head])
    for row in sheet.rows:
        page.append([_typed(page, cell) for cell in row])


def _widths(sheet: Sheet) -> list[int]:
    longest = [max(len(_text(row[at])) for row in _all(sheet)) for at in range(len(sheet.head))]
    return [min(max(length + 2, NARROW), WIDE) for length in longest]


def _headed(page: Any, title: str) -> Any:
    cell = _typed(page, title)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _typed(page: Any, value: Cell) -> Any:
    """Text is text, whatever it looks like; workbooks know no zones and no invisible signs."""
    if isinstance(value, str):
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"
        cell.quotePrefix = harmless(value) != value  # it stays text when somebody edits it
        return cell
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        cell = WriteOnlyCell(page, moment.replace(tzinfo=None))
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
        return cell
    return WriteOnlyCell(page, value)

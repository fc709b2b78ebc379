"""Files to fill in: what there is, as examples, in the columns that an import reads."""

import csv
import io
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
from openpyxl.cell import WriteOnlyCell

from bot.catalogue_file import COLUMNS
from engine.catalogue.people import KEYS as PEOPLE

Table = list[list[str]]
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def events(rows: Sequence[Any]) -> Table:
    """Events, in their account's time."""
    table = [list(COLUMNS)]
    for row in rows:
        starts = row.starts_at.astimezone(ZoneInfo(row.timezone))
        minutes = round((row.ends_at - row.starts_at).total_seconds() / 60)
        values = (row.service, row.code, f"{starts:%Y-%m-%dT%H:%M}", minutes, row.capacity, row.minimum)
        table.append([*map(str, values), row.location, row.mode or ""])
    return table


def participants(rows: Sequence[Any]) -> bytes:
    """Who waits where, with which priority."""
    table = [list(PEOPLE)]
    for row in rows:
        who = ("" if row.telegram_id is None else str(row.telegram_id), row.name, row.language)
        table.append([*who, row.event or "", row.service if row.event is None else "", str(row.priority), ""])
    return csv_file(table)


def csv_file(table: Table) -> bytes:
    """UTF-8 with a mark, without which spreadsheets take it for something else."""
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A spreadsheet takes some words for formulas and would run them; numbers are none."""
    return f"'{cell}" if cell.startswith(FORMULAS) and not cell[1:].isdecimal() else cell


def xlsx_file(table: Table) -> bytes:
    """A workbook; every cell is text, no formula."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("events")
    for row in table:
        cells = [WriteOnlyCell(sheet, cell) for cell in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()

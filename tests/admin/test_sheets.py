"""Files for spreadsheets: what is text stays text, what is a number or a date is one, and nothing is computed."""

import csv
import io
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.sheets import FORMULA, Cell, Sheet, as_csv, as_xlsx, harmless, meant

AT = datetime(2026, 12, 1, 17, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Budapest"))
NAMES = [
    "=1+1",
    "@x",
    "+1",
    "-2",
    "'=1+1",
    "#N/A",
    "1e3",
    "007",
    "true",
    "Zoë 🧘‍♀️",
    "<b>&amp;",
    'a,b;c"d',
    "two\nlines",
    " padded ",
]


def sheet(names: list[str]) -> Sheet:
    return Sheet("Names", ["Name", "Seats", "Since"], [[name, 2, AT] for name in names])


def lines_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def page_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_a_workbook_has_types_and_no_formula() -> None:
    page = page_of(as_xlsx(sheet(NAMES)))
    assert [cell.value for cell in page[1]] == ["Name", "Seats", "Since"] and page[1][0].font.bold
    assert (page.title, page.freeze_panes) == ("Names", "A2") and page.auto_filter.ref == "A1:C15"
    for name, row in zip(NAMES, page.iter_rows(min_row=2), strict=True):
        assert (row[0].data_type, row[0].value) == ("s", name)
        assert (row[1].data_type, row[1].value) == ("n", 2)
        assert row[2].is_date and row[2].value == datetime(2026, 12, 1, 18, 30)  # noqa: DTZ001 - wall time


def test_a_csv_file_is_never_computed_and_gives_back_what_it_was() -> None:
    head, *rows = lines_of(as_csv(sheet(NAMES)))
    assert head == ["Name", "Seats", "Since"]
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row)
    assert [meant(row[0]) for row in rows] == NAMES
    assert {(row[1], row[2]) for row in rows} == {("2", "2026-12-01 18:30")}


@pytest.mark.parametrize(("cell", "text"), [(None, ""), (0, "0"), (-3, "-3"), ("", "")])
def test_numbers_are_no_formulas(cell: Cell, text: str) -> None:
    table = Sheet("Numbers", ["One", "Two"], [[cell, "x"]])
    assert lines_of(as_csv(table))[1] == [text, "x"]
    assert page_of(as_xlsx(table))["A2"].value == (cell if cell != "" else None)


def test_signs_that_no_workbook_takes_are_left_out() -> None:
    assert page_of(as_xlsx(sheet(["A\x0bnna\x00"])))["A2"].value == "Anna"


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\nax1 "), max_size=6))
def test_whatever_stands_in_a_cell_comes_back(text: str) -> None:
    assert meant(harmless(text)) == text and not harmless(text).startswith(FORMULA)

"""Tables, encodings, and files that are not what they say."""

import io
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest

from bot.catalogue_file import load
from engine.catalogue import CatalogueErrors, EventPlan, Known, Problem, ServicePlan
from tests.catalogue.test_contract import NOW

KNOWN = Known(timezone="Europe/Budapest", services={"yoga": ServicePlan("yoga", "group", {"en": "Yoga"})})
HEAD = ["service", "code", "starts_at", "minutes", "capacity", "minimum", "location", "mode"]


def events(data: bytes, name: str) -> tuple[EventPlan, ...]:
    return load(data, name, NOW, KNOWN).events


def problems(data: bytes, name: str) -> list[Problem]:
    with pytest.raises(CatalogueErrors) as caught:
        events(data, name)
    return caught.value.problems


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(encoding: str, delimiter: str) -> None:
    rows = [HEAD, ["yoga", "a", "2026-12-01 18:00", "60", "7", "", '"Nagyterem, 2. emelet"', "manual"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    (event,) = events(text.encode(encoding), "Events.CSV")
    assert (event.capacity, event.location, event.mode) == (7, "Nagyterem, 2. emelet", "manual")


def test_csv_errors_have_their_lines() -> None:
    text = "service,code,starts_at,minutes,capacity,location\n"
    text += 'yoga,a,2026-12-01T18:00,60,7,"two\nlines"\n\nyog,b,x,60,7\n'
    found = [(p.line, p.path, p.key) for p in problems(text.encode(), "e.csv")]
    assert found == [
        (2, "events[0].location", "text"),
        (5, "events[1].service", "near"),
        (5, "events[1].starts_at", "moment"),
    ]


def test_columns_nobody_knows() -> None:
    found = problems(b"service,code,start_at,capacity,code,,x\n", "e.csv")
    assert [(p.path, p.key) for p in found] == [
        ("column 3", "near"),
        ("column 5", "doubled_key"),
        ("column 6", "key"),
        ("column 7", "key"),
    ]


def test_xlsx_with_dates_and_numbers() -> None:
    moment = datetime(2026, 12, 1, 18)  # noqa: DTZ001 - a cell has wall time
    data = workbook(
        ["Service", "Code", "Starts at", *HEAD[3:]],
        ["yoga", "a", moment, 60.0, 7, None, None, None],
        [None] * 8,
        ["yoga", 1202, 46357.75, 60, 7],
        ["yoga", "c", "2026-12-01T18:00", 60, 7, 0, "=1+1"],
    )
    found = events(data, "e.xlsx")
    assert [event.code for event in found] == ["a", "1202", "c"]
    assert {event.starts_at for event in found} == {datetime(2026, 12, 1, 17, tzinfo=UTC)}


def test_xlsx_errors_have_their_rows() -> None:
    data = workbook([*HEAD], ["yoga", "a", "2026-12-01T18:00", 60, 0], ["yoga", "a", "soon", 60, 7])
    assert [(p.line, p.path) for p in problems(data, "e.xlsx")] == [
        (2, "events[0].capacity"),
        (3, "events[1].starts_at"),
        (3, "events[1].code"),
    ]


def test_a_bomb_is_not_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (101 * 1024 * 1024))
    assert [problem.key for problem in problems(file.getvalue(), "e.xlsx")] == ["size"]


@pytest.mark.parametrize(
    ("data", "name", "key", "line"),
    [
        (b"account: [\n", "c.yaml", "syntax", 2),
        (b"a: 1\nb: {\n", "c.yaml", "syntax", 3),
        (b"a: &x [1]\nb: *x\n", "c.yaml", "syntax", 2),
        (b"? [a]\n: b\n", "c.yaml", "syntax", 1),
        (b"---\na: 1\n---\nb: 1\n", "c.yaml", "syntax", 4),
        (b"a: 1\nb: \xff\n", "c.yaml", "encoding", 2),
        (b"a: \x00\n", "c.yaml", "encoding", None),
        (b'{"a": 1,\n}', "c.json", "syntax", 2),
        (b"{'a': 1}", "c.json", "syntax", 1),
        (b"[" * 100_000, "c.json", "depth", None),
        (b"[" * 60 + b"]" * 60, "c.yaml", "depth", 1),
        (b"[" * 100_000, "c.yaml", "depth", 1),
        (b"{a: " * 100_000, "c.yaml", "depth", 1),
        (b"- " * 100_000, "c.yaml", "depth", 1),
        (b"hello", "c.xlsx", "syntax", None),
        (b"hello", "c.exe", "format", None),
        (b"x" * (20 * 1024 * 1024 + 1), "c.yaml", "size", None),
        (b'service,code\n"yoga', "c.csv", "syntax", 2),
        (b"", "c.csv", "key", 1),
        (b"", "c.yaml", "fields", None),
        (b"service,code\nyoga,a,b\n", "c.csv", "syntax", 2),
    ],
)
def test_files_that_cannot_be_read(data: bytes, name: str, key: str, line: int | None) -> None:
    (problem,) = problems(data, name)
    assert (problem.key, problem.line) == (key, line)


def test_many_rows_in_reasonable_time() -> None:
    rows = "".join(f"yoga,e{n},2026-12-01T18:00,60,7\n" for n in range(20_000))
    assert len(events(("service,code,starts_at,minutes,capacity\n" + rows).encode(), "e.csv")) == 20_000

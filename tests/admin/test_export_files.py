"""Files of a month: every table reads back as what it was, with the right types, whatever people are called."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from engine.rules.exporting import difference, limited
from handlers.admin.export_data import CHANGED, HEAD
from handlers.admin.export_files import content, name
from handlers.sheets import FORMULA, meant
from tests.rules.exports import exported
from tests.rules.plannings import planning, wants
from tests.texts import TEXTS

NAMES = [
    "=1+1",
    "@x",
    "+1",
    "-1",
    "\ttab",
    "two\r\nlines",
    'Zoë "🧘", x;y',
    "007",
    "1e3",
    "2026-12-01",
    "'=x",
    "_x0041_",
]
"""Of persons 1, 2, 3 …"""
LANGUAGES = ("en", "hu", "de")
SOFFICE = shutil.which("soffice")
PAGES = "placements now unplaced events adjustments versions wishes about".split()


def month() -> Any:
    people = range(1, len(NAMES) + 1)
    document = exported(planning({person: wants(1, 2, 3) for person in people}, (3, 3, 0)), built=True)
    for row in document["people"]:
        row["name"] = NAMES[int(row["id"]) - 1]
    last = {
        "person": "1",
        "reason": "=a reason",
        "by": "@Ada",
        "at": "2026-11-24T12:00:00+01:00",
        "active": False,
    }
    pin = {"id": "77", "kind": "move", "session": "1", "from": "2", **last}
    silent = {**document["wishes"][0], "person": "99", "status": "asked", "choices": [], "at_most": "day"}
    failed = {
        "strategy": "fast_fill",
        "ordering": "most",
        "started_by": "=Ada",
        "error": "lost",
        "metrics": None,
    }
    failed |= {
        "started_at": "2026-11-24T12:00:00+01:00",
        "finished_at": None,
        "short": None,
        "input_hash": "f" * 64,
    }
    document["runs"][-1] |= failed
    return document | {"adjustments": [pin], "wishes": [*document["wishes"], silent | {"weekdays": [0, 2]}]}


def lines_of(written: bytes) -> list[dict[str, str]]:
    assert written.startswith(b"\xef\xbb\xbf") and written.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))


def book_of(written: bytes) -> dict[str, Any]:
    return {page.title: page for page in openpyxl.load_workbook(io.BytesIO(written)).worksheets}


def page(language: str, what: str, written: bytes) -> list[dict[str, Any]]:
    head, *rows = book_of(written)[TEXTS[language].plain(f"label-export-sheet-{what}")].iter_rows(
        values_only=True
    )
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_csv_has_the_same_words_in_every_language() -> None:
    document = month()
    english = lines_of(content(TEXTS["en"], document, "csv"))
    german = lines_of(content(TEXTS["de"], document, "csv"))
    assert list(english[0]) == list(HEAD)
    assert [{**row, "event": ""} for row in english] == [{**row, "event": ""} for row in german]
    kinds = [row["kind"] for row in english]
    assert kinds.count("placement") == 6 and kinds.count("unplaced") == 6 and kinds.count("wish") == 1
    first = english[0]
    assert (first["month"], first["version"], first["timezone"]) == ("2026-12", "2", "Europe/Budapest")
    assert (first["seed_hash"], first["seed"]) == (
        document["period"]["seed_hash"],
        document["period"]["seed"],
    )
    assert first["input_hash"] == document["runs"][1]["input_hash"]
    placed = document["placements"][0]
    assert (first["person_id"], first["event_id"]) == (placed["person"], placed["session"])
    assert (first["state"], first["reason"]) == ("confirmed", placed["reason"])
    assert (first["date"], first["starts_at"][10:]) == (first["starts_at"][:10], "T18:00:00")
    assert english[-1]["state"] == "asked"


def test_csv_is_never_computed_and_gives_back_every_name() -> None:
    rows = lines_of(content(TEXTS["en"], month(), "csv"))
    named = {int(row["person_id"]): meant(row["person"]) for row in rows}
    assert [named[number] for number in range(1, len(NAMES) + 1)] == NAMES
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row.values())


def test_every_text_of_csv_is_in_quotes_and_no_number_is() -> None:
    line = content(TEXTS["en"], month(), "csv").decode().split("\r\n")[1]
    assert line.startswith('"2026-12",2,"')
    assert ",2026-12-" in line and '"2026-12-01T' not in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_has_a_page_for_each_view(language: str) -> None:
    document = month()
    written = content(TEXTS[language], document, "xlsx")
    book, say = book_of(written), TEXTS[language].plain
    assert list(book) == [say(f"label-export-sheet-{what}") for what in PAGES]
    for each in book.values():
        assert each.freeze_panes == "A2" and all(cell.font.bold for cell in each[1])
        assert not [cell for row in each.iter_rows() for cell in row if cell.data_type == "f"]
        assert all(
            each.column_dimensions[get_column_letter(n)].width >= 8 for n in range(1, each.max_column + 1)
        )
    placed = page(language, "placements", written)
    assert [row[say("column-export-person-id")] for row in placed] == [
        int(row["person"]) for row in document["placements"]
    ]
    assert all(isinstance(row[say("column-begins")], datetime) for row in placed)
    assert {row[say("column-list-status")] for row in placed} == {say("label-list-confirmed")}
    named = {
        row[say("column-export-person-id")]: row[say("column-list-name")]
        for row in page(language, "wishes", written)
    }
    assert [named[n] for n in range(1, len(NAMES) + 1)] == [text.replace("\r\n", "\n") for text in NAMES]
    told = {
        row[say("column-export-what")]: row[say("column-export-value")]
        for row in page(language, "about", written)
    }
    assert told[say("label-export-seed")] == document["period"]["seed"]
    (failed,) = [row for row in page(language, "versions", written) if row[say("column-export-version")] == 9]
    assert failed[say("column-list-status")] == say("label-export-failed")
    (moved,) = page(language, "adjustments", written)
    assert (moved[say("column-reason")], moved[say("column-who")]) == ("=a reason", "@Ada")
    assert moved[say("column-list-status")] == say("label-export-over")


def test_no_date_keeps_its_day_and_no_number_is_a_text() -> None:
    book = book_of(content(TEXTS["en"], month(), "xlsx"))
    row = book["As drawn"][2]
    assert row[0].data_type == "n" and row[4].is_date and row[4].number_format == "yyyy-mm-dd"
    assert row[5].is_date and row[5].number_format == "yyyy-mm-dd hh:mm"
    formulas = [
        cell for cell in book["As drawn"]["B"][1:] if str(cell.value).startswith(("=", "+", "@", "-"))
    ]
    assert formulas and all(cell.quotePrefix and cell.data_type == "s" for cell in formulas)


def test_json_is_the_document() -> None:
    document = month()
    assert json.loads(content(TEXTS["en"], document, "json")) == document


def test_a_difference_in_every_format() -> None:
    before, after = month(), month()
    before["run"] = 1
    gone = after["placements"].pop()
    after["runs"][1]["output"]["placements"] = [
        row
        for row in after["runs"][1]["output"]["placements"]
        if (row["person"], row["session"]) != (gone["person"], gone["session"])
    ]
    found = difference(before, after)
    (row,) = lines_of(content(TEXTS["en"], found, "csv"))
    assert tuple(row) == CHANGED and (row["change"], row["side"], row["person_id"]) == (
        "fell_out",
        "from",
        gone["person"],
    )
    written = content(TEXTS["en"], found, "xlsx")
    (told,) = page("en", "changes", written)
    assert (told["Change"], told["After"]) == ("Has no place any more", None) and "2026-12" in told["Before"]
    assert [version["Version"] for version in page("en", "versions", written)] == [1, 2]
    assert json.loads(content(TEXTS["en"], found, "json"))["changes"] == found["changes"]
    assert name(found, "csv") == "nextseat-2026-12-v1-v2.csv"


def test_what_files_are_called() -> None:
    document = month()
    assert name(document, "xlsx") == "nextseat-2026-12-v2.xlsx"
    assert name(document, "json", nameless=True) == "nextseat-2026-12-v2-proof.json"
    assert name(limited(document, location="Studio A"), "csv") == "nextseat-2026-12-v2-studio-a.csv"
    assert name(limited(document, state="placed"), "csv") == "nextseat-2026-12-v2-placed.csv"
    assert name(document | {"filter": {"location": "Зал"}}, "csv") != name(
        document | {"filter": {"location": "Дом"}}, "csv"
    )
    assert name(document | {"run": None}, "csv") == "nextseat-2026-12.csv"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_after_changes_is_the_class_list_of_now(language: str) -> None:
    """Somebody was moved, and their seat went to whoever waited: what was drawn stays as it was, beside what is."""
    document = month()
    lost = document["placements"][0]
    lost["state"] = "cancelled"
    document["bookings"][0] |= {"booking": "990", "session": "3", "source": "move", "state": "attended"}
    moved = document["bookings"][0]
    early = {"session": "2", "state": "confirmed", "source": "self", "made_at": "2026-11-02T12:00:00+01:00"}
    document["bookings"].append({**moved, "booking": "991", **early})
    told = lines_of(content(TEXTS[language], document, "csv"))
    for kind, wanted in (("since", ("990", "3", "move")), ("before", ("991", "2", "self"))):
        rows = [row for row in told if row["kind"] == kind]
        assert [(row["booking_id"], row["event_id"], row["reason"]) for row in rows] == [wanted]
    book = content(TEXTS[language], document, "xlsx")
    say = TEXTS[language].plain
    drawn, now = page(language, "placements", book), page(language, "now", book)
    assert drawn[0][say("column-export-since")].count(":") == 1 and not drawn[1][say("column-export-since")]
    assert [row[say("column-export-booking-id")] for row in now] == [
        int(row["booking"]) for row in document["bookings"]
    ]
    assert now[0][say("column-export-came-by")] == say("label-export-by-move")
    document["events"][0]["status"] = "cancelled"
    (first, *_) = page(language, "events", content(TEXTS[language], document, "xlsx"))
    assert first[say("column-export-held")] == say("label-export-no")
    assert {row["session"] for row in limited(document, state="attended")["bookings"]} == {moved["session"]}


def test_a_part_leaves_out_what_it_is_not_about() -> None:
    rows = lines_of(content(TEXTS["en"], limited(month(), location="Studio A", state="placed"), "csv"))
    assert {row["location"] for row in rows} == {"Studio A"} and {row["kind"] for row in rows} == {
        "placement"
    }


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-calc)")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_libreoffice_opens_it_with_the_right_types(tmp_path: Path, form: Any) -> None:
    """A CSV file as its dialog reads it with "quoted field as text"; a workbook as it is."""
    assert SOFFICE is not None
    (tmp_path / f"in.{form}").write_bytes(content(TEXTS["en"], month(), form))
    reading = ["--infilter=CSV:44,34,76,1,,0,true,false"] if form == "csv" else []
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [SOFFICE, home, "--headless", *reading, "--convert-to", "xlsx", "--outdir", "out", f"in.{form}"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = book_of((tmp_path / "out/in.xlsx").read_bytes())
    first = pages["in" if form == "csv" else "As drawn"]
    head = [cell.value for cell in first[1]]
    at = {key: head.index(key) for key in (HEAD if form == "csv" else head)}
    person, number, day, begins = (
        at[key]
        for key in (
            ("person", "person_id", "date", "starts_at")
            if form == "csv"
            else ("Name", "Person no.", "Day", "Begins")
        )
    )
    assert not [
        cell for each in pages.values() for row in each.iter_rows() for cell in row if cell.data_type == "f"
    ]
    for row in first.iter_rows(min_row=2, max_row=7):
        read = meant(row[person].value) if form == "csv" else row[person].value
        assert read == NAMES[row[number].value - 1].replace("\r\n", "\n")
        assert (row[number].data_type, row[person].data_type) == ("n", "s")
        assert row[day].is_date and row[begins].is_date

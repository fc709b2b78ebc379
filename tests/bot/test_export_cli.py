"""The commands `export` and `verify`, from a database to a file and back to nothing but the file."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.cli import main
from bot.settings import NAMES
from storage.database import open_database
from storage.tables import runs
from tests.services.studio import Studio
from tests.texts import TEXTS

ROOT = Path(__file__).parents[2]
Said = Callable[[], Any]


@pytest.fixture(scope="module")
def finished(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a final December of two versions; allocated as the house does it."""
    path = tmp_path_factory.mktemp("finished") / "nextseat.db"
    path.write_bytes(sqlite_template.read_bytes())
    asyncio.run(_finish(f"sqlite+aiosqlite:///{path}"))
    return path


async def _finish(url: str) -> None:
    from engine.services.runs import allocate

    studio = Studio(open_database(url))
    await studio.begin(2, 2)
    for person in (1, 2, 3):
        await studio.wish(person, 1)
    for person in (4, 5):
        await studio.wish(person, 2)
    await studio.close()
    await studio.execute(allocate=allocate)
    made = await studio.execute(keep=True, allocate=allocate)
    await studio.finalize(made.run_id)
    assert len(await studio.rows(runs)) == 2
    await studio.database.close()


@pytest.fixture(autouse=True)
def place(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("bot.exporting.load_texts", lambda: TEXTS)
    for key in [key for key in os.environ if key in NAMES]:
        monkeypatch.delenv(key)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{finished}")
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """The one document that a command printed."""
    return lambda: json.loads(capsys.readouterr().out)


def export(*arguments: str) -> int:
    return main(["export", "--period", "2026-12", *arguments])


def test_out_and_back(place: Path, said: Said, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--out", "month.json", "--json") == 0
    told = said()
    assert (told["version"], told["placements"], told["unplaced"], told["format"]) == (2, 4, 1, "json")
    document = json.loads((place / "month.json").read_text())
    assert main(["verify", "month.json", "--json"]) == 0
    proved = said()
    assert (proved["problems"], proved["versions"], proved["placements"]) == ([], [1, 2], 4)
    assert proved["seed_hash"] == document["period"]["seed_hash"]
    assert main(["verify", "month.json", "--seal", proved["seed_hash"].upper()]) == 0
    lines = capsys.readouterr().out
    assert "nothing differs" in lines and lines.count("proved: ") == 6 and "NOT" not in lines
    assert main(["verify", "month.json", "--seal", "0" * 64]) == 1
    assert "0000 was posted" in capsys.readouterr().out


def test_a_changed_file_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--out", "month.json") == 0
    document = json.loads((place / "month.json").read_text())
    for row in document["placements"]:
        row["rank"] += 1
    document["placements"] *= 10
    (place / "month.json").write_text(json.dumps(document))
    assert main(["verify", "month.json"]) == 1
    told = capsys.readouterr().out
    assert "NOT proved: 40 differences" in told and "placements[0].rank" in told and "20 more" in told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("{", "no JSON"), ("[1]", "no export"), ('{"format": "nextseat-difference-1"}', "another kind")],
)
def test_what_is_no_export_is_wrong_use(
    place: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    (place / "other.json").write_text(text)
    assert main(["verify", "other.json"]) == 2
    assert sentence in capsys.readouterr().err
    assert main(["verify", "missing.json"]) == 2


def test_each_format_and_part(place: Path) -> None:
    assert export("--out", "all.csv", "--service", "yoga", "--status", "placed") == 0
    rows = list(csv.DictReader(io.StringIO((place / "all.csv").read_text("utf-8-sig"))))
    assert len(rows) == 4 and {row["kind"] for row in rows} == {"placement"}
    assert export("--out", "file", "--run", "1", "--format", "xlsx") == 0
    assert len(openpyxl.load_workbook(io.BytesIO((place / "file").read_bytes())).worksheets) == 8
    assert export("--out", "proof.json", "--nameless") == 0
    assert "Person 1" not in (place / "proof.json").read_text()
    assert main(["verify", "proof.json"]) == 0
    assert export("--out", "part.json", "--status", "waiting") == 0
    assert main(["verify", "part.json"]) == 0
    assert export("--out", "plain") == 0
    assert (place / "plain").read_bytes().startswith(b'\xef\xbb\xbf"month"')


def test_the_difference_between_two(place: Path, said: Said) -> None:
    assert export("--against", "1", "--out", "two.json", "--json") == 0
    assert said() | {"file": ""} == {
        "problems": [],
        "file": "",
        "format": "json",
        "month": "2026-12",
        "before": 1,
        "after": 2,
        "changes": 0,
    }
    assert main(["verify", "two.json"]) == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--period", "2027-01"], "--period 2027-01: the months here are 2026-12"),
        (["--period", "december"], "--period december"),
        (["--service", "clay"], "--service clay: the choices here are yoga"),
        (["--location", "Moon"], "--location Moon"),
        (["--status", "happy"], "--status happy: the choices here are placed, unplaced"),
        (["--run", "7"], "--run 7: the choices here are 1, 2"),
        (["--against", "7"], "--against 7"),
        (["--against", "1", "--status", "placed"], "--against: the difference is told whole"),
    ],
)
def test_what_is_not_there_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert export("--out", "x.csv", *arguments) == 2
    assert sentence in capsys.readouterr().err
    assert not (place / "x.csv").exists()


def test_where_nothing_can_be_read_or_written(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert export("--out", "no/such/folder.csv") == 2
    assert "folder.csv" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{place}/none.db")
    assert export("--out", "x.csv") == 2
    assert "there is no database" in capsys.readouterr().err and not (place / "none.db").exists()


def test_verify_needs_neither_database_nor_telegram(place: Path) -> None:
    """A process of its own, which knows nothing but the file."""
    assert export("--out", "month.json") == 0
    code = (
        "import sys; from bot.cli import main; ended = main(sys.argv[1:]);"
        "strangers = {'aiogram', 'sqlalchemy', 'openpyxl', 'storage', 'handlers'} & sys.modules.keys();"
        "sys.exit(ended or len(strangers))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": "nothing"}
    command = [sys.executable, "-c", code, "verify", str(place / "month.json"), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["problems"] == []

"""The commands: 0 fine, 1 found something, 2 wrong use; with --json one document and nothing else."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import bot.app
from bot.alone import alone
from bot.cli import main
from bot.demo import studio
from bot.settings import NAMES

EVENTS = "code,service,starts_at,minutes,capacity\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder and settings of its own."""
    for name in [name for name in os.environ if name in NAMES]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.set_up", lambda *_: None)  # it is for a process of its own
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/data/nextseat.db")
    return tmp_path


def written(place: Path) -> Path:
    return studio.write(place, datetime.now(UTC).date())


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_no_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["sesame"], ["import"], ["demo", "--port", "x"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "import" in capsys.readouterr().out


def test_run_without_a_token_names_the_variable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    told = capsys.readouterr().err
    assert "BOT_TOKEN" in told and "./run demo" in told and len(told.splitlines()) == 1


def test_migrate_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == 0
    assert "applied 0001" in capsys.readouterr().out
    assert main(["migrate"]) == 0
    assert "up to date" in capsys.readouterr().out


def test_a_newer_schema_is_left_alone(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == 0
    with sqlite3.connect(place / "data/nextseat.db") as file:
        file.execute("UPDATE alembic_version SET version_num = '9999_future'")
    file.close()
    assert main(["migrate"]) == 2
    assert "9999_future" in capsys.readouterr().err


def test_import_then_doctor(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(written(place))
    assert main(["import", file, "--dry-run", "--json"]) == 0
    assert said(capsys)["problems"] == []
    assert main(["import", file, "--json"]) == 0
    first = said(capsys)
    assert first["changes"] and first["problems"] == []
    assert main(["import", file]) == 0
    assert capsys.readouterr().out
    assert main(["import", file, "--json"]) == 0
    assert said(capsys)["changes"] == []
    assert main(["doctor"]) == 0
    assert "all is well" in capsys.readouterr().out
    assert main(["doctor", "--json"]) == 0
    assert said(capsys)["problems"] == []


def test_import_names_every_mistake_and_writes_nothing(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "wrong.csv").write_text(EVENTS + "a,yoga,tomorrow,60,7\nb,yoga,2026-12-01T18:00,60,-1\n")
    assert main(["import", "wrong.csv"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("2" in line for line in lines) and any("3" in line for line in lines)
    assert lines[-1].endswith("nothing was written")
    assert main(["import", "wrong.csv", "--json"]) == 1
    assert {2, 3} <= {problem["line"] for problem in said(capsys)["problems"]}


def test_import_into_nothing_wants_an_account(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "first.csv").write_text(EVENTS + "a,yoga,2030-12-01T18:00,60,7\n")
    assert main(["import", "first.csv", "--json"]) == 1
    assert said(capsys)["problems"]


NOVA: dict[str, Any] = {
    "account": {"name": "Nova", "timezone": "Europe/Budapest", "languages": ["en", "hu"]},
    "services": [
        {
            "code": "yoga",
            "name": {"en": "Yoga", "hu": "Jóga"},
            "offer": {"validity": "2h"},
            "events": [{"code": "e-1", "starts_at": "2099-12-01T18:00", "minutes": 60, "capacity": 10}],
        }
    ],
}


def changed(**values: Any) -> dict[str, Any]:
    """The file with another event."""
    (yoga,) = NOVA["services"]
    return {"services": [yoga | {"events": [yoga["events"][0] | values]}]}


def imported(place: Path, document: Any, *more: str, exits: int = 0) -> None:
    # each value in a line of its own, as a person would write it
    (place / "file.json").write_text(json.dumps(document, indent=1))
    assert main(["import", "file.json", *more]) == exits


def test_an_import_says_what_changes(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(place, NOVA)
    assert capsys.readouterr().out.splitlines() == [
        "+ account Nova", "+ service yoga", "+ event e-1", "file.json: made 3, changed 0, 0 unchanged",
    ]  # fmt: skip
    imported(place, changed(capacity=12, starts_at="2099-12-02T18:30"), "--dry-run")
    line = (
        "~ event e-1: starts 2099-12-01 18:00 → 2099-12-02 18:30, ends 2099-12-01 19:00 → 2099-12-02 19:30, "
        "capacity 10 → 12"
    )
    summary = "file.json: would make 0, change 1, 1 unchanged"
    assert capsys.readouterr().out.splitlines() == [line, summary]
    rules = {"offer": {"validity": "90m", "cutoff": "1d", "quiet": "22:00-08:00"}, "cancel_before": "0h"}
    (yoga,) = NOVA["services"]
    more = yoga | rules | {"name": {"en": "Yin", "hu": "Jóga"}, "self_service": False}
    event = {"mode": "manual", "location": "L" * 41, "offer": {"parallel": 2}}
    imported(place, {"services": [more | changed(**event)["services"][0] | rules | {"name": more["name"]}]})
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "~ service yoga: name.en Yoga → Yin, offer.cutoff 0m → 1d, offer.quiet – → 22:00-08:00, "
        "offer.validity 2h → 90m, cancel_before – → 0m, "
        "self_service true → false"
    )
    assert said[1] == f"~ event e-1: location – → {'L' * 40}…, mode – → manual, offer changed"
    imported(place, NOVA | {"account": NOVA["account"] | {"languages": ["en"], "auto_backfill": False}})
    assert "~ account Nova: languages en+hu → en, auto_backfill true → false" in capsys.readouterr().out


def test_an_import_that_changes_nothing_says_so(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(place, NOVA)
    capsys.readouterr()
    for more in ((), ("--dry-run",)):
        imported(place, NOVA, *more)
        assert capsys.readouterr().out == "file.json: nothing to change, 3 unchanged\n"


def test_an_import_warns_of_what_is_strange(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be meant so: nothing is refused."""
    yoga = changed(starts_at="2020-12-01T18:00")["services"][0] | {
        "name": "Yoga",
        "description": {"hu": "Jó"},
    }
    imported(place, NOVA | {"services": [yoga]}, "--json")
    warned = said(capsys)["warnings"]
    assert [warning["text"] for warning in warned] == [
        "yoga: no name in hu; readers see another language",
        "yoga: no description in en; readers see another language",
        "e-1: it starts in the past (2020-12-01 18:00), so nobody can book it",
    ]
    lines = (place / "file.json").read_text().splitlines()
    assert [lines[warning["line"] - 1].split('"')[3] for warning in warned] == ["yoga", "yoga", "e-1"]
    imported(place, {"services": [yoga]})
    assert "in the past" not in capsys.readouterr().out, "that is known"


def test_what_the_database_refuses_has_its_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(place, NOVA)
    with sqlite3.connect(place / "data/nextseat.db") as file:
        file.execute("PRAGMA foreign_keys=OFF")
        for trigger in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {trigger[0]}")
        file.execute("UPDATE seats SET hold_id = 1")
    file.close()
    capsys.readouterr()
    imported(place, changed(capacity=2), exits=1)
    told = capsys.readouterr().out.splitlines()
    at = (place / "file.json").read_text().splitlines().index('     "code": "e-1",') + 1
    assert told[0] == f"line {at}: e-1: capacity 2 is below the 10 seats in use."
    imported(place, changed(capacity=2), "--json", exits=1)
    (problem,) = said(capsys)["problems"]
    assert (problem["line"], problem["path"]) == (at, "e-1")


def test_a_look_makes_no_database(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    told = capsys.readouterr()
    assert "no database" in told.out and len(told.out.splitlines()) == 1 and not told.err
    assert main(["doctor", "--json"]) == 1
    assert len(said(capsys)["problems"]) == 1
    imported(place, NOVA, "--dry-run")
    assert "would make 3" in capsys.readouterr().out
    assert not (place / "data").exists()


def test_import_of_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "nothing.yaml"]) == 2
    assert "nothing.yaml" in capsys.readouterr().err


def test_doctor_finds_what_is_broken(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(written(place))]) == 0
    with sqlite3.connect(place / "data/nextseat.db") as file:
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute("DELETE FROM seats WHERE number = 1")
    file.close()
    capsys.readouterr()
    assert main(["doctor"]) == 1
    assert "broken" in capsys.readouterr().out


def test_one_bot_a_file(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:" + "x" * 35)
    first = alone(os.environ["DATABASE_URL"])
    assert first is not None
    assert main(["run"]) == 2
    assert "another bot process" in capsys.readouterr().err
    first.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_run_ends_by_a_signal(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:" + "x" * 35)
    ran = []

    async def run(settings: Any, stopping: asyncio.Event) -> None:
        os.kill(os.getpid(), number)
        await asyncio.wait_for(stopping.wait(), 5)
        ran.append(settings.http_port)

    monkeypatch.setattr(bot.app, "run", run)
    assert main(["run"]) == 0
    assert ran == [8080]


@pytest.mark.parametrize(("name", "arguments"), [("play", ["--story"]), ("serve", [])])
def test_interrupted(monkeypatch: pytest.MonkeyPatch, name: str, arguments: list[str]) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"bot.demo.{name}", interrupted)
    assert main(["demo", *arguments]) == 130

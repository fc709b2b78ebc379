"""The command `allocate`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from engine.rules.allocation import SolverFailed
from tests.allocation.written import document, person, session

ASKED = document([session("s")], [person("p", ["s"]), person("é", ["s"])], seed="a")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "in.json"
    file.write_text(json.dumps(ASKED))
    return file


def test_a_file_in_and_a_file_out(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert main(["allocate", str(path), "--seed", "b", "--strategy", "balanced", "--out", str(out)]) == 0
    found = json.loads(out.read_text())
    assert (found["seed"], found["strategy"], len(found["placements"])) == ("b", "balanced", 1)


def test_without_a_file_to_write_it_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["allocate", str(path)]) == 0
    assert len(json.loads(capsys.readouterr().out)["placements"]) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "this is no JSON"),
        ("[]", "an object is needed"),
        (json.dumps({**ASKED, "people": [person("p", ["s99"])]}), 'people[0].wishes[0]: no session "s99"'),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(
    path: Path, text: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text(text)
    out = tmp_path / "out.json"
    assert main(["allocate", str(path), "--out", str(out)]) == 2
    assert sentence in capsys.readouterr().err
    assert not out.exists()


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["allocate", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def run(path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "allocate", str(path), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_solver_that_talks_by_itself_does_not_talk_into_the_document() -> None:
    done = run(Path(__file__).with_name("talks.json"), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["seed"] == "488"
    assert "Highs" in done.stderr, "this input no longer makes the solver talk: find another"


def test_half_a_letter_is_refused_and_the_file_that_was_there_stays(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    out.write_text("before")
    path.write_text(json.dumps(document([session("s")], [person("\ud800", ["s"])])))
    assert main(["allocate", str(path), "--out", str(out)]) == 2
    assert "people[0].id: a text with half a letter" in capsys.readouterr().err
    assert out.read_text() == "before"


def test_a_file_is_written_whole_or_not_at_all(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    out.write_text("before")

    def full(self: Path, *_: object, **__: object) -> None:
        self.write_bytes(b"{")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["allocate", str(path), "--out", str(out)]) == 2
    assert capsys.readouterr().err == f"{out}: No space left on device\n"
    assert out.read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.json", "out.json"]


def test_a_pipe_is_written_to_as_it_is(path: Path) -> None:
    assert json.loads(run(path, "--out", "/dev/stdout").stdout)["seed"] == "a"


def test_a_solver_at_fault_is_one_line(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> None:
        raise SolverFailed("the flow ended as UNBALANCED")

    monkeypatch.setattr("bot.allocating.allocate", broken)
    assert main(["allocate", str(path)]) == 1
    assert capsys.readouterr().err == "nothing was allocated: the flow ended as UNBALANCED\n"


def test_values_too_far_apart_are_wrong_input(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("engine.rules.allocation.flow.MOST_COST", 1)
    assert main(["allocate", str(path)]) == 2
    assert capsys.readouterr().err.startswith("people[..].values: the values are too far apart")


def test_it_is_quick_because_it_knows_neither_telegram_nor_the_database(path: Path) -> None:
    code = (
        "import sys; from bot.cli import main; main(sys.argv[1:]);"
        "print(sorted({'aiogram', 'sqlalchemy', 'pandas', 'scipy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "allocate", str(path)], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"

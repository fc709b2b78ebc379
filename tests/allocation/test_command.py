"""The command `allocate`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.allocation.written import document, person, session

ASKED = document([session("s")], [person("p", ["s"]), person("q", ["s"])], seed="a")


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


def test_it_is_quick_because_it_knows_neither_telegram_nor_the_database(path: Path) -> None:
    code = (
        "import sys; from bot.cli import main; main(sys.argv[1:]);"
        "print(sorted({'aiogram', 'sqlalchemy', 'pandas', 'scipy'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "allocate", str(path)], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"

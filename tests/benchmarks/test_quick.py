"""Every benchmark runs to its end on tiny sizes: processes start and stop, and each checks for itself that nothing was
oversold, lost or told twice. Its figures mean nothing here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS, main

ROOT = Path(__file__).parents[2]
EVERY_TIME = {("decide", "sqlite")}  # the others start more, or do much the same
BOTH = ("decide", "backfill", "expire", "results")
CASES = [
    pytest.param(*case, marks=() if case in EVERY_TIME else pytest.mark.long)
    for case in (*((name, "sqlite") for name in BENCHMARKS), *((name, "postgresql") for name in BOTH))
]


def quick(name: str, kind: str, path: Path) -> list[dict[str, object]]:
    """Its rows, as `--json` writes them."""
    command = ["benchmarks", name, "--quick", "--database", kind, "--json", str(path)]
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))[name][kind]
    return rows


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_it_runs(name: str, kind: str, tmp_path: Path) -> None:
    rows = quick(name, kind, tmp_path / "figures.json")
    assert any(row["goal"] and row["ratio"] for row in rows)


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["speed", "--quick"])
    assert "invalid choice: 'speed'" in capsys.readouterr().err

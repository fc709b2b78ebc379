"""Who may know whom: the contracts of pyproject.toml, and what they cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOR_THE_MONTH = {"numpy", "scipy", "highspy", "ortools"}


def test_the_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_engine_needs_nothing_but_the_standard_library() -> None:
    known = set(sys.stdlib_module_names) | {"engine"}
    for path in sorted((ROOT / "engine").rglob("*.py")):
        allowed = known | FOR_THE_MONTH if "allocation" in path.parts else known
        strangers = {name for name in imported(path) if name.partition(".")[0] not in allowed}
        assert not strangers, f"{path.relative_to(ROOT)} imports {', '.join(sorted(strangers))}"


def test_the_engine_reads_no_clock_and_draws_no_chance() -> None:
    """`now` and ids are arguments; a module that could make its own is not even imported."""
    for path in sorted((ROOT / "engine").rglob("*.py")):
        found = {"time", "secrets", "uuid", "socket", "subprocess"} & set(imported(path))
        assert not found, f"{path.relative_to(ROOT)} imports {', '.join(sorted(found))}"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module)

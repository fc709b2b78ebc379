"""The tests of the rules go red for every planted bug: whatever they are green for is then worth something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.planted import BUGS, Bug

ROOT = Path(__file__).parents[2]

CONFTEST = """\
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "red",
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("red")


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true")
"""
"""One failing example is enough: nothing is made smaller, nothing is kept, and it is the same one each time."""


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_every_bug_has_its_place(bug: Bug) -> None:
    text = (ROOT / "engine" / bug.file).read_text()
    assert text.count(bug.right) == 1
    compile(text.replace(bug.right, bug.wrong), bug.file, "exec")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the engine and of the tests of its rules."""
    copy = tmp_path_factory.mktemp("house")
    for folder in ("engine", "tests/rules"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "tests/conftest.py").write_text(CONFTEST)
    (copy / "tests/rules/test_planted.py").unlink()
    return copy


SLOW = ("test_anything.py", "test_machine.py")
"""Asked last: most bugs are noticed before."""


def run(house: Path) -> subprocess.CompletedProcess[str]:
    """The tests of the rules in the copy, up to the first that fails."""
    files = sorted(house.glob("tests/rules/test_*.py"), key=lambda file: (file.name in SLOW, file.name))
    command = [sys.executable, "-m", "pytest", *map(str, files), "-x", "-q", "--no-header", "--tb=line"]
    alone = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": ""}
    return subprocess.run(
        [*command, *alone], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.long
def test_the_copy_is_green_without_a_bug(house: Path) -> None:
    done = run(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_suite_goes_red(house: Path, bug: Bug) -> None:
    file = house / "engine" / bug.file
    right = file.read_text()
    file.write_text(right.replace(bug.right, bug.wrong))
    try:
        done = run(house)
    finally:
        file.write_text(right)
    assert done.returncode == 1, f"nobody notices: {done.stdout}"
    assert "1 failed" in done.stdout, f"red for another reason: {done.stdout}{done.stderr}"

"""The tests of the rules go red for every planted bug: whatever they are green for is then worth something."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
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


STARTER = """\
import json, os, sys
import pytest, hypothesis.stateful, hypothesis.strategies, _pytest.python

for line in sys.stdin:
    order = json.loads(line)
    child = os.fork()
    if not child:
        said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(said, 1)
        os.dup2(said, 2)
        code = int(pytest.main(order["arguments"]))
        sys.stdout.flush()
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""A process that has imported what takes its time, nothing of ours, and forks one for each run."""


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


Starter = subprocess.Popen[str]


@pytest.fixture(scope="session")
def starter(house: Path) -> Iterator[Starter]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": ""}
    with subprocess.Popen(
        [sys.executable, "-c", STARTER],
        cwd=house, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield process


SLOW = ("test_anything.py", "test_machine.py", "test_machine_moving.py")
"""Asked last: most bugs are noticed before."""

SAMPLE = {
    "accepted at the deadline": "test_offers.py",
    "guard dropped": "test_filling.py",
    "an offer holds nothing": "test_filling.py",
    "a last call holds a seat": "test_filling.py",
    "frozen is ignored": "test_filling.py",
    "nothing is filled after a cancellation": "test_filling.py",
    "the missed counter is off": "test_offers.py",
    "quiet hours in UTC": "test_hours.py",
    "somebody else's offer": "test_offers.py",
    "an offer for a past entry": "test_waitlist.py",
    "served at the cut-off": "test_filling.py",
    "grace inverted": "test_booking.py",
    "the old seat stays": "test_moving.py",
    "a cut below the seats in use": "test_capacity.py",
    "everybody displaced is told to be first": "test_capacity.py",
    "lapsed after the deadline only": "test_dates.py",
    "bookings outlive the event": "test_dates.py",
}
"""Bugs that are planted every time, and a file that notices within a second."""


def run(starter: Starter, house: Path, files: list[Path]) -> tuple[int, str]:
    """Tests of the rules in the copy, up to the first that fails; without the plugins that take their time.
    The exit code, and what was said."""
    command = [*map(str, files), "-x", "-q", "--no-header", "--tb=line"]
    alone = [part for name in ("cacheprovider", "xdist", "cov") for part in ("-p", f"no:{name}")]
    early = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # the starter has imported hypothesis already
    said = house / "said.txt"
    assert starter.stdin is not None
    assert starter.stdout is not None
    starter.stdin.write(json.dumps({"arguments": [*command, *alone, *early], "said": str(said)}) + "\n")
    starter.stdin.flush()
    return int(starter.stdout.readline()), said.read_text()


def everything(house: Path) -> list[Path]:
    return sorted(house.glob("tests/rules/test_*.py"), key=lambda file: (file.name in SLOW, file.name))


def goes_red(starter: Starter, house: Path, bug: Bug, files: list[Path]) -> None:
    file = house / "engine" / bug.file
    right = file.read_text()
    file.write_text(right.replace(bug.right, bug.wrong))
    try:
        code, said = run(starter, house, files)
    finally:
        file.write_text(right)
    assert code == 1, f"nobody notices: {said}"
    assert "1 failed" in said, f"red for another reason: {said}"


@pytest.mark.parametrize("bug", [bug for bug in BUGS if bug.name in SAMPLE], ids=lambda bug: bug.name)
def test_the_sample_goes_red(starter: Starter, house: Path, bug: Bug) -> None:
    goes_red(starter, house, bug, [house / "tests/rules" / SAMPLE[bug.name]])


def test_the_sample_is_among_the_bugs() -> None:
    assert {bug.name for bug in BUGS} >= set(SAMPLE)


@pytest.mark.long
def test_the_copy_is_green_without_a_bug(starter: Starter, house: Path) -> None:
    code, said = run(starter, house, everything(house))
    assert code == 0, said


@pytest.mark.long
@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_suite_goes_red(starter: Starter, house: Path, bug: Bug) -> None:
    goes_red(starter, house, bug, everything(house))

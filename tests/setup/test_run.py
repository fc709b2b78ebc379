"""The one script that a newcomer starts. Nothing here installs anything: the tests run in what it has installed."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = ("demo", "bot", "test", "check", "bench", "shots", "cli")


def run(
    *arguments: str, root: Path = ROOT, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    command = [python, str(root / "run"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout with nothing installed."""
    for name in ("run", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def installed(copy: Path) -> Path:
    """A checkout that has all it needs, as far as the script can see; its Python prints what it is asked to do."""
    programs = copy / ".venv" / "bin"
    programs.mkdir(parents=True)
    python = programs / "python"
    python.write_text(
        f'#!{sys.executable}\nimport os, sys\nprint(os.getcwd(), os.environ["PYTHONPATH"], *sys.argv[1:])\n'
    )
    python.chmod(0o755)
    script = runpy.run_path(str(copy / "run"))
    script["STAMP"].write_text(script["digest"]())
    return copy


@pytest.mark.parametrize("arguments", [(), ("--help",), ("help",)])
def test_help_lists_every_command_and_installs_nothing(copy: Path, arguments: tuple[str, ...]) -> None:
    shown = run(*arguments, root=copy)
    assert shown.returncode == 0
    for command in COMMANDS:
        assert f"\n  {command} " in shown.stdout
    assert not (copy / ".venv").exists()


def test_an_unknown_command_is_told_the_known_ones(copy: Path) -> None:
    shown = run("tset", root=copy)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == f"run: there is no command 'tset': use {', '.join(COMMANDS)}\n"
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        (["demo", "--port", "0"], ["bot", "demo", "--port", "0"]),
        (["bot"], ["bot", "run"]),
        (["cli", "doctor", "--json"], ["bot", "doctor", "--json"]),
        (["bench", "rush"], ["benchmarks", "rush"]),
        (["shots", "offer"], ["tests.page.shots", "offer"]),
        (["test", "-n0", "--long"], ["pytest", "-n0", "--long"]),
        (["test", "-s"], ["pytest", "-s"]),
    ],
)
def test_a_command_becomes_a_module(installed: Path, given: list[str], becomes: list[str]) -> None:
    shown = run(*given, root=installed, PYTHONPATH="")
    assert shown.stdout.split() == [str(installed), str(installed), "-m", *becomes]
    assert (shown.returncode, shown.stderr) == (0, "")


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("import studio.yaml --dry-run", "import {here}/studio.yaml --dry-run"),
        ("allocate in.json --seed 7", "allocate {here}/in.json --seed 7"),
        (
            "allocate --strategy balanced in.json --out out.json",
            "allocate --strategy balanced {here}/in.json --out {here}/out.json",
        ),
        (
            "allocate in.json --out=out.json --seed=x",
            "allocate {here}/in.json --out={here}/out.json --seed=x",
        ),
    ],
)
def test_files_are_sought_where_the_caller_is(installed: Path, given: str, becomes: str) -> None:
    here = installed / "files"
    here.mkdir()
    command = [sys.executable, str(installed / "run"), "cli", *given.split()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=here)
    there, _, *rest = shown.stdout.split()
    assert there == str(installed)
    assert rest == ["-m", "bot", *becomes.format(here=here).split()]


def test_tests_run_on_all_cores_and_one_more(installed: Path) -> None:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert run("test", "-k", "word", root=installed).stdout.split()[3:] == [
        *("pytest", "-n", str(min(cores + 1, 4)), "-k", "word")
    ]


@pytest.mark.parametrize("arguments", [(), ("--long", "-q")])
def test_all_tests_together_keep_the_floors(installed: Path, arguments: tuple[str, ...]) -> None:
    shown = run("test", "--coverage", *arguments, root=installed).stdout
    pytest_line, *floors = shown.splitlines()
    assert pytest_line.endswith(" ".join(("--cov --cov-report=", *arguments)))
    assert [line.split(":")[0] for line in floors] == [
        "coverage of the engine, at least 100%",
        "coverage of everything, at least 90%",
    ]


def test_too_little_coverage_fails_and_shows_the_lines(installed: Path) -> None:
    (installed / ".venv" / "bin" / "python").write_text(
        f"#!{sys.executable}\nimport sys\nprint('bot/app.py 7-9')\nsys.exit('coverage' in sys.argv)\n"
    )
    shown = run("test", "--coverage", root=installed)
    assert (shown.returncode, shown.stdout.count("bot/app.py 7-9")) == (1, 3)


def test_coverage_is_about_all_the_tests(installed: Path) -> None:
    shown = run("test", "--coverage", "tests/rules", root=installed)
    assert (shown.returncode, shown.stdout) == (2, "") and "leave out what chooses" in shown.stderr


def test_ci_keeps_the_floors() -> None:
    assert "run test --coverage" in (ROOT / ".ci" / "run").read_text()


def test_a_changed_lock_installs_again_and_a_failing_pip_is_one_line(installed: Path) -> None:
    with (installed / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    (installed / ".venv" / "bin" / "python").write_text(
        "#!/bin/sh\necho 'ERROR: out of luck'\n[ \"$2\" != pip ]\n"
    )
    shown = run("cli", root=installed)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.splitlines() == [
        "run: installing into .venv; about a minute, only this once",
        "run: pip could not install (all it said is in .venv/install.log): ERROR: out of luck",
    ]


def test_an_old_python_is_told_so(copy: Path) -> None:
    pretend = (
        "import sys, runpy; sys.version_info = (3, 9, 2); sys.version = '3.9.2'; sys.argv = ['run', 'bot']; "
    )
    pretend += f"runpy.run_path({str(copy / 'run')!r}, run_name='__main__')"
    shown = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert shown.returncode == 2
    assert shown.stderr == "run: Nextseat needs Python 3.11 or newer, and this is 3.9.2\n"
    assert not (copy / ".venv").exists()

"""One lock, with hashes, without addresses, in two parts; and it fits pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME, LINE, DEVELOPMENT = LOCK.partition("# ---- development")
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def pinned(part: str) -> dict[str, str]:
    return {name: release for name, release, _ in ENTRY.findall(part)}


def test_every_line_is_a_pin_with_hashes_or_a_comment() -> None:
    rest = ENTRY.sub("", LOCK)
    assert [line for line in rest.splitlines() if not line.startswith("#")] == []


@pytest.mark.parametrize("word", ["://", "--index-url", "--find-links", "file:", "@"])
def test_the_lock_names_no_address(word: str) -> None:
    assert word not in LOCK


@pytest.mark.parametrize(
    ("part", "wanted"),
    [(RUNTIME, PROJECT["project"]["dependencies"]), (DEVELOPMENT, PROJECT["dependency-groups"]["dev"])],
    ids=["runtime", "development"],
)
def test_the_lock_fits_the_project(part: str, wanted: list[str]) -> None:
    pins = pinned(part)
    for requirement in map(Requirement, wanted):
        release = pins.get(canonicalize_name(requirement.name))
        assert release is not None, f"{requirement.name} is not locked: run python3 .ci/lock"
        assert requirement.specifier.contains(release), (
            f"{requirement} is not {release}: run python3 .ci/lock"
        )


def test_no_package_is_in_both_parts() -> None:
    assert LINE
    assert not pinned(RUNTIME).keys() & pinned(DEVELOPMENT).keys()


def test_what_runs_here_is_what_is_locked() -> None:
    for requirement in map(Requirement, PROJECT["project"]["dependencies"]):
        assert version(requirement.name) == pinned(RUNTIME)[canonicalize_name(requirement.name)], (
            requirement.name
        )


def test_the_image_cuts_the_lock_where_it_is_divided() -> None:
    assert "'/^# ---- development/,$d' requirements.lock" in (ROOT / "Dockerfile").read_text()
    assert len(re.findall(r"^# ---- development", LOCK, re.MULTILINE)) == 1

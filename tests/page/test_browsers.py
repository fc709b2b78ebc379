"""Browsers are found, never fetched; where one must be there, a missing one is no skip."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.page import browsers
from tests.page.conftest import found

ROOT = Path(__file__).parents[2]


def test_the_one_that_is_named_goes_first_and_the_others_in_turn() -> None:
    there = {"/opt/mine", "google-chrome", "chromium-browser", "firefox"}

    def which(name: str) -> str | None:
        return f"found {name}" if name in there else None

    assert browsers.chromium({"NEXTSEAT_CHROMIUM": "/opt/mine"}, which) == "found /opt/mine"
    assert browsers.chromium({"NEXTSEAT_CHROMIUM": "/not/there"}, which) == "found chromium-browser"
    assert browsers.chromium({}, lambda name: None) is None
    assert browsers.firefox({}, which) == "found firefox"


def test_a_missing_browser_is_skipped_unless_it_is_required() -> None:
    with pytest.raises(pytest.skip.Exception, match="no Chromium on this machine"):
        found("Chromium", None, required=False)
    with pytest.raises(pytest.fail.Exception, match="it is required"):
        found("Chromium", None, required=True)
    assert found("Chromium", "/usr/bin/chromium", required=True) == "/usr/bin/chromium"


def test_only_one_word_makes_it_required() -> None:
    assert browsers.required({"NEXTSEAT_BROWSER": "required"})
    assert not browsers.required({"NEXTSEAT_BROWSER": ""})
    assert not browsers.required({})


def test_ci_requires_one_and_its_script_is_sound() -> None:
    script = ROOT / ".ci" / "run"
    assert "export NEXTSEAT_BROWSER=required" in script.read_text()
    assert subprocess.run(["/bin/bash", "-n", str(script)], check=False).returncode == 0

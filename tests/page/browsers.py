"""Which browsers this machine has. Nothing is ever downloaded: a test without its browser is skipped and says so, or,
where NEXTSEAT_BROWSER is "required" (as in CI), fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX = ("firefox-esr", "firefox")
Which = Callable[[str], str | None]


def chromium(environment: Mapping[str, str] = os.environ, which: Which = shutil.which) -> str | None:
    """The path of a Chromium; the one that NEXTSEAT_CHROMIUM names goes before all others."""
    return _first((environment.get("NEXTSEAT_CHROMIUM", ""), *CHROMIUM), which)


def firefox(environment: Mapping[str, str] = os.environ, which: Which = shutil.which) -> str | None:
    """The path of a Firefox; the one that NEXTSEAT_FIREFOX names goes before all others."""
    return _first((environment.get("NEXTSEAT_FIREFOX", ""), *FIREFOX), which)


def required(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a missing browser is a failure."""
    return environment.get("NEXTSEAT_BROWSER") == "required"


def _first(names: tuple[str, ...], which: Which) -> str | None:
    return next((path for name in names if name and (path := which(name))), None)

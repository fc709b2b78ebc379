"""A pane is a browser's window, whatever the browser: what the story needs of it and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

EYES = Path(__file__).with_name("eyes.js").read_text(encoding="utf-8")
WIDE, TALL = 1700, 1000


class Pane(Protocol):
    """Real input only."""

    @property
    def complaints(self) -> list[str]:
        """All that the browser found wrong with the page."""

    async def open(self, url: str) -> None:
        """Go there, and come back when it is loaded."""

    async def run(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function says, a promise awaited; arguments and answer as JSON."""

    async def down(self, x: float, y: float) -> None:
        """Put the finger there."""

    async def up(self, x: float, y: float) -> None:
        """Slide it there and lift it."""

    async def press(self, *keys: str) -> None:
        """Keys one after another, by the names of KeyboardEvent.key; "Shift+Tab" holds one down."""

    async def type(self, text: str) -> None:
        """Write where the focus is."""

    async def size(self, width: int, height: int) -> None:
        """Make the page so large."""

    async def picture(self) -> bytes:
        """What is seen, as PNG."""


class PaneError(AssertionError):
    """The page did not do what was waited for."""

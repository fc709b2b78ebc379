"""Nothing overflows: on a small phone, on a tablet and on a desk, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.seeding import Cast
from tests.page.screen import Screen
from tests.page.story import persons

LANGUAGES = ("en", "hu", "de")
OVERFLOWING = Path(__file__).with_name("overflowing.js").read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("width", [360, 768, 1440])
async def test_nothing_overflows(screen: Screen, cast: Cast, width: int) -> None:
    """Where one phone is shown at a time, each of them and the stage in turn."""
    await screen.opens(persons(cast).clara, "yoga-tue-2")
    await screen.pane.size(width, 900)
    for language in LANGUAGES:
        await screen.language(language)
        tabs = await screen.pane.run(
            "() => [...document.querySelectorAll('nav#tabs button[data-tab]')].filter(b => b.getClientRects().length)"
            ".map(b => b.dataset.tab)"
        )
        assert bool(tabs) == (width < 760)
        for tab in tabs or [""]:
            if tab:
                await screen.click(css=f'nav#tabs button[data-tab="{tab}"]')
            assert await screen.pane.run(OVERFLOWING) == [], (language, tab)
        await screen.click(css='[data-tour="chapter"]')  # the tour's other chapter
        assert await screen.pane.run(OVERFLOWING) == [], language

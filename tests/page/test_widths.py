"""Nothing overflows: on a small phone, on a tablet and on a desk, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.seeding import Cast
from bot.demo.show import Show
from tests.page.screen import Screen
from tests.page.shots import picks_up
from tests.page.story import persons

LANGUAGES = ("en", "hu", "de")
OVERFLOWING = Path(__file__).with_name("overflowing.js").read_text(encoding="utf-8").partition("\n")[2]
TABS = (
    "() => [...document.querySelectorAll('nav#tabs button[data-tab]')].filter(b => b.getClientRects().length)"
    ".map(b => b.dataset.tab)"
)


@pytest.mark.parametrize("width", [360, 768, 1440])
async def test_nothing_overflows(screen: Screen, cast: Cast, width: int) -> None:
    """Where one phone is shown at a time, each of them and the stage in turn."""
    await screen.opens(persons(cast).clara, "yoga-tue-2")
    await screen.pane.size(width, 900)
    for language in LANGUAGES:
        await screen.language(language)
        tabs = await screen.pane.run(TABS)
        assert bool(tabs) == (width < 760)
        for tab in tabs or [""]:
            if tab:
                await screen.click(css=f'nav#tabs button[data-tab="{tab}"]')
            assert await screen.pane.run(OVERFLOWING) == [], (language, tab)
        await screen.click(css='[data-tour="chapter"]')  # the tour's other chapter
        assert await screen.pane.run(OVERFLOWING) == [], language


HIDDEN = """name => {
    const bar = document.querySelector('nav#tabs').getBoundingClientRect();
    const box = document.querySelector(`nav#tabs button[data-tab="${name}"]`).getBoundingClientRect();
    const { x, y } = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const above = document.elementFromPoint(x, y)?.closest('button')?.dataset.tab;
    const outside = [box.left < bar.left - 1 && 'left', box.right > bar.right + 1 && 'right'];
    return [above === name ? '' : `under ${above}`, ...outside].filter(Boolean);
}"""
"""How much of a tab is not to be seen."""


async def test_the_tab_of_what_is_shown_and_the_stage_are_in_reach(
    screen: Screen, demo: Show, cast: Cast
) -> None:
    """Also with more phones than the bar has room for; it shows that there are more."""
    for name in ("Ágoston", "Boldizsár", "Cili"):
        driver = demo.stage.driver
        await picks_up(screen, await driver.person(name))
    await screen.pane.size(390, 800)
    tabs = await screen.pane.run(TABS)
    assert len(tabs) > 7
    for tab in (tabs[-2], "stage", tabs[0], tabs[-2]):
        await screen.pane.run(
            "tab => document.querySelector(`nav#tabs button[data-tab='${tab}']`).click()", tab
        )
        assert await screen.pane.run(HIDDEN, tab) == [], tab
        assert await screen.pane.run(HIDDEN, "stage") == [], tab
        sides = "() => ['data-before', 'data-more'].filter(side => document.querySelector('#tabs').hasAttribute(side))"
        assert await screen.pane.run(sides), "there are more"

"""Everything can be done without a mouse: the whole booking with Tab, arrows and Enter alone."""

from __future__ import annotations

from typing import Any

from bot.demo.seeding import Cast
from tests.page.panes import Pane
from tests.page.screen import Screen
from tests.page.story import persons

FAR = 400  # so many steps reach everything on the page
FOCUSED = """what => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    const fits = what.css === undefined || focused.matches(what.css);
    const said = focused.dataset.data ?? "";
    return fits && (what.data === undefined || said === what.data || said.startsWith(`${what.data}:`));
}"""
RING = """() => {
    const focused = document.activeElement;
    const near = [focused, focused.parentElement, focused.parentElement.parentElement];
    const look = () => near.flatMap(element => [null, "::before", "::after"].map(part => {
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element, part);
        return [outline, boxShadow, borderColor, backgroundColor].join();
    })).join();
    const focusedLook = look();
    focused.blur();
    const plainLook = look();
    focused.focus();
    return focusedLook !== plainLook;
}"""
"""Whether the focus shows: on the element or, as for a field in a frame, right around it."""


async def reach(pane: Pane, **what: Any) -> None:
    """Press Tab until this has the focus, which must be visible there."""
    for _ in range(FAR):
        if await pane.run(FOCUSED, what):
            assert await pane.run(RING), what
            return
        await pane.press("Tab")
    raise AssertionError(f"Tab does not reach {what}")


async def test_a_booking_and_its_end(screen: Screen, cast: Cast) -> None:
    anna, code, pane = persons(cast).anna, "choir-fri-3", screen.pane
    await screen.language("de")
    before = await screen.newest(anna)
    event = f'section.event[data-code="{code}"]'
    for folded in await screen.folded(event):
        await reach(pane, css=folded)
        await pane.press("Enter")
    await reach(pane, css=f'{event} button[data-share="{anna}"]')
    await pane.press("Enter")
    card = await screen.waits_for(anna, "book", after=before)
    for verb, then in (("book", "cancel"), ("cancel", "cancel-confirm"), ("cancel-confirm", "event")):
        await reach(pane, css=f"{card.css} button.inline", data=f"1:{verb}")
        await pane.press("Enter")
        await screen.shows(card, then)


async def test_the_tours_other_chapter(screen: Screen) -> None:
    for chapter in ("month", "seats"):
        await reach(screen.pane, css='[data-tour="chapter"]')
        await screen.pane.press("Enter")
        await screen.sees(f'#tour[data-chapter="{chapter}"]')


async def test_the_phones_menu(screen: Screen, cast: Cast) -> None:
    anna, pane = persons(cast).anna, screen.pane
    phone = f'section.phone[data-person="{anna}"]'
    await reach(pane, css=f"{phone} button.phone-menu")
    await pane.press("Enter")
    await screen.sees(f"{phone} [role=menu] [role=menuitem]")
    first = "css => document.activeElement.matches(css)"
    await screen.until(first, "[role=menuitem]")
    before = await pane.run("() => document.activeElement.dataset.act")
    await pane.press("ArrowDown")
    assert await pane.run("() => document.activeElement.dataset.act") != before
    await pane.press("Escape")
    await screen.misses(f"{phone} [role=menu] [role=menuitem]")
    await screen.until(first, f"{phone} button.phone-menu")


async def test_a_message_is_written_and_sent(screen: Screen, cast: Cast) -> None:
    bence, pane = persons(cast).bence, screen.pane
    before = await screen.newest(bence)
    await reach(pane, css=f'section.phone[data-person="{bence}"] textarea.draft')
    await pane.type("/my")
    await pane.press("Enter")
    await screen.until(
        "(css, before) => [...document.querySelectorAll(css)].some(m => Number(m.dataset.id) > before + 1)",
        f'section.phone[data-person="{bence}"] article.message',
        before,
    )

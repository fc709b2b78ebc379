"""What a new user stumbled over: words that break, links for phones, whose deadline it is, a phone without a name."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from bot.demo.month import FULL, WAITED_FOR
from bot.demo.seeding import Cast
from bot.demo.show import Show
from bot.localization import load_texts
from tests.page.screen import Screen
from tests.page.story import joins, persons, sits

BROKEN = """(css) => [...document.querySelectorAll(css)].flatMap(label => {
    const text = label.firstChild;
    const lines = ({ index, 0: word }) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
    };
    return [...text.data.matchAll(/\\S+/g)].filter(word => lines(word) > 1).map(word => word[0]);
})"""
"""The words on these that stand on two lines."""


@pytest.mark.parametrize("width", [360, 1024, 1440])
async def test_no_button_breaks_a_word(screen: Screen, cast: Cast, width: int) -> None:
    bence, event = persons(cast).bence, WAITED_FOR
    await screen.pane.size(width, 900)
    labels = f'section.phone[data-person="{bence}"] .inline > span'
    if "Szüneteltetem" not in await screen.texts(labels):
        await screen.pane.size(1440, 900)
        await joins(screen, bence, event)
        await screen.pane.size(width, 900)
    if width < 760:
        await screen.click(css=f'nav#tabs button[data-tab="{bence}"]')
    assert "Szüneteltetem" in await screen.texts(labels)
    assert await screen.pane.run(BROKEN, labels) == []


UNDER = """(x, y, verb) =>
    document.elementFromPoint(x, y)?.closest("button.inline")?.dataset.data.startsWith(`1:${verb}:`)"""
TO_END = "css => document.querySelector(css).scrollTo({ top: 1e6, behavior: 'instant' })"


@pytest.mark.parametrize("width", [375, 1440])
async def test_a_double_tap_cancels_nothing(screen: Screen, cast: Cast, width: int) -> None:
    """Where "Cancel booking" was on the newest message, Back is, not the answer to the question."""
    anna, code = persons(cast).anna, "choir-fri-3"
    for opens in (sits, Screen.opens):  # the confirmation first, then the event's card
        await screen.pane.size(1440, 900)
        card = await opens(screen, anna, code)
        await screen.pane.size(width, 900)
        if width < 760:
            await screen.click(css=f'nav#tabs button[data-tab="{anna}"]')
        await screen.pane.run(TO_END, f'section.phone[data-person="{anna}"] .log')
        what = {"css": f"{card.css} button.inline", "data": "1:cancel"}
        place = await screen.pane.run("(what, ms) => eyes.spot(what, ms)", what, 30_000)
        await screen.taps(card, "cancel")
        await screen.shows(card, "cancel-confirm")
        await screen.until(UNDER, place["x"], place["y"], "event")
        await screen.taps(card, "event")
        await screen.shows(card, "cancel")


async def test_every_phone_that_is_open_can_follow_a_link(screen: Screen, demo: Show, cast: Cast) -> None:
    await screen.pane.size(1440, 900)
    share = f'section.event[data-code="{FULL}"] button[data-share]'
    look = "css => [...document.querySelectorAll(css)].map(chip => Number(chip.dataset.share))"
    who = persons(cast)
    assert await screen.pane.run(look, share) == [who.anna, who.bence, who.clara, who.dora]
    await screen.click(css="button#add-phone")
    await screen.choose('dialog#new-phone select[name="known"]', str(cast.phones["Felix"].id))
    await screen.until(f"(css, person) => ({look})(css).includes(person)", share, cast.phones["Felix"].id)


async def test_a_new_phone_needs_a_name(screen: Screen, demo: Show) -> None:
    before = len(demo.stage.sandbox.world.people)
    await screen.click(css="button#add-phone")
    await screen.click(css="dialog#new-phone button[type=submit]")
    await screen.sees("dialog#new-phone[open] .wrong", "name")
    assert len(demo.stage.sandbox.world.people) == before
    await screen.pane.press("Escape")
    await screen.misses("dialog#new-phone[open]")


async def test_an_empty_phone_says_what_the_bot_can_do(screen: Screen, demo: Show) -> None:
    """In the person's language, whole and line by line, and gone with the first message."""
    luca = await demo.stage.driver.person("Luca", language_code="hu")
    phone = f'section.phone[data-person="{luca.id}"]'
    await screen.click(css="button#add-phone")
    await screen.choose('dialog#new-phone select[name="known"]', str(luca.id))
    words = load_texts()["hu"].plain("bot-description")
    await screen.sees(f"{phone} .about-bot", "Mit tud ez a bot?")
    assert await screen.texts(f"{phone} .about-bot p") == [words]
    style = "css => getComputedStyle(document.querySelector(css)).whiteSpace"
    assert str(await screen.pane.run(style, f"{phone} .about-bot p")).startswith("pre")
    await luca.start()
    await screen.misses(f"{phone} .about-bot")


async def test_the_next_deadline_says_whose_it_is(screen: Screen, demo: Show) -> None:
    state = await demo.stage.document()
    offers = [offer for event in state["events"] for offer in event["offers"] if offer["delivered"]]
    first = min(offers, key=lambda offer: str(offer["expires_at"]))
    await screen.sees('button[data-push="next"]', str(first["name"]).split()[0])
    title = await screen.pane.run("() => document.querySelector('button[data-push=next]').title")
    assert str(first["name"]) in title


async def test_letters_come_newest_first(screen: Screen, demo: Show) -> None:
    """As the server has them at that moment, which may be another one a moment later."""
    look = "() => [...document.querySelectorAll('tr[data-letter]')].map(row => Number(row.dataset.letter))"
    async with asyncio.timeout(30):
        while await screen.pane.run(look) != await _newest_first(demo):
            await asyncio.sleep(0.1)


async def _newest_first(demo: Show) -> list[int]:
    rows = (await demo.stage.document())["letters"]["last"]
    rows.sort(key=lambda row: (_millisecond(row["sent_at"] or row["created_at"]), row["id"]), reverse=True)
    return [row["id"] for row in rows]


def _millisecond(written: str) -> int:
    """As exactly as a browser knows the time: what is written within the same one is in the order of the ids."""
    return round(datetime.fromisoformat(written).timestamp() * 1_000_000) // 1000


FITS = """(person) => {
    const room = document.querySelector("#phones").getBoundingClientRect();
    const phone = document.querySelector(`section.phone[data-person="${person}"]`).getBoundingClientRect();
    return phone.left >= room.left - 1 && phone.right <= room.right + 1;
}"""


async def test_whoever_does_not_fit_is_a_tap_away(screen: Screen, cast: Cast) -> None:
    who, chip = persons(cast), '#roster button[data-person="{}"]'.format
    await screen.pane.size(1440, 900)
    for person in (who.dora, who.anna):
        await screen.click(css=chip(person))
        await screen.until(FITS, person)
    await screen.until("(css) => !document.querySelector(css).hasAttribute('data-seen')", chip(who.dora))
    await cast.phones["Dóra"].types("/help")
    await screen.sees(f"{chip(who.dora)} .badge")
    await screen.click(css=chip(who.dora))
    await screen.until(FITS, who.dora)
    await screen.misses(f"{chip(who.dora)} .badge")
    await screen.pane.size(2400, 900)
    await screen.misses("#roster:not([hidden])")
    await screen.pane.size(1440, 900)

"""Texts as Telegram shows them: every entity as its element, nested ones inside each other, and nothing that somebody
wrote is ever taken for HTML. On a bare sandbox: the chat page without a bot behind it or a stage beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.sandbox import Driver, Phone, Sandbox, running_sandbox
from tests.page.chromium import chromium_pane
from tests.page.saying import says
from tests.page.screen import Screen

EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def eve(sandbox: Sandbox) -> Phone:
    """Somebody whose name looks like a program; she has started the bot."""
    phone = await Driver(sandbox).person(EVIL, last_name="& <b>Co</b>")
    await phone.start()
    return phone


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bare(chromium: Browser, sandbox: Sandbox, eve: Phone) -> AsyncIterator[Screen]:
    """Her phone, opened on the page as a person would."""
    async with chromium_pane(chromium) as pane:
        await pane.open(sandbox.base_url)
        screen = Screen(pane)
        await opened(screen, eve)
        yield screen
        await screen.unbroken()


async def opened(screen: Screen, phone: Phone) -> None:
    """Add the phone by the page's own dialog."""
    await screen.click(css="button#add-phone")
    await screen.sees("dialog#new-phone[open]")
    await screen.choose('dialog#new-phone select[name="known"]', str(phone.id))
    await screen.sees(f'section.phone[data-person="{phone.id}"]')


async def sent(sandbox: Sandbox, eve: Phone, text: str, **more: Any) -> int:
    """The bot writes to her; the message's id."""
    answer = await says(sandbox, eve.id, text, **more)
    assert answer["ok"], answer
    return int(answer["result"]["message_id"])


async def shown(screen: Screen, eve: Phone, message: int) -> str:
    """The CSS of that message, once it is there."""
    css = f'section.phone[data-person="{eve.id}"] article.message[data-id="{message}"]'
    await screen.sees(css)
    return css


@pytest.mark.parametrize(
    ("html", "css", "text"),
    [
        ("<b>bold</b>", "b, strong", "bold"),
        ("<i>slanted</i>", "i, em", "slanted"),
        ("<u>under</u>", "u, ins", "under"),
        ("<s>struck</s>", "s, del", "struck"),
        ("<code>x &lt; y</code>", "code", "x < y"),
        ('<pre><code class="language-python">if a:\n  b</code></pre>', "pre", "if a:\n  b"),
        ("<blockquote>said</blockquote>", "blockquote", "said"),
        (
            '<a href="https://example.org/?a=1&amp;b=2">there</a>',
            'a[href="https://example.org/?a=1&b=2"]',
            "there",
        ),
        ("<b>a <i>b <u>c</u></i></b>", ":is(b, strong) :is(i, em) :is(u, ins)", "c"),
        ("Szőlő 🍇🍇 <b>utána</b>", "b, strong", "utána"),
    ],
)
async def test_an_entity_is_its_element(
    bare: Screen, sandbox: Sandbox, eve: Phone, html: str, css: str, text: str
) -> None:
    message = await shown(bare, eve, await sent(sandbox, eve, html, parse_mode="HTML"))
    look = (
        "(message, css) => [...document.querySelector(message).querySelectorAll(css)].map(e => e.textContent)"
    )
    assert text in await bare.pane.run(look, message, css)


async def test_a_spoiler_hides_until_it_is_tapped(bare: Screen, sandbox: Sandbox, eve: Phone) -> None:
    message = await shown(
        bare, eve, await sent(sandbox, eve, "It is <tg-spoiler>Bence</tg-spoiler>!", parse_mode="HTML")
    )
    before = await bare.pane.run(STYLE, message)
    await bare.click(css=f"{message} .spoiler", text="Bence")
    await bare.until(f"(message, before) => ({STYLE})(message) !== before", message, before)


STYLE = """message => {
    const spoiler = document.querySelector(message).querySelector(".spoiler");
    const { color, filter, backgroundColor, opacity } = getComputedStyle(spoiler);
    return [spoiler.className, ...spoiler.getAttributeNames(), color, filter, backgroundColor, opacity].join();
}"""


async def test_nothing_anybody_wrote_is_html(bare: Screen, sandbox: Sandbox, eve: Phone) -> None:
    """A name, a text, a button and a toast that look like a program are text on the page, and nothing else."""
    keyboard = {"inline_keyboard": [[{"text": EVIL[:40], "callback_data": EVIL[:40]}]]}
    message = await shown(bare, eve, await sent(sandbox, eve, EVIL, reply_markup=keyboard))
    assert EVIL in "".join(await bare.texts(message))
    assert EVIL[:40] in "".join(await bare.texts(f"{message} button.inline"))
    assert any(EVIL in text for text in await bare.texts(f'section.phone[data-person="{eve.id}"]'))
    made = "() => document.querySelectorAll('body script, body img[onerror], [onerror]').length"
    assert await bare.pane.run(made) == 0


@pytest.mark.parametrize("ends", ["Enter", "Escape"])
async def test_what_is_asked_for_stands_in_the_field_only_while_it_is(
    bare: Screen, sandbox: Sandbox, eve: Phone, ends: str
) -> None:
    """Answered or let go, the field says again what it always says."""
    draft = f'section.phone[data-person="{eve.id}"] textarea.draft'
    look = "(css, hint) => document.querySelector(css).placeholder === hint"
    (before,) = await bare.pane.run("css => [document.querySelector(css).placeholder]", draft)
    asked = {"force_reply": True, "input_field_placeholder": "The reason"}
    await shown(bare, eve, await sent(sandbox, eve, "Why?", reply_markup=asked))
    await bare.until(look, draft, "The reason")
    await bare.click(css=draft)
    await bare.pane.press("x")
    await bare.pane.press(ends)
    await bare.until(look, draft, before)
    assert before != "The reason"


async def test_a_selective_question_asks_only_whom_it_mentions(
    bare: Screen, sandbox: Sandbox, eve: Phone
) -> None:
    """In a group everybody reads it; the fields of the others stay as they are."""
    driver = Driver(sandbox)
    other = await driver.person("Adam")
    await other.start()
    group = await driver.group("Desk", creator=eve, members=[other])
    await opened(bare, other)
    for phone in (eve, other):
        await bare.click(css=f'section.phone[data-person="{phone.id}"] button.chat[data-chat="{group.id}"]')
    asked = {"force_reply": True, "selective": True, "input_field_placeholder": "The reason"}
    named = f'<a href="tg://user?id={other.id}">Adam</a>, why?'
    answer = await says(sandbox, group.id, named, parse_mode="HTML", reply_markup=asked)
    assert answer["ok"], answer
    hint = "css => document.querySelector(css).placeholder"
    fields = {phone.id: f'section.phone[data-person="{phone.id}"] textarea.draft' for phone in (eve, other)}
    await shown(bare, eve, answer["result"]["message_id"])
    await bare.until(f"css => ({hint})(css) === 'The reason'", fields[other.id])
    assert await bare.pane.run(hint, fields[eve.id]) != "The reason"
    await bare.click(css=f'section.phone[data-person="{eve.id}"] button.chat[data-chat="{eve.id}"]')

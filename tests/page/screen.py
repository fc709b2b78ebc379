"""What a person does with the page, by the hooks that it has agreed to; the same with every browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.callbacks import VERSION
from tests.page.panes import Pane

PATIENCE_MS = 60_000
TRIES = 5
CARD = ("book", "join", "cancel", "leave", "accept")
"""Buttons of an event's card, whoever looks at it."""

FOLDED = 'button[aria-expanded="false"]'
MORE = f"#stage .more{FOLDED.removeprefix('button')}"
"""What the stage shows only when asked: an event's people, and events of later weeks."""

What = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """A message on somebody's phone."""

    person: int
    id: int

    @property
    def css(self) -> str:
        return f'section.phone[data-person="{self.person}"] article.message[data-id="{self.id}"]'


class Screen:
    """The page in one pane. Everything waits for what it needs, and fails with what did not come."""

    def __init__(self, pane: Pane) -> None:
        self.pane = pane

    # ------------------------------------------------------------------------------------------- anything

    async def click(self, **what: Any) -> None:
        """Tap the last thing that fits (see `find` in eyes.js), once it lies still and open.

        A finger that has come down beside it, as the page has moved, slides away before it is lifted and tries again.
        """
        for _ in range(TRIES):
            place = await self.pane.run("(what, ms) => eyes.spot(what, ms)", what, PATIENCE_MS)
            await self.pane.down(place["x"], place["y"])
            if await self.pane.run("() => eyes.touches()"):
                await self.pane.up(place["x"], place["y"])
                if await self.pane.run("() => eyes.clicked()"):
                    return
            else:
                await self.pane.up(0, 0)
        raise AssertionError(f"{what} does not lie still")

    async def until(self, function: str, *arguments: Any) -> Any:
        """What a function says, as soon as that is something."""
        look = f"(given, ms, said) => eyes.until(() => ({function})(...given), ms, said)"
        return await self.pane.run(look, list(arguments), PATIENCE_MS, f"{function} {arguments}")

    async def sees(self, css: str, text: str | None = None) -> None:
        """Wait until this is shown."""
        await self.until("what => Boolean(eyes.find(what))", _what(css=css, text=text))

    async def misses(self, css: str) -> None:
        """Wait until no such thing is shown."""
        await self.until("what => !eyes.find(what)", _what(css=css))

    async def texts(self, css: str) -> list[str]:
        """What is written on each of them now."""
        found = await self.pane.run("css => [...document.querySelectorAll(css)].map(e => e.textContent)", css)
        return list(found)

    # ------------------------------------------------------------------------------------------- phones

    async def opens(self, person: int, code: str) -> Card:
        """Follow the event's link on that phone, as the stage offers it; the event's card."""
        before = await self.newest(person)
        event = f'section.event[data-code="{code}"]'
        for folded in await self.folded(event):
            await self.click(css=folded)
        await self.click(css=f'{event} button[data-share="{person}"]')
        return await self.waits_for(person, *CARD, after=before)

    async def folded(self, event: str) -> list[str]:
        """What has to be opened, one after another, before the event's link is shown."""
        await self.until("css => Boolean(document.querySelector(css))", event)
        hidden = await self.pane.run("css => !eyes.find({ css })", event)
        closed = await self.pane.run("css => Boolean(document.querySelector(css))", f"{event} {FOLDED}")
        return [MORE] * hidden + [f"{event} {FOLDED}"] * closed

    async def newest(self, person: int) -> int:
        """The id of the newest message on the phone; 0 on an empty one."""
        css = f'section.phone[data-person="{person}"] article.message'
        look = "css => Math.max(0, ...[...document.querySelectorAll(css)].map(m => Number(m.dataset.id)))"
        return int(await self.pane.run(look, css))

    async def waits_for(self, person: int, *verbs: str, after: int = 0) -> Card:
        """The newest message after that one with a button that does one of these."""
        css = f'section.phone[data-person="{person}"] article.message button.inline'
        look = """(css, datas, after) => datas.map(data => eyes.find({ css, data, after }))
            .filter(Boolean).map(button => button.closest("article.message").dataset.id)[0]"""
        return Card(person, int(await self.until(look, css, [_data(verb) for verb in verbs], after)))

    async def taps(self, card: Card, *verbs: str) -> None:
        """Tap the buttons of a message one after another, each as soon as it is there."""
        for verb in verbs:
            await self.click(css=f"{card.css} button.inline", data=_data(verb))

    async def shows(self, card: Card, verb: str) -> None:
        """Wait until the message has that button."""
        await self.until(
            "(css, data) => Boolean(eyes.find({ css, data }))", f"{card.css} button.inline", _data(verb)
        )

    async def has(self, card: Card, verb: str) -> bool:
        """Whether the message has that button now."""
        look = "(css, data) => Boolean(eyes.find({ css, data }))"
        return bool(await self.pane.run(look, f"{card.css} button.inline", _data(verb)))

    async def lacks(self, card: Card, verb: str) -> None:
        """Wait until the message is there without that button."""
        look = "(css, data) => eyes.find({ css }) && !eyes.find({ css: `${css} button.inline`, data })"
        await self.until(look, card.css, _data(verb))

    # ------------------------------------------------------------------------------------------- the stage

    async def counts(self, code: str, **wanted: int) -> None:
        """Wait until the event's numbers are these."""
        look = """(code, wanted) => Object.entries(wanted).every(([name, number]) =>
            document.querySelector(`section.event[data-code="${code}"] [data-count="${name}"]`)
            ?.textContent === String(number))"""
        await self.until(look, code, wanted)

    async def line(self, code: str, persons: Sequence[int]) -> None:
        """Wait until these stand in line, in this order."""
        look = """(code, wanted) => [...document.querySelectorAll(
            `section.event[data-code="${code}"] ol.line li[data-person]`)]
            .map(place => place.dataset.person).join() === wanted"""
        await self.until(look, code, ",".join(map(str, persons)))

    async def order(self, name: str) -> None:
        """Press a button of the stage."""
        await self.click(css=f'#stage button[data-order="{name}"]')

    async def push(self, minutes: int) -> None:
        """Let time go on."""
        await self.click(css=f'button[data-push="{minutes}"]')

    async def bot(self, state: str) -> None:
        """Wait until the bot is in this state."""
        await self.sees(f'output#bot[data-state="{state}"]')

    # ------------------------------------------------------------------------------------------- the page

    async def choose(self, css: str, value: str) -> None:
        """Choose from a list; the list itself is the browser's, not the page's."""
        choose = """(css, value) => {
            const list = document.querySelector(css);
            list.value = value;
            list.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
        await self.pane.run(choose, css, value)

    async def language(self, code: str) -> None:
        """Choose the page's language."""
        await self.choose("select#page-language", code)
        await self.until("code => document.documentElement.lang === code", code)

    async def unbroken(self) -> None:
        """Raises AssertionError with everything that the browser found wrong with the page."""
        broken = [*self.pane.complaints, *await self.pane.run("() => eyes.broken")]
        assert not broken, "\n".join(broken)


def _what(**fields: Any) -> What:
    return {name: value for name, value in fields.items() if value is not None}


def _data(verb: str) -> str:
    return f"{VERSION}:{verb}"

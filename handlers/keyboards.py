"""How cards are put together: lines of text, buttons, pages, the way back."""

from collections.abc import Callable, Sequence
from typing import Literal

from engine.views import EventCard
from handlers.callbacks import pack
from handlers.door import Button, Html, Texts
from handlers.graphemes import start

LABEL = 40  # characters of a button that a phone still shows
ROOM = 3800  # UTF-16 units of a message that lists may fill; Telegram takes 4096
MESSAGE = 4096  # UTF-16 units that Telegram takes
Style = Literal["", "primary", "success", "danger"]
Rows = list[list[Button]]


def short(text: str, most: int = LABEL) -> str:
    """The text, cut between two signs and with an ellipsis when it is longer than `most`."""
    return text if len(text) <= most else start(text, most - 1).rstrip() + "…"


def lines(*parts: Html | None) -> Html:
    """The parts that exist, each on its own line."""
    return Html("\n".join(part for part in parts if part))


def paragraphs(*parts: Html | None) -> Html:
    """The parts that exist, with an empty line between them."""
    return Html("\n\n".join(part for part in parts if part))


def units(text: str) -> int:
    """How long Telegram counts it; its markup, which is not counted there, is here."""
    return len(text.encode("utf-16-le")) // 2


def fitting(parts: Sequence[Html], around: Html, more: Callable[[int], Html]) -> list[Html]:
    """As many of the parts, in their order, as a message has room for beside `around`, and then how many are left."""
    shown, left = 0, ROOM - units(around)
    for part in parts:
        left -= units(part) + 2  # what parts it from the next
        if left < 0:
            break
        shown += 1
    rest = len(parts) - shown
    return [*parts[:shown], more(rest)] if rest else list(parts)


def titled(texts: Texts, event: EventCard) -> dict[str, str]:
    """`event` and `when`, the two variables of every sentence about an event."""
    return {"event": texts.name(event.names), "when": texts.when(event.starts_at, event.timezone)}


def button(texts: Texts, key: str, verb: str, *args: int, style: Style = "") -> Button:
    """A button with the words of `key`."""
    return Button(texts.plain(key), pack(verb, *args), style=style)


def named(label: str, verb: str, *args: int) -> Button:
    """A button with words made from data, cut to what a phone shows."""
    return Button(short(label), pack(verb, *args))


def back(texts: Texts, verb: str, *args: int) -> list[Button]:
    """The last row of a card."""
    return [button(texts, "button-back", verb, *args)]


def pager(texts: Texts, page: int, pages: int, verb: str, *args: int) -> Rows:
    """Earlier and later pages, where there are any; the page, from 1, is the last argument."""
    row = []
    if page > 1:
        row.append(button(texts, "button-earlier", verb, *args, page - 1))
    if page < pages:
        row.append(button(texts, "button-later", verb, *args, page + 1))
    return [row] if row else []


def pages_of(total: int, size: int) -> int:
    """How many pages `total` things fill, at least one."""
    return max(-(-total // size), 1)


def home(texts: Texts) -> Rows:
    """The two ways into the bot."""
    return [[button(texts, "button-events", "services"), button(texts, "button-my", "my")]]


def see(texts: Texts, event_id: int, page: int = 1) -> Rows:
    """The way to an event's card."""
    return [[button(texts, "button-see", "event", event_id, page)]]


def joined(names: Sequence[str]) -> str:
    """Names in a row."""
    return ", ".join(names)

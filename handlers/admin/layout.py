"""How admin cards are put together: lines, the head of an event, pages, the way back."""

import html
from collections.abc import Sequence
from typing import Any

from engine.rules.measures import Share
from engine.settings import Mode
from engine.views import EventCard, Page
from handlers.callbacks import pack
from handlers.door import Admin, Button, Html, Texts
from handlers.keyboards import button, fitting, lines, short, titled, units

LABEL = 56  # characters of a button that a phone still shows
NAME = 28  # of those for a person

__all__ = [
    "back",
    "back_button",
    "button",
    "fitting",
    "head",
    "label",
    "lines",
    "mention",
    "months_button",
    "named",
    "names",
    "offset_within",
    "pager",
    "percent",
    "seats_go",
    "short",
    "titled",
    "units",
]


def label(texts: Texts, key: str, **values: object) -> str:
    """The words of a button, short enough for one."""
    return short(texts.plain(key, **values), LABEL)


def percent(texts: Texts, share: Share) -> str:
    """As the language writes it; a dash for a share of nothing."""
    return "–" if share.percent is None else texts.plain("label-percent", percent=share.percent)


def head(texts: Texts, event: EventCard, key: str, **values: object) -> Html:
    """The first line of a card about an event."""
    return texts.say(key, **titled(texts, event), **values)


def back(admin: Admin, verb: str, *args: int) -> list[Button]:
    """The last row of a card."""
    return [back_button(admin.texts, verb, *args)]


def back_button(texts: Texts, verb: str, *args: int) -> Button:
    """The way to the card before."""
    return button(texts, "admin-button-back", verb, *args)


def months_button(texts: Texts) -> Button:
    """The way from a first card to the coming months."""
    return Button(texts.plain("admin-button-months"), pack("a-batch"))


def pager(texts: Texts, page: Page[Any], size: int, verb: str, *args: int) -> list[list[Button]]:
    """Earlier and later, where there are any; the offset is the last argument."""
    row = []
    if page.offset > 0:
        before = max(page.offset - size, 0)
        row.append(Button(texts.plain("admin-button-earlier"), pack(verb, *args, before)))
    if page.offset + len(page.items) < page.total:
        row.append(Button(texts.plain("admin-button-later"), pack(verb, *args, page.offset + size)))
    return [row] if row else []


def offset_within(offset: int, total: int, size: int) -> int:
    """The start of the last page when a button's offset lies behind the end by now."""
    if offset < total or total == 0:
        return offset if total else 0
    return (total - 1) // size * size


def named(person: str) -> str:
    """A person's name, cut to what a button or a toast has room for."""
    return short(person, NAME)


def mention(name: str, telegram_id: int) -> Html:
    """A name that leads to its owner, whom Telegram then takes for addressed."""
    return Html(f'<a href="tg://user?id={telegram_id}">{html.escape(name)}</a>')


def names(people: Sequence[str], most: int) -> str:
    """The first names in a row, each short."""
    return ", ".join(named(person) for person in people[:most])


def is_open(event: EventCard) -> bool:
    """Whether it can still be booked."""
    return event.status == "open" and event.halted != "started"


def seats_go(admin: Admin, event: EventCard, seats: int) -> Html:
    """Where freed seats of the event go: nowhere without an admin, to the line, to the reserve list, or to anybody."""
    if event.in_line:
        return admin.say("admin-seat-stays" if event.halted else "admin-seat-to-line", seats=seats)
    asked = event.reserve and event.mode is Mode.OFFER  # the only mode that asks the reserve list
    return admin.say("admin-seat-to-reserve" if asked else "admin-seat-to-all", seats=seats)

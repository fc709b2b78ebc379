"""The list of an event's bookings, of its line, of its offers: a page of it, with a file of the whole."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from engine.views import EventCard, Page, Section
from handlers.admin import list_file
from handlers.admin.layout import back, pager
from handlers.callbacks import pack
from handlers.door import Admin, Button, Card, Html

PAGE = 6


class Listed(Protocol):
    """What has a card of its own."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Listed)

OPENS: dict[Section, str] = {"bookings": "a-booking", "line": "a-entry", "offers": "a-offer"}


def listing(
    admin: Admin,
    event: EventCard,
    section: Section,
    page: Page[Row],
    text: Html,
    label: Callable[[Admin, Row], str],
) -> Card:
    """A button for each, under `text`; a list of nobody has no file."""
    rows = [[Button(label(admin, item), pack(OPENS[section], event.id, item.id))] for item in page.items]
    pages = pager(admin.texts, page, PAGE, f"a-{section}", event.id)
    files = list_file.buttons(admin, event.id, section) if page.total else []
    return Card(text, [*rows, *pages, *files, back(admin, "a-event", event.id)])

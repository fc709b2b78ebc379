"""The bookings, the line and the offers of an event as a file, for whoever stands at the door."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.questions import Answers, Question
from engine.refusals import ButtonStale
from engine.views import BookingCard, EntryCard, EventCard, OfferCard, Section, Views
from handlers.admin import found
from handlers.admin.layout import head, lines
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Document, Texts
from handlers.question_cards import shown
from handlers.sheets import Cell, Sheet, as_csv, as_xlsx
from handlers.windows import key_of

MOST = 10_000
"""Rows of a file; more would keep others waiting."""
SECTIONS: Sequence[Section] = ("bookings", "line", "offers")
FORMATS = (("xlsx", as_xlsx), ("csv", as_csv))
"""The places of both stand in buttons: add at the end."""

STATUS = {
    "pending": "label-list-pending",
    "confirmed": "label-list-confirmed",
    "attended": "label-list-attended",
    "no_show": "label-list-no-show",
    "waiting": "label-list-waiting",
    "offered": "label-list-offered",
    "paused": "label-list-paused",
}
SOURCE = {
    "self": "label-list-by-self",
    "offer": "label-list-by-offer",
    "promotion": "label-list-by-promotion",
    "admin": "label-list-by-admin",
    "move": "label-list-by-move",
    "displaced": "label-list-by-displaced",
    "split": "label-list-by-split",
    "request": "label-list-by-request",
}


def buttons(admin: Admin, event_id: int, section: Section) -> list[list[Button]]:
    """A row with the file in each format."""
    numbers = (event_id, SECTIONS.index(section))
    labels = ("admin-button-as-xlsx", "admin-button-as-csv")
    return [
        [Button(admin.plain(key), pack("a-list-file", *numbers, n)) for n, key in enumerate(labels)],
    ]


async def file(admin: Admin, event_id: int, section: int, form: int) -> Answer:
    """The whole list, as it stands in the group. Raises ButtonStale, EventUnknown."""
    if section >= len(SECTIONS) or form >= len(FORMATS):
        raise ButtonStale
    event = await found.event(admin.rooms.views, event_id)
    listed = await LISTS[SECTIONS[section]](admin, event)
    ending, write = FORMATS[form]
    asked = [admin.texts.name(question.texts) for question in listed.asked]
    titles = [*(admin.plain(key) for key in listed.head), *asked]
    sheet = Sheet(admin.plain(listed.name), titles, listed.rows)
    content = await asyncio.to_thread(write, sheet)
    caption = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("lists-caption", text=admin.plain(listed.name), count=len(listed.rows)),
        admin.say("lists-cut", total=listed.total) if listed.total > len(listed.rows) else None,
    )
    return Answer(document=Document(f"{SECTIONS[section]}-{event.code}.{ending}", content, caption))


@dataclass(frozen=True, slots=True)
class Listed:
    """`name` and `head` are keys; behind them comes a column for the answers to each of the questions `asked`. `total`
    counts those too for which there is no room."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: int
    asked: Sequence[Question] = ()


async def _bookings(admin: Admin, event: EventCard) -> Listed:
    page = await admin.rooms.views.bookings(event.id, 0, MOST)
    columns = (
        "column-list-number",
        "column-list-name",
        "column-list-seats",
        "column-list-party",
        "column-list-here",
        "column-list-status",
        "column-list-source",
        "column-list-since",
        "column-list-confirm",
        "column-list-telegram",
    )
    rows = [list(_booking(admin.texts, event, n, item)) for n, item in enumerate(page.items, 1)]
    return Listed("label-list-bookings", columns, rows, page.total, event.settings.questions)


def _booking(texts: Texts, event: EventCard, number: int, booking: BookingCard) -> Iterator[Cell]:
    yield number
    yield booking.person_name
    yield booking.seats
    yield ", ".join(booking.names)
    yield None  # to be ticked at the door
    yield texts.plain(STATUS[booking.status])
    yield _source(texts, booking.source)
    yield _local(booking.since, event)
    yield _local(booking.reconfirm_by, event)
    yield _telegram(texts, guest=booking.guest)
    yield from _answered(texts, event, booking.answers)


async def _line(admin: Admin, event: EventCard) -> Listed:
    """The event's line, and the reserve list of its service behind it."""
    views: Views = admin.rooms.views
    own = await views.line(event.id, 0, MOST)
    reserve = await views.reserve(event.id, 0, MOST)
    columns = (
        "column-list-position",
        "column-list-name",
        "column-list-seats",
        "column-list-party",
        "column-list-status",
        "column-list-priority",
        "column-list-which",
        "column-list-since",
        "column-list-paused",
        "column-list-missed",
        "column-list-source",
        "column-list-telegram",
    )
    items = [*own.items, *reserve.items][:MOST]
    rows = [list(_place(admin.texts, event, item)) for item in items]
    total = own.total + reserve.total
    return Listed("label-list-line", columns, rows, total, event.settings.questions)


def _place(texts: Texts, event: EventCard, entry: EntryCard) -> Iterator[Cell]:
    yield entry.position
    yield entry.person_name
    yield entry.seats
    yield ", ".join(entry.names)
    yield texts.plain(STATUS[entry.status])
    yield entry.priority
    yield texts.plain("label-list-this-date") if entry.event else texts.plain(key_of(entry.windows))
    yield _local(entry.since, event)
    yield _local(entry.paused_until, event)
    yield entry.misses
    yield _source(texts, entry.source)
    yield _telegram(texts, guest=entry.guest, reachable=entry.reachable)
    yield from _answered(texts, event, entry.answers)


async def _offers(admin: Admin, event: EventCard) -> Listed:
    page = await admin.rooms.views.offers(event.id, 0, MOST)
    columns = (
        "column-list-position",
        "column-list-name",
        "column-list-seats",
        "column-list-party",
        "column-list-status",
        "column-list-since",
        "column-list-until",
        "column-list-priority",
        "column-list-telegram",
    )
    rows = [list(_offer(admin.texts, event, item)) for item in page.items]
    return Listed("label-list-offers", columns, rows, page.total)


def _offer(texts: Texts, event: EventCard, offer: OfferCard) -> Iterator[Cell]:
    """No time is running before it is delivered."""
    yield offer.entry.position
    yield offer.person_name
    yield offer.count
    yield ", ".join(offer.entry.names)
    yield texts.plain(_state(offer))
    yield _local(offer.since, event)
    yield _local(offer.expires_at if offer.delivered_at else None, event)
    yield offer.entry.priority
    yield _telegram(texts, guest=offer.entry.guest, reachable=offer.entry.reachable)


def _state(offer: OfferCard) -> str:
    if offer.delivered_at is None:
        return "label-list-unsent"
    return "label-list-last-call" if offer.last_call else "label-list-open"


def _answered(texts: Texts, event: EventCard, answers: Answers) -> Iterator[Cell]:
    """In the order in which it is asked; nothing where nobody answered."""
    given = {answer.code: answer for answer in answers}
    for question in event.settings.questions:
        answer = given.get(question.code)
        yield shown(texts, question, answer.kind, answer.value) if answer else None


def _source(texts: Texts, source: str) -> str:
    """A source of a later version is named as it is."""
    return texts.plain(SOURCE[source]) if source in SOURCE else source


def _local(moment: datetime | None, event: EventCard) -> datetime | None:
    return moment.astimezone(ZoneInfo(event.timezone)) if moment else None


def _telegram(texts: Texts, *, guest: bool, reachable: bool = True) -> str:
    if guest:
        return texts.plain("label-list-no-telegram")
    return texts.plain("label-list-telegram" if reachable else "label-list-blocked")


LISTS: dict[Section, Callable[[Admin, EventCard], Awaitable[Listed]]] = {
    "bookings": _bookings,
    "line": _line,
    "offers": _offers,
}

"""The bookings, the line and the offers of an event as a file in the group."""

from __future__ import annotations

import csv
import io
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from bot.sandbox import Shown
from handlers.sheets import meant
from storage.tables import participants
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

ZONE = ZoneInfo("Europe/Budapest")
ODD = ("=1+1", "@x", "+1 🧘", "two\nlines")


async def renamed(hall: Hall, *people: tuple[str, str]) -> None:
    for before, after in people:
        await hall.studio.change(participants, participants.c.name == before, name=after)


async def sent(dora: Human, section: int, form: int) -> tuple[Shown, bytes]:
    hall = dora.hall
    await dora.taps("a-list-file", hall.event("yoga-1"), section, form, chat=hall.group)
    shown = await dora.newest(hall.group)
    assert shown.document is not None
    return shown, hall.sandbox.files[shown.document["file_id"]].content


def table(content: bytes) -> list[dict[str, Any]]:
    """A workbook, by its head."""
    page: Any = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert page.freeze_panes == "A2"
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def lines_of(content: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{key: meant(cell) for key, cell in row.items()} for row in rows]


async def test_who_is_booked(hall: Hall, language: str) -> None:
    """Ben by himself, and two people whom an admin has booked; one of them is on no phone."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    await stage.resizing(dora, "yoga-1", 6)
    await dora.presses("a-capacity-set", chat=hall.group)
    await stage.booked("yoga-1", "Ben")
    await stage.more(dora, "yoga-1", "a-book")
    await dora.replies("Granny, Zoë, Emil", hall.group)
    await dora.presses("a-book-guest", "a-book-do", chat=hall.group)
    await renamed(hall, ("Ben", ODD[0]), ("Granny", ODD[1]))
    await stage.manages(dora, "yoga-1")
    await dora.presses("a-bookings", chat=hall.group)
    shown, content = await sent(dora, 0, 0)
    assert shown.document is not None and shown.document["file_name"] == "bookings-yoga-1.xlsx"
    assert says(language, "lists-caption", shown.text)
    say = dora.texts.plain
    rows = table(content)
    assert [row[say("column-list-name")] for row in rows] == [ODD[0], ODD[1]]
    assert [row[say("column-list-seats")] for row in rows] == [1, 3]
    assert [row[say("column-list-party")] for row in rows] == [None, "Zoë, Emil"]
    assert [row[say("column-list-source")] for row in rows] == [
        say("label-list-by-self"),
        say("label-list-by-admin"),
    ]
    assert [row[say("column-list-telegram")] for row in rows] == [
        say("label-list-telegram"),
        say("label-list-no-telegram"),
    ]
    since = rows[0][say("column-list-since")]
    local = hall.calendar().astimezone(ZONE)
    assert since.date() == local.date() and since.hour == local.hour
    _, content = await sent(dora, 0, 1)
    assert [row[say("column-list-name")] for row in lines_of(content)] == [ODD[0], ODD[1]]


async def test_who_waits_and_who_is_asked(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    await stage.offered("yoga-1")
    await stage.joined("yoga-1", "Emil")
    await renamed(hall, ("Anna", ODD[2]), ("Cleo", ODD[3]))
    dora = await stage.managing("yoga-1")
    say = dora.texts.plain
    await dora.presses("a-line", chat=hall.group)
    _, content = await sent(dora, 1, 0)
    rows = table(content)
    assert [row[say("column-list-name")] for row in rows] == [ODD[2], ODD[3], "Emil"]
    assert [row[say("column-list-position")] for row in rows] == [1, 2, 3]
    assert rows[0][say("column-list-status")] == say("label-list-offered")
    assert {row[say("column-list-priority")] for row in rows} == {0}
    _, content = await sent(dora, 1, 1)
    assert [row[say("column-list-name")] for row in lines_of(content)] == [ODD[2], ODD[3], "Emil"]
    await dora.presses("a-event", "a-offers", chat=hall.group)
    _, content = await sent(dora, 2, 0)
    (row,) = table(content)
    (offer,) = (await hall.studio.views.offers(hall.event("yoga-1"), 0, 2)).items
    ends = offer.expires_at.astimezone(ZONE).replace(tzinfo=None)
    assert (row[say("column-list-name")], row[say("column-list-until")]) == (ODD[2], ends)
    assert row[say("column-list-status")] == say("label-list-open")


async def test_more_than_a_file_has_room_for_is_said(hall: Hall, language: str, monkeypatch: Any) -> None:
    monkeypatch.setattr("handlers.admin.list_file.MOST", 1)
    stage = Stage(hall, language)
    await stage.waiting("yoga-1")
    await stage.joined("yoga-1", "Cleo")
    dora = await stage.managing("yoga-1")
    await dora.presses("a-line", chat=hall.group)
    shown, content = await sent(dora, 1, 0)
    assert says(language, "lists-cut", shown.text) and len(table(content)) == 1


async def test_no_file_of_nobody_and_none_that_there_is_not(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).managing("yoga-1")
    await dora.presses("a-bookings", chat=hall.group)
    shown = await dora.newest(hall.group)
    assert "a-list-file" not in await dora.offered_verbs(hall.group)
    for numbers in ("3:0", "0:2"):
        data = f"1:a-list-file:{hall.event('yoga-1')}:{numbers}"
        toast = await dora.taps_on(shown.id, data, hall.group)
        assert says(language, "admin-refusal-button-stale", toast.text)

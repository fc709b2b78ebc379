"""Files dropped into the admin group: a dry run, a tap, all or nothing; on both databases."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
import sqlalchemy as sa

from bot.imports import ImportDesk
from bot.sandbox import Group, Shown
from handlers.files import Preview, Uploader
from storage.tables import entries, events, facts, participants, pending_imports, services
from tests.taps.hall import LANGUAGES, Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says

HEAD = ("service", "code", "starts_at", "minutes", "capacity", "minimum", "location", "mode")
PEOPLE = ("telegram_id", "name", "language", "event", "service", "priority", "note")


def table(head: Sequence[str], rows: Sequence[Sequence[object]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([head, *rows])
    return text.getvalue().encode()


def sheet(head: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    for row in [head, *rows]:
        page.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def yoga(hall: Hall, count: int, first: int = 1, **other: object) -> list[list[object]]:
    """Rows of new events, one a day."""
    values = {"minutes": 60, "capacity": 8, "minimum": 0, "location": "Hall", "mode": "", **other}
    day = hall.calendar().date() + timedelta(days=40)
    return [
        ["yoga", f"new-{n}", f"{day + timedelta(days=n)}T10:00", *values.values()]
        for n in range(first, first + count)
    ]


async def documents(dora: Human, group: Group) -> list[Shown]:
    bot = dora.hall.sandbox.bot.id
    return [m for m in await group.messages() if m.sender_id == bot and m.document is not None]


def content(hall: Hall, shown: Shown) -> str:
    assert shown.document is not None
    return hall.sandbox.files[shown.document["file_id"]].content.decode("utf-8-sig")


async def written(hall: Hall) -> dict[str, list[Any]]:
    """Everything but files that wait."""
    dump = await hall.dump()
    return {name: rows for name, rows in dump.items() if name != "pending_imports"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_catalogue_of_500_events(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, group = await stage.admin(), hall.group
    before = await written(hall)
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 500)), group)
    shown = await dora.newest(group)
    assert says(language, "admin-import-preview", shown.text) and "new-1" in shown.text
    assert "capacity 8" in shown.text and says(language, "admin-import-more", shown.text)
    assert await written(hall) == before
    toast = await dora.presses("a-import", chat=group)
    assert says(language, "admin-done-import", toast.text)
    shown = await dora.newest(group)
    assert says(language, "admin-import-imported", shown.text) and not shown.buttons
    rows = await hall.studio.rows(events, events.c.code.like("new-%"))
    assert len(rows) == 500 and {row.capacity for row in rows} == {8}
    noted = await hall.studio.rows(facts, facts.c.kind == "EventImported", facts.c.actor_id == dora.id)
    assert len(noted) == 500
    assert {(fact.actor_name, fact.reason) for fact in noted} == {("Dora", "autumn.csv")}


async def test_on_either_database_as_a_workbook(either_hall: Hall) -> None:
    hall, dora = either_hall, await Stage(either_hall).admin()
    await dora.drops("autumn.xlsx", sheet(HEAD, yoga(hall, 500)), hall.group)
    await dora.presses("a-import", chat=hall.group)
    assert len(await hall.studio.rows(events, events.c.code.like("new-%"))) == 500
    await dora.drops("autumn.xlsx", sheet(HEAD, yoga(hall, 500)), hall.group)
    shown = await dora.newest(hall.group)
    assert says("en", "admin-import-same", shown.text) and not shown.buttons


@pytest.mark.parametrize("language", LANGUAGES)
async def test_twenty_mistakes_are_all_named(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, group = await stage.admin(), hall.group
    rows = yoga(hall, 60)
    for place in range(20):
        rows[place * 3][3 + place % 2] = "many"  # minutes and capacity in turn
    before = await hall.dump()
    await dora.drops("autumn.csv", table(HEAD, rows), group)
    (shown,) = await documents(dora, group)
    lines = content(hall, shown).splitlines()
    expected = [dora.texts.plain("admin-at-row", line=str(2 + place * 3)) for place in range(20)]
    assert [line.startswith(at) for line, at in zip(lines, expected, strict=True)] == [True] * 20
    assert all(("minutes" if n % 2 == 0 else "capacity") in line for n, line in enumerate(lines))
    assert all("“many”" in line for line in lines)
    assert await hall.dump() == before


async def test_a_few_mistakes_stand_in_the_card(hall: Hall) -> None:
    dora = await Stage(hall).admin()
    rows = yoga(hall, 3)
    rows[1][0] = "yogaa"
    await dora.drops("autumn.csv", table(HEAD, rows), hall.group)
    shown = await dora.newest(hall.group)
    assert "row 3: events[1].service: found “yogaa”; wanted: perhaps yoga" in shown.text
    assert not shown.buttons


async def test_what_the_database_forbids(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    for name in ("Anna", "Ben"):
        await stage.booked("yoga-2", name)
    (row,) = await hall.studio.rows(events, events.c.code == "yoga-2")
    fewer = [["yoga", "yoga-2", f"{row.starts_at:%Y-%m-%dT%H:%M}Z", 60, 1, 0, "A & B", ""]]
    before = await hall.dump()
    await dora.drops("fewer.csv", table(HEAD, fewer), hall.group)
    shown = await dora.newest(hall.group)
    assert "row 2: yoga-2: The capacity 1 is less than the seats in use: 2." in shown.text
    assert await hall.dump() == before


async def test_discarded(either_hall: Hall) -> None:
    hall, dora = either_hall, await Stage(either_hall).admin()
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    message, taken = await dora.finds("a-import", chat=hall.group)
    await dora.presses("a-discard", chat=hall.group)
    shown = await dora.sees(message.id, hall.group)
    assert "Discarded by Dora" in shown.text and not shown.buttons
    toast = await dora.taps_on(message.id, taken, hall.group)
    assert toast.alert and "Dora was faster" in toast.text
    assert not await hall.studio.rows(events, events.c.code.like("new-%"))
    (row,) = await hall.studio.rows(pending_imports)
    assert (row.status, row.ended_by) == ("discarded", "Dora")


async def test_twice_is_once(either_hall: Hall) -> None:
    """Two admins tap, and one of the taps comes twice: the first wins, the others read who it was."""
    hall = either_hall
    stage = Stage(hall)
    dora, eve = await stage.admin(), await stage.admin("Eve")
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    message, data = await dora.finds("a-import", chat=hall.group)
    await dora.taps_on(message.id, data, hall.group)
    after = await hall.dump()
    for late in (eve, dora):
        toast = await late.taps_on(message.id, data, hall.group)
        assert toast.alert
        assert "imported by Dora" in (await late.sees(message.id, hall.group)).text
    assert await hall.dump() == after


async def test_something_has_changed_meanwhile(either_hall: Hall) -> None:
    """The card shows what the file does now, and waits for another tap."""
    hall = either_hall
    stage = Stage(hall)
    dora = await stage.admin()
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    first, data = await dora.finds("a-import", chat=hall.group)
    await dora.drops("other.csv", table(HEAD, yoga(hall, 1, capacity=9)), hall.group)
    await dora.presses("a-import", chat=hall.group)
    toast = await dora.taps_on(first.id, data, hall.group)
    assert toast.alert and "changed meanwhile" in toast.text
    assert {row.capacity for row in await hall.studio.rows(events, events.c.code == "new-1")} == {9}
    shown = await dora.sees(first.id, hall.group)
    assert "~ event new-1: capacity 9 → 8" in shown.text and "+ event new-2" in shown.text
    toast = await dora.taps_on(first.id, data, hall.group)
    assert not toast.alert
    assert {row.capacity for row in await hall.studio.rows(events, events.c.code.like("new-%"))} == {8}


async def test_it_does_not_fit_any_more(hall: Hall) -> None:
    dora = await Stage(hall).admin()
    day = hall.calendar().date() + timedelta(days=50)
    other = [["jazz", "new-1", f"{day}T10:00", 60, 8, 0, "", ""]]
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    first, data = await dora.finds("a-import", chat=hall.group)
    await dora.drops("other.csv", table(HEAD, other), hall.group)
    await dora.presses("a-import", chat=hall.group)
    toast = await dora.taps_on(first.id, data, hall.group)
    assert toast.alert and "doesn’t fit any more" in toast.text
    assert not await hall.studio.rows(events, events.c.code == "new-2")


async def test_the_file_is_another_one_or_gone(hall: Hall) -> None:
    dora = await Stage(hall).admin()
    sent = await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    message, data = await dora.finds("a-import", chat=hall.group)
    upload = hall.sandbox.files[sent["file_id"]]
    hall.sandbox.files[sent["file_id"]] = replace(upload, content=upload.content + b"\n")
    assert says("en", "refusal-file-gone", (await dora.taps_on(message.id, data, hall.group)).text)
    del hall.sandbox.files[sent["file_id"]]
    hall.refusals_expected = True
    assert says("en", "refusal-file-gone", (await dora.taps_on(message.id, data, hall.group)).text)
    assert not await hall.studio.rows(events, events.c.code.like("new-%"))


async def test_a_file_waits_over_a_restart(either_hall: Hall) -> None:
    """All that is known of it is in the database and at Telegram."""
    hall, dora = either_hall, await Stage(either_hall).admin()
    await dora.drops("autumn.csv", table(HEAD, yoga(hall, 2)), hall.group)
    _, data = await dora.finds("a-import", chat=hall.group)
    desk = ImportDesk(hall.house.bot, hall.house.database, hall.calendar, lambda _: None)
    done = await desk.confirm(int(data.rpartition(":")[2]), Uploader(dora.id, "Dora"))
    assert isinstance(done, Preview) and done.done
    assert len(await hall.studio.rows(events, events.c.code.like("new-%"))) == 2


async def test_a_button_of_nothing(hall: Hall) -> None:
    dora = await Stage(hall).managing("yoga-1")
    for data in ("1:a-import:77777777", "1:a-discard:77777777"):
        toast = await dora.taps_on((await dora.newest(hall.group)).id, data, hall.group)
        assert says("en", "admin-refusal-button-stale", toast.text)


# ------------------------------------------------------------------------------------------------ who and what


async def test_only_for_admins_under_their_own_name(hall: Hall) -> None:
    anna, dora = await hall.stranger(), await Stage(hall).admin()
    await hall.group.gives("member", anna.phone)
    rows = table(HEAD, yoga(hall, 2))
    await anna.drops("autumn.csv", rows, hall.group)
    assert says("en", "refusal-not-admin", (await dora.newest(hall.group)).text)
    await dora.drops("autumn.csv", rows, hall.group)
    message, data = await dora.finds("a-import", chat=hall.group)
    toast = await anna.taps_on(message.id, data, hall.group)
    assert says("en", "refusal-not-admin", toast.text)
    await hall.group.gives("administrator", dora.phone, anonymous=True)
    await dora.drops("autumn.csv", rows, hall.group)
    assert says("en", "refusal-nameless-admin", (await dora.newest(hall.group)).text)
    assert not await hall.studio.rows(events, events.c.code.like("new-%"))


@pytest.mark.parametrize("name", ["holiday.jpg", "contract.pdf", "csv", "notes.txt", "list.csv.exe", ""])
async def test_other_files_are_none_of_our_business(hall: Hall, name: str) -> None:
    dora = await Stage(hall).admin()
    before = await hall.group.messages()
    await dora.drops(name, b"x", hall.group)
    assert len(await hall.group.messages()) == len(before) + 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["list.xlsm", "LIST.XLS", "list.ods"])
async def test_tables_of_other_kinds(hall: Hall, language: str, name: str) -> None:
    dora = await Stage(hall, language).admin()
    await dora.drops(name, b"x", hall.group)
    assert says(language, "refusal-file-of-other-kind", (await dora.newest(hall.group)).text)


async def test_a_large_file_is_not_fetched(hall: Hall) -> None:
    dora = await Stage(hall).admin()
    await dora.drops("large.csv", b"x" * (5 * 1024 * 1024 + 1), hall.group)
    assert says("en", "refusal-file-too-large", (await dora.newest(hall.group)).text)
    assert not await hall.driver.calls("getFile")


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    return content.getvalue()


def macros() -> bytes:
    content = io.BytesIO(sheet(HEAD, []))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    return content.getvalue()


HOSTILE = {
    "bomb.xlsx": (bomb(), "100 MB"),
    "macros.xlsx": (macros(), "without macros"),
    "noise.xlsx": (b"\x00\x01\x02" * 100, "XLSX workbook"),
    "empty.csv": (b"\n", "one of service, code"),
    "latin.csv": ("service,code\nyoga,ő\n".encode("iso-8859-2"), "UTF-8"),
    "nul.csv": (b"service,code\n\x00,\x00\n", "row 2"),
    "quote.csv": (b'service,code\n"yoga,1\n', "CSV"),
    "rows.csv": (b"service,code\n" + b"yoga,a\n" * 100_000, "at most 20000 rows"),
    "laughs.yaml": (b"a: &a [1]\nb: [*a, *a]\n", "line 2"),
    "deep.json": (b"[" * 5000, "fewer levels"),
    "many.yaml": (b"participants:\n" + b"- a\n" * 300_000, "at most 200000 in one file"),
    "tag.yaml": (b"!!python/object/apply:os.system ['true']\n", "wanted"),
    "formula.csv": (b'service,code,starts_at,capacity\n"=1+1",a,2030-01-01T10:00,3\n', "“=1+1”"),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_files(hall: Hall, name: str) -> None:
    """Each is refused in words, and nothing is written."""
    dora = await Stage(hall).admin()
    hostile, told = HOSTILE[name]
    before = await hall.dump()
    await dora.drops(name, hostile, hall.group)
    said = (await dora.newest(hall.group)).text + "".join(
        content(hall, shown) for shown in await documents(dora, hall.group)
    )
    assert told in said, said
    assert await hall.dump() == before


@pytest.mark.parametrize("encode", ["utf-8-sig", "utf-16", "utf-8;"])
async def test_spreadsheets_write_it_in_their_own_ways(hall: Hall, encode: str) -> None:
    dora = await Stage(hall).admin()
    encoding, semicolon, _ = encode.partition(";")
    text = table(HEAD, yoga(hall, 2, location="Nagyőr"), ";" if semicolon else ",").decode()
    await dora.drops("A LIST.CSV", text.encode(encoding), hall.group)
    await dora.presses("a-import", chat=hall.group)
    found = await hall.studio.rows(events, events.c.code.like("new-%"))
    assert [row.location for row in found] == ["Nagyőr"] * 2


# ------------------------------------------------------------------------------------------------ participants


@pytest.mark.parametrize("language", LANGUAGES)
async def test_priorities_of_a_line(hall: Hall, language: str) -> None:
    """Cleo waits behind Anna; with a priority she comes first, and the seat that comes free is offered to her."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    anna, ben = await stage.waiting("yoga-1")
    cleo = await stage.joined("yoga-1", "Cleo")
    rows: list[list[object]] = [
        [cleo.id, "", "", "yoga-1", "", 10, "regular"],
        ["", "Granny Smith", "hu", "", "", "", ""],
    ]
    await dora.drops("people.csv", table(PEOPLE, rows), hall.group)
    shown = await dora.newest(hall.group)
    change = {"name": "Cleo", "place": "yoga-1", "before": "0", "after": "10"}
    assert dora.texts.plain("admin-change-priority", **change) in shown.text
    assert dora.texts.plain("admin-change-guest", name="Granny Smith") in shown.text
    await dora.presses("a-import", chat=hall.group)
    (fact,) = await hall.studio.rows(facts, facts.c.kind == "EntryPrioritised")
    assert (fact.actor_kind, fact.actor_id, fact.actor_name) == ("import", dora.id, "Dora")
    assert (fact.reason, fact.data["priority"], fact.data["note"]) == ("people.csv", 10, "regular")
    (guest,) = await hall.studio.rows(participants, participants.c.telegram_id.is_(None))
    assert (guest.name, guest.language) == ("Granny Smith", "hu")
    await ben.presses("cancel", "cancel-confirm")
    await cleo.finds("accept")
    assert "accept" not in await anna.offered_verbs()


async def test_ten_thousand_lines(either_hall: Hall) -> None:
    hall, dora = either_hall, await Stage(either_hall).admin()
    rows: list[list[object]] = [["", f"Guest {n}", "de", "", "", "", ""] for n in range(5_000)]
    rows += [[str(5_000_000 + n), f"Person {n}", "hu", "", "", "", ""] for n in range(5_000)]
    await dora.drops("people.csv", table(PEOPLE, rows), hall.group)
    assert "New: 10,000" in (await dora.newest(hall.group)).text
    await dora.presses("a-import", chat=hall.group)
    found = await hall.studio.rows(participants)
    assert len([row for row in found if row.telegram_id is None]) == 5_000
    assert len([row for row in found if (row.telegram_id or 0) >= 5_000_000 and not row.reachable]) >= 5_000
    await dora.drops("people.csv", table(PEOPLE, rows), hall.group)
    assert says("en", "admin-import-same", (await dora.newest(hall.group)).text)


async def line_of(hall: Hall, code: str, count: int) -> None:
    """So many people in line, put there by hand."""
    event_id = hall.event(code)
    (event,) = await hall.studio.rows(events, events.c.id == event_id)
    at = hall.calendar()

    def plant(connection: sa.Connection) -> None:
        people = [
            {"id": 10**7 + n, "telegram_id": 10**7 + n, "name": f"P {n}", "language": "en", "created_at": at}
            for n in range(count)
        ]
        connection.execute(participants.insert(), people)
        places = [
            {"id": 10**8 + n, "service_id": event.service_id, "event_id": event_id, "person_id": 10**7 + n}
            | {"seats": 1, "seq": event.next_seq + n, "status": "waiting", "names": [], "windows": []}
            | {"created_at": at}
            for n in range(count)
        ]
        connection.execute(entries.insert(), places)
        noted = [
            {"id": 2 * 10**8 + n, "event_id": event_id, "subject": "entry", "subject_id": 10**8 + n}
            | {"version": 1, "kind": "EntryJoined", "actor_kind": "person", "actor_id": 10**7 + n}
            | {"at": at, "data": {}}
            for n in range(count)
        ]
        connection.execute(facts.insert(), noted)
        following = sa.update(events).where(events.c.id == event_id)
        connection.execute(following.values(next_seq=event.next_seq + count))

    await hall.studio.database.transact(plant)


@pytest.mark.parametrize("many", [2_000, pytest.param(10_000, marks=pytest.mark.long)])
async def test_thousands_of_priorities_in_one_line(either_hall: Hall, many: int) -> None:
    hall = either_hall
    stage = Stage(hall)
    dora = await stage.admin()
    await stage.booked("clay-1")
    await line_of(hall, "clay-1", many)
    rows: list[list[object]] = [[10**7 + n, "", "", "clay-1", "", n % 200 - 100, ""] for n in range(many)]
    await dora.drops("people.csv", table(PEOPLE, rows), hall.group)
    await dora.presses("a-import", chat=hall.group)
    found = await hall.studio.rows(entries, entries.c.event_id == hall.event("clay-1"))
    assert {row.id: row.priority for row in found} == {10**8 + n: n % 200 - 100 for n in range(many)}
    assert len(await hall.studio.rows(facts, facts.c.kind == "EntryPrioritised")) == many - many // 200


async def test_priorities_of_a_reserve_list(hall: Hall) -> None:
    stage = Stage(hall)
    dora, anna = await stage.admin(), await stage.reserved("yoga-1")
    await dora.drops("p.csv", table(PEOPLE, [[anna.id, "", "", "", "yoga", 5, ""]]), hall.group)
    await dora.presses("a-import", chat=hall.group)
    (row,) = await hall.studio.rows(entries, entries.c.event_id.is_(None))
    assert row.priority == 5


async def test_what_does_not_fit_participants(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    anna, _ = await stage.waiting("yoga-1")
    for _ in range(2):
        await dora.drops("two.csv", table(PEOPLE, [["", "Twin", "", "", "", "", ""]]), hall.group)
    rows: list[list[object]] = [
        [anna.id, "", "", "yoga-2", "", 1, ""],  # waits elsewhere
        [77, "", "", "", "", "", ""],  # nobody, without a name
        ["", "Nobody", "", "yoga-1", "", 1, ""],  # a guest who waits nowhere
    ]
    before = await hall.dump()
    await dora.drops("p.csv", table(PEOPLE, rows), hall.group)
    shown = (await dora.newest(hall.group)).text
    assert "row 2: event: found “yoga-2”; wanted: somebody who waits there" in shown
    assert "row 3: name: found nothing; wanted: a name" in shown
    assert "row 4: event:" in shown
    assert await hall.dump() == before


# ------------------------------------------------------------------------------------------------ templates


@pytest.mark.parametrize("language", LANGUAGES)
async def test_templates_come_back_unchanged(hall: Hall, language: str) -> None:
    """What the bot hands out says nothing new."""
    stage = Stage(hall, language)
    dora, group = await stage.admin(), hall.group
    await stage.waiting("yoga-1")
    await dora.types("/services", chat=group)
    shown = await dora.newest(group)
    assert says(language, "admin-services-head", shown.text) and "yoga" in shown.text
    for number, name in enumerate(("events.csv", "events.xlsx", "participants.csv", "catalogue.yaml")):
        await dora.taps("a-template", number, chat=group)
        sent = (await documents(dora, group))[-1]
        assert sent.document is not None and sent.document["file_name"] == name
        await dora.drops(name, hall.sandbox.files[sent.document["file_id"]].content, group)
        assert says(language, "admin-import-same", (await dora.newest(group)).text), name


async def test_services_without_any(hall: Hall) -> None:
    dora = await Stage(hall).admin()
    assert len(await hall.studio.rows(services)) == 4
    await dora.types("/services", chat=hall.group)
    assert "4" not in (await dora.newest(hall.group)).text.splitlines()[0]

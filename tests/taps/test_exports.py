"""/export in the group: a month as a file, whole or in part, two versions compared; the seed once it may be told."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import UTC, datetime
from typing import Any

import openpyxl

from bot.sandbox import Shown
from engine.rules.exporting import STATES
from engine.rules.proof import verify
from engine.views import PeriodCard
from handlers.admin.export_cards import CSV, JSON, PROOF, STATE, VERSION, XLSX, months_card
from handlers.sheets import meant
from storage.tables import periods
from tests.rules.greedy import greedy
from tests.taps import drawn, months
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says
from tests.texts import TEXTS


async def sent(dora: Human, verb: str, *numbers: int) -> tuple[Shown, bytes]:
    hall = dora.hall
    await dora.taps(verb, *numbers, chat=hall.group)
    shown = await dora.newest(hall.group)
    assert shown.document is not None, shown.text
    return shown, hall.sandbox.files[shown.document["file_id"]].content


async def sends(dora: Human, verb: str, *numbers: int) -> tuple[Shown, bytes]:
    """A tap under a message that is not the newest."""
    hall = dora.hall
    data = ":".join(("1", verb, *map(str, numbers)))
    toast = await dora.taps_on((await dora.newest(hall.group)).id, data, hall.group)
    shown = await dora.newest(hall.group)
    assert shown.document is not None, toast
    return shown, hall.sandbox.files[shown.document["file_id"]].content


def rows_of(content: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{key: meant(cell) for key, cell in row.items()} for row in rows]


async def test_a_final_month_in_every_format(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await drawn.exporting(stage)
    period_id = await months.period_id(stage)
    card = await dora.newest(hall.group)
    assert says(language, "export-month", card.text) and says(language, "export-proof", card.text)
    shown, content = await sent(dora, "a-export-file", period_id, 0, 0, 0, 0, CSV)
    assert says(language, "export-caption", shown.text) and says(language, "export-rows", shown.text)
    rows = rows_of(content)
    assert {row["person"] for row in rows} == set(drawn.NAMES)
    assert sorted(row["kind"] for row in rows) == ["placement", "placement", "unplaced"]
    shown, content = await sends(dora, "a-export-file", period_id, 0, 0, 0, 0, XLSX)
    assert shown.document is not None and shown.document["file_name"].endswith("-v2.xlsx")
    book: Any = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[0] == dora.texts.plain("label-export-sheet-placements")
    assert not [c for page in book.worksheets for row in page.iter_rows() for c in row if c.data_type == "f"]
    _, content = await sends(dora, "a-export-file", period_id, 0, 0, 0, 0, JSON)
    assert verify(json.loads(content), greedy).differences == ()
    shown, content = await sends(dora, "a-export-file", period_id, 0, 0, 0, 0, PROOF)
    assert says(language, "export-check", shown.text) and b"Anna" not in content
    assert verify(json.loads(content), greedy).differences == ()


async def test_only_what_was_chosen(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await drawn.exporting(stage)
    period_id = await months.period_id(stage)
    await dora.taps("a-export-pick", period_id, 0, 0, 0, 0, STATE, chat=hall.group)
    waiting = STATES.index("waiting") + 1
    await dora.taps("a-export", period_id, 0, 0, 0, waiting, chat=hall.group)
    assert says(language, "export-state", (await dora.newest(hall.group)).text)
    shown, content = await sent(dora, "a-export-file", period_id, 0, 0, 0, waiting, CSV)
    assert says(language, "export-part", shown.text)
    assert [row["state"] for row in rows_of(content)] == ["waiting"]
    _, content = await sends(dora, "a-export-file", period_id, 0, 1, 0, 0, CSV)
    assert {row["version"] for row in rows_of(content)} == {"1"}
    assert {row["state"] for row in rows_of(content)} == {"proposed", "unplaced"}
    shown, content = await sends(dora, "a-export-file", period_id, 0, 1, 0, waiting, PROOF)
    proof = verify(json.loads(content), greedy)  # of what was booked, whatever was chosen before
    assert (proof.number, proof.part, proof.differences) == (2, False, ())


async def test_two_versions_compared(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await drawn.comparing(stage)
    period_id = await months.period_id(stage)
    await dora.taps("a-difference", period_id, 1, 0, chat=hall.group)
    await dora.taps("a-difference", period_id, 1, 2, chat=hall.group)
    text = (await dora.newest(hall.group)).text
    assert all(says(language, key, text) for key in ("export-moved", "export-came-in", "export-fell-out"))
    shown, content = await sent(dora, "a-difference-file", period_id, 1, 2, CSV)
    assert shown.document is not None and shown.document["file_name"].endswith("-v1-v2.csv")
    assert sorted((row["change"], row["side"]) for row in rows_of(content)) == [
        ("came_in", "to"),
        ("fell_out", "from"),
    ]


async def test_the_seed_is_told_to_everybody_at_the_end(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    people: list[Human] = []
    dora = await drawn.drawn(stage, people)
    (row,) = await hall.studio.rows(periods)
    await dora.types("/export", chat=hall.group)
    await dora.presses("a-export", chat=hall.group)
    before = [message.text for message in await hall.group.messages()]
    assert row.seed not in "".join(before) and any(row.seed_hash in text for text in before)
    _, content = await sent(dora, "a-export-file", row.id, 0, 0, 0, 0, JSON)
    assert row.seed not in content.decode() and json.loads(content)["period"]["seed"] is None
    dora = await drawn.end(stage)
    letter = next(m for m in reversed(await hall.group.messages()) if says(language, "proof-seed", m.text))
    assert (
        row.seed in letter.text
        and row.seed_hash in letter.text
        and says(language, "proof-input", letter.text)
    )
    assert hashlib.sha256(row.seed.encode()).hexdigest() == row.seed_hash
    await dora.taps("a-export", chat=hall.group)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    card = (await dora.newest(hall.group)).text
    assert (
        row.seed_hash[:12] in card and row.seed_hash not in card and row.seed not in card
    )  # in full in the letter
    for human in people:
        assert row.seed not in (await human.newest()).text  # behind a button: it is long
        await human.presses("month-fair")
        text = (await human.newest()).text
        assert says(language, "proof-yours", text) and row.seed in text and row.seed_hash in text


async def test_whoever_wishes_has_the_seal_before_the_end(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await months.wishing(stage)
    (row,) = await hall.studio.rows(periods)
    assert row.seed_hash not in (await anna.newest()).text
    await anna.presses("month-dates", "month-want", "month")
    text = (await anna.newest()).text
    assert says(language, "proof-seal", text) and row.seed_hash in text and row.seed not in text


async def test_by_its_name(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await stage.admin()
    await dora.types("/export", chat=hall.group)
    assert says("en", "export-none", (await dora.newest(hall.group)).text)
    await months.opened(stage)
    (row,) = await hall.studio.rows(periods)
    await dora.types(f"/export {row.month}", chat=hall.group)
    card = await dora.newest(hall.group)
    assert says("en", "export-version", card.text) and "nothing has been computed yet" in card.text
    await dora.types("/export 1999-01", chat=hall.group)
    assert says("en", "export-head", (await dora.newest(hall.group)).text)


async def test_a_button_that_says_what_is_not_there(hall: Hall) -> None:
    """Another version, service, place, state, form: nothing happens, and it is said."""
    stage = Stage(hall)
    dora = await drawn.exporting(stage)
    period_id = await months.period_id(stage)
    message = (await dora.newest(hall.group)).id
    strange = [
        f"a-export:{period_id}:7:0:0:0",
        f"a-export:{period_id}:0:7:0:0",
        f"a-export:{period_id}:0:0:7:0",
        f"a-export:{period_id}:0:0:0:99",
        "a-export:7:0:0:0:0",
        f"a-export-pick:{period_id}:0:0:0:0:9:0",
        f"a-export-file:{period_id}:0:0:0:0:9",
        f"a-difference:{period_id}:1:7",
        "a-difference:7:0:0",
        f"a-difference-file:{period_id}:1:1:0",
        f"a-difference-file:{period_id}:1:2:3",
    ]
    for data in strange:
        toast = await dora.taps_on(message, f"1:{data}", hall.group)
        assert toast.alert and toast.text, data
    await dora.taps_on(message, f"1:a-export-pick:{period_id}:0:0:0:0:{VERSION}:999", hall.group)
    assert says("en", "export-pick", (await dora.sees(message, hall.group)).text)


def test_many_months_have_pages() -> None:
    opened = datetime(2026, 11, 1, tzinfo=UTC)
    names = [f"20{year}-{number:02}" for year in (26, 25) for number in range(12, 0, -1)]
    periods = [
        PeriodCard(at, month, "UTC", "closed", opened, "", "Ada", opened, opened, "", 0, 0)
        for at, month in enumerate(names, 1)
    ]
    for offset, rows in ((0, 9), (8, 9), (16, 9), (99, 9)):
        assert len(months_card(TEXTS["en"], periods, offset).rows) == rows
    assert [button.data for button in months_card(TEXTS["en"], periods, 8).rows[-1]] == [
        "1:a-exports:0",
        "1:a-exports:16",
    ]

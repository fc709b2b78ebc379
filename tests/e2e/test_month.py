"""A whole month over the real wire, with two admins who get in each other's way."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.demo.hands import done, opens, sees
from bot.demo.story import shows
from bot.sandbox.driver import Driver, Group, Phone, Shown, Toast
from bot.sandbox.sandbox import Sandbox
from bot.verifying import verify_file
from handlers.admin.export_cards import JSON
from tests.e2e.months import SHORT, Months, collected, studio_of_a_month
from tests.e2e.nursery import Bot
from tests.e2e.pairs import PAIRS, first
from tests.e2e.running import healthy, rows

TANGO = "tango-1"


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return studio_of_a_month(tmp_path)


@pytest.fixture
async def adam(driver: Driver) -> Phone:
    """The other admin."""
    return await driver.person("Ádám")


@pytest.fixture
async def group(driver: Driver, dora: Phone, adam: Phone) -> Group:
    return await driver.group("Studio Nova", creator=dora, admins=[adam])


@first(PAIRS[1])
async def test_from_the_first_wish_to_the_proof(
    driver: Driver, sandbox: Sandbox, group: Group, dora: Phone, adam: Phone, running: Bot, tmp_path: Path
) -> None:
    url = running.database_url
    months = await collected(driver, group, dora, adam)
    await months.plans()
    one_of_them(await months.both("a-batch-execute"))
    assert await months.dora.version() or await months.adam.version()
    assert [row[0] for row in await rows(url, "SELECT status FROM runs")] == ["done"]

    await pins_and_runs_again(months)
    await both_finalize(months, url)
    await everybody_hears_once(months, url)
    await two_unlock(months, url)
    await can_be_proved(months, sandbox, tmp_path)
    await healthy(url)


def one_of_them(toasts: list[Toast]) -> None:
    """One is done; the other one is told why not."""
    assert all(toast.answered and toast.text for toast in toasts), toasts
    assert [toast.alert for toast in toasts].count(True) == 1, toasts


async def pins_and_runs_again(months: Months) -> None:
    """Who got nothing gets a place, and a second version keeps the others where it can."""
    desk = months.dora
    await desk.month()
    before = await desk.version()
    for verb in ("review", "short", "person", "where", "pin-ask", "pin"):
        await desk.presses(f"a-batch-{verb}")
    await desk.month()
    await desk.presses("a-batch-execute")
    await desk.version(before)
    for verb in ("review", "with", "compare"):
        await desk.presses(f"a-batch-{verb}")
    assert "1" in (await desk.has_only("a-batch-review")).text


async def both_finalize(months: Months, url: str) -> None:
    """Both are asked, both say yes at once, and it is done once."""
    for desk in (months.dora, months.adam):
        await desk.month()
        await desk.presses("a-batch-final-ask")
    one_of_them(await months.both("a-batch-final"))
    assert await rows(url, "SELECT status FROM periods") == [("final",)]
    assert len(await rows(url, "SELECT id FROM results")) == len(months.people)
    assert len(await rows(url, "SELECT id FROM results WHERE got = 0")) >= SHORT


async def everybody_hears_once(months: Months, url: str) -> None:
    for phone in months.people:
        await sees(phone, shows("month-ledger"), "the result")
        assert len([m for m in await phone.messages() if shows("month-ledger")(m)]) == 1
    counted = "SELECT person_id FROM letters WHERE kind = 'month-result'"
    assert len(await rows(url, counted)) == len(months.people)


async def two_unlock(months: Months, url: str) -> None:
    """Nobody moves a place, until one asks, the other agrees (twice), and it is locked again."""
    phone, card = await placed(months)
    assert not shows("reschedule")(card)
    await months.adam.opens("/unlock")
    await months.adam.presses("a-unlock-ask")
    await months.adam.presses("a-unlock-do")
    for desk in (months.dora, months.adam):
        await desk.opens("/unlock")
    taps_of = await asyncio.gather(months.both("a-unlock-approve"), months.both("a-unlock-approve"))
    assert all(toast.answered for toasts in taps_of for toast in toasts)
    assert all(own.alert for _, own in taps_of), taps_of
    assert await rows(url, "SELECT status, asked_by_name, decided_by_name FROM unlocks") == [
        ("open", "Ádám", "Dóra")
    ]
    assert await rows(url, "SELECT count(*) FROM facts WHERE kind = 'UnlockGranted'") == [(1,)]
    await moves(phone)
    await months.dora.opens("/unlock")
    await months.dora.presses("a-unlock-again")
    await months.dora.shows("a-unlock-ask")
    assert await rows(url, "SELECT status FROM unlocks") == [("over",)]
    other, card = await placed(months)
    assert other is not phone and not shows("reschedule")(card)


async def placed(months: Months) -> tuple[Phone, Shown]:
    """Somebody who has a seat at the tango evening, and its card."""
    for phone in months.people:
        card = await opens(phone, TANGO)
        if shows("cancel")(card):
            return phone, card
    raise AssertionError("nobody is there")


async def moves(phone: Phone) -> None:
    card = await opens(phone, TANGO)
    await done(phone, card, "reschedule", "reschedule-to", "reschedule-confirm")
    await sees(phone, lambda m: m.id == card.id and shows("cancel")(m), "the other evening")


async def can_be_proved(months: Months, sandbox: Sandbox, folder: Path) -> None:
    """Whoever has the file needs nothing else."""
    desk = months.dora
    await desk.opens("/export")
    await desk.presses("a-export")
    card = await desk.shows("a-export-file")
    await desk.tap(
        card, next(b for b in card.buttons if ":a-export-file:" in b.data and b.data.endswith(f":{JSON}"))
    )
    sent = await sees(desk.group, lambda m: m.document is not None, "the file", after=desk.after)
    assert sent.document is not None
    file = folder / "month-export.json"
    file.write_bytes(sandbox.files[sent.document["file_id"]].content)
    report = verify_file(file, None)
    assert not report["problems"], report
    assert report["people"] == len(months.people)

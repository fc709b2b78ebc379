"""The main job over the real wire, with taps and messages only."""

from __future__ import annotations

import json

from bot.sandbox.driver import Driver, Group, Phone
from tests.e2e.running import BotProcess


async def opens(phone: Phone, code: str = "yoga-1") -> None:
    """Open the event's card by its deep link."""
    await phone.start(f"e-{code}")
    await phone.waits_for("Studio A")


async def books(phone: Phone) -> None:
    await opens(phone)
    toast = await phone.taps("Book")
    assert toast.answered
    assert not toast.alert


async def joins(phone: Phone) -> None:
    await opens(phone)
    await phone.taps("Join waitlist")
    toast = await phone.taps("Confirm")
    assert toast.answered
    assert not toast.alert


async def healthy(process: BotProcess) -> None:
    """`doctor` finds nothing wrong."""
    code, said = await process.command("doctor", "--json")
    assert (code, json.loads(said)["problems"]) == (0, [])


async def test_full_class_line_cancel_offer_accept(driver: Driver, process: BotProcess) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await anna.waits_for("Cancel booking" and (lambda m: "Cancel booking" in m.labels))
    await joins(ben)
    await joins(clara)
    await anna.taps("Cancel booking")
    await anna.taps("Confirm")
    await ben.waits_for(lambda m: any("Accept" in label for label in m.labels))
    toast = await ben.taps("Accept")
    assert toast.answered
    assert not toast.alert
    await ben.waits_for(lambda m: any("Cancel booking" in label for label in m.labels))
    await healthy(process)


async def test_offer_expires_and_moves_on(driver: Driver, process: BotProcess) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await anna.waits_for(lambda m: "Cancel booking" in m.labels)
    await anna.taps("Cancel booking")
    await anna.taps("Confirm")
    offer = await ben.waits_for(lambda m: any("Accept" in label for label in m.labels))
    await driver.push(hours=3)
    await clara.waits_for(lambda m: any("Accept" in label for label in m.labels))
    await ben.waits_for(lambda m: m.id == offer.id and not any("Accept" in label for label in m.labels))
    toast = await ben.forges(next(b.data for b in offer.buttons if "Accept" in b.label), offer.id)
    assert toast.alert
    await clara.taps("Accept")
    await clara.waits_for(lambda m: "Cancel booking" in m.labels)
    await healthy(process)


async def test_admin_watches_and_steps_in(
    driver: Driver, process: BotProcess, group: Group, dora: Phone
) -> None:
    await dora.types("/events", chat=group)
    await dora.waits_for("Upcoming events", chat=group)

"""The main job over the real wire, with taps and messages only."""

from __future__ import annotations

import json

import pytest

from bot.demo.story import does, shows
from bot.sandbox.driver import Driver, Group, Phone
from tests.e2e.hands import books, cancels, joins, taps
from tests.e2e.nursery import Bot
from tests.e2e.pairs import CROSSED, PAIRS, first
from tests.e2e.running import BotProcess, healthy


async def story(driver: Driver) -> None:
    """A full class, a line of two, a cancellation, an offer that is accepted."""
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await cancels(anna)
    await taps(ben, "accept")
    await ben.waits_for(shows("cancel"))
    await taps(clara, "my")
    assert await clara.waits_for("number 1 in line")


@first(*PAIRS)
async def test_full_class_line_cancel_offer_accept(driver: Driver, running: Bot) -> None:
    await story(driver)
    await healthy(running.database_url)


@first(CROSSED[0])
async def test_as_an_operator_does_it(driver: Driver, process: BotProcess) -> None:
    """Import, run, stop and doctor are commands, one process after another."""
    await story(driver)
    assert await process.stop() == 0
    code, said = await process.command("doctor", "--json")
    assert (code, json.loads(said)["problems"]) == (0, []), said


@first(CROSSED[1])
async def test_offer_expires_and_moves_on(driver: Driver, running: Bot) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await cancels(anna)
    offer = await ben.waits_for(shows("accept"))
    (accept,) = [b.data for b in offer.buttons if b.data and does(b.data, "accept")]
    await driver.push(hours=3)
    await clara.waits_for(shows("accept"))
    await ben.waits_for(lambda m: m.id == offer.id and not shows("accept")(m))
    late = await ben.forges(accept, offer.id)
    assert late.alert
    assert late.text
    await taps(clara, "accept")
    await clara.waits_for(shows("cancel"))
    await healthy(running.database_url)


@pytest.mark.parametrize("mode", ["webhook"], indirect=True)
async def test_declined_offers_go_down_the_line(driver: Driver, running: Bot) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await cancels(anna)
    await taps(ben, "decline", "decline-keep")
    await taps(clara, "decline", "decline-leave")
    await clara.blocks()
    await healthy(running.database_url)


@pytest.mark.parametrize("mode", ["polling"], indirect=True)
async def test_who_blocks_the_bot_stops_nobody(driver: Driver, running: Bot) -> None:
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await ben.blocks()
    await cancels(anna)
    await taps(clara, "accept")
    await clara.waits_for(shows("cancel"))
    await healthy(running.database_url)


@first(PAIRS[1])
async def test_admin_watches_and_steps_in(driver: Driver, running: Bot, group: Group, dora: Phone) -> None:
    """Freeze; promote the second in line, with a reason; keep the next seat, give it back, and let it run again."""
    anna, ben, clara = [await driver.person(name) for name in ("Anna", "Ben", "Clara")]
    await books(anna)
    await joins(ben)
    await joins(clara)
    await dora.types("/events", chat=group)
    await presses(dora, group, "a-event", "a-freeze-ask", "a-freeze")
    await cancels(anna)
    freed = await group.waits_for(shows("a-freed-promote"))
    await presses(dora, group, "a-manage", "a-line")
    await group.waits_for(shows("a-entry"))
    await dora.taps(lambda b: "Clara" in b.label and does(b.data, "a-entry"), chat=group)
    await presses(dora, group, "a-promote", "a-promote-because")
    await clara.waits_for(shows("cancel"))
    await healthy(running.database_url)

    await cancels(clara)
    await group.waits_for(
        shows("a-freed-hold"), after=freed.id
    )  # a new message: an edit rings on nobody's phone
    await presses(dora, group, "a-freed-hold")
    await presses(dora, group, "a-manage", "a-release", "a-unfreeze")
    await taps(ben, "accept")
    await ben.waits_for(shows("cancel"))
    await presses(dora, group, "a-bookings", "a-booking", "a-cancel-ask", "a-cancel")
    await ben.waits_for(lambda m: "cancelled" in m.text and not shows("cancel")(m))
    await healthy(running.database_url)


async def presses(admin: Phone, group: Group, *verbs: str) -> None:
    """Tap one button after another in the group; each must be done."""
    for verb in verbs:
        await group.waits_for(shows(verb))
        toast = await admin.taps(lambda button, verb=verb: does(button.data, verb), chat=group)
        assert toast.answered, verb
        assert not toast.alert, (verb, toast.text)

"""What happens around the taps: somebody blocks the bot, the group gets a new id, the database goes away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from aiogram.types import Update

from bot.furnish import furnish
from bot.polling import handle
from engine.ports import Unavailable
from storage.tables import accounts, letters, offers, participants
from tests.taps.hall import Hall, opened
from tests.taps.stages import Stage
from tests.taps.words import says


async def away(*_: object) -> Any:
    """A database that nobody reaches."""
    raise ConnectionRefusedError("the database is away")


async def test_the_main_story_on_each_database(either_hall: Hall) -> None:
    """Full, in line, cancelled, offered, accepted; on PostgreSQL as on SQLite."""
    stage = Stage(either_hall)
    anna, ben, cleo = await stage.offered()
    await anna.presses("accept")
    assert says("en", "offer-accepted", (await anna.newest()).text)
    await cleo.types("/my")
    assert "number 1" in (await cleo.newest()).text
    dora = await stage.managing("yoga-1")
    await dora.presses("a-bookings", "a-booking", "a-cancel-ask", "a-cancel", chat=either_hall.group)
    assert says("en", "offer-head", (await cleo.newest()).text)
    await cleo.presses("decline", "decline-leave")
    await ben.opens("yoga-1")
    await ben.presses("several" if "several" in await ben.offered_verbs() else "book")
    assert [row.status for row in await either_hall.studio.rows(offers)] == ["accepted", "rejected"]


async def test_the_card_of_a_place_that_became_a_booking_has_nothing_to_tap(
    hall: Hall, language: str
) -> None:
    anna, _, _ = await Stage(hall, language).offered()
    waiting, _ = await anna.finds("leave")
    await anna.presses("accept")
    assert not (await anna.sees(waiting.id)).buttons


async def test_who_blocks_the_bot_stops_nobody(hall: Hall, language: str) -> None:
    """Their offer goes on at once, the admins hear of it, nothing more is sent; their place waits for their return."""
    stage = Stage(hall, language)
    dora = await stage.admin()
    anna, _, cleo = await stage.offered()
    sent = len(
        [call for call in await hall.driver.calls("sendMessage") if call["params"]["chat_id"] == str(anna.id)]
    )
    await anna.phone.blocks()
    await hall.settle()
    assert says(language, "offer-head", (await cleo.newest()).text)
    assert says(language, "admin-unreachable", (await dora.newest(hall.group)).text)
    await dora.presses("a-entry", chat=hall.group)
    assert says(language, "admin-entry-unreachable", (await dora.newest(hall.group)).text)
    (row,) = await hall.studio.rows(participants, participants.c.telegram_id == anna.id)
    assert not row.reachable
    calls = await hall.driver.calls("sendMessage")
    assert len([call for call in calls if call["params"]["chat_id"] == str(anna.id)]) == sent
    hall.refusals_expected = True  # the old offer could not be rewritten in a chat that is closed
    await anna.phone.unblocks()
    await hall.settle()
    (row,) = await hall.studio.rows(participants, participants.c.telegram_id == anna.id)
    assert row.reachable
    await cleo.presses("decline", "decline-keep")
    await anna.types("/my")
    assert says(language, "my-offer", (await anna.newest()).text)


async def test_a_letter_finds_out_that_somebody_is_gone(hall: Hall) -> None:
    """Nobody was told; the refusal of the letter is the news."""
    hall.refusals_expected = True
    stage = Stage(hall)
    anna, ben = await stage.waiting()
    cleo = await stage.joined("yoga-1", "Cleo")
    hall.sandbox.world.person(anna.id).deactivated = True
    await ben.presses("cancel", "cancel-confirm")
    assert says("en", "offer-head", (await cleo.newest()).text)
    (row,) = await hall.studio.rows(participants, participants.c.telegram_id == anna.id)
    assert not row.reachable
    assert "queued" not in {row.status for row in await hall.studio.rows(letters)}


async def test_the_group_becomes_a_supergroup(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot follows: the account, the right to act, and the card that was kept up to date in the old group."""
    async with opened(sqlite_url, monkeypatch, kind="group") as hall:
        hall.refusals_expected = True
        stage = Stage(hall)
        dora = await stage.admin()
        guests = [await stage.booked("clay-2", f"Guest {number}") for number in range(3)]
        await stage.joined("clay-2", "Anna")
        await guests[0].presses("cancel", "cancel-confirm")
        old = hall.group.id
        hall.group = await hall.group.upgrades()
        await hall.settle()
        assert hall.house.group.chat_id == hall.group.id
        (account,) = await hall.studio.rows(accounts)
        assert account.admin_chat_id == hall.group.id
        await guests[1].presses("cancel", "cancel-confirm")
        assert says("en", "admin-freed-head", (await dora.newest(hall.group)).text)
        await dora.presses("a-freed-promote", chat=hall.group)
        tried = [call for call in await hall.driver.calls() if call["params"].get("chat_id") == str(old)]
        assert len([call for call in tried if call["verdict"] == "refused"]) <= 2


async def test_a_group_that_moved_without_a_word(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The update was lost: the refusal of a letter names the new id."""
    async with opened(sqlite_url, monkeypatch, kind="group") as hall:
        hall.refusals_expected = True
        stage = Stage(hall)
        new = await hall.group.upgrades()
        hall.sandbox.updates.clear()
        _, ben = await stage.waiting("clay-1")
        await ben.presses("cancel", "cancel-confirm")
        assert hall.house.group.chat_id == new.id
        assert any(says("en", "admin-freed-head", message.text) for message in await new.messages())
        (account,) = await hall.studio.rows(accounts)
        assert account.admin_chat_id == new.id


async def test_settings_that_name_the_old_group_undo_no_move(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot starts again with the ADMIN_CHAT_ID that it had before the group became a supergroup."""
    async with opened(sqlite_url, monkeypatch, kind="group") as hall:
        hall.refusals_expected = True
        new = await hall.group.upgrades()
        await hall.settle()
        assert hall.house.settings.admin_chat_id not in (None, new.id)
        monkeypatch.setattr("bot.furnish.make_bot", lambda *_: hall.house.bot)
        again = await furnish(hall.house.settings, hall.house.now)
        try:
            assert again.group.chat_id == new.id
            (account,) = await hall.studio.rows(accounts)
            assert account.admin_chat_id == new.id
        finally:
            await again.database.close()


async def test_a_new_group_in_the_settings_counts(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sqlite_url, monkeypatch, kind="group") as hall:
        hall.refusals_expected = True
        await hall.group.upgrades()
        await hall.settle()
        other = await hall.driver.group("Other")
        monkeypatch.setattr("bot.furnish.make_bot", lambda *_: hall.house.bot)
        again = await furnish(replace(hall.house.settings, admin_chat_id=other.id), hall.house.now)
        try:
            assert again.group.chat_id == other.id
            (account,) = await hall.studio.rows(accounts)
            assert account.admin_chat_id == other.id
        finally:
            await again.database.close()


async def test_without_a_group_admins_letters_have_no_reader(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sqlite_url, monkeypatch) as hall:
        hall.house.group.chat_id = None
        _, ben = await Stage(hall).waiting("clay-1")
        await ben.presses("cancel", "cancel-confirm")
        (card,) = await hall.studio.rows(letters, letters.c.kind == "seats-freed")
        assert card.status == "dropped"


async def test_while_the_database_is_away_updates_come_again(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is acknowledged, nobody is told that all is well, and later all is done."""
    stage = Stage(hall)
    anna = await stage.looking()
    message, data = await anna.finds("book")
    made = await anna.phone._do("forges", data=data, message_id=message.id)
    await anna.phone.types("/my")
    updates = [
        Update.model_validate(update.body, context={"bot": hall.house.bot})
        for update in hall.sandbox.updates.pending()
    ]
    with monkeypatch.context() as patch:
        patch.setattr("storage.database.Threads.run", away)
        hall.house.visitors.forget(anna.id)
        for update in updates:
            with pytest.raises(Unavailable):
                await hall.house.intake.take(update)
        assert await handle(updates, hall.house.intake.take, 0) == updates[0].update_id
        assert (await hall.house.ready()).startswith("database: ")
    assert not await hall.house.ready()
    await hall.settle()
    assert (await anna.phone._toast(made, 0.5)).text == anna.texts.plain("toast-booked")


async def test_a_webhooks_tap_while_the_database_is_away(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.tapped import from_query

    hall.refusals_expected = True  # at last the same tap is answered twice
    anna = await Stage(hall).looking()
    message, data = await anna.finds("book")
    await anna.phone._do("forges", data=data, message_id=message.id)
    (pending,) = hall.sandbox.updates.pending()
    update = Update.model_validate(pending.body)
    assert update.callback_query is not None
    tapped = from_query(update.update_id, update.callback_query)
    said: list[Any] = []

    async def reply(method: Any) -> None:
        said.append(method)

    with monkeypatch.context() as patch:
        patch.setattr("storage.database.Threads.run", away)
        hall.house.visitors.forget(anna.id)
        with pytest.raises(Unavailable):
            await hall.house.intake.take_tap(tapped, reply)
    await hall.house.intake.take_tap(tapped, reply)
    assert [method.text for method in said] == [anna.texts.plain("toast-booked")]

    async def broken(*_: object) -> None:
        raise RuntimeError("the answer cannot leave")

    await hall.house.intake.take_tap(tapped, broken)  # said in the log; the update is done
    await hall.house.intake.take(update)

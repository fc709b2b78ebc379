"""Groups: roles, rights, topics, anonymous administrators, migration, privacy mode."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)
from aiogram.types import Update

from bot.sandbox import Driver, Group, Phone

ALL = ["message", "edited_message", "my_chat_member", "chat_member", "callback_query"]


async def received(bot: Bot, allowed: list[str] | None = None) -> list[Update]:
    updates = await bot.get_updates(allowed_updates=allowed)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1)
    return updates


async def refusal(call: Any, error: type[TelegramAPIError] = TelegramBadRequest) -> str:
    with pytest.raises(error) as refused:
        await call
    return refused.value.message


async def test_the_bot_hears_that_it_was_added(bot: Bot, group: Group) -> None:
    updates = await received(bot)
    change = next(u.my_chat_member for u in updates if u.my_chat_member)
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "administrator")
    assert [u.message.new_chat_members for u in updates if u.message and u.message.new_chat_members]
    assert [u.update_id for u in updates] == sorted({u.update_id for u in updates})


async def test_looking(bot: Bot, group: Group, anna: Phone, driver: Driver) -> None:
    chat = await bot.get_chat(group.id)
    assert (chat.type, chat.title) == ("supergroup", "Studio")
    statuses = {m.user.id: m.status for m in await bot.get_chat_administrators(group.id)}
    assert statuses[anna.id] == "administrator"
    assert len(statuses) == 2
    assert "creator" in statuses.values()
    assert await bot.get_chat_member_count(group.id) == 3
    assert (await bot.get_chat_member(group.id, anna.id)).status == "administrator"
    ben = await driver.person("Ben")
    assert (await bot.get_chat_member(group.id, ben.id)).status == "left"
    assert await refusal(bot.get_chat_member(group.id, 5)) == "Bad Request: invalid user_id specified"
    private = bot.get_chat_administrators(anna.id)
    assert await refusal(private) == "Bad Request: there are no administrators in the private chat"
    assert (await bot.get_chat(anna.id)).first_name == "Anna"


async def test_roles_are_told_only_when_asked_for(bot: Bot, group: Group, driver: Driver) -> None:
    ben = await driver.person("Ben")
    await received(bot)
    await group.gives("member", to=ben)
    assert [u.event_type for u in await received(bot, ALL)] == ["message"]
    await group.gives("administrator", to=ben)
    change = (await received(bot))[0].chat_member
    assert change is not None
    assert change.new_chat_member.status == "administrator"
    await group.gives("kicked", to=ben)
    assert [u.event_type for u in await received(bot)] == ["chat_member", "message"]


async def test_anonymous_administrators(bot: Bot, group: Group, anna: Phone) -> None:
    await group.gives("administrator", to=anna, anonymous=True)
    await received(bot)
    await anna.types("/events", chat=group)
    message = (await received(bot))[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.username, message.sender_chat.id) == ("GroupAnonymousBot", group.id)
    assert message.entities is not None
    assert message.entities[0].type == "bot_command"


@pytest.mark.parametrize(("role", "kind", "words"), [
    ("kicked", "group", "bot was kicked from the group chat"),
    ("kicked", "supergroup", "bot was kicked from the supergroup chat"),
    ("left", "group", "bot is not a member of the group chat"),
    ("left", "supergroup", "bot is not a member of the supergroup chat"),
])  # fmt: skip
async def test_the_bot_is_out(bot: Bot, driver: Driver, role: Any, kind: Any, words: str) -> None:
    group = await driver.group("Studio", kind=kind)
    await group.gives(role)
    assert await refusal(bot.send_message(group.id, "x"), TelegramForbiddenError) == f"Forbidden: {words}"
    assert (await received(bot))[-1].my_chat_member is not None


async def test_leaving(bot: Bot, group: Group) -> None:
    assert await bot.leave_chat(group.id)
    assert "not a member" in await refusal(bot.send_message(group.id, "x"), TelegramForbiddenError)


async def test_migration(bot: Bot, driver: Driver, anna: Phone) -> None:
    group = await driver.group("Studio", kind="group", admins=[anna])
    await received(bot)
    new = await group.upgrades()
    notices = [u.message for u in await received(bot)]
    assert [m.migrate_to_chat_id for m in notices if m] == [new.id, None]
    assert [m.migrate_from_chat_id for m in notices if m] == [None, group.id]
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "x")
    assert moved.value.migrate_to_chat_id == new.id
    assert "group chat was upgraded to a supergroup chat" in moved.value.message
    assert (await bot.send_message(new.id, "x")).chat.id == new.id
    await anna.types("still here", chat=new)


async def test_topics(bot: Bot, driver: Driver, anna: Phone, group: Group) -> None:
    assert await refusal(bot.create_forum_topic(group.id, "x")) == "Bad Request: the chat is not a forum"
    forum = await driver.group("Forum", admins=[anna], forum=True)
    topic = await bot.create_forum_topic(forum.id, "Seats")
    sent = await bot.send_message(forum.id, "x", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    assert sent.message_thread_id == topic.message_thread_id
    await anna.types("/events", chat=forum, thread=await forum.opens_topic("Other", by=anna))
    await forum.deletes_topic(topic.message_thread_id)
    lost = bot.send_message(forum.id, "x", message_thread_id=topic.message_thread_id)
    assert await refusal(lost) == "Bad Request: message thread not found"


async def test_pinning(bot: Bot, group: Group) -> None:
    sent = await bot.send_message(group.id, "x")
    assert await bot.pin_chat_message(group.id, sent.message_id)
    assert await bot.unpin_chat_message(group.id)
    assert await refusal(bot.unpin_chat_message(group.id)) == "Bad Request: message to unpin not found"
    await group.gives("member")
    rights = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await refusal(bot.pin_chat_message(group.id, sent.message_id)) == rights


async def test_privacy_mode(bot: Bot, driver: Driver, anna: Phone) -> None:
    group = await driver.group("Studio", members=[anna], bot_role="member")
    await received(bot)
    for text in ("chatter", "/other@another_bot", "/events", "/events@nextseat_sandbox_bot"):
        await anna.types(text, chat=group)
    texts = [u.message.text for u in await received(bot) if u.message]
    assert texts == ["/events", "/events@nextseat_sandbox_bot"]
    await bot.send_message(group.id, "for all")
    await anna.waits_for("for all", chat=group)


async def test_deleting_others_messages_needs_rights(bot: Bot, driver: Driver, anna: Phone) -> None:
    group = await driver.group("Studio", members=[anna], bot_role="member")
    hers = (await anna.types("/x", chat=group))["message_id"]
    assert await refusal(bot.delete_message(group.id, hers)) == "Bad Request: message can't be deleted"
    await group.gives("administrator")
    assert await bot.delete_message(group.id, hers)

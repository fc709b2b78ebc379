"""Founding and changing groups, on behalf of persons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox.membership import announce, change_role
from bot.sandbox.people import PRESENT, Chat, Kind, Member, Person, Role
from bot.sandbox.posting import post
from bot.sandbox.sandbox import Sandbox


def found(
    sandbox: Sandbox,
    title: str,
    creator: Person,
    admins: Sequence[Person] = (),
    members: Sequence[Person] = (),
    kind: Kind = "supergroup",
    forum: bool = False,
    bot_role: Role = "administrator",
    group_id: int | None = None,
) -> Chat:
    """A group with its people; the bot is added last and hears of it, unless its role is `left`."""
    chat = sandbox.world.add_group(title, kind, forum, group_id)
    seats = [(creator, "creator"), *((a, "administrator") for a in admins), *((m, "member") for m in members)]
    for person, role in seats:
        chat.members[person.id] = Member(person, role)  # type: ignore[arg-type]
    if bot_role in PRESENT:
        change_role(sandbox, chat, sandbox.bot, bot_role, by=creator)
        announce(sandbox, chat, sandbox.bot, "left", by=creator)
    sandbox.feed.tell("chat", chat.id, chat.card())
    return chat


def give_role(
    sandbox: Sandbox,
    chat: Chat,
    person: Person,
    role: Role,
    by: Person,
    anonymous: bool | None = None,
    topics: bool | None = None,
) -> int | None:
    """Change a role, with the updates and messages that follow; returns the update's id if there is one."""
    was = chat.role(person.id)
    if anonymous is not None:
        sandbox.world.seat(chat, person, was, anonymous)
    update_id = change_role(sandbox, chat, person, role, by, topics)
    announce(sandbox, chat, person, was, by)
    return update_id


def open_topic(sandbox: Sandbox, chat: Chat, name: str, by: Person) -> int:
    """A new topic, opened by a person. Returns its thread id. Raises ValueError outside of forums."""
    if not chat.is_forum:
        raise ValueError(f"chat {chat.id} is no forum")
    message = post(sandbox, chat, by, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
    thread: int = message["message_id"]
    message |= {"message_thread_id": thread, "is_topic_message": True}
    chat.topics[thread] = name
    sandbox.updates.add("message", message, chat.id)
    return thread


def delete_topic(chat: Chat, thread: int) -> None:
    """The topic goes with all its messages; Telegram does not tell the bot."""
    del chat.topics[thread]
    gone = [i for i, message in chat.messages.items() if message.get("message_thread_id") == thread]
    for message_id in gone:
        del chat.messages[message_id]

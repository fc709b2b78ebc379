"""Roles change: the updates and the messages that follow from it."""

from __future__ import annotations

from bot.sandbox.people import PRESENT, Chat, Person, Role
from bot.sandbox.posting import post
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox


def change_role(
    sandbox: Sandbox, chat: Chat, person: Person, role: Role, by: Person, topics: bool | None = None
) -> int | None:
    """Give a role, and the right to manage `topics` or not; returns the id of the update that tells the bot, None when
    it is not told.

    The bot hears of its own role through my_chat_member, of others' through chat_member, and that only
    where it is an administrator and asked for it.
    """
    before = _card(chat, person)
    member = sandbox.world.seat(chat, person, role)
    if topics is not None:
        member.manages_topics = topics
    after = _card(chat, person)
    if before == after:
        return None
    change: Json = {"chat": chat.card(), "from": by.card(), "date": int(sandbox.clock.timestamp())}
    change |= {"old_chat_member": before, "new_chat_member": after}
    sandbox.feed.tell("member", chat.id, change)
    if person.id == sandbox.bot.id:
        return sandbox.updates.add("my_chat_member", change, chat.id)
    if chat.role(sandbox.bot.id) in ("creator", "administrator"):
        return sandbox.updates.add("chat_member", change, chat.id)
    return None


def announce(sandbox: Sandbox, chat: Chat, person: Person, was: Role, by: Person) -> None:
    """The service message for coming and going, seen by the bot if it is there."""
    came = was not in PRESENT and chat.role(person.id) in PRESENT
    went = was in PRESENT and chat.role(person.id) not in PRESENT
    if not came and not went:
        return
    card = person.card()
    content: Json = {"new_chat_members": [card]} if came else {"left_chat_member": card}
    message = post(sandbox, chat, by, content)
    if chat.role(sandbox.bot.id) in PRESENT:
        sandbox.updates.add("message", message, chat.id)


def change_private(sandbox: Sandbox, chat: Chat, blocked: bool) -> int | None:
    """The person blocks or unblocks the bot; returns the update's id, None when nothing changed."""
    assert chat.person is not None  # only private chats are blocked
    if chat.blocked == blocked:
        return None
    chat.blocked = blocked
    member = {"user": sandbox.bot.card(), "status": "member"}
    gone = {"user": sandbox.bot.card(), "status": "kicked", "until_date": 0}
    change: Json = {"chat": chat.card(), "from": chat.person.card(), "date": int(sandbox.clock.timestamp())}
    change["old_chat_member"] = member if blocked else gone
    change["new_chat_member"] = gone if blocked else member
    sandbox.feed.tell("member", chat.id, change)
    return sandbox.updates.add("my_chat_member", change, chat.id)


def upgrade(sandbox: Sandbox, chat: Chat, is_forum: bool = False) -> Chat:
    """The group becomes a supergroup with a new id; both chats say so."""
    world = sandbox.world
    new = world.add_group(chat.title or "", "supergroup", is_forum)
    new.members = chat.members
    chat.migrated_to = new.id
    owner = next((m.person for m in new.members.values() if m.role == "creator"), sandbox.bot)
    old_notice = post(sandbox, chat, owner, {"migrate_to_chat_id": new.id})
    new_notice = post(sandbox, new, owner, {"migrate_from_chat_id": chat.id})
    sandbox.updates.add("message", old_notice, chat.id)
    sandbox.updates.add("message", new_notice, new.id)
    return new


def _card(chat: Chat, person: Person) -> Json:
    member = chat.members.get(person.id)
    return member.card(chat.is_forum) if member else {"user": person.card(), "status": "left"}

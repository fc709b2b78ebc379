"""Looking at chats, and the few things a bot may do to them."""

from __future__ import annotations

from bot.sandbox import access
from bot.sandbox.arguments import Arguments
from bot.sandbox.membership import change_role
from bot.sandbox.people import ADMINISTRATORS, Chat, Member
from bot.sandbox.posting import post
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.sandbox import Sandbox

LONGEST_TOPIC = 128
TOPIC_COLOR = 7322096


def get_chat(sandbox: Sandbox, call: Arguments) -> Json:
    """Everything about one chat."""
    return access.readable_chat(sandbox.world, call).full_card()


def get_chat_member(sandbox: Sandbox, call: Arguments) -> Json:
    """One person's place in a chat; who never was there has left."""
    chat = _with_members(sandbox, call)
    person = sandbox.world.people.get(call.number("user_id"))
    if person is None:
        raise bad_request("invalid user_id specified")
    member = chat.members.get(person.id) or Member(person, "left")
    return member.card(chat.is_forum)


def get_chat_administrators(sandbox: Sandbox, call: Arguments) -> list[Json]:
    """Who runs the chat, bots left out."""
    chat = _with_members(sandbox, call)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    present = [m for m in chat.members.values() if m.role in ADMINISTRATORS and not m.person.is_bot]
    return [member.card(chat.is_forum) for member in present]


def get_chat_member_count(sandbox: Sandbox, call: Arguments) -> int:
    """How many are in the chat."""
    chat = _with_members(sandbox, call)
    return 2 if chat.kind == "private" else len(chat.present())


def _with_members(sandbox: Sandbox, call: Arguments) -> Chat:
    chat = access.readable_chat(sandbox.world, call)
    return chat if chat.kind == "private" else access.writable_chat(sandbox.world, call)


def leave_chat(sandbox: Sandbox, call: Arguments) -> bool:
    """The bot goes."""
    chat = access.writable_chat(sandbox.world, call)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    change_role(sandbox, chat, sandbox.bot, "left", by=sandbox.bot)
    return True


def pin_chat_message(sandbox: Sandbox, call: Arguments) -> bool:
    """Pins a message, with a service message as Telegram leaves one."""
    chat = access.writable_chat(sandbox.world, call)
    message = access.message(chat, call, "message to pin")
    access.check_administrator(sandbox.world, chat, "not enough rights to manage pinned messages in the chat")
    if message["message_id"] not in chat.pinned:
        chat.pinned.append(message["message_id"])
        post(sandbox, chat, sandbox.bot, {"pinned_message": message}, message.get("message_thread_id"))
    return True


def unpin_chat_message(sandbox: Sandbox, call: Arguments) -> bool:
    """Unpins a message, the newest pinned one when none is named."""
    chat = access.writable_chat(sandbox.world, call)
    access.check_administrator(sandbox.world, chat, "not enough rights to manage pinned messages in the chat")
    message_id = call.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    sandbox.feed.tell("unpin", chat.id, {"message_id": message_id})
    return True


def create_forum_topic(sandbox: Sandbox, call: Arguments) -> Json:
    """A new topic in a supergroup that has them."""
    name = call.text("name")
    chat = access.writable_chat(sandbox.world, call)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    access.check_administrator(sandbox.world, chat, "not enough rights to create a topic")
    if not chat.members[sandbox.bot.id].manages_topics:
        raise bad_request("not enough rights to create a topic")
    if not name or len(name) > LONGEST_TOPIC:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    topic = {"name": name, "icon_color": call.number("icon_color") or TOPIC_COLOR}
    message = post(sandbox, chat, sandbox.bot, {"forum_topic_created": topic})
    chat.topics[message["message_id"]] = name
    message |= {"message_thread_id": message["message_id"], "is_topic_message": True}
    return {"message_thread_id": message["message_id"], **topic}


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "getChatMembersCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "createForumTopic": create_forum_topic,
}

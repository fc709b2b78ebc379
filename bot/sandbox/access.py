"""May the bot do this in that chat? Telegram's order of questions, Telegram's words."""

from __future__ import annotations

from bot.sandbox.arguments import Arguments
from bot.sandbox.people import ADMINISTRATORS, Chat
from bot.sandbox.refusals import Json, bad_request, forbidden, upgraded
from bot.sandbox.world import World


def readable_chat(world: World, call: Arguments) -> Chat:
    """The chat of a call that only looks. Raises Refused."""
    chat = world.named(call.text("chat_id"))
    if chat.kind == "supergroup":
        _check_membership(world, chat)
    return chat


def writable_chat(world: World, call: Arguments) -> Chat:
    """The chat of a call that writes or edits. Raises Refused."""
    chat = world.named(call.text("chat_id"))
    if chat.kind == "private":
        _check_private(chat)
    elif chat.migrated_to is not None:
        raise upgraded(chat.migrated_to)
    else:
        _check_membership(world, chat)
    return chat


def _check_private(chat: Chat) -> None:
    assert chat.person is not None  # a private chat is always somebody's
    if chat.person.deactivated:
        raise forbidden("user is deactivated")
    if chat.person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")


def _check_membership(world: World, chat: Chat) -> None:
    role = chat.role(world.bot.id)
    if role == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if role == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def check_administrator(world: World, chat: Chat, reason: str) -> None:
    """In groups the bot must be an administrator; `reason` is what Telegram says otherwise."""
    if chat.kind != "private" and chat.role(world.bot.id) not in ADMINISTRATORS:
        raise bad_request(reason)


def thread(chat: Chat, call: Arguments) -> int | None:
    """The topic a call names; None for none or where there are no topics. Raises Refused."""
    topic = call.number("message_thread_id")
    if not topic or not chat.is_forum:
        return None
    if topic not in chat.topics:
        raise bad_request("message thread not found")
    return topic


def message(chat: Chat, call: Arguments, what: str) -> Json:
    """The message a call names; `what` is Telegram's word for it in the refusal."""
    message_id = call.number("message_id")
    if message_id == 0:
        raise bad_request("message identifier is not specified")
    found = chat.messages.get(message_id)
    if found is None:
        raise bad_request(f"{what} not found")
    return found

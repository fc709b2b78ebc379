"""Putting messages into chats and changing them there: the one place where messages are written."""

from __future__ import annotations

from bot.sandbox.entities import MarkedText
from bot.sandbox.people import ANONYMOUS, Chat, Person
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox

HIDDEN_WHEN_USED = "one_time_keyboard"


def post(sandbox: Sandbox, chat: Chat, sender: Person, content: Json, thread: int | None = None) -> Json:
    """Add a message with this content to the chat and tell the watchers; returns the message kept."""
    message: Json = {"message_id": sandbox.world.next_message_id(chat)}
    message |= _sender(chat, sender) | {"chat": chat.card(), "date": int(sandbox.clock.timestamp())}
    if thread is not None:
        message |= {"message_thread_id": thread, "is_topic_message": True}
    message |= content
    chat.messages[message["message_id"]] = message
    sandbox.feed.tell("message", chat.id, message)
    return message


def _sender(chat: Chat, sender: Person) -> Json:
    member = chat.members.get(sender.id)
    if member is not None and member.anonymous and not sender.is_bot:
        return {"from": ANONYMOUS, "sender_chat": chat.card()}
    return {"from": sender.card()}


def rewrite(sandbox: Sandbox, chat: Chat, message: Json, changes: Json) -> Json:
    """Change fields of a kept message (None takes a field away); returns the new version.

    The old version stays as it is: updates already on their way show the message as it was.
    """
    merged = message | changes | {"edit_date": int(sandbox.clock.timestamp())}
    new = {name: value for name, value in merged.items() if value is not None}
    chat.messages[message["message_id"]] = new
    sandbox.feed.tell("edit", chat.id, new)
    return new


def erase(sandbox: Sandbox, chat: Chat, message_id: int) -> None:
    """Take a message out of the chat."""
    del chat.messages[message_id]
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    sandbox.feed.tell("delete", chat.id, {"message_id": message_id})


def show_keyboard(chat: Chat, markup: Json | None) -> None:
    """A reply keyboard replaces the one below the input field; nothing else touches it."""
    if markup is None or "inline_keyboard" in markup:
        return
    chat.keyboard = markup if markup.get("keyboard") else None


def text_fields(marked: MarkedText | None, name: str = "text", entities: str = "entities") -> Json:
    """The fields of a message that hold its text; None where one must go."""
    if marked is None:
        return {name: None, entities: None}
    return {name: marked.text, entities: list(marked.entities) or None}


def without_nothing(fields: Json) -> Json:
    """Only the fields that are there."""
    return {name: value for name, value in fields.items() if value is not None}

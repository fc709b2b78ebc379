"""Changing and deleting what was sent."""

from __future__ import annotations

from bot.sandbox import access
from bot.sandbox.arguments import Arguments
from bot.sandbox.keyboards import inline_markup
from bot.sandbox.people import ADMINISTRATORS, Chat
from bot.sandbox.posting import erase, rewrite, text_fields
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import caption, message_text

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
DELETABLE_FOR = 48 * 3600
"""Seconds after which Telegram no longer lets a bot delete a message."""


def edit_message_text(sandbox: Sandbox, call: Arguments) -> Json:
    """Another text; the buttons go unless they are sent again."""
    marked = message_text(call, sandbox.world.people, too_long="MESSAGE_TOO_LONG")
    markup = inline_markup(call)
    chat, message = _editable(sandbox, call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _changed(sandbox, chat, message, text_fields(marked) | {"reply_markup": markup})


def edit_message_caption(sandbox: Sandbox, call: Arguments) -> Json:
    """Another caption below a file or picture."""
    marked = caption(call, sandbox.world.people, too_long="MEDIA_CAPTION_TOO_LONG")
    markup = inline_markup(call)
    chat, message = _editable(sandbox, call)
    if "document" not in message and "photo" not in message:
        raise bad_request("there is no caption in the message to edit")
    fields = text_fields(marked, "caption", "caption_entities")
    return _changed(sandbox, chat, message, fields | {"reply_markup": markup})


def edit_message_reply_markup(sandbox: Sandbox, call: Arguments) -> Json:
    """Other buttons, or none."""
    markup = inline_markup(call)
    chat, message = _editable(sandbox, call)
    return _changed(sandbox, chat, message, {"reply_markup": markup})


def delete_message(sandbox: Sandbox, call: Arguments) -> bool:
    """Takes a message away: the bot's own, any in private, any where the bot is administrator."""
    chat = access.writable_chat(sandbox.world, call)
    message = access.message(chat, call, "message to delete")
    too_old = sandbox.clock.timestamp() - message["date"] > DELETABLE_FOR
    if too_old or not _may_delete(sandbox, chat, message):
        raise bad_request("message can't be deleted")
    erase(sandbox, chat, message["message_id"])
    return True


def _editable(sandbox: Sandbox, call: Arguments) -> tuple[Chat, Json]:
    chat = access.writable_chat(sandbox.world, call)
    message = access.message(chat, call, "message to edit")
    if message["from"]["id"] != sandbox.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def _changed(sandbox: Sandbox, chat: Chat, message: Json, changes: Json) -> Json:
    if all(message.get(name) == value for name, value in changes.items()):
        raise bad_request(NOT_MODIFIED)
    return rewrite(sandbox, chat, message, changes)


def _may_delete(sandbox: Sandbox, chat: Chat, message: Json) -> bool:
    own = message["from"]["id"] == sandbox.bot.id
    return own or chat.kind == "private" or chat.role(sandbox.bot.id) in ADMINISTRATORS


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
}

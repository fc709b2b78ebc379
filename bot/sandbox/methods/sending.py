"""New messages from the bot."""

from __future__ import annotations

from bot.sandbox import access
from bot.sandbox.arguments import Arguments
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.methods.files import stored_file
from bot.sandbox.people import Chat
from bot.sandbox.posting import post, show_keyboard, text_fields, without_nothing
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import caption, message_text

ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


def send_message(sandbox: Sandbox, call: Arguments) -> Json:
    """A text message."""
    marked = message_text(call, sandbox.world.people)
    return _send(sandbox, call, text_fields(marked))


def send_document(sandbox: Sandbox, call: Arguments) -> Json:
    """A file of any kind with a caption."""
    file = stored_file(sandbox, call, "document")
    return _send(sandbox, call, {"document": file} | _captioned(sandbox, call))


def send_photo(sandbox: Sandbox, call: Arguments) -> Json:
    """A picture with a caption; every picture has one size here."""
    file = stored_file(sandbox, call, "photo")
    size = {name: file[name] for name in ("file_id", "file_unique_id", "file_size")}
    return _send(sandbox, call, {"photo": [size | {"width": 800, "height": 600}]} | _captioned(sandbox, call))


def send_chat_action(sandbox: Sandbox, call: Arguments) -> bool:
    """Shows that the bot is busy; leaves nothing behind."""
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = access.writable_chat(sandbox.world, call)
    sandbox.feed.tell("action", chat.id, {"action": call.text("action")})
    return True


def _captioned(sandbox: Sandbox, call: Arguments) -> Json:
    return text_fields(caption(call, sandbox.world.people), "caption", "caption_entities")


def _send(sandbox: Sandbox, call: Arguments, content: Json) -> Json:
    markup = reply_markup(call)
    chat = access.writable_chat(sandbox.world, call)
    thread = access.thread(chat, call)
    content = content | _reply(chat, call)
    if markup is not None and "inline_keyboard" in markup:
        content["reply_markup"] = markup
    message = post(sandbox, chat, sandbox.bot, without_nothing(content), thread)
    show_keyboard(chat, markup)
    return message


def _reply(chat: Chat, call: Arguments) -> Json:
    parameters = call.structure("reply_parameters", "reply parameters") or {}
    if not isinstance(parameters, dict):
        raise bad_request("object expected as reply parameters")
    message_id = parameters.get("message_id") or call.number("reply_to_message_id")
    if not message_id:
        return {}
    answered = chat.messages.get(int(message_id))
    if answered is not None:
        return {"reply_to_message": without_nothing(answered | {"reply_to_message": None})}
    if parameters.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
}

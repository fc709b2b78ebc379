"""What persons do: they start, type, tap, block, and look at their chats.

Plain functions on the sandbox; `control` offers each of them over HTTP under the same name.
"""

from __future__ import annotations

from bot.sandbox.arguments import Upload
from bot.sandbox.entities import MarkedText, trimmed, units, with_found
from bot.sandbox.membership import change_private
from bot.sandbox.methods.files import keep
from bot.sandbox.people import ADMINISTRATORS, PRESENT, Chat, Person
from bot.sandbox.posting import erase, post, rewrite, text_fields, without_nothing
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import LONGEST_TEXT


def start(sandbox: Sandbox, person: Person, payload: str | None = None) -> Json:
    """Open the private chat, by a deep link if there is a payload; a blocked bot is unblocked first."""
    chat = sandbox.world.chat(person.id)
    change_private(sandbox, chat, blocked=False)
    return types(sandbox, person, chat, f"/start {payload}" if payload else "/start")


def types(
    sandbox: Sandbox,
    person: Person,
    chat: Chat,
    text: str,
    thread: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Send a text. Returns message_id, and update_id unless the bot does not get to see it."""
    return sends(sandbox, person, chat, text_fields(_typed(text)), thread, reply_to)


def sends(
    sandbox: Sandbox,
    person: Person,
    chat: Chat,
    content: Json,
    thread: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Send a message of any kind: `content` holds its fields as in Telegram's Message."""
    _enter(sandbox, person, chat)
    if reply_to is not None:
        content = content | {"reply_to_message": chat.messages[reply_to] | {"reply_to_message": None}}
        content["reply_to_message"] = without_nothing(content["reply_to_message"])
    message = post(sandbox, chat, person, without_nothing(content), thread)
    if chat.keyboard and chat.keyboard.get("one_time_keyboard") and _is_on(chat.keyboard, message):
        chat.keyboard = chat.keyboard | {"hidden": True}
    return _told(sandbox, "message", chat, message)


def sends_file(
    sandbox: Sandbox,
    person: Person,
    chat: Chat,
    upload: Upload,
    caption: str = "",
    thread: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Send a file. Returns as `types`, and its file_id."""
    document = keep(sandbox, upload)
    captioned = text_fields(_typed(caption), "caption", "caption_entities") if caption else {}
    sent = sends(sandbox, person, chat, {"document": document} | captioned, thread, reply_to)
    return sent | {"file_id": document["file_id"]}


def edits(sandbox: Sandbox, person: Person, chat: Chat, message_id: int, text: str) -> Json:
    """Change the text of one's own message."""
    message = _own(person, chat, message_id)
    return _told(sandbox, "edited_message", chat, rewrite(sandbox, chat, message, text_fields(_typed(text))))


def deletes(sandbox: Sandbox, chat: Chat, message_id: int) -> Json:
    """Take a message away; Telegram does not tell the bot."""
    if message_id not in chat.messages:
        raise LookupError(f"no message {message_id} in chat {chat.id}")
    erase(sandbox, chat, message_id)
    return {}


def shares_contact(
    sandbox: Sandbox, person: Person, chat: Chat, phone_number: str, of: Person | None = None
) -> Json:
    """Send a contact: one's own, or somebody else's."""
    owner = of or person
    contact = {"phone_number": phone_number, "first_name": owner.first_name, "user_id": owner.id}
    return sends(sandbox, person, chat, {"contact": contact})


def taps(
    sandbox: Sandbox, person: Person, chat: Chat, label: str | None, data: str | None, message_id: int | None
) -> Json:
    """Tap the button with this label or data in the newest message that has one.

    Returns query_id for a button under a message. A button below the input field sends its text, or the
    contact it asks for. Raises LookupError when no such button is shown.
    """
    for message in _newest_first(chat, message_id):
        for button in _buttons(message):
            if _matches(button, label, data):
                return _tapped(sandbox, person, chat, message, button)
    return _keyboard_tap(sandbox, person, chat, label)


def forges(sandbox: Sandbox, person: Person, chat: Chat, data: str | None, message_id: int | None) -> Json:
    """A callback query with any data, as a modified app can send it; no message_id: one without a message."""
    body: Json = {"data": data} if data is not None else {}
    if message_id is not None:
        gone: Json = {"chat": chat.card(), "message_id": message_id, "date": 0}
        body["message"] = chat.messages.get(message_id, gone)
    return _query(sandbox, person, chat, body)


def blocks(sandbox: Sandbox, person: Person) -> Json:
    """The person blocks the bot."""
    return _named(change_private(sandbox, sandbox.world.chat(person.id), blocked=True))


def unblocks(sandbox: Sandbox, person: Person) -> Json:
    """The person lets the bot write again."""
    return _named(change_private(sandbox, sandbox.world.chat(person.id), blocked=False))


def _typed(text: str) -> MarkedText:
    marked = with_found(trimmed(MarkedText(text)))
    if not marked.text or units(marked.text) > LONGEST_TEXT:
        raise ValueError("no app sends an empty text or one beyond 4096 UTF-16 units")
    return marked


def _enter(sandbox: Sandbox, person: Person, chat: Chat) -> None:
    if chat.kind == "private":
        chat.started = True
        sandbox.world.known.add(person.id)
    elif chat.role(person.id) not in PRESENT or chat.migrated_to is not None:
        raise ValueError(f"person {person.id} cannot write in chat {chat.id}")


def _own(person: Person, chat: Chat, message_id: int) -> Json:
    message = chat.messages.get(message_id)
    if message is None or message["from"]["id"] != person.id:
        raise LookupError(f"person {person.id} has no message {message_id} in chat {chat.id}")
    return message


def _told(sandbox: Sandbox, kind: str, chat: Chat, message: Json) -> Json:
    seen = chat.kind == "private" or _seen_in_group(sandbox, chat, message)
    update_id = sandbox.updates.add(kind, message, chat.id) if seen else None
    return {"message_id": message["message_id"]} | _named(update_id)


def _seen_in_group(sandbox: Sandbox, chat: Chat, message: Json) -> bool:
    """Privacy mode: a bot that is no administrator sees commands, replies to it and mentions."""
    role = chat.role(sandbox.bot.id)
    if role in ADMINISTRATORS or (role in PRESENT and sandbox.options.reads_all_group_messages):
        return True
    if role not in PRESENT:
        return False
    text = message.get("text") or message.get("caption", "")
    answered = message.get("reply_to_message", {}).get("from", {}).get("id") == sandbox.bot.id
    command, _, _ = text.partition(" ")
    for_another = "@" in command and not command.lower().endswith("@" + str(sandbox.bot.username).lower())
    return answered or f"@{sandbox.bot.username}" in text or (text.startswith("/") and not for_another)


def _newest_first(chat: Chat, message_id: int | None) -> list[Json]:
    if message_id is not None:
        return [chat.messages[message_id]] if message_id in chat.messages else []
    return list(reversed(chat.messages.values()))


def _buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _matches(button: Json, label: str | None, data: str | None) -> bool:
    if data is not None:
        return bool(button.get("callback_data") == data)
    return label is not None and label.casefold() in str(button["text"]).casefold()


def _tapped(sandbox: Sandbox, person: Person, chat: Chat, message: Json, button: Json) -> Json:
    if "callback_data" not in button:
        return {"url": button.get("url", "")}
    return _query(sandbox, person, chat, {"message": message, "data": button["callback_data"]})


def _query(sandbox: Sandbox, person: Person, chat: Chat, body: Json) -> Json:
    query = sandbox.callbacks.ask()
    payload = {"id": query.id, "from": person.card(), "chat_instance": str(abs(chat.id) * 7919)} | body
    sandbox.feed.tell("tap", chat.id, payload)
    return {"query_id": query.id} | _named(sandbox.updates.add("callback_query", payload, chat.id))


def _keyboard_tap(sandbox: Sandbox, person: Person, chat: Chat, label: str | None) -> Json:
    rows = (chat.keyboard or {}).get("keyboard", [])
    for button in (button for row in rows for button in row):
        if label is not None and label.casefold() in button["text"].casefold():
            if button.get("request_contact"):
                return shares_contact(sandbox, person, chat, f"+36{person.id:09d}")
            return types(sandbox, person, chat, button["text"])
    raise LookupError(f"no button {label!r} is shown in chat {chat.id}")


def _is_on(keyboard: Json, message: Json) -> bool:
    labels = [button["text"] for row in keyboard["keyboard"] for button in row]
    return "contact" in message or message.get("text") in labels


def _named(update_id: int | None) -> Json:
    return {} if update_id is None else {"update_id": update_id}

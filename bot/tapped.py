"""A tap, read straight from a webhook's document.

In a rush nearly every update is a tap, and reading one into Telegram's full model takes longer than deciding about it.
A document that is not plainly a tap is left to the full model, which also says what is wrong with it.
"""

from dataclasses import dataclass
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.telegram import topic_of
from engine.ports import Panel


@dataclass(frozen=True, slots=True)
class Sender:
    """What Telegram tells of the user who taps."""

    id: int
    full_name: str
    language_code: str | None


@dataclass(frozen=True, slots=True)
class Tapped:
    """One tap. `panel` is the message with the button, `topic` the topic it stands in; None when it is too old for
    Telegram to show."""

    update_id: int
    query_id: str
    sender: Sender
    panel: Panel | None
    data: str
    topic: int | None = None


def from_query(update_id: int, query: CallbackQuery) -> Tapped:
    """From the full model."""
    user = query.from_user
    panel = Panel(query.message.chat.id, query.message.message_id) if query.message else None
    sender = Sender(user.id, user.full_name, user.language_code)
    topic = topic_of(query.message) if isinstance(query.message, Message) else None
    return Tapped(update_id, query.id, sender, panel, query.data or "", topic)


def from_document(document: dict[str, Any]) -> Tapped | None:
    """From an update's document; None when it is anything but a plain tap."""
    match document:
        case {
            "update_id": int(update_id),
            "callback_query": {
                "id": str(query_id),
                "from": {"id": int(user_id), "first_name": str(first_name)} as user,
                "message": {"message_id": int(message_id), "chat": {"id": int(chat_id)}} as message,
                "data": str(data),
            },
        }:
            last_name, language = user.get("last_name"), user.get("language_code")
            in_topic, thread = message.get("is_topic_message"), message.get("message_thread_id")
            if not (isinstance(last_name, str | None) and isinstance(language, str | None)):
                return None
            date = message.get("date")  # none in a message that Telegram does not show any more
            if not all(isinstance(number, int | None) for number in (in_topic, thread, date)):
                return None
            topic = thread if in_topic and date else None
            name = f"{first_name} {last_name}" if last_name else first_name
            sender = Sender(user_id, name, language)
            return Tapped(update_id, query_id, sender, Panel(chat_id, message_id), data, topic)
        case _:
            return None

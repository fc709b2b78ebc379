"""What Telegram sends: taps as complete updates, each with a number of its own: equal numbers with different bodies
would slow aiogram down, as their hashes collide."""

import json
from itertools import count
from typing import Any

from benchmarks.world import TELEGRAM

SECRET = "a-secret-of-benchmarks"
NUMBERS = count(1)


def tap(person_id: int, data: str, group: int | None = None) -> bytes:
    """The body of one tap on a button that carries `data`, in the person's own chat or in a group."""
    number, telegram_id = next(NUMBERS), TELEGRAM + person_id
    person = {"id": telegram_id, "is_bot": False, "first_name": "Person", "last_name": str(person_id)}
    chat: dict[str, Any] = {"id": group, "type": "supergroup", "title": "Admins"}
    if group is None:
        chat = {"id": telegram_id, "type": "private", "first_name": "Person", "last_name": str(person_id)}
    bot = {"id": 1, "is_bot": True, "first_name": "Nextseat", "username": "nextseat_bot"}
    button = {"text": "Book", "callback_data": data}
    message = {
        "message_id": number,
        "from": bot,
        "chat": chat,
        "date": 1_800_000_000,
        "text": "Yoga for beginners\nTue 1 Dec, 18:00, Studio A\n12 free",
        "reply_markup": {"inline_keyboard": [[button]]},
    }
    query = {
        "id": str(4_000_000_000 + number),
        "from": {**person, "language_code": "en"},
        "message": message,
        "chat_instance": "-7",
        "data": data,
    }
    return json.dumps({"update_id": number, "callback_query": query}).encode()

"""How Telegram says no: a code, a sentence, and now and then a parameter.

The sentences are Telegram's own, word for word, because a bot tells its cases apart by them.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A call is refused; nothing has changed. `parameters` is Telegram's ResponseParameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The JSON document Telegram answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> Refused:
    """400 with the reason as Telegram puts it: its first letter small unless a CONSTANT_NAME follows."""
    shouted = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    return Refused(400, "Bad Request: " + (reason if shouted else reason[:1].lower() + reason[1:]))


def forbidden(reason: str) -> Refused:
    """403: the chat exists, but this bot may not do that there."""
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    """409: somebody else is already receiving the updates."""
    return Refused(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int | None) -> Refused:
    """429; `retry_after` in whole seconds, or None for the answer that names no time."""
    if retry_after is None:
        return Refused(429, "Too Many Requests")
    text = f"Too Many Requests: retry after {retry_after}"
    return Refused(429, text, {"retry_after": retry_after})


def upgraded(to_chat_id: int) -> Refused:
    """The group lives on as a supergroup under another id."""
    reason = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, reason, {"migrate_to_chat_id": to_chat_id})


UNAUTHORIZED = (401, "Unauthorized")
UNKNOWN_METHOD = (404, "Not Found: method not found")
NOT_FOUND = (404, "Not Found")

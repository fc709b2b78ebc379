"""What may hang under a message, judged as Telegram judges it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import Json, bad_request

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64
MOST_REPLY_BUTTONS = 300
MOST_REPLY_BUTTONS_IN_A_ROW = 12

_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat", "callback_game", "disabled")
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def reply_markup(call: Arguments) -> Json | None:
    """The checked markup of a call, or None. Raises Refused for what Telegram refuses."""
    raw = call.structure("reply_markup", "reply keyboard markup")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if raw.get("inline_keyboard"):
        return _inline(raw["inline_keyboard"])
    if raw.get("keyboard"):
        return raw | {"keyboard": _reply_rows(raw["keyboard"])}
    return raw if any(raw.get(kind) for kind in _KINDS) else None


def inline_markup(call: Arguments) -> Json | None:
    """The same where only buttons under the message are allowed: on editing."""
    markup = reply_markup(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(rows: Any, complaint: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(complaint)
    return rows


def _inline(rows: Any) -> Json | None:
    rows = _rows(rows, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    checked = [[_button(button) for button in row] for row in rows if row]
    # Telegram drops what is beyond the eighth button of a row without a word, and so does the sandbox.
    kept = [row[:MOST_IN_A_ROW] for row in checked]
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsable('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if _is_set(button, name)]
    if not actions:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        # Telegram would silently take the first of them; a bot never means that.
        raise _unparsable(f"exactly one action expected, found {', '.join(actions)}")
    data = button.get("callback_data")
    if data is not None and len(str(data).encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return {name: value for name, value in button.items() if value is not None}


def _is_set(button: Json, name: str) -> bool:
    value = button.get(name)
    return bool(value) or (value is not None and name in _MAY_BE_EMPTY)


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _reply_rows(rows: Any) -> list[list[Json]]:
    rows = _rows(rows, 'field "keyboard" must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_REPLY_BUTTONS:
        raise bad_request("reply markup is too long")
    return [[_reply_button(button) for button in row[:MOST_REPLY_BUTTONS_IN_A_ROW]] for row in rows if row]


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not button["text"]:
        raise bad_request("keyboard button text must be non-empty")
    return button

"""What a person sees: messages with their buttons, and the answers to taps."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.refusals import Json


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` is empty unless a tap on it goes to the bot."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it is shown now, edits applied. `raw` is Telegram's Message."""

    id: int
    chat_id: int
    sender_id: int
    text: str
    rows: tuple[tuple[Button, ...], ...]
    raw: Json

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the buttons say."""
        return tuple(button.label for button in self.buttons)

    @property
    def edited(self) -> bool:
        """Has it been changed since it was sent?"""
        return "edit_date" in self.raw

    @property
    def document(self) -> Json | None:
        """The file it carries, if it carries one."""
        return self.raw.get("document")


@dataclass(frozen=True, slots=True)
class Toast:
    """The bot's answer to a tap; `answered` is False when none came in time."""

    text: str = ""
    alert: bool = False
    url: str = ""
    answered: bool = True


UNANSWERED = Toast(answered=False)


def shown(raw: Json) -> Shown:
    """Telegram's Message as a person sees it; the text of a captioned file is its caption."""
    rows = raw.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple(tuple(_button(button) for button in row) for row in rows)
    text = raw.get("text") or raw.get("caption") or ""
    return Shown(raw["message_id"], raw["chat"]["id"], raw["from"]["id"], text, buttons, raw)


def _button(raw: Json) -> Button:
    return Button(raw["text"], raw.get("callback_data", ""), raw.get("url", ""))

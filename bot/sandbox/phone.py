"""A person with their phone, as a test or the demo holds them."""

# A timeout here is a person's patience, passed on to the sandbox, which holds the call open.
# ruff: noqa: ASYNC109

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from typing import Any, cast

from bot.sandbox.lines import DriverError, Line
from bot.sandbox.refusals import Json
from bot.sandbox.rooms import PATIENCE, Room, Wanted
from bot.sandbox.shown import UNANSWERED, Button, Shown, Toast


class Phone(Room):
    """A person with their phone. The id is also that of the private chat with the bot."""

    def __init__(self, line: Line, person_id: int, name: str) -> None:
        super().__init__(line, person_id)
        self.name = name

    async def start(self, payload: str | None = None) -> Json:
        """Press Start, or follow a deep link. Returns message_id and update_id, as `types` does."""
        return await self._do("start", payload=payload)

    async def types(
        self, text: str, chat: Room | None = None, thread: int | None = None, reply_to: int | None = None
    ) -> Json:
        """Send a text. Returns message_id, and update_id where the bot gets to see it."""
        return await self._do("types", chat, text=text, thread=thread, reply_to=reply_to)

    async def sends(self, content: Json, chat: Room | None = None, reply_to: int | None = None) -> Json:
        """Send any message: `{"voice": {…}}`, `{"text": …, "forward_origin": {…}}` as Telegram has it."""
        return await self._do("sends", chat, content=content, reply_to=reply_to)

    async def sends_file(
        self,
        name: str,
        content: bytes,
        chat: Room | None = None,
        *,
        caption: str = "",
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """Send a file. Returns as `types`, and its file_id."""
        encoded = base64.b64encode(content).decode()
        more = {"caption": caption, "thread": thread, "reply_to": reply_to}
        return await self._do("sends_file", chat, name=name, content=encoded, **more)

    async def edits(self, message_id: int, text: str, chat: Room | None = None) -> Json:
        """Change the text of an own message."""
        return await self._do("edits", chat, message_id=message_id, text=text)

    async def deletes(self, message_id: int, chat: Room | None = None) -> None:
        """Take a message away; the bot is not told."""
        await self._do("deletes", chat, message_id=message_id)

    async def shares_contact(
        self, phone_number: str, chat: Room | None = None, of: Phone | None = None
    ) -> Json:
        """Send an own contact, or that of somebody else."""
        return await self._do("shares_contact", chat, phone_number=phone_number, of=of and of.id)

    async def taps(
        self,
        button: str | Callable[[Button], bool] | None = None,
        *,
        data: str | None = None,
        message: Shown | int | None = None,
        chat: Room | None = None,
        timeout: float = PATIENCE,
    ) -> Toast:
        """Tap a button of the newest message that has it, and wait for the bot's answer.

        Raises DriverError when no such button is shown. A button below the input field sends its text: there
        is nothing to wait for then, and the Toast is not `answered`. With timeout 0 it does not wait at all.
        """
        message_id = message.id if isinstance(message, Shown) else message
        if callable(button):
            message_id, data, button = await self._find(button, message_id, chat)
        tap = await self._do("taps", chat, label=button, data=data, message_id=message_id)
        return await self._toast(tap, timeout)

    async def forges(
        self, data: str | None, message_id: int | None, chat: Room | None = None, timeout: float = PATIENCE
    ) -> Toast:
        """Send callback data that is on no button, and wait for the bot's answer."""
        return await self._toast(await self._do("forges", chat, data=data, message_id=message_id), timeout)

    async def waits_for(
        self, wanted: Wanted, timeout: float = PATIENCE, after: int = 0, chat: Room | None = None
    ) -> Shown:
        """As Room.waits_for, in the private chat or in another one."""
        return await Room.waits_for(chat or self, wanted, timeout, after)

    async def blocks(self) -> Json:
        """Block the bot."""
        return await self._do("blocks")

    async def unblocks(self) -> Json:
        """Let the bot write again."""
        return await self._do("unblocks")

    async def changes(self, **card: Any) -> None:
        """Change first_name, last_name, username, language_code, or deactivated (the account is gone)."""
        await self._do("changes", **card)

    async def keyboard(self) -> Json | None:
        """The keyboard below the input field; `hidden` when it was for one time and is used."""
        return cast(Json | None, (await self._look())["keyboard"])

    async def _do(self, order: str, chat: Room | None = None, **fields: Any) -> Json:
        where: Json = {} if chat is None else {"chat": chat.id}
        return await self.line.do(order, {"person": self.id, **where, **fields})

    async def _toast(self, tap: Json, timeout: float) -> Toast:
        deadline = time.monotonic() + timeout
        while "query_id" in tap and (left := deadline - time.monotonic()) > 0:
            order = {"query_id": tap["query_id"], "wait": left}
            if answer := (await self.line.do("toast", order))["answer"]:
                return Toast(**answer)
        return UNANSWERED

    async def _find(
        self, wanted: Callable[[Button], bool], message_id: int | None, chat: Room | None
    ) -> tuple[int, str, None]:
        for message in reversed(await (chat or self).messages()):
            for button in message.buttons if message_id in (None, message.id) else ():
                if button.data and wanted(button):
                    return message.id, button.data, None
        raise DriverError(f"no button that fits is shown in chat {(chat or self).id}")

"""The wire to Telegram without a wire: a call goes straight to the sandbox, which judges it as Telegram would."""

# A timeout here is a parameter of aiogram's.
# ruff: noqa: ASYNC109

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.sandbox import Sandbox
from bot.sandbox.arguments import Arguments, Upload
from bot.sandbox.faults import BEFORE
from bot.sandbox.performing import perform, refuse
from bot.sandbox.refusals import too_many_requests


class Wire(BaseSession):
    """Form fields as aiogram makes them, the answer as JSON text, errors as aiogram raises them."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self.sandbox = sandbox

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        name, call = method.__api_method__, self._arguments(bot, method)
        fault = self.sandbox.faults.strike(name, call.text("chat_id"))
        if fault is not None and fault.kind == "too_many_requests":
            reply = refuse(self.sandbox, name, call, too_many_requests(fault.retry_after), fault)
        elif fault is not None and fault.kind in BEFORE:
            raise TelegramNetworkError(method=method, message="Telegram is away")
        else:
            reply = await perform(self.sandbox, name, call)
        content = json.dumps(reply.body)
        response = self.check_response(bot=bot, method=method, status_code=reply.status, content=content)
        return cast(TelegramType, response.result)

    def _arguments(self, bot: Bot, method: TelegramMethod[Any]) -> Arguments:
        fields: dict[str, Any] = {}
        files: dict[str, Any] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                prepared.encode()  # what is no text cannot leave
                fields[key] = prepared
        uploads = {key: Upload(file.filename, file.data, "text/csv") for key, file in files.items()}
        return Arguments(fields, uploads)

    async def close(self) -> None:
        return None

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        nothing: bytes
        for nothing in ():  # no file is ever fetched
            yield nothing


def wired_bot(sandbox: Sandbox) -> Bot:
    """A bot as `bot.telegram.make_bot` makes it, but for the wire."""
    return Bot(sandbox.token, session=Wire(sandbox), default=DefaultBotProperties(parse_mode="HTML"))

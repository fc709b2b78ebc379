"""The bot's side of a chat, where no bot runs."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.sandbox import Sandbox


async def says(sandbox: Sandbox, chat: int, text: str, **more: Any) -> dict[str, Any]:
    """Send a text as a bot would; what Telegram answers."""
    body = {"chat_id": chat, "text": text, **more}
    async with (
        aiohttp.ClientSession() as client,
        client.post(f"{sandbox.base_url}/bot{sandbox.token}/sendMessage", json=body) as response,
    ):
        return dict(await response.json())

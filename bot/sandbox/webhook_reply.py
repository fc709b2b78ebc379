"""A method in the body of a webhook's answer: executed as Telegram does, its result told to nobody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

import aiohttp

from bot.sandbox.arguments import Arguments, read_parts
from bot.sandbox.refusals import Json

NOT_BY_REPLY = ("deletewebhook", "setwebhook", "close", "logout")


@dataclass(frozen=True, slots=True)
class WebhookReply:
    """The method and its arguments."""

    method: str
    call: Arguments


async def read_reply(answer: aiohttp.ClientResponse) -> WebhookReply | None:
    """What the body asks for; None when it asks for nothing or for what a reply may not do."""
    call = await _arguments(answer)
    method = call.text("method")
    name = method.lower()
    if not name or name in NOT_BY_REPLY or name.startswith("get"):
        return None
    fields = {key: value for key, value in call.fields.items() if key != "method"}
    return WebhookReply(method, Arguments(fields, call.uploads))


async def _arguments(answer: aiohttp.ClientResponse) -> Arguments:
    if answer.content_type == "multipart/form-data":
        return await read_parts(aiohttp.MultipartReader.from_response(answer), {})
    body = await answer.text(errors="replace")
    if answer.content_type == "application/x-www-form-urlencoded":
        return Arguments(dict(parse_qsl(body, keep_blank_values=True)))
    return Arguments(_object(body) if answer.content_type == "application/json" else {})


def _object(body: str) -> Json:
    try:
        value = json.loads(body or "{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}

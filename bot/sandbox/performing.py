"""From a method's name and arguments to Telegram's answer, written into the journal on the way."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass

from bot.sandbox.arguments import Arguments
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.receiving import Explained
from bot.sandbox.refusals import UNKNOWN_METHOD, Json, Refused
from bot.sandbox.sandbox import Sandbox

UNWRITTEN = ("getupdates",)
"""Asked all the time and of no interest: only its refusals are written down."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status and JSON document of an answer."""

    status: int
    body: Json


async def perform(sandbox: Sandbox, method: str, call: Arguments, fault: Fault | None = None) -> Reply:
    """Decide one call. Never raises for what a caller can do wrong."""
    try:
        result = await _result(sandbox, method, call)
    except Refused as refused:
        return refuse(sandbox, method, call, refused, fault)
    if method.lower() not in UNWRITTEN:
        sandbox.journal.write(method, call.shown(), "accepted", fault=fault and fault.kind, **_made(result))
    body: Json = {"ok": True, "result": result}
    if isinstance(result, Explained):
        body |= {"result": result.result, "description": result.description}
    return Reply(200, body)


def refuse(sandbox: Sandbox, method: str, call: Arguments, why: Refused, fault: Fault | None) -> Reply:
    """Answer no, and write it down."""
    struck = fault.kind if fault else None
    sandbox.journal.write(
        method, call.shown(), "refused", code=why.code, description=why.description, fault=struck
    )
    return Reply(why.code, why.body())


async def _result(sandbox: Sandbox, method: str, call: Arguments) -> object:
    name = method.lower()
    function = METHODS.get(name)
    if function is None:
        raise Refused(*UNKNOWN_METHOD)
    sandbox.limits.admit(name, call.text("chat_id"))
    result = function(sandbox, call)
    return await result if isinstance(result, Awaitable) else result


def _made(result: object) -> Json:
    if isinstance(result, dict) and "message_id" in result:
        return {"message_id": result["message_id"], "chat_id": result["chat"]["id"]}
    return {}

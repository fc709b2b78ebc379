"""The door for bots: /bot<token>/<method> and /file/bot<token>/<path>, with the faults at the door."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import struct

from aiohttp import web

from bot.sandbox.arguments import Arguments, read_arguments
from bot.sandbox.faults import BEFORE, Fault
from bot.sandbox.methods.files import can_be_downloaded
from bot.sandbox.performing import Reply, perform, refuse
from bot.sandbox.refusals import NOT_FOUND, UNAUTHORIZED, Refused, too_many_requests
from bot.sandbox.sandbox import Sandbox

_RESET_AT_ONCE = struct.pack("ii", 1, 0)
_PAGE = """<html>\r
<head><title>{0}</title></head>\r
<body>\r
<center><h1>{0}</h1></center>\r
<hr><center>nginx/1.18.0</center>\r
</body>\r
</html>\r
"""
_REASONS = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Temporarily Unavailable",
    504: "Gateway Time-out",
}


class BotApi:
    """Answers bots over HTTP."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._under_way: set[asyncio.Task[Reply]] = set()

    def add_to(self, app: web.Application) -> None:
        """Put the two addresses into an application."""
        app.router.add_route("*", "/bot{token}/{method}", self.call)
        app.router.add_get("/file/bot{token}/documents/{name}", self.download)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        method = request.match_info["method"]
        if _from_a_page(request) or not self._knows(request.match_info["token"]):
            return _json(Reply(UNAUTHORIZED[0], Refused(*UNAUTHORIZED).body()))
        try:
            arguments = await read_arguments(request)
        except Refused as refused:
            return _json(refuse(self._sandbox, method, Arguments({}), refused, None))
        fault = self._sandbox.faults.strike(method, arguments.text("chat_id"))
        if fault is None:
            return _json(await perform(self._sandbox, method, arguments))
        return await self._struck(request, method, arguments, fault)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The content of a stored file."""
        file_id = request.match_info["name"].partition(".")[0]
        upload = self._sandbox.files.get(file_id)
        if (
            _from_a_page(request)
            or not self._knows(request.match_info["token"])
            or upload is None
            or not can_be_downloaded(upload)
        ):
            return _json(Reply(NOT_FOUND[0], Refused(*NOT_FOUND).body()))
        return web.Response(body=upload.content, content_type="application/octet-stream")

    def _knows(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self._sandbox.token.encode())

    async def _struck(
        self, request: web.Request, method: str, call: Arguments, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind in BEFORE:
            return self._lost(request, method, call, fault)
        task = asyncio.create_task(self._done_anyway(method, call, fault))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        reply = await asyncio.shield(task)
        match fault.kind:
            case "reset_after":
                return _reset(request)
            case "error_after":
                return _page(fault.status)
            case "cut_body":
                return await _cut(request, reply)
            case "half_body":
                whole = _dumped(reply)
                return web.Response(body=whole[: len(whole) // 2], content_type="application/json")
            case _:
                return _json(reply)

    async def _done_anyway(self, method: str, call: Arguments, fault: Fault) -> Reply:
        """Once it is at Telegram a call is carried out, whether or not the caller still listens."""
        if fault.seconds:
            await asyncio.sleep(fault.seconds)
        return await perform(self._sandbox, method, call, fault)

    def _lost(self, request: web.Request, method: str, call: Arguments, fault: Fault) -> web.StreamResponse:
        if fault.kind == "too_many_requests":
            return _json(refuse(self._sandbox, method, call, too_many_requests(fault.retry_after), fault))
        self._sandbox.journal.write(method, call.shown(), "lost", fault=fault.kind)
        return _page(fault.status) if fault.kind == "server_error" else _reset(request)


def _from_a_page(request: web.Request) -> bool:
    """Bots are no browsers. The sandbox's usual token is known to everybody, and so a page from anywhere, open on this
    machine, could speak as the bot."""
    return "Origin" in request.headers or "Sec-Fetch-Mode" in request.headers


def _dumped(reply: Reply) -> bytes:
    return json.dumps(reply.body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _json(reply: Reply) -> web.Response:
    response = web.Response(body=_dumped(reply), status=reply.status, content_type="application/json")
    retry_after = reply.body.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _page(status: int) -> web.Response:
    title = f"{status} {_REASONS.get(status, 'Error')}"
    return web.Response(text=_PAGE.format(title), status=status, content_type="text/html")


def _reset(request: web.Request) -> web.Response:
    """Break the connection with a TCP reset instead of an answer."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
        request.transport.abort()
    return web.Response()


async def _cut(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Promise a whole answer and break off in its middle."""
    whole = _dumped(reply)
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(whole)
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2])
    if request.transport is not None:
        request.transport.close()
    return response

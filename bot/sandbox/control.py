"""The door for tests, the demo and the chat page: everything under /sandbox/.

Answers this machine only, and only to callers that know it by a loopback name: a web page from elsewhere
that is made to point here (DNS rebinding), or that posts across origins, is turned away.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.clock import LONGEST_POLL
from bot.sandbox.orders import UnknownOrderError, carry_out
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HEARTBEAT = 15.0


class Control:
    """Answers under /sandbox/."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def add_to(self, app: web.Application) -> None:
        """Put the addresses into an application, each behind the loopback check."""
        router = app.router
        router.add_get("/sandbox/clock", guarded(self.clock))
        router.add_post("/sandbox/clock", guarded(self.push_clock))
        router.add_get("/sandbox/journal", guarded(self.journal))
        router.add_get("/sandbox/world", guarded(self.world))
        router.add_get("/sandbox/stream", guarded(self.stream))
        router.add_post("/sandbox/do/{order}", guarded(self.order))

    async def clock(self, request: web.Request) -> web.StreamResponse:
        """The offset; with `known`, as soon as it differs from that."""
        known = request.query.get("known")
        wait = min(float(request.query.get("wait", LONGEST_POLL)), LONGEST_POLL)
        return web.json_response(
            await self._sandbox.clock.follow(None if known is None else int(known), wait)
        )

    async def push_clock(self, request: web.Request) -> web.StreamResponse:
        """Time goes on by `push_ms`; answers when the followers took it."""
        order = await body(request)
        pushed = await self._sandbox.push(int(order["push_ms"]), float(order.get("patience", 5.0)))
        return web.json_response(pushed)

    async def journal(self, request: web.Request) -> web.StreamResponse:
        """The calls after `since`."""
        entries = self._sandbox.journal.since(int(request.query.get("since", 0)))
        return web.json_response({"calls": entries})

    async def world(self, request: web.Request) -> web.StreamResponse:
        """Everybody and every chat."""
        sandbox = self._sandbox
        shown = sandbox.world.document() | {"id": sandbox.id, "serial": sandbox.feed.serial}
        shown["descriptions"] = sandbox.profile.descriptions
        return web.json_response(shown | sandbox.clock.document())

    async def order(self, request: web.Request) -> web.StreamResponse:
        """Carry out one order of the table in `orders`."""
        done = await carry_out(self._sandbox, request.match_info["order"], await body(request))
        return web.json_response(done)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Everything that happens, as server-sent events; `since` or Last-Event-ID says from where."""
        since = request.headers.get("Last-Event-ID") or request.query.get("since")
        serial = self._sandbox.feed.serial if since is None else int(since)
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(b": open\n\n")
        while True:
            for happening in self._sandbox.feed.since(serial):
                serial = happening.serial
                data = json.dumps(happening.document(), ensure_ascii=False)
                await response.write(f"id: {serial}\nevent: {happening.kind}\ndata: {data}\n\n".encode())
            if not await self._sandbox.feed.passes(serial, wait=HEARTBEAT):
                await response.write(b": still here\n\n")


def guarded(handler: Handler) -> Handler:
    """Let loopback callers pass, and turn what an order got wrong into a 4xx with its reason."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if not (_is_loopback(request.remote or "") and _names_loopback(request)):
            return web.json_response({"error": "the sandbox answers this machine only"}, status=403)
        try:
            return await handler(request)
        except UnknownOrderError as error:
            return web.json_response({"error": str(error)}, status=404)
        except (LookupError, ValueError, TypeError) as error:
            reason = f"{error.args[0]!r} is missing" if type(error) is KeyError else str(error)
            code = getattr(error, "code", None)  # for who says it in another language
            return web.json_response({"error": reason} | ({"code": code} if code else {}), status=400)
        except ConnectionResetError:
            raise asyncio.CancelledError from None

    return answer


def _names_loopback(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and not _is_loopback(urlsplit(origin).hostname or ""):
        return False
    return _is_loopback(urlsplit(f"//{request.headers.get('Host', '')}").hostname or "")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


async def body(request: web.Request) -> Json:
    """The JSON object that an order brings. Raises ValueError or TypeError."""
    order = json.loads(await request.text() or "{}")
    if not isinstance(order, dict):
        raise TypeError("a JSON object is expected")
    return order

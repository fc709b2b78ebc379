"""Health over HTTP: alive, and ready to serve."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Check = Callable[[], Awaitable[str]]
"""An empty text, or what is not ready."""


def add_health(app: web.Application, check: Check) -> None:
    """`/healthz`: the process runs. `/readyz`: 200 once it can serve, else 503 with what is missing."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        missing = await check()
        return web.Response(text=missing or "ready", status=503 if missing else 200)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)

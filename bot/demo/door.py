"""The stage's addresses beside the sandbox's own, for this machine only.

GET /stage/state is everything the panels show, GET /stage/crowd the last rush, POST /stage/do/<order> a button. What
changes is told in the sandbox's stream: `stage` (ask again), `crowd` (answers as they come), `reset` (a new world).
"""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

from bot.demo.orders import ORDERS
from bot.demo.stage import Stage
from bot.sandbox.control import body, guarded
from bot.sandbox.orders import UnknownOrderError
from bot.sandbox.shelf import Shelf

FOLDER = Path(__file__).parent / "page"
ENTRY = "/stage/stage.js"


class Door:
    """Answers under /stage/."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._shelf = Shelf(FOLDER)

    def add_to(self, app: web.Application) -> None:
        """Put the addresses into an application."""
        app.router.add_get("/stage/state", guarded(self.state))
        app.router.add_get("/stage/crowd", guarded(self.crowd))
        app.router.add_post("/stage/do/{order}", guarded(self.order))
        app.router.add_get("/stage/{path:.+}", guarded(self._shelf.file))

    async def state(self, _: web.Request) -> web.StreamResponse:
        """What the panels show."""
        return web.json_response(await self._stage.document())

    async def crowd(self, _: web.Request) -> web.StreamResponse:
        """The last rush. Raises LookupError before there was one."""
        if self._stage.crowd is None:
            raise LookupError("no crowd has come yet")
        return web.json_response(self._stage.crowd.document())

    async def order(self, request: web.Request) -> web.StreamResponse:
        """Do what a button says."""
        name = request.match_info["order"]
        if name not in ORDERS:
            raise UnknownOrderError(f"no order {name!r}; there are: {', '.join(ORDERS)}")
        return web.json_response(ORDERS[name](self._stage, await body(request)))

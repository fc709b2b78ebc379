"""The chat page: what a browser needs to show the sandbox as phones. Answers this machine only, as `control` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.control import guarded
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shelf import HEADERS, Shelf

FOLDER = Path(__file__).parent / "page"


class Page:
    """Serves the page. `extras` are addresses of modules that it loads when it is up."""

    def __init__(self, sandbox: Sandbox, extras: Sequence[str] = ()) -> None:
        self._sandbox = sandbox
        self._extras = list(extras)
        self._shelf = Shelf(FOLDER)

    def add_to(self, app: web.Application) -> None:
        """Put the addresses into an application."""
        app.router.add_get("/", guarded(self.front))
        app.router.add_get("/page/extras.json", guarded(self.extras))
        app.router.add_get("/page/{path:.+}", guarded(self._shelf.file))
        app.router.add_get("/sandbox/file/{file_id}", guarded(self.file))

    async def front(self, _: web.Request) -> web.StreamResponse:
        """The page itself."""
        return self._shelf.named("index.html")

    async def extras(self, _: web.Request) -> web.StreamResponse:
        """What else the page shall load."""
        return web.json_response(self._extras, headers=HEADERS)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file that the bot has sent, as a phone would get it. Raises LookupError."""
        upload = self._sandbox.files.get(request.match_info["file_id"])
        if upload is None:
            raise LookupError("there is no such file")
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(upload.name)}"}
        return web.Response(
            body=upload.content, content_type="application/octet-stream", headers={**HEADERS, **named}
        )

"""Files of a page, served from the package as they are."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",  # a new version of the product is seen at once
}


class Shelf:
    """The files of one folder, subfolders included, and nothing beside them."""

    def __init__(self, folder: Path) -> None:
        files = (path for path in folder.rglob("*") if path.suffix in TYPES)
        self._files = {path.relative_to(folder).as_posix(): path for path in files}

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The file that the address names with its `path`."""
        return self.named(request.match_info["path"])

    def named(self, name: str) -> web.StreamResponse:
        """The file of this name."""
        path = self._files.get(name)
        if path is None:
            return web.Response(status=404, text=f"there is no {name} here", headers=HEADERS)
        kind = f"{TYPES[path.suffix]}; charset=utf-8"
        return web.FileResponse(path, headers={**HEADERS, "Content-Type": kind})

"""The system's Firefox, driven by WebDriver BiDi (W3C) over its own port: no driver program, nothing patched.

Playwright drives only a Firefox of its own making; people use this one.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import json
import re
import signal
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp

from tests.page.panes import EYES, TALL, WIDE, PaneError

Json = dict[str, Any]
PATIENCE = 120.0
LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
PREFERENCES: dict[str, object] = {
    "remote.active-protocols": 1,
    "ui.prefersReducedMotion": 1,
    "intl.accept_languages": "en-GB",
    # Whatever it would like to fetch for itself meets a closed door on this machine.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1,localhost",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
}
KEYS = {
    "Backspace": "\ue003", "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Alt": "\ue00a",
    "Escape": "\ue00c", "Space": " ", "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Delete": "\ue017",
}  # fmt: skip


class Bidi:
    """Commands and their results, by number; events go to `heard`."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Json]] = {}
        self.heard: list[Json] = []
        self._reader = asyncio.create_task(self._read())

    async def command(self, method: str, **params: Any) -> Json:
        """Raises PaneError with the browser's own words."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(json.dumps({"id": number, "method": method, "params": params}))
        try:
            answer = await asyncio.wait_for(self._waiting[number], PATIENCE)
        finally:
            del self._waiting[number]
        if answer["type"] == "error":
            raise PaneError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])

    async def _read(self) -> None:
        async for frame in self._socket:
            said = json.loads(frame.data)
            waiter = self._waiting.get(said.get("id"))
            if said["type"] == "event":
                self.heard.append(said)
            elif waiter is not None and not waiter.done():
                waiter.set_result(said)

    async def close(self) -> None:
        await self._socket.close()
        await self._reader


class FirefoxPane:
    """One tab."""

    def __init__(self, bidi: Bidi, context: str) -> None:
        self._bidi, self._context = bidi, context

    @property
    def complaints(self) -> list[str]:
        """Errors of scripts and of the console, and requests that failed."""
        found = (_complaint(event["method"], event["params"]) for event in self._bidi.heard)
        return [said for said in found if said]

    async def open(self, url: str) -> None:
        await self._bidi.command("browsingContext.navigate", context=self._context, url=url, wait="complete")

    async def run(self, function: str, *arguments: Any) -> Any:
        call = f"await ({function})(...JSON.parse(given))"
        wrapped = f"async given => JSON.stringify(await (async () => ({{ value: {call} }}))().catch(String))"
        answer = await self._bidi.command(
            "script.callFunction",
            functionDeclaration=wrapped,
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise PaneError(answer["exceptionDetails"]["text"])
        said = json.loads(answer["result"]["value"])
        if isinstance(said, str):
            raise PaneError(said)
        return said.get("value")

    async def down(self, x: float, y: float) -> None:
        await self._finger(x, y, "pointerDown")

    async def up(self, x: float, y: float) -> None:
        await self._finger(x, y, "pointerUp")

    async def _finger(self, x: float, y: float, act: str) -> None:
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        await self._perform(
            {"type": "pointer", "id": "finger", "actions": [move, {"type": act, "button": 0}]}
        )

    async def press(self, *keys: str) -> None:
        for key in keys:
            parts = [KEYS.get(part, part) for part in key.split("+")]
            down = [{"type": "keyDown", "value": part} for part in parts]
            up = [{"type": "keyUp", "value": part} for part in reversed(parts)]
            await self._perform({"type": "key", "id": "keys", "actions": down + up})

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def size(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        await self._bidi.command("browsingContext.setViewport", context=self._context, viewport=size)

    async def picture(self) -> bytes:
        shot = await self._bidi.command("browsingContext.captureScreenshot", context=self._context)
        return base64.b64decode(shot["data"])

    async def _perform(self, source: Json) -> None:
        await self._bidi.command("input.performActions", context=self._context, actions=[source])


def _complaint(method: str, params: Json) -> str | None:
    if method == "log.entryAdded" and params["level"] == "error":
        return f"{params['type']}: {params['text']}"
    address = params.get("request", {}).get("url", "")
    if method == "network.fetchError" and "ABORT" not in params["errorText"]:
        return f"{address}: {params['errorText']}"
    if method == "network.responseCompleted" and params["response"]["status"] >= 400:
        return f"{address}: {params['response']['status']}"
    return None


@contextlib.asynccontextmanager
async def running_firefox(program: str) -> AsyncIterator[Bidi]:
    """The browser with a profile of its own, and a session; both end here."""
    with tempfile.TemporaryDirectory(prefix="nextseat-firefox-", ignore_cleanup_errors=True) as profile:
        lines = (f"user_pref({json.dumps(n)}, {json.dumps(v)});\n" for n, v in PREFERENCES.items())
        (Path(profile) / "user.js").write_text("".join(lines))
        process = await asyncio.create_subprocess_exec(
            program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0",
            stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        assert process.stderr is not None
        drain = None
        try:
            address = await asyncio.wait_for(_address(process.stderr), PATIENCE)
            drain = asyncio.create_task(process.stderr.read())
            async with aiohttp.ClientSession() as client:
                bidi = Bidi(await client.ws_connect(f"{address}/session", max_msg_size=0))
                await bidi.command("session.new", capabilities={})
                yield bidi
                await bidi.close()
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            await process.wait()
            if drain is not None:
                await drain


async def _address(stderr: asyncio.StreamReader) -> str:
    said = b""
    async for line in stderr:
        said += line
        if found := LISTENS.search(line):
            return found[1].decode()
    raise PaneError(f"Firefox did not start:\n{said.decode(errors='replace')[-2000:]}")


@contextlib.asynccontextmanager
async def firefox_pane(bidi: Bidi) -> AsyncIterator[FirefoxPane]:
    """A new tab; closed at the end."""
    await bidi.command("script.addPreloadScript", functionDeclaration=f"() => {{{EYES}}}")
    events = ["log.entryAdded", "network.fetchError", "network.responseCompleted"]
    await bidi.command("session.subscribe", events=events)
    tab = (await bidi.command("browsingContext.create", type="tab"))["context"]
    pane = FirefoxPane(bidi, tab)
    await pane.size(WIDE, TALL)
    yield pane
    await bidi.command("browsingContext.close", context=tab)

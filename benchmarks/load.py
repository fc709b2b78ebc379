"""The load: taps over keep-alive connections, each connection sends its next tap when the last one is answered.

Written on a bare protocol: a client library would take more of the machine than the bot that is measured.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.rounds import Times
from benchmarks.updates import SECRET

HEAD = (
    "POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    "X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: {length}\r\n\r\n"
)
PATIENCE = 120.0
LAST_CHUNK = b"\r\n0\r\n\r\n"


class NotAnswered(Exception):
    """A tap got no answer, or not 200."""


@dataclass(slots=True)
class Answered:
    """How long each tap took, and what came back."""

    times: Times = field(default_factory=Times)
    bodies: list[bytes] = field(default_factory=list)


async def rush(port: int, taps: Sequence[bytes], connections: int, patience: float = PATIENCE) -> Answered:
    """All taps, over so many connections at once. Raises NotAnswered; TimeoutError when `patience` seconds are over."""
    answered = Answered()
    requests = iter([_request(body) for body in taps])
    loop = asyncio.get_running_loop()
    made = [
        (await loop.create_connection(lambda: _Connection(requests, answered), "127.0.0.1", port))[1]
        for _ in range(min(connections, len(taps)))
    ]
    start = time.perf_counter()
    for connection in made:
        connection.next()
    async with asyncio.timeout(patience):
        await asyncio.gather(*(connection.done for connection in made))
    answered.times.total = time.perf_counter() - start
    if len(answered.bodies) != len(taps):
        raise NotAnswered(f"{len(taps)} taps, {len(answered.bodies)} answers")
    return answered


def _request(body: bytes) -> bytes:
    return HEAD.format(secret=SECRET, length=len(body)).encode() + body


class _Connection(asyncio.Protocol):
    """One of Telegram's connections."""

    def __init__(self, requests: Iterator[bytes], answered: Answered) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests, self._answered = requests, answered
        self._received = b""
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def next(self) -> None:
        """Send the next tap, or finish."""
        request = next(self._requests, None)
        if request is None:
            self._transport.close()
            self.done.set_result(None)
            return
        self._received = b""
        self._sent = time.perf_counter()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        try:
            body = _complete(self._received)
        except NotAnswered as wrong:
            self._fail(wrong)
            return
        if body is not None:
            self._answered.times.seconds.append(time.perf_counter() - self._sent)
            self._answered.bodies.append(body)
            self.next()

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(NotAnswered(f"the connection was closed: {error}"))

    def _fail(self, why: NotAnswered) -> None:
        if not self.done.done():
            self.done.set_exception(why)


def _complete(received: bytes) -> bytes | None:
    """The body once all of it is there."""
    head, found, body = received.partition(b"\r\n\r\n")
    if not found:
        return None
    if not head.startswith(b"HTTP/1.1 200"):
        raise NotAnswered(head.decode(errors="replace"))
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at < 0:
        return body if body.endswith(LAST_CHUNK) or body == LAST_CHUNK[2:] else None
    length = int(lower[at + 15 :].split(b"\r\n", 1)[0])
    return body if len(body) >= length else None

"""The guard that keeps tests on this machine must bite."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from tests.conftest import NotLoopback

OUTSIDE = "192.0.2.1"  # kept for documentation by RFC 5737: nobody is there


@pytest.mark.parametrize("act", ["connect", "connect_ex", "bind"])
def test_addresses_outside_are_refused(act: str) -> None:
    with socket.socket() as out, pytest.raises(NotLoopback, match=r"192\.0\.2\.1"):
        getattr(out, act)((OUTSIDE, 443))


def test_datagrams_outside_are_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as out:
        with pytest.raises(NotLoopback):
            out.sendto(b"hello", (OUTSIDE, 53))
        with pytest.raises(NotLoopback):
            out.sendto(b"hello", 0, (OUTSIDE, 53))


def test_names_outside_are_not_looked_up() -> None:
    with pytest.raises(NotLoopback, match=r"telegram\.example"):
        socket.getaddrinfo("telegram.example", 443)


async def test_asyncio_is_refused_too() -> None:
    with pytest.raises(NotLoopback):
        await asyncio.open_connection(OUTSIDE, 443)


async def test_loopback_and_unix_sockets_pass(tmp_path: Path) -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"welcome")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("localhost", port, family=socket.AF_INET)
        assert await reader.read() == b"welcome"
        writer.close()
        await writer.wait_closed()
    async with await asyncio.start_unix_server(greet, tmp_path / "s"):
        reader, writer = await asyncio.open_unix_connection(str(tmp_path / "s"))
        assert await reader.read() == b"welcome"
        writer.close()
        await writer.wait_closed()

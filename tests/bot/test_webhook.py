"""The webhook's route: who may post, what is an update, and when Telegram may forget it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import orjson
import pytest
from aiogram.types import Update
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.answering import Reply, Toast
from bot.tapped import Tapped, from_document, from_query
from bot.telegram import make_bot
from bot.webhook import HEADER, LARGEST, PATH, Webhook
from engine.ports import Panel, Unavailable
from engine.refusals import Busy

SECRET = "a-secret-of-tests-0123"
SENDER = {"id": 5, "is_bot": False, "first_name": "Anna", "last_name": "B", "language_code": "hu"}
CHAT = {"id": 5, "type": "private", "first_name": "Anna"}
MESSAGE: dict[str, Any] = {"message_id": 7, "date": 1, "chat": CHAT, "from": SENDER, "text": "/start"}
TAP: dict[str, Any] = {
    "update_id": 2,
    "callback_query": {
        "id": "9", "from": SENDER, "chat_instance": "1", "message": MESSAGE, "data": "1:home",
    },
}  # fmt: skip
WRITTEN: dict[str, Any] = {"update_id": 1, "message": MESSAGE}
IN_TOPIC = MESSAGE | {"is_topic_message": True, "message_thread_id": 3}
TAP_IN_TOPIC = TAP | {"callback_query": TAP["callback_query"] | {"message": IN_TOPIC}}

App = TestClient[web.Request, web.Application]


class Hall:
    """Stands for the intake."""

    def __init__(self) -> None:
        self.taken: list[Update | Tapped] = []
        self.error: Exception | None = None
        self.says: Toast | None = None
        self.gate: asyncio.Event | None = None
        self.unready: Exception | None = None

    async def ready(self) -> None:
        if self.unready is not None:
            raise self.unready

    async def take(self, update: Update) -> None:
        self.taken.append(update)
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error

    async def take_tap(self, tapped: Tapped, reply: Reply) -> None:
        self.taken.append(tapped)
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error
        if self.says is not None:
            await reply(self.says)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def application(hall: Hall) -> web.Application:
    bot = make_bot("1:" + "x" * 35, "http://127.0.0.1:1")
    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(PATH, Webhook(bot, hall.take, hall.take_tap, hall.ready, SECRET).__call__)
    return app


@pytest.fixture
async def app(hall: Hall) -> AsyncIterator[App]:
    async with TestClient(TestServer(application(hall))) as client:
        yield client


async def post(app: App, body: Any, secret: str | None = SECRET) -> tuple[int, bytes]:
    data = io.BytesIO(body if isinstance(body, bytes) else orjson.dumps(body))
    headers = {} if secret is None else {HEADER: secret}
    async with app.post(PATH, data=data, headers=headers) as response:
        return response.status, await response.read()


@pytest.mark.parametrize(
    "secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper(), "tükörfúrógép", "x" * 7000]
)
async def test_without_the_secret_nothing_is_read(app: App, hall: Hall, secret: str | None) -> None:
    status, _ = await post(app, WRITTEN, secret)
    assert (status, hall.taken) == (401, [])


async def test_a_secret_of_raw_bytes_or_a_huge_one(app: App, hall: Hall) -> None:
    for secret, statuses in ((b"\xff\xfe\x80", (401,)), (b"x" * 100_000, (400, 401))):
        reader, writer = await asyncio.open_connection("127.0.0.1", app.port)
        writer.write(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
        writer.write(HEADER.encode() + b": " + secret + b"\r\n\r\n{}")
        assert int((await reader.readline()).split()[1]) in statuses
        writer.close()
    assert not hall.taken


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
async def test_other_methods(app: App, hall: Hall, method: str) -> None:
    async with app.request(method, PATH, headers={HEADER: SECRET}) as response:
        assert response.status == 405
    assert not hall.taken


async def test_too_large(app: App, hall: Hall) -> None:
    assert (await post(app, b" " * (2 * LARGEST)))[0] == 413

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(32):
            yield b" " * (LARGEST // 16)

    async with app.post(PATH, data=chunks(), headers={HEADER: SECRET}) as response:
        assert response.status == 413
    assert not hall.taken


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"[{}]",
        b"null",
        b"1",
        b'"x"',
        b"{}",
        b"\xff\xfe{}",
        b'{"update_id": 1',
        b'{"update_id": "\xc3\x28"}',
        b'{"update_id": "one"}',
        b'{"update_id": 1.5}',
        b'{"update_id": 1, "message": 5}',
        b'{"update_id": 1, "message": {}}',
        b'{"update_id": 1, "callback_query": {"id": "1"}}',
        b'{"update_id": 1, "message": {"text": "\\ud800"}}',
        b"[" * 100_000 + b"]" * 100_000,
        b'{"update_id":1,"message":' + b'{"reply_to_message":' * 20_000 + b"1" + b"}" * 20_001,
        b'{"a":' * 900 + b"1" + b"}" * 900,
    ],
    ids=lambda body: repr(body[:30]),
)
async def test_what_is_no_update(app: App, hall: Hall, body: bytes) -> None:
    assert (await post(app, body))[0] == 400
    assert not hall.taken


@pytest.mark.parametrize("kind", ["poll_answer_of_tomorrow", "edited_message", "inline_query"])
async def test_kinds_that_nobody_asked_for(app: App, kind: str) -> None:
    body = {"update_id": 1, kind: MESSAGE if kind == "edited_message" else {"x": 1}}
    assert (await post(app, body))[0] in (200, 400)


async def test_the_answer_carries_the_toast(app: App, hall: Hall) -> None:
    hall.says = Toast("9", "Kész: Jóga", alert=True)
    status, body = await post(app, TAP)
    assert status == 200 and orjson.loads(body) == {
        "method": "answerCallbackQuery", "callback_query_id": "9", "text": "Kész: Jóga", "show_alert": True,
    }  # fmt: skip
    hall.says = Toast("9")
    _, body = await post(app, TAP)
    assert orjson.loads(body) == {"method": "answerCallbackQuery", "callback_query_id": "9"}
    hall.says = None
    assert await post(app, TAP) == (200, b"")
    assert await post(app, WRITTEN) == (200, b"")


@pytest.mark.parametrize("body", [TAP, WRITTEN], ids=["tap", "message"])
async def test_come_again_when_the_database_is_away(app: App, hall: Hall, body: Any) -> None:
    hall.error = Unavailable("away")
    assert (await post(app, body))[0] == 503
    hall.error = None
    assert (await post(app, body))[0] == 200


@pytest.mark.parametrize("body", [TAP, WRITTEN], ids=["tap", "message"])
async def test_nothing_is_acknowledged_before_it_is_committed(app: App, hall: Hall, body: Any) -> None:
    hall.gate = asyncio.Event()
    asked = asyncio.create_task(post(app, body))
    async with asyncio.timeout(5):
        while not hall.taken:
            await asyncio.sleep(0.001)
    await asyncio.sleep(0.02)
    assert not asked.done()
    hall.gate.set()
    assert (await asked)[0] == 200


async def test_a_caller_who_leaves_stops_nothing(app: App, hall: Hall) -> None:
    hall.gate = asyncio.Event()
    with pytest.raises(TimeoutError):
        async with app.post(
            PATH, json=WRITTEN, headers={HEADER: SECRET}, timeout=aiohttp.ClientTimeout(total=0.05)
        ):
            pass
    hall.gate.set()
    assert (await post(app, TAP))[0] == 200 and len(hall.taken) == 2


# ------------------------------------------------------------------------------------------------- anything

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False), st.text(max_size=8)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


def paths(document: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if not isinstance(document, dict):
        return [at]
    return [at, *(path for key, value in document.items() for path in paths(value, (*at, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A real update with a value replaced, or a key taken away."""
    document = orjson.loads(orjson.dumps(draw(st.sampled_from([TAP, TAP_IN_TOPIC, WRITTEN]))))
    *above, last = draw(st.sampled_from(paths(document)[1:]))
    place = document
    for key in above:
        place = place[key]
    if draw(st.booleans()):
        place[last] = draw(VALUES)
    else:
        del place[last]
    return document


def dumped(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except (TypeError, orjson.JSONEncodeError):  # numbers beyond 64 bits are written as text
        return repr(value).replace("'", '"').encode("utf-8", "replace")


BODIES = st.one_of(
    st.binary(max_size=60),
    VALUES.map(dumped),
    mutated().map(dumped),
    st.tuples(mutated().map(dumped), st.integers(0, 200)).map(lambda pair: pair[0][: pair[1]]),
)


def test_whatever_is_posted_is_never_a_failure_of_ours() -> None:
    hall = Hall()
    with asyncio.Runner() as runner:
        app = runner.run(_started(hall))

        @settings(max_examples=100)
        @given(st.lists(BODIES, min_size=20, max_size=20))
        def check(bodies: list[bytes]) -> None:
            async def all_of_them() -> list[tuple[int, bytes]]:
                return await asyncio.gather(*(post(app, body) for body in bodies))

            assert {status for status, _ in runner.run(all_of_them())} <= {200, 400}

        check()
        runner.run(app.close())


async def _started(hall: Hall) -> App:
    client: App = TestClient(TestServer(application(hall)))
    await client.start_server()
    return client


@given(mutated())
@settings(max_examples=300)
def test_the_short_way_says_what_the_full_model_says(document: Any) -> None:
    """Where both ways take a document for a tap, they read the same."""
    tapped = from_document(document)
    if tapped is None:
        return
    try:
        query = Update.model_validate(document).callback_query
    except ValidationError:
        return  # the short way asks for what is needed only
    assert query is not None
    assert tapped == from_query(document["update_id"], query)


def test_a_plain_tap_takes_the_short_way() -> None:
    tapped = from_document(TAP)
    assert tapped is not None
    assert (tapped.panel, tapped.topic, tapped.sender.full_name) == (Panel(5, 7), None, "Anna B")
    in_topic = from_document(TAP_IN_TOPIC)
    assert in_topic is not None and in_topic.topic == 3
    assert from_document(WRITTEN) is None


@pytest.mark.parametrize("why", [Unavailable("away"), Busy()], ids=["away", "busy"])
@pytest.mark.parametrize("body", [WRITTEN, TAP], ids=["written", "tapped"])
async def test_nothing_is_handled_before_an_outage_was_looked_back_at(
    app: App, hall: Hall, why: Exception, body: dict[str, Any]
) -> None:
    hall.unready = why
    assert ((await post(app, body))[0], hall.taken) == (503, [])
    hall.unready = None
    assert (await post(app, body))[0] == 200 and len(hall.taken) == 1

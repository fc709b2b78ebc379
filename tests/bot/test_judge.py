"""What each error means for a letter, with errors made by real faults over HTTP."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import web

from bot.sandbox import Driver, Phone, Sandbox
from bot.telegram import Fate, edit, judge, make_bot, send
from engine.ports import Panel
from handlers.door import Button, Card, Html
from tests.bot.conftest import hang_up

FAULTS: list[tuple[dict[str, Any], Fate, bool]] = [
    ({"kind": "too_many_requests", "retry_after": 7}, Fate.SLOWER, False),
    ({"kind": "too_many_requests", "retry_after": 86_400}, Fate.SLOWER, False),
    ({"kind": "too_many_requests"}, Fate.SLOWER, False),
    ({"kind": "server_error", "status": 500}, Fate.IN_DOUBT, False),
    ({"kind": "server_error", "status": 502}, Fate.IN_DOUBT, False),
    ({"kind": "server_error", "status": 504}, Fate.IN_DOUBT, False),
    ({"kind": "reset_before"}, Fate.IN_DOUBT, False),
    ({"kind": "reset_after"}, Fate.IN_DOUBT, True),
    ({"kind": "error_after"}, Fate.IN_DOUBT, True),
    ({"kind": "cut_body"}, Fate.IN_DOUBT, True),
    ({"kind": "half_body"}, Fate.IN_DOUBT, True),
]


async def error_of(call: Awaitable[object]) -> Exception:
    with pytest.raises(Exception) as caught:  # whatever it is, it is judged
        await call
    return caught.value


@pytest.mark.parametrize(("rule", "fate", "done"), FAULTS, ids=lambda value: str(value)[:48])
async def test_a_fault_on_the_way(
    bot: Bot, driver: Driver, anna: Phone, rule: dict[str, Any], fate: Fate, done: bool
) -> None:
    await driver.fault(**rule, methods=["sendMessage"])
    verdict = judge(await error_of(send(bot, anna.id, Card(Html("hello")))))
    assert verdict.fate is fate
    assert verdict.wait == (rule.get("retry_after") or 5 if fate is Fate.SLOWER else 0)
    assert any(message.text == "hello" for message in await anna.messages()) is done
    assert bot.token not in verdict.why and len(verdict.why) <= 300


async def test_late_answers_are_in_doubt(bot: Bot, driver: Driver, anna: Phone) -> None:
    await driver.fault("delay", seconds=0.05)
    verdict = judge(await error_of(bot(SendMessage(chat_id=anna.id, text="late"), request_timeout=0.01)))  # type: ignore[arg-type]
    assert verdict.fate is Fate.IN_DOUBT


async def test_a_refused_connection_has_sent_nothing(bot: Bot, anna: Phone) -> None:
    with socket.socket() as nobody:  # bound, but nobody listens
        nobody.bind(("127.0.0.1", 0))
        lost = make_bot(bot.token, f"http://127.0.0.1:{nobody.getsockname()[1]}")
        verdict = judge(await error_of(send(lost, anna.id, Card(Html("x")))))
        await hang_up(lost)
    assert verdict.fate is Fate.REFUSED


async def test_an_unknown_host_has_sent_nothing(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_: object, **__: object) -> None:
        raise OSError("Name or service not known")

    lost = make_bot(bot.token, "http://localhost:1")
    session = await lost.session.create_session()  # type: ignore[attr-defined]
    monkeypatch.setattr(session.connector._resolver, "resolve", unknown)
    verdict = judge(await error_of(lost.get_me()))
    await hang_up(lost)
    assert verdict.fate is Fate.REFUSED


async def _blocked(driver: Driver, bot: Bot, anna: Phone) -> int:
    await anna.blocks()
    return anna.id


async def _gone(driver: Driver, bot: Bot, anna: Phone) -> int:
    await anna.changes(deactivated=True)
    return anna.id


async def _never_started(driver: Driver, bot: Bot, anna: Phone) -> int:
    return (await driver.person("Ben")).id


async def _nobody(driver: Driver, bot: Bot, anna: Phone) -> int:
    return 999_999


async def _kicked(driver: Driver, bot: Bot, anna: Phone) -> int:
    group = await driver.group("Studio", admins=[anna])
    await group.gives("kicked")
    return group.id


async def _muted(driver: Driver, bot: Bot, anna: Phone) -> int:
    group = await driver.group("Studio", admins=[anna])
    await group.gives("left")
    return group.id


CLOSED: list[Callable[[Driver, Bot, Phone], Awaitable[int]]] = [
    _blocked,
    _gone,
    _never_started,
    _nobody,
    _kicked,
    _muted,
]


@pytest.mark.parametrize("close", CLOSED, ids=lambda close: close.__name__)
async def test_a_closed_door(
    bot: Bot, driver: Driver, anna: Phone, close: Callable[[Driver, Bot, Phone], Awaitable[int]]
) -> None:
    chat = await close(driver, bot, anna)
    assert judge(await error_of(send(bot, chat, Card(Html("x"))))).fate is Fate.UNREACHABLE


@pytest.mark.parametrize(
    ("card", "fate"),
    [
        (Card(Html("<b>open")), Fate.MARKUP),
        (Card(Html("a < b")), Fate.MARKUP),
        (Card(Html("<blink>x</blink>")), Fate.MARKUP),
        (Card(Html("")), Fate.NEVER),
        (Card(Html("x" * 4097)), Fate.NEVER),
        (Card(Html("x"), [[Button("label", "d" * 65)]]), Fate.NEVER),
    ],
    ids=["open", "less", "tag", "empty", "long", "data"],
)
async def test_a_card_that_is_refused(bot: Bot, anna: Phone, card: Card, fate: Fate) -> None:
    assert judge(await error_of(send(bot, anna.id, card))).fate is fate


async def test_a_group_that_moved(bot: Bot, driver: Driver, anna: Phone) -> None:
    group = await driver.group("Studio", admins=[anna], kind="group")
    new = await group.upgrades()
    verdict = judge(await error_of(send(bot, group.id, Card(Html("x")))))
    assert (verdict.fate, verdict.chat_id) == (Fate.MOVED, new.id)


async def test_a_wrong_token(sandbox: Sandbox, anna: Phone) -> None:
    stranger = make_bot("1:" + "x" * 35, sandbox.base_url)
    verdict = judge(await error_of(send(stranger, anna.id, Card(Html("x")))))
    await hang_up(stranger)
    assert verdict.fate is Fate.REFUSED


async def answering(handler: Callable[[web.Request], web.StreamResponse]) -> tuple[web.AppRunner, str]:
    async def answer(request: web.Request) -> web.StreamResponse:
        return handler(request)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    return runner, f"http://127.0.0.1:{port}"


def telling(status: int, text: str) -> Callable[[web.Request], web.Response]:
    body = {"ok": False, "error_code": status, "description": text}
    return lambda _: web.json_response(body, status=status)


@pytest.mark.parametrize(
    ("status", "text", "fate"),
    [
        (500, "Internal Server Error", Fate.IN_DOUBT),
        (503, "Service Unavailable: restart", Fate.IN_DOUBT),
        (403, "Forbidden: user is deactivated", Fate.UNREACHABLE),
        (403, "Forbidden: bot can't initiate conversation with a user", Fate.UNREACHABLE),
        (400, "Bad Request: PEER_ID_INVALID", Fate.UNREACHABLE),
        (400, "Bad Request: chat not found", Fate.UNREACHABLE),
        (400, "Bad Request: something new", Fate.NEVER),
        (404, "Not Found", Fate.NEVER),
        (409, "Conflict: terminated by other getUpdates request", Fate.NEVER),
        (413, "Request Entity Too Large", Fate.NEVER),
        (418, "I'm a teapot", Fate.NEVER),
    ],
)
async def test_a_refusal_in_words(status: int, text: str, fate: Fate) -> None:
    runner, url = await answering(telling(status, text))
    client = make_bot("1:" + "x" * 35, url)
    verdict = judge(await error_of(send(client, 1, Card(Html("x")))))
    await hang_up(client)
    await runner.cleanup()
    assert verdict.fate is fate


async def test_no_token_in_what_is_kept_of_an_error() -> None:
    """`TooManyRedirects` carries the address that was asked for."""
    runner, url = await answering(
        lambda request: web.Response(status=307, headers={"Location": request.path})
    )
    client = make_bot("7012345678:AAF-abcdefghijklmnopqrstuvwxyz_12345", url)
    error = await error_of(send(client, 1, Card(Html("x"))))
    await hang_up(client)
    await runner.cleanup()
    assert isinstance(error, TelegramNetworkError) and isinstance(error.__cause__, aiohttp.TooManyRedirects)
    assert "AAF-" in str(error)
    assert "AAF-" not in judge(error).why


def test_anything_else_is_in_doubt() -> None:
    assert judge(RuntimeError("?")).fate is Fate.IN_DOUBT


# ------------------------------------------------------------------------------------------------- cards


async def test_an_edit(bot: Bot, driver: Driver, anna: Phone) -> None:
    first = Card(Html("<b>one</b>"), [[Button("A", "1:a"), Button("B", url="https://example.org")]])
    sent = await send(bot, anna.id, first)
    panel = Panel(anna.id, sent.message_id)
    assert await edit(bot, panel, first)  # says so already
    assert await edit(bot, panel, Card(Html("two"), [[Button("C", "1:c", style="danger")]]))
    (shown,) = [message for message in await anna.messages() if message.id == sent.message_id]
    assert (shown.text, shown.labels) == ("two", ("C",))
    assert await edit(bot, panel, Card(Html("three")))
    (shown,) = [message for message in await anna.messages() if message.id == sent.message_id]
    assert not shown.buttons
    assert not await edit(bot, Panel(anna.id, 99_999), first)
    await anna.deletes(sent.message_id)
    assert not await edit(bot, panel, first)
    assert judge(await error_of(edit(bot, Panel(anna.id, 1), Card(Html("<b>"))))).fate is Fate.MARKUP


@pytest.mark.parametrize("fault", [fault for fault, fate, _ in FAULTS if fate is Fate.IN_DOUBT], ids=str)
async def test_an_edit_in_doubt_may_be_repeated(
    bot: Bot, driver: Driver, anna: Phone, fault: dict[str, Any]
) -> None:
    """To write the same twice into a message does no harm, so nobody need wait to find out."""
    message = await bot.send_message(anna.id, "before")
    await driver.fault(**fault, methods=["editMessageText"])
    panel, card = Panel(anna.id, message.message_id), Card(Html("after"))
    assert judge(await error_of(edit(bot, panel, card))).fate is Fate.REFUSED
    assert await edit(bot, panel, card)
    assert (await anna.messages())[-1].text == "after"

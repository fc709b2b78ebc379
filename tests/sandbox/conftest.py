"""A sandbox on a free port, a Driver, and an unpatched aiogram bot that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox import Driver, Group, Phone, Sandbox, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox(webhook_delay=0.01) as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url))
    bot = Bot(sandbox.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    if session._session is not None:  # AiohttpSession.close() sleeps for a quarter of a second
        await session._session.close()


@pytest.fixture
async def driver(sandbox: Sandbox) -> AsyncIterator[Driver]:
    async with Driver(sandbox.base_url) as driver:
        yield driver


@pytest.fixture
async def anna(driver: Driver) -> Phone:
    anna = await driver.person("Anna", language_code="hu")
    await anna.start()
    return anna


@pytest.fixture
async def group(driver: Driver, anna: Phone) -> Group:
    return await driver.group("Studio", admins=[anna])

"""The server that enforces Telegram's limits for the benchmark of a month's results."""

from __future__ import annotations

import aiohttp

from benchmarks.bot_api import served
from benchmarks.limited_api import GROUP, LimitedApi
from benchmarks.month_results import _most


async def test_it_refuses_what_comes_too_fast_and_keeps_everything() -> None:
    async with served(LimitedApi()) as api, aiohttp.ClientSession() as session:

        async def says(chat: int) -> int:
            url = f"http://127.0.0.1:{api.port}/bot1:x/sendMessage"
            async with session.post(url, data={"chat_id": chat, "text": "Hello"}) as answer:
                return answer.status

        first, last = api.expect_all(range(1, 29))
        assert [await says(chat) for chat in range(1, 29)] == [200] * 28
        assert first.result() <= last.result()
        assert [await says(GROUP) for _ in range(3)] == [200, 200, 429]
        assert len(api.said(first.result(), last.result())) == 28
        assert [asked.chat_id for asked in api.refused(first.result())] == [GROUP]
        assert len(api.in_group(first.result())) == 3


def test_the_most_in_a_minute() -> None:
    assert _most([], 60.0) == 0
    assert _most([0.0, 1.0, 59.9, 60.0, 61.5], 60.0) == 3

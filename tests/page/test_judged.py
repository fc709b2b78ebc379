"""Every message on the page was accepted by the server, which judges each by Telegram's documented limits."""

from __future__ import annotations

import pytest

from bot.demo.show import Show
from bot.sandbox import Driver, running_sandbox
from tests.page.saying import says
from tests.page.story import unrefused


async def test_nothing_was_refused_so_far(demo: Show) -> None:
    """Not while the studio was filled, nor in any test before this one; the stories ask the same of themselves."""
    calls = demo.stage.sandbox.journal.since()
    assert {"sendMessage", "editMessageText", "answerCallbackQuery"} <= {call["method"] for call in calls}
    unrefused(demo.stage.sandbox)


async def test_a_refused_message_would_be_noticed() -> None:
    async with running_sandbox() as sandbox, Driver(sandbox) as driver:
        eve = await driver.person("Eve")
        await eve.start()
        assert not (await says(sandbox, eve.id, "x" * 4097))["ok"]
        with pytest.raises(AssertionError, match="message is too long"):
            unrefused(sandbox)

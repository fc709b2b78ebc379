"""A Bot API server that enforces Telegram's limits and keeps what was asked of it; one group of admins with one
owner."""

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aiohttp import web

from benchmarks.bot_api import BotApi, ok
from benchmarks.world import TELEGRAM
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Refused

GROUP = -1_001_000_000_001
OWNER = 0
"""The owner of the group, who is nobody in the world."""
SAYS = ("sendMessage", "editMessageText", "editMessageReplyMarkup")
"""What counts towards the limits."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that says something in a chat, and the moment (of `time.perf_counter`) at which it came."""

    at: float
    method: str
    chat_id: int
    text: str
    refused: bool


class LimitedApi(BotApi):
    """Refuses with 429 whatever comes faster than 30 a second in all, one a second in a chat (three may come together),
    20 a minute in a group."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self._limits = Limits(enforced=True)
        self._missing: set[int] = set()

    def expect_all(self, chats: Collection[int]) -> tuple[asyncio.Future[float], asyncio.Future[float]]:
        """The moments at which the first and the last of these have heard something."""
        loop = asyncio.get_running_loop()
        self._missing = set(chats)
        self._first: asyncio.Future[float] = loop.create_future()
        self._last: asyncio.Future[float] = loop.create_future()
        return self._first, self._last

    async def handle(self, request: web.Request) -> web.Response:
        """Any method."""
        method = request.match_info["method"]
        if method == "getChatAdministrators":
            user = {"id": TELEGRAM + OWNER, "is_bot": False, "first_name": "Olga"}
            return ok([{"status": "creator", "user": user, "is_anonymous": False}])
        if method == "getChat":
            chat = {"id": GROUP, "type": "supergroup", "title": "Admins", "accepted_gift_types": GIFTS}
            return ok({**chat, "accent_color_id": 1, "max_reaction_count": 11})
        if method not in SAYS:
            return await super().handle(request)
        form = await request.post()
        chat_id = str(form["chat_id"])
        refusal = self._admit(method, chat_id)
        asked = Asked(
            time.perf_counter(), method, int(chat_id), str(form.get("text", "")), refusal is not None
        )
        self.asked.append(asked)
        if refusal is not None:
            return web.json_response(refusal.body(), status=refusal.code)
        self._heard(asked)
        return await super().handle(request)

    def _admit(self, method: str, chat_id: str) -> Refused | None:
        try:
            self._limits.admit(method.lower(), chat_id)
        except Refused as refusal:
            return refusal
        return None

    def _heard(self, asked: Asked) -> None:
        if asked.chat_id in self._missing:
            self._missing.discard(asked.chat_id)
            if not self._first.done():
                self._first.set_result(asked.at)
            if not self._missing:
                self._last.set_result(asked.at)

    def said(self, since: float, until: float) -> Sequence[Asked]:
        """What was accepted in this time."""
        return [asked for asked in self.asked if not asked.refused and since <= asked.at <= until]

    def refused(self, since: float) -> Sequence[Asked]:
        """What has come too fast since then."""
        return [asked for asked in self.asked if asked.refused and asked.at >= since]

    def in_group(self, since: float) -> Sequence[Asked]:
        """What the admins have been told since then."""
        return [asked for asked in self.asked if asked.chat_id == GROUP and asked.at >= since]


GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
)

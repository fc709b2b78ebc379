"""The updates that wait for the bot, with ids that only ever rise."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.refusals import Json, conflict

FIRST_UPDATE = 700_000_001
KEPT = 50_000
KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost",
)  # fmt: skip
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Telegram sends these only to a bot that names them."""
BY_DEFAULT = frozenset(KINDS) - UNASKED

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `line` is what keeps its order: the chat, or the person where there is none."""

    id: int
    line: int
    body: Json
    repeated: bool = False


class Updates:
    """The queue that getUpdates and the webhook empty."""

    def __init__(self) -> None:
        self.allowed: frozenset[str] = BY_DEFAULT
        self.on_new: Callable[[Update], None] | None = None
        """Set while a webhook takes the updates."""
        self._pending: deque[Update] = deque()
        self._past: dict[int, Update] = {}
        self._last = FIRST_UPDATE - 1
        self._poll: asyncio.Future[bool] | None = None

    def __len__(self) -> int:
        return len(self._pending)

    def allow(self, kinds: object) -> None:
        """Take the bot's `allowed_updates`: nothing keeps what was, an empty list is the default."""
        if isinstance(kinds, list):
            known = frozenset(str(kind).lower() for kind in kinds) & frozenset(KINDS)
            self.allowed = known or BY_DEFAULT

    def add(self, kind: str, payload: Json, line: int) -> int | None:
        """Queue an update; None when the bot does not want this kind."""
        if kind not in self.allowed:
            return None
        self._last += 1
        update = Update(self._last, line, {"update_id": self._last, kind: payload})
        self._past[update.id] = update
        if len(self._past) > KEPT:
            self._past.pop(next(iter(self._past)))
        self._queue(update)
        return update.id

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more, whether or not it was acknowledged. Raises LookupError."""
        past = self._past.get(update_id)
        if past is None:
            raise LookupError(f"no update {update_id}")
        self._queue(Update(past.id, past.line, past.body, repeated=True))

    def _queue(self, update: Update) -> None:
        self._pending.append(update)
        if self.on_new is not None:
            self.on_new(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(True)

    def pending(self) -> list[Update]:
        """What waits, oldest first."""
        return list(self._pending)

    def done(self, update: Update) -> None:
        """The webhook has taken this one."""
        try:
            self._pending.remove(update)
        except ValueError:
            return

    def clear(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()

    async def poll(self, offset: int, limit: int, wait: float) -> list[Json]:
        """getUpdates. Raises Refused (409) in the older of two calls as soon as the newer comes."""
        self.end_poll(TERMINATED)
        self._acknowledge(offset)
        if not self._pending and wait > 0:
            await self._wait(wait)
            self._acknowledge(offset)
        return self._taken(limit)

    def end_poll(self, reason: str) -> None:
        """Answer an open long poll with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    async def _wait(self, wait: float) -> None:
        poll: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            await asyncio.wait_for(poll, wait)
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        elif offset:
            kept = [update for update in self._pending if update.id >= offset or update.repeated]
            self._pending = deque(kept)

    def _taken(self, limit: int) -> list[Json]:
        taken = [update for update, _ in zip(self._pending, range(limit), strict=False)]
        if any(update.repeated for update in taken):
            # A repetition lies below the offset and could never be acknowledged by it.
            repeated = [update for update in taken if update.repeated]
            self._pending = deque(update for update in self._pending if update not in repeated)
        return [update.body for update in taken]

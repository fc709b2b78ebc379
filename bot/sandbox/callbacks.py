"""Taps on buttons that wait for the bot's answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusals import Json, bad_request

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
KEPT = 50_000


@dataclass(slots=True)
class CallbackQuery:
    """One tap, when it was made, and the answer once there is one."""

    id: str
    made_at: float
    answer: Json | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class Callbacks:
    """Gives taps their ids and takes their answers: once, and in time."""

    def __init__(self, clock: SandboxClock, lifetime: float) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._queries: dict[str, CallbackQuery] = {}
        self._last = 4_382_000_000_000_000_000

    def ask(self) -> CallbackQuery:
        """A new tap."""
        self._last += 1
        query = CallbackQuery(str(self._last), self._clock.timestamp())
        self._queries[query.id] = query
        if len(self._queries) > KEPT:
            self._queries.pop(next(iter(self._queries)))
        return query

    def answer(self, query_id: str, answer: Json) -> None:
        """Show the answer to who tapped. Raises Refused the second time, and after the lifetime."""
        query = self._queries.get(query_id)
        if query is None or query.answer is not None:
            raise bad_request(TOO_OLD)
        if self._clock.timestamp() - query.made_at > self._lifetime:
            raise bad_request(TOO_OLD)
        query.answer = answer
        query.answered.set()

    async def outcome(self, query_id: str, wait: float) -> Json | None:
        """The answer, waited for at most `wait` seconds; None when there was none. Raises LookupError."""
        query = self._queries.get(query_id)
        if query is None:
            raise LookupError(f"no callback query {query_id}")
        try:
            await asyncio.wait_for(query.answered.wait(), wait)
        except TimeoutError:
            return None
        return query.answer

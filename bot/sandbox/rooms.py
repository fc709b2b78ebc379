"""Chats as their people see them: reading, waiting, and what may be done to a group."""

# A timeout here is a person's patience, passed on to the sandbox, which holds the call open.
# ruff: noqa: ASYNC109

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.sandbox.lines import Line
from bot.sandbox.people import ANONYMOUS, Role
from bot.sandbox.refusals import Json
from bot.sandbox.shown import Shown, shown

if TYPE_CHECKING:
    from bot.sandbox.phone import Phone

PATIENCE = 30.0
"""Seconds to wait for the bot unless a call says otherwise."""
NEWEST = 100
"""How many of the last messages are looked at while waiting for one."""

Wanted = str | Callable[[Shown], bool]


class Room:
    """A chat as somebody sees it: what is in it, and waiting for more."""

    def __init__(self, line: Line, chat_id: int) -> None:
        self.line = line
        self.id = chat_id

    async def messages(self) -> list[Shown]:
        """Everything in the chat as now shown, oldest first."""
        return [shown(raw) for raw in (await self._look())["messages"]]

    async def waits_for(self, wanted: Wanted, timeout: float = PATIENCE, after: int = 0) -> Shown:
        """The newest message from the bot that has this text or passes the predicate.

        Only the last hundred messages, and of them those with an id above `after`, count. Raises TimeoutError
        that says what is shown instead.
        """
        deadline = time.monotonic() + timeout
        look = await self._look(last=NEWEST)
        while (found := _newest(look["messages"], wanted, after)) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                texts = [shown(raw).text for raw in look["messages"][-5:]]
                raise TimeoutError(f"nothing like {wanted!r} in chat {self.id}; the last are {texts!r}")
            look = await self._look(look["serial"], left, NEWEST)
        return found

    async def _look(self, after: int | None = None, wait: float = 0.0, last: int | None = None) -> Json:
        order: Json = {"chat": self.id} if last is None else {"chat": self.id, "last": last}
        if after is not None:
            order |= {"after": after, "wait": wait}
        return await self.line.do("looks", order)


class Group(Room):
    """A group or supergroup."""

    def __init__(self, line: Line, chat_id: int, title: str) -> None:
        super().__init__(line, chat_id)
        self.title = title

    async def gives(
        self,
        role: Role,
        to: Phone | None = None,
        by: Phone | None = None,
        anonymous: bool | None = None,
        topics: bool | None = None,
    ) -> Json:
        """Give a role to a person, or to the bot when nobody is named; `left` and `kicked` are roles too. `topics`:
        whether they may manage them."""
        order: Json = {"chat": self.id, "role": role, "person": to and to.id, "by": by and by.id}
        return await self.line.do("role", order | {"anonymous": anonymous, "topics": topics})

    async def opens_topic(self, name: str, by: Phone) -> int:
        """A new topic of a forum. Returns its thread id."""
        done = await self.line.do("topic", {"chat": self.id, "name": name, "person": by.id})
        return int(done["message_thread_id"])

    async def deletes_topic(self, thread: int) -> None:
        """Take a topic away with all its messages."""
        await self.line.do("deletes_topic", {"chat": self.id, "thread": thread})

    async def upgrades(self, forum: bool = False) -> Group:
        """Become a supergroup: the same people under a new id."""
        card = await self.line.do("upgrades", {"chat": self.id, "forum": forum})
        return Group(self.line, card["id"], self.title)


def _newest(messages: list[Json], wanted: Wanted, after: int) -> Shown | None:
    for raw in reversed(messages):
        message = shown(raw)
        if message.id > after and _is_from_bot(raw) and _fits(message, wanted):
            return message
    return None


def _is_from_bot(raw: Json) -> bool:
    return bool(raw["from"]["is_bot"]) and raw["from"]["id"] != ANONYMOUS["id"]


def _fits(message: Shown, wanted: Wanted) -> bool:
    return wanted in message.text if isinstance(wanted, str) else wanted(message)

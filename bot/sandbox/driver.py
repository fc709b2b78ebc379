"""Drive a bot as persons would, against a running sandbox. The API is stable; end-to-end tests build on it.

    async with Driver("http://127.0.0.1:8081") as driver:         # or Driver(sandbox) in the same process
        anna = await driver.person("Anna", language_code="hu")
        await anna.start()                                        # or start("deep-link-payload")
        card = await anna.waits_for("Yoga")                       # the bot's newest with that text
        toast = await anna.taps("Join waitlist")                  # part of a label, or a predicate
        toast = await anna.taps(data="nx1:accept:7", message=card)  # exactly this data, in this message
        toast = await anna.forges("nx1:accept:8", card.id)        # data that is on no button
        assert toast.answered and not toast.alert and toast.text == "…"
        for message in await anna.messages(): ...                 # as now shown: text, rows, buttons, raw
        group = await driver.group("Studio", admins=[anna])       # the bot is an administrator of it
        sent = await anna.types("/events", chat=group)            # {"message_id": …, "update_id": …}
        await anna.waits_for("no events", chat=group)
        await driver.push(hours=2)                                # returns when the bot's clock followed
        await driver.redeliver(sent["update_id"])                 # the same update once more
        await driver.fault("reset_after", methods=["sendMessage"])  # see bot.sandbox.faults for the kinds
        calls = await driver.calls("sendMessage")                 # what the bot asked of Telegram

Nothing here sleeps or polls on a timer: waiting is held open by the sandbox until something changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Self, cast

from bot.sandbox.lines import DirectLine, DriverError, HttpLine, Line
from bot.sandbox.people import Kind, Role
from bot.sandbox.phone import Phone
from bot.sandbox.refusals import Json
from bot.sandbox.rooms import Group
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shown import Button, Shown, Toast

__all__ = ["Button", "Driver", "DriverError", "Group", "Phone", "Shown", "Toast"]


class Driver:
    """One sandbox and the persons in it. Takes a base URL, or the Sandbox itself."""

    def __init__(self, sandbox: str | Sandbox) -> None:
        self.line: Line = HttpLine(sandbox) if isinstance(sandbox, str) else DirectLine(sandbox)
        self._people = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of connections."""
        await self.line.close()

    async def person(
        self,
        first_name: str | None = None,
        *,
        person_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "en",
    ) -> Phone:
        """A new person, who has not written to the bot yet."""
        self._people += 1
        order: Json = {"first_name": first_name or f"Person {self._people}", "last_name": last_name}
        order |= {"id": person_id, "username": username, "language_code": language_code}
        card = await self.line.do("person", order)
        return Phone(self.line, card["id"], card["first_name"])

    async def group(
        self,
        title: str,
        *,
        admins: Iterable[Phone] = (),
        members: Iterable[Phone] = (),
        creator: Phone | None = None,
        kind: Kind = "supergroup",
        forum: bool = False,
        bot_role: Role = "administrator",
        group_id: int | None = None,
    ) -> Group:
        """A new group with the bot in it; without a creator somebody unknown founded it."""
        creator = creator or await self.person("Founder")
        order: Json = {"title": title, "creator": creator.id, "kind": kind, "forum": forum, "id": group_id}
        order |= {"admins": [p.id for p in admins], "members": [p.id for p in members], "bot_role": bot_role}
        card = await self.line.do("group", order)
        return Group(self.line, card["id"], title)

    async def push(self, **ahead: float) -> Json:
        """Push sandbox time ahead (`hours=2`, `minutes=5`: as for timedelta), followers included. A bot
        that follows nothing keeps its own time: `followers` of the answer is 0, look at its SANDBOX_CLOCK_URL."""
        return await self.line.push(round(timedelta(**ahead) / timedelta(milliseconds=1)))

    async def redeliver(self, update_id: int) -> None:
        """Send the bot an update it has had already."""
        await self.line.do("redeliver", {"update_id": update_id})

    async def fault(self, kind: str, **rule: Any) -> Json:
        """Put a fault in force; the fields are those of `bot.sandbox.faults.Fault`."""
        return await self.line.do("fault", {"kind": kind, **rule})

    async def lift_faults(self, fault_id: int | None = None) -> None:
        """Take one fault, or all, out of force."""
        await self.line.do("lifts_faults", {"id": fault_id})

    async def unplugs(self, seconds: float) -> None:
        """Refuse every connection for so long: the server is not even there (faults only reset or fail)."""
        await self.line.do("unplugs", {"seconds": seconds})

    async def limits(self, enforced: bool) -> None:
        """Enforce Telegram's rate limits, or stop doing so."""
        await self.line.do("limits", {"enforced": enforced})

    async def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """What the bot called, oldest first: serial, at, method, params, verdict, and the description if refused."""
        calls = await self.line.calls(since)
        return [call for call in calls if method is None or call["method"].lower() == method.lower()]

    async def commands(self) -> list[Json]:
        """The command lists the bot registered, each with scope and language_code."""
        return cast(list[Json], (await self.line.do("commands", {}))["commands"])

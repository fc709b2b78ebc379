"""The bot's own place in the admins' group. Without it nobody there hears anything, so the owners are told privately;
what could not be said meanwhile waits, and leaves when the bot is back."""

from collections.abc import Callable

import structlog

from bot.group import Group
from bot.rights import Rights
from engine.views import Views
from storage.outbox import SqlOutbox

log = structlog.get_logger()

REMOVED, DEMOTED = "place-lost", "place-demoted"


class Place:
    """`wake` lets the postman look again."""

    def __init__(
        self, group: Group, rights: Rights, views: Views, outbox: SqlOutbox, wake: Callable[[], None]
    ) -> None:
        self._group, self._rights, self._views, self._outbox, self._wake = group, rights, views, outbox, wake

    async def lost(self) -> None:
        """The bot cannot write to the group any more."""
        await self._tell(REMOVED)

    async def demoted(self) -> None:
        """It can write, and is not told any more who comes and goes."""
        await self._tell(DEMOTED)

    async def back(self, *, administrator: bool) -> None:
        """It can write again; as an administrator all is as it was."""
        await self._outbox.resolve(REMOVED, str(self._group.chat_id))
        if administrator:
            await self._outbox.resolve(DEMOTED, str(self._group.chat_id))
        await self._outbox.release_group()
        self._wake()

    async def _tell(self, kind: str) -> None:
        chat_id = self._group.chat_id
        assert chat_id is not None
        known = [await self._views.person(owner) for owner in await self._rights.owners(chat_id)]
        people = [person.id for person in known if person is not None and person.reachable]
        log.warning(kind, chat=chat_id, told=len(people))
        account = await self._views.account()
        await self._outbox.alert(
            kind, str(chat_id), {"name": account.name if account else ""}, readers=people, again=False
        )

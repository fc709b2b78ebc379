"""Who may do what in the admin group, judged at the tap: Telegram's list of administrators, and the account's roles."""

import contextlib

import structlog
from aiogram.exceptions import AiogramError

from bot.admins import Admins
from bot.secret import told
from engine.ports import Roles
from engine.refusals import Busy
from engine.roles import Role, Team, owners, team_of
from engine.rules.roles import check

log = structlog.get_logger()


class Rights:
    """Telegram's answer may be a little old where nothing is changed; the account's own table never is."""

    def __init__(self, admins: Admins, roles: Roles) -> None:
        self._admins, self._roles = admins, roles

    async def judge(self, chat_id: int, user_id: int, least: Role, *, kept: float) -> Team:
        """Everybody who may act; whoever asks is one of them and has at least this role. `kept` as in
        `Admins.listed`. Raises NotAdmin, RoleNeeded; Busy while Telegram does not say."""
        try:
            administrators = await self._admins.listed(chat_id, kept=kept)
        except AiogramError as error:
            log.warning("admins-unknown", why=told(error))
            raise Busy from error
        given = await self._roles.given() if any(each.id == user_id for each in administrators) else {}
        team = team_of(administrators, given)
        check(team, user_id, least)
        return team

    async def remember(self, chat_id: int) -> None:
        """Ask now, so that it is known who the owners are when the group cannot be asked any more."""
        with contextlib.suppress(AiogramError):
            await self._admins.listed(chat_id)

    async def owners(self, chat_id: int) -> list[int]:
        """Who could give roles, as far as is known: also while the bot is not in the group."""
        given, listed = await self._roles.given(), self._admins.remembered(chat_id)
        if not listed:
            return [telegram_id for telegram_id, row in given.items() if row.role == "owner"]
        return [owner.id for owner in owners(team_of(listed, given))]

    def forget(self, chat_id: int) -> None:
        """Somebody's role in Telegram has changed."""
        self._admins.forget(chat_id)

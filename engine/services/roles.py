"""Give roles."""

from engine.facts import RoleGiven
from engine.ports import Roles
from engine.roles import Role, Team, team_of
from engine.rules import roles as rules
from engine.services.who import AdminTap


async def give(roles: Roles, tap: AdminTap, team: Team, to: int, role: Role) -> RoleGiven:
    """See `rules.roles.give`; of `team` counts who is an administrator, the roles are read again under the lock."""
    listed = [member.who for member in team.values()]
    return await roles.decide(
        tap.actor,
        tap.update_id,
        tap.reason,
        lambda given: rules.give(team_of(listed, given), tap.telegram_id, to, role),
    )

"""Who may do what in the group, and who says so."""

from engine.facts import RoleGiven
from engine.refusals import LastOwner, NotAdmin, NotOnTeam, RoleNeeded, RoleUnchanged
from engine.roles import Role, Team, owners, reaches


def check(team: Team, user_id: int, least: Role) -> None:
    """Whoever acts has the role. Raises NotAdmin, and RoleNeeded with who could give it."""
    member = team.get(user_id)
    if member is None:
        raise NotAdmin
    if not reaches(member.role, least):
        raise RoleNeeded(least, tuple(owner.name for owner in owners(team)))


def give(team: Team, by: int, to: int, role: Role) -> RoleGiven:
    """An owner makes somebody else, or themselves, a `role`. Raises what `check` does; NotOnTeam when the other is no
    administrator in Telegram (any more); RoleUnchanged; LastOwner when nobody would be left to give roles."""
    check(team, by, "owner")
    if to not in team:
        raise NotOnTeam
    before = team[to]
    if before.role == role:
        raise RoleUnchanged(before.name, role)
    if [owner.id for owner in owners(team)] == [to]:
        raise LastOwner
    return RoleGiven(id=to, name=before.name, before=before.role, role=role)

"""What an administrator of the group may do: `viewer < operator < approver < owner`.

Telegram says who is an administrator at all; the account's table of roles lowers or raises within that. Somebody who
is no administrator in Telegram has no right, whatever the table says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Role = Literal["viewer", "operator", "approver", "owner"]

ROLES: tuple[Role, ...] = ("viewer", "operator", "approver", "owner")


@dataclass(frozen=True, slots=True)
class Administrator:
    """One of Telegram's administrators of the group; `creator` is Telegram's word for whose group it is."""

    id: int
    name: str
    creator: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A row of the table of roles: what somebody is by decision, and whose decision it was."""

    role: Role
    by: int
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """An administrator with their role; `given` is None where nobody has decided about it."""

    who: Administrator
    role: Role
    given: Given | None = None

    @property
    def id(self) -> int:
        """Telegram's."""
        return self.who.id

    @property
    def name(self) -> str:
        """As Telegram shows it."""
        return self.who.name


Team = Mapping[int, Member]
"""Everybody who may act in the group, by Telegram's id."""


def team_of(administrators: Iterable[Administrator], given: Mapping[int, Given]) -> Team:
    """Telegram's list with the account's roles: without a row, the creator is an owner and all others operators."""
    return {who.id: _member(who, given.get(who.id)) for who in administrators}


def _member(who: Administrator, given: Given | None) -> Member:
    default: Role = "owner" if who.creator else "operator"
    return Member(who, given.role if given else default, given)


def reaches(role: Role, least: Role) -> bool:
    """Whether the role includes what `least` may do."""
    return ROLES.index(role) >= ROLES.index(least)


def owners(team: Team) -> tuple[Member, ...]:
    """Who may give roles."""
    return tuple(member for member in team.values() if member.role == "owner")

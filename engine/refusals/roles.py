"""Of who may do what."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class NotAdmin(Refusal):
    """Only administrators of the group may do this."""


@dataclass
class RoleNeeded(Refusal):
    """An administrator with too low a role; `names` could give it, empty when nobody can."""

    needed: str
    names: tuple[str, ...] = ()


@dataclass
class NotOnTeam(Refusal):
    """Only an administrator of the group can have a role."""


@dataclass
class RoleUnchanged(Refusal):
    """`name` is a `role` already."""

    name: str
    role: str


@dataclass
class LastOwner(Refusal):
    """Nobody would be left to give roles."""


@dataclass
class NoAccount(Refusal):
    """Nothing was imported yet."""


@dataclass
class NamelessAdmin(Refusal):
    """An anonymous admin must act under their own name."""


@dataclass
class NotThisGroup(Refusal):
    """The group is not the account's admin group."""

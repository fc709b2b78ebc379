"""Of seats: free, held, public, frozen; and of how many there are."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class NoFreeSeat(Refusal):
    wanted: int
    free: int


@dataclass
class SeatsInUse(Refusal):
    """The capacity cannot be `wanted` while `used` seats are booked, offered or held."""

    wanted: int
    used: int


@dataclass
class CapacityUnusable(Refusal):
    """A capacity is a whole number from 1 to `most`."""

    most: int


@dataclass
class CapacityUnchanged(Refusal):
    """It is `capacity` already."""

    capacity: int


@dataclass
class AlreadyDraining(Refusal):
    """The capacity is going down to `capacity` already."""

    capacity: int


@dataclass
class NotDraining(Refusal):
    """The capacity is not going down."""


@dataclass
class HoldOver(Refusal):
    pass


@dataclass
class HoldsChanged(Refusal):
    """Other seats are kept back than whoever asks has seen."""


@dataclass
class AlreadyPublic(Refusal):
    """Anybody may book every free seat already."""


@dataclass
class AlreadyFrozen(Refusal):
    pass


@dataclass
class NotFrozen(Refusal):
    pass

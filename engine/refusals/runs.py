"""Of a month's versions."""

from dataclasses import dataclass

from engine.planning import AdjustmentSaid
from engine.refusals.refusal import Refusal


@dataclass
class PeriodOpen(Refusal):
    """Wishes are open still: an allocation would be of wishes that change."""


@dataclass
class PeriodFinal(Refusal):
    """The month is final: its allocation does not change any more."""


@dataclass
class RunOpen(Refusal):
    """A version is being computed."""

    number: int


@dataclass
class RunNewer(Refusal):
    """Another version has been computed since the one that the admin has seen."""

    number: int


@dataclass
class NoRun(Refusal):
    """There is no such version, or it did not come to an end."""


@dataclass
class RunOver(Refusal):
    """It is not being computed any more."""


@dataclass
class InputChanged(Refusal):
    """Something that the version was made of is not so any more: how many `sessions`, how many `people`; and whether
    `adjustments` have been made since."""

    sessions: int
    people: int
    adjustments: bool


@dataclass
class NobodyWishes(Refusal):
    """There is nothing to allocate."""


@dataclass
class WishUnknown(Refusal):
    """The person wishes for nothing of the month."""


@dataclass
class AdjustmentUnchanged(Refusal):
    """It is so already: what was `said`."""

    said: AdjustmentSaid


@dataclass
class AdjustmentOver(Refusal):
    """It does not count any more."""


@dataclass
class PinsFull(Refusal):
    """Admins have given all free seats of the event to others."""

    free: int


@dataclass
class PinsCollide(Refusal):
    """The person has a place at that time already, by an admin's word or a booking."""


@dataclass
class NotPlaced(Refusal):
    """The person has no place at that event which could be moved."""

"""Of a repair of a final month."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class RepairNotYet(Refusal):
    """Only a month that is final can be repaired."""


@dataclass
class RepairChanged(Refusal):
    """What was shown is not possible like that any more."""


@dataclass
class RepairUnknown(Refusal):
    """No such repair, or it does not move this reader."""


@dataclass
class RepairOver(Refusal):
    """It has ended, one way or the other."""


@dataclass
class RepairAnswered(Refusal):
    """The person has said yes already; the others have not all answered."""

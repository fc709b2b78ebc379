"""Of a booking, or of wanting one."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class AlreadyBooked(Refusal):
    pass


@dataclass
class AlreadyWaiting(Refusal):
    pass


@dataclass
class PartyTooLarge(Refusal):
    most: int


@dataclass
class PartyNotNamed(Refusal):
    """Each further attendee needs a name."""

    wanted: int
    named: int


@dataclass
class BookingOver(Refusal):
    """No such booking any more, or not this reader's."""


@dataclass
class BookingNotPending(Refusal):
    """Somebody confirmed or cancelled it before."""

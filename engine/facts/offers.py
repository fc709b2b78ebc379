"""What becomes of an offer."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.state import Decline


@dataclass(frozen=True, slots=True)
class OfferMade:
    """Seats are held from now; the clock starts when it is delivered. `closes_at` bounds every deadline."""

    subject: ClassVar[Subject] = "offer"
    id: int
    event_id: int
    entry_id: int
    person_id: int
    count: int
    seats: tuple[int, ...]
    closes_at: datetime
    guarded: bool
    last_call: bool
    automatic: bool
    split_id: int | None = None
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class OfferDelivered:
    """The letter is about to leave and says `expires_at`; `again`: a copy of it may have arrived before."""

    subject: ClassVar[Subject] = "offer"
    id: int
    expires_at: datetime
    again: bool = False


@dataclass(frozen=True, slots=True)
class OfferUndelivered:
    """The letter was refused for sure: the clock stands still until one is about to leave again."""

    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferExtended:
    """Nobody could answer for a while; the time that was left begins now. `in_full`: all of it comes before the close;
    otherwise the offer is open until the close, with no clock running, and missing it costs nothing."""

    subject: ClassVar[Subject] = "offer"
    id: int
    expires_at: datetime
    in_full: bool = True


@dataclass(frozen=True, slots=True)
class OfferReminded:
    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    subject: ClassVar[Subject] = "offer"
    id: int
    booking_id: int


@dataclass(frozen=True, slots=True)
class OfferRejected:
    subject: ClassVar[Subject] = "offer"
    id: int
    then: Decline


@dataclass(frozen=True, slots=True)
class OfferExpired:
    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferWithdrawn:
    """`told`: the person hears of it by the end of something else of theirs."""

    subject: ClassVar[Subject] = "offer"
    id: int
    cause: Literal[
        "unreachable", "admin", "left", "taken", "closed", "shifted", "cancelled", "rules", "split", "repair"
    ]
    told: bool = False


@dataclass(frozen=True, slots=True)
class OfferReseated:
    """See `BookingReseated`."""

    subject: ClassVar[Subject] = "offer"
    id: int
    seats: tuple[int, ...]

"""Of an offer."""

from dataclasses import dataclass
from datetime import datetime

from engine.refusals.refusal import Refusal


@dataclass
class OfferUnknown(Refusal):
    """No such offer, or not this reader's."""


@dataclass
class OfferExpired(Refusal):
    at: datetime


@dataclass
class OfferWithdrawn(Refusal):
    pass


@dataclass
class OfferAnswered(Refusal):
    """Accepted or declined before."""


@dataclass
class OfferTaken(Refusal):
    """Last call: somebody was faster."""


@dataclass
class OfferOpen(Refusal):
    """The person has an open offer for this event already."""

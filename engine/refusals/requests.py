"""Of a request for a place."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class AlreadyAsked(Refusal):
    """The person has an open request for this event."""


@dataclass
class RequestOver(Refusal):
    """No such request, or not this reader's, or it was decided or taken back before."""

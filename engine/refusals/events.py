"""Of an event: whether it can be booked."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class EventUnknown(Refusal):
    """No such event, or not this reader's."""


@dataclass
class EventCancelled(Refusal):
    pass


@dataclass
class EventNotOpen(Refusal):
    """Closed for booking by the organiser."""


@dataclass
class EventStarted(Refusal):
    pass


@dataclass
class EventFull(Refusal):
    """`waiting` people are in line; whoever joins now gets place `position`."""

    waiting: int
    position: int


@dataclass
class TooFewSeats(Refusal):
    """A party is placed whole or not at all."""

    wanted: int
    free: int


@dataclass
class HeldForLine(Refusal):
    """Seats are free, but people wait for them."""

    waiting: int
    position: int


@dataclass
class SeatsAreFree(Refusal):
    """Nobody needs to wait: book."""

    free: int

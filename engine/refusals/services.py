"""Of a service, its slots and its opening hours."""

from dataclasses import dataclass
from datetime import datetime

from engine.refusals.refusal import Refusal


@dataclass
class ServiceUnknown(Refusal):
    """No such service, or not this account's."""


@dataclass
class ServiceWithoutEvents(Refusal):
    """A service whose rules are to be set has no event yet."""


@dataclass
class SlotTaken(Refusal):
    """Somebody else has this time by now, or it cannot be booked any more."""


@dataclass
class SlotFromHours(Refusal):
    """A slot of an individual service has one seat, and its time follows the opening hours."""


@dataclass
class HoursUnreadable(Refusal):
    """What was typed are no times of a day; `text` is what cannot be read."""

    text: str


@dataclass
class HoursOverlap(Refusal):
    """Two windows of one day have some time in common, or one ends before it begins: `text` is the one."""

    text: str


@dataclass
class HoursTooShort(Refusal):
    """No slot of `minutes` fits into the window `text`."""

    text: str
    minutes: int


@dataclass
class MinutesUnusable(Refusal):
    """A slot takes a whole number of minutes from 1 to `most`."""

    most: int


@dataclass
class HoursUnchanged(Refusal):
    """The opening hours are like that already."""


@dataclass
class HoursDiffer(Refusal):
    """Somebody has changed the opening hours since the question was asked: `name`, at `at`."""

    name: str
    at: datetime

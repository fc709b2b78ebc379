"""Of a tap, a command or a text as such."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class ButtonStale(Refusal):
    """The button is from an older message or was never ours."""


@dataclass
class AskedOfAnother(Refusal):
    """The question on the card is for another admin."""

    name: str


@dataclass
class AlreadyDone(Refusal):
    """This very tap was handled before."""


@dataclass
class Busy(Refusal):
    """The lock was not free in time, or the database is away for a moment."""


@dataclass
class MonthEnding(Busy):
    """The lock was not free in time, as a month's places are being booked: that takes longer than a tap."""


@dataclass
class TooFast(Refusal):
    """More taps than a person makes; `seconds` to wait."""

    seconds: int


@dataclass
class TextExpected(Refusal):
    """A text message was asked for."""


@dataclass
class NameUnusable(Refusal):
    """A name is one line of 1 to `most` visible characters."""

    most: int


@dataclass
class LinkUnknown(Refusal):
    """The deep link leads nowhere (any more)."""


@dataclass
class CommandUnknown(Refusal):
    pass

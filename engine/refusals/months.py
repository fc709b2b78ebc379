"""Of a month while wishes are collected."""

from dataclasses import dataclass
from datetime import datetime

from engine.refusals.refusal import Refusal


@dataclass
class PeriodUnknown(Refusal):
    """No such month, or nobody may wish for it yet."""


@dataclass
class PeriodExists(Refusal):
    """Wishes for it have been opened before."""


@dataclass
class PeriodBegun(Refusal):
    """The month is no coming one any more."""


@dataclass
class PeriodNotCollecting(Refusal):
    """Wishes are closed, so there is no deadline."""


@dataclass
class PeriodNotClosed(Refusal):
    """Wishes are open already."""


@dataclass
class PeriodPlanned(Refusal):
    """Its allocation has been planned from the wishes as they are."""


@dataclass
class DeadlineUnusable(Refusal):
    """A deadline is to come, and before the month begins."""


@dataclass
class DeadlineOutside(DeadlineUnusable):
    """One that was typed, and that no button said."""


@dataclass
class DeadlineUnchanged(Refusal):
    pass


@dataclass
class DeadlineUnreadable(Refusal):
    """No moment can be read from what was typed."""

    text: str


@dataclass
class WishesClosed(Refusal):
    """Since `until`."""

    until: datetime


@dataclass
class WishUnchanged(Refusal):
    """It is as they want it already."""


@dataclass
class WishUnusable(Refusal):
    """A number that no button has."""


@dataclass
class NothingWished(Refusal):
    """There is nothing to take back."""


@dataclass
class NotThisMonth(Refusal):
    """The event is not one of the period."""


@dataclass
class DayNotWanted(Refusal):
    """It is on a weekday that they have excluded."""


@dataclass
class TooManyChoices(Refusal):
    most: int


@dataclass
class TooManyFriends(Refusal):
    most: int


@dataclass
class FriendshipOver(Refusal):
    """Nobody asks with this link any more, or it was answered."""


@dataclass
class FriendYourself(Refusal):
    """The link is for somebody else."""


@dataclass
class AlreadyFriends(Refusal):
    """These two want to come together already."""

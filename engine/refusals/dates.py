"""Of an event's date and its siblings."""

from dataclasses import dataclass
from datetime import datetime

from engine.refusals.refusal import Refusal


@dataclass
class SplitRunning(Refusal):
    """A balancing of these siblings is under way already."""


@dataclass
class SplitOver(Refusal):
    """No balancing is under way (any more)."""


@dataclass
class NothingToBalance(Refusal):
    """No seat is free for anybody who waits, at any of the siblings."""


@dataclass
class SameEvent(Refusal):
    """A booking is moved to another event."""


@dataclass
class DateUnusable(Refusal):
    """A new date lies ahead, and differs from the old one."""


@dataclass
class NothingToConfirm(Refusal):
    """Nobody waits for this answer (any more)."""


@dataclass
class NotBegun(Refusal):
    """Who came can be said from the start on."""

    at: datetime

"""Of a place in a line."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class NotWaiting(Refusal):
    """No place in line any more, or not this reader's."""


@dataclass
class NotPaused(Refusal):
    pass


@dataclass
class PauseOverStart(Refusal):
    """The pause must end before the event starts and after now."""

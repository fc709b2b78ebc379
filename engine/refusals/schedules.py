"""Of a month that plans itself."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class NoCrontab(Refusal):
    """The text is no crontab; `word` is what cannot be read."""

    word: str


@dataclass
class CrontabNever(Refusal):
    """There is no such day."""


@dataclass
class ScheduleUnchanged(Refusal):
    """It is so already."""

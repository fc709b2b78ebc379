"""Months that plan themselves."""

from dataclasses import dataclass
from typing import ClassVar

from engine.facts.subject import Subject


@dataclass(frozen=True, slots=True)
class ScheduleChosen:
    """When months are planned by themselves from now on, as a crontab; "" is never. About no event."""

    subject: ClassVar[Subject] = "account"
    id: int
    before: str
    cron: str

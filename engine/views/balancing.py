"""A date that is being balanced with its siblings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Grouping = Literal["forward", "same_day", "same_slot"]
"""Which events of a service are siblings of one: those from it on, those of its day, or those at its weekday and time
from it on; days and times are those of its zone."""


@dataclass(frozen=True, slots=True)
class SplitCard:
    """A balancing of siblings that is under way: its events, all its offers, and how many of these ended how; `expired`
    counts those that were taken back too."""

    id: int
    event_ids: Sequence[int]
    offer_ids: Sequence[int]
    accepted: int
    declined: int
    expired: int
    open: int

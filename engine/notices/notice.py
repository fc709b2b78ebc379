"""What can be told to somebody, and how urgent it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from engine.ports import Panel

Kind = Literal[
    "booking-made",
    "booking-confirmed",
    "booking-cancelled",
    "booking-shifted",
    "booking-reconfirmed",
    "entry-joined",
    "entry-displaced",
    "entry-left",
    "entry-paused",
    "entry-resumed",
    "entry-closed",
    "entry-shifted",
    "offer-made",
    "offer-extended",
    "offer-reminder",
    "offer-over",
    "offer-missed",
    "offer-withdrawn",
    "seats-freed",
    "person-unreachable",
    "booking-pending",
    "request-made",
    "request-declined",
    "request-taken-back",
    "request-closed",
    "request-shifted",
    "request-card",
    "period-opened",
    "period-closed",
    "wishes-asked",
    "wishes-carried",
    "wishes-shifted",
    "wished-moved",
    "wished-cancelled",
    "friendship-agreed",
    "friendship-ended",
    "run-made",
    "run-failed",
    "month-result",
    "period-finalized",
    "repair-asked",
    "repair-extended",
    "repair-done",
    "repair-withdrawn",
    "places-lost",
    "repair-done-told",
    "repair-withdrawn-told",
    "lock-ended",
    "lock-asked",
    "lock-handed",
    "lock-kept",
    "unlock-asked",
    "unlock-granted",
    "unlock-denied",
    "unlock-lapsed",
    "unlock-ended",
]

# A: loss hurts, repetition does not. P: a panel, the newest state is all that counts, so letters for one merge.
Class = Literal["A", "P"]

OFFERS, RESULTS, PANELS, REMINDERS, MONTHS = 0, 1, 2, 3, 4
"""Priorities of letters: lower leaves first. What thousands are told at once comes last."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`to` is a participant, None the account's admins. `subject` names the row it is about ("offer:42"); letters
    about one subject to one reader leave in order. `panel` is the message to write into, if it still exists."""

    kind: Kind
    to: int | None
    subject: str
    priority: int
    letter_class: Class = "A"
    data: Mapping[str, int | str | bool] = field(default_factory=dict)
    not_before: datetime | None = None
    panel: Panel | None = None

"""How an event is run: mode, offer rules, account switches. Values only; the importer checks what people write."""

from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import StrEnum
from typing import Literal


class Mode(StrEnum):
    """The four ways to handle the waitlist. People never see these codes."""

    MANUAL = "manual"
    LEGACY = "legacy"
    OFFER = "offer"
    SPLITTER = "splitter"


class Tier(StrEnum):
    """What an account may use."""

    STARTER = "starter"
    BASIC = "basic"
    PRO = "pro"
    ENTERPRISE = "enterprise"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Wall time of the event's zone in which nobody is disturbed; may run over midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class OfferRules:
    """The rules of mode `offer`.

    validity: how long a delivered offer stays open; None means by time to start (`rules.validity`).
    parallel: most offers open at once for the event; 1 is the guard, 0 is as many as there are free seats.
    last_call: how long before the start an offer goes to everybody in line at once and holds no seat.
    cutoff: no offer this long before the start.
    auto_confirm: an event that starts within this time books the next person without asking.
    max_skips: with party_fit "best", how often one entry may be passed over for a smaller party.
    """

    validity: timedelta | None = None
    parallel: int = 1
    last_call: timedelta = timedelta(hours=2)
    cutoff: timedelta = timedelta(0)
    quiet: QuietHours | None = None
    auto_confirm: timedelta | None = None
    order: Literal["line", "lottery"] = "line"
    seed: str = ""
    party_fit: Literal["strict", "best"] = "strict"
    max_skips: int = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one event now: the event's own choice, else the service's, else the account's.

    cancel_before: a cancellation later than this before the start counts as late.
    grace: after a promotion nobody asked for, cancelling is never late for this long.
    """

    mode: Mode = Mode.OFFER
    offer: OfferRules = field(default_factory=OfferRules)
    tier: Tier = Tier.ENTERPRISE
    auto_backfill: bool = True
    booking_status: Literal["confirmed", "pending"] = "confirmed"
    timezone: str = "UTC"
    cancel_before: timedelta = timedelta(hours=24)
    grace: timedelta = timedelta(hours=2)
    max_party: int = 6

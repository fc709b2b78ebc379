"""How an event is run: mode, offer rules, account switches, and who chose them. The event's own choice wins over its
service's, that one over the default. Values only; the importer checks what people write.

Chosen rules are elementary values, as they stand in tables and in the history: durations are whole seconds, quiet hours
"22:00-08:00", and a rule that is missing is the next wider choice's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from engine.questions import Question


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


Value = int | str | None
Rules = Mapping[str, Value]
"""Chosen offer rules by name."""

Items = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for an event or a service. `mode` None and a missing rule: not chosen here. `preset`: the preset
    that it was taken from and still is."""

    mode: Mode | None = None
    rules: Items = ()
    preset: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is chosen here."""
        return self.mode is None and not self.rules


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the settings of an event come from."""

    event: Choice
    service: Choice


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one event now: the event's own choice, else the service's, else the account's.

    choices: who chose mode and rules (see `choices_of`); equal settings are equal wherever they come from.
    cancel_before: a cancellation later than this before the start counts as late.
    grace: after a promotion nobody asked for, cancelling is never late for this long.
    self_service: whether participants take places themselves; otherwise they ask, and an admin decides.
    questions: what the service asks of everybody who books or waits, in order.
    individual: the event is a slot of an individual service: one seat, at a time that follows the opening hours.
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
    self_service: bool = True
    questions: tuple[Question, ...] = ()
    individual: bool = False
    choices: Choices | None = field(default=None, compare=False, repr=False)


def choices_of(settings: Settings) -> Choices:
    """Who chose mode and rules. Settings that nobody has put together from choices are their service's."""
    if settings.choices is not None:
        return settings.choices
    return Choices(Choice(), Choice(settings.mode, items(written(settings.offer))))


def under(settings: Settings, choices: Choices) -> Settings:
    """The settings with what these choices come to."""
    mode = choices.event.mode or choices.service.mode
    offer = resolve_rules(choices.service.rules, choices.event.rules)
    return replace(settings, mode=mode or settings.mode, offer=offer, choices=choices)


def items(rules: Rules | None) -> Items:
    """Rules in one order, whatever order a database gives them in."""
    return tuple(sorted(rules.items())) if rules else ()


@lru_cache(maxsize=4096)
def resolve_rules(service: Items, event: Items = ()) -> OfferRules:
    """The event's rules over the service's over the defaults. Names of a later version are ignored."""
    chosen = {**dict(service), **dict(event)}
    return OfferRules(**{name: _read(name, chosen[name]) for name in NAMES if name in chosen})


def written(rules: OfferRules) -> dict[str, Value]:
    """Every rule, so that a default which changes later changes nothing that was chosen."""
    return {name: _written(getattr(rules, name)) for name in NAMES}


NAMES = tuple(rule.name for rule in fields(OfferRules))
DURATIONS = frozenset({"validity", "last_call", "cutoff", "auto_confirm"})


def _written(value: Any) -> Value:
    if isinstance(value, timedelta):
        return round(value.total_seconds())
    if isinstance(value, QuietHours):
        return f"{value.start:%H:%M}-{value.end:%H:%M}"
    kept: Value = value
    return kept


def _read(name: str, value: Any) -> Any:
    if name in DURATIONS and value is not None:
        return timedelta(seconds=value)
    if name == "quiet" and value is not None:
        start, _, end = value.partition("-")
        return QuietHours(time.fromisoformat(start), time.fromisoformat(end))
    return value

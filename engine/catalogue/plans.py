"""What a catalogue says once it is proven right: values only, ready to be written all or nothing.

Moments are UTC. Codes are stable: a plan meets the row with its code, or makes it; nothing is ever deleted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from engine.questions import Question
from engine.settings import Mode, OfferRules, Tier
from engine.state import TimeWindow

LANGUAGES: tuple[str, ...] = ("en", "hu", "de")

Kind = Literal["group", "individual"]


@dataclass(frozen=True, slots=True)
class AccountPlan:
    """The organisation and its switches."""

    name: str
    timezone: str
    tier: Tier = Tier.ENTERPRISE
    auto_backfill: bool = True
    booking_status: Literal["confirmed", "pending"] = "confirmed"
    languages: tuple[str, ...] = LANGUAGES
    grace: timedelta = timedelta(hours=2)
    cancel_before: timedelta = timedelta(hours=24)
    max_party: int = 6


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """`minutes` and `hours` cut the slots of an individual service; for a group `minutes` is its events' default.
    `cancel_before` None means the account's; `questions` None: those that there are stay."""

    code: str
    kind: Kind
    names: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = Mode.OFFER
    offer: OfferRules = field(default_factory=OfferRules)
    cancel_before: timedelta | None = None
    minutes: int | None = None
    hours: tuple[TimeWindow, ...] = ()
    self_service: bool = True
    questions: tuple[Question, ...] | None = None


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """A recurring event as it was written; its occurrences are events of their own."""

    service: str
    code: str
    rrule: str


@dataclass(frozen=True, slots=True)
class EventPlan:
    """One dated session of the service with this code. `mode` and `offer` None mean the service's; `offer` is whole:
    what the event leaves out is the service's. `series` is the code of its series; an event that is written alone stays
    in the one that it is in. `of_table`: rules cannot be said there, so those of before stay too."""

    service: str
    code: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    minimum: int = 0
    location: str = ""
    mode: Mode | None = None
    offer: OfferRules | None = None
    series: str | None = None
    of_table: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything one file says. `account` is None in a file that leaves it as it is; `events` are those of all
    services, occurrences of series included, and may belong to a service that is only known already. `service_lines`
    and `event_lines` are where the codes stand in the file, for whatever is said of them later."""

    account: AccountPlan | None = None
    services: tuple[ServicePlan, ...] = ()
    series: tuple[SeriesPlan, ...] = ()
    events: tuple[EventPlan, ...] = ()
    service_lines: Mapping[str, int | None] = field(default_factory=dict, compare=False)
    event_lines: Mapping[str, int | None] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept already, for a file that says only a part: the account's zone, tier and languages (None: there is
    no account yet), the services by code, and which service each event's code belongs to. `default_timezone` is for a
    new account that names none."""

    timezone: str | None = None
    default_timezone: str | None = None
    tier: Tier = Tier.ENTERPRISE
    languages: tuple[str, ...] = LANGUAGES
    services: Mapping[str, ServicePlan] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)

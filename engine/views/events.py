"""Services and their events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from engine.settings import Mode, Rules, Settings
from engine.state import EventStatus, Opening
from engine.views.people import Names


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """`upcoming`: events that have not begun; `free`: seats anybody may book in them."""

    id: int
    code: str
    names: Names
    descriptions: Names
    upcoming: int
    free: int
    kind: Literal["group", "individual"] = "group"


@dataclass(frozen=True, slots=True)
class IndividualCard:
    """An individual service; `zone` is the IANA zone that its hours are wall time of."""

    id: int
    code: str
    names: Names
    opening: Opening
    zone: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What a free seat is to whoever is next: handled by the `mode`, where automation is not `halted` (see
    `rules.automation.halted`); `auto`: they have asked to be booked at once, and whoever is can cancel freely for
    `grace`."""

    mode: Mode
    halted: str | None
    grace: timedelta
    auto: bool


@dataclass(frozen=True, slots=True)
class EventCard:
    """capacity = booked + offered + held + free. `public` of the free seats may be booked by anybody; the others are
    kept for the waitlist. `waiting` counts everybody with a place in line; `visiting` of them wait at a sibling, and
    are asked to come here. `reserve` counts everybody on the service's reserve list, `requests` everybody who asks for
    a place and waits for an answer. `halted` is why automation does not run (see `rules.automation.halted`), None
    when it does. The capacity goes down to `drain_to` as seats come free.
    `minimum`: how many it takes to happen, which is never more than the capacity."""

    id: int
    code: str
    service_id: int
    service_code: str
    names: Names
    starts_at: datetime
    ends_at: datetime
    timezone: str
    location: str
    status: EventStatus
    capacity: int
    booked: int
    offered: int
    held: int
    free: int
    public: int
    waiting: int
    frozen: bool
    halted: str | None
    settings: Settings
    reserve: int = 0
    minimum: int = 0
    drain_to: int | None = None
    split_id: int | None = None
    requests: int = 0
    visiting: int = 0

    @property
    def mode(self) -> Mode:
        return self.settings.mode

    def turn(self, *, auto: bool) -> Turn:
        """For somebody who waits here."""
        return Turn(self.mode, self.halted, self.settings.grace, auto)

    @property
    def in_line(self) -> int:
        """Who waits for this event, each person counted where their own place is."""
        return self.waiting - self.visiting

    @property
    def used(self) -> int:
        """Seats that cannot go: booked, offered or held."""
        return self.capacity - self.free


@dataclass(frozen=True, slots=True)
class SlotCard:
    """A slot, and who comes."""

    event: EventCard
    people: Sequence[str]


@dataclass(frozen=True, slots=True)
class ServiceRules:
    """How the lines of a service's events are handled where they choose nothing themselves; `settings` hold for such an
    event. `event_ids`: the events that can still be booked, by start, and without any the newest one, or what stands
    in for one; `upcoming` of them can be booked, `own` of those have a choice of their own; `requests`: how many people
    ask for a place at them."""

    id: int
    names: Names
    settings: Settings
    event_ids: tuple[int, ...]
    upcoming: int
    own: int
    requests: int = 0


@dataclass(frozen=True, slots=True)
class PresetCard:
    """One version of a named preset. `used`: services, and events that can still be booked, that have it."""

    id: int
    name: str
    version: int
    mode: Mode
    rules: Rules
    used: int
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class HoldCard:
    id: int
    event_id: int
    seats: int
    reason: str
    by_name: str

"""Who may do what, and how the lines of an event, a service or an account are handled."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.facts.subject import Subject
from engine.roles import Role
from engine.settings import Mode, Rules


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """An administrator of the group, by Telegram's id, may do more or less than `before`. About no event, so no step of
    a decision: see `ports.Roles`."""

    id: int
    name: str
    before: Role
    role: Role


@dataclass(frozen=True, slots=True)
class GroupLanguageChosen:
    """The admins' group is spoken to in another language. About no event: see `ports.GroupLanguages`."""

    id: int
    before: str
    language: str


@dataclass(frozen=True, slots=True)
class EventConfigured:
    """How its line is handled, as far as it is chosen for this event: everything that is, not only what is new.
    `mode` None and rules that are missing are the service's. `preset`: where it was taken from."""

    subject: ClassVar[Subject] = "event"
    id: int
    mode: Mode | None
    offer: Rules | None
    preset: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceConfigured:
    """How the lines of its events are handled, where they choose nothing themselves."""

    subject: ClassVar[Subject] = "service"
    id: int
    mode: Mode | None
    offer: Rules | None
    preset: int | None = None


@dataclass(frozen=True, slots=True)
class AccountConfigured:
    """Its switches: whether anything is filled by itself, and what a booking is until an admin has seen it."""

    subject: ClassVar[Subject] = "account"
    id: int
    auto_backfill: bool
    booking_status: Literal["confirmed", "pending"]


@dataclass(frozen=True, slots=True)
class SelfServiceSwitched:
    """Whether participants take places at the service's events themselves (`on`), or ask for them."""

    subject: ClassVar[Subject] = "service"
    id: int
    on: bool

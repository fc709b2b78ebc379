"""Who taps: what every service of a person or an admin is told about the tap."""

from dataclasses import dataclass

from engine.ports import Actor, Ask, Panel


@dataclass(frozen=True, slots=True)
class Tap:
    """A participant's tap or message. `panel` is the message that was tapped."""

    person_id: int
    update_id: int | None = None
    panel: Panel | None = None

    @property
    def actor(self) -> Actor:
        """As it stands in the history."""
        return Actor("person", self.person_id)


@dataclass(frozen=True, slots=True)
class AdminTap:
    """An admin's tap or command in the group; `telegram_id` and `name` go into the history."""

    telegram_id: int
    name: str
    update_id: int | None = None
    reason: str = ""

    @property
    def actor(self) -> Actor:
        """As it stands in the history."""
        return Actor("admin", self.telegram_id, self.name)

    def about(self, event_id: int) -> Ask:
        """A decision of theirs about this event."""
        return Ask(by=self.actor, event_id=event_id, reason=self.reason, update_id=self.update_id)

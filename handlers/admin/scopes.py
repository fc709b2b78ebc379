"""What rules are set for: one event, or a service. Buttons carry its id and the kind's number."""

from dataclasses import dataclass, replace

from engine.ports import Facts
from engine.refusals import ButtonStale, ServiceUnknown
from engine.rules.configuring import Change, OpenOffers
from engine.rules.foresight import Effect
from engine.services import configuring
from engine.settings import Choice, Settings, choices_of, under
from engine.views import EventCard, ServiceRules
from handlers.admin import found
from handlers.admin.layout import head
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.door import Admin, Html

EVENT, SERVICE = 0, 1


@dataclass(frozen=True, slots=True)
class Scope:
    """An event (`of` is its card) or a service."""

    id: int
    kind: int
    of: EventCard | ServiceRules

    @property
    def settings(self) -> Settings:
        return self.of.settings

    @property
    def chosen(self) -> Choice:
        """What is chosen here, and not only taken over."""
        choices = choices_of(self.settings)
        return choices.event if self.kind == EVENT else choices.service

    def after(self, change: Change) -> Settings:
        """What would hold."""
        choices = choices_of(self.settings)
        new = change.of(self.chosen)
        if self.kind == EVENT:
            return under(self.settings, replace(choices, event=new))
        return under(self.settings, replace(choices, service=new))

    @property
    def ids(self) -> tuple[int, int]:
        """As buttons carry it."""
        return (self.id, self.kind)

    def title(self, admin: Admin) -> Html:
        """The first line of its cards."""
        if isinstance(self.of, EventCard):
            return head(admin.texts, self.of, "auto-head")
        return admin.say("auto-head-service", service=admin.texts.name(self.of.names))

    async def foresee(self, admin: Admin, change: Change, offers: OpenOffers) -> Effect:
        """What a change would come to. Raises what the change itself would."""
        work, tap = admin.rooms.work, admin.tap
        if isinstance(self.of, EventCard):
            return await configuring.foresee_event(work, tap, self.id, change, offers)
        return await configuring.foresee_service(work, tap, self.id, self.of.event_ids, change, offers)

    async def configure(self, admin: Admin, change: Change, offers: OpenOffers) -> Facts:
        """The change; all that came of it."""
        work, tap = admin.rooms.work, with_reason(admin, BY_HAND)
        if isinstance(self.of, EventCard):
            return await configuring.configure_event(work, tap, self.id, change, offers)
        steps = await configuring.configure_service(work, tap, self.id, self.of.event_ids, change, offers)
        return [fact for _, facts in steps for fact in facts]


async def find(admin: Admin, row_id: int, kind: int) -> Scope:
    """Raises EventUnknown, ServiceUnknown, ButtonStale."""
    views = admin.rooms.views
    if kind == EVENT:
        return Scope(row_id, kind, await found.event(views, row_id))
    if kind != SERVICE:
        raise ButtonStale
    service = await views.service_rules(row_id)
    if service is None:
        raise ServiceUnknown
    return Scope(row_id, kind, service)

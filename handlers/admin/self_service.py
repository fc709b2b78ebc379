"""Whether participants take places of a service themselves, or ask for them. The switch is on the automation card of
the service."""

from engine.refusals import ButtonStale
from engine.services import configuring
from engine.views import ServiceRules
from handlers.admin.automation import card
from handlers.admin.layout import back
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.scopes import Scope, find
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.keyboards import paragraphs

OFF, ON = 0, 1
ASKS = {OFF: "auto-ask-self-off", ON: "auto-ask-self-on"}
DONE = {OFF: "admin-done-self-off", ON: "admin-done-self-on"}


async def ask(admin: Admin, row_id: int, kind: int) -> Answer:
    """What the other way would mean; nothing is saved yet."""
    scope, service = await _service(admin, row_id, kind)
    there = OFF if scope.settings.self_service else ON
    text = paragraphs(
        scope.title(admin),
        admin.say(ASKS[there]),
        admin.say("auto-self-dates", count=service.upcoming),
        admin.say("auto-self-requests", count=service.requests) if service.requests else None,
    )
    save = Button(
        admin.plain("admin-button-auto-save"), pack("a-auto-self-do", *scope.ids, there), style="success"
    )
    return Answer(card=Card(text, [[save], back(admin, "a-auto-show", *scope.ids)]))


async def do(admin: Admin, row_id: int, kind: int, there: int) -> Answer:
    """Turn it."""
    scope, service = await _service(admin, row_id, kind)
    if there not in DONE:
        raise ButtonStale
    tap = with_reason(admin, BY_HAND)
    await configuring.switch_self_service(admin.rooms.work, tap, scope.id, service.event_ids, on=there == ON)
    return Answer(admin.plain(DONE[there]), card=await card(admin, await find(admin, row_id, kind)))


async def _service(admin: Admin, row_id: int, kind: int) -> tuple[Scope, ServiceRules]:
    """It is a service's, never an event's. Raises ButtonStale."""
    scope = await find(admin, row_id, kind)
    if not isinstance(scope.of, ServiceRules):
        raise ButtonStale
    return scope, scope.of

"""What events of one service, and of one account, have in common."""

from collections.abc import Mapping
from dataclasses import replace

from engine.settings import choices_of, under
from engine.state import State


def shared(states: Mapping[int, State], changed: State) -> dict[int, State]:
    """`changed` among the others: what a service's events have in common, its reserve list and its choices, is one and
    the same for all of them, and the account's switches are for all of its."""
    before = states[changed.event.id]
    become = {**states, changed.event.id: changed}
    if changed.settings is not before.settings:
        become = {event_id: _with_choices_of(changed, other) for event_id, other in become.items()}
    if changed.reserve is before.reserve:
        return become
    for event_id, other in become.items():
        if other.event.service_id == changed.event.service_id:
            become[event_id] = replace(other, reserve=changed.reserve)
    return become


def shares(before: State, changed: State) -> bool:
    """Whether other events may be concerned (see `shared`)."""
    return changed.reserve is not before.reserve or changed.settings is not before.settings


def _with_choices_of(changed: State, other: State) -> State:
    if other is changed or other.event.account_id != changed.event.account_id:
        return other
    new, settings = changed.settings, other.settings
    switches = (new.auto_backfill, new.booking_status)
    if switches != (settings.auto_backfill, settings.booking_status):
        settings = replace(settings, auto_backfill=new.auto_backfill, booking_status=new.booking_status)
    if other.event.service_id != changed.event.service_id:
        return other if settings is other.settings else replace(other, settings=settings)
    if new.self_service != settings.self_service:
        settings = replace(settings, self_service=new.self_service)
    service, choices = choices_of(new).service, choices_of(settings)
    if service != choices.service:
        settings = under(settings, replace(choices, service=service))
    return other if settings is other.settings else replace(other, settings=settings)

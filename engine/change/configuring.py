"""What a change of rules does to a state."""

from dataclasses import replace

from engine import facts as f
from engine.settings import Choice, choices_of, items, under
from engine.state import State

ConfiguredFact = f.EventConfigured | f.ServiceConfigured | f.AccountConfigured | f.SelfServiceSwitched


def after(state: State, fact: ConfiguredFact) -> State:
    """The state once this has happened."""
    settings = state.settings
    if isinstance(fact, f.SelfServiceSwitched):
        return replace(state, settings=replace(settings, self_service=fact.on))
    if isinstance(fact, f.AccountConfigured):
        switched = replace(settings, auto_backfill=fact.auto_backfill, booking_status=fact.booking_status)
        return replace(state, settings=switched)
    chosen = Choice(fact.mode, items(fact.offer), fact.preset)
    if isinstance(fact, f.ServiceConfigured):
        return replace(state, settings=under(settings, replace(choices_of(settings), service=chosen)))
    event = replace(state.event, version=state.event.version + 1)
    return replace(state, event=event, settings=under(settings, replace(choices_of(settings), event=chosen)))

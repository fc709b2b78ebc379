"""How lines are handled, set by an operator: for one event, for a service, or by the account's switches.

What is set holds at once: the new rules fill what they can in the same decision, and what they forbid is not done any
more. Open offers are promises: the operator says whether they stay until they end, or are taken back. Whoever had one
keeps the place in line either way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from engine.change import after, after_steps
from engine.facts import (
    AccountConfigured,
    EventConfigured,
    Fact,
    OfferWithdrawn,
    SelfServiceSwitched,
    ServiceConfigured,
)
from engine.ports import Act, Facts, States, Steps
from engine.refusals import ModeNotInTier, RulesUnchanged, ServiceWithoutEvents
from engine.rules.automation import allowed
from engine.rules.booking import check_open
from engine.rules.filling import and_fill
from engine.rules.waitlist import returned
from engine.settings import Choice, Mode, Rules, Settings, Value, choices_of, items
from engine.state import State

OpenOffers = Literal["keep", "withdraw"]
BookedAs = Literal["confirmed", "pending"]


@dataclass(frozen=True, slots=True)
class Change:
    """What an operator wants of an event or a service; what is not named stays as it is. `cleared` first drops all
    that was chosen here, so that an event follows its service again. `preset`: where all of it comes from."""

    mode: Mode | None = None
    rules: Mapping[str, Value] = field(default_factory=dict)
    preset: int | None = None
    cleared: bool = False

    def of(self, choice: Choice) -> Choice:
        """The choice once it has happened."""
        kept = Choice() if self.cleared else choice
        mode, rules = self.mode or kept.mode, items({**dict(kept.rules), **self.rules})
        same = (mode, rules) == (choice.mode, choice.rules)
        return choice if same and self.preset is None else Choice(mode, rules, self.preset)


def configure_event(state: State, act: Act, change: Change, offers: OpenOffers) -> Facts:
    """Choose for this event alone. Raises RulesUnchanged, ModeNotInTier, and what `check_open` does."""
    check_open(state, act)
    was = choices_of(state.settings).event
    chosen = change.of(was)
    if chosen == was:
        raise RulesUnchanged
    fact = EventConfigured(state.event.id, chosen.mode, _rules(chosen), chosen.preset)
    become = after(state, [fact], act.now)
    _check_tier(state.settings, become.settings)
    return [fact, *_under_new_rules(state, become, act, offers)]


def configure_service(states: States, act: Act, service_id: int, change: Change, offers: OpenOffers) -> Steps:
    """Choose for all events of a service that have no choice of their own; `states` are those that can still be
    booked, and where there are none, any other. Raises RulesUnchanged, ModeNotInTier, ServiceWithoutEvents."""
    mine = [event_id for event_id, state in states.items() if state.event.service_id == service_id]
    if not mine:
        raise ServiceWithoutEvents
    first = states[min(mine)]
    choices = choices_of(first.settings)
    chosen = change.of(choices.service)
    if chosen == choices.service or chosen.mode is None:  # it has nobody to follow
        raise RulesUnchanged
    fact = ServiceConfigured(service_id, chosen.mode, _rules(chosen), chosen.preset)
    if chosen.mode != choices.service.mode and chosen.mode is not None:
        _check_mode(first.settings, chosen.mode)
    return _everywhere(states, act, first.event.id, fact, offers)


def configure_account(
    states: States,
    act: Act,
    account_id: int,
    auto_backfill: bool | None = None,
    booking_status: BookedAs | None = None,
) -> Steps:
    """Turn a switch of the account; open offers stay. `states` as for a service, of all services. Raises
    RulesUnchanged, ServiceWithoutEvents."""
    if not states:
        raise ServiceWithoutEvents
    first = states[min(states)]
    was = AccountConfigured(account_id, first.settings.auto_backfill, first.settings.booking_status)
    fact = replace(
        was,
        auto_backfill=was.auto_backfill if auto_backfill is None else auto_backfill,
        booking_status=booking_status or was.booking_status,
    )
    if fact == was:
        raise RulesUnchanged
    return _everywhere(states, act, first.event.id, fact, "keep")


def switch_self_service(states: States, service_id: int, *, on: bool) -> Steps:
    """Whether participants take places of the service themselves; otherwise they ask, and an admin decides. Lines and
    offers go on either way, and open requests stay to be decided. `states` as for a service. Raises RulesUnchanged,
    ServiceWithoutEvents."""
    mine = [event_id for event_id, state in states.items() if state.event.service_id == service_id]
    if not mine:
        raise ServiceWithoutEvents
    first = states[min(mine)]
    if first.settings.self_service == on:
        raise RulesUnchanged
    return [(first.event.id, [SelfServiceSwitched(service_id, on)])]


def _everywhere(states: States, act: Act, first: int, fact: Fact, offers: OpenOffers) -> Steps:
    """The fact, said once, and what it means at each event, one after another."""
    steps: Steps = [(first, [fact])]
    become = after_steps(states, steps, act.now)
    for event_id in sorted(states):
        if not _concerned(states[event_id], become[event_id], act):
            continue
        if follow := _under_new_rules(states[event_id], become[event_id], act, offers):
            steps.append((event_id, follow))
            become = after_steps(become, steps[-1:], act.now)
    return steps


def _concerned(was: State, become: State, act: Act) -> bool:
    """Not an event that is over, or that has its own choice."""
    open_now = become.event.status == "open" and become.event.starts_at > act.now
    return open_now and was.settings != become.settings


def _under_new_rules(was: State, become: State, act: Act, offers: OpenOffers) -> list[Fact]:
    """What follows at one event that can still be booked."""
    others = was.settings != become.settings
    return and_fill(become, act, _taken_back(become) if others and offers == "withdraw" else [])


def _taken_back(state: State) -> list[Fact]:
    facts: list[Fact] = []
    for offer in state.pending():
        back = returned(state, state.asked(offer), passed=False)
        facts += [OfferWithdrawn(id=offer.id, cause="rules"), back]
    return facts


def _rules(chosen: Choice) -> Rules | None:
    return dict(chosen.rules) or None


def _check_tier(was: Settings, become: Settings) -> None:
    if become.mode is not was.mode:
        _check_mode(was, become.mode)


def _check_mode(settings: Settings, mode: Mode) -> None:
    """An account that has a mode it may not use keeps it until it chooses another."""
    if not allowed(replace(settings, mode=mode)):
        raise ModeNotInTier

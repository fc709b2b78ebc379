"""Whatever an operator chooses, whenever: it holds at once, fills what it can, and leaves nothing that it forbids."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import facts as f
from engine.change import after_steps, shared
from engine.notices import notices
from engine.ports import Act, Ask, Facts, Look, Rule, States, Steps, WideRule
from engine.refusals import (
    EventCancelled,
    EventNotOpen,
    EventStarted,
    ModeNotInTier,
    Refusal,
    RulesUnchanged,
    ServiceWithoutEvents,
)
from engine.rules.automation import TIERS
from engine.rules.configuring import (
    Change,
    OpenOffers,
    configure_account,
    configure_event,
    configure_service,
)
from engine.rules.foresight import effect_of
from engine.rules.seats import sweep
from engine.services import configuring as services
from engine.services.who import AdminTap
from engine.settings import (
    Choice,
    Choices,
    Mode,
    Settings,
    Tier,
    choices_of,
    items,
    resolve_rules,
    under,
    written,
)
from engine.state import State
from tests.rules import laws
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    NOW,
    SERVICE,
    act,
    booking,
    changed,
    entry,
    event,
    kinds,
    only,
    reserve,
    state,
)
from tests.rules.builders import settings as some
from tests.rules.memory import request
from tests.rules.playing import play
from tests.rules.worlds import offer_rules, world

T = TypeVar("T")
seeds = st.integers(0, 2**64)
many = settings(max_examples=20 * settings().max_examples)
OFFERS: list[OpenOffers] = ["keep", "withdraw"]


def any_change(any_: Random) -> Change:
    """Another mode, some other rules, a preset, or nothing of its own any more."""
    rules = list(written(offer_rules(any_)).items())
    chosen = dict(any_.sample(rules, any_.choice([0, 1, 1, 3, len(rules)])))
    return Change(
        mode=any_.choice([None, None, *Mode]),
        rules=chosen,
        preset=any_.choice([None, None, 5]),
        cleared=any_.random() < 0.2,
    )


def chosen_before(any_: Random, now: State) -> State:
    """The same state, whose settings somebody has put together from choices."""
    own = Choice(any_.choice([None, now.settings.mode]), items({"parallel": now.settings.offer.parallel}))
    service = Choice(now.settings.mode, items(written(now.settings.offer)))
    return replace(now, settings=under(now.settings, Choices(any_.choice([Choice(), own]), service)))


def others_stay(before: State, now: State) -> None:
    """Rows that are over stay, and nobody has lost a place in line."""
    for row_id, old in before.line.entries.items():
        assert now.line.entries[row_id].seq == old.seq or old.status != "waiting"


@many
@given(seeds)
def test_an_event_under_any_other_rules(seed: int) -> None:
    """Every law after the decision, on windows as on the whole, and nothing left for the sweep."""
    any_ = Random(seed)
    before = chosen_before(any_, world(any_))
    change, offers = any_change(any_), any_.choice(OFFERS)
    tap = AdminTap(900, "Ada", reason="because")
    asked = request(lambda work: services.configure_event(work, tap, EVENT, change, offers))
    now = play(before, [asked], NOW, 1000)
    if now.settings is before.settings:
        return
    others_stay(before, now)
    assert choices_of(now.settings).event == change.of(choices_of(before.settings).event)
    assert now.settings == under(now.settings, choices_of(now.settings))
    if offers == "withdraw" and now.settings != before.settings:
        assert not {o.id for o in now.pending()} & {o.id for o in before.pending()}


@many
@given(seeds)
def test_a_service_under_any_other_rules(seed: int) -> None:
    any_ = Random(seed)
    states = {EVENT: chosen_before(any_, world(any_))}
    change, offers = any_change(any_), any_.choice(OFFERS)

    def rule(given: States, by: Act) -> Steps:
        return configure_service(given, by, SERVICE, change, offers)

    try:
        effect = effect_of(rule)(states, act(by=ADMIN))
    except Refusal as refusal:
        assert isinstance(refusal, RulesUnchanged | ModeNotInTier)
        return
    now = effect.after[EVENT]
    laws.check_state(now)
    assert isinstance(effect.facts[0], f.ServiceConfigured)
    assert effect.before is states and effect.steps == rule(states, act(by=ADMIN))
    if now.event.status == "open" and now.event.starts_at > NOW and now.settings != states[EVENT].settings:
        laws.check_filled(now, NOW)
    else:
        assert len(effect.facts) == 1


@given(seeds)
def test_the_switch_off_stops_everything_and_on_again_catches_up(seed: int) -> None:
    before = world(Random(seed))
    for switched in (not before.settings.auto_backfill, before.settings.auto_backfill):
        steps = configure_account({EVENT: before}, act(by=ADMIN), 1, switched)
        before = after_steps({EVENT: before}, steps, NOW)[EVENT]
        made = [fact for _, facts in steps for fact in facts if isinstance(fact, f.OfferMade)]
        assert switched or not made
        laws.check_state(before)
        if before.event.status == "open" and before.event.starts_at > NOW:
            assert sweep(before, act(first_id=9000)) == []


# ---------------------------------------------------------------------------------------------------- by hand


def asking() -> State:
    """Two free seats, three people in line, both seats offered."""
    under_ = some(Mode.OFFER, parallel=0)
    now = state(event(3), under_, bookings=[booking(50, 50, 3)], entries=[entry(n) for n in (10, 11, 12)])
    return changed(now, sweep(now, act()))


def configured(now: State, change: Change, offers: OpenOffers = "keep") -> tuple[State, Facts]:
    facts = configure_event(now, act(by=ADMIN, first_id=5000), change, offers)
    return changed(now, facts), facts


def test_to_offers_fills_at_once_and_to_manual_stops() -> None:
    waits = state(event(1), some(Mode.MANUAL), entries=[entry(10)])
    asked, facts = configured(waits, Change(Mode.OFFER))
    assert kinds(facts) == ["EventConfigured", "OfferMade", "EntryOffered"]
    manual, facts = configured(asked, Change(Mode.MANUAL))
    assert kinds(facts) == ["EventConfigured"] and len(manual.pending()) == 1, "a promise is kept"


def test_withdrawn_people_keep_their_places_and_are_told_once() -> None:
    before = asking()
    assert len(before.pending()) == 2
    now, facts = configured(before, Change(Mode.MANUAL), "withdraw")
    assert now.pending() == [] and now.line.window == (10, 11, 12)
    gone = [fact for fact in facts if isinstance(fact, f.OfferWithdrawn)]
    heard = [n.kind for fact in gone for n in notices(fact, now, act(by=ADMIN), None)]
    assert heard == ["offer-over", "offer-withdrawn"] * 2
    assert only(facts, f.FillHalted).free == 2


@pytest.mark.parametrize("change", [Change(Mode.LEGACY), Change(rules={"validity": 60})])
def test_whoever_is_served_anew_hears_of_that_alone(change: Change) -> None:
    now, facts = configured(asking(), change, "withdraw")
    gone = [fact for fact in facts if isinstance(fact, f.OfferWithdrawn)]
    assert [n.kind for fact in gone for n in notices(fact, now, act(by=ADMIN), None)] == ["offer-over"] * 2


def test_the_same_again_changes_nothing() -> None:
    now, _ = configured(asking(), Change(Mode.LEGACY, {"order": "line"}, preset=5))
    for change in (Change(Mode.LEGACY), Change(rules={"order": "line"}), Change()):
        with pytest.raises(RulesUnchanged):
            configured(now, change)
    other, _ = configured(now, Change(rules={"max_skips": 1}))
    assert choices_of(other.settings).event.preset is None, "it is not the preset's any more"
    free, facts = configured(other, Change(cleared=True))
    assert only(facts, f.EventConfigured) == f.EventConfigured(EVENT, None, None, None)
    assert free.settings == asking().settings and choices_of(free.settings).event.empty


def test_a_service_follows_nobody() -> None:
    """Only an event may drop what was chosen for it."""
    with pytest.raises(RulesUnchanged):
        configure_service({EVENT: asking()}, act(by=ADMIN), SERVICE, Change(cleared=True), "keep")


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("tier", list(Tier))
def test_a_mode_above_the_plan_is_refused_and_one_it_has_by_chance_may_stay(tier: Tier, mode: Mode) -> None:
    start = Mode.LEGACY if mode is not Mode.LEGACY else Mode.MANUAL
    now = state(event(1), some(start, tier=tier))
    calls: list[Callable[[], object]] = [
        lambda: configure_event(now, act(), Change(mode), "keep"),
        lambda: configure_service({EVENT: now}, act(), SERVICE, Change(mode), "keep"),
    ]
    for call in calls:
        if mode in TIERS[tier]:
            assert call()
        else:
            with pytest.raises(ModeNotInTier):
                call()
    above = state(event(1), some(Mode.SPLITTER, tier=Tier.BASIC))
    assert configure_event(above, act(), Change(rules={"validity": 60}), "keep")
    assert configure_service({EVENT: above}, act(), SERVICE, Change(rules={"validity": 60}), "keep")


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (event(status="cancelled"), EventCancelled),
        (event(status="closed"), EventNotOpen),
        (event(starts_in=timedelta(0)), EventStarted),
    ],
)
def test_an_event_that_is_over_has_no_rules_to_set(of, why) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(why):
        configure_event(state(of), act(), Change(Mode.MANUAL), "keep")


# ------------------------------------------------------------------------------------------------ several events


def sibling(event_id: int, under_: Settings, *rows: int, service: int = SERVICE, **values: Any) -> State:
    """An event of one seat with these people in line; its rows have numbers of their own."""
    entries = [entry(100 * event_id + n, n, event_id=event_id, seq=n) for n in rows]
    of = replace(event(1), id=event_id, service_id=service, **values)
    return state(of, under_, entries=entries)


def test_a_service_changes_all_its_events_but_those_with_their_own_choice() -> None:
    manual = some(Mode.MANUAL)
    own = under(manual, replace(choices_of(manual), event=Choice(Mode.MANUAL)))
    states = {
        1: sibling(1, manual, 7),
        2: sibling(2, own, 8),
        3: sibling(3, manual, 9),
        4: sibling(4, manual, 6, starts_at=NOW - HOUR),
        5: sibling(5, manual, 5, status="closed"),
    }
    steps = configure_service(states, act(by=ADMIN), SERVICE, Change(Mode.LEGACY), "keep")
    now = after_steps(states, steps, NOW)
    assert [event_id for event_id, _ in steps] == [1, 1, 3]
    assert [now[i].settings.mode for i in now] == [Mode.LEGACY, Mode.MANUAL, *[Mode.LEGACY] * 3]
    assert {i for i in now if now[i].bookings} == {1, 3}


def test_a_reserve_list_is_served_once_for_all_events_of_the_service() -> None:
    manual = some(Mode.MANUAL)
    waits = reserve(30, 7)
    states = {n: replace(sibling(n, manual), reserve=state(entries=[waits]).reserve) for n in (1, 2)}
    steps = configure_service(states, act(by=ADMIN), SERVICE, Change(Mode.OFFER), "keep")
    made = [fact for _, facts in steps for fact in facts if isinstance(fact, f.OfferMade)]
    assert [fact.person_id for fact in made] == [7]


def test_other_services_go_by_their_own_rules() -> None:
    states = {1: sibling(1, some(Mode.MANUAL), 7), 2: sibling(2, some(Mode.MANUAL), 8, service=2)}
    fact = f.ServiceConfigured(SERVICE, Mode.LEGACY, {"parallel": 3})
    now = after_steps(states, [(1, [fact])], NOW)
    assert now[1].settings.mode is Mode.LEGACY and now[1].settings.offer.parallel == 3
    assert now[2] is states[2]
    with pytest.raises(ServiceWithoutEvents):
        configure_service(states, act(), 9, Change(Mode.LEGACY), "keep")


def test_the_switches_are_the_accounts() -> None:
    off = some(Mode.LEGACY, auto_backfill=False)
    states = {1: sibling(1, off, 7), 2: sibling(2, off, 8, service=2), 3: sibling(3, off, 9, account_id=2)}
    steps = configure_account({i: states[i] for i in (1, 2)}, act(by=ADMIN), 1, True, "pending")
    now = after_steps(states, steps, NOW)
    assert [s.settings.auto_backfill for s in now.values()] == [True, True, False]
    assert [b.status for i in (1, 2) for b in now[i].bookings.values()] == ["pending"] * 2
    with pytest.raises(RulesUnchanged):
        configure_account({1: now[1]}, act(), 1, True)
    with pytest.raises(ServiceWithoutEvents):
        configure_account({}, act(), 1, True)


def test_what_is_shared_is_shared_only_when_it_is_another() -> None:
    states = {n: sibling(n, some(Mode.MANUAL), 7) for n in (1, 2)}
    frozen = changed(states[1], [f.EventFrozen(1)])
    assert shared(states, frozen) == {1: frozen, 2: states[2]}
    states[3] = sibling(3, some(Mode.MANUAL), service=2)
    joined = replace(states[1], reserve=state(entries=[reserve(30, 7)]).reserve)
    assert [now.reserve is joined.reserve for now in shared(states, joined).values()] == [True, True, False]
    same = replace(states[1], settings=replace(states[1].settings))
    assert shared(states, same)[2] is states[2]


def test_nobody_hears_of_settings() -> None:
    now = asking()
    for fact in (
        f.EventConfigured(EVENT, None, None),
        f.ServiceConfigured(SERVICE, None, None),
        f.AccountConfigured(1, True, "confirmed"),
    ):
        assert notices(fact, now, act(by=ADMIN), None) == []


def test_rules_of_a_later_version_are_ignored() -> None:
    assert resolve_rules(items({"of_a_later_version": 1})) == resolve_rules(())
    assert under(Settings(mode=Mode.LEGACY), Choices(Choice(), Choice())).mode is Mode.LEGACY


class Looking:
    """A work on states at hand."""

    def __init__(self, *states: State) -> None:
        self.states = {state.event.id: state for state in states}

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        steps = rule({i: self.states[i] for i in ask.event_ids}, act(by=ask.by))
        self.states = after_steps(self.states, steps, NOW)
        return steps

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        ((_, facts),) = await self.decide_wide(
            ask, lambda states, by: [(ask.event_id, rule(states[ask.event_id], by))]
        )
        return facts

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        return look({i: self.states[i] for i in ask.event_ids}, act(by=ask.by))


async def test_what_is_foreseen_is_what_happens() -> None:
    work, tap = (
        Looking(sibling(1, some(Mode.MANUAL), 7), sibling(2, some(Mode.MANUAL), 8)),
        AdminTap(900, "Ada"),
    )
    seen = await services.foresee_event(work, tap, 2, Change(Mode.LEGACY), "keep")
    assert not work.states[2].bookings
    assert seen.facts == await services.configure_event(work, tap, 2, Change(Mode.LEGACY), "keep")
    for_service = (work, tap, SERVICE, (2, 1), Change(Mode.OFFER), "withdraw")
    before = await services.foresee_service(*for_service)  # type: ignore[arg-type]
    assert before.steps == await services.configure_service(*for_service)  # type: ignore[arg-type]
    off = (work, tap, 1, (1, 2), services.Switches(auto_backfill=False))
    assert (await services.foresee_account(*off)).steps == await services.configure_account(*off)
    assert {state.settings.auto_backfill for state in work.states.values()} == {False}
    with pytest.raises(ServiceWithoutEvents):
        await services.configure_service(work, tap, SERVICE, (), Change(), "keep")

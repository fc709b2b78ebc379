"""The automation card: the mode by its public name, rules in words, and what a change comes to before it is saved."""

import html
from dataclasses import replace

import pytest

from engine.facts import EventConfigured, OfferWithdrawn, ServiceConfigured
from engine.settings import Mode, OfferRules, Settings, Tier, choices_of
from engine.state import State
from handlers.admin import answered
from handlers.admin.automation import FOLLOW, MODE, PRESET
from handlers.admin.knobs import KNOBS, ORDER
from handlers.admin.modes import MODES
from handlers.admin.table import COMMANDS
from handlers.door import Answer, Texts
from tests.admin.conftest import Desk, button, buttons, fit, judged, verbs
from tests.admin.rooms import EVENT, House, house

SERVICE = 1
MANUAL, LEGACY, OFFER, SPLITTER = range(4)


def text(answer: Answer) -> str:
    assert answer.card is not None
    return str(answer.card.text)


def with_settings(place: House, **values: object) -> House:
    place.state = replace(place.state, settings=replace(place.state.settings, **values))  # type: ignore[arg-type]
    return place


async def tapped(desk: Desk, answer: Answer, verb: str, nth: int = 0) -> Answer:
    """Tap a button of the answer's card, as a finger would."""
    chosen = [found for found in buttons(answer.card) if found.data.split(":")[1] == verb][nth]
    return await desk.tap(verb, *map(int, chosen.data.split(":")[2:]))


async def test_the_manage_card_leads_to_automation_and_back(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    card = await tapped(desk, await desk.tap("a-event", EVENT), "a-auto")
    assert texts.plain("admin-mode-legacy") in text(card) and texts.say("auto-follows") in text(card)
    assert "a-bookings" in verbs((await tapped(desk, card, "a-event")).card)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("kind", [0, 1])
async def test_every_mode_has_its_rules_in_words(texts: Texts, mode: Mode, kind: int) -> None:
    desk = Desk(house(mode), texts)
    card = await desk.tap("a-auto-show", (EVENT, SERVICE)[kind], kind)
    assert texts.plain(f"admin-mode-{mode}") in text(card)
    assert not {"legacy", "splitter", "manual", "offer_rules"} & set(text(card).split())
    rules = [found for found in buttons(card.card) if found.data.split(":")[1] == "a-auto-rule"]
    assert len(rules) == {Mode.MANUAL: 0, Mode.LEGACY: 2, Mode.OFFER: 8, Mode.SPLITTER: 2}[mode]
    assert (texts.say("auto-rule-missed") in text(card)) == (mode is Mode.OFFER)


async def test_switching_to_offers_says_who_is_asked_then_asks(texts: Texts) -> None:
    desk = Desk(house(Mode.MANUAL, free=2), texts)
    modes = await tapped(desk, await desk.tap("a-auto", EVENT), "a-auto-modes")
    question = await tapped(desk, modes, "a-auto-ask", OFFER)
    assert desk.house.asks == [] and desk.house.history == []
    assert "Anna &lt;b&gt;" in text(question) and texts.say("auto-effect-starts") in text(question)
    answer = await tapped(desk, question, "a-auto-do")
    assert answer.toast.startswith(texts.plain("admin-done-auto")) and "Anna <b>" in answer.toast
    assert len(desk.house.state.pending()) == 1 and desk.house.state.settings.mode is Mode.OFFER
    assert texts.say("auto-own") in text(answer)
    fact, by, _ = desk.house.history[0]
    assert isinstance(fact, EventConfigured) and (by.kind, by.id) == ("admin", 77)
    assert desk.house.asks[0].reason == texts.plain("admin-reason-hand")


async def test_switching_off_says_that_nothing_runs_any_more(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    question = await desk.tap("a-auto-ask", EVENT, 0, MODE, MANUAL)
    assert texts.say("auto-effect-stops") in text(question)
    await tapped(desk, question, "a-auto-do")
    assert desk.house.state.settings.mode is Mode.MANUAL


async def asking(texts: Texts) -> Desk:
    """An event with two open offers."""
    desk = Desk(with_settings(house(Mode.MANUAL, free=2), offer=OfferRules(parallel=0)), texts)
    await desk.tap("a-auto-do", EVENT, 0, MODE, OFFER, 0)
    assert len(desk.house.state.pending()) == 2
    return desk


@pytest.mark.parametrize("withdraw", [False, True])
async def test_open_offers_are_kept_or_withdrawn(texts: Texts, withdraw: bool) -> None:
    desk = await asking(texts)
    question = await desk.tap("a-auto-ask", EVENT, 0, MODE, MANUAL)
    assert texts.say("auto-open-offers", count=2) in text(question)
    assert texts.plain("label-effect-waits", count=2) in text(question)
    await tapped(desk, question, "a-auto-do", nth=int(withdraw))
    gone = [fact for fact, _, _ in desk.house.history if isinstance(fact, OfferWithdrawn)]
    assert len(desk.house.state.pending()) == (0 if withdraw else 2)
    assert [fact.cause for fact in gone] == ["rules"] * (2 if withdraw else 0)
    assert desk.house.state.line.waiting == (3 if withdraw else 1), "the places in line stay"


@pytest.mark.parametrize("number", KNOBS)
async def test_every_rule_can_be_chosen(texts: Texts, number: int) -> None:
    knob = KNOBS[number]
    for choice in range(len(knob.choices)):
        desk = Desk(house(Mode.OFFER), texts)
        choices = await desk.tap("a-auto-rule", EVENT, 0, number)
        assert sum("✓" in found.label for found in buttons(choices.card)) <= 1
        question = await tapped(desk, choices, "a-auto-ask", choice)
        before = desk.house.state.settings
        if question.card is None or "a-auto-do" not in verbs(question.card):
            continue
        answer = await tapped(desk, question, "a-auto-do")
        after = desk.house.state.settings
        assert knob.sentence(texts, after.offer) in text(answer)
        assert before.mode is after.mode
        again = await tapped(desk, question, "a-auto-do")
        assert again.toast.startswith(texts.plain("refusal-rules-unchanged"))


async def test_the_seed_is_made_by_the_bot_and_drawn_once(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    question = await desk.tap("a-auto-ask", EVENT, 0, ORDER, 1)
    seed = button(question.card, "a-auto-do").data.split(":")[5]
    assert len(seed) == 9 and seed in text(question)
    await tapped(desk, question, "a-auto-do")
    assert desk.house.state.settings.offer.seed == seed
    again = await desk.tap("a-auto-ask", EVENT, 0, ORDER, 1)
    assert texts.plain("refusal-rules-unchanged") in again.toast, "nobody draws until it suits"


async def test_an_event_follows_its_service_again(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    assert "a-auto-ask" not in verbs((await desk.tap("a-auto", EVENT)).card)
    await desk.tap("a-auto-do", EVENT, 0, MODE, MANUAL, 0)
    question = await tapped(desk, await desk.tap("a-auto", EVENT), "a-auto-ask")
    assert texts.plain("admin-mode-legacy") in text(question)
    await tapped(desk, question, "a-auto-do")
    assert choices_of(desk.house.state.settings).event.empty
    assert desk.house.state.settings.mode is Mode.LEGACY
    assert (await desk.tap("a-auto-do", EVENT, 0, FOLLOW, 0, 0)).toast


async def test_a_service_is_set_like_an_event(texts: Texts) -> None:
    desk = Desk(house(Mode.MANUAL, free=1), texts)
    card = await tapped(desk, await desk.tap("a-auto", EVENT), "a-service")
    assert texts.say("auto-concerns", count=1, first=0) in text(card)
    question = await desk.tap("a-auto-ask", SERVICE, 1, MODE, LEGACY)
    assert "Anna &lt;b&gt;" in text(question)
    answer = await tapped(desk, question, "a-auto-do")
    assert "Anna <b>" in answer.toast
    assert isinstance(desk.house.history[0][0], ServiceConfigured)
    again = await desk.tap("a-auto-do", SERVICE, 1, MODE, LEGACY, 0)
    mine = texts.plain("admin-faster-you", at="10:00")
    assert again.toast == f"{texts.plain('refusal-rules-unchanged')} {mine}" and not again.alert
    other = await desk.of(78, "Emil").tap("a-auto-do", SERVICE, 1, MODE, LEGACY, 0)
    assert other.alert and "Ádám <x>" in other.toast
    assert (await desk.tap("a-service", SERVICE + 1)).toast == texts.plain("refusal-service-unknown")


@pytest.mark.parametrize("tier", list(Tier))
async def test_what_the_plan_does_not_have_is_locked(texts: Texts, tier: Tier) -> None:
    have = {
        Tier.STARTER: {MANUAL, LEGACY},
        Tier.BASIC: {LEGACY, OFFER},
        Tier.PRO: {MANUAL, LEGACY, OFFER},
        Tier.ENTERPRISE: {MANUAL, LEGACY, OFFER, SPLITTER},
    }[tier]
    desk = Desk(with_settings(house(Mode.LEGACY), tier=tier), texts)
    card = await desk.tap("a-auto-modes", EVENT, 0)
    locks = {int(b.data.split(":")[-1]) for b in buttons(card.card) if "🔒" in b.label}
    assert locks == set(range(len(MODES))) - have
    for number in locks:
        why = await desk.tap("a-auto-locked", EVENT, 0, number)
        assert "Enterprise" in text(why) and "a-auto-modes" in verbs(why.card)
        assert (await desk.tap("a-auto-do", EVENT, 0, MODE, number, 0)).toast.startswith(
            texts.plain("refusal-mode-not-in-tier")
        )
    assert desk.house.history == []


async def test_pro_sees_the_usual_rules_first(texts: Texts) -> None:
    desk = Desk(with_settings(house(Mode.OFFER), tier=Tier.PRO), texts)
    few = await desk.tap("a-auto", EVENT)
    all_ = await tapped(desk, few, "a-auto-more")
    assert 0 < len([b for b in buttons(few.card) if ":a-auto-rule:" in b.data]) < 8
    assert len([b for b in buttons(all_.card) if ":a-auto-rule:" in b.data]) == 8


async def test_presets_are_saved_used_and_kept_while_in_use(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    shelf = await tapped(desk, await desk.tap("a-auto", EVENT), "a-presets")
    name = "Sommer <3"
    shelf = await _saved(desk, name)
    assert html.escape(name) in text(shelf) and any(name in b.label for b in buttons(shelf.card))
    await desk.tap("a-auto-do", EVENT, 0, MODE, MANUAL, 0)
    card = await tapped(desk, shelf, "a-preset")
    question = await tapped(desk, card, "a-auto-ask")
    applied = await tapped(desk, question, "a-auto-do")
    assert html.escape(name) in text(applied) and desk.house.state.settings.mode is Mode.LEGACY
    drop = await tapped(desk, await tapped(desk, shelf, "a-preset"), "a-preset-drop-ask")
    refused = await tapped(desk, drop, "a-preset-drop")
    assert texts.plain("refusal-preset-in-use", count=1) in refused.toast
    await desk.tap("a-auto-do", EVENT, 0, FOLLOW, 0, 0)
    assert name in (await tapped(desk, drop, "a-preset-drop")).toast
    assert desk.house.saved == []
    gone = await tapped(desk, drop, "a-preset-drop")
    assert gone.toast.startswith(texts.plain("refusal-preset-unknown"))
    assert (await desk.tap("a-auto-ask", EVENT, 0, PRESET, 5)).toast.startswith(
        texts.plain("refusal-preset-unknown")
    )


async def test_a_preset_has_versions(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    await _saved(desk, "Own")
    shelf = await _saved(desk, " Own\u200b ")
    assert len(desk.house.saved) == 1, "these rules are kept already"
    with_settings(desk.house, mode=Mode.MANUAL)
    await tapped(desk, await tapped(desk, shelf, "a-preset"), "a-preset-renew")
    with_settings(desk.house, mode=Mode.OFFER)
    await _saved(desk, "Other")
    known = [("Own", 1), ("Own", 2), ("Other", 1)]
    assert [(p.name, p.version) for p in desk.house.saved] == known


async def _saved(desk: Desk, name: str) -> Answer:
    """The rules of the event are kept under a name that is typed."""
    asked = (await desk.tap("a-preset-save", EVENT, 0)).further
    assert asked is not None and asked.question is not None and asked.ask
    card = await answered.typed(desk.admin, name, 4711, 4712)
    assert card is not None
    return judged(Answer(card=card))


async def test_the_account_is_switched_with_its_effect(texts: Texts) -> None:
    desk = Desk(with_settings(house(Mode.LEGACY, free=1), auto_backfill=False), texts)
    card = await tapped(desk, await desk.tap("a-auto", EVENT), "a-account")
    assert texts.say("auto-fill-off") in text(card)
    question = await tapped(desk, card, "a-account-ask")
    assert "Anna &lt;b&gt;" in text(question) and desk.house.history == []
    answer = await tapped(desk, question, "a-account-do")
    assert texts.say("auto-fill-on") in text(answer) and desk.house.state.settings.auto_backfill
    for number in (1, 3, 4):
        assert (await desk.tap("a-account-do", EVENT, 0, number)).card is not None
        assert (await desk.tap("a-account-ask", EVENT, 0, number)).toast
    assert not desk.house.state.settings.auto_backfill


async def test_forged_numbers_are_stale(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    stale = texts.plain("admin-refusal-button-stale")
    for verb, *args in (
        ("a-auto-show", EVENT, 2),
        ("a-auto-ask", EVENT, 0, MODE, 9),
        ("a-auto-ask", EVENT, 0, 1, 99),
        ("a-auto-ask", EVENT, 0, 99, 0),
        ("a-auto-rule", EVENT, 0, 99),
        ("a-auto-locked", EVENT, 0, 9),
        ("a-account-ask", EVENT, 0, 9),
    ):
        assert (await desk.tap(str(verb), *args)).toast.startswith(stale), verb
    assert desk.house.history == []


async def test_the_second_admin_reads_who_was_faster(texts: Texts) -> None:
    desk = Desk(house(Mode.LEGACY), texts)
    await desk.tap("a-auto-do", EVENT, 0, MODE, MANUAL, 0)
    second = await desk.of(78, "Bori").tap("a-auto-do", EVENT, 0, MODE, MANUAL, 0)
    faster = texts.plain("admin-faster-person", name="Ádám <x>", at="10:00")
    assert second.alert and second.toast == f"{texts.plain('refusal-rules-unchanged')} {faster}"


async def test_the_guide_is_the_help_of_modes(texts: Texts) -> None:
    desk = Desk(house(), texts)
    for word in ("modes", texts.plain("label-help-modes").upper()):
        card = await COMMANDS["help"](desk.admin, word)
        assert card is not None
        fit(card)
        assert all(texts.plain(f"admin-mode-{mode}") in card.text for mode in Mode)
    guide = await tapped(desk, await desk.tap("a-auto-modes", EVENT, 0), "a-auto-guide")
    assert "a-auto-modes" in verbs(guide.card)


def test_a_state_without_choices_is_its_services() -> None:
    settings = Settings(mode=Mode.LEGACY)
    assert choices_of(settings).event.empty and choices_of(settings).service.mode is Mode.LEGACY
    assert isinstance(house().state, State)

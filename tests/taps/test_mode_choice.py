"""Who may choose what: plans, the account's switch, open offers when the mode changes, presets, help in choosing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.settings import Mode, Tier
from handlers.admin.account import SWITCHES
from handlers.admin.modes import ABOUT, GUIDE, MODES, NAMES
from storage.tables import accounts, offers
from tests.taps.hall import Hall, calls
from tests.taps.ruling import Office
from tests.taps.words import says

OFF, ON = (
    next(number for number, switches in SWITCHES.items() if switches.auto_backfill is wanted)
    for wanted in (False, True)
)

# -------------------------------------------------------------------------------------------------------- plans

PLANS: dict[Tier, set[Mode]] = {
    Tier.STARTER: {Mode.MANUAL, Mode.LEGACY},
    Tier.BASIC: {Mode.LEGACY, Mode.OFFER},
    Tier.PRO: {Mode.MANUAL, Mode.LEGACY, Mode.OFFER},
    Tier.ENTERPRISE: set(Mode),
}


@pytest.mark.parametrize("tier", PLANS)
async def test_the_plan_says_which_modes_there_are(hall: Hall, language: str, tier: Tier) -> None:
    """The others are locked, and a tap on one says which plan it would take; its code is not shown."""
    office = await Office.opened(hall, language)
    await hall.studio.change(accounts, tier=tier.value)
    scope = await office.automates("jazz-1")
    await office.taps("a-auto-modes", *scope)
    shown = calls(await office.dora.newest(hall.group))
    locked = [MODES[call.args[2]] for call in shown if call.verb == "a-auto-locked"]
    chosen = [MODES[call.args[3]] for call in shown if call.verb == "a-auto-ask"]
    assert (set(locked), set(chosen)) == (set(Mode) - PLANS[tier], PLANS[tier])
    for mode in locked:
        await office.taps("a-auto-locked", *scope, MODES.index(mode))
        await office.sees("auto-mode-locked")
        having = [plan.value.title() for plan in PLANS if mode in PLANS[plan]]
        for word in (tier.value.title(), *having, office.dora.texts.plain(NAMES[mode])):
            assert word in await office.card()
        await office.taps("a-auto-modes", *scope)


async def test_a_mode_that_the_plan_has_no_more_stands_still_and_says_so(hall: Hall, language: str) -> None:
    """The plan changed under an event: nothing is done by itself, and the group gets the card with the reason."""
    office = await Office.opened(hall, language)
    anna, ben = await office.waiting("yoga-1")
    await hall.studio.change(accounts, tier="starter")
    await office.frees(ben, "yoga-1")
    await office.sees("admin-freed-head", "admin-halted-tier")
    assert await hall.studio.rows(offers) == []
    await office.hears(anna, "entry-joined")


async def test_pro_sees_the_simplified_view_first(hall: Hall, language: str) -> None:
    """The usual rules, and one button for all of them."""
    office = await Office.opened(hall, language)
    await hall.studio.change(accounts, tier="pro")
    await office.automates("yoga-1")
    few = [call for call in calls(await office.dora.newest(hall.group)) if call.verb == "a-auto-rule"]
    await office.taps("a-auto-more")
    every = [call for call in calls(await office.dora.newest(hall.group)) if call.verb == "a-auto-rule"]
    assert 0 < len(few) < len(every) == 8


# ---------------------------------------------------------------------------------------------- the account's switch


async def test_switched_off_nothing_runs_and_it_says_so(hall: Hall, language: str) -> None:
    """In the group, on the cards, and to whoever waits; switched on again, the seat goes where it should have gone."""
    office = await Office.opened(hall, language)
    olga = await office.owner()
    anna, ben = await office.waiting("yoga-1")
    event = hall.event("yoga-1")
    await office.manages(olga, "yoga-1")
    await olga.presses("a-auto", "a-account", chat=hall.group)
    await olga.taps("a-account-ask", event, 0, OFF, chat=hall.group)
    await office.sees("auto-ask-fill-off")
    await olga.presses("a-account-do", chat=hall.group)
    await office.sees("auto-fill-off")
    await office.frees(ben, "yoga-1")
    await office.sees("admin-freed-head", "admin-halted-switch-off")
    await hall.forward(hours=1)
    assert await hall.studio.rows(offers) == [] and await office.seated("yoga-1") == []
    await anna.opens("yoga-1")
    await office.hears(anna, "next-manual")
    await office.automates("yoga-1")
    await office.sees("admin-halted-switch-off")
    await olga.presses("a-account", chat=hall.group)
    await olga.taps("a-account-ask", event, 0, ON, chat=hall.group)
    assert "Anna" in await office.card(), "whom it would be offered to is said before"
    await olga.presses("a-account-do", chat=hall.group)
    assert await office.asked("yoga-1") == ["Anna"]
    await office.hears(anna, "offer-head")


# ------------------------------------------------------------------------------------------------------ open offers


@pytest.mark.parametrize("withdraw", [False, True], ids=["kept", "withdrawn"])
async def test_open_offers_when_the_mode_changes(hall: Hall, language: str, *, withdraw: bool) -> None:
    """Asked for before it is saved, with what either would come to. Kept, the promise counts; withdrawn, the person is
    told once and keeps the place."""
    office = await Office.opened(hall, language)
    anna, ben = await office.waiting("yoga-1")
    await office.joined("yoga-1", "Cleo")
    await office.frees(ben, "yoga-1")
    await office.mode("yoga-1", Mode.MANUAL, withdraw=withdraw)
    if not withdraw:
        await anna.presses("accept")
        assert await office.seated("yoga-1") == ["Anna"]
        return
    assert await office.asked("yoga-1") == []
    await office.hears(anna, "offer-withdrawn-rules")
    assert await office.places("yoga-1") == {"Anna": "waiting", "Cleo": "waiting"}
    await office.sees("admin-freed-head", "admin-freed-next")
    text = await office.card()
    assert text.index("Anna") < text.index("Cleo")


async def test_what_a_change_comes_to_is_shown_before_it_is_saved(hall: Hall, language: str) -> None:
    """From manual handling to promotion: who would be booked is named; nothing is written until Save."""
    office = await Office.opened(hall, language)
    anna, ben = await office.waiting("clay-1")
    await office.frees(ben, "clay-1")
    scope = await office.automates("clay-1")
    await office.taps("a-auto-modes", *scope)
    before = await hall.dump()
    await office.taps("a-auto-ask", *scope, 0, MODES.index(Mode.LEGACY))
    await office.sees("auto-new", "auto-effect-starts")
    booked = office.dora.texts.plain("label-effect-booked", names="Anna", more=0)
    assert booked in await office.card() and await hall.dump() == before
    await office.taps("a-auto-do")
    assert await office.seated("clay-1") == ["Anna"]
    await office.hears(anna, "booking-promoted")


async def test_a_preset_has_a_name_and_brings_mode_and_rules(hall: Hall, language: str) -> None:
    office = await Office.opened(hall, language)
    await office.mode("clay-1", Mode.OFFER)
    await office.rules("clay-1", {"validity": 1800})
    scope = await office.automates("clay-1")
    await office.dora.presses("a-presets", "a-preset-save", chat=hall.group)
    await office.dora.replies("Sommer & Co", hall.group)
    assert "Sommer & Co" in await office.card()
    scope = await office.automates("jazz-1")
    await office.dora.presses("a-presets", "a-preset", "a-auto-ask", chat=hall.group)
    await office.dora.presses("a-preset", "a-auto-ask", "a-auto-do", chat=hall.group)
    text = await office.card()
    assert "Sommer & Co" in text and office.dora.texts.plain(NAMES[Mode.OFFER]) in text and scope
    anna, ben = await office.waiting("jazz-1")
    await office.frees(ben, "jazz-1")
    (offer,) = await office.open_offers("jazz-1")
    assert (offer.expires_at - hall.calendar()).total_seconds() == pytest.approx(1800, abs=60)
    await office.hears(anna, "offer-head")


@pytest.mark.parametrize("way", [("a-auto-modes",), ("a-auto-rule",)])
async def test_back_from_an_effect_leads_to_the_choices_it_came_from(hall: Hall, way: tuple[str]) -> None:
    office = await Office.opened(hall)
    await office.automates("yoga-1")
    await office.dora.presses(*way, chat=hall.group)
    choices = await office.dora.newest(hall.group)
    await office.dora.presses("a-auto-ask", *way, chat=hall.group)
    back = await office.dora.newest(hall.group)
    edited = {"edit_date": choices.raw["edit_date"]}  # it may be another second by now
    assert replace(back, raw={**back.raw, **edited}) == choices
    await office.dora.presses("a-auto-show", chat=hall.group)
    await office.sees("auto-head")


# --------------------------------------------------------------------------------------------------- which to choose


async def test_help_modes_is_the_decision_guide(hall: Hall, language: str) -> None:
    """The same from the list of modes and by command, in the group's language and in English; it names each mode by
    its public name, when to choose it, and what it costs."""
    office = await Office.opened(hall, language)
    scope = await office.automates("yoga-1")
    await office.taps("a-auto-modes", *scope)
    await office.sees(*ABOUT.values())
    await office.taps("a-auto-guide")
    tapped = await office.card()
    texts = office.dora.texts
    for word in {"modes", "MODES", texts.plain("label-help-modes")}:
        await office.dora.types(f"/help {word}", chat=hall.group)
        assert await office.card() == tapped
    for key in GUIDE:
        assert says(language, key, tapped)
    for mode in Mode:
        assert tapped.count(texts.plain(NAMES[mode])) >= 3, "in short, at length, and in the plans"
    for plan, modes in PLANS.items():
        names = ", ".join(texts.plain(NAMES[mode]) for mode in MODES if mode in modes)
        assert f"{plan.value.title()}: {names}" in tapped
    assert not {"legacy", "splitter"} & set(tapped.lower().split())

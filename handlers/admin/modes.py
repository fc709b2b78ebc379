"""The four modes by their public names, and which of them the account's plan has."""

from collections.abc import Sequence

from engine.rules.automation import TIERS
from engine.settings import Mode, Settings, Tier
from handlers.door import Card, Html, Texts
from handlers.keyboards import lines, paragraphs

MODES: Sequence[Mode] = (Mode.MANUAL, Mode.LEGACY, Mode.OFFER, Mode.SPLITTER)
"""Their numbers stand in buttons of old messages: add at the end, never renumber."""

NAMES: dict[Mode, str] = {
    Mode.MANUAL: "admin-mode-manual",
    Mode.LEGACY: "admin-mode-legacy",
    Mode.OFFER: "admin-mode-offer",
    Mode.SPLITTER: "admin-mode-splitter",
}
ABOUT: dict[Mode, str] = {
    Mode.MANUAL: "auto-about-manual",
    Mode.LEGACY: "auto-about-legacy",
    Mode.OFFER: "auto-about-offer",
    Mode.SPLITTER: "auto-about-splitter",
}
GUIDE = (
    "auto-guide-head",
    "auto-guide-short",
    "auto-guide-manual",
    "auto-guide-legacy",
    "auto-guide-offer",
    "auto-guide-splitter",
    "auto-guide-when",
)


def public_name(texts: Texts, mode: Mode) -> str:
    """What people call it; its code is never shown."""
    return texts.plain(NAMES[mode])


def about(texts: Texts, mode: Mode) -> Html:
    """What it does with a free seat, in one sentence."""
    return texts.say(ABOUT[mode])


def included(settings: Settings, mode: Mode) -> bool:
    """Whether the account's plan has it."""
    return mode in TIERS[settings.tier]


def why_locked(texts: Texts, settings: Settings, mode: Mode) -> Html:
    """Why it cannot be chosen, and what would be needed."""
    plans = ", ".join(_plan(tier) for tier in Tier if mode in TIERS[tier])
    name = public_name(texts, mode)
    return texts.say("auto-mode-locked", mode=name, name=_plan(settings.tier), names=plans)


def _plan(tier: Tier) -> str:
    return tier.value.title()


def guide(texts: Texts) -> Card:
    """/help modes: which one to choose."""
    return Card(paragraphs(*(texts.say(key) for key in GUIDE), _plans(texts)))


def _plans(texts: Texts) -> Html:
    """Which plan has which modes."""
    having = [
        texts.say(
            "auto-guide-plan",
            name=_plan(tier),
            names=", ".join(public_name(texts, mode) for mode in MODES if mode in modes),
        )
        for tier, modes in TIERS.items()
    ]
    return lines(texts.say("auto-guide-plans"), *having)

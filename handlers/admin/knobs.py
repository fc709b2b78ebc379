"""The rules that buttons set: in which modes they count, the choices, and both in words.

The numbers of knobs and choices stand in buttons of old messages: add at the end, never renumber.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from engine.settings import Mode, OfferRules, Rules, Settings, items, resolve_rules
from handlers.door import Html, Texts

OFFER = frozenset({Mode.OFFER})
LINE = frozenset({Mode.LEGACY, Mode.OFFER})
SENT = frozenset({Mode.OFFER, Mode.SPLITTER})

MINUTE, HOUR = 60, 3600
LOTTERY = 1
"""The choice of a lottery whose seed is still to be made; a greater number is the seed."""


@dataclass(frozen=True, slots=True)
class Knob:
    """One rule: the text of its button, its sentence, the choices with their buttons' texts, and the modes in which
    it means anything. `basic` ones are in the simplified view."""

    label: str
    modes: frozenset[Mode]
    choices: Sequence[Rules]
    sentence: Callable[[Texts, OfferRules], Html]
    short: Callable[[Texts, OfferRules], str]
    basic: bool = False


def _lengths(rule: str, *seconds: int | None) -> list[Rules]:
    return [{rule: value} for value in seconds]


def _long(texts: Texts, length: timedelta) -> str:
    return texts.length(length)


def _validity(texts: Texts, rules: OfferRules) -> Html:
    if rules.validity is None:
        return texts.say("auto-rule-validity-start")
    return texts.say("auto-rule-validity", length=_long(texts, rules.validity))


def _validity_short(texts: Texts, rules: OfferRules) -> str:
    return texts.plain("label-choice-start") if rules.validity is None else _long(texts, rules.validity)


def _parallel(texts: Texts, rules: OfferRules) -> Html:
    return texts.say("auto-rule-parallel", count=rules.parallel)


def _parallel_short(texts: Texts, rules: OfferRules) -> str:
    return texts.plain("label-choice-parallel", count=rules.parallel)


def _call(texts: Texts, rules: OfferRules) -> Html:
    if not rules.last_call:
        return texts.say("auto-rule-call-none")
    return texts.say("auto-rule-call", length=_long(texts, rules.last_call))


def _call_short(texts: Texts, rules: OfferRules) -> str:
    return _before(texts, rules.last_call)


def _cutoff(texts: Texts, rules: OfferRules) -> Html:
    if not rules.cutoff:
        return texts.say("auto-rule-cutoff-none")
    return texts.say("auto-rule-cutoff", length=_long(texts, rules.cutoff))


def _cutoff_short(texts: Texts, rules: OfferRules) -> str:
    return _before(texts, rules.cutoff)


def _confirm(texts: Texts, rules: OfferRules) -> Html:
    if rules.auto_confirm is None:
        return texts.say("auto-rule-confirm-none")
    return texts.say("auto-rule-confirm", length=_long(texts, rules.auto_confirm))


def _confirm_short(texts: Texts, rules: OfferRules) -> str:
    return _before(texts, rules.auto_confirm)


def _before(texts: Texts, length: timedelta | None) -> str:
    if not length:
        return texts.plain("label-choice-none")
    return texts.plain("label-choice-before", length=_long(texts, length))


def _quiet(texts: Texts, rules: OfferRules) -> Html:
    if rules.quiet is None:
        return texts.say("auto-rule-quiet-none")
    return texts.say("auto-rule-quiet", **_hours(rules))


def _quiet_short(texts: Texts, rules: OfferRules) -> str:
    if rules.quiet is None:
        return texts.plain("label-choice-none")
    return texts.plain("label-choice-quiet", **_hours(rules))


def _hours(rules: OfferRules) -> dict[str, str]:
    assert rules.quiet is not None
    return {"times": f"{rules.quiet.start:%H:%M}–{rules.quiet.end:%H:%M}"}


def _order(texts: Texts, rules: OfferRules) -> Html:
    if rules.order == "line":
        return texts.say("auto-rule-order-line")
    return texts.say("auto-rule-order-lottery", code=rules.seed)


def _order_short(texts: Texts, rules: OfferRules) -> str:
    return texts.plain("label-choice-line" if rules.order == "line" else "label-choice-lottery")


def _fit(texts: Texts, rules: OfferRules) -> Html:
    if rules.party_fit == "strict":
        return texts.say("auto-rule-fit-strict")
    return texts.say("auto-rule-fit-best", count=rules.max_skips)


def _fit_short(texts: Texts, rules: OfferRules) -> str:
    if rules.party_fit == "strict":
        return texts.plain("label-choice-strict")
    return texts.plain("label-choice-best", count=rules.max_skips)


def _best(skips: int) -> Rules:
    return {"party_fit": "best", "max_skips": skips}


KNOBS: dict[int, Knob] = {
    1: Knob(
        "admin-button-auto-validity",
        SENT,
        _lengths("validity", None, 30 * MINUTE, 2 * HOUR, 12 * HOUR, 24 * HOUR),
        _validity,
        _validity_short,
        basic=True,
    ),
    2: Knob(
        "admin-button-auto-parallel",
        OFFER,
        _lengths("parallel", 1, 0, 2, 3, 5),
        _parallel,
        _parallel_short,
        basic=True,
    ),
    3: Knob(
        "admin-button-auto-call",
        OFFER,
        _lengths("last_call", 0, HOUR, 2 * HOUR, 6 * HOUR),
        _call,
        _call_short,
    ),
    4: Knob(
        "admin-button-auto-cutoff",
        OFFER,
        _lengths("cutoff", 0, HOUR, 2 * HOUR, 12 * HOUR, 24 * HOUR),
        _cutoff,
        _cutoff_short,
    ),
    5: Knob(
        "admin-button-auto-quiet",
        SENT,
        [{"quiet": hours} for hours in (None, "22:00-08:00", "21:00-09:00", "20:00-10:00")],
        _quiet,
        _quiet_short,
    ),
    6: Knob(
        "admin-button-auto-confirm",
        OFFER,
        _lengths("auto_confirm", None, 2 * HOUR, 6 * HOUR, 24 * HOUR),
        _confirm,
        _confirm_short,
    ),
    7: Knob("admin-button-auto-order", LINE, [{"order": "line"}, {"order": "lottery"}], _order, _order_short),
    8: Knob(
        "admin-button-auto-fit",
        LINE,
        [{"party_fit": "strict"}, _best(1), _best(3), _best(5)],
        _fit,
        _fit_short,
    ),
}
ORDER = 7


def rules_of(number: int, choice: int) -> Rules | None:
    """What a button sets; None for one that was never ours."""
    knob = KNOBS.get(number)
    if knob is None:
        return None
    if number == ORDER and choice > LOTTERY:
        return {"order": "lottery", "seed": str(choice)}
    return knob.choices[choice] if choice < len(knob.choices) else None


def shown(mode: Mode, *, simple: bool) -> list[int]:
    """The knobs that mean anything in this mode."""
    return [n for n, knob in KNOBS.items() if mode in knob.modes and (knob.basic or not simple)]


def label_of(texts: Texts, number: int, choice: int, settings: Settings) -> str:
    """The button of a choice; the one that holds now is ticked."""
    knob = KNOBS[number]
    text = knob.short(texts, resolve_rules(items(knob.choices[choice])))
    return f"✓ {text}" if text == knob.short(texts, settings.offer) else text

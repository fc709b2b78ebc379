"""New service: something with dates that people book. One that is cut from opening hours has a way of its own."""

from collections.abc import Callable, Sequence

from engine.catalogue import Known
from engine.catalogue.values import CODE_MOST
from engine.rules.automation import TIERS
from engine.settings import Mode
from handlers.admin.codes import slug, unused
from handlers.admin.layout import short
from handlers.admin.modes import MODES, about, public_name
from handlers.admin.wizards import choices
from handlers.admin.wizards.step import Asking, Document, Option, Step, Wizard
from handlers.door import Html
from handlers.keyboards import lines

TEXT = 200  # characters of a description on the card


def _skip(asking: Asking) -> Sequence[Option]:
    return [Option(asking.texts.plain("admin-button-wizard-skip"), "")]


def _in(key: str, language: str) -> Callable[[Asking], Html]:
    """A question about one language."""

    def ask(asking: Asking) -> Html:
        name = asking.admin.rooms.texts(language).plain("language-name")
        return asking.admin.say(key, name=name)

    return ask


def _steps(known: Known) -> Sequence[Step]:
    first, *others = known.languages
    in_others = (
        Step(f"name-{language}", _in("wizard-ask-name-in", language), _skip, "wizard-hint-name")
        for language in others
    )
    also = (
        Step(
            f"description-{language}",
            _in("wizard-ask-description-in", language),
            _skip,
            "wizard-hint-description",
            applies=lambda asking: bool(asking.said(f"description-{first}")),
        )
        for language in others
    )
    return (
        Step(f"name-{first}", _in("wizard-ask-name", first), hint="wizard-hint-name"),
        *in_others,
        Step(
            f"description-{first}",
            _in("wizard-ask-description", first),
            _skip,
            "wizard-hint-description",
        ),
        *also,
        Step("mode", _modes_told, _modes),
        Step(
            "minutes",
            choices.question("wizard-ask-usual-minutes"),
            lambda asking: [*choices.lengths(asking), *_skip(asking)],
            "wizard-hint-minutes",
            choices.read_minutes,
            columns=2,
        ),
        Step(
            "code",
            choices.question("wizard-ask-code"),
            choices.proposed(_code),
            "wizard-hint-code",
            check=choices.untaken(lambda asking: asking.known.services),
        ),
    )


def _of_tier(asking: Asking) -> list[Mode]:
    return [mode for mode in MODES if mode in TIERS[asking.known.tier]]


def _modes(asking: Asking) -> Sequence[Option]:
    return [Option(public_name(asking.texts, mode), mode.value) for mode in _of_tier(asking)]


def _modes_told(asking: Asking) -> Html:
    say, texts = asking.admin.say, asking.texts
    told = [
        say("auto-mode-line", mode=public_name(texts, mode), text=about(texts, mode))
        for mode in _of_tier(asking)
    ]
    return lines(say("wizard-ask-mode"), *told)


def _code(asking: Asking) -> str:
    first = asking.known.languages[0]
    return unused(slug(asking.said(f"name-{first}"), first), CODE_MOST, asking.known.services)


def _texts(asking: Asking, key: str) -> dict[str, str]:
    found = {language: asking.said(f"{key}-{language}") for language in asking.known.languages}
    return {language: text for language, text in found.items() if text}


def _document(asking: Asking) -> Document:
    plan: dict[str, object] = {
        "code": asking.said("code") or unused("new", CODE_MOST, asking.known.services),
        "kind": "group",
        "name": _texts(asking, "name") or "?",
    }
    if descriptions := _texts(asking, "description"):
        plan["description"] = descriptions
    plan |= {key: asking.said(key) for key in ("mode", "minutes") if asking.said(key)}
    return {"services": [plan]}


def _told(asking: Asking) -> Sequence[Html]:
    say = asking.admin.say
    found = [say("wizard-told-name", name=name) for name in _texts(asking, "name").values()]
    found += [
        say("wizard-told-text", text=short(text, TEXT)) for text in _texts(asking, "description").values()
    ]
    if mode := asking.said("mode"):
        found.append(say("admin-event-mode", mode=public_name(asking.texts, Mode(mode))))
    if minutes := asking.said("minutes"):
        found.append(say("wizard-told-length", length=choices.length(asking, minutes)))
    return found


SERVICE = Wizard(
    head="wizard-head-service",
    steps=_steps,
    document=_document,
    told=_told,
    title=lambda asking: asking.admin.plain("label-wizard-service", code=asking.said("code")),
)

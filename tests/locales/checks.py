"""What a catalogue must be. Each check reads one and says every problem in a sentence; none means that all is well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from babel import Locale

from bot import localization
from bot.localization import Language
from handlers.admin.layout import LABEL as ADMIN_LABEL
from handlers.admin.reasons import REASONS
from handlers.door import Texts
from handlers.keyboards import LABEL
from tests.locales import samples, usage
from tests.locales.reading import Catalogue
from tests.locales.usage import Use

Check = Callable[[Catalogue], list[str]]

FIRST = "en"  # the language the others are compared with

remembered = lru_cache(maxsize=20_000)
"""For what comes out the same again: several checks look at a text, and copies of a catalogue differ in one file."""

# ----------------------------------------------------------------------------------------------- what is there


def readable(catalogue: Catalogue) -> list[str]:
    """No junk, nothing twice."""
    return catalogue.troubles


def complete(catalogue: Catalogue) -> list[str]:
    """The same texts in the same files, with the same attributes, and the same terms, in every language."""
    problems = []
    for language, texts in catalogue.texts.items():
        for key, first in catalogue.texts[FIRST].items():
            other = texts.get(key)
            if other is None:
                problems.append(f"{language}: {key} is missing")
            elif (other.file, other.attributes) != (first.file, first.attributes):
                problems.append(f"{language}: {key} stands in another file or has other attributes")
        problems += [
            f"{language}: {key} is in no other language"
            for key in texts.keys() - catalogue.texts[FIRST].keys()
        ]
        problems += [
            f"{language}: term {term}" for term in catalogue.terms[language] ^ catalogue.terms[FIRST]
        ]
    return problems


def same_parts(catalogue: Catalogue) -> list[str]:
    """Each text takes the same variables, terms and texts in every language, and only variables that are known."""
    problems = []
    for language, text in catalogue.pairs():
        problems += [
            f"{language}: {text.id}: nobody knows ${name}"
            for name in text.parts.variables
            if not samples.known(name)
        ]
        first = catalogue.texts[FIRST].get(text.id)
        for what in ("variables", "terms", "messages", "functions"):
            if first and getattr(text.parts, what) != getattr(first.parts, what):
                problems.append(f"{language}: {text.id} has other {what}")
    return problems


def said(catalogue: Catalogue) -> list[str]:
    """No text is empty."""
    return [f"{language}: {text.id} is empty" for language, text in catalogue.pairs() if text.empty]


SAME: dict[str, set[str]] = {
    "metrics-version": {"de", "en"},
    "label-metrics-version": {"de", "en"},
    "picture-fair": {"de", "en"},
    "label-batch-version": {"de", "en"},
}
"""Texts that are right in two languages as they are: id, and the languages."""


def translated(catalogue: Catalogue) -> list[str]:
    """No text with words of its own is the same in two languages."""
    problems = []
    languages = sorted(catalogue.texts)
    for index, one in enumerate(languages):
        for other in languages[index + 1 :]:
            for key, text in catalogue.texts[one].items():
                copy = catalogue.texts[other].get(key)
                if (
                    copy
                    and text.letters
                    and copy.source == text.source
                    and not {one, other} <= SAME.get(key, set())
                ):
                    problems.append(f"{key} is the same in {one} and {other}")
    return problems


# --------------------------------------------------------------------------------------------------- how it is said


def plurals(catalogue: Catalogue) -> list[str]:
    """A text selects by numbers only. The last resort is `other`; where one language has a form for a category, every
    language has all of its own."""
    problems = []
    by_category: Counter[tuple[str, str]] = Counter()
    for _, text in catalogue.pairs():
        for name, keys, _ in text.parts.selections:
            by_category[text.id, name] += any(key.isalpha() and key != "other" for key in keys)
    for language, text in catalogue.pairs():
        needed = {*Locale.parse(language).plural_form.tags, "other"}
        for name, keys, default in text.parts.selections:
            where = f"{language}: {text.id}"
            words = {key for key in keys if key.isalpha()}
            if name not in samples.NUMBERS:
                problems.append(f"{where} selects by {name or 'something'}, which is no number")
            if default != "other":
                problems.append(f"{where}: the last resort is [{default}]")
            if words - needed:
                problems.append(f"{where}: the language has no {', '.join(sorted(words - needed))}")
            if by_category[text.id, name] and needed - words:
                problems.append(f"{where}: {', '.join(sorted(needed - words))} is missing for {name}")
    return problems


ALLOWED = frozenset("b strong i em u ins s strike del tg-spoiler code pre blockquote".split())
PLAIN = re.compile(
    r"(refusal|toast|button|label|command|window|fact|who|column|words|picture)-.+"
    r"|admin-(button|reason|done|then|mode|faster|refusal|name)-.+"
    r"|admin-(at|change|conflict|found|unknown|wanted|warning)-.+|admin-(mistake|syntax)"
    r"|admin-(events|bookings|line|offers)-line.*|admin-(refreshed|freed-changed)|language-name|error-apology|bot-(about|description)"
    r"|admin-role-(viewer|operator|approver|owner)|topic-.+"
)
"""Texts for buttons, toasts and menus: no markup at all."""

HTML_TOO = {"refusal-card"}


def is_plain(key: str) -> bool:
    return PLAIN.fullmatch(key) is not None and key not in HTML_TOO


class _Markup(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED or attrs:
            self.problems.append(f"<{tag}> is not for Telegram")
        self.open.append(tag)
        self.tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.problems.append(f"<{tag}/> is not for Telegram")


def markup(catalogue: Catalogue) -> list[str]:
    """Only what Telegram allows, balanced however many there are of anything, and the same in every language."""
    problems = []
    tags: dict[tuple[str, int], list[Counter[str]]] = {}
    for language, texts in _languages(catalogue):
        for text in catalogue.texts[language].values():
            where, words = f"{language}: {text.id}", "".join(text.parts.words)
            if is_plain(text.id):
                if re.search(r"[<>]|&\w+;", words):
                    problems.append(f"{where} is plain and has markup")
                continue
            if re.search(r"&(?!(lt|gt|amp|quot);)", words):
                problems.append(f"{where} has a bare &")
            for count in samples.COUNTS:
                found = _tags(_rendered(texts, text.id, text.parts.variables, count))
                problems += [f"{where}: {problem}" for problem in found.problems]
                problems += [f"{where}: <{tag}> is never closed" for tag in found.open]
                tags.setdefault((text.id, count), []).append(found.tags)
    for (key, _), found_tags in tags.items():
        if any(other != found_tags[0] for other in found_tags):
            problems.append(f"{key} has other markup in another language")
    return sorted(set(problems))


@remembered
def _tags(html: str) -> _Markup:
    found = _Markup()
    found.feed(html)
    found.close()
    return found


SIGNS = re.compile(r"['\"]|\.\.\.|  |(?<=\w) [,.;!?]")
HABITS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"(?i)\bwaiting list\b", "it is the waitlist"), (r"\bcanceled\b", "British spelling")),
    "hu": (
        (
            r"\b(Ön|Önt|Önnek|Öné|Önök\w*|[Kk]érjük|[Vv]álasszon|[Kk]attintson|[Ff]oglaljon|[Aa]djon|[Pp]róbálja)\b",
            "tegezés",
        ),
        (r"(?i)\besemény", "it is an alkalom"),
    ),
    "de": (
        (r"\b(Ihnen|Ihre[mnrs]?)\b|\bSie (haben|sind|können|möchten|werden|müssen|dürfen|wollen)\b", "du"),
        (r"(?i)warteschlange", "it is the Warteliste"),
        (r"(?i)\bEvent", "it is a Termin"),
    ),
}
INSIDE = re.compile(
    r"(?i)\b(autopromote|backfill|legacy|splitter|outbox|halted|callback|handler|fact|payload|sweep|queue|null|none)\b"
)


def habits(catalogue: Catalogue) -> list[str]:
    """One form of address, the glossary's words, none from inside the code, and real typography."""
    problems = []
    for language, text in catalogue.pairs():
        words = re.sub(r"<[^>]+>|/\w+", "", "".join(f"{part}\u2060" for part in text.parts.words))
        for pattern, why in HABITS.get(language, ()):
            problems += [
                f"{language}: {text.id}: {found.group()!r}: {why}" for found in re.finditer(pattern, words)
            ]
        problems += [
            f"{language}: {text.id}: {found.group()!r} is our own word" for found in INSIDE.finditer(words)
        ]
        for part in text.parts.words:
            if straight := SIGNS.search(part):
                problems.append(f"{language}: {text.id}: {straight.group()!r} is no typography")
    return problems


# -------------------------------------------------------------------------------------------------- how long it is

ACROSS: dict[str, int] = {
    # Buttons that stand beside others: what half a phone's width shows, or a third of it.
    **dict.fromkeys(("admin-button-bookings", "admin-button-line", "admin-button-offers"), 14),
    **dict.fromkeys(
        "button-accept button-decline button-events button-my button-pause button-resume button-leave button-earlier "
        "button-later admin-button-promote admin-button-offer admin-button-hold admin-button-publish "
        "admin-button-refresh admin-button-back admin-button-earlier admin-button-later".split(),
        22,
    ),
}
TOAST = re.compile(
    r"(refusal|toast|admin-(done|then|faster|refusal))-.+|error-apology|admin-(refreshed|freed-changed)"
)
BUTTON = re.compile(r"button-.+|admin-button-(?!.*(because|release)).+|window-.+|language-name")
COMMAND = re.compile(r"command-.+")
EVENT_LABEL = re.compile(rf"label-({'|'.join(usage.STATES)})|label-seats.*")
ADMIN_LINE = re.compile(r"admin-(bookings|line|offers)-line.*|admin-button-release")


def lengths(catalogue: Catalogue) -> list[str]:
    """What Telegram takes and a phone shows, with the longest values that can come."""
    problems = []
    for language, texts in _languages(catalogue):
        for text in catalogue.texts[language].values():
            most = _most(text.id)
            if most is None:
                continue
            long = _longest(texts, text.id, frozenset(text.parts.variables))
            if long > most:
                problems.append(f"{language}: {text.id} has {long} characters, {most} at most")
        problems += _long_toasts(texts, catalogue)
    return problems


def _most(key: str) -> int | None:
    if key in ACROSS:
        return ACROSS[key]
    table = (
        (BUTTON, 30),
        (re.compile(r"admin-button-.+-because"), LABEL),
        (EVENT_LABEL, LABEL),
        (ADMIN_LINE, ADMIN_LABEL + 28),  # the handlers cut names and then the label
        (TOAST, 200),
        (COMMAND, 45),
        (re.compile("bot-about"), 120),
        (re.compile("bot-description"), 512),
    )
    return next(
        (most for pattern, most in table if pattern.fullmatch(key)), 1000 if not is_plain(key) else None
    )


@remembered
def _longest(texts: Texts, key: str, variables: frozenset[str]) -> int:
    """How long it gets with the longest values, for one and for many; a reason is one of those there are."""
    return max(map(len, _long(texts, key, variables)))


def _long(texts: Texts, key: str, variables: frozenset[str]) -> Iterable[str]:
    reasons = [_plain(texts, reason, {}) for reason in REASONS.values()] if "reason" in variables else [""]
    for count in (0, 1, None) if variables & samples.NUMBERS else (None,):
        values = samples.worst(texts, variables)
        if count is not None:
            values |= dict.fromkeys(variables & samples.NUMBERS, count)
        for reason in reasons:
            yield _plain(texts, key, {**values, **({"reason": reason} if reason else {})})


def _long_toasts(texts: Texts, catalogue: Catalogue) -> list[str]:
    """A refusal in the group may be followed by who was faster: both fit into one alert."""
    key = "admin-faster-person"
    if key not in catalogue.texts[texts.language]:
        return []
    faster = len(_plain(texts, key, samples.worst(texts, {"name", "at"})))
    shared = [key for key in catalogue.texts[texts.language] if key.startswith("admin-refusal-")]
    return [
        f"{texts.language}: {key} and who was faster are too long together"
        for key in [*shared, "refusal-booking-not-pending", "refusal-no-free-seat", "refusal-hold-over"]
        if key in catalogue.texts[texts.language]
        and _longest(texts, key, frozenset(catalogue.texts[texts.language][key].parts.variables)) + 1 + faster
        > 200
    ]


# ----------------------------------------------------------------------------------------------------- how it reads


def rendered(catalogue: Catalogue) -> list[str]:
    """Every text comes out of the bot's own words, for none, one and many, with nothing left of a placeable."""
    problems = []
    for language in catalogue.texts:
        try:
            texts = _load(catalogue, language)
        except ValueError as error:
            problems.append(f"{language}: {error}")
            continue
        for text in catalogue.texts[language].values():
            for count in samples.COUNTS:
                try:
                    found = _rendered(texts, text.id, text.parts.variables, count)
                except (KeyError, ValueError, TypeError) as error:
                    problems.append(f"{language}: {text.id}: {error}")
                    break
                if not found.strip() or "{" in found or "???" in found:
                    problems.append(f"{language}: {text.id} comes out as {found!r}")
                    break
    return problems


def _rendered(texts: Texts, key: str, variables: set[str], count: int) -> str:
    counted = not variables.isdisjoint(samples.NUMBERS | samples.LENGTHS)
    return _comes_out(texts, key, frozenset(variables), count if counted else 0)


@remembered
def _comes_out(texts: Texts, key: str, variables: frozenset[str], count: int) -> str:
    values = samples.values(texts, variables, count, "Ő <i>&amp;")
    return texts.plain(key, **values) if is_plain(key) else texts.say(key, **values)


def _plain(texts: Texts, key: str, values: dict[str, object]) -> str:
    return texts.plain(key, **values)


def _load(catalogue: Catalogue, language: str) -> Language:
    folder = catalogue.folder / language
    files = tuple((file.name, file.read_bytes()) for file in sorted(folder.glob("*.ftl")))
    return _loaded(_Source(language, files, folder))


@dataclass(frozen=True)
class _Source:
    """A language's files: the same wherever they lie."""

    language: str
    files: tuple[tuple[str, bytes], ...]
    folder: Path = field(compare=False)


@lru_cache(maxsize=8)
def _loaded(source: _Source) -> Language:
    return Language(source.language, localization._bundle(source.folder))


def _languages(catalogue: Catalogue) -> list[tuple[str, Language]]:
    """Those whose texts all come out; `rendered` tells of the others."""
    broken = {problem.partition(":")[0] for problem in rendered(catalogue)}
    return [(language, _load(catalogue, language)) for language in catalogue.texts if language not in broken]


# ------------------------------------------------------------------------------------------------- what is used


def used(catalogue: Catalogue, uses: Iterable[Use] | None = None) -> list[str]:
    """Whatever the code says exists with the values it gives, plain where it must be; and nothing stands unused."""
    uses = usage.all_uses() if uses is None else list(uses)
    texts = catalogue.texts[FIRST]
    families = {key.partition("-")[0] for key in texts} | {"refusal"}
    problems = []
    for use in uses:
        text = texts.get(use.id)
        if text is None:
            if use.given is not None or use.plain or use.id.partition("-")[0] in families:
                problems.append(f"{use.where}: there is no text {use.id}")
            continue
        if use.given is not None and text.parts.variables - use.given:
            missing = ", ".join(sorted(text.parts.variables - use.given))
            problems.append(f"{use.where}: {use.id} is said without {missing}")
        if use.plain and not is_plain(use.id):
            problems.append(f"{use.where}: {use.id} is said plain and may have markup")
    known = {use.id for use in uses}
    problems += [f"{key} is used nowhere" for key in texts if key not in known]
    return sorted(set(problems))


ALL: tuple[Check, ...] = (
    readable,
    complete,
    same_parts,
    said,
    translated,
    plurals,
    markup,
    habits,
    lengths,
    rendered,
    used,
)

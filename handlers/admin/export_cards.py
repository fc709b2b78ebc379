"""Files of a month in the admins' group: which version, only what, which format; and how a draw can be checked."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from zlib import crc32

from engine.rules.exporting import STATES
from engine.views import ExportChoices, Page, PeriodCard
from handlers.admin.export_sheets import STATE_LABELS, STATE_WORDS
from handlers.admin.layout import label, pager
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import lines, paragraphs

PAGE = 8
VERSION, SERVICE, LOCATION, STATE = range(4)
"""What can be chosen; they stand in buttons: add at the end."""
XLSX, CSV, JSON, PROOF = range(4)
"""The forms of a file; they stand in buttons: add at the end."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a month; 0 is all of it, and of versions the final or newest one. `location` is a number made of its
    name, `state` a place in STATES, from 1."""

    period_id: int
    service_id: int = 0
    number: int = 0
    location: int = 0
    state: int = 0

    def pack(self, verb: str, *more: int) -> str:
        return pack(verb, *astuple(self), *more)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The same in words; "" is all."""

    service: str
    location: str
    state: str


def number_of(location: str) -> int:
    """A location as buttons carry it; never 0."""
    return crc32(location.encode()) or 1


def chosen(asked: Asked, choices: ExportChoices) -> Chosen | None:
    """None when a button says something that is not there (any more)."""
    services = {0: "", **{row_id: code for row_id, code, _ in choices.services}}
    locations = {0: "", **{number_of(location): location for location in choices.locations}}
    states = dict(enumerate(("", *STATES)))
    versions = {0, *(version.number for version in choices.versions)}
    known = (asked.service_id in services, asked.location in locations, asked.state in states)
    if not all(known) or asked.number not in versions:
        return None
    return Chosen(services[asked.service_id], locations[asked.location], states[asked.state])


def months_card(texts: Texts, periods: Sequence[PeriodCard], offset: int) -> Card:
    """Every month that was opened, the newest first."""
    offset = offset if offset < len(periods) else 0
    shown = periods[offset : offset + PAGE]
    rows = [[Button(texts.month(period.month), Asked(period.id).pack("a-export"))] for period in shown]
    rows += pager(texts, Page(shown, offset, len(periods)), PAGE, "a-exports")
    return Card(texts.say("export-head" if periods else "export-none"), rows)


def export_card(
    texts: Texts, period: PeriodCard, asked: Asked, choices: ExportChoices, limits: Chosen
) -> Card:
    """What the file will have in it, and its formats."""
    text = paragraphs(
        lines(
            texts.say("export-month", month=texts.month(period.month)),
            texts.say("export-version", text=version_words(texts, asked.number, choices)),
            *_limits(texts, asked, limits, choices),
        ),
        texts.say("export-formats"),
        texts.say("export-proof") if period.seed else None,
    )
    return Card(text, [*_files(texts, asked), *_ways(texts, period, asked, choices)])


def version_words(texts: Texts, number: int, choices: ExportChoices) -> str:
    """Which one it is when none is said: the final one, the newest that came to an end, the newest."""
    order = sorted(choices.versions, key=lambda v: (v.final, v.status == "done", v.number))
    found = next((v for v in choices.versions if v.number == number), order[-1] if order else None)
    if found is None:
        return texts.plain("label-export-no-version")
    state = texts.plain(STATE_WORDS["final" if found.final else found.status])
    return texts.plain("label-export-numbered", number=found.number, text=state)


def _limits(texts: Texts, asked: Asked, limits: Chosen, choices: ExportChoices) -> list[Html]:
    names = {row_id: texts.name(names) for row_id, _, names in choices.services}
    told = {
        "export-service": names.get(asked.service_id, ""),
        "export-location": limits.location,
        "export-state": texts.plain(STATE_LABELS[limits.state]) if limits.state else "",
    }
    return [texts.say(key, text=text) for key, text in told.items() if text]


def _files(texts: Texts, asked: Asked) -> list[list[Button]]:
    forms = {"admin-button-as-xlsx": XLSX, "admin-button-as-csv": CSV, "admin-button-as-json": JSON}
    return [[_button(texts, key, asked.pack("a-export-file", form)) for key, form in forms.items()]]


def _ways(texts: Texts, period: PeriodCard, asked: Asked, choices: ExportChoices) -> list[list[Button]]:
    picks = {
        "admin-button-export-version": (VERSION, len(choices.versions) > 1),
        "admin-button-export-service": (SERVICE, len(choices.services) > 1),
        "admin-button-export-location": (LOCATION, len(choices.locations) > 1),
        "admin-button-export-state": (STATE, bool(choices.versions)),
    }
    found = [
        _button(texts, key, asked.pack("a-export-pick", what, 0)) for key, (what, has) in picks.items() if has
    ]
    rows = [found[at : at + 2] for at in range(0, len(found), 2)]
    if len(choices.done) > 1:
        rows.append([_button(texts, "admin-button-export-difference", pack("a-difference", period.id, 0, 0))])
    if period.seed:
        rows.append([_button(texts, "admin-button-export-proof", asked.pack("a-export-file", PROOF))])
    others = _button(texts, "admin-button-export-month", pack("a-exports", 0))
    return [*rows, [others, _button(texts, "admin-button-back", pack("a-period", period.id))]]


def _button(texts: Texts, key: str, data: str) -> Button:
    return Button(texts.plain(key), data)


def pick_card(texts: Texts, asked: Asked, choices: ExportChoices, what: int, offset: int) -> Card:
    """One of them, or all."""
    field, found = _options(texts, choices, what)
    offset = offset if offset < len(found) else 0
    shown = found[offset : offset + PAGE]
    rows = [
        [
            Button(
                label(texts, "label-export-one", text=text),
                replace(asked, **{field: number}).pack("a-export"),
            )
        ]
        for number, text in shown
    ]
    rows += pager(texts, Page(shown, offset, len(found)), PAGE, "a-export-pick", *astuple(asked), what)
    every = "admin-button-export-newest" if what == VERSION else "admin-button-export-all"
    rows.append([_button(texts, every, replace(asked, **{field: 0}).pack("a-export"))])
    rows.append([_button(texts, "admin-button-back", asked.pack("a-export"))])
    return Card(texts.say("export-pick"), rows)


def _options(texts: Texts, choices: ExportChoices, what: int) -> tuple[str, list[tuple[int, str]]]:
    """The field of `Asked` that is chosen, and what it may be."""
    if what == VERSION:
        numbers = [version.number for version in reversed(choices.versions)]
        return "number", [(number, version_words(texts, number, choices)) for number in numbers]
    if what == SERVICE:
        return "service_id", [(row_id, texts.name(names)) for row_id, _, names in choices.services]
    if what == LOCATION:
        return "location", [(number_of(location), location) for location in choices.locations]
    return "state", [(at, texts.plain(STATE_LABELS[state])) for at, state in enumerate(STATES, 1)]


def two_card(texts: Texts, period: PeriodCard, choices: ExportChoices, before: int) -> Card:
    """Between which version and which other one; `before` 0 is the first question."""
    numbers = [number for number in reversed(choices.done) if number != before]
    rows = [
        [
            Button(
                version_words(texts, number, choices),
                pack("a-difference", period.id, *((before, number) if before else (number, 0))),
            )
        ]
        for number in numbers[:MOST]
    ]
    key = "export-second" if before else "export-first"
    text = texts.say(key, month=texts.month(period.month), number=before)
    return Card(text, [*rows, [_button(texts, "admin-button-back", Asked(period.id).pack("a-export"))]])


MOST = 40
"""Versions that can be compared from buttons: the newest."""


def difference_card(
    texts: Texts, period: PeriodCard, numbers: tuple[int, int], counts: tuple[int, int, int]
) -> Card:
    """How many moved, came in and fell out; the file has the names."""
    moved, came_in, fell_out = counts
    text = lines(
        texts.say("export-difference", month=texts.month(period.month), before=numbers[0], after=numbers[1]),
        texts.say("export-moved", count=moved),
        texts.say("export-came-in", count=came_in),
        texts.say("export-fell-out", count=fell_out),
    )
    forms = {"admin-button-as-xlsx": XLSX, "admin-button-as-csv": CSV, "admin-button-as-json": JSON}
    files = [
        _button(texts, key, pack("a-difference-file", period.id, *numbers, form))
        for key, form in forms.items()
    ]
    back = _button(texts, "admin-button-back", pack("a-difference", period.id, 0, 0))
    return Card(text, [files, [back]])


# ------------------------------------------------------------------------------------------------ the proof


def published(texts: Texts, period: PeriodCard) -> Html | None:
    """The seed beside its hash, once the month is final; and how anybody checks them."""
    if not period.seed:
        return None
    return lines(texts.say("proof-seed", text=period.seed), texts.say("proof-how"))


def export_row(texts: Texts, period: PeriodCard) -> list[Button]:
    """The way from a month to its files."""
    return [_button(texts, "admin-button-export", Asked(period.id).pack("a-export"))]

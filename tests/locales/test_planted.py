"""Each check bites: a mistake planted in a copy of the catalogue, or in the code, is told; and where it was, nothing
else is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.locales import checks, samples, usage
from tests.locales.reading import FOLDER, Catalogue, read

ACCEPT = "button-accept = Accept\n"
GREETING = "start-hello = Hi { $name }!\n"
BOOKED = "booking-stands = <b>You’re booked.</b>\n"


@dataclass(frozen=True)
class Plant:
    """`old` becomes `new` in one file; `check` then says something with `told` in it."""

    check: checks.Check
    file: str
    old: str
    new: str
    told: str


PLANTS: dict[str, Plant] = {
    "junk": Plant(checks.readable, "hu/common.ftl", "button-book =", "button book =", "junk"),
    "twice in a file": Plant(
        checks.readable, "en/common.ftl", ACCEPT, ACCEPT * 2, "button-accept stands twice"
    ),
    "twice in two files": Plant(
        checks.readable, "en/people.ftl", GREETING, GREETING + ACCEPT, "button-accept stands twice"
    ),
    "missing id": Plant(
        checks.complete, "de/common.ftl", "button-book = Buchen\n", "", "de: button-book is missing"
    ),
    "extra id": Plant(
        checks.complete, "hu/common.ftl", "button-book =", "button-more = Több\nbutton-book =", "button-more"
    ),
    "attribute": Plant(
        checks.complete,
        "de/common.ftl",
        "button-book = Buchen\n",
        "button-book = Buchen\n    .hint = x\n",
        "button-book",
    ),
    "term": Plant(
        checks.complete, "hu/common.ftl", "button-book =", "-brand = Nextseat\nbutton-book =", "term brand"
    ),
    "extra variable": Plant(
        checks.same_parts,
        "hu/people.ftl",
        "Szia, { $name }!",
        "Szia, { $name } { $service }!",
        "other variables",
    ),
    "lost variable": Plant(
        checks.same_parts, "de/people.ftl", "Hallo { $name }!", "Hallo!", "other variables"
    ),
    "unknown variable": Plant(
        checks.same_parts, "en/people.ftl", "Hi { $name }!", "Hi { $nome }!", "nobody knows $nome"
    ),
    "term in one language": Plant(
        checks.same_parts, "en/people.ftl", "Hi { $name }!", "Hi { $name }, { -brand }!", "terms"
    ),
    "text in one language": Plant(
        checks.same_parts, "en/people.ftl", "Hi { $name }!", "Hi { $name }, { my-none }", "messages"
    ),
    "function in one language": Plant(
        checks.same_parts,
        "hu/people.ftl",
        "hely: te, { $names }",
        "{ NUMBER($seats) } hely: te, { $names }",
        "functions",
    ),
    "empty": Plant(checks.said, "de/common.ftl", "= Buchen\n", '= { "" }\n', "de: button-book is empty"),
    "copy": Plant(
        checks.translated,
        "hu/common.ftl",
        "button-accept = Elfogadom",
        "button-accept = Accept",
        "button-accept",
    ),
    "copy of a text with figures": Plant(
        checks.translated,
        "de/people.ftl",
        "label-free = { $when } · { $free } frei",
        "label-free = { $when } · { $free } free",
        "label-free",
    ),
    "no form for one": Plant(
        checks.plurals,
        "hu/people.ftl",
        "    [one] Fenntartok neked egy helyet.\n",
        "",
        "one is missing for count",
    ),
    "no default": Plant(
        checks.plurals,
        "en/people.ftl",
        "[one] A seat is held for you.\n   *[other]",
        "[other] { $count } are held.\n   *[one]",
        "the last resort is [one]",
    ),
    "a category of another language": Plant(
        checks.plurals,
        "de/people.ftl",
        "[one] Ein Platz ist für dich",
        "[few] Plätze für dich\n    [one] Ein Platz ist für dich",
        "the language has no few",
    ),
    "selects by a word": Plant(
        checks.plurals,
        "en/people.ftl",
        "Hi { $name }!",
        "Hi { $name ->\n   *[other] you\n}!",
        "selects by name",
    ),
    "unbalanced": Plant(
        checks.markup, "hu/people.ftl", "<b>Van helyed.</b>", "<b>Van helyed.", "<b> is never closed"
    ),
    "unbalanced in one form": Plant(
        checks.markup, "en/admin.ftl", "[one] <b>1 seat free</b>", "[one] <b>1 seat free", "never closed"
    ),
    "crossed": Plant(
        checks.markup,
        "en/people.ftl",
        "<b>You’re booked.</b>",
        "<b><i>You’re booked.</b></i>",
        "closes nothing",
    ),
    "a tag Telegram does not know": Plant(
        checks.markup,
        "de/people.ftl",
        "<b>Du bist dabei.</b>",
        "<b>Du bist<br> dabei.</b>",
        "<br> is not for Telegram",
    ),
    "a tag with attributes": Plant(
        checks.markup,
        "de/people.ftl",
        "<b>Du bist dabei.</b>",
        '<b class="x">Du bist dabei.</b>',
        "not for Telegram",
    ),
    "other markup": Plant(
        checks.markup, "de/people.ftl", "<b>Du bist dabei.</b>", "<i>Du bist dabei.</i>", "other markup"
    ),
    "a bare ampersand": Plant(checks.markup, "en/people.ftl", "You’re booked.", "You & me.", "bare &"),
    "markup on a button": Plant(
        checks.markup, "en/common.ftl", ACCEPT, "button-accept = <b>Accept</b>\n", "is plain and has markup"
    ),
    "an entity in a toast": Plant(
        checks.markup,
        "en/people.ftl",
        "toast-booked = Booked!",
        "toast-booked = You &amp; me!",
        "is plain and has markup",
    ),
    "Sie": Plant(
        checks.habits,
        "de/people.ftl",
        "Hallo { $name }!",
        "Hallo { $name }, wie können wir Ihnen helfen?",
        "'Ihnen': du",
    ),
    "Sie with a verb": Plant(
        checks.habits,
        "de/people.ftl",
        "Hallo { $name }!",
        "Hallo { $name }, Sie sind dran.",
        "'Sie sind': du",
    ),
    "magázás": Plant(
        checks.habits, "hu/people.ftl", "Szia, { $name }!", "Üdvözöljük Önt, { $name }!", "tegezés"
    ),
    "another word": Plant(
        checks.habits,
        "en/people.ftl",
        "Hi { $name }!",
        "Hi { $name }, join the waiting list!",
        "it is the waitlist",
    ),
    "our own word": Plant(
        checks.habits, "hu/people.ftl", "Szia, { $name }!", "Szia, { $name }, backfill!", "our own word"
    ),
    "straight quote": Plant(checks.habits, "en/people.ftl", "You’re booked.", "You're booked.", "typography"),
    "three dots": Plant(
        checks.habits, "de/people.ftl", "Hallo { $name }!", "Hallo { $name }...", "typography"
    ),
    "long button": Plant(
        checks.lengths,
        "de/common.ftl",
        "= Buchen\n",
        "= Diesen Platz jetzt verbindlich buchen\n",
        "button-book has",
    ),
    "long button beside another": Plant(
        checks.lengths, "hu/common.ftl", "= Leiratkozom\n", "= Lekerülök a várólistáról\n", "button-leave has"
    ),
    "long reason": Plant(
        checks.lengths,
        "de/admin.ftl",
        "= Absprache mit der Gruppe",
        "= In der Gruppe einvernehmlich abgesprochen",
        "because has",
    ),
    "long toast": Plant(
        checks.lengths,
        "en/refusals.ftl",
        "This offer has been taken back.",
        "This offer has been taken back. " * 7 + "x",
        "refusal-offer-withdrawn has",
    ),
    "long only with its values": Plant(
        checks.lengths,
        "en/admin.ftl",
        "admin-then-booked = Booked from the line: { $names }",
        "admin-then-booked = " + "Booked from the line. " * 5 + "{ $names }",
        "admin-then-booked has",
    ),
    "long with who was faster": Plant(
        checks.lengths,
        "en/admin.ftl",
        "admin-refusal-offer-taken = This offer is over:",
        "admin-refusal-offer-taken = " + "This offer is over. " * 6,
        "who was faster are too long",
    ),
    "long command": Plant(
        checks.lengths,
        "en/system.ftl",
        "command-help = What",
        "command-help = Everything that anybody could ever want to know about what",
        "command-help has",
    ),
    "a label that hides its state": Plant(
        checks.lengths, "en/people.ftl", "free } for the", "free } of them held for the", "label-held has"
    ),
    "a text that refers to nothing": Plant(
        checks.rendered, "en/people.ftl", "Hi { $name }!", "Hi { nobody-here }!", "start-hello"
    ),
    "a function that is not there": Plant(
        checks.rendered, "en/people.ftl", "Hi { $name }!", "Hi { LOUD($name) }!", "start-hello"
    ),
    "junk stops everything": Plant(
        checks.rendered, "hu/common.ftl", "button-book =", "button book =", "hu: "
    ),
    "unused": Plant(
        checks.used,
        "en/common.ftl",
        ACCEPT,
        ACCEPT + "button-dance = Dance\n",
        "button-dance is used nowhere",
    ),
    "said but not there": Plant(
        checks.used, "en/people.ftl", "start-about =", "start-abuot =", "there is no text start-about"
    ),
    "in a table but not there": Plant(
        checks.used,
        "en/admin.ftl",
        "admin-reason-need =",
        "admin-reason-neeed =",
        "there is no text admin-reason-need",
    ),
    "put together but not there": Plant(
        checks.used,
        "en/people.ftl",
        "toast-declined-keep =",
        "toast-declined-kept =",
        "there is no text toast-declined-keep",
    ),
    "a letter's head but not there": Plant(
        checks.used, "en/people.ftl", "booking-made =", "booking-mad =", "there is no text booking-made"
    ),
    "a refusal without its sentence": Plant(
        checks.used,
        "en/refusals.ftl",
        "refusal-hold-over =",
        "refusal-hold-ower =",
        "there is no text refusal-hold-over",
    ),
    "a value that is not given": Plant(
        checks.used,
        "en/refusals.ftl",
        "Only administrators of",
        "{ $name }: Only administrators of",
        "said without name",
    ),
}


def planted(tmp_path: Path, plant: Plant) -> Catalogue:
    folder = tmp_path / "locales"
    shutil.copytree(FOLDER, folder)
    file = folder / plant.file
    text = file.read_text(encoding="utf-8")
    assert text.count(plant.old) == 1, f"the plant has lost its ground: {plant.old!r}"
    file.write_text(text.replace(plant.old, plant.new), encoding="utf-8")
    return read(folder)


def test_every_plant_has_its_ground() -> None:
    """All of them, every time: one that has lost it shows nothing until its turn comes."""
    files = {plant.file for plant in PLANTS.values()}
    texts = {file: (FOLDER / file).read_text(encoding="utf-8") for file in files}
    assert [name for name, plant in PLANTS.items() if texts[plant.file].count(plant.old) != 1] == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_mistake_is_told(tmp_path: Path, name: str) -> None:
    plant = PLANTS[name]
    problems = plant.check(planted(tmp_path, plant))
    assert any(plant.told in problem for problem in problems), problems


def test_a_text_that_has_moved_is_told(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "locales")
    home, away = (tmp_path / "locales" / "hu" / f"{name}.ftl" for name in ("common", "system"))
    first, moved = home.read_text(encoding="utf-8").rsplit("\n\n", 1)
    home.write_text(first + "\n", encoding="utf-8")
    away.write_text(f"{away.read_text(encoding='utf-8')}\n{moved}", encoding="utf-8")
    assert "hu: window-any stands in another file or has other attributes" in checks.complete(
        read(tmp_path / "locales")
    )


def test_an_untouched_copy_is_well(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "locales")
    copy = read(tmp_path / "locales")
    assert [check(copy) for check in checks.ALL] == [[]] * len(checks.ALL)


def test_every_check_is_planted() -> None:
    assert {plant.check for plant in PLANTS.values()} == set(checks.ALL)


# What stands in the code instead.

CODE = {
    'texts.say("start-helo")': "there is no text start-helo",
    'texts.plain("hello-world")': "there is no text hello-world",
    'WORDS = {"keep": "toast-keep"}': "there is no text toast-keep",
    'key = f"offer-{kind}"': "there is no text offer-*",
    'texts.say("start-hello")': "start-hello is said without name",
    'texts.say("leave-ask", event=event)': "leave-ask is said without position",
    'texts.say("leave-ask", **titled(texts, event))': "leave-ask is said without position",
    'desk.about("entry-paused-until", event)': "entry-paused-until is said without until",
    'texts.plain("booking-stands")': "booking-stands is said plain",
}


@pytest.mark.parametrize("code", CODE)
def test_a_mistake_in_the_code_is_told(code: str) -> None:
    uses = [*usage.all_uses(), *usage.uses_in(code, "planted")]
    assert [problem for problem in checks.used(read(), uses) if CODE[code] in problem]


@pytest.mark.parametrize(
    "code",
    [
        'texts.say("start-hello", name=name)',
        'texts.say("leave-ask", **values)',
        'desk.about("my-waiting", event, position=1)',
        'log.info("offer-refused")',
        'button(texts, "button-back", "join-confirm", 1)',
        'WORDS = ("a-freeze", "utf-eight")',
    ],
)
def test_what_is_right_in_the_code_is_not(code: str) -> None:
    uses = [*usage.all_uses(), *usage.uses_in(code, "planted")]
    assert checks.used(read(), uses) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('texts.say("offer-call-rule", until=offer.expires_at)', True),
        ('texts.say("offer-call-rule", until=texts.when(offer.expires_at, zone))', False),
    ],
)
def test_a_moment_as_it_is(code: str, told: bool) -> None:
    assert bool(usage.raw_moments(code, "planted", samples.MOMENTS)) is told

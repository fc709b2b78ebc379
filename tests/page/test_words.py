"""The page's words: three languages with the same keys and placeholders, all of them used and none missing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from engine.notices.notice import Kind

ROOT = Path(__file__).parents[2]
PAGES = {"sandbox": ROOT / "bot" / "sandbox" / "page", "demo": ROOT / "bot" / "demo" / "page"}
LANGUAGES = ("en", "hu", "de")
PREFIX = "stage."  # the stage's own; its modules leave it out
FORMS = (".one", ".many")  # one text for 1 and one for more, chosen by the number
PLACE = re.compile(r"\{(\w+)\}")
LITERAL = re.compile(r'"([a-z][\w.-]*)"')
TEMPLATE = re.compile(r"`([^`$\s]*\.)\$\{[^`]*`")
LISTED = ROOT / "bot" / "jobs" / "listed.py"
JOB = re.compile(r'Job\("([a-z-]+)"')
ASKED = re.compile(r'\b(?:t|count)\(\s*"([^"]+)"|\b(?:"data-t(?:-label|-hint)?"|t|tLabel|tHint): "([^"]+)"')

pages = pytest.mark.parametrize("page", PAGES)


def words(page: str, language: str) -> dict[str, str]:
    """The table; a key that comes twice is a mistake."""
    text = (PAGES[page] / "words" / f"{language}.js").read_text(encoding="utf-8")
    body = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    body = re.sub(r"^\s*export default\s*|\s*;\s*$", "", body.strip())
    pairs = json.loads(re.sub(r",\s*\}$", "}", body), object_pairs_hook=list)
    assert len(dict(pairs)) == len(pairs), f"a key comes twice in {language}.js"
    return dict(pairs)


def modules(page: str) -> str:
    """Everything but the words; extras of the demo may use what the chat page says."""
    files = [path for path in PAGES[page].glob("*.*") if path.suffix in (".js", ".html")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def form(key: str) -> str:
    """The key as a module asks for it."""
    bare = key.removeprefix(PREFIX)
    return next((bare.removesuffix(end) for end in FORMS if bare.endswith(end)), bare)


@pages
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_the_same(page: str, language: str) -> None:
    english, other = words(page, "en"), words(page, language)
    assert other.keys() == english.keys()
    for key, text in english.items():
        told = {"n"} if key.endswith(".one") else set()  # "one" may stand for it
        assert set(PLACE.findall(other[key])) - told == set(PLACE.findall(text)) - told, key


@pages
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_something(page: str, language: str) -> None:
    for key, text in words(page, language).items():
        assert text == text.strip(), key
        assert text, key


@pages
def test_no_word_is_left_over(page: str) -> None:
    source = modules(page)
    said = set(LITERAL.findall(source))
    begun = tuple(TEMPLATE.findall(source))
    unused = [
        key
        for key in words(page, "en")
        if not {key, form(key), key.removeprefix(PREFIX)} & said
        and not form(key).startswith(begun)
        and not key.startswith(begun)
    ]
    assert unused == []


@pages
def test_no_word_is_missing(page: str) -> None:
    known = {form(key) for name in PAGES for key in words(name, "en")}
    known |= {key for name in PAGES for key in words(name, "en")}
    asked = {first or second for first, second in ASKED.findall(modules(page))}
    assert {key for key in asked if key not in known} == set()


def test_every_letter_and_every_job_has_words() -> None:
    """On the stage, where a name without words would be shown as it is."""
    letters = {f"stage.letter.{kind}" for kind in (*get_args(Kind), "alert")}
    jobs = {f"stage.job.{name}" for name in JOB.findall(LISTED.read_text(encoding="utf-8"))}
    assert len(jobs) > 15
    for language in LANGUAGES:
        assert (letters | jobs) - words("demo", language).keys() == set(), language

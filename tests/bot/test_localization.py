"""The words: strict, in the reader's language, and English where there are none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import localization
from bot.localization import load_texts, pick_language
from handlers.door import Html, Texts
from tests.texts import TEXTS

NOON = datetime(2026, 12, 1, 17, 0, tzinfo=UTC)


@pytest.fixture(params=["en", "hu", "de"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return TEXTS[request.param]


def test_a_key_or_a_variable_that_is_missing_never_reaches_a_reader(texts: Texts) -> None:
    for say in (texts.say, texts.plain):
        with pytest.raises(KeyError):
            say("no-such-key")
        with pytest.raises(KeyError, match="start-hello"):
            say("start-hello")


def test_values_are_escaped_in_messages_only(texts: Texts) -> None:
    assert "&lt;b&gt;&amp;" in texts.say("start-hello", name="<b>&")
    assert "<b>&" in texts.plain("start-hello", name="<b>&")
    assert "<b>x</b>" in texts.say("start-hello", name=Html("<b>x</b>"))
    assert "{ $x }" in texts.say("start-hello", name="{ $x }")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"en": "Yoga", "hu": "Jóga", "de": "Joga"}, {"en": "Yoga", "hu": "Jóga", "de": "Joga"}),
        ({"en": "Yoga"}, {"en": "Yoga", "hu": "Yoga", "de": "Yoga"}),
        ({"hu": "Jóga"}, {"en": "Jóga", "hu": "Jóga", "de": "Jóga"}),
        ({"hu": "", "en": "Yoga"}, {"en": "Yoga", "hu": "Yoga", "de": "Yoga"}),
        ({}, {"en": "", "hu": "", "de": ""}),
    ],
)
def test_a_name_in_the_readers_language_or_in_another(
    names: dict[str, str], said: dict[str, str], texts: Texts
) -> None:
    assert texts.name(names) == said[texts.language]


def test_what_is_no_name() -> None:
    with pytest.raises(TypeError):
        TEXTS["en"].name("Yoga")


def test_moments_in_the_zone_of_the_event() -> None:
    assert [t.when(NOON, "Europe/Budapest") for t in TEXTS.values()] == [
        "Di., 1. Dez., 18:00",
        "Tue 1 Dec, 18:00",
        "dec. 1. (k) 18:00",
    ]
    assert TEXTS["en"].when(NOON, "America/New_York") == "Tue 1 Dec, 12:00"


def test_a_month_and_its_short_name() -> None:
    said = {name: (texts.month("2026-09"), texts.month_short("2026-09")) for name, texts in TEXTS.items()}
    assert said["en"] == ("September 2026", "Sep")
    assert said["hu"] == ("2026. szeptember", "szept")
    assert said["de"] == ("September 2026", "Sep")


def test_a_deadline_today_is_a_time() -> None:
    say = TEXTS["en"].until
    assert say(NOON, "Europe/Budapest", NOON - timedelta(hours=17)) == "18:00"
    assert say(NOON, "Europe/Budapest", NOON - timedelta(hours=19)) == "Tue 1 Dec, 18:00"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=-5), "0 seconds"),
        (timedelta(seconds=59), "59 seconds"),
        (timedelta(minutes=1, seconds=59), "1 minute"),
        (timedelta(hours=2, minutes=30), "2 hours 30 minutes"),
        (timedelta(days=7), "7 days"),
    ],
)
def test_a_length(length: timedelta, said: str) -> None:
    assert TEXTS["en"].length(length) == said


@pytest.mark.parametrize(
    ("code", "known", "chosen"),
    [
        ("hu-HU", ("en", "hu"), "hu"),
        ("de_AT", ("en", "de"), "de"),
        ("fr", ("hu", "en"), "en"),
        (None, ("hu", "en"), "en"),
        ("", ("hu",), "hu"),
        ("en", (), "en"),
    ],
)
def test_whose_language(code: str | None, known: tuple[str, ...], chosen: str) -> None:
    assert pick_language(code, known) == chosen


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        ({"a.ftl": "good = one\n!!! junk\n"}, "is no Fluent text"),
        ({"a.ftl": "one = 1\n", "b.ftl": "one = 2\n"}, "stands in another file too"),
    ],
)
def test_a_text_that_cannot_be_read_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], wrong: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "a file").touch()
    for name, content in files.items():
        (tmp_path / "en" / name).write_text(content)
    monkeypatch.setattr(localization, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=wrong):
        load_texts()


def test_a_message_without_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("one =\n    .title = only this\n")
    monkeypatch.setattr(localization, "FOLDER", tmp_path)
    with pytest.raises(KeyError):
        load_texts()["en"].plain("one")

"""Days, times and lengths as people write them, and codes made of names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.catalogue.values import CODE
from handlers.admin.codes import MOST, slug, unused
from handlers.admin.new_question import NOTHING, New
from handlers.admin.wizards import written
from tests.texts import TEXTS

TODAY = date(2026, 11, 21)  # a Saturday


DAYS = [
    ("en", "2026-12-01", "2026-12-01"),
    ("en", "2026-12-1", "2026-12-01"),
    ("en", "1 Dec", "2026-12-01"),
    ("en", "Dec 1", "2026-12-01"),
    ("en", "december 1st, 2027", "2027-12-01"),
    ("en", "2nd Jan", "2027-01-02"),
    ("en", "1.12.", "2026-12-01"),
    ("en", "Tomorrow", "2026-11-22"),
    ("en", "day after tomorrow", "2026-11-23"),
    ("en", "Saturday", "2026-11-21"),
    ("en", "thu", "2026-11-26"),
    ("de", "12.1.", "2027-01-12"),
    ("de", "1.12.2026", "2026-12-01"),
    ("de", "1. 12. 26", "2026-12-01"),
    ("de", "1. Dezember", "2026-12-01"),
    ("de", "3. Jänner 2028", "2028-01-03"),
    ("de", "5. März", "2027-03-05"),
    ("de", "Do.", "2026-11-26"),
    ("de", "übermorgen", "2026-11-23"),
    ("hu", "12. 1.", "2026-12-01"),
    ("hu", "12.01.", "2026-12-01"),
    ("hu", "2026. 12. 01.", "2026-12-01"),
    ("hu", "dec. 1.", "2026-12-01"),
    ("hu", "2027. január 5.", "2027-01-05"),
    ("hu", "holnap", "2026-11-22"),
    ("hu", "csütörtök", "2026-11-26"),
    ("hu", "heute", "2026-11-21"),  # in another language than the group's
    ("de", "2026.12.01", "2026-12-01"),  # a year in front: the month follows
    ("en", "29 Feb", "2028-02-29"),
    ("en", "21 Nov", "2026-11-21"),
    ("en", "20 Nov", "2027-11-20"),
    ("en", "20 Nov 2026", "2026-11-20"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), DAYS, ids=[text for _, text, _ in DAYS])
def test_days(language: str, text: str, wanted: str) -> None:
    assert written.day(text, TEXTS, language, TODAY) == wanted


@pytest.mark.parametrize(
    "text", ["1/12", "31.2.", "soon", "", "12", "99 Dec", "1 Foo", "0.0.", "1.12.3000000"]
)
def test_what_is_no_day_is_left_as_it_is(text: str) -> None:
    assert written.day(text, TEXTS, "de", TODAY) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("18:30", "18:30"), ("18.30", "18:30"), ("18h30", "18:30"), ("18", "18:00"), ("9", "09:00"),
        ("6 pm", "18:00"), ("6:15PM", "18:15"), ("12 am", "00:00"), ("12 pm", "12:00"), ("18 Uhr", "18:00"),
        ("um 18.15 Uhr", "18:15"), ("18 óra", "18:00"), ("18:30-kor", "18:30-kor"), ("at 7:05", "07:05"),
        ("18 órakor", "18:00"), ("02:30 +01:00", "02:30+01:00"), ("2:30Z", "02:30Z"), ("noon", "noon"),
        ("13 pm", "13:00"),         ("7:6", "7:6"),
    ],
)  # fmt: skip
def test_times(text: str, wanted: str) -> None:
    assert written.time(text, TEXTS) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("75", "75"), ("75 min", "75"), ("90 perc", "90"), ("1 h", "60"), ("1h 15min", "75"), ("1h15", "75"),
        ("2 Stunden", "120"), ("1 Std. 15 Min.", "75"), ("1 óra 15 perc", "75"), ("1,5 h", "1,5 h"), ("x", "x"),
        ("1 parsec", "1 parsec"), ("1 h 5 parsec", "1 h 5 parsec"), ("45 m", "45"), ("", ""), ("1 min 5", "1 min 5"),
    ],
)  # fmt: skip
def test_lengths(text: str, wanted: str) -> None:
    assert written.minutes(text, TEXTS) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mon, Thu", [0, 3]), ("thu mon thu", [0, 3]), ("Mo+Do", [0, 3]), ("hétfő, csütörtök", [0, 3]),
        ("H, Cs, V", [0, 3, 6]), ("Mon, soon", []), ("", []), ("sonntags", [6]),
    ],
)  # fmt: skip
def test_weekdays(text: str, wanted: list[int]) -> None:
    assert written.weekdays(text, TEXTS) == wanted


@pytest.mark.parametrize("language", TEXTS)
@given(st.data())
def test_a_day_as_it_is_shown_is_read_again(language: str, data: st.DataObject) -> None:
    """Without its weekday."""
    wanted = TODAY + timedelta(days=data.draw(st.integers(0, 364)))
    shown = TEXTS[language].day(wanted, wanted)
    bare = {
        "en": lambda: shown.split(" ", 1)[1],
        "de": lambda: shown.split(", ", 1)[1],
        "hu": lambda: shown.split(" (")[0],
    }
    assert written.day(bare[language](), TEXTS, language, TODAY) == wanted.isoformat()


@pytest.mark.parametrize("language", TEXTS)
def test_each_examples_of_a_hint_is_read(language: str) -> None:
    """What a question gives as an example must be understood."""
    texts = TEXTS[language]
    either = {"en": " or ", "de": " oder ", "hu": " vagy "}[language]

    def examples(key: str) -> list[str]:
        listed = texts.plain(key).split(": ", 1)[1]
        return listed.replace(either, ", ").split(", ")

    days = [written.day(text, TEXTS, language, TODAY) for text in examples("wizard-hint-date")]
    assert days == ["2026-12-01", "2026-11-22", "2026-11-26", "2026-12-01"]
    assert [written.time(text, TEXTS) for text in examples("wizard-hint-time")] == ["18:30", "18:00"]
    assert [written.minutes(text, TEXTS) for text in examples("wizard-hint-minutes")] == ["75", "75"]
    count, last = examples("wizard-hint-until")
    assert count == "10" and written.day(last, TEXTS, language, TODAY) == "2027-01-31"
    assert written.weekdays(examples("wizard-hint-days")[0], TEXTS) == [0]


@pytest.mark.parametrize("key", ["words-months", "words-weekdays", "label-weekdays"])
def test_there_are_as_many_words_as_months_and_days(key: str) -> None:
    for texts in TEXTS.values():
        assert len(texts.plain(key).split(", ")) == (12 if key == "words-months" else 7)


def test_no_word_names_two_days_or_months() -> None:
    """Each language may be written in any group."""
    for key in ("words-months", "words-weekdays"):
        found: dict[str, int] = {}
        for texts in TEXTS.values():
            for place, ways in enumerate(texts.plain(key).split(", ")):
                for way in ways.split("/"):
                    assert found.setdefault(way, place) == place, way


@given(st.text(max_size=60), st.sampled_from(["en", "hu", "de"]))
def test_a_code_of_any_name(name: str, language: str) -> None:
    code = slug(name, language)
    assert CODE.fullmatch(code) and len(code) <= MOST and not code.startswith("-") and not code.endswith("-")


NAMES = [
        ("Jóga kezdőknek", "hu", "joga-kezdoknek"), ("Öröm űzés", "hu", "orom-uzes"), ("Übungen", "de", "uebungen"),
        ("Straße", "de", "strasse"), ("Café & Crème", "en", "cafe-creme"), ("W" * 60, "en", "w" * MOST),
        ("Yoga for absolute beginners", "en", "yoga-for-absolute"), ("瑜伽", "en", "new"),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "language", "wanted"), NAMES, ids=[name for name, _, _ in NAMES])
def test_codes_of_names(name: str, language: str, wanted: str) -> None:
    assert slug(name, language) == wanted


@given(st.text("ab-", min_size=1, max_size=12), st.integers(8, 12), st.sets(st.text("ab-2", max_size=12)))
def test_an_unused_code_is_free_and_short(wanted: str, most: int, taken: set[str]) -> None:
    taken |= {wanted[:most], f"{wanted[: most - 2]}-2"}
    code = unused(wanted, most, taken)
    assert code not in taken and len(code) <= most


@pytest.mark.parametrize(("text", "language", "wanted"), [
        ("Welche Größe?", "de", "welche-groesse"), ("Hány éves űrhajós?", "hu", "hany-eves-urhajos"),
        ("?!", "en", "question"),
    ])  # fmt: skip
def test_codes_of_questions(text: str, language: str, wanted: str) -> None:
    new = New(1, "text", wants=NOTHING, texts={language: text})
    assert new.question(required=True).code == wanted

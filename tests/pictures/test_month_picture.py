"""The picture of a month: its words have room in every language, whatever the figures, and it comes out the same."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import asdict
from itertools import combinations

import pytest
from PIL import Image, ImageFont

from handlers.admin.metrics_sheet import sheet
from handlers.pictures.canvas import FOLDER, Box, Canvas, Written
from handlers.pictures.month import EDGE, WIDTH, drawn, picture
from handlers.pictures.palette import DARK, LIGHT, Palette
from handlers.pictures.sheet import Sheet
from tests.pictures.runs import HUGE, NOTHING, RUNS, USUAL, before
from tests.texts import TEXTS

READABLE = 20
"""Words of a picture of this width, as large as a phone shows it, are no smaller than captions."""


def shown(language: str, name: str, months: int) -> Sheet:
    return sheet(TEXTS[language], RUNS[name], before(months))


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize(("name", "months"), [("usual", 6), ("huge", 11), ("tiny", 1), ("nothing", 0)])
def test_all_words_have_room(language: str, name: str, months: int) -> None:
    canvas = drawn(shown(language, name, months), LIGHT)
    assert all(words.whole for words in canvas.written), canvas.written
    assert all(words.size >= READABLE for words in canvas.written), canvas.written
    inside = Box(EDGE, 0, WIDTH - EDGE, canvas.height)
    assert [words for words in canvas.written if not within(words, inside)] == []
    assert [pair for pair in combinations(canvas.written, 2) if pair[0].box.overlaps(pair[1].box)] == []
    assert 1 <= canvas.height / canvas.width <= 2, "Telegram shows it as wide as the chat"


def within(words: Written, box: Box) -> bool:
    ours = words.box
    return (
        box.left <= ours.left
        and ours.right <= box.right
        and box.top <= ours.top
        and ours.bottom <= box.bottom
    )


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_every_letter_is_in_the_fonts(language: str) -> None:
    """What a font does not have it shows as a box."""
    letters = {letter for words in drawn(shown(language, "huge", 11), LIGHT).written for letter in words.text}
    letters |= set("áéíóöőúüűÁÉÍÓÖŐÚÜŰäöüßÄÖÜ–…")
    for weight in ("Regular", "Bold"):
        font = ImageFont.truetype(FOLDER / f"Inter-{weight}.ttf", 40, layout_engine=ImageFont.Layout.BASIC)
        box = bytes(font.getmask("\U0010ffff"))
        assert {letter for letter in letters if bytes(font.getmask(letter)) == box} == set()


def test_the_same_figures_give_the_same_picture() -> None:
    made = [picture(shown("hu", "usual", 6), LIGHT) for _ in range(2)]
    assert made[0] == made[1]
    assert len(made[0]) < 1_000_000


def test_light_and_dark_say_the_same() -> None:
    light, dark = (drawn(shown("en", "usual", 3), palette) for palette in (LIGHT, DARK))
    assert light.written == dark.written
    pixels = [Image.open(io.BytesIO(canvas.png())).convert("L") for canvas in (light, dark)]
    assert [image.getpixel((2, 2)) for image in pixels] == [grey(LIGHT.ground), grey(DARK.ground)]
    assert all(len(image.getcolors() or ()) > 50 for image in pixels)


def grey(colour: str) -> int:
    return Image.new("RGB", (1, 1), colour).convert("L").histogram().index(1)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_stand_out_from_what_is_behind_them(palette: Palette) -> None:
    """As WCAG 2 measures it: 4.5 for words, 3 for what is drawn."""
    colours = asdict(palette)
    for name in ("ink", "muted"):
        assert contrast(colours[name], colours["card"]) >= 4.5
        assert contrast(colours[name], colours["ground"]) >= 4.5
    for name in ("one", "good"):
        assert contrast(colours[name], colours["card"]) >= 3


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_shown_is_what_was_counted() -> None:
    words = [each.text for each in drawn(shown("en", "usual", 3), LIGHT).written]
    for text in (
        "September 2026",
        "Version 3 · booked",
        "90%",
        "47 / 52",
        "9 / 81",
        "38 / 40 · 95%",
        "100%",
        "3+",
    ):
        assert text in words, text
    assert "booked now" not in [each.text for each in drawn(shown("en", "tiny", 0), LIGHT).written]
    assert sum(part.part or 0 for part in shown("en", "huge", 0).choices) == pytest.approx(1)


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    canvas = Canvas(200, 100, LIGHT.ground)
    canvas.words("immeasurably long words", (10, 50), 40, LIGHT.ink, width=120)
    (written,) = canvas.written
    assert not written.whole and written.text.endswith("…") and written.box.right <= 132


def test_fonts_are_loaded_when_the_first_picture_is_drawn() -> None:
    """They take memory that nobody needs before."""
    code = "import sys, handlers.admin.table; sys.exit('PIL.ImageFont' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_huge_figures_are_told_apart_by_spaces() -> None:
    assert sheet(TEXTS["de"], HUGE, []).facts[0][0] == "780\u00a0123 / 1\u00a0000\u00a0000"
    assert sheet(TEXTS["de"], NOTHING, []).facts[0][0] == "0 / 0"
    assert sheet(TEXTS["de"], USUAL, []).trend is None

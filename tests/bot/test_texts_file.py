"""Texts are read as Fluent's own parser reads them, only sooner."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import example, given
from hypothesis import strategies as st

from bot.localization import FOLDER
from bot.texts_file import read_texts

FILES = sorted(FOLDER.glob("*/*.ftl"))


def told(entries: list[ast.EntryType]) -> list[object]:
    """Every text, and what is none; comments are nobody's."""
    kinds = (ast.Message, ast.Term, ast.Junk)
    found = [entry for entry in entries if isinstance(entry, kinds)]
    return [_plain(entry) for entry in found]


def _plain(entry: ast.EntryType) -> object:
    if isinstance(entry, ast.Junk):
        return "junk"
    entry.comment = None
    return entry.to_json()


def both(source: str) -> tuple[list[object], list[object]]:
    parsed = FluentParser(with_spans=False).parse(source).body
    return told([*read_texts(source)]), told(parsed)


@pytest.mark.parametrize("file", FILES[::16], ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_file_is_read_as_by_the_parser(file: Path) -> None:
    """Some of them; in a long run all."""
    ours, theirs = both(file.read_text(encoding="utf-8"))
    assert ours == theirs


@pytest.mark.long
def test_every_file_is() -> None:
    for file in FILES:
        ours, theirs = both(file.read_text(encoding="utf-8"))
        assert ours == theirs, file


WORDS = ("words", " ", "{ $x }", "{$y}", '{""}', "ő", "[", "*", "\t")
LINES = ("a = ", "b-1 =", "= ", "\n", "\n    ", "# note", ".title = t", "-term = u", "\r")
BRACES = ("{ ", "}", "{ $n ->\n    [one] 1\n   *[other] 2\n}")
PIECES = st.sampled_from((*WORDS, *LINES, *BRACES))


@given(st.lists(PIECES, max_size=12).map("".join))
@example("a = one\nb = two { $x } three  \n\n\n# note\nc = { $y }{ $y }\n")
@example("a = one\n    and more\nb = two\n")
@example("a = one }\nb = { $x\nc = 3\n")
@example("a =\n    .title = only this\n")
@example("a = { $x ->\n[one] 1\n*[other] 2\n}\nb = x\n")
def test_anything_is_read_as_by_the_parser(source: str) -> None:
    ours, theirs = both(source)
    assert [each for each in ours if each != "junk"] == [each for each in theirs if each != "junk"]
    assert ("junk" in ours) == ("junk" in theirs)

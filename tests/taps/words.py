"""Which sentence of which language a text is: each key's words as an expression, with anything for its variables."""

from __future__ import annotations

import html
import re
from functools import cache

from fluent.syntax import FluentParser, ast

from bot.localization import FOLDER

MARKUP = re.compile(r"</?[a-z]+>")


@cache
def _patterns(language: str) -> dict[str, ast.Pattern]:
    found = {}
    for file in (FOLDER / language).glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                found[entry.id.name] = entry.value
    return found


@cache
def sentence(language: str, key: str) -> re.Pattern[str]:
    """Fits what a reader sees of this sentence, in this language and in no other."""
    return re.compile(_expression(_patterns(language)[key]))


def _expression(pattern: ast.Pattern) -> str:
    return "".join(_element(element) for element in pattern.elements)


def _element(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(html.unescape(MARKUP.sub("", element.value)))
    match element.expression:
        case ast.SelectExpression(variants=variants):
            return "(?:" + "|".join(_expression(variant.value) for variant in variants) + ")"
        case ast.StringLiteral(value=value):
            return re.escape(value)
        case _:
            return r"(?:.+?)"


def says(language: str, key: str, text: str) -> bool:
    """Whether the text has this sentence."""
    return sentence(language, key).search(text) is not None

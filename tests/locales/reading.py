"""The catalogue as its files say it, without the bot: every language's messages with what they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

FOLDER = Path(__file__).parents[2] / "locales"


@dataclass
class Parts(Visitor):
    """What a pattern refers to, and the selections it makes: (variable, the keys of its variants, the default)."""

    variables: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    selections: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.terms.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = tuple(_key(variant) for variant in node.variants)
        default = next(_key(variant) for variant in node.variants if variant.default)
        selector = node.selector
        name = selector.id.name if isinstance(selector, ast.VariableReference) else ""
        self.selections.append((name, keys, default))
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


@dataclass(frozen=True)
class Text:
    """One message of one language."""

    id: str
    file: str
    source: str
    attributes: frozenset[str]
    parts: Parts
    empty: bool

    @property
    def letters(self) -> str:
        """Its own words, without variables, markup, figures and signs."""
        words = re.sub(r"<[^>]*>", "", "".join(self.parts.words))
        return "".join(sign for sign in words if sign.isalpha())


@dataclass
class Catalogue:
    """By language: its texts by id, the names of its terms, and what could not be read or came twice."""

    folder: Path
    texts: Mapping[str, Mapping[str, Text]]
    terms: Mapping[str, frozenset[str]]
    troubles: list[str]

    def pairs(self) -> Iterator[tuple[str, Text]]:
        """Every language with each of its texts."""
        for language, texts in self.texts.items():
            for text in texts.values():
                yield language, text


def read(folder: Path = FOLDER) -> Catalogue:
    """Every language that has a folder."""
    texts: dict[str, dict[str, Text]] = {}
    terms: dict[str, frozenset[str]] = {}
    troubles: list[str] = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        found, known = _language(place, troubles)
        texts[place.name], terms[place.name] = found, frozenset(known)
    return Catalogue(folder, texts, terms, troubles)


def _language(place: Path, troubles: list[str]) -> tuple[dict[str, Text], set[str]]:
    found: dict[str, Text] = {}
    terms: set[str] = set()
    for file in sorted(place.glob("*.ftl")):
        where = f"{place.name}/{file.name}"
        for entry in _entries(file.read_text(encoding="utf-8"), file.name):
            if isinstance(entry, ast.Junk):
                troubles.append(f"{where}: junk: {(entry.content or '').strip()[:60]}")
            elif isinstance(entry, ast.Term):
                terms.add(entry.id.name)
            else:
                if entry.id in found:
                    troubles.append(f"{where}: {entry.id} stands twice")
                found[entry.id] = entry
    return found, terms


@cache  # copies differ in one file
def _entries(source: str, file: str) -> tuple[Text | ast.Term | ast.Junk, ...]:
    """What stands in a file, comments left out."""
    return tuple(
        _text(entry, file) if isinstance(entry, ast.Message) else entry
        for entry in FluentParser().parse(source).body
        if isinstance(entry, ast.Message | ast.Term | ast.Junk)
    )


def _text(entry: ast.Message, file: str) -> Text:
    parts = Parts()
    if entry.value is not None:
        parts.visit(entry.value)
    source = FluentSerializer().serialize_entry(entry).partition("=")[2].strip()
    empty = not (parts.variables or "".join(parts.words).strip())
    names = frozenset(attribute.id.name for attribute in entry.attributes)
    return Text(entry.id.name, file, source, names, parts, empty)

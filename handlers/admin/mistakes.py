"""What is wrong with a file, in an admin's language, a line for each mistake."""

from pathlib import PurePath

from handlers.door import Texts
from handlers.files import Mistake

TABLES = (".csv", ".xlsx")
CHOICES = 150  # characters of all there is to choose from

# What stands in a place, in words instead of a quotation.
FOUND = {
    "": "admin-found-nothing",
    "nothing": "admin-found-nothing",
    "a list": "admin-found-list",
    "named values": "admin-found-fields",
    "something else": "admin-found-else",
    "more": "admin-found-more",
    "too much": "admin-found-more",
    "macros": "admin-found-macros",
}


def described(texts: Texts, name: str, mistake: Mistake) -> str:
    """One line: where, what stands there, what would be right."""
    place = f"{mistake.path}: " if mistake.path else ""
    return f"{at(texts, name, mistake.line)}{place}{_said(texts, mistake)}"


def at(texts: Texts, name: str, line: int | None) -> str:
    """Where in the file of this name, as its program counts."""
    if line is None:
        return ""
    table = PurePath(name).suffix.lower() in TABLES
    return texts.plain("admin-at-row" if table else "admin-at-line", line=str(line))


def _said(texts: Texts, mistake: Mistake) -> str:
    values = {name: _shown(value) for name, value in mistake.values.items()}
    key = mistake.key.replace("_", "-")
    if mistake.conflict:
        return texts.plain(f"admin-conflict-{key}", **values)
    if "keys" in values:
        hint = texts.plain("admin-wanted-near", **values) if mistake.key == "near" else ""
        return texts.plain("admin-unknown-key", found=mistake.found, choices=values["keys"], hint=hint)
    found = texts.plain(FOUND[mistake.found]) if mistake.found in FOUND else mistake.found
    if "why" in values:
        return texts.plain("admin-syntax", **values)
    hint = texts.plain(f"admin-wanted-{key}", **values)
    return texts.plain("admin-mistake", found=found, hint=hint)


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= CHOICES else f"{text[:CHOICES]}…"

"""An export as the content of a file: CSV for other programs, a workbook for people, JSON for whoever checks it."""

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Literal
from zlib import crc32

from engine.planning import Document
from engine.rules.exporting import DIFFERENCE
from handlers.admin import export_data, export_sheets
from handlers.door import Texts
from handlers.sheets import as_book, as_data

Format = Literal["xlsx", "csv", "json"]
Write = Callable[[Texts, Document], bytes]


def content(texts: Texts, export: Document, form: Format) -> bytes:
    """The file; `export` is one of a version or a difference between two."""
    return WRITE[form](texts, export)


def _csv(texts: Texts, export: Document) -> bytes:
    table = export_data.changes if export["format"] == DIFFERENCE else export_data.table
    return as_data(table(texts, export))


def _xlsx(texts: Texts, export: Document) -> bytes:
    made = export_sheets.changed if export["format"] == DIFFERENCE else export_sheets.pages
    return as_book(made(texts, export))


def _json(_: Texts, export: Document) -> bytes:
    return (json.dumps(export, ensure_ascii=False, indent=1) + "\n").encode()


WRITE: dict[Format, Write] = {"xlsx": _xlsx, "csv": _csv, "json": _json}


def name(export: Document, form: Format, *, nameless: bool = False) -> str:
    """What a file is called."""
    month = export["period"]["month"]
    if export["format"] == DIFFERENCE:
        return f"nextseat-{month}-v{export['before']['number']}-v{export['after']['number']}.{form}"
    parts = [f"nextseat-{month}", *([f"v{export['run']}"] if export["run"] else [])]
    parts += [_slug(value) for value in export["filter"].values()]
    parts += ["proof"] if nameless else []
    return f"{'-'.join(parts)}.{form}"


def _slug(word: str) -> str:
    """As a file's name has it everywhere; a number made of it where nothing is left."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or f"{crc32(word.encode()):08x}"

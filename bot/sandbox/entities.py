"""Text with markup: plain text, its entities, and lengths as Telegram counts them (UTF-16 units)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.refusals import Json

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)])"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}\b)"
)
_LITERAL = ("code", "pre", "text_link", "text_mention")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Plain text and its entities, offsets and lengths in UTF-16 units."""

    text: str
    entities: tuple[Json, ...] = ()


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def trimmed(marked: MarkedText) -> MarkedText:
    """Without blanks around it, as Telegram stores every text; entities that become empty go."""
    text = marked.text.rstrip()
    lead = units(text) - units(text.lstrip())
    text = text.lstrip()
    if text == marked.text:
        return marked
    end = units(text)
    kept = []
    for entity in marked.entities:
        start = min(max(entity["offset"] - lead, 0), end)
        stop = min(max(entity["offset"] + entity["length"] - lead, 0), end)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    return MarkedText(text, tuple(kept))


def with_found(marked: MarkedText) -> MarkedText:
    """Add what Telegram finds by itself: commands, links and mentions outside code and links."""
    text = marked.text
    if "/" not in text and "@" not in text:
        return marked
    taken = [(e["offset"], e["offset"] + e["length"]) for e in marked.entities if e["type"] in _LITERAL]
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        offset, length = units(text[: match.start()]), units(match.group())
        if not any(offset < stop and start < offset + length for start, stop in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return MarkedText(text, in_order([*marked.entities, *found])) if found else marked


def in_order(entities: list[Json]) -> tuple[Json, ...]:
    """Entities by place, the longer first."""
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))

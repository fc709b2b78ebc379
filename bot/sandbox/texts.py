"""From the fields of a call to the text a message keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.entities import MarkedText, in_order, trimmed, units, with_found
from bot.sandbox.html import parse_html
from bot.sandbox.people import Person
from bot.sandbox.refusals import Json, bad_request

People = Mapping[int, Person]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_SOURCE = 1 << 15
"""Bytes of raw text, markup included, beyond which Telegram does not even parse."""

_GIVEN = {
    "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code",
    "pre", "text_link", "text_mention", "custom_emoji", "date_time",
}  # fmt: skip


def message_text(call: Arguments, people: People, too_long: str = "message is too long") -> MarkedText:
    """The `text` of a call, parsed, trimmed and within 4096 UTF-16 units, or Refused."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    marked = _marked(call, people, "text", "entities")
    if not marked.text:
        raise bad_request("text must be non-empty")
    if units(marked.text) > LONGEST_TEXT:
        raise bad_request(too_long)
    return marked


def caption(
    call: Arguments, people: People, too_long: str = "message caption is too long"
) -> MarkedText | None:
    """The `caption` of a call, at most 1024 UTF-16 units after parsing; None when there is none."""
    marked = _marked(call, people, "caption", "caption_entities")
    if units(marked.text) > LONGEST_CAPTION:
        raise bad_request(too_long)
    return marked if marked.text else None


def _marked(call: Arguments, people: People, text_field: str, entities_field: str) -> MarkedText:
    source = call.text(text_field)
    if len(source.encode("utf-8", "surrogatepass")) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    mode = call.text("parse_mode").lower()
    if mode in ("", "none"):
        marked = MarkedText(source, _given(call.structure(entities_field, "entities"), units(source)))
    elif mode == "html":
        marked = _with_people(parse_html(source), people)
    else:
        # The bot writes HTML only; Telegram's two Markdowns are left out rather than done by halves.
        raise bad_request("unsupported parse_mode")
    return with_found(trimmed(marked))


def _with_people(marked: MarkedText, people: People) -> MarkedText:
    """A mention carries the person's card; of somebody unknown only the name stays, as plain text."""
    if not any("user_id" in entity for entity in marked.entities):
        return marked
    kept = [
        _with_card(entity, people) for entity in marked.entities if entity.get("user_id", 0) in {0, *people}
    ]
    return MarkedText(marked.text, tuple(kept))


def _with_card(entity: Json, people: People) -> Json:
    if "user_id" not in entity:
        return entity
    bare = {name: value for name, value in entity.items() if name != "user_id"}
    return bare | {"user": people[entity["user_id"]].card()}


def _given(entities: Any, length: int) -> tuple[Json, ...]:
    if not isinstance(entities, list):
        return ()
    return in_order([entity for raw in entities if (entity := _one_given(raw, length))])


def _one_given(raw: Any, length: int) -> Json | None:
    if not isinstance(raw, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    offset, size = raw.get("offset"), raw.get("length")
    if not isinstance(offset, int) or not isinstance(size, int):
        raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
    if offset < 0 or size <= 0 or offset + size > length:
        raise bad_request("entity begins or ends outside of the text")
    if raw.get("type") not in _GIVEN:
        return None
    return {name: value for name, value in raw.items() if value is not None}

"""Telegram's HTML: a small strict language whose errors name the byte where they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.entities import MarkedText, in_order, units
from bot.sandbox.html_details import broken, detail_of
from bot.sandbox.refusals import Json

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji", "tg-time": "date_time", "a": "text_link",
    "pre": "pre", "code": "code", "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile("[<&]")
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,7})|#(?P<dec>[0-9]{1,8})|(?P<name>[a-zA-Z]+));?")
_TAG_END = re.compile(r"[\s>]|\Z")
_SPACES = re.compile(r"\s*")
_NAME = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begins: int


def parse_html(source: str) -> MarkedText:
    """Plain text and entities. Raises Refused with Telegram's `can't parse entities: …`."""
    if not _SPECIAL.search(source):
        return MarkedText(source)
    return _Reader(source).read()


def decoded(text: str) -> str:
    """Replace the character references that Telegram knows; leave the others as they are."""
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if name := match["name"]:
        return _NAMED.get(name, match.group())
    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return match.group()
    return chr(code)


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.plain: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> MarkedText:
        while (match := _SPECIAL.search(self.source, self.place)) is not None:
            self._take(self.source[self.place : match.start()])
            self.place = match.start()
            if match.group() == "&":
                self._reference()
            elif self.source.startswith("</", self.place):
                self._close_tag()
            else:
                self._open_tag()
        self._take(self.source[self.place :])
        if self.open:
            raise broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return MarkedText("".join(self.plain), in_order(self.entities))

    def _take(self, text: str) -> None:
        self.plain.append(text)
        self.offset += units(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.source, self.place)
        taken = match.group() if match else "&"
        self.place += len(taken)
        self._take(decoded(taken))

    def _at(self, place: int) -> str:
        return f"at byte offset {len(self.source[:place].encode('utf-8', 'surrogatepass'))}"

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.place)
        assert match is not None  # each of these patterns also matches nothing
        self.place = match.end()
        return match.group()

    def _word(self) -> str:
        start = self.place
        end = _TAG_END.search(self.source, start)
        self.place = end.start() if end else len(self.source)
        return self.source[start : self.place].lower()

    def _here(self) -> str:
        return self.source[self.place : self.place + 1]

    def _open_tag(self) -> None:
        begin = self.place
        self.place += 1
        tag = self._word()
        if not self._here():
            raise broken(f"Unclosed start tag {self._at(begin)}")
        if tag not in _TAGS:
            raise broken(f'Unsupported start tag "{tag}" {self._at(begin)}')
        attributes = self._attributes(tag, begin)
        self.place += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise broken(f'Tag "span" must have class "tg-spoiler" {self._at(begin)}')
        self.open.append(_Open(tag, attributes, self.offset, len(self.plain)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip(_SPACES)
            if self._here() == ">":
                return found
            if not self._here():
                raise broken(f"Unclosed start tag {self._at(begin)}")
            name = self._skip(_NAME).lower()
            if not name:
                raise broken(f'Empty attribute name in the tag "{tag}" {self._at(begin)}')
            self._skip(_SPACES)
            if tag == "blockquote" and name == "expandable" and self._here() != "=":
                found[name] = ""
                continue
            found[name] = self._value(tag, begin)

    def _value(self, tag: str, begin: int) -> str:
        if self._here() != "=":
            raise broken(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" {self._at(begin)}'
            )
        self.place += 1
        self._skip(_SPACES)
        quote = self._here()
        if quote not in ("'", '"'):
            return self._bare_value()
        end = self.source.find(quote, self.place + 1)
        if end < 0 or end + 1 >= len(self.source):
            raise broken(f"Unclosed start tag {self._at(begin)}")
        value = self.source[self.place + 1 : end]
        self.place = end + 1
        return decoded(value)

    def _bare_value(self) -> str:
        start = self.place
        value = self._skip(_TOKEN).lower()
        if self._here() and self._here() != ">" and not self._here().isspace():
            raise broken(f"Unexpected end of name token {self._at(start)}")
        return value

    def _close_tag(self) -> None:
        begin = self.place
        if not self.open:
            raise broken(f"Unexpected end tag {self._at(begin)}")
        self.place += 2
        tag = self._word()
        self._skip(_SPACES)
        if self._here() != ">":
            raise broken(f"Unclosed end tag {self._at(begin)}")
        self.place += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise broken(f"Unmatched end tag {self._at(begin)}, {expected}")
        if self.offset > opened.offset:
            self._finish(opened)

    def _finish(self, opened: _Open) -> None:
        entity: Json = {"type": _TAGS[opened.tag], "offset": opened.offset}
        entity["length"] = self.offset - opened.offset
        detail = detail_of(opened.tag, opened.attributes, "".join(self.plain[opened.begins :]))
        if detail is None or self._joins_code(entity, opened):
            return
        self.entities.append(entity | detail)

    def _joins_code(self, entity: Json, opened: _Open) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        if opened.tag != "pre" or not self.entities:
            return False
        last = self.entities[-1]
        same = (last["offset"], last["length"]) == (entity["offset"], entity["length"])
        if last["type"] != "code" or not same or "language" not in last:
            return False
        last["type"] = "pre"
        return True

"""Telegram's HTML, its entities, and its complaints word for word."""

from __future__ import annotations

import pytest

from bot.sandbox.entities import MarkedText, trimmed, units, with_found
from bot.sandbox.html import parse_html
from bot.sandbox.refusals import Json, Refused


def entity(kind: str, offset: int, length: int, **more: object) -> Json:
    return {"type": kind, "offset": offset, "length": length, **more}


READ = [
    ("plain", "plain", []),
    ("<b>x</b><STRONG>y</strong>", "xy", [entity("bold", 0, 1), entity("bold", 1, 1)]),
    ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
    ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ("<s>a</s><strike>b</strike>", "ab", [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1)]),
    ("<del>a</del>", "a", [entity("strikethrough", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
    ("<code>a</code>", "a", [entity("code", 0, 1)]),
    ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
    ('<pre><code class="language-python">a</code></pre>', "a", [entity("pre", 0, 1, language="python")]),
    ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5368")]),
    (
        '<tg-time unix="17" format="r">x</tg-time>',
        "x",
        [entity("date_time", 0, 1, unix_time=17, date_time_format="r")],
    ),
    (
        '<a href="https://a.hu/?a=1&amp;b=2">x</a>',
        "x",
        [entity("text_link", 0, 1, url="https://a.hu/?a=1&b=2")],
    ),
    ("<a href='tg://user?id=7'>x</a>", "x", [entity("text_mention", 0, 1, user_id=7)]),
    ('<a href="nonsense">x</a>', "x", []),
    ("👩‍🦰<b>é</b>", "👩‍🦰é", [entity("bold", 5, 1)]),
    ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
    ("&lt;&gt;&amp;&quot;&#65;&#x1F600;&nbsp;&", '<>&"A😀&nbsp;&', []),
    ("<b></b>x", "x", []),
    ("<b>x</>", "x", [entity("bold", 0, 1)]),
]


@pytest.mark.parametrize(("source", "text", "entities"), READ)
def test_reads(source: str, text: str, entities: list[Json]) -> None:
    assert parse_html(source) == MarkedText(text, tuple(entities))


BROKEN = [
    ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("a <b", "Unclosed start tag at byte offset 2"),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href>y</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
]


@pytest.mark.parametrize(("source", "complaint"), BROKEN)
def test_complains(source: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_units_are_utf16() -> None:
    assert [units(text) for text in ("a", "é", "你", "👍", "👩‍🦰")] == [1, 1, 1, 2, 5]


def test_trimming_moves_entities() -> None:
    marked = MarkedText("  ab  ", (entity("bold", 1, 4), entity("italic", 5, 1)))
    assert trimmed(marked) == MarkedText("ab", (entity("bold", 0, 2),))


def test_finds_commands_links_and_mentions_outside_code() -> None:
    marked = with_found(parse_html("<code>/no</code> /yes@some_bot see https://a.hu/x. @anna a/b"))
    assert [(e["type"], e["offset"]) for e in marked.entities] == [
        ("code", 0), ("bot_command", 4), ("url", 22), ("mention", 38),
    ]  # fmt: skip

"""The colours of a picture, for a light and a dark room."""

from dataclasses import dataclass

Colour = str


@dataclass(frozen=True, slots=True)
class Palette:
    """`ground` behind `card`s; `ink` and `muted` are for words; `track` is where nothing is. `good` is what went well,
    `one`, `two` and `three` are parts of one whole, the first the most."""

    ground: Colour
    card: Colour
    edge: Colour
    ink: Colour
    muted: Colour
    track: Colour
    good: Colour
    one: Colour
    two: Colour
    three: Colour


LIGHT = Palette(
    ground="#eef1f6",
    card="#ffffff",
    edge="#dfe5ee",
    ink="#131a2a",
    muted="#5a667b",
    track="#e4e9f1",
    good="#12946a",
    one="#2b62d9",
    two="#7ba3f0",
    three="#bccff5",
)
DARK = Palette(
    ground="#0e131b",
    card="#19212d",
    edge="#263142",
    ink="#f2f5fa",
    muted="#a3b0c4",
    track="#2c3849",
    good="#3fd39c",
    one="#7eabff",
    two="#4a74c4",
    three="#354f80",
)

"""A picture in the making: rounded shapes with soft edges, and words that stay within their width.

Shapes are drawn several times as large and made smaller, which softens their edges; words come from the font as they
are. Fonts are shipped with the bot, so that a picture is the same on every machine, and has every letter of its
languages.
"""

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from handlers.pictures.palette import Colour

Weight = Literal["Regular", "Bold"]
Align = Literal["left", "middle", "right"]
FOLDER = Path(__file__).parent
FINER = 4
SMALLEST = 0.72
"""How far words shrink to fit, as a part of their size; what is still too long then ends in an ellipsis."""
ANCHORS: dict[Align, str] = {"left": "ls", "middle": "ms", "right": "rs"}


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they stand in the picture; `whole`: none of them had to go."""

    text: str
    box: Box
    size: int
    whole: bool


class Canvas:
    """`written` says where words stand."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width, height), ground)
        self._draw = ImageDraw.Draw(self._image)
        self._fonts: dict[tuple[Weight, int], ImageFont.FreeTypeFont] = {}
        self.written: list[Written] = []

    def slab(self, box: Box, radius: float, colour: Colour, edge: Colour | None = None) -> None:
        """A rectangle with round corners."""

        def shape(draw: ImageDraw.ImageDraw, w: int, h: int) -> None:
            draw.rounded_rectangle((0, 0, w - 1, h - 1), min(radius * FINER, w / 2, h / 2), fill=255)

        if edge is not None:
            self._paste(box, edge, shape)
            box = Box(box.left + 2, box.top + 2, box.right - 2, box.bottom - 2)
        self._paste(box, colour, shape)

    def ring(self, box: Box, width: float, part: float, colour: Colour, track: Colour) -> None:
        """A circle of which a part, from the top and clockwise, is coloured."""
        self._paste(box, track, lambda draw, w, h: draw.arc((0, 0, w - 1, h - 1), 0, 360, 255, _fine(width)))
        if part > 0:
            self._paste(box, colour, lambda draw, w, h: _arc(draw, w, width, min(part, 1.0)))

    def line(self, points: list[tuple[float, float]], width: float, colour: Colour) -> None:
        """Through these points, with round ends and joints."""
        if not points:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        room = width + 2
        box = Box(min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room)

        def shape(draw: ImageDraw.ImageDraw, _w: int, _h: int) -> None:
            fine = [((x - box.left) * FINER, (y - box.top) * FINER) for x, y in points]
            draw.line(fine, 255, _fine(width), joint="curve")
            for x, y in (fine[0], fine[-1]):
                _dot(draw, x, y, width * FINER / 2)

        self._paste(box, colour, shape)

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A disc."""
        box = Box(x - radius, y - radius, x + radius, y + radius)
        self._paste(box, colour, lambda draw, w, h: draw.ellipse((0, 0, w - 1, h - 1), fill=255))

    def _paste(
        self, box: Box, colour: Colour, shape: Callable[[ImageDraw.ImageDraw, int, int], None]
    ) -> None:
        left, top, right, bottom = map(round, (box.left, box.top, box.right, box.bottom))
        if right <= left or bottom <= top:
            return
        fine = Image.new("L", ((right - left) * FINER, (bottom - top) * FINER))
        shape(ImageDraw.Draw(fine), *fine.size)
        self._image.paste(colour, (left, top), fine.reduce(FINER))

    def words(
        self,
        text: str,
        at: tuple[float, float],
        size: int,
        colour: Colour,
        *,
        width: float,
        weight: Weight = "Regular",
        align: Align = "left",
    ) -> Box:
        """Words on the line at this height, no wider than `width`."""
        shown, fits = self._fitted(text, size, weight, width)
        font = self._font(weight, fits)
        self._draw.text(at, shown, colour, font, ANCHORS[align])
        box = Box(*self._draw.textbbox(at, shown, font, ANCHORS[align]))
        self.written.append(Written(shown, box, fits, shown == text))
        return box

    def _fitted(self, text: str, size: int, weight: Weight, width: float) -> tuple[str, int]:
        for smaller in range(size, int(size * SMALLEST) - 1, -1):
            if self._font(weight, smaller).getlength(text) <= width:
                return text, smaller
        shown, smallest = text, int(size * SMALLEST)
        while shown and self._font(weight, smallest).getlength(shown + "…") > width:
            shown = shown[:-1]
        return shown.rstrip() + "…", smallest

    def _font(self, weight: Weight, size: int) -> ImageFont.FreeTypeFont:
        if (weight, size) not in self._fonts:
            file = FOLDER / f"Inter-{weight}.ttf"
            # The plain layout is in every build of the library; another would give other pictures elsewhere.
            self._fonts[weight, size] = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[weight, size]

    def png(self) -> bytes:
        """The picture, with nothing in it about when or where it was made."""
        out = io.BytesIO()
        self._image.save(out, "PNG", compress_level=6)
        return out.getvalue()


def _fine(width: float) -> int:
    return round(width * FINER)


def _dot(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def _arc(draw: ImageDraw.ImageDraw, size: int, width: float, part: float) -> None:
    """With round ends."""
    draw.arc((0, 0, size - 1, size - 1), -90, -90 + 360 * part, 255, _fine(width))
    radius, middle = (size - _fine(width)) / 2, size / 2
    for turn in (0.0, part):
        angle = 2 * math.pi * (turn - 0.25)
        x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        _dot(draw, x, y, _fine(width) / 2)

"""The picture of a month's figures: cards one under another, as wide as a phone, large words."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from handlers.pictures.canvas import Box, Canvas
from handlers.pictures.palette import Palette
from handlers.pictures.sheet import Panel, Part, Sheet, Trend

WIDTH = 1080
EDGE, GAP, PAD = 36, 24, 40
HEAD, FOOT = 172, 66
RADIUS = 32
MOST_COLUMNS = 40
"""Columns that can be told apart; of more, neighbours share one."""

Paint = Callable[[Canvas, Palette, Box], None]


def picture(sheet: Sheet, palette: Palette) -> bytes:
    """As a PNG."""
    return drawn(sheet, palette).png()


def drawn(sheet: Sheet, palette: Palette) -> Canvas:
    """The cards that there is something to say in."""
    cards = _cards(sheet)
    height = HEAD + sum(height + GAP for height, _ in cards) + FOOT
    canvas = Canvas(WIDTH, height, palette.ground)
    room = WIDTH - 2 * EDGE - 16
    canvas.words(sheet.title, (EDGE + 8, 96), 68, palette.ink, width=room, weight="Bold")
    canvas.words(sheet.subtitle, (EDGE + 8, 146), 34, palette.muted, width=room)
    top = HEAD
    for height, paint in cards:
        paint(canvas, palette, Box(EDGE, top, WIDTH - EDGE, top + height))
        top += height + GAP
    canvas.words(sheet.foot, (WIDTH / 2, top + 28), 30, palette.muted, width=room, align="middle")
    return canvas


def _cards(sheet: Sheet) -> list[tuple[int, Paint]]:
    found: list[tuple[int, Paint]] = [
        (328, lambda canvas, palette, box: _success(canvas, palette, box, sheet)),
        (
            104 + 84 * len(sheet.seats),
            lambda canvas, palette, box: _seats(canvas, palette, box, sheet.seats_head, sheet.seats),
        ),
        (256, lambda canvas, palette, box: _choices(canvas, palette, box, sheet.choices_head, sheet.choices)),
        (352, lambda canvas, palette, box: _panels(canvas, palette, box, sheet)),
    ]
    if sheet.trend is not None:
        trend = sheet.trend
        found.append((364, lambda canvas, palette, box: _trend(canvas, palette, box, trend)))
    return found


def _card(canvas: Canvas, palette: Palette, box: Box) -> None:
    canvas.slab(box, RADIUS, palette.card, palette.edge)


def _success(canvas: Canvas, palette: Palette, box: Box, sheet: Sheet) -> None:
    _card(canvas, palette, box)
    size = 248
    ring = Box(box.left + PAD, box.top + PAD, box.left + PAD + size, box.top + PAD + size)
    canvas.ring(ring, 34, sheet.success.part or 0.0, palette.good, palette.track)
    middle = (ring.left + ring.right) / 2
    inside = size - 2 * 34 - 24
    canvas.words(
        sheet.success.value,
        (middle, ring.top + 132),
        64,
        palette.ink,
        width=inside,
        weight="Bold",
        align="middle",
    )
    canvas.words(sheet.success.label, (middle, ring.top + 172), 28, palette.muted, width=138, align="middle")
    left, room = ring.right + 48, box.right - PAD - ring.right - 48
    for number, (value, words) in enumerate(sheet.facts):
        top = box.top + PAD - 2 + 90 * number
        canvas.words(value, (left, top + 34), 42, palette.ink, width=room, weight="Bold")
        canvas.words(words, (left, top + 68), 28, palette.muted, width=room)


def _seats(canvas: Canvas, palette: Palette, box: Box, head: str, seats: Sequence[Part]) -> None:
    _card(canvas, palette, box)
    left, right = box.left + PAD, box.right - PAD
    canvas.words(head, (left, box.top + 62), 38, palette.ink, width=right - left, weight="Bold")
    for number, seat in enumerate(seats):
        line = box.top + 122 + 84 * number
        value = canvas.words(
            seat.value, (right, line), 34, palette.ink, width=360, weight="Bold", align="right"
        )
        canvas.words(seat.label, (left, line), 32, palette.muted, width=value.left - 24 - left)
        bar = Box(left, line + 14, right, line + 36)
        _bar(canvas, bar, seat.part, palette.one if number == 0 else palette.good, palette.track)


def _bar(canvas: Canvas, box: Box, part: float | None, colour: str, track: str) -> None:
    height = box.bottom - box.top
    canvas.slab(box, height / 2, track)
    if part:
        length = max((box.right - box.left) * min(part, 1.0), height)
        canvas.slab(Box(box.left, box.top, box.left + length, box.bottom), height / 2, colour)


def _choices(canvas: Canvas, palette: Palette, box: Box, head: str, choices: Sequence[Part]) -> None:
    """One bar in parts, and below it each with its name."""
    _card(canvas, palette, box)
    left, right = box.left + PAD, box.right - PAD
    canvas.words(head, (left, box.top + 62), 38, palette.ink, width=right - left, weight="Bold")
    colours = (palette.one, palette.two, palette.three)
    bar = Box(left, box.top + 86, right, box.top + 132)
    canvas.slab(bar, 12, palette.track)
    shown = [(choice.part, colour) for choice, colour in zip(choices, colours, strict=True) if choice.part]
    room, at = right - left - 4 * (len(shown) - 1), left
    for part, colour in shown:
        end = at + room * part
        canvas.slab(Box(at, bar.top, max(end, at + 6), bar.bottom), 12, colour)
        at = end + 4
    column = (right - left) / len(choices)
    for number, (choice, colour) in enumerate(zip(choices, colours, strict=True)):
        here = left + column * number
        canvas.dot(here + 14, box.top + 178, 14, colour)
        room = column - 60
        canvas.words(choice.value, (here + 42, box.top + 192), 40, palette.ink, width=room, weight="Bold")
        canvas.words(choice.label, (here + 42, box.top + 228), 28, palette.muted, width=room)


def _panels(canvas: Canvas, palette: Palette, box: Box, sheet: Sheet) -> None:
    middle = (box.left + box.right) / 2
    _panel(canvas, palette, Box(box.left, box.top, middle - GAP / 2, box.bottom), sheet.evenness)
    _panel(canvas, palette, Box(middle + GAP / 2, box.top, box.right, box.bottom), sheet.fairness)


def _panel(canvas: Canvas, palette: Palette, box: Box, panel: Panel) -> None:
    """Head and figure, columns, and what they mean."""
    _card(canvas, palette, box)
    left, right = box.left + PAD, box.right - PAD
    value = canvas.words(
        panel.value, (right, box.top + 64), 42, palette.ink, width=180, weight="Bold", align="right"
    )
    canvas.words(
        panel.head, (left, box.top + 62), 36, palette.ink, width=value.left - 16 - left, weight="Bold"
    )
    labelled = any(part.label for part in panel.parts)
    bottom = box.bottom - (104 if labelled else 76)
    _columns(canvas, palette, Box(left, box.top + 96, right, bottom), panel.parts)
    canvas.words(panel.note, (left, box.bottom - 32), 26, palette.muted, width=right - left)


def _columns(canvas: Canvas, palette: Palette, box: Box, parts: Sequence[Part]) -> None:
    parts = _together(parts)
    if not parts:
        return
    slot = (box.right - box.left) / len(parts)
    width = min(slot * 0.68, 64)
    for number, part in enumerate(parts):
        middle = box.left + slot * (number + 0.5)
        column = Box(middle - width / 2, box.top, middle + width / 2, box.bottom)
        radius = min(width / 2, 10)
        if part.part is None:  # nobody, which is not the same as nobody of some
            canvas.slab(Box(column.left, box.bottom - 6, column.right, box.bottom), 3, palette.track)
        else:
            canvas.slab(column, radius, palette.track)
        if part.part:
            top = box.bottom - max((box.bottom - box.top) * min(part.part, 1.0), 4)
            canvas.slab(Box(column.left, top, column.right, box.bottom), radius, palette.one)
        if part.label:
            at = (middle, box.bottom + 30)
            canvas.words(part.label, at, 26, palette.muted, width=slot - 4, align="middle")


def _together(parts: Sequence[Part]) -> Sequence[Part]:
    """Where there are too many, the mean of neighbours."""
    if len(parts) <= MOST_COLUMNS:
        return parts
    edges = [len(parts) * number // MOST_COLUMNS for number in range(MOST_COLUMNS + 1)]
    return [Part("", "", _mean(parts[begin:end])) for begin, end in pairwise(edges)]


def _mean(parts: Sequence[Part]) -> float:
    return sum(part.part or 0.0 for part in parts) / len(parts)


def _trend(canvas: Canvas, palette: Palette, box: Box, trend: Trend) -> None:
    """From nothing to everything, with a line at each half."""
    _card(canvas, palette, box)
    left, right = box.left + PAD, box.right - PAD
    colours = (palette.good, palette.one)
    canvas.words(trend.head, (left, box.top + 62), 38, palette.ink, width=right - left, weight="Bold")
    at = left
    for name, colour in zip(trend.names, colours, strict=True):
        canvas.dot(at + 11, box.top + 99, 11, colour)
        room = (right - left) / 2 - 50
        at = canvas.words(name, (at + 34, box.top + 109), 28, palette.muted, width=room).right + 40
    field = Box(left + 104, box.top + 146, right - 30, box.bottom - 78)
    for share, words in zip((0.0, 0.5, 1.0), trend.scale, strict=True):
        y = _height(field, share)
        canvas.slab(Box(left + 72, y - 1, right, y + 1), 0, palette.track)
        canvas.words(words, (left + 60, y + 8), 24, palette.muted, width=72, align="right")
    step = (field.right - field.left) / max(len(trend.months) - 1, 1)
    for number, month in enumerate(trend.months):
        x = field.left + step * number
        width = min(step, 120) - 6
        canvas.words(month, (x, box.bottom - 32), 26, palette.muted, width=width, align="middle")
    for line, colour in reversed(list(zip(trend.lines, colours, strict=True))):
        _line(
            canvas, [(field.left + step * n, share) for n, share in enumerate(line)], field, colour, palette
        )


def _height(field: Box, share: float) -> float:
    return field.bottom - (field.bottom - field.top) * min(share, 1.0)


def _line(
    canvas: Canvas, shares: list[tuple[float, float | None]], field: Box, colour: str, palette: Palette
) -> None:
    """What is not known is passed over."""
    points = [(x, _height(field, share)) for x, share in shares if share is not None]
    canvas.line(points, 7, colour)
    for x, y in points:
        canvas.dot(x, y, 12, palette.card)
        canvas.dot(x, y, 9, colour)

"""A month's figures as words and parts of a picture."""

from collections.abc import Sequence

from engine.rules.measures import Share
from engine.rules.month_metrics import LONG, Figures, figures
from engine.views import RunNumbers
from handlers.admin.layout import percent
from handlers.admin.metrics_cards import evenly, took
from handlers.door import Texts
from handlers.pictures.sheet import Panel, Part, Sheet, Trend


def sheet(texts: Texts, numbers: RunNumbers, before: Sequence[tuple[str, Figures]]) -> Sheet:
    """`before`: earlier months with their figures."""
    made = figures(numbers)
    return Sheet(
        title=texts.month(numbers.month),
        subtitle=texts.plain("picture-booked" if numbers.final else "picture-draft", number=numbers.number),
        success=Part(texts.plain("picture-success"), percent(texts, made.success), _part(made.success)),
        facts=_facts(texts, made),
        seats_head=texts.plain("picture-seats"),
        seats=_seats(texts, numbers, made),
        choices_head=texts.plain("picture-choices"),
        choices=_choices(texts, made),
        evenness=_evenness(texts, numbers, made),
        fairness=_fairness(texts, made),
        trend=_trend(texts, [*before, (numbers.month, made)]) if before else None,
        foot=texts.plain(
            "picture-foot", length=took(texts, made), people=made.success.whole, sessions=made.sessions
        ),
    )


def _part(share: Share) -> float | None:
    return share.part / share.whole if share.whole else None


def _of(share: Share) -> str:
    """ "47 / 52"; thousands apart by a space, as it is read in every language."""
    return f"{share.part:,} / {share.whole:,}".replace(",", "\u00a0")


def _facts(texts: Texts, made: Figures) -> list[tuple[str, str]]:
    return [
        (_of(made.success), texts.plain("picture-people")),
        (_of(made.whole), texts.plain("picture-all")),
        (_of(made.unprocessed), texts.plain("picture-open")),
    ]


def _seats(texts: Texts, numbers: RunNumbers, made: Figures) -> list[Part]:
    shown = [("picture-planned", made.planned)]
    if numbers.final:
        shown.append(("picture-actual", made.actual))
    if made.came.whole:
        shown.append(("picture-came", made.came))
    return [
        Part(texts.plain(key), f"{_of(share)} · {percent(texts, share)}", _part(share))
        for key, share in shown
    ]


def _choices(texts: Texts, made: Figures) -> list[Part]:
    keys = ("picture-first", "picture-second", "picture-later")
    return [
        Part(texts.plain(key), percent(texts, share), _part(share))
        for key, share in zip(keys, made.choices.shares(), strict=True)
    ]


def _evenness(texts: Texts, numbers: RunNumbers, made: Figures) -> Panel:
    """A column for each date that had free seats."""
    return Panel(
        head=texts.plain("picture-even"),
        value=percent(texts, evenly(made)),
        note=texts.plain("picture-even-note"),
        parts=[Part("", "", each.placed / each.free) for each in numbers.sessions if each.free],
    )


def _fairness(texts: Texts, made: Figures) -> Panel:
    """A column for each number of months without a place."""
    return Panel(
        head=texts.plain("picture-fair"),
        value=percent(texts, made.returning),
        note=texts.plain("picture-fair-note"),
        parts=[
            Part(f"{months}+" if months == LONG else str(months), "", _part(share))
            for months, share in enumerate(made.waited)
        ],
    )


def _trend(texts: Texts, months: Sequence[tuple[str, Figures]]) -> Trend:
    return Trend(
        head=texts.plain("picture-trend"),
        names=(texts.plain("picture-trend-success"), texts.plain("picture-trend-seats")),
        scale=(_scale(texts, 0), _scale(texts, 50), _scale(texts, 100)),
        months=[texts.month_short(month) for month, _ in months],
        lines=([_part(made.success) for _, made in months], [_part(made.planned) for _, made in months]),
    )


def _scale(texts: Texts, percent: int) -> str:
    return texts.plain("label-percent", percent=percent)

"""A month's figures as text: each with what it means, short enough for a phone."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from engine.rules.measures import Share
from engine.rules.month_metrics import Figures, figures
from engine.views import PeriodCard, RunNumbers, VersionsCounted
from handlers.admin.layout import button, label, lines, percent
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import paragraphs

MOST = 12
"""Versions or months in one message."""
MOST_REASONS = 3
LIGHT, DARK = 0, 1
THE_BEST = 0
"""In place of a version's number: the one that is booked, or else the newest."""

REASONS: Mapping[str, str] = {
    "full": "label-unmet-full",
    "party": "label-unmet-party",
    "collides": "label-unmet-collides",
    "per_day": "label-unmet-limit",
    "per_week": "label-unmet-limit",
    "minimum": "label-unmet-minimum",
    "together": "label-unmet-together",
    "count": "label-unmet-together",
    "impossible": "label-unmet-impossible",
    "excluded": "label-unmet-excluded",
}


def figures_rows(texts: Texts, period: PeriodCard) -> list[list[Button]]:
    """The way from a month's card to its figures, once there can be any."""
    if period.status in ("collecting", "closed"):
        return []
    return [[button(texts, "admin-button-metrics", "a-metrics", period.id, THE_BEST)]]


def evenly(made: Figures) -> Share:
    """Evenness as a share, to two places; of nothing where nothing was given out."""
    return Share(0, 0) if made.evenness is None else Share(round(100 * made.evenness), 100)


def took(texts: Texts, made: Figures) -> str:
    """How long it was computed."""
    if made.seconds is None or made.seconds < 1:
        return texts.plain("label-moment")
    return texts.length(timedelta(seconds=round(made.seconds)))


def nothing_card(texts: Texts, period: PeriodCard | None = None) -> Card:
    """There are no figures yet."""
    back = [] if period is None else [[button(texts, "admin-button-metrics-month", "a-period", period.id)]]
    return Card(texts.say("metrics-none"), back)


def figures_card(
    texts: Texts, numbers: RunNumbers, known: Sequence[RunNumbers], counted: VersionsCounted
) -> Card:
    """One version, with the ways to its pictures, to its neighbours and to the other months."""
    made = figures(numbers)
    text = paragraphs(
        lines(
            texts.say("metrics-head", month=texts.month(numbers.month), number=numbers.number),
            texts.say("metrics-booked" if numbers.final else "metrics-draft"),
        ),
        lines(_success(texts, made), _open(texts, numbers, made)),
        lines(*_seats(texts, numbers, made)),
        lines(_choices(texts, made), _by_hand(texts, made)),
        lines(texts.say("metrics-even", share=percent(texts, evenly(made))), _fair(texts, made)),
        lines(_load(texts, made), _versions(texts, counted)),
    )
    return Card(text, _ways(texts, numbers, known))


def _success(texts: Texts, made: Figures) -> Html:
    share = made.success
    return texts.say(
        "metrics-success",
        share=percent(texts, share),
        part=share.part,
        whole=share.whole,
        all=made.whole.part,
    )


def _open(texts: Texts, numbers: RunNumbers, made: Figures) -> Html:
    share = made.unprocessed
    told = texts.say("metrics-open", share=percent(texts, share), part=share.part, whole=share.whole)
    return lines(told, _because(texts, numbers.reasons))


def _because(texts: Texts, reasons: Mapping[str, int]) -> Html | None:
    """The most frequent reasons; those with the same words together."""
    counted: dict[str, int] = {}
    for reason, count in reasons.items():
        key = REASONS.get(reason, "label-unmet-full")
        counted[key] = counted.get(key, 0) + count
    most = sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:MOST_REASONS]
    if not most:
        return None
    told = (texts.plain("label-unmet", reason=texts.plain(key), count=count) for key, count in most)
    return texts.say("metrics-because", reasons=", ".join(told))


def _seats(texts: Texts, numbers: RunNumbers, made: Figures) -> list[Html]:
    """What was planned; and once it is booked, what it came to."""
    planned = percent(texts, made.planned)
    if not numbers.final or made.kept is None:
        told = texts.say("metrics-planned", share=planned, part=made.planned.part, whole=made.planned.whole)
        return [told]
    actual = texts.say(
        "metrics-actual",
        planned=planned,
        actual=percent(texts, made.actual),
        part=made.actual.part,
        whole=made.actual.whole,
    )
    found = [actual, texts.say("metrics-kept", part=made.kept.part, whole=made.kept.whole)]
    if made.came.whole:
        found.append(texts.say("metrics-came", part=made.came.part, whole=made.came.whole))
    return found


def _choices(texts: Texts, made: Figures) -> Html:
    first, second, later = (percent(texts, share) for share in made.choices.shares())
    return texts.say("metrics-choices", one=first, two=second, three=later)


def _by_hand(texts: Texts, made: Figures) -> Html | None:
    count = made.choices.by_hand
    return texts.say("metrics-by-hand", count=count) if count else None


def _fair(texts: Texts, made: Figures) -> Html:
    if not made.returning.whole:
        return texts.say("metrics-fair-none")
    returning, others = percent(texts, made.returning), percent(texts, made.others)
    return texts.say("metrics-fair", returning=returning, others=others)


def _load(texts: Texts, made: Figures) -> Html:
    return texts.say(
        "metrics-load", length=took(texts, made), people=made.success.whole, sessions=made.sessions
    )


def _versions(texts: Texts, counted: VersionsCounted) -> Html:
    return texts.say("metrics-counted", done=counted.done, failed=counted.failed, stopped=counted.stopped)


def _ways(texts: Texts, numbers: RunNumbers, known: Sequence[RunNumbers]) -> list[list[Button]]:
    here = numbers.period_id
    pictures = [
        button(texts, key, "a-metrics-picture", here, numbers.number, dark)
        for key, dark in (("admin-button-metrics-light", LIGHT), ("admin-button-metrics-dark", DARK))
    ]
    others = [_version(texts, known[at]) for at in _beside(numbers, known)]
    rows = [pictures, others] if others else [pictures]
    rows.append([button(texts, "admin-button-metrics-months", "a-metrics-months")])
    if len(known) > 1:
        rows[-1].insert(0, button(texts, "admin-button-metrics-versions", "a-metrics-versions", here))
    return [*rows, [button(texts, "admin-button-metrics-month", "a-period", here)]]


def _beside(numbers: RunNumbers, known: Sequence[RunNumbers]) -> list[int]:
    """The places of the version before it and of the one after it."""
    at = [each.number for each in known].index(numbers.number)
    return [place for place in (at - 1, at + 1) if 0 <= place < len(known)]


def _version(texts: Texts, numbers: RunNumbers) -> Button:
    words = label(texts, "label-metrics-version", number=numbers.number)
    return Button(words, pack("a-metrics", numbers.period_id, numbers.number))


def versions_card(texts: Texts, period: PeriodCard, known: Sequence[RunNumbers]) -> Card:
    """The newest versions of a month, each in two lines and behind its button."""
    shown = known[-MOST:]
    head = texts.say("metrics-versions", month=texts.month(period.month))
    told = [lines(_name(texts, each), _in_a_line(texts, each)) for each in shown]
    versions = [_version(texts, each) for each in shown]
    rows = [versions[at : at + 3] for at in range(0, len(versions), 3)]
    back = [button(texts, "admin-button-back", "a-metrics", period.id, THE_BEST)]
    return Card(paragraphs(head, *told), [*rows, back])


def _name(texts: Texts, numbers: RunNumbers) -> Html:
    key = "metrics-version-booked" if numbers.final else "metrics-version"
    return texts.say(key, number=numbers.number)


def _in_a_line(texts: Texts, numbers: RunNumbers) -> Html:
    made = figures(numbers)
    return texts.say(
        "metrics-line",
        success=percent(texts, made.success),
        use=percent(texts, made.actual if numbers.final else made.planned),
        one=percent(texts, made.choices.shares()[0]),
        even=percent(texts, evenly(made)),
        length=took(texts, made),
    )


def months_card(texts: Texts, known: Sequence[RunNumbers]) -> Card:
    """Each month by its best version, the newest last."""
    if not known:
        return nothing_card(texts)
    told = [
        lines(
            texts.say("metrics-head", month=texts.month(each.month), number=each.number),
            _in_a_line(texts, each),
        )
        for each in known
    ]
    months = [
        Button(texts.month(each.month), pack("a-metrics", each.period_id, each.number)) for each in known
    ]
    rows = [months[at : at + 2] for at in range(0, len(months), 2)]
    return Card(paragraphs(texts.say("metrics-months"), *told), rows)

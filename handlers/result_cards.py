"""What a month has come to for the reader: their places or why not, where they wait, and their months so far."""

from collections.abc import Mapping, Sequence

from engine.planning import BOOKED, MOST_CREDIT
from engine.views import EventNamed, ResultCard
from handlers.door import Card, Html, Texts
from handlers.keyboards import Rows, back, button, lines, paragraphs

SHOWN = 12
"""Months that the ledger names; older ones count no more."""

BECAUSE: Mapping[str, str] = {
    "full": "result-because-full",
    "party": "result-because-party",
    "collides": "result-because-collides",
    "per_day": "result-because-limit",
    "per_week": "result-because-limit",
    "minimum": "result-because-minimum",
    "together": "result-because-together",
    "count": "result-because-together",
    "impossible": "result-because-impossible",
    "excluded": "result-because-excluded",
}


def result_text(texts: Texts, result: ResultCard) -> Html:
    """Places, or why not; and the place in line, as it is by now."""
    return paragraphs(
        texts.say("result-head", month=texts.month(result.period.month)),
        lines(*_placed(texts, result)),
        _short(texts, result),
        _line(texts, result),
        texts.say("result-credit") if result.credit > result.credit_before else None,
    )


def _placed(texts: Texts, result: ResultCard) -> list[Html]:
    """What they have, or have had."""
    got = [] if result.gone and not result.placed else [texts.say("result-got", got=len(result.placed))]
    if result.reason == BOOKED:
        got = [texts.say("result-booked")]
    has = [texts.say("result-event", **_titled(texts, event)) for event in result.placed]
    return [*got, *has, *(texts.say("result-gone", **_titled(texts, event)) for event in result.gone)]


def _titled(texts: Texts, event: EventNamed) -> dict[str, str]:
    return {"event": texts.name(event.names), "when": texts.when(event.starts_at, event.timezone)}


def _short(texts: Texts, result: ResultCard) -> Html | None:
    if result.got >= result.wanted or result.reason == BOOKED:
        return None
    because = texts.say(BECAUSE.get(result.reason, "result-because-full"))
    wanted = texts.say("result-wanted", wanted=result.wanted) if result.got else None
    return lines(wanted, because)


def _line(texts: Texts, result: ResultCard) -> Html | None:
    if result.line is None or not result.position:
        return None
    return texts.say("result-line", position=result.position, **_titled(texts, result.line))


def result_card(texts: Texts, result: ResultCard) -> Card:
    """A month that is over for its wishes."""
    return Card(result_text(texts, result), [*ledger_row(texts), back(texts, "my")])


def ledger_row(texts: Texts) -> Rows:
    """The way to one's own months."""
    return [[button(texts, "button-month-ledger", "month-ledger")]]


def ledger_card(texts: Texts, results: Sequence[ResultCard]) -> Card:
    """What each month has given, what that counts for, and why."""
    told = [
        texts.say(
            "month-ledger-month",
            month=texts.month(each.period.month),
            got=each.wanted if each.reason == BOOKED else each.got,
            wanted=each.wanted,
        )
        for each in results[:SHOWN]
    ]
    credit = results[0].credit if results else 0
    text = paragraphs(
        texts.say("month-ledger-head"),
        lines(*told) if told else texts.say("month-ledger-none"),
        texts.say("month-ledger-credit", count=credit),
        texts.say("month-ledger-why", most=MOST_CREDIT),
    )
    return Card(text, [back(texts, "month", 0)])

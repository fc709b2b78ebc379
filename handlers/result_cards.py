"""What a month has come to for the reader: their places or why not, where they wait, and their months so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from engine.planning import BOOKED, MOST_CREDIT, NO_PART, OFFERED
from engine.state import EntryStatus
from engine.views import BookingCard, EventCard, EventNamed, ResultCard
from handlers.booking_cards import cancel_rule, party_line
from handlers.door import Card, Html, Texts
from handlers.entry_cards import turn_line
from handlers.keyboards import (
    MESSAGE,
    Rows,
    back,
    button,
    fitting,
    joined,
    lines,
    named,
    paragraphs,
    see,
    short,
    units,
)

SHOWN = 12
"""Months that the ledger names; older ones count no more."""
DETAILED = 4
"""Places up to which each is told with where it is and until when it can be given back."""
BRIEF = 32
"""Characters of a date's title where a message has no room for all of it."""

NAME = 28
"""Of a name, so that those of many parties fit."""

Gap = Callable[..., Html]

MINIMUM = "result-because-minimum"
BECAUSE: Mapping[str, str] = {
    "full": "result-because-full",
    "party": "result-because-party",
    "collides": "result-because-collides",
    "per_day": "result-because-day",
    "per_week": "result-because-week",
    "minimum": MINIMUM,
    "together": "result-because-together",
    "count": "result-because-together",
    "impossible": "result-because-impossible",
    "excluded": "result-because-excluded",
}
BESIDE = frozenset({"result-because-collides", "result-because-day", "result-because-week"})
"""Reasons that the places given were a part of: they are over once one of those is gone."""
SEATS_GONE = frozenset({"result-because-full", "result-because-party"})
"""Reasons that somebody else's seat given by hand is a part of."""
WAITING: Mapping[EntryStatus, str] = {
    "waiting": "result-line",
    "offered": "result-line-offered",
    "paused": "result-line-paused",
}
FAIR: Mapping[str, str] = {"most": "result-fair-most", "fair": "result-fair-fair"}
GONE: Mapping[str, str] = {
    "self": "result-gone-self",
    "silence": "result-gone-silence",
    "move": "result-gone-moved",
    "repair": "result-gone-moved",
    "event": "result-gone-off",
}
"""What ended a booking; anything else was done by the studio."""


def result_text(texts: Texts, result: ResultCard, now: datetime) -> Html:
    """Places, or why not, as they are by now; what was drawn apart from that, where it is not the same any more. Where
    a message has no room for it, it is told more briefly, and of lists that are too long as much as it takes."""
    shown = _shown(result)
    detailed = len(shown) <= DETAILED
    told = [
        _detailed(texts, result, booking, now) if detailed else _place(texts, result, booking)
        for booking in shown
    ]
    whole = _told(texts, result, told, _lost(texts, result), paragraphs if detailed else lines)
    if units(whole) <= MESSAGE:
        return whole

    def more(count: int) -> Html:
        return texts.say("result-more", count=count)

    told = [_place(texts, result, booking, brief=True) for booking in shown]
    places = fitting(told, _told(texts, result, [], [], brief=True), more)
    around, lost = _told(texts, result, places, [], brief=True), _lost(texts, result, brief=True)
    return _told(texts, result, places, fitting(lost, around, more), brief=True)


def _told(
    texts: Texts,
    result: ResultCard,
    places: Sequence[Html],
    lost: Sequence[Html],
    gap: Gap = lines,
    *,
    brief: bool = False,
) -> Html:
    """`places` the reader has, and those that are not as they were drawn any more."""
    return paragraphs(
        texts.say("result-head", month=texts.month(result.period.month)),
        _held(texts, result, places, gap),
        _drawn(texts, result, lost),
        _short(texts, result, brief=brief),
        _line(texts, result, brief=brief),
        texts.say("result-credit") if result.latest and result.credit > result.credit_before else None,
    )


def _shown(result: ResultCard) -> Sequence[BookingCard]:
    """What the reader has; whoever needed nothing of the draw knows of the rest."""
    return result.since if result.reason == BOOKED else result.held


def _held(texts: Texts, result: ResultCard, places: Sequence[Html], gap: Gap) -> Html:
    """What the reader has."""
    if result.reason == BOOKED:
        return paragraphs(texts.say("result-booked"), gap(*places))
    if result.reason == OFFERED and not result.since:
        return paragraphs(texts.say("result-offered"), gap(*places))
    key = "result-got" if result.stands else "result-now"
    head = texts.say(key, got=len(result.held))
    return gap(lines(head, *places[:1]), *places[1:])


def _place(texts: Texts, result: ResultCard, booking: BookingCard, *, brief: bool = False) -> Html:
    drawn = {event.id for event in result.placed}
    key = "result-event" if booking.event.id in drawn - result.gone.keys() else "result-event-since"
    key = "result-event-before" if booking.event.id in result.before else key
    hand = booking.event.id in result.by_hand - result.gone.keys()
    return texts.say("result-event-hand" if hand else key, **_titled(texts, booking.event, brief=brief))


def _detailed(texts: Texts, result: ResultCard, booking: BookingCard, now: datetime) -> Html:
    friends = result.friends.get(booking.event.id, ())
    return lines(
        _place(texts, result, booking),
        texts.say("event-where", where=booking.event.location) if booking.event.location else None,
        texts.say("result-with", names=_cut(friends)) if friends else None,
        party_line(texts, replace(booking, names=tuple(short(name, NAME) for name in booking.names))),
        cancel_rule(texts, booking, now) if booking.event.starts_at > now else None,
    )


def _drawn(texts: Texts, result: ResultCard, lost: Sequence[Html]) -> Html | None:
    """What it was before anything changed; also that it was nothing, beside a place of the time before. Nothing for
    somebody who was in no draw."""
    if result.reason in NO_PART or (result.stands and (result.placed or not result.before)):
        return None
    if not result.placed:
        return texts.say("result-drawn-none")
    return lines(texts.say("result-drawn"), *lost)


def _lost(texts: Texts, result: ResultCard, *, brief: bool = False) -> Sequence[Html]:
    """What was drawn, where it is not the same any more."""
    if result.stands:
        return []
    return [_was(texts, result, event, brief=brief) for event in result.placed]


def _was(texts: Texts, result: ResultCard, event: EventNamed, *, brief: bool) -> Html:
    """A place that was drawn, and what has become of it."""
    how = result.gone.get(event.id)
    key = "result-event" if how is None else GONE.get(how, "result-gone-studio")
    return texts.say(key, **_titled(texts, event, brief=brief))


def _cut(names: Sequence[str]) -> str:
    """In a row, each short."""
    return joined([short(name, NAME) for name in names])


def _titled(texts: Texts, event: EventNamed | EventCard, *, brief: bool) -> dict[str, str]:
    title = texts.name(event.names)
    when = texts.when(event.starts_at, event.timezone)
    return {"event": short(title, BRIEF) if brief else title, "when": when}


def _has_less(result: ResultCard) -> bool:
    """Whether the draw gave less than was wished for, and the reader still has less."""
    return result.reason not in NO_PART and max(result.got, len(result.since)) < result.wanted


def _short(texts: Texts, result: ResultCard, *, brief: bool) -> Html | None:
    """Why the draw gave less than was wished for, as long as the reader has less; and what they can have at once."""
    if not _has_less(result):
        return None
    key = BECAUSE.get(result.reason, "result-because-full")
    if result.gone and key in BESIDE:
        key = "result-because-then"
    most = key == "result-because-full" and result.ordering == "most"
    wanted = texts.say("result-wanted", wanted=result.wanted) if result.got or result.since else None
    said = key == MINIMUM and result.bookable is not None and result.bookable.id == result.missed  # below
    return lines(
        wanted,
        None if said else texts.say("result-because-most" if most else key),
        texts.say("result-because-pins", seats=result.pins) if result.pins and key in SEATS_GONE else None,
        texts.say("reason-told", reason=texts.reason(result.because)) if result.because else None,
        _spare(texts, result.bookable, brief=brief),
    )


def _spare(texts: Texts, event: EventCard | None, *, brief: bool) -> Html | None:
    """A date that the draw gave no places at, and that can be had at once; not why, which may be this or that."""
    if event is None:
        return None
    key = "result-spare" if event.settings.self_service else "result-spare-ask"
    return texts.say(key, **_titled(texts, event, brief=brief), minimum=event.minimum)


def _line(texts: Texts, result: ResultCard, *, brief: bool) -> Html | None:
    if result.line is None or not result.position:
        return None
    titled = _titled(texts, result.line, brief=brief)
    turn = result.turn if result.standing == "waiting" else None
    return lines(
        texts.say(WAITING[result.standing], position=result.position, **titled),
        turn_line(texts, turn) if turn else None,
    )


def result_card(texts: Texts, result: ResultCard, now: datetime) -> Card:
    """A month that is over for its wishes."""
    fair = (
        [[button(texts, "button-month-fair", "month-fair", result.period.id)]] if result.period.seed else []
    )
    date = see(texts, result.bookable.id) if result.bookable is not None and _has_less(result) else []
    return Card(result_text(texts, result, now), [*date, *fair, *ledger_row(texts), back(texts, "my")])


def fair_card(texts: Texts, result: ResultCard, person_id: int) -> Card:
    """How the reader can check the draw, by the number that everything was drawn with."""
    period = result.period
    text = paragraphs(
        texts.say("result-fair", month=texts.month(period.month)),
        texts.say(FAIR[result.ordering], count=result.credit_before),
        texts.say("result-fair-hand") if result.by_hand or result.pins else None,
        texts.say("batch-hash", hash=period.seed_hash),
        texts.say("proof-yours", number=str(person_id), text=period.seed),
    )
    return Card(text, [back(texts, "month", period.id)])


def ledger_row(texts: Texts) -> Rows:
    """The way to one's own months."""
    return [[button(texts, "button-month-ledger", "month-ledger")]]


def _ledger_line(texts: Texts, result: ResultCard) -> Html:
    """What the month has given, and what of it the studio has called off since."""
    off = sum(ended == "event" for ended in result.gone.values())
    got = result.wanted if result.reason == BOOKED else result.got
    told = {"month": texts.month(result.period.month), "got": got, "wanted": result.wanted}
    return (
        texts.say("month-ledger-off", **told, count=off) if off else texts.say("month-ledger-month", **told)
    )


def ledger_card(texts: Texts, results: Sequence[ResultCard]) -> Card:
    """What each month has given, what that counts for, and why; behind each its result."""
    shown = results[:SHOWN]
    told = [_ledger_line(texts, each) for each in shown]
    credit = results[0].credit if results else 0
    text = paragraphs(
        texts.say("month-ledger-head"),
        lines(*told) if told else texts.say("month-ledger-none"),
        texts.say("month-ledger-credit", count=credit),
        texts.say("month-ledger-why", most=MOST_CREDIT),
    )
    rows = [[named(texts.month(each.period.month), "month", each.period.id)] for each in shown]
    return Card(text, [*rows, back(texts, "month", 0)])

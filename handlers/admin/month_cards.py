"""A month in the admins' group: how wishes stand, what is wanted, and what can be done next."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from engine.hours import quiet_until
from engine.month import QUIET
from engine.refusals import ButtonStale
from engine.rules.periods import IN_A_WEEK, IN_THREE_DAYS, THE_TWENTIETH, TYPED, offered
from engine.views import InterestCard, Page, PeriodCard
from handlers.admin.audit_asked import Asked
from handlers.admin.batch_state import next_told, off_next, off_rows, run_rows, runs_told, telling_told
from handlers.admin.export_cards import export_row
from handlers.admin.layout import back_button, button, label, lines, pager
from handlers.admin.metrics_cards import figures_rows
from handlers.admin.month_seen import MonthSeen
from handlers.admin.proof_cards import verify_rows
from handlers.admin.reasons import BY_HAND, OTHER
from handlers.admin.repair_cards import repair_rows
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, paragraphs

PAGE = 8
BEGINNING = 12
"""Digits of a hash by which the card names it; in full it stands in the letter that opened the month."""
FEW = 5
"""Events that the card of a month names; the others are behind its button."""

DEADLINES: Mapping[int, str] = {
    IN_THREE_DAYS: "label-deadline-days",
    IN_A_WEEK: "label-deadline-week",
    THE_TWENTIETH: "label-deadline-twentieth",
    TYPED: "label-deadline-typed",
}
WHAT: Mapping[str, int] = {"a-period-begin": 1, "a-period-extend": 2, "a-period-reopen": 3}
"""Which taps a deadline can be typed for, as buttons say it."""

ANNOUNCED: Mapping[str, str] = {
    "opened": "batch-announced",
    "extended": "batch-announced-extended",
    "reopened": "batch-announced-reopened",
}


def number_of(month: str) -> int:
    """A month as buttons carry it: 202612."""
    return int(month.replace("-", ""))


def month_of(number: int) -> str:
    """The month in a button; "" for anything else."""
    year, month = divmod(number, 100)
    return f"{year:04}-{month:02}" if 2000 <= year <= 9999 and 1 <= month <= 12 else ""


def months_card(texts: Texts, periods: Sequence[PeriodCard], coming: Sequence[str], now: datetime) -> Card:
    """The coming months: those that were opened, and those that can be."""
    known = {period.month for period in periods}
    rows = [[Button(_line(texts, period, now), pack("a-period", period.id))] for period in periods]
    rows += [[_open_button(texts, month)] for month in coming if month not in known]
    rows += [[button(texts, "admin-button-schedule", "a-schedule")], [back_button(texts, "a-events", 0)]]
    return Card(texts.say("batch-head"), rows)


def _line(texts: Texts, period: PeriodCard, now: datetime) -> str:
    known = {"planned": "label-batch-planned", "final": "label-batch-final"}
    key = "label-batch-open" if period.collects(now) else known.get(period.status, "label-batch-closed")
    return label(texts, key, month=texts.month(period.month), count=period.answers)


def _open_button(texts: Texts, month: str) -> Button:
    words = label(texts, "label-batch-new", month=texts.month(month))
    return Button(words, pack("a-period-open", number_of(month)))


def period_card(texts: Texts, seen: MonthSeen) -> Card:
    """How it stands, and the next step."""
    told = [part(texts, seen) for part in PARTS]
    rows = [row for way in WAYS for row in way(texts, seen)]
    return Card(paragraphs(*told), [*rows, [back_button(texts, "a-batch")]])


def _head(texts: Texts, seen: MonthSeen) -> Html:
    period = seen.period
    key = "batch-collecting" if period.collects(seen.now) else "batch-closed"
    state = texts.say(key, until=_when(texts, period, period.wishes_until))
    return lines(texts.say("batch-month", month=texts.month(period.month)), state)


def _answers(texts: Texts, seen: MonthSeen) -> Html:
    period = seen.period
    return lines(
        texts.say("batch-answers", count=period.answers),
        texts.say("batch-silent", count=period.silent) if period.silent else None,
    )


def _wanted(texts: Texts, seen: MonthSeen) -> Html | None:
    """Before anything was computed; then the versions say more."""
    wanted = sorted(seen.interest, key=lambda card: (-card.first, -card.wanted, card.event.starts_at))
    shown = [interest_line(texts, card) for card in wanted[:FEW] if card.wanted]
    return lines(texts.say("batch-wanted"), *shown) if shown and seen.best is None else None


def _opened(texts: Texts, seen: MonthSeen) -> Html:
    period = seen.period
    return lines(
        texts.say("batch-opened", by=period.opened_by, when=_when(texts, period, period.opened_at)),
        texts.say("batch-hash", hash=f"{period.seed_hash[:BEGINNING]}…"),
    )


def _when(texts: Texts, period: PeriodCard, moment: datetime) -> str:
    return texts.when(moment, period.timezone)


def interest_line(texts: Texts, card: InterestCard) -> Html:
    """How many want it first and at all, against its free seats."""
    event = card.event
    return texts.say(
        "batch-interest",
        event=texts.name(event.names),
        when=texts.when(event.starts_at, event.timezone),
        first=card.first,
        wanted=card.wanted,
        seats=card.seats,
        free=card.free,
        capacity=card.capacity,
    )


def _wish_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """What can be done about wishes."""
    period = seen.period
    rows = [[button(texts, "admin-button-batch-interest", "a-interest", period.id, 0)]]
    if period.collects(seen.now):
        rows.append([button(texts, "admin-button-batch-extend", "a-period-extend-ask", period.id)])
        rows.append([button(texts, "admin-button-batch-close", "a-period-close-ask", period.id)])
    elif period.status == "closed":
        rows.append([button(texts, "admin-button-batch-reopen", "a-period-reopen-ask", period.id)])
    return rows


def _lost_told(texts: Texts, seen: MonthSeen) -> Html | None:
    """Before anything else that could be done: people are without a place that they were promised."""
    return texts.say("batch-places-lost", count=seen.lost) if seen.lost else None


PARTS: Sequence[Callable[[Texts, MonthSeen], Html | None]] = (
    _head,
    _answers,
    runs_told,
    telling_told,
    _lost_told,
    off_next,
    _wanted,
    next_told,
    _opened,
)
"""What the card of a month says, from above; whoever has more to say puts it here."""


def _file_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """The month as a file, and what can be proved from it."""
    return [export_row(texts, seen.period), *verify_rows(texts, seen.period)]


def _figure_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """The month in figures."""
    return figures_rows(texts, seen.period)


def _history_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """Who has decided what about it."""
    return [[button(texts, "admin-button-history", "a-audit", *Asked(month=seen.period.month).numbers, 0)]]


def _repair_first(texts: Texts, seen: MonthSeen) -> Rows:
    """Where it is the next step."""
    return repair_rows(texts, seen.period) if seen.lost else []


def _repair_rows(texts: Texts, seen: MonthSeen) -> Rows:
    return [] if seen.lost else repair_rows(texts, seen.period)


WAYS: Sequence[Callable[[Texts, MonthSeen], Rows]] = (
    _repair_first,
    run_rows,
    off_rows,
    _wish_rows,
    _figure_rows,
    _file_rows,
    _repair_rows,
    _history_rows,
)
"""The card's buttons, from above."""


def interest_card(texts: Texts, period: PeriodCard, interest: Sequence[InterestCard], offset: int) -> Card:
    """Every event of the month that is wished for, by start, and how many are not."""
    wanted = [card for card in interest if card.wanted]
    none = len(interest) - len(wanted)
    offset = offset if offset < len(wanted) else 0
    shown = wanted[offset : offset + PAGE]
    head = texts.say("batch-interest-head", month=texts.month(period.month))
    told = [interest_line(texts, card) for card in shown]
    if none or not wanted:
        told.append(texts.say("batch-unwished", count=none) if none else texts.say("batch-interest-none"))
    pages = pager(texts, Page(shown, offset, len(wanted)), PAGE, "a-interest", period.id)
    return Card(paragraphs(head, lines(*told)), [*pages, [back_button(texts, "a-period", period.id)]])


def deadline_card(
    texts: Texts,
    question: Html,
    choices: Mapping[int, datetime],
    zone: str,
    verb: str,
    row: int,
    way_back: Button,
) -> Card:
    """A button for each deadline, one more for each whose reason will be typed, and one to type another deadline; `row`
    is their first number. The button says the day, so it means no other one when it is tapped later."""
    meant = {choice: offered(choice, until, zone) for choice, until in choices.items()}
    told = {choice: texts.when(until, zone) for choice, until in choices.items()}
    plain = [
        [Button(label(texts, DEADLINES[choice], until=until), pack(verb, row, meant[choice], BY_HAND))]
        for choice, until in told.items()
    ]
    because = [
        [Button(label(texts, "label-deadline-why", until=until), pack(verb, row, meant[choice], OTHER))]
        for choice, until in told.items()
    ]
    text = paragraphs(question, texts.say("batch-deadline-why" if choices else "batch-too-late"))
    other = button(texts, "admin-button-deadline-type", "a-period-type", row, WHAT[verb])
    return Card(text, [*plain, *because, [other], [way_back]])


def told_later(texts: Texts, zone: str, now: datetime) -> Html | None:
    """When people hear of it, where they are not woken."""
    morning = quiet_until(now, QUIET, zone)
    return None if morning is None else texts.say("batch-told-later", until=texts.until(morning, zone, now))


def deadline_of(seconds: int) -> datetime:
    """A deadline in a button. Raises ButtonStale for what was never one."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        raise ButtonStale from None


def close_card(texts: Texts, period: PeriodCard, now: datetime) -> Card:
    """Before its time?"""
    args = (period.id, int(period.wishes_until.timestamp()))
    rows = [
        [
            Button(
                texts.plain("admin-button-batch-close-yes"),
                pack("a-period-close", *args, BY_HAND),
                style="danger",
            )
        ],
        [button(texts, "admin-button-batch-close-why", "a-period-close", *args, OTHER)],
        [back_button(texts, "a-period", period.id)],
    ]
    people = period.answers + period.silent
    question = texts.say("batch-close-ask", month=texts.month(period.month), count=people)
    later = told_later(texts, period.timezone, now) if people else None
    return Card(paragraphs(question, later), rows)


def announced(texts: Texts, period: PeriodCard, how: str, now: datetime) -> Card:
    """To the group: wishes are open until then, or were, and the hash of the seed that nobody knows."""
    key = ANNOUNCED.get(how, "batch-announced") if period.collects(now) else "batch-announced-over"
    head = texts.say(
        key,
        month=texts.month(period.month),
        until=_when(texts, period, period.wishes_until),
    )
    text = paragraphs(head, texts.say("batch-hash", hash=period.seed_hash), texts.say("batch-hash-why"))
    return Card(text, [[button(texts, "admin-button-batch-see", "a-period", period.id)]])


def closed(texts: Texts, period: PeriodCard) -> Card:
    """To the group: nobody can change anything any more. The hash once more, should its letter have come too late."""
    told = lines(
        texts.say("batch-over", month=texts.month(period.month)),
        texts.say("batch-answers", count=period.answers),
    )
    text = paragraphs(told, texts.say("batch-hash", hash=period.seed_hash))
    return Card(text, [[button(texts, "admin-button-batch-see", "a-period", period.id)]])

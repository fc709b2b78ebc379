"""The questions behind pins, moves and exclusions, and the list of what was decided."""

from collections.abc import Mapping, Sequence

from engine.views import AdjustmentCard, Page, PeriodCard, RunEventCard
from handlers.admin.batch_review_cards import PersonSeen, back
from handlers.admin.batch_words import word_line
from handlers.admin.layout import label, named, pager, short
from handlers.admin.named_rows import PAGE, said
from handlers.admin.reasons import OUT_OF_ORDER, buttons
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import lines, paragraphs

TOLD = ("out", "move")
"""Decisions whose reason people read."""

ASKED: Mapping[str, tuple[str, str]] = {
    "pin": ("admin-button-batch-pin-because", "a-batch-pin"),
    "move": ("admin-button-batch-move-because", "a-batch-move"),
    "out": ("admin-button-batch-out-because", "a-batch-out"),
}


def where_card(texts: Texts, seen: PersonSeen, free: Sequence[RunEventCard], slot: int, offset: int) -> Card:
    """The dates to choose from, each with the seats that the version has not given."""
    period, person, _ = seen.ids
    shown = free[offset : offset + PAGE]
    verb = ("a-batch-move-to", period, person, slot) if slot else ("a-batch-pin-ask", period, person)
    rows = [[Button(_where(texts, each), pack(verb[0], *verb[1:], each.event.id))] for each in shown]
    key = "batch-where-move" if slot else "batch-where-pin"
    text = lines(texts.say(key, name=named(seen.found.name)), None if free else texts.say("batch-where-none"))
    pages = pager(texts, Page(shown, offset, len(free)), PAGE, "a-batch-where", *seen.ids, slot)
    return Card(text, [*rows, *pages, back(texts, "a-batch-person", *seen.ids)])


def _where(texts: Texts, card: RunEventCard) -> str:
    free = max(card.free - card.seats, 0)
    return label(texts, "label-batch-where", count=free, **said(texts, card.event))


def ask_card(
    texts: Texts,
    text: Html,
    what: str,
    choices: Sequence[int],
    args: Sequence[int],
    way_back: tuple[str, *tuple[int, ...]],
) -> Card:
    """What it will be, and why: one button a reason."""
    words, verb = ASKED[what]
    rows = buttons(texts, words, verb, args, choices)
    why = "admin-ask-reason-told" if what in TOLD else "admin-ask-reason"
    return Card(lines(text, texts.say(why)), [*rows, back(texts, way_back[0], *way_back[1:])])


def words_card(texts: Texts, period: PeriodCard, known: Sequence[AdjustmentCard], offset: int) -> Card:
    """A page of what was decided."""
    shown = known[offset : offset + PAGE]
    told = [line for each in shown for line in (word_line(texts, each), _by(texts, period, each))]
    told = told or [texts.say("batch-words-none")]
    rows = [[Button(named(each.person_name), pack("a-batch-word", period.id, each.id))] for each in shown]
    pages = pager(texts, Page(shown, offset, len(known)), PAGE, "a-batch-words", period.id)
    text = paragraphs(texts.say("batch-words-head", month=texts.month(period.month)), lines(*told))
    return Card(text, [*rows, *pages, back(texts, "a-period", period.id)])


REASON = 80
"""So much of a reason has a list room for; the decision's own card has all of it."""


def _by(texts: Texts, period: PeriodCard, card: AdjustmentCard) -> Html:
    reason = short(texts.reason(card.reason), REASON)
    when = texts.when(card.made_at, period.timezone)
    return texts.say("batch-word-by", by=named(card.by_name), when=when, reason=reason)


def word_card(texts: Texts, period: PeriodCard, card: AdjustmentCard) -> Card:
    """One decision, and the way to take it back."""
    when, reason = texts.when(card.made_at, period.timezone), texts.reason(card.reason)
    told = lines(
        word_line(texts, card), texts.say("batch-word-by", by=card.by_name, when=when, reason=reason)
    )
    way_back = back(texts, "a-batch-words", period.id, 0)
    if period.status == "final":
        return Card(told, [way_back])
    key, verb = "admin-button-batch-lift-because", "a-batch-lift"
    rows = buttons(texts, key, verb, (period.id, card.id), OUT_OF_ORDER)
    return Card(paragraphs(told, texts.say("batch-lift-ask")), [*rows, way_back])

"""Who has lost a place and gets none by a repair: what each has lost, and dates that an admin can book for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.repairs import Lost
from engine.views import EventCard, Page, PeriodCard
from handlers.admin.layout import head, label, lines, offset_within, pager, titled
from handlers.admin.named_rows import PAGE, Named
from handlers.admin.reasons import FOR_SOMEBODY, buttons
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import paragraphs

FREE = 5
"""Dates with seats that the plan names."""
EVERYBODY = PAGE
"""People whom the plan names."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Everybody who gets nothing, by what they have lost, and which of them cannot be written to. known: at least the
    people and dates that are shown."""

    missing: Sequence[Lost] = ()
    away: frozenset[int] = frozenset()
    known: Named = field(default_factory=lambda: Named({}, {}))


def stuck_told(texts: Texts, stuck: Stuck) -> Html | None:
    """The first of them."""
    if not stuck.missing:
        return None
    more = len(stuck.missing) - EVERYBODY
    return lines(
        texts.say("repair-plan-stuck"),
        *_lines(texts, stuck, stuck.missing[:EVERYBODY]),
        texts.say("repair-lines-more", more=more) if more > 0 else None,
    )


def _lines(texts: Texts, stuck: Stuck, shown: Sequence[Lost]) -> list[Html]:
    return [
        texts.say(
            "repair-stuck-away" if lost.person_id in stuck.away else "repair-stuck-line",
            name=stuck.known.person(lost.person_id),
            **stuck.known.event(texts, lost.event_id),
        )
        for lost in shown
    ]


def stuck_rows(texts: Texts, period_id: int, stuck: Stuck) -> list[list[Button]]:
    """The way to the others."""
    if len(stuck.missing) <= EVERYBODY:
        return []
    words = texts.plain("admin-button-repair-stuck", count=len(stuck.missing))
    return [[Button(words, pack("a-repair-stuck", period_id, EVERYBODY))]]


def stuck_card(texts: Texts, period: PeriodCard, stuck: Stuck, offset: int) -> Card:
    """A page of them."""
    total = len(stuck.missing)
    offset = offset_within(offset, total, PAGE)
    shown = stuck.missing[offset : offset + PAGE]
    text = paragraphs(
        texts.say("repair-stuck-head", month=texts.month(period.month), count=total),
        lines(*_lines(texts, stuck, shown)),
    )
    pages = pager(texts, Page(shown, offset, total), PAGE, "a-repair-stuck", period.id)
    return Card(text, [*pages, [_back(texts, "a-repair", period.id)]])


def free_rows(texts: Texts, period_id: int, free: Sequence[EventCard]) -> list[list[Button]]:
    """The first dates with seats, each with the way to book it for somebody, and the way to the others."""
    more = [[_button(texts, "admin-button-repair-free", "a-repair-free", period_id, FREE)]]
    return [*_free(texts, period_id, free[:FREE]), *(more if len(free) > FREE else [])]


def _free(texts: Texts, period_id: int, shown: Sequence[EventCard]) -> list[list[Button]]:
    return [
        [
            Button(
                label(texts, "label-repair-free", free=card.public, **titled(texts, card)),
                pack("a-repair-date", period_id, card.id, 0),
            )
        ]
        for card in shown
    ]


def free_card(texts: Texts, period: PeriodCard, free: Sequence[EventCard], offset: int) -> Card:
    """A page of the dates with seats."""
    offset = offset_within(offset, len(free), PAGE)
    shown = free[offset : offset + PAGE]
    pages = pager(texts, Page(shown, offset, len(free)), PAGE, "a-repair-free", period.id)
    rows = [*_free(texts, period.id, shown), *pages, [_back(texts, "a-repair", period.id)]]
    return Card(texts.say("repair-plan-free" if free else "repair-plan-full"), rows)


def date_card(texts: Texts, period: PeriodCard, event: EventCard, stuck: Stuck, offset: int) -> Card:
    """Who gets a place there? One tap is one booking."""
    offset = offset_within(offset, len(stuck.missing), PAGE)
    shown = stuck.missing[offset : offset + PAGE]
    text = lines(
        head(texts, event, "admin-ask-head"),
        texts.say("repair-date-free", free=event.public),
        texts.say("repair-date-who") if shown else texts.say("repair-date-nobody"),
    )
    rows = [
        [
            Button(
                label(
                    texts,
                    "label-repair-person",
                    name=stuck.known.person(lost.person_id),
                    seats=lost.seats,
                ),
                pack("a-repair-for", period.id, event.id, lost.person_id),
            )
        ]
        for lost in shown
    ]
    pages = pager(texts, Page(shown, offset, len(stuck.missing)), PAGE, "a-repair-date", period.id, event.id)
    other = [_button(texts, "admin-button-repair-other", "a-book", event.id)]
    return Card(text, [*rows, *pages, other, [_back(texts, "a-repair", period.id)]])


def for_card(
    texts: Texts, period: PeriodCard, event: EventCard, lost: Lost, name: str, party: Sequence[str]
) -> Card:
    """With as many seats as they had; why?"""
    text = lines(
        head(texts, event, "admin-ask-head"),
        texts.say("admin-ask-book", name=name, seats=lost.seats),
        texts.say("admin-party", names=", ".join(party)) if party else None,
        texts.say("admin-ask-reason"),
    )
    ids = (period.id, event.id, lost.person_id)
    rows = buttons(texts, "admin-button-book-because", "a-repair-book", ids, FOR_SOMEBODY)
    return Card(text, [*rows, [_back(texts, "a-repair-date", period.id, event.id, 0)]])


def _button(texts: Texts, key: str, verb: str, *args: int) -> Button:
    return Button(texts.plain(key), pack(verb, *args))


def _back(texts: Texts, verb: str, *args: int) -> Button:
    return _button(texts, "admin-button-back", verb, *args)

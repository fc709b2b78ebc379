"""Who has lost a place and gets none by a repair: what each has lost, and dates that an admin can book for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.month import MOST_COUNT
from engine.repairs import Lost
from engine.views import EventCard, Page, PeriodCard, Person
from handlers.admin.layout import back_button, button, head, label, lines, offset_within, pager, titled, units
from handlers.admin.named_rows import PAGE, Named
from handlers.admin.people_cards import book_told
from handlers.admin.reasons import FOR_SOMEBODY, buttons
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import ROOM, paragraphs

FREE = 5
"""Dates with seats that the plan names."""
LIST = ROOM - 300
"""UTF-16 units of a page of people; its head has the rest."""
EVERYBODY = PAGE
"""People whom the plan names."""
EACH = 2
"""Lost dates of one person that it names; their list names all, or as many as it has room for."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Everybody who gets nothing, each with all that they have lost, and which of them cannot be written to. known: at
    least the people and dates that are shown."""

    people: Sequence[Sequence[Lost]] = ()
    away: frozenset[int] = frozenset()
    known: Named = field(default_factory=lambda: Named({}, {}))


def stuck_told(texts: Texts, stuck: Stuck) -> Html | None:
    """The first of them."""
    if not stuck.people:
        return None
    more = len(stuck.people) - EVERYBODY
    return lines(
        texts.say("repair-plan-stuck"),
        _told(texts, stuck, stuck.people[:EVERYBODY], EACH),
        texts.say("repair-lines-more", more=more) if more > 0 else None,
    )


def _told(texts: Texts, stuck: Stuck, shown: Sequence[Sequence[Lost]], each: int) -> Html:
    return lines(*(_person(texts, stuck, lost, each) for lost in shown))


def _person(texts: Texts, stuck: Stuck, lost: Sequence[Lost], most: int) -> Html:
    """Their name with the first date, and the others in lines of their own."""
    first, known, more = lost[0], stuck.known, len(lost) - most
    return lines(
        texts.say(
            "repair-stuck-away" if first.person_id in stuck.away else "repair-stuck-line",
            name=known.person(first.person_id),
            **known.event(texts, first.event_id),
        ),
        *(texts.say("repair-stuck-also", **known.event(texts, each.event_id)) for each in lost[1:most]),
        texts.say("repair-stuck-more", count=more) if more > 0 else None,
    )


def stuck_rows(texts: Texts, period_id: int, stuck: Stuck) -> list[list[Button]]:
    """The way to the others, or to the dates that are not named."""
    if len(stuck.people) > EVERYBODY:
        words = texts.plain("admin-button-repair-stuck", count=len(stuck.people))
        return [[Button(words, pack("a-repair-stuck", period_id, EVERYBODY))]]
    if any(len(lost) > EACH for lost in stuck.people):
        return [[button(texts, "admin-button-repair-lost", "a-repair-stuck", period_id, 0)]]
    return []


def stuck_card(texts: Texts, period: PeriodCard, stuck: Stuck, offset: int) -> Card:
    """A page of them."""
    total = len(stuck.people)
    offset = offset_within(offset, total, PAGE)
    shown = stuck.people[offset : offset + PAGE]
    text = paragraphs(
        texts.say("repair-stuck-head", month=texts.month(period.month), count=total),
        _fitting(texts, stuck, shown),
    )
    pages = pager(texts, Page(shown, offset, total), PAGE, "a-repair-stuck", period.id)
    return Card(text, [*pages, [back_button(texts, "a-repair", period.id)]])


def _fitting(texts: Texts, stuck: Stuck, shown: Sequence[Sequence[Lost]]) -> Html:
    """All dates of each, or as many as there is room for beside the head."""
    ways = (_told(texts, stuck, shown, each) for each in range(MOST_COUNT, EACH, -1))
    return next((told for told in ways if units(told) <= LIST), _told(texts, stuck, shown, EACH))


def free_rows(texts: Texts, period_id: int, free: Sequence[EventCard]) -> list[list[Button]]:
    """The first dates with seats, each with the way to book it for somebody, and the way to the others."""
    more = [[button(texts, "admin-button-repair-free", "a-repair-free", period_id, FREE)]]
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
    rows = [*_free(texts, period.id, shown), *pages, [back_button(texts, "a-repair", period.id)]]
    return Card(texts.say("repair-plan-free" if free else "repair-plan-full"), rows)


def date_card(texts: Texts, period: PeriodCard, event: EventCard, stuck: Stuck, offset: int) -> Card:
    """Who of those for whom there are seats gets a place there? One tap is one booking."""
    fit = who_fits(event, stuck.people)
    offset = offset_within(offset, len(fit), PAGE)
    shown = fit[offset : offset + PAGE]
    nobody = "repair-date-full" if stuck.people else "repair-date-nobody"
    text = lines(
        head(texts, event, "admin-ask-head"),
        texts.say("repair-date-free", free=event.public),
        texts.say("repair-date-who" if fit else nobody),
    )
    rows = [[_for_button(texts, stuck, period, event, lost[0])] for lost in shown]
    pages = pager(texts, Page(shown, offset, len(fit)), PAGE, "a-repair-date", period.id, event.id)
    other = [button(texts, "admin-button-repair-other", "a-book", event.id)]
    return Card(text, [*rows, *pages, other, [back_button(texts, "a-repair", period.id)]])


def who_fits(event: EventCard, people: Sequence[Sequence[Lost]]) -> Sequence[Sequence[Lost]]:
    """For whose first lost place there are seats that nobody waits for."""
    return [lost for lost in people if lost[0].seats <= event.public]


def _for_button(texts: Texts, stuck: Stuck, period: PeriodCard, event: EventCard, lost: Lost) -> Button:
    words = label(texts, "label-repair-person", name=stuck.known.person(lost.person_id), seats=lost.seats)
    return Button(words, pack("a-repair-for", period.id, event.id, lost.person_id))


def for_card(
    texts: Texts, period: PeriodCard, event: EventCard, person: Person, seats: int, party: Sequence[str]
) -> Card:
    """With as many seats as they had; why?"""
    text = book_told(texts, event, person, seats, party)
    ids = (period.id, event.id, person.id)
    rows = buttons(texts, "admin-button-book-because", "a-repair-book", ids, FOR_SOMEBODY)
    return Card(text, [*rows, [back_button(texts, "a-repair-date", period.id, event.id, 0)]])

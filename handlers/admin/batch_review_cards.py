"""What a version looks like to whoever looks through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from engine.refusals import NotPlaced
from engine.views import (
    AdjustmentCard,
    EventNamed,
    Page,
    PeriodCard,
    PinOffCard,
    PlacedCard,
    RunCard,
    RunEventCard,
    RunPersonCard,
    ShortCard,
    WishCard,
)
from handlers.admin.batch_plan_cards import why
from handlers.admin.batch_state import measures
from handlers.admin.batch_words import word_line
from handlers.admin.layout import label, named, pager, short
from handlers.admin.named_rows import PAGE, said
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, joined, lines, paragraphs


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """One person in a version, and what was said of them."""

    period: PeriodCard
    run: RunCard
    found: RunPersonCard
    wish: WishCard
    said: Sequence[AdjustmentCard]

    @property
    def ids(self) -> tuple[int, int, int]:
        """As buttons carry them."""
        return self.period.id, self.found.person_id, self.run.number


MINUTES = 5
FEW = 4
NAMES = 120
"""So much room has a row of names."""

UNSAID, FEWER = -1, 0
"""Where a person's card was opened: nobody says, who got fewer; else the id of a date."""


def slot_of(event: EventNamed) -> int:
    """When an event begins, as buttons carry it: a small number, one for every five minutes of its month. Nobody has
    two places at a time, so this says which one of theirs; 0 is none."""
    start = event.starts_at.astimezone(ZoneInfo(event.timezone))
    return 1 + ((start.day - 1) * 24 * 60 + start.hour * 60 + start.minute) // MINUTES


def placed_at(seen: PersonSeen, slot: int) -> EventNamed:
    """Which of their places. Raises NotPlaced."""
    found = next((each.event for each in seen.found.placed if slot_of(each.event) == slot), None)
    if found is None:
        raise NotPlaced
    return found


WHY_OFF = {
    "person": "batch-pin-off-person",
    "date": "batch-pin-off-date",
    "collides": "batch-pin-off-collides",
    "full": "batch-pin-off-full",
}


def review_card(
    texts: Texts,
    period: PeriodCard,
    run: RunCard,
    events: Sequence[RunEventCard],
    off: Sequence[PinOffCard],
    offset: int,
) -> Card:
    """Its dates, the pins that it could not keep, and the way to whoever is there."""
    shown = events[offset : offset + PAGE]
    told = [_event_line(texts, each) for each in shown] or [texts.say("batch-review-none")]
    text = paragraphs(
        lines(
            texts.say("batch-review-head", month=texts.month(period.month), number=run.number),
            texts.say("batch-review-base", number=run.base) if run.base else None,
            measures(texts, run),
        ),
        lines(*told),
        _pins_off(texts, off) if off else None,
    )
    rows = [[_event_button(texts, period, run, each)] for each in shown]
    pages = pager(texts, Page(shown, offset, len(events)), PAGE, "a-batch-review", period.id, run.number)
    return Card(text, [*rows, *pages, *_ways(texts, period, run), back(texts, "a-period", period.id)])


def _pins_off(texts: Texts, off: Sequence[PinOffCard]) -> Html:
    told = [texts.say(WHY_OFF[each.why], name=named(each.name), **said(texts, each.event)) for each in off]
    return lines(texts.say("batch-pins-off", count=len(off)), *_first(texts, told, FEW))


def _event_line(texts: Texts, card: RunEventCard) -> Html:
    if not card.held:
        return texts.say("batch-review-off", **said(texts, card.event))
    numbers = {"seats": card.seats, "free": card.free, "first": card.first}
    return texts.say("batch-review-event", **said(texts, card.event), **numbers)


def _event_button(texts: Texts, period: PeriodCard, run: RunCard, card: RunEventCard) -> Button:
    words = label(texts, "label-batch-event", seats=card.seats, free=card.free, **said(texts, card.event))
    return Button(words, pack("a-batch-event", period.id, card.event.id, run.number, 0))


def _ways(texts: Texts, period: PeriodCard, run: RunCard) -> Rows:
    short = Button(texts.plain("admin-button-batch-short"), pack("a-batch-short", period.id, run.number, 0))
    versions = Button(texts.plain("admin-button-batch-with"), pack("a-batch-with", period.id, run.number, 0))
    rows = [[short], [versions]] if run.short else [[versions]]
    if period.status == "final":
        return rows
    final = pack("a-batch-final-ask", period.id, run.number)
    return [*rows, [Button(texts.plain("admin-button-batch-finalize"), final, style="success")]]


def event_card(
    texts: Texts, period: PeriodCard, run: RunCard, event: EventNamed, page: Page[PlacedCard]
) -> Card:
    """Who has a place at one date."""
    told = [_placed_line(texts, each) for each in page.items] or [texts.say("batch-event-nobody")]
    head = texts.say("batch-event-head", number=run.number, **said(texts, event))
    here = (run.number, event.id)  # all that a button has room for
    rows = [[person_button(each.name, period.id, each.person_id, *here)] for each in page.items]
    pages = pager(texts, page, PAGE, "a-batch-event", period.id, event.id, run.number)
    way_back = back(texts, "a-batch-review", period.id, run.number, 0)
    return Card(paragraphs(head, lines(*told)), [*rows, *pages, way_back])


def _placed_line(texts: Texts, card: PlacedCard) -> Html:
    key = "batch-placed" if card.rank else "batch-placed-unwished"
    rank = {"position": card.rank} if card.rank else {}
    first = texts.say(key, name=named(card.name), **rank)
    return Html(", ".join(part for part in (first, *_how(texts, card)) if part))


def _how(texts: Texts, card: PlacedCard) -> list[Html]:
    """What else there is to say of a place."""
    known = {"kept": "batch-placed-kept", "pinned": "batch-placed-pinned"}
    told = [texts.say(known[card.reason])] if card.reason in known else []
    return [*told, texts.say("batch-placed-party", seats=card.seats)] if card.seats > 1 else told


def person_button(name: str, *ids: int) -> Button:
    """The way to one person."""
    return Button(named(name), pack("a-batch-person", *ids))


def short_card(texts: Texts, period: PeriodCard, run: RunCard, page: Page[ShortCard]) -> Card:
    """Who gets fewer than they want, and why."""
    told = [_short_line(texts, each) for each in page.items] or [texts.say("batch-short-none")]
    head = texts.say("batch-short-head", month=texts.month(period.month), number=run.number)
    here = (run.number, FEWER, page.offset)
    rows = [[person_button(each.name, period.id, each.person_id, *here)] for each in page.items]
    pages = pager(texts, page, PAGE, "a-batch-short", period.id, run.number)
    way_back = back(texts, "a-batch-review", period.id, run.number, 0)
    return Card(paragraphs(head, lines(*told)), [*rows, *pages, way_back])


def _short_line(texts: Texts, card: ShortCard) -> Html:
    reason = why(texts, card.reason)
    return texts.say("batch-short", name=named(card.name), got=card.got, wanted=card.wanted, why=reason)


UNDO: Mapping[str, str] = {
    "pin": "admin-button-batch-undo-pin",
    "move": "admin-button-batch-undo-move",
    "exclude": "admin-button-batch-undo-exclude",
}


def person_card(texts: Texts, seen: PersonSeen, whence: int = UNSAID, offset: int = 0) -> Card:
    """What one person gets and why, what they wish for, and what can be decided for them. Back leads to the list that
    it was opened from."""
    found, period = seen.found, seen.period
    month = texts.month(period.month)
    head = texts.say("batch-person-head", name=named(found.name), month=month, number=seen.run.number)
    text = paragraphs(
        head,
        lines(*(_own(texts, each) for each in found.placed)) or texts.say("batch-person-nothing"),
        _missing(texts, found.short) if found.short else None,
        _wishes(texts, seen.wish),
        _company(texts, seen.wish),
        texts.say("batch-person-credit", count=found.credit),
        lines(*_first(texts, [word_line(texts, each) for each in seen.said], FEW)) if seen.said else None,
    )
    return Card(text, [*_deciding(texts, seen), _way_back(texts, seen, whence, offset)])


def _way_back(texts: Texts, seen: PersonSeen, whence: int, offset: int) -> list[Button]:
    """After a decision nobody says whence: then where the others like them are."""
    period, _, number = seen.ids
    if whence > 0:
        return back(texts, "a-batch-event", period, whence, number, offset)
    if whence == FEWER or seen.found.short:
        return back(texts, "a-batch-short", period, number, offset)
    return back(texts, "a-batch-review", period, number, 0)


def _own(texts: Texts, card: PlacedCard) -> Html:
    key = "batch-person-place" if card.rank else "batch-person-unwished"
    rank = {"position": card.rank} if card.rank else {}
    told = texts.say(key, **said(texts, card.event), **rank)
    return Html(", ".join((told, *_how(texts, card))))


def _missing(texts: Texts, short: ShortCard) -> Html:
    """Why not more, and what would have made the difference."""
    reason = why(texts, short.reason)
    told = texts.say("batch-person-wanted", got=short.got, wanted=short.wanted, why=reason)
    if short.missed is None or not short.one_more_seat:
        return told
    return lines(told, texts.say("batch-missed", **said(texts, short.missed)))


def _wishes(texts: Texts, wish: WishCard) -> Html | None:
    told = [
        texts.say("batch-wish", position=choice.rank, **said(texts, choice.event)) for choice in wish.choices
    ]
    return lines(texts.say("batch-person-wishes"), *_first(texts, told, PAGE)) if told else None


def _company(texts: Texts, wish: WishCard) -> Html | None:
    """How many seats they need, for whom, and whom they want to come together with; as the wish stands."""
    names = short(joined([named(each) for each in wish.names]), NAMES)
    key = "batch-person-party" if names else "batch-placed-party"
    said_names = {"names": names} if names else {}
    friends = friends_of(wish)
    if wish.seats == 1 and not friends:
        return None
    return lines(
        texts.say(key, seats=wish.seats, **said_names) if wish.seats > 1 else None,
        texts.say("batch-person-with", names=friends) if friends else None,
    )


def friends_of(wish: WishCard) -> str:
    """Whoever has said yes to coming together with them; "" for nobody."""
    agreed = [named(friend.name) for friend in wish.friends if friend.status == "agreed"]
    return short(joined(agreed), NAMES)


def _first(texts: Texts, told: list[Html], most: int) -> list[Html]:
    """As many as there is room for."""
    more = len(told) - most
    return [*told[:most], texts.say("batch-plan-more", count=more)] if more > 0 else told


def _deciding(texts: Texts, seen: PersonSeen) -> Rows:
    """Nothing any more once the month is final."""
    if seen.period.status == "final":
        return []
    places = [
        [
            Button(
                label(texts, "label-batch-place", **said(texts, each.event)),
                pack("a-batch-place", *seen.ids, slot_of(each.event)),
            )
        ]
        for each in seen.found.placed
    ]
    pin = Button(texts.plain("admin-button-batch-pin-other"), pack("a-batch-where", *seen.ids, 0, 0))
    period, person, _ = seen.ids
    out = Button(texts.plain("admin-button-batch-out-all"), pack("a-batch-out-ask", period, person, 0))
    undo = [
        [Button(texts.plain(UNDO[each.kind]), pack("a-batch-word", period, each.id))]
        for each in seen.said[:FEW]
    ]
    left_out = any(each.kind == "exclude" and each.event is None for each in seen.said)
    return [*places, [pin], *undo, *([] if left_out else [[out]])]


def place_card(texts: Texts, seen: PersonSeen, event: EventNamed) -> Card:
    """One of their places: hold on to it, move it, take it away."""
    period, person, _ = seen.ids
    head = texts.say("batch-place-head", name=named(seen.found.name), **said(texts, event))
    rows = [
        [Button(texts.plain("admin-button-batch-pin"), pack("a-batch-pin-ask", period, person, event.id))],
        [Button(texts.plain("admin-button-batch-move"), pack("a-batch-where", *seen.ids, slot_of(event), 0))],
        [Button(texts.plain("admin-button-batch-out"), pack("a-batch-out-ask", period, person, event.id))],
    ]
    return Card(
        head, [*(rows if seen.period.status != "final" else []), back(texts, "a-batch-person", *seen.ids)]
    )


def back(texts: Texts, verb: str, *args: int) -> list[Button]:
    """The last row."""
    return [Button(texts.plain("admin-button-back"), pack(verb, *args))]

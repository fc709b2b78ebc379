"""Letters to people who wish for a date, when it moves or is called off: what becomes of the wish, which others there
are, and whether they can change anything."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.letters.desk import Desk
from engine.views import ChoiceCard, EventCard, WishCard
from handlers.door import Card, Html
from handlers.keyboards import Rows, button, lines, named, paragraphs, titled
from handlers.month_cards import wishes_text


async def wished_cancelled(desk: Desk) -> Card | None:
    """It does not take place, and why. The reader knows it by the date that they were last told."""
    return await _letter(desk, _called_off)


async def wished_moved(desk: Desk) -> Card | None:
    """It takes place at another time. Nothing where that is over: it is called off, or when it was."""
    event, was = await desk.event(), _was(desk)
    if event is None or event.status == "cancelled" or event.starts_at == was:
        return None
    return await _letter(desk, _moved)


async def beside(desk: Desk, card: Card) -> Card:
    """A letter about what the reader has at a date that moved, and what becomes of their wish for it."""
    told, ways = await besides(desk)
    return replace(card, text=paragraphs(card.text, told), rows=[*card.rows, *ways])


async def besides(desk: Desk) -> tuple[Html | None, Rows]:
    """What becomes of the reader's wishes for a date at which they have something else, too, and the way to them.
    Nothing where there is no such wish any more."""
    event = await desk.event()
    if not desk.id("wished") or event is None:
        return None, []
    wishes = await _wishes(desk)
    return paragraphs(*_each(desk, event, wishes)) if wishes else None, _ways(desk, wishes)


async def _letter(desk: Desk, head: Callable[[Desk, EventCard], Html]) -> Card | None:
    """Nothing to whoever does not wish for it any more, or once the month has its result. Whoever wishes for it in two
    months, as it has moved from one to the other, reads what becomes of each."""
    event, wishes = await desk.event(), await _wishes(desk)
    if event is None or not wishes:
        return None
    if len(wishes) > 1:
        return Card(paragraphs(head(desk, event), *_each(desk, event, wishes)), _ways(desk, wishes))
    (wish,) = wishes
    told = lines(head(desk, event), _becomes(desk, event, wish))
    return Card(paragraphs(told, *_others(desk, wish), _change(desk, wish)), _ways(desk, wishes))


def _each(desk: Desk, event: EventCard, wishes: Sequence[WishCard]) -> list[Html]:
    """What becomes of each of the wishes, and until when it can change."""
    return [lines(_becomes(desk, event, wish), _change(desk, wish)) for wish in wishes]


def _called_off(desk: Desk, event: EventCard) -> Html:
    known = {"when": desk.texts.when(_was(desk) or event.starts_at, event.timezone)}
    reason = desk.word("reason")
    return lines(
        desk.texts.say("event-called-off", **{**titled(desk.texts, event), **known}),
        desk.texts.say("reason-told", reason=desk.texts.reason(reason)) if reason else None,
    )


def _moved(desk: Desk, event: EventCard) -> Html:
    before = desk.texts.when(_was(desk) or event.starts_at, event.timezone)
    return desk.about("wished-moved", event, before=before)


def _was(desk: Desk) -> datetime | None:
    """When the reader believes it to be; None where that is when it is."""
    return datetime.fromisoformat(desk.word("was")) if desk.word("was") else None


async def _wishes(desk: Desk) -> Sequence[WishCard]:
    """The reader's for the event, as long as they can come true. One that has just lost it says nothing of it."""
    event_id = desk.id("event")
    found = await desk.views.wishes_for(event_id, desk.reader.id)
    return [wish for wish in found if _choice(wish, event_id) is not None]


def _choice(wish: WishCard, event_id: int) -> ChoiceCard | None:
    return next((each for each in wish.choices if each.event.id == event_id), None)


def _becomes(desk: Desk, event: EventCard, wish: WishCard) -> Html | None:
    month, choice = desk.texts.month(wish.period.month), _choice(wish, event.id)
    if choice is None:
        return None
    if choice.off:
        return desk.texts.say("wished-away" if event.status == "open" else "wished-dropped", month=month)
    return desk.texts.say("wished-rests" if choice.rests else "wished-stays", month=month)


def _others(desk: Desk, wish: WishCard) -> list[Html]:
    """What is left of the wishes."""
    month, left = desk.texts.month(wish.period.month), [each for each in wish.choices if not each.off]
    if not left:
        return [desk.texts.say("wished-none", month=month)]
    return [desk.texts.say("wished-left", month=month), wishes_text(desk.texts, replace(wish, choices=left))]


def _change(desk: Desk, wish: WishCard) -> Html:
    if not wish.period.collects(desk.now):
        return desk.texts.say("wished-planned")
    until = desk.texts.when(wish.period.wishes_until, wish.period.timezone)
    return desk.texts.say("wished-until", until=until)


def _ways(desk: Desk, wishes: Sequence[WishCard]) -> Rows:
    """Those that can be changed; the month is named where there are several."""
    months = [
        (desk.texts.month(wish.period.month), wish) for wish in wishes if wish.period.collects(desk.now)
    ]
    if len(wishes) == 1:
        return [[button(desk.texts, "button-month", "month", wish.period.id)] for _, wish in months]
    names = {wish.period.id: desk.texts.plain("label-my-wishes", month=month) for month, wish in months}
    return [[named(name, "month", period_id)] for period_id, name in names.items()]

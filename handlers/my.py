"""/my: offers, bookings, places in line and requests, soonest first, each with the way to its card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from engine.views import BookingCard, EntryCard, EventCard, Mine, OfferCard, RequestCard, WishCard
from handlers.door import Answer, Button, Card, Html, Texts, Visitor
from handlers.keyboards import back, button, lines, named, pager, pages_of, paragraphs, short, titled
from handlers.offer_cards import open_now
from handlers.question_cards import shown
from handlers.windows import key_of

SIZE = 8
ANSWERS = 200  # characters of the answers to all questions
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One line and its button; `more` stands below it."""

    at: datetime
    text: Html
    button: Button
    more: Sequence[Button] = ()


async def my_command(visitor: Visitor, _: str) -> Card:
    """Everything the reader has."""
    return await my_card(visitor, 1)


async def my(visitor: Visitor, page: int = 1) -> Answer:
    """The same by a tap."""
    return Answer(card=await my_card(visitor, page))


async def my_card(visitor: Visitor, page: int) -> Card:
    """One page of it; friendly when there is nothing."""
    texts, now = visitor.texts, visitor.rooms.now()
    items = _items(texts, await visitor.rooms.views.mine(visitor.person.id), now)
    items += [_wish(texts, wish) for wish in await _wishes(visitor)]
    if not items:
        return Card(texts.say("my-none"), [[button(texts, "button-events", "services")], back(texts, "home")])
    pages = pages_of(len(items), SIZE)
    page = min(max(page, 1), pages)
    here = items[(page - 1) * SIZE : page * SIZE]
    rows = [[way] for item in here for way in (item.button, *item.more)]
    text = paragraphs(texts.say("my-head"), *(item.text for item in here))
    return Card(text, [*rows, *pager(texts, page, pages, "my"), back(texts, "home")])


def _items(texts: Texts, mine: Mine, now: datetime) -> list[Item]:
    open_offers = [offer for offer in mine.offers if open_now(offer, now)]
    offered = {offer.entry.id for offer in open_offers}
    items = [_offer(texts, offer) for offer in open_offers]
    items += [_booking(texts, booking) for booking in mine.bookings]
    items += [_request(texts, request) for request in mine.requests]
    items += [
        _entry(texts, entry) for entry in mine.entries if entry.id not in offered or entry.event is None
    ]
    return sorted(items, key=lambda item: item.at)


async def _wishes(visitor: Visitor) -> list[WishCard]:
    """The reader's, of the months that can still be changed."""
    views, now = visitor.rooms.views, visitor.rooms.now()
    open_now = [period for period in await views.periods() if period.collects(now)]
    found = [await views.wish(period.id, visitor.person.id) for period in open_now]
    return [wish for wish in found if wish is not None and wish.status == "stated"]


def _wish(texts: Texts, wish: WishCard) -> Item:
    month, period = texts.month(wish.period.month), wish.period
    until = texts.when(period.wishes_until, period.timezone)
    text = texts.say("my-wishes", month=month, dates=len(wish.choices), until=until)
    return Item(LAST, text, named(texts.plain("label-my-wishes", month=month), "month", period.id))


def _offer(texts: Texts, offer: OfferCard) -> Item:
    until = texts.when(offer.expires_at, offer.event.timezone)
    return _item(texts, offer.event, texts.say("my-offer", **titled(texts, offer.event), until=until))


def _booking(texts: Texts, booking: BookingCard) -> Item:
    key = "my-pending" if booking.status == "pending" else "my-booked"
    text = texts.say(key, **titled(texts, booking.event), seats=booking.seats)
    return _item(texts, booking.event, text)


def _request(texts: Texts, request: RequestCard) -> Item:
    """With the answers that go with it, and the way to others."""
    event, asked = request.event, texts.say("my-asked", **titled(texts, request.event), seats=request.seats)
    more = [named(texts.plain("label-take-back", **titled(texts, event)), "take-back", event.id, request.id)]
    if event.settings.questions:
        more.insert(0, named(texts.plain("label-answers", **titled(texts, event)), "answers", event.id))
    return replace(_item(texts, event, lines(asked, _given(texts, request))), more=more)


def _given(texts: Texts, request: RequestCard) -> Html | None:
    questions = {question.code: question for question in request.event.settings.questions}
    given = [shown(texts, questions.get(each.code), each.kind, each.value) for each in request.answers]
    return texts.say("my-answers", text=short(", ".join(given), ANSWERS)) if given else None


def _entry(texts: Texts, entry: EntryCard) -> Item:
    if entry.event is None:
        return _reserve(texts, entry)
    key = "my-paused" if entry.status == "paused" else "my-waiting"
    text = texts.say(key, **titled(texts, entry.event), position=entry.position)
    return _item(texts, entry.event, text)


def _reserve(texts: Texts, entry: EntryCard) -> Item:
    service, times = texts.name(entry.service_names), texts.plain(key_of(entry.windows))
    text = texts.say("my-reserve", event=service, times=times, position=entry.position)
    return Item(LAST, text, named(texts.plain("label-reserve", event=service), "entry", entry.id))


def _item(texts: Texts, event: EventCard, text: Html) -> Item:
    label = texts.plain("label-mine", **titled(texts, event))
    return Item(event.starts_at, text, named(label, "event", event.id, 0))

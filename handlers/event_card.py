"""The card of one event: what, when, where, its live state, where the reader stands, and the buttons that follow."""

from datetime import datetime
from zoneinfo import ZoneInfo

from engine.views import BookingCard, EventCard, OfferCard, Standing
from handlers.booking_cards import booking_line, coming, give_up_rows, reconfirm_line
from handlers.door import Button, Card, Html, Texts, Visitor
from handlers.entry_cards import entry_line, entry_rows, reserve_line
from handlers.event_lines import event_lines
from handlers.keyboards import Rows, back, button, lines, paragraphs
from handlers.offer_cards import offer_rows, offer_text, open_now
from handlers.question_cards import answer_lines
from handlers.request_cards import ask_rows, request_line, take_back


async def event_now(visitor: Visitor, event_id: int, page: int = 1) -> Card | None:
    """The event's card as the reader stands now; None when there is no such event."""
    event = await visitor.rooms.views.event(event_id)
    if event is None:
        return None
    standing = await visitor.rooms.views.standing(event_id, visitor.person.id)
    return event_card(visitor.texts, event, standing, visitor.rooms.now(), page)


def event_card(texts: Texts, event: EventCard, standing: Standing, now: datetime, page: int = 1) -> Card:
    """`page` is the page of the list that Back leads to, 0 is the reader's own places."""
    offer = standing.offer if standing.offer and open_now(standing.offer, now) else None
    text = paragraphs(
        _head(texts, event, now),
        _standing(texts, event, standing, offer, now),
        reconfirm_line(texts, standing.booking, now) if standing.booking else None,
        rule_line(texts, event, now) if standing.booking or offer or event.public else None,
    )
    return Card(text, [*_rows(texts, event, standing, offer, now), _way_back(texts, event, page)])


def _way_back(texts: Texts, event: EventCard, page: int) -> list[Button]:
    if not page:
        return back(texts, "my")
    if not event.settings.individual:
        return back(texts, "events", event.service_id, page)
    day = event.starts_at.astimezone(ZoneInfo(event.timezone)).date()
    return back(texts, "slots", event.service_id, day.toordinal())


def state_key(event: EventCard, now: datetime) -> tuple[str, dict[str, object]]:
    """The live state in a word, and the numbers of its sentence."""
    if event.status != "open":
        return event.status, {}
    if event.starts_at <= now:
        return "started", {}
    if event.public > 0:
        return "free", {"free": event.public}
    if event.free > 0:
        return "held", {"free": event.free}
    return ("waiting", {"waiting": event.waiting}) if event.waiting else ("full", {})


def may_begin(event: EventCard, now: datetime) -> bool:
    """Whether anybody can still get in."""
    return event.status == "open" and event.starts_at > now


def _head(texts: Texts, event: EventCard, now: datetime) -> Html:
    word, numbers = state_key(event, now)
    return lines(event_lines(texts, event), texts.say(f"state-{word}", **numbers))


def _standing(
    texts: Texts, event: EventCard, standing: Standing, offer: OfferCard | None, now: datetime
) -> Html | None:
    if standing.booking is not None:
        return booking_line(texts, standing.booking)
    if offer is not None:
        return offer_text(texts, offer)
    if standing.request is not None:
        given = answer_lines(texts, event.settings.questions, standing.request.answers)
        return paragraphs(request_line(texts, standing.request), lines(*given))
    if standing.entry is not None:
        return entry_line(texts, event, standing.entry)
    return reserve_line(texts, standing.reserve) if standing.reserve else None


def rule_line(texts: Texts, event: EventCard, now: datetime) -> Html | None:
    """Until when cancelling is free; of use to whoever has a seat, or could take one now."""
    if not may_begin(event, now):
        return None
    late_from = event.starts_at - event.settings.cancel_before
    if late_from <= now:
        return texts.say("event-rule-late")
    return texts.say("event-rule", until=texts.until(late_from, event.timezone, now))


def _rows(texts: Texts, event: EventCard, standing: Standing, offer: OfferCard | None, now: datetime) -> Rows:
    if standing.booking is not None:
        return [*_booked(texts, event, standing.booking, now), *answers_row(texts, event)]
    if offer is not None:
        return offer_rows(texts, offer, here=1)
    rows = _ways_in(texts, event, standing) if may_begin(event, now) else []
    if standing.request is not None:
        rows += [*answers_row(texts, event), [take_back(texts, standing.request)]]
    if standing.entry is not None:
        rows += [*entry_rows(texts, event.id, standing.entry), *answers_row(texts, event)]
    if standing.reserve is not None:
        rows.append([button(texts, "button-reserve", "entry", standing.reserve.id)])
    return rows


def _ways_in(texts: Texts, event: EventCard, standing: Standing) -> Rows:
    """To a seat, or into the line; where people do not take either themselves, to the organiser who gives them."""
    if not event.settings.self_service:
        nothing_yet = standing.entry is None and standing.request is None
        return ask_rows(texts, event, several=most_seats(event) > 1) if nothing_yet else []
    if event.public > 0:
        return _bookable(texts, event)
    if standing.entry is not None:
        return []
    return [[button(texts, "button-join", "join", event.id, 0, style="primary")]]


def answers_row(texts: Texts, event: EventCard) -> Rows:
    """The way to what the reader has answered, where anything is asked."""
    if not event.settings.questions:
        return []
    return [[button(texts, "button-answers", "answers", event.id)]]


def _booked(texts: Texts, event: EventCard, booking: BookingCard, now: datetime) -> Rows:
    if event.starts_at <= now:
        return []
    return [*coming(texts, booking, now), *give_up_rows(texts, booking, now)]


def _bookable(texts: Texts, event: EventCard) -> Rows:
    rows = [[button(texts, "button-book", "book", event.id, 1, style="primary")]]
    if most_seats(event) > 1:  # a party that the free seats do not suffice for may wait for more
        key = "button-several" if event.public > 1 else "button-several-wait"
        rows.append([button(texts, key, "several", event.id)])
    return rows


def most_seats(event: EventCard) -> int:
    """The largest party that the event takes: of seats that are going to be fewer only those that stay."""
    return min(event.settings.max_party, event.capacity, event.drain_to or event.capacity)

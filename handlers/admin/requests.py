"""Requests for a place: the list of an event's open ones, and the answers. Whoever taps first decides; the card is
rewritten by a letter, wherever it was answered."""

from functools import partial

from engine.refusals import RequestOver
from engine.services import requests as service
from engine.views import EventCard, Page, RequestCard
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, named, pager
from handlers.admin.outcome import told
from handlers.admin.reasons import ASKED, BY_HAND, DECLINING, FOR_SOMEBODY, buttons, with_reason
from handlers.admin.request_cards import LIST, ahead, request_card
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

PAGE = 6


async def requests(admin: Admin, event_id: int, offset: int) -> Answer:
    """Open ones, oldest first."""
    views = admin.rooms.views
    event = await found.event(views, event_id)
    page = await found.page(partial(views.requests, event_id), offset, PAGE)
    return Answer(card=_list(admin, event, page))


def _list(admin: Admin, event: EventCard, page: Page[RequestCard]) -> Card:
    rows = [[_button(admin, request)] for request in page.items]
    text = head(admin.texts, event, "admin-requests-head", total=page.total)
    pages = pager(admin.texts, page, PAGE, "a-requests", event.id)
    return Card(text, [*rows, *pages, back(admin, "a-event", event.id)])


def _button(admin: Admin, request: RequestCard) -> Button:
    words = label(admin.texts, "label-request", name=named(request.person_name), seats=request.seats)
    return Button(words, pack("a-request", request.event.id, request.id, LIST))


async def request(admin: Admin, event_id: int, request_id: int, here: int) -> Answer:
    """One of them as it stands."""
    return Answer(card=request_card(admin.texts, await _find(admin, event_id, request_id), here))


async def ask(admin: Admin, event_id: int, request_id: int, here: int) -> Answer:
    """Others wait: who would be passed over, and why?"""
    asked = await _find(admin, event_id, request_id)
    ids = [event_id, request_id, here]
    text = lines(
        head(admin.texts, asked.event, "admin-ask-head"),
        admin.say("admin-ask-request-book", name=asked.person_name, seats=asked.seats),
        admin.say("admin-request-passed", waiting=ahead(asked.event)),
        admin.say("admin-ask-reason"),
    )
    choices = buttons(admin.texts, "admin-button-request-book-because", "a-request-book", ids, FOR_SOMEBODY)
    return Answer(card=Card(text, [*choices, back(admin, "a-request", *ids)]))


async def book(admin: Admin, event_id: int, request_id: int, here: int, reason: int) -> Answer:
    """What was asked for, from the free seats. `reason` 0: none was needed when the button was made."""
    asked = await _find(admin, event_id, request_id)
    tap, in_turn = with_reason(admin, reason or ASKED), not reason
    facts = await service.book(
        admin.rooms.work, tap, event_id, asked.id, asked.person_id, asked.seats, in_turn=in_turn
    )
    toast = await told(admin, facts, "admin-done-promote", name=named(asked.person_name))
    return Answer(toast, card=await _afresh(admin, event_id, request_id, here))


async def put_in_line(admin: Admin, event_id: int, request_id: int, here: int) -> Answer:
    """A place at the end of the line."""
    asked = await _find(admin, event_id, request_id)
    facts = await service.put_in_line(
        admin.rooms.work, with_reason(admin, BY_HAND), event_id, asked.id, asked.person_id
    )
    toast = await told(admin, facts, "admin-done-request-line", name=named(asked.person_name))
    return Answer(toast, card=await _afresh(admin, event_id, request_id, here))


async def why(admin: Admin, event_id: int, request_id: int, here: int) -> Answer:
    """No, and why? The person is told."""
    asked = await _find(admin, event_id, request_id)
    ids = [event_id, request_id, here]
    text = lines(
        head(admin.texts, asked.event, "admin-ask-head"),
        admin.say("admin-ask-request-decline", name=asked.person_name, seats=asked.seats),
        admin.say("admin-ask-reason-told"),
    )
    choices = buttons(
        admin.texts, "admin-button-request-decline-because", "a-request-decline", ids, DECLINING
    )
    return Answer(card=Card(text, [*choices, back(admin, "a-request", *ids)]))


async def decline(admin: Admin, event_id: int, request_id: int, here: int, reason: int) -> Answer:
    """The answer is no."""
    asked = await _find(admin, event_id, request_id)
    facts = await service.decline(admin.rooms.work, with_reason(admin, reason), event_id, asked.id)
    toast = await told(admin, facts, "admin-done-request-decline", name=named(asked.person_name))
    return Answer(toast, card=await _afresh(admin, event_id, request_id, here))


async def _find(admin: Admin, event_id: int, request_id: int) -> RequestCard:
    """A request for this event. Raises RequestOver."""
    card = await admin.rooms.views.request(request_id)
    if card is None or card.event.id != event_id:
        raise RequestOver
    return card


async def _afresh(admin: Admin, event_id: int, request_id: int, here: int) -> Card:
    return request_card(admin.texts, await _find(admin, event_id, request_id), here)

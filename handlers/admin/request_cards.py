"""A request for a place as the admins see it: who asks for what, what stands in the way, and what became of it."""

from collections.abc import Sequence

from engine.settings import Mode
from engine.views import EventCard, RequestCard
from handlers.admin.layout import head, lines
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.question_cards import answer_lines

LETTER, LIST = 0, 1
"""Where a button of it stands: on the card that a letter has brought and keeps up to date, or behind the list."""

ENDED = {
    "granted": "admin-request-granted",
    "declined": "admin-request-declined",
    "taken_back": "admin-request-taken-back",
    "closed": "admin-request-closed",
}


def request_card(texts: Texts, request: RequestCard, here: int = LETTER) -> Card:
    """As it stands. What the person has answered is not in the letter, but on the card that is behind a tap."""
    event = request.event
    answers = answer_lines(texts, event.settings.questions, request.answers)
    text = lines(
        head(texts, event, "admin-request-head"),
        texts.say("admin-request-who", name=request.person_name, seats=request.seats),
        texts.say("admin-party", names=", ".join(request.names)) if request.names else None,
        texts.say("admin-request-at", when=texts.when(request.asked_at, event.timezone)),
        *(answers if here == LIST else ()),
        _now(texts, event) if request.status == "open" else _ended(texts, request),
    )
    last = Button(texts.plain("admin-button-manage"), pack("a-manage", event.id))
    if here == LIST:
        last = Button(texts.plain("admin-button-back"), pack("a-requests", event.id, 0))
    more = Button(texts.plain("admin-button-answers"), pack("a-request", event.id, request.id, LIST))
    shown = [[more]] if answers and here == LETTER else []
    return Card(text, [*_answers(texts, request, here), *shown, [last]])


def ahead(event: EventCard) -> int:
    """How many wait for a free seat of the event; its mode says whether the reserve list does."""
    return event.in_line + (event.reserve if event.mode is Mode.OFFER else 0)


def _now(texts: Texts, event: EventCard) -> Html:
    return texts.say("admin-request-now", free=event.free, waiting=ahead(event))


def _ended(texts: Texts, request: RequestCard) -> Html:
    assert request.decided_at is not None
    when = texts.when(request.decided_at, request.event.timezone)
    return lines(
        texts.say(ENDED[request.status], by=request.by_name, when=when),
        texts.say("reason-told", reason=texts.reason(request.reason)) if request.reason else None,
    )


def _answers(texts: Texts, request: RequestCard, here: int) -> Sequence[Sequence[Button]]:
    """Book, if enough is free; when somebody waits, only after a question."""
    event, ids = request.event, (request.event.id, request.id, here)
    if request.status != "open" or event.status != "open" or event.halted == "started":
        return []
    rows = []
    if request.seats <= event.free:
        waiting = ahead(event)
        key = "admin-button-request-book-passing" if waiting else "admin-button-request-book"
        data = pack("a-request-ask", *ids) if waiting else pack("a-request-book", *ids, 0)
        rows.append([Button(texts.plain(key, waiting=waiting), data, style="success")])
    rows.append([Button(texts.plain("admin-button-request-line"), pack("a-request-line", *ids))])
    no = Button(texts.plain("admin-button-request-decline"), pack("a-request-why", *ids), style="danger")
    return [*rows, [no]]

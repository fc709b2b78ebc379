"""What is said about a request for a place: the way to ask, and that the organiser will answer."""

from engine.refusals import SelfServiceOff
from engine.views import EventCard, RequestCard
from handlers.booking_cards import party_line
from handlers.door import Button, Card, Html, Texts
from handlers.event_lines import event_lines
from handlers.keyboards import Rows, button, lines, paragraphs


def check_self_service(event: EventCard) -> None:
    """A button of an older message must not lead into a question that can only be refused. Raises SelfServiceOff."""
    if not event.settings.self_service:
        raise SelfServiceOff


def ask_rows(texts: Texts, event: EventCard, *, several: bool) -> Rows:
    """Instead of booking, and of waiting in line."""
    rows = [[button(texts, "button-ask", "ask", event.id, 1, style="primary")]]
    if several:
        rows.append([button(texts, "button-ask-several", "several", event.id)])
    return rows


def request_line(texts: Texts, request: RequestCard) -> Html:
    """That the reader has asked, for whom, and who answers."""
    return lines(texts.say("request-stands"), party_line(texts, request))


def take_back(texts: Texts, request: RequestCard) -> Button:
    """The way out."""
    return button(texts, "button-take-back", "take-back", request.event.id, request.id)


def request_card(texts: Texts, request: RequestCard, key: str) -> Card:
    """The answer to asking; `key` is its first line."""
    text = paragraphs(
        texts.say(key),
        lines(event_lines(texts, request.event), party_line(texts, request)),
        texts.say("request-next"),
    )
    return Card(text, [[take_back(texts, request)], [button(texts, "button-my", "my")]])

"""Letters about requests for a place."""

from bot.letters.called_off import called_off
from bot.letters.desk import Desk
from engine.views import RequestCard
from handlers.door import Card
from handlers.keyboards import lines, see
from handlers.request_cards import request_card, take_back


async def request_made(desk: Desk) -> Card | None:
    """It is with the organiser; nothing once it is not any more."""
    request = await _own(desk)
    if request is None or request.status != "open":
        return None
    return request_card(desk.texts, request, "request-made")


async def request_declined(desk: Desk) -> Card | None:
    """The organiser said no, and why."""
    request, reason = await _own(desk), desk.word("reason")
    if request is None:
        return None
    text = lines(
        desk.about("request-declined", request.event),
        desk.texts.say("reason-told", reason=desk.texts.reason(reason)),
    )
    return Card(text, see(desk.texts, request.event.id))


async def request_taken_back(desk: Desk) -> Card | None:
    """The reader does not want it any more."""
    return await _over(desk, "request-taken-back")


async def request_closed(desk: Desk) -> Card | None:
    """Nobody answered before the start, or the event does not take place."""
    event = await desk.event()
    if desk.word("cause") == "cancelled" and event is not None:
        return await called_off(desk, event, desk.texts.say("request-closed-off"))
    return await _over(desk, "request-closed")


async def request_shifted(desk: Desk) -> Card | None:
    """The event begins at another time; the request stays."""
    request = await _own(desk)
    if request is None or request.status != "open":
        return None
    rows = [[take_back(desk.texts, request)], *see(desk.texts, request.event.id)]
    return Card(desk.about("request-shifted", request.event), rows)


async def _over(desk: Desk, key: str) -> Card | None:
    request = await _own(desk)
    if request is None:
        return None
    return Card(desk.about(key, request.event), see(desk.texts, request.event.id))


async def _own(desk: Desk) -> RequestCard | None:
    """The reader's request."""
    found = await desk.views.request(desk.id("request"))
    return found if found is not None and found.person_id == desk.reader.id else None

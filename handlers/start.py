"""/start, with or without a deep link: `s-CODE` opens a service, `e-CODE` an event, `m-2026-12` the wishes for
a month, `w-LINK` the question of somebody who wants to come together."""

import re

from engine.refusals import LinkUnknown
from handlers.door import Answer, Card, Html, Visitor
from handlers.event_card import event_now
from handlers.events import events_card
from handlers.friends import LINK, invited
from handlers.keyboards import button, paragraphs
from handlers.keyboards import home as home_rows
from handlers.month import by_month

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what a link of Telegram can carry; the rest was typed


async def start(visitor: Visitor, payload: str) -> Card:
    """What the link names, or the greeting."""
    if not payload:
        return await greeting(visitor)
    found = await _opened(visitor, payload)
    return found or await greeting(visitor, visitor.say(LinkUnknown().key))


async def home(visitor: Visitor) -> Answer:
    """Back at the beginning."""
    return Answer(card=await greeting(visitor))


async def greeting(visitor: Visitor, first: Html | None = None) -> Card:
    """Who this is, in two lines; `first` is said before it. The month has its button as soon as one was opened."""
    hello = visitor.say("start-hello", name=visitor.person.name)
    months = await visitor.rooms.views.periods()
    more = [[button(visitor.texts, "button-home-month", "month", 0)]] if months else []
    return Card(paragraphs(first, hello, visitor.say("start-about")), [*home_rows(visitor.texts), *more])


async def _opened(visitor: Visitor, payload: str) -> Card | None:
    if not PAYLOAD.fullmatch(payload):
        return None
    kind, _, code = payload.partition("-")
    if kind == "s" and (service := await visitor.rooms.views.service_by_code(code)):
        return await events_card(visitor, service.id, 1)
    if kind == "e" and (event := await visitor.rooms.views.event_by_code(code)):
        return await event_now(visitor, event.id)
    if kind == "m":
        return await by_month(visitor, code)
    return await invited(visitor, code) if kind == LINK else None

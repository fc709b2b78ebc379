"""Ask for a place where nobody books by themselves, and take it back. What was committed is told by a letter, which
rewrites the tapped message."""

from engine.services import requests as service
from handlers.door import Answer, Visitor


async def ask(visitor: Visitor, event_id: int, seats: int) -> Answer:
    """One seat at once; a party names its people first (`parties`)."""
    await service.ask(visitor.rooms.work, visitor.tap, event_id, seats)
    return Answer(visitor.plain("toast-asked"))


async def take_back(visitor: Visitor, event_id: int, request_id: int) -> Answer:
    """Never mind."""
    await service.take_back(visitor.rooms.work, visitor.tap, event_id, request_id)
    return Answer(visitor.plain("toast-taken-back"))

"""/help, /cancel, and what to say to a text that answers no question."""

from handlers.door import Card, Visitor
from handlers.keyboards import Rows, button, home


async def help_command(visitor: Visitor, _: str) -> Card:
    """What one can do."""
    return Card(visitor.say("help-text"), await _ways(visitor))


async def cancel_command(visitor: Visitor, _: str) -> Card:
    """Drop the open question, if there is one."""
    people = visitor.rooms.people
    draft = await people.draft(visitor.person.id)
    if draft is None:
        return Card(visitor.say("draft-none"), await _ways(visitor))
    await people.keep_draft(visitor.person.id, None)
    return Card(visitor.say("draft-dropped"), await _ways(visitor))


async def unasked(visitor: Visitor) -> Card:
    """The answer to a text that nobody asked for."""
    return Card(visitor.say("text-unasked"), await _ways(visitor))


async def _ways(visitor: Visitor) -> Rows:
    """Into the bot; and to one's wishes while a month collects them, as that may be what was meant."""
    now = visitor.rooms.now()
    collects = any(period.collects(now) for period in await visitor.rooms.views.periods())
    more = [[button(visitor.texts, "button-home-month", "month", 0)]] if collects else []
    return [*home(visitor.texts), *more]

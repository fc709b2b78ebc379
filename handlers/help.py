"""/help, /cancel, and what to say to a text that answers no question."""

from handlers.door import Card, Visitor
from handlers.keyboards import home


async def help_command(visitor: Visitor, _: str) -> Card:
    """What one can do."""
    return Card(visitor.say("help-text"), home(visitor.texts))


async def cancel_command(visitor: Visitor, _: str) -> Card:
    """Drop the open question, if there is one."""
    people = visitor.rooms.people
    draft = await people.draft(visitor.person.id)
    if draft is None:
        return Card(visitor.say("draft-none"), home(visitor.texts))
    await people.keep_draft(visitor.person.id, None)
    return Card(visitor.say("draft-dropped"), home(visitor.texts))


def unasked(visitor: Visitor) -> Card:
    """The answer to a text that nobody asked for."""
    return Card(visitor.say("text-unasked"), home(visitor.texts))

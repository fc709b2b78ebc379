"""A letter in the words of whoever reads it: a person, or the admins' group."""

from bot.group import Group
from bot.letters import render
from bot.moment import Now
from engine.views import Person
from handlers.door import Card, Texts
from storage.outbox import Letter
from storage.views import SqlViews

ADMIN_LANGUAGE = "en"


async def written(
    views: SqlViews, texts: dict[str, Texts], now: Now, group: Group, letter: Letter
) -> Card | None:
    """None when nobody is there to read it."""
    if letter.person_id is None:
        reader, language = None, await group.listen()
    else:
        reader = await views.person_by_id(letter.person_id)
        if reader is None:
            return None
        language = reader.language
    words = texts.get(language, texts[ADMIN_LANGUAGE])
    person = reader or Person(0, None, "", language, True)
    return await render(letter.kind, letter.data, person, words, views, now())

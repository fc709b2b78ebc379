"""/settings: the language."""

from engine.refusals import ButtonStale
from handlers.callbacks import pack
from handlers.door import Answer, Button, Card, Texts, Visitor
from handlers.keyboards import back


async def settings_command(visitor: Visitor, _: str) -> Card:
    """The languages, each by its own name."""
    return settings_card(visitor, visitor.texts)


async def settings(visitor: Visitor) -> Answer:
    """The same by a tap."""
    return Answer(card=settings_card(visitor, visitor.texts))


async def language(visitor: Visitor, choice: int) -> Answer:
    """The card again, in the new language. `choice` is the place in the account's list."""
    if choice >= len(visitor.rooms.languages):
        raise ButtonStale
    code = visitor.rooms.languages[choice]
    await visitor.rooms.people.choose_language(visitor.person.id, code)
    texts = visitor.rooms.texts(code)
    return Answer(texts.plain("toast-language"), card=settings_card(visitor, texts))


def settings_card(visitor: Visitor, texts: Texts) -> Card:
    """A button for each language."""
    rows = [
        [_language(visitor.rooms.texts(code), index, chosen=code == texts.language)]
        for index, code in enumerate(visitor.rooms.languages)
    ]
    return Card(texts.say("settings-ask"), [*rows, back(texts, "home")])


def _language(texts: Texts, index: int, *, chosen: bool) -> Button:
    name = texts.plain("language-name")
    return Button(f"✓ {name}" if chosen else name, pack("language", index))

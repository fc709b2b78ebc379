"""Texts in several languages."""

from engine.catalogue.block import Block
from engine.catalogue.context import Context
from engine.catalogue.nodes import Fields
from engine.catalogue.plans import LANGUAGES
from engine.catalogue.problems import Spot, Wrong
from engine.catalogue.values import text


def texts(block: Block, key: str, most: int, context: Context, *, needed: bool) -> dict[str, str]:
    """The value of a key; {} where there is none."""
    if not block.has(key):
        if needed and block.whole:
            context.note(block.at(key).problem("missing"))
        return {}
    return texts_at(block.at(key), most, context, several_lines=key == "description")


def texts_at(spot: Spot, most: int, context: Context, *, several_lines: bool = False) -> dict[str, str]:
    """A text in the languages it has; a bare text is in the account's first language."""
    read = text(most, several_lines=several_lines)
    if not isinstance(spot.node, Fields):
        try:
            return {context.language: read(spot)}
        except Wrong as wrong:
            context.note(wrong.problem)
            return {}
    block = Block(spot, LANGUAGES, context.note)
    if not spot.node.fields:
        context.note(spot.problem("missing"))
    given = [field.key for field in spot.node.fields if field.key in LANGUAGES]
    return {language: block.need(language, read, "") for language in dict.fromkeys(given)}

"""Letters become messages here, at delivery, in the reader's language, from what is true then."""

from bot.letters.rendering import render

__all__ = ["render"]

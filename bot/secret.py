"""A bot's token, kept out of whatever is said, logged or stored: errors of the client carry the address they asked."""

import re

TOKEN = re.compile(r"[0-9]{1,20}(?::|%3A)[A-Z0-9_-]{30,}", re.IGNORECASE)


def hidden(text: str) -> str:
    """The text, with whatever looks like a token taken out."""
    return TOKEN.sub("<token>", text)


def told(error: BaseException, most: int = 200) -> str:
    """An error in one short line. Hidden first and cut then, as half a token is still a secret; without further lines,
    in which the client quotes the whole answer, people's messages included."""
    first, *_ = str(error).splitlines() or [""]
    return hidden(f"{type(error).__name__}: {first}")[:most]

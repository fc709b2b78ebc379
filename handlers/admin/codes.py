"""Codes for what is new: made of its name, short, and not in use."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ő": "o", "ű": "u"})
HUNGARIAN = str.maketrans({"ö": "o", "ü": "u"})
MOST = 24  # characters of a word that is made of a name


def slug(name: str, language: str, otherwise: str = "new") -> str:
    """Plain letters and digits of a name; `otherwise` of one that has none."""
    small = unicodedata.normalize("NFC", name.lower())
    spelled = small.translate(HUNGARIAN if language == "hu" else {}).translate(SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:MOST]
        if len(longer) > MOST:
            break
        found = longer
    return found or otherwise


def unused(wanted: str, most: int, taken: Container[str]) -> str:
    """The wanted code, cut, and with a number where it is taken."""
    if wanted[:most] not in taken:
        return wanted[:most]
    numbered = (f"{wanted[: most - len(str(n)) - 1]}-{n}" for n in count(2))
    return next(code for code in numbered if code not in taken)

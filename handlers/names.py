"""Names that people type or Telegram tells: one line, visible, harmless in any text."""

import unicodedata

from engine.refusals import NameUnusable

MOST = 60
MARKS = 3  # accents on one letter; taller stacks climb over the lines above
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")  # controls, zero-width and bidi signs, halves, unassigned
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters that look like nothing


def clean_name(text: str) -> str:
    """The name as it is kept, cut to 60 characters; "" when nothing of it can be seen."""
    return tidy(text)[:MOST].rstrip()


def read_names(text: str) -> tuple[str, ...]:
    """The names somebody typed, one a line. Raises NameUnusable when there is none or one is too long."""
    typed = [line for line in text.splitlines() if line.strip()]
    names = tuple(tidy(line) for line in typed)
    if not names or any(not 1 <= len(name) <= MOST for name in names):
        raise NameUnusable(most=MOST)
    return names


def read_name(text: str) -> str:
    """The one name that somebody typed. Raises NameUnusable."""
    names = read_names(text)
    if len(names) > 1:
        raise NameUnusable(most=MOST)
    return names[0]


def tidy(text: str) -> str:
    """One line in NFC without what cannot be seen."""
    kept: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", _encodable(text)):
        category = unicodedata.category(sign)
        if category in ("Zl", "Zp") or sign in "\n\r\t":
            sign = " "
        elif category in HIDDEN or sign in BLANK:
            continue
        marks = marks + 1 if category.startswith("M") else 0
        if marks <= MARKS:
            kept.append(sign)
    tidy = " ".join("".join(kept).split())
    return tidy if any(unicodedata.category(sign)[0] in "LNPS" for sign in tidy) else ""


def _encodable(text: str) -> str:
    """Without lone surrogates, which no database takes."""
    return text.encode("utf-8", "ignore").decode("utf-8")

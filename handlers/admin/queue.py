"""Who is next, in words: the order is the rules' own (`Views.in_turn`), the reserve list behind the event's line."""

from collections.abc import Sequence

from engine.views import EntryCard
from handlers.admin.layout import named
from handlers.door import Texts


def names_in(texts: Texts, queue: Sequence[EntryCard], most: int) -> str:
    """The first names in a row, each short; whoever comes from the reserve list is marked."""
    return ", ".join(_name(texts, entry) for entry in queue[:most])


def _name(texts: Texts, entry: EntryCard) -> str:
    name = named(entry.person_name)
    return name if entry.event is not None else texts.plain("admin-name-reserve", name=name)

"""What the month's documents name by id, in words: events with their time, and people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.rules.plan_checks import Finding
from engine.views import EventNamed
from handlers.admin.layout import named, short
from handlers.door import Admin, Texts

PAGE = 8
GONE = "–"
TITLE = 32
DATES = 2
"""So much of a name, and so many dates of one person, has a line room for."""


@dataclass(frozen=True, slots=True)
class Named:
    """Events and people by id; whoever is not there any more has a dash for a name."""

    events: Mapping[int, EventNamed]
    people: Mapping[int, str]

    def event(self, texts: Texts, event_id: int | None) -> dict[str, str]:
        """The two variables of every sentence about an event."""
        found = self.events.get(event_id or 0)
        return {"event": GONE, "when": GONE} if found is None else said(texts, found)

    def dates(self, texts: Texts, event_ids: Iterable[int]) -> str:
        """Several events in a row."""
        names, more = self.first(texts, event_ids, DATES)
        return ", ".join([names, f"+{more}"] if more else [names])

    def first(self, texts: Texts, event_ids: Iterable[int], most: int) -> tuple[str, int]:
        """The first events in a row, and how many more there are."""
        found = [self.events[event_id] for event_id in event_ids if event_id in self.events]
        found.sort(key=lambda each: each.starts_at)
        return ", ".join(dated(texts, event) for event in found[:most]), max(len(found) - most, 0)

    def person(self, person_id: int | None) -> str:
        return named(self.people.get(person_id or 0, GONE))


def said(texts: Texts, event: EventNamed) -> dict[str, str]:
    """`event` and `when`."""
    title = short(texts.name(event.names), TITLE)
    return {"event": title, "when": texts.when(event.starts_at, event.timezone)}


def dated(texts: Texts, event: EventNamed) -> str:
    """An event in the middle of a sentence."""
    return "{event} ({when})".format(**said(texts, event))


async def named_by(admin: Admin, events: Sequence[int], people: Sequence[int]) -> Named:
    """These events and people."""
    views = admin.rooms.views
    return Named(await views.events_of(events), await views.names_of(people))


async def names_for(admin: Admin, found: Sequence[Finding], events: Sequence[int] = ()) -> Named:
    """Whom and what these findings are about, and these events besides."""
    about = [each.event_id for each in found if each.event_id is not None]
    people = [each.person_id for each in found if each.person_id is not None]
    return await named_by(admin, [*about, *events], people)

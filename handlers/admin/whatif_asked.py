"""/whatif in words: an event's code, and what would change. Words of every language are understood; modes go by their
public names, and for old hands by their codes."""

import re
from collections.abc import Awaitable, Callable, Sequence

from engine.settings import Mode
from engine.views import BookingCard, EventCard
from handlers.admin.layout import short
from handlers.admin.modes import MODES, public_name
from handlers.admin.whatif import (
    choose_booking,
    choose_event,
    choose_question,
    of_booking,
    of_capacity,
    of_mode,
    of_move,
    of_off,
)
from handlers.admin.whatif_date import moment_in, of_date
from handlers.door import Admin, Card

NUMBER = re.compile(r"([+\-−–]?)([0-9]{1,5})")
BOOKINGS = 10_000  # more seats than that has no event
TEXT = 60
SHOWN = 8


async def whatif_command(admin: Admin, rest: str) -> Card:
    """/whatif"""
    words = rest.split()
    if not words:
        return await choose_event(admin, 0)
    event = await _event(admin, words[0])
    if event is None:
        return await _no_event(admin, words[0])
    if len(words) == 1:
        return choose_question(admin, event)
    return await _asked(admin, event, words[1], words[2:])


async def _event(admin: Admin, word: str) -> EventCard | None:
    for code in dict.fromkeys((word, word.lower())):
        event = await admin.rooms.views.event_by_code(code)
        if event is not None and await admin.rooms.views.is_ours(event.id):
            return event
    return None


async def _no_event(admin: Admin, word: str) -> Card:
    """What would be right, with an event that there is."""
    page = await admin.rooms.views.events(None, 0, 1)
    text = short(word, TEXT)
    if not page.items:
        return Card(admin.say("whatif-no-events", text=text))
    return Card(admin.say("whatif-no-event", text=text, code=page.items[0].code))


async def _asked(admin: Admin, event: EventCard, what: str, words: Sequence[str]) -> Card:
    word, text = what.casefold(), short(" ".join((what, *words)), TEXT)
    for key, answer in ANSWERS.items():
        if word in _understood(admin, key):
            return await answer(admin, event, words, text)
    return Card(admin.say("whatif-unclear", text=text, code=event.code))


def _understood(admin: Admin, key: str) -> set[str]:
    """The words for it in every language, whatever the group's is."""
    said = (admin.rooms.texts(language).plain(key) for language in admin.rooms.languages)
    return {word for words in said for word in words.casefold().split()}


async def _capacity(admin: Admin, event: EventCard, words: Sequence[str], text: str) -> Card:
    match = NUMBER.fullmatch("".join(words))
    if match is None:
        return Card(admin.say("whatif-no-number", text=text, code=event.code))
    sign, number = match[1], int(match[2])
    wanted = number if not sign else event.capacity + (number if sign == "+" else -number)
    return await of_capacity(admin, event, wanted)


async def _cancel(admin: Admin, event: EventCard, words: Sequence[str], _: str) -> Card:
    """The event, or with a name a booking."""
    if not words:
        return await of_off(admin, event)
    found = await _booked(admin, event, words)
    return await of_booking(admin, found) if isinstance(found, BookingCard) else found


async def _booked(admin: Admin, event: EventCard, words: Sequence[str]) -> BookingCard | Card:
    """The booking, or which of several, or that there is none."""
    name = " ".join(words)
    page = await admin.rooms.views.bookings(event.id, 0, BOOKINGS)
    items = [item for item in page.items if name.casefold() in item.person_name.casefold()]
    exact = [item for item in items if name.casefold() == item.person_name.casefold()]
    chosen = exact if len(exact) == 1 else items
    if not chosen:
        return Card(admin.say("whatif-no-booking", text=short(name, TEXT), code=event.code))
    return chosen[0] if len(chosen) == 1 else choose_booking(admin, event, chosen[:SHOWN])


async def _mode(admin: Admin, event: EventCard, words: Sequence[str], text: str) -> Card:
    wanted = _mode_called(admin, " ".join(words).casefold())
    if wanted is None:
        known = ", ".join(public_name(admin.texts, mode) for mode in MODES)
        return Card(admin.say("whatif-no-mode", text=text, names=known, code=event.code))
    return await of_mode(admin, event, wanted)


def _mode_called(admin: Admin, name: str) -> Mode | None:
    """By its code, or by how its public name begins in any language, or else a word of it, if only one's does so."""
    for mode in MODES:
        if name == mode.value:
            return mode
    called = [
        (public_name(admin.rooms.texts(language), mode).casefold(), mode)
        for mode in MODES
        for language in admin.rooms.languages
    ]
    begins = {mode for public, mode in called if name and public.startswith(name)}
    within = {mode for public, mode in called if name and any(w.startswith(name) for w in public.split())}
    found = begins or within
    return found.pop() if len(found) == 1 else None


async def _move(admin: Admin, event: EventCard, words: Sequence[str], text: str) -> Card:
    """Who, and last the code of the event to go to."""
    target = await _event(admin, words[-1]) if len(words) > 1 else None
    if target is None:
        return Card(admin.say("whatif-no-target", text=text, code=event.code))
    found = await _booked(admin, event, words[:-1])
    return await of_move(admin, found, target) if isinstance(found, BookingCard) else found


async def _date(admin: Admin, event: EventCard, words: Sequence[str], text: str) -> Card:
    wanted = moment_in(admin, event, words)
    if wanted is None:
        return Card(admin.say("whatif-no-date", text=text, code=event.code))
    return await of_date(admin, event, wanted)


ANSWERS: dict[str, Callable[[Admin, EventCard, Sequence[str], str], Awaitable[Card]]] = {
    "words-whatif-capacity": _capacity,
    "words-whatif-cancel": _cancel,
    "words-whatif-mode": _mode,
    "words-whatif-move": _move,
    "words-whatif-date": _date,
}
"""By the words that ask for it."""

"""Letters about places in line."""

from bot.letters.called_off import called_off
from bot.letters.desk import Desk
from engine.state import ACTIVE_ENTRY
from engine.views import EntryCard
from handlers.door import Card, Html
from handlers.entry_cards import entry_card
from handlers.keyboards import lines, see

RESERVE = {"entry-left": "entry-left-reserve", "entry-left-admin": "entry-left-admin-reserve"}


async def entry_joined(desk: Desk) -> Card | None:
    """The true place, and what happens next."""
    granted = desk.word("source") == "request"
    return await _as_it_stands(desk, "entry-granted" if granted else "entry-joined", ("waiting", "paused"))


async def entry_paused(desk: Desk) -> Card | None:
    """The place is kept and nothing is offered."""
    return await _as_it_stands(desk, "entry-paused", ("paused",))


async def entry_resumed(desk: Desk) -> Card | None:
    """Back in line."""
    return await _as_it_stands(desk, "entry-resumed", ("waiting",))


async def entry_left(desk: Desk) -> Card | None:
    """The place is given up, or taken by an admin."""
    return await _over(desk, "entry-left-admin" if desk.word("cause") == "admin" else "entry-left")


async def entry_displaced(desk: Desk) -> Card | None:
    """The booking has become a place in line; why, and which."""
    entry, event = await desk.entry(), await desk.event()
    if entry is None or event is None or entry.status not in ACTIVE_ENTRY:
        return None
    reason = desk.word("reason")
    text = lines(
        desk.about("entry-displaced", event),
        desk.texts.say("reason-told", reason=desk.texts.reason(reason)) if reason else None,
        desk.texts.say("entry-place", position=entry.position),
    )
    return Card(text, see(desk.texts, event.id))


async def entry_closed(desk: Desk) -> Card | None:
    """The line is closed before a seat came free, or because the event does not take place."""
    event = await desk.event()
    if desk.word("cause") == "cancelled" and event is not None:
        return await called_off(desk, event, await _ended(desk))
    return await _over(desk, "entry-closed")


async def _ended(desk: Desk) -> Html | None:
    """Nothing of a place at a sibling, which was for an offer alone: the reader waits at their own date."""
    entry = await desk.entry()
    if entry is None or entry.source == "split":
        return None
    return desk.texts.say("entry-closed-off")


async def entry_shifted(desk: Desk) -> Card | None:
    """The event begins at another time; the place stays."""
    entry = await desk.entry()
    if entry is None or entry.status not in ACTIVE_ENTRY:
        return None
    return await _over(desk, "entry-shifted")


async def _as_it_stands(desk: Desk, key: str, while_in: tuple[str, ...]) -> Card | None:
    entry, event = await desk.entry(), await desk.event()
    if entry is None or event is None or entry.status not in while_in:
        return None
    return entry_card(desk.texts, event, entry, key)


async def _over(desk: Desk, key: str) -> Card | None:
    entry, event = await desk.entry(), await desk.event()
    if entry is None or event is None or (entry.event is None and key not in RESERVE):
        return None
    return Card(_named(desk, key, entry), see(desk.texts, event.id))


def _named(desk: Desk, key: str, entry: EntryCard) -> Html:
    """The sentence with the event's day, or for a reserve list with the service."""
    if entry.event is not None:
        return desk.about(key, entry.event)
    return desk.texts.say(RESERVE[key], event=desk.texts.name(entry.service_names))

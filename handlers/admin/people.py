"""An admin books for somebody: who comes is typed as an answer, one name or several; then whom of those who are known,
or a guest; then why."""

import json
import zlib

from engine.ports import Draft
from engine.refusals import ButtonStale, PartyTooLarge
from engine.services import by_hand
from engine.views import EventCard, Person
from handlers.admin import found
from handlers.admin.layout import back, head, label, lines, mention, named
from handlers.admin.outcome import changed
from handlers.admin.people_cards import book_told
from handlers.admin.reasons import FOR_SOMEBODY, buttons, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.names import read_names

KIND = "book-for"
ALONE = 0  # in a button: nobody else comes, so that no answer needs to be looked up
MATCHES = 6


async def book(admin: Admin, event_id: int) -> Answer:
    """Asks who comes."""
    event = await found.event(admin.rooms.views, event_id)
    draft = Draft(KIND, {"event": event_id})
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-ask-who", admin=mention(admin.name, admin.telegram_id)),
    )
    return Answer(further=Card(text, ask=admin.plain("admin-button-who-field"), question=question))


async def named_people(admin: Admin, draft: Draft, text: str) -> Card:
    """The names that were typed: whom does the admin mean?"""
    event = await found.event(admin.rooms.views, _event(draft))
    who, *others = read_names(text.replace(",", "\n"))
    if 1 + len(others) > (most := min(event.settings.max_party, event.capacity)):
        raise PartyTooLarge(most=most)
    kept = Draft(KIND, {"event": event.id, "name": who, "names": others})
    await admin.rooms.people.keep_admin_draft(admin.telegram_id, kept, waits=False)
    known = await admin.rooms.views.people_named(who, MATCHES)
    return Card(
        lines(
            head(admin.texts, event, "admin-ask-head"),
            admin.say("admin-ask-whom", name=who),
            admin.say("admin-party", names=", ".join(others)) if others else None,
        ),
        [
            *([_whom(admin, event, person, _number(kept) if others else ALONE)] for person in known),
            [_guest(admin, event, who, _number(kept))],
            back(admin, "a-event", event.id),
        ],
    )


def _whom(admin: Admin, event: EventCard, person: Person, party: int) -> Button:
    words = named(person.name)
    if person.telegram_id is None:
        words = label(admin.texts, "admin-name-guest", name=words)
    return Button(words, pack("a-book-for", event.id, person.id, party, admin.telegram_id))


def _guest(admin: Admin, event: EventCard, name: str, answer: int) -> Button:
    words = label(admin.texts, "admin-name-new-guest", name=named(name))
    return Button(words, pack("a-book-guest", event.id, answer, admin.telegram_id))


async def book_guest(admin: Admin, event_id: int, answer: int, asker: int) -> Answer:
    """Somebody without Telegram: they hear nothing from the bot."""
    draft = await _draft(admin, asker, event_id, answer)
    person_id = await admin.rooms.people.guest(str(draft.data["name"]))
    return await book_for(admin, event_id, person_id, answer if draft.data["names"] else ALONE, asker)


async def book_for(admin: Admin, event_id: int, person_id: int, party: int, asker: int) -> Answer:
    """Who would be passed over, and why?"""
    event = await found.event(admin.rooms.views, event_id)
    person = await _person(admin, person_id)
    others = await _others(admin, asker, event_id, party)
    text = book_told(admin.texts, event, person, 1 + len(others), others)
    ids = [event_id, person_id, party, asker]
    choices = buttons(admin.texts, "admin-button-book-because", "a-book-do", ids, FOR_SOMEBODY)
    return Answer(card=Card(text, [*choices, back(admin, "a-event", event_id)]))


async def book_do(admin: Admin, event_id: int, person_id: int, party: int, asker: int, reason: int) -> Answer:
    """The booking itself."""
    person = await _person(admin, person_id)
    others = await _others(admin, asker, event_id, party)
    tap = with_reason(admin, reason)
    facts = await by_hand.book_for(admin.rooms.work, tap, event_id, person_id, 1 + len(others), others)
    return await changed(admin, event_id, facts, "admin-done-promote", name=named(person.name))


async def _person(admin: Admin, person_id: int) -> Person:
    person = await admin.rooms.views.person_by_id(person_id)
    if person is None:
        raise ButtonStale
    return person


async def _others(admin: Admin, asker: int, event_id: int, party: int) -> tuple[str, ...]:
    """The further names of the party. Raises ButtonStale when the answer they stood in is gone."""
    if party == ALONE:
        return ()
    others = (await _draft(admin, asker, event_id, party)).data["names"]
    return tuple(others) if isinstance(others, list) else ()


async def _draft(admin: Admin, asker: int, event_id: int, answer: int) -> Draft:
    """What that admin has answered. Raises ButtonStale when it is forgotten: a button must not book other people than
    it was shown for."""
    known = await admin.rooms.people.admin_drafts(asker)
    same = (draft for draft in known if draft.kind == KIND and draft.data.get("event") == event_id)
    draft = next((d for d in same if "name" in d.data and _number(d) == answer), None)
    if draft is None:
        raise ButtonStale
    return draft


def _number(draft: Draft) -> int:
    """Tells one answer from the next, in few digits; never ALONE."""
    said = json.dumps([draft.data["name"], draft.data["names"]])
    return zlib.crc32(said.encode()) % 9999 + 1


def _event(draft: Draft) -> int:
    event_id = draft.data.get("event")
    return event_id if isinstance(event_id, int) else 0

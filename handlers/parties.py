"""Several seats at once: how many, then a name for everybody else, kept as a draft over a restart."""

from dataclasses import dataclass, replace

from engine.ports import Draft, Facts
from engine.refusals import AnswersNeeded, EventUnknown, PartyNotNamed, PartyTooLarge, Refusal
from engine.services import booking, requests, waitlist
from engine.views import EventCard
from handlers.answering import begin, done
from handlers.asked import Act
from handlers.door import Answer, Card, Visitor
from handlers.event_card import event_now, most_seats
from handlers.keyboards import button, joined
from handlers.names import read_names
from handlers.party_cards import names_question, sizes_question


@dataclass(frozen=True, slots=True)
class Party:
    """What is known of it so far; `waits` is for the line instead of free seats, `asks` for the organiser. `heard` are
    the updates whose names are known: one that Telegram sends again adds nothing."""

    event_id: int
    seats: int
    waits: bool
    names: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    asks: bool = False

    def draft(self) -> Draft:
        """As it is kept."""
        return Draft(
            "party",
            {
                "event": self.event_id,
                "seats": self.seats,
                "waits": int(self.waits),
                "names": list(self.names),
                "heard": list(self.heard),
                "asks": int(self.asks),
            },
        )


def party_of(draft: Draft | None) -> Party | None:
    """The party in a draft; None for any other question."""
    match draft:
        case Draft(
            "party",
            {"event": int(event), "seats": int(seats), "waits": int(waits), "names": list(names), **more},
        ):
            heard = more.get("heard")
            return Party(
                event,
                seats,
                bool(waits),
                tuple(names),
                tuple(heard) if isinstance(heard, list) else (),
                bool(more.get("asks")),
            )
        case _:
            return None


async def several(visitor: Visitor, event_id: int) -> Answer:
    """How many seats?"""
    return Answer(card=sizes_question(visitor.texts, await _event(visitor, event_id)))


async def party(visitor: Visitor, event_id: int, seats: int) -> Answer:
    """The names, please. More seats than are free mean a place in line; where people do not book themselves it is for
    the organiser to say."""
    event = await _event(visitor, event_id)
    if not 2 <= seats <= most_seats(event):
        raise PartyTooLarge(most=most_seats(event))
    asks = not event.settings.self_service
    asked = Party(event_id, seats, waits=not asks and seats > event.public, asks=asks)
    await visitor.rooms.people.keep_draft(visitor.person.id, asked.draft())
    return Answer(card=names_question(visitor.texts, event, seats, (), waits=asked.waits))


async def party_back(visitor: Visitor, event_id: int) -> Answer:
    """Never mind: the event, and no question waits any more."""
    await visitor.rooms.people.keep_draft(visitor.person.id, None)
    return Answer(card=await event_now(visitor, event_id))


async def named(visitor: Visitor, draft: Draft, asked: Party, text: str) -> Card | None:
    """Some names, or all; with the last one the party is booked. None when the question has changed meanwhile: another
    text of the same person was faster, and this one must be read anew."""
    known = _with_names(asked, str(visitor.update_id), text)
    if known != asked and not await _kept(visitor, draft, known):
        return None
    if len(known.names) == asked.seats - 1:
        return await _complete(visitor, asked, known)
    event = await _event(visitor, asked.event_id)
    return names_question(visitor.texts, event, asked.seats, known.names, waits=asked.waits)


def _with_names(asked: Party, update: str, text: str) -> Party:
    if update in asked.heard:
        return asked
    known = replace(asked, names=(*asked.names, *read_names(text)), heard=(*asked.heard, update))
    if len(known.names) >= asked.seats:
        raise PartyNotNamed(wanted=asked.seats - 1, named=len(known.names))
    return known


async def _kept(visitor: Visitor, known: Draft, now: Party) -> bool:
    return await visitor.rooms.people.change_draft(visitor.person.id, known, now.draft())


async def _complete(visitor: Visitor, asked: Party, whole: Party) -> Card:
    """Commit first; only then is the question dropped, so that nothing typed is lost. After a refusal the last names
    are asked for again."""
    try:
        await _commit(visitor, whole)
    except AnswersNeeded:
        return await _ask_first(visitor, whole)
    except Refusal:
        await _kept(visitor, whole.draft(), asked)
        raise
    await visitor.rooms.people.keep_draft(visitor.person.id, None)
    key = "party-asked" if whole.asks else "party-joined" if whole.waits else "party-booked"
    text = visitor.say(key, seats=whole.seats, names=joined(whole.names))
    return Card(text, [[button(visitor.texts, "button-my", "my")]])


async def _ask_first(visitor: Visitor, whole: Party) -> Card:
    """The names are known; now the service's questions."""
    act: Act = "ask" if whole.asks else "join" if whole.waits else "book"
    said = await begin(visitor, act, whole.event_id, whole.seats, whole.names)
    return said.card or done(visitor)


async def _commit(visitor: Visitor, whole: Party) -> Facts:
    act = requests.ask if whole.asks else waitlist.join if whole.waits else booking.book
    return await act(visitor.rooms.work, visitor.tap, whole.event_id, whole.seats, whole.names)


async def _event(visitor: Visitor, event_id: int) -> EventCard:
    event = await visitor.rooms.views.event(event_id)
    if event is None:
        raise EventUnknown
    return event

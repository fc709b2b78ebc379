"""All is answered: what it comes to. And the answers that a person has given, which can be changed until the start."""

from dataclasses import replace

from engine.ports import Facts
from engine.questions import Answer, Answers
from engine.refusals import AnswersNeeded, BookingOver, Busy, EventUnknown, QuestionGone, Refusal
from engine.services import answering as service
from engine.services import booking, requests, waitlist
from engine.views import EventCard
from handlers import door
from handlers.asked import Asked
from handlers.booking import to_confirm
from handlers.door import Card, Texts, Visitor
from handlers.keyboards import paragraphs
from handlers.question_cards import answers_card
from handlers.windows import CHOICES


async def decide(visitor: Visitor, event: EventCard, asked: Asked, earlier: Asked) -> door.Answer:
    """Commit first; only then is the draft dropped, so that nothing answered is lost. What is refused is kept for
    another try; while nothing can be known, the last question stays open. Raises AnswersNeeded when an admin has
    changed the questions just now."""
    people, person_id = visitor.rooms.people, visitor.person.id
    try:
        said = await _commit(visitor, event, asked)
    except AnswersNeeded:
        raise
    except Busy:
        await people.keep_draft(person_id, earlier.draft())
        raise
    except Refusal:
        once = asked.act == "change"
        await people.keep_draft(person_id, None if once else replace(asked, act="kept").draft())
        raise
    await people.keep_draft(person_id, None)
    return said


async def _commit(visitor: Visitor, event: EventCard, asked: Asked) -> door.Answer:
    work, tap = visitor.rooms.work, visitor.tap
    given = _answers_of(visitor.texts, event, asked)
    match asked.act:
        case "book":
            facts = await booking.book(work, tap, event.id, asked.seats, asked.names, given)
            return _told(visitor, "toast-requested" if to_confirm(facts) else "toast-booked")
        case "join":
            auto = bool(asked.number)
            await waitlist.join(
                work, tap, event.id, asked.seats, asked.names, auto_confirm=auto, answers=given
            )
            return _told(visitor, "toast-joined")
        case "anywhere":
            _, windows = CHOICES[asked.number]
            await waitlist.join_reserve(work, tap, event.id, windows, answers=given)
            return _told(visitor, "toast-joined")
        case "ask":
            await requests.ask(work, tap, event.id, asked.seats, asked.names, given)
            return _told(visitor, "toast-asked")
        case _:
            return await _changed(visitor, event, given)


def _told(visitor: Visitor, key: str) -> door.Answer:
    """A toast; the letter rewrites the tapped message."""
    return door.Answer(visitor.plain(key))


async def _changed(visitor: Visitor, event: EventCard, given: Answers) -> door.Answer:
    if not given:  # the question has changed since it was read
        raise QuestionGone
    facts: Facts = []
    for each in given:
        facts += await service.change(visitor.rooms.work, visitor.tap, event.id, each)
    card = await _answers(visitor, event)
    toast = visitor.plain("toast-answer-kept")
    text = paragraphs(visitor.say("answers-kept"), card.text) if visitor.panel is None else card.text
    return door.Answer(toast, card=Card(text, card.rows))


def _answers_of(texts: Texts, event: EventCard, asked: Asked) -> Answers:
    """What was given, with the questions as they were read; one that is taken back has no words."""
    return tuple(
        Answer(question.code, texts.name(question.texts), question.kind, asked.given[question.code])
        for question in event.settings.questions
        if question.code in asked.given and (asked.given[question.code] or asked.act == "change")
    )


async def answers(visitor: Visitor, event_id: int) -> door.Answer:
    """What the reader has answered."""
    event = await event_of(visitor, event_id)
    return door.Answer(card=await _answers(visitor, event))


async def _answers(visitor: Visitor, event: EventCard) -> Card:
    given = await given_by(visitor, event)
    late = event.starts_at <= visitor.rooms.now() or event.status == "cancelled"
    return answers_card(visitor.texts, event, event.settings.questions, given, late=late)


async def given_by(visitor: Visitor, event: EventCard) -> Answers:
    """The answers of the reader's booking, or else of their place in line, or of their request for one. Raises
    BookingOver."""
    standing = await visitor.rooms.views.standing(event.id, visitor.person.id)
    own = standing.booking or standing.entry or standing.request or standing.reserve
    if own is None:
        raise BookingOver
    return own.answers


async def event_of(visitor: Visitor, event_id: int) -> EventCard:
    """Raises EventUnknown."""
    event = await visitor.rooms.views.event(event_id)
    if event is None:
        raise EventUnknown
    return event

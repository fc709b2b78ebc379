"""A service's questions, one by one, before a booking, a place in line or a request; kept as a draft over a restart.

The rules say that something is to be asked (`AnswersNeeded`), and decide again when the last answer is given.
"""

from dataclasses import dataclass, replace

from engine.ports import Draft
from engine.questions import NO, YES, Question
from engine.refusals import (
    AlreadyDone,
    AnswersNeeded,
    ButtonStale,
    QuestionGone,
    Refusal,
)
from engine.rules.answering import is_right, read
from engine.views import EventCard, Standing
from handlers import door
from handlers.answered import answers, decide, event_of, given_by
from handlers.asked import SKIPPED, Act, Asked, asked_of, open_question
from handlers.door import Card, Texts, Visitor
from handlers.event_card import event_now
from handlers.keyboards import button
from handlers.names import tidy
from handlers.question_cards import mark, question_card

# ------------------------------------------------------------------------------------------------------- asking


async def begin(
    visitor: Visitor, act: Act, event_id: int, seats: int = 1, names: tuple[str, ...] = (), number: int = 0
) -> door.Answer:
    """The first question that is open; what was answered for this event before is not asked again."""
    event = await event_of(visitor, event_id)
    known = asked_of(await visitor.rooms.people.draft(visitor.person.id))
    given = known.given if known and known.event_id == event_id and known.act != "change" else {}
    last = await visitor.rooms.views.answered_before(visitor.person.id, event.service_id)
    before = {answer.code: answer.value for answer in last}
    asked = Asked(act, event_id, seats, names, number, given, before)
    await visitor.rooms.people.keep_draft(visitor.person.id, asked.draft())
    return await _go_on(visitor, event, asked, asked)


async def answer(visitor: Visitor, event_id: int, which: int, number: int) -> door.Answer:
    """A choice, or yes (1) and no (0)."""
    asking = await _asking(visitor, event_id, which)
    return await _take(visitor, asking, _chosen(visitor.texts, asking.question, number))


async def answer_skip(visitor: Visitor, event_id: int, which: int) -> door.Answer:
    """Nothing, where that will do."""
    asking = await _asking(visitor, event_id, which)
    if asking.question.required:
        raise ButtonStale
    return await _take(visitor, asking, SKIPPED)


async def answer_same(visitor: Visitor, event_id: int, which: int) -> door.Answer:
    """As another time."""
    asking = await _asking(visitor, event_id, which)
    value = asking.asked.before.get(asking.question.code, SKIPPED)
    if not is_right(asking.question, value):
        raise ButtonStale
    return await _take(visitor, asking, value)


async def answer_back(visitor: Visitor, event_id: int, which: int) -> door.Answer:
    """The question before, or away from it all; from an old question to what is open now."""
    try:
        asking = await _asking(visitor, event_id, which)
    except Refusal:
        return door.Answer(card=await card_now(visitor, event_id))
    asked, questions = asking.asked, asking.event.settings.questions
    earlier = [each.code for each in questions[: asking.place] if each.code in asked.given]
    if asked.act == "change" or not earlier:
        await visitor.rooms.people.keep_draft(visitor.person.id, None)
        return await answers(visitor, event_id) if asked.act == "change" else await _away(visitor, event_id)
    code = earlier[-1]
    given = {known: value for known, value in asked.given.items() if known != code}
    asked = replace(asked, given=given, before={**asked.before, code: asked.given[code]})
    await _keep(visitor, asking.draft, asked)
    return await _go_on(visitor, asking.event, asked, asked)


async def _away(visitor: Visitor, event_id: int) -> door.Answer:
    return door.Answer(card=await event_now(visitor, event_id))


async def typed(visitor: Visitor, draft: Draft, asked: Asked, text: str) -> Card | None:
    """An answer in words. None when the question has changed meanwhile: another answer of the same person was faster,
    and this one must be read anew."""
    event = await event_of(visitor, asked.event_id)
    found, known = open_question(event, asked), asked
    if found is not None and str(visitor.update_id) not in asked.heard:
        question = found[1]
        value = read(question, _in_words(visitor.texts, question, tidy(text)))
        known = _with(visitor, asked, question, value)
        if not await visitor.rooms.people.change_draft(visitor.person.id, draft, known.draft()):
            return None
    said = await _go_on(visitor, event, known, asked)
    return said.card or done(visitor)


def done(visitor: Visitor) -> Card:
    """The last answer was typed: what came of it follows by letter."""
    return Card(visitor.say("answers-done"), [[button(visitor.texts, "button-my", "my")]])


async def card_now(visitor: Visitor, event_id: int) -> Card | None:
    """The question that is open for this event, or else the event."""
    asked = asked_of(await visitor.rooms.people.draft(visitor.person.id))
    event = await visitor.rooms.views.event(event_id)
    if asked is not None and asked.event_id == event_id and asked.act != "kept" and event is not None:
        found = open_question(event, asked)
        if found is not None:
            return _card(visitor, event, asked, *found)
    return await event_now(visitor, event_id)


# ------------------------------------------------------------------------------------------------------ my answers


async def answers_change(visitor: Visitor, event_id: int, which: int) -> door.Answer:
    """One question once more."""
    event = await event_of(visitor, event_id)
    question = next((each for each in event.settings.questions if mark(each) == which), None)
    if question is None:
        raise QuestionGone
    before = {each.code: each.value for each in await given_by(visitor, event)}
    asked = Asked("change", event_id, number=which, before=before)
    await visitor.rooms.people.keep_draft(visitor.person.id, asked.draft())
    return await _go_on(visitor, event, asked, asked)


# -------------------------------------------------------------------------------------------------------- the steps


@dataclass(frozen=True, slots=True)
class _Asking:
    """The question that is open, and where it was found."""

    draft: Draft
    asked: Asked
    event: EventCard
    place: int
    question: Question


async def _asking(visitor: Visitor, event_id: int, which: int) -> _Asking:
    """Raises QuestionGone when another question is open, AlreadyDone when all is done that this was for, ButtonStale
    when nothing is."""
    draft = await visitor.rooms.people.draft(visitor.person.id)
    asked = asked_of(draft)
    if draft is None or asked is None or asked.event_id != event_id or asked.act == "kept":
        standing = await visitor.rooms.views.standing(event_id, visitor.person.id)
        raise AlreadyDone if _has_place(standing) else ButtonStale
    event = await event_of(visitor, event_id)
    found = open_question(event, asked)
    if found is None or mark(found[1]) != which:
        raise QuestionGone
    return _Asking(draft, asked, event, *found)


def _has_place(standing: Standing) -> bool:
    return bool(standing.booking or standing.entry or standing.reserve or standing.request)


def _chosen(texts: Texts, question: Question, number: int) -> str:
    match question.kind:
        case "choice" if number < len(question.choices):
            return texts.name(question.choices[number])
        case "yes_no" if number < 2:
            return YES if number else NO
        case _:
            raise ButtonStale


def _in_words(texts: Texts, question: Question, words: str) -> str:
    """Who types Yes or No where they could tap means it."""
    if question.kind == "yes_no":
        said = {texts.plain("button-yes").casefold(): YES, texts.plain("button-no").casefold(): NO}
        return said.get(words.casefold(), SKIPPED)
    return words


async def _take(visitor: Visitor, asking: _Asking, value: str) -> door.Answer:
    """The answer is known; the next question, or all is decided."""
    known = _with(visitor, asking.asked, asking.question, value)
    await _keep(visitor, asking.draft, known)
    return await _go_on(visitor, asking.event, known, asking.asked)


def _with(visitor: Visitor, asked: Asked, question: Question, value: str) -> Asked:
    given = {**asked.given, question.code: value}
    return replace(asked, given=given, heard=(*asked.heard, str(visitor.update_id)))


async def _keep(visitor: Visitor, draft: Draft, asked: Asked) -> None:
    """Raises AlreadyDone when another answer of the same person was faster."""
    if not await visitor.rooms.people.change_draft(visitor.person.id, draft, asked.draft()):
        raise AlreadyDone


async def _go_on(visitor: Visitor, event: EventCard, asked: Asked, earlier: Asked) -> door.Answer:
    """The next question; without one all is decided."""
    found = open_question(event, asked)
    if found is not None:
        return door.Answer(card=_card(visitor, event, asked, *found))
    try:
        return await decide(visitor, event, asked, earlier)
    except AnswersNeeded:
        event = await event_of(visitor, event.id)
        found = open_question(event, asked)
        if found is None:
            raise
        return door.Answer(card=_card(visitor, event, asked, *found))


def _card(visitor: Visitor, event: EventCard, asked: Asked, place: int, question: Question) -> Card:
    before = asked.before.get(question.code, SKIPPED)
    before = before if is_right(question, before) else SKIPPED
    once = asked.act == "change"
    number, total = (1, 1) if once else (place + 1, len(event.settings.questions))
    note = "question-drop-ask" if asked.act == "ask" else "question-drop"
    begins = place == 0 and not once
    return question_card(visitor.texts, event, question, number, total, before, note=note if begins else None)

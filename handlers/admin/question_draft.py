"""A new question: its kind by a button, its words typed as answers in the account's first language and perhaps in the
others, then whether it must be answered. What is known so far is kept as the admin's draft."""

from dataclasses import replace

from engine.ports import Draft
from engine.questions import KINDS
from engine.refusals import ButtonStale
from engine.services import asking as service
from engine.views import Account, ServiceQuestions
from handlers.admin.layout import back, lines, mention
from handlers.admin.new_question import BOUNDS, KIND, NOTHING, WORDS, New, new_of, with_answer
from handlers.admin.questions import KIND_NAMES, called, described, find, list_card
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.keyboards import paragraphs

LIMITS = 9
"""In a button, behind the places of languages: the bounds of a number."""

__all__ = ["KIND", "add", "answered", "kinds", "save", "say"]

# ------------------------------------------------------------------------------------------------------------- taps


async def kinds(admin: Admin, service_id: int) -> Answer:
    """What is answered to it?"""
    asks = await find(admin, service_id)
    rows = [
        [Button(_capital(admin.plain(KIND_NAMES[kind])), pack("a-question-add", service_id, number))]
        for number, kind in enumerate(KINDS)
    ]
    text = paragraphs(_head(admin, asks), admin.say("admin-question-ask-kind"))
    return Answer(card=Card(text, [*rows, back(admin, "a-questions", service_id)]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


async def add(admin: Admin, service_id: int, kind: int) -> Answer:
    """Asks for the words."""
    await find(admin, service_id)
    if kind >= len(KINDS):
        raise ButtonStale
    new = New(service_id, KINDS[kind], language=(await _account(admin)).languages[0])
    return Answer(further=await _next(admin, new))


async def say(admin: Admin, service_id: int, what: int, answer: int, asker: int) -> Answer:
    """Asks for the words of another language, or for the bounds."""
    new = await _known(admin, service_id, answer, asker)
    languages = (await _account(admin)).languages
    if what == LIMITS and new.kind == "number":
        wanted = replace(new, wants=BOUNDS)
    elif what < len(languages):
        wanted = replace(new, wants=WORDS, language=languages[what])
    else:
        raise ButtonStale
    return Answer(further=await _next(admin, wanted))


async def save(admin: Admin, service_id: int, required: int, answer: int, asker: int) -> Answer:
    """From now on it is asked."""
    new = await _known(admin, service_id, answer, asker)
    if not new.whole:
        raise ButtonStale
    question = new.question(required=bool(required))
    name = admin.texts.name(question.texts)
    await service.add(admin.rooms.questions, with_reason(admin, BY_HAND), service_id, question, name)
    return Answer(admin.plain("admin-done-question-added"), card=await list_card(admin, service_id))


async def _known(admin: Admin, service_id: int, answer: int, asker: int) -> New:
    """Raises ButtonStale when that admin has answered something else since."""
    for draft in await admin.rooms.people.admin_drafts(asker):
        new = new_of(draft)
        if new is not None and new.service_id == service_id and new.number == answer:
            return new
    raise ButtonStale


# --------------------------------------------------------------------------------------------------------- answers


async def answered(admin: Admin, draft: Draft, text: str) -> Card:
    """What was asked for is typed: the next thing is asked, or all of it shown."""
    new = new_of(draft)
    if new is None:
        raise ButtonStale
    await find(admin, new.service_id)
    return await _next(admin, with_answer(new, text))


async def _next(admin: Admin, new: New) -> Card:
    """Keeps what is known, and asks for what is not; all of it is shown when it is whole."""
    waits = new.wants != NOTHING
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, new.draft(), waits=waits)
    asks = await find(admin, new.service_id)
    if new.wants == NOTHING:
        return await _review(admin, asks, new)
    who = mention(admin.name, admin.telegram_id)
    match new.wants:
        case "words":
            ask, hint = admin.say("admin-question-ask-words", admin=who, name=called(admin, new.language)), ""
        case "choices":
            ask, hint = (
                admin.say("admin-question-ask-choices", admin=who, name=called(admin, new.language)),
                _example(new),
            )
        case _:
            ask, hint = admin.say("admin-question-ask-bounds", admin=who), ""
    known = admin.say("admin-question-known", text=hint) if hint else None
    field = admin.plain("admin-button-question-field")
    return Card(lines(_head(admin, asks), ask, known), ask=field, question=question)


def _example(new: New) -> str:
    """The choices in the language that has them already."""
    return " / ".join(next(iter(new.choices.values()), []))


async def _review(admin: Admin, asks: ServiceQuestions, new: New) -> Card:
    languages = (await _account(admin)).languages
    more = [
        Button(
            admin.plain("label-question-language", name=called(admin, language)),
            pack("a-question-say", new.service_id, number, new.number, admin.telegram_id),
        )
        for number, language in enumerate(languages)
        if language not in new.texts
    ]
    if new.kind == "number":
        ids = (new.service_id, LIMITS, new.number, admin.telegram_id)
        more.append(Button(admin.plain("admin-button-question-bounds"), pack("a-question-say", *ids)))
    text = paragraphs(
        _head(admin, asks),
        described(admin, new.question(required=True)),
        admin.say("admin-question-ask-save"),
    )
    rows = [_save(admin, new), *([each] for each in more), back(admin, "a-questions", new.service_id)]
    return Card(text, rows)


def _save(admin: Admin, new: New) -> list[Button]:
    ids = (new.number, admin.telegram_id)
    must = Button(
        admin.plain("admin-button-question-required"),
        pack("a-question-save", new.service_id, 1, *ids),
        style="success",
    )
    may = Button(
        admin.plain("admin-button-question-optional"), pack("a-question-save", new.service_id, 0, *ids)
    )
    return [must, may]


def _head(admin: Admin, asks: ServiceQuestions) -> Html:
    return admin.say("admin-questions-of", service=admin.texts.name(asks.names))


async def _account(admin: Admin) -> Account:
    account = await admin.rooms.views.account()
    if account is None:
        raise ButtonStale
    return account

"""What a service asks: the list, one question, its place, whether it must be answered, and its end. New ones come in by
`question_draft`."""

from collections.abc import Mapping, Sequence

from engine.questions import MOST_QUESTIONS, Kind, Question
from engine.refusals import (
    AlreadyDone,
    Busy,
    ButtonStale,
    QuestionGone,
    QuestionTwice,
    Refusal,
    ServiceUnknown,
)
from engine.services import asking as service
from engine.views import Page, ServiceQuestions
from handlers.admin.faster import too_late
from handlers.admin.layout import back, label, lines, offset_within, pager, short
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.words import refused
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.keyboards import paragraphs
from handlers.question_cards import mark

PAGE = 8
NAME = 60  # characters of a question in a sentence
KIND_NAMES: Mapping[Kind, str] = {
    "text": "admin-question-kind-text",
    "number": "admin-question-kind-number",
    "choice": "admin-question-kind-choice",
    "yes_no": "admin-question-kind-yes-no",
    "phone": "admin-question-kind-phone",
    "email": "admin-question-kind-email",
}


async def services(admin: Admin, offset: int) -> Answer:
    """Whose questions?"""
    found = await admin.rooms.views.services()
    offset = offset_within(offset, len(found), PAGE)
    page = Page(found[offset : offset + PAGE], offset, len(found))
    rows = [
        [
            Button(
                label(admin.texts, "label-service-name", name=admin.texts.name(each.names)), _list_of(each.id)
            )
        ]
        for each in page.items
    ]
    return Answer(
        card=Card(admin.say("admin-questions-whose"), [*rows, *pager(admin.texts, page, PAGE, "a-asking")])
    )


def _list_of(service_id: int) -> str:
    return pack("a-questions", service_id)


async def questions(admin: Admin, service_id: int) -> Answer:
    """All of them, in the order in which they are asked."""
    return Answer(card=await list_card(admin, service_id))


async def list_card(admin: Admin, service_id: int) -> Card:
    """Raises ServiceUnknown."""
    asks = await find(admin, service_id)
    head = admin.say("admin-questions-head", service=admin.texts.name(asks.names), count=len(asks.questions))
    text = paragraphs(head, lines(*(_line(admin, n, each) for n, each in enumerate(asks.questions, 1))))
    rows = [
        [Button(short(admin.texts.name(each.texts), NAME), pack("a-question", service_id, mark(each)))]
        for each in asks.questions
    ]
    if len(asks.questions) < MOST_QUESTIONS:
        rows.append([Button(admin.plain("admin-button-question-add"), pack("a-question-kinds", service_id))])
    return Card(text, [*rows, back(admin, "a-asking", 0)])


def _line(admin: Admin, place: int, question: Question) -> Html:
    key = "admin-questions-line" if question.required else "admin-questions-line-optional"
    kind = admin.plain(KIND_NAMES[question.kind])
    return admin.say(key, first=place, text=short(admin.texts.name(question.texts), NAME * 2), kind=kind)


async def question(admin: Admin, service_id: int, which: int) -> Answer:
    """One of them, with what can be done about it."""
    asks = await find(admin, service_id)
    place = _place(asks, which)
    return Answer(card=Card(_whole(admin, asks, asks.questions[place]), _rows(admin, asks, place)))


def _whole(admin: Admin, asks: ServiceQuestions, question: Question) -> Html:
    need = "admin-question-required" if question.required else "admin-question-optional"
    return paragraphs(
        admin.say("admin-questions-of", service=admin.texts.name(asks.names)),
        described(admin, question),
        admin.say(need),
    )


def described(admin: Admin, question: Question) -> Html:
    """Its words in every language that it has, and what may be answered."""
    texts = sorted(question.texts.items())
    return lines(
        *(admin.say("admin-question-words", name=called(admin, each), text=text) for each, text in texts),
        admin.say("admin-question-kind", kind=admin.plain(KIND_NAMES[question.kind])),
        *(admin.say("admin-question-choice", text=_every(choice)) for choice in question.choices),
        admin.say("admin-question-least", text=str(question.least)) if question.least is not None else None,
        admin.say("admin-question-most", text=str(question.most)) if question.most is not None else None,
    )


def called(admin: Admin, language: str) -> str:
    """What speakers of a language call it."""
    return admin.rooms.texts(language).plain("language-name")


def _every(words: Mapping[str, str]) -> str:
    return " / ".join(words[language] for language in sorted(words))


def _rows(admin: Admin, asks: ServiceQuestions, place: int) -> list[list[Button]]:
    question, ids = asks.questions[place], (asks.id, mark(asks.questions[place]))
    neighbours = {"admin-button-question-up": place - 1, "admin-button-question-down": place + 1}
    move = [
        Button(admin.plain(key), pack("a-question-move", *ids, place, there))
        for key, there in neighbours.items()
        if 0 <= there < len(asks.questions)
    ]
    need = "admin-button-question-optional" if question.required else "admin-button-question-required"
    drop = Button(
        admin.plain("admin-button-question-drop"), pack("a-question-drop-ask", *ids), style="danger"
    )
    return [
        *([move] if move else []),
        [Button(admin.plain(need), pack("a-question-need", *ids, int(not question.required)))],
        [drop],
        back(admin, "a-questions", asks.id),
    ]


async def move(admin: Admin, service_id: int, which: int, here: int, there: int) -> Answer:
    """It changes places with its neighbour."""
    asks = await find(admin, service_id)
    found = asks.questions[_place(asks, which)]
    name, questions = _name(admin, found), admin.rooms.questions
    await service.move(
        questions, with_reason(admin, BY_HAND), service_id, found, name, here=here, there=there
    )
    return await _done(admin, service_id, "admin-done-question-moved")


async def need(admin: Admin, service_id: int, which: int, required: int) -> Answer:
    """Whether nobody gets in without an answer."""
    asks = await find(admin, service_id)
    found = asks.questions[_place(asks, which)]
    name, wanted = _name(admin, found), bool(required)
    await service.require(
        admin.rooms.questions, with_reason(admin, BY_HAND), service_id, found, name, required=wanted
    )
    return await _done(
        admin, service_id, "admin-done-question-required" if wanted else "admin-done-question-optional"
    )


async def drop_ask(admin: Admin, service_id: int, which: int) -> Answer:
    """Says what removing does, then asks."""
    asks = await find(admin, service_id)
    found = asks.questions[_place(asks, which)]
    text = paragraphs(
        admin.say("admin-questions-of", service=admin.texts.name(asks.names)),
        admin.say("admin-question-drop-ask", text=admin.texts.name(found.texts)),
    )
    ids = (service_id, mark(found))
    drop = Button(admin.plain("admin-button-question-drop"), pack("a-question-drop", *ids), style="danger")
    return Answer(card=Card(text, [[drop], back(admin, "a-question", *ids)]))


async def drop(admin: Admin, service_id: int, which: int) -> Answer:
    """It is asked no more."""
    asks = await find(admin, service_id)
    found = asks.questions[_place(asks, which)]
    await service.remove(
        admin.rooms.questions, with_reason(admin, BY_HAND), service_id, found, _name(admin, found)
    )
    return await _done(admin, service_id, "admin-done-question-dropped")


async def _done(admin: Admin, service_id: int, key: str) -> Answer:
    return Answer(admin.plain(key), card=await list_card(admin, service_id))


def _name(admin: Admin, question: Question) -> str:
    """As it stands in the history."""
    return admin.texts.name(question.texts)


def _place(asks: ServiceQuestions, which: int) -> int:
    """Raises QuestionGone."""
    found = next((n for n, each in enumerate(asks.questions) if mark(each) == which), None)
    if found is None:
        raise QuestionGone
    return found


async def find(admin: Admin, service_id: int) -> ServiceQuestions:
    """Raises ServiceUnknown."""
    found = await admin.rooms.views.service_questions(service_id)
    if found is None:
        raise ServiceUnknown
    return found


async def after_refusal(admin: Admin, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the questions as they are now."""
    asks = await admin.rooms.views.service_questions(args[0])
    sentence = refused(admin.texts, refusal)
    if asks is None or isinstance(refusal, Busy | ButtonStale):
        return Answer(short(sentence, TOAST), alert=True)
    card = await list_card(admin, args[0])
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    account = await admin.rooms.views.account()
    deed = asks.last if isinstance(refusal, QuestionGone | QuestionTwice) else None
    return too_late(admin, sentence, deed, account.timezone if account else "UTC", card)

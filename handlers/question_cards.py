"""How questions and answers look: one that is asked now, and those that are answered."""

import zlib
from collections.abc import Mapping, Sequence

from engine.questions import YES, Answer, Question
from engine.views import EventCard
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, button, lines, named, paragraphs, short, titled

HINTS: Mapping[str, str] = {
    "text": "question-hint-text",
    "choice": "question-hint-choice",
    "yes_no": "question-hint-choice",
    "phone": "question-hint-phone",
    "email": "question-hint-email",
}
LABEL = 50  # characters of a question beside its answer


def mark(question: Question) -> int:
    """Tells a question from any other, and from itself in other words, in few digits."""
    said = repr((question.code, question.kind, sorted(question.texts.items()), question.choices))
    return zlib.crc32(said.encode())


def question_card(
    texts: Texts,
    event: EventCard,
    question: Question,
    place: int,
    total: int,
    before: str,
    *,
    note: str | None,
) -> Card:
    """The question at `place` of `total`; `before` is what was answered another time, and may do again; `note` is the
    key of what is said with the first of them: that nothing has happened yet."""
    text = paragraphs(
        texts.say("question-head", **titled(texts, event), first=place, total=total),
        lines(
            texts.say("question-text", text=texts.name(question.texts)),
            hint(texts, question),
            None if question.required else texts.say("question-hint-skip"),
        ),
        texts.say(note) if note else None,
    )
    return Card(text, _rows(texts, event.id, question, before))


def hint(texts: Texts, question: Question) -> Html:
    """How it is answered, with an example."""
    if question.kind != "number":
        return texts.say(HINTS[question.kind])
    match question.least, question.most:
        case int(least), int(most):
            return texts.say("question-hint-between", first=least, last=most, count=(least + most) // 2)
        case int(least), None:
            return texts.say("question-hint-least", least=least, count=least)
        case None, int(most):
            return texts.say("question-hint-most", most=most, count=most)
        case _:
            return texts.say("question-hint-number", count=12)


def _rows(texts: Texts, event_id: int, question: Question, before: str) -> Rows:
    ids = (event_id, mark(question))
    rows: Rows = []
    if question.kind == "choice":
        rows = [[named(texts.name(each), "answer", *ids, n)] for n, each in enumerate(question.choices)]
    elif question.kind == "yes_no":
        yes, no = (
            button(texts, "button-yes", "answer", *ids, 1),
            button(texts, "button-no", "answer", *ids, 0),
        )
        rows = [[yes, no]]
    if before:
        label = texts.plain("label-same", text=shown(texts, question, question.kind, before))
        rows.insert(0, [Button(short(label), pack("answer-same", *ids))])
    if not question.required:
        rows.append([button(texts, "button-skip", "answer-skip", *ids)])
    return [*rows, [button(texts, "button-back", "answer-back", *ids)]]


def shown(texts: Texts, question: Question | None, kind: str, value: str) -> str:
    """An answer in the reader's language, where it is one of several."""
    if kind == "yes_no":
        return texts.plain("button-yes" if value == YES else "button-no")
    if kind == "number":
        return texts.plain("label-number", count=float(value))
    if kind == "choice" and question is not None:
        found = (choice for choice in question.choices if value in choice.values())
        return next((texts.name(choice) for choice in found), value)
    return value


def answer_lines(texts: Texts, questions: Sequence[Question], answers: Sequence[Answer]) -> list[Html]:
    """Every question that is asked with its answer, and what was answered to those that are gone."""
    given = {answer.code: answer for answer in answers}
    said = [_line(texts, question, given.pop(question.code, None)) for question in questions]
    return [*said, *(_gone(texts, answer) for answer in given.values())]


def _line(texts: Texts, question: Question, answer: Answer | None) -> Html:
    text = short(texts.name(question.texts), LABEL)
    if answer is None:
        return texts.say("answer-none", text=text)
    return texts.say("answer-line", text=text, what=shown(texts, question, answer.kind, answer.value))


def _gone(texts: Texts, answer: Answer) -> Html:
    what = short(shown(texts, None, answer.kind, answer.value), LABEL * 2)
    return texts.say("answer-line-gone", text=short(answer.question, LABEL), what=what)


def answers_card(
    texts: Texts, event: EventCard, questions: Sequence[Question], answers: Sequence[Answer], *, late: bool
) -> Card:
    """What the reader has answered; each can be changed as long as it is not `late`."""
    text = paragraphs(
        texts.say("answers-head", **titled(texts, event)),
        lines(*answer_lines(texts, questions, answers)),
        texts.say("answers-late" if late else "answers-hint"),
    )
    rows: Rows = [
        [named(texts.name(question.texts), "answers-change", event.id, mark(question))]
        for question in questions
        if not late
    ]
    return Card(text, [*rows, [button(texts, "button-back", "event", event.id, 0)]])

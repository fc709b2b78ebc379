"""What an admin types as an answer to a question of the bot: the message that is answered says which question."""

from dataclasses import replace

from engine.ports import AdminQuestion, Draft
from engine.refusals import Refusal, TextExpected
from engine.rules.roles import check
from handlers.admin import because, presets
from handlers.admin.errors import after_refusal
from handlers.admin.layout import mention
from handlers.admin.rights import NEEDS
from handlers.admin.table import TAPS, TYPED
from handlers.admin.words import refused
from handlers.door import Admin, Answer, Card
from handlers.keyboards import paragraphs


async def typed(admin: Admin, text: str, message_id: int, own_id: int) -> Card | None:
    """None when this admin was asked nothing in that message: people talk below the bot's messages, too. An answer
    that does not do is asked for again, below `own_id`, the message that it was given in: so the field opens for
    whoever wrote it, and for nobody else."""
    asked = await admin.rooms.people.admin_question(admin.telegram_id, message_id)
    if asked is None:
        return None
    question, draft = asked
    try:
        if not text:  # a photo, a voice message
            raise TextExpected
        return await _answer(admin, question, draft, text, own_id)
    except Refusal as refusal:
        return _asked_again(admin, question, refused(admin.texts, refusal), own_id)


async def talked(admin: Admin, topic: int | None) -> Card | None:
    """Something was written that answers no message. It is never taken for an answer, as people in a group write to one
    another; but whoever was asked something a moment ago is shown, once, which message to reply to."""
    found = await admin.rooms.people.missed_question(admin.telegram_id, topic)
    if found is None:
        return None
    question, message_id = found
    text = admin.say("question-missed", admin=mention(admin.name, admin.telegram_id))
    return Card(text, ask=admin.plain("label-question-missed-field"), question=question, below=message_id)


def _asked_again(admin: Admin, question: AdminQuestion, why: str, own_id: int) -> Card:
    said, field = admin.say("refusal-card", text=why), admin.plain("label-question-missed-field")
    return Card(said, ask=field, question=question, below=own_id)


async def _answer(admin: Admin, question: AdminQuestion, draft: Draft, text: str, own_id: int) -> Card | None:
    if draft.kind == because.KIND:
        return await _because(admin, question, draft, text, own_id)
    handler = TYPED.get(draft.kind)
    card = await handler(admin, draft, text) if handler else None
    if draft.kind == presets.KIND:
        await admin.rooms.people.close_question(question)
    return card


async def _because(admin: Admin, question: AdminQuestion, draft: Draft, text: str, own_id: int) -> Card:
    """What the button with this reason would have done, by the same handler."""
    admin, call = because.answered(admin, draft, text)
    check(admin.team, admin.telegram_id, NEEDS[call.verb])
    try:
        answer: Answer = await TAPS[call.verb](admin, *call.args)
        await admin.rooms.people.close_question(question)
    except Refusal as refusal:
        answer = await after_refusal(admin, call.verb, call.args, refusal)
        if answer.card is None:
            return _asked_again(admin, question, answer.toast, own_id)
    return _as_message(admin, question, answer)


def _as_message(admin: Admin, question: AdminQuestion, answer: Answer) -> Card:
    """There is no button to answer by a toast, and no card to rewrite."""
    said = admin.say("refusal-card", text=answer.toast)
    if answer.card is None:
        return Card(said, question=question)
    return replace(answer.card, text=paragraphs(said, answer.card.text))

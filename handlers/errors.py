"""Refusals become sentences here, and nowhere else; where they are about an event, its card follows as it is now."""

from collections.abc import Sequence
from datetime import datetime

from engine.refusals import (
    AlreadyDone,
    AnswerNoChoice,
    AnswerNoEmail,
    AnswerNoNumber,
    AnswerNoPhone,
    AnswersNeeded,
    AnswerTooLarge,
    AnswerTooLong,
    AnswerTooSmall,
    Busy,
    NameUnusable,
    PartyNotNamed,
    QuestionGone,
    Refusal,
    RepairOver,
    SlotTaken,
    TooFast,
)
from handlers import month, repair, slots
from handlers.again import done_before
from handlers.answering import begin, card_now
from handlers.asked import Act
from handlers.door import Answer, Card, Texts, Visitor
from handlers.event_card import event_now
from handlers.keyboards import home, paragraphs, short

ALERT = 200  # characters Telegram shows in an alert
REPAIR = frozenset({"repair", "repair-yes", "repair-no-ask", "repair-no"})
# Verbs whose first number is not an event.
NO_EVENT = frozenset(
    {
        "home", "services", "events", "days", "slots", "entry", "my", "settings", "language",
        *REPAIR,
    }
)  # fmt: skip
MONTH = "month"
"""How the verbs begin whose first number is a period."""
SLOT = frozenset({"slot", "slot-book"})
NOTHING_NEW = (Busy, TooFast)  # nothing is known to have changed
WRONG_ANSWER = (
    AnswerNoChoice,
    AnswerNoEmail,
    AnswerNoNumber,
    AnswerNoPhone,
    AnswerTooLarge,
    AnswerTooLong,
    AnswerTooSmall,
)
AGAIN = (NameUnusable, PartyNotNamed, Busy, TooFast)  # the same question can be answered once more
ASKED_BY: dict[str, Act] = {
    "book": "book",
    "slot-book": "book",
    "join-confirm": "join",
    "anywhere-confirm": "anywhere",
    "ask": "ask",
}
"""Taps that the service may have questions before."""


def refused(texts: Texts, refusal: Refusal, zone: str = "UTC") -> str:
    """The plain sentence of a refusal; moments are told in `zone`."""
    return texts.plain(
        refusal.key, **{name: _told(texts, value, zone) for name, value in refusal.values.items()}
    )


async def after_refusal(visitor: Visitor, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence as an alert, and the event's card as it is now: a full event shows the way into the line. A tap
    that was handled before, or asks for what its sender has done already, needs no alarm."""
    if isinstance(refusal, AnswersNeeded) and verb in ASKED_BY:
        return await _ask_first(visitor, verb, args)
    done = await done_before(visitor, verb, args, refusal)
    sentence = short(refused(visitor.texts, done or refusal, await _zone(visitor, verb, args)), ALERT)
    if verb.startswith(MONTH):
        return await month.after_refusal(visitor, verb, args, refusal, sentence)
    if isinstance(refusal, AlreadyDone):
        return Answer(sentence)
    if isinstance(refusal, QuestionGone):
        return Answer(sentence, card=await card_now(visitor, args[0]))
    if verb in REPAIR and isinstance(refusal, RepairOver):
        return Answer(sentence, alert=True, card=await repair.card_of(visitor, args[0]))
    if verb in NO_EVENT or not args or isinstance(refusal, NOTHING_NEW):
        return Answer(sentence, alert=True)
    if verb in SLOT and isinstance(refusal, slots.GONE):
        gone = SlotTaken()
        card = await slots.fresh(visitor, args[0], gone)
        return Answer(refused(visitor.texts, gone), alert=True, card=card)
    return Answer(sentence, alert=done is None, card=await event_now(visitor, args[0]))


async def _ask_first(visitor: Visitor, verb: str, args: Sequence[int]) -> Answer:
    """The service's questions; where all of them are answered already, the tap is decided at once."""
    seats = args[1] if verb in ("book", "ask") else 1
    number = args[1] if verb in ("join-confirm", "anywhere-confirm") else 0
    try:
        return await begin(visitor, ASKED_BY[verb], args[0], seats, number=number)
    except Refusal as refusal:
        return await after_refusal(visitor, "answer", args, refusal)


async def after_answer(visitor: Visitor, event_id: int, refusal: Refusal, *, kept: bool = False) -> Card:
    """A typed answer was refused. The question stays open if another answer can help; else it is dropped (`kept`: what
    is known stays for another try), and the event's card shows what can be done."""
    event = await visitor.rooms.views.event(event_id)
    sentence = refused(visitor.texts, refusal, event.timezone if event else "UTC")
    said = visitor.say("refusal-card", text=sentence)
    if isinstance(refusal, AGAIN):
        return Card(said)
    again = kept and isinstance(refusal, WRONG_ANSWER)
    if not kept:
        await visitor.rooms.people.keep_draft(visitor.person.id, None)
    card = await (card_now if again else event_now)(visitor, event_id)
    return Card(paragraphs(said, card.text), card.rows) if card else Card(said, home(visitor.texts))


async def after_wish(visitor: Visitor, period_id: int, refusal: Refusal) -> Card:
    """The same for what was typed about a month's wishes."""
    sentence = refused(visitor.texts, refusal, await month.zone_of(visitor, (period_id,)))
    said = visitor.say("refusal-card", text=sentence)
    if isinstance(refusal, AGAIN):
        return Card(said)
    await visitor.rooms.people.keep_draft(visitor.person.id, None)
    if await visitor.rooms.views.period(period_id) is None:
        return Card(said, home(visitor.texts))
    card = await month.card_of(visitor, period_id)
    return Card(paragraphs(said, card.text), card.rows)


async def _zone(visitor: Visitor, verb: str, args: Sequence[int]) -> str:
    if verb.startswith(MONTH):
        return await month.zone_of(visitor, args)
    event = await visitor.rooms.views.event(args[0]) if args and verb not in NO_EVENT else None
    return event.timezone if event else "UTC"


def _told(texts: Texts, value: object, zone: str) -> object:
    return texts.when(value, zone) if isinstance(value, datetime) else value

"""Every tap and command of the private chat, by name."""

from engine.ports import Draft
from engine.refusals import Refusal
from handlers import (
    answered,
    answering,
    booking,
    events,
    friends,
    month,
    my,
    offers,
    parties,
    repair,
    requests,
    rescheduling,
    settings,
    slots,
    start,
    waitlist,
)
from handlers.asked import asked_of
from handlers.callbacks import Call, numbers_of, parse
from handlers.door import Card, CommandHandler, TapHandler, Visitor
from handlers.errors import after_answer, after_wish
from handlers.help import cancel_command, help_command, unasked

TAPS: dict[str, TapHandler] = {
    "home": start.home,
    "services": events.services,
    "events": events.events,
    "event": events.event,
    "book": booking.book,
    "several": parties.several,
    "party": parties.party,
    "party-back": parties.party_back,
    "cancel": booking.cancel,
    "cancel-confirm": booking.cancel_confirm,
    "coming": booking.coming,
    "reschedule": rescheduling.reschedule,
    "reschedule-to": rescheduling.reschedule_to,
    "reschedule-confirm": rescheduling.reschedule_confirm,
    "join": waitlist.join,
    "join-confirm": waitlist.join_confirm,
    "anywhere": waitlist.anywhere,
    "anywhere-confirm": waitlist.anywhere_confirm,
    "entry": waitlist.entry,
    "leave": waitlist.leave,
    "leave-confirm": waitlist.leave_confirm,
    "pause": waitlist.pause,
    "pause-for": waitlist.pause_for,
    "resume": waitlist.resume,
    "offer": offers.offer,
    "accept": offers.accept,
    "decline": offers.decline,
    "decline-leave": offers.decline_leave,
    "decline-keep": offers.decline_keep,
    "decline-pause": offers.decline_pause,
    "ask": requests.ask,
    "take-back": requests.take_back,
    "answer": answering.answer,
    "answer-skip": answering.answer_skip,
    "answer-same": answering.answer_same,
    "answer-back": answering.answer_back,
    "answers": answered.answers,
    "answers-change": answering.answers_change,
    "days": slots.days,
    "slots": slots.slots,
    "slot": slots.slot,
    "slot-book": slots.slot_book,
    "reschedule-day": rescheduling.reschedule_day,
    "my": my.my,
    "month": month.month,
    "month-dates": month.dates,
    "month-want": month.want,
    "month-drop": month.drop,
    "month-many": month.many,
    "month-count": month.count,
    "month-limit": month.limit,
    "month-days": month.days,
    "month-day": month.day,
    "month-party": month.party,
    "month-party-set": month.party_set,
    "month-friends": friends.friends,
    "month-friend-ask": friends.ask,
    "month-friend-end": friends.end,
    "month-agree": friends.agree,
    "month-stay": month.stay,
    "month-away-ask": month.away_ask,
    "month-away": month.away,
    "repair": repair.repair,
    "repair-yes": repair.yes,
    "repair-no-ask": repair.no_ask,
    "repair-no": repair.no,
    "month-ledger": month.ledger,
    "month-fair": month.fair,
    "settings": settings.settings,
    "language": settings.language,
}

COMMANDS: dict[str, CommandHandler] = {
    "start": start.start,
    "events": events.services_command,
    "my": my.my_command,
    "month": month.month_command,
    "settings": settings.settings_command,
    "help": help_command,
    "cancel": cancel_command,
}


NUMBERS: dict[str, range] = {verb: numbers_of(handler) for verb, handler in TAPS.items()}


def find_tap(data: str) -> tuple[TapHandler, Call] | None:
    """The handler of a button and the call with its numbers; None for a button that is not ours (any more)."""
    call = parse(data)
    if call is None or call.verb not in TAPS or len(call.args) not in NUMBERS[call.verb]:
        return None
    return TAPS[call.verb], call


async def typed(visitor: Visitor, text: str) -> Card:
    """A text: the answer to the question that waits for one, if any."""
    while (draft := await visitor.rooms.people.draft(visitor.person.id)) is not None:
        card = await _read(visitor, draft, text)
        if card is not None:
            return card
    return await unasked(visitor)


async def _read(visitor: Visitor, draft: Draft, text: str) -> Card | None:
    """What an answer comes to; None when it must be read anew."""
    party, asked = parties.party_of(draft), asked_of(draft)
    try:
        if party is not None:
            return await parties.named(visitor, draft, party, text)
        if draft.kind == month.KIND:
            return await month.named(visitor, draft, text)
        if asked is not None and asked.act != "kept":
            return await answering.typed(visitor, draft, asked, text)
    except Refusal as refusal:
        if draft.kind == month.KIND:
            return await after_wish(visitor, month.period_of(draft), refusal)
        event_id = party.event_id if party else asked.event_id if asked else 0
        return await after_answer(visitor, event_id, refusal, kept=party is None)
    return await unasked(visitor)

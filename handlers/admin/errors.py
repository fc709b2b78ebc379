"""The one place that answers an admin whose tap was refused: the sentence, and the card as it is now."""

from collections.abc import Sequence

from engine.refusals import (
    AlreadyDone,
    Busy,
    HoursDiffer,
    HoursUnchanged,
    PeriodHeld,
    ReasonNeeded,
    Refusal,
    RulesUnchanged,
)
from engine.views import EventCard
from handlers.admin import (
    automation,
    hours,
    locks_refused,
    month_refused,
    questions,
    repair,
    requests,
    roles,
    schedule,
    speaking,
)
from handlers.admin.cards import seats_freed
from handlers.admin.choosing import ASKED_BY, question
from handlers.admin.event_card import show_event
from handlers.admin.faster import done_before, is_own, set_before, too_late
from handlers.admin.layout import short
from handlers.admin.outcome import TOAST
from handlers.admin.request_cards import request_card
from handlers.admin.scopes import find
from handlers.admin.table import ASKING, LOCKS, MONTHS, REPAIRS, SCHEDULES, TAPS, event_of
from handlers.admin.words import refused
from handlers.callbacks import Call
from handlers.door import Admin, Answer, Card

QUESTIONS = frozenset(verb for verb in TAPS if verb.startswith("a-whatif"))
"""Nobody can be faster than a question."""

ABOUT_ROLES = frozenset({"a-roles", "a-role", "a-role-ask", "a-role-give"})


async def after_refusal(admin: Admin, verb: str, args: Sequence[int], refusal: Refusal) -> Answer:
    """Two admins at once: the first has won, the second reads why and by whom, and sees what the first made of it. A
    tap that was handled before, or repeats the admin's own, needs no alarm; while the lock is taken nothing is known to
    have changed. A missing reason is asked for."""
    if isinstance(refusal, ReasonNeeded) and verb in ASKED_BY:
        return Answer(card=await question(admin, ASKED_BY[verb], *args))
    if isinstance(refusal, ReasonNeeded) and verb == "a-request-book":
        return await requests.ask(admin, *args[:3])
    if verb in ABOUT_ROLES:
        return await roles.after_refusal(admin, args, refusal)
    if verb == "a-language-set":
        return await speaking.after_refusal(admin, refusal)
    if verb in ASKING:
        return await questions.after_refusal(admin, args, refusal)
    if verb in LOCKS:
        return await locks_refused.after_refusal(admin, verb, args, refusal)
    if isinstance(refusal, PeriodHeld):
        await locks_refused.count(admin, verb, refusal)
    if verb in MONTHS:
        return await month_refused.after_refusal(admin, verb, args, refusal)
    if verb in REPAIRS:
        return await repair.after_refusal(admin, verb, args, refusal)
    if verb in SCHEDULES:
        return await schedule.after_refusal(admin, refusal)
    event_id = event_of(Call(verb, tuple(args)))
    event = await admin.rooms.views.event(event_id) if event_id is not None else None
    sentence = refused(admin.texts, refusal, event.timezone if event else await _zone(admin))
    if isinstance(refusal, HoursDiffer):
        return Answer(short(sentence, TOAST), alert=True, card=await hours.card(admin, args[0]))
    if isinstance(refusal, HoursUnchanged):
        return await _hours_unchanged(admin, args[0], sentence)
    if event is None and isinstance(refusal, RulesUnchanged):
        return await _set_before(admin, verb, args, sentence)
    if event is None or isinstance(refusal, Busy) or verb in QUESTIONS:
        return Answer(short(sentence, TOAST), alert=True)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=await _card(admin, verb, args, event))
    if isinstance(refusal, ReasonNeeded):
        sentence = admin.plain("admin-freed-changed")
    deed = await done_before(admin, verb, args, refusal, event)
    return too_late(admin, sentence, deed, event.timezone, await _card(admin, verb, args, event))


async def _set_before(admin: Admin, verb: str, args: Sequence[int], sentence: str) -> Answer:
    """What was to be set for a service or the account is set like that already."""
    scope = await find(admin, args[0], args[1])
    deed = await set_before(admin, verb, scope.id)
    card = await automation.card(admin, scope)
    return too_late(admin, sentence, deed, scope.settings.timezone, card)


async def _hours_unchanged(admin: Admin, service_id: int, sentence: str) -> Answer:
    """Another admin was faster, or the same one repeats a tap; the hours as they are now."""
    deed = await admin.rooms.views.last_deed(("HoursChanged",), service_id, 0)
    card = await hours.card(admin, service_id)
    if deed is not None and is_own(admin, deed):
        return Answer(short(sentence, TOAST), card=card)
    return too_late(admin, sentence, deed, await _zone(admin), card)


async def _zone(admin: Admin) -> str:
    account = await admin.rooms.views.account()
    return account.timezone if account else "UTC"


async def _card(admin: Admin, verb: str, args: Sequence[int], event: EventCard) -> Card | None:
    views, texts = admin.rooms.views, admin.texts
    asked = await views.request(args[1]) if verb.startswith("a-request-") else None
    if asked is not None and asked.event.id == event.id:
        return request_card(texts, asked, args[2])
    freed = await seats_freed(views, texts, event.id, "") if verb.startswith("a-freed") else None
    return freed or await show_event(views, texts, event)

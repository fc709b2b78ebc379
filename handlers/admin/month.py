"""/batch: the coming months. Wishes are opened until a deadline, closed early, opened again, and looked at."""

from engine.refusals import NoAccount, PeriodExists, PeriodUnknown
from engine.rules.periods import coming, deadlines
from engine.services import month as service
from handlers.admin.layout import back
from handlers.admin.lock_cards import with_lock
from handlers.admin.month_cards import (
    close_card,
    deadline_card,
    deadline_of,
    interest_card,
    month_of,
    months_card,
    number_of,
    period_card,
    told_later,
)
from handlers.admin.month_seen import find, see
from handlers.admin.reasons import with_reason
from handlers.door import Admin, Answer, Card
from handlers.keyboards import paragraphs


async def batch_command(admin: Admin, _: str) -> Card:
    """/batch"""
    return await _months(admin)


async def batch(admin: Admin) -> Answer:
    """The same in place of the tapped message."""
    return Answer(card=await _months(admin))


async def _months(admin: Admin) -> Card:
    now = admin.rooms.now()
    periods = await admin.rooms.views.periods()
    return months_card(admin.texts, periods, coming(now, await _zone(admin)), now)


async def _zone(admin: Admin) -> str:
    account = await admin.rooms.views.account()
    if account is None:
        raise NoAccount
    return account.timezone


async def period(admin: Admin, period_id: int) -> Answer:
    """One month as it stands."""
    return Answer(card=await shown(admin, period_id))


async def shown(admin: Admin, period_id: int) -> Card:
    """The month as it is now. Raises PeriodUnknown."""
    return await with_lock(admin, period_card(admin.texts, await see(admin, period_id)), period_id)


async def interest(admin: Admin, period_id: int, offset: int) -> Answer:
    """What is wanted, event by event."""
    found = await find(admin, period_id)
    events = await admin.rooms.views.interest(period_id)
    return Answer(card=interest_card(admin.texts, found, events, offset))


async def open_ask(admin: Admin, number: int) -> Answer:
    """Until when?"""
    month = month_of(number)
    if not month:
        raise PeriodUnknown
    if any(period.month == month for period in await admin.rooms.views.periods()):
        raise PeriodExists
    return Answer(card=await open_card(admin, month))


async def open_card(admin: Admin, month: str) -> Card:
    """The deadlines that a month can be opened until, as of now."""
    zone, dates = await _zone(admin), await admin.rooms.views.dates_in(month)
    named = admin.texts.month(month)
    return deadline_card(
        admin.texts,
        paragraphs(
            admin.say("batch-open-ask", month=named),
            None if dates else admin.say("batch-open-empty", month=named),
        ),
        deadlines(month, admin.rooms.now(), zone),
        zone,
        "a-period-begin",
        number_of(month),
        back(admin, "a-batch")[0],
    )


async def begin(admin: Admin, number: int, choice: int, reason: int) -> Answer:
    """Wishes are open."""
    month = month_of(number)
    if not month:
        raise PeriodUnknown
    facts = await service.open_(admin.rooms.months, with_reason(admin, reason), month, choice)
    return Answer(admin.plain("admin-done-batch-open"), card=await shown(admin, facts[0].id))


async def extend_ask(admin: Admin, period_id: int) -> Answer:
    """Until when instead?"""
    return Answer(card=await _deadlines(admin, period_id, "batch-extend-ask", "a-period-extend"))


async def reopen_ask(admin: Admin, period_id: int) -> Answer:
    """Until when again?"""
    return Answer(card=await _deadlines(admin, period_id, "batch-reopen-ask", "a-period-reopen"))


async def _deadlines(admin: Admin, period_id: int, key: str, verb: str) -> Card:
    found = await find(admin, period_id)
    now = admin.rooms.now()
    choices = deadlines(found.month, now, found.timezone)
    question = admin.say(key, month=admin.texts.month(found.month))
    return deadline_card(
        admin.texts,
        paragraphs(question, told_later(admin.texts, found.timezone, now)),
        {choice: until for choice, until in choices.items() if until != found.wishes_until},
        found.timezone,
        verb,
        period_id,
        back(admin, "a-period", period_id)[0],
    )


async def extend(admin: Admin, period_id: int, choice: int, reason: int) -> Answer:
    """Until then."""
    await service.extend(admin.rooms.months, with_reason(admin, reason), period_id, choice)
    return Answer(admin.plain("admin-done-batch-extend"), card=await shown(admin, period_id))


async def reopen(admin: Admin, period_id: int, choice: int, reason: int) -> Answer:
    """Open again."""
    await service.reopen(admin.rooms.months, with_reason(admin, reason), period_id, choice)
    return Answer(admin.plain("admin-done-batch-open"), card=await shown(admin, period_id))


async def close_ask(admin: Admin, period_id: int) -> Answer:
    """Before its time?"""
    return Answer(card=close_card(admin.texts, await find(admin, period_id), admin.rooms.now()))


async def close(admin: Admin, period_id: int, until: int, reason: int) -> Answer:
    """Closed, if its deadline is still the one that was asked about."""
    meant = deadline_of(until)
    await service.close(admin.rooms.months, with_reason(admin, reason), period_id, meant)
    return Answer(admin.plain("admin-done-batch-close"), card=await shown(admin, period_id))

"""/month: what somebody wants of the coming month, piece by piece. Every tap is saved at once."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from engine.ports import Draft
from engine.refusals import (
    AlreadyDone,
    Busy,
    PartyTooLarge,
    PeriodUnknown,
    Refusal,
    TooFast,
    WishesClosed,
    WishUnchanged,
)
from engine.services import month as service
from engine.views import EventNamed, PeriodCard, WishCard
from handlers.door import Answer, Card, Visitor
from handlers.month_cards import (
    away_card,
    dates_card,
    days_card,
    many_card,
    month_card,
    names_card,
    none_card,
    party_card,
    which_card,
)
from handlers.names import read_names
from handlers.result_cards import fair_card, ledger_card, ledger_row, result_card

KIND = "wish-party"
QUIET = (AlreadyDone, WishUnchanged)
"""A tap that the same person repeats."""


async def month_command(visitor: Visitor, _: str) -> Card:
    """The month that is open, or which of them."""
    return await _first(visitor)


async def month(visitor: Visitor, period_id: int = 0) -> Answer:
    """One of them; 0 is the way in."""
    if not period_id:
        return Answer(card=await _first(visitor))
    return Answer(card=await card_of(visitor, period_id))


async def _first(visitor: Visitor) -> Card:
    """Those that collect, and those for which the reader waits; without any the last that did."""
    known = await visitor.rooms.views.periods()
    now = visitor.rooms.now()
    if not any(period.collects(now) for period in known):
        collecting = list(known[-1:])
    else:
        collecting = [period for period in known if period.collects(now) or await _waits(visitor, period)]
    if not collecting:
        own = await visitor.rooms.views.results_of(visitor.person.id)
        return none_card(visitor.texts, ledger_row(visitor.texts) if own else [])
    if len(collecting) > 1:
        own = await visitor.rooms.views.results_of(visitor.person.id)
        return which_card(visitor.texts, collecting, ledger_row(visitor.texts) if own else [])
    return await card_of(visitor, collecting[0].id)


async def _waits(visitor: Visitor, period: PeriodCard) -> bool:
    """Whether the reader has wishes of a month that is not decided yet."""
    if period.status == "final":
        return False
    wish = await visitor.rooms.views.wish(period.id, visitor.person.id)
    return wish is not None and wish.status == "stated"


async def card_of(visitor: Visitor, period_id: int) -> Card:
    """The reader's wishes of a month, or what has come of them. Raises PeriodUnknown."""
    texts, wish = visitor.texts, await wish_of(visitor, period_id)
    own = await visitor.rooms.views.results_of(visitor.person.id)
    result = next((each for each in own if each.period.id == period_id), None)
    if result is not None:
        return result_card(texts, result, visitor.rooms.now())
    return month_card(texts, wish, visitor.rooms.now(), ledger_row(texts) if own else [])


async def ledger(visitor: Visitor) -> Answer:
    """The reader's months so far, and what they count for."""
    own = await visitor.rooms.views.results_of(visitor.person.id)
    return Answer(card=ledger_card(visitor.texts, own))


async def fair(visitor: Visitor, period_id: int) -> Answer:
    """How the draw of a month can be checked; the month itself as long as there is nothing to check."""
    own = await visitor.rooms.views.results_of(visitor.person.id)
    result = next((each for each in own if each.period.id == period_id and each.period.seed), None)
    if result is None:
        return Answer(card=await card_of(visitor, period_id))
    return Answer(card=fair_card(visitor.texts, result, visitor.person.id))


async def by_month(visitor: Visitor, name: str) -> Card | None:
    """The month called "2026-12", if it was opened."""
    found = [period for period in await visitor.rooms.views.periods() if period.month == name]
    return await card_of(visitor, found[0].id) if found else None


async def wish_of(visitor: Visitor, period_id: int) -> WishCard:
    """Raises PeriodUnknown."""
    wish = await visitor.rooms.views.wish(period_id, visitor.person.id)
    if wish is None:
        raise PeriodUnknown
    return wish


async def open_wish(visitor: Visitor, period_id: int) -> WishCard:
    """The same as long as it can be changed: what nobody can save any more is not asked. Raises PeriodUnknown,
    WishesClosed."""
    wish = await wish_of(visitor, period_id)
    if not wish.period.collects(visitor.rooms.now()):
        raise WishesClosed(wish.period.wishes_until)
    return wish


async def dates(visitor: Visitor, period_id: int, page: int, equal: int) -> Answer:
    """Every date of the month."""
    await open_wish(visitor, period_id)
    return Answer(card=await _dates(visitor, period_id, page, equal))


async def _dates(visitor: Visitor, period_id: int, page: int, equal: int) -> Card:
    wish = await wish_of(visitor, period_id)
    choices = await visitor.rooms.views.choices(period_id, visitor.person.id)
    coming = {choice.event.id for choice in choices}
    gone = [choice for choice in wish.choices if choice.event.id not in coming]  # to be taken away only
    shown = [choice for choice in choices if choice.rank or _suits(wish, choice.event)]
    return dates_card(visitor.texts, wish, [*gone, *shown], page, equal=equal > 0)


def _suits(wish: WishCard, event: EventNamed) -> bool:
    """Whether it is on one of the days that the reader has named."""
    weekday = event.starts_at.astimezone(ZoneInfo(event.timezone)).weekday()
    return not wish.weekdays or weekday in wish.weekdays


async def want(visitor: Visitor, period_id: int, event_id: int, page: int, equal: int) -> Answer:
    """This one too."""
    months, tap = visitor.rooms.months, visitor.tap
    await service.choose(months, tap, period_id, event_id, equal=equal > 0)
    return Answer(visitor.plain("toast-wish-saved"), card=await _dates(visitor, period_id, page, equal))


async def drop(visitor: Visitor, period_id: int, event_id: int, page: int, equal: int) -> Answer:
    """Not this one."""
    await service.drop(visitor.rooms.months, visitor.tap, period_id, event_id)
    return Answer(visitor.plain("toast-wish-saved"), card=await _dates(visitor, period_id, page, equal))


async def many(visitor: Visitor, period_id: int) -> Answer:
    """How many, how often?"""
    return Answer(card=many_card(visitor.texts, await open_wish(visitor, period_id)))


async def count(visitor: Visitor, period_id: int, wanted: int) -> Answer:
    """So many; how often may be said next. And what of it counts, where more are wanted than dates are chosen."""
    await service.set_count(visitor.rooms.months, visitor.tap, period_id, wanted)
    wish = await wish_of(visitor, period_id)
    if 0 < wish.named < wish.count:
        told = visitor.plain("toast-wish-most", named=wish.named)
    else:
        told = visitor.plain("toast-wish-saved")
    return Answer(told, card=many_card(visitor.texts, wish))


async def limit(visitor: Visitor, period_id: int, at_most: int) -> Answer:
    """At most one a day, or a week; how many may be said next."""
    await service.set_limit(visitor.rooms.months, visitor.tap, period_id, at_most)
    card = many_card(visitor.texts, await wish_of(visitor, period_id))
    return Answer(visitor.plain("toast-wish-saved"), card=card)


async def days(visitor: Visitor, period_id: int) -> Answer:
    """Which weekdays?"""
    return Answer(card=days_card(visitor.texts, await open_wish(visitor, period_id)))


async def day(visitor: Visitor, period_id: int, weekday: int, on: int) -> Answer:
    """This one suits, or does not any more. And that nothing counts, where nothing of what was chosen suits."""
    await service.set_weekday(visitor.rooms.months, visitor.tap, period_id, weekday, on=on > 0)
    wish = await wish_of(visitor, period_id)
    told = visitor.plain("toast-wish-unsuited" if wish.unsuited else "toast-wish-saved")
    return Answer(told, card=days_card(visitor.texts, wish))


async def party(visitor: Visitor, period_id: int) -> Answer:
    """How many come?"""
    await visitor.rooms.people.keep_draft(visitor.person.id, None)
    return Answer(card=party_card(visitor.texts, await open_wish(visitor, period_id), await _most(visitor)))


async def party_set(visitor: Visitor, period_id: int, seats: int) -> Answer:
    """Alone is said at once; others have names."""
    wish, most = await open_wish(visitor, period_id), await _most(visitor)
    if not 1 <= seats <= most:
        raise PartyTooLarge(most=most)
    if seats == 1:
        await service.set_party(visitor.rooms.months, visitor.tap, period_id, 1, ())
        return await _saved(visitor, period_id)
    draft = Draft(KIND, {"period": wish.period.id, "seats": seats})
    await visitor.rooms.people.keep_draft(visitor.person.id, draft)
    return Answer(card=names_card(visitor.texts, period_id, seats - 1))


async def named(visitor: Visitor, draft: Draft, text: str) -> Card:
    """Everybody's name, one a line. Raises NameUnusable, PartyNotNamed, and what the rule does."""
    period_id, seats = period_of(draft), int(str(draft.data["seats"]))
    await service.set_party(visitor.rooms.months, visitor.tap, period_id, seats, read_names(text))
    await visitor.rooms.people.keep_draft(visitor.person.id, None)
    return await card_of(visitor, period_id)


def period_of(draft: Draft) -> int:
    """Which month a question is about."""
    return int(str(draft.data["period"]))


async def stay(visitor: Visitor, period_id: int, on: int) -> Answer:
    """The same again next month, or only now."""
    await service.set_standing(visitor.rooms.months, visitor.tap, period_id, on=on > 0)
    return await _saved(visitor, period_id)


async def away_ask(visitor: Visitor, period_id: int) -> Answer:
    """Really?"""
    return Answer(card=away_card(visitor.texts, await open_wish(visitor, period_id)))


async def away(visitor: Visitor, period_id: int) -> Answer:
    """Nothing any more."""
    await service.withdraw(visitor.rooms.months, visitor.tap, period_id)
    return Answer(visitor.plain("toast-wish-away"), card=await card_of(visitor, period_id))


async def _saved(visitor: Visitor, period_id: int) -> Answer:
    return Answer(visitor.plain("toast-wish-saved"), card=await card_of(visitor, period_id))


async def _most(visitor: Visitor) -> int:
    account = await visitor.rooms.views.account()
    return account.max_party if account else 1


async def after_refusal(
    visitor: Visitor, verb: str, args: Sequence[int], refusal: Refusal, sentence: str
) -> Answer:
    """The sentence, and the month as it is now; a repeated tap needs no alarm, and leads nowhere else."""
    if isinstance(refusal, Busy | TooFast) or not args:
        return Answer(sentence, alert=True)
    if isinstance(refusal, QUIET) and verb in PIECES:
        return Answer(sentence, card=await PIECES[verb](visitor, args))
    known = await visitor.rooms.views.period(args[0])
    card = await card_of(visitor, args[0]) if known else None
    return Answer(sentence, alert=not isinstance(refusal, QUIET), card=card)


async def _dates_again(visitor: Visitor, args: Sequence[int]) -> Card:
    period_id, _, page, equal = args
    return await _dates(visitor, period_id, page, equal)


async def _many_again(visitor: Visitor, args: Sequence[int]) -> Card:
    return many_card(visitor.texts, await wish_of(visitor, args[0]))


async def _days_again(visitor: Visitor, args: Sequence[int]) -> Card:
    return days_card(visitor.texts, await wish_of(visitor, args[0]))


PIECES: Mapping[str, Callable[[Visitor, Sequence[int]], Awaitable[Card]]] = {
    "month-want": _dates_again,
    "month-drop": _dates_again,
    "month-count": _many_again,
    "month-limit": _many_again,
    "month-day": _days_again,
}
"""Taps of which several follow each other on one card."""


async def zone_of(visitor: Visitor, args: Sequence[int]) -> str:
    """In which moments of a month are told."""
    period: PeriodCard | None = await visitor.rooms.views.period(args[0]) if args else None
    return period.timezone if period else "UTC"

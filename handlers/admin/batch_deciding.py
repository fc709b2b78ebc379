"""Pins, moves and exclusions: what an admin decides about somebody, why, and until it is taken back."""

from engine.refusals import AdjustmentOver, NotThisMonth, WishUnknown
from engine.services import runs as service
from engine.views import EventNamed
from handlers.admin.batch_deciding_cards import ask_card, where_card, word_card, words_card
from handlers.admin.batch_review import seen_person, shown_person
from handlers.admin.batch_review_cards import friends_of, placed_at
from handlers.admin.layout import named, offset_within
from handlers.admin.month import shown
from handlers.admin.month_seen import best_of, find
from handlers.admin.named_rows import PAGE, dated, said
from handlers.admin.reasons import FOR_SOMEBODY, OTHER_DATE, OUT_OF_ORDER, with_reason
from handlers.door import Admin, Answer, Card, Html
from handlers.keyboards import lines

LAST = 99
"""Behind every wish."""


async def where(admin: Admin, period_id: int, person_id: int, number: int, slot: int, offset: int) -> Answer:
    """At which date, or (instead of the one at `slot`) at which other one."""
    seen = await seen_person(admin, period_id, person_id, number)
    ranks = {choice.event.id: choice.rank or 0 for choice in seen.wish.choices}
    here = {each.event.id for each in seen.found.placed}
    known = await admin.rooms.views.run_events(seen.run.id)
    free = [each for each in known if each.event.id not in here]
    free.sort(key=lambda each: (ranks.get(each.event.id, LAST), each.event.starts_at, each.event.id))
    offset = offset_within(offset, len(free), PAGE)
    return Answer(card=where_card(admin.texts, seen, free, slot, offset))


async def pin_ask(admin: Admin, period_id: int, person_id: int, event_id: int) -> Answer:
    """Why?"""
    name, event = await _named(admin, period_id, person_id, event_id)
    text = admin.say("batch-pin-ask", name=name, **said(admin.texts, event))
    text = lines(text, await _alone(admin, period_id, person_id, name))
    return await _ask(admin, text, "pin", OUT_OF_ORDER, period_id, person_id, event_id)


async def pin(admin: Admin, period_id: int, person_id: int, event_id: int, reason: int) -> Answer:
    """A place there in every later version."""
    tap = with_reason(admin, reason)
    await service.pin(admin.rooms.runs, tap, period_id, person_id, event_id)
    return await _decided(admin, "admin-done-batch-pin", period_id, person_id)


async def move_ask(admin: Admin, period_id: int, person_id: int, slot: int, event_id: int) -> Answer:
    """Why?"""
    source = await _source(admin, period_id, person_id, slot)
    name, event = await _named(admin, period_id, person_id, event_id)
    other = dated(admin.texts, source)
    text = admin.say("batch-move-ask", name=name, other=other, **said(admin.texts, event))
    text = lines(text, await _alone(admin, period_id, person_id, name))
    return await _ask(admin, text, "move", OTHER_DATE, period_id, person_id, slot, event_id)


async def move(admin: Admin, period_id: int, person_id: int, slot: int, event_id: int, reason: int) -> Answer:
    """There instead, in every later version."""
    tap = with_reason(admin, reason)
    source = await _source(admin, period_id, person_id, slot)
    await service.move(admin.rooms.runs, tap, period_id, person_id, source.id, event_id)
    return await _decided(admin, "admin-done-batch-move", period_id, person_id)


async def _source(admin: Admin, period_id: int, person_id: int, slot: int) -> EventNamed:
    """Which of their places in the newest version. Raises NoRun, WishUnknown, NotPlaced."""
    best = best_of(await admin.rooms.views.runs(period_id))
    number = best.number if best is not None else 0
    return placed_at(await seen_person(admin, period_id, person_id, number), slot)


async def out_ask(admin: Admin, period_id: int, person_id: int, event_id: int) -> Answer:
    """Why? Event 0 is all of the month."""
    if event_id:
        name, event = await _named(admin, period_id, person_id, event_id)
        text = admin.say("batch-out-ask", name=name, **said(admin.texts, event))
    else:
        text = admin.say("batch-out-all-ask", name=await _name(admin, person_id))
    return await _ask(admin, text, "out", FOR_SOMEBODY, period_id, person_id, event_id)


async def out(admin: Admin, period_id: int, person_id: int, event_id: int, reason: int) -> Answer:
    """No place there, in any later version."""
    tap = with_reason(admin, reason)
    await service.exclude(admin.rooms.runs, tap, period_id, person_id, event_id or None)
    return await _decided(admin, "admin-done-batch-out", period_id, person_id)


async def words(admin: Admin, period_id: int, offset: int) -> Answer:
    """All that admins have decided."""
    return Answer(card=await _words(admin, period_id, offset))


async def _words(admin: Admin, period_id: int, offset: int) -> Card:
    period, known = await find(admin, period_id), await admin.rooms.views.adjustments(period_id)
    return words_card(admin.texts, period, known, offset_within(offset, len(known), PAGE))


async def word(admin: Admin, period_id: int, adjustment_id: int) -> Answer:
    """One decision: by whom, why, and the way back."""
    period, known = await find(admin, period_id), await admin.rooms.views.adjustments(period_id)
    found = next((each for each in known if each.id == adjustment_id), None)
    if found is None:
        raise AdjustmentOver
    return Answer(card=word_card(admin.texts, period, found))


async def lift(admin: Admin, period_id: int, adjustment_id: int, reason: int) -> Answer:
    """It counts no more."""
    await service.lift(admin.rooms.runs, with_reason(admin, reason), period_id, adjustment_id)
    return Answer(admin.plain("admin-done-batch-lift"), card=await _words(admin, period_id, 0))


async def _named(admin: Admin, period_id: int, person_id: int, event_id: int) -> tuple[str, EventNamed]:
    """Raises PeriodUnknown, NotThisMonth."""
    await find(admin, period_id)
    known = await admin.rooms.views.events_of((event_id,))
    if event_id not in known:
        raise NotThisMonth
    return await _name(admin, person_id), known[event_id]


async def _name(admin: Admin, person_id: int) -> str:
    """Raises WishUnknown for nobody."""
    known = await admin.rooms.views.names_of((person_id,))
    if person_id not in known:
        raise WishUnknown
    return named(known[person_id])


async def _alone(admin: Admin, period_id: int, person_id: int, name: str) -> Html | None:
    """Whom they wanted to come together with: nobody of these is pinned or moved along."""
    wish = await admin.rooms.views.wish(period_id, person_id)
    names = friends_of(wish) if wish is not None else ""
    return admin.say("batch-alone", name=name, names=names) if names else None


async def _ask(
    admin: Admin, text: Html, what: str, choices: tuple[int, ...], period_id: int, person_id: int, *rest: int
) -> Answer:
    best = best_of(await admin.rooms.views.runs(period_id))
    way_back = ("a-batch-person", period_id, person_id, best.number) if best else ("a-period", period_id)
    return Answer(card=ask_card(admin.texts, text, what, choices, (period_id, person_id, *rest), way_back))


async def _decided(admin: Admin, key: str, period_id: int, person_id: int) -> Answer:
    """The person in the newest version, with what was decided; the month where there is none."""
    best = best_of(await admin.rooms.views.runs(period_id))
    card = await (shown_person(admin, period_id, person_id, best.number) if best else shown(admin, period_id))
    return Answer(admin.plain(key), card=card)

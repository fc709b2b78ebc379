"""What a change would come to, in words, before anything is saved."""

from collections.abc import Iterable, Sequence

from engine import facts as f
from engine.rules.automation import halted
from engine.rules.foresight import Effect
from engine.state import State
from handlers.admin.event_card import why_halted
from handlers.admin.layout import lines
from handlers.admin.outcome import called, named_people, offered, promoted
from handlers.door import Admin, Html


def open_offers(effect: Effect) -> int:
    """How many promises are open where the rules become others."""
    return sum(
        len(state.pending())
        for event_id, state in effect.before.items()
        if state.settings != effect.after[event_id].settings
    )


async def balanced(admin: Admin, effect: Effect, *, asked: bool) -> Html | None:
    """What becomes of a balancing that is under way where the rules become others, also with offers at other dates;
    `asked`: whether open offers stay is the admin's choice."""
    here = [
        state
        for event_id, state in effect.before.items()
        if state.event.split_id is not None and state.settings != effect.after[event_id].settings
    ]
    if not here:
        return None
    go = any(offer.split_id == state.event.split_id for state in here for offer in state.pending())
    return lines(
        admin.say("auto-effect-balance", count=await _open_in(admin, here)),
        admin.say("auto-effect-balance-withdrawn") if asked and go else None,
    )


async def _open_in(admin: Admin, states: Iterable[State]) -> int:
    """How many offers of their balancings are open, at any date."""
    ids = {state.event.split_id for state in states}
    found = [await admin.rooms.views.split(split_id) for split_id in ids if split_id is not None]
    return sum(split.open for split in found if split is not None)


async def effect_lines(admin: Admin, effect: Effect) -> Html:
    """Who would be asked, booked or called; what would wait for a decision; and whether anything runs at all."""
    happens = await further(admin, effect)
    return lines(*happens, *stopped(admin, effect)) or admin.say("auto-effect-none")


async def further(admin: Admin, effect: Effect) -> Sequence[Html]:
    """What automation would make of it in the same commit."""
    facts = effect.facts
    texts, views = admin.texts, admin.rooms.views
    people = [
        await named_people(views, texts, "label-effect-offered", offered(facts)),
        await named_people(views, texts, "label-effect-booked", promoted(facts)),
        await named_people(views, texts, "label-effect-called", called(facts)),
    ]
    free = sum(fact.free for fact in facts if isinstance(fact, f.FillHalted))
    waits = admin.plain("label-effect-waits", count=free) if free else ""
    return [admin.say("auto-effect-line", text=text) for text in (*people, waits) if text]


def stopped(admin: Admin, effect: Effect) -> Sequence[Html]:
    """Whether automation would stop, or run again, at every event it is about."""
    before = {halted(state, admin.rooms.now()) for state in effect.before.values()}
    after = {halted(state, admin.rooms.now()) for state in effect.after.values()}
    if None in before and None not in after:
        reason = next(iter(sorted(reason for reason in after if reason)), "")
        return [admin.say("auto-effect-stops"), why_halted(admin.texts, reason)]
    if None not in before and None in after:
        return [admin.say("auto-effect-starts")]
    return []

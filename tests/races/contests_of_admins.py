"""Races between people with open offers and admins who change the whole event."""

from engine import facts as f
from engine.refusals import Refusal
from engine.rules.configuring import Change
from engine.services import capacity, offers
from engine.services.who import Tap
from engine.settings import Mode, Settings
from engine.state import State
from tests.races.arena import Arena, Call, Outcome
from tests.races.contests import (
    ADA,
    AT_ONCE,
    BEN,
    TICK,
    Contest,
    accept,
    book,
    cancel,
    counted,
    facts_in,
    join,
    of_kind,
    reserve,
    sweep,
)
from tests.races.deeds import call_off, configure, distribute, finalize, move_date
from tests.services.world import NOW, World

SEATS, PEOPLE = 6, 20


async def _open_offers(arena: Arena) -> tuple[list[f.OfferMade], list[int]]:
    """Six seats: three are offered, of which one to the reserve list; three are booked (these bookings' ids); two more
    wait."""
    await arena.begin(World((SEATS,), PEOPLE, AT_ONCE))
    made = [fact.id for i in range(1, SEATS + 1) for fact in await arena.quietly(book(i))]
    for person in (7, 8):
        await arena.quietly(join(person))
    await arena.quietly(reserve(9))
    freed = facts_in([await arena.quietly(cancel(i, made[i - 1])) for i in (1, 2, 3)])
    offered = [fact for fact in freed if isinstance(fact, f.OfferMade)]
    assert [fact.person_id for fact in offered] == [7, 8, 9]
    for person in (10, 11):
        await arena.quietly(join(person))
    arena.clock.jump(NOW + 60 * TICK, TICK)
    return offered, made[3:]


def _people(offered: list[f.OfferMade], booked: list[int]) -> list[Call]:
    """Everybody answers, and others come and go."""
    first, second, third = offered
    return [
        accept(first.person_id, first.id),
        accept(second.person_id, second.id),
        lambda on: offers.decline(on, Tap(third.person_id), 1, third.id, "keep"),
        cancel(4, booked[0]),
        cancel(5, booked[1]),
        *[book(i) for i in range(12, 16)],
        *[join(i) for i in range(16, 19)],
        sweep(1),
    ]


async def _over(arena: Arena, outcomes: list[Outcome]) -> tuple[list[str], State | None]:
    """What is wrong, and the event where nothing is."""
    failed = [o for o in outcomes if isinstance(o, Exception) and not isinstance(o, Refusal)]
    wrong = [f"failed: {o!r}" for o in failed] + await arena.wrong(settled=False)
    return wrong, None if wrong else (await arena.states())[1]


async def called_off(arena: Arena) -> list[str]:
    """Two admins call the event off while everybody answers: it happens once, and nothing is left of it."""
    offered, booked = await _open_offers(arena)
    outcomes = await arena.all([call_off(ADA), call_off(BEN), *_people(offered, booked)])
    wrong, now = await _over(arena, outcomes)
    wrong += counted("called off", len(of_kind(facts_in(outcomes), f.EventCancelled)), 1)
    if now is not None:
        wrong += counted("left", len(now.pending()) + sum(b.active for b in now.bookings.values()), 0)
        wrong += counted("on the reserve list", now.reserve.waiting, 1)
    return wrong


async def another_date(arena: Arena) -> list[str]:
    """Two admins move it to different days while everybody answers; no offer for an old time can be accepted."""
    offered, booked = await _open_offers(arena)
    moves = [move_date(ADA, arena), move_date(BEN, arena, by=-60 * TICK)]
    outcomes = await arena.all([*moves, *_people(offered, booked)])
    wrong, now = await _over(arena, outcomes)
    wrong += counted("moved", len(of_kind(facts_in(outcomes), f.EventMoved)), 2)
    old = {fact.id for fact in offered}
    return wrong if now is None else [*wrong, *counted("old", len(old & {o.id for o in now.pending()}), 0)]


async def another_mode(arena: Arena) -> list[str]:
    """One admin wants promotion, another one manual handling, both take the offers back, while everybody answers."""
    offered, booked = await _open_offers(arena)
    changes = [
        configure(ADA, Change(Mode.LEGACY), "withdraw"),
        configure(BEN, Change(Mode.MANUAL), "withdraw"),
        configure(ADA, Change(rules={"validity": 60}), "keep"),
    ]
    outcomes = await arena.all([*changes, *_people(offered, booked)])
    wrong, now = await _over(arena, outcomes)
    wrong += counted("configured", len(of_kind(facts_in(outcomes), f.EventConfigured)), 3)
    return wrong if now is None else [*wrong, *counted("open", len(now.pending()), 0)]


async def fewer_seats_than_offers(arena: Arena) -> list[str]:
    """Capacity goes down in every way at once, while three offers are open and everybody answers."""
    offered, booked = await _open_offers(arena)
    cuts: list[Call] = [
        lambda on: capacity.resize(on, ADA, 1, 4),
        lambda on: capacity.drain(on, BEN, 1, 3),
        lambda on: capacity.displace(on, ADA, 1, 5),
    ]
    outcomes = await arena.all([*cuts, *_people(offered, booked)])
    return (await _over(arena, outcomes))[0]


async def balanced(arena: Arena) -> list[str]:
    """Two admins balance the same siblings at once, while people come and go: each is asked once. Then everybody
    answers while both finalize."""
    await arena.begin(World((2, 3, 3), PEOPLE, Settings(mode=Mode.SPLITTER)))
    made = [fact.id for i in (1, 2) for fact in await arena.quietly(book(i, 1))]
    for person in range(3, 9):
        await arena.quietly(join(person, 1))
    both: list[Call] = [distribute(ADA, (1, 2, 3)), distribute(BEN, (1, 2, 3))]
    await arena.all([*both, book(10, 2), book(11, 3), book(12, 2), cancel(1, made[0], 1)])
    asked = [fact for fact in arena.facts if isinstance(fact, f.OfferMade)]
    wrong = counted("asked twice", len(asked) - len({fact.person_id for fact in asked}), 0)
    begun = {
        fact.split_id for fact in arena.facts if isinstance(fact, f.EventSplit) and fact.split_id is not None
    }
    ids = [fact.id for fact in asked]
    ends = [finalize(admin, (1, 2, 3), ids, split_id) for admin in (ADA, BEN) for split_id in begun]
    answers = [accept(fact.person_id, fact.id, fact.event_id) for fact in asked]
    outcomes = await arena.all([*ends, *answers, *[book(i, i % 3 + 1) for i in range(13, 17)]])
    wrong += counted("balancings", len(begun), 1) + (await _over(arena, outcomes))[0]
    if not wrong:
        left = [o for state in (await arena.states()).values() for o in state.pending()]
        wrong += counted("open", len(left), 0)
    return wrong


OF_ADMINS: dict[str, Contest] = {
    "called off": called_off,
    "another date": another_date,
    "another mode": another_mode,
    "fewer seats than offers": fewer_seats_than_offers,
    "balanced": balanced,
}

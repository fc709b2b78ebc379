"""Balancing siblings: what is simulated is what is distributed, nothing is sold over, and in the end everybody without
a seat is back at their place."""

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Literal, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine import refusals as no
from engine.change import after_steps
from engine.notices import notices
from engine.ports import Ask, Facts, Look, Rule, States, Steps, WideRule
from engine.rules import balancing as rules
from engine.rules.booking import cancel
from engine.rules.by_hand import book_for
from engine.rules.configuring import Change, configure_event
from engine.rules.offers import accept, decline, expire, make, promote
from engine.services import balancing as service
from engine.services.who import AdminTap
from engine.settings import Mode
from engine.state import Decline, Entry, State
from tests.rules.builders import ADMIN, NOW, act, booking, entry, event, only, reserve, settings, state

T = TypeVar("T")
ADA = AdminTap(900, "Ada", reason="because")


def sibling(event_id: int, capacity: int, booked: int, *waiting: Entry, mode: Mode = Mode.SPLITTER) -> State:
    taken = [
        replace(booking(event_id * 1000 + n, event_id * 1000 + n, n), event_id=event_id)
        for n in range(1, booked + 1)
    ]
    made = replace(event(capacity, timedelta(days=7 + event_id)), id=event_id)
    return state(made, settings(mode), bookings=taken, entries=waiting)


def place(entry_id: int, event_id: int, seats: int = 1) -> Entry:
    return entry(entry_id, seats=seats, event_id=event_id)


@dataclass
class Here:
    """`engine.ports.Work` on these states."""

    states: States

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        raise AssertionError("balancing is about several events")

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        assert ask.everybody and set(ask.event_ids) <= set(self.states)
        steps = rule(self.states, act(by=ADMIN, reason=ask.reason))
        self.states = after_steps(self.states, steps, NOW)
        return steps

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        return look(self.states, act(by=ADMIN))

    def answered(self, event_id: int, facts: Facts) -> None:
        self.states = after_steps(self.states, [(event_id, facts)], NOW)


def full_and_empty() -> Here:
    """Three wait for a full date, the next one has three seats."""
    return Here({1: sibling(1, 2, 2, *(place(n, 1) for n in (10, 11, 12))), 2: sibling(2, 3, 0)})


def facts_of(steps: Steps) -> Facts:
    return [fact for _, facts in steps for fact in facts]


def offers_of(steps: Steps) -> list[f.OfferMade]:
    return [fact for fact in facts_of(steps) if isinstance(fact, f.OfferMade)]


def split_id_of(here: Here) -> int:
    (split_id,) = {s.event.split_id for s in here.states.values()}
    assert split_id is not None
    return split_id


async def test_they_keep_their_place_and_are_back_at_the_end() -> None:
    here = full_and_empty()
    plan = await service.simulate(here, ADA, [1, 2], {})
    steps = await service.distribute(here, ADA, [1, 2], {}, direct=False)
    made = offers_of(steps)
    assert [o.person_id for o in made] == [p.person_id for p in plan.placements] == [10, 11, 12]
    assert all((o.event_id, o.instead_of) == (2, 1) and not o.guarded for o in made)
    home, there = here.states[1], here.states[2]
    assert {e.status for e in home.line.entries.values()} == {"paused"} and there.free == ()
    with pytest.raises(no.SplitRunning):
        await service.distribute(here, ADA, [1, 2], {}, direct=False)
    here.answered(2, accept(there, act(), made[0].id, 10))
    here.answered(2, decline(here.states[2], act(), made[1].id, 11, "keep"))
    split_id = split_id_of(here)
    await service.finalize(here, ADA, [1, 2], [o.id for o in made], split_id)
    home, there = here.states[1], here.states[2]
    assert {i: e.status for i, e in home.line.entries.items()} == {10: "left", 11: "waiting", 12: "waiting"}
    assert [e.status for e in there.line.entries.values()] == ["booked", "left", "left"]
    assert there.offers[made[2].id].ended == "split" and len(there.free) == 2
    assert not any(e.split for e in home.line.entries.values() if e.active)
    with pytest.raises(no.SplitOver):
        await service.finalize_due(here, [1, 2], [], split_id)


@pytest.mark.parametrize(("then", "status"), [("leave", "left"), ("pause", "paused"), ("keep", "waiting")])
async def test_what_they_say_to_the_other_date_counts_at_home(then: Decline, status: str) -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))[0]
    here.answered(2, decline(here.states[2], act(), made.id, 10, then))
    await service.finalize_due(here, [1, 2], [made.id], split_id_of(here))
    home = here.states[1].line.entries[10]
    assert (home.status, home.split) == (status, False if status != "left" else home.split)


async def declined(then: Literal["keep", "pause"] = "keep") -> tuple[Here, f.OfferMade]:
    """10 has said no to the other date, and keeps both places as long as it is balanced."""
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))[0]
    here.answered(2, decline(here.states[2], act(), made.id, 10, then))
    return here, made


@pytest.mark.parametrize("how", ["promoted", "offered", "booked"])
async def test_whoever_gets_a_seat_there_by_hand_waits_at_home_no_more(how: str) -> None:
    here, made = await declined()
    there, ada = here.states[2], act(by=ADMIN, first_id=700, reason="asked for it after all")
    if how == "promoted":
        here.answered(2, promote(there, ada, made.entry_id))
    elif how == "booked":
        here.answered(2, book_for(there, ada, 10))
    else:
        offered = make(there, ada, made.entry_id)
        here.answered(2, offered)
        here.answered(2, accept(here.states[2], act(first_id=800), only(offered, f.OfferMade).id, 10))
    await service.finalize(here, ADA, [1, 2], [made.id], split_id_of(here))
    assert here.states[1].line.entries[10].status == "left"
    assert here.states[2].booking_of(10) is not None
    assert [here.states[1].line.entries[n].status for n in (11, 12)] == ["waiting", "waiting"]


async def test_whoever_has_accepted_and_cancels_has_left_home() -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))[0]
    here.answered(2, accept(here.states[2], act(first_id=700), made.id, 10))
    here.answered(2, cancel(here.states[2], act(), here.states[2].booking_of(10).id, 10))  # type: ignore[union-attr]
    await service.finalize(here, ADA, [1, 2], [made.id], split_id_of(here))
    assert here.states[1].line.entries[10].status == "left"


async def test_whoever_gives_that_seat_back_is_at_home_again() -> None:
    here, made = await declined()
    here.answered(2, promote(here.states[2], act(by=ADMIN, first_id=700, reason="asked"), made.entry_id))
    booked = here.states[2].booking_of(10)
    assert booked is not None
    here.answered(2, cancel(here.states[2], act(), booked.id, 10))
    await service.finalize(here, ADA, [1, 2], [made.id], split_id_of(here))
    assert here.states[1].line.entries[10].status == "waiting"


@pytest.mark.parametrize("then", ["keep", "pause"])
async def test_an_offer_by_hand_to_a_place_that_ends_is_taken_back(then: Literal["keep", "pause"]) -> None:
    here, made = await declined(then)
    offered = only(
        make(here.states[2], act(by=ADMIN, first_id=700, reason="asked"), made.entry_id), f.OfferMade
    )
    here.answered(2, make(here.states[2], act(by=ADMIN, first_id=700, reason="asked"), made.entry_id))
    steps = await service.finalize(here, ADA, [1, 2], [made.id], split_id_of(here))
    assert here.states[2].offers[offered.id].ended == "split"
    assert here.states[2].pending() == []
    assert here.states[1].line.entries[10].status == ("waiting" if then == "keep" else "paused")
    back = {x.id: x.told for x in facts_of(steps) if isinstance(x, f.EntryResumed)}
    assert back.get(10, True), "the end of the offer says it"


def asked_to(here: Here, entry_id: int) -> set[int]:
    """Where the plan as it is now would ask that person to."""
    found = rules.planned(here.states, act(), {})
    return {placed.sibling for placed in found.placements if placed.person_id == entry_id}


async def ended(here: Here, *answers: tuple[int, Facts]) -> None:
    for event_id, facts in answers:
        here.answered(event_id, facts)
    offer_ids = [offer.id for offer in here.states[2].offers.values()]
    await service.finalize_due(here, [1, 2], offer_ids, split_id_of(here))


async def test_nobody_is_asked_again_for_the_seat_that_they_declined() -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    await ended(here, (2, decline(here.states[2], act(), made[0].id, 10, "keep")))
    assert (asked_to(here, 10), asked_to(here, 11), asked_to(here, 12)) == (set(), {2}, {2})
    there = replace(here.states[2], event=replace(here.states[2].event, round=1))
    here.states = {**here.states, 2: there}
    assert asked_to(here, 10) == {2}, "another seat came free"


@pytest.mark.parametrize("arrived", [True, False])
async def test_nobody_is_asked_again_for_the_seat_that_they_let_go_by(arrived: bool) -> None:
    """Unless the letter never came."""
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))[0]
    if arrived:
        here.answered(2, [f.OfferDelivered(id=made.id, expires_at=NOW)])
    late = act(now=here.states[2].offers[made.id].expires_at)
    await ended(here, (2, expire(here.states[2], late, made.id)))
    assert asked_to(here, 10) == (set() if arrived else {2})


async def test_a_second_place_in_line_does_not_ask_again() -> None:
    here = Here({1: sibling(1, 2, 2, place(10, 1)), 2: sibling(2, 3, 0), 3: sibling(3, 1, 1)})
    made = only(facts_of(await service.distribute(here, ADA, [1, 2], {}, direct=False)), f.OfferMade)
    await ended(here, (2, decline(here.states[2], act(), made.id, 10, "keep")))
    here.states = {**here.states, 3: sibling(3, 1, 1, replace(place(11, 3), person_id=10))}
    assert asked_to(here, 10) == set()
    gone = replace(here.states[1].line.entries[10], status="left")
    home = replace(here.states[1], line=replace(here.states[1].line, entries={10: gone}, window=()))
    here.states = {**here.states, 1: home}
    assert asked_to(here, 10) == {2}, "who has joined anew is asked anew"


async def test_booked_at_once_it_is_over_at_once() -> None:
    here = full_and_empty()
    steps = await service.distribute(here, ADA, [1, 2], {}, direct=True)
    booked = [fact for fact in facts_of(steps) if isinstance(fact, f.BookingMade)]
    assert [(b.person_id, b.event_id, b.from_event) for b in booked] == [(n, 2, 1) for n in (10, 11, 12)]
    assert {e.status for e in here.states[1].line.entries.values()} == {"booked"}
    assert [s.event.split_id for s in here.states.values()] == [None, None]
    with pytest.raises(no.NothingToBalance):
        await service.distribute(here, ADA, [1, 2], {}, direct=True)


async def test_the_reserve_list_and_ones_own_date() -> None:
    waiting = sibling(1, 1, 0, place(10, 1))
    anybody = replace(state(entries=[reserve(20)]).reserve)
    here = Here({1: replace(waiting, reserve=anybody), 2: replace(sibling(2, 1, 0), reserve=anybody)})
    steps = await service.distribute(here, ADA, [1, 2], {}, direct=False)
    assert [(o.person_id, o.event_id, o.instead_of) for o in offers_of(steps)] == [
        (10, 1, None),
        (20, 2, None),
    ]
    await service.finalize(here, ADA, [1, 2], [], split_id_of(here))
    assert here.states[1].line.entries[10].status == "waiting"
    assert here.states[2].reserve.entries[20].status == "waiting"


async def test_only_those_in_the_mode_take_part() -> None:
    here = Here({1: sibling(1, 1, 1, place(10, 1)), 2: sibling(2, 3, 0, mode=Mode.MANUAL)})
    assert (await service.simulate(here, ADA, [1, 2], {})).placements == ()
    with pytest.raises(no.NothingToBalance):
        await service.distribute(here, ADA, [1, 2], {}, direct=False)
    with pytest.raises(AssertionError):
        await here.decide(Ask(by=ADMIN, event_id=1), lambda state, act: [])


def group(random: Random) -> States:
    """Any small group of siblings, with people in their lines and on the reserve list."""
    ids = range(1, random.randint(1, 4) + 1)
    person = iter(range(10, 100))
    listed = state(entries=[reserve(next(person)) for _ in range(random.randint(0, 3))]).reserve
    made = {}
    for event_id in ids:
        capacity = random.randint(1, 5)
        sizes = [random.choice([1, 1, 1, 2, 3]) for _ in range(random.randint(0, 4))]
        waiting = [place(next(person), event_id, seats) for seats in sizes]
        made[event_id] = replace(
            sibling(event_id, capacity, random.randint(0, capacity), *waiting), reserve=listed
        )
    return made


@given(st.integers(0, 2**32), st.booleans())
def test_what_is_simulated_is_what_happens(seed: int, direct: bool) -> None:
    """The very plan, whole parties, nobody twice, nothing sold over, and everybody's way back."""
    states = group(Random(seed))
    plan = rules.planned(states, act(), {})
    if not plan.placements:
        with pytest.raises(no.NothingToBalance):
            rules.distribute(states, act(first_id=100_000), {}, direct=direct)
        return
    steps = rules.distribute(states, act(first_id=100_000), {}, direct=direct)
    made = [x for x in facts_of(steps) if isinstance(x, f.OfferMade | f.BookingMade)]
    happened = sorted((x.person_id, x.event_id, len(x.seats)) for x in made)
    assert happened == sorted((p.person_id, p.sibling, p.seats) for p in plan.placements)
    become = after_steps(states, steps, NOW)
    for event_id, now in become.items():
        owned = [n for rows in (now.bookings, now.offers) for row in rows.values() for n in row.seats]
        assert sorted([*owned, *now.free]) == list(range(1, now.event.capacity + 1)), event_id
    if direct:
        return
    (split_id,) = {now.event.split_id for now in become.values()}
    assert split_id is not None
    over = after_steps(become, rules.finalize(become, act(first_id=200_000), split_id), NOW)
    for event_id, now in over.items():
        waiting = {e.id for e in now.line.entries.values() if e.active}
        assert waiting == set(states[event_id].line.entries) and now.free == states[event_id].free
        assert {e.status for e in now.reserve.entries.values()} <= {"waiting"}
    again = rules.planned(over, act(), {})
    assert again.placements == plan.placements, "as if nothing had been"


@given(st.integers(0, 2**32))
def test_the_next_plan_asks_nobody_for_what_they_declined(seed: int) -> None:
    random = Random(seed)
    states = group(random)
    if not rules.planned(states, act(), {}).placements:
        return
    become = after_steps(states, rules.distribute(states, act(first_id=100_000), {}, direct=False), NOW)
    declined = set()
    for event_id, now in list(become.items()):
        for offer in now.pending():
            if random.random() < 0.5:
                declined.add((offer.person_id, event_id))
                said = decline(become[event_id], act(first_id=150_000), offer.id, offer.person_id, "keep")
                become = after_steps(become, [(event_id, said)], NOW)
    (split_id,) = {now.event.split_id for now in become.values()}
    assert split_id is not None
    over = after_steps(become, rules.finalize(become, act(first_id=200_000), split_id), NOW)
    again = {(placed.person_id, placed.sibling) for placed in rules.planned(over, act(), {}).placements}
    assert not again & declined


def test_an_offer_says_where_it_belongs() -> None:
    here = full_and_empty()
    steps = rules.distribute(here.states, act(), {}, direct=False)
    split = {fact.split_id for fact in facts_of(steps) if isinstance(fact, f.EventSplit)}
    assert split == {o.split_id for o in offers_of(steps)}
    assert only(dict(steps)[1], f.EventSplit).id == 1


async def test_an_admins_own_offer_stays_open() -> None:
    here = Here({1: sibling(1, 2, 2, place(10, 1)), 2: sibling(2, 3, 0, place(30, 2))})
    here.answered(2, make(here.states[2], act(by=ADMIN, first_id=300), 30))
    await service.distribute(here, ADA, [1, 2], {}, direct=False)
    await service.finalize(here, ADA, [1, 2], [], split_id_of(here))
    assert [o.person_id for o in here.states[2].pending()] == [30]


@pytest.mark.parametrize("direct", [False, True])
@pytest.mark.parametrize("there", [place(20, 2, 2), replace(place(20, 2), status="paused")])
async def test_nobody_is_asked_to_where_they_have_a_place_of_their_own(there: Entry, direct: bool) -> None:
    """Of another size, or paused: the seats there are for that place, when it wants them."""
    waits, own = replace(place(10, 1), person_id=5), replace(there, person_id=5)
    here = Here({1: sibling(1, 1, 1, waits), 2: sibling(2, 1, 0, own)})
    with pytest.raises(no.NothingToBalance):
        await service.distribute(here, ADA, [1, 2], {}, direct=direct)


@pytest.mark.parametrize("mode", [Mode.LEGACY, Mode.OFFER])
async def test_a_question_for_another_date_is_no_place_there(mode: Mode) -> None:
    """The mode changes meanwhile, and the offer is taken back: nobody is served by a place they never took."""
    here = Here({1: sibling(1, 1, 1, place(10, 1)), 2: sibling(2, 1, 0)})
    await service.distribute(here, ADA, [1, 2], {}, direct=False)
    facts = configure_event(here.states[2], act(by=ADMIN, first_id=500), Change(mode), "withdraw")
    assert not [x for x in facts if isinstance(x, f.OfferMade | f.BookingMade)]
    here.answered(2, facts)
    steps = await service.finalize(here, ADA, [1, 2], [], split_id_of(here))
    assert only(facts_of(steps), f.EntryResumed).told is False


async def test_the_end_is_told_once() -> None:
    """To whom the offer is taken back, by that; to whoever had declined it, by the place that is theirs again."""
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    here.answered(2, decline(here.states[2], act(), made[1].id, 11, "keep"))
    steps = await service.finalize(here, ADA, [1, 2], [], split_id_of(here))
    back = {x.id: x.told for x in facts_of(steps) if isinstance(x, f.EntryResumed)}
    assert back == {10: True, 11: False, 12: True}
    home = here.states[1]
    said = [n.kind for x in dict(steps)[1] for n in notices(x, home, act(by=ADMIN), None)]
    assert said == ["entry-resumed"]

"""What the end of a balancing would come to is what it comes to, person by person."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.rules.booking import cancel
from engine.rules.ending import Back, Ending, Moved, Out, Withdrawn, ending_of
from engine.rules.offers import accept, decline, make
from engine.services import balancing as service
from engine.services.foresight import foresee
from engine.settings import Mode
from tests.rules.builders import ADMIN, act, booking, reserve, settings
from tests.rules.test_balancing import ADA, Here, full_and_empty, offers_of, place, sibling, split_id_of


async def ending(here: Here, offer_ids: Sequence[int]) -> Ending:
    """What is foreseen; nothing has changed by it."""
    before, split_id, ids = here.states, split_id_of(here), sorted(here.states)
    effect = await foresee(here, lambda on: service.finalize(on, ADA, ids, offer_ids, split_id))
    assert here.states == before
    await service.finalize(here, ADA, ids, offer_ids, split_id)
    assert here.states == effect.after
    return ending_of(effect)


async def test_who_moves_who_is_asked_no_more_and_who_is_back() -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    here.answered(2, accept(here.states[2], act(), made[0].id, 10))
    here.answered(2, decline(here.states[2], act(), made[1].id, 11, "keep"))
    assert await ending(here, [o.id for o in made]) == Ending(
        withdrawn=(Withdrawn(12, 2),), moved=(Moved(10, 1, 2),), back=(Back(11, 1, 1), Back(12, 1, 2)), out=()
    )


@pytest.mark.parametrize("then", ["leave", "pause"])
async def test_who_leaves_or_pauses_as_they_said(then: str) -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    here.answered(2, decline(here.states[2], act(), made[0].id, 10, "leave" if then == "leave" else "pause"))
    found = await ending(here, [o.id for o in made])
    assert (found.out, [back.position for back in found.back]) == (
        (Out(10, 1),),
        [1, 2] if then == "leave" else [2, 3],
    )


async def test_who_has_accepted_and_cancelled_is_out() -> None:
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    here.answered(2, accept(here.states[2], act(first_id=700), made[0].id, 10))
    booked = here.states[2].booking_of(10)
    assert booked is not None
    here.answered(2, cancel(here.states[2], act(), booked.id, 10))
    found = await ending(here, [o.id for o in made])
    assert (found.out, found.moved) == ((Out(10, 1),), ())


@pytest.mark.parametrize("then", ["leave", "pause"])
async def test_who_is_booked_where_they_were_not_asked_does_not_move_there(then: str) -> None:
    """A seat at a sibling that has nothing to do with the balancing."""
    booked = {9999: replace(booking(9999, 10, 1), event_id=3)}
    there = replace(sibling(3, 1, 0), bookings=booked, free=())
    here = Here({1: sibling(1, 2, 2, place(10, 1)), 2: sibling(2, 3, 0), 3: there})
    (made,) = offers_of(await service.distribute(here, ADA, [1, 2, 3], {}, direct=False))
    assert made.event_id == 2
    here.answered(2, decline(here.states[2], act(), made.id, 10, "leave" if then == "leave" else "pause"))
    assert await ending(here, [made.id]) == Ending(withdrawn=(), moved=(), back=(), out=(Out(10, 1),))


async def test_who_was_asked_where_they_wait_is_back_there() -> None:
    """In the event's own line, or on the reserve list."""
    here = Here({1: sibling(1, 1, 1, reserve(20)), 2: sibling(2, 2, 0, place(10, 2), reserve(20))})
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    assert await ending(here, [o.id for o in made]) == Ending(
        withdrawn=(Withdrawn(10, 2), Withdrawn(20, 2)),
        moved=(),
        back=(Back(10, 2, 1), Back(20, None, 1)),
        out=(),
    )


async def test_an_offer_that_is_no_part_of_it_stays() -> None:
    here = Here({1: sibling(1, 3, 2, *(place(n, 1) for n in (10, 11))), 2: sibling(2, 3, 0)})
    here.answered(1, make(here.states[1], act(by=ADMIN, first_id=700, reason="asked"), 10))
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    found = await ending(here, [o.id for o in made])
    assert (found.withdrawn, found.back) == ((Withdrawn(11, 2),), (Back(11, 1, 2),))


async def test_who_would_be_served_at_once_is_neither_back_nor_out() -> None:
    """The mode has become another meanwhile, and a seat has come free at home."""
    here = full_and_empty()
    made = offers_of(await service.distribute(here, ADA, [1, 2], {}, direct=False))
    home = here.states[1]
    here.answered(1, cancel(home, act(), min(home.bookings), home.bookings[min(home.bookings)].person_id))
    here.states = {
        number: replace(each, settings=settings(Mode.LEGACY)) for number, each in here.states.items()
    }
    assert await ending(here, [o.id for o in made]) == Ending(
        withdrawn=(Withdrawn(10, 2), Withdrawn(11, 2), Withdrawn(12, 2)),
        moved=(),
        back=(Back(11, 1, 1), Back(12, 1, 2)),
        out=(),
    )

"""What admins may do while offers are open: no seat is sold twice, no offer stays open for what is gone, and everybody
hears of it once. The seats, the line and the letters are looked at after each decision (`safety`)."""

from collections.abc import Awaitable, Callable

import pytest

from engine import refusals as no
from engine.facts import CapacityChanged, OfferMade
from engine.rules.configuring import Change, OpenOffers
from engine.services import balancing, capacity, configuring, dates, offers
from engine.services.who import Tap
from engine.settings import Mode
from storage.database import Database
from tests.services.ensemble import Call
from tests.services.open_offers import (
    ADA,
    ASKED,
    IN_LINE,
    ON_RESERVE,
    Told,
    asked_elsewhere,
    book_guest,
    cancel,
    in_two_lines,
    of,
    two_open_offers,
)
from tests.services.world import DAY, HOUR

Opened = Callable[[], Awaitable[Told]]


@pytest.fixture
def opened(databases: list[Database], template: str) -> Opened:
    return lambda: two_open_offers(databases, template)


def size(told: Told) -> int:
    return told.story.ensemble.state().event.capacity


async def accept_all(told: Told) -> None:
    """Whoever is asked says yes, and has a seat."""
    for offer in told.story.ensemble.state().pending():
        call: Call = lambda on, o=offer: offers.accept(on, Tap(o.person_id), 1, o.id)  # noqa: E731
        await told.do(call)


# -------------------------------------------------------------------------------------------------- capacity down


@pytest.mark.parametrize("by", [capacity.resize, capacity.displace])
async def test_offered_seats_are_in_use(opened: Opened, by: Callable[..., Awaitable[object]]) -> None:
    """One is booked and two are offered: fewer than two seats cannot be had."""
    told = await opened()
    with pytest.raises(no.SeatsInUse):
        await told.do(lambda on: by(on, ADA, 1, 1))
    assert (size(told), told.asked()) == (3, [ASKED, ON_RESERVE])


async def test_a_newer_booking_makes_room_and_the_offers_stay(opened: Opened) -> None:
    told = await opened()
    await told.do(lambda on: capacity.displace(on, ADA, 1, 2))
    assert told.letters == [(1, "entry-displaced")]
    assert (size(told), told.asked()) == (2, [ASKED, ON_RESERVE])
    await accept_all(told)
    assert sorted(b.person_id for b in told.story.ensemble.state().bookings.values() if b.active) == [4, 5]


async def test_what_drains_goes_to_nobody(opened: Opened) -> None:
    """The seat of an offer that is declined is gone, although somebody waits; the other offer is kept."""
    told = await opened()
    await told.do(lambda on: capacity.drain(on, ADA, 1, 2))
    assert told.letters == []
    (first, _) = told.story.ensemble.state().pending()
    await told.do(lambda on: offers.decline(on, Tap(first.person_id), 1, first.id, "keep"))
    assert of(told.facts, CapacityChanged) and not of(told.facts, OfferMade)
    assert size(told) == 2 and len(told.asked()) == 1
    with pytest.raises(no.NoFreeSeat):
        await told.do(book_guest())
    await accept_all(told)
    await told.do(cancel(told, 1))
    assert told.asked() == [IN_LINE] or told.asked() == [ASKED], "two seats are left, and go on as ever"


# ----------------------------------------------------------------------------------------------------- date moved


async def test_a_new_date_ends_every_offer_and_makes_it_anew(opened: Opened) -> None:
    told = await opened()
    before = {offer.id for offer in told.story.ensemble.state().pending()}
    starts_at = told.story.ensemble.state().event.starts_at + 2 * DAY
    await told.do(lambda on: dates.move_date(on, ADA, 1, starts_at, starts_at + HOUR))
    now = told.story.ensemble.state()
    assert {now.offers[i].ended for i in before} == {"shifted"}
    assert not before & {offer.id for offer in now.pending()} and len(now.pending()) == 2
    told_of_it = [(person, kind) for person, kind in told.letters if kind not in ("offer-over", "offer-made")]
    assert told_of_it == [
        (1, "booking-shifted"),
        (ASKED, "offer-withdrawn"),
        (ON_RESERVE, "offer-withdrawn"),
        (IN_LINE, "entry-shifted"),
    ]


# ------------------------------------------------------------------------------------------------ event cancelled


async def test_nothing_is_left_of_an_event_that_is_called_off(opened: Opened) -> None:
    """Everybody hears of it once; who was asked from the reserve list is back on it, for other dates."""
    told = await opened()
    asked = told.story.ensemble.state().pending()
    await told.do(lambda on: dates.call_off(on, ADA, 1))
    assert [letter for letter in told.letters if letter[1] != "offer-over"] == [
        (1, "booking-cancelled"),
        (ASKED, "entry-closed"),
        (ON_RESERVE, "offer-withdrawn"),
        (IN_LINE, "entry-closed"),
    ]
    for offer in asked:
        call: Call = lambda on, o=offer: offers.accept(on, Tap(o.person_id), 1, o.id)  # noqa: E731
        with pytest.raises(no.OfferWithdrawn):
            await told.do(call)
    await told.do(cancel(told, 8, 2))
    assert told.asked(2) == [7], "the line first"


# -------------------------------------------------------------------------------------------------- mode switched


@pytest.mark.parametrize("mode", [Mode.MANUAL, Mode.LEGACY, Mode.SPLITTER])
@pytest.mark.parametrize("which", ["keep", "withdraw"])
async def test_another_mode_with_open_offers(opened: Opened, mode: Mode, which: OpenOffers) -> None:
    """They stay until they end; or they are taken back, and whoever had one hears what they have instead."""
    told = await opened()
    await told.do(lambda on: configuring.configure_event(on, ADA, 1, Change(mode), which))
    booked = {b.person_id for b in told.story.ensemble.state().bookings.values() if b.active}
    if which == "keep":
        assert (told.asked(), told.letters, booked) == ([ASKED, ON_RESERVE], [], {1})
        await accept_all(told)
        return
    news = [letter for letter in told.letters if letter[1] != "offer-over"]
    assert told.asked() == []
    if mode is Mode.LEGACY:  # both seats go down the line at once; the reserve list is mode offer's
        assert booked == {1, ASKED, IN_LINE}
        assert news == [(ASKED, "booking-made"), (ON_RESERVE, "offer-withdrawn"), (IN_LINE, "booking-made")]
    else:
        assert booked == {1}
        assert news == [(ASKED, "offer-withdrawn"), (ON_RESERVE, "offer-withdrawn")]


# ------------------------------------------------------------------------------------------------------ balancing


@pytest.mark.parametrize("direct", [False, True])
async def test_nobody_is_balanced_to_where_they_wait_already(
    databases: list[Database], template: str, direct: bool
) -> None:
    """They have paused their place there: whoever is booked does not wait, and nobody waits twice."""
    told = await in_two_lines(databases, template)
    with pytest.raises(no.NothingToBalance):
        await told.do(lambda on: balancing.distribute(on, ADA, [1, 2], {}, direct=direct))


@pytest.mark.parametrize("mode", [Mode.LEGACY, Mode.OFFER, Mode.MANUAL])
async def test_another_mode_while_siblings_are_balanced(
    databases: list[Database], template: str, mode: Mode
) -> None:
    """The offer for the other date is taken back. It was a question: nobody is booked there for it, or asked once more
    as if they waited there; and in the end they are back at their own place."""
    told = await asked_elsewhere(databases, template)
    (offer,) = told.story.ensemble.state(2).pending()
    split_id = offer.split_id or 0
    await told.do(lambda on: configuring.configure_service(on, ADA, 1, [1, 2], Change(mode), "withdraw"))
    assert told.letters == [(2, "offer-over"), (2, "offer-withdrawn")]
    assert told.asked(2) == [] and told.story.ensemble.state(2).booking_of(2) is None
    await told.do(lambda on: balancing.finalize_due(on, [1, 2], [offer.id], split_id))
    assert told.letters == [(2, "entry-resumed")]
    home, there = told.story.ensemble.state(1), told.story.ensemble.state(2)
    assert [e.person_id for e in home.waiting()] == [2] and list(there.waiting()) == []


async def test_who_is_asked_elsewhere_hears_of_the_end_once(databases: list[Database], template: str) -> None:
    """By the end of the offer, which says that the place in line stays."""
    told = await asked_elsewhere(databases, template)
    (offer,) = told.story.ensemble.state(2).pending()
    await told.do(lambda on: balancing.finalize(on, ADA, [1, 2], [offer.id], offer.split_id or 0))
    assert told.letters == [(2, "offer-over"), (2, "offer-withdrawn")]
    assert [e.person_id for e in told.story.ensemble.state(1).waiting()] == [2]


@pytest.mark.parametrize("where", [1, 2])
async def test_a_date_is_called_off_while_it_is_balanced(
    databases: list[Database], template: str, where: int
) -> None:
    """Their own date: the other one is still theirs for a yes. The other date: they are back at their own place."""
    told = await asked_elsewhere(databases, template)
    (offer,) = told.story.ensemble.state(2).pending()
    await told.do(lambda on: dates.call_off(on, ADA, where))
    assert (2, "entry-closed") in told.letters
    assert told.asked(2) == ([2] if where == 1 else [])
    await told.do(lambda on: balancing.finalize(on, ADA, [1, 2], [offer.id], offer.split_id or 0))
    assert [e.person_id for e in told.story.ensemble.state(1).waiting()] == ([] if where == 1 else [2])

"""Whatever frees a seat, one function fills it: in the right order, in the event's mode, and it says what it leaves."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import facts as f
from engine.rules import booking as bookings
from engine.rules import offers, seats, waitlist
from engine.rules.automation import halted
from engine.rules.candidates import choose, draw, in_turn
from engine.rules.filling import FILL
from engine.settings import Mode, Tier
from engine.state import Entry, Hold, State, TimeWindow
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    INSTANT,
    MINUTE,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    full_house,
    kinds,
    offer,
    only,
    reserve,
    settings,
    state,
)

DAY = timedelta(days=1)
LINE = [entry(n) for n in range(10, 15)]


def filled(before: State, **values: Any) -> list[f.Fact]:
    return seats.sweep(before, act(**values))


def served(facts: list[f.Fact]) -> list[int]:
    """Who was asked or booked, in order."""
    return [fact.person_id for fact in facts if isinstance(fact, f.OfferMade | f.BookingMade)]


# ------------------------------------------------------------------------------------------------------- triggers


def one_asked(then: Any) -> State:
    at, row = event(1), entry(10, status="offered")
    open_offer = offer(20, row, 1, event=at, delivered_at=NOW - HOUR, expires_at=NOW + then)
    return state(at, entries=[row, entry(11)], offers=[open_offer])


def held() -> State:
    return state(event(1), entries=[entry(11)], holds=[Hold(90, EVENT, (1,))])


TRIGGERS = {
    "self-cancel": lambda: bookings.cancel(full_house(entries=[entry(11)]), act(), 1001, 1001),
    "admin cancel": lambda: bookings.cancel(full_house(entries=[entry(11)]), act(by=ADMIN), 1001, None),
    "decline": lambda: offers.decline(one_asked(HOUR), act(), 20, 10, "keep"),
    "expiry": lambda: offers.expire(one_asked(0 * HOUR), act(), 20),
    "withdrawal": lambda: offers.withdraw(one_asked(HOUR), act(), 20, "admin"),
    "leaving": lambda: waitlist.leave(one_asked(HOUR), act(), 10, 10),
    "pausing": lambda: waitlist.pause(one_asked(HOUR), act(), 10, 10, None),
    "resuming": lambda: waitlist.resume(state(entries=[entry(11, status="paused")]), act(by=ADMIN), 11, 11),
    "release": lambda: seats.release(held(), act(by=ADMIN), 90),
    "unfreeze": lambda: seats.unfreeze(state(event(1, frozen=True), entries=[entry(11)]), act(by=ADMIN)),
    "sweep": lambda: filled(state(entries=[entry(11)])),
}


@pytest.mark.parametrize("trigger", TRIGGERS.values(), ids=TRIGGERS.keys())
def test_freeing_and_filling_are_one_decision(trigger: Any) -> None:
    assert served(trigger()) == [11]


# ---------------------------------------------------------------------------------------------------- the modes


@given(st.integers(1, 5), st.integers(0, 5))
def test_legacy_books_the_first_as_many_as_there_are_seats(capacity: int, waiting: int) -> None:
    before = state(event(capacity), settings(Mode.LEGACY), entries=LINE[:waiting])
    facts = filled(before)
    assert served(facts) == [row.id for row in LINE[: min(capacity, waiting)]]
    assert all(fact.source == "promotion" for fact in facts if isinstance(fact, f.BookingMade))


@given(
    capacity=st.integers(1, 5), waiting=st.integers(0, 5), parallel=st.integers(0, 4), open_=st.integers(0, 2)
)
def test_never_more_offers_than_allowed_nor_than_free_seats(
    capacity: int, waiting: int, parallel: int, open_: int
) -> None:
    at, line = event(capacity + open_), [entry(n, status="offered") for n in range(20, 20 + open_)]
    asked = [offer(n, row, n - 19, event=at) for n, row in enumerate(line, 20)]
    before = state(at, settings(parallel=parallel), entries=[*LINE[:waiting], *line], offers=asked)
    room = capacity if parallel == 0 else min(capacity, max(parallel - open_, 0))
    facts = filled(before)
    assert served(facts) == [row.id for row in LINE[: min(room, waiting)]]
    made = [fact for fact in facts if isinstance(fact, f.OfferMade)]
    assert all(fact.automatic and fact.guarded == (parallel == 1) for fact in made)
    assert len({number for fact in made for number in fact.seats}) == len(made), "a seat of one's own"


def test_a_last_call_is_no_reason_to_ask_nobody() -> None:
    """Open calls, from before the event was moved away, do not count for the guard."""
    at, row = event(2), entry(20, status="offered")
    before = state(at, entries=[row, *LINE], offers=[offer(20, row, event=at, last_call=True)])
    assert served(filled(before)) == [10]


@pytest.mark.parametrize(("left", "called"), [(2 * HOUR, [10]), (2 * HOUR - INSTANT, [10, 11, 12, 13])])
def test_a_last_call_goes_to_everybody_at_once_and_holds_nothing(left: timedelta, called: list[int]) -> None:
    line = [*LINE[:3], entry(13, seats=2), entry(14, seats=3), entry(15, reachable=False)]
    facts = filled(state(event(2, left), settings(parallel=1), entries=line))
    assert served(facts) == called
    for made in (fact for fact in facts if isinstance(fact, f.OfferMade)):
        assert made.last_call == (len(called) > 1)
        assert made.guarded != made.last_call and bool(made.seats) != made.last_call


@pytest.mark.parametrize(
    ("left", "runs"),
    [(HOUR, False), (HOUR + INSTANT, True), (HOUR - INSTANT, False)],
    ids=["at", "before", "after"],
)
@pytest.mark.parametrize("mode", [Mode.OFFER, Mode.LEGACY])
def test_no_offer_from_the_cut_off_on(left: timedelta, runs: bool, mode: Mode) -> None:
    before = state(event(1, left), settings(mode, cutoff=HOUR), entries=LINE[:1])
    assert bool(served(filled(before))) is (runs or mode is Mode.LEGACY)
    made = [fact for fact in filled(before) if isinstance(fact, f.OfferMade)]
    assert all(fact.closes_at == before.event.starts_at - HOUR for fact in made)


@pytest.mark.parametrize(("left", "asked"), [(3 * HOUR, False), (3 * HOUR + INSTANT, True)])
def test_close_to_the_start_the_next_is_booked_without_a_question(left: timedelta, asked: bool) -> None:
    before = state(event(1, left), settings(auto_confirm=3 * HOUR), entries=LINE)
    assert kinds(filled(before))[0] == ("OfferMade" if asked else "BookingMade")


def test_whoever_wants_no_question_gets_none() -> None:
    line = [entry(10), entry(11, auto_confirm=True), entry(12)]
    facts = filled(state(event(3), settings(parallel=0), entries=line))
    assert [type(fact).__name__ for fact in facts if isinstance(fact, f.OfferMade | f.BookingMade)] == [
        "OfferMade",
        "BookingMade",
        "OfferMade",
    ]


@pytest.mark.parametrize("mode", [Mode.MANUAL, Mode.SPLITTER])
def test_two_modes_do_nothing_by_themselves_even_if_asked(mode: Mode) -> None:
    before = state(event(2), settings(mode), entries=LINE)
    assert FILL[mode](before, act()) == []
    assert FILL.keys() == set(Mode)


# -------------------------------------------------------------------------------------------------------- order

places = st.lists(
    st.tuples(st.integers(-1, 1), st.integers(1, 99)), max_size=6, unique_by=lambda place: place[1]
)


@given(places, st.randoms(use_true_random=False))
def test_the_line_is_by_priority_then_by_when_they_came(places: list[tuple[int, int]], any_: Random) -> None:
    ids = any_.sample(range(100, 200), len(places))
    rows = [entry(i, priority=priority, seq=seq) for i, (priority, seq) in zip(ids, places, strict=True)]
    facts = filled(state(event(9), settings(Mode.LEGACY), entries=rows))
    assert served(facts) == [row.id for row in sorted(rows, key=lambda row: (-row.priority, row.seq))]


@given(places, st.text(max_size=5), st.integers(1, 50))
def test_a_lottery_is_the_seeds_and_nobody_elses(
    places: list[tuple[int, int]], seed: str, event_id: int
) -> None:
    """Within a priority the draw decides; the same seed draws the same, however the line came about."""
    rows = [entry(seq, priority=priority, event_id=event_id) for priority, seq in places]
    at = replace(event(9), id=event_id)
    under = settings(Mode.LEGACY, order="lottery", seed=seed)
    order = served(filled(state(at, under, entries=rows)))
    assert order == served(
        filled(state(at, under, entries=[replace(row, seq=100 - row.seq) for row in rows]))
    )
    assert order == [row.id for row in sorted(rows, key=lambda row: (-row.priority, draw(seed, row)))]


def test_lots_differ_by_seed_event_and_entry() -> None:
    """Written down once, so that an earlier draw can be drawn again for ever."""
    assert draw("moon", entry(10)).hex().startswith("c63936abca9bba25")
    lots = {draw(seed, entry(n, event_id=at)) for seed in ("", "moon") for at in (1, 2) for n in (10, 11)}
    assert len(lots) == 8
    rows = [entry(n) for n in range(10, 30)]

    def order(seed: str, at: int) -> list[int]:
        mine = [replace(row, event_id=at) for row in rows]
        under = settings(order="lottery", seed=seed)
        return [row.id for row in in_turn(state(replace(event(), id=at), under, entries=mine))]

    drawn = [order(seed, at) for seed in ("moon", "sun") for at in (1, 2)]
    assert all(drawn.count(one) == 1 for one in drawn)


def test_a_draw_keeps_priority() -> None:
    rows = [entry(n, priority=n % 2) for n in range(10, 30)]
    order = list(in_turn(state(under=settings(order="lottery", seed="moon"), entries=rows)))
    assert [row.priority for row in order] == [1] * 10 + [0] * 10


@pytest.mark.parametrize(
    "row",
    [
        entry(10, status="paused"),
        entry(10, reachable=False),
        entry(10, passed=0, passed_event=EVENT),
        entry(10, passed=5, passed_event=EVENT),
    ],
    ids=["paused", "out of reach", "let it go", "let it go later"],
)
@pytest.mark.parametrize("mode", [Mode.OFFER, Mode.LEGACY])
def test_whoever_cannot_or_would_not_is_passed_over(row: Entry, mode: Mode) -> None:
    assert served(filled(state(under=settings(mode), entries=[row, entry(11)]))) == [11]


@pytest.mark.parametrize("values", [{"passed": 0, "passed_event": EVENT}, {"passed": 7, "passed_event": 99}])
def test_letting_a_seat_go_counts_for_that_seat_and_that_event(values: dict[str, int]) -> None:
    assert served(filled(state(event(1, round=1), entries=[entry(10, **values), entry(11)]))) == [10]


# ---------------------------------------------------------------------------------------------------- party fit


@pytest.mark.parametrize(
    ("fit", "skips", "next_"), [("strict", 0, []), ("best", 0, [11]), ("best", 1, [11]), ("best", 2, [])]
)
@pytest.mark.parametrize("mode", [Mode.OFFER, Mode.LEGACY])
def test_a_large_party_is_passed_over_so_often_and_no_more(
    fit: str, skips: int, next_: list[int], mode: Mode
) -> None:
    line = [entry(10, seats=2, skips=skips), entry(11)]
    under = settings(mode, party_fit=fit, max_skips=2)
    facts = filled(state(event(2), under, entries=line, bookings=[booking(5, 5, 2)]))
    assert served(facts) == next_
    passed = [fact for fact in facts if isinstance(fact, f.EntrySkipped)]
    assert passed == ([f.EntrySkipped(10, skips=skips + 1)] if next_ else [])


def test_nobody_is_passed_over_for_nobody() -> None:
    under = settings(Mode.LEGACY, party_fit="best")
    before = state(event(2), under, entries=[entry(10, seats=2)], bookings=[booking(5, 5, 2)])
    assert filled(before) == [] and choose(before, NOW) is None


def test_a_party_gets_as_many_seats_as_it_has_people() -> None:
    before = state(event(4), settings(Mode.LEGACY), entries=[entry(10, seats=3)], bookings=[booking(5, 5, 2)])
    assert only(filled(before), f.BookingMade).seats == (1, 3, 4)


# ---------------------------------------------------------------------------------------------- the reserve list


def around(starts_in: timedelta, minutes_before: int = 30, minutes_after: int = 30) -> tuple[TimeWindow, ...]:
    start = (NOW + starts_in).hour * 60
    return (TimeWindow((NOW + starts_in).weekday(), start - minutes_before, start + minutes_after),)


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (reserve(10), True),
        (reserve(10, windows=around(7 * DAY)), True),
        (reserve(10, windows=around(7 * DAY, minutes_before=0)), True),
        (reserve(10, windows=around(7 * DAY, minutes_after=0)), False),
        (reserve(10, windows=around(8 * DAY)), False),
        (reserve(10, windows=(*around(8 * DAY), *around(7 * DAY))), True),
        (reserve(10, seats=2), False),
        (reserve(10, person_id=5), False),
        (reserve(10, person_id=6), False),
        (reserve(10, reachable=False), False),
        (reserve(10, passed=0, passed_event=EVENT), False),
    ],
)
def test_the_reserve_list_is_filtered_by_what_its_people_can_do(row: Entry, fits: bool) -> None:
    """Within their hours, not larger than the event, neither booked (5) nor in line (6), in reach."""
    line = entry(16, 6, status="paused")
    before = state(event(2), entries=[row, line], bookings=[booking(5, 5, 2)])
    alone = state(event(1), entries=[row, line]) if row.seats > 1 else before
    assert served(filled(alone)) == ([row.person_id] if fits else [])


def test_the_events_line_comes_first_and_the_reserve_list_only_in_mode_offer() -> None:
    everybody = [reserve(30, priority=5), entry(10), reserve(31, priority=6)]
    assert served(filled(state(event(3), settings(parallel=0), entries=everybody))) == [10, 31, 30]
    assert served(filled(state(event(3), settings(Mode.LEGACY), entries=everybody))) == [10]


@pytest.mark.parametrize("row", [entry(11, 10), reserve(31, 10)])
def test_nobody_has_two_offers_for_one_event(row: Entry) -> None:
    first = reserve(30, 10, status="offered") if row.event_id else entry(12, 10, status="offered")
    at = event(2)
    before = state(at, settings(parallel=0), entries=[first, row], offers=[offer(20, first, 1, event=at)])
    assert served(filled(before)) == []


# ------------------------------------------------------------------------------------- automation that does not run

STOPS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("closed", {"status": "closed"}, {}),
    ("started", {"starts_in": timedelta(0)}, {}),
    ("frozen", {"frozen": True}, {}),
    ("switch_off", {}, {"auto_backfill": False}),
]


@pytest.mark.parametrize(("why", "of", "under"), STOPS)
@pytest.mark.parametrize("mode", [Mode.OFFER, Mode.LEGACY])
def test_automation_is_the_operators_choice(
    why: str, of: dict[str, Any], under: dict[str, Any], mode: Mode
) -> None:
    before = state(event(2, **of), settings(mode, **under), entries=LINE)
    assert served(filled(before)) == []
    assert halted(before, NOW) == why


@pytest.mark.parametrize(
    ("mode", "tiers"),
    [
        (Mode.MANUAL, {Tier.STARTER, Tier.PRO, Tier.ENTERPRISE}),
        (Mode.LEGACY, {Tier.STARTER, Tier.BASIC, Tier.PRO, Tier.ENTERPRISE}),
        (Mode.OFFER, {Tier.BASIC, Tier.PRO, Tier.ENTERPRISE}),
        (Mode.SPLITTER, {Tier.ENTERPRISE}),
    ],
)
def test_a_tier_has_its_modes(mode: Mode, tiers: set[Tier]) -> None:
    for tier in Tier:
        facts = filled(state(event(1), settings(mode, tier=tier), entries=LINE))
        if tier not in tiers:
            assert only(facts, f.FillHalted).reason == "tier"
        elif mode in (Mode.LEGACY, Mode.OFFER):
            assert served(facts) == [10]
        else:
            assert only(facts, f.FillHalted).reason == mode.value


def test_the_first_reason_is_named() -> None:
    everything: dict[str, Any] = {"auto_backfill": False, "tier": Tier.BASIC}
    for why, of in (("frozen", {"frozen": True}), ("switch_off", {})):
        facts = filled(state(event(1, **of), settings(Mode.MANUAL, **everything), entries=LINE))
        assert only(facts, f.FillHalted).reason == why
    facts = filled(state(event(1), settings(Mode.MANUAL, tier=Tier.BASIC), entries=LINE))
    assert only(facts, f.FillHalted).reason == "tier"


def test_what_stays_empty_is_said_once_and_taken_back_when_it_is_over() -> None:
    before = state(event(3, released=1), settings(Mode.MANUAL), entries=LINE)
    facts = filled(before)
    assert only(facts, f.FillHalted).free == 2, "published seats do not wait for anybody"
    said = changed(before, facts)
    assert filled(said) == []
    more = changed(said, waitlist.leave(said, act(), 10, 10))
    assert more.event.announced == 2
    over = replace(said, settings=settings(Mode.LEGACY))
    assert only(filled(over), f.FillHalted).free == 0


def test_a_published_seat_that_is_taken_is_published_no_more() -> None:
    before = state(event(2, released=2), settings(Mode.MANUAL), entries=LINE, bookings=[booking(5, 5, 1)])
    assert only(filled(before), f.SeatsPublished).released == 1
    assert filled(state(event(2, released=2), settings(Mode.MANUAL), entries=[])) == []


def test_where_nobody_waits_nothing_happens() -> None:
    assert filled(state(event(5))) == []
    assert filled(state(event(5), settings(Mode.MANUAL))) == []


def test_the_grace_after_a_promotion_is_the_accounts() -> None:
    for minutes in (0, 1, 90):
        under = settings(Mode.LEGACY, grace=minutes * MINUTE)
        made = only(filled(state(event(1), under, entries=LINE)), f.BookingMade)
        assert made.free_cancel_until == NOW + minutes * MINUTE

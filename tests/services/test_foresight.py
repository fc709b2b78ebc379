"""What /whatif says is what the decision then does, by rows that are counted without the rules; and asking writes
nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ports import Work
from engine.refusals import EventStarted, Refusal, SeatsInUse
from engine.rules.configuring import Change
from engine.rules.foresight import Effect, Fill, Outcome, outcome_at
from engine.services import booking, capacity, configuring, dates, moving, offers, seats, waitlist
from engine.services.foresight import foresee, foresee_capacity
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from storage import tables as t
from storage.database import Database
from tests.services import moves, persisted
from tests.services.conftest import Begin
from tests.services.ensemble import Ensemble
from tests.services.fresh import empty
from tests.services.moves import Move, Step, Together
from tests.services.test_differential import Story
from tests.services.world import Clock, World

ADA = AdminTap(900, "Ada", reason="because")
SOME = settings(max_examples=settings().max_examples // 4)


@dataclass(frozen=True)
class Question:
    """`what` about event 1; `number`: of seats, of the mode, or which booking."""

    what: str
    number: int


QUESTIONS = st.builds(
    Question,
    what=st.sampled_from(["capacity", "capacity", "cancel", "off", "mode", "mode", "move", "date", "date"]),
    number=st.integers(1, 6),
)


def decision(question: Question, ensemble: Ensemble) -> Callable[[Work], Awaitable[object]]:
    """The call of a service that the question is about."""
    number, state = question.number, ensemble.state()
    active = sorted(i for i, row in state.bookings.items() if row.active) or [moves.NO_SUCH]
    booked = active[number % len(active)]
    row = state.bookings.get(booked)
    owner, size = (row.person_id, len(row.seats)) if row else (1, 1)
    mode = list(Mode)[number % 4]
    by = timedelta(hours=6 * number - 12)  # days later, an hour that is past, the same
    starts_at, ends_at = state.event.starts_at + by, state.event.ends_at + by
    calls: dict[str, Callable[[Work], Awaitable[object]]] = {
        "cancel": lambda on: booking.cancel_for(on, ADA, 1, booked),
        "off": lambda on: dates.call_off(on, ADA, 1),
        "date": lambda on: dates.move_date(on, ADA, 1, starts_at, ends_at),
        "mode": lambda on: configuring.configure_event(
            on, ADA, 1, Change(mode), "withdraw" if number > 3 else "keep"
        ),
        "move": lambda on: moving.move(on, ADA, booked, 1, 2, owner, size),
        "capacity": lambda on: _resize(on, number),
    }
    return calls[question.what]


async def _resize(on: Work, wanted: int) -> object:
    try:
        return await capacity.resize(on, ADA, 1, wanted)
    except SeatsInUse:
        return await capacity.displace(on, ADA, 1, wanted)


async def foreseen(question: Question, ensemble: Ensemble, on: Work) -> Effect:
    """As the chat asks."""
    if question.what == "capacity":
        return await foresee_capacity(on, ADA, 1, question.number)
    return await foresee(on, decision(question, ensemble))


# ------------------------------------------------------------------------------------- what is counted, not foreseen


@dataclass(frozen=True)
class Counted:
    """The rows of an event: seats by person of bookings, offers and places in line."""

    fill: Fill
    booked: dict[int, int]
    offers: dict[int, tuple[int, int]]
    places: dict[int, int]
    starts_at: datetime
    reconfirm_by: dict[int, datetime | None]


def _count(table: sa.Table, *where: sa.ColumnElement[bool]) -> Any:
    return sa.select(sa.func.count()).select_from(table).where(*where).scalar_subquery()


async def counted(database: Database, event_id: int) -> Counted:
    async def rows(statement: sa.Select[Any]) -> list[Any]:
        async with database.read.connect() as connection:
            return list(await connection.execute(statement))

    def here(table: sa.Table, *status: str) -> sa.Select[Any]:
        what = sa.select(table.c.id, table.c.person_id, table.c["count" if table is t.offers else "seats"])
        return what.where(table.c.event_id == event_id, table.c.status.in_(status))

    seat = t.seats.c.event_id == event_id
    waits = t.entries.c.status.in_(["waiting", "offered", "paused"])
    (numbers,) = await rows(
        sa.select(
            sa.select(t.events.c.capacity).where(t.events.c.id == event_id).scalar_subquery(),
            _count(t.seats, seat, t.seats.c.booking_id.is_not(None)),
            _count(t.seats, seat, t.seats.c.offer_id.is_not(None)),
            _count(t.seats, seat, t.seats.c.hold_id.is_not(None)),
            _count(t.entries, t.entries.c.event_id == event_id, waits),
        )
    )
    return Counted(
        Fill(*numbers),
        {person: seats for _, person, seats in await rows(here(t.bookings, "pending", "confirmed"))},
        {offer: (person, seats) for offer, person, seats in await rows(here(t.offers, "pending"))},
        {p: seats for _, p, seats in await rows(here(t.entries, "waiting", "offered", "paused"))},
        (await rows(sa.select(t.events.c.starts_at).where(t.events.c.id == event_id)))[0][0],
        {row.person_id: row.reconfirm_by for row in await rows(_reconfirming(event_id))},
    )


def _reconfirming(event_id: int) -> sa.Select[Any]:
    told = sa.select(t.bookings.c.person_id, t.bookings.c.reconfirm_by)
    return told.where(t.bookings.c.event_id == event_id, t.bookings.c.status.in_(["pending", "confirmed"]))


def agree(said: Outcome, was: Counted, is_: Counted) -> None:
    """Everything that was said, by the rows before and after. Raises AssertionError."""
    assert (said.before, said.after) == (was.fill, is_.fill)
    lost = {person: seats for person, seats in was.booked.items() if person not in is_.booked}
    asked = {person for person, _ in is_.offers.values()}
    stay = was.booked.keys() & is_.booked.keys() if was.starts_at != is_.starts_at else set()
    assert {s.person_id: s.until for s in said.shifted} == {p: is_.reconfirm_by[p] for p in stay}
    assert _seats(said.booked) == {p: seats for p, seats in is_.booked.items() if p not in was.booked}
    assert _seats(said.displaced) == {p: seats for p, seats in lost.items() if p in is_.places}
    assert _seats(said.cancelled) == {p: seats for p, seats in lost.items() if p not in is_.places}
    made = [promise for offer, promise in is_.offers.items() if offer not in was.offers]
    assert sorted((s.person_id, s.seats) for s in said.offered) == sorted(made)
    ended = {person for offer, (person, _) in was.offers.items() if offer not in is_.offers}
    assert {share.person_id for share in said.renewed} == ended & asked
    assert {share.person_id for share in said.withdrawn} == ended - asked - is_.booked.keys()
    gone = {person for person in was.places if person not in is_.places and person not in is_.booked}
    assert {share.person_id for share in said.closed} == gone


def _seats(shares: Any) -> dict[int, int]:
    return {share.person_id: share.seats for share in shares}


async def hold_to_it(ensemble: Ensemble, question: Question) -> None:
    """Ask, in memory and on the database; decide; count."""
    (stage,) = ensemble.stages
    events = (1, 2) if question.what == "move" else (1,)
    before = await persisted.everything(stage.database)
    try:
        said = await foreseen(question, ensemble, ensemble)
    except Refusal as refusal:
        with pytest.raises(type(refusal)):
            await foreseen(question, ensemble, stage.work)
        with pytest.raises(type(refusal)):
            await decision(question, ensemble)(ensemble)
        return
    loaded = await foreseen(question, ensemble, stage.work)
    outcomes = [outcome_at(said, event_id) for event_id in events]
    assert outcomes == [outcome_at(loaded, event_id) for event_id in events]
    assert await persisted.everything(stage.database) == before, "asking has written something"
    was, letters = [await counted(stage.database, i) for i in events], len(ensemble.model.letters)
    await decision(question, ensemble)(ensemble)
    for outcome, rows, event_id in zip(outcomes, was, events, strict=True):
        agree(outcome, rows, await counted(stage.database, event_id))
        assert outcome.left_over == ensemble.state(event_id).event.announced
    written = [row["person_id"] for row in ensemble.model.letters[letters:]]
    assert set(said.told) == set(loaded.told) == {person for person in written if person is not None}
    await _deliver(ensemble, outcomes, events)


async def _deliver(ensemble: Ensemble, outcomes: list[Outcome], events: tuple[int, ...]) -> None:
    """Each letter leaves as soon as it may: the deadline that it says is the one that was said before."""
    leaves = {row["data"]["offer"]: row["not_before"] for row in ensemble.model.letters if _is_offer(row)}
    now = ensemble.clock.now
    for outcome, event_id in zip(outcomes, events, strict=True):
        until = {share.person_id: share.until for share in outcome.offered}
        for offer in ensemble.state(event_id).pending():
            if offer.person_id in until and offer.delivered_at is None and offer.id in leaves:
                ensemble.clock.now = leaves[offer.id] or now
                await offers.deliver(ensemble, event_id, offer.id)
                assert ensemble.state(event_id).offers[offer.id].expires_at == until[offer.person_id]


def _is_offer(row: dict[str, Any]) -> bool:
    return bool(row["kind"] == "offer-made")


@SOME
@given(
    world=moves.worlds,
    story=moves.stories(10, moves.reachable),
    crowd=st.integers(1, 4),
    question=QUESTIONS,
    other=QUESTIONS,
)
async def test_what_is_said_is_what_happens(
    sqlite: Database,
    template: str,
    world: World,
    story: list[Step],
    crowd: int,
    question: Question,
    other: Question,
) -> None:
    await empty(sqlite, template)
    ensemble = await Ensemble(world, Clock(), [sqlite]).begin()
    arrivals = [Move("book", person) for person in range(1, 4)] + [Move("join", 4 + n) for n in range(crowd)]
    await Story(ensemble).tell([Together(1, tuple(arrivals)), *story])
    await hold_to_it(ensemble, question)
    await hold_to_it(ensemble, other)


# ------------------------------------------------------------------------------------------------ by hand, each once


async def crowd(begin: Begin, mode: Mode, people: int = 5, capacity: int = 2) -> Ensemble:
    """Person 1 and 2 are booked, the others wait."""
    work = await begin(World((capacity, 3), 8, Settings(mode=mode)))
    for person in range(1, capacity + 1):
        await booking.book(work, Tap(person), 1)
    for person in range(capacity + 1, people + 1):
        await waitlist.join(work, Tap(person), 1)
    return work


def people(shares: Any) -> list[int]:
    return [share.person_id for share in shares]


async def test_more_seats_go_to_the_line(begin: Begin) -> None:
    work = await crowd(begin, Mode.LEGACY)
    effect = await foresee_capacity(work, ADA, 1, 4)
    said = outcome_at(effect, 1)
    assert people(said.booked) == [3, 4] == list(effect.told)
    assert (said.before, said.after) == (Fill(2, 2, 0, 0, 3), Fill(4, 4, 0, 0, 1))
    assert work.state().event.capacity == 2


async def test_fewer_than_are_booked_go_back_to_the_head_of_the_line(begin: Begin) -> None:
    work = await crowd(begin, Mode.OFFER)
    said = outcome_at(await foresee_capacity(work, ADA, 1, 1), 1)
    assert people(said.displaced) == [2] and said.after == Fill(1, 1, 0, 0, 4)
    await seats.hold(work, ADA, 2, 3)
    with pytest.raises(SeatsInUse):  # a seat that is held cannot go
        await foresee_capacity(work, ADA, 2, 1)


async def test_an_offer_is_withdrawn_with_the_date_and_everybody_is_told(begin: Begin) -> None:
    work = await crowd(begin, Mode.OFFER)
    await booking.cancel_for(work, ADA, 1, min(work.state().bookings))
    effect = await foresee(work, lambda on: dates.call_off(on, ADA, 1))
    said = outcome_at(effect, 1)
    assert people(said.cancelled) == [2] and people(said.withdrawn) == [3]
    assert people(said.closed) == [3, 4, 5] and set(effect.told) == {2, 3, 4, 5}
    assert said.after == Fill(2, 0, 0, 0, 0)


async def test_in_manual_mode_a_seat_waits_for_a_decision(begin: Begin) -> None:
    work = await crowd(begin, Mode.MANUAL)
    said = outcome_at(await foresee_capacity(work, ADA, 1, 3), 1)
    assert said.left_over == 1 and not said.booked and said.after.free == 1


async def test_a_question_is_refused_as_the_decision_would_be(begin: Begin) -> None:
    work = await crowd(begin, Mode.OFFER)
    work.clock.now = work.state().event.starts_at
    with pytest.raises(EventStarted):
        await foresee_capacity(work, ADA, 1, 5)

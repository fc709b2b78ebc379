"""Answers on every work: kept with the place in line, taken along to the booking, changed, and not in the history."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from engine.facts import (
    BookingAnswered,
    BookingMade,
    EntryAnswered,
    EntryJoined,
    OfferMade,
    RequestAnswered,
    RequestMade,
)
from engine.questions import Answer, Question
from engine.refusals import AnswersNeeded
from engine.services import answering, booking, offers, requests, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, Settings
from storage.database import Database
from storage.tables import facts
from storage.views import SqlViews
from tests.rules.builders import only
from tests.services.conftest import Begin
from tests.services.world import World

AGE = Question("age", {"en": "Your age?"}, "number", least=14)
LEVEL = Question("level", {"en": "How good?"}, "choice", False, ({"en": "New"}, {"en": "Old <b>"}))
THIRTY = Answer("age", "Your age?", "number", "30")
OLD = Answer("level", "How good?", "choice", "Old <b>")
GIVEN = (THIRTY, OLD)
ADA = AdminTap(900, "Ada", reason="the teacher's friend")


def asking(mode: Mode) -> World:
    return World(capacities=(1,), settings=Settings(mode=mode, questions=(AGE, LEVEL)))


async def test_from_the_line_to_the_booking(begin: Begin) -> None:
    work = await begin(asking(Mode.LEGACY))
    with pytest.raises(AnswersNeeded):
        await booking.book(work, Tap(1), 1)
    made = only(await booking.book(work, Tap(1), 1, answers=GIVEN), BookingMade)
    with pytest.raises(AnswersNeeded):
        await waitlist.join(work, Tap(2), 1)
    joined = only(await waitlist.join(work, Tap(2), 1, answers=(THIRTY,)), EntryJoined)
    changed = only(await answering.change(work, Tap(2), 1, OLD), EntryAnswered)
    assert (changed.id, changed.answers) == (joined.id, GIVEN)
    promoted = only(await booking.cancel(work, Tap(1), 1, made.id), BookingMade)
    assert (promoted.person_id, promoted.answers) == (2, GIVEN)
    later = replace(THIRTY, value="31")
    answered = only(await answering.change(work, Tap(2), 1, later), BookingAnswered)
    assert answered.answers == (later, OLD)
    assert await answering.change(work, Tap(2), 1, later) == []


async def test_from_the_reserve_list_by_an_offer(begin: Begin) -> None:
    work = await begin(asking(Mode.OFFER))
    made = only(await booking.book(work, Tap(1), 1, answers=GIVEN), BookingMade)
    await waitlist.join_reserve(work, Tap(2), 1, answers=(THIRTY,))
    await answering.change(work, Tap(2), 1, OLD)
    offer = only(await booking.cancel(work, Tap(1), 1, made.id), OfferMade)
    accepted = only(await offers.accept(work, Tap(2), 1, offer.id), BookingMade)
    assert accepted.answers == GIVEN


async def test_what_cards_show_and_what_the_history_keeps(begin: Begin, databases: list[Database]) -> None:
    work = await begin(asking(Mode.LEGACY))
    made = only(await booking.book(work, Tap(1), 1, answers=GIVEN), BookingMade)
    joined = only(await waitlist.join(work, Tap(2), 1, answers=(THIRTY,)), EntryJoined)
    await answering.change(work, Tap(2), 1, OLD)
    for database in databases:
        views = SqlViews(database, work.clock)
        card, entry, event = await views.booking(made.id), await views.entry(joined.id), await views.event(1)
        assert card is not None and entry is not None and event is not None
        assert (card.answers, entry.answers, event.settings.questions) == (GIVEN, GIVEN, (AGE, LEVEL))
        assert await views.answered_before(1, 1) == await views.answered_before(2, 1) == GIVEN
        assert await views.answered_before(3, 1) == await views.answered_before(1, 2) == ()
        async with database.read.connect() as connection:
            told = (
                (await connection.execute(sa.select(facts.c.data).where(facts.c.version > 0))).scalars().all()
            )
        kept = [answer for data in told for answer in data.get("answers", ())]
        assert [answer["code"] for answer in kept] == ["age", "level", "age", "age", "level"]
        assert {answer["value"] for answer in kept} == {""}
        assert {answer["question"] for answer in kept} == {"Your age?", "How good?"}


async def test_asked_for_a_place_and_granted(begin: Begin, databases: list[Database]) -> None:
    under = Settings(mode=Mode.MANUAL, questions=(AGE, LEVEL), self_service=False)
    work = await begin(World(capacities=(2,), settings=under))
    with pytest.raises(AnswersNeeded):
        await requests.ask(work, Tap(1), 1)
    first = only(await requests.ask(work, Tap(1), 1, answers=GIVEN), RequestMade)
    second = only(await requests.ask(work, Tap(2), 1, answers=(THIRTY,)), RequestMade)
    for database in databases:
        views = SqlViews(database, work.clock)
        card = await views.request(first.id)
        assert card is not None and card.answers == GIVEN
        assert await views.answered_before(1, 1) == GIVEN
    later = replace(THIRTY, value="31")
    changed = only(await answering.change(work, Tap(2), 1, later), RequestAnswered)
    assert (changed.id, changed.answers) == (second.id, (later,))
    made = only(await requests.book(work, ADA, 1, first.id, 1, 1), BookingMade)
    joined = only(await requests.put_in_line(work, ADA, 1, second.id, 2), EntryJoined)
    assert (made.answers, joined.answers) == (GIVEN, (later,))

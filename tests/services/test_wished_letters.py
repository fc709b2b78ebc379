"""What people read of a date that moves or is called off when they wish for it, wait there or have a place by a month,
in every language, as things stand by then."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.letters import render
from engine.services import booking, dates, month, waitlist
from engine.views import Person, WishCard
from handlers.callbacks import pack
from handlers.door import Card
from storage.database import Database
from storage.tables import events, letters, services
from storage.views import SqlViews
from tests.services.fresh import empty
from tests.services.studio import DAY, FIRST, HOUR, WEEK_TO_WISH, Studio
from tests.texts import TEXTS

LANGUAGES = sorted(TEXTS)
ZONE = "Europe/Budapest"
MONTH = "2026-12"


class Desk(Studio):
    """A studio whose letters are read."""

    async def letter(self, kind: str, person_id: int = 1) -> Mapping[str, object]:
        """The newest letter of this kind to somebody."""
        rows = await self.rows(letters, letters.c.kind == kind, letters.c.person_id == person_id)
        data: Mapping[str, object] = rows[-1].data
        return data

    async def written(self, language: str, kind: str, person_id: int = 1) -> Card | None:
        views = SqlViews(self.database, self.clock)
        reader = await views.person_by_id(person_id)
        assert isinstance(reader, Person)
        data = await self.letter(kind, person_id)
        return await render(kind, data, reader, TEXTS[language], views, self.now)  # type: ignore[arg-type]

    async def move(self, event_id: int, by: timedelta) -> None:
        (row,) = await self.rows(events, events.c.id == event_id)
        await dates.move_date(self.work, self.ada(), event_id, row.starts_at + by, row.ends_at + by)

    def wishes(self, card: Card) -> bool:
        """Whether it leads to the reader's wishes."""
        return any(button.data == pack("month", self.period_id) for row in card.rows for button in row)


@pytest_asyncio.fixture(loop_scope="session")
async def desk(sqlite: Database, template: str) -> Desk:
    await empty(sqlite, template)
    return Desk(sqlite)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_called_off_while_wishes_are_collected(desk: Desk, language: str) -> None:
    await desk.begin(1, 1)
    await desk.wish(1, 1, 2)
    await dates.call_off(desk.work, desk.ada(), 1)
    card, texts = await desk.written(language, "wished-cancelled"), TEXTS[language]
    assert card is not None and desk.wishes(card)
    first, second = (texts.when(FIRST + n * DAY, ZONE) for n in range(2))
    month_name = texts.month(MONTH)
    assert texts.say("event-called-off", event="Yoga", when=first) in card.text
    assert texts.say("reason-told", reason="a good reason") in card.text
    assert texts.say("wished-dropped", month=month_name) in card.text
    assert texts.say("wished-left", month=month_name) in card.text
    assert texts.say("month-choice", position=2, event="Yoga", when=second) in card.text
    assert card.text.count(first) == 1, "what is left is left"
    (period,) = await SqlViews(desk.database, desk.clock).periods()
    assert texts.say("wished-until", until=texts.when(period.wishes_until, ZONE)) in card.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_else_is_wished_for_and_nothing_can_be_changed(desk: Desk, language: str) -> None:
    await desk.begin(1, 1)
    await desk.wish(1, 1)
    await desk.close()
    await dates.call_off(desk.work, desk.ada(), 1)
    card, texts = await desk.written(language, "wished-cancelled"), TEXTS[language]
    assert card is not None and not desk.wishes(card)
    assert texts.say("wished-none", month=texts.month(MONTH)) in card.text
    assert texts.say("wished-planned") in card.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("by", "days", "key"),
    [
        (HOUR, None, "wished-stays"),
        (DAY, [1], "wished-rests"),  # a Tuesday becomes a Wednesday
        (40 * DAY, None, "wished-away"),
    ],
)
async def test_moved(desk: Desk, language: str, by: timedelta, days: list[int] | None, key: str) -> None:
    await desk.begin(1, 1)
    await desk.wish(1, 1)
    for day in days or []:
        await month.set_weekday(desk.months, desk.tap(1), desk.period_id, day, on=True)
    await desk.move(1, by)
    card, texts = await desk.written(language, "wished-moved"), TEXTS[language]
    assert card is not None and desk.wishes(card)
    old, new = texts.when(FIRST, ZONE), texts.when(FIRST + by, ZONE)
    assert texts.say("wished-moved", event="Yoga", before=old, when=new) in card.text
    assert texts.say(key, month=texts.month(MONTH)) in card.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_beside_what_the_reader_has_there(desk: Desk, language: str) -> None:
    await desk.begin(1, 1)
    await desk.wish(1, 1, 2)
    await booking.book(desk.work, desk.tap(1), 1)
    await desk.move(1, HOUR)
    texts = TEXTS[language]
    card = await desk.written(language, "booking-shifted")
    assert card is not None and desk.wishes(card)
    assert texts.say("wished-stays", month=texts.month(MONTH)) in card.text
    await dates.call_off(desk.work, desk.ada(), 1)
    card = await desk.written(language, "booking-cancelled")
    assert card is not None and desk.wishes(card)
    assert texts.say("wished-dropped", month=texts.month(MONTH)) in card.text
    assert card.text.endswith(texts.say("event-others")), "the dates stand below"
    await month.drop(desk.months, desk.tap(1), desk.period_id, 1)
    card = await desk.written(language, "booking-cancelled")
    assert card is not None and not desk.wishes(card), "there is no such wish any more"


async def test_nothing_is_told_that_is_not_so_by_then(desk: Desk) -> None:
    await desk.begin(1, 1)
    await desk.wish(1, 1, 2)
    await desk.wish(2, 1)
    await desk.move(1, HOUR)
    before = await desk.letter("wished-moved")
    await desk.move(1, -HOUR)
    assert await desk.written("en", "wished-moved") is None, "back where the reader knows it to be"
    await month.drop(desk.months, desk.tap(2), desk.period_id, 1)
    await desk.move(1, DAY)
    assert await desk.written("en", "wished-moved", 2) is None, "not wished for any more"
    await desk.database.execute(letters.update().values(status="sent", chat_id=1, message_id=1))
    await dates.call_off(desk.work, desk.ada(), 1)
    reader = await SqlViews(desk.database, desk.clock).person_by_id(1)
    assert reader is not None
    views = SqlViews(desk.database, desk.clock)
    assert await render("wished-moved", before, reader, TEXTS["en"], views, desk.now) is None  # type: ignore[arg-type]
    assert await desk.written("en", "wished-cancelled") is not None
    await desk.close()
    made = await desk.execute()
    await desk.finalize(made.run_id)
    assert await desk.written("en", "wished-cancelled") is None, "the result says more"


async def test_the_date_that_the_reader_knows(desk: Desk) -> None:
    """Moved and called off in one night."""
    await desk.begin(1, 1)
    await desk.wish(1, 1)
    desk.now = desk.now.replace(hour=22)
    await desk.move(1, HOUR)
    await dates.call_off(desk.work, desk.ada(), 1)
    card = await desk.written("en", "wished-cancelled")
    assert card is not None and TEXTS["en"].when(FIRST, ZONE) in card.text
    assert TEXTS["en"].when(FIRST + HOUR, ZONE) not in card.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_wished_for_in_two_months(desk: Desk, language: str) -> None:
    """It moves to January, is wished for there, too, and comes back: both wishes are told of, each with its month."""
    await desk.begin(1, 1)
    await desk.wish(1, 1, 2)
    await desk.wish(2, 1)
    opened, *_ = await month.open_(desk.months, desk.ada(), "2027-01", WEEK_TO_WISH)
    january = opened.id
    await desk.move(1, 40 * DAY)
    for person in (1, 2):
        await month.choose(desk.months, desk.tap(person), january, 1, equal=False)
    await booking.book(desk.work, desk.tap(2), 1)
    await desk.database.execute(letters.update().values(status="sent", chat_id=1, message_id=1))
    await desk.move(1, -40 * DAY)
    texts = TEXTS[language]
    stays = texts.say("wished-stays", month=texts.month(MONTH))
    away = texts.say("wished-away", month=texts.month("2027-01"))
    for kind, person in (("wished-moved", 1), ("booking-shifted", 2)):
        card = await desk.written(language, kind, person)
        assert card is not None and stays in card.text and away in card.text
        labels = {button.label: button.data for row in card.rows for button in row}
        for name, period_id in ((MONTH, desk.period_id), ("2027-01", january)):
            assert labels[texts.plain("label-my-wishes", month=texts.month(name))] == pack("month", period_id)
    await dates.call_off(desk.work, desk.ada(), 1)
    for kind, person in (("wished-cancelled", 1), ("booking-cancelled", 2)):
        card = await desk.written(language, kind, person)
        assert card is not None
        for name in (MONTH, "2027-01"):
            assert texts.say("wished-dropped", month=texts.month(name)) in card.text


async def final(desk: Desk, *capacities: int) -> int:
    """Person 1 has a place at date 1 by a month that is final."""
    await desk.begin(*capacities)
    await desk.wish(1, 1)
    await desk.close()
    made = await desk.execute()
    await desk.finalize(made.run_id)
    return desk.period_id


def leads(card: Card, *where: str) -> bool:
    data = [button.data for row in card.rows for button in row]
    return set(where) <= set(data)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_place_of_a_final_month_is_lost(desk: Desk, language: str) -> None:
    """What may come, that nobody has to wait for it, the dates of the month that are free, and the result."""
    period_id, texts = await final(desk, 1, 1, 1), TEXTS[language]
    await booking.book(desk.work, desk.tap(2), 2)
    await dates.call_off(desk.work, desk.ada(), 1)
    card = await desk.written(language, "booking-cancelled")
    assert card is not None
    assert texts.say("event-off-month", month=texts.month(MONTH)) in card.text
    assert texts.say("event-off-free") in card.text
    assert leads(card, pack("event", 3, 1), pack("month", period_id)) and not leads(card, pack("event", 2, 1))
    await booking.book(desk.work, desk.tap(3), 3)
    card = await desk.written(language, "booking-cancelled")
    assert card is not None and texts.say("event-off-free") not in card.text
    assert leads(card, pack("event", 2, 1), pack("event", 3, 1)), "as there is nothing else"


async def test_whoever_asks_for_places_is_not_told_to_book(desk: Desk) -> None:
    await final(desk, 1, 1)
    await desk.database.execute(services.update().values(self_service=False))
    await dates.call_off(desk.work, desk.ada(), 1)
    card = await desk.written("en", "booking-cancelled")
    assert card is not None and leads(card, pack("event", 2, 1))
    assert TEXTS["en"].say("event-off-month", month=TEXTS["en"].month(MONTH)) in card.text
    assert TEXTS["en"].say("event-off-free") not in card.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_place_in_line_ends_with_the_date(desk: Desk, language: str) -> None:
    """A booking of one's own is no place of the month."""
    await desk.begin(1, 1)
    await booking.book(desk.work, desk.tap(1), 1)
    await waitlist.join(desk.work, desk.tap(2), 1)
    await dates.call_off(desk.work, desk.ada(), 1)
    texts = TEXTS[language]
    booked = await desk.written(language, "booking-cancelled")
    waited = await desk.written(language, "entry-closed", 2)
    assert booked is not None and waited is not None
    assert texts.say("entry-closed-off") in waited.text and texts.say("entry-closed-off") not in booked.text
    assert texts.say("event-off-month", month=texts.month(MONTH)) not in booked.text


async def off(desk: Desk, language: str = "en") -> Card:
    """What person 1 reads as date 1 is called off."""
    await dates.call_off(desk.work, desk.ada(), 1)
    card = await desk.written(language, "booking-cancelled")
    assert card is not None
    return card


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_date_that_the_reader_has_is_no_free_one(desk: Desk, language: str) -> None:
    """Nor one that may be offered."""
    texts = TEXTS[language]
    await final(desk, 1, 2)
    await booking.book(desk.work, desk.tap(1), 2)
    card = await off(desk, language)
    assert texts.say("event-off-free") not in card.text and texts.say("event-off-other") not in card.text
    assert not leads(card, pack("event", 2, 1)) and texts.say("event-others") not in card.text


async def test_beside_a_date_that_the_reader_has_another_is_free(desk: Desk) -> None:
    await final(desk, 1, 2, 2)
    await booking.book(desk.work, desk.tap(1), 2)
    card, texts = await off(desk), TEXTS["en"]
    assert texts.say("event-off-free") in card.text and texts.say("event-off-other") in card.text
    assert leads(card, pack("event", 3, 1)) and not leads(card, pack("event", 2, 1))


@pytest.mark.parametrize("others", [(1,), (1, 2)])
async def test_a_party_is_led_to_dates_with_seats_for_all(desk: Desk, others: tuple[int, ...]) -> None:
    await desk.begin(2, *others)
    await desk.wish(1, 1, seats=2)
    await desk.close()
    await desk.finalize((await desk.execute()).run_id)
    card, texts = await off(desk), TEXTS["en"]
    assert texts.say("event-off-other") in card.text, "the studio may find seats"
    free = len(others) == 2
    assert (texts.say("event-off-free") in card.text) == leads(card, pack("event", 3, 1)) == free
    assert leads(card, pack("event", 2, 1)) != free, "as there is nothing else"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_other_date_is_promised_where_none_lies_ahead(desk: Desk, language: str) -> None:
    texts = TEXTS[language]
    await final(desk, 1, 1)
    card = await off(desk, language)
    assert texts.say("event-off-other") in card.text
    desk.now = FIRST + 2 * DAY
    card = await desk.written(language, "booking-cancelled")
    assert card is not None
    assert texts.say("event-off-month", month=texts.month(MONTH)) in card.text
    assert texts.say("event-off-other") not in card.text


async def test_a_wish_that_has_just_lost_the_date_says_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the question who wishes for it and what each wish holds it may be taken back."""
    await desk.begin(1, 1)
    await desk.wish(1, 1, 2)
    await dates.call_off(desk.work, desk.ada(), 1)
    found = SqlViews.wishes_for

    async def later(views: SqlViews, event_id: int, person_id: int) -> list[WishCard]:
        return [replace(each, choices=each.choices[1:]) for each in await found(views, event_id, person_id)]

    monkeypatch.setattr(SqlViews, "wishes_for", later)
    assert await desk.written("en", "wished-cancelled") is None

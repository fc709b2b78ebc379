"""Letters about an event that an admin has changed: in every language, as things stand when they are delivered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.letters import render
from engine.services import booking, by_hand, capacity, dates, moving, offers, waitlist
from engine.services.who import AdminTap, Tap
from engine.views import Person
from handlers.door import Card
from storage.tables import bookings, letters
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS

LANGUAGES = sorted(TEXTS)
ADA = AdminTap(900, "Ada", reason=TEXTS["en"].plain("admin-reason-room"))
OTHERS_WORDS = {language: TEXTS[language].plain("admin-reason-room") for language in LANGUAGES}


@pytest.fixture
async def studio(sqlite_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(sqlite_url, calendar) as studio:
        yield studio


async def written(studio: Studio, language: str, kind: str, reader: Tap, **data: Any) -> Card | None:
    person = await studio.views.person_by_id(reader.person_id)
    assert isinstance(person, Person)
    return await render(kind, data, person, TEXTS[language], studio.views, studio.now())


async def last(studio: Studio, kind: str, reader: Tap) -> dict[str, Any]:
    """What the newest letter of that kind to the reader knows."""
    where = letters.c.kind == kind, letters.c.person_id == reader.person_id
    return dict((await studio.rows(letters, *where))[-1].data)


async def when(studio: Studio, language: str, code: str) -> str:
    event = await studio.views.event(studio.events[code])
    assert event is not None
    return TEXTS[language].when(event.starts_at, event.timezone)


def verbs(card: Card) -> list[str]:
    return [button.data.split(":")[1] for row in card.rows for button in row]


async def _shift(studio: Studio, code: str) -> None:
    """A day later."""
    event = await studio.views.event(studio.events[code])
    assert event is not None
    day = timedelta(days=1)
    await dates.move_date(studio.work, ADA, event.id, event.starts_at + day, event.ends_at + day)


async def test_a_booking_that_moved(studio: Studio) -> None:
    anna = await studio.person(1)
    held = await studio.book(anna, "yoga-2")
    ids = studio.events["yoga-2"], studio.events["yoga-1"]
    await moving.move(studio.work, ADA, held, *ids, anna.person_id, 1)
    data = await last(studio, "booking-made", anna)
    assert data["source"] == "move" and data["from"] == ids[0]
    for language in LANGUAGES:
        card = await written(studio, language, "booking-made", anna, **data)
        assert card is not None and TEXTS[language].say("booking-moved") in card.text
        before = await when(studio, language, "yoga-2")
        assert TEXTS[language].say("booking-moved-from", event="", when=before) in card.text
    assert not await studio.rows(letters, letters.c.kind == "booking-cancelled")
    await booking.cancel(studio.work, anna, ids[1], data["booking"])
    assert await written(studio, "en", "booking-made", anna, **data) is None


async def test_another_time_asks_for_a_word(studio: Studio, calendar: Calendar) -> None:
    anna, ben = await studio.person(1), await studio.person(2)
    held = await studio.book(anna, "yoga-2")
    await studio.book(ben, "yoga-2")
    await _shift(studio, "yoga-2")
    data, reader = await last(studio, "booking-shifted", anna), anna
    for language in LANGUAGES:
        card = await written(studio, language, "booking-shifted", reader, **data)
        assert card is not None and verbs(card) == ["coming", "reschedule", "cancel", "my"]
        assert await when(studio, language, "yoga-2")
    await dates.reconfirm(studio.work, anna, studio.events["yoga-2"], held)
    said = await last(studio, "booking-reconfirmed", anna)
    for language in LANGUAGES:
        card = await written(studio, language, "booking-reconfirmed", anna, **said)
        assert card is not None and TEXTS[language].say("booking-reconfirmed") in card.text
        assert verbs(card) == ["reschedule", "cancel", "my"], "a word is asked for once"
        late = await written(studio, language, "booking-shifted", anna, **data)
        assert late is not None and verbs(late) == ["reschedule", "cancel", "my"], (
            "it was answered before it was delivered"
        )
    await booking.cancel(studio.work, anna, studio.events["yoga-2"], held)
    assert await written(studio, "en", "booking-reconfirmed", anna, **said) is None


async def test_nothing_was_heard(studio: Studio, calendar: Calendar) -> None:
    anna = await studio.person(1)
    held = await studio.book(anna, "yoga-2")
    await _shift(studio, "yoga-2")
    row = await studio.row(bookings, held)
    calendar.moment = row.reconfirm_by
    shifted = await written(
        studio, "en", "booking-shifted", anna, **await last(studio, "booking-shifted", anna)
    )
    assert shifted is not None and verbs(shifted) == ["reschedule", "cancel", "my"], "too late to be asked"
    await dates.lapse(studio.work, studio.events["yoga-2"], held)
    data = await last(studio, "booking-cancelled", anna)
    for language in LANGUAGES:
        card = await written(studio, language, "booking-cancelled", anna, **data)
        at = await when(studio, language, "yoga-2")
        wanted = TEXTS[language].say(
            "booking-cancelled-silence",
            event=TEXTS[language].name({"en": "Yoga", "hu": "yoga-hu", "de": "yoga-de"}),
            when=at,
        )
        assert card is not None and str(wanted) == str(card.text)


async def test_a_date_that_is_cancelled(studio: Studio) -> None:
    """Anna was booked, Ben had an offer, Carla waited: each reads one message with the reason in their language."""
    gone = await studio.person(9)
    ben, carla, anna = await studio.person(2), await studio.person(3), await studio.person(1)
    offer = await studio.offered("yoga-1", ben, carla, by=gone)
    await offers.deliver(studio.work, studio.events["yoga-1"], offer)
    await studio.book(anna, "yoga-2")
    for code in ("yoga-1", "yoga-2"):
        await dates.call_off(studio.work, ADA, studio.events[code])
    for language in LANGUAGES:
        for kind, reader in (("booking-cancelled", anna), ("entry-closed", ben), ("entry-closed", carla)):
            card = await written(studio, language, kind, reader, **await last(studio, kind, reader))
            reason = TEXTS[language].say("reason-told", reason=OTHERS_WORDS[language])
            assert card is not None and reason in card.text, (language, kind)
            assert verbs(card) == ["my"], "no date is left"
        over = await written(studio, language, "offer-over", ben, offer=offer, event=studio.events["yoga-1"])
        assert over is not None and "accept" not in verbs(over)
        said = await written(studio, language, "offer-withdrawn", ben, offer=offer)
        assert said is not None and await when(studio, language, "yoga-1") in said.text
        assert TEXTS[language].plain("entry-place", position=1) not in said.text
    assert not await studio.rows(
        letters, letters.c.kind == "offer-withdrawn", letters.c.person_id == ben.person_id
    )


async def test_an_offer_made_anew(studio: Studio) -> None:
    gone, ben = await studio.person(9), await studio.person(2)
    offer = await studio.offered("yoga-1", ben, by=gone)
    await offers.deliver(studio.work, studio.events["yoga-1"], offer)
    await _shift(studio, "yoga-1")
    for language in LANGUAGES:
        said = await written(studio, language, "offer-withdrawn", ben, offer=offer)
        at = await when(studio, language, "yoga-1")
        event = TEXTS[language].name({"en": "Yoga", "hu": "yoga-hu", "de": "yoga-de"})
        assert said is not None
        assert str(said.text) == str(TEXTS[language].say("offer-withdrawn-anew", event=event, when=at))


@pytest.mark.parametrize("way", ["displaced", "back"])
async def test_a_booking_that_became_a_place_in_line(studio: Studio, way: str) -> None:
    anna, ben = await studio.person(1), await studio.person(2)
    await studio.book(anna, "yoga-2")
    held = await studio.book(ben, "yoga-2")
    event = studio.events["yoga-2"]
    if way == "displaced":
        await capacity.displace(studio.work, ADA, event, 1)
    else:
        await by_hand.back_to_line(studio.work, ADA, event, held)
    data = await last(studio, "entry-displaced", ben)
    for language in LANGUAGES:
        card = await written(studio, language, "entry-displaced", ben, **data)
        assert card is not None and verbs(card) == ["event"]
        assert TEXTS[language].say("reason-told", reason=OTHERS_WORDS[language]) in card.text
        assert TEXTS[language].say("entry-place", position=1) in card.text
    own = await last(studio, "entry-displaced", ben)
    own["reason"] = "<b>His</b> own words"
    card = await written(studio, "en", "entry-displaced", ben, **own)
    assert card is not None and "&lt;b&gt;His&lt;/b&gt; own words" in card.text
    await waitlist.leave(studio.work, ben, event, data["entry"])
    assert await written(studio, "en", "entry-displaced", ben, **data) is None

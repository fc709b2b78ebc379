"""Letters about another time, and the admins' card of a booking to confirm: in every language, as things stand now."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.letters import render
from engine.catalogue import Catalogue, EventPlan
from engine.services import booking, waitlist
from engine.services.who import AdminTap, Tap
from engine.views import Person
from handlers.door import Card
from storage.catalogue import import_catalogue
from storage.tables import accounts, events, letters
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS

LANGUAGES = sorted(TEXTS)
ADA = AdminTap(900, "Ada")


@pytest.fixture
async def studio(sqlite_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(sqlite_url, calendar) as studio:
        yield studio


async def written(studio: Studio, language: str, kind: str, reader: Tap, **data: Any) -> Card | None:
    person = await studio.views.person_by_id(reader.person_id)
    assert isinstance(person, Person)
    return await render(kind, data, person, TEXTS[language], studio.views, studio.now())


async def _move(studio: Studio, *codes: str) -> None:
    """A file brings the yoga events an hour later."""
    found = [row for row in await studio.rows(events) if row.code in codes]
    later = timedelta(hours=1)
    plans = (
        EventPlan("yoga", row.code, row.starts_at + later, row.ends_at + later, row.capacity) for row in found
    )
    await import_catalogue(studio.database, Catalogue(events=tuple(plans)), studio.now())


async def test_another_time(studio: Studio) -> None:
    """Ben has an offer, Carla waits behind, Dora is booked for another date; both dates are moved."""
    anna, ben, carla, dora = [await studio.person(n) for n in (1, 2, 3, 4)]
    offer = await studio.offered("yoga-1", ben, by=anna)
    await waitlist.join(studio.work, carla, studio.events["yoga-1"])
    held = await studio.book(dora, "yoga-2")
    before = {code: await studio.views.event(studio.events[code]) for code in ("yoga-1", "yoga-2")}
    await _move(studio, "yoga-1", "yoga-2")
    (entry,) = (await studio.views.mine(carla.person_id)).entries
    for language in LANGUAGES:
        for kind, reader, code, data in (
            ("booking-shifted", dora, "yoga-2", {"booking": held}),
            ("entry-shifted", carla, "yoga-1", {"entry": entry.id}),
            ("offer-withdrawn", ben, "yoga-1", {"offer": offer}),
        ):
            card = await written(studio, language, kind, reader, event=studio.events[code], **data)
            old = before[code]
            now = await studio.views.event(studio.events[code])
            assert card is not None and old is not None and now is not None
            said = TEXTS[language].when(now.starts_at, now.timezone)
            assert said in card.text and TEXTS[language].when(old.starts_at, old.timezone) not in card.text
    await waitlist.leave(studio.work, carla, studio.events["yoga-1"], entry.id)
    gone = {"entry": entry.id, "event": studio.events["yoga-1"]}
    assert await written(studio, "en", "entry-shifted", carla, **gone) is None
    await booking.cancel(studio.work, dora, studio.events["yoga-2"], held)
    assert await written(studio, "en", "booking-shifted", dora, booking=held) is None


async def test_a_booking_to_confirm(studio: Studio) -> None:
    await studio.change(accounts, booking_status="pending")
    dora = await studio.person(4)
    held = await studio.book(dora, "yoga-2")
    ids = {"booking": held, "event": studio.events["yoga-2"]}
    (letter,) = await studio.rows(letters, letters.c.kind == "booking-pending")
    assert (letter.person_id, letter.data) == (None, ids)
    for language in LANGUAGES:
        card = await written(studio, language, "booking-pending", dora, **ids)
        assert card is not None
        verbs = [button.data.split(":")[1] for row in card.rows for button in row if button.data]
        assert verbs == ["a-confirm", "a-cancel-ask", "a-manage"]
    await booking.confirm(studio.work, ADA, ids["event"], held)
    assert await written(studio, "en", "booking-pending", dora, **ids) is None

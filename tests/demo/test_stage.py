"""What the panels say is what `Views` say; what their buttons promise happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
import sqlalchemy as sa

from bot.demo import month
from bot.demo.guests import ADAM
from bot.demo.month_playing import MONTH_STEPS
from bot.demo.playing import STEPS
from bot.demo.show import Show
from bot.demo.wishing import WISHES
from engine.views import EventCard, Page
from storage.database import open_database
from storage.doctor import examine
from storage.tables import job_runs, letters, participants, roles
from storage.views import SqlViews

Json = dict[str, Any]


class Panel:
    """The stage, as its page asks and orders."""

    def __init__(self, session: aiohttp.ClientSession, show: Show) -> None:
        self._session, self._show = session, show

    async def get(self, path: str) -> Json:
        async with self._session.get(self._show.url + path) as answer:
            document: Json = await answer.json()
            return document

    async def state(self) -> Json:
        return await self.get("/stage/state")

    async def does(self, order: str, **fields: Any) -> tuple[int, Json]:
        async with self._session.post(f"{self._show.url}/stage/do/{order}", json=fields) as answer:
            return answer.status, await answer.json()

    async def until(self, path: str, *keys: str, wanted: str) -> Json:
        """Ask again with every change until this is so."""
        feed = self._show.stage.sandbox.feed
        async with asyncio.timeout(60):
            while True:
                serial, found = feed.serial, await self.get(path)
                value: Any = found
                for key in keys:
                    value = value[key]
                if value == wanted:
                    return found
                await feed.passes(serial, wait=1.0)


@pytest_asyncio.fixture(loop_scope="session")
async def panel(show: Show) -> AsyncIterator[Panel]:
    async with aiohttp.ClientSession() as session:
        yield Panel(session, show)


async def as_views_see_it(show: Show) -> list[Json]:
    """Every event, read by another connection through `Views`."""
    database = open_database(show.stage.database_url)
    try:
        views = SqlViews(database, show.stage.sandbox.clock.now)
        page: Page[EventCard] = await views.events(None, 0, 100)
        return [await _seen(views, card) for card in page.items]
    finally:
        await database.close()


async def _seen(views: SqlViews, card: EventCard) -> Json:
    names = ("code", "capacity", "booked", "offered", "held", "free", "public", "waiting", "reserve", "mode")
    return {name: getattr(card, name) for name in names} | {
        "line": [(e.person_name, e.position, e.status) for e in (await views.line(card.id, 0, 500)).items],
        "bookings": [(b.person_name, b.seats) for b in (await views.bookings(card.id, 0, 500)).items],
        "offers": [
            (o.person_name, o.expires_at.isoformat()) for o in (await views.offers(card.id, 0, 500)).items
        ],
    }


def shown(state: Json) -> list[Json]:
    """The same from the stage's state."""
    names = ("code", "capacity", "booked", "offered", "held", "free", "public", "waiting", "reserve", "mode")
    return [
        {name: event[name] for name in names}
        | {
            "line": [(e["name"], e["position"], e["status"]) for e in event["line"]],
            "bookings": [(b["name"], b["seats"]) for b in event["bookings"]],
            "offers": [(o["name"], o["expires_at"]) for o in event["offers"]],
        }
        for event in state["events"]
    ]


async def settled(show: Show) -> None:
    """Until no letter is on its way, as a delivery moves an offer's deadline."""
    database = open_database(show.stage.database_url)
    open_letters = sa.select(letters.c.id).where(letters.c.status.in_(("queued", "sending")))
    try:
        async with asyncio.timeout(60):
            while await database.look(lambda connection: connection.execute(open_letters).first()):
                await asyncio.sleep(0.05)
    finally:
        await database.close()


async def test_the_studio_is_as_its_guests_left_it(show: Show, panel: Panel) -> None:
    await settled(show)
    state = await panel.state()
    assert state["ready"] and state["bot"]["state"] == "running" and state["said"] == ""
    events = {event["code"]: event for event in state["events"]}
    assert (events[month.FULL]["free"], events[month.FULL]["waiting"]) == (0, 0)
    waited_for = events[month.WAITED_FOR]
    assert [(offer["name"], offer["delivered"]) for offer in waited_for["offers"]] == [
        ("Felix Schäfer", True)
    ]
    assert [place["position"] for place in waited_for["line"]] == [1, 2, 3, 4]
    assert events[month.BY_HAND]["halted"] == "manual"
    moves_up = events[month.MOVES_UP]
    assert (moves_up["mode"], moves_up["free"], moves_up["waiting"]) == ("legacy", 0, 1)
    assert {event["mode"] for event in state["events"]} == {"offer", "manual", "legacy", "splitter"}
    assert all(event["names"].keys() == {"en", "hu", "de"} for event in state["events"])
    guests = [show.stage.sandbox.world.person(phone["person"]) for phone in state["phones"]]
    assert [guest.language_code for guest in guests[:3]] == ["en", "hu", "de"]
    assert state["phones"][3]["chat"] == state["group"]


async def test_every_way_to_book_is_there(show: Show) -> None:
    """Crowded and half-empty siblings, somebody who has asked for a place, and an appointment with an answer."""
    await settled(show)
    database = open_database(show.stage.database_url)
    try:
        views = SqlViews(database, show.stage.sandbox.clock.now)
        crowded = await views.event_by_code(month.CROWDED)
        assert crowded is not None
        siblings = await views.siblings(crowded.id, "forward")
        assert [(each.free, each.waiting) for each in siblings] == [(0, 3), (2, 0), (3, 0)]
        asked = await views.event_by_code(month.ASKED_FOR)
        assert asked is not None and not asked.settings.self_service
        assert [each.status for each in (await views.requests(asked.id, 0, 9)).items] == ["open"]
        (alone,) = await views.individuals()
        slots = (await views.events(alone.id, 0, 100)).items
        (taken,) = [slot for slot in slots if slot.booked]
        assert taken.settings.questions[0].kind == "choice"
        (booking,) = (await views.bookings(taken.id, 0, 9)).items
        assert booking.answers
    finally:
        await database.close()


async def test_a_month_is_wished_for(show: Show) -> None:
    """Who opens /batch finds wishes for more seats than there are, and a second admin may approve."""
    await settled(show)
    database = open_database(show.stage.database_url)
    try:
        views = SqlViews(database, show.stage.sandbox.clock.now)
        (period,) = await views.periods()
        assert (period.status, period.answers) == ("collecting", len(WISHES))
        wanted = {card.event.id: card for card in await views.interest(period.id)}
        tango = await views.event_by_code(f"{month.TANGO}-1")
        assert tango is not None and wanted[tango.id].seats > tango.capacity
        assert show.stage.cast is not None
        given = await database.look(lambda c: c.execute(sa.select(roles.c.telegram_id, roles.c.role)).all())
        assert [tuple(row) for row in given] == [(show.stage.cast.phones[ADAM.first].id, "approver")]
    finally:
        await database.close()


async def test_the_stage_knows_the_month(show: Show, panel: Panel) -> None:
    """How far it is and who has wished, for whoever is led through it."""
    await settled(show)
    state = await panel.state()
    assert show.stage.cast is not None
    month_seen, phones = state["month"], show.stage.cast.besides[: len(WISHES)]
    assert sorted(month_seen["wished"]) == sorted(phone.id for phone in phones)
    assert (month_seen["status"], month_seen["runs"], month_seen["unlock"]) == ("collecting", [], None)
    assert (month_seen["decided"], month_seen["told"], month_seen["seated"]) == (0, [], [])
    assert state["second"] == show.stage.cast.phones[ADAM.first].id and state["played"] == []


async def test_every_panel_is_what_views_say(show: Show, panel: Panel) -> None:
    await settled(show)
    assert shown(await panel.state()) == await as_views_see_it(show)


async def test_letters_and_job_runs_are_the_newest_rows(show: Show, panel: Panel) -> None:
    await settled(show)
    state = await panel.state()
    database = open_database(show.stage.database_url)
    newest = (
        sa.select(letters.c.id, participants.c.name).outerjoin(participants).order_by(letters.c.id.desc())
    )
    counted = sa.select(letters.c.status, sa.func.count()).group_by(letters.c.status)
    runs = sa.select(job_runs.c.id).order_by(job_runs.c.id.desc())
    try:
        rows = await database.look(lambda c: [tuple(row) for row in c.execute(newest.limit(20))])
        counts = await database.look(lambda c: {row[0]: row[1] for row in c.execute(counted)})
        jobs = await database.look(lambda c: set(c.scalars(runs)))
    finally:
        await database.close()
    assert [(letter["id"], letter["name"]) for letter in state["letters"]["last"]] == rows
    assert state["letters"]["counts"] == counts
    assert {run["id"] for run in state["jobs"]} <= jobs
    assert any(run["job"] == "alive" for run in state["jobs"])


async def test_a_crowd_gets_its_answers(show: Show, panel: Panel) -> None:
    assert (await panel.does("crowd", people=30, seats=4))[0] == 200
    refused, why = await panel.does("crowd")
    assert refused == 400 and "at the door already" in why["error"]
    crowd = await panel.until("/stage/crowd", "state", wanted="done")
    outcomes = [answer["outcome"] for answer in crowd["answers"]]
    assert (
        (outcomes.count("booked"), outcomes.count("waiting"))
        == (4, 26)
        == (crowd["booked"], crowd["waiting"])
    )
    assert sorted(answer["position"] for answer in crowd["answers"] if answer["position"]) == list(
        range(1, 27)
    )
    assert 0 < crowd["p50"] <= crowd["p99"] == max(answer["ms"] for answer in crowd["answers"])
    await settled(show)
    assert shown(await panel.state()) == await as_views_see_it(show)


@pytest.mark.long
async def test_a_crash_loses_nothing(show: Show, panel: Panel) -> None:
    await settled(show)
    before = shown(await panel.state())
    assert (await panel.does("crash"))[0] == 200
    down = await panel.until("/stage/state", "bot", "state", wanted="stopped")
    assert down["bot"]["pid"] is None
    refused, why = await panel.does("crowd")
    assert refused == 400 and "start it first" in why["error"]
    assert (await panel.does("start"))[0] == 200
    await panel.until("/stage/state", "bot", "state", wanted="running")
    await settled(show)
    assert shown(await panel.state()) == before == await as_views_see_it(show)
    database = open_database(show.stage.database_url)
    try:
        assert await examine(database, show.stage.sandbox.clock.now()) == []
    finally:
        await database.close()


async def test_trouble_comes_and_goes(panel: Panel) -> None:
    assert (await panel.does("too_many", times=5, retry_after=2))[0] == 200
    (fault,) = (await panel.state())["faults"]
    assert (fault["kind"], fault["times"], fault["retry_after"]) == ("too_many_requests", 5, 2)
    assert (await panel.does("lift"))[1]["faults"] == []
    assert [f["kind"] for f in (await panel.does("away", seconds=1))[1]["faults"]] == ["away"]
    async with asyncio.timeout(10):
        while (await panel.state())["faults"]:
            await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    ("order", "fields"),
    [
        ("too_many", {"times": 0}),
        ("away", {"seconds": "long"}),
        ("crowd", {"people": 10_000}),
        ("crowd", {"seats": True}),
    ],
)
async def test_nonsense_is_refused_with_what_is_right(panel: Panel, order: str, fields: Json) -> None:
    status, answer = await panel.does(order, **fields)
    assert status == 400 and "a whole number from 1 to" in answer["error"]


async def test_an_unknown_order_names_the_known_ones(panel: Panel) -> None:
    status, answer = await panel.does("sesame")
    assert status == 404 and "crash" in answer["error"]


async def test_only_a_story_that_plays_can_be_stopped(panel: Panel) -> None:
    refused, why = await panel.does("stop")
    assert (refused, why["code"]) == (400, "quiet") and not (await panel.state())["playing"]


async def played(show: Show, panel: Panel, chapter: str, patience: float = 60.0) -> list[str]:
    """Let it play to its end, as fast as it can; its steps."""
    show.stage.speed = 0
    feed, serial = show.stage.sandbox.feed, show.stage.sandbox.feed.serial
    assert (await panel.does("play", chapter=chapter))[0] == 200
    async with asyncio.timeout(patience):
        while True:
            since = feed.since(serial)
            assert not (failed := [h.data for h in since if h.kind == "failed"]), failed
            steps = [h.data["step"] for h in since if h.kind == "story"]
            if steps and steps[-1] == "over":
                return steps
            await feed.passes(feed.serial, wait=1.0)


async def test_a_chapter_that_nobody_knows_is_refused(panel: Panel) -> None:
    status, answer = await panel.does("play", chapter="sesame")
    assert status == 400 and "seats, month" in answer["error"]


async def test_the_story_plays_by_itself_on_the_page(show: Show, panel: Panel) -> None:
    """To its end, once, in everybody's language."""
    assert await played(show, panel, "seats") == [*STEPS, "over"]
    await settled(show)
    events = {event["code"]: event for event in (await panel.state())["events"]}
    assert "Clara Weber" in [booking["name"] for booking in events[month.FULL]["bookings"]]
    assert "Clara Weber" in [booking["name"] for booking in events[month.BY_HAND]["bookings"]]
    refused, why = await panel.does("play")
    assert refused == 400 and "start anew" in why["error"]


@pytest.mark.long
async def test_the_month_plays_by_itself_on_the_page(show: Show, panel: Panel) -> None:
    """To its end, with a result for everybody, a place that was moved while two had it open, and nothing broken."""
    assert await played(show, panel, "month", 300.0) == [*MONTH_STEPS, "over"]
    await settled(show)
    seen = (await panel.state())["month"]
    assert (seen["status"], len(seen["runs"]), seen["decided"]) == ("final", 2, 1)
    assert seen["unlock"]["status"] == "over" and seen["unlock"]["changed"] == 1
    assert set(seen["told"]) == set(seen["wished"]) and len(seen["told"]) == len(WISHES) + 3
    database = open_database(show.stage.database_url)
    try:
        assert await examine(database, show.stage.sandbox.clock.now()) == []
    finally:
        await database.close()

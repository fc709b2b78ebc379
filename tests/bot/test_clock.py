"""The clock on a real database: what is due is done at its moment, each run leaves a row, nothing stops it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.cellar import open_cellar
from bot.clock import Clock, Job
from bot.jobs.listed import forget, jobs_of
from bot.jobs.months import patiently
from bot.jobs.post import PostWatch
from bot.jobs.seats import SeatJobs, count_of
from bot.moment import Now
from bot.settings import read
from engine.facts import OfferDelivered
from engine.ports import Facts, Unavailable
from engine.refusals import Busy, OfferAnswered
from engine.services import offers as offering
from engine.services import waitlist
from engine.state import NeedMore
from storage.tables import alerts, entries, events, job_runs, letters, offers, participants, seats, updates
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, opened

TICK = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second look at late letters comes at once."""
    monkeypatch.setattr("bot.jobs.post.SECOND_LOOK_SECONDS", 0.0)


@pytest.fixture
async def studio(sqlite_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(sqlite_url, calendar) as studio:
        yield studio


@pytest.fixture
def jobs(studio: Studio) -> SeatJobs:
    return SeatJobs(studio.work, studio.due, studio.now, studio.outbox.alert)


@pytest.fixture
def clock(studio: Studio, jobs: SeatJobs) -> Clock:
    return made(studio, Job("expire", 1, jobs.expire), Job("remind", 5, jobs.remind))


def made(studio: Studio, *listed: Job, served: bool = True) -> Clock:
    async def may() -> bool:
        return served

    outbox = studio.outbox
    return Clock(listed, studio.jobs, studio.now, outbox.alert, outbox.resolve, may)


async def an_offer(studio: Studio, code: str = "yoga-1") -> int:
    """Offered to 2, delivered now; 3 is next."""
    anna, ben, cleo = [await studio.person(n) for n in (1, 2, 3)]
    offer_id = await studio.offered(code, ben, cleo, by=anna)
    await offering.deliver(studio.work, studio.events[code], offer_id)
    return offer_id


async def test_expire_at_the_deadline_and_not_before(
    studio: Studio, jobs: SeatJobs, calendar: Calendar
) -> None:
    offer_id = await an_offer(studio)
    deadline = (await studio.row(offers, offer_id)).expires_at
    calendar.moment = deadline - TICK
    assert await jobs.expire() == 0
    assert (await studio.row(offers, offer_id)).status == "pending"
    calendar.moment = deadline
    assert await jobs.expire() == 1
    assert (await studio.row(offers, offer_id)).status == "expired"
    assert await jobs.expire() == 0
    (following,) = await studio.rows(offers, offers.c.status == "pending")
    assert following.person_id == (await studio.rows(entries))[1].person_id


async def test_remind_once_in_the_last_third(studio: Studio, jobs: SeatJobs, calendar: Calendar) -> None:
    offer_id = await an_offer(studio)
    row = await studio.row(offers, offer_id)
    calendar.moment = row.remind_at - TICK
    assert await jobs.remind() == 0
    calendar.moment = row.remind_at
    assert await jobs.remind() == 1
    assert await jobs.remind() == 0
    kinds = [letter.kind for letter in await studio.rows(letters) if letter.subject == f"offer:{offer_id}"]
    assert kinds == ["offer-made", "offer-reminder"]


async def test_resume_when_the_pause_is_over(studio: Studio, jobs: SeatJobs, calendar: Calendar) -> None:
    anna, ben = [await studio.person(n) for n in (1, 2)]
    await studio.book(anna, "yoga-1")
    entry_id = await studio.join(ben, "yoga-1")
    await waitlist.pause(studio.work, ben, studio.events["yoga-1"], entry_id, timedelta(days=1))
    until = (await studio.row(entries, entry_id)).paused_until
    calendar.moment = until - TICK
    assert await jobs.resume() == 0
    calendar.moment = until
    assert await jobs.resume() == 1
    assert (await studio.row(entries, entry_id)).status == "waiting"
    assert await jobs.resume() == 0


async def test_close_when_the_event_begins(studio: Studio, jobs: SeatJobs, calendar: Calendar) -> None:
    anna, ben, cleo = [await studio.person(n) for n in (1, 2, 3)]
    await studio.book(anna, "yoga-1")
    waiting = [await studio.join(tap, "yoga-1") for tap in (ben, cleo)]
    begins = (await studio.row(events, studio.events["yoga-1"])).starts_at
    calendar.moment = begins - TICK
    assert await jobs.close() == 0
    calendar.moment = begins
    assert await jobs.close() == 1  # one decision about one event
    assert {(await studio.row(entries, entry_id)).status for entry_id in waiting} == {"closed"}
    assert await jobs.close() == 0


async def test_backfill_closes_a_gap_that_nobody_triggered(studio: Studio, jobs: SeatJobs) -> None:
    anna, ben, cleo = [await studio.person(n) for n in (1, 2, 3)]
    for code in ("yoga-1", "jazz-1"):
        await studio.book(anna, code)
        await studio.join(ben, code)
        await studio.change(participants, participants.c.id == ben.person_id, reachable=False)
    await studio.join(cleo, "jazz-1")
    assert await jobs.backfill() == 0  # nothing is free
    await studio.change(participants, participants.c.id == ben.person_id, reachable=True)
    for code in ("yoga-1", "jazz-1"):
        await studio.change(events, events.c.id == studio.events[code], capacity=2)
        await studio.database.execute(
            seats.insert().values(event_id=studio.events[code], number=2, capacity=2)
        )
    assert await jobs.backfill() == 2
    assert len(await studio.rows(offers, offers.c.status == "pending")) == 1
    assert await jobs.backfill() == 0


async def test_forget_what_is_old(studio: Studio, calendar: Calendar) -> None:
    await studio.database.execute(updates.insert().values(id=1, at=calendar()))
    await studio.jobs.ran("expire", calendar(), calendar(), 1, "")
    calendar.forward(days=3)
    assert await forget(studio.due, studio.jobs, calendar) == 0
    await studio.database.execute(updates.insert().values(id=2, at=calendar()))
    calendar.forward(seconds=1)
    assert await forget(studio.due, studio.jobs, calendar) == 1
    calendar.forward(days=27)
    assert await forget(studio.due, studio.jobs, calendar) == 2


async def test_letters_that_are_late_are_told_once_until_all_is_well(
    studio: Studio, calendar: Calendar
) -> None:
    watch = PostWatch(studio.due, studio.now, studio.outbox.alert, studio.outbox.resolve)
    assert await watch.look() == 0
    letter = await studio.post()
    calendar.forward(minutes=4)
    assert await watch.look() == 0
    calendar.forward(minutes=3)
    assert await watch.look() == 1
    await watch.look()
    (alert,) = await studio.rows(alerts)
    assert (alert.kind, alert.status, alert.count) == ("outbox-late", "open", 1)
    assert alert.data == {"count": 1, "minutes": 7}
    await studio.change(letters, letters.c.id == letter, status="dropped")
    await studio.change(letters, letters.c.kind == "alert-outbox-late", status="dropped")
    assert await watch.look() == 0
    assert [row.status for row in await studio.rows(alerts)] == ["resolved"]


async def test_letters_that_only_seem_late_alarm_nobody(
    studio: Studio, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock has leapt, and a moment later the letter is gone."""
    watch = PostWatch(studio.due, studio.now, studio.outbox.alert, studio.outbox.resolve)
    letter = await studio.post()
    calendar.forward(hours=2)
    look = studio.due.late_letters

    async def then_it_leaves(*given: Any) -> Any:
        seen = await look(*given)
        await studio.change(letters, letters.c.id == letter, status="dropped")
        return seen

    monkeypatch.setattr(studio.due, "late_letters", then_it_leaves)
    assert await watch.look() == 0
    assert await studio.rows(alerts) == []


async def test_many_due_at_once_are_done_in_chunks(
    studio: Studio, jobs: SeatJobs, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.seats.AT_ONCE", 2)
    hosts = {code: await studio.person(100 + n) for n, code in enumerate(studio.events)}
    open_offers = []
    for number, (code, host) in enumerate(hosts.items()):
        if code.startswith(("yoga", "night")) and code.endswith("-1"):
            open_offers.append(await studio.offered(code, await studio.person(number + 1), by=host))
    await studio.change(offers, expires_at=calendar())
    assert await jobs.expire() == len(open_offers) == 2
    assert await jobs.backfill() >= 0


# ------------------------------------------------------------------------------------------------- runs


async def ran(studio: Studio, job: str) -> list[Any]:
    return await studio.rows(job_runs, job_runs.c.job == job)


async def test_each_run_leaves_a_row(studio: Studio, clock: Clock, calendar: Calendar) -> None:
    offer_id = await an_offer(studio)
    calendar.moment = (await studio.row(offers, offer_id)).expires_at
    clock.start()
    await until(lambda: ran(studio, "expire"))
    await asyncio.wait(set(clock._tasks) or {asyncio.create_task(asyncio.sleep(0))})
    await clock.stop()
    (done,) = [row for row in await ran(studio, "expire") if row.count]
    assert (done.count, done.error, done.runs) == (1, "", 1)
    assert done.started_at <= done.finished_at == calendar()
    jobs = {row.job for row in await studio.rows(job_runs)}
    assert jobs == set(clock._jobs)


async def test_a_failing_job_leaves_its_error_and_an_alert_and_the_others_go_on(
    studio: Studio, clock: Clock, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer_id = await an_offer(studio)
    calendar.moment = (await studio.row(offers, offer_id)).expires_at

    async def broken(*_: object) -> Any:
        raise RuntimeError("the reminder is broken")

    monkeypatch.setattr(studio.due, "reminders", broken)
    clock.start()
    await until(lambda: ran(studio, "remind"))
    clock.wake("remind")
    await until(lambda: ran(studio, "expire"))
    await clock.stop()
    failed = await ran(studio, "remind")
    assert len(failed) == 2
    assert {row.error for row in failed} == {"RuntimeError: the reminder is broken"}
    (alert,) = await studio.rows(alerts, alerts.c.kind == "job-failed")
    assert (alert.kind, alert.cause, alert.count) == ("job-failed", "remind", 2)
    told = await studio.rows(letters, letters.c.kind == "alert-job-failed")
    assert len(told) == 1 and told[0].data == {"job": "remind", "why": "RuntimeError: the reminder is broken"}
    assert (await studio.row(offers, offer_id)).status == "expired"


async def test_one_item_that_fails_holds_up_no_other(
    studio: Studio, jobs: SeatJobs, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await an_offer(studio, "yoga-1")
    second = await an_offer(studio, "night-1")
    await studio.change(offers, expires_at=calendar())
    expire = offering.expire

    async def picky(work: Any, event_id: int, offer_id: int) -> Any:
        if offer_id == first:
            raise RuntimeError("this one")
        return await expire(work, event_id, offer_id)

    monkeypatch.setattr("bot.jobs.seats.offers.expire", picky)
    with pytest.raises(RuntimeError, match="this one"):
        await jobs.expire()
    assert (await studio.row(offers, second)).status == "expired"
    assert (await studio.row(offers, first)).status == "pending"


async def test_what_was_overtaken_is_no_failure() -> None:
    async def answer(value: Any) -> Any:
        if isinstance(value, Exception):
            raise value
        return value

    assert await count_of([answer(["fact"]), answer([]), answer(OfferAnswered())]) == 1
    with pytest.raises(Unavailable):
        await count_of([answer(["fact"]), answer(Unavailable("away"))])
    with pytest.raises(NeedMore):
        await count_of([answer(Unavailable("away")), answer(NeedMore("line"))])


async def test_a_database_that_is_away_kills_no_job(
    studio: Studio,
    jobs: SeatJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(*_: object, **__: object) -> Any:
        raise OSError("the database is away")

    asyncio.get_running_loop().set_exception_handler(lambda _, context: pytest.fail(str(context)))
    for place, name in ((studio.due, "expired_offers"), (studio.outbox, "alert"), (studio.jobs, "ran")):
        monkeypatch.setattr(place, name, away)
    clock = made(studio, Job("expire", 1, jobs.expire))
    task = asyncio.create_task(clock._tick(clock._jobs["expire"]))
    await asyncio.wait({task})
    assert task.exception() is None
    monkeypatch.undo()
    await clock._tick(clock._jobs["expire"])
    monkeypatch.setattr(studio.jobs, "_write", away)
    clock.start()
    await clock.stop()
    monkeypatch.undo()
    await studio.jobs.flush()
    assert len(await ran(studio, "expire")) == 1


# ------------------------------------------------------------------------------------------------- waking


async def until(look: Callable[[], Awaitable[Any]]) -> Any:
    """Ask again until there is something; the loop goes on between."""
    async with asyncio.timeout(10):
        while not (found := await look()):
            await asyncio.sleep(0.005)
    return found


async def test_a_commit_wakes_the_job_before_its_tick(
    studio: Studio, clock: Clock, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock._scheduler, "start", lambda: None)  # no tick at all
    monkeypatch.setattr(clock._scheduler, "pause", lambda: None)
    monkeypatch.setattr(clock._scheduler, "shutdown", lambda wait: None)
    delivered = calendar.moment = calendar().replace(second=59, microsecond=970_000)

    def late(facts: Facts) -> None:
        """As soon as the deadline is heard of, it is there: its timer cannot ring before."""
        calendar.moment = max(
            (f.expires_at for f in facts if isinstance(f, OfferDelivered)), default=calendar()
        )

    studio.heard += [clock.heard, late]
    clock.start()
    await studio.change(events, events.c.id == studio.events["yoga-1"], offer={"validity": 0})
    offer_id = await an_offer(studio)
    assert calendar() - delivered == timedelta(milliseconds=30)
    await until(lambda: studio.rows(offers, offers.c.id == offer_id, offers.c.status == "expired"))
    await clock.stop()


async def test_the_earliest_deadline_counts(clock: Clock, calendar: Calendar) -> None:
    def delivered(**after: float) -> None:
        clock.heard([OfferDelivered(id=1, expires_at=calendar() + timedelta(**after))])

    delivered(hours=2)
    first = clock._timer
    assert first is not None
    delivered(hours=3)
    assert clock._timer is first
    delivered(hours=1)
    assert clock._timer is not first and first.cancelled()
    clock.heard([])
    clock.start()
    await clock.stop()
    assert clock._timer.cancelled()
    last = clock._timer
    delivered(minutes=1)
    assert clock._timer is last  # nothing is begun any more


async def test_stop_waits_for_what_runs_and_starts_nothing_more(
    studio: Studio, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, gate, runs = asyncio.Event(), asyncio.Event(), []

    async def slow() -> int:
        runs.append(1)
        entered.set()
        await gate.wait()
        return 1

    job = Job("expire", 1, slow)
    monkeypatch.setitem(clock._jobs, "expire", job)
    clock.start()
    await asyncio.wait_for(entered.wait(), 5)
    behind = [asyncio.create_task(clock._tick(job)) for _ in range(3)]  # as ticks that wait for the first
    clock.wake("expire")
    await asyncio.sleep(0)
    stopping = asyncio.create_task(clock.stop())
    await asyncio.sleep(0.02)
    assert not stopping.done()
    gate.set()
    await asyncio.wait_for(stopping, 5)
    await asyncio.gather(*behind)
    assert len(runs) == 1
    assert [row.count for row in await ran(studio, "expire")] == [1]
    clock.wake()
    await asyncio.gather(*clock._tasks)
    assert len(runs) == 1


async def test_what_computes_is_given_up_when_all_ends(studio: Studio) -> None:
    """Nobody waits for it; it is due still, and no failure."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def long() -> int:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return 1

    clock = made(studio, Job("plan", 30, long, computes=True))
    clock.start()
    await asyncio.wait_for(begun.wait(), 5)
    await asyncio.wait_for(clock.stop(), 5)
    assert ended.is_set()
    assert [(row.count, row.error) for row in await ran(studio, "plan")] == [(0, "")]
    assert await studio.rows(alerts) == []


async def test_nobodys_time_runs_out_while_they_cannot_be_served(studio: Studio) -> None:
    async def one() -> int:
        return 1

    listed = Job("expire", 1, one, served=True), Job("resume", 1, one), Job("plan", 1, one, computes=True)
    for served in (False, True):
        clock = made(studio, *listed, served=served)
        assert [await clock.once(job.name) for job in listed] == [served, 1, 1]


async def test_every_job_of_the_house_runs(studio: Studio, sqlite_url: str) -> None:
    """Each by its own name; what looks after the post does so often enough."""
    cellar = open_cellar(read({"DATABASE_URL": sqlite_url}), Now())
    listed = jobs_of(cellar, studio.jobs)
    try:
        for job in listed:
            await job.run()
    finally:
        await cellar.database.close()
    jobs = {job.name: job for job in listed}
    assert len(jobs) == len(listed) == 20
    assert jobs["watch"].seconds <= 60


async def test_slots_that_somebody_else_is_cutting_wait_for_the_next_tick() -> None:
    """No failure, and no alarm: an import holds the lock."""

    async def busy() -> int:
        raise Busy

    async def cut() -> int:
        return 3

    assert await patiently(busy) == 0
    assert await patiently(cut) == 3

"""The postman over the real wire, with Telegram's real faults: nothing lost, order kept, nobody holds up anybody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from aiogram import Bot

from bot.carrier import DOUBTFUL_BACK_OFF, MOST_DOUBTFUL_TRIES, MOST_TRIES, Carrier
from bot.group import Group as AdminGroup
from bot.limits import Limits
from bot.postman import Postman
from bot.reader import written
from bot.sandbox import Driver, Group, Phone
from engine.notices import MONTHS, OFFERS
from engine.refusals import Busy
from engine.services import offers as offering
from engine.services.who import Tap
from handlers.door import Card, Html
from storage.outbox import LEASE, Letter
from storage.tables import alerts, letters, offers
from tests.bot.conftest import Calendar, Hand
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS


@pytest.fixture
async def studio(sqlite_url: str, calendar: Calendar) -> AsyncIterator[Studio]:
    async with opened(sqlite_url, calendar) as studio:
        yield studio


class Round:
    """The postman, and what a test may turn: time, the readers, and who is told."""

    def __init__(self, bot: Bot, studio: Studio, calendar: Calendar, hand: Hand) -> None:
        self.studio, self.calendar, self.hand = studio, calendar, hand
        self.unreachable: list[int] = []
        self.group = AdminGroup(None, "en", self._keep, self._speaks)
        self.kept: list[int] = []
        self.carrier = Carrier(
            bot=bot,
            outbox=studio.outbox,
            work=studio.work,
            render=partial(written, studio.views, TEXTS, studio.now, self.group),  # type: ignore[arg-type]
            unreachable=self._gone,
            moved=self._moved,
            limits=Limits(hand),
            now=studio.now,
        )
        self.limited(self.carrier._limits)

    def limited(self, limits: Limits) -> None:
        """Both keep to these limits."""
        self.carrier._limits = limits
        self.postman = Postman(self.carrier, self.studio.outbox, lambda: self.group.chat_id, limits)

    async def _speaks(self) -> str | None:
        return None

    async def _keep(self, _: int, chat_id: int) -> None:
        self.kept.append(chat_id)

    async def _gone(self, person_id: int) -> None:
        self.unreachable.append(person_id)

    def _moved(self, chat_id: int) -> None:
        self.group.chat_id = chat_id

    async def walk(self) -> None:
        """Send whatever may leave now."""
        while not await self.postman._round():
            await asyncio.gather(*self.postman._sending)

    async def later(self, seconds: float) -> None:
        """Time goes on, and whatever may leave then is sent."""
        self.calendar.forward(seconds=seconds)
        self.hand.seconds += seconds
        await self.walk()


@pytest.fixture
def post(bot: Bot, studio: Studio, calendar: Calendar, hand: Hand) -> Round:
    return Round(bot, studio, calendar, hand)


async def reader(studio: Studio, phone: Phone) -> Tap:
    await phone.start()
    return await studio.person(phone.id, phone.name)


async def note(studio: Studio, tap: Tap | None, code: str, **values: Any) -> int:
    """A letter that says a code and nothing else of interest."""
    data = {"what": "x", "code": code}
    return await studio.post("alert-error", tap.person_id if tap else None, data=data, **values)


async def read(phone: Phone) -> list[str]:
    """The codes that were read, in order."""
    texts = [message.text for message in await phone.messages()]
    return [text.partition("Code: ")[2].partition(".")[0] for text in texts if "Code: " in text]


async def _written(group: Group) -> list[str]:
    """What the bot wrote there."""
    return [message.text for message in await group.messages() if message.raw["from"]["is_bot"]]


async def status(studio: Studio, letter_id: int) -> str:
    return str((await studio.row(letters, letter_id)).status)


# ------------------------------------------------------------------------------------------------- too many


async def test_too_many_requests_stop_one_chat_and_keep_its_order(
    post: Round, studio: Studio, driver: Driver
) -> None:
    anna, ben = await driver.person("Anna"), await driver.person("Ben")
    taps = [await reader(studio, phone) for phone in (anna, ben)]
    for code in ("A1", "A2"):
        await note(studio, taps[0], code, subject="s")
    await note(studio, taps[1], "B1")
    await driver.fault("too_many_requests", retry_after=7, chat_id=anna.id)
    await post.walk()
    assert (await read(anna), await read(ben)) == ([], ["B1"])
    await post.later(6)
    assert await read(anna) == []
    await post.later(2)
    assert await read(anna) == ["A1", "A2"]
    assert {row.attempts for row in await studio.rows(letters)} == {1}  # a refusal for speed is no try


async def test_a_day_to_wait_holds_up_nobody_else(post: Round, studio: Studio, driver: Driver) -> None:
    anna, ben = await driver.person("Anna"), await driver.person("Ben")
    taps = [await reader(studio, phone) for phone in (anna, ben)]
    await driver.fault("too_many_requests", retry_after=86_400, chat_id=anna.id)
    await note(studio, taps[0], "A1")
    await post.walk()
    for number in range(3):
        await note(studio, taps[1], f"B{number}")
    await post.walk()
    assert set(await read(ben)) == {"B0", "B1", "B2"}
    await post.later(86_401)
    assert await read(anna) == ["A1"]


async def test_the_deadline_in_an_offer_is_that_of_the_last_try(
    post: Round, studio: Studio, driver: Driver, calendar: Calendar
) -> None:
    anna, ben = await driver.person("Anna"), await driver.person("Ben")
    host, guest = [await reader(studio, phone) for phone in (anna, ben)]
    offer_id = await studio.offered("yoga-1", guest, by=host)
    await driver.fault("too_many_requests", retry_after=600, chat_id=ben.id)
    await driver.fault("too_many_requests", retry_after=600, chat_id=ben.id)
    await post.walk()
    first = calendar()
    await post.later(601)
    await post.later(601)
    row = await studio.row(offers, offer_id)
    assert row.delivered_at == calendar() > first
    assert row.expires_at - timedelta(hours=2) >= row.delivered_at
    text = [message.text for message in await ben.messages()][-1]
    assert TEXTS["en"].when(row.expires_at, "UTC") in text


async def test_limits_of_a_chat_and_of_all(post: Round, studio: Studio, driver: Driver) -> None:
    """Three at once to a chat, then one about every second; the others are not kept waiting; 30 a second in all."""
    phones = [await driver.person() for _ in range(16)]
    taps = [await reader(studio, phone) for phone in phones]
    for number in range(5):
        await note(studio, taps[0], f"A{number}")
    for tap in taps[1:]:
        await note(studio, tap, "B")
        await note(studio, tap, "B")
    await post.walk()
    first = await read(phones[0])  # each is about something else, so among them there is no order
    assert set(first) == {"A0", "A1", "A2"}
    done = len([row for row in await studio.rows(letters) if row.status == "sent"])
    assert done == 30
    await post.later(1.1)
    assert await read(phones[0]) == first
    assert len([row for row in await studio.rows(letters) if row.status == "sent"]) == 33
    await post.later(3.3)
    assert set(await read(phones[0])) == {"A0", "A1", "A2", "A3", "A4"}


async def test_offers_before_results_before_reminders(post: Round, studio: Studio, driver: Driver) -> None:
    phones = [await driver.person() for _ in range(4)]
    taps = [await reader(studio, phone) for phone in phones]
    for priority, tap in zip((3, 2, 1, 0), taps, strict=True):
        await note(studio, tap, f"P{priority}", priority=priority)
    claimed = [letter.priority for letter in await studio.outbox.claim(4)]
    assert claimed == [0, 1, 2, 3]


async def test_an_offer_overtakes_what_leaves_evenly(post: Round, studio: Studio, driver: Driver) -> None:
    """Results of a month are claimed ahead of time, and still leave one after another; what is urgent finds room."""
    post.limited(Limits(time.monotonic))
    phones = [await driver.person(f"P{number}") for number in range(25)]
    taps = [await reader(studio, phone) for phone in phones]
    for number, tap in enumerate(taps[1:]):
        await note(studio, tap, f"R{number}", priority=MONTHS)
    running = asyncio.create_task(post.postman.run())
    await phones[1].waits_for("R0")
    await note(studio, taps[0], "O", priority=OFFERS)
    post.postman.wake()
    await phones[0].waits_for("O")
    waiting = await studio.rows(letters, letters.c.status != "sent")
    assert len(waiting) >= 5
    for number, phone in enumerate(phones[1:]):
        await phone.waits_for(f"R{number}")
    await post.postman.stop()
    await running
    assert {(row.status, row.attempts) for row in await studio.rows(letters)} == {("sent", 1)}


async def test_what_is_urgent_is_looked_for_while_others_wait_for_their_turn(
    post: Round, studio: Studio, driver: Driver
) -> None:
    post.limited(Limits(time.monotonic))
    phones = [await driver.person(f"P{number}") for number in range(21)]
    taps = [await reader(studio, phone) for phone in phones]
    for number, tap in enumerate(taps[1:]):
        await note(studio, tap, f"R{number}", priority=MONTHS)
    gate, render = asyncio.Event(), post.carrier._render

    async def slowly(letter: Letter) -> Card | None:
        if letter.priority == MONTHS:
            await gate.wait()
        return await render(letter)

    post.carrier._render = slowly
    assert await post.postman._round() == 0
    await asyncio.sleep(0)
    offer = await note(studio, taps[0], "O", priority=OFFERS)
    post.postman.wake()
    assert await post.postman._round() == 0
    assert offer in post.postman._sending.values()
    assert 0 < await post.postman._round() <= 1  # nothing else is urgent
    await phones[0].waits_for("O")
    gate.set()
    await asyncio.gather(*post.postman._sending)
    assert {row.status for row in await studio.rows(letters)} == {"sent"}


async def test_what_is_not_said_any_more_takes_no_turn(
    post: Round, studio: Studio, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1", priority=MONTHS)

    async def nothing(_: Letter) -> Card | None:
        return None

    monkeypatch.setattr(post.carrier, "_render", nothing)
    room = post.postman._limits.room()
    await post.walk()
    assert await status(studio, letter) == "dropped"
    assert post.postman._limits.room() == room and post.postman._limits.turn() == 0


async def test_results_wait_for_a_chat_that_must(post: Round, studio: Studio, driver: Driver) -> None:
    anna = await driver.person("Anna")
    tap = await reader(studio, anna)
    for number in range(4):
        await note(studio, tap, f"A{number}", priority=MONTHS)
    await post.walk()
    assert len(await read(anna)) == 3
    await post.later(4)
    assert set(await read(anna)) == {"A0", "A1", "A2", "A3"}


# ------------------------------------------------------------------------------------------------- doubt

IN_DOUBT = ["reset_after", "error_after", "cut_body", "half_body", "reset_before", "server_error"]


@pytest.mark.parametrize("kind", IN_DOUBT)
async def test_in_doubt_it_is_sent_again(post: Round, studio: Studio, driver: Driver, kind: str) -> None:
    anna = await driver.person("Anna")
    tap = await reader(studio, anna)
    first = await note(studio, tap, "A1", subject="s")
    await note(studio, tap, "A2", subject="s")
    await driver.fault(kind, methods=["sendMessage"])
    await post.walk()
    assert await status(studio, first) == "queued"
    await post.later(DOUBTFUL_BACK_OFF[0])
    arrived = await read(anna)
    assert arrived[-2:] == ["A1", "A2"] and set(arrived) == {"A1", "A2"}
    assert await status(studio, first) == "sent"


async def test_both_copies_of_an_offer_work_once(post: Round, studio: Studio, driver: Driver) -> None:
    """The first arrived and nobody knew; its deadline is never later than the truth."""
    anna, ben = await driver.person("Anna"), await driver.person("Ben")
    host, guest = [await reader(studio, phone) for phone in (anna, ben)]
    offer_id = await studio.offered("yoga-1", guest, by=host)
    await driver.fault("reset_after", methods=["sendMessage"], chat_id=ben.id)
    await post.walk()
    promised = (await studio.row(offers, offer_id)).expires_at
    await post.later(DOUBTFUL_BACK_OFF[0])
    copies = [message for message in await ben.messages() if "turn" in message.text]
    assert len(copies) == 2
    assert copies[0].buttons[0].data == copies[1].buttons[0].data
    assert (await studio.row(offers, offer_id)).expires_at >= promised
    await offering.accept(studio.work, guest, studio.events["yoga-1"], offer_id)
    assert (await studio.row(offers, offer_id)).status == "accepted"


async def test_doubt_ends_and_the_admins_are_told(
    post: Round, studio: Studio, driver: Driver, hand: Hand
) -> None:
    anna, dora = await driver.person("Anna"), await driver.person("Dora")
    group = await driver.group("Studio", admins=[dora])
    post.group.chat_id = group.id
    await studio.book(await reader(studio, anna), "yoga-2")
    (letter,) = [row.id for row in await studio.rows(letters)]
    await driver.fault("server_error", methods=["sendMessage"], chat_id=anna.id, times=None)
    await post.walk()
    for _ in range(MOST_DOUBTFUL_TRIES):
        await post.later(max(DOUBTFUL_BACK_OFF))
    assert await status(studio, letter) == "failed"
    assert (await studio.row(letters, letter)).attempts == MOST_DOUBTFUL_TRIES
    (told,) = [text for text in await _written(group) if text]
    assert str(letter) in told
    (alert,) = await studio.rows(alerts)
    assert (alert.kind, alert.count) == ("letter-dead", 1)


async def test_an_alert_that_cannot_leave_makes_no_alert(post: Round, studio: Studio, driver: Driver) -> None:
    """The bot was thrown out of the group."""
    group = await driver.group("Studio")
    post.group.chat_id = group.id
    await group.gives("kicked")
    await studio.outbox.alert("error", "x", {"code": "1", "what": "x"})
    await post.walk()
    assert [row.status for row in await studio.rows(letters)] == ["failed"]


# ------------------------------------------------------------------------------------------------- nobody there


@pytest.mark.parametrize("gone", ["blocks", "deactivated"])
async def test_a_closed_door_ends_the_letter_and_is_told(
    post: Round, studio: Studio, driver: Driver, gone: str
) -> None:
    anna = await driver.person("Anna")
    tap = await reader(studio, anna)
    letter = await note(studio, tap, "A1")
    await (anna.blocks() if gone == "blocks" else anna.changes(deactivated=True))
    await post.walk()
    assert await status(studio, letter) == "dropped"
    assert post.unreachable == [tap.person_id]


async def test_a_guest_gets_no_letters(post: Round, studio: Studio, driver: Driver) -> None:
    """A participant whom an admin wrote down has no chat."""
    from storage.tables import participants

    tap = await studio.person(77)
    await studio.change(participants, participants.c.id == tap.person_id, telegram_id=None)
    letter = await note(studio, tap, "A1")
    await post.walk()
    assert await status(studio, letter) == "dropped"
    assert await driver.calls("sendMessage") == []


async def test_who_is_not_known_any_more(post: Round, studio: Studio, driver: Driver) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")

    async def nobody(_: int) -> None:
        return None

    studio.views.person_by_id = nobody  # type: ignore[method-assign, assignment]
    await post.walk()
    assert await status(studio, letter) == "dropped"


# ------------------------------------------------------------------------------------------------- edits


async def panel(studio: Studio, driver: Driver, bot: Bot) -> tuple[Phone, Tap, int]:
    """Anna, and a message of the bot in her chat."""
    anna = await driver.person("Anna")
    tap = await reader(studio, anna)
    return anna, tap, (await bot.send_message(anna.id, "a card")).message_id


async def test_a_letter_written_into_the_tapped_message(
    post: Round, studio: Studio, driver: Driver, bot: Bot
) -> None:
    anna, tap, message = await panel(studio, driver, bot)
    for _ in range(2):  # the second time nothing changes, and that is fine
        letter = await note(studio, tap, "A1", panel_chat=anna.id, panel_message=message)
        await post.walk()
        row = await studio.row(letters, letter)
        assert (row.status, row.message_id) == ("sent", message)
    assert await read(anna) == ["A1"]


async def test_a_tapped_message_that_is_gone(post: Round, studio: Studio, driver: Driver, bot: Bot) -> None:
    anna, tap, message = await panel(studio, driver, bot)
    await anna.deletes(message)
    await note(studio, tap, "A1", panel_chat=anna.id, panel_message=message)
    await post.walk()
    assert await read(anna) == ["A1"]


@pytest.mark.parametrize("text", ["<b>open", "a < b & c"])
async def test_unreadable_markup_is_sent_as_it_is(
    post: Round, studio: Studio, driver: Driver, text: str
) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    post.carrier._render = _says(Card(Html(text)))
    await post.walk()
    assert await status(studio, letter) == "sent"
    assert [message.text for message in await anna.messages()][-1] == text


async def test_unreadable_markup_on_a_bad_day(post: Round, studio: Studio, driver: Driver) -> None:
    """Telegram asks to wait just as it is sent plainly: judged like any other letter."""
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    post.carrier._render = _turning(Card(Html("<b>open")), driver)
    await post.walk()
    assert await status(studio, letter) == "queued"
    await post.later(4)
    assert await status(studio, letter) == "sent"


def _says(card: Card) -> Callable[[Letter], Awaitable[Card | None]]:
    async def render(_: Letter) -> Card:
        return card

    return render


def _turning(card: Card, driver: Driver) -> Callable[[Letter], Awaitable[Card | None]]:
    """Rendered the second time, for the plain text, Telegram asks to wait."""
    seen: list[int] = []

    async def render(letter: Letter) -> Card:
        seen.append(letter.id)
        if len(seen) == 2:
            await driver.fault("too_many_requests", retry_after=3, methods=["sendMessage"])
        return card

    return render


async def test_what_can_never_be_sent_is_given_up_at_once(
    post: Round, studio: Studio, driver: Driver
) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    post.carrier._render = _says(Card(Html("x" * 5000)))
    await post.walk()
    assert await status(studio, letter) == "failed"


# ------------------------------------------------------------------------------------------------- crashes


async def test_a_crash_between_send_and_mark(post: Round, studio: Studio, driver: Driver) -> None:
    """The letter leaves once more; with one process at its start, with replicas when the lease is over."""
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    (claimed,) = await studio.outbox.claim(1)
    await post.carrier._bot.send_message(anna.id, "Code: A1.")
    assert claimed.attempts == 1 and await status(studio, letter) == "sending"
    await post.walk()
    assert await read(anna) == ["A1"]  # somebody may still be at it
    await studio.outbox.recover()
    await post.walk()
    assert await read(anna) == ["A1", "A1"]
    assert await status(studio, letter) == "sent"


async def test_a_lease_that_is_over(post: Round, studio: Studio, driver: Driver) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    await studio.outbox.claim(1)
    await post.later(LEASE.total_seconds())
    assert (await status(studio, letter), await read(anna)) == ("sent", ["A1"])


async def test_time_that_jumps_over_a_lease_sends_nothing_twice(
    post: Round, studio: Studio, driver: Driver, calendar: Calendar
) -> None:
    """A machine that slept: the letter is still on its way from this very process."""
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")
    gate, render = asyncio.Event(), post.carrier._render

    async def slowly(claimed: Letter) -> Card | None:
        await gate.wait()
        return await render(claimed)

    post.carrier._render = slowly
    assert await post.postman._round() == 0
    calendar.forward(hours=3)
    await post.postman._round()
    gate.set()
    await asyncio.gather(*post.postman._sending)
    await post.walk()
    assert await read(anna) == ["A1"]
    assert await status(studio, letter) == "sent"


async def test_a_mark_that_cannot_be_written(
    post: Round, studio: Studio, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await driver.person("Anna")
    letter = await note(studio, await reader(studio, anna), "A1")

    async def away(*_: object, **__: object) -> None:
        raise OSError("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(studio.outbox, "_end", away)
        await post.walk()
    assert await status(studio, letter) == "sending"
    await post.later(LEASE.total_seconds())
    assert await read(anna) == ["A1", "A1"]


async def test_a_database_that_is_busy_loses_no_letter(
    post: Round, studio: Studio, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was asked of Telegram, so there is no doubt and more patience."""
    anna, ben = await driver.person("Anna"), await driver.person("Ben")
    host, guest = [await reader(studio, phone) for phone in (anna, ben)]
    await studio.offered("yoga-1", guest, by=host)

    async def busy(*_: object) -> None:
        raise Busy

    with monkeypatch.context() as patch:
        patch.setattr("bot.carrier.offers.deliver", busy)
        await post.walk()
        for _ in range(MOST_DOUBTFUL_TRIES + 1):
            await post.later(60)
    (row,) = await studio.rows(letters, letters.c.kind == "offer-made")
    assert row.status == "queued" and row.attempts > MOST_DOUBTFUL_TRIES
    await post.later(300)
    assert any("turn" in message.text for message in await ben.messages())


async def test_a_letter_that_cannot_be_written_ends_some_day(
    post: Round, studio: Studio, driver: Driver
) -> None:
    anna = await driver.person("Anna")
    letter = await studio.post("nothing-known", (await reader(studio, anna)).person_id)
    await post.walk()
    for _ in range(MOST_TRIES):
        await post.later(1000)
    row = await studio.row(letters, letter)
    assert (row.status, row.attempts) == ("failed", MOST_TRIES)
    assert row.error.startswith("KeyError")


async def test_a_newer_panel_says_it_already(post: Round, studio: Studio, driver: Driver) -> None:
    """A card's letter that must wait gives way to the one that was made meanwhile."""
    group = await driver.group("Studio")
    post.group.chat_id = group.id
    first = await note(studio, None, "A1", subject="p", letter_class="P")
    (claimed,) = await studio.outbox.claim(1)
    second = await note(studio, None, "A2", subject="p", letter_class="P")
    await studio.outbox.later(claimed, studio.now(), "limit")
    await post.walk()
    assert [await status(studio, letter) for letter in (first, second)] == ["dropped", "sent"]
    third = await note(studio, None, "A3", subject="p", letter_class="P")
    await post.walk()
    assert await status(studio, third) == "sent"
    assert ["A3" in text for text in await _written(group)] == [True]  # one card, edited


# ------------------------------------------------------------------------------------------------- running


async def test_it_runs_until_it_is_stopped_and_finishes_what_is_on_its_way(
    post: Round, studio: Studio, driver: Driver
) -> None:
    anna = await driver.person("Anna")
    tap = await reader(studio, anna)
    running = asyncio.create_task(post.postman.run())
    letter = await note(studio, tap, "A1")
    entered, gate, render = asyncio.Event(), asyncio.Event(), post.carrier._render

    async def slowly(claimed: Letter) -> Card | None:
        entered.set()
        await gate.wait()
        return await render(claimed)

    post.carrier._render = slowly
    post.postman.wake()
    await asyncio.wait_for(entered.wait(), 5)
    stopping = asyncio.create_task(post.postman.stop())
    await asyncio.wait_for(running, 5)
    after = await note(studio, tap, "A2")
    assert not stopping.done()
    gate.set()
    await asyncio.wait_for(stopping, 5)
    assert [await status(studio, one) for one in (letter, after)] == ["sent", "queued"]


async def test_a_round_that_fails_is_not_the_last(
    post: Round, studio: Studio, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.postman.TICK", 0.01)
    anna = await driver.person("Anna")
    claim, failed = studio.outbox.claim, asyncio.Event()

    async def away(*_: object, **__: object) -> list[Letter]:
        failed.set()
        monkeypatch.setattr(studio.outbox, "claim", claim)
        raise OSError("the database is away")

    monkeypatch.setattr(studio.outbox, "claim", away)
    await note(studio, await reader(studio, anna), "A1")
    running = asyncio.create_task(post.postman.run())
    await asyncio.wait_for(failed.wait(), 5)
    await anna.waits_for("A1")
    await post.postman.stop()
    await asyncio.wait_for(running, 5)


async def test_no_more_at_once_than_hands(
    post: Round, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.postman.MOST_AT_ONCE", 0)
    assert await post.postman._round() == 1.0
    monkeypatch.undo()
    for number in range(29):
        assert post.postman._limits.take(number)
    assert 0 < await post.postman._round() <= 1.0


async def test_a_group_gets_twenty_a_minute(post: Round, studio: Studio, driver: Driver) -> None:
    group: Group = await driver.group("Studio")
    post.group.chat_id = group.id
    for number in range(22):
        await note(studio, None, f"A{number}")
    for _ in range(10):
        await post.later(3.3)
    assert len(await _written(group)) == 20
    await post.later(61)
    assert len(await _written(group)) == 22

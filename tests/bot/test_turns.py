"""What one person sends in a burst is handled in order, and none of it is lost; also not between replicas."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest

from bot.turns import Turns
from bot.webhook import Webhook
from engine.ports import Draft, Panel
from handlers import parties, table
from handlers.door import Rooms, Visitor
from storage.calendar import SqlCalendar
from storage.presets import SqlPresets
from storage.questions import SqlQuestions
from storage.roles import SqlRoles
from storage.tables import bookings
from tests.bot.conftest import Calendar
from tests.bot.studio import Studio, opened
from tests.texts import TEXTS


async def test_one_chat_after_the_other_and_chats_side_by_side() -> None:
    turns, order = Turns(), []
    gates = {1: asyncio.Event(), 2: asyncio.Event()}

    async def go(chat: int, name: str) -> None:
        async with turns.of(chat):
            order.append(f"{name} in")
            await gates[chat].wait()
            order.append(f"{name} out")

    tasks = [asyncio.create_task(go(chat, name)) for chat, name in ((1, "a"), (1, "b"), (2, "c"))]
    await asyncio.sleep(0)
    assert order == ["a in", "c in"]
    tasks[1].cancel()
    tasks.append(asyncio.create_task(go(1, "d")))
    for gate in gates.values():
        gate.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order[2:] == ["a out", "c out", "d in", "d out"]
    assert not turns._locks and not turns._waiting  # nothing is kept of those who have gone


def visitor(studio: Studio, person: Any, update: int) -> Visitor:
    rooms = Rooms(
        studio.work,
        studio.views,
        studio.people,
        studio.now,
        calendar=SqlCalendar(studio.database, studio.now),
        texts=lambda c: TEXTS[c],
        link=str,
        imports=cast(Any, None),
        roles=SqlRoles(studio.database, studio.now),
        group_languages=cast(Any, None),
        months=cast(Any, None),
        runs=cast(Any, None),
        locks=cast(Any, None),
        repairs=cast(Any, None),
        schedules=cast(Any, None),
        presets=SqlPresets(studio.database, studio.now),
        questions=SqlQuestions(studio.database, studio.now),
    )
    return Visitor(rooms, person, TEXTS["en"], update, Panel(7, 7))


async def asked(studio: Studio, seats: int) -> Any:
    """A party of so many, whose names are asked for now."""
    await studio.person(7)
    person = await studio.views.person(7)
    await parties.party(visitor(studio, person, 10), studio.events["yoga-2"], seats)
    return person


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def url(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("burst", [("Ben", "Cia"), ("Ben", "Cia", "Dan"), ("Ben", "Cia\nDan")])
async def test_names_that_come_at_once_are_all_kept(
    url: str, calendar: Calendar, burst: tuple[str, ...]
) -> None:
    """As two replicas would: nothing but the database is between them."""
    async with opened(url, calendar, more=6) as studio:
        person = await asked(studio, 4)
        texts = enumerate(burst, 11)
        await asyncio.gather(*(table.typed(visitor(studio, person, number), text) for number, text in texts))
        draft, made = await studio.people.draft(person.id), await studio.rows(bookings)
        names: Any = made[0].names if made else draft and draft.data["names"]
        assert sorted(names) == sorted("\n".join(burst).split("\n"))
        assert (draft is None) == (len(names) == 3)


async def test_a_refusal_at_the_end_asks_for_the_last_names_again(
    sqlite_url: str, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.refusals import Busy

    async def busy(*_: object) -> None:
        raise Busy

    async with opened(sqlite_url, calendar) as studio:
        person = await asked(studio, 3)
        await table.typed(visitor(studio, person, 11), "Ben")
        with monkeypatch.context() as patch:
            patch.setattr(studio.work, "decide", busy)
            await table.typed(visitor(studio, person, 12), "Cia")
        await table.typed(visitor(studio, person, 13), "Cia")
        (row,) = await studio.rows(bookings)
        assert row.names == ["Ben", "Cia"]


async def test_a_draft_is_changed_only_from_what_is_known(url: str, calendar: Calendar) -> None:
    async with opened(url, calendar) as studio:
        tap = await studio.person(7)
        first, second, third = [Draft("party", {"names": [name], "heard": []}) for name in "abc"]
        assert not await studio.people.change_draft(tap.person_id, first, second)
        await studio.people.keep_draft(tap.person_id, first)
        assert await studio.people.change_draft(tap.person_id, first, second)
        assert not await studio.people.change_draft(tap.person_id, first, third)
        assert await studio.people.draft(tap.person_id) == second


async def test_the_webhook_takes_turns(bot: Any) -> None:
    """Telegram delivers side by side what one person types quickly."""
    from aiogram.types import Update

    seen: list[str] = []

    async def take(update: Update) -> None:
        assert update.message is not None
        seen.append(f"{update.message.text} in")
        await asyncio.sleep(0)
        seen.append(f"{update.message.text} out")

    async def never(*_: object) -> None:
        raise AssertionError

    async def ready() -> None:
        return None

    hook = Webhook(bot, take, never, ready, "x" * 16)
    updates = [_typed(number, text) for number, text in enumerate(("a", "b", "c"))]
    await asyncio.gather(*(hook._answer(Update.model_validate(update)) for update in updates))
    assert seen == [f"{text} {way}" for text in "abc" for way in ("in", "out")]


def _typed(number: int, text: str) -> dict[str, Any]:
    who = {"id": 7, "is_bot": False, "first_name": "x"}
    chat = {"id": 7, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": chat, "from": who, "text": text},
    }

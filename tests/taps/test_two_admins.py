"""The same button, two admins, one moment: one change, and the other is told who was first, what is, and when."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.sandbox import Toast
from handlers.admin.table import SHOWS, TAPS
from storage.tables import facts
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_admins import WAYS
from tests.taps.words import says

CHANGES = [verb for verb in TAPS if verb not in SHOWS]


async def at_once(hall: Hall, people: list[Human], message_id: int, data: str) -> list[Toast]:
    """All of them tap before any of them is answered."""
    made = [await who.phone._do("forges", hall.group, data=data, message_id=message_id) for who in people]
    bodies = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    assert len(bodies) == len(people)
    hall._offset = bodies[-1]["update_id"] + 1
    await asyncio.gather(*(hall.take(body) for body in bodies))
    await hall.settle()
    return [await who.phone._toast(tap, 0.5) for who, tap in zip(people, made, strict=True)]


async def history(hall: Hall) -> list[Any]:
    return list(await hall.studio.rows(facts))


@pytest.mark.parametrize("verb", CHANGES)
async def test_one_change_and_the_other_is_told(either_hall: Hall, verb: str) -> None:
    hall, wanted = either_hall, WAYS[verb]
    stage = Stage(hall)
    first = await wanted.before(stage)
    second = await (stage.owner("Emil") if verb.startswith("a-role-") else stage.admin("Emil"))
    await first.presses(*wanted.by, chat=hall.group)
    message, data = await first.finds(verb, chat=hall.group)
    before = len(await history(hall))
    toasts = await at_once(hall, [first, second], message.id, data)
    assert sorted(toast.alert for toast in toasts) == [False, True], toasts
    done, late = sorted(toasts, key=lambda toast: toast.alert)
    assert says("en", wanted.toast, done.text)
    faster = first if toasts[0] is done else second
    assert late.text.endswith(f"{faster.phone.name} was faster: {_time(hall)}."), late.text
    by = {row.actor_id for row in (await history(hall))[before:] if row.actor_kind == "admin"}
    assert by == {faster.id}


def _time(hall: Hall) -> str:
    return hall.house.texts["en"].until(hall.calendar(), "Europe/Budapest", hall.calendar())

"""The same button, two admins, one moment: one change, and the other is told who was first, what is, and when."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

import pytest

from bot.sandbox import Toast
from handlers.admin.table import SHOWS, TAPS
from storage.tables import facts
from tests.taps import locking
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_admins import WAYS
from tests.taps.words import says

SAME_TWICE = {"a-book-guest", "a-mark", "a-preset-drop", "a-preset-renew", "a-repeat"}
"""What both of them want is there then, whoever was first; so the second is not told of the first."""

CHANGES = [verb for verb in TAPS if verb not in SHOWS and not verb.startswith("a-wizard")]
"""A wizard asks one admin and changes nothing (test_wizards)."""


KINDS = ("admin", "import")
HOLDERS = {"a-lock-extend", "a-lock-release", "a-lock-helper", "a-lock-hand", "a-lock-keep"}
"""What only whoever has locked the month can do: the second one is told that, and who it is."""


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
    owners = verb.startswith(("a-role-", "a-account-", "a-language-", "a-batch-final", "a-lock-force"))
    approvers = verb in ("a-unlock-approve", "a-unlock-deny")
    another = stage.owner if owners else partial(locking.approver, stage) if approvers else stage.admin
    second = await another("Emil")
    await first.presses(*wanted.by, chat=hall.group)
    message, data = await first.finds(verb, chat=hall.group)
    before = {row.id for row in await history(hall)}
    toasts = await at_once(hall, [first, second], message.id, data)
    if verb in SAME_TWICE:
        by = [row.actor_id for row in await history(hall) if row.id not in before and row.actor_kind in KINDS]
        assert len(by) == (verb not in ("a-book-guest", "a-preset-renew")), by
        return
    assert sorted(toast.alert for toast in toasts) == [False, True], toasts
    done, late = sorted(toasts, key=lambda toast: toast.alert)
    assert says("en", wanted.toast, done.text)
    if verb in HOLDERS:
        told = ("refusal-not-holder", "refusal-lock-over")  # the lock may be over by then
        assert any(says("en", key, late.text) for key in told) and toasts[0] is done
        return
    faster = first if toasts[0] is done else second
    assert late.text.endswith(f"{faster.phone.name} was faster: {_time(hall)}."), late.text
    by = {row.actor_id for row in await history(hall) if row.id not in before and row.actor_kind in KINDS}
    assert by == ({faster.id} if verb != "a-discard" else set()), "a file that was never taken has no history"


def _time(hall: Hall) -> str:
    return hall.house.texts["en"].until(hall.calendar(), "Europe/Budapest", hall.calendar())

"""The bot is removed from the admins' group, or demoted: the owners hear of it privately, and it goes on when it is
back."""

from __future__ import annotations

from typing import Any

import pytest

from storage.tables import alerts, letters
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says


async def two(hall: Hall, language: str) -> tuple[Human, Human]:
    """The owner, who has met the bot, and an admin who has, too."""
    stage = Stage(hall, language)
    olga, dora = await stage.owner(), await stage.admin()
    await olga.starts()
    await dora.starts()
    await dora.types("/events", chat=hall.group)
    return olga, dora


async def told(human: Human, key: str) -> list[str]:
    shown = await human.phone.messages()
    return [message.text for message in shown if says(human.language, key, message.text)]


async def to_group(hall: Hall) -> list[Any]:
    return list(await hall.studio.rows(letters, letters.c.person_id.is_(None)))


@pytest.mark.parametrize("how", ["left", "kicked"])
async def test_removed_and_back(hall: Hall, language: str, how: Any) -> None:
    hall.refusals_expected = True
    olga, dora = await two(hall, language)
    await hall.group.gives(how)
    await hall.settle()
    assert len(await told(olga, "admin-alert-group-lost")) == 1
    assert await told(dora, "admin-alert-group-lost") == []
    await hall.house.outbox.alert("error", "x", {"code": "77", "what": "x"})
    await hall.settle()
    assert [row.status for row in await to_group(hall)] == ["queued"]
    await hall.forward(hours=8)
    assert len(await told(olga, "admin-alert-group-lost")) == 1  # once
    await hall.group.gives("administrator")
    await hall.settle()
    assert [row.status for row in await to_group(hall)] == ["sent"]
    assert any("77" in message.text for message in await hall.group.messages())
    assert [row.status for row in await hall.studio.rows(alerts, alerts.c.kind == "place-lost")] == [
        "resolved"
    ]
    await dora.types("/events", chat=hall.group)
    assert says(language, "admin-events-head", (await dora.newest(hall.group)).text)


async def test_nobody_told_of_the_removal(hall: Hall, language: str) -> None:
    """Telegram's update was lost: the first letter that cannot leave says so."""
    hall.refusals_expected = True
    olga, _ = await two(hall, language)
    world = hall.sandbox.world
    world.seat(world.chat(hall.group.id), hall.sandbox.bot, "kicked")
    for code in ("1", "2", "3"):
        await hall.house.outbox.alert("error", code, {"code": code, "what": "x"})
    await hall.settle()
    assert len(await told(olga, "admin-alert-group-lost")) == 1
    assert [row.status for row in await to_group(hall)] == ["queued"] * 3
    world.seat(world.chat(hall.group.id), hall.sandbox.bot, "administrator")
    await hall.forward(minutes=20)
    assert [row.status for row in await to_group(hall)] == ["sent"] * 3


async def test_demoted_and_promoted(hall: Hall, language: str) -> None:
    olga, _ = await two(hall, language)
    await hall.group.gives("member")
    await hall.settle()
    assert len(await told(olga, "admin-alert-group-demoted")) == 1
    await hall.house.outbox.alert("error", "x", {"code": "77", "what": "x"})
    await hall.settle()
    assert [row.status for row in await to_group(hall)] == ["sent"]
    await hall.group.gives("administrator")
    await hall.settle()
    assert {row.status for row in await hall.studio.rows(alerts, alerts.c.kind == "place-demoted")} == {
        "resolved"
    }
    await hall.group.gives("member")
    await hall.settle()
    assert len(await told(olga, "admin-alert-group-demoted")) == 2


async def test_an_owner_whom_the_bot_never_met(hall: Hall) -> None:
    """Nobody to write to: nothing is sent, nothing breaks."""
    hall.refusals_expected = True
    await Stage(hall).owner()
    await hall.group.gives("kicked")
    await hall.settle()
    assert await hall.studio.rows(letters) == []
    await hall.group.gives("administrator")
    await hall.settle()


async def test_an_owner_who_is_one_by_the_table(hall: Hall) -> None:
    """A process that has just started knows Telegram's list no more, but the account's own."""
    hall.refusals_expected = True
    olga, dora = await two(hall, "en")
    await olga.types("/roles", chat=hall.group)
    await olga.taps("a-role", dora.id, chat=hall.group)
    await olga.taps("a-role-ask", dora.id, 3, chat=hall.group)
    await olga.taps("a-role-give", dora.id, 3, chat=hall.group)
    hall.house.admins._last.clear()
    await hall.group.gives("kicked")
    await hall.settle()
    assert len(await told(dora, "admin-alert-group-lost")) == 1


async def test_another_group_is_no_matter(hall: Hall) -> None:
    olga, _ = await two(hall, "en")
    other = await hall.driver.group("Another", creator=olga.phone)
    await hall.settle()
    await other.gives("kicked")
    await hall.settle()
    assert await hall.studio.rows(alerts) == []

"""Roles in the group: given with buttons, judged at every tap, kept in the history."""

from __future__ import annotations

import asyncio

import pytest

from engine.roles import ROLES, Role, reaches
from handlers.admin.rights import COMMANDS_NEED, NEEDS
from handlers.admin.table import COMMANDS, NUMBERS, SHOWS, TAPS
from storage.tables import facts
from storage.tables import roles as table
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says


def test_every_verb_says_what_it_needs() -> None:
    assert NEEDS.keys() == TAPS.keys()
    assert COMMANDS_NEED.keys() == COMMANDS.keys()
    changes = {verb for verb in TAPS if verb not in SHOWS}
    assert {verb for verb in changes if NEEDS[verb] == "viewer"} == set(), "a viewer changes nothing"


async def given(olga: Human, to: Human, role: Role) -> None:
    """By the owner's taps."""
    group = olga.hall.group
    await olga.types("/roles", chat=group)
    await olga.taps("a-role", to.id, chat=group)
    await olga.taps("a-role-ask", to.id, ROLES.index(role), chat=group)
    toast = await olga.taps("a-role-give", to.id, ROLES.index(role), chat=group)
    assert not toast.alert, toast.text


async def test_the_history_says_who_gave_what(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, olga = await stage.admin(), await stage.owner()
    await given(olga, dora, "approver")
    await given(olga, dora, "viewer")
    first, last = [row for row in await hall.studio.rows(facts) if row.subject == "role"]
    assert (first.kind, first.subject_id, first.version, first.event_id) == ("RoleGiven", dora.id, 1, None)
    assert (last.actor_kind, last.actor_id, last.actor_name, last.version) == ("admin", olga.id, "Olga", 2)
    assert (last.data["name"], last.data["before"], last.data["role"]) == ("Dora", "approver", "viewer")
    assert last.reason
    (row,) = await hall.studio.rows(table)
    assert (row.telegram_id, row.role, row.given_by, row.given_by_name) == (
        dora.id,
        "viewer",
        olga.id,
        "Olga",
    )
    assert says(language, "admin-roles-line-given", (await olga.newest(hall.group)).text)


@pytest.mark.parametrize("role", ROLES)
async def test_each_verb_needs_its_role(hall: Hall, role: Role) -> None:
    """Judged before anything is read: who may is answered something else than who may not."""
    stage = Stage(hall)
    dora, olga = await stage.admin(), await stage.owner()
    if role != "operator":
        await given(olga, dora, role)
    await dora.types("/events", chat=hall.group)
    message, before = await dora.newest(hall.group), await hall.dump()
    for verb, least in NEEDS.items():
        data = ":".join(("1", verb, *["999"] * max(NUMBERS[verb])))
        toast = await dora.taps_on(message.id, data, hall.group)
        refused = says("en", "refusal-role-needed", toast.text)
        assert refused is not reaches(role, least), (verb, toast.text)
        assert not refused or ("Olga" in toast.text and toast.alert)
    after = await hall.dump()
    assert after.pop("admin_drafts") == before.pop("admin_drafts") or role != "viewer"  # a question is kept
    assert after == before


async def test_a_viewer_is_told_who_could_change_it(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, olga = await stage.managing("yoga-2"), await stage.owner()
    await dora.presses("a-freeze-ask", chat=hall.group)
    message, freeze = await dora.finds("a-freeze", chat=hall.group)
    await given(olga, dora, "viewer")
    before = await hall.dump()
    toast = await dora.taps_on(message.id, freeze, hall.group)
    wanted = dora.texts.plain("admin-role-operator")
    assert toast.alert
    assert toast.text == dora.texts.plain("refusal-role-needed", needed=wanted, names="Founder, Olga")
    assert await hall.dump() == before
    await given(olga, dora, "operator")
    assert not (await dora.taps_on(message.id, freeze, hall.group)).alert


async def test_a_group_whose_owner_is_gone(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).managing("yoga-2")
    founder = next(
        member.person
        for member in hall.sandbox.world.chat(hall.group.id).members.values()
        if member.role == "creator"
    )
    hall.sandbox.world.seat(hall.sandbox.world.chat(hall.group.id), founder, "left")
    hall.house.admins.forget(hall.group.id)
    toast = await dora.taps_on((await dora.newest(hall.group)).id, "1:a-role-give:1:1", hall.group)
    assert toast.alert and says(language, "admin-refusal-role-nobody", toast.text)


async def test_only_owners_see_buttons(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await stage.admin()
    await dora.types("/roles", chat=hall.group)
    shown = await dora.newest(hall.group)
    assert not shown.buttons and says(language, "admin-roles-owners", shown.text)
    toast = await dora.taps_on(shown.id, f"1:a-role:{dora.id}", hall.group)
    assert not toast.alert
    assert await dora.offered_verbs(hall.group) == {"a-roles"}


async def test_the_last_owner_stays(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, olga = await stage.admin(), await stage.owner()
    chat = hall.sandbox.world.chat(hall.group.id)
    (founder,) = [m.person for m in chat.members.values() if m.person.first_name == "Founder"]
    hall.sandbox.world.seat(chat, founder, "member")
    await given(olga, dora, "owner")
    await given(dora, dora, "viewer")
    await olga.types("/roles", chat=hall.group)
    message, before = await olga.newest(hall.group), await hall.dump()
    toast = await olga.taps_on(message.id, f"1:a-role-give:{olga.id}:0", hall.group)
    assert toast.alert and toast.text == olga.texts.plain("refusal-last-owner")
    assert await hall.dump() == before


@pytest.mark.parametrize("number", [4, 999])
async def test_no_such_role(hall: Hall, number: int) -> None:
    stage = Stage(hall)
    dora, olga = await stage.admin(), await stage.owner()
    await olga.types("/roles", chat=hall.group)
    message, before = await olga.newest(hall.group), await hall.dump()
    for verb in ("a-role-ask", "a-role-give"):
        toast = await olga.taps_on(message.id, f"1:{verb}:{dora.id}:{number}", hall.group)
        assert toast.alert and toast.text == olga.texts.plain("admin-refusal-button-stale")
    assert await hall.dump() == before


async def test_who_is_no_administrator_any_more(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, olga = await stage.admin(), await stage.owner()
    await given(olga, dora, "owner")
    await hall.group.gives("member", dora.phone)
    await hall.settle()
    await olga.types("/roles", chat=hall.group)
    message, before = await olga.newest(hall.group), await hall.dump()
    assert "Dora" not in message.text
    for verb, more in (("a-role", ""), ("a-role-ask", ":1"), ("a-role-give", ":1")):
        toast = await olga.taps_on(message.id, f"1:{verb}:{dora.id}{more}", hall.group)
        assert toast.alert and toast.text == olga.texts.plain("refusal-not-on-team")
        toast = await dora.taps_on(message.id, f"1:{verb}:{dora.id}{more}", hall.group)
        assert toast.alert and toast.text == dora.texts.plain("refusal-not-admin")
    assert await hall.dump() == before


async def test_many_administrators_on_pages(hall: Hall) -> None:
    stage = Stage(hall)
    olga = await stage.owner()
    for number in range(9):
        await stage.admin(f"Admin {number}")
    await olga.types("/roles", chat=hall.group)
    assert "Admin 8" not in (await olga.newest(hall.group)).text
    await olga.taps("a-roles", 8, chat=hall.group)
    shown = await olga.newest(hall.group)
    assert "Admin 8" in shown.text
    await olga.taps_on(shown.id, "1:a-roles:800", hall.group)
    await olga.taps("a-roles", 0, chat=hall.group)
    assert "Olga" in (await olga.newest(hall.group)).text


async def test_a_role_update_that_comes_again(hall: Hall) -> None:
    """Between them the role was given back: the repetition must not undo that."""
    hall.refusals_expected = True
    stage = Stage(hall)
    dora, olga = await stage.admin(), await stage.owner()
    await given(olga, dora, "owner")
    update = hall.last_update
    await given(olga, dora, "viewer")
    done = await hall.dump()
    await hall.driver.redeliver(update)
    await hall.settle()
    assert await hall.dump() == done


async def test_two_owners_who_lower_each_other(either_hall: Hall) -> None:
    """One of them stays an owner."""
    hall = either_hall
    stage = Stage(hall)
    dora, olga = await stage.admin(), await stage.owner()
    chat = hall.sandbox.world.chat(hall.group.id)
    (founder,) = [m.person for m in chat.members.values() if m.person.first_name == "Founder"]
    hall.sandbox.world.seat(chat, founder, "member")
    await given(olga, dora, "owner")
    message = await olga.newest(hall.group)
    made = [
        await who.phone._do("forges", hall.group, data=f"1:a-role-give:{other.id}:0", message_id=message.id)
        for who, other in ((olga, dora), (dora, olga))
    ]
    bodies = await hall.sandbox.updates.poll(hall._offset, 100, 0)
    hall._offset = max(body["update_id"] for body in bodies) + 1
    await asyncio.gather(*(hall.take(body) for body in bodies))
    await hall.settle()
    toasts = [await who.phone._toast(tap, 0.5) for who, tap in zip((olga, dora), made, strict=True)]
    assert sorted(toast.alert for toast in toasts) == [False, True]
    lowered = [row for row in await hall.studio.rows(table) if row.role == "viewer"]
    assert len(lowered) == 1

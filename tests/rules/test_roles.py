"""Who may do what: Telegram's list first, the account's table within it, and never a group without an owner."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from engine.facts import RoleGiven
from engine.refusals import LastOwner, NotAdmin, NotOnTeam, RoleNeeded, RoleUnchanged
from engine.roles import ROLES, Administrator, Given, Role, Team, owners, reaches, team_of
from engine.rules.roles import check, give

OLGA, DORA, EMIL = 1, 2, 3
LISTED = (Administrator(OLGA, "Olga", creator=True), Administrator(DORA, "Dora"), Administrator(EMIL, "Emil"))


def given(role: Role) -> Given:
    return Given(role, OLGA, "Olga", datetime(2026, 11, 21, tzinfo=UTC))


def team(**roles: Role) -> Team:
    ids = {"olga": OLGA, "dora": DORA, "emil": EMIL, "eve": 9}
    return team_of(LISTED, {ids[name]: given(role) for name, role in roles.items()})


def test_what_telegram_makes_of_somebody() -> None:
    assert {member.name: member.role for member in team().values()} == {
        "Olga": "owner",
        "Dora": "operator",
        "Emil": "operator",
    }


def test_a_row_lowers_and_raises_within_telegrams_list() -> None:
    judged = team(olga="viewer", dora="owner", eve="owner")
    assert {member.name: member.role for member in judged.values()} == {
        "Olga": "viewer",
        "Dora": "owner",
        "Emil": "operator",
    }
    assert [owner.id for owner in owners(judged)] == [DORA]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("least", ROLES)
def test_each_role_may_what_the_lower_ones_may(role: Role, least: Role) -> None:
    assert reaches(role, least) is (ROLES.index(role) >= ROLES.index(least))
    judged = team(dora=role)
    if reaches(role, least):
        check(judged, DORA, least)
        return
    with pytest.raises(RoleNeeded) as refused:
        check(judged, DORA, least)
    assert (refused.value.needed, refused.value.names) == (least, ("Olga",))


def test_who_is_no_administrator_may_nothing() -> None:
    with pytest.raises(NotAdmin):
        check(team(eve="owner"), 9, "viewer")


def test_an_owner_gives_a_role() -> None:
    assert give(team(), OLGA, DORA, "approver") == RoleGiven(DORA, "Dora", "operator", "approver")
    assert give(team(dora="owner"), DORA, OLGA, "viewer") == RoleGiven(OLGA, "Olga", "owner", "viewer")


@pytest.mark.parametrize("role", ["viewer", "operator", "approver"])
def test_only_an_owner_gives_roles(role: Role) -> None:
    with pytest.raises(RoleNeeded):
        give(team(dora=role), DORA, DORA, "owner")
    with pytest.raises(NotAdmin):
        give(team(), 9, 9, "owner")


def test_only_administrators_have_roles() -> None:
    with pytest.raises(NotOnTeam):
        give(team(), OLGA, 9, "owner")


def test_the_same_role_again() -> None:
    with pytest.raises(RoleUnchanged) as refused:
        give(team(), OLGA, DORA, "operator")
    assert (refused.value.name, refused.value.role) == ("Dora", "operator")


def test_somebody_must_be_able_to_give_roles() -> None:
    with pytest.raises(LastOwner):
        give(team(), OLGA, OLGA, "approver")
    assert give(team(dora="owner"), OLGA, OLGA, "approver").role == "approver"
    with pytest.raises(LastOwner):  # who is no administrator any more counts for nothing
        give(team(eve="owner"), OLGA, OLGA, "viewer")

"""Two come together only when both have said so, and each may say no again."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import refusals as r
from engine.facts import FriendshipAgreed, FriendshipAsked, FriendshipEnded, MonthFact
from engine.month import MOST_FRIENDS, Friendship, Month
from engine.refusals import Refusal
from engine.rules import friendships
from tests.rules.months import ANNA, BEN, CLEO, UNTIL, act, after, friendship, month


def known(*made: Friendship) -> Month:
    return month(friendships={each.id: each for each in made})


def test_asked_and_agreed() -> None:
    assert friendships.ask(known(), act(), ANNA) == [FriendshipAsked(1000, 7, ANNA)]
    assert friendships.agree(known(friendship(60, ANNA)), act(), BEN, 60) == [FriendshipAgreed(60, BEN)]
    both = known(friendship(60, ANNA, BEN))
    assert friendships.end(both, act(), ANNA, 60) == [FriendshipEnded(60, ANNA, told=BEN)]
    assert friendships.end(both, act(), BEN, 60) == [FriendshipEnded(60, BEN, told=ANNA)]
    assert friendships.end(known(friendship(60, ANNA)), act(), ANNA, 60) == [FriendshipEnded(60, ANNA)]


def test_what_nobody_can_agree_to() -> None:
    refused: list[tuple[Month, int, type[Refusal]]] = [
        (known(), BEN, r.FriendshipOver),
        (known(friendship(60, ANNA, status="ended")), BEN, r.FriendshipOver),
        (known(friendship(60, ANNA)), ANNA, r.FriendYourself),
        (known(friendship(60, ANNA, BEN)), CLEO, r.FriendshipOver),  # whoever says yes first
        (known(friendship(60, ANNA, BEN)), BEN, r.AlreadyFriends),
        (known(friendship(60, ANNA), friendship(61, BEN, ANNA)), BEN, r.AlreadyFriends),
        (
            known(friendship(60, ANNA), *(friendship(70 + n, BEN) for n in range(MOST_FRIENDS))),
            BEN,
            r.TooManyFriends,
        ),
    ]
    for where, person_id, why in refused:
        with pytest.raises(why):
            friendships.agree(where, act(), person_id, 60)
    with pytest.raises(r.TooManyFriends):
        friendships.ask(known(*(friendship(70 + n, ANNA) for n in range(MOST_FRIENDS))), act(), ANNA)


def test_nobody_ends_what_is_not_theirs() -> None:
    for where, person_id in (
        (known(friendship(60, ANNA, BEN)), CLEO),
        (known(friendship(60, ANNA)), BEN),
        (known(friendship(60, ANNA, BEN, status="ended")), ANNA),
        (known(), ANNA),
    ):
        with pytest.raises(r.FriendshipOver):
            friendships.end(where, act(), person_id, 60)


def test_nothing_changes_after_the_deadline() -> None:
    where = known(friendship(60, ANNA))
    rules: list[Callable[[], list[MonthFact]]] = [
        lambda: friendships.ask(where, act(UNTIL), ANNA),
        lambda: friendships.agree(where, act(UNTIL), BEN, 60),
        lambda: friendships.end(where, act(UNTIL), ANNA, 60),
    ]
    for rule in rules:
        with pytest.raises(r.WishesClosed):
            rule()


@given(st.integers(0, 2**64))
def test_whatever_is_tapped_nobody_is_together_who_has_not_said_so(seed: int) -> None:
    any_, where = Random(seed), known()
    said: set[tuple[int, int]] = set()
    for step in range(25):
        person, number = any_.choice((ANNA, BEN, CLEO)), 1000 + any_.randint(0, step)
        taps: list[Callable[[], list[MonthFact]]] = [
            lambda: friendships.ask(where, replace(act(), new_id=lambda: 1000 + step), person),  # noqa: B023
            lambda: friendships.agree(where, act(), person, number),  # noqa: B023
            lambda: friendships.end(where, act(), person, number),  # noqa: B023
        ]
        try:
            facts = any_.choice(taps)()
        except Refusal:
            continue
        (fact,) = facts
        assert isinstance(fact, FriendshipAsked | FriendshipAgreed | FriendshipEnded)
        said.add((fact.id, fact.person_id))
        where = after(where, facts)
        agreed = [each for each in where.friendships.values() if each.status == "agreed"]
        assert all({(each.id, each.asker_id), (each.id, each.friend_id)} <= said for each in agreed)
        pairs = [frozenset((each.asker_id, each.friend_id)) for each in agreed]
        assert len({*pairs}) == len(pairs)
        assert all(len(pair) == 2 for pair in pairs)
        for one in (ANNA, BEN, CLEO):
            held = [e for e in where.friendships.values() if e.status == "asked" and e.asker_id == one]
            assert len(held) <= MOST_FRIENDS

"""With whom: both say so. Whoever asks gets a link and gives it to one other person, whose yes makes it true."""

from engine.facts import FriendshipAgreed, FriendshipAsked, FriendshipEnded, MonthFact
from engine.month import MOST_FRIENDS, Friendship, Month
from engine.ports import Act
from engine.refusals import AlreadyFriends, FriendshipOver, FriendYourself, TooManyFriends
from engine.rules.wishes import check_open


def ask(month: Month, act: Act, person_id: int) -> list[MonthFact]:
    """Somebody wants to come together with one more. Raises PeriodUnknown, WishesClosed, TooManyFriends."""
    period = check_open(month, act)
    _check_room(month, person_id)
    return [FriendshipAsked(act.new_id(), period.id, person_id)]


def agree(month: Month, act: Act, person_id: int, friendship_id: int) -> list[MonthFact]:
    """Whoever was given the link wants it too. Raises PeriodUnknown, WishesClosed, FriendshipOver, FriendYourself,
    AlreadyFriends, TooManyFriends."""
    check_open(month, act)
    found = month.friendships.get(friendship_id)
    if found is None or found.status == "ended":
        raise FriendshipOver
    if found.asker_id == person_id:
        raise FriendYourself
    if found.status == "agreed" and found.friend_id != person_id:
        raise FriendshipOver
    if any(
        {found.asker_id, person_id} == {each.asker_id, each.friend_id} for each in _open(month, person_id)
    ):
        raise AlreadyFriends
    _check_room(month, person_id)
    return [FriendshipAgreed(found.id, person_id)]


def end(month: Month, act: Act, person_id: int, friendship_id: int) -> list[MonthFact]:
    """One of the two does not want it any more, or nobody else shall use the link. Raises PeriodUnknown, WishesClosed,
    FriendshipOver, also for somebody else's."""
    check_open(month, act)
    found = next((each for each in _open(month, person_id) if each.id == friendship_id), None)
    if found is None:
        raise FriendshipOver
    other = found.friend_id if found.asker_id == person_id else found.asker_id
    return [FriendshipEnded(found.id, person_id, told=other)]


def _open(month: Month, person_id: int) -> list[Friendship]:
    """What the person has asked for, or agreed to."""
    return [
        each
        for each in month.friendships.values()
        if each.status != "ended" and person_id in (each.asker_id, each.friend_id)
    ]


def _check_room(month: Month, person_id: int) -> None:
    if len(_open(month, person_id)) >= MOST_FRIENDS:
        raise TooManyFriends(MOST_FRIENDS)

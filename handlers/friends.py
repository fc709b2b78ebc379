"""With whom somebody wants to come in a month: a link for one other person, who says yes or does not."""

from engine.hours import quiet_until
from engine.month import QUIET
from engine.refusals import FriendshipOver
from engine.services import month as service
from handlers.callbacks import DIGITS, LONGEST, MOST, dense
from handlers.door import Answer, Card, Visitor
from handlers.month import card_of, open_wish, wish_of, zone_of
from handlers.month_cards import friends_card, invited_card

LINK = "w"
"""How the payload of such a link begins."""


async def friends(visitor: Visitor, period_id: int) -> Answer:
    """Who has said yes, and the links that wait."""
    await open_wish(visitor, period_id)
    return Answer(card=await _card(visitor, period_id))


async def _card(visitor: Visitor, period_id: int) -> Card:
    wish = await wish_of(visitor, period_id)
    links = [visitor.rooms.link(f"{LINK}-{dense(friend.link)}") for friend in wish.friends]
    return friends_card(visitor.texts, wish, links)


async def ask(visitor: Visitor, period_id: int) -> Answer:
    """A new link."""
    await service.ask_friend(visitor.rooms.months, visitor.tap, period_id)
    return Answer(visitor.plain("toast-friend-link"), card=await _card(visitor, period_id))


async def end(visitor: Visitor, period_id: int, friendship_id: int) -> Answer:
    """Not together any more, or nobody else by this link."""
    await service.end_friendship(visitor.rooms.months, visitor.tap, period_id, friendship_id)
    return Answer(visitor.plain("toast-friend-end"), card=await _card(visitor, period_id))


async def invited(visitor: Visitor, code: str) -> Card | None:
    """Whoever opens such a link; None for one that leads nowhere, also any more."""
    link = read_link(code)
    found = await visitor.rooms.views.invitation(link) if link else None
    if found is None or found.status != "asked":
        return None
    if found.asker_id == visitor.person.id:
        return await _card(visitor, found.period.id)
    return invited_card(visitor.texts, found, link, visitor.rooms.now())


async def agree(visitor: Visitor, period_id: int, friendship_id: int, link: int) -> Answer:
    """Together."""
    if not link:
        raise FriendshipOver
    await service.agree(visitor.rooms.months, visitor.tap, period_id, friendship_id, link)
    return Answer(await _told(visitor, period_id), card=await card_of(visitor, period_id))


async def _told(visitor: Visitor, period_id: int) -> str:
    """That the other one knows, or when they will."""
    zone, now = await zone_of(visitor, (period_id,)), visitor.rooms.now()
    morning = quiet_until(now, QUIET, zone)
    if morning is None:
        return visitor.plain("toast-friend-agreed")
    return visitor.plain("toast-friend-agreed-later", until=visitor.texts.until(morning, zone, now))


def read_link(code: str) -> int:
    """The number in a link; 0, which no link has, for anything else."""
    if not code or len(code) > LONGEST[36] or not set(code) <= set(DIGITS):
        return 0
    number = int(code, 36)
    return number if number <= MOST else 0

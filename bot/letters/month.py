"""Letters about a month's wishes: to the person, and the seed's hash to the admins' group."""

from bot.letters.desk import Desk
from engine.views import WishCard
from handlers.admin.month_cards import announced, closed
from handlers.admin.reasons import BY_HAND, REASONS
from handlers.door import Card, Html
from handlers.keyboards import button, lines, paragraphs
from handlers.month_cards import wishes_text


async def wishes_asked(desk: Desk) -> Card | None:
    """Wishes are open, and the reader has said nothing; nothing once they have, or it is too late."""
    wish = await _wish(desk)
    if wish is None or wish.status != "asked" or not wish.period.collects(desk.now):
        return None
    return _card(desk, wish, _about(desk, wish, "wishes-asked"))


async def wishes_carried(desk: Desk) -> Card | None:
    """Wishes of the month before stand for this one too; nothing once the month has its result."""
    wish = await _wish(desk)
    if wish is None or wish.status != "stated" or _over(wish):
        return None
    key = "wishes-carried" if wish.period.collects(desk.now) else "wishes-carried-closed"
    return _card(desk, wish, _about(desk, wish, key), wishes_text(desk.texts, wish))


def _over(wish: WishCard) -> bool:
    """What came of the wishes says more than anything about them."""
    return wish.period.status == "final"


async def wishes_shifted(desk: Desk) -> Card | None:
    """They can be changed until another moment, or not any more; and why. Nothing to whoever has taken theirs back, or
    once the month has its result."""
    wish = await _wish(desk)
    if wish is None or wish.status == "withdrawn" or _over(wish):
        return None
    key = "wishes-shifted" if wish.period.collects(desk.now) else "wishes-closed"
    head = lines(_about(desk, wish, key), _why(desk))
    return _card(desk, wish, head, wishes_text(desk.texts, wish) if wish.choices else None)


def _why(desk: Desk) -> Html | None:
    """The reason, if somebody gave one: a tap that asks for none tells the reader nothing."""
    reason = desk.texts.reason(desk.word("reason")) if desk.word("reason") else ""
    if not reason or reason == desk.texts.plain(REASONS[BY_HAND]):
        return None
    return desk.texts.say("reason-told", reason=reason)


async def friendship_agreed(desk: Desk) -> Card | None:
    """The other one has said yes."""
    return await _friend(desk, "friendship-agreed")


async def friendship_ended(desk: Desk) -> Card | None:
    """The other one does not want it any more."""
    return await _friend(desk, "friendship-ended")


async def _friend(desk: Desk, key: str) -> Card | None:
    wish, friend = await _wish(desk), await desk.views.person_by_id(desk.id("friend"))
    if wish is None or friend is None or _over(wish):
        return None
    month = desk.texts.month(wish.period.month)
    return _card(desk, wish, desk.texts.say(key, name=friend.name, month=month))


async def _wish(desk: Desk) -> WishCard | None:
    """The reader's."""
    return await desk.views.wish(desk.id("period"), desk.reader.id)


def _about(desk: Desk, wish: WishCard, key: str) -> Html:
    period = wish.period
    until = desk.texts.when(period.wishes_until, period.timezone)
    return desk.texts.say(key, month=desk.texts.month(period.month), until=until)


def _card(desk: Desk, wish: WishCard, *parts: Html | None) -> Card:
    return Card(paragraphs(*parts), [[button(desk.texts, "button-month", "month", wish.period.id)]])


async def period_opened(desk: Desk) -> Card | None:
    """To the group: until when, and the hash of the seed. Nothing once that is over."""
    period = await desk.views.period(desk.id("period"))
    if period is None or not period.collects(desk.now):
        return None
    return announced(desk.texts, period, desk.word("how"), desk.now)


async def period_closed(desk: Desk) -> Card | None:
    """To the group: how many have answered. Nothing once wishes are open again, or the month is booked."""
    period = await desk.views.period(desk.id("period"))
    if period is None or period.status in ("collecting", "final"):
        return None
    return closed(desk.texts, period)

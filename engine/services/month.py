"""Wishes, and the periods that they are for: every decision about a month."""

from datetime import datetime

from engine.facts import MonthFact
from engine.ports import Actor, MonthAsk, Months
from engine.rules import friendships, periods, wishes
from engine.rules.locks import free
from engine.services.who import AdminTap, Tap

Done = list[MonthFact]
AT_ONCE = 200


def _ask(tap: Tap, period_id: int, *events: int) -> MonthAsk:
    return MonthAsk(
        by=tap.actor, period_id=period_id, people=(tap.person_id,), events=events, update_id=tap.update_id
    )


async def choose(months: Months, tap: Tap, period_id: int, event_id: int, *, equal: bool) -> Done:
    """See `rules.wishes.choose`."""
    return await months.decide(
        _ask(tap, period_id, event_id),
        lambda month, act: wishes.choose(month, act, tap.person_id, event_id, equal=equal),
    )


async def drop(months: Months, tap: Tap, period_id: int, event_id: int) -> Done:
    """See `rules.wishes.drop`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.drop(month, act, tap.person_id, event_id)
    )


async def set_count(months: Months, tap: Tap, period_id: int, count: int) -> Done:
    """See `rules.wishes.set_count`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.set_count(month, act, tap.person_id, count)
    )


async def set_limit(months: Months, tap: Tap, period_id: int, limit: int) -> Done:
    """See `rules.wishes.set_limit`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.set_limit(month, act, tap.person_id, limit)
    )


async def set_weekday(months: Months, tap: Tap, period_id: int, weekday: int, *, on: bool) -> Done:
    """See `rules.wishes.set_weekday`."""
    return await months.decide(
        _ask(tap, period_id),
        lambda month, act: wishes.set_weekday(month, act, tap.person_id, weekday, on=on),
    )


async def set_party(months: Months, tap: Tap, period_id: int, seats: int, names: tuple[str, ...]) -> Done:
    """See `rules.wishes.set_party`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.set_party(month, act, tap.person_id, seats, names)
    )


async def set_standing(months: Months, tap: Tap, period_id: int, *, on: bool) -> Done:
    """See `rules.wishes.set_standing`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.set_standing(month, act, tap.person_id, on=on)
    )


async def withdraw(months: Months, tap: Tap, period_id: int) -> Done:
    """See `rules.wishes.withdraw`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: wishes.withdraw(month, act, tap.person_id)
    )


async def ask_friend(months: Months, tap: Tap, period_id: int) -> Done:
    """See `rules.friendships.ask`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: friendships.ask(month, act, tap.person_id)
    )


async def agree(months: Months, tap: Tap, period_id: int, friendship_id: int, link: int) -> Done:
    """`link` is the secret number of the link; without it nothing is found. See `rules.friendships.agree`."""
    ask = MonthAsk(
        by=tap.actor, period_id=period_id, people=(tap.person_id,), link=link, update_id=tap.update_id
    )
    return await months.decide(
        ask, lambda month, act: friendships.agree(month, act, tap.person_id, friendship_id)
    )


async def end_friendship(months: Months, tap: Tap, period_id: int, friendship_id: int) -> Done:
    """See `rules.friendships.end`."""
    return await months.decide(
        _ask(tap, period_id), lambda month, act: friendships.end(month, act, tap.person_id, friendship_id)
    )


async def open_(months: Months, tap: AdminTap, month: str, choice: int) -> Done:
    """See `rules.periods.open_`."""
    ask = MonthAsk(by=tap.actor, month=month, reason=tap.reason, update_id=tap.update_id)
    return await months.decide(ask, lambda found, act: periods.open_(found, act, month, choice))


def _about(tap: AdminTap, period_id: int) -> MonthAsk:
    return MonthAsk(
        by=tap.actor, period_id=period_id, everybody=True, reason=tap.reason, update_id=tap.update_id
    )


async def extend(months: Months, tap: AdminTap, period_id: int, choice: int) -> Done:
    """See `rules.periods.extend`."""
    return await months.decide(
        _about(tap, period_id), free(lambda month, act: periods.extend(month, act, choice))
    )


async def close(months: Months, tap: AdminTap, period_id: int, until: datetime | None = None) -> Done:
    """See `rules.periods.close`."""
    return await months.decide(_about(tap, period_id), free(lambda month, _: periods.close(month, until)))


async def reopen(months: Months, tap: AdminTap, period_id: int, choice: int) -> Done:
    """See `rules.periods.reopen`."""
    return await months.decide(
        _about(tap, period_id), free(lambda month, act: periods.reopen(month, act, choice))
    )


async def close_due(months: Months, period_id: int) -> Done:
    """See `rules.periods.close_due`."""
    ask = MonthAsk(by=Actor("job", name="wishes"), period_id=period_id)
    return await months.decide(ask, periods.close_due)


async def give_back(months: Months, period_id: int, since: datetime) -> Done:
    """Nobody could be served since then. See `rules.periods.give_back`."""
    ask = MonthAsk(by=Actor("job", name="extend"), period_id=period_id, everybody=True)
    return await months.decide(ask, lambda month, act: periods.give_back(month, act, since))


async def remind(months: Months, period_id: int) -> Done:
    """Some of those who have said nothing. See `rules.periods.remind`."""
    ask = MonthAsk(by=Actor("job", name="wishes"), period_id=period_id, unasked=AT_ONCE)
    return await months.decide(ask, periods.remind)

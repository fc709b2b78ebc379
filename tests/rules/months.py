"""A month as the rules see it, for tests that have no database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from engine import facts as f
from engine.facts import MonthFact
from engine.month import Friendship, Month, Period, Ranked, Session, Wanted, Wish
from engine.ports import Act, Actor

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
UNTIL = NOW + timedelta(days=7)
ZONE = "Europe/Budapest"
TUESDAYS = tuple(datetime(2026, 12, day, 17, tzinfo=UTC) for day in (1, 8, 15, 22, 29))
ANNA, BEN, CLEO = 1, 2, 3
PERIOD = Period(7, 1, "2026-12", "collecting", UNTIL, "hash", NOW)


def act(now: datetime = NOW, by: str = "person") -> Act:
    ids = count(1000)
    return Act(now=now, by=Actor(by, 1), new_id=lambda: next(ids), reason="because")  # type: ignore[arg-type]


def sessions() -> dict[int, Session]:
    """Tuesdays 1 to 5, a Thursday 6, and 9 in January."""
    made = [Session(number, 1, at, "open") for number, at in enumerate(TUESDAYS, 1)]
    made.append(Session(6, 1, datetime(2026, 12, 3, 17, tzinfo=UTC), "open"))
    made.append(Session(9, 1, datetime(2027, 1, 5, 17, tzinfo=UTC), "open"))
    return {session.id: session for session in made}


def month(wanted: Wanted | None = None, **more: Any) -> Month:
    """One that collects; Anna wants `wanted`."""
    wishes = {} if wanted is None else {50: Wish(50, 7, ANNA, "stated", wanted)}
    return Month(1, ZONE, **{"period": PERIOD, "sessions": sessions(), "wishes": wishes, **more})


def ranked(*events: int | tuple[int, ...]) -> tuple[Ranked, ...]:
    """Best first; a tuple is a tie."""
    return tuple(
        Ranked(event, rank)
        for rank, tied in enumerate(events, 1)
        for event in (tied if isinstance(tied, tuple) else (tied,))
    )


def friendship(number: int, asker: int, friend: int | None = None, status: str = "") -> Friendship:
    """Open until somebody has said yes."""
    return Friendship(number, 7, asker, friend, status or ("agreed" if friend else "asked"))  # type: ignore[arg-type]


def after(known: Month, facts: list[MonthFact]) -> Month:
    """What the database makes of facts, as far as the rules look at it again."""
    for fact in facts:
        match fact:
            case f.WishesStated():
                wanted = Wanted(
                    fact.choices,
                    fact.count,
                    fact.at_most,
                    fact.weekdays,
                    fact.seats,
                    fact.names,
                    fact.standing,
                )
                wish = Wish(fact.id, fact.period_id, fact.person_id, "stated", wanted)
                known = replace(known, wishes={**known.wishes, fact.id: wish})
            case f.WishesWithdrawn():
                gone = replace(known.wishes[fact.id], status="withdrawn", wanted=Wanted())
                known = replace(known, wishes={**known.wishes, fact.id: gone})
            case f.FriendshipAsked():
                made = Friendship(fact.id, fact.period_id, fact.person_id, None, "asked")
                known = replace(known, friendships={**known.friendships, fact.id: made})
            case f.FriendshipAgreed():
                agreed = replace(known.friendships[fact.id], status="agreed", friend_id=fact.person_id)
                known = replace(known, friendships={**known.friendships, fact.id: agreed})
            case f.FriendshipEnded():
                ended = replace(known.friendships[fact.id], status="ended")
                known = replace(known, friendships={**known.friendships, fact.id: ended})
            case _:
                raise AssertionError(fact)
    return known

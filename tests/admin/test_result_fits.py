"""The longest result that somebody can have fits into a message; what it has no room for is counted."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from engine.planning import BOOKED
from engine.settings import Mode, Settings
from engine.views import BookingCard, EventCard, EventNamed, PeriodHead, ResultCard, Turn
from handlers.door import Texts
from handlers.result_cards import result_text

AT, LONG = datetime(2026, 12, 30, 18, 30, tzinfo=UTC), "🧘" * 64
MONTH = PeriodHead(7, "2026-12", "Europe/Budapest", "final", AT, "", "Ada", AT, AT, "seed")
TURN = Turn(Mode.LEGACY, None, timedelta(hours=23, minutes=59), auto=False)
NAMED = EventNamed(1, "Y1", dict.fromkeys(("en", "hu", "de"), LONG), AT, "Europe/Budapest")


def event(number: int) -> EventCard:
    return EventCard(
        id=number,
        code="Y1",
        service_id=1,
        service_code="yoga",
        names=NAMED.names,
        starts_at=AT,
        ends_at=AT,
        timezone="Europe/Budapest",
        location="L" * 60,
        status="open",
        capacity=9,
        booked=0,
        offered=0,
        held=0,
        free=9,
        public=9,
        waiting=0,
        frozen=False,
        halted="",
        settings=Settings(mode=Mode.OFFER),
    )


def held(number: int) -> BookingCard:
    """A party of six."""
    names = tuple("N" * 60 for _ in range(5))
    return BookingCard(number, event(number), 1, LONG, "confirmed", 6, names, "month", AT)


def result(places: int, lost: int) -> ResultCard:
    """So many places by now, and so many of the draw that are gone."""
    gone = {100 + number: "silence" for number in range(lost)}
    return ResultCard(
        period=MONTH,
        placed=[replace(NAMED, id=number) for number in gone],
        wanted=99,
        got=1,
        reason="full",
        line=NAMED,
        position=7,
        standing="paused",
        credit_before=0,
        credit=1,
        gone=gone,
        by_hand=frozenset(),
        held=[held(number) for number in range(places)],
        before=frozenset(),
        friends=dict.fromkeys(range(places), (LONG,) * 3),
        pins=3,
        ordering="most",
        because="because " * 25,
        bookable=event(99),
        latest=True,
        turn=TURN,
    )


def test_the_longest_result_fits(texts: Texts) -> None:
    for places, lost in ((4, 8), (4, 0), (20, 40), (0, 60), (60, 0), (0, 0)):
        text = result_text(texts, result(places, lost), AT - timedelta(days=9))
        said = re.sub(r"<[^>]+>", "", text)
        assert len(said.encode("utf-16-le")) // 2 <= 4096, (places, lost)
        assert said.count("•") >= min(places + lost, 10), (places, lost)
        waiting = result_text(
            texts, replace(result(places, lost), standing="waiting"), AT - timedelta(days=9)
        )
        assert len(re.sub(r"<[^>]+>", "", waiting).encode("utf-16-le")) // 2 <= 4096, (places, lost)
    few = result_text(texts, replace(result(2, 1), reason=BOOKED), AT)
    assert few.count("N" * 27 + "…") == 10 and "N" * 28 not in few


def test_the_limit_that_was_asked_for_is_named(texts: Texts) -> None:
    for reason, key in (("per_day", "result-because-day"), ("per_week", "result-because-week")):
        assert texts.say(key) in result_text(texts, replace(result(1, 0), reason=reason), AT)

"""Who wishes for a date of a month that is not final hears when it moves or is called off, and by one letter only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from engine import facts as f
from engine.month import month_after, month_of
from engine.notices import Notice, notices
from engine.rules import dates
from engine.rules.wishers import told
from engine.state import State, Wishing
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    NOW,
    act,
    booking,
    changed,
    entry,
    event,
    offer,
    request,
    reserve,
    settings,
    state,
)

ADA = act(by=ADMIN, reason="the teacher is ill")
ZONE = "Europe/Budapest"
MONTH = month_of(event(1).starts_at, ZONE)
PERIOD = 70


def wished(before: State, *people: int, month: str = MONTH, until: datetime | None = None) -> State:
    """So many people wish for it in that month, too; the months are said in order."""
    found = dict(before.wishers)
    for person_id in people:
        own = found.get(person_id, ())
        found[person_id] = (*own, Wishing(person_id, PERIOD + len(own), month, until))
    return replace(before, settings=settings(timezone=ZONE), wishers=found)


def heard(before: State, facts: Sequence[f.Fact], at: datetime = NOW) -> list[Notice]:
    become, how = changed(before, facts), replace(ADA, now=at)
    return [notice for fact in facts for notice in notices(fact, become, how, None)]


def test_called_off() -> None:
    before = wished(state(event(1)), 5, 6)
    facts = dates.call_off(before, ADA)
    assert facts[1:3] == [f.WisherTold(EVENT, 5, PERIOD), f.WisherTold(EVENT, 6, PERIOD)]
    assert [(n.kind, n.to, n.subject, n.data) for n in heard(before, facts) if n.to is not None] == [
        (
            "wished-cancelled",
            person_id,
            f"event:{EVENT}",
            {"event": EVENT, "period": PERIOD, "reason": "the teacher is ill"},
        )
        for person_id in (5, 6)
    ]


def test_moved() -> None:
    before = wished(state(event(1)), 5)
    was, then = before.event.starts_at, before.event.starts_at + HOUR
    facts = dates.move_date(before, ADA, then, then + HOUR)
    (letter,) = [n for n in heard(before, facts) if n.to == 5]
    assert (letter.kind, letter.data) == (
        "wished-moved",
        {"event": EVENT, "period": PERIOD, "was": was.isoformat()},
    )


def test_nobody_is_told_of_another_length() -> None:
    before = wished(state(event(1)), 5)
    facts = dates.move_date(before, ADA, before.event.starts_at, before.event.ends_at + HOUR)
    assert [n for n in heard(before, facts) if n.to == 5] == []


def test_nobody_wishes() -> None:
    assert told(state(event(1))) == []
    assert told(wished(state(event(1)), 5, month="2031-01")) == []


@pytest.mark.parametrize("ahead", [0, 1, 2])
def test_it_matters_where_it_was_and_where_it_is(ahead: int) -> None:
    """Moved into the next month, it is nothing to whoever wishes in the one after that."""
    before = wished(state(event(1)), 5, month=month_after(MONTH, ahead))
    then = before.event.starts_at + timedelta(days=28)
    assert month_of(then, ZONE) == month_after(MONTH)
    facts = dates.move_date(before, ADA, then, then + HOUR)
    assert [n.kind for n in heard(before, facts) if n.to == 5] == ["wished-moved"][: ahead < 2]


@pytest.mark.parametrize(("ahead", "period"), [(None, PERIOD), (0, PERIOD), (1, PERIOD + 1), (2, PERIOD)])
def test_whoever_wishes_in_two_months_is_told_once(ahead: int | None, period: int) -> None:
    """Called off (None), or moved to that month. It goes by the wish for where it is now, else for where it was."""
    before = wished(wished(state(event(1)), 5), 5, month=month_after(MONTH))
    then = before.event.starts_at + (HOUR, timedelta(days=28), timedelta(days=62))[ahead or 0]
    assert month_of(then, ZONE) == month_after(MONTH, ahead or 0)
    facts = dates.call_off(before, ADA) if ahead is None else dates.move_date(before, ADA, then, then + HOUR)
    (letter,) = [n for n in heard(before, facts) if n.to == 5]
    assert letter.data["period"] == period


def test_one_of_two_months_is_too_late_in_the_morning() -> None:
    night = NOW.replace(hour=22)
    before = wished(state(event(1)), 5, until=night + timedelta(hours=5))
    before = wished(before, 5, month=month_after(MONTH), until=night + timedelta(days=30))
    (letter,) = heard(before, told(before), night)
    assert letter.not_before is None


def there() -> State:
    """Booked, waiting, asked from the reserve list, asking: and all of them wish for it, and 6 who only wishes."""
    of = event(3)
    spare = reserve(30, 30, status="offered")
    rows = state(
        of,
        entries=[entry(11), spare],
        bookings=[booking(50, 5, 1), booking(51, 9, status="cancelled")],
        offers=[offer(41, spare, 3, event=of)],
        requests=[request(60, 40)],
    )
    return wished(rows, 5, 6, 9, 11, 30, 40)


@pytest.mark.parametrize("off", [True, False])
def test_whoever_has_something_there_reads_it_in_that_letter(off: bool) -> None:
    before = there()
    then = before.event.starts_at + HOUR
    facts = dates.call_off(before, ADA) if off else dates.move_date(before, ADA, then, then + HOUR)
    assert [fact.person_id for fact in facts if isinstance(fact, f.WisherTold)] == [6, 9]
    letters = [n for n in heard(before, facts) if n.to in (5, 11, 30, 40) and n.kind != "offer-made"]
    said = {n.to: n.data.get("wished") for n in letters if n.kind not in ("offer-over", "request-card")}
    assert said == dict.fromkeys((5, 11, 30, 40), PERIOD)
    assert all("wished" not in n.data for n in letters if n.kind == "offer-over")


def test_a_letter_about_something_else_says_nothing_of_wishes() -> None:
    """Other decisions of the same commit see the same rows."""
    before = there()
    facts: list[f.Fact] = [f.BookingCancelled(50, by="self", late=False), f.EntryLeft(11, cause="self")]
    assert [n.data.get("wished") for n in heard(before, facts)] == [None, None]


@pytest.mark.parametrize(
    ("until", "waits"),
    [(None, True), (timedelta(hours=20), True), (timedelta(hours=5), False), (timedelta(hours=-1), True)],
)
def test_nobody_is_woken_unless_the_morning_is_too_late(until: timedelta | None, waits: bool) -> None:
    night = NOW.replace(hour=22)
    before = wished(state(event(1)), 5, until=None if until is None else night + until)
    (letter,) = heard(before, told(before), night)
    assert (letter.not_before is not None) == waits
    (letter,) = heard(before, told(before), NOW.replace(hour=12))
    assert letter.not_before is None

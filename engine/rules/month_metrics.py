"""What a month's allocation was worth, in figures that say what they are shares of. Pure: from what was counted
(`engine.views.RunNumbers`) to what is shown and what is odd about it.

Success: people with a place, of all who wished. Unprocessed: places wished for and not given, of all wished for.
Planned use: seats that would be taken if the plan is carried out, of all seats that its dates had when it was made,
those included that had been booked before; actual use: seats booked there now, of all that the dates that were not
called off have now.
Dates, choices and evenness: see `engine.rules.measures`.
Fairness: how many of those who had gone without before have a place now, against all others. It is not evenness of
luck in one month, which a draw has by itself, but whether the ledger of months without a place does what it is for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from engine.planning import Planning
from engine.rules.measures import Choices, Share, choices, evenly
from engine.rules.run_input import differing, hash_of_input, input_of
from engine.views import RunNumbers, SessionUse

Concern = Literal["low", "unmet"]

FEWEST_PEOPLE = 5
"""Shares of fewer people say nothing."""
LOW_SUCCESS = 60
MUCH_UNMET = 40
"""Percent."""

LONG = 3
"""Months without a place that are told apart; more are counted with these."""


@dataclass(frozen=True, slots=True)
class Figures:
    """See the module. `kept`: seats given that are still booked for whoever got them, None before anything is booked;
    `came`: seats of people who came, of all for which it was noted. `waited`: people with a place by how many months
    they had gone without, `LONG` and more together; `returning` and `others` are its two parts. `seconds`: None as long
    as it is computed. `evenness`: None where nothing was given out."""

    success: Share
    whole: Share
    unprocessed: Share
    planned: Share
    actual: Share
    kept: Share | None
    came: Share
    choices: Choices
    evenness: float | None
    returning: Share
    others: Share
    waited: tuple[Share, ...]
    seconds: float | None
    sessions: int


def figures(numbers: RunNumbers) -> Figures:
    """The figures of one run."""
    people, dates = numbers.placed + numbers.without, numbers.sessions
    given = sum(numbers.ranks.values())
    waited = _waited(numbers.waited)
    return Figures(
        success=Share(numbers.placed, people),
        whole=Share(numbers.whole, people),
        unprocessed=Share(numbers.unmet, given + numbers.unmet),
        planned=Share(sum(map(planned, dates)), sum(each.capacity for each in dates)),
        actual=Share(sum(each.booked for each in dates), sum(each.there for each in dates)),
        kept=Share(numbers.kept, sum(each.placed for each in dates)) if numbers.final else None,
        came=Share(numbers.attended, numbers.attended + numbers.missed),
        choices=choices(numbers.ranks),
        evenness=evenly((each.free, each.placed) for each in dates) if given else None,
        returning=_sum(waited[1:]),
        others=waited[0],
        waited=waited,
        seconds=_seconds(numbers),
        sessions=len(dates),
    )


def planned(session: SessionUse) -> int:
    """Seats of the session that are taken if the plan is carried out: all but those that it leaves free."""
    return min(max(session.capacity - max(session.free - session.placed, 0), 0), session.capacity)


def _waited(counted: Mapping[int, tuple[int, int]]) -> tuple[Share, ...]:
    """By months without a place, 0 first."""
    parts: list[list[Share]] = [[] for _ in range(LONG + 1)]
    for months, (people, placed) in counted.items():
        parts[min(months, LONG)].append(Share(placed, people))
    return tuple(map(_sum, parts))


def _sum(shares: Iterable[Share]) -> Share:
    known = list(shares)
    return Share(sum(each.part for each in known), sum(each.whole for each in known))


def _seconds(numbers: RunNumbers) -> float | None:
    if numbers.finished_at is None:
        return None
    return max((numbers.finished_at - numbers.started_at).total_seconds(), 0.0)


def concerns(numbers: RunNumbers) -> tuple[Concern, ...]:
    """What an admin has to look at: fewer people with a place, or more places wished for and not given, than is
    usual where there is enough for most."""
    found: list[Concern] = []
    made = figures(numbers)
    if made.success.whole < FEWEST_PEOPLE:
        return ()
    if 100 * made.success.part < LOW_SUCCESS * made.success.whole:
        found.append("low")
    if 100 * made.unprocessed.part > MUCH_UNMET * made.unprocessed.whole:
        found.append("unmet")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Outdated:
    """A version that would not come out like this any more: how many events and people are others by now. With neither
    of them it is what admins have adjusted."""

    number: int
    sessions: int
    people: int


def outdated(planning: Planning, now: datetime) -> Outdated | None:
    """Whether the newest version that is done has another input than the period has by now; None where it is as it
    was, or where nothing is done."""
    run = planning.last_done()
    if run is None:
        return None
    newer = input_of(planning, now, run.strategy, run.ordering)
    if hash_of_input(run.document) == hash_of_input(newer):
        return None
    others = differing(run.document, newer)
    return Outdated(run.number, len(others["sessions"]), len(others["people"]))

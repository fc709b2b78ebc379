"""What an allocation of a month came to: each figure is counted here, and nowhere else. A plan, a version, what is
exported of it and /metrics have them from here.

Dates: all of the input, which are those of the period that were open and had not begun. Those that are not held for
want of people are among them; those that an admin closed or called off are not.
Seats: those given out, of those that were free at these dates.
Choices: which wish each place given was, of all given that were wished for.
Evenness: the fairness index of Jain, Chiu and Hawe 1984 ("A quantitative measure of fairness and discrimination for
resource allocation", DEC TR-301) over the part of each date's free seats that was given out. A date that had none has
no such part.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from engine.planning import Document
from engine.rules.allocation.figures import evenness, fills, rounded


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, both counted."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """To the nearest whole, halves up; 100 and 0 only where it is all or nothing. None of nothing."""
        if not self.whole:
            return None
        rounded = (200 * self.part + self.whole) // (2 * self.whole)
        return min(max(rounded, 1 if self.part else 0), 100 if self.part >= self.whole else 99)


@dataclass(frozen=True, slots=True)
class Choices:
    """Places given, by which wish they were; `by_hand` were not wished for."""

    first: int
    second: int
    later: int
    by_hand: int

    @property
    def wished(self) -> int:
        """All that were wished for."""
        return self.first + self.second + self.later

    def shares(self) -> tuple[Share, ...]:
        """First, second, third or later; in hundredths that come to a hundred, by largest remainder (Hamilton). Of
        nothing where nothing was given."""
        parts = (self.first, self.second, self.later)
        if not self.wished:
            return tuple(Share(0, 0) for _ in parts)
        whole = [100 * part // self.wished for part in parts]
        behind = sorted(range(len(parts)), key=lambda n: (-(100 * parts[n] % self.wished), n))
        more = behind[: 100 - sum(whole)]
        return tuple(Share(each + (n in more), 100) for n, each in enumerate(whole))


def choices(ranks: Mapping[int, int]) -> Choices:
    """Places given by the rank of the wish; 0 was not wished for."""
    later = sum(count for rank, count in ranks.items() if rank > 2)
    return Choices(ranks.get(1, 0), ranks.get(2, 0), later, ranks.get(0, 0))


def evenly(dates: Iterable[tuple[int, int]]) -> float:
    """Evenness of dates, each as the seats that it had free and those of them that were given out: 1 where all are
    alike, and where nothing was given; 1 / how many where one has all."""
    known = list(dates)
    free, left = [free for free, _ in known], [free - given for free, given in known]
    return rounded(evenness(fills(free, left)))


def measures(document: Document, placements: Iterable[Document]) -> Document:
    """Of a version: seats, people, evenness, and which wishes came true; also the share of all people of the input who
    have one of their first wishes, as the contract of an allocation has it."""
    known, everybody = list(placements), document["people"]
    taken = seats_of(document, known)
    dates = [(each["capacity"], taken.get(each["id"], 0)) for each in document["sessions"]]
    made = choices(Counter(each["rank"] for each in known))
    first = {each["person"] for each in known if each["rank"] == 1}
    return {
        "seats_filled": sum(taken.values()),
        "seats_free": sum(free for free, _ in dates),
        "people_placed": len({each["person"] for each in known}),
        "first_choices": made.first,
        "second_choices": made.second,
        "later_choices": made.later,
        "first_choice_share": rounded(Fraction(len(first), len(everybody))) if everybody else 0.0,
        "evenness": evenly(dates),
    }


def said_choices(metrics: Mapping[str, float]) -> Choices:
    """Which wishes came true, as a version's measures say."""
    first, second, later = (int(metrics.get(f"{name}_choices", 0)) for name in ("first", "second", "later"))
    return Choices(first, second, later, 0)


def seats_of(document: Document, placements: Iterable[Document]) -> dict[str, int]:
    """Seats given out at each date, by its id; none where none are."""
    party = {person["id"]: person["seats"] for person in document["people"]}
    taken: dict[str, int] = {}
    for each in placements:
        taken[each["session"]] = taken.get(each["session"], 0) + party[each["person"]]
    return taken

"""An independent judge of allocations: reads nothing but the two JSON documents, and knows nothing of how one is made.

`violations(document, output)` is empty where the output keeps every rule of the input; otherwise each broken rule is
named, with where. Days and weeks are those of the session's own clock, as its `starts_at` is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from math import isclose
from typing import Any

Document = Mapping[str, Any]
EXACT = 1e-6
"""Shares may be rounded to six digits."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule, and where."""

    rule: str
    where: str


class Case:
    """An input and its output, indexed. What the input does not know is left out: `known` tells of it."""

    def __init__(self, document: Document, output: Document) -> None:
        self.document, self.output = document, output
        self.sessions = {session["id"]: session for session in document["sessions"]}
        self.people = {person["id"]: person for person in document["people"]}
        self.placements = [
            each
            for each in output["placements"]
            if each["person"] in self.people and each["session"] in self.sessions
        ]
        self.has: dict[str, list[str]] = {person: [] for person in self.people}
        self.used: Counter[str] = Counter(dict.fromkeys(self.sessions, 0))
        for each in self.placements:
            self.has[each["person"]].append(each["session"])
            self.used[each["session"]] += seats(self.people[each["person"]])
        self.excluded = _excluded(document)

    def collide(self, one: str, other: str) -> bool:
        """Whether nobody can have both."""
        return frozenset((one, other)) in self.excluded or overlap(self.sessions[one], self.sessions[other])

    def free(self, session: str) -> int:
        """Seats that are left there."""
        return int(self.sessions[session]["capacity"]) - self.used[session]

    def friends(self) -> Iterator[tuple[str, str]]:
        """Pairs that both ask for each other."""
        for name, person in self.people.items():
            for other in person.get("with", ()):
                if name < other and name in self.people.get(other, {}).get("with", ()):
                    yield name, other


def seats(person: Document) -> int:
    """How many seats the whole party needs."""
    return int(person.get("seats", 1))


def count(person: Document) -> int:
    """How many sessions are wanted."""
    return int(person.get("count", 1))


def ranks(person: Document) -> dict[str, int]:
    """1 for the best; those of a tie share theirs."""
    tied = [wish if isinstance(wish, list) else [wish] for wish in person["wishes"]]
    return {session: rank for rank, group in enumerate(tied, 1) for session in group}


def overlap(one: Document, other: Document) -> bool:
    """Whether their times do; one may begin when the other ends."""
    if not (one.get("starts_at") and other.get("starts_at")):
        return False
    (begins, ends), (other_begins, other_ends) = (
        [datetime.fromisoformat(session[at]) for at in ("starts_at", "ends_at")] for session in (one, other)
    )
    return begins == other_begins or (begins < other_ends and other_begins < ends)


def day(session: Document) -> date | None:
    """The day it starts on, where it is held."""
    starts_at = session.get("starts_at")
    return datetime.fromisoformat(starts_at).date() if starts_at else None


def week(session: Document) -> tuple[int, int] | None:
    """The ISO week of that day."""
    starts_on = day(session)
    return starts_on.isocalendar()[:2] if starts_on else None


def jain(fills: list[float]) -> float:
    """Evenness: 1 where all are the same, 1/n where one has it all (Jain, Chiu and Hawe, 1984)."""
    squares = sum(fill * fill for fill in fills)
    return sum(fills) ** 2 / (len(fills) * squares) if squares else 1.0


def violations(document: Document, output: Document) -> list[Violation]:
    """All of them, in the order of the rules."""
    case = Case(document, output)
    return [Violation(rule, where) for rule, broken in RULES.items() for where in broken(case)]


# ------------------------------------------------------------------------------------------------------- placements


def _known(case: Case) -> Iterator[str]:
    for each in case.output["placements"]:
        if each["person"] not in case.people or each["session"] not in case.sessions:
            yield f"{each['person']} in {each['session']}"
    for each in case.output["unplaced"]:
        if each["person"] not in case.people:
            yield str(each["person"])


def _twice(case: Case) -> Iterator[str]:
    for person, has in case.has.items():
        yield from (f"{person} in {session}" for session, times in Counter(has).items() if times > 1)


def _capacity(case: Case) -> Iterator[str]:
    yield from (session for session in case.sessions if case.free(session) < 0)


def _minimum(case: Case) -> Iterator[str]:
    for name, session in case.sessions.items():
        if 0 < case.used[name] < session.get("minimum", 0):
            yield name


def _times(case: Case) -> Iterator[str]:
    for person, has in case.has.items():
        for one, other in combinations(has, 2):
            if one != other and overlap(case.sessions[one], case.sessions[other]):
                yield f"{person} in {one} and {other}"


def _conflicts(case: Case) -> Iterator[str]:
    for person, has in case.has.items():
        for one, other in combinations(has, 2):
            if frozenset((one, other)) in case.excluded:
                yield f"{person} in {one} and {other}"


def _excluded(document: Document) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in document.get("conflicts", ())}


def _count(case: Case) -> Iterator[str]:
    yield from (name for name, person in case.people.items() if len(case.has[name]) > count(person))


def _per(limit: str, bucket: Callable[[Document], object]) -> Callable[[Case], Iterator[str]]:
    def broken(case: Case) -> Iterator[str]:
        for name, person in case.people.items():
            found = Counter(bucket(case.sessions[session]) for session in case.has[name])
            for when, times in found.items():
                if when is not None and times > person.get(limit, times):
                    yield f"{name}: {times} on {when}"

    return broken


def _wishes(case: Case) -> Iterator[str]:
    for name, has in case.has.items():
        wished = ranks(case.people[name])
        yield from (f"{name} in {session}" for session in has if session not in wished)


def _rank(case: Case) -> Iterator[str]:
    for each in case.placements:
        right = ranks(case.people[each["person"]]).get(each["session"])
        if right is not None and each["rank"] != right:
            yield f"{each['person']} in {each['session']}: {each['rank']}, not {right}"


def _together(case: Case) -> Iterator[str]:
    """Two who ask for each other have the same sessions."""
    for one, other in case.friends():
        if set(case.has[one]) != set(case.has[other]):
            yield f"{one} and {other}"


# --------------------------------------------------------------------------------------------------------- unplaced


def _accounted(case: Case) -> Iterator[str]:
    """Whoever got fewer than wanted is among the unplaced, once, with both numbers; nobody else is."""
    told = defaultdict(list)
    for each in case.output["unplaced"]:
        told[each["person"]].append((each["wanted"], each["got"]))
    for name, person in case.people.items():
        wanted, got = count(person), len(case.has[name])
        if told[name] != ([(wanted, got)] if got < wanted else []):
            yield f"{name}: {got} of {wanted}, told {told[name]}"


def _reasons(case: Case) -> Iterator[str]:
    """Everybody has one, and it is true of the session that it names: one that was wished for and not given."""
    for each in case.output["placements"]:
        if each.get("reason") != "placed":
            yield f"{each['person']} in {each['session']}"
    for each in case.output["unplaced"]:
        if each["person"] in case.people and not _true(case, each):
            yield f"{each['person']}: {each.get('reason')}"


def _true(case: Case, told: Document) -> bool:
    person, has, reason = case.people[told["person"]], case.has[told["person"]], told.get("reason")
    session = told.get("detail", {}).get("session")
    if reason == "wishes":
        return set(has) == ranks(person).keys()
    if reason in (None, "", "placed") or session not in ranks(person) or session in has:
        return False
    return reason not in TRUE or TRUE[reason](case, person, session)


def _busy(case: Case, person: Document, session: str) -> bool:
    return any(case.collide(session, other) for other in case.has[person["id"]])


def _limited(limit: str, bucket: Callable[[Document], object]) -> Callable[[Case, Document, str], bool]:
    return lambda case, person, session: (
        not _room(case, person, case.has[person["id"]], limit, bucket, session)
    )


TRUE: dict[str, Callable[[Case, Document, str], bool]] = {
    "full": lambda case, person, session: case.free(session) < seats(person),
    "party": lambda case, person, session: 0 < case.free(session) < seats(person),
    "minimum": lambda case, _, session: (
        not case.used[session] and case.sessions[session].get("minimum", 0) > 0
    ),
    "collides": _busy,
    "per_day": _limited("per_day", day),
    "per_week": _limited("per_week", week),
}
"""What a reason claims of the session it names; others claim nothing that can be seen from outside."""


def _skipped(case: Case) -> Iterator[str]:
    """Nobody goes without who could simply be added, all others staying where they are."""
    bound = {name for pair in case.friends() for name in pair}
    for name, person in case.people.items():
        if name not in bound and len(case.has[name]) < count(person):
            yield from (
                f"{name} fits into {session}" for session in ranks(person) if _fits(case, name, session)
            )


def _fits(case: Case, name: str, session: str) -> bool:
    person, has, there = case.people[name], case.has[name], case.sessions[session]
    if session in has or case.free(session) < seats(person):
        return False
    if case.used[session] + seats(person) < there.get("minimum", 0):
        return False
    if any(case.collide(session, other) for other in has):
        return False
    return _room(case, person, has, "per_day", day, session) and _room(
        case, person, has, "per_week", week, session
    )


def _room(
    case: Case,
    person: Document,
    has: list[str],
    limit: str,
    bucket: Callable[[Document], object],
    session: str,
) -> bool:
    when = bucket(case.sessions[session])
    if when is None or limit not in person:
        return True
    return sum(bucket(case.sessions[other]) == when for other in has) < int(person[limit])


# ---------------------------------------------------------------------------------------------------------- metrics


def _metrics(case: Case) -> Iterator[str]:
    said = case.output["metrics"]
    for name, right in metrics(case).items():
        if not isclose(said[name], right, abs_tol=EXACT):
            yield f"{name}: {said[name]}, not {right}"
    if said["seconds"] < 0:
        yield f"seconds: {said['seconds']}"


def metrics(case: Case) -> dict[str, float]:
    """What they are, counted anew: the share is that of all people, evenness that of all sessions with seats."""
    wishes = {name: ranks(person) for name, person in case.people.items()}
    first = sum(any(wishes[name].get(session) == 1 for session in has) for name, has in case.has.items())
    capacities = {name: session["capacity"] for name, session in case.sessions.items() if session["capacity"]}
    return {
        "seats_filled": sum(case.used.values()),
        "people_placed": sum(bool(has) for has in case.has.values()),
        "first_choice_share": first / len(case.people) if case.people else 0.0,
        "evenness": jain([case.used[name] / capacity for name, capacity in capacities.items()]),
    }


def _said(case: Case) -> Iterator[str]:
    """Strategy and seed are the input's; hash and version are there."""
    for name in ("strategy", "seed"):
        if name in case.document and case.output[name] != case.document[name]:
            yield name
    yield from (name for name in ("input_hash", "engine_version") if not case.output.get(name))


RULES: dict[str, Callable[[Case], Iterator[str]]] = {
    "known": _known,
    "twice": _twice,
    "capacity": _capacity,
    "minimum": _minimum,
    "times": _times,
    "conflicts": _conflicts,
    "count": _count,
    "per_day": _per("per_day", day),
    "per_week": _per("per_week", week),
    "wishes": _wishes,
    "rank": _rank,
    "together": _together,
    "accounted": _accounted,
    "reasons": _reasons,
    "skipped": _skipped,
    "metrics": _metrics,
    "said": _said,
}


def differences(output: Document, again: Document) -> list[Violation]:
    """Between the outputs of one input whose people and sessions were given in another order. All but the time it took
    is the same, down to the order of what is told."""
    names = sorted((output.keys() | again.keys()) - {"metrics"})
    found = [name for name in names if output.get(name) != again.get(name)]
    timeless = [{**each["metrics"], "seconds": 0} for each in (output, again)]
    if timeless[0] != timeless[1]:
        found.append("metrics")
    return [Violation("permutation", name) for name in found]

"""What of a run is fixed before the rest is allocated: pins, and what an earlier run has placed.

A pin is an admin's word: seats and the person's count are taken off, and whatever collides with it is no wish any more.
What an earlier run has placed stays wherever it still can, so that a rerun moves nobody without need. When a pin has
taken a seat that others had, whoever is last by (priority, credit, lot) gives theirs up, and is allocated anew with all
wishes, like everybody who has less than they want. People who come together keep all of their places, or all of them
are allocated anew; somebody whom an admin has adjusted is nobody's company any more.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from engine.planning import Document, PinOff
from engine.rules.measures import measures, seats_of
from engine.rules.run_input import week

Allocate = Callable[[Document], Document]
Reason = Literal["pinned", "kept"]
ALL = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A session's times."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, session: Document) -> "Slot":
        """As a document writes it."""
        return cls(datetime.fromisoformat(session["starts_at"]), datetime.fromisoformat(session["ends_at"]))

    def collides(self, other: "Slot", person: Document) -> bool:
        """Whether the person cannot have both."""
        days = self.start.date(), other.start.date()
        return (
            (self.start < other.end and other.start < self.end)
            or ("per_day" in person and days[0] == days[1])
            or ("per_week" in person and week(days[0]) == week(days[1]))
        )


@dataclass(slots=True)
class Fixed:
    """What is fixed so far: each person's sessions and why, and how many seats are left."""

    people: Mapping[str, Document]
    slots: Mapping[str, Slot]
    excluded: frozenset[tuple[str, str]]
    left: dict[str, int]
    got: dict[str, dict[str, Reason]] = field(default_factory=dict)

    def fits(self, person: str, session: str) -> bool:
        """Whether the person can have the session beside all that is fixed."""
        known, had = self.people.get(person), self.got.get(person, {})
        if known is None or session not in self.slots or session in had:
            return False
        clash = any(self.slots[session].collides(self.slots[other], known) for other in had)
        return not clash and self.left[session] >= known["seats"]

    def allows(self, person: str, session: str) -> bool:
        """Whether no admin has said otherwise."""
        return self.excluded.isdisjoint({(person, session), (person, ALL)})

    def take(self, person: str, session: str, reason: Reason) -> None:
        """The person has it from now on."""
        self.got.setdefault(person, {})[session] = reason
        self.left[session] -= self.people[person]["seats"]

    def give_back(self, person: str, session: str) -> None:
        """The person has it no more."""
        del self.got[person][session]
        self.left[session] += self.people[person]["seats"]


def solve(document: Document, seed: str, allocate: Allocate) -> Document:
    """The run's output. `allocate` is given and gives documents of the contract. The same document and seed give the
    same output. Sessions that are not held for want of people keep nobody but who is pinned there, which holds them.
    Pins that could not be kept stand under "pins_off", if there are any."""
    given_up: set[str] = set()
    _, off = pins(document)
    while True:
        fixed = fix(document, seed, frozenset(given_up))
        problem = rest(document, fixed, seed)
        made = allocate(problem) if problem["people"] else NOTHING
        output = joined(document, fixed, made)
        lost = _below_minimum(document, fixed, output)
        if not lost:
            empty = given_up - {each["session"] for each in output["placements"]}
            said = {"pins_off": off} if off else {}
            return {**output, "not_held": sorted({*made["not_held"], *empty}, key=int), **said}
        given_up |= lost


def _below_minimum(document: Document, fixed: Fixed, output: Document) -> set[str]:
    """Sessions at which too few people are, who are there from an earlier run and whom no pin holds."""
    taken = seats_of(document, output["placements"])
    return {
        each["id"]
        for each in document["sessions"]
        if 0 < taken.get(each["id"], 0) < each["minimum"] and not _pinned(fixed, each["id"])
    }


def _pinned(fixed: Fixed, session: str) -> bool:
    return any(had.get(session) == "pinned" for had in fixed.got.values())


NOTHING: Document = {"placements": (), "unplaced": (), "not_held": (), "engine_version": ""}


def fix(document: Document, seed: str, given_up: frozenset[str] = frozenset()) -> Fixed:
    """Pins first, then what stays of an earlier run; nothing of it at sessions that were given up."""
    fixed, _ = pins(document)
    earlier: dict[str, list[str]] = {}
    for each in document["kept"]:
        if each["session"] not in given_up:
            earlier.setdefault(each["person"], []).append(each["session"])
    for group in sorted(companies(document), key=lambda group: _turn(fixed.people, group, seed)):
        _keep(fixed, group, earlier)
    return fixed


def pins(document: Document) -> tuple[Fixed, list[Document]]:
    """What admins have pinned, and those pins that cannot be kept: a seat was taken meanwhile, or a time was moved."""
    off = []
    fixed = Fixed(
        people={person["id"]: person for person in document["people"]},
        slots={each["id"]: Slot.of(each) for each in document["sessions"]},
        excluded=frozenset((each["person"], each["session"]) for each in document["excluded"]),
        left={each["id"]: each["capacity"] for each in document["sessions"]},
    )
    for pin in document["pinned"]:
        if fixed.fits(pin["person"], pin["session"]):
            fixed.take(pin["person"], pin["session"], "pinned")
        else:
            off.append(pin)
    return fixed, off


def pins_off(document: Document) -> list[tuple[int, int, PinOff]]:
    """The pins that cannot be kept: whose, at which event, and why."""
    fixed, off = pins(document)
    return [(int(pin["person"]), int(pin["session"]), _why_off(fixed, **pin)) for pin in off]


def _why_off(fixed: Fixed, person: str, session: str) -> PinOff:
    known = fixed.people.get(person)
    if known is None:
        return "person"
    if session not in fixed.slots:
        return "date"
    had = (fixed.slots[other] for other in fixed.got.get(person, ()))
    return "collides" if any(fixed.slots[session].collides(other, known) for other in had) else "full"


def _keep(fixed: Fixed, group: tuple[str, ...], earlier: Mapping[str, list[str]]) -> None:
    """One alone keeps what they can; company keeps all or nothing."""
    kept = []
    for person in group:
        for session in sorted(
            earlier.get(person, ()), key=lambda one: (rank_of(fixed.people[person], one), one)
        ):
            if session in fixed.got.get(person, {}):
                continue
            if _keeps(fixed, person, session):
                fixed.take(person, session, "kept")
                kept.append((person, session))
            elif len(group) > 1:
                for one, other in kept:
                    fixed.give_back(one, other)
                return


def _keeps(fixed: Fixed, person: str, session: str) -> bool:
    known = fixed.people[person]
    room = len(fixed.got.get(person, {})) < known["count"]
    wished = rank_of(known, session) > 0
    return room and wished and fixed.allows(person, session) and fixed.fits(person, session)


def rank_of(person: Document, session: str) -> int:
    """Which wish it is, from 1; 0 for none."""
    ranks = (rank for rank, group in enumerate(person["wishes"], 1) if session in group)
    return next(ranks, 0)


def companies(document: Document) -> list[tuple[str, ...]]:
    """Everybody once, in the groups that come together."""
    bonds = bonds_of(document)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for person in bonds:
        group, ahead = set(), {person} - seen
        while ahead:
            group |= ahead
            ahead = {other for one in ahead for other in bonds[one]} - group
        if group:
            seen |= group
            found.append(tuple(sorted(group)))
    return found


def bonds_of(document: Document) -> dict[str, frozenset[str]]:
    """Who comes with whom: both say so, and no admin has adjusted either."""
    adjusted = {each["person"] for part in ("pinned", "excluded") for each in document[part]}
    asked = {person["id"]: set(person["with"]) for person in document["people"]}
    return {
        person: frozenset(
            other
            for other in others
            if person in asked.get(other, ()) and adjusted.isdisjoint({person, other})
        )
        for person, others in asked.items()
    }


def lot(seed: str, person: str) -> bytes:
    """What decides between equals, the same lot everywhere: the first 8 bytes of SHA-256 of the seed's SHA-256, the
    word "person", and the person; the lowest comes first. See `engine.rules.allocation.lots`, which needs more than
    Python's own library."""
    start = hashlib.sha256(seed.encode()).digest()
    return hashlib.sha256(start + b"person" + person.encode()).digest()[:8]


def _turn(people: Mapping[str, Document], group: Iterable[str], seed: str) -> tuple[int, int, bytes]:
    """Who keeps first: by the best of the group."""
    return min((-people[p]["priority"], -people[p]["credit"], lot(seed, p)) for p in group)


# ------------------------------------------------------------------------------------------------ the rest


def rest(document: Document, fixed: Fixed, seed: str) -> dict[str, Any]:
    """The problem that is left, as the contract has it."""
    bonds = bonds_of(document)
    people = (_person(fixed, bonds, person) for person in document["people"])
    left = [person for person in people if person["wishes"] and person["count"] > 0]
    here = {person["id"] for person in left}
    return {
        "sessions": [_session(fixed, session) for session in document["sessions"]],
        "people": [{**person, "with": [p for p in person["with"] if p in here]} for person in left],
        "strategy": document["strategy"],
        "order": document["order"],
        "seed": seed,
    }


def _session(fixed: Fixed, session: Document) -> Document:
    """With pins it is held in any case; others that stay count for its minimum."""
    here = session["id"]
    taken = session["capacity"] - fixed.left[here]
    minimum = 0 if _pinned(fixed, here) else max(session["minimum"] - taken, 0)
    return {**session, "capacity": fixed.left[here], "minimum": minimum}


def _person(fixed: Fixed, bonds: Mapping[str, frozenset[str]], person: Document) -> Document:
    """Whoever comes together and has the same so far stays together; with different places, neither gets anything more
    that both of them want, as one would be there without the other."""
    own, had = person["id"], fixed.got.get(person["id"], {})
    same = [other for other in sorted(bonds[own]) if fixed.got.get(other, {}).keys() == had.keys()]
    apart = [fixed.people[other] for other in bonds[own] if other not in same]

    def open_to(session: str) -> bool:
        clash = any(fixed.slots[session].collides(fixed.slots[other], person) for other in had)
        alone = any(rank_of(other, session) for other in apart)
        return session not in had and not clash and not alone and fixed.allows(own, session)

    wishes = [[session for session in group if open_to(session)] for group in person["wishes"]]
    count = person["count"] - len(had)
    known = {key: value for key, value in person.items() if key != "booked"}
    return {**known, "wishes": [group for group in wishes if group], "count": count, "with": same}


# ------------------------------------------------------------------------------------------------ the whole


def joined(document: Document, fixed: Fixed, made: Document) -> Document:
    """The output of the whole: what was fixed, what was allocated, and who has less than they want."""
    people = fixed.people
    placements: list[dict[str, Any]] = [
        {"person": p, "session": s, "rank": rank_of(people[p], s), "reason": reason}
        for p, had in fixed.got.items()
        for s, reason in had.items()
    ]
    placements += [
        {**each, "rank": rank_of(people[each["person"]], each["session"])} for each in made["placements"]
    ]
    placements.sort(key=lambda each: (int(each["person"]), int(each["session"])))
    return {
        "placements": placements,
        "unplaced": _unplaced(fixed, made, placements),
        "not_held": list(made["not_held"]),
        "metrics": measures(document, placements),
        "strategy": document["strategy"],
        "order": document["order"],
        "engine_version": made["engine_version"],
    }


def _unplaced(fixed: Fixed, made: Document, placements: Iterable[Document]) -> list[Document]:
    got: dict[str, int] = {}
    for each in placements:
        got[each["person"]] = got.get(each["person"], 0) + 1
    why = {each["person"]: each for each in made["unplaced"]}
    return [
        {
            "person": person,
            "wanted": known["count"],
            "got": got.get(person, 0),
            "reason": why[person]["reason"] if person in why else _why(fixed, person),
            "detail": why[person]["detail"] if person in why else {},
        }
        for person, known in sorted(fixed.people.items(), key=lambda one: int(one[0]))
        if got.get(person, 0) < known["count"]
    ]


def _why(fixed: Fixed, person: str) -> str:
    """Of somebody for whom nothing was left to be allocated."""
    wished = [session for group in fixed.people[person]["wishes"] for session in group]
    if not wished:
        return "impossible"
    if not any(fixed.allows(person, session) for session in wished):
        return "excluded"
    return "collides" if fixed.got.get(person) else "together"

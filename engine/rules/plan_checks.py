"""What an admin should know of a month's input before anything is computed from it. Nothing of it stops a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Literal

from engine.month import Wish
from engine.planning import Document, Planning
from engine.rules.run_fixing import ALL, Slot, pins
from engine.rules.run_input import input_of, on_a_day, stated, takers, wisher_of

Concern = Literal[
    "event_off",
    "no_seats",
    "scarce",
    "below_minimum",
    "line",
    "unreachable",
    "impossible",
    "too_few_wishes",
    "overlap",
    "excluded",
    "pin_off",
    "unwished",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """About an event, a person, or both. event_off: `count` people wish for one that takes nobody any more. no_seats,
    scarce: `count` people want it first and there are fewer seats than they need, or none. below_minimum: `count` seats
    are wished for at all and `used` are taken already, fewer together than the `least` that it needs. line: `count`
    people wait for it already. unreachable: cannot be written to. impossible: nothing that they wish for can be had.
    too_few_wishes: wants `count` and names fewer. overlap: two of their wishes cannot both be had. excluded: an admin
    lets them have nothing. pin_off: an admin's word that cannot be kept any more. unwished: nobody wishes for it, and
    it has free seats."""

    concern: Concern
    event_id: int | None = None
    person_id: int | None = None
    count: int = 0
    least: int = 0
    used: int = 0


def findings(planning: Planning, now: datetime) -> list[Finding]:
    """Of events first, then of people; each by id. Dates that nobody wishes for are last: there may be many."""
    document = input_of(planning, now, "balanced", "most")
    return [
        *_of_events(planning, document),
        *_of_people(planning, document),
        *_of_pins(document),
        *_unwished(planning, now),
    ]


def _of_events(planning: Planning, document: Document) -> Iterator[Finding]:
    wished = _wished(planning)
    taking = {int(each["id"]): each for each in document["sessions"]}
    first, seats = _needed(document)
    for event_id, people in sorted(wished.items()):
        session = taking.get(event_id)
        if session is None:
            yield Finding("event_off", event_id, count=people)
            continue
        if first.get(event_id, 0) > session["capacity"]:
            concern: Concern = "scarce" if session["capacity"] else "no_seats"
            yield Finding(concern, event_id, count=first[event_id])
        seating, wanted = planning.seatings[event_id], seats.get(event_id, 0)
        if wanted < session["minimum"]:
            used = seating.capacity - seating.free
            yield Finding("below_minimum", event_id, count=wanted, least=seating.minimum, used=used)
        if seating.waiting:
            yield Finding("line", event_id, count=seating.waiting)


def _unwished(planning: Planning, now: datetime) -> Iterator[Finding]:
    wished = _wished(planning)
    for seating in takers(planning, now):
        if seating.free and seating.id not in wished:
            yield Finding("unwished", seating.id)


def _wished(planning: Planning) -> dict[int, int]:
    """How many people wish for each event, those whose days it does not suit not counted."""
    found: dict[int, int] = {}
    for wish in stated(planning):
        for ranked in wish.wanted.choices:
            seating = planning.seatings.get(ranked.event_id)
            if seating is None or on_a_day(planning, wish, seating):
                found[ranked.event_id] = found.get(ranked.event_id, 0) + 1
    return found


def _needed(document: Document) -> tuple[dict[int, int], dict[int, int]]:
    """Seats for those who want an event first, and at all."""
    first: dict[int, int] = {}
    seats: dict[int, int] = {}
    for person in document["people"]:
        for rank, group in enumerate(person["wishes"]):
            for event_id in map(int, group):
                seats[event_id] = seats.get(event_id, 0) + person["seats"]
                if rank == 0:
                    first[event_id] = first.get(event_id, 0) + person["seats"]
    return first, seats


def _of_people(planning: Planning, document: Document) -> Iterator[Finding]:
    slots = {each["id"]: Slot.of(each) for each in document["sessions"]}
    excluded = {(each["person"], each["session"]) for each in document["excluded"]}
    said = {wish.person_id: _said(planning, wish) for wish in planning.month.wishes.values()}
    for person in document["people"]:
        own = int(person["id"])
        wishes = [session for group in person["wishes"] for session in group]
        if not wisher_of(planning, own).reachable:
            yield Finding("unreachable", person_id=own)
        if not wishes:
            yield Finding("impossible", person_id=own)
        elif len(wishes) < said[own]:
            yield Finding("too_few_wishes", person_id=own, count=said[own])
        if (
            any(slots[a].collides(slots[b], person) for a, b in combinations(wishes, 2))
            and person["count"] > 1
        ):
            yield Finding("overlap", person_id=own)
        if (person["id"], ALL) in excluded:
            yield Finding("excluded", person_id=own)


def _said(planning: Planning, wish: Wish) -> int:
    """How many the person says they want beside what they have booked and been offered, also of fewer dates."""
    theirs = wisher_of(planning, wish.person_id).theirs
    return wish.wanted.count - sum(ranked.event_id in theirs for ranked in wish.wanted.choices)


def _of_pins(document: Document) -> Iterator[Finding]:
    _, off = pins(document)
    for pin in off:
        yield Finding("pin_off", int(pin["session"]), int(pin["person"]))

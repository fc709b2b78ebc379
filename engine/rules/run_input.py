"""The input of a run: what the wishes, the events and the admins' adjustments come to, as a document; and what of two
such documents differs. The same period gives the same document, whoever asks and in whatever order rows were read.

Beside what `engine.rules.allocation` reads it has `pinned` and `excluded` (from the adjustments) and `kept` (what an
earlier run has placed); see `rules.run_fixing`.
"""

import hashlib
import json
from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from engine.month import Ranked, Wish
from engine.planning import Adjustment, Document, Ordering, Planning, Run, Seating, Strategy, Wisher
from engine.refusals import InputChanged

JUDGED = ("sessions", "people", "pinned", "excluded")
"""The parts that come from the period; the others say what is made of them."""


def input_of(
    planning: Planning, now: datetime, strategy: Strategy, ordering: Ordering, base: Run | None = None
) -> Document:
    """The input of a run that begins now; with `base` it keeps what that one has placed."""
    kept = base.output.get("placements", ()) if base is not None else ()
    here = [wish for wish in stated(planning) if left(planning, wish) >= 1]
    near = _near(planning, {wish.person_id for wish in here})
    return {
        "sessions": [_session(planning, each) for each in takers(planning, now)],
        "people": [_person(planning, now, wish, near.get(wish.person_id, ())) for wish in here],
        "pinned": sorted(_pinned(planning), key=_pair),
        "excluded": sorted(_excluded(planning.adjustments), key=_pair),
        "kept": sorted(({"person": p["person"], "session": p["session"]} for p in kept), key=_pair),
        "strategy": strategy,
        "order": ordering,
    }


def takers(planning: Planning, now: datetime) -> list[Seating]:
    """The events that people can still be placed at, by id."""
    found = (seating for _, seating in sorted(planning.seatings.items()))
    return [seating for seating in found if seating.status == "open" and seating.starts_at > now]


def _session(planning: Planning, seating: Seating) -> Document:
    zone = ZoneInfo(planning.month.timezone)
    return {
        "id": str(seating.id),
        "capacity": seating.free,
        "minimum": max(seating.minimum - (seating.capacity - seating.free), 0),
        "starts_at": seating.starts_at.astimezone(zone).isoformat(),
        "ends_at": seating.ends_at.astimezone(zone).isoformat(),
    }


def stated(planning: Planning) -> list[Wish]:
    """Whoever wants anything, by person."""
    wishes = (
        wish for wish in planning.month.wishes.values() if wish.status == "stated" and wish.wanted.choices
    )
    return sorted(wishes, key=lambda wish: wish.person_id)


def _person(planning: Planning, now: datetime, wish: Wish, friends: Iterable[int]) -> Document:
    wanted, wisher = wish.wanted, wisher_of(planning, wish.person_id)
    found: dict[str, Any] = {
        "id": str(wish.person_id),
        "wishes": _grouped(ranked for ranked in wanted.choices if _possible(planning, now, wish, ranked)),
        "count": left(planning, wish),
        "seats": wanted.seats,
        "priority": wisher.priority,
        "credit": wisher.credit,
        "with": [str(friend) for friend in sorted(friends)],
    }
    if booked := own(planning, wish):
        found["booked"] = booked
    return found if not wanted.at_most else {**found, f"per_{wanted.at_most}": 1}


def wisher_of(planning: Planning, person_id: int) -> Wisher:
    """What is known of the person."""
    return planning.wishers.get(person_id) or Wisher(person_id)


def _possible(planning: Planning, now: datetime, wish: Wish, ranked: Ranked) -> bool:
    """Whether the person could have this event: it takes people, on a weekday that suits them, they have neither booked
    it nor been offered it, and nothing of that kind is in its way."""
    seating = planning.seatings.get(ranked.event_id)
    if seating is None or seating.status != "open" or seating.starts_at <= now:
        return False
    if not on_a_day(planning, wish, seating):
        return False
    theirs = wisher_of(planning, wish.person_id).theirs
    if ranked.event_id in theirs or wish.wanted.seats > seating.capacity:
        return False
    others = (planning.seatings[event_id] for event_id in theirs if event_id in planning.seatings)
    return not any(in_the_way(planning, wish, seating, other) for other in others)


def in_the_way(planning: Planning, wish: Wish, one: Seating, other: Seating) -> bool:
    """Whether the person cannot or does not want to have both."""
    return exclude(one, other, wish.wanted.at_most, planning.month.timezone)


class Dated(Protocol):
    """What has a beginning and an end."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


def exclude(one: Dated, other: Dated, at_most: str, timezone: str) -> bool:
    """Whether nobody can have both, or not with this limit ("" is none, else one a "day" or a "week")."""
    zone = ZoneInfo(timezone)
    days = one.starts_at.astimezone(zone).date(), other.starts_at.astimezone(zone).date()
    same = {"day": days[0] == days[1], "week": week(days[0]) == week(days[1])}
    return overlap(one, other) or same.get(at_most, False)


def overlap(one: Dated, other: Dated) -> bool:
    """Whether nobody can be at both."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def week(day: date) -> tuple[int, int]:
    """Year and number of its week, which begins on Monday."""
    return day.isocalendar()[:2]


def _grouped(choices: Iterable[Ranked]) -> list[list[str]]:
    """Best first, equal ones together; ids in order, as theirs says nothing."""
    ordered = sorted(choices, key=lambda ranked: (ranked.rank, ranked.event_id))
    return [
        [str(each.event_id) for each in group] for _, group in groupby(ordered, lambda ranked: ranked.rank)
    ]


def _near(planning: Planning, here: Collection[int]) -> dict[int, set[int]]:
    """Whom each wants to come together with and is wanted by, as far as they are `here`."""
    found: dict[int, set[int]] = {}
    for friendship in planning.month.friendships.values():
        one, other = friendship.asker_id, friendship.friend_id
        if friendship.status == "agreed" and other is not None and one in here and other in here:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def left(planning: Planning, wish: Wish) -> int:
    """How many they want beside what they have booked and been offered; nothing is left for the draw of somebody with 0
    or less."""
    return most(planning, wish) - _wished(wish, wisher_of(planning, wish.person_id).theirs)


def own(planning: Planning, wish: Wish) -> int:
    """How many of their wishes they have booked by themselves. An offer is no place before somebody has taken it."""
    return _wished(wish, wisher_of(planning, wish.person_id).booked)


def _wished(wish: Wish, events: Collection[int]) -> int:
    return sum(ranked.event_id in events for ranked in wish.wanted.choices)


def most(planning: Planning, wish: Wish) -> int:
    """How many they can want: no more than the dates they have named, those on a day they have ruled out not counted,
    and those that an admin gives them besides. One at least, so that whoever has named nothing else hears why they have
    nothing."""
    theirs, seatings = wisher_of(planning, wish.person_id).theirs, planning.seatings
    named = {
        each.event_id
        for each in wish.wanted.choices
        if each.event_id in theirs
        or each.event_id not in seatings
        or on_a_day(planning, wish, seatings[each.event_id])
    }
    if len(named) >= wish.wanted.count:
        return wish.wanted.count
    return min(wish.wanted.count, max(len(named) + _besides(planning, wish.person_id, named), 1))


def _besides(planning: Planning, person_id: int, named: Collection[int]) -> int:
    """Dates that admins give the person beside those `named`: nobody loses a wish by them. A move from a named date is
    there instead of it."""
    theirs = wisher_of(planning, person_id).theirs
    return sum(
        each.person_id == person_id
        and each.kind != "exclude"
        and each.event_id not in {*named, *theirs}
        and each.from_event_id not in named
        and _open(planning, each.event_id)
        for each in planning.adjustments
    )


def _open(planning: Planning, event_id: int | None) -> bool:
    seating = planning.seatings.get(event_id or 0)
    return seating is not None and seating.status == "open"


def on_a_day(planning: Planning, wish: Wish, seating: Seating) -> bool:
    """Whether it is on a weekday that suits the person; as long as none is named, all do."""
    local = seating.starts_at.astimezone(ZoneInfo(planning.month.timezone))
    return not wish.wanted.weekdays or local.weekday() in wish.wanted.weekdays


def _pinned(planning: Planning) -> list[Document]:
    """Without what the person has booked or been offered since."""
    return [
        {"person": str(each.person_id), "session": str(each.event_id)}
        for each in planning.adjustments
        if each.kind != "exclude" and each.event_id not in wisher_of(planning, each.person_id).theirs
    ]


def _excluded(adjustments: Iterable[Adjustment]) -> list[Document]:
    """ "session" "" is all of the month."""
    found: list[Document] = []
    for each in adjustments:
        if each.kind == "exclude":
            found.append({"person": str(each.person_id), "session": str(each.event_id or "")})
        elif each.kind == "move":
            found.append({"person": str(each.person_id), "session": str(each.from_event_id)})
    return found


def _pair(entry: Document) -> tuple[str, str]:
    return entry["person"], entry["session"]


def hash_of_input(document: Document) -> str:
    """SHA-256 of everything that comes from the period."""
    judged = {part: document[part] for part in JUDGED}
    text = json.dumps(judged, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def check_unchanged(made_of: Document, now: Document) -> None:
    """Raises InputChanged when the period is not any more what a run was made of."""
    if hash_of_input(made_of) == hash_of_input(now):
        return
    adjusted = any(made_of[part] != now[part] for part in ("pinned", "excluded"))
    raise InputChanged(
        sessions=len(_differing(made_of["sessions"], now["sessions"])),
        people=len(_differing(made_of["people"], now["people"])),
        adjustments=adjusted,
    )


def differing(made_of: Document, now: Document) -> dict[str, list[int]]:
    """Which events and people are not as they were, and for whom admins have said something else: ids, by "sessions",
    "people" and "adjusted"."""
    found = {
        part: sorted(int(each) for each in _differing(made_of[part], now[part]))
        for part in ("sessions", "people")
    }
    said = (
        {(part, *_pair(each)) for part in ("pinned", "excluded") for each in document[part]}
        for document in (made_of, now)
    )
    before, after = said
    return {**found, "adjusted": sorted({int(person) for _, person, _ in before ^ after})}


def _differing(before: Iterable[Document], after: Iterable[Document]) -> set[str]:
    old, new = ({each["id"]: each for each in rows} for rows in (before, after))
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}

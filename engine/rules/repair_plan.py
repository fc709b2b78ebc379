"""The smallest repair of a final month that has lost an event, or seats: who would go where, judged by what people
wished for.

Only who can be asked is moved, only once, and nobody whom an admin has pinned or who comes together with a friend; who
has lost a place together with a friend goes together. Whoever can have a free seat has it without moving anybody; only
if that is not enough for all, others are asked to make room. What belongs together, as one takes the seat of another,
is one chain: it happens whole, and chains do not depend on each other.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from engine.hours import quiet_until
from engine.month import QUIET, Wish
from engine.planning import Seating
from engine.repairs import Lost, Placed, RepairMove, Survey
from engine.rules.run_input import in_the_way, on_a_day, wisher_of

SOONEST = timedelta(hours=3)
"""An event that begins earlier after the next waking hour leaves people no time to answer."""

MOST_WAYS = 20_000
"""So many ways to go are looked at, and no further step once there are more: below that the repair is the smallest."""


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """chains: sets of moves that do not depend on each other. missing: every lost place of those who get none, by
    person; unreachable: those of them who cannot be asked. passed: how many people wait for the events that somebody
    would go to."""

    chains: tuple[tuple[RepairMove, ...], ...] = ()
    missing: tuple[Lost, ...] = ()
    unreachable: tuple[int, ...] = ()
    passed: int = 0

    @property
    def stuck(self) -> tuple[int, ...]:
        """Who has lost a place and gets none."""
        return tuple(dict.fromkeys(lost.person_id for lost in self.missing))


@dataclass(frozen=True, slots=True)
class _Group:
    """People who move together, with a way for each of them by event; `here`: what they would leave."""

    people: tuple[int, ...]
    ways: Mapping[int, tuple[RepairMove, ...]]
    here: int | None = None


@dataclass(slots=True)
class _Look:
    """A survey, with what is asked of it again and again. usable: events that begin late enough for everybody to be
    asked, by id."""

    survey: Survey
    now: datetime
    asked: frozenset[int] = frozenset()
    usable: dict[int, Seating] = field(default_factory=dict)
    wishes: dict[int, Wish] = field(default_factory=dict)
    held: dict[int, list[Placed]] = field(default_factory=dict)
    friends: dict[int, set[int]] = field(default_factory=dict)
    excluded: frozenset[tuple[int, int | None]] = frozenset()

    def __post_init__(self) -> None:
        planning = self.survey.planning
        self.asked = frozenset(person for repair in self.survey.repairs for person in repair.people)
        self.wishes = {wish.person_id: wish for wish in planning.month.wishes.values()}
        awake = quiet_until(self.now, QUIET, planning.month.timezone) or self.now
        for number, seating in sorted(planning.seatings.items()):
            if seating.status == "open" and seating.starts_at >= awake + SOONEST:
                self.usable[number] = seating
        for placed in self.survey.placed:
            self.held.setdefault(placed.person_id, []).append(placed)
        for each in planning.month.friendships.values():
            if each.friend_id is not None:
                self.friends.setdefault(each.asker_id, set()).add(each.friend_id)
                self.friends.setdefault(each.friend_id, set()).add(each.asker_id)
        outs = (each for each in planning.adjustments if each.kind == "exclude")
        self.excluded = frozenset((each.person_id, each.event_id) for each in outs)


def repair_plan(survey: Survey, now: datetime) -> RepairPlan:
    """The smallest repair now; empty when nobody has lost anything."""
    look, lost = _Look(survey, now), lost_places(survey)
    missing = list({each.person_id: each for each in reversed(lost)}.values())  # the first of everybody
    losers = [group for group in _losers(look, missing) if group.ways]
    free = {number: seating.free for number, seating in look.usable.items()}
    chosen = _smallest(losers, free)
    if len(chosen) < len(losers):
        chosen = _smallest([*losers, *_makers_of_room(look, losers, missing)], free)
    together = chains([group.ways[event] for group, event in chosen], free)
    placed = {move.person_id for chain in together for move in chain}
    stuck = tuple(each for each in lost if each.person_id not in placed)
    people = dict.fromkeys(each.person_id for each in stuck)
    away = tuple(person for person in people if not wisher_of(survey.planning, person).reachable)
    there = {move.event_id for chain in together for move in chain}
    passed = sum(look.usable[event_id].waiting for event_id in there)
    return RepairPlan(together, stuck, away, passed)


def lost_places(survey: Survey) -> tuple[Lost, ...]:
    """The lost places of everybody who has fewer dates than once the month was final, and is not asked already, by
    person: as many as they lack, the last ones, as an admin makes good the first one first."""
    asked = frozenset(person for repair in survey.repairs for person in repair.people)
    has = Counter(each.person_id for each in survey.placed)
    own: dict[int, list[Lost]] = {}
    for each in survey.lost:
        own.setdefault(each.person_id, []).append(each)
    lacks = {person: survey.got.get(person, 0) - has[person] for person in sorted(own) if person not in asked}
    return tuple(each for person, count in lacks.items() if count > 0 for each in own[person][-count:])


def _losers(look: _Look, missing: list[Lost]) -> Iterator[_Group]:
    """Friends who have lost the same event together are one."""
    left = {each.person_id: each for each in missing}
    while left:
        first = left.pop(min(left))
        company = [first]
        for each in company:
            near = look.friends.get(each.person_id, set())
            both = [
                person
                for person in sorted(near)
                if person in left and left[person].event_id == first.event_id
            ]
            company += [left.pop(person) for person in both]
        ways = [dict(_ways(look, each)) for each in company]
        shared = sorted(set.intersection(*(set(own) for own in ways)))
        people = tuple(each.person_id for each in company)
        yield _Group(people, {event: tuple(own[event] for own in ways) for event in shared})


def _makers_of_room(look: _Look, losers: list[_Group], missing: list[Lost]) -> list[_Group]:
    """Bookings at events that somebody would like to have, step by step, as whoever leaves one would like to have
    another."""
    others = {each.person_id for each in missing} | look.asked
    near = {event for group in losers for event in group.ways}
    found: dict[int, _Group] = {}
    seen: set[int] = set()
    while near and sum(len(group.ways) for group in found.values()) <= MOST_WAYS:
        seen |= near
        further: set[int] = set()
        for each in look.survey.placed:
            if each.event_id in near and _may_leave(look, each, others):
                ways = {event: (move,) for event, move in _ways(look, each)}
                found[each.id] = _Group((each.person_id,), ways, each.event_id)
                further |= ways.keys()
        near = further - seen
    return [group for _, group in sorted(found.items()) if group.ways]


def _may_leave(look: _Look, placed: Placed, others: set[int]) -> bool:
    if placed.fixed or placed.person_id in others:
        return False
    friends = look.friends.get(placed.person_id, set())
    return not any(
        each.event_id == placed.event_id for friend in friends for each in look.held.get(friend, ())
    )


def _ways(look: _Look, what: Lost | Placed) -> Iterator[tuple[int, RepairMove]]:
    """Where the person could have it instead, by event."""
    planning, wish = look.survey.planning, look.wishes.get(what.person_id)
    if wish is None or not wisher_of(planning, what.person_id).reachable:
        return
    lost = isinstance(what, Lost)
    booking_id = what.booking_id if isinstance(what, Lost) else what.id
    kept = [each.event_id for each in look.held.get(what.person_id, ()) if each.id != booking_id]
    ranks = {each.event_id: each.rank for each in wish.wanted.choices}
    for event_id, seating in look.usable.items():
        if event_id in ranks and event_id != what.event_id and _suits(look, wish, what.seats, seating, kept):
            before = ranks.get(what.event_id, 0)
            yield (
                event_id,
                RepairMove(
                    what.person_id,
                    booking_id,
                    what.event_id,
                    event_id,
                    seating.starts_at,
                    seating.ends_at,
                    what.seats,
                    ranks[event_id],
                    before,
                    lost,
                ),
            )


def _suits(look: _Look, wish: Wish, seats: int, there: Seating, kept: list[int]) -> bool:
    planning, person_id = look.survey.planning, wish.person_id
    if there.id in wisher_of(planning, person_id).theirs or seats > there.capacity:
        return False
    if not on_a_day(planning, wish, there):
        return False
    if (person_id, there.id) in look.survey.declined:
        return False
    if there.capacity - there.free + seats < there.minimum:
        return False  # it may not be held for want of people
    if not look.excluded.isdisjoint({(person_id, there.id), (person_id, None)}):
        return False
    return not any(in_the_way(planning, wish, there, planning.seatings[event_id]) for event_id in kept)


def _smallest(groups: list[_Group], free: dict[int, int]) -> list[tuple[_Group, int]]:
    """Which groups go, and where. The solver is imported when it is first needed."""
    if not groups:
        return []
    from engine.rules.allocation.repairing import Unit, Way, smallest

    units = [Unit(len(group.people), group.here is None) for group in groups]
    persons: dict[int, int] = {}  # somebody with several bookings moves with one of them only
    ways: list[tuple[_Group, Way]] = []
    for number, group in enumerate(groups):
        unit = persons.setdefault(group.people[0], number)
        for event_id, moves in group.ways.items():
            seats, worth = (
                sum(move.seats for move in moves),
                sum(move.rank_before - move.rank for move in moves),
            )
            ways.append((group, Way(unit, event_id, seats, worth, group.here)))
    gone = {id(way) for way in smallest(units, [way for _, way in ways], free)}
    return [(group, way.there) for group, way in ways if id(way) in gone]


def chains(
    groups: list[tuple[RepairMove, ...]], free: Mapping[int, int]
) -> tuple[tuple[RepairMove, ...], ...]:
    """The groups put together as far as they depend on each other: who can have a free seat depends on nobody, who
    cannot depends on whoever leaves the event."""
    linked = {number: {number} for number in range(len(groups))}
    for event_id in sorted({move.event_id for moves in groups for move in moves}):
        rest, left = [], free[event_id]
        for number, moves in enumerate(groups):
            seats = sum(move.seats for move in moves if move.event_id == event_id)
            if seats > left:
                rest.append(number)
            left -= seats if seats <= left else 0
        leaving = [number for number, moves in enumerate(groups) if _leaves(moves, event_id)] if rest else []
        whole = set().union(*(linked[number] for number in (*rest, *leaving)))
        linked |= dict.fromkeys(whole, whole)
    sets = {min(whole): whole for whole in linked.values()}
    return tuple(
        tuple(move for number in sorted(whole) for move in groups[number])
        for _, whole in sorted(sets.items())
    )


def _leaves(moves: tuple[RepairMove, ...], event_id: int) -> bool:
    return any(move.from_event_id == event_id and not move.lost for move in moves)

"""What the end of a balancing would come to, person by person: what `rules.balancing.finalize` does, read off the
states before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.ports import States
from engine.rules.foresight import Effect
from engine.state import Entry, Line, Offer


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Whose open offer would be taken back, and of which event's seats."""

    person_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Who has a seat at `event_id`, where they were asked, and would give up the place in line at `home`."""

    person_id: int
    home: int
    event_id: int


@dataclass(frozen=True, slots=True)
class Back:
    """Who would be back at their place: of that event's line, or (None) of the reserve list."""

    person_id: int
    event_id: int | None
    position: int


@dataclass(frozen=True, slots=True)
class Out:
    """Who would leave the line of `home`, or pause there, without a seat of it."""

    person_id: int
    home: int


@dataclass(frozen=True, slots=True)
class Ending:
    """Everybody whom it would change something for. Whoever would be served at once is in none of these but the
    first."""

    withdrawn: tuple[Withdrawn, ...]
    moved: tuple[Moved, ...]
    back: tuple[Back, ...]
    out: tuple[Out, ...]


def ending_of(effect: Effect) -> Ending:
    """`effect` is what `finalize` would come to. The states must have everybody."""
    stopped = list(_stopped(effect))
    homes = [*_homes(effect.before), *_asked_at_home(effect.before, stopped)]
    moved, back, out = list[Moved](), list[Back](), list[Out]()
    for event_id, entry in homes:
        there = _seat(effect.before, event_id, entry)
        line = effect.after[event_id].reserve if entry.event_id is None else effect.after[event_id].line
        status = line.entries[entry.id].status
        if status == "waiting":
            back.append(Back(entry.person_id, entry.event_id, _position(line, entry)))
        elif status == "left" and there is not None:
            moved.append(Moved(entry.person_id, event_id, there))
        elif status in ("left", "paused"):
            out.append(Out(entry.person_id, event_id))
    withdrawn = tuple(Withdrawn(offer.person_id, event_id) for event_id, offer in stopped)
    return Ending(withdrawn, tuple(moved), tuple(back), tuple(out))


def _stopped(effect: Effect) -> Iterator[tuple[int, Offer]]:
    for event_id, state in effect.before.items():
        for offer in state.pending():
            if effect.after[event_id].offers[offer.id].status == "withdrawn":
                yield event_id, offer


def _homes(states: States) -> Iterator[tuple[int, Entry]]:
    """The places that whoever was asked to another event keeps meanwhile, in line order."""
    for event_id, state in states.items():
        for entry in _in_order(state.line):
            if entry.split and not entry.visiting:
                yield event_id, entry


def _asked_at_home(states: States, stopped: list[tuple[int, Offer]]) -> Iterator[tuple[int, Entry]]:
    """The places of those who were asked where they wait, or from the reserve list."""
    for event_id, offer in stopped:
        entry = states[event_id].asked(offer)
        if not entry.split:
            yield event_id, entry


def _seat(states: States, home: int, entry: Entry) -> int | None:
    """Where they were asked in this balancing, if they have a seat there; one at another sibling is no part of it."""
    split_id = states[home].event.split_id
    for event_id, state in states.items():
        asked = any(o.person_id == entry.person_id and o.split_id == split_id for o in state.offers.values())
        if asked and state.booking_of(entry.person_id) is not None:
            return event_id
    return None


def _position(line: Line, entry: Entry) -> int:
    return [each.id for each in _in_order(line)].index(entry.id) + 1


def _in_order(line: Line) -> list[Entry]:
    rows = (entry for entry in line.entries.values() if entry.active)
    return sorted(rows, key=lambda row: (-row.priority, row.seq, row.id))

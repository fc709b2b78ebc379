"""Who waits with which priority: set by an admin, for many at once. Within a priority nobody's place changes."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.facts import EntryPrioritised, Fact
from engine.ports import Act
from engine.refusals import NotWaiting
from engine.rules.filling import and_fill
from engine.rules.reasons import check_reason
from engine.state import State


@dataclass(frozen=True, slots=True)
class Priority:
    """Higher comes first; everybody joins with 0. `note`: why this person."""

    value: int
    note: str = ""


def prioritise(state: State, act: Act, wanted: Mapping[int, Priority]) -> list[Fact]:
    """Places in line, by the ids of their entries, of the event or of its service's reserve list, count with these
    priorities from now on; a seat that is free goes to whoever is next by then. Open offers stay. The act has a
    reason.

    Raises ReasonNeeded, and NotWaiting when one of them is no place in line.
    """
    check_reason(act)
    changed: list[Fact] = []
    for entry_id, priority in wanted.items():
        entry = state.entry(entry_id)
        if entry is None or not entry.active:
            raise NotWaiting
        if entry.priority != priority.value:
            changed.append(EntryPrioritised(id=entry_id, priority=priority.value, note=priority.note))
    return and_fill(state, act, changed) if changed else []

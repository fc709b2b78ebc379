"""Who is where in a line, and what of it is known: the window keeps only what it can be sure of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from engine import facts as f
from engine.state import Entry, Line, State


def placed(line: Line, old: Entry | None, new: Entry) -> Line:
    """The line with `new` in the place of `old`; the window keeps only what it can be sure of."""
    entries = {**line.entries, new.id: new}
    waiting = line.waiting + (new.status == "waiting") - (old is not None and old.status == "waiting")
    active = dict(line.active)
    if old is not None and old.active:
        active[old.priority] -= 1
    if new.active:
        active[new.priority] = active.get(new.priority, 0) + 1
    window = tuple(i for i in line.window if i != new.id)
    if new.status == "waiting":
        window = _insert(window, entries, new, line.complete)
    return replace(line, entries=entries, window=window, waiting=waiting, active=active)


def on_reserve(state: State, old: Entry | None, new: Entry) -> State:
    """The reserve list numbers its own places; it has no event that could."""
    line = placed(state.reserve, old, new)
    return replace(state, reserve=replace(line, next_seq=max(line.next_seq, new.seq + 1)))


def prioritised(state: State, run: Iterable[f.Fact], _: datetime) -> State:
    """Many at once: a line of ten thousand is copied and put in order once, and not for each of them."""
    line: list[f.EntryPrioritised] = []
    reserve: list[f.EntryPrioritised] = []
    for fact in run:
        assert isinstance(fact, f.EntryPrioritised)
        (line if fact.id in state.line.entries else reserve).append(fact)
    return replace(state, line=_reordered(state.line, line), reserve=_reordered(state.reserve, reserve))


def _reordered(line: Line, facts: Sequence[f.EntryPrioritised]) -> Line:
    """The line with these places at their new ranks. Behind the end of a window that is not complete only those are
    known that have come before it."""
    if not facts:
        return line
    entries, active = dict(line.entries), dict(line.active)
    for fact in facts:
        old = entries[fact.id]
        entries[fact.id] = replace(old, priority=fact.priority, version=old.version + 1)
        active[old.priority] -= 1
        active[fact.priority] = active.get(fact.priority, 0) + 1
    known = {*line.window, *(fact.id for fact in facts if entries[fact.id].status == "waiting")}
    window = tuple(sorted(known, key=lambda entry_id: _rank(entries[entry_id])))
    if not line.complete:
        end = _rank(line.entries[line.window[-1]]) if line.window else ()
        window = tuple(entry_id for entry_id in window if _rank(entries[entry_id]) <= end)
    return replace(line, entries=entries, window=window, active=active)


def _rank(entry: Entry) -> tuple[int, int, int]:
    return (-entry.priority, entry.seq, entry.id)


def _insert(
    window: tuple[int, ...], entries: Mapping[int, Entry], new: Entry, complete: bool
) -> tuple[int, ...]:
    """`new` at its rank. Behind the end of a window that is not complete nothing is known, so it stays out."""
    rank = _rank(new)
    at = len(window)
    while at and _rank(entries[window[at - 1]]) > rank:
        at -= 1
    if at == len(window) and not complete:
        return window
    return (*window[:at], new.id, *window[at:])

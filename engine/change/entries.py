"""What facts about a place in a line do to a state."""

from dataclasses import replace
from typing import assert_never

from engine import facts as f
from engine.change.line import on_reserve, placed
from engine.state import Entry, State

EntryFact = (
    f.EntryOffered
    | f.EntryReturned
    | f.EntryPaused
    | f.EntryResumed
    | f.EntrySkipped
    | f.EntryPassed
    | f.EntryShifted
    | f.EntryBooked
    | f.EntryLeft
    | f.EntryClosed
    | f.EntryAnswered
)


def joined(state: State, fact: f.EntryJoined) -> State:
    """The state with one more place in a line."""
    entry = Entry(
        id=fact.id,
        service_id=fact.service_id,
        event_id=fact.event_id,
        person_id=fact.person_id,
        seats=fact.seats,
        names=fact.names,
        priority=fact.priority,
        seq=fact.seq,
        source=fact.source,
        auto_confirm=fact.auto_confirm,
        windows=fact.windows,
        passed=fact.passed,
        passed_event=state.event.id if fact.passed >= 0 else 0,
        reachable=fact.person_id not in state.unreachable,
        split=fact.split,
        answers=fact.answers,
    )
    if fact.event_id is None:
        return on_reserve(state, None, entry)
    event = replace(
        state.event,
        next_seq=max(state.event.next_seq, fact.seq + 1),
        head_seq=min(state.event.head_seq, fact.seq - 1),
    )
    return replace(state, event=event, line=placed(state.line, None, entry))


def after(state: State, fact: EntryFact) -> State:
    """The state once this has happened."""
    old = state.entry(fact.id)
    if old is None:
        raise KeyError(fact.id)
    new = replace(_becomes(old, fact), version=old.version + 1)
    if old.event_id is None:
        return on_reserve(state, old, new)
    if new.seq != old.seq:
        state = replace(state, event=replace(state.event, next_seq=max(state.event.next_seq, new.seq + 1)))
    return replace(state, line=placed(state.line, old, new))


def _becomes(old: Entry, fact: EntryFact) -> Entry:
    match fact:
        case f.EntryOffered():
            return replace(old, status="offered")
        case f.EntryReturned():
            return replace(
                old,
                status="waiting",
                seq=fact.seq,
                misses=fact.misses,
                passed=fact.passed,
                passed_event=fact.event_id,
            )
        case f.EntryPaused():
            return replace(old, status="paused", paused_until=fact.until, split=fact.split or old.visiting)
        case f.EntryResumed():
            back = replace(old, status="waiting", paused_until=None, split=old.visiting)
            if fact.passed < 0:
                return back
            return replace(back, passed=fact.passed, passed_event=fact.passed_event)
        case f.EntrySkipped():
            return replace(old, skips=fact.skips)
        case f.EntryPassed():
            return replace(old, passed=fact.passed, passed_event=fact.event_id)
        case f.EntryShifted():
            return old
        case f.EntryAnswered():
            return replace(old, answers=fact.answers)
        case f.EntryBooked():
            return replace(old, status="booked")
        case f.EntryLeft():
            return replace(old, status="left")
        case f.EntryClosed():
            return replace(old, status="closed")
        case _:
            assert_never(fact)

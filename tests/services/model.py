"""What a decision should come to and leave behind: the rules on whole states in memory, with the history and the
letters that follow, worked out without any storage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

import orjson

from engine.change import after, after_steps, shared
from engine.facts import Fact, as_kept
from engine.notices import notices
from engine.ports import Act, Ask
from engine.refusals import AlreadyDone, EventUnknown, Refusal
from engine.state import Entry, Line, State
from storage.by_hand import UNNUMBERED
from tests.rules.memory import Request, WideOutcome, judge, judge_windowed, same
from tests.rules.playing import check
from tests.services.world import World

Row = dict[str, Any]


@dataclass(frozen=True)
class Decided:
    """A decision that was made: the events before and after, and what it has left in history and post."""

    before: Mapping[int, State]
    after: Mapping[int, State]
    history: Sequence[Row]
    letters: Sequence[Row]


@dataclass
class Model:
    """`states` by event; the reserve list is one and the same for all events of a service."""

    states: dict[int, State]
    now: Callable[[], datetime]

    def __post_init__(self) -> None:
        self.history: list[Row] = []
        self.letters: list[Row] = []
        self.updates: set[int] = set()
        self.away: set[int] = set()
        self.referees: list[Callable[[Decided], None]] = []

    @classmethod
    def of(cls, world: World, now: Callable[[], datetime]) -> "Model":
        return cls({event_id: world.state(event_id) for event_id in world.event_ids}, now)

    def decide(self, request: Request, first_id: int) -> WideOutcome:
        """The decision on all there is and on no more than it asks for: both come to the same."""
        ask, _ = request
        if ask.update_id is not None and ask.update_id in self.updates:
            return AlreadyDone()
        if not self.states.keys() >= set(ask.event_ids):
            return EventUnknown()
        ((outcome, _),) = judge(self.states, [request], self.now(), first_id)
        (windowed,) = judge_windowed(self.states, [request], self.now(), first_id)
        assert same(outcome, windowed), f"a window came to {windowed}, the whole state to {outcome}"
        if isinstance(outcome, Refusal):
            return outcome
        check(self.states, ask, outcome, after_steps(self.states, outcome, self.now()), self.now())
        if ask.update_id is not None:
            self.updates.add(ask.update_id)
        before, told, written = self.states, len(self.history), len(self.letters)
        for event_id, facts in outcome:
            self._record(ask, event_id, facts)
        decided = Decided(before, self.states, self.history[told:], self.letters[written:])
        for look_at in self.referees:
            look_at(decided)
        return outcome

    def reach(self, person_id: int, reachable: bool) -> None:
        """The person has blocked the bot, or is back."""
        (self.away.discard if reachable else self.away.add)(person_id)
        for event_id, state in self.states.items():
            lines = [_reach(line, person_id, reachable) for line in (state.line, state.reserve)]
            self.states[event_id] = replace(
                state, line=lines[0], reserve=lines[1], unreachable=frozenset(self.away)
            )

    def _record(self, ask: Ask, event_id: int, facts: list[Fact]) -> None:
        act = Act(now=self.now(), by=ask.by, new_id=count().__next__, reason=ask.reason)
        stepped = self.states[event_id]
        become = after(stepped, facts, act.now)
        for fact in facts:
            stepped = after(stepped, [fact], act.now)
            version = self._unnumbered(fact) or _version(stepped, fact)
            where = None if fact.subject in UNNUMBERED else event_id
            self.history.append(_fact_row(ask, where, fact, version, act.now))
            self._write(ask, fact, version, become, act)
        self.states = shared(self.states, become)

    def _unnumbered(self, fact: Fact) -> int:
        """The version of a subject whose row keeps none: its history does. 0 for any other."""
        if fact.subject not in UNNUMBERED:
            return 0
        same = [row for row in self.history if (row["subject"], row["subject_id"]) == (fact.subject, fact.id)]
        return len(same) + 1

    def _write(self, ask: Ask, fact: Fact, version: int, become: State, act: Act) -> None:
        for notice in notices(fact, become, act, ask.panel):
            waits = [
                row for row in self.letters if row["letter_class"] == "P" and row["subject"] == notice.subject
            ]
            if notice.letter_class == "P" and waits:
                waits[0]["data"] = dict(notice.data)  # one letter is enough, and it says the newest state
                continue
            self.letters.append(
                {
                    "fact": (fact.subject, fact.id, version),
                    "kind": notice.kind,
                    "person_id": notice.to,
                    "subject": notice.subject,
                    "version": version,
                    "priority": notice.priority,
                    "letter_class": notice.letter_class,
                    "data": dict(notice.data),
                    "panel": (notice.panel.chat_id, notice.panel.message_id) if notice.panel else None,
                    "not_before": notice.not_before,
                    "created_at": act.now,
                }
            )


def _reach(line: Line, person_id: int, reachable: bool) -> Line:
    entries = {
        i: replace(e, reachable=reachable) if e.person_id == person_id else e for i, e in line.entries.items()
    }
    return replace(line, entries=entries)


def _version(state: State, fact: Fact) -> int:
    if fact.subject == "event":
        return state.event.version
    if fact.subject == "entry":
        entry = state.entry(fact.id)
        assert entry is not None
        return entry.version
    rows: Mapping[str, Mapping[int, Any]] = {
        "booking": state.bookings,
        "offer": state.offers,
        "hold": state.holds,
        "request": state.requests,
    }
    version: int = rows[fact.subject][fact.id].version
    return version


def _fact_row(ask: Ask, event_id: int | None, fact: Fact, version: int, now: datetime) -> Row:
    return {
        "event_id": None if fact.subject in UNNUMBERED else event_id,
        "subject": fact.subject,
        "subject_id": fact.id,
        "version": version,
        "kind": type(fact).__name__,
        "actor": (ask.by.kind, ask.by.id, ask.by.name),
        "reason": ask.reason,
        "at": now,
        "data": orjson.loads(orjson.dumps(as_kept(fact))),
    }


def kept(state: State) -> State:
    """The state without what no table keeps: holds that are over, counts of nobody, when an ended pause would have."""
    return replace(
        state,
        holds={i: h for i, h in state.holds.items() if h.active},
        line=_kept(state.line),
        reserve=_kept(state.reserve),
    )


def _kept(line: Line) -> Line:
    return replace(
        line,
        entries={i: _without_pause(e) for i, e in line.entries.items()},
        active={priority: n for priority, n in line.active.items() if n},
    )


def _without_pause(entry: Entry) -> Entry:
    return entry if entry.status == "paused" else replace(entry, paused_until=None)

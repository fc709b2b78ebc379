"""What facts about somebody who asks for a place do to a state."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from engine import facts as f
from engine.change.rows import added, stepped
from engine.state import Request, RequestStatus, State

RequestFact = (
    f.RequestMade
    | f.RequestGranted
    | f.RequestDeclined
    | f.RequestTakenBack
    | f.RequestClosed
    | f.RequestShifted
    | f.RequestAnswered
)
ANSWERS: dict[type, RequestStatus] = {
    f.RequestGranted: "granted",
    f.RequestDeclined: "declined",
    f.RequestTakenBack: "taken_back",
    f.RequestClosed: "closed",
}


def after(state: State, fact: RequestFact, now: datetime) -> State:
    """The state once this has happened."""
    match fact:
        case f.RequestMade():
            made = Request(
                fact.id, fact.event_id, fact.person_id, fact.seats, fact.names, answers=fact.answers
            )
            return _asked(replace(state, requests=added(state.requests, made)), 1)
        case f.RequestAnswered():
            told = replace(state.requests[fact.id], answers=fact.answers)
            return replace(state, requests=stepped(state.requests, told))
        case f.RequestShifted():
            return replace(state, requests=stepped(state.requests, state.requests[fact.id]))
        case f.RequestGranted() | f.RequestDeclined() | f.RequestTakenBack() | f.RequestClosed():
            ended = replace(state.requests[fact.id], status=ANSWERS[type(fact)], decided_at=now)
            if isinstance(fact, f.RequestGranted | f.RequestDeclined):
                ended = replace(ended, by_name=fact.by_name, reason=fact.reason)
            return _asked(replace(state, requests=stepped(state.requests, ended)), -1)
        case _:
            assert_never(fact)


def _asked(state: State, more: int) -> State:
    return replace(state, event=replace(state.event, requests=state.event.requests + more))

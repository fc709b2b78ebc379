"""Self-service can be off for a service: then nobody takes a seat or a place in line by themselves; they ask for one,
and an admin decides. A request holds no seat and no place in line."""

from engine.facts import EntryJoined, Fact, RequestClosed, RequestDeclined, RequestMade, RequestTakenBack
from engine.ports import Act
from engine.questions import Answers
from engine.refusals import AlreadyAsked, AlreadyBooked, AlreadyWaiting, RequestOver, SelfServiceOn
from engine.rules.answering import answered
from engine.rules.booking import check_not_asked, check_open, check_party
from engine.rules.by_hand import granted, placed
from engine.rules.candidates import claimed, next_in_turn
from engine.rules.filling import and_fill
from engine.rules.reasons import check_reason
from engine.state import Request, State


def ask(
    state: State,
    act: Act,
    person_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    answers: Answers | None = None,
) -> list[Fact]:
    """A request for `seats`, one at a time for a person and event. `answers` None: not asked yet.

    Raises SelfServiceOn, AlreadyBooked, AlreadyWaiting, AlreadyAsked, OfferOpen, AnswersNeeded, and what `check_open`
    and `check_party` do.
    """
    check_open(state, act)
    if state.booking_of(person_id) is not None:
        raise AlreadyBooked
    if state.line.of(person_id) is not None:
        raise AlreadyWaiting
    if state.request_of(person_id) is not None:
        raise AlreadyAsked
    if state.settings.self_service:
        raise SelfServiceOn
    check_not_asked(state, person_id)
    check_party(state, seats, names)
    given = answered(state, answers, state.reserve.of(person_id))
    return [RequestMade(act.new_id(), state.event.id, person_id, seats, names, given)]


def owned(state: State, request_id: int, person_id: int | None) -> Request:
    """The open request; `person_id` None is an admin. Raises RequestOver, also for somebody else's."""
    request = state.requests.get(request_id)
    if request is None or not request.open or person_id not in (None, request.person_id):
        raise RequestOver
    return request


def take_back(state: State, request_id: int, person_id: int) -> list[Fact]:
    """Whoever asked does not want it any more. Raises RequestOver."""
    return [RequestTakenBack(id=owned(state, request_id, person_id).id)]


def book(state: State, act: Act, request_id: int) -> list[Fact]:
    """An admin books what was asked for, from the free seats. When somebody waits for these the act has a reason, as
    for any booking by hand.

    Raises RequestOver, ReasonNeeded, AlreadyBooked, OfferOpen, NoFreeSeat, and what `check_open` and `check_party` do.
    """
    check_open(state, act)
    request = owned(state, request_id, None)
    if act.reason or claimed(state, act.now, request.seats) or next_in_turn(state) is not None:
        check_reason(act)
    return placed(state, act, request.person_id, request.seats, request.names)


def put_in_line(state: State, act: Act, request_id: int) -> list[Fact]:
    """An admin gives the person a place at the end of the event's line, like any other; free seats that nobody else
    waits for are theirs at once, by the event's mode.

    Raises RequestOver, AlreadyWaiting, OfferOpen, and what `check_open` and `check_party` do.
    """
    check_open(state, act)
    request = owned(state, request_id, None)
    if state.line.of(request.person_id) is not None:
        raise AlreadyWaiting
    check_not_asked(state, request.person_id)
    check_party(state, request.seats, request.names)
    entry_id = act.new_id()
    joined = EntryJoined(
        id=entry_id,
        service_id=state.event.service_id,
        event_id=state.event.id,
        person_id=request.person_id,
        seats=request.seats,
        names=request.names,
        priority=0,
        seq=state.event.next_seq,
        position=state.line.position(0),
        source="request",
        answers=request.answers,
    )
    return and_fill(state, act, [joined, granted(request, act, entry_id=entry_id)])


def decline(state: State, act: Act, request_id: int) -> list[Fact]:
    """An admin says no. The act has a reason, which the person is told. Raises RequestOver, ReasonNeeded."""
    request = owned(state, request_id, None)
    check_reason(act)
    return [RequestDeclined(request.id, act.by.name, act.reason)]


def close(state: State, act: Act, request_ids: tuple[int, ...]) -> list[Fact]:
    """The event has begun, or nobody gets in any more: requests that nobody has decided end. Nothing before that."""
    if state.event.starts_at > act.now and state.event.status == "open":
        return []
    found = (state.requests.get(request_id) for request_id in request_ids)
    return [RequestClosed(id=request.id, cause="over") for request in found if request and request.open]
